//! Holds an answer against its problem, both as JSON, and believes nothing in it.
//!
//! Why the five conditions on the prices prove the largest sum is told in the crate's `README.md`.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use serde_json::Value;

use super::question::{Question, Words, entries};
use super::rule::Side;

/// How many complaints are kept; a wrong answer has one for every pair, perhaps.
const MOST: usize = 50;
/// How many people a thread takes at once.
pub(crate) const AT_ONCE: usize = 64;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// Pairs that are possible by the rule.
    pub(crate) possible: u64,
    /// Everything that is wrong, one sentence each, up to a number of them.
    pub(crate) wrong: Vec<String>,
}

/// Looks at everything an answer says. `threads` share the pairs.
pub(crate) fn check(problem: &Value, answer: &Value, threads: usize) -> Found {
    let question = Question::of(problem);
    let mut claims = Claims::new(&question, answer);
    claims.shape();
    claims.people();
    claims.sum();
    claims.places();
    let mut wrong = std::mem::take(&mut claims.wrong);
    let (next, claims) = (AtomicUsize::new(0), &claims);
    let found: Vec<Found> = std::thread::scope(|scope| {
        let worker = || claims.pairs(&next);
        let threads: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(worker)).collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .collect()
    });
    let lost = found.len() < threads.max(1);
    if lost {
        wrong.push("the check itself broke".into());
    }
    let possible = found.iter().map(|part| part.possible).sum();
    let mut of_pairs: Vec<String> = found.into_iter().flat_map(|part| part.wrong).collect();
    of_pairs.sort();
    wrong.extend(of_pairs);
    wrong.truncate(MOST);
    Found { possible, wrong }
}

/// What the answer says of one person.
#[derive(Clone, Copy)]
enum Said<'a> {
    Nothing,
    With(usize, &'a Value),
    LeftOut(&'a Value),
}

/// What the answer says, by number instead of id.
struct Claims<'a> {
    question: &'a Question,
    answer: &'a Value,
    said: Vec<Said<'a>>,
    load: Vec<u64>,
    person_price: Vec<i64>,
    worker_price: Vec<i64>,
    /// Workers in the order of their ids' bytes: `closest` breaks ties by it.
    rank_of_id: Vec<usize>,
    wrong: Vec<String>,
}

