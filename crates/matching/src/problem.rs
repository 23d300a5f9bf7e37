//! The question: who waits, who can take somebody on, and what each of them said.
//!
//! The types mirror the file format `cairn-matching/1` key by key. [`read`](crate::read()) makes a
//! [`Problem`] from a file; a program that fills one in by hand calls [`Problem::validate`].

use std::collections::HashSet;

use serde::Serialize;

use crate::ReadError;

/// The only input format this crate reads, as it stands under the key `format`.
pub const FORMAT: &str = "cairn-matching/1";

/// Minutes in a week: availability lies between 0 and this, both included as ends of a span.
pub const WEEK_MINUTES: u16 = 7 * 24 * 60;

/// One whole matching problem.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// Always [`FORMAT`].
    pub format: String,
    /// What holds for all pairs alike.
    pub settings: Settings,
    /// The people who asked for support and wait. Ids are unique.
    pub participants: Vec<Participant>,
    /// The people who give support. Ids are unique.
    pub workers: Vec<Worker>,
}

/// What holds for all pairs alike.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settings {
    /// How many minutes of the week two people must have in common before they can be a pair.
    pub min_overlap_minutes: u64,
}

/// A kind of supporter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Somebody with lived experience who walks beside another person.
    PeerWorker,
    /// Somebody trained to help a person work towards their own goals.
    RecoveryCoach,
    /// Somebody who has cared for a person close to them, for others who do.
    CarerPeer,
}

impl Role {
    /// Every role, with its word in the file.
    pub const ALL: [(&'static str, Role); 3] = [
        ("peer_worker", Role::PeerWorker),
        ("recovery_coach", Role::RecoveryCoach),
        ("carer_peer", Role::CarerPeer),
    ];
}

/// A way of meeting.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Written messages.
    Chat,
    /// A telephone call.
    Phone,
    /// A video call.
    Video,
    /// In the same room, so distance matters.
    InPerson,
}

impl Mode {
    /// Every mode, with its word in the file.
    pub const ALL: [(&'static str, Mode); 4] = [
        ("chat", Mode::Chat),
        ("phone", Mode::Phone),
        ("video", Mode::Video),
        ("in_person", Mode::InPerson),
    ];
}

/// A stretch of the week in minutes of UTC, 0 = Monday 00:00; `start` is in it, `end` is not.
/// Written `[start, end]` in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "[u16; 2]")]
pub struct Span {
    /// The first minute.
    pub start: u16,
    /// The first minute after it.
    pub end: u16,
}

impl From<Span> for [u16; 2] {
    fn from(span: Span) -> [u16; 2] {
        [span.start, span.end]
    }
}

/// A point on the Earth, in degrees.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Location {
    /// Latitude, -90 to 90.
    pub lat: f64,
    /// Longitude, -180 to 180.
    pub lon: f64,
}

/// Something a person has been through, and how much it matters that the supporter has too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Experience {
    /// The code of the experience.
    pub code: String,
    /// 1 to 5.
    pub weight: u8,
}

/// Something a person would like the supporter to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Wish {
    /// The trait, for example `gender:woman`.
    #[serde(rename = "trait")]
    pub trait_name: String,
    /// 1 to 5.
    pub weight: u8,
    /// Whether nobody without the trait may be offered.
    pub must: bool,
}

/// A person who asked for support and waits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Participant {
    /// Not empty, unique among the participants.
    pub id: String,
    /// The kind of supporter asked for.
    pub role: Role,
    /// 0, 1 or 2; 2 is the most pressing.
    pub priority: u8,
    /// Days since intake.
    pub waiting_days: u64,
    /// What the person would like the supporter to know from inside.
    pub experiences: Vec<Experience>,
    /// Language tags; one shared is enough. Not empty.
    pub languages: Vec<String>,
    /// Ways of meeting that suit. Not empty.
    pub modes: Vec<Mode>,
    /// When the person can meet. Not empty; spans may overlap each other.
    pub availability: Vec<Span>,
    /// Where the person starts from, if given.
    pub location: Option<Location>,
    /// How far the person can travel, in kilometres; `None` is any distance.
    pub max_km: Option<f64>,
    /// What the person would like the supporter to be.
    pub wishes: Vec<Wish>,
    /// The person's line of work.
    pub sector: Option<String>,
    /// Trainings without which a match is not safe.
    pub needs: Vec<String>,
    /// Workers never to be offered. Private: no output names this as a reason.
    pub not: Vec<String>,
}

