//! The workers possible for one person, best first.

use std::cmp::Reverse;

use crate::index::Index;
use crate::problem::{Participant, Problem};
use crate::rule::{Pair, Parts, Shared, Week, value};

/// A worker who could be offered to a person, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Where the worker stands in [`Problem::workers`].
    pub index: usize,
    /// The worker's id.
    pub worker: String,
    /// What the pair would add to the objective of an assignment.
    pub value: i64,
    /// The sum of the parts.
    pub score: u16,
    /// How well the two fit, by part.
    pub parts: Parts,
    /// What they have in common.
    pub shared: Shared,
}

/// Lists the workers possible for the participant at `person`: the highest value first, and
/// among equals by id.
///
/// `remaining[w]` is how many more people the worker at `w` can take on; it stands in place of the
/// capacity in the problem. A worker beyond its end takes nobody. A `person` beyond the end of the
/// participants has no candidates.
#[must_use]
pub fn rank(problem: &Problem, person: usize, remaining: &[u64]) -> Vec<Candidate> {
    let Some(person) = problem.participants.get(person) else {
        return Vec::new();
    };
    let week = Week::of(&person.availability);
    let mut candidates = Vec::new();
    for (index, (worker, places)) in problem.workers.iter().zip(remaining).enumerate() {
        if *places == 0 {
            continue;
        }
        let theirs = Week::of(&worker.availability);
        let pair = Pair::new(&problem.settings, (person, &week), (worker, &theirs));
        if pair.fits() {
            let parts = pair.parts();
            let score = parts.score();
            let shared = pair.shared();
            let value = value(person, score);
            let worker = worker.id.clone();
            candidates.push(Candidate {
                index,
                worker,
                value,
                score,
                parts,
                shared,
            });
        }
    }
    candidates.sort_by(|a, b| (Reverse(a.value), &a.worker).cmp(&(Reverse(b.value), &b.worker)));
    candidates
}

impl Index {
    /// The `most` workers who suit a newcomer best, of those possible for them who have room: as
    /// [`rank`] finds them, without looking at the others one by one. The person need not be in the
    /// problem.
    ///
    /// `remaining` is as for [`rank`]; `problem` is the one the index was made of.
    #[must_use]
    pub fn top(
        &self,
        problem: &Problem,
        person: &Participant,
        remaining: &[u64],
        most: usize,
    ) -> Vec<Candidate> {
        let asker = self.asker(person);
        let mut best: Vec<(Reverse<u16>, u32, usize)> = Vec::with_capacity(most + 1);
        self.promising(
            &asker,
            &self.everybody(),
            &mut self.room(),
            |worker, _| remaining.get(worker).is_some_and(|places| *places > 0),
            |worker, quick| {
                let last = best.get(most.wrapping_sub(1));
                if most == 0 || last.is_some_and(|(worst, ..)| quick + 100 < worst.0) {
                    return;
                }
                if let Some(time) = self.time(&asker, worker) {
                    let key = (Reverse(quick + time), self.id_rank[worker], worker);
                    let at = best.partition_point(|other| *other < key);
                    best.insert(at, key);
                    best.truncate(most);
                }
            },
        );
        let week = Week::of(&person.availability);
        let candidate = |(.., index): (Reverse<u16>, u32, usize)| {
            let worker = &problem.workers[index];
            let theirs = Week::of(&worker.availability);
            let pair = Pair::new(&problem.settings, (person, &week), (worker, &theirs));
            let parts = pair.parts();
            Candidate {
                index,
                worker: worker.id.clone(),
                value: pair.value(),
                score: parts.score(),
                parts,
                shared: pair.shared(),
            }
        };
        best.into_iter().map(candidate).collect()
    }
}
