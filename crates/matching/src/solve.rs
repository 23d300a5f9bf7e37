//! From a problem to its answer: an index of the workers, the maximum with its proof, and for
//! everybody left out who was nearest.

use std::num::NonZero;
use std::thread;

use crate::asker::Asker;
use crate::assignment::{
    ASSIGNMENT_FORMAT, Assigned, Assignment, Certificate, Close, Reason, Unassigned,
};
use crate::augment::{Effort, NOBODY, State};
use crate::closest::closest;
use crate::everybody::{everybody, from_prices};
use crate::index::Index;
use crate::market::{Market, spread};
use crate::problem::Problem;
use crate::rule::{Pair, Week};

/// Finds an assignment with the largest sum of values there is, and the proof that it is.
///
/// The same problem always gives the same answer, on any number of processors. Expects a valid
/// problem ([`Problem::validate`]); on another it still ends, without a panic, but the numbers mean
/// nothing.
#[must_use]
pub fn solve(problem: &Problem) -> Assignment {
    let prepared = prepare(problem);
    let solved = prepared.solve();
    prepared.write_down(&solved)
}

/// A problem with its index made: the first part of [`solve`], for those who want to time or count
/// the parts.
pub struct Prepared<'a> {
    problem: &'a Problem,
    index: Index,
    askers: Vec<Asker>,
    threads: usize,
}

/// The maximum, with its prices.
pub struct Solved {
    pub(crate) worker_of: Vec<u32>,
    pub(crate) person_price: Vec<i64>,
    pub(crate) worker_price: Vec<i64>,
    pub(crate) effort: Effort,
}

impl Solved {
    /// What it took.
    #[must_use]
    pub fn effort(&self) -> Effort {
        self.effort
    }
}

impl From<State> for Solved {
    fn from(state: State) -> Solved {
        Solved {
            worker_price: state.prices(),
            worker_of: state.worker_of,
            person_price: state.person_price,
            effort: state.effort,
        }
    }
}

/// What pricing out all possible pairs has shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// How many pairs are possible; `None` when they were not counted.
    pub possible_pairs: Option<u64>,
    /// How many of them would be worth more than their two prices. 0 is the proof.
    pub better: u64,
}

/// Makes the index of a problem, for as many threads as there are processors.
#[must_use]
pub fn prepare(problem: &Problem) -> Prepared<'_> {
    prepare_with(problem, threads())
}

/// As many threads as there are processors.
pub(crate) fn threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

/// The same for so many threads. The answer does not depend on them.
#[must_use]
pub fn prepare_with(problem: &Problem, threads: usize) -> Prepared<'_> {
    let index = Index::new(problem);
    let people = &problem.participants;
    let askers = spread(people.len(), threads, |piece| {
        let askers = people[piece].iter().map(|person| index.asker(person));
        askers.collect::<Vec<_>>()
    });
    Prepared {
        problem,
        askers: askers.into_iter().flatten().collect(),
        index,
        threads,
    }
}

impl Prepared<'_> {
    fn market(&self) -> Market<'_> {
        Market {
            index: &self.index,
            askers: self.askers.iter().collect(),
            open: self.index.open.clone(),
        }
    }

    /// The index of the workers.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Finds the maximum.
    #[must_use]
    pub fn solve(&self) -> Solved {
        let capacity = self.problem.workers.iter().map(|worker| worker.capacity);
        everybody(&self.market(), &capacity.collect::<Vec<_>>(), self.threads).into()
    }

    /// Finds the maximum from these first prices of the workers, in the problem's order; missing
    /// ones are 0, and those below 0 are taken as 0. Wherever the search starts it ends at the
    /// maximum; prices near the final ones make it short.
    #[must_use]
    pub fn solve_from(&self, prices: &[i64]) -> Solved {
        let capacity = self.problem.workers.iter().map(|worker| worker.capacity);
        let prices = prices.iter().map(|price| (*price).clamp(0, i64::MAX / 4));
        let prices = prices.chain(std::iter::repeat(0)).take(self.index.workers);
        let state = from_prices(
            &self.market(),
            &capacity.collect::<Vec<_>>(),
            prices.collect(),
            self.threads,
        );
        state.into()
    }

    /// Prices out every possible pair with the prices found, also those the search never looked
    /// at. With `count`, counts them on the way, which takes longer.
    #[must_use]
    pub fn prove(&self, solved: &Solved, count: bool) -> Proof {
        let market = self.market();
        let (possible, better) = market.price_out(
            &solved.person_price,
            &solved.worker_price,
            count,
            self.threads,
        );
        Proof {
            possible_pairs: count.then_some(possible),
            better,
        }
    }

    /// The answer in full: reasons, who was nearest to those left out, prices.
    #[must_use]
    pub fn write_down(&self, solved: &Solved) -> Assignment {
        write_down(
            self.problem,
            &self.index,
            &self.askers,
            solved,
            self.threads,
        )
    }
}

pub(crate) fn write_down(
    problem: &Problem,
    index: &Index,
    askers: &[Asker],
    solved: &Solved,
    threads: usize,
) -> Assignment {
    let pieces = spread(askers.len(), threads, |people| {
        let mut room = index.room();
        let (mut assigned, mut unassigned) = (Vec::new(), Vec::new());
        for person in people {
            match solved.worker_of[person] {
                NOBODY => {
                    let closest = closest(index, problem, (person, &askers[person]), &mut room);
                    unassigned.push(left_out(problem, person, closest));
                }
                worker => assigned.push(matched(problem, person, worker as usize)),
            }
        }
        (assigned, unassigned)
    });
    let (mut assigned, mut unassigned) = (Vec::new(), Vec::new());
    for (with, without) in pieces {
        assigned.extend(with);
        unassigned.extend(without);
    }
    let people = problem.participants.iter().map(|person| person.id.clone());
    let workers = problem.workers.iter().map(|worker| worker.id.clone());
    Assignment {
        format: ASSIGNMENT_FORMAT.into(),
        objective: assigned.iter().map(|pair: &Assigned| pair.value).sum(),
        assigned,
        unassigned,
        certificate: Certificate {
            participant_price: people.zip(solved.person_price.iter().copied()).collect(),
            worker_price: workers.zip(solved.worker_price.iter().copied()).collect(),
        },
    }
}

fn left_out(problem: &Problem, person: usize, closest: Vec<Close>) -> Unassigned {
    let possible = closest.first().is_some_and(|one| one.lacks.is_empty());
    Unassigned {
        participant: problem.participants[person].id.clone(),
        reason: if possible {
            Reason::NoCapacityLeft
        } else {
            Reason::NoPossibleWorker
        },
        closest,
    }
}

fn matched(problem: &Problem, person: usize, worker: usize) -> Assigned {
    let (person, worker) = (&problem.participants[person], &problem.workers[worker]);
    let (theirs, ours) = (
        Week::of(&person.availability),
        Week::of(&worker.availability),
    );
    let pair = Pair::new(&problem.settings, (person, &theirs), (worker, &ours));
    let parts = pair.parts();
    Assigned {
        participant: person.id.clone(),
        worker: worker.id.clone(),
        value: pair.value(),
        score: parts.score(),
        parts,
        shared: pair.shared(),
    }
}
