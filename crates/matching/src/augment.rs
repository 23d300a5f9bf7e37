//! The exact maximum over a list of possible pairs, by shortest augmenting paths with prices.
//!
//! People come in one after the other. Throughout, every person and every worker has a price of 0
//! or more, and these hold for the people already in:
//!
//! - for every pair, person's price + worker's price >= value; the difference is the pair's slack;
//! - for every pair that is assigned, the slack is 0;
//! - the price of a person left out is 0; the price of a worker with a place free is 0.
//!
//! These are the conditions of the certificate, so with everybody in, the answer is proven.
//! To let one more person in, a search walks from them along slack to workers, and from a full
//! worker on to the people the worker serves, who might move. It ends at the nearest of two kinds of
//! end: a worker with a place free, or a person whom it costs least to leave out (a distance of
//! that person's price further). Then prices move by what the search found out, so that every
//! step of the way has slack 0, and everybody on the way moves up by one.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The possible pairs of a problem, by person.
pub(crate) struct Pairs {
    /// Person `p` has the entries `start[p]..start[p + 1]`.
    start: Vec<usize>,
    /// Worker, and what the pair is worth (more than 0).
    entries: Vec<(usize, i64)>,
}

impl Pairs {
    pub(crate) fn new() -> Pairs {
        Pairs {
            start: vec![0],
            entries: Vec::new(),
        }
    }

    /// Adds the next person with the workers possible for them.
    pub(crate) fn push(&mut self, workers: impl Iterator<Item = (usize, i64)>) {
        self.entries.extend(workers);
        self.start.push(self.entries.len());
    }

    pub(crate) fn people(&self) -> usize {
        self.start.len() - 1
    }

    pub(crate) fn of(&self, person: usize) -> &[(usize, i64)] {
        &self.entries[self.start[person]..self.start[person + 1]]
    }
}

/// Who goes to whom, and the prices that prove it.
pub(crate) struct Best {
    pub(crate) worker_of: Vec<Option<usize>>,
    pub(crate) person_price: Vec<i64>,
    pub(crate) worker_price: Vec<i64>,
}

/// Finds an assignment of the largest sum of values. The same input gives the same output.
pub(crate) fn best(pairs: &Pairs, capacity: &[u64]) -> Best {
    let mut search = Search::new(pairs, capacity);
    for person in 0..pairs.people() {
        search.let_in(person);
    }
    search.best
}

/// Where the search from a newcomer may end.
#[derive(Clone, Copy)]
enum End {
    /// At this worker, who has a place free.
    Free(usize),
    /// At this person, who is left out; the newcomer themselves, perhaps.
    LeftOut(usize),
}

const FAR: i64 = i64::MAX;

struct Search<'a> {
    pairs: &'a Pairs,
    capacity: &'a [u64],
    best: Best,
    serves: Vec<Vec<usize>>,
    // What follows is per worker and belongs to one search; `touched` says what to clear after it.
    distance: Vec<i64>,
    came_from: Vec<usize>,
    done: Vec<bool>,
    touched: Vec<usize>,
    heap: BinaryHeap<Reverse<(i64, usize)>>,
    /// The people reached, with their distance.
    reached: Vec<(usize, i64)>,
}

impl<'a> Search<'a> {
    fn new(pairs: &'a Pairs, capacity: &'a [u64]) -> Search<'a> {
        let workers = capacity.len();
        Search {
            pairs,
            capacity,
            best: Best {
                worker_of: vec![None; pairs.people()],
                person_price: vec![0; pairs.people()],
                worker_price: vec![0; workers],
            },
            serves: vec![Vec::new(); workers],
            distance: vec![FAR; workers],
            came_from: vec![0; workers],
            done: vec![false; workers],
            touched: Vec::new(),
            heap: BinaryHeap::new(),
            reached: Vec::new(),
        }
    }

    fn let_in(&mut self, newcomer: usize) {
        let margins = self.pairs.of(newcomer).iter();
        let margins = margins.map(|&(worker, value)| value - self.best.worker_price[worker]);
        self.best.person_price[newcomer] = margins.max().unwrap_or(0).max(0);
        let (end, length) = self.nearest_end(newcomer);
        self.move_prices(length);
        self.move_people(newcomer, end);
    }

    /// Dijkstra's search, cut off as soon as no end can be nearer than the nearest found.
    fn nearest_end(&mut self, newcomer: usize) -> (End, i64) {
        let mut end = End::LeftOut(newcomer);
        let mut length = self.best.person_price[newcomer];
        self.look_from(newcomer, 0, length);
        while let Some(Reverse((distance, worker))) = self.heap.pop() {
            if distance >= length {
                break;
            }
            if self.done[worker] {
                continue;
            }
            self.done[worker] = true;
            if (self.serves[worker].len() as u64) < self.capacity[worker] {
                return (End::Free(worker), distance);
            }
            for at in 0..self.serves[worker].len() {
                let person = self.serves[worker][at];
                let left_out = distance + self.best.person_price[person];
                if left_out < length {
                    (end, length) = (End::LeftOut(person), left_out);
                }
                self.look_from(person, distance, length);
            }
        }
        (end, length)
    }

    fn look_from(&mut self, person: usize, so_far: i64, length: i64) {
        self.reached.push((person, so_far));
        let base = so_far + self.best.person_price[person];
        for &(worker, value) in self.pairs.of(person) {
            let distance = base + self.best.worker_price[worker] - value;
            if distance < self.distance[worker] && distance < length && !self.done[worker] {
                if self.distance[worker] == FAR {
                    self.touched.push(worker);
                }
                self.distance[worker] = distance;
                self.came_from[worker] = person;
                self.heap.push(Reverse((distance, worker)));
            }
        }
    }

    /// Lowers the prices of the people passed and raises those of the workers passed, each by how
    /// far before the end they were, and clears the search. No price falls below 0: nobody's own
    /// end is nearer than the nearest.
    fn move_prices(&mut self, length: i64) {
        for (person, distance) in self.reached.drain(..) {
            self.best.person_price[person] -= length - distance;
        }
        for worker in self.touched.drain(..) {
            if self.done[worker] {
                self.best.worker_price[worker] += length - self.distance[worker];
            }
            self.distance[worker] = FAR;
            self.done[worker] = false;
        }
        self.heap.clear();
    }

    /// Walks back from the end: everybody on the way takes the place that has come free.
    fn move_people(&mut self, newcomer: usize, end: End) {
        let mut free = match end {
            End::Free(worker) => worker,
            End::LeftOut(person) => match self.leave(person) {
                Some(worker) => worker,
                None => return,
            },
        };
        loop {
            let person = self.came_from[free];
            let left = self.leave(person);
            self.serves[free].push(person);
            self.best.worker_of[person] = Some(free);
            match left {
                Some(worker) => free = worker,
                None => break,
            }
        }
        debug_assert!(
            self.best.worker_of[newcomer].is_some(),
            "the way leads back to the newcomer"
        );
    }

    /// Takes a person from their worker, and says who that was.
    fn leave(&mut self, person: usize) -> Option<usize> {
        let worker = self.best.worker_of[person].take()?;
        self.serves[worker].retain(|&served| served != person);
        Some(worker)
    }
}
