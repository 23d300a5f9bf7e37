//! Cells that participants and workers have in common: languages, ways of meeting, times, places.

use cairn_domain::matching::terms;
use cairn_domain::operations::Settings;
use cairn_domain::people::intake::{Place, WEEK, joined, language_tag};
use cairn_domain::people::{CaringFor, Kind, Mode, passphrase};
use cairn_domain::text::{self, LINE_LIMIT, NAME_LIMIT};
use cairn_words::{Language, time_zone};

use super::table::Reading;
use crate::people::NewAccount;

/// Who somebody is: the columns `login`, `name`, `email` and `language`.
pub fn account(reading: &mut Reading<'_>) -> Option<(NewAccount, String)> {
    let login = reading.cell("login");
    if login.is_empty() {
        reading.no("login", "a name to sign in with is missing");
        return None;
    }
    let login = reading.keep("login", passphrase::login(login))?;
    let name = text::line("name", reading.cell("name"), NAME_LIMIT);
    let name = reading.keep("name", name)?;
    let email = match reading.cell("email") {
        "" => None,
        raw => Some(reading.keep("email", passphrase::email(raw))?),
    };
    let language = match reading.cell("language") {
        "" => None,
        tag => match Language::from_tag(tag) {
            Some(language) => Some(language.tag().to_owned()),
            None => {
                reading.no(
                    "language",
                    format!("“{tag}” is not a language of the pages: en, es, ar"),
                );
                None
            }
        },
    };
    let name = if name.is_empty() { login.clone() } else { name };
    let account = NewAccount {
        login: Some(login),
        email,
        language,
        ..NewAccount::default()
    };
    Some((account, name))
}

/// Kinds of supporter.
pub fn kinds(reading: &mut Reading<'_>, column: &str) -> Vec<Kind> {
    listed(reading, column, Kind::ALL, Kind::from_word, Kind::word)
}

/// Whom a carer cares for.
pub fn caring_for(reading: &mut Reading<'_>) -> Vec<CaringFor> {
    let (read, word) = (CaringFor::from_word, CaringFor::word);
    listed(reading, "caring_for", CaringFor::ALL, read, word)
}

/// Where somebody works, and whether nobody from there is to be matched with them.
pub fn employer(reading: &mut Reading<'_>) -> (String, bool) {
    let employer = text::line("employer", reading.cell("employer"), LINE_LIMIT);
    let employer = reading.keep("employer", employer).unwrap_or_default();
    let apart = reading.yes("not_own_employer").unwrap_or(false);
    if apart && reading.cell("employer").is_empty() {
        reading.no(
            "employer",
            "without it nobody can be kept apart from colleagues",
        );
    }
    (employer, apart)
}

/// Ways of meeting.
pub fn modes(reading: &mut Reading<'_>) -> Vec<Mode> {
    listed(reading, "modes", Mode::ALL, Mode::from_word, Mode::word)
}

fn listed<T: Copy + PartialEq>(
    reading: &mut Reading<'_>,
    column: &str,
    all: &[T],
    read: fn(&str) -> Option<T>,
    word: fn(T) -> &'static str,
) -> Vec<T> {
    let mut out = Vec::new();
    for raw in reading.several(column) {
        match read(&raw.to_lowercase()) {
            Some(value) if out.contains(&value) => {}
            Some(value) => out.push(value),
            None => {
                let known: Vec<&str> = all.iter().map(|value| word(*value)).collect();
                reading.no(
                    column,
                    format!("“{raw}” is not one of {}", known.join(", ")),
                );
            }
        }
    }
    out
}

/// Codes of one of the product's lists.
pub fn codes(reading: &mut Reading<'_>, column: &str, known: fn(&str) -> bool) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for raw in reading.several(column) {
        if !known(raw) {
            reading.no(column, format!("“{raw}” is not on the list"));
        } else if !out.iter().any(|code| code == raw) {
            out.push(raw.to_owned());
        }
    }
    out
}

/// The line of work.
pub fn sector(reading: &mut Reading<'_>) -> Option<String> {
    let cell = reading.cell("sector");
    if cell.is_empty() {
        return None;
    }
    if !terms::SECTORS.contains(&cell) {
        reading.no(
            "sector",
            format!("“{cell}” is not one of {}", terms::SECTORS.join(", ")),
        );
        return None;
    }
    Some(cell.to_owned())
}

