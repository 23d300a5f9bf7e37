//! One word, five doors; and rooms that use each other in one direction only.
//!
//! Both read `pub const ROOMS: &[(&str, &[&str])]` in `crates/server/src/lib.rs`: each room with the
//! rooms it may use.

use super::{Report, files::Files};
use crate::source;

pub(super) const LIB: &str = "crates/server/src/lib.rs";

/// A room and the rooms it may use.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Room {
    pub(super) name: String,
    may_use: Vec<String>,
}

/// The rooms as `lib.rs` lists them; none when the list is not there.
pub(super) fn list(files: &Files) -> Vec<Room> {
    let text = files.text(LIB).unwrap_or_default();
    let source = source::rust(text);
    let Some(start) = source::words(&source.code, "ROOMS").first().copied() else {
        return Vec::new();
    };
    let Some(equals) = source.code[start..].find('=').map(|at| start + at) else {
        return Vec::new();
    };
    let end = source.code[equals..]
        .find(';')
        .map_or(source.code.len(), |at| equals + at);
    read(&source.uncommented[equals..end])
}

/// Reads `= &[("people", &[]), ("matching", &["people"])]`: the first string of each pair is the room.
fn read(text: &str) -> Vec<Room> {
    let mut rooms: Vec<Room> = Vec::new();
    let mut first = false;
    let mut pieces = text.split('"');
    while let Some(between) = pieces.next() {
        first |= between.contains('(');
        let Some(name) = pieces.next() else {
            break;
        };
        if first {
            rooms.push(Room {
                name: name.to_owned(),
                may_use: Vec::new(),
            });
        } else if let Some(room) = rooms.last_mut() {
            room.may_use.push(name.to_owned());
        }
        first = false;
    }
    rooms
}

/// Each room has its place in the server, the domain, the tests, the texts and the documents.
pub(super) fn five_doors(files: &Files) -> Report {
    let mut report = Report::of("rooms");
    for Room { name, .. } in list(files) {
        report.looked_at += 1;
        let doors: [&[String]; 6] = [
            &[format!("crates/server/src/{name}/mod.rs")],
            &[
                format!("crates/domain/src/{name}/mod.rs"),
                format!("crates/domain/src/{name}.rs"),
            ],
            &[
                format!("crates/server/tests/it/{name}.rs"),
                format!("crates/server/tests/it/{name}/mod.rs"),
            ],
            &[format!("locales/en/{name}.ftl")],
            &[format!("locales/es/{name}.ftl")],
            &[format!("docs/rooms/{name}.md")],
        ];
        for choices in doors {
            if !choices.iter().any(|path| files.exists(path)) {
                report.problem(format!("room {name} has no {}", choices.join(" and no ")));
            }
        }
    }
    report
}

/// Rooms use only the rooms they may, and those only through what their `mod.rs` re-exports.
pub(super) fn order(files: &Files) -> Report {
    let mut report = Report::of("references from room to room");
    let rooms = list(files);
    for room in &rooms {
        for used in &room.may_use {
            if !rooms.iter().any(|other| other.name == *used) {
                report.problem(format!(
                    "{LIB}: {} may use {used}, which is no room",
                    room.name
                ));
            }
        }
        if reaches(&rooms, room, &room.name, &mut Vec::new()) {
            report.problem(format!("{LIB}: {} uses itself by way of others", room.name));
        }
        let folder = format!("crates/server/src/{}/", room.name);
        for (path, text) in files.texts(&folder, ".rs") {
            references(files, &rooms, room, path, text, &mut report);
        }
    }
    if rooms.is_empty() {
        report.problem(format!("{LIB} lists no ROOMS"));
    }
    // Rooms that do not use each other yet are in order, too.
    report.looked_at += rooms.len();
    report
}

/// Whether `goal` can be reached from `room` by what rooms may use.
fn reaches<'a>(rooms: &'a [Room], room: &'a Room, goal: &str, seen: &mut Vec<&'a str>) -> bool {
    room.may_use.iter().any(|used| {
        if used == goal {
            return true;
        }
        let next = rooms.iter().find(|other| other.name == *used);
        match next {
            Some(next) if !seen.contains(&next.name.as_str()) => {
                seen.push(&next.name);
                reaches(rooms, next, goal, seen)
            }
            _ => false,
        }
    })
}

