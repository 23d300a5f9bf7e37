//! The parts of `cargo xtask test`, each a command or two with its verdict.

use super::summary::Verdict;
use super::{Context, Runner, Scan};
use crate::faults::{Ended, Trial};
use crate::services::{self, Services};
use crate::{deny, faults, place, run, setup, tidy};
use std::process::Command;

type Outcome = Result<Verdict, String>;

/// The built server, for the journeys' configuration.
const BINARY: &str = "CAIRN_TEST_BIN";
/// The browser, for the journeys' configuration.
const BROWSER: &str = "CAIRN_TEST_CHROMIUM";

pub(super) fn setup(context: &Context, _: &mut Scan) -> Outcome {
    let missing = setup::everything(&context.root)?;
    Ok(match missing.is_empty() {
        true => Verdict::Passed(String::new()),
        false => Verdict::Skipped(format!("{} missing, named above", missing.len())),
    })
}

pub(super) fn fmt(context: &Context, _: &mut Scan) -> Outcome {
    let mut command = run::command("cargo", &context.root);
    command.args(["fmt", "--all", "--check"]);
    let good = run::plainly(&mut command)?;
    Ok(verdict(good, "cargo fmt --all puts it right"))
}

pub(super) fn clippy(context: &Context, _: &mut Scan) -> Outcome {
    let mut command = run::command("cargo", &context.root);
    command.args([
        "clippy",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    let good = run::plainly(&mut command)?;
    Ok(verdict(good, "clippy has something to say"))
}

pub(super) fn tidy(context: &Context, _: &mut Scan) -> Outcome {
    let good = tidy::run(&context.root, &[])?;
    Ok(verdict(good, "named above"))
}

pub(super) fn deny(context: &Context, _: &mut Scan) -> Outcome {
    let Some(tool) = deny::tool(&context.root) else {
        return Ok(Verdict::Skipped("cargo-deny is not installed".to_owned()));
    };
    let good = deny::check(&context.root, &tool)?;
    let passed = Verdict::Passed("bans, licenses, sources; not advisories".to_owned());
    Ok(if good {
        passed
    } else {
        verdict(false, "cargo-deny, above")
    })
}

/// Everything on SQLite and the bus in memory.
pub(super) fn sqlite(context: &Context, scan: &mut Scan) -> Outcome {
    let mut command = run::command("cargo", &context.root);
    command.args(["test", "--workspace", "--no-fail-fast"]);
    for name in [services::DATABASE, services::OWN, services::NATS] {
        command.env_remove(name);
    }
    tests(&mut command, Runner::Cargo, scan)
}

/// The same suite on a private PostgreSQL and NATS.
pub(super) fn postgres(context: &Context, scan: &mut Scan) -> Outcome {
    let missing = services::missing();
    if !missing.is_empty() {
        return Ok(Verdict::Skipped(format!(
            "not installed: {}",
            missing.join(", ")
        )));
    }
    let services = Services::start(false)?;
    let mut command = run::command("cargo", &context.root);
    command.args(["test", "--workspace", "--tests", "--no-fail-fast"]);
    command.envs(services.variables());
    tests(&mut command, Runner::Cargo, scan)
}

/// The journeys in a real browser.
pub(super) fn e2e(context: &Context, scan: &mut Scan) -> Outcome {
    if let Some(lack) = browser_lacks(context) {
        return Ok(Verdict::Skipped(lack));
    }
    let mut build = run::command("cargo", &context.root);
    build.args(["build", "--package", "cairn", "--bin", "cairn"]);
    let mut profile = "debug";
    if context.release {
        build.arg("--release");
        profile = "release";
    }
    if !run::plainly(&mut build)? {
        return Err("cairn does not build".to_owned());
    }
    let binary = place::target(&context.root).join(profile).join("cairn");
    tests(&mut journeys(context, &binary), Runner::Playwright, scan)
}

/// What the browser journeys lack, if anything.
pub(super) fn browser_lacks(context: &Context) -> Option<String> {
    let e2e = context.root.join("e2e");
    if !e2e.join("package.json").is_file() {
        return Some("there is no e2e/package.json".to_owned());
    }
    if !e2e.join("node_modules/@playwright/test").is_dir() {
        return Some("Playwright is not installed: cargo xtask setup".to_owned());
    }
    match place::chromium() {
        None => Some("Chromium is not installed".to_owned()),
        Some(_) => None,
    }
}

/// Playwright on a built server.
pub(super) fn journeys(context: &Context, binary: &std::path::Path) -> Command {
    let mut command = run::command("npx", &context.root.join("e2e"));
    command.args(["playwright", "test", "--reporter=list", "--forbid-only"]);
    command.env(BINARY, binary);
    if let Some(browser) = place::chromium() {
        command.env(BROWSER, browser);
    }
    command
}

/// What happens when the machine fails: in short, or in full with the power cut and Patroni.
pub(super) fn faults(context: &Context, scan: &mut Scan) -> Outcome {
    let (mut tried, mut acknowledged) = (0, 0);
    let mut bad = Vec::new();
    for fault in faults::FAULTS {
        let rounds = if context.long_faults {
            fault.long
        } else {
            fault.short
        };
        if rounds == 0 {
            continue;
        }
        let trial = Trial {
            rounds,
            seed: faults::new_seed(),
            mutants: false,
            mutant: None,
            release: context.release,
        };
        match faults::tried(fault, &trial) {
            Err(error) => {
                println!("{}: {error}", fault.name);
                bad.push(fault.name);
            }
            Ok(Ended::Skipped(lack)) => scan.skipped.push(format!("{} ({lack})", fault.name)),
            Ok(Ended::Counted(tally)) => {
                tried += 1;
                acknowledged += tally.acknowledged();
                if !tally.is_good() {
                    bad.push(fault.name);
                }
            }
        }
    }
    if context.long_faults {
        match faults::power_cut(&faults::Cut::default())? {
            faults::Outcome::Skipped(lack) => scan.skipped.push(format!("power cut ({lack})")),
            faults::Outcome::Counted(count) => {
                tried += 1;
                if !count.is_good() {
                    bad.push("power-cut");
                }
            }
        }
    }
    Ok(match (tried, bad.is_empty()) {
        (0, true) => Verdict::Skipped("no fault could be made".to_owned()),
        (_, true) => Verdict::Passed(format!(
            "{tried} faults, {acknowledged} messages acknowledged, none lost"
        )),
        _ => Verdict::Failed(bad.join(", ")),
    })
}

/// Runs a test runner with its output passed through, and judges what it said.
pub(super) fn tests(command: &mut Command, runner: Runner, scan: &mut Scan) -> Outcome {
    let good = run::watched(command, |line| scan.line(runner, line))?;
    Ok(judge(good, scan))
}

fn judge(good: bool, scan: &Scan) -> Verdict {
    let Scan {
        passed,
        failed,
        flaky,
        ..
    } = scan;
    match (good, passed, flaky) {
        (false, _, _) => Verdict::Failed(format!("{passed} passed, {failed} failed")),
        (true, 0, _) => Verdict::Failed("no test ran".to_owned()),
        (true, _, 0) if *failed == 0 => Verdict::Passed(format!("{passed} passed")),
        (true, _, 0) => Verdict::Failed(format!("{failed} failed though the runner ended well")),
        (true, _, _) => Verdict::Failed(format!("{flaky} passed only when tried again")),
    }
}

fn verdict(good: bool, otherwise: &str) -> Verdict {
    match good {
        true => Verdict::Passed(String::new()),
        false => Verdict::Failed(otherwise.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runners_are_judged_by_what_they_ran() {
        let scan = |passed, failed, flaky| Scan {
            passed,
            failed,
            flaky,
            ..Scan::default()
        };
        assert_eq!(
            judge(true, &scan(3, 0, 0)),
            Verdict::Passed("3 passed".to_owned())
        );
        for (good, scan) in [
            (true, scan(0, 0, 0)),
            (false, scan(3, 0, 0)),
            (true, scan(3, 1, 0)),
            (true, scan(3, 0, 1)),
        ] {
            assert!(matches!(judge(good, &scan), Verdict::Failed(_)), "{scan:?}");
        }
    }
}