/// Languages, best first.
pub fn languages(reading: &mut Reading<'_>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    // Read as written between separators, so that “english language” is one wrong tag, not two.
    let cell = reading.cell("languages");
    for raw in cell
        .split([',', ';', '|'])
        .map(str::trim)
        .filter(|raw| !raw.is_empty())
    {
        let tags: Vec<&str> = raw.split_whitespace().collect();
        let fits = tags
            .iter()
            .all(|tag| language_tag("languages", tag).is_ok_and(|t| plausible(&t)));
        if !fits {
            reading.no(
                "languages",
                format!("“{raw}” is not a language code; examples: en, es, ar, zh-Hant, auslan"),
            );
            continue;
        }
        for tag in tags {
            if !out.iter().any(|known| known == tag) {
                out.push(tag.to_owned());
            }
        }
    }
    out
}

/// Whether a tag can be meant: codes of two or three letters, or a longer word that is known.
/// "english" has the shape of a registered word, and is none.
fn plausible(tag: &str) -> bool {
    let first = tag.split('-').next().unwrap_or("");
    first.len() <= 3 || cairn_words::language_codes().contains(&first.to_lowercase().as_str())
}

/// The time zone, as the IANA names it.
pub fn zone(reading: &mut Reading<'_>) -> String {
    let cell = reading.cell("time_zone");
    if !cell.is_empty() && time_zone(cell).is_none() {
        reading.no(
            "time_zone",
            format!("“{cell}” is not a time zone; examples: Europe/Madrid, Australia/Adelaide"),
        );
    }
    cell.to_owned()
}

/// A place on the programme's list.
pub fn place(reading: &mut Reading<'_>, settings: &Settings) -> Option<Place> {
    let cell = reading.cell("place");
    if cell.is_empty() {
        return None;
    }
    let found = settings
        .places
        .iter()
        .find(|place| place.name.to_lowercase() == cell.to_lowercase());
    if found.is_none() {
        let known: Vec<&str> = settings
            .places
            .iter()
            .map(|place| place.name.as_str())
            .collect();
        reading.no(
            "place",
            format!(
                "“{cell}” is not on the programme's list of places: {}",
                known.join(", ")
            ),
        );
    }
    found.cloned()
}

const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

fn day(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    (word.len() >= 3)
        .then(|| (0u32..).zip(DAYS).find(|(_, name)| name.starts_with(&word)))
        .flatten()
        .map(|(at, _)| at)
}

fn clock(word: &str) -> Option<u32> {
    let (hours, minutes) = word.trim().split_once(':')?;
    if hours.is_empty() || hours.len() > 2 || minutes.len() != 2 {
        return None;
    }
    let (hours, minutes): (u32, u32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let at = hours * 60 + minutes;
    (minutes < 60 && at <= 1440).then_some(at)
}

/// Times of the week: `Mon 18:00-20:00; Mon-Fri 09:00-12:00`.
pub fn times(reading: &mut Reading<'_>) -> Vec<[u32; 2]> {
    let mut out = Vec::new();
    let cell = reading.cell("times");
    for raw in cell
        .split([',', ';', '|', '\n'])
        .map(str::trim)
        .filter(|raw| !raw.is_empty())
    {
        match span(raw) {
            Ok(spans) => out.extend(spans),
            Err(reason) => reading.no("times", reason),
        }
    }
    joined(out)
}

fn span(raw: &str) -> Result<Vec<[u32; 2]>, String> {
    let odd = || format!("“{raw}” is not a time of the week; an example: Mon 18:00-20:00");
    let raw_plain = raw.replace(['–', '—'], "-");
    let (days, clocks) = raw_plain.split_once(char::is_whitespace).ok_or_else(odd)?;
    let (from, to) = days.split_once('-').unwrap_or((days, days));
    let (from, to) = (day(from).ok_or_else(odd)?, day(to).ok_or_else(odd)?);
    let (start, end) = clocks.split_once('-').ok_or_else(odd)?;
    let (start, end) = (clock(start).ok_or_else(odd)?, clock(end).ok_or_else(odd)?);
    if start >= end {
        return Err(format!(
            "“{raw}” ends before it starts (a time over midnight is written as two: until 24:00 and from 00:00)"
        ));
    }
    if from > to {
        return Err(format!("“{raw}”: the days are the wrong way round"));
    }
    let spans: Vec<[u32; 2]> = (from..=to)
        .map(|day| [day * 1440 + start, day * 1440 + end])
        .collect();
    debug_assert!(spans.iter().all(|[_, end]| *end <= WEEK));
    Ok(spans)
}
