//! What the invented people answered and said of themselves.

use cairn_domain::matching::{WorkerProfile, terms};
use cairn_domain::operations::Settings;
use cairn_domain::people::intake::{DAY_PARTS, Place, cell};
use cairn_domain::people::{Answers, Experience, Kind, Mode, Wish};
use cairn_domain::safety::CrisisLine;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, RngExt};

use super::texts;

/// Pages of the form for asking.
const PAGES: usize = 6;

/// What the invented programme decided for itself.
pub(super) fn settings() -> Settings {
    let line = |name: &str, call: &str, text: &str, languages: &[&str], emergency| CrisisLine {
        name: name.into(),
        call: call.into(),
        text: text.into(),
        hours: String::new(),
        languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
        emergency,
    };
    Settings {
        crisis_lines: vec![
            line(
                "Night Line (invented)",
                "555 0100",
                "555 0101",
                &["en"],
                false,
            ),
            line(
                "Línea de la Noche (invented)",
                "555 0102",
                "",
                &["es"],
                false,
            ),
            line("خط الليل (invented)", "555 0103", "", &["ar"], false),
            line("Ambulance, fire brigade, police", "112", "", &[], true),
        ],
        places: places(),
        invented: true,
        ..Settings::default()
    }
}

fn places() -> Vec<Place> {
    let place = |name: &str, lat, lon| Place {
        name: name.into(),
        lat,
        lon,
    };
    vec![
        place("Harbour café", 53.35, -4.63),
        place("Library, Mill Street", 53.31, -4.60),
        place("Community garden", 53.28, -4.52),
    ]
}

/// Some of a list, in the list's order.
fn some<T: Clone>(rng: &mut StdRng, list: &[T], low: usize, high: usize) -> Vec<T> {
    let count = rng.random_range(low..=high);
    list.sample(rng, count).cloned().collect()
}

fn experience_codes() -> Vec<&'static str> {
    terms::EXPERIENCES
        .iter()
        .flat_map(|(_, codes)| codes.iter().copied())
        .collect()
}

fn times(rng: &mut StdRng, low: usize, high: usize) -> Vec<[u32; 2]> {
    let parts: Vec<&str> = DAY_PARTS.iter().map(|(word, ..)| *word).collect();
    let count = rng.random_range(low..=high);
    let mut cells: Vec<[u32; 2]> = (0..count)
        .filter_map(|_| {
            let part = parts[rng.random_range(1..parts.len() - 1)];
            cell(rng.random_range(0..7), part)
        })
        .collect();
    cells.sort_unstable();
    cells.dedup();
    cells
}

fn modes(rng: &mut StdRng) -> Vec<Mode> {
    let mut modes = vec![Mode::Chat];
    let others = [Mode::Phone, Mode::Video, Mode::InPerson];
    modes.extend(others.into_iter().filter(|_| rng.random_bool(0.5)));
    modes
}

/// The languages of a person: their own first, then English.
fn languages(rng: &mut StdRng, own: Option<&str>) -> Vec<String> {
    let drawn = match rng.random_range(0..12) {
        0 => Some("es"),
        1 => Some("ar"),
        2 => Some("pl"),
        _ => None,
    };
    let mut languages: Vec<String> = own.or(drawn).map(str::to_owned).into_iter().collect();
    languages.push("en".into());
    languages
}

/// What somebody answered when they asked for support. `pages` of the form were left with
/// "continue".
pub(super) fn answers(rng: &mut StdRng, language: Option<&str>, whole: bool) -> Answers {
    let experiences = some(rng, &experience_codes(), 1, 4)
        .into_iter()
        .map(|code| Experience {
            code: code.to_owned(),
            weight: rng.random_range(2..=5),
        })
        .collect();
    let wishes = match rng.random_range(0..3) {
        0 => vec![wish(rng)],
        _ => Vec::new(),
    };
    let modes = modes(rng);
    let place = modes
        .contains(&Mode::InPerson)
        .then(|| places().choose(rng).cloned())
        .flatten();
    let story = match language {
        Some("es") => texts::STORIES[7],
        Some("ar") => texts::STORIES[8],
        _ => texts::STORIES[[0, 1, 2, 3, 4, 5, 6, 9, 10, 11][rng.random_range(0..10)]],
    };
    let done = if whole { PAGES } else { 2 };
    Answers {
        kind: rng.random_bool(0.3).then_some(Kind::PeerWorker),
        experiences,
        story: story.to_owned(),
        show_experiences: rng.random_bool(0.6),
        wishes,
        languages: languages(rng, language),
        modes,
        times: times(rng, 4, 10),
        place,
        max_km: rng.random_bool(0.3).then_some(15),
        tell: texts::TELLS.choose(rng).copied().unwrap_or("").to_owned(),
        pages_done: (1..=done).map(|page| page.to_string()).collect(),
        ..Answers::default()
    }
}

fn wish(rng: &mut StdRng) -> Wish {
    let wishes = [
        "gender:woman",
        "gender:man",
        "age:25-34",
        "age:45-54",
        "lgbtq:yes",
        "parent:yes",
    ];
    let drawn: &str = wishes.choose(rng).copied().unwrap_or("parent:yes");
    Wish {
        trait_code: drawn.to_owned(),
        weight: rng.random_range(1..=4),
        must: false,
    }
}

/// What a worker says of themselves, how many people they can support, and how much room they have.
pub(super) fn profile(
    rng: &mut StdRng,
    number: usize,
    supports: usize,
) -> (WorkerProfile, (i64, i64)) {
    let experiences: Vec<String> = some(rng, &experience_codes(), 5, 10)
        .into_iter()
        .map(str::to_owned)
        .collect();
    let mut traits = Vec::new();
    for (group, values) in terms::TRAITS.iter().take(2) {
        traits.extend(values.choose(rng).map(|value| format!("{group}:{value}")));
    }
    let own = match texts::WORKERS[number % texts::WORKERS.len()] {
        "Salma" | "Zainab" | "Leila" => Some("ar"),
        "Diego" | "Manuel" | "Rafael" => Some("es"),
        _ => None,
    };
    let mut roles = vec![Kind::PeerWorker];
    if number % 4 == 3 {
        roles.push(Kind::RecoveryCoach);
    }
    if number % 6 == 4 {
        roles.push(Kind::CarerPeer);
    }
    let profile = WorkerProfile {
        roles,
        shown_experiences: experiences.iter().take(3).cloned().collect(),
        experiences,
        languages: languages(rng, own),
        modes: Mode::ALL.to_vec(),
        times: times(rng, 12, 24),
        place: places().choose(rng).cloned(),
        shown_traits: traits.iter().take(1).cloned().collect(),
        traits,
        trainings: some(rng, terms::TRAININGS, 1, 3)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        about: texts::ABOUTS[number % texts::ABOUTS.len()].to_owned(),
        ..WorkerProfile::default()
    };
    let room = rng.random_range(2..=5);
    let capacity = i64::try_from(supports + room).unwrap_or(5).min(60);
    (profile, (capacity, rng.random_range(30..=90)))
}

/// Days before today.
pub(super) fn days(rng: &mut StdRng, low: i64, high: i64) -> i64 {
    rng.random_range(low..=high)
}

/// The generator of everything that is invented.
pub(super) fn rng(seed: u64) -> StdRng {
    use rand::SeedableRng;
    let mut rng = StdRng::seed_from_u64(seed ^ 0x0c41);
    // The first numbers of neighbouring seeds are alike in some generators; not in this one, and
    // it costs nothing to be sure.
    let _ = rng.next_u64();
    rng
}
