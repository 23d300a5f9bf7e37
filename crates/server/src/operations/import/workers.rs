//! Rows of workers: how they sign in, and what they say of themselves.

use cairn_domain::Refusal;
use cairn_domain::matching::profile::{MOST_CAPACITY, USUAL_HEADROOM};
use cairn_domain::matching::{WorkerProfile, terms};
use cairn_domain::operations::Settings;
use cairn_domain::people::Kind;
use cairn_domain::text::{self, NAME_LIMIT, TEXT_LIMIT};

use super::cells;
use super::participants::names;
use super::table::{Reading, Row, Table, Wrong};
use crate::people::NewAccount;

/// Columns of the file of workers.
pub const COLUMNS: &[&str] = &[
    "login",
    "name",
    "email",
    "language",
    "kinds",
    "experiences",
    "languages",
    "modes",
    "times",
    "time_zone",
    "place",
    "travel_km",
    "traits",
    "sector",
    "employer",
    "not_own_employer",
    "trainings",
    "capacity",
    "headroom",
    "published_name",
    "about",
    "shown_experiences",
    "shown_traits",
    "never",
    "publish",
];

/// A worker to add.
pub struct Worker {
    /// The line of the file, for what is found wrong later.
    pub line: u64,
    /// How they sign in.
    pub account: NewAccount,
    /// What they are called.
    pub name: String,
    /// What they say of themselves.
    pub profile: WorkerProfile,
    /// How many people they can support in all.
    pub capacity: i64,
    /// How much room they have, 0 to 100.
    pub headroom: i64,
    /// Logins of participants who must never be offered this worker.
    pub never: Vec<String>,
    /// Whether they can be offered from now on.
    pub publish: bool,
}

/// Reads one row.
///
/// # Errors
/// Everything wrong in it.
pub fn read(
    table: &Table,
    row: &Row,
    settings: &Settings,
    words: &dyn Fn(&Refusal) -> String,
) -> Result<Worker, Vec<Wrong>> {
    let mut reading = Reading {
        table,
        row,
        wrongs: Vec::new(),
        words,
    };
    let known = cells::account(&mut reading);
    let profile = profile(&mut reading, settings);
    let capacity = reading.number("capacity", 0, MOST_CAPACITY);
    let headroom = reading.number("headroom", 0, 100).unwrap_or(USUAL_HEADROOM);
    let asked = reading.yes("publish");
    if capacity.is_none() && reading.cell("capacity").is_empty() {
        reading.no(
            "capacity",
            "how many people can this worker support in all?",
        );
    }
    let missing = profile.missing();
    if asked == Some(true) {
        for field in &missing {
            let column = if *field == "roles" { "kinds" } else { field };
            reading.no(column, "without this nobody can be offered this worker; fill it in, or write “no” under “publish”");
        }
    }
    let never = names(reading.cell("never"));
    match (known, profile.checked()) {
        (Some((account, name)), Ok(profile)) if reading.wrongs.is_empty() => Ok(Worker {
            line: row.line,
            account,
            name,
            profile,
            capacity: capacity.unwrap_or(0),
            headroom,
            never,
            publish: asked.unwrap_or(missing.is_empty()),
        }),
        (_, checked) => {
            if let Err(refusals) = checked {
                reading.refused(&refusals);
            }
            Err(reading.wrongs)
        }
    }
}

fn profile(reading: &mut Reading<'_>, settings: &Settings) -> WorkerProfile {
    let mut roles = cells::kinds(reading, "kinds");
    if roles.is_empty() && reading.cell("kinds").is_empty() {
        roles.push(Kind::PeerWorker);
    }
    let about = text::free("about", reading.cell("about"), TEXT_LIMIT);
    let published = text::line("published_name", reading.cell("published_name"), NAME_LIMIT);
    let (employer, not_own_employer) = cells::employer(reading);
    WorkerProfile {
        roles,
        experiences: cells::codes(reading, "experiences", terms::is_experience),
        languages: cells::languages(reading),
        modes: cells::modes(reading),
        times: cells::times(reading),
        time_zone: cells::zone(reading),
        place: cells::place(reading, settings),
        travel_km: reading
            .number("travel_km", 0, 20_000)
            .and_then(|km| u32::try_from(km).ok()),
        traits: cells::codes(reading, "traits", terms::is_trait),
        sector: cells::sector(reading),
        employer,
        not_own_employer,
        trainings: cells::codes(reading, "trainings", |code| {
            terms::TRAININGS.contains(&code)
        }),
        not: Vec::new(),
        name: reading
            .keep("published_name", published)
            .unwrap_or_default(),
        about: reading.keep("about", about).unwrap_or_default(),
        shown_experiences: cells::codes(reading, "shown_experiences", terms::is_experience),
        shown_traits: cells::codes(reading, "shown_traits", terms::is_trait),
    }
}
