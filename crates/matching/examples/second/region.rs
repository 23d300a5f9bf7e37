//! Invented programmes of any size: who waits and who supports in a few towns, from a seed.
//!
//! The text is written by hand, so that nothing here leans on the crate that will read it.

use std::fmt::Write as _;

use super::chance::Chance;

/// What is asked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Region {
    pub(crate) people: u64,
    pub(crate) workers: u64,
    pub(crate) seed: u64,
    /// Some 7 places for 10 people instead of 13, so that not all can be served.
    pub(crate) tight: bool,
}

/// How common an experience is goes with its place in the list.
const EXPERIENCES: &[&str] = &[
    "anxiety",
    "depression",
    "trauma",
    "burnout_at_work",
    "bereavement",
    "self_harm",
    "psychosis",
    "hospital_stay",
    "unemployment",
    "hearing_voices",
    "addiction_alcohol",
    "chronic_pain",
    "adhd",
    "bipolar",
    "childhood_abuse",
    "suicide_attempt",
    "bullying",
    "caring_for_parent",
    "autism",
    "eating_disorder",
    "domestic_violence",
    "ptsd",
    "addiction_drugs",
    "racism",
    "migration",
    "caring_for_child",
    "caring_for_partner",
    "postnatal_depression",
    "ocd",
    "homelessness",
    "compulsory_treatment",
    "borderline_label",
    "coming_out",
    "agoraphobia",
    "gambling",
    "dissociation",
    "bereavement_by_suicide",
    "perinatal_loss",
    "refugee",
    "young_carer",
    "seclusion",
    "prison",
    "schizophrenia_label",
    "military_service",
    "brain_injury",
    "gender_transition",
];
const OTHER_LANGUAGES: &[&str] = &[
    "zh", "ar", "vi", "hi", "it", "el", "mi", "pt", "fr", "pl", "ur", "so", "uk", "tr", "auslan",
];
const MODES: &[&str] = &["chat", "phone", "video", "in_person"];
const SECTORS: &[&str] = &[
    "office",
    "health",
    "retail",
    "education",
    "hospitality",
    "construction",
    "transport",
    "farming",
    "mining",
    "police",
    "fire",
    "defence",
];
const TRAININGS: &[&str] = &[
    "suicide_prevention",
    "eating_disorders",
    "trauma",
    "family",
    "aod",
];
const TRAITS: &[&[&str]] = &[
    &[
        "gender:woman",
        "gender:woman",
        "gender:woman",
        "gender:man",
        "gender:man",
        "gender:nonbinary",
    ],
    &[
        "age:18-24",
        "age:25-34",
        "age:35-44",
        "age:45-54",
        "age:55-64",
        "age:65+",
    ],
    &[
        "culture:european",
        "culture:european",
        "culture:european",
        "culture:chinese",
        "culture:arab",
        "culture:latin",
        "culture:first_nations",
        "culture:maori",
        "culture:african",
    ],
    &["lgbtq:yes", "lgbtq:no", "lgbtq:no", "lgbtq:no"],
    &["parent:yes", "parent:no"],
];
/// Hours at which people begin to be free: mornings before work, middays, many evenings.
const HOURS: &[u64] = &[
    7, 8, 9, 9, 10, 11, 12, 13, 14, 15, 17, 17, 18, 18, 19, 20, 21,
];
const LENGTHS: &[u64] = &[60, 60, 90, 120, 120, 180, 240, 480];
/// Towns, in hundred-thousandths of a degree.
const TOWNS: u64 = 6;
const SPREAD: i64 = 12_000;

