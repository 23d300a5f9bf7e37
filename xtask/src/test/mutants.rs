//! Every check has a mutant: a planted fault that must turn it red. A check that is green with and
//! without the fault is worth nothing.
//!
//! The faults are built in with the feature `mutants` and each is switched on by
//! `CAIRN_MUTANT=<name>`. Nothing of them is in a build without the feature.

use super::parts::{browser_lacks, journeys};
use super::summary::Verdict;
use super::{Context, Runner, Scan};
use crate::faults::{self, Cut, Ended, Trial};
use crate::{place, run};
use std::path::PathBuf;

const SWITCH: &str = "CAIRN_MUTANT";

/// A planted fault and the check that has to notice it.
struct Mutant {
    name: &'static str,
    /// What the fault is, in a few words.
    plants: &'static str,
    check: Check,
    /// Quick enough for the short form in `cargo xtask test`.
    short: bool,
}

impl Mutant {
    fn is_wanted(&self, context: &Context) -> bool {
        match context.only_mutants.is_empty() {
            true => self.short || context.all_mutants,
            false => context.only_mutants.iter().any(|name| name == self.name),
        }
    }
}

/// Whether a fault of this name can be planted.
pub(super) fn is_known(name: &str) -> bool {
    MUTANTS.iter().any(|mutant| mutant.name == name)
}

