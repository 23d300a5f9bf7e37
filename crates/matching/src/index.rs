//! Workers in a form in which those possible for a person are found without asking each of them,
//! and scored in a few machine words.
//!
//! For each role, language, way of meeting, trait and training the index has the set of workers
//! who have it. The sets a person's conditions name are cut with each other; for those left it asks
//! about reach, exclusions and time. A worker's experiences, traits and free time are bits in one
//! short record, so that a score is some shifts and additions.

use std::collections::HashMap;

use crate::asker::{Asker, Codes, Dictionary, IN_PERSON, NO_SECTOR, mode_number, role_number};
use crate::bits::{Bits, Posting};
use crate::problem::{Location, Participant, Problem, Worker};
use crate::promising::DIVIDING;
use crate::rule::{Week, near};
use crate::week::Grain;

/// Room to work in, kept from one question to the next.
pub(crate) struct Room {
    pub(crate) set: Bits,
    spare: Bits,
    /// A set for each experience that divides the workers, and one more.
    pub(crate) parts: Vec<Bits>,
}

/// The workers of a problem, ready to be searched. It knows nothing of who waits.
#[derive(Clone, Debug)]
pub struct Index {
    needed: u64,
    pub(crate) workers: usize,
    pub(crate) codes: Dictionary,
    pub(crate) grain: Grain,
    ids: HashMap<String, u32>,
    /// Where each worker's id stands among all ids in order: for ties.
    pub(crate) id_rank: Vec<u32>,
    /// For a person's id, the workers who excluded them.
    excluded_by: HashMap<String, Vec<u32>>,
    /// Those who take anybody on at all.
    pub(crate) open: Bits,
    roles: [Bits; 3],
    modes: [Bits; 4],
    languages: Vec<Posting>,
    /// For each worker, the numbers of their languages.
    spoken: Vec<Vec<u32>>,
    experiences: Vec<Posting>,
    traits: Vec<Posting>,
    trainings: Vec<Posting>,
    /// Words of each worker's record: experiences, traits, week.
    record_words: usize,
    week_from: usize,
    records: Vec<u64>,
    weeks: Vec<Week>,
    sectors: Vec<u32>,
    headroom: Vec<u16>,
    places: Vec<(Option<Location>, Option<f64>)>,
}

impl Index {
    /// Makes the index of a problem's workers.
    #[must_use]
    pub fn new(problem: &Problem) -> Index {
        let workers = &problem.workers;
        let mut codes = Dictionary::default();
        let number = |codes: &mut Codes, list: &[String]| -> Vec<u32> {
            let mut numbers: Vec<u32> = list.iter().map(|code| codes.number(code)).collect();
            numbers.sort_unstable();
            numbers.dedup();
            numbers
        };
        let mut said: Vec<[Vec<u32>; 4]> = Vec::with_capacity(workers.len());
        for worker in workers {
            said.push([
                number(&mut codes.languages, &worker.languages),
                number(&mut codes.traits, &worker.traits),
                number(&mut codes.trainings, &worker.trainings),
                number(&mut codes.experiences, &worker.experiences),
            ]);
        }
        let sectors = workers.iter().map(|worker| match &worker.sector {
            Some(sector) => codes.sectors.number(sector),
            None => NO_SECTOR - 1,
        });
        let sectors = sectors.collect();
        let people = problem.participants.iter().map(|p| &p.availability[..]);
        let times = people.chain(workers.iter().map(|w| &w.availability[..]));
        let grain = Grain::of(times);
        let postings = |kind: usize, count: usize| postings(&said, kind, count, workers.len());
        let mut index = Index {
            needed: problem.settings.min_overlap_minutes,
            workers: workers.len(),
            languages: postings(0, codes.languages.len()),
            spoken: said
                .iter()
                .map(|[languages, ..]| languages.clone())
                .collect(),
            traits: postings(1, codes.traits.len()),
            experiences: postings(3, codes.experiences.len()),
            trainings: postings(2, codes.trainings.len()),
            ids: ids(workers),
            id_rank: id_rank(workers),
            excluded_by: excluded_by(workers),
            open: set_of(workers, |worker| worker.capacity > 0),
            roles: std::array::from_fn(|n| {
                set_of(workers, |w| w.roles.iter().any(|r| role_number(*r) == n))
            }),
            modes: std::array::from_fn(|n| {
                set_of(workers, |w| w.modes.iter().any(|m| mode_number(*m) == n))
            }),
            week_from: codes.experiences.words() + codes.traits.words(),
            record_words: codes.experiences.words() + codes.traits.words() + grain.words(),
            records: Vec::new(),
            weeks: workers.iter().map(|w| Week::of(&w.availability)).collect(),
            sectors,
            headroom: workers.iter().map(|w| u16::from(w.headroom)).collect(),
            places: workers.iter().map(|w| (w.location, w.travel_km)).collect(),
            codes,
            grain,
        };
        index.write_records(&said);
        index
    }

