//! A solved problem that stays solved while people come and go.

use crate::asker::Asker;
use crate::assignment::Assignment;
use crate::augment::{Effort, NOBODY, State};
use crate::crowd::Crowd;
use crate::everybody::everybody;
use crate::index::Index;
use crate::market::{Column, Columns, Market};
use crate::problem::{Participant, Problem};
use crate::read::ReadError;
use crate::solve::{Proof, Solved, threads, write_down};

/// A problem with its answer at hand, which is brought up to date by what has changed alone.
///
/// After each change the answer is the maximum of the problem as it is now, with prices that prove
/// it. Which of several assignments of the same worth it is may depend on the way there; the same
/// steps always lead to the same answer.
pub struct Live {
    problem: Problem,
    index: Index,
    askers: Vec<Asker>,
    state: State,
    threads: usize,
}

impl Live {
    /// Solves a problem. Expects a valid one, as [`solve`](crate::solve()) does.
    #[must_use]
    pub fn new(problem: Problem) -> Live {
        let threads = threads();
        let index = Index::new(&problem);
        let askers: Vec<Asker> = problem
            .participants
            .iter()
            .map(|p| index.asker(p))
            .collect();
        let capacity = problem.workers.iter().map(|worker| worker.capacity);
        let state = everybody(
            &market(&index, &askers),
            &capacity.collect::<Vec<_>>(),
            threads,
        );
        Live {
            problem,
            index,
            askers,
            state,
            threads,
        }
    }

    /// The problem as it is now.
    #[must_use]
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// Who serves a person now, by ids; `None` for somebody left out or unknown.
    #[must_use]
    pub fn worker_of(&self, participant: &str) -> Option<&str> {
        let worker = self.state.worker_of[self.person(participant)?];
        (worker != NOBODY).then(|| self.problem.workers[worker as usize].id.as_str())
    }

    fn person(&self, id: &str) -> Option<usize> {
        self.problem.participants.iter().position(|p| p.id == id)
    }

    /// Somebody new waits.
    ///
    /// # Errors
    /// What in the person is outside the format's limits, or an id that is taken; nothing has
    /// changed then.
    pub fn arrive(&mut self, person: Participant) -> Result<(), ReadError> {
        let at = format!("participants[{}]", self.problem.participants.len());
        person.validate(&at)?;
        if person.id.is_empty() || self.person(&person.id).is_some() {
            return Err(ReadError::Content {
                place: format!("{at}.id"),
                problem: "must be new and not empty".into(),
            });
        }
        self.askers.push(self.index.asker(&person));
        self.problem.participants.push(person);
        let newcomer = self.state.add_person();
        let market = market(&self.index, &self.askers);
        let mut room = self.index.room();
        self.state.look_first(&market, &mut room, newcomer);
        self.state.let_in(&market, &mut room, newcomer);
        Ok(())
    }

    /// Somebody waits no longer. `false` when nobody has this id.
    pub fn withdraw(&mut self, participant: &str) -> bool {
        let Some(person) = self.person(participant) else {
            return false;
        };
        let place = self.state.remove_person(person);
        self.problem.participants.remove(person);
        self.askers.remove(person);
        if let Some(worker) = place {
            self.fill(worker as usize);
        }
        true
    }

    /// A worker can take on another number of people from now on. `false` when no worker has this
    /// id.
    pub fn set_capacity(&mut self, worker: &str, capacity: u64) -> bool {
        let Some(worker) = self.index.worker(worker) else {
            return false;
        };
        let before = std::mem::replace(&mut self.problem.workers[worker].capacity, capacity);
        self.state.capacity[worker] = capacity;
        if capacity > 0 && before == 0 {
            self.open(worker);
        } else if capacity == 0 {
            self.index.open.clear(worker);
        }
        let market = market(&self.index, &self.askers);
        let mut room = self.index.room();
        while self.state.serves[worker].len() as u64 > capacity
            && let Some(person) = self.state.serves[worker].last().copied()
        {
            self.state.leave(person);
            self.state.let_in(&market, &mut room, person as usize);
        }
        self.fill(worker);
        true
    }

