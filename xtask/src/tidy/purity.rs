//! What may be linked: nothing that waits, asks the clock or draws lots under the domain, and no second
//! TLS anywhere.

use super::{Report, files::Files};
use crate::{run, source};
use std::path::Path;

/// Everything the domain may stand on.
const UNDER_DOMAIN: &[&str] = &[
    "cairn-domain",
    "proc-macro2",
    "quote",
    "serde",
    "serde_core",
    "serde_derive",
    "syn",
    "thiserror",
    "thiserror-impl",
    // Small vectors, for the line below; both read nothing but what they are given.
    "tinyvec",
    "unicode-ident",
    "unicode-normalization",
    // The type only: making ids reads clock and chance, and clippy.toml forbids the calls.
    "uuid",
];

/// Crates that may be nowhere in the tree. `deny.toml` has the reasons; this runs without cargo-deny.
const NOWHERE: &[&str] = &[
    "openssl",
    "openssl-sys",
    "native-tls",
    "aws-lc-rs",
    "aws-lc-sys",
    "sqlx",
    "sqlx-core",
];

/// What pure rules do not call, though the standard library has it.
const IMPURE: &[&str] = &[
    "async fn",
    "SystemTime",
    "Instant::now",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
];

/// The domain's dependencies against the list, and its code against calls that are not pure.
pub(super) fn domain(files: &Files) -> Report {
    let mut report = Report::of("crates and files under the domain");
    if let Some(root) = &files.root {
        let arguments = ["-p", "cairn-domain", "-e", "normal"];
        match tree(root, &arguments) {
            Ok(names) => judge_domain(&names, &mut report),
            Err(error) => report.problem(error),
        }
    }
    for (path, text) in files.texts("crates/domain/src/", ".rs") {
        report.looked_at += 1;
        let code = source::rust(text).code;
        for call in IMPURE {
            for at in source::words(&code, call) {
                let line = source::line_of(&code, at);
                report.problem(format!("{path}:{line}: {call}: the domain is pure rules"));
            }
        }
    }
    report
}

/// The whole tree, every target system, against crates that may be nowhere.
pub(super) fn crates(files: &Files) -> Report {
    let mut report = Report::of("crates");
    let Some(root) = &files.root else {
        return report;
    };
    let arguments = ["--workspace", "-e", "normal,build", "--target", "all"];
    match tree(root, &arguments) {
        Ok(names) => judge_all(&names, &mut report),
        Err(error) => report.problem(error),
    }
    report
}

fn judge_domain(names: &[String], report: &mut Report) {
    report.looked_at += names.len();
    for name in names
        .iter()
        .filter(|name| !UNDER_DOMAIN.contains(&name.as_str()))
    {
        report.problem(format!(
            "cairn-domain depends on {name}, which is not on the list"
        ));
    }
}

fn judge_all(names: &[String], report: &mut Report) {
    report.looked_at += names.len();
    for name in names.iter().filter(|name| NOWHERE.contains(&name.as_str())) {
        report.problem(format!("{name} is in the tree: cargo tree --invert {name}"));
    }
}

/// The names of the crates `cargo tree` lists, each once.
fn tree(root: &Path, arguments: &[&str]) -> Result<Vec<String>, String> {
    let mut command = run::command("cargo", root);
    command
        .arg("tree")
        .args(arguments)
        .args(["--prefix", "none"]);
    Ok(names(&run::captured(&mut command)?))
}

fn names(text: &str) -> Vec<String> {
    let first_words = text
        .lines()
        .filter_map(|line| line.split_whitespace().next());
    let mut names: Vec<String> = first_words.map(str::to_owned).collect();
    names.sort();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "cairn-domain v0.1.0 (/x)\nserde v1.0.0\nserde v1.0.0 (*)\n\nsyn v2.0.0\n";

    #[test]
    fn the_domain_stands_on_little() {
        let mut good = Report::of("crates");
        judge_domain(&names(TREE), &mut good);
        assert!(good.is_good());
        assert_eq!(good.looked_at, 3);
        let mut bad = Report::of("crates");
        judge_domain(&names(&format!("{TREE}tokio v1.0.0\n")), &mut bad);
        assert!(bad.problems[0].contains("tokio"));
    }

    #[test]
    fn banned_crates_are_found() {
        let mut bad = Report::of("crates");
        judge_all(
            &names("ring v1\nopenssl-sys v1\nopenssl-probe v1\n"),
            &mut bad,
        );
        assert_eq!(bad.problems.len(), 1);
        assert!(bad.problems[0].starts_with("openssl-sys"));
    }

    #[test]
    fn impure_calls_are_found() {
        let sample = |text| domain(&Files::sample(&[("crates/domain/src/people.rs", text)]));
        assert!(sample("fn f(now: i64) {} // SystemTime::now").is_good());
        for text in [
            "async fn f() {}",
            "fn f() { std::time::SystemTime::now() }",
            "use std::fs;",
        ] {
            assert_eq!(sample(text).problems.len(), 1, "{text}");
        }
        assert!(!domain(&Files::sample(&[])).is_good());
    }
}
