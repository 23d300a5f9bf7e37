//! `cargo xtask test`: every check in order, then what passed, what failed and what was skipped.

mod mutants;
mod parts;
mod scan;
mod summary;

pub(crate) use scan::{Runner, Scan};

use crate::arguments::Arguments;
use crate::place;
use std::path::PathBuf;
use std::time::Instant;
use summary::{Row, Verdict};

/// What all parts need to know.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) root: PathBuf,
    /// Browser journeys against a release build.
    pub(crate) release: bool,
    /// The long form of the faults, with the power cut and Patroni.
    pub(crate) long_faults: bool,
    /// Every planted fault, not only those whose check is quick.
    pub(crate) all_mutants: bool,
    /// Only these faults, where any are named.
    pub(crate) only_mutants: Vec<String>,
}

/// One check of the list.
struct Part {
    name: &'static str,
    run: fn(&Context, &mut Scan) -> Result<Verdict, String>,
}

const PARTS: &[Part] = &[
    Part {
        name: "setup",
        run: parts::setup,
    },
    Part {
        name: "fmt",
        run: parts::fmt,
    },
    Part {
        name: "clippy",
        run: parts::clippy,
    },
    Part {
        name: "tidy",
        run: parts::tidy,
    },
    Part {
        name: "deny",
        run: parts::deny,
    },
    Part {
        name: "sqlite",
        run: parts::sqlite,
    },
    Part {
        name: "postgres",
        run: parts::postgres,
    },
    Part {
        name: "e2e",
        run: parts::e2e,
    },
    Part {
        name: "mutants",
        run: mutants::part,
    },
    Part {
        name: "faults",
        run: parts::faults,
    },
];

const FULL: &[&str] = &[
    "setup", "fmt", "clippy", "tidy", "deny", "sqlite", "postgres", "e2e", "mutants", "faults",
];
const QUICK: &[&str] = &["fmt", "clippy", "tidy", "sqlite"];

/// `cargo xtask test [--quick] [--mutants] [--faults] [--only PART] [--release]`
pub(crate) fn command(given: &[String]) -> Result<bool, String> {
    let flags = ["--quick", "--mutants", "--faults", "--release"];
    let arguments = Arguments::read(given, &flags, &["--only", "--mutant"])?;
    if let Some(word) = arguments.words.first() {
        return Err(format!("test takes no {word}; one part: --only {word}"));
    }
    let names = chosen(&arguments)?;
    let context = Context {
        root: place::root()?,
        release: arguments.has("--release"),
        long_faults: arguments.has("--faults"),
        all_mutants: arguments.has("--mutants"),
        only_mutants: only_mutants(&arguments)?,
    };
    let mut rows = Vec::new();
    for part in PARTS.iter().filter(|part| names.contains(&part.name)) {
        rows.push(run(part, &context));
    }
    let in_ci = std::env::var("CI").is_ok_and(|value| value == "true");
    let summary = summary::of(rows, in_ci);
    println!("\n{}", summary.text);
    Ok(summary.good)
}

fn only_mutants(arguments: &Arguments) -> Result<Vec<String>, String> {
    let names = arguments.values("--mutant");
    match names.iter().find(|name| !mutants::is_known(name)) {
        Some(unknown) => Err(format!("there is no planted fault {unknown}")),
        None => Ok(names.into_iter().map(str::to_owned).collect()),
    }
}

/// The names of the parts that the command line asks for.
fn chosen(arguments: &Arguments) -> Result<Vec<&str>, String> {
    let only = arguments.values("--only");
    if let Some(unknown) = only
        .iter()
        .find(|name| PARTS.iter().all(|part| part.name != **name))
    {
        let known: Vec<&str> = PARTS.iter().map(|part| part.name).collect();
        return Err(format!(
            "there is no part {unknown}; there are: {}",
            known.join(" ")
        ));
    }
    let mut names: Vec<&str> = only;
    if arguments.has("--quick") {
        names.extend(QUICK);
    }
    for (flag, name) in [("--mutants", "mutants"), ("--faults", "faults")] {
        if arguments.has(flag) {
            names.push(name);
        }
    }
    if !arguments.values("--mutant").is_empty() {
        names.push("mutants");
    }
    if names.is_empty() {
        names.extend(FULL);
    }
    Ok(names)
}

fn run(part: &Part, context: &Context) -> Row {
    println!("\n== {} ==", part.name);
    let started = Instant::now();
    let mut scan = Scan::default();
    let verdict = (part.run)(context, &mut scan).unwrap_or_else(Verdict::Failed);
    scan.finish();
    let row = Row {
        part: part.name,
        verdict,
        scan,
        took: started.elapsed(),
    };
    println!("-- {}: {}", part.name, row.in_words());
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Result<Vec<String>, String> {
        let given: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
        let flags = ["--quick", "--mutants", "--faults"];
        let arguments = Arguments::read(&given, &flags, &["--only", "--mutant"])?;
        only_mutants(&arguments)?;
        let names = chosen(&arguments)?;
        Ok(names.into_iter().map(str::to_owned).collect())
    }

    #[test]
    fn flags_choose_parts() {
        assert_eq!(names("").unwrap(), FULL);
        assert_eq!(names("--quick").unwrap(), QUICK);
        assert_eq!(names("--mutants").unwrap(), ["mutants"]);
        assert_eq!(names("--mutant seal-plain").unwrap(), ["mutants"]);
        assert!(names("--mutant seal-plane").is_err());
        assert_eq!(names("--only fmt --only tidy").unwrap(), ["fmt", "tidy"]);
        assert!(names("--only fnt").unwrap_err().contains("fnt"));
    }

    #[test]
    fn every_name_is_a_part() {
        for name in FULL.iter().chain(QUICK) {
            assert!(PARTS.iter().any(|part| part.name == *name), "{name}");
        }
    }
}
