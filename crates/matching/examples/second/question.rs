//! A problem, read from its JSON alone and laid out so that billions of pairs can be asked about.

use std::collections::HashMap;

use serde_json::Value;

/// Minutes in a week.
const WEEK: usize = 10_080;

/// One bit for each different word, as many columns of 64 as it takes, one row for each owner.
#[derive(Default)]
pub(crate) struct Sets {
    columns: usize,
    bits: Vec<u64>,
}

impl Sets {
    fn of(rows: &[Vec<usize>], words: usize) -> Sets {
        let columns = words.div_ceil(64).max(1);
        let mut bits = vec![0; columns * rows.len()];
        for (row, numbers) in rows.iter().enumerate() {
            for number in numbers {
                bits[row * columns + number / 64] |= 1 << (number % 64);
            }
        }
        Sets { columns, bits }
    }

    pub(crate) fn row(&self, owner: usize) -> &[u64] {
        &self.bits[owner * self.columns..(owner + 1) * self.columns]
    }

    pub(crate) fn has(&self, owner: usize, word: usize) -> bool {
        self.bits[owner * self.columns + word / 64] >> (word % 64) & 1 == 1
    }
}

/// Gives each different word a number.
#[derive(Default)]
pub(crate) struct Words {
    numbers: HashMap<String, usize>,
    pub(crate) words: Vec<String>,
}

impl Words {
    fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        self.numbers.insert(word.to_owned(), self.words.len());
        self.words.push(word.to_owned());
        self.words.len() - 1
    }

    fn numbers(&mut self, list: &Value) -> Vec<usize> {
        entries(list)
            .iter()
            .filter_map(Value::as_str)
            .map(|word| self.number(word))
            .collect()
    }

    /// The number of a word that is there.
    pub(crate) fn find(&self, word: &str) -> Option<usize> {
        self.numbers.get(word).copied()
    }
}

/// Somebody who waits; words by their numbers.
pub(crate) struct Person {
    pub(crate) role: usize,
    pub(crate) base: i64,
    pub(crate) experiences: Vec<(usize, i64)>,
    pub(crate) languages: Vec<usize>,
    pub(crate) modes: Vec<usize>,
    pub(crate) availability: Vec<(usize, usize)>,
    pub(crate) place: Option<(f64, f64)>,
    pub(crate) limit: Option<f64>,
    /// Trait, weight, must.
    pub(crate) wishes: Vec<(usize, i64, bool)>,
    pub(crate) sector: Option<usize>,
    pub(crate) needs: Vec<usize>,
    pub(crate) not: Vec<usize>,
}

/// Everybody who supports, one list for each thing that is asked.
#[derive(Default)]
pub(crate) struct Workers {
    pub(crate) roles: Sets,
    pub(crate) languages: Sets,
    pub(crate) modes: Sets,
    pub(crate) experiences: Sets,
    pub(crate) traits: Sets,
    pub(crate) trainings: Sets,
    /// Minutes from, up to, without overlap.
    pub(crate) weeks: Vec<Vec<(u16, u16)>>,
    pub(crate) places: Vec<Option<(f64, f64)>>,
    pub(crate) limits: Vec<Option<f64>>,
    pub(crate) sectors: Vec<Option<usize>>,
    pub(crate) capacity: Vec<u64>,
    pub(crate) headroom: Vec<i64>,
    /// Whom each never wants, by the number of the participant.
    pub(crate) not: Vec<Vec<usize>>,
}

/// A whole problem.
#[derive(Default)]
pub(crate) struct Question {
    /// Minutes two people must share.
    pub(crate) needed: u64,
    pub(crate) people: Vec<Person>,
    pub(crate) workers: Workers,
    pub(crate) person_ids: Words,
    pub(crate) worker_ids: Words,
    pub(crate) roles: Words,
    pub(crate) languages: Words,
    pub(crate) modes: Words,
    pub(crate) experiences: Words,
    pub(crate) traits: Words,
    pub(crate) trainings: Words,
    sectors: Words,
}

impl Question {
    /// Reads a problem that is known to be one; what is absent has the default of the rule.
    pub(crate) fn of(problem: &Value) -> Question {
        let mut question = Question {
            needed: problem["settings"]["min_overlap_minutes"]
                .as_u64()
                .unwrap_or(0),
            ..Question::default()
        };
        let (people, workers) = (
            entries(&problem["participants"]),
            entries(&problem["workers"]),
        );
        // Ids first: each side names the other under `not`.
        for person in people {
            question.person_ids.number(text(&person["id"]));
        }
        for worker in workers {
            question.worker_ids.number(text(&worker["id"]));
        }
        for person in people {
            let person = question.person(person);
            question.people.push(person);
        }
        question.workers(workers);
        question
    }

