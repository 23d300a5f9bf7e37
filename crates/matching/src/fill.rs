//! Filling a free place whose price is above 0, or bringing its price down to 0.
//!
//! The mirror of letting somebody in. The search walks from the free place along slack to the people who
//! could take it: somebody left out would simply come in; somebody who has a worker would leave a
//! place free there, and so on. It ends at the nearest of two kinds of end: a person left out,
//! or a worker whose price it costs least to bring down to 0 (a distance of that price further).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::augment::{NOBODY, State};
use crate::crowd::Crowd;
use crate::market::Market;

/// Where the search from a free place may end.
#[derive(Clone, Copy)]
enum End {
    /// This person, who was left out, takes a place of this worker.
    ComesIn(u32, u32),
    /// A place of this worker stays free, at a price of 0.
    StaysFree(u32),
}

/// One search from a free place.
struct Backwards {
    /// Workers reached: distance, and who would leave them for whom.
    reached: Vec<(i64, u32, u32)>,
    /// Those whose distance is final.
    done: Vec<u32>,
    /// Distances of people, as far as they were reached.
    person: Vec<i64>,
    seen: Vec<u32>,
    heap: BinaryHeap<Reverse<(i64, u32)>>,
}

const FAR: i64 = i64::MAX;
impl State {
    /// Fills every free place that has a price, or brings the price down to 0.
    pub(crate) fn fill_all(&mut self, market: &Market<'_>) {
        let free = |worker: &usize| self.price(*worker) > 0 && self.has_room(*worker);
        let first = (0..self.capacity.len()).find(free);
        let Some(first) = first else {
            return;
        };
        let mut crowd = Crowd::of(market.index, &market.askers);
        for worker in first..self.capacity.len() {
            while self.price(worker) > 0 && self.has_room(worker) {
                self.fill(market, &mut crowd, worker as u32);
            }
        }
    }

    /// Fills one free place of this worker, or brings the price down to 0. Answers with the workers
    /// whose prices have fallen.
    pub(crate) fn fill(&mut self, market: &Market<'_>, crowd: &mut Crowd, worker: u32) -> Vec<u32> {
        self.effort.fills += 1;
        let mut search = Backwards {
            reached: vec![(FAR, NOBODY, NOBODY); self.capacity.len()],
            done: Vec::new(),
            person: vec![FAR; market.askers.len()],
            seen: Vec::new(),
            heap: BinaryHeap::from([Reverse((0, worker))]),
        };
        search.reached[worker as usize].0 = 0;
        let (end, length) = self.nearest_back(market, crowd, &mut search, worker);
        for person in search.seen {
            let before = length - search.person[person as usize];
            self.person_price[person as usize] += before.max(0);
        }
        let mut fallen = Vec::new();
        for worker in search.done {
            let before = length - search.reached[worker as usize].0;
            if before > 0 {
                self.set_price(worker as usize, self.price(worker as usize) - before);
                fallen.push(worker);
            }
        }
        let mut free = match end {
            End::StaysFree(worker) => worker,
            End::ComesIn(person, worker) => {
                self.join(person, worker);
                worker
            }
        };
        while let (_, person, to) = search.reached[free as usize]
            && person != NOBODY
        {
            // With somebody coming in, the place is the one this person leaves.
            self.leave(person);
            self.join(person, to);
            free = to;
        }
        fallen
    }

    fn join(&mut self, person: u32, worker: u32) {
        self.worker_of[person as usize] = worker;
        self.serves[worker as usize].push(person);
    }

    fn nearest_back(
        &mut self,
        market: &Market<'_>,
        crowd: &mut Crowd,
        search: &mut Backwards,
        start: u32,
    ) -> (End, i64) {
        let mut best = (End::StaysFree(start), self.price(start as usize));
        while let Some(Reverse((distance, worker))) = search.heap.pop() {
            if distance >= best.1 {
                break;
            }
            if distance > search.reached[worker as usize].0 {
                continue;
            }
            search.done.push(worker);
            crowd.near(market.index, worker as usize, |person| {
                self.look_back(market, search, &mut best, (distance, worker), person);
            });
        }
        best
    }

    /// From a worker, looks at one person who might take their place.
    fn look_back(
        &self,
        market: &Market<'_>,
        search: &mut Backwards,
        best: &mut (End, i64),
        (distance, worker): (i64, u32),
        person: usize,
    ) {
        let known = search.person[person];
        if known <= distance {
            return;
        }
        let asker = market.askers[person];
        let base = distance + self.price(worker as usize);
        let from = base + self.person_price[person] - asker.base;
        let floor = from - best.1.min(known);
        if let Some(score) = market.index.score_above(asker, worker as usize, floor) {
            let at = from - i64::from(score);
            self.reach_back(search, best, (person as u32, at), worker);
        }
    }

    /// The search back has come to a person at a distance, by way of a worker whose place they
    /// could take.
    fn reach_back(
        &self,
        search: &mut Backwards,
        best: &mut (End, i64),
        (person, at): (u32, i64),
        worker: u32,
    ) {
        if search.person[person as usize] == FAR {
            search.seen.push(person);
        }
        search.person[person as usize] = at;
        let from = self.worker_of[person as usize];
        if from == NOBODY {
            *best = (End::ComesIn(person, worker), at);
        } else if at < search.reached[from as usize].0 {
            search.reached[from as usize] = (at, person, worker);
            search.heap.push(Reverse((at, from)));
            let stays = at + self.price(from as usize);
            if stays < best.1 {
                *best = (End::StaysFree(from), stays);
            }
        }
    }
}
