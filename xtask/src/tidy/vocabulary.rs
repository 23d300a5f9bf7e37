//! Words that do not belong in the product's English texts; the list with reasons is `vocabulary.txt`.

use super::{Report, files::Files};
use crate::source;

const LIST: &str = "xtask/src/tidy/vocabulary.txt";

/// One line of the list.
#[derive(Debug)]
struct Entry {
    words: Vec<String>,
    in_locales: bool,
    in_docs: bool,
    rooms: Vec<String>,
    phrases: Vec<String>,
    why: String,
}

/// Looks at every text in `locales/en`, the documents and the README.
pub(super) fn check(files: &Files) -> Report {
    let mut report = Report::of("lines of text");
    let entries = read(files.text(LIST).unwrap_or_default(), &mut report);
    if entries.is_empty() {
        report.problem(format!("{LIST} lists no words"));
    }
    for (path, text) in files.texts("locales/en/", ".ftl") {
        for (line, value) in values(text) {
            report.looked_at += 1;
            judge(
                &entries,
                path,
                line,
                &value,
                |entry| entry.in_locales,
                &mut report,
            );
        }
    }
    let pages = files
        .texts("docs/", ".md")
        .chain(files.texts("README.md", ".md"));
    for (path, text) in pages {
        for (index, line) in text.lines().enumerate() {
            report.looked_at += 1;
            let words = without_code(line);
            judge(
                &entries,
                path,
                index + 1,
                &words,
                |entry| entry.in_docs,
                &mut report,
            );
        }
    }
    report
}

fn read(text: &str, report: &mut Report) -> Vec<Entry> {
    let items = |field: &str| -> Vec<String> {
        let each = field.split(',').map(|item| item.trim().to_lowercase());
        each.filter(|item| !item.is_empty() && item != "-")
            .collect()
    };
    let mut entries = Vec::new();
    for line in text.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let fields: Vec<&str> = line.split('|').map(str::trim).collect();
        let known = |place: &str| ["locales", "docs", "both"].contains(&place);
        match fields[..] {
            [words, place, rooms, phrases, why] if known(place) && !why.is_empty() => {
                entries.push(Entry {
                    words: items(words),
                    in_locales: place != "docs",
                    in_docs: place != "locales",
                    rooms: items(rooms),
                    phrases: items(phrases),
                    why: why.to_owned(),
                });
            }
            _ => report.problem(format!("{LIST}: cannot read \"{line}\"")),
        }
    }
    entries
}

fn judge(
    entries: &[Entry],
    path: &str,
    line: usize,
    text: &str,
    applies: impl Fn(&Entry) -> bool,
    report: &mut Report,
) {
    let file = path.rsplit('/').next().unwrap_or_default();
    let room = file.split('.').next().unwrap_or_default();
    for entry in entries.iter().filter(|entry| applies(entry)) {
        if entry.rooms.iter().any(|allowed| allowed == room) {
            continue;
        }
        let mut text = text.to_lowercase();
        for phrase in &entry.phrases {
            text = text.replace(phrase, "");
        }
        for word in &entry.words {
            if !source::words(&text, word).is_empty() {
                report.problem(format!("{path}:{line}: \"{word}\": {}", entry.why));
            }
        }
    }
}

/// The readable part of each line of a Fluent file: no comments, names, variables or variant keys.
fn values(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let is_inside = line.starts_with([' ', '\t']);
        let value = match line.split_once('=') {
            Some((name, value)) if !is_inside || name.trim_start().starts_with('.') => value,
            _ => line,
        };
        let trimmed = value.trim_start().trim_start_matches('*');
        let value = match trimmed
            .strip_prefix('[')
            .and_then(|rest| rest.split_once(']'))
        {
            Some((_, after)) => after,
            None => value,
        };
        found.push((index + 1, without_placeables(value)));
    }
    found
}

/// Drops `{ $name }`, `{ message }` and `{ $count ->` from a text.
fn without_placeables(text: &str) -> String {
    let mut kept = String::new();
    let mut depth = 0;
    for letter in text.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

/// Drops what stands between backquotes.
fn without_code(line: &str) -> String {
    line.split('`').step_by(2).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "# why\n\
        user, users | locales | - | - | say you\n\
        case | locales | - | in case | nobody is a case\n\
        patient | both | bridge | - | a word of others\n";

    fn problems(path: &str, text: &str) -> Vec<String> {
        let report = check(&Files::sample(&[(LIST, WORDS), (path, text)]));
        assert!(report.looked_at > 0);
        report.problems
    }

    #[test]
    fn words_are_found_as_whole_words() {
        let people = "locales/en/people.ftl";
        assert_eq!(problems(people, "a = Each User").len(), 1);
        assert_eq!(problems(people, "a =\n    Many\n    users here").len(), 1);
        assert_eq!(problems(people, "a = x\n    .title = your case").len(), 1);
        assert_eq!(
            problems(people, "a = { $n ->\n  *[other] users\n }").len(),
            1
        );
        assert!(problems(people, "a = In case you need it, the username").is_empty());
        assert!(
            problems(
                people,
                "# user\nuser-case = { $user } { $users ->\n   *[user] you\n}"
            )
            .is_empty()
        );
    }

    #[test]
    fn places_and_rooms_count() {
        assert!(problems("docs/rooms/people.md", "a user and `patient`").is_empty());
        assert_eq!(problems("docs/rooms/people.md", "x\na patient").len(), 1);
        assert_eq!(problems("README.md", "a patient").len(), 1);
        assert!(problems("locales/en/bridge.ftl", "a = The patient record").is_empty());
        assert!(problems("docs/rooms/bridge.md", "The patient record").is_empty());
    }

    #[test]
    fn the_list_itself_is_checked() {
        let own = include_str!("vocabulary.txt");
        let good = check(&Files::sample(&[(LIST, own), ("README.md", "fine")]));
        assert!(good.is_good(), "{good:?}");
        let bad = check(&Files::sample(&[
            (LIST, "user | everywhere"),
            ("README.md", "fine"),
        ]));
        assert_eq!(bad.problems.len(), 2);
        assert!(!check(&Files::sample(&[(LIST, own)])).is_good());
    }
}