/// A check that can be run with and without a fault.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Check {
    /// `cargo test` on a package with the feature `mutants`; then further words, for example a filter.
    Tests {
        package: &'static str,
        words: &'static [&'static str],
    },
    /// The browser journeys whose title matches.
    Journeys { title: &'static str },
    /// Shutting the file system down under the database.
    PowerCut,
    /// A fault of the machine, so many times.
    Fault { name: &'static str, rounds: u64 },
}

const NO_TRACE: Check = Check::Tests {
    package: "cairn",
    words: &["--test", "it", "--", "no_trace"],
};

/// Each fault once. A new check of the kinds access, sealing, accessibility or durability comes with a
/// line here.
const MUTANTS: &[Mutant] = &[
    Mutant {
        name: "route-open",
        plants: "access: a route without its access rule",
        check: Check::Tests {
            package: "cairn",
            words: &["--test", "it", "--", "every_route"],
        },
        short: true,
    },
    Mutant {
        name: "seal-plain",
        plants: "sealing: text is stored as it was typed",
        check: Check::Tests {
            package: "cairn-seal",
            words: &[],
        },
        short: true,
    },
    Mutant {
        name: "seal-unbound",
        plants: "sealing: table, row and column are not bound in",
        check: Check::Tests {
            package: "cairn-seal",
            words: &[],
        },
        short: true,
    },
    Mutant {
        name: "exclusion-shows",
        plants: "private exclusions: one statement more where there is one",
        check: NO_TRACE,
        short: true,
    },
    Mutant {
        name: "exclusion-slow",
        plants: "private exclusions: a longer answer where there is one",
        check: NO_TRACE,
        short: false,
    },
    Mutant {
        name: "unlabelled-field",
        plants: "accessibility: a form field without its label",
        check: Check::Journeys {
            title: "axe: pages of nobody, en, light",
        },
        short: true,
    },
    Mutant {
        name: "no-fsync",
        plants: "durability: acknowledged before it is on the disk",
        check: Check::PowerCut,
        short: false,
    },
    Mutant {
        name: "ack-early",
        plants: "durability: a message is acknowledged before the commit",
        check: Check::Fault {
            name: "kill-server",
            rounds: 5,
        },
        short: false,
    },
    Mutant {
        name: "send-twice",
        plants: "durability: the same message sent again is another message",
        check: Check::Fault {
            name: "kill-server",
            rounds: 5,
        },
        short: false,
    },
    Mutant {
        name: "skip-gap",
        plants: "durability: a stream that is taken up again skips what was missed",
        check: Check::Fault {
            name: "kill-server",
            rounds: 5,
        },
        short: false,
    },
    Mutant {
        name: "ack-lost",
        plants: "durability: a commit that failed is acknowledged",
        check: Check::Fault {
            name: "full-disk",
            rounds: 3,
        },
        short: false,
    },
    Mutant {
        name: "order-by-clock",
        plants: "durability: messages are put in order by their time",
        check: Check::Fault {
            name: "clock-jump",
            rounds: 1,
        },
        short: false,
    },
    Mutant {
        name: "never-look",
        plants: "durability: readers rely on notices alone",
        check: Check::Fault {
            name: "kill-nats",
            rounds: 1,
        },
        short: false,
    },
];

/// How a check ended, with or without a fault.
#[derive(Debug, Clone, PartialEq)]
enum Colour {
    /// How many cases.
    Green(String),
    /// What failed.
    Red(String),
    /// It did not get as far as checking anything.
    Broken(String),
    Skipped(String),
}

/// The part: each check green without and red with its fault.
pub(super) fn part(context: &Context, scan: &mut Scan) -> Result<Verdict, String> {
    let mut checks: Vec<(Check, Colour)> = Vec::new();
    let mut lines = Vec::new();
    let mut good = 0;
    let mut bad = 0;
    for mutant in MUTANTS.iter().filter(|mutant| mutant.is_wanted(context)) {
        let without = match checks.iter().find(|(check, _)| *check == mutant.check) {
            Some((_, colour)) => colour.clone(),
            None => {
                println!("\n-- without a fault: {:?}", mutant.check);
                let colour = colour(context, mutant.check, None);
                checks.push((mutant.check, colour.clone()));
                colour
            }
        };
        let with = match without {
            Colour::Green(_) => {
                println!("\n-- planted: {} ({})", mutant.name, mutant.plants);
                Some(colour(context, mutant.check, Some(mutant.name)))
            }
            _ => None,
        };
        let (judgement, line) = judge(&without, with.as_ref());
        match judgement {
            Some(true) => good += 1,
            Some(false) => bad += 1,
            None => scan
                .skipped
                .push(format!("mutant {} ({line})", mutant.name)),
        }
        lines.push(format!("{:<18} {line}", mutant.name));
    }
    println!("\nmutants:");
    for line in lines {
        println!("    {line}");
    }
    let note = format!("{good} faults noticed, {bad} not");
    Ok(match (good, bad) {
        (0, 0) => Verdict::Skipped("no check of a planted fault could run".to_owned()),
        (_, 0) => Verdict::Passed(note),
        _ => Verdict::Failed(note),
    })
}

/// Whether a fault was noticed (nothing when that could not be tried), and why.
fn judge(without: &Colour, with: Option<&Colour>) -> (Option<bool>, String) {
    match (without, with) {
        (Colour::Green(before), Some(Colour::Red(after))) => {
            (Some(true), format!("noticed: green with {before}; {after}"))
        }
        (Colour::Green(_), Some(Colour::Green(after))) => (
            Some(false),
            format!("NOT NOTICED: {after} with the fault, too"),
        ),
        (Colour::Green(_), Some(Colour::Broken(why))) => {
            (Some(false), format!("BROKEN with the fault: {why}"))
        }
        (Colour::Skipped(lack), _) | (_, Some(Colour::Skipped(lack))) => (None, lack.clone()),
        (Colour::Red(what), _) => (Some(false), format!("RED WITHOUT THE FAULT: {what}")),
        (Colour::Broken(why), _) => (Some(false), format!("BROKEN without the fault: {why}")),
        (Colour::Green(_), None) => (Some(false), "NOT TRIED".to_owned()),
    }
}

fn colour(context: &Context, check: Check, mutant: Option<&str>) -> Colour {
    let result = match check {
        Check::Tests { package, words } => tests(context, package, words, mutant),
        Check::Journeys { title } => browser(context, title, mutant),
        Check::PowerCut => power_cut(mutant),
        Check::Fault { name, rounds } => fault(name, rounds, mutant),
    };
    result.unwrap_or_else(Colour::Broken)
}

/// Where builds with faults go, so that none can be taken for the product.
fn target(context: &Context) -> PathBuf {
    place::target(&context.root).join("mutants")
}

fn cargo(context: &Context, verb: &str, package: &str) -> std::process::Command {
    let mut command = run::command("cargo", &context.root);
    command.args([
        verb,
        "--package",
        package,
        "--features",
        "mutants",
        "--target-dir",
    ]);
    command.arg(target(context)).env_remove(SWITCH);
    command
}

fn tests(
    context: &Context,
    package: &str,
    words: &[&str],
    mutant: Option<&str>,
) -> Result<Colour, String> {
    let own = words.iter().take_while(|word| **word != "--");
    let mut build = cargo(context, "test", package);
    build.arg("--no-run").args(own);
    if !run::plainly(&mut build)? {
        return Err(format!("{package} with the feature mutants does not build"));
    }
    let mut command = cargo(context, "test", package);
    command.arg("--no-fail-fast").args(words);
    command.envs(mutant.map(|name| (SWITCH, name)));
    watched(&mut command, Runner::Cargo)
}

fn browser(context: &Context, title: &str, mutant: Option<&str>) -> Result<Colour, String> {
    if let Some(lack) = browser_lacks(context) {
        return Ok(Colour::Skipped(lack));
    }
    if !run::plainly(&mut cargo(context, "build", "cairn"))? {
        return Err("cairn with the feature mutants does not build".to_owned());
    }
    let mut command = journeys(context, &target(context).join("debug/cairn"));
    command.args(["--grep", title]).env_remove(SWITCH);
    command.envs(mutant.map(|name| (SWITCH, name)));
    watched(&mut command, Runner::Playwright)
}

fn watched(command: &mut std::process::Command, runner: Runner) -> Result<Colour, String> {
    let mut scan = Scan::default();
    let good = run::watched(command, |line| scan.line(runner, line))?;
    Ok(colour_of(good, &scan))
}

/// A red exit without a failed test is a broken check, a green one without a passed test is no check.
fn colour_of(good: bool, scan: &Scan) -> Colour {
    match (good, scan.passed, scan.failed) {
        (true, 0, _) => Colour::Broken("no test matches".to_owned()),
        (true, passed, 0) => Colour::Green(format!("{passed} passed")),
        (false, _, 0) => Colour::Broken("it ended badly without a failed test".to_owned()),
        (_, _, failed) => Colour::Red(format!("{failed} failed")),
    }
}

fn power_cut(mutant: Option<&str>) -> Result<Colour, String> {
    let cut = Cut {
        mutants: true,
        mutant: mutant.map(str::to_owned),
        ..Cut::default()
    };
    Ok(match faults::power_cut(&cut)? {
        faults::Outcome::Skipped(lack) => Colour::Skipped(lack),
        faults::Outcome::Counted(count) if count.is_good() => Colour::Green(count.in_words()),
        faults::Outcome::Counted(count) if count.lost() == 0 => Colour::Broken(count.in_words()),
        faults::Outcome::Counted(count) => Colour::Red(count.in_words()),
    })
}

/// The same seed with and without the fault.
fn fault(name: &str, rounds: u64, mutant: Option<&str>) -> Result<Colour, String> {
    let fault = faults::named(name).ok_or("there is no such fault")?;
    let trial = Trial {
        rounds,
        seed: 1,
        mutants: true,
        mutant: mutant.map(str::to_owned),
        release: false,
    };
    Ok(match faults::tried(fault, &trial)? {
        Ended::Skipped(lack) => Colour::Skipped(lack),
        Ended::Counted(tally) if tally.is_good() => Colour::Green(tally.in_words()),
        Ended::Counted(tally) if tally.faults() == 0 => Colour::Broken(tally.in_words()),
        Ended::Counted(tally) => Colour::Red(tally.in_words()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_green_then_red_counts_as_noticed() {
        let green = Colour::Green("3 passed".to_owned());
        let red = Colour::Red("1 failed".to_owned());
        let broken = Colour::Broken("no test matches".to_owned());
        let skipped = Colour::Skipped("no root".to_owned());
        assert_eq!(judge(&green, Some(&red)).0, Some(true));
        for (without, with) in [
            (&green, Some(&green)),
            (&green, Some(&broken)),
            (&green, None),
            (&red, None),
            (&broken, None),
        ] {
            assert_eq!(judge(without, with).0, Some(false), "{without:?} {with:?}");
        }
        assert_eq!(judge(&skipped, None).0, None);
        assert_eq!(judge(&green, Some(&skipped)).0, None);
    }

    #[test]
    fn names_differ_and_every_area_has_one() {
        for area in ["access", "sealing", "accessibility", "durability"] {
            assert!(
                MUTANTS.iter().any(|mutant| mutant.plants.starts_with(area)),
                "{area}"
            );
        }
        for (index, mutant) in MUTANTS.iter().enumerate() {
            assert!(
                MUTANTS[..index]
                    .iter()
                    .all(|other| other.name != mutant.name)
            );
        }
    }

    #[test]
    fn runners_turn_green_red_or_broken() {
        let colour = |good, passed, failed| {
            let scan = Scan {
                passed,
                failed,
                ..Scan::default()
            };
            colour_of(good, &scan)
        };
        assert!(matches!(colour(true, 3, 0), Colour::Green(_)));
        assert!(matches!(colour(false, 3, 1), Colour::Red(_)));
        assert!(matches!(colour(true, 0, 0), Colour::Broken(_)));
        assert!(matches!(colour(false, 3, 0), Colour::Broken(_)));
        assert!(matches!(colour(false, 0, 0), Colour::Broken(_)));
    }
}
