//! The exact maximum over all possible pairs, by shortest augmenting paths with prices, looking at
//! few of the pairs.
//!
//! People come in one after the other. Throughout, every person and every worker has a price of 0
//! or more, and these hold for the people already in:
//!
//! - for every possible pair, person's price + worker's price >= value; the difference is the
//!   pair's slack;
//! - for every pair that is assigned, the slack is 0;
//! - the price of a person left out is 0; the price of a worker with a place free is 0.
//!
//! These are the conditions of the certificate, so with everybody in, the answer is proven.
//! To let one more person in, a search walks from them along slack to workers, and from a full
//! worker on to the people the worker serves, who might move. It ends at the nearest of two kinds of
//! end: a worker with a place free, or a person whom it costs least to leave out (a distance of
//! that person's price further). Then prices move by what the search found out, so that every
//! step of the way has slack 0, and everybody on the way moves up by one.
//!
//! Of each person only some pairs are listed ([`Columns`]), and a bound on what any other is worth
//! beyond the worker's price. Letting people in only ever raises workers' prices, so a bound once
//! found stays true. A person reached by the search is an event of its own at the distance at which
//! the first pair that is not listed could begin; if the search comes that far, the person's
//! list is made anew at the prices of the moment. So the first condition holds for the pairs that
//! were never looked at, too.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::index::Room;
use crate::market::{Column, Columns, Market};

/// Pairs listed for a person at first.
pub(crate) const WIDTH: usize = 12;
/// How many times as many are listed when a list has turned out too short.
const WIDER: usize = 4;
/// Beyond so many, a person's pairs are walked through without being kept.
const WIDEST: usize = 768;
/// Nobody.
pub(crate) const NOBODY: u32 = u32::MAX;

const FAR: i64 = i64::MAX;

/// Where the search from a newcomer may end.
#[derive(Clone, Copy)]
enum End {
    /// At this worker, who has a place free.
    Free(u32),
    /// At this person, who is left out; the newcomer themselves, perhaps.
    LeftOut(u32),
}

/// A worker during a search. Distances and marks belong to one search.
#[derive(Clone, Copy)]
struct Node {
    price: i64,
    distance: i64,
    came_from: u32,
    done: bool,
}

impl Node {
    fn at(price: i64) -> Node {
        Node {
            price,
            distance: FAR,
            came_from: NOBODY,
            done: false,
        }
    }
}

/// What it took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Searches for a free place or for whom to leave out.
    pub searches: u64,
    /// Workers whom the searches passed.
    pub workers_passed: u64,
    /// People whose pairs were looked through at first.
    pub first_looks: u64,
    /// Times that somebody's pairs had to be looked through again.
    pub looks_again: u64,
    /// Free places whose first price had been set too high.
    pub fills: u64,
}

/// Who goes to whom, the prices that prove it, and what is needed to go on from there.
pub(crate) struct State {
    pub(crate) capacity: Vec<u64>,
    pub(crate) worker_of: Vec<u32>,
    pub(crate) person_price: Vec<i64>,
    pub(crate) serves: Vec<Vec<u32>>,
    pub(crate) columns: Vec<Columns>,
    pub(crate) effort: Effort,
    nodes: Vec<Node>,
    touched: Vec<u32>,
    /// Distances of workers, and beyond their numbers those of people to be looked at again.
    heap: BinaryHeap<Reverse<(i64, u32)>>,
    /// The people reached, with their distance.
    reached: Vec<(u32, i64)>,
}

impl State {
    pub(crate) fn new(capacity: Vec<u64>, price: Vec<i64>, people: usize) -> State {
        let workers = capacity.len();
        State {
            capacity,
            worker_of: vec![NOBODY; people],
            person_price: vec![0; people],
            serves: vec![Vec::new(); workers],
            columns: vec![Columns::default(); people],
            effort: Effort::default(),
            nodes: price.into_iter().map(Node::at).collect(),
            touched: Vec::new(),
            heap: BinaryHeap::new(),
            reached: Vec::new(),
        }
    }

    pub(crate) fn price(&self, worker: usize) -> i64 {
        self.nodes[worker].price
    }

    pub(crate) fn set_price(&mut self, worker: usize, price: i64) {
        self.nodes[worker].price = price;
    }

    pub(crate) fn prices(&self) -> Vec<i64> {
        self.nodes.iter().map(|node| node.price).collect()
    }

    pub(crate) fn free_places(&self, worker: usize) -> u64 {
        self.capacity[worker].saturating_sub(self.serves[worker].len() as u64)
    }

    pub(crate) fn has_room(&self, worker: usize) -> bool {
        (self.serves[worker].len() as u64) < self.capacity[worker]
    }

    /// Looks through a newcomer's pairs at the prices of now.
    pub(crate) fn look_first(&mut self, market: &Market<'_>, room: &mut Room, newcomer: usize) {
        self.effort.first_looks += 1;
        let price = |worker: usize| self.nodes[worker].price;
        self.columns[newcomer] = market.best(newcomer, price, WIDTH, room);
    }

    /// Lets a person in whose columns have been made at prices not above those of now.
    pub(crate) fn let_in(&mut self, market: &Market<'_>, room: &mut Room, newcomer: usize) {
        self.effort.searches += 1;
        let columns = &self.columns[newcomer];
        let value = |column: &Column| market.askers[newcomer].base + i64::from(column.score);
        let margins = columns.list.iter();
        let margins = margins.map(|one| value(one) - self.nodes[one.worker as usize].price);
        self.person_price[newcomer] = margins.max().unwrap_or(0).max(columns.bound).max(0);
        let (end, length) = self.nearest_end(market, room, newcomer as u32);
        self.move_prices(length);
        self.move_people(newcomer as u32, end);
    }

