//! Rows of participants: who waits, with their answers, and who is supported already, by whom.

use cairn_domain::matching::terms;
use cairn_domain::operations::Settings;
use cairn_domain::people::{Answers, Experience, Wish};
use cairn_domain::text::{self, TEXT_LIMIT};
use cairn_domain::{Micros, Refusal};

use super::cells;
use super::table::{Reading, Row, Table, Wrong};
use crate::people::NewAccount;

/// Columns of the file of participants.
pub const COLUMNS: &[&str] = &[
    "login",
    "name",
    "email",
    "language",
    "worker",
    "waiting_since",
    "priority",
    "kind",
    "caring_for",
    "experiences",
    "show_experiences",
    "story",
    "wishes",
    "languages",
    "modes",
    "times",
    "time_zone",
    "place",
    "max_km",
    "sector",
    "employer",
    "not_own_employer",
    "needs",
    "never",
    "never_note",
    "tell",
];

/// A participant to add.
pub struct Participant {
    /// The line of the file, for what is found wrong later.
    pub line: u64,
    /// How they sign in.
    pub account: NewAccount,
    /// What they are called.
    pub name: String,
    /// The login of the worker who supports them already; empty when they wait.
    pub worker: String,
    /// Since when they wait; `None` for now.
    pub since: Option<Micros>,
    /// How pressing it is.
    pub priority: i64,
    /// Logins of workers never to be offered.
    pub never: Vec<String>,
    /// The rest of the answers.
    pub answers: Answers,
}

/// Reads one row.
///
/// # Errors
/// Everything wrong in it.
pub fn read(
    table: &Table,
    row: &Row,
    settings: &Settings,
    now: Micros,
    words: &dyn Fn(&Refusal) -> String,
) -> Result<Participant, Vec<Wrong>> {
    let mut reading = Reading {
        table,
        row,
        wrongs: Vec::new(),
        words,
    };
    let known = cells::account(&mut reading);
    let answers = answers(&mut reading, settings);
    let since = since(&mut reading, now);
    let priority = reading.number("priority", 0, 2).unwrap_or(0);
    let never: Vec<String> = names(reading.cell("never"));
    let worker = reading.cell("worker").to_owned();
    match known {
        Some((account, name)) if reading.wrongs.is_empty() => Ok(Participant {
            line: row.line,
            account,
            name,
            worker,
            since,
            priority,
            never,
            answers,
        }),
        _ => Err(reading.wrongs),
    }
}

/// Logins in one cell; they may hold spaces, so only commas, semicolons and bars part them.
pub fn names(cell: &str) -> Vec<String> {
    let parts = cell.split([',', ';', '|']).map(str::trim);
    parts
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn answers(reading: &mut Reading<'_>, settings: &Settings) -> Answers {
    let kind = cells::kinds(reading, "kind").first().copied();
    let mut free = |column: &str| {
        let text = text::free(column, reading.cell(column), TEXT_LIMIT);
        reading.keep(column, text).unwrap_or_default()
    };
    let (story, never_note, tell) = (free("story"), free("never_note"), free("tell"));
    let (employer, not_own_employer) = cells::employer(reading);
    Answers {
        kind,
        caring_for: cells::caring_for(reading).first().copied(),
        experiences: experiences(reading),
        story,
        show_experiences: reading.yes("show_experiences").unwrap_or(false),
        wishes: wishes(reading),
        languages: cells::languages(reading),
        modes: cells::modes(reading),
        times: cells::times(reading),
        time_zone: cells::zone(reading),
        place: cells::place(reading, settings),
        max_km: reading
            .number("max_km", 0, 20_000)
            .and_then(|km| u32::try_from(km).ok()),
        sector: cells::sector(reading),
        employer,
        not_own_employer,
        needs: cells::codes(reading, "needs", |code| terms::TRAININGS.contains(&code)),
        never_note,
        tell,
        ..Answers::default()
    }
}

/// A code with its weight: `anxiety=4`; without one it is "important".
fn weighed(raw: &str) -> Option<(&str, u8)> {
    match raw.split_once('=') {
        None => Some((raw, 3)),
        Some((code, weight)) => {
            let weight: u8 = weight.parse().ok()?;
            (1..=5).contains(&weight).then_some((code, weight))
        }
    }
}

fn experiences(reading: &mut Reading<'_>) -> Vec<Experience> {
    let mut out: Vec<Experience> = Vec::new();
    for raw in reading.several("experiences") {
        match weighed(raw) {
            Some((code, weight)) if terms::is_experience(code) => {
                if !out.iter().any(|known| known.code == code) {
                    out.push(Experience {
                        code: code.to_owned(),
                        weight,
                    });
                }
            }
            _ => reading.no(
                "experiences",
                format!("“{raw}” is not on the list; an example: anxiety=4 (1 to 5)"),
            ),
        }
    }
    if out.len() > terms::MOST_EXPERIENCES {
        reading.no(
            "experiences",
            format!("at most {}", terms::MOST_EXPERIENCES),
        );
    }
    out
}

fn wishes(reading: &mut Reading<'_>) -> Vec<Wish> {
    let mut out: Vec<Wish> = Vec::new();
    for raw in reading.several("wishes") {
        let (plain, must) = match raw.strip_suffix('!') {
            Some(plain) => (plain, true),
            None => (raw, false),
        };
        match weighed(plain) {
            Some((code, weight)) if terms::is_trait(code) => out.push(Wish {
                trait_code: code.to_owned(),
                weight: if must { 5 } else { weight },
                must,
            }),
            _ => reading.no(
                "wishes",
                format!(
                    "“{raw}” is not on the list; examples: gender:woman=4, gender:woman! for a must"
                ),
            ),
        }
    }
    out
}

fn since(reading: &mut Reading<'_>, now: Micros) -> Option<Micros> {
    let cell = reading.cell("waiting_since");
    if cell.is_empty() {
        return None;
    }
    let midday = cell
        .parse::<jiff::civil::Date>()
        .ok()
        .and_then(|date| {
            jiff::tz::TimeZone::UTC
                .to_timestamp(date.at(12, 0, 0, 0))
                .ok()
        })
        .map(|moment| moment.as_microsecond());
    match midday {
        Some(at) if at <= now + cairn_domain::DAY => Some(at.min(now)),
        Some(_) => {
            reading.no("waiting_since", format!("“{cell}” is still to come"));
            None
        }
        None => {
            reading.no(
                "waiting_since",
                format!("“{cell}” is not a date; an example: 2026-02-17"),
            );
            None
        }
    }
}
