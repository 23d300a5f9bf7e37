//! Prices that are nearly right, quickly: people bid for workers.
//!
//! Whoever has no worker bids for the one of whom they would have most beyond the price: as much more
//! than the price as they would have more of this worker than of the second best, and a little
//! ([`STEP`]). A worker's places go to the highest bids; the price is the lowest bid among them. Prices
//! only rise, so it ends; and then nobody would be better off elsewhere by more than a step. The
//! exact search starts from about these prices.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::market::{Columns, Market, spread};

/// What is bid beyond the second best, in points.
pub(crate) const STEP: i64 = 6;
/// Pairs listed for a person who bids: prices move far, and short lists would not last.
const LIST: usize = 160;
/// People whose pairs are looked through together.
const TOGETHER: usize = 512;

/// What a person can see at the prices of the moment.
enum Sight {
    /// The best worker and what more they would have of them than of the second best.
    Best(u32, i64),
    /// Nobody is worth their price.
    Nobody,
    /// The list was made at prices too long ago.
    Stale,
}

/// An auction that goes on.
struct Auction<'a> {
    market: &'a Market<'a>,
    capacity: &'a [u64],
    prices: Vec<i64>,
    columns: Vec<Columns>,
    /// For each worker the bids that hold a place, the lowest on top.
    held: Vec<BinaryHeap<Reverse<(i64, u32)>>>,
}

/// The prices that bidding leads to, from these.
pub(crate) fn auction(
    market: &Market<'_>,
    capacity: &[u64],
    order: &[u32],
    prices: Vec<i64>,
    threads: usize,
) -> Vec<i64> {
    let mut auction = Auction {
        market,
        capacity,
        columns: vec![Columns::nothing_seen(); order.len()],
        held: vec![BinaryHeap::new(); prices.len()],
        prices,
    };
    let mut without: Vec<u32> = order.iter().rev().copied().collect();
    let mut stale = Vec::new();
    loop {
        while stale.len() < TOGETHER
            && let Some(person) = without.pop()
        {
            match auction.look_around(person) {
                Sight::Stale => stale.push(person),
                Sight::Nobody => {}
                Sight::Best(worker, more) => without.extend(auction.bid(person, worker, more)),
            }
        }
        if stale.is_empty() {
            return auction.prices;
        }
        auction.look_through(&stale, threads);
        without.extend(stale.drain(..).rev());
    }
}

impl Auction<'_> {
    fn look_around(&self, person: u32) -> Sight {
        let columns = &self.columns[person as usize];
        let base = self.market.askers[person as usize].base;
        let (mut best, mut second, mut whom) = (0, 0, None);
        for column in &columns.list {
            if column.margin <= second {
                break;
            }
            let margin = base + i64::from(column.score) - self.prices[column.worker as usize];
            if margin > best {
                (best, second, whom) = (margin, best, Some(column.worker));
            } else {
                second = second.max(margin);
            }
        }
        match whom {
            // Those who were left off the list matter only if one of them might be second best.
            _ if second < columns.bound => Sight::Stale,
            Some(worker) => Sight::Best(worker, best - second),
            None => Sight::Nobody,
        }
    }

    /// Answers with who has lost their place by it.
    fn bid(&mut self, person: u32, worker: u32, more: i64) -> Option<u32> {
        let worker = worker as usize;
        let held = &mut self.held[worker];
        held.push(Reverse((self.prices[worker] + more + STEP, person)));
        let mut out = None;
        if held.len() as u64 > self.capacity[worker] {
            out = held.pop().map(|Reverse((_, person))| person);
        }
        if held.len() as u64 == self.capacity[worker]
            && let Some(Reverse((lowest, _))) = held.peek()
        {
            self.prices[worker] = self.prices[worker].max(*lowest);
        }
        out
    }

    fn look_through(&mut self, people: &[u32], threads: usize) {
        let (market, prices) = (self.market, &self.prices);
        let looked = spread(people.len(), threads, |piece| {
            let mut room = market.index.room();
            let people = people[piece].iter();
            let look = |person: &u32| market.best(*person as usize, |w| prices[w], LIST, &mut room);
            people.map(look).collect::<Vec<_>>()
        });
        for (person, columns) in people.iter().zip(looked.into_iter().flatten()) {
            self.columns[*person as usize] = columns;
        }
    }
}
