//! A worker's profile as the fields of a form, and back.

use cairn_domain::matching::WorkerProfile;
use cairn_domain::matching::profile::{MOST_CAPACITY, USUAL_HEADROOM};
use cairn_domain::operations::Settings;
use cairn_domain::people::intake::{DAY_PARTS, cell, joined};
use cairn_domain::people::{Kind, Mode};
use cairn_domain::{Refusal, Refusals};
use cairn_words::time_zone;

use crate::matching::Worker;
use crate::site::Form;

/// Days of the week as the form's cells name them.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// The choice that stands for a place that is not on the programme's list any more.
pub const KEPT_PLACE: &str = "-";

/// A profile as it came from the form.
#[derive(Debug)]
pub struct Sent {
    /// The profile.
    pub profile: WorkerProfile,
    /// How many people they can support in all.
    pub capacity: i64,
    /// How much room they have, 0 to 100.
    pub headroom: i64,
    /// Whether they can be offered from now on.
    pub publish: bool,
}

/// The form's fields as a worker's record stands.
#[must_use]
pub fn write(worker: Option<&Worker>) -> Form {
    let Some(worker) = worker else {
        return Form::default()
            .with("capacity", "0")
            .with("headroom", USUAL_HEADROOM.to_string());
    };
    let said = &worker.profile;
    let mut form = Form::default()
        .with("name", &said.name)
        .with("about", &said.about)
        .with("capacity", worker.capacity.to_string())
        .with("headroom", worker.headroom.to_string())
        .with("zone", &said.time_zone)
        .with("sector", said.sector.as_deref().unwrap_or(""))
        .with("employer", &said.employer);
    if said.not_own_employer {
        form = form.with("not_own_employer", "yes");
    }
    for role in &said.roles {
        form = form.with("role", role.word());
    }
    for mode in &said.modes {
        form = form.with("mode", mode.word());
    }
    for tag in &said.languages {
        form = form.with("language", tag);
    }
    for code in &said.trainings {
        form = form.with("training", code);
    }
    form = write_shown(
        form,
        "experience",
        &said.experiences,
        &said.shown_experiences,
    );
    form = write_shown(form, "trait", &said.traits, &said.shown_traits);
    form = write_times(form, &said.times);
    if let Some(place) = &said.place {
        let name = if place.name.is_empty() {
            KEPT_PLACE
        } else {
            &place.name
        };
        form = form.with("place", name);
    }
    if let Some(km) = said.travel_km {
        form = form.with("travel_km", km.to_string());
    }
    if worker.published_at.is_some() {
        form = form.with("publish", "yes");
    }
    form
}

fn write_shown(form: Form, field: &str, codes: &[String], shown: &[String]) -> Form {
    codes.iter().fold(form, |form, code| {
        let who = if shown.contains(code) { "all" } else { "same" };
        form.with(field, code).with(&format!("show-{code}"), who)
    })
}

fn write_times(mut form: Form, times: &[[u32; 2]]) -> Form {
    let times = joined(times.to_vec());
    let mut rest = times.clone();
    for (day, name) in (0u32..).zip(DAYS) {
        for (part, ..) in DAY_PARTS {
            let Some([start, end]) = cell(day, part) else {
                continue;
            };
            if times.iter().any(|[from, to]| *from <= start && end <= *to) {
                form = form.with("time", format!("{name}-{part}"));
                rest = without(&rest, [start, end]);
            }
        }
    }
    rest.into_iter().fold(form, |form, [start, end]| {
        form.with("span", format!("{start}-{end}"))
    })
}

fn without(spans: &[[u32; 2]], hole: [u32; 2]) -> Vec<[u32; 2]> {
    spans
        .iter()
        .flat_map(|[start, end]| [[*start, (*end).min(hole[0])], [(*start).max(hole[1]), *end]])
        .filter(|[start, end]| start < end)
        .collect()
}