    fn write_records(&mut self, said: &[[Vec<u32>; 4]]) {
        self.records = vec![0; self.workers * self.record_words];
        let traits_from = self.codes.experiences.words();
        for (worker, [_, traits, _, experiences]) in said.iter().enumerate() {
            let from = worker * self.record_words;
            let record = &mut self.records[from..from + self.record_words];
            for code in experiences {
                record[*code as usize / 64] |= 1 << (code % 64);
            }
            for code in traits {
                record[traits_from + *code as usize / 64] |= 1 << (code % 64);
            }
            if let Some(week) = self.grain.bits(&self.weeks[worker]) {
                record[self.week_from..].copy_from_slice(&week);
            }
        }
    }

    /// A worker's roles and languages.
    pub(crate) fn kind(&self, worker: usize) -> ([bool; 3], Vec<u32>) {
        let roles = std::array::from_fn(|role| self.roles[role].has(worker));
        (roles, self.spoken[worker].clone())
    }

    /// A worker's ways of meeting.
    pub(crate) fn meets(&self, worker: usize) -> [bool; 4] {
        std::array::from_fn(|mode| self.modes[mode].has(worker))
    }

    /// Where the worker with this id stands in the problem's list.
    #[must_use]
    pub fn worker(&self, id: &str) -> Option<usize> {
        self.ids.get(id).map(|at| *at as usize)
    }

    /// All workers, whether they take anybody on or not.
    pub(crate) fn everybody(&self) -> Bits {
        let mut all = Bits::none(self.workers);
        (0..self.workers).for_each(|worker| all.set(worker));
        all
    }

    pub(crate) fn room(&self) -> Room {
        Room {
            set: Bits::none(self.workers),
            spare: Bits::none(self.workers),
            parts: vec![Bits::none(self.workers); DIVIDING + 1],
        }
    }

    /// A person ready to be held against the workers.
    pub(crate) fn asker(&self, person: &Participant) -> Asker {
        let mut excluded = self
            .excluded_by
            .get(&person.id)
            .cloned()
            .unwrap_or_default();
        excluded.extend(person.not.iter().filter_map(|id| self.ids.get(id)));
        Asker::new(person, &self.codes, self.grain, excluded)
    }

    /// Puts into the room's set everybody for whom all conditions but time hold. `false` when
    /// there can be nobody.
    pub(crate) fn cut(&self, asker: &Asker, open: &Bits, room: &mut Room) -> bool {
        let (Some(musts), Some(needs)) = (&asker.musts, &asker.needs) else {
            return false;
        };
        let Room { set, spare, .. } = room;
        set.empty();
        for language in &asker.languages {
            self.languages[*language as usize].join_into(set);
        }
        set.keep(&self.roles[asker.role]);
        set.keep(open);
        for code in musts {
            self.traits[*code as usize].keep_in(set, spare);
        }
        for code in needs {
            self.trainings[*code as usize].keep_in(set, spare);
        }
        for worker in &asker.excluded {
            set.clear(*worker as usize);
        }
        self.keep_meeting(asker, set, spare);
        true
    }

