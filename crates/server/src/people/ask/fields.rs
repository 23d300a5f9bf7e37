//! The seven pages of the form and the answers they stand for: each page is written from the
//! answers as the fields of a form, and read back into them. What a page does not ask it leaves
//! alone, so two pages open at once never undo each other.

use cairn_domain::matching::terms;
use cairn_domain::operations::Settings;
use cairn_domain::people::intake::{DAY_PARTS, cell, joined, language_tag};
use cairn_domain::people::{Answers, Experience, Kind, Mode, Wish};
use cairn_domain::text::{self, TEXT_LIMIT};
use cairn_domain::{Refusal, Refusals};
use cairn_words::time_zone;
use sha2::{Digest, Sha256};

use super::more;
use crate::error::Result;
use crate::site::Form;

/// Pages of the form.
pub const PAGES: u8 = 7;
/// Days of the week as the form's cells name them.
pub const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Most languages.
const MOST: usize = 200;
/// The value of a wish's weight that makes it a must.
pub const MUST: &str = "must";

/// Where a page's unsent words are kept.
#[must_use]
pub fn place(page: u8) -> String {
    format!("ask/{page}")
}

/// The fields of a page as the answers stand.
#[must_use]
pub fn write(page: u8, answers: &Answers) -> Form {
    let form = Form::default();
    match page {
        1 => write_experiences(form, answers),
        2 => write_wishes(form, answers),
        3 => answers
            .languages
            .iter()
            .fold(form, |form, tag| form.with("language", tag)),
        4 => write_ways(form, answers),
        5 => write_times(form, answers),
        6 => form
            .with("never_note", &answers.never_note)
            .with("tell", &answers.tell),
        _ => more::write_about(form, answers),
    }
}

fn write_experiences(form: Form, answers: &Answers) -> Form {
    let mut form = answers.experiences.iter().fold(form, |form, e| {
        form.with("experience", &e.code)
            .with(&format!("weight-{}", e.code), e.weight.to_string())
    });
    if answers.show_experiences {
        form = form.with("show_experiences", "yes");
    }
    form.with("story", &answers.story)
}

fn write_wishes(form: Form, answers: &Answers) -> Form {
    let form = answers.wishes.iter().fold(form, |form, wish| {
        let weight = if wish.must {
            MUST.to_owned()
        } else {
            wish.weight.to_string()
        };
        form.with("wish", &wish.trait_code)
            .with(&format!("weight-{}", wish.trait_code), weight)
    });
    let form = match answers.kind {
        Some(kind) => form.with("kind", kind.word()),
        None => form,
    };
    more::write_work(form, answers)
}

fn write_ways(form: Form, answers: &Answers) -> Form {
    let form = answers
        .modes
        .iter()
        .fold(form, |form, mode| form.with("mode", mode.word()));
    let place = answers.place.as_ref().map_or("", |place| {
        if place.name.is_empty() {
            KEPT_PLACE
        } else {
            place.name.as_str()
        }
    });
    let km = answers.max_km.map_or(String::new(), |km| km.to_string());
    form.with("place", place).with("max_km", km)
}

/// The choice that stands for a place given by its coordinates alone.
pub const KEPT_PLACE: &str = "-";

fn write_times(form: Form, answers: &Answers) -> Form {
    let (cells, others) = cells(&answers.times);
    let form = cells
        .into_iter()
        .fold(form, |form, cell| form.with("time", cell));
    let form = others.into_iter().fold(form, |form, [start, end]| {
        form.with("span", format!("{start}-{end}"))
    });
    form.with("zone", &answers.time_zone)
}

/// Times as whole cells of the form, and what is left over.
#[must_use]
pub fn cells(times: &[[u32; 2]]) -> (Vec<String>, Vec<[u32; 2]>) {
    let times = joined(times.to_vec());
    let mut words = Vec::new();
    let mut rest = times.clone();
    for (day, name) in (0u32..).zip(DAYS) {
        for (part, ..) in DAY_PARTS {
            let Some([start, end]) = cell(day, part) else {
                continue;
            };
            if times.iter().any(|[from, to]| *from <= start && end <= *to) {
                words.push(format!("{name}-{part}"));
                rest = cut(&rest, [start, end]);
            }
        }
    }
    (words, rest)
}

fn cut(spans: &[[u32; 2]], hole: [u32; 2]) -> Vec<[u32; 2]> {
    spans
        .iter()
        .flat_map(|[start, end]| [[*start, (*end).min(hole[0])], [(*start).max(hole[1]), *end]])
        .filter(|[start, end]| start < end)
        .collect()
}

