//! Faults of the machine, made on purpose, and what they cost.

mod crowd;
mod http;
mod json;
mod kills;
mod machine;
mod patroni;
mod power_cut;
mod scene;
mod tally;

pub(crate) use power_cut::{Cut, Outcome, run as power_cut};
pub(crate) use scene::Trial;
pub(crate) use tally::Tally;

use crate::arguments::Arguments;
use crate::place;

/// A fault that is made again and again while people read and write.
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    /// Rounds in every run of the tests; 0 when it is too long for that.
    pub(crate) short: u64,
    /// Rounds with `--faults`.
    pub(crate) long: u64,
    pub(crate) run: fn(&Trial) -> Result<Ended, String>,
}

/// How a trial ended.
#[derive(Debug)]
pub(crate) enum Ended {
    Skipped(String),
    Counted(Box<Tally>),
}

impl Ended {
    fn counted(tally: Tally) -> Self {
        Self::Counted(Box::new(tally))
    }
}

/// Every fault but the power cut, which has the database alone under it.
pub(crate) const FAULTS: &[Fault] = &[
    Fault {
        name: "kill-server",
        short: 4,
        long: 20,
        run: kills::server,
    },
    Fault {
        name: "kill-postgres",
        short: 2,
        long: 10,
        run: kills::postgres,
    },
    Fault {
        name: "kill-nats",
        short: 1,
        long: 5,
        run: kills::nats,
    },
    Fault {
        name: "kill-node",
        short: 1,
        long: 6,
        run: kills::node,
    },
    Fault {
        name: "full-disk",
        short: 2,
        long: 10,
        run: machine::full_disk,
    },
    Fault {
        name: "clock-jump",
        short: 1,
        long: 5,
        run: machine::clock_jump,
    },
    Fault {
        name: "patroni",
        short: 0,
        long: 2,
        run: patroni::run,
    },
];

/// A fault by its name.
pub(crate) fn named(name: &str) -> Option<&'static Fault> {
    FAULTS.iter().find(|fault| fault.name == name)
}

/// Makes one fault and says how it went.
pub(crate) fn tried(fault: &Fault, trial: &Trial) -> Result<Ended, String> {
    println!(
        "{}: {} rounds, seed {} (cargo xtask faults {} --rounds {} --seed {})",
        fault.name, trial.rounds, trial.seed, fault.name, trial.rounds, trial.seed
    );
    let ended = (fault.run)(trial)?;
    match &ended {
        Ended::Skipped(lack) => println!("skipped: {} ({lack})", fault.name),
        Ended::Counted(tally) => {
            let verdict = if tally.is_good() { "good" } else { "BAD" };
            println!("{}: {verdict}: {}", fault.name, tally.in_words());
        }
    }
    Ok(ended)
}

/// A seed that nobody chose.
pub(crate) fn new_seed() -> u64 {
    use std::hash::{BuildHasher, Hasher, RandomState};
    RandomState::new().build_hasher().finish() % 1_000_000_000
}

/// What of this is not installed, if anything.
fn lacks(wanted: &[&str]) -> Option<String> {
    let there = |name: &&str| match *name {
        "PostgreSQL" => place::postgres_programs().is_some(),
        program => place::program(program).is_some(),
    };
    let missing: Vec<&str> = wanted.iter().copied().filter(|name| !there(name)).collect();
    (!missing.is_empty()).then(|| format!("not installed: {}", missing.join(", ")))
}

/// `cargo xtask faults NAME [--rounds N] [--seed N] [--mutant NAME] [--release]`, and
/// `cargo xtask faults power-cut [--cuts N] [--seconds N] [--mutants] [--writer PROGRAM]`
pub(crate) fn command(given: &[String]) -> Result<bool, String> {
    let options = [
        "--cuts",
        "--seconds",
        "--writer",
        "--rounds",
        "--seed",
        "--mutant",
    ];
    let arguments = Arguments::read(given, &["--mutants", "--release"], &options)?;
    let name = match &arguments.words[..] {
        [name] => name.as_str(),
        _ => "",
    };
    if name == "power-cut" {
        return cut_power(&arguments);
    }
    let Some(fault) = named(name) else {
        let names: Vec<&str> = FAULTS.iter().map(|fault| fault.name).collect();
        let names = names.join(" ");
        return Err(format!("faults: which one? There are: power-cut {names}"));
    };
    let mutant = arguments.values("--mutant").last().map(|n| (*n).to_owned());
    let trial = Trial {
        rounds: arguments.number("--rounds", fault.long)?,
        seed: arguments.number("--seed", new_seed())?,
        mutants: mutant.is_some() || arguments.has("--mutants"),
        mutant,
        release: arguments.has("--release"),
    };
    Ok(match tried(fault, &trial)? {
        Ended::Skipped(_) => !std::env::var("CI").is_ok_and(|value| value == "true"),
        Ended::Counted(tally) => tally.is_good(),
    })
}

fn cut_power(arguments: &Arguments) -> Result<bool, String> {
    let usual = Cut::default();
    let cut = Cut {
        cuts: arguments.number("--cuts", usual.cuts)?,
        seconds: arguments.number("--seconds", usual.seconds)?,
        mutants: arguments.has("--mutants"),
        writer: arguments.values("--writer").last().map(Into::into),
        // Without --mutants the build has no faults to switch on.
        mutant: std::env::var("CAIRN_MUTANT").ok(),
    };
    match power_cut(&cut)? {
        Outcome::Skipped(lack) => {
            println!("skipped: power cut ({lack})");
            Ok(!std::env::var("CI").is_ok_and(|value| value == "true"))
        }
        Outcome::Counted(count) => {
            println!("power cut: {}", count.in_words());
            Ok(count.is_good())
        }
    }
}
