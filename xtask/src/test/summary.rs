//! The table at the end, the count of skipped tests with their names, and whether all is well.

use super::Scan;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::time::Duration;

/// How a part ended, each with a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Verdict {
    Passed(String),
    Failed(String),
    /// The part could not run; what it lacks.
    Skipped(String),
}

/// One part of the table.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) part: &'static str,
    pub(crate) verdict: Verdict,
    pub(crate) scan: Scan,
    pub(crate) took: Duration,
}

impl Row {
    /// `passed in 3.1 s (12 passed)`
    pub(crate) fn in_words(&self) -> String {
        let (word, note) = self.word_and_note();
        let seconds = self.took.as_secs_f64();
        match note.is_empty() {
            true => format!("{word} in {seconds:.1} s"),
            false => format!("{word} in {seconds:.1} s ({note})"),
        }
    }

    fn word_and_note(&self) -> (&'static str, &str) {
        match &self.verdict {
            Verdict::Passed(note) => ("passed", note),
            Verdict::Failed(note) => ("FAILED", note),
            Verdict::Skipped(note) => ("skipped", note),
        }
    }
}

/// The text to print at the end and whether the command succeeds.
#[derive(Debug)]
pub(crate) struct Summary {
    pub(crate) text: String,
    pub(crate) good: bool,
}

/// Sums up; `in_ci` makes any skip a failure.
pub(crate) fn of(mut rows: Vec<Row>, in_ci: bool) -> Summary {
    let skips = skipped_tests(&rows);
    let skipped_parts = rows
        .iter()
        .filter(|row| matches!(row.verdict, Verdict::Skipped(_)))
        .count();
    if in_ci {
        let all = skips.len() + skipped_parts;
        let verdict = match all {
            0 => Verdict::Passed(String::new()),
            _ => Verdict::Failed(format!("CI=true, and {all} skipped")),
        };
        rows.push(Row {
            part: "no skips",
            verdict,
            scan: Scan::default(),
            took: Duration::ZERO,
        });
    }
    let text = text(&rows, &skips);
    let failed = rows
        .iter()
        .any(|row| matches!(row.verdict, Verdict::Failed(_)));
    Summary {
        text,
        good: !failed && !rows.is_empty(),
    }
}

fn text(rows: &[Row], skips: &[String]) -> String {
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(text, "== summary ==");
    for row in rows {
        let (word, note) = row.word_and_note();
        let first_line = note.lines().next().unwrap_or_default();
        let seconds = row.took.as_secs_f64();
        let line = format!("{:<10} {word:<8} {seconds:>7.1} s  {first_line}", row.part);
        let _ = writeln!(text, "{}", line.trim_end());
    }
    let _ = writeln!(text, "skipped tests: {}", skips.len());
    for skip in skips {
        let _ = writeln!(text, "    {skip}");
    }
    let passed: u64 = rows.iter().map(|row| row.scan.passed).sum();
    let failed: u64 = rows.iter().map(|row| row.scan.failed).sum();
    let _ = writeln!(
        text,
        "tests: {passed} passed, {failed} failed, {} skipped",
        skips.len()
    );
    let count = |wanted: &str| {
        rows.iter()
            .filter(|row| row.word_and_note().0 == wanted)
            .count()
    };
    let _ = write!(
        text,
        "checks: {} passed, {} failed, {} skipped",
        count("passed"),
        count("FAILED"),
        count("skipped")
    );
    text
}

/// Every skipped test, with its part. The suite runs twice, on SQLite and on PostgreSQL: what one of
/// the two runs skipped and the other did not, has been run.
fn skipped_tests(rows: &[Row]) -> Vec<String> {
    let find = |part: &str| {
        let ran = |row: &&Row| row.part == part && !matches!(row.verdict, Verdict::Skipped(_));
        rows.iter().find(ran)
    };
    let names = |row: &Row| -> BTreeSet<String> {
        row.scan
            .skipped
            .iter()
            .map(|skip| name(skip).to_owned())
            .collect()
    };
    let twice = match (find("sqlite"), find("postgres")) {
        // A run that broke off says nothing about what it did not reach.
        (Some(one), Some(two)) if is_whole(one) && is_whole(two) => Some(
            names(one)
                .intersection(&names(two))
                .cloned()
                .collect::<BTreeSet<_>>(),
        ),
        _ => None,
    };
    let mut found = Vec::new();
    for row in rows {
        for skip in &row.scan.skipped {
            let counts = match (&twice, row.part) {
                (Some(both), "sqlite") => both.contains(name(skip)),
                // What both runs skipped is told once, with the first.
                (Some(_), "postgres") => false,
                _ => true,
            };
            if counts {
                found.push(format!("{}: {skip}", row.part));
            }
        }
    }
    found
}

