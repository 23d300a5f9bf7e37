//! What one newcomer and one change cost when the rest is solved, beside what was wanted.

use super::figures::Figures;
use super::report::{Row, grouped};
use std::fmt::Write as _;

/// Whether single changes are timed at this size. They begin by solving once more, so that a tight country is left out.
pub(super) fn are_timed(people: u64, workers: u64, tight: bool) -> bool {
    match (people, workers) {
        (10_000, 2_000) => true,
        (100_000, 20_000) => !tight,
        _ => false,
    }
}

/// As the example says it, as the page says it, and the milliseconds it should stay under.
const KINDS: &[(&str, &str, f64)] = &[
    ("top_three", "top three of a newcomer, warm index", 2.0),
    ("arrival", "somebody arrives", 50.0),
    ("withdrawal", "somebody leaves", 50.0),
    ("one_more", "one more place with a worker", 50.0),
    ("one_fewer", "one place fewer with a worker", 50.0),
];

pub(super) fn table(rows: &[Row<'_>]) -> String {
    let mut text = String::from(
        "\n## One newcomer, one change\n\n\
         The last 200 people of each problem are kept back and the others solved. Then each kind of change follows the one before it, \
         up to 200 times or for 15 seconds (`crates/matching/examples/coming.rs`). Milliseconds: the middle one, the one slower than \
         19 of 20, the slowest. *Met* means by 19 of 20. *Proof*: whether the prices after all changes prove the updated answer.\n\n\
         | people x workers | places | what | times | middle | 19 of 20 | slowest | wanted | | proof |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    let before = text.len();
    for row in rows {
        let changes = row.runs.iter().filter_map(|run| run.changes.as_ref());
        for figures in changes {
            for kind in KINDS {
                text.push_str(&line(row, figures, *kind));
            }
        }
    }
    match text.len() == before {
        true => String::new(),
        false => text,
    }
}

fn line(row: &Row<'_>, figures: &Figures, (name, words, wanted): (&str, &str, f64)) -> String {
    let of = |part: &str| {
        let number = figures.number(&format!("{name}.{part}"));
        number.unwrap_or(f64::NAN)
    };
    let (middle, late, most) = (of("median"), of("late"), of("most"));
    let met = match (late < wanted, most < wanted, middle < wanted) {
        (true, true, _) => "met",
        (true, false, _) => "met, not by the slowest",
        (false, _, true) => "**not met**; the middle one is under it",
        _ => "**not met**",
    };
    let proof = match figures.whole("wrong") {
        Ok(0) => "yes",
        _ => "**no**",
    };
    let (people, workers) = (grouped(row.people as f64), grouped(row.workers as f64));
    let mut line = format!("| {people} x {workers} | {} | {words} |", row.places());
    // Writing to a String cannot fail.
    let _ = write!(line, " {:.0} |", of("count"));
    for number in [middle, late, most] {
        let _ = write!(line, " {} |", milliseconds(number));
    }
    let _ = writeln!(line, " {wanted:.0} | {met} | {proof} |");
    line
}

fn milliseconds(number: f64) -> String {
    match number {
        n if n < 10.0 => format!("{n:.2}"),
        n if n < 100.0 => format!("{n:.1}"),
        n => format!("{n:.0}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missed_is_said() {
        let row = Row {
            people: 10_000,
            workers: 2_000,
            tight: true,
            runs: Vec::new(),
        };
        let said = r#"{"arrival":{"count":200,"median":1.5,"late":12.25,"most":81.2},
            "withdrawal":{"count":9,"median":20.5,"late":112.25,"most":981.2},"wrong":0}"#;
        let figures = Figures::read(said);
        assert_eq!(
            line(&row, &figures, KINDS[1]),
            "| 10,000 x 2,000 | tight | somebody arrives | 200 | 1.50 | 12.2 | 81.2 | 50 | met, not by the slowest | yes |\n"
        );
        let late = line(&row, &figures, KINDS[2]);
        assert!(
            late.ends_with(
                "| 9 | 20.5 | 112 | 981 | 50 | **not met**; the middle one is under it | yes |\n"
            ),
            "{late}"
        );
        let unsaid = line(&row, &Figures::read("{}"), KINDS[0]);
        assert!(
            unsaid.contains("**not met**") && unsaid.contains("**no**"),
            "{unsaid}"
        );
        assert_eq!(table(&[row]), "");
    }
}
