//! What the matching found, in the reader's words.

use cairn_domain::matching::reasons::Common;
use cairn_domain::matching::terms;
use cairn_domain::matching::{PublishedProfile, Reason, reasons};
use cairn_domain::people::intake::joined;
use cairn_domain::people::{Kind, Mode};
use cairn_matching::{Lack, Parts};
use cairn_words::{TimeZone, args};
use serde::Serialize;

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::offers::{Note, Offer, Why};
use crate::matching::requests::DECLINES;
use crate::matching::{Worker, problem, workers};
use crate::people::Request;

/// A list in the reader's form: "a, b and c".
#[must_use]
pub fn list(cx: &Cx, items: &[String]) -> String {
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    cx.app.words.list(cx.language, &items)
}

/// The same of choices: "a, b or c".
#[must_use]
pub fn list_or(cx: &Cx, items: &[String]) -> String {
    let items: Vec<&str> = items.iter().map(String::as_str).collect();
    cx.app.words.list_or(cx.language, &items)
}

/// The words with a capital letter in front: for a line of their own.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// A kind of supporter.
#[must_use]
pub fn kind(cx: &Cx, kind: Kind) -> String {
    cx.t(&terms::word_key("kind", kind.word()))
}

/// Names of languages.
#[must_use]
pub fn languages(cx: &Cx, tags: &[String]) -> Vec<String> {
    tags.iter()
        .map(|tag| cx.app.words.language_name(cx.language, tag))
        .collect()
}

/// Ways of meeting.
#[must_use]
pub fn modes(cx: &Cx, modes: &[Mode]) -> Vec<String> {
    modes
        .iter()
        .map(|mode| cx.t(&terms::word_key("mode", mode.word())))
        .collect()
}

/// Experiences by their codes.
#[must_use]
pub fn experiences(cx: &Cx, codes: &[String]) -> Vec<String> {
    codes
        .iter()
        .map(|code| cx.t(&terms::experience_key(code)))
        .collect()
}

/// Traits by their codes.
#[must_use]
pub fn traits(cx: &Cx, codes: &[String]) -> Vec<String> {
    codes
        .iter()
        .map(|code| cx.t(&terms::trait_key(code)))
        .collect()
}

/// Trainings by their codes.
#[must_use]
pub fn trainings(cx: &Cx, codes: &[String]) -> Vec<String> {
    codes
        .iter()
        .map(|code| cx.t(&terms::word_key("training", code)))
        .collect()
}

/// Times of the week on the clock they were given on.
#[must_use]
pub fn times(cx: &Cx, spans: &[[u32; 2]]) -> Vec<String> {
    joined(spans.to_vec())
        .iter()
        .map(|[start, end]| week(cx, *start, *end, None))
        .collect()
}

fn week(cx: &Cx, start: u32, end: u32, zone: Option<&TimeZone>) -> String {
    let zone = zone.map(|zone| (zone, cx.now));
    cx.app
        .words
        .minutes_of_week(cx.language, i64::from(start), i64::from(end), zone)
}

/// Times of the week in UTC on a clock of the reader's.
#[must_use]
pub fn times_in(cx: &Cx, spans: &[[u32; 2]], zone: &TimeZone) -> Vec<String> {
    spans
        .iter()
        .map(|[start, end]| week(cx, *start, *end, Some(zone)))
        .collect()
}

/// The reasons for an offer, in the order in which a person would want to hear them.
#[must_use]
pub fn why(cx: &Cx, why: &Why, zone: &TimeZone) -> Vec<String> {
    let weights = why.weights.iter().copied().chain(std::iter::repeat(1));
    let experiences: Vec<(String, u8)> = why
        .shared
        .experiences
        .iter()
        .cloned()
        .zip(weights)
        .collect();
    let common = Common {
        experiences: &experiences,
        wishes: &why.shared.wishes,
        languages: &why.shared.languages,
        free: &why.free,
        sector: why.sector.as_deref(),
        headroom: u32::from(why.parts.headroom),
    };
    let home = cx
        .programme()
        .map(|programme| programme.settings.home_language.clone())
        .unwrap_or_default();
    reasons(&common, &home)
        .iter()
        .map(|reason| one_reason(cx, reason, zone))
        .collect()
}

fn one_reason(cx: &Cx, reason: &Reason, zone: &TimeZone) -> String {
    let filled = |key: &str, what: String| cx.text(key, &args().set("what", what));
    match reason {
        Reason::Experiences(codes) => {
            filled("reason-experiences", list(cx, &experiences(cx, codes)))
        }
        Reason::Wishes(codes) => filled("reason-wishes", list(cx, &traits(cx, codes))),
        Reason::Language(tag) => filled(
            "reason-language",
            cx.app.words.language_name(cx.language, tag),
        ),
        Reason::Free([start, end]) if end - start >= 10_080 => cx.t("reason-free-any"),
        Reason::Free([start, end]) => filled("reason-free", week(cx, *start, *end, Some(zone))),
        Reason::Sector(code) => filled("reason-sector", cx.t(&terms::word_key("sector", code))),
        Reason::Room => cx.t("reason-room"),
    }
}

