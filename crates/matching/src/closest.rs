//! The workers nearest to fitting, for somebody who got none.

use std::cmp::Reverse;

use crate::asker::Asker;
use crate::assignment::Close;
use crate::index::{Index, Room};
use crate::problem::Problem;
use crate::rule::{Lack, Pair, Week};

/// How many workers are named as the closest for somebody left out.
pub(crate) const CLOSEST: usize = 3;

/// Fewest lacks, then the higher score, then the id: smaller comes first.
type Key = (u32, Reverse<u16>, u32);

/// A short list of the nearest.
struct Nearest(Vec<(Key, usize)>);

impl Nearest {
    fn worst(&self) -> Option<Key> {
        (self.0.len() == CLOSEST).then(|| self.0[CLOSEST - 1].0)
    }

    fn see(&mut self, key: Key, worker: usize) {
        let at = self.0.partition_point(|(other, _)| *other < key);
        if at < CLOSEST {
            self.0.insert(at, (key, worker));
            self.0.truncate(CLOSEST);
        }
    }
}

/// Whoever is excluded by either side is passed over without a trace.
pub(crate) fn closest(
    index: &Index,
    problem: &Problem,
    (person, asker): (usize, &Asker),
    room: &mut Room,
) -> Vec<Close> {
    let mut nearest = Nearest(Vec::with_capacity(CLOSEST + 1));
    let everybody = |_: usize, _: u16| true;
    index.promising(asker, &index.open, room, everybody, |worker, quick| {
        let hopeless = nearest
            .worst()
            .is_some_and(|(_, Reverse(score), _)| quick + 100 < score);
        if !hopeless && let Some(time) = index.time(asker, worker) {
            nearest.see((0, Reverse(quick + time), index.id_rank[worker]), worker);
        }
    });
    if nearest.0.len() < CLOSEST {
        nearest.0.clear();
        index.all(asker, |worker, lacks| {
            let hopeless = nearest.worst().is_some_and(|(most, ..)| lacks > most);
            if hopeless {
                return;
            }
            let (lacks, score) = index.lacks(asker, worker, lacks);
            nearest.see((lacks, Reverse(score), index.id_rank[worker]), worker);
        });
    }
    let name = |(_, worker): (Key, usize)| Close {
        worker: problem.workers[worker].id.clone(),
        lacks: lacks(problem, person, worker),
    };
    nearest.0.into_iter().map(name).collect()
}

fn lacks(problem: &Problem, person: usize, worker: usize) -> Vec<Lack> {
    let (person, worker) = (&problem.participants[person], &problem.workers[worker]);
    let (theirs, ours) = (
        Week::of(&person.availability),
        Week::of(&worker.availability),
    );
    Pair::new(&problem.settings, (person, &theirs), (worker, &ours)).lacks()
}