    /// A worker who took nobody on does now: at first at a price at which nobody would come.
    fn open(&mut self, worker: usize) {
        self.index.open.set(worker);
        let people = self.askers.iter().zip(&self.state.person_price);
        let offers = people.filter_map(|(asker, price)| {
            let score = self.index.score(asker, worker)?;
            Some(asker.base + i64::from(score) - price)
        });
        let most = offers.max().unwrap_or(0).max(0);
        self.state.set_price(worker, most);
        let market = market(&self.index, &self.askers);
        let mut crowd = Crowd::of(&self.index, &market.askers);
        self.state.fallen(&market, &mut crowd, worker);
    }

    /// Brings a worker's free places and price together again.
    fn fill(&mut self, worker: usize) {
        if self.state.price(worker) == 0 || !self.state.has_room(worker) {
            return;
        }
        let market = market(&self.index, &self.askers);
        let mut crowd = Crowd::of(&self.index, &market.askers);
        while self.state.price(worker) > 0 && self.state.has_room(worker) {
            for fallen in self.state.fill(&market, &mut crowd, worker as u32) {
                self.state.fallen(&market, &mut crowd, fallen as usize);
            }
        }
    }

    /// The answer in full, as [`solve`](crate::solve()) gives it.
    #[must_use]
    pub fn assignment(&self) -> Assignment {
        let solved = Solved {
            worker_of: self.state.worker_of.clone(),
            person_price: self.state.person_price.clone(),
            worker_price: self.state.prices(),
            effort: self.state.effort,
        };
        write_down(
            &self.problem,
            &self.index,
            &self.askers,
            &solved,
            self.threads,
        )
    }

    /// Prices out every possible pair, as [`Prepared::prove`](crate::Prepared::prove) does.
    #[must_use]
    pub fn prove(&self) -> Proof {
        let market = market(&self.index, &self.askers);
        let prices = self.state.prices();
        let people = &self.state.person_price;
        let (_, better) = market.price_out(people, &prices, false, self.threads);
        Proof {
            possible_pairs: None,
            better,
        }
    }

    /// What it has taken so far.
    #[must_use]
    pub fn effort(&self) -> Effort {
        self.state.effort
    }
}

fn market<'a>(index: &'a Index, askers: &'a [Asker]) -> Market<'a> {
    Market {
        index,
        askers: askers.iter().collect(),
        open: index.open.clone(),
    }
}

impl State {
    /// Room for one more person, who is not in yet.
    fn add_person(&mut self) -> usize {
        self.worker_of.push(NOBODY);
        self.person_price.push(0);
        self.columns.push(Columns::default());
        self.worker_of.len() - 1
    }

    /// Takes a person out altogether; those after them move up by one. Answers with the worker
    /// who has a place free now.
    fn remove_person(&mut self, person: usize) -> Option<u32> {
        let worker = self.leave(person as u32);
        self.worker_of.remove(person);
        self.person_price.remove(person);
        self.columns.remove(person);
        for served in self.serves.iter_mut().flatten() {
            *served -= u32::from(*served as usize > person);
        }
        worker
    }

    /// A worker's price has fallen: for whomever they are now worth more than what bounds the pairs
    /// not listed, they are listed, at what they are worth now.
    fn fallen(&mut self, market: &Market<'_>, crowd: &mut Crowd, worker: usize) {
        let price = self.price(worker);
        crowd.near(market.index, worker, |person| {
            let asker = market.askers[person];
            let columns = &mut self.columns[person];
            let floor = columns.bound + price - asker.base;
            if let Some(score) = market.index.score_above(asker, worker, floor) {
                let margin = asker.base + i64::from(score) - price;
                let worker = worker as u32;
                let list = &mut columns.list;
                list.retain(|one| one.worker != worker);
                let at = list.partition_point(|one| one.margin >= margin);
                list.insert(
                    at,
                    Column {
                        margin,
                        worker,
                        score,
                    },
                );
            }
        });
    }
}