/// Reads the form. `kept` is the profile as it stands: only what it already holds can stay that
/// is not on a list of the programme's.
///
/// # Errors
/// What was not understood, by field.
pub fn read(form: &Form, kept: &WorkerProfile, settings: &Settings) -> Result<Sent, Refusals> {
    let mut refusals = Refusals::default();
    let capacity = refusals.keep(form.int("capacity", 0, MOST_CAPACITY));
    let headroom = refusals.keep(form.int("headroom", 0, 100));
    let travel = refusals.keep(form.int("travel_km", 0, 20_000));
    let profile = WorkerProfile {
        roles: words(form, "role", Kind::from_word, &mut refusals),
        modes: words(form, "mode", Mode::from_word, &mut refusals),
        experiences: texts(form.all("experience")),
        shown_experiences: shown(form, "experience"),
        traits: texts(form.all("trait")),
        shown_traits: shown(form, "trait"),
        languages: languages(form),
        times: times(form, &mut refusals),
        time_zone: zone(form, &mut refusals),
        place: place(form, kept, settings, &mut refusals),
        travel_km: travel.flatten().and_then(|km| u32::try_from(km).ok()),
        sector: Some(form.get("sector").to_owned()).filter(|code| !code.is_empty()),
        trainings: texts(form.all("training")),
        employer: form.get("employer").to_owned(),
        not_own_employer: form.ticked("not_own_employer", "yes"),
        not: kept.not.clone(),
        name: form.get("name").to_owned(),
        about: form.get("about").to_owned(),
    };
    if profile.not_own_employer && profile.employer.trim().is_empty() {
        refusals.push(Refusal::of("employer", "empty"));
    }
    refusals.done()?;
    Ok(Sent {
        profile,
        capacity: capacity.flatten().unwrap_or(0),
        headroom: headroom.flatten().unwrap_or(USUAL_HEADROOM),
        publish: form.ticked("publish", "yes"),
    })
}

fn texts<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    values.map(str::to_owned).collect()
}

fn words<T>(
    form: &Form,
    field: &str,
    read: fn(&str) -> Option<T>,
    refusals: &mut Refusals,
) -> Vec<T> {
    let all: Option<Vec<T>> = form.all(field).map(read).collect();
    all.unwrap_or_else(|| {
        refusals.push(Refusal::of(field, "unknown-choice"));
        Vec::new()
    })
}

/// Those ticked that everybody may read.
fn shown(form: &Form, field: &str) -> Vec<String> {
    let all = form
        .all(field)
        .filter(|code| form.get(&format!("show-{code}")) == "all");
    texts(all)
}

fn languages(form: &Form) -> Vec<String> {
    let all = form.all("language").chain(form.all("other"));
    texts(all.map(str::trim).filter(|tag| !tag.is_empty()))
}

fn times(form: &Form, refusals: &mut Refusals) -> Vec<[u32; 2]> {
    let cells = form.all("time").map(read_cell);
    let spans: Option<Vec<[u32; 2]>> = cells.chain(form.all("span").map(read_span)).collect();
    spans.unwrap_or_else(|| {
        refusals.push(Refusal::of("times", "unknown-choice"));
        Vec::new()
    })
}

fn read_cell(word: &str) -> Option<[u32; 2]> {
    let (day, part) = word.split_once('-')?;
    let day = DAYS.iter().position(|name| *name == day)?;
    cell(u32::try_from(day).ok()?, part)
}

/// A span of the week as the form carries it: `1080-1200`.
#[must_use]
pub fn read_span(word: &str) -> Option<[u32; 2]> {
    let (start, end) = word.split_once('-')?;
    let (start, end): (u32, u32) = (start.parse().ok()?, end.parse().ok()?);
    (start < end && end <= cairn_domain::people::intake::WEEK).then_some([start, end])
}

fn zone(form: &Form, refusals: &mut Refusals) -> String {
    let zone = form.get("zone").trim();
    if zone.is_empty() || (zone.len() <= 60 && time_zone(zone).is_some()) {
        return zone.to_owned();
    }
    refusals.push(Refusal::of("zone", "unknown-choice"));
    String::new()
}

fn place(
    form: &Form,
    kept: &WorkerProfile,
    settings: &Settings,
    refusals: &mut Refusals,
) -> Option<cairn_domain::people::intake::Place> {
    let name = form.get("place").trim();
    if name.is_empty() {
        return None;
    }
    if let Some(place) = settings.places.iter().find(|place| place.name == name) {
        return Some(place.clone());
    }
    let known = kept
        .place
        .as_ref()
        .filter(|place| place.name == name || (place.name.is_empty() && name == KEPT_PLACE));
    if known.is_none() {
        refusals.push(Refusal::of("place", "unknown-choice"));
    }
    known.cloned()
}