fn references(
    files: &Files,
    rooms: &[Room],
    room: &Room,
    path: &str,
    text: &str,
    report: &mut Report,
) {
    let code = source::rust(text).code;
    for other in rooms.iter().filter(|other| other.name != room.name) {
        let sideways = format!("super::{}", other.name);
        for at in source::words(&code, &sideways) {
            let line = source::line_of(&code, at);
            report.problem(format!(
                "{path}:{line}: say crate::{} instead of {sideways}",
                other.name
            ));
        }
    }
    for reference in source::crate_paths(&code) {
        let used = &reference.parts[0];
        if *used == room.name || !rooms.iter().any(|other| other.name == *used) {
            continue;
        }
        report.looked_at += 1;
        let shown = format!(
            "{path}:{}: crate::{}",
            reference.line,
            reference.parts.join("::")
        );
        if !room.may_use.contains(used) {
            report.problem(format!("{shown}: {} may not use {used} ({LIB})", room.name));
        } else if is_deep(files, &reference.parts) {
            report.problem(format!(
                "{shown}: use only what crates/server/src/{used}/mod.rs re-exports"
            ));
        }
    }
}

/// Whether a path goes past a room's `mod.rs` into one of its modules.
fn is_deep(files: &Files, parts: &[String]) -> bool {
    let Some(second) = parts.get(1) else {
        return false;
    };
    let folder = format!("crates/server/src/{}/{second}", parts[0]);
    let is_module =
        files.exists(&format!("{folder}.rs")) || files.exists(&format!("{folder}/mod.rs"));
    // `Member::new` is the type's own business, `members::new` is a look inside.
    let is_lower = second.starts_with(|c: char| c.is_lowercase());
    is_module || (is_lower && parts.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOMS: &str = "//! x\n/// ROOMS\npub const ROOMS: &[(&str, &[&str])] = &[\n    \
        (\"people\", &[]), // first\n    (\"matching\", &[\"people\"]),\n];\n";

    fn house(also: &[(&str, &str)]) -> Files {
        let mut all = vec![
            (LIB, ROOMS),
            (
                "crates/server/src/people/mod.rs",
                "mod members; pub use members::Member;",
            ),
            ("crates/server/src/people/members.rs", "pub struct Member;"),
            ("crates/domain/src/people/mod.rs", ""),
            ("crates/server/tests/it/people.rs", ""),
            ("locales/en/people.ftl", ""),
            ("locales/es/people.ftl", ""),
            ("docs/rooms/people.md", ""),
            ("crates/server/src/matching/mod.rs", ""),
            ("crates/domain/src/matching.rs", ""),
            ("crates/server/tests/it/matching/mod.rs", ""),
            ("locales/en/matching.ftl", ""),
            ("locales/es/matching.ftl", ""),
        ];
        all.extend_from_slice(also);
        Files::sample(&all)
    }

    #[test]
    fn the_list_is_read() {
        let rooms = list(&house(&[]));
        assert_eq!(rooms.len(), 2);
        assert_eq!(rooms[0].name, "people");
        assert!(rooms[0].may_use.is_empty());
        assert_eq!(rooms[1].may_use, ["people"]);
    }

    #[test]
    fn a_missing_door_is_named() {
        let good = five_doors(&house(&[("docs/rooms/matching.md", "")]));
        assert!(good.is_good(), "{good:?}");
        assert_eq!(good.looked_at, 2);
        let bad = five_doors(&house(&[]));
        assert_eq!(
            bad.problems,
            ["room matching has no docs/rooms/matching.md"]
        );
        assert!(!five_doors(&Files::sample(&[(LIB, "")])).is_good());
    }

    fn used_in(room: &str, code: &str) -> Vec<String> {
        let path = format!("crates/server/src/{room}/acts.rs");
        order(&house(&[(&path, code)])).problems
    }

    #[test]
    fn rooms_use_what_they_may() {
        let good =
            "use crate::people::Member; fn f() { crate::people::Member::new(); crate::cx::a::b() }";
        assert!(used_in("matching", good).is_empty());
        let wrong_way = used_in("people", "fn f() { crate::matching::Offer::new() }");
        assert!(
            wrong_way[0].contains("people may not use matching"),
            "{wrong_way:?}"
        );
        assert!(used_in("people", "// crate::matching::Offer").is_empty());
    }

    #[test]
    fn rooms_do_not_look_inside_each_other() {
        for code in [
            "use crate::people::members::Member;",
            "use crate::people::{Member, members::Other};",
            "use crate::people::members;",
            "use super::super::people::Member;",
        ] {
            assert_eq!(used_in("matching", code).len(), 1, "{code}");
        }
    }

    #[test]
    fn a_circle_is_found() {
        let text =
            "const ROOMS: X = &[(\"a\", &[\"b\"]), (\"b\", &[\"c\"]), (\"c\", &[\"a\", \"d\"])];";
        let report = order(&Files::sample(&[(LIB, text)]));
        assert_eq!(report.problems.len(), 4, "{report:?}");
        assert!(
            report
                .problems
                .iter()
                .any(|p| p.contains("which is no room"))
        );
        assert!(!order(&Files::sample(&[(LIB, "")])).is_good());
    }
}