/// A mark of how a page stands, to notice that another window changed it in the meantime.
#[must_use]
pub fn mark(page: u8, answers: &Answers) -> String {
    let text = serde_json::to_string(&write(page, answers)).unwrap_or_default();
    Sha256::digest(text.as_bytes())
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Reads a page into the answers.
///
/// # Errors
/// What does not fit, by field; the answers are then as they were.
pub fn read(
    page: u8,
    form: &Form,
    settings: &Settings,
    answers: &mut Answers,
) -> Result<(), Refusals> {
    let mut changed = answers.clone();
    let mut refusals = Refusals::default();
    match page {
        1 => read_experiences(form, &mut changed, &mut refusals),
        2 => read_wishes(form, &mut changed, &mut refusals),
        3 => read_languages(form, &mut changed, &mut refusals),
        4 => read_ways(form, settings, &mut changed, &mut refusals),
        5 => read_times(form, &mut changed, &mut refusals),
        6 => read_words(form, &mut changed, &mut refusals),
        _ => more::read_about(form, &mut changed, &mut refusals),
    }
    refusals.done()?;
    *answers = changed;
    Ok(())
}

fn read_experiences(form: &Form, answers: &mut Answers, refusals: &mut Refusals) {
    let mut all: Vec<Experience> = Vec::new();
    for code in form.all("experience") {
        if !terms::is_experience(code) {
            refusals.push(Refusal::of("experience", "unknown-choice"));
            return;
        }
        if all.iter().any(|known| known.code == code) {
            continue;
        }
        let weight = refusals.keep(form.int(&format!("weight-{code}"), 1, 5));
        all.push(Experience {
            code: code.to_owned(),
            weight: whole(weight.flatten().unwrap_or(3)),
        });
    }
    if all.len() > terms::MOST_EXPERIENCES {
        let refusal = Refusal::of("experience", "too-many-choices");
        refusals.push(refusal.with("limit", terms::MOST_EXPERIENCES));
    }
    answers.experiences = all;
    answers.show_experiences = form.ticked("show_experiences", "yes");
    if let Some(story) = refusals.keep(text::free("story", form.get("story"), TEXT_LIMIT)) {
        answers.story = story;
    }
}

/// A weight, which has been held within 1..5.
fn whole(weight: i64) -> u8 {
    u8::try_from(weight).unwrap_or(3)
}

fn read_wishes(form: &Form, answers: &mut Answers, refusals: &mut Refusals) {
    let mut all: Vec<Wish> = Vec::new();
    for code in form.all("wish") {
        if !terms::is_trait(code) {
            refusals.push(Refusal::of("wish", "unknown-choice"));
            return;
        }
        if all.iter().any(|known| known.trait_code == code) {
            continue;
        }
        let field = format!("weight-{code}");
        let must = form.get(&field) == MUST;
        let weight = if must {
            Some(Some(5))
        } else {
            refusals.keep(form.int(&field, 1, 5))
        };
        all.push(Wish {
            trait_code: code.to_owned(),
            weight: whole(weight.flatten().unwrap_or(3)),
            must,
        });
    }
    answers.wishes = all;
    answers.kind = match form.get("kind") {
        "" => None,
        word => refusals
            .keep(Kind::from_word(word).ok_or_else(|| Refusal::of("kind", "unknown-choice"))),
    };
    more::read_work(form, answers, refusals);
}

fn read_languages(form: &Form, answers: &mut Answers, refusals: &mut Refusals) {
    let mut all: Vec<String> = Vec::new();
    let chosen = form.all("language").chain(form.all("other"));
    for raw in chosen.filter(|raw| !raw.trim().is_empty()).take(MOST) {
        if let Some(tag) = refusals.keep(language_tag("language", raw))
            && !all.contains(&tag)
        {
            all.push(tag);
        }
    }
    answers.languages = all;
}

fn read_ways(form: &Form, settings: &Settings, answers: &mut Answers, refusals: &mut Refusals) {
    let mut modes = Vec::new();
    for word in form.all("mode") {
        match Mode::from_word(word) {
            Some(mode) if modes.contains(&mode) => {}
            Some(mode) => modes.push(mode),
            None => {
                refusals.push(Refusal::of("mode", "unknown-choice"));
                return;
            }
        }
    }
    answers.modes = modes;
    let name = form.get("place").trim();
    let known = answers
        .place
        .as_ref()
        .is_some_and(|place| place.name == name || (place.name.is_empty() && name == KEPT_PLACE));
    if name.is_empty() {
        answers.place = None;
    } else if let Some(place) = settings.places.iter().find(|place| place.name == name) {
        answers.place = Some(place.clone());
    } else if !known {
        refusals.push(Refusal::of("place", "unknown-choice"));
    }
    if let Some(km) = refusals.keep(form.int("max_km", 0, 20_000)) {
        answers.max_km = km.and_then(|km| u32::try_from(km).ok());
    }
}

fn read_times(form: &Form, answers: &mut Answers, refusals: &mut Refusals) {
    let chosen = form.all("time").map(read_cell);
    let spans: Option<Vec<[u32; 2]>> = chosen.chain(form.all("span").map(read_span)).collect();
    match spans {
        Some(spans) => answers.times = joined(spans),
        None => refusals.push(Refusal::of("time", "unknown-choice")),
    }
    let zone = form.get("zone").trim();
    if zone.is_empty() || (zone.len() <= 60 && time_zone(zone).is_some()) {
        answers.time_zone = zone.to_owned();
    } else {
        refusals.push(Refusal::of("zone", "unknown-choice"));
    }
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

fn read_words(form: &Form, answers: &mut Answers, refusals: &mut Refusals) {
    if let Some(note) = refusals.keep(text::free("never_note", form.get("never_note"), TEXT_LIMIT))
    {
        answers.never_note = note;
    }
    if let Some(tell) = refusals.keep(text::free("tell", form.get("tell"), TEXT_LIMIT)) {
        answers.tell = tell;
    }
}
