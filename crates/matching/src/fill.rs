//! Filling a free place whose price is above 0, or bringing its price down to 0.
//!
//! The mirror of letting somebody in. The search walks from the free place along slack to the people who
//! could take it: somebody left out would simply come in; somebody who has a worker would leave a
//! place free there, and so on. It ends at the nearest of two kinds of end: a person left out,
//! or a worker whose price it costs least to bring down to 0 (a distance of that price further).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::augment::{NOBODY, State};
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
        for worker in 0..self.capacity.len() {
            while self.price(worker) > 0 && self.has_room(worker) {
                self.fill(market, worker as u32);
            }
        }
    }

    /// Fills one free place of this worker, or brings the price down to 0. Answers with the workers
    /// whose prices have fallen.
    pub(crate) fn fill(&mut self, market: &Market<'_>, worker: u32) -> Vec<u32> {
        self.effort.fills += 1;
        let mut search = Backwards {
            reached: vec![(FAR, NOBODY, NOBODY); self.capacity.len()],
            done: Vec::new(),
            person: vec![FAR; market.askers.len()],
            seen: Vec::new(),
            heap: BinaryHeap::from([Reverse((0, worker))]),
        };
        search.reached[worker as usize].0 = 0;
        let (end, length) = self.nearest_back(market, &mut search, worker);
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
        search: &mut Backwards,
        start: u32,
    ) -> (End, i64) {
        let mut end = End::StaysFree(start);
        let mut length = self.price(start as usize);
        while let Some(Reverse((distance, worker))) = search.heap.pop() {
            if distance >= length {
                break;
            }
            if distance > search.reached[worker as usize].0 {
                continue;
            }
            search.done.push(worker);
            let price = self.price(worker as usize);
            for (person, asker) in (0_u32..).zip(&market.askers) {
                let theirs = self.person_price[person as usize];
                // A score is at most 1000.
                let least = distance + theirs + price - asker.base - 1000;
                if least >= length.min(search.person[person as usize]) {
                    continue;
                }
                let Some(score) = market.index.score(asker, worker as usize) else {
                    continue;
                };
                let at = least + 1000 - i64::from(score);
                if at >= length.min(search.person[person as usize]) {
                    continue;
                }
                if search.person[person as usize] == FAR {
                    search.seen.push(person);
                }
                search.person[person as usize] = at;
                let from = self.worker_of[person as usize];
                if from == NOBODY {
                    (end, length) = (End::ComesIn(person, worker), at);
                } else if at < search.reached[from as usize].0 {
                    search.reached[from as usize] = (at, person, worker);
                    search.heap.push(Reverse((at, from)));
                    let stays = at + self.price(from as usize);
                    if stays < length {
                        (end, length) = (End::StaysFree(from), stays);
                    }
                }
            }
        }
        (end, length)
    }
}
