//! Every text exists in every language that promises it.
//!
//! English and Spanish are complete. Arabic has the files that `locales/ar/REQUIRED` names, one a line:
//! those a participant meets.

use super::{Report, files::Files};
use std::collections::{BTreeMap, BTreeSet};

/// The texts of one file: name (or `name.attribute`) and the variables in it.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// Holds Spanish and Arabic against English.
pub(super) fn check(files: &Files) -> Report {
    let mut report = Report::of("texts");
    for (path, text) in files.texts("locales/en/", ".ftl") {
        let english = read(path, text, &mut report);
        let name = path.trim_start_matches("locales/en/");
        report.looked_at += english.len();
        compare(files, "es", name, &english, true, &mut report);
    }
    arabic(files, &mut report);
    for language in ["es", "ar"] {
        let folder = format!("locales/{language}/");
        for (path, _) in files.texts(&folder, ".ftl") {
            let name = path.trim_start_matches(&folder);
            if files.text(&format!("locales/en/{name}")).is_none() {
                report.problem(format!("{path}: there is no locales/en/{name}"));
            }
        }
    }
    report
}

fn arabic(files: &Files, report: &mut Report) {
    let Some(required) = files.text("locales/ar/REQUIRED") else {
        report.problem(
            "locales/ar/REQUIRED is missing: which files does a participant meet?".to_owned(),
        );
        return;
    };
    let names = required.lines().map(str::trim);
    let names: Vec<&str> = names
        .filter(|name| !name.is_empty() && !name.starts_with('#'))
        .collect();
    if names.is_empty() {
        report.problem("locales/ar/REQUIRED names no files".to_owned());
    }
    for (path, text) in files.texts("locales/en/", ".ftl") {
        let name = path.trim_start_matches("locales/en/");
        let english = read(path, text, &mut Report::default());
        let whole = names.contains(&name);
        if whole || files.text(&format!("locales/ar/{name}")).is_some() {
            compare(files, "ar", name, &english, whole, report);
        }
    }
    for name in names {
        if files.text(&format!("locales/en/{name}")).is_none() {
            report.problem(format!(
                "locales/ar/REQUIRED: there is no locales/en/{name}"
            ));
        }
    }
}

/// Holds one file of another language against the English one; `whole` when nothing may be missing.
fn compare(
    files: &Files,
    language: &str,
    name: &str,
    english: &Texts,
    whole: bool,
    report: &mut Report,
) {
    let path = format!("locales/{language}/{name}");
    let Some(text) = files.text(&path) else {
        report.problem(format!("{path} is missing"));
        return;
    };
    let other = read(&path, text, report);
    report.looked_at += other.len();
    if whole {
        for key in english.keys().filter(|key| !other.contains_key(*key)) {
            report.problem(format!("{path}: {key} is missing"));
        }
    }
    for (key, variables) in &other {
        match english.get(key) {
            None => report.problem(format!("{path}: {key} is not in English")),
            Some(known) => {
                for variable in variables.difference(known) {
                    report.problem(format!("{path}: {key}: English gives it no ${variable}"));
                }
            }
        }
    }
}

/// Reads names, attributes and variables. Names stand at the start of a line, attributes after a dot.
fn read(path: &str, text: &str, report: &mut Report) -> Texts {
    let mut texts = Texts::new();
    let mut message = String::new();
    let mut key = String::new();
    for line in text.lines() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let head = line.split_once('=').map(|(name, _)| name.trim());
        let inside = line.starts_with([' ', '\t']);
        let new = match head {
            Some(name) if !inside && is_name(name.trim_start_matches('-')) => {
                message = name.to_owned();
                Some(message.clone())
            }
            Some(name) if inside && name.strip_prefix('.').is_some_and(is_name) => {
                Some(format!("{message}{name}"))
            }
            _ => None,
        };
        if let Some(new) = new {
            key = new;
            if texts.insert(key.clone(), BTreeSet::new()).is_some() {
                report.problem(format!("{path}: {key} is there twice"));
            }
        } else if !inside && !line.starts_with(['}', '[', '*']) {
            report.problem(format!("{path}: cannot read \"{line}\""));
        }
        if let Some(variables) = texts.get_mut(&key) {
            variables.extend(variables_in(line));
        }
    }
    texts
}

fn is_name(text: &str) -> bool {
    let first = text.starts_with(|c: char| c.is_ascii_alphabetic());
    first
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

fn variables_in(line: &str) -> Vec<String> {
    let after_dollars = line.split('$').skip(1);
    let names = after_dollars.map(|rest| {
        let letters = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c));
        letters.collect::<String>()
    });
    names.filter(|name| is_name(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: &str =
        "# a\nhello = Hello { $name }\n    .title = Hello\nbye =\n    Good\n    bye\n";
    const SPANISH: &str = "hello = Hola { $name }\n    .title = Hola\nbye = Adiós\n";

    fn problems(spanish: &str, arabic: &str, required: &str) -> Vec<String> {
        let report = check(&Files::sample(&[
            ("locales/en/people.ftl", ENGLISH),
            ("locales/es/people.ftl", spanish),
            ("locales/ar/people.ftl", arabic),
            ("locales/ar/REQUIRED", required),
        ]));
        assert!(report.looked_at > 0);
        report.problems
    }

    #[test]
    fn complete_languages_pass() {
        assert_eq!(
            problems(SPANISH, SPANISH, "# x\npeople.ftl\n"),
            Vec::<String>::new()
        );
        let empty = check(&Files::sample(&[("locales/ar/REQUIRED", "people.ftl")]));
        assert!(!empty.is_good());
    }

    #[test]
    fn what_is_missing_is_named() {
        let found = problems("hello = Hola\nbye = Adiós\n", SPANISH, "people.ftl");
        assert_eq!(found, ["locales/es/people.ftl: hello.title is missing"]);
        let found = problems(SPANISH, "bye = x\n", "people.ftl");
        assert_eq!(found.len(), 2, "{found:?}");
        let found = problems(SPANISH, SPANISH, "");
        assert_eq!(found, ["locales/ar/REQUIRED names no files"]);
        let found = problems(SPANISH, SPANISH, "people.ftl\nplans.ftl");
        assert_eq!(
            found,
            ["locales/ar/REQUIRED: there is no locales/en/plans.ftl"]
        );
    }

    #[test]
    fn what_is_too_much_is_named() {
        for (line, says) in [
            ("new = x", "new is not in English"),
            ("bye = again", "bye is there twice"),
            ("broken", "cannot read"),
        ] {
            let found = problems(&format!("{SPANISH}{line}\n"), SPANISH, "people.ftl");
            assert!(found.len() == 1 && found[0].contains(says), "{found:?}");
        }
        let found = problems(&SPANISH.replace("$name", "$nmae"), SPANISH, "people.ftl");
        assert!(found[0].contains("no $nmae"), "{found:?}");
    }
}
