//! The rule a second time, as `README.md` of the crate tells it and without the crate's own code.

use super::question::{Person, Question, Sets, minutes};

const EARTH_RADIUS_KM: f64 = 6371.0088;

/// The five parts of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) experience: i64,
    pub(crate) wishes: i64,
    pub(crate) time: i64,
    pub(crate) workplace: i64,
    pub(crate) headroom: i64,
}

impl Parts {
    pub(crate) fn score(&self) -> i64 {
        self.experience + self.wishes + self.time + self.workplace + self.headroom
    }
}

/// One person, made ready to be held against all workers.
pub(crate) struct Side<'a> {
    question: &'a Question,
    pub(crate) person: &'a Person,
    number: usize,
    languages: Vec<u64>,
    modes: Vec<u64>,
    in_person: Vec<u64>,
    musts: Vec<u64>,
    needs: Vec<u64>,
    /// How many of the person's free minutes lie before each minute of the week.
    before: Vec<u16>,
}

impl<'a> Side<'a> {
    pub(crate) fn new(question: &'a Question, number: usize) -> Side<'a> {
        let person = &question.people[number];
        let mut before = vec![0_u16];
        let mut count = 0;
        for free in minutes(&person.availability) {
            count += u16::from(free);
            before.push(count);
        }
        let musts: Vec<usize> = person
            .wishes
            .iter()
            .filter(|wish| wish.2)
            .map(|wish| wish.0)
            .collect();
        let in_person: Vec<usize> = question.modes.find("in_person").into_iter().collect();
        Side {
            question,
            person,
            number,
            languages: mask(&person.languages, question.languages.words.len()),
            modes: mask(&person.modes, question.modes.words.len()),
            in_person: mask(&in_person, question.modes.words.len()),
            musts: mask(&musts, question.traits.words.len()),
            needs: mask(&person.needs, question.trainings.words.len()),
            before,
        }
    }

    /// The pair's value if it is possible. The quick questions come first.
    pub(crate) fn value(&self, worker: usize) -> Option<i64> {
        let possible = self.role(worker)
            && self.mode(worker)
            && self.language(worker)
            && self.question.workers.capacity[worker] > 0
            && self.must(worker)
            && self.training(worker);
        if !possible {
            return None;
        }
        let minutes = self.minutes(worker);
        let possible =
            minutes >= self.question.needed && self.reach(worker) && !self.excluded(worker);
        possible.then(|| self.person.base + self.parts(worker, minutes).score())
    }

    /// What the pair would be worth, whether possible or not.
    pub(crate) fn worth(&self, worker: usize) -> i64 {
        self.person.base + self.parts(worker, self.minutes(worker)).score()
    }

    /// The conditions that fail, in the order of the rule.
    pub(crate) fn lacks(&self, worker: usize) -> Vec<&'static str> {
        let conditions = [
            ("role", self.role(worker)),
            ("language", self.language(worker)),
            ("mode", self.mode(worker)),
            ("reach", !self.mode(worker) || self.reach(worker)),
            ("time", self.minutes(worker) >= self.question.needed),
            ("must", self.must(worker)),
            ("training", self.training(worker)),
            ("capacity", self.question.workers.capacity[worker] > 0),
        ];
        conditions
            .into_iter()
            .filter(|(_, holds)| !holds)
            .map(|(name, _)| name)
            .collect()
    }

    /// How many conditions fail; the same as [`Side::lacks`], without the names.
    pub(crate) fn lack_count(&self, worker: usize) -> usize {
        let mode = self.mode(worker);
        usize::from(!self.role(worker))
            + usize::from(!self.language(worker))
            + usize::from(!mode || !self.reach(worker))
            + usize::from(self.minutes(worker) < self.question.needed)
            + usize::from(!self.must(worker))
            + usize::from(!self.training(worker))
            + usize::from(self.question.workers.capacity[worker] == 0)
    }

    /// Whether either never wants the other.
    pub(crate) fn excluded(&self, worker: usize) -> bool {
        self.person.not.contains(&worker)
            || self.question.workers.not[worker].contains(&self.number)
    }