impl Region {
    /// The problem as a document `cairn-matching/1`.
    pub(crate) fn problem(&self) -> String {
        let towns = self.towns();
        let mut text =
            String::with_capacity(usize::try_from(self.people * 560 + 4096).unwrap_or(0));
        text.push_str(
            "{\"format\":\"cairn-matching/1\",\"settings\":{\"min_overlap_minutes\":60},\n",
        );
        text.push_str("\"participants\":[");
        for i in 0..self.people {
            text.push_str(if i == 0 { "\n" } else { ",\n" });
            self.participant(&mut text, i, &towns);
        }
        text.push_str("\n],\n\"workers\":[");
        for i in 0..self.workers {
            text.push_str(if i == 0 { "\n" } else { ",\n" });
            self.worker(&mut text, i, &towns);
        }
        text.push_str("\n]}\n");
        text
    }

    /// Everybody has a chance of their own, so that nobody's changes with the size.
    fn chance(&self, kind: u64, i: u64) -> Chance {
        let mut own = Chance::of(self.seed.wrapping_mul(0x5851_f42d_4c95_7f2d) ^ (kind << 40) ^ i);
        Chance::of(own.next())
    }

    fn towns(&self) -> Vec<(i64, i64)> {
        let mut chance = self.chance(3, 0);
        let mut between =
            |low: i64, wide: u64| low + i64::try_from(chance.below(wide)).unwrap_or(0);
        (0..TOWNS)
            .map(|_| {
                (
                    between(-3_800_000, 1_000_000),
                    between(11_500_000, 3_700_000),
                )
            })
            .collect()
    }

    fn participant(&self, text: &mut String, i: u64, towns: &[(i64, i64)]) {
        let c = &mut self.chance(1, i);
        let priority = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2][c.index(20)];
        let wait = c.wait(30, 400);
        let wants = different((0..c.below(6)).map(|_| c.early(EXPERIENCES)).collect());
        let experiences = list(&wants, |code| {
            format!("{{\"code\":\"{code}\",\"weight\":{}}}", c.between(1, 5))
        });
        let wishes: Vec<&str> = TRAITS
            .iter()
            .filter_map(|group| {
                let word = c.pick(group);
                c.is(7, 20).then_some(word)
            })
            .collect();
        let wishes = list(&wishes, |word| {
            let (weight, must) = (c.between(1, 5), c.is(3, 25));
            format!("{{\"trait\":\"{word}\",\"weight\":{weight},\"must\":{must}}}")
        });
        let count = if c.is(1, 4) { 2 } else { 1 };
        let languages = different((0..count).map(|_| language(c)).collect());
        let count = c.between(1, 4);
        let modes = c.some(MODES, count);
        // Writing to a String cannot fail.
        let _ = write!(
            text,
            "{{\"id\":\"p{i}\",\"role\":\"{}\",\"priority\":{priority},\"waiting_days\":{wait},\
             \"experiences\":{experiences},\"languages\":{},\"modes\":{},\"availability\":{},\
             \"location\":{},\"max_km\":{},\"wishes\":{wishes},\"sector\":{},\"needs\":{},\"not\":{}}}",
            role(c),
            words(&languages),
            words(&modes),
            week(c, 2, 8),
            if c.is(4, 5) {
                place(c, towns)
            } else {
                "null".into()
            },
            c.pick(&["null", "5", "10", "25", "50"]),
            if c.is(2, 5) {
                format!("\"{}\"", c.pick(SECTORS))
            } else {
                "null".into()
            },
            if c.is(3, 20) {
                words(&[c.pick(TRAININGS)])
            } else {
                "[]".into()
            },
            excluded(c, [0, 0, 0, 0, 1, 2], 'w', self.workers),
        );
    }

    fn worker(&self, text: &mut String, i: u64, towns: &[(i64, i64)]) {
        let c = &mut self.chance(2, i);
        let count = if c.is(1, 3) { 2 } else { 1 };
        let roles = different((0..count).map(|_| role(c)).collect());
        let knows = different((0..c.between(2, 9)).map(|_| c.early(EXPERIENCES)).collect());
        let mut languages = if c.is(9, 10) { vec!["en"] } else { vec![] };
        for _ in 0..if c.is(1, 3) { 2 } else { 1 } {
            languages.push(language(c));
        }
        let languages = different(languages);
        let count = c.between(2, 4);
        let modes = c.some(MODES, count);
        let traits: Vec<&str> = TRAITS.iter().map(|group| c.pick(group)).collect();
        let count = c.below(5);
        let trainings = c.some(TRAININGS, count);
        let _ = write!(
            text,
            "{{\"id\":\"w{i}\",\"roles\":{},\"experiences\":{},\"languages\":{},\"modes\":{},\
             \"availability\":{},\"location\":{},\"travel_km\":{},\"traits\":{},\"sector\":{},\
             \"trainings\":{},\"capacity\":{},\"headroom\":{},\"not\":{}}}",
            words(&roles),
            words(&knows),
            words(&languages),
            words(&modes),
            week(c, 4, 14),
            if c.is(9, 10) {
                place(c, towns)
            } else {
                "null".into()
            },
            c.pick(&["null", "10", "25", "50"]),
            words(&traits),
            if c.is(3, 5) {
                format!("\"{}\"", c.pick(SECTORS))
            } else {
                "null".into()
            },
            words(&trainings),
            self.capacity(c),
            c.between(0, 100),
            excluded(c, [0, 0, 0, 0, 0, 1], 'p', self.people),
        );
    }

    /// Around 1.3 or 0.7 places for each person, spread over the workers by half the mean.
    fn capacity(&self, c: &mut Chance) -> i64 {
        let thousandths = i64::try_from(self.people * 1000 / self.workers.max(1)).unwrap_or(0);
        let mean = thousandths * if self.tight { 7 } else { 13 } / 10;
        (mean + c.bell(thousandths / 2) + 500).max(0) / 1000
    }
}

