//! From a problem to its answer: lists the possible pairs, finds the maximum, and says of
//! everybody left out what was nearest.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::assignment::{
    ASSIGNMENT_FORMAT, Assigned, Assignment, Certificate, Close, Reason, Unassigned,
};
use crate::augment::{Best, Pairs, best};
use crate::problem::Problem;
use crate::rule::{Lack, Ready};

/// How many workers are named as the closest for somebody left out.
pub(crate) const CLOSEST: usize = 3;

/// Finds an assignment with the largest sum of values there is, and the proof that it is.
///
/// The same problem always gives the same answer. Time grows with participants times workers, and
/// memory with the possible pairs. Expects a valid problem ([`Problem::validate`]); on another it
/// still ends, without a panic, but the numbers mean nothing.
#[must_use]
pub fn solve(problem: &Problem) -> Assignment {
    prepare(problem).solve()
}

/// A problem whose possible pairs have been found: the first half of [`solve`], for those who
/// want to count or time the two halves.
pub struct Prepared<'a> {
    ready: Ready<'a>,
    pairs: Pairs,
    possible: u64,
}

/// Finds every possible pair of a problem.
#[must_use]
pub fn prepare(problem: &Problem) -> Prepared<'_> {
    let ready = Ready::new(problem);
    let mut pairs = Pairs::new();
    let mut possible = 0;
    for person in 0..problem.participants.len() {
        let workers = (0..problem.workers.len()).filter_map(|worker| {
            let pair = ready.pair(person, worker);
            pair.possible().then(|| (worker, pair.value()))
        });
        pairs.push(workers.inspect(|_| possible += 1));
    }
    Prepared {
        ready,
        pairs,
        possible,
    }
}

impl Prepared<'_> {
    /// How many pairs are possible.
    #[must_use]
    pub fn possible_pairs(&self) -> u64 {
        self.possible
    }

    /// The second half of [`solve`].
    #[must_use]
    pub fn solve(&self) -> Assignment {
        let workers = &self.ready.problem.workers;
        let capacity: Vec<u64> = workers.iter().map(|worker| worker.capacity).collect();
        let best = best(&self.pairs, &capacity);
        write_down(&self.ready, &self.pairs, &best)
    }
}

fn write_down(ready: &Ready<'_>, pairs: &Pairs, best: &Best) -> Assignment {
    let problem = ready.problem;
    let (mut assigned, mut unassigned) = (Vec::new(), Vec::new());
    for (person, worker) in best.worker_of.iter().enumerate() {
        match *worker {
            Some(worker) => assigned.push(matched(ready, person, worker)),
            None => {
                let none = pairs.of(person).is_empty();
                let reason = if none {
                    Reason::NoPossibleWorker
                } else {
                    Reason::NoCapacityLeft
                };
                let participant = problem.participants[person].id.clone();
                unassigned.push(Unassigned {
                    participant,
                    reason,
                    closest: closest(ready, person),
                });
            }
        }
    }
    let people = problem.participants.iter().map(|person| &person.id);
    let workers = problem.workers.iter().map(|worker| &worker.id);
    Assignment {
        format: ASSIGNMENT_FORMAT.into(),
        objective: assigned.iter().map(|pair| pair.value).sum(),
        assigned,
        unassigned,
        certificate: Certificate {
            participant_price: prices(people, &best.person_price),
            worker_price: prices(workers, &best.worker_price),
        },
    }
}

fn matched(ready: &Ready<'_>, person: usize, worker: usize) -> Assigned {
    let pair = ready.pair(person, worker);
    let parts = pair.parts();
    Assigned {
        participant: ready.problem.participants[person].id.clone(),
        worker: ready.problem.workers[worker].id.clone(),
        value: pair.value(),
        score: parts.score(),
        parts,
        shared: pair.shared(),
    }
}

fn prices<'a>(ids: impl Iterator<Item = &'a String>, prices: &[i64]) -> BTreeMap<String, i64> {
    ids.cloned().zip(prices.iter().copied()).collect()
}

/// The workers nearest to fitting: fewest lacks, then the higher value, then the id.
/// Whoever is excluded by either side is passed over without a trace.
fn closest(ready: &Ready<'_>, person: usize) -> Vec<Close> {
    type Key<'a> = (usize, Reverse<i64>, &'a str);
    let mut nearest: Vec<(Key<'_>, Vec<Lack>)> = Vec::with_capacity(CLOSEST + 1);
    for (index, worker) in ready.problem.workers.iter().enumerate() {
        let pair = ready.pair(person, index);
        if pair.excluded() {
            continue;
        }
        let lacks = pair.lacks();
        let key = (lacks.len(), Reverse(pair.value()), worker.id.as_str());
        let at = nearest.partition_point(|(other, _)| *other < key);
        if at < CLOSEST {
            nearest.insert(at, (key, lacks));
            nearest.truncate(CLOSEST);
        }
    }
    let close = |((_, _, id), lacks): (Key<'_>, Vec<Lack>)| Close {
        worker: id.into(),
        lacks,
    };
    nearest.into_iter().map(close).collect()
}