/// The parts of a score in words: name, points, of how many.
#[must_use]
pub fn parts(cx: &Cx, parts: &Parts) -> Vec<(String, u32, u32)> {
    [
        ("experience", parts.experience, 500),
        ("wishes", parts.wishes, 200),
        ("time", parts.time, 100),
        ("workplace", parts.workplace, 100),
        ("headroom", parts.headroom, 100),
    ]
    .into_iter()
    .map(|(part, points, most)| {
        let words = cx.t(&format!("matching-part-{part}"));
        (words, u32::from(points), most)
    })
    .collect()
}

/// A worker's published profile in words.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Card {
    /// The name shown.
    pub name: String,
    /// Its first letter.
    pub letter: String,
    /// What kinds of supporter they are, and which languages they speak.
    pub line: String,
    /// In their own words.
    pub about: String,
    /// What they publish of what they have lived through.
    pub experiences: Vec<String>,
    /// What they publish of who they are.
    pub traits: Vec<String>,
    /// Languages.
    pub languages: String,
    /// Ways of meeting.
    pub modes: String,
}

/// A published profile in words.
#[must_use]
pub fn card(cx: &Cx, published: &PublishedProfile) -> Card {
    let kinds: Vec<String> = published.roles.iter().map(|role| kind(cx, *role)).collect();
    let languages = list(cx, &languages(cx, &published.languages));
    Card {
        letter: published.name.chars().take(1).collect(),
        name: published.name.clone(),
        line: capital(&list(cx, &kinds)),
        about: published.about.clone(),
        experiences: experiences(cx, &published.experiences)
            .iter()
            .map(|words| capital(words))
            .collect(),
        traits: traits(cx, &published.traits)
            .iter()
            .map(|words| capital(words))
            .collect(),
        languages: capital(&languages),
        modes: capital(&list(cx, &modes(cx, &published.modes))),
    }
}

/// What participants see of a worker. A worker who has since withdrawn their profile is shown by
/// name only.
///
/// # Errors
/// The database's, or tampered.
pub async fn published(
    w: &mut Work<'_>,
    worker: cairn_domain::id::MemberId,
) -> Result<PublishedProfile> {
    let name = w.name(worker).await?;
    Ok(match workers::worker(w, worker).await? {
        Some(worker) if worker.published_at.is_some() => worker.profile.published(&name),
        _ => PublishedProfile {
            name,
            ..PublishedProfile::default()
        },
    })
}

/// The words that came with an answer: the product's sentence in the reader's language, then the
/// writer's own.
#[must_use]
pub fn note(cx: &Cx, note: &Note) -> (String, String) {
    let said = if DECLINES.contains(&note.said.as_str()) {
        cx.t(&terms::word_key("matching-declined", &note.said))
    } else {
        String::new()
    };
    (said, note.words.clone())
}

/// Several things that are missing, as the end of "somebody who …".
#[must_use]
pub fn lacks(cx: &Cx, request: &Request, worker: Option<&Worker>, lacks: &[Lack]) -> String {
    let all: Vec<String> = lacks
        .iter()
        .map(|one| lack(cx, request, worker, *one))
        .collect();
    list(cx, &all)
}

fn lack(cx: &Cx, request: &Request, worker: Option<&Worker>, lack: Lack) -> String {
    let said = &request.answers;
    let filled = |key: &str, what: String| cx.text(key, &args().set("what", what));
    match lack {
        Lack::Role => filled("lack-role", kind(cx, said.kind())),
        Lack::Language if said.languages.is_empty() => {
            let home = cx.programme().map(|p| p.settings.home_language.clone());
            let home = home.unwrap_or_default();
            filled("lack-language", languages(cx, &[home]).concat())
        }
        Lack::Language => filled(
            "lack-language",
            list_or(cx, &languages(cx, &said.languages)),
        ),
        Lack::Mode => filled("lack-mode", list_or(cx, &modes(cx, &said.modes))),
        Lack::Reach => match said.place.as_ref().filter(|place| !place.name.is_empty()) {
            Some(place) => filled("lack-reach-place", place.name.clone()),
            None => cx.t("lack-reach"),
        },
        Lack::Time => cx.t("lack-time"),
        Lack::Must => {
            let has = |code: &String| worker.is_some_and(|w| w.profile.traits.contains(code));
            let musts = said.wishes.iter().filter(|wish| wish.must);
            let codes: Vec<String> = musts
                .map(|wish| wish.trait_code.clone())
                .filter(|code| !has(code))
                .collect();
            filled("lack-must", list(cx, &traits(cx, &codes)))
        }
        Lack::Training => {
            let has = |code: &String| worker.is_some_and(|w| w.profile.trainings.contains(code));
            let codes: Vec<String> = said.needs.iter().filter(|c| !has(c)).cloned().collect();
            filled("lack-training", list(cx, &trainings(cx, &codes)))
        }
        Lack::Capacity => cx.t("lack-capacity"),
    }
}

/// The clock of the person who asked.
#[must_use]
pub fn their_zone(cx: &Cx, request: &Request) -> TimeZone {
    let own = cx.programme().map(|p| p.time_zone.clone());
    problem::zone(&request.answers.time_zone, &own.unwrap_or_default())
}

/// The name under which a participant knows the worker of an offer.
///
/// # Errors
/// The database's, or tampered.
pub async fn shown_name(w: &mut Work<'_>, offer: &Offer) -> Result<String> {
    Ok(published(w, offer.worker).await?.name)
}
