//! SQL lives in a room's `store.rs` and in `crates/db`.

use super::{Report, files::Files};
use crate::source;

/// Looks at every string literal of the product's own code outside the places where SQL may be.
pub(super) fn check(files: &Files) -> Report {
    let mut report = Report::of("string literals outside store.rs");
    for (path, text) in files.texts("crates/", ".rs") {
        if may_hold_sql(path) {
            continue;
        }
        for literal in source::rust(text).literals {
            report.looked_at += 1;
            if is_sql(&literal.text) {
                report.problem(format!(
                    "{path}:{}: SQL belongs in the room's store.rs",
                    literal.line
                ));
            }
        }
    }
    report
}

/// A room's `store.rs` (or `store/`), the database crate, and tests.
fn may_hold_sql(path: &str) -> bool {
    let inside = path.strip_prefix("crates/server/src/").unwrap_or_default();
    let parts: Vec<&str> = inside.split('/').collect();
    let in_store = matches!(parts[..], [_, "store.rs"] | [_, "store", _]);
    in_store || path.starts_with("crates/db/") || path.contains("/tests/")
}

/// Whether a text reads like a statement. Capitals give SQL away; small letters need one more sign,
/// because "select a worker from the list" is a sentence.
fn is_sql(text: &str) -> bool {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if looks_like_sql(&flat) {
        return true;
    }
    let upper = flat.to_uppercase();
    let starts = [
        "SELECT ",
        "INSERT INTO ",
        "UPDATE ",
        "DELETE FROM ",
        "WITH ",
    ];
    let sign = ["$1", " * ", "= ?", "(?", "VALUES (", "VALUES("];
    starts.iter().any(|word| upper.starts_with(word))
        && sign.iter().any(|sign| upper.contains(sign))
        && looks_like_sql(&upper)
}

fn looks_like_sql(flat: &str) -> bool {
    let pairs = [
        ("SELECT ", " FROM "),
        ("INSERT INTO ", ""),
        ("INSERT OR ", " INTO "),
        ("UPDATE ", " SET "),
        ("DELETE FROM ", ""),
        ("CREATE TABLE ", ""),
        ("PRAGMA ", ""),
    ];
    pairs.iter().any(|(first, second)| {
        let found = source::words(flat, first.trim_end()).first().copied();
        found.is_some_and(|at| flat[at..].starts_with(first) && flat[at..].contains(second))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(path: &str, literal: &str) -> usize {
        let text = format!("const A: &str = \"{literal}\"; const B: &str = \"b\";");
        check(&Files::sample(&[(path, &text)])).problems.len()
    }

    const ACTS: &str = "crates/server/src/people/members.rs";

    #[test]
    fn statements_are_found() {
        for statement in [
            "SELECT a FROM b",
            "\n   SELECT\n a\n FROM b",
            "INSERT INTO a (b) VALUES ($1)",
            "UPDATE a SET b = $1",
            "DELETE FROM a",
            "select * from members where id = $1",
            "WITH x AS (SELECT 1 FROM y) SELECT 1",
            "PRAGMA foreign_keys",
        ] {
            assert_eq!(problems(ACTS, statement), 1, "{statement}");
        }
    }

    #[test]
    fn sentences_are_not() {
        for sentence in [
            "Select the languages from the list",
            "select a worker from the list",
            "Update your profile and set a name",
            "UPDATES SETTLE",
            "delete",
        ] {
            assert_eq!(problems(ACTS, sentence), 0, "{sentence}");
        }
    }

    #[test]
    fn stores_may() {
        let statement = "SELECT a FROM b";
        for path in [
            "crates/server/src/people/store.rs",
            "crates/server/src/people/store/members.rs",
            "crates/db/src/sqlite.rs",
            "crates/server/tests/it/people.rs",
        ] {
            assert_eq!(problems(path, statement), 0, "{path}");
        }
        assert_eq!(problems("crates/server/src/store.rs", statement), 1);
        assert_eq!(problems("crates/domain/src/people/store.rs", statement), 1);
        assert!(!check(&Files::sample(&[])).is_good());
    }
}
