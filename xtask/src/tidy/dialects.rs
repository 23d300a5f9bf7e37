//! How many statements have a text of their own for each database. Not forbidden, but counted.

use super::{Report, files::Files};
use crate::source;

/// Counts `sqlite "…"` in the stores.
pub(super) fn check(files: &Files) -> Report {
    let mut report = Report::of("stores");
    let mut apart = Vec::new();
    let stores = files
        .texts("crates/server/src/", ".rs")
        .filter(|(path, _)| path.ends_with("/store.rs") || path.contains("/store/"));
    for (path, text) in stores {
        report.looked_at += 1;
        let count = own_texts(&source::rust(text).code);
        if count > 0 {
            apart.push(format!("{path} {count}"));
        }
    }
    report.note = Some(match apart.is_empty() {
        true => "every statement has one text for both databases".to_owned(),
        false => format!("statements with a text per database: {}", apart.join(", ")),
    });
    report
}

/// `sqlite` followed by a string of any kind.
fn own_texts(code: &str) -> usize {
    let after = |at: &usize| code[at + "sqlite".len()..].trim_start();
    let is_text = |rest: &str| {
        rest.trim_start_matches('r')
            .trim_start_matches('#')
            .starts_with('"')
    };
    let found = source::words(code, "sqlite");
    found.iter().filter(|at| is_text(after(at))).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_texts_are_counted() {
        let text = "statements! { A = \"sqlite\"; B = sqlite \"x\" postgres \"y\";\n\
                    C = sqlite r#\"z\"# postgres \"y\"; /* sqlite \"q\" */ }";
        let report = check(&Files::sample(&[(
            "crates/server/src/people/store.rs",
            text,
        )]));
        assert!(report.is_good());
        let note = report.note.unwrap();
        assert!(note.ends_with("people/store.rs 2"), "{note}");
        assert!(!check(&Files::sample(&[])).is_good());
    }
}