impl<'a> Claims<'a> {
    fn new(question: &'a Question, answer: &'a Value) -> Claims<'a> {
        let mut wrong = Vec::new();
        let certificate = &answer["certificate"];
        let mut prices = |key: &str, ids: &Words| {
            prices(&certificate[key], ids).unwrap_or_else(|what| {
                wrong.push(format!("{key}: {what}"));
                vec![0; ids.words.len()]
            })
        };
        let person_price = prices("participant_price", &question.person_ids);
        let worker_price = prices("worker_price", &question.worker_ids);
        let workers = question.worker_ids.words.len();
        let mut by_id: Vec<usize> = (0..workers).collect();
        by_id.sort_by_key(|worker| &question.worker_ids.words[*worker]);
        let mut rank_of_id = vec![0; workers];
        for (rank, worker) in by_id.into_iter().enumerate() {
            rank_of_id[worker] = rank;
        }
        Claims {
            question,
            answer,
            said: vec![Said::Nothing; question.people.len()],
            load: vec![0; workers],
            person_price,
            worker_price,
            rank_of_id,
            wrong,
        }
    }

    fn require(&mut self, holds: bool, otherwise: impl FnOnce() -> String) {
        if !holds && self.wrong.len() < MOST {
            self.wrong.push(otherwise());
        }
    }

    /// The keys there are, no more and no fewer.
    fn shape(&mut self) {
        let answer = self.answer;
        self.require(answer["format"] == "cairn-assignment/1", || "format".into());
        let top = [
            "assigned",
            "certificate",
            "format",
            "objective",
            "unassigned",
        ];
        self.require(has_keys(answer, &top), || "keys of the answer".into());
        let certificate = ["participant_price", "worker_price"];
        let right = has_keys(&answer["certificate"], &certificate);
        self.require(right, || "keys of the certificate".into());
        let pair = ["participant", "parts", "score", "shared", "value", "worker"];
        let right = entries(&answer["assigned"])
            .iter()
            .all(|one| has_keys(one, &pair));
        self.require(right, || "keys of an assigned pair".into());
        let left_out = ["closest", "participant", "reason"];
        let right = entries(&answer["unassigned"])
            .iter()
            .all(|one| has_keys(one, &left_out));
        self.require(right, || "keys of somebody unassigned".into());
        self.require(
            answer["assigned"].is_array() && answer["unassigned"].is_array(),
            || "no lists".into(),
        );
    }

    /// Everybody stands once, in one of two lists that keep the problem's order.
    fn people(&mut self) {
        for list in ["assigned", "unassigned"] {
            let mut last = None;
            for entry in entries(&self.answer[list]) {
                let id = entry["participant"].as_str().unwrap_or_default();
                let Some(number) = self.question.person_ids.find(id) else {
                    self.require(false, || format!("{list}: nobody is {id:?}"));
                    continue;
                };
                self.require(last < Some(number), || {
                    format!("{list}: {id:?} out of order")
                });
                last = Some(number);
                let first = matches!(self.said[number], Said::Nothing);
                self.require(first, || format!("{id:?} stands twice"));
                self.said[number] = match (list, self.worker(&entry["worker"])) {
                    ("unassigned", _) => Said::LeftOut(entry),
                    (_, Some(worker)) => {
                        self.load[worker] += 1;
                        Said::With(worker, entry)
                    }
                    (_, None) => {
                        self.require(false, || format!("{id:?} with an unknown worker"));
                        Said::Nothing
                    }
                };
            }
        }
        for number in 0..self.said.len() {
            let there = !matches!(self.said[number], Said::Nothing);
            self.require(there, || {
                format!("{:?} is missing", self.question.person_ids.words[number])
            });
        }
    }

    fn worker(&self, id: &Value) -> Option<usize> {
        id.as_str().and_then(|id| self.question.worker_ids.find(id))
    }

    fn sum(&mut self) {
        let values = entries(&self.answer["assigned"]).iter();
        let sum: i128 = values
            .map(|pair| i128::from(pair["value"].as_i64().unwrap_or(0)))
            .sum();
        let said = self.answer["objective"].as_i64().map(i128::from);
        self.require(said == Some(sum), || {
            format!("objective: the values' sum is {sum}")
        });
    }

    /// Nobody has more people than places, and no place to spare has a price.
    fn places(&mut self) {
        for worker in 0..self.load.len() {
            let (load, capacity) = (self.load[worker], self.question.workers.capacity[worker]);
            let (question, price) = (self.question, self.worker_price[worker]);
            let id = || &question.worker_ids.words[worker];
            self.require(load <= capacity, || {
                format!("{:?}: {load} people, {capacity} places", id())
            });
            let spare = load < capacity;
            self.require(price == 0 || !spare, || {
                format!("{:?}: room to spare at a price", id())
            });
            self.require(price >= 0, || format!("{:?}: a price below 0", id()));
        }
    }

    /// One thread's share: everything that is asked of pairs.
    fn pairs(&self, next: &AtomicUsize) -> Found {
        let mut found = Found::default();
        loop {
            let from = next.fetch_add(AT_ONCE, Relaxed);
            if from >= self.said.len() {
                return found;
            }
            for person in from..(from + AT_ONCE).min(self.said.len()) {
                self.person(person, &mut found);
            }
        }
    }

    fn person(&self, number: usize, found: &mut Found) {
        let side = Side::new(self.question, number);
        let (mut possible, price) = (0, self.person_price[number]);
        let mut complain = |what: &str, worker: Option<usize>| {
            let worker = worker.map(|worker| self.question.worker_ids.words[worker].as_str());
            if found.wrong.len() < MOST {
                let person = &self.question.person_ids.words[number];
                found
                    .wrong
                    .push(format!("{person:?} {}: {what}", worker.unwrap_or_default()));
            }
        };
        for worker in 0..self.worker_price.len() {
            let Some(value) = side.value(worker) else {
                continue;
            };
            possible += 1;
            // Prices are any numbers the answer names; their sum may be too large for 64 bits.
            if i128::from(price) + i128::from(self.worker_price[worker]) < i128::from(value) {
                complain("the prices are less than the pair's value", Some(worker));
            }
        }
        if price < 0 {
            complain("a price below 0", None);
        }
        match self.said[number] {
            Said::Nothing => {}
            Said::With(worker, said) => {
                for what in self.pair(&side, worker, said, price) {
                    complain(what, Some(worker));
                }
            }
            Said::LeftOut(said) => {
                if price != 0 {
                    complain("left out at a price", None);
                }
                let reason = if possible > 0 {
                    "no_capacity_left"
                } else {
                    "no_possible_worker"
                };
                if said["reason"] != reason {
                    complain("the reason is not right", None);
                }
                if self.closest(&side) != Some(closest_said(said)) {
                    complain("the closest are not those, or lack something else", None);
                }
            }
        }
        found.possible += possible;
    }

    /// What is wrong with an assigned pair.
    fn pair(&self, side: &Side<'_>, worker: usize, said: &Value, price: i64) -> Vec<&'static str> {
        let minutes = side.minutes(worker);
        let (parts, worth) = (side.parts(worker, minutes), side.worth(worker));
        let prices = i128::from(price) + i128::from(self.worker_price[worker]);
        let number = |key: &str| said[key].as_i64();
        let part = |key: &str| said["parts"][key].as_i64();
        let keys = ["experience", "headroom", "time", "wishes", "workplace"];
        let said_parts = [
            part("experience"),
            part("wishes"),
            part("time"),
            part("workplace"),
            part("headroom"),
        ];
        let by_rule = [
            parts.experience,
            parts.wishes,
            parts.time,
            parts.workplace,
            parts.headroom,
        ];
        let shared = &said["shared"];
        let shared_keys = [
            "experiences",
            "languages",
            "modes",
            "overlap_minutes",
            "wishes",
        ];
        let right = [
            (side.value(worker).is_some(), "not possible"),
            (number("value") == Some(worth), "the value is not right"),
            (
                number("score") == Some(parts.score()),
                "the score is not right",
            ),
            (
                has_keys(&said["parts"], &keys) && said_parts == by_rule.map(Some),
                "the parts are not right",
            ),
            (
                prices == i128::from(worth),
                "the prices are not the assigned pair's value",
            ),
            (has_keys(shared, &shared_keys), "keys of what is shared"),
            (
                shared["overlap_minutes"].as_u64() == Some(minutes),
                "the minutes are not right",
            ),
            (
                self.shared(side, worker, shared),
                "what is shared is not right",
            ),
        ];
        right
            .into_iter()
            .filter(|(holds, _)| !holds)
            .map(|(_, what)| what)
            .collect()
    }

    /// What both have, in the person's order, each once.
    fn shared(&self, side: &Side<'_>, worker: usize, said: &Value) -> bool {
        let (q, workers, person) = (self.question, &self.question.workers, side.person);
        let experiences: Vec<usize> = person.experiences.iter().map(|e| e.0).collect();
        let wishes: Vec<usize> = person.wishes.iter().map(|w| w.0).collect();
        let lists = [
            (
                "experiences",
                &experiences,
                &workers.experiences,
                &q.experiences,
            ),
            (
                "languages",
                &person.languages,
                &workers.languages,
                &q.languages,
            ),
            ("modes", &person.modes, &workers.modes, &q.modes),
            ("wishes", &wishes, &workers.traits, &q.traits),
        ];
        lists.iter().all(|(key, ours, theirs, words)| {
            let mut both: Vec<usize> = Vec::new();
            for word in ours.iter() {
                if theirs.has(worker, *word) && !both.contains(word) {
                    both.push(*word);
                }
            }
            let both: Vec<&str> = both
                .iter()
                .map(|word| words.words[*word].as_str())
                .collect();
            said[key].is_array() && texts(&said[key]) == both
        })
    }

    /// The up to three nearest: fewest lacks, then what the pair would be worth, then the id.
    fn closest(&self, side: &Side<'_>) -> Option<Vec<(&'a str, Vec<&'static str>)>> {
        type Key = (usize, Reverse<i64>, usize);
        let mut nearest: Vec<(Key, usize)> = Vec::new();
        for worker in 0..self.load.len() {
            if side.excluded(worker) {
                continue;
            }
            let lacks = side.lack_count(worker);
            if nearest.len() == 3 && nearest[2].0.0 < lacks {
                continue;
            }
            let key = (lacks, Reverse(side.worth(worker)), self.rank_of_id[worker]);
            let at = nearest.partition_point(|(other, _)| *other < key);
            nearest.insert(at, (key, worker));
            nearest.truncate(3);
        }
        let name = |worker: usize| self.question.worker_ids.words[worker].as_str();
        Some(
            nearest
                .into_iter()
                .map(|(_, worker)| (name(worker), side.lacks(worker)))
                .collect(),
        )
    }
}