    /// Leaves those who share a way of meeting, and are within reach if face to face is the only one.
    fn keep_meeting(&self, asker: &Asker, set: &mut Bits, spare: &mut Bits) {
        spare.empty();
        for (mode, bits) in self.modes.iter().enumerate() {
            if asker.modes[mode] && mode != IN_PERSON {
                spare.join(bits);
            }
        }
        if !asker.modes[IN_PERSON] {
            set.keep(spare);
            return;
        }
        let face_to_face = self.modes[IN_PERSON].words();
        let apart: Vec<usize> = set
            .words()
            .iter()
            .zip(spare.words())
            .zip(face_to_face)
            .map(|((word, other), face)| word & !other & face)
            .enumerate()
            .flat_map(|(at, word)| crate::bits::Ones(word).map(move |bit| at * 64 + bit))
            .filter(|worker| near(asker.place, self.places[*worker]))
            .collect();
        set.keep(spare);
        for worker in apart {
            set.set(worker);
        }
    }

    /// Calls `see` for every worker whom neither side excludes, with how many of the conditions
    /// that sets can answer fail: role, language, mode, must, training, capacity.
    pub(crate) fn all(&self, asker: &Asker, mut see: impl FnMut(usize, u32)) {
        let mut languages = Bits::none(self.workers);
        for code in &asker.languages {
            self.languages[*code as usize].join_into(&mut languages);
        }
        let mut modes = Bits::none(self.workers);
        for (mode, bits) in self.modes.iter().enumerate() {
            if asker.modes[mode] {
                modes.join(bits);
            }
        }
        let every = |codes: &Option<Vec<u32>>, list: &[Posting]| {
            let (mut set, mut spare) = (Bits::none(self.workers), Bits::none(self.workers));
            if let Some(codes) = codes {
                (0..self.workers).for_each(|worker| set.set(worker));
                for code in codes {
                    list[*code as usize].keep_in(&mut set, &mut spare);
                }
            }
            set
        };
        let musts = every(&asker.musts, &self.traits);
        let needs = every(&asker.needs, &self.trainings);
        let sets = [
            &self.roles[asker.role],
            &languages,
            &modes,
            &musts,
            &needs,
            &self.open,
        ];
        let mut excluded = Bits::none(self.workers);
        for worker in &asker.excluded {
            excluded.set(*worker as usize);
        }
        for worker in 0..self.workers {
            if !excluded.has(worker) {
                see(
                    worker,
                    sets.iter().map(|set| u32::from(!set.has(worker))).sum(),
                );
            }
        }
    }

    /// Adds reach and time to the conditions that fail, and says what the pair would be worth.
    pub(crate) fn lacks(&self, asker: &Asker, worker: usize, lacks: u32) -> (u32, u16) {
        let minutes = self.overlap(asker, worker);
        let shares = |mode: usize| asker.modes[mode] && self.modes[mode].has(worker);
        let apart = shares(IN_PERSON)
            && !(0..IN_PERSON).any(shares)
            && !near(asker.place, self.places[worker]);
        let lacks = lacks + u32::from(apart) + u32::from(u64::from(minutes) < self.needed);
        let time = (minutes.min(600) / 6) as u16;
        (lacks, self.quick(asker, worker) + time)
    }

    pub(crate) fn record(&self, worker: usize) -> &[u64] {
        let from = worker * self.record_words;
        &self.records[from..from + self.record_words]
    }

    /// The workers who have an experience, by its number.
    pub(crate) fn experienced(&self, code: usize) -> &Posting {
        &self.experiences[code]
    }

    /// A worker's points for how much room they have.
    pub(crate) fn headroom(&self, worker: usize) -> u16 {
        self.headroom[worker]
    }

    /// The points for the same line of work.
    pub(crate) fn sector_points(&self, asker: &Asker, worker: usize) -> u16 {
        100 * u16::from(self.sectors[worker] == asker.sector)
    }

    /// The points of all parts but time.
    fn quick(&self, asker: &Asker, worker: usize) -> u16 {
        let record = self.record(worker);
        asker.experiences.points(record)
            + asker.wishes.points(record)
            + self.sector_points(asker, worker)
            + self.headroom[worker]
    }