fn is_whole(row: &Row) -> bool {
    matches!(row.verdict, Verdict::Passed(_))
}

/// `two nodes (needs PostgreSQL)` → `two nodes`
fn name(skip: &str) -> &str {
    let end = [" (", ": "].iter().filter_map(|mark| skip.find(mark)).min();
    &skip[..end.unwrap_or(skip.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(part: &'static str, verdict: Verdict, skipped: &[&str]) -> Row {
        let scan = Scan {
            passed: 5,
            skipped: skipped.iter().map(|skip| (*skip).to_owned()).collect(),
            ..Scan::default()
        };
        Row {
            part,
            verdict,
            scan,
            took: Duration::from_millis(1500),
        }
    }

    fn passed() -> Verdict {
        Verdict::Passed("5 passed".to_owned())
    }

    #[test]
    fn all_well() {
        let summary = of(
            vec![row("fmt", passed(), &[]), row("sqlite", passed(), &[])],
            true,
        );
        assert!(summary.good);
        assert!(
            summary
                .text
                .contains("fmt        passed       1.5 s  5 passed"),
            "{}",
            summary.text
        );
        assert!(
            summary
                .text
                .contains("tests: 10 passed, 0 failed, 0 skipped")
        );
        assert!(
            summary
                .text
                .ends_with("checks: 3 passed, 0 failed, 0 skipped")
        );
    }

    #[test]
    fn a_failure_is_a_failure_and_nothing_is_no_success() {
        let broken = Verdict::Failed("no\nmore".to_owned());
        let summary = of(
            vec![row("fmt", passed(), &[]), row("tidy", broken, &[])],
            false,
        );
        assert!(!summary.good);
        assert!(
            summary
                .text
                .ends_with("checks: 1 passed, 1 failed, 0 skipped")
        );
        assert!(!summary.text.contains("more"));
        assert!(!of(Vec::new(), false).good);
    }

    #[test]
    fn skips_are_named_and_fail_in_ci() {
        let rows = vec![row("sqlite", passed(), &["two nodes (needs PostgreSQL)"])];
        let here = of(rows.clone(), false);
        assert!(here.good);
        assert!(
            here.text
                .contains("skipped tests: 1\n    sqlite: two nodes (needs PostgreSQL)")
        );
        let in_ci = of(rows, true);
        assert!(!in_ci.good);
        assert!(
            in_ci
                .text
                .ends_with("checks: 1 passed, 1 failed, 0 skipped")
        );
        let part = vec![row(
            "postgres",
            Verdict::Skipped("no initdb".to_owned()),
            &[],
        )];
        assert!(of(part.clone(), false).good && !of(part, true).good);
    }

    #[test]
    fn what_one_of_the_two_runs_did_is_no_skip() {
        let sqlite = || {
            row(
                "sqlite",
                passed(),
                &["it::nodes (needs PostgreSQL)", "clock: moved"],
            )
        };
        let postgres = row(
            "postgres",
            passed(),
            &["it::file (needs SQLite)", "clock: moved"],
        );
        let summary = of(vec![sqlite(), postgres], false);
        assert!(
            summary
                .text
                .contains("skipped tests: 1\n    sqlite: clock: moved"),
            "{}",
            summary.text
        );
        let broken = row(
            "postgres",
            Verdict::Failed(String::new()),
            &["clock: moved"],
        );
        assert!(
            of(vec![sqlite(), broken], false)
                .text
                .contains("skipped tests: 3")
        );
    }
}