/// The closest as the answer names them.
fn closest_said(said: &Value) -> Vec<(&str, Vec<&str>)> {
    let close = entries(&said["closest"]).iter();
    close
        .map(|one| {
            let exact = has_keys(one, &["lacks", "worker"]) && one["lacks"].is_array();
            (
                one["worker"].as_str().filter(|_| exact).unwrap_or_default(),
                texts(&one["lacks"]),
            )
        })
        .collect()
}

fn texts(list: &Value) -> Vec<&str> {
    entries(list)
        .iter()
        .map(|entry| entry.as_str().unwrap_or_default())
        .collect()
}

fn has_keys(value: &Value, keys: &[&str]) -> bool {
    let object = value.as_object();
    object.is_some_and(|object| {
        object.len() == keys.len() && keys.iter().all(|key| object.contains_key(*key))
    })
}

/// One whole number for each id, in the problem's order.
fn prices(said: &Value, ids: &Words) -> Result<Vec<i64>, String> {
    let said = said.as_object().ok_or("no prices")?;
    let mut list = Vec::with_capacity(ids.words.len());
    for id in &ids.words {
        let price = said.get(id).and_then(Value::as_i64);
        list.push(price.ok_or_else(|| format!("no price for {id:?}"))?);
    }
    let right = said.len() == list.len();
    right
        .then_some(list)
        .ok_or_else(|| "somebody has a price who is not there".into())
}
