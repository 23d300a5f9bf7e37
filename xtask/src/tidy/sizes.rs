//! Files of at most 500 lines and functions of at most 70, with a list of exceptions that only shrinks.

use super::{Report, files::Files};
use crate::source::{self, Function};

const FILE: usize = 500;
const FUNCTION: usize = 70;
const LIST: &str = "xtask/src/tidy/sizes.txt";

/// Finds the functions in a text.
type Find = fn(&str) -> Vec<Function>;

/// Endings of files that are measured, and how their functions are found.
const MEASURED: &[(&str, Find)] = &[
    (".rs", |text| {
        source::rust_functions(&source::rust(text).code)
    }),
    (".js", |text| {
        source::script_functions(&source::script(text).code)
    }),
    (".mjs", |text| {
        source::script_functions(&source::script(text).code)
    }),
    (".ts", |text| {
        source::script_functions(&source::script(text).code)
    }),
    (".css", |_| Vec::new()),
];

/// One line of the list.
#[derive(Debug)]
struct Exception {
    /// `file PATH` or `function PATH NAME`.
    what: String,
    lines: usize,
    needed: bool,
}

/// Measures every file and function.
pub(super) fn check(files: &Files) -> Report {
    let mut report = Report::of("files and functions");
    let mut exceptions = read(files.text(LIST).unwrap_or_default(), &mut report);
    let mut functions = 0;
    for (ending, find) in MEASURED {
        for (path, text) in files.texts("", ending) {
            let lines = text.lines().count();
            let what = format!("file {path}");
            judge(&what, path, lines, FILE, &mut exceptions, &mut report);
            for function in find(text) {
                functions += 1;
                let what = format!("function {path} {}", function.name);
                let place = format!("{path}:{} {}", function.line, function.name);
                judge(
                    &what,
                    &place,
                    function.lines,
                    FUNCTION,
                    &mut exceptions,
                    &mut report,
                );
            }
        }
    }
    for exception in exceptions.iter().filter(|exception| !exception.needed) {
        report.problem(format!(
            "{LIST}: \"{}\" is no longer needed",
            exception.what
        ));
    }
    report.note = Some(format!(
        "{functions} functions, {} exceptions",
        exceptions.len()
    ));
    report
}

fn judge(
    what: &str,
    place: &str,
    lines: usize,
    limit: usize,
    exceptions: &mut [Exception],
    report: &mut Report,
) {
    report.looked_at += 1;
    if lines <= limit {
        return;
    }
    match exceptions
        .iter_mut()
        .find(|exception| exception.what == what)
    {
        None => report.problem(format!("{place} has {lines} lines, the limit is {limit}")),
        Some(exception) => {
            exception.needed = true;
            if lines > exception.lines {
                let allowed = exception.lines;
                report.problem(format!("{place} has grown to {lines} lines from {allowed}"));
            } else if lines < exception.lines {
                report.problem(format!("{LIST}: \"{what}\" can be lowered to {lines}"));
            }
        }
    }
}

fn read(text: &str, report: &mut Report) -> Vec<Exception> {
    let mut exceptions = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let parts = line.rsplit_once(' ');
        match parts.and_then(|(what, lines)| Some((what, lines.parse().ok()?))) {
            Some((what, lines)) => exceptions.push(Exception {
                what: what.to_owned(),
                lines,
                needed: false,
            }),
            None => report.problem(format!("{LIST}: cannot read \"{line}\"")),
        }
    }
    exceptions
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(list: &str, path: &str, text: &str) -> Vec<String> {
        check(&Files::sample(&[(LIST, list), (path, text)])).problems
    }

    fn long_function(lines: usize) -> String {
        format!("fn long() {{\n{}}}\n", "    step();\n".repeat(lines - 2))
    }

    #[test]
    fn long_files() {
        assert!(problems("", "a.css", &"x\n".repeat(500)).is_empty());
        let found = problems("", "a.css", &"x\n".repeat(501));
        assert_eq!(found, ["a.css has 501 lines, the limit is 500"]);
    }

    #[test]
    fn long_functions() {
        assert!(problems("", "a.rs", &long_function(70)).is_empty());
        let found = problems("", "a.rs", &long_function(71));
        assert_eq!(found, ["a.rs:1 long has 71 lines, the limit is 70"]);
        let script = long_function(71).replace("fn long", "function long");
        assert_eq!(problems("", "a.js", &script).len(), 1);
        assert_eq!(problems("", "a.ts", &script).len(), 1);
    }

    #[test]
    fn exceptions_fit_exactly() {
        let text = long_function(80);
        assert!(problems("# why\nfunction a.rs long 80\n", "a.rs", &text).is_empty());
        let grown = problems("function a.rs long 79", "a.rs", &text);
        assert!(grown[0].contains("grown to 80"), "{grown:?}");
        let loose = problems("function a.rs long 81", "a.rs", &text);
        assert!(loose[0].contains("lowered to 80"), "{loose:?}");
        let stale = problems("file a.rs 600", "a.rs", "fn short() {}");
        assert!(stale[0].contains("no longer needed"), "{stale:?}");
        assert!(problems("nonsense", "a.rs", "").len() == 1);
    }

    #[test]
    fn nothing_to_measure_is_not_good() {
        assert!(!check(&Files::sample(&[])).is_good());
    }
}