    fn person(&mut self, from: &Value) -> Person {
        let waited = from["waiting_days"]
            .as_i64()
            .unwrap_or(if from["waiting_days"].is_u64() {
                365
            } else {
                0
            });
        let weight = |entry: &Value| entry["weight"].as_i64().unwrap_or(0);
        let mut experiences = Vec::new();
        for entry in entries(&from["experiences"]) {
            experiences.push((self.experiences.number(text(&entry["code"])), weight(entry)));
        }
        let mut wishes = Vec::new();
        for entry in entries(&from["wishes"]) {
            let number = self.traits.number(text(&entry["trait"]));
            wishes.push((number, weight(entry), entry["must"] == true));
        }
        let not = entries(&from["not"]).iter();
        Person {
            role: self.roles.number(text(&from["role"])),
            base: 1_000_000
                + 100_000 * from["priority"].as_i64().unwrap_or(0)
                + 100 * waited.min(365),
            experiences,
            languages: self.languages.numbers(&from["languages"]),
            modes: self.modes.numbers(&from["modes"]),
            availability: spans(&from["availability"]),
            place: place(&from["location"]),
            limit: from["max_km"].as_f64(),
            wishes,
            sector: from["sector"]
                .as_str()
                .map(|word| self.sectors.number(word)),
            needs: self.trainings.numbers(&from["needs"]),
            not: not
                .filter_map(|id| self.worker_ids.find(text(id)))
                .collect(),
        }
    }

    fn workers(&mut self, from: &[Value]) {
        fn sets(words: &mut Words, from: &[Value], key: &str) -> Sets {
            let rows: Vec<Vec<usize>> = from
                .iter()
                .map(|worker| words.numbers(&worker[key]))
                .collect();
            Sets::of(&rows, words.words.len())
        }
        let not = |worker: &Value| {
            let ids = entries(&worker["not"]).iter();
            ids.filter_map(|id| self.person_ids.find(text(id)))
                .collect()
        };
        self.workers = Workers {
            not: from.iter().map(not).collect(),
            roles: sets(&mut self.roles, from, "roles"),
            languages: sets(&mut self.languages, from, "languages"),
            modes: sets(&mut self.modes, from, "modes"),
            experiences: sets(&mut self.experiences, from, "experiences"),
            traits: sets(&mut self.traits, from, "traits"),
            trainings: sets(&mut self.trainings, from, "trainings"),
            weeks: from
                .iter()
                .map(|worker| union(&spans(&worker["availability"])))
                .collect(),
            places: from
                .iter()
                .map(|worker| place(&worker["location"]))
                .collect(),
            limits: from
                .iter()
                .map(|worker| worker["travel_km"].as_f64())
                .collect(),
            sectors: from
                .iter()
                .map(|worker| {
                    worker["sector"]
                        .as_str()
                        .map(|word| self.sectors.number(word))
                })
                .collect(),
            capacity: from
                .iter()
                .map(|worker| worker["capacity"].as_u64().unwrap_or(0))
                .collect(),
            headroom: from
                .iter()
                .map(|worker| worker["headroom"].as_i64().unwrap_or(50))
                .collect(),
        };
    }
}

/// A list's entries; none when it is absent.
pub(crate) fn entries(list: &Value) -> &[Value] {
    list.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn place(value: &Value) -> Option<(f64, f64)> {
    Some((value["lat"].as_f64()?, value["lon"].as_f64()?))
}

fn spans(list: &Value) -> Vec<(usize, usize)> {
    let minute = |value: &Value| {
        value
            .as_u64()
            .and_then(|n| usize::try_from(n).ok())
            .unwrap_or(0)
    };
    entries(list)
        .iter()
        .map(|span| (minute(&span[0]), minute(&span[1])))
        .collect()
}

/// For each minute of the week, whether it lies in one of the spans.
pub(crate) fn minutes(spans: &[(usize, usize)]) -> Vec<bool> {
    let mut week = vec![false; WEEK];
    for (start, end) in spans {
        week[*start..*end].fill(true);
    }
    week
}

/// The same minutes without overlap, by looking at the week minute by minute.
fn union(spans: &[(usize, usize)]) -> Vec<(u16, u16)> {
    let minute = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let (mut union, mut since) = (Vec::new(), None);
    let week = minutes(spans);
    for (n, free) in week.iter().copied().chain([false]).enumerate() {
        match (free, since) {
            (true, None) => since = Some(n),
            (false, Some(start)) => {
                union.push((minute(start), minute(n)));
                since = None;
            }
            _ => {}
        }
    }
    union
}