    /// Dijkstra's search, cut off as soon as no end can be nearer than the nearest found.
    fn nearest_end(&mut self, market: &Market<'_>, room: &mut Room, newcomer: u32) -> (End, i64) {
        let workers = self.nodes.len();
        let mut end = End::LeftOut(newcomer);
        let mut length = self.person_price[newcomer as usize];
        self.reached.push((newcomer, 0));
        self.look_from(market, newcomer, length, length);
        while let Some(Reverse((distance, at))) = self.heap.pop() {
            if distance >= length {
                break;
            }
            let worker = at as usize;
            if worker >= workers {
                self.look_again(market, room, at - workers as u32, distance, length);
                continue;
            }
            if self.nodes[worker].done || distance > self.nodes[worker].distance {
                continue;
            }
            self.nodes[worker].done = true;
            self.effort.workers_passed += 1;
            if self.has_room(worker) {
                return (End::Free(at), distance);
            }
            for n in 0..self.serves[worker].len() {
                let person = self.serves[worker][n];
                let left_out = distance + self.person_price[person as usize];
                if left_out < length {
                    (end, length) = (End::LeftOut(person), left_out);
                }
                self.reached.push((person, distance));
                self.look_from(market, person, left_out, length);
            }
        }
        (end, length)
    }

    /// Walks on from a person along the pairs that are listed. `base` is the distance to the person
    /// plus the person's price.
    fn look_from(&mut self, market: &Market<'_>, person: u32, base: i64, length: i64) {
        let columns = &self.columns[person as usize];
        let from = base - market.askers[person as usize].base;
        for column in &columns.list {
            if base - column.margin >= length {
                break;
            }
            let node = &mut self.nodes[column.worker as usize];
            let distance = from + node.price - i64::from(column.score);
            if distance < node.distance && distance < length {
                if node.distance == FAR {
                    self.touched.push(column.worker);
                }
                node.distance = distance;
                node.came_from = person;
                self.heap.push(Reverse((distance, column.worker)));
            }
        }
        let first_unlisted = base - columns.bound;
        if first_unlisted < length {
            let at = self.nodes.len() as u32 + person;
            self.heap.push(Reverse((first_unlisted, at)));
        }
    }

    /// The search has come as far as the first pair of this person that is not listed.
    fn look_again(
        &mut self,
        market: &Market<'_>,
        room: &mut Room,
        person: u32,
        distance: i64,
        length: i64,
    ) {
        self.effort.looks_again += 1;
        let columns = &self.columns[person as usize];
        let base = distance + columns.bound;
        let width = (columns.width * WIDER).max(WIDTH);
        let nodes = &self.nodes;
        let price = |worker: usize| nodes[worker].price;
        if width <= WIDEST {
            self.columns[person as usize] = market.best(person as usize, price, width, room);
            self.look_from(market, person, base, length);
            return;
        }
        let mut found = Vec::new();
        market.above(
            person as usize,
            price,
            base - length,
            room,
            |worker, value| {
                let node = &nodes[worker as usize];
                let distance = base + node.price - value;
                if distance < node.distance {
                    found.push((worker, distance));
                }
            },
        );
        for (worker, distance) in found {
            let node = &mut self.nodes[worker as usize];
            if node.distance == FAR {
                self.touched.push(worker);
            }
            node.distance = distance;
            node.came_from = person;
            self.heap.push(Reverse((distance, worker)));
        }
    }

    /// Lowers the prices of the people passed and raises those of the workers passed, each by how
    /// far before the end they were, and clears the search. No price falls below 0: nobody's own
    /// end is nearer than the nearest.
    fn move_prices(&mut self, length: i64) {
        for (person, distance) in self.reached.drain(..) {
            self.person_price[person as usize] -= length - distance;
        }
        for worker in self.touched.drain(..) {
            let node = &mut self.nodes[worker as usize];
            if node.done {
                node.price += length - node.distance;
            }
            node.distance = FAR;
            node.done = false;
        }
        self.heap.clear();
    }

    /// Walks back from the end: everybody on the way takes the place that has come free.
    fn move_people(&mut self, newcomer: u32, end: End) {
        let mut free = match end {
            End::Free(worker) => worker,
            End::LeftOut(person) => match self.leave(person) {
                Some(worker) => worker,
                None => return,
            },
        };
        loop {
            let person = self.nodes[free as usize].came_from;
            let left = self.leave(person);
            self.serves[free as usize].push(person);
            self.worker_of[person as usize] = free;
            match left {
                Some(worker) => free = worker,
                None => break,
            }
        }
        debug_assert!(
            self.worker_of[newcomer as usize] != NOBODY,
            "the way leads back to the newcomer"
        );
    }

    /// Takes a person from their worker, and says who that was.
    pub(crate) fn leave(&mut self, person: u32) -> Option<u32> {
        let worker = std::mem::replace(&mut self.worker_of[person as usize], NOBODY);
        if worker == NOBODY {
            return None;
        }
        self.serves[worker as usize].retain(|&served| served != person);
        Some(worker)
    }
}