    pub(crate) fn minutes(&self, worker: usize) -> u64 {
        let in_span = |&(start, end): &(u16, u16)| {
            u64::from(self.before[usize::from(end)] - self.before[usize::from(start)])
        };
        self.question.workers.weeks[worker]
            .iter()
            .map(in_span)
            .sum()
    }

    pub(crate) fn parts(&self, worker: usize, minutes: u64) -> Parts {
        let (person, workers) = (self.person, &self.question.workers);
        let known = person
            .experiences
            .iter()
            .map(|e| (e.1, workers.experiences.has(worker, e.0)));
        let met = person
            .wishes
            .iter()
            .map(|w| (w.1, workers.traits.has(worker, w.0)));
        let same = person.sector.is_some() && person.sector == workers.sectors[worker];
        Parts {
            experience: share(500, known),
            wishes: share(200, met),
            time: 100 * i64::try_from(minutes.min(600)).unwrap_or(600) / 600,
            workplace: if same { 100 } else { 0 },
            headroom: workers.headroom[worker],
        }
    }

    fn role(&self, worker: usize) -> bool {
        self.question.workers.roles.has(worker, self.person.role)
    }

    fn language(&self, worker: usize) -> bool {
        meet(&self.languages, &self.question.workers.languages, worker)
    }

    fn mode(&self, worker: usize) -> bool {
        meet(&self.modes, &self.question.workers.modes, worker)
    }

    /// Asked only of those who share a mode.
    fn reach(&self, worker: usize) -> bool {
        let row = self.question.workers.modes.row(worker);
        let elsewhere = self
            .modes
            .iter()
            .zip(row)
            .zip(&self.in_person)
            .any(|((a, b), c)| a & b & !c != 0);
        elsewhere || self.near(worker)
    }

    fn near(&self, worker: usize) -> bool {
        let limits = [self.person.limit, self.question.workers.limits[worker]];
        if limits == [None, None] {
            return true;
        }
        let (Some(from), Some(to)) = (self.person.place, self.question.workers.places[worker])
        else {
            return false;
        };
        let km = kilometres(from, to);
        limits.iter().flatten().all(|limit| km <= *limit)
    }

    fn must(&self, worker: usize) -> bool {
        within(&self.musts, &self.question.workers.traits, worker)
    }

    fn training(&self, worker: usize) -> bool {
        within(&self.needs, &self.question.workers.trainings, worker)
    }
}

fn mask(numbers: &[usize], words: usize) -> Vec<u64> {
    let mut mask = vec![0; words.div_ceil(64).max(1)];
    for number in numbers {
        mask[number / 64] |= 1 << (number % 64);
    }
    mask
}

fn meet(mask: &[u64], sets: &Sets, owner: usize) -> bool {
    mask.iter().zip(sets.row(owner)).any(|(a, b)| a & b != 0)
}

fn within(mask: &[u64], sets: &Sets, owner: usize) -> bool {
    mask.iter().zip(sets.row(owner)).all(|(a, b)| a & !b == 0)
}

/// The part of all weights that is met, of so many points; half of them when nothing was named.
fn share(points: i64, weights: impl Iterator<Item = (i64, bool)>) -> i64 {
    let (mut met, mut all) = (0, 0);
    for (weight, is_met) in weights {
        all += weight;
        met += if is_met { weight } else { 0 };
    }
    if all == 0 {
        points / 2
    } else {
        points * met / all
    }
}

/// Along the great circle, by the haversine.
fn kilometres((lat1, lon1): (f64, f64), (lat2, lon2): (f64, f64)) -> f64 {
    let (from, to) = (lat1.to_radians(), lat2.to_radians());
    let across = ((lon2 - lon1).to_radians() / 2.0).sin().powi(2);
    let h = ((to - from) / 2.0).sin().powi(2) + from.cos() * to.cos() * across;
    2.0 * EARTH_RADIUS_KM * h.sqrt().min(1.0).asin()
}
