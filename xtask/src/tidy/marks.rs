//! Marks of unfinished work, and tests that are switched off.

use super::{Report, files::Files};
use crate::source;

/// What may stand nowhere in Rust code, with the reason.
const RUST: &[(&str, &str)] = &[
    ("todo!", "unfinished"),
    ("unimplemented!", "unfinished"),
    ("dbg!", "left from looking for a fault"),
    (
        "#[ignore",
        "a test that does not run; print a line that begins with skipped: instead",
    ),
];

/// What may stand nowhere in scripts, with the reason.
const SCRIPT: &[(&str, &str)] = &[
    ("test.skip", "a journey that does not run"),
    ("test.fixme", "a journey that does not run"),
    ("describe.skip", "journeys that do not run"),
    (".only(", "all other journeys do not run"),
    ("debugger;", "left from looking for a fault"),
];

/// Looks through all code, comments and literals left out.
pub(super) fn check(files: &Files) -> Report {
    let mut report = Report::of("files of code");
    for (path, text) in files.texts("", ".rs") {
        report.looked_at += 1;
        let source = source::rust(text);
        find(path, &source.code, RUST, &mut report);
        // xtask speaks for itself; its output is not captured.
        if !path.starts_with("xtask/") {
            captured_skips(path, &source, &mut report);
        }
    }
    for ending in [".js", ".mjs", ".ts"] {
        for (path, text) in files.texts("", ending) {
            report.looked_at += 1;
            find(path, &source::script(text).code, SCRIPT, &mut report);
        }
    }
    report
}

fn find(path: &str, code: &str, marks: &[(&str, &str)], report: &mut Report) {
    for (mark, reason) in marks {
        for (at, _) in code.match_indices(mark) {
            let before = code[..at].bytes().next_back();
            let is_part =
                mark.starts_with(char::is_alphabetic) && before.is_some_and(source::is_word);
            if !is_part {
                let line = source::line_of(code, at);
                report.problem(format!("{path}:{line}: {mark} ({reason})"));
            }
        }
    }
}

/// What a passing test prints with `println!` or `eprintln!` is captured and never seen, so a skip said
/// that way would not be counted.
fn captured_skips(path: &str, source: &source::Source, report: &mut Report) {
    for (at, _) in source.uncommented.match_indices("println!(\"skipped:") {
        if source.code[at..].starts_with("println!") {
            let line = source::line_of(&source.code, at);
            report.problem(format!(
                "{path}:{line}: the test runner captures println!; write the skipped: line to \
                 std::io::stderr() with writeln!"
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(path: &str, text: &str) -> usize {
        check(&Files::sample(&[(path, text)])).problems.len()
    }

    #[test]
    fn rust_marks() {
        for bad in [
            "fn f() { todo!() }",
            "fn f() { unimplemented!() }",
            "fn f() { dbg!(1); }",
            "#[ignore = \"later\"]\nfn f() {}",
            "fn f() { println!(\"skipped: x\") }",
            "fn f() { eprintln!(\"skipped: x\") }",
        ] {
            assert_eq!(problems("a.rs", bad), 1, "{bad}");
        }
        for good in [
            "// todo!\nconst A: &str = \"dbg!(\"; fn f() { my_todo!() }",
            "fn f() { writeln!(stderr(), \"skipped: x\") }",
        ] {
            assert_eq!(problems("a.rs", good), 0, "{good}");
        }
        assert!(!check(&Files::sample(&[])).is_good());
    }

    #[test]
    fn script_marks() {
        for bad in [
            "test.skip('a')",
            "test.describe.only('a')",
            "test.only('a')",
            "test.fixme()",
        ] {
            assert_eq!(problems("e2e/a.spec.ts", bad), 1, "{bad}");
        }
        assert_eq!(
            problems("e2e/a.spec.ts", "// test.skip\nlet a = '.only(';"),
            0
        );
    }
}
