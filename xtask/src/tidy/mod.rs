//! The rules of the house that a compiler does not know.
//!
//! Every check says how many things it looked at, and looking at nothing is a failure: a rule whose
//! subject has moved away must not stay green. Each has tests with a good and a bad sample.

mod dialects;
mod documents;
mod doors;
mod files;
mod locales;
mod marks;
mod purity;
mod rooms;
mod sizes;
mod sql;
mod vocabulary;

use crate::arguments::Arguments;
use crate::place;
use files::Files;
use std::path::Path;

/// What one check found.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// How many things it looked at, and what they are ("functions").
    pub(crate) looked_at: usize,
    pub(crate) things: &'static str,
    pub(crate) problems: Vec<String>,
    /// Something worth knowing that is no fault.
    pub(crate) note: Option<String>,
}

impl Report {
    pub(crate) fn of(things: &'static str) -> Self {
        Self {
            things,
            ..Self::default()
        }
    }

    pub(crate) fn problem(&mut self, text: String) {
        self.problems.push(text);
    }

    /// Whether the check found things to look at and nothing wrong with them.
    pub(crate) fn is_good(&self) -> bool {
        self.looked_at > 0 && self.problems.is_empty()
    }
}

type Check = fn(&Files) -> Report;

/// Every check with its name, in the order they are run.
const CHECKS: &[(&str, Check)] = &[
    ("five-doors", rooms::five_doors),
    ("room-order", rooms::order),
    ("sql", sql::check),
    ("dialects", dialects::check),
    ("sizes", sizes::check),
    ("doors", doors::check),
    ("marks", marks::check),
    ("pure-domain", purity::domain),
    ("crates", purity::crates),
    ("documents", documents::check),
    ("vocabulary", vocabulary::check),
    ("locales", locales::check),
];

/// `cargo xtask tidy [CHECK…]`
pub(crate) fn command(given: &[String]) -> Result<bool, String> {
    let arguments = Arguments::read(given, &[], &[])?;
    let known = |name: &String| CHECKS.iter().any(|(check, _)| check == name);
    if let Some(unknown) = arguments.words.iter().find(|name| !known(name)) {
        let names: Vec<&str> = CHECKS.iter().map(|(name, _)| *name).collect();
        return Err(format!(
            "tidy has no check \"{unknown}\"; it has: {}",
            names.join(" ")
        ));
    }
    run(&place::root()?, &arguments.words)
}

/// Runs the checks named in `only`, or all; whether all are good.
pub(crate) fn run(root: &Path, only: &[String]) -> Result<bool, String> {
    let files = Files::load(root)?;
    let mut bad = 0;
    let mut run = 0;
    for (name, check) in CHECKS {
        if !only.is_empty() && !only.iter().any(|wanted| wanted == name) {
            continue;
        }
        run += 1;
        let report = check(&files);
        print(name, &report);
        if !report.is_good() {
            bad += 1;
        }
    }
    println!("tidy: {} checks good, {bad} not", run - bad);
    Ok(bad == 0)
}

fn print(name: &str, report: &Report) {
    let state = if report.is_good() { "good" } else { "BAD " };
    let note = report
        .note
        .as_ref()
        .map_or(String::new(), |note| format!("; {note}"));
    println!(
        "tidy: {state} {name:<12} {} {} looked at{note}",
        report.looked_at, report.things
    );
    if report.looked_at == 0 {
        println!("      {name}: nothing to look at: has its subject moved?");
    }
    for problem in &report.problems {
        println!("      {name}: {problem}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_looked_at_is_not_good() {
        let mut report = Report::of("functions");
        assert!(!report.is_good());
        report.looked_at = 1;
        assert!(report.is_good());
        report.problem("something".to_owned());
        assert!(!report.is_good());
    }

    #[test]
    fn an_unknown_check_is_named() {
        let error = command(&["sizess".to_owned()]).unwrap_err();
        assert!(
            error.contains("\"sizess\"") && error.contains("room-order"),
            "{error}"
        );
    }
}