/// A supporter.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Worker {
    /// Not empty, unique among the workers.
    pub id: String,
    /// What the worker can be for somebody. Not empty.
    pub roles: Vec<Role>,
    /// Codes of the experiences the worker is willing to draw on.
    pub experiences: Vec<String>,
    /// Language tags. Not empty.
    pub languages: Vec<String>,
    /// Ways of meeting that suit. Not empty.
    pub modes: Vec<Mode>,
    /// When the worker can meet. Not empty; spans may overlap each other.
    pub availability: Vec<Span>,
    /// Where the worker starts from, if given.
    pub location: Option<Location>,
    /// How far the worker can travel, in kilometres; `None` is any distance.
    pub travel_km: Option<f64>,
    /// What the worker is, as wishes name it.
    pub traits: Vec<String>,
    /// The worker's line of work.
    pub sector: Option<String>,
    /// What the worker is trained in.
    pub trainings: Vec<String>,
    /// How many people the worker can take on now.
    pub capacity: u64,
    /// 0 to 100: how much room the worker says they have.
    pub headroom: u8,
    /// Participants never to be offered. Private: no output names this as a reason.
    pub not: Vec<String>,
}

impl Problem {
    /// Says whether every number and list lies within the format's limits.
    ///
    /// # Errors
    /// The first thing that does not, with its place. [`read`](crate::read()) has already asked.
    pub fn validate(&self) -> Result<(), ReadError> {
        if self.format != FORMAT {
            return wrong("format".into(), format!("must be \"{FORMAT}\""));
        }
        let mut seen = HashSet::new();
        for (i, person) in self.participants.iter().enumerate() {
            let at = format!("participants[{i}]");
            identity(&at, &person.id, &mut seen)?;
            person.validate(&at)?;
        }
        seen.clear();
        for (i, worker) in self.workers.iter().enumerate() {
            let at = format!("workers[{i}]");
            identity(&at, &worker.id, &mut seen)?;
            worker.validate(&at)?;
        }
        Ok(())
    }
}

impl Participant {
    pub(crate) fn validate(&self, at: &str) -> Result<(), ReadError> {
        within(&format!("{at}.priority"), self.priority, 0, 2)?;
        for (i, experience) in self.experiences.iter().enumerate() {
            within(
                &format!("{at}.experiences[{i}].weight"),
                experience.weight,
                1,
                5,
            )?;
        }
        for (i, wish) in self.wishes.iter().enumerate() {
            within(&format!("{at}.wishes[{i}].weight"), wish.weight, 1, 5)?;
        }
        not_empty(at, "languages", &self.languages)?;
        not_empty(at, "modes", &self.modes)?;
        week(at, &self.availability)?;
        place(at, self.location)?;
        distance(at, "max_km", self.max_km)
    }
}

impl Worker {
    fn validate(&self, at: &str) -> Result<(), ReadError> {
        not_empty(at, "roles", &self.roles)?;
        not_empty(at, "languages", &self.languages)?;
        not_empty(at, "modes", &self.modes)?;
        week(at, &self.availability)?;
        place(at, self.location)?;
        distance(at, "travel_km", self.travel_km)?;
        within(&format!("{at}.headroom"), self.headroom, 0, 100)
    }
}

fn wrong(place: String, problem: String) -> Result<(), ReadError> {
    Err(ReadError::Content { place, problem })
}

fn identity<'a>(at: &str, id: &'a str, seen: &mut HashSet<&'a str>) -> Result<(), ReadError> {
    if id.is_empty() {
        return wrong(format!("{at}.id"), "must not be empty".into());
    }
    if !seen.insert(id) {
        return wrong(
            format!("{at}.id"),
            format!("{id:?} is the id of an earlier one"),
        );
    }
    Ok(())
}

fn within(place: &str, number: u8, least: u8, most: u8) -> Result<(), ReadError> {
    if (least..=most).contains(&number) {
        return Ok(());
    }
    wrong(
        place.into(),
        format!("must be a whole number from {least} to {most}"),
    )
}

fn not_empty<T>(at: &str, key: &str, list: &[T]) -> Result<(), ReadError> {
    if list.is_empty() {
        return wrong(format!("{at}.{key}"), "must not be empty".into());
    }
    Ok(())
}

fn week(at: &str, spans: &[Span]) -> Result<(), ReadError> {
    not_empty(at, "availability", spans)?;
    for (i, span) in spans.iter().enumerate() {
        if span.start >= span.end || span.end > WEEK_MINUTES {
            let rule = format!("must be [start, end] with 0 <= start < end <= {WEEK_MINUTES}");
            return wrong(format!("{at}.availability[{i}]"), rule);
        }
    }
    Ok(())
}

fn place(at: &str, location: Option<Location>) -> Result<(), ReadError> {
    let Some(Location { lat, lon }) = location else {
        return Ok(());
    };
    // `contains` is false for what is not a number, so that is refused here too.
    if !(-90.0..=90.0).contains(&lat) {
        return wrong(
            format!("{at}.location.lat"),
            "must be from -90 to 90".into(),
        );
    }
    if !(-180.0..=180.0).contains(&lon) {
        return wrong(
            format!("{at}.location.lon"),
            "must be from -180 to 180".into(),
        );
    }
    Ok(())
}

fn distance(at: &str, key: &str, limit: Option<f64>) -> Result<(), ReadError> {
    match limit {
        Some(km) if !(0.0..f64::INFINITY).contains(&km) => wrong(
            format!("{at}.{key}"),
            "must be a distance of 0 or more, or null".into(),
        ),
        _ => Ok(()),
    }
}
