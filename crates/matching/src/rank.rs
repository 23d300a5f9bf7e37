//! The workers possible for one person, best first.

use std::cmp::Reverse;

use crate::problem::Problem;
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
