//! Page and API doors are shells: the act is somewhere else and can be called without them.

use super::{Report, files::Files};
use crate::source;

const LIMIT: usize = 15;

/// Measures functions named `…_page` and `…_api` in the server.
pub(super) fn check(files: &Files) -> Report {
    let mut report = Report::of("page and API doors");
    for (path, text) in files.texts("crates/server/src/", ".rs") {
        for function in source::rust_functions(&source::rust(text).code) {
            if !function.name.ends_with("_page") && !function.name.ends_with("_api") {
                continue;
            }
            report.looked_at += 1;
            if function.lines > LIMIT {
                report.problem(format!(
                    "{path}:{} {} has {} lines; a door has at most {LIMIT}, the rest is the act",
                    function.line, function.name, function.lines
                ));
            }
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    fn door(name: &str, lines: usize) -> Report {
        let text = format!(
            "async fn {name}() {{\n{}}}\n",
            "    step();\n".repeat(lines - 2)
        );
        check(&Files::sample(&[(
            "crates/server/src/people/members.rs",
            &text,
        )]))
    }

    #[test]
    fn doors_are_short() {
        assert!(door("accept_page", 15).is_good());
        assert_eq!(door("accept_page", 16).problems.len(), 1);
        assert_eq!(door("accept_api", 16).problems.len(), 1);
        assert!(
            !door("accept", 16).is_good(),
            "no door is nothing to look at"
        );
        assert!(door("accept", 16).problems.is_empty());
    }
}
