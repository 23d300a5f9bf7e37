//! Paths named in documents exist: prose that lists folders rots.

use super::{Report, files::Files};

/// Endings that make a text with a slash a path of this repository.
const ENDINGS: &[&str] = &[
    ".rs", ".md", ".toml", ".ftl", ".html", ".sql", ".ts", ".js", ".css", ".txt",
];

/// Places that exist only after building or running something.
const MADE: &[&str] = &["target", "data", "node_modules", "screenshots"];

/// Looks at what stands between backquotes and at links in every document.
pub(super) fn check(files: &Files) -> Report {
    let mut report = Report::of("paths named in documents");
    for (document, text) in files.texts("", ".md") {
        let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (line, text) in prose(text) {
            for code in between(text, "`", "`") {
                if looks_like_a_path(files, code) {
                    // A crate's own document may name its files from where it stands.
                    let here = files.exists(&joined(folder, code));
                    let folder = if here { folder } else { "" };
                    judge(files, document, line, folder, code, &mut report);
                }
            }
            for link in between(text, "](", ")") {
                let target = link.split('#').next().unwrap_or_default();
                if !target.is_empty() && !target.contains("://") && !target.starts_with("mailto:") {
                    judge(files, document, line, folder, target, &mut report);
                }
            }
        }
    }
    report
}

fn judge(
    files: &Files,
    document: &str,
    line: usize,
    folder: &str,
    named: &str,
    report: &mut Report,
) {
    report.looked_at += 1;
    let path = joined(folder, named);
    if !files.exists(&path) {
        report.problem(format!("{document}:{line}: there is no {named}"));
    }
}

/// Lines outside fenced code, with their numbers.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        (!fenced && !fence).then_some((index + 1, line))
    })
}

/// The texts between two marks on one line.
fn between<'a>(line: &'a str, open: &'a str, close: &'a str) -> Vec<&'a str> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(start) = rest.find(open) {
        let inside = &rest[start + open.len()..];
        let Some(end) = inside.find(close) else {
            break;
        };
        found.push(&inside[..end]);
        rest = &inside[end + close.len()..];
    }
    found
}

/// A path has a slash, only ordinary letters, and begins at the top of the repository or ends like a
/// file of ours. `NNNN`, `<room>`, `*` and `…` stand for something else.
fn looks_like_a_path(files: &Files, code: &str) -> bool {
    let ordinary = |c: char| c.is_ascii_alphanumeric() || "/_-.".contains(c);
    if !code.contains('/') || !code.chars().all(ordinary) || code.contains("NNNN") {
        return false;
    }
    if code.contains("..") || code.starts_with(['/', '.']) && !code.starts_with(".ci/") {
        return false;
    }
    let parts: Vec<&str> = code.split('/').collect();
    if parts.iter().any(|part| MADE.contains(part)) {
        return false;
    }
    let top = files.top();
    top.contains(parts[0]) || ENDINGS.iter().any(|ending| code.ends_with(ending))
}

/// `docs/howto` and `../STYLE.md` give `docs/STYLE.md`.
fn joined(folder: &str, named: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in named.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        let files = Files::sample(&[
            ("docs/howto/add-a-page.md", text),
            ("docs/STYLE.md", ""),
            ("crates/db/src/lib.rs", ""),
            ("locales/en/people.ftl", ""),
        ]);
        check(&files).problems
    }

    #[test]
    fn good_paths_pass() {
        let good = "See `crates/db`, `crates/db/src/lib.rs`, `locales/en/`, [style](../STYLE.md#x),\n\
            [web](https://example.org/a.md), `GET /api/v1/x`, `/leave`, `target/tools`, `text/html`,\n\
            `crates/server/src/<room>/mod.rs`, `migrations/NNNN_x.sql`, `locales/*/people.ftl`,\n`./add-a-page.md`, \
            `../howto/add-a-page.md`.\n\
            ```\n`crates/no/such.rs`\n```\n";
        assert_eq!(problems(good), Vec::<String>::new());
    }

    #[test]
    fn rotten_paths_are_named() {
        for bad in [
            "`crates/bd`",
            "`locales/en/peopel.ftl`",
            "`server/src/gone.rs`",
            "`howto/gone.md`",
            "[x](STYLE.md)",
            "[x](../../STYEL.md)",
        ] {
            assert_eq!(problems(bad).len(), 1, "{bad}");
        }
        assert!(problems("fine\n`crates/bd`")[0].starts_with("docs/howto/add-a-page.md:2"));
        assert!(!check(&Files::sample(&[("a.md", "no paths")])).is_good());
    }
}