fn role(c: &mut Chance) -> &'static str {
    match c.below(10) {
        0..7 => "peer_worker",
        7 | 8 => "recovery_coach",
        _ => "carer_peer",
    }
}

fn language(c: &mut Chance) -> &'static str {
    match c.below(90) {
        0..60 => "en",
        60..74 => "es",
        _ => c.pick(OTHER_LANGUAGES),
    }
}

fn week(c: &mut Chance, least: u64, most: u64) -> String {
    let spans: Vec<(u64, u64)> = (0..c.between(least, most))
        .map(|_| {
            let (day, half) = (c.below(7), c.pick(&[0, 0, 30]));
            let start = c.pick(HOURS) * 60 + half;
            let end = (start + c.pick(LENGTHS)).min(1440);
            (day * 1440 + start, day * 1440 + end)
        })
        .collect();
    list(&spans, |(start, end)| format!("[{start},{end}]"))
}

fn place(c: &mut Chance, towns: &[(i64, i64)]) -> String {
    let (lat, lon) = c.pick(towns);
    let degrees = |n: i64| {
        format!(
            "{}{}.{:05}",
            if n < 0 { "-" } else { "" },
            n.abs() / 100_000,
            n.abs() % 100_000
        )
    };
    let (lat, lon) = (lat + c.bell(SPREAD), lon + c.bell(SPREAD));
    format!("{{\"lat\":{},\"lon\":{}}}", degrees(lat), degrees(lon))
}

fn excluded(c: &mut Chance, counts: [u64; 6], letter: char, of: u64) -> String {
    let count = c.pick(&counts);
    let ids: Vec<String> = (0..count)
        .map(|_| format!("{letter}{}", c.below(of)))
        .collect();
    list(&ids, |id| format!("\"{id}\""))
}

fn different(mut words: Vec<&'static str>) -> Vec<&'static str> {
    let mut seen: Vec<&str> = Vec::new();
    words.retain(|word| {
        let first = !seen.contains(word);
        seen.push(word);
        first
    });
    words
}

fn words(words: &[&str]) -> String {
    list(words, |word| format!("\"{word}\""))
}

fn list<T>(entries: &[T], entry: impl FnMut(&T) -> String) -> String {
    let entries: Vec<String> = entries.iter().map(entry).collect();
    format!("[{}]", entries.join(","))
}
