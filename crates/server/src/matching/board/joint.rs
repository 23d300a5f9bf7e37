//! The joint assignment of a snapshot, some pairs of it fixed beforehand.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use cairn_matching as engine;

/// A joint assignment, in the order of the problem's people.
pub struct Joint {
    /// The worker each person is proposed first, by their number in the problem.
    pub firsts: Vec<Option<usize>>,
    /// How well the two fit, 0 to 1000.
    pub scores: Vec<u16>,
    /// Those who are proposed nobody.
    pub left_out: Vec<Option<engine::Unassigned>>,
}

/// The best assignment there is of everybody else once the pairs in `fixed` are taken out: each
/// person of them with one place of their worker. The pairs must be possible, together too.
#[must_use]
pub fn joint(problem: &engine::Problem, fixed: &[(usize, usize)]) -> Joint {
    let count = problem.participants.len();
    let mut joint = Joint {
        firsts: vec![None; count],
        scores: vec![0; count],
        left_out: vec![None; count],
    };
    for (person, worker) in fixed {
        joint.firsts[*person] = Some(*worker);
        let pair = possible(problem, *person, *worker);
        joint.scores[*person] = pair.map_or(0, |(parts, _)| parts.score());
    }
    let people = numbers(problem.participants.iter().map(|person| person.id.as_str()));
    let workers = numbers(problem.workers.iter().map(|worker| worker.id.as_str()));
    let answer = engine::solve(&without(problem, fixed));
    for pair in answer.assigned {
        if let (Some(person), Some(worker)) = (
            people.get(pair.participant.as_str()),
            workers.get(pair.worker.as_str()),
        ) {
            joint.firsts[*person] = Some(*worker);
            joint.scores[*person] = pair.score;
        }
    }
    for one in answer.unassigned {
        if let Some(person) = people.get(one.participant.as_str()) {
            joint.left_out[*person] = Some(one);
        }
    }
    joint
}

fn numbers<'a>(ids: impl Iterator<Item = &'a str>) -> HashMap<&'a str, usize> {
    ids.enumerate().map(|(number, id)| (id, number)).collect()
}

/// The problem without those people, and with their workers' places one less each.
fn without<'a>(problem: &'a engine::Problem, fixed: &[(usize, usize)]) -> Cow<'a, engine::Problem> {
    if fixed.is_empty() {
        return Cow::Borrowed(problem);
    }
    let gone: HashSet<usize> = fixed.iter().map(|(person, _)| *person).collect();
    let mut rest = problem.clone();
    let mut number = 0;
    rest.participants.retain(|_| {
        number += 1;
        !gone.contains(&(number - 1))
    });
    for (_, worker) in fixed {
        let places = &mut rest.workers[*worker].capacity;
        *places = places.saturating_sub(1);
    }
    Cow::Owned(rest)
}

/// How well two fit, if they are possible; nothing is said of why not.
#[must_use]
pub fn possible(
    problem: &engine::Problem,
    person: usize,
    worker: usize,
) -> Option<(engine::Parts, engine::Shared)> {
    let (person, worker) = (&problem.participants[person], &problem.workers[worker]);
    match engine::explain(&problem.settings, person, worker)? {
        engine::Explanation::Possible { parts, shared, .. } => Some((parts, shared)),
        engine::Explanation::Lacks(_) => None,
    }
}