    /// The points of the time they share; `None` when it is too little.
    pub(crate) fn time(&self, asker: &Asker, worker: usize) -> Option<u16> {
        let minutes = self.overlap(asker, worker);
        // At most 600 minutes make at most 100 points, so the number is small.
        (u64::from(minutes) >= self.needed).then(|| (minutes.min(600) / 6) as u16)
    }

    /// How many minutes of the week both are free.
    fn overlap(&self, asker: &Asker, worker: usize) -> u32 {
        match &asker.week {
            Some(week) => {
                let theirs = &self.record(worker)[self.week_from..];
                let slots: u32 = week
                    .iter()
                    .zip(theirs)
                    .map(|(a, b)| (a & b).count_ones())
                    .sum();
                slots * self.grain.minutes()
            }
            None => asker.spans.overlap(&self.weeks[worker]),
        }
    }

    /// The score of one pair; `None` when it is not possible.
    pub(crate) fn score(&self, asker: &Asker, worker: usize) -> Option<u16> {
        self.score_above(asker, worker, -1)
    }

    /// The score of one pair if it is possible and more than this: the cheap questions first.
    pub(crate) fn score_above(&self, asker: &Asker, worker: usize, floor: i64) -> Option<u16> {
        let quick = self.quick(asker, worker);
        if i64::from(quick) + 100 <= floor || !self.fits(asker, worker) {
            return None;
        }
        let score = quick + self.time(asker, worker)?;
        (i64::from(score) > floor).then_some(score)
    }

    /// Whether all conditions but time and capacity hold.
    fn fits(&self, asker: &Asker, worker: usize) -> bool {
        let (Some(musts), Some(needs)) = (&asker.musts, &asker.needs) else {
            return false;
        };
        let has = |list: &[Posting], code: &u32| match &list[*code as usize] {
            Posting::Few(list) => list.binary_search(&(worker as u32)).is_ok(),
            Posting::Many(bits) => bits.has(worker),
        };
        let other = (0..IN_PERSON).any(|m| asker.modes[m] && self.modes[m].has(worker));
        let face = asker.modes[IN_PERSON] && self.modes[IN_PERSON].has(worker);
        self.roles[asker.role].has(worker)
            && asker
                .languages
                .iter()
                .any(|code| has(&self.languages, code))
            && musts.iter().all(|code| has(&self.traits, code))
            && needs.iter().all(|code| has(&self.trainings, code))
            && !asker.excluded.contains(&(worker as u32))
            && (other || face && near(asker.place, self.places[worker]))
    }
}

fn postings(said: &[[Vec<u32>; 4]], kind: usize, count: usize, workers: usize) -> Vec<Posting> {
    let mut lists: Vec<Vec<u32>> = vec![Vec::new(); count];
    for (worker, codes) in (0_u32..).zip(said) {
        for code in &codes[kind] {
            lists[*code as usize].push(worker);
        }
    }
    lists
        .into_iter()
        .map(|list| Posting::new(list, workers))
        .collect()
}

fn set_of(workers: &[Worker], of: impl Fn(&Worker) -> bool) -> Bits {
    let mut set = Bits::none(workers.len());
    for (at, worker) in workers.iter().enumerate() {
        if of(worker) {
            set.set(at);
        }
    }
    set
}

fn ids(workers: &[Worker]) -> HashMap<String, u32> {
    let ids = workers.iter().map(|worker| worker.id.clone());
    ids.zip(0..).collect()
}

fn id_rank(workers: &[Worker]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..workers.len()).collect();
    order.sort_unstable_by_key(|at| &workers[*at].id);
    let mut rank = vec![0; workers.len()];
    for (place, at) in (0..).zip(order) {
        rank[at] = place;
    }
    rank
}

fn excluded_by(workers: &[Worker]) -> HashMap<String, Vec<u32>> {
    let mut all: HashMap<String, Vec<u32>> = HashMap::new();
    for (at, worker) in (0..).zip(workers) {
        for id in &worker.not {
            all.entry(id.clone()).or_default().push(at);
        }
    }
    all
}
