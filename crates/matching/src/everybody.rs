//! Letting everybody in, in an order and from first prices that keep the searches short.
//!
//! Where more people wait than there are places, a place is dear: its price is about what the last
//! person who still gets one is worth, a million and more. Finding that out search by search is
//! slow, because each search walks through the whole of such a part of the market. So where a
//! picture from afar ([`levels`]) shows places to be dear, people first bid for them
//! ([`auction`]), and the search starts from a little below the prices that leads to. Prices that
//! have turned out too high are brought down at the end ([`State::fill`]). The answer is exact
//! wherever prices start.

use std::cmp::Reverse;
use std::thread;

use crate::auction::{STEP, auction};
use crate::augment::{State, WIDTH};
use crate::levels::levels;
use crate::market::{Columns, Market};

/// People whose pairs are looked through while those before them are let in.
const BATCH: usize = 512;
/// With fewer people than this, or fewer dear places than one in so many, the search alone is
/// quicker.
const AUCTION_FROM: usize = 1000;
const DEAR_ONE_IN: usize = 20;
/// People asked how well the best worker would suit them, to guess how far above the picture from
/// afar prices will end: it leaves out the score, of which the last person to get a place has some.
const ASKED: usize = 64;
/// How much less than the best score that guess is. A guess too high costs more than one too low.
const CAUTION: i64 = 400;
/// How far below the prices of the auction the search begins: bringing a price down costs much
/// more than finding out that it should rise.
const BELOW: i64 = 4 * STEP;
/// So many free places with a price are brought down one by one; with more of them the prices
/// were wrong, and it is quicker to begin again.
const FEW: u64 = 64;

/// The maximum over everybody in the market.
pub(crate) fn everybody(market: &Market<'_>, capacity: &[u64], threads: usize) -> State {
    let prices = first_prices(market, &in_order(market), capacity, threads);
    from_prices(market, capacity, prices, threads)
}

/// Everybody, those whose match is worth most first.
fn in_order(market: &Market<'_>) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(market.askers.len()).collect();
    order.sort_by_key(|person| Reverse(market.askers[*person as usize].base));
    order
}

/// The same from these prices of the workers, none below 0.
pub(crate) fn from_prices(
    market: &Market<'_>,
    capacity: &[u64],
    mut prices: Vec<i64>,
    threads: usize,
) -> State {
    let order = in_order(market);
    loop {
        let mut state = State::new(capacity.to_vec(), prices.clone(), order.len());
        let_in_all(&mut state, market, &order, threads);
        let too_dear = |worker: &usize| state.price(*worker) > 0 && state.has_room(*worker);
        let workers: Vec<usize> = (0..capacity.len()).filter(too_dear).collect();
        let free = workers.iter().map(|worker| state.free_places(*worker));
        if free.fold(0, u64::saturating_add) <= FEW {
            state.fill_all(market);
            return state;
        }
        for worker in workers {
            prices[worker] = 0;
        }
    }
}

fn first_prices(market: &Market<'_>, order: &[u32], capacity: &[u64], threads: usize) -> Vec<i64> {
    let nothing = vec![0; capacity.len()];
    if order.len() < AUCTION_FROM {
        return nothing;
    }
    let levels = levels(market, order, capacity);
    let dear = levels.iter().filter(|level| **level > 0).count();
    if dear * DEAR_ONE_IN < capacity.len() {
        return nothing;
    }
    let above = (usual_best(market) - CAUTION).max(0);
    let start = levels
        .iter()
        .map(|level| if *level > 0 { level + above } else { 0 });
    let prices = auction(market, capacity, order, start.collect(), threads);
    prices.iter().map(|price| (price - BELOW).max(0)).collect()
}

/// The score of the best worker for a person who is no easy case: a quarter of those asked have
/// less.
fn usual_best(market: &Market<'_>) -> i64 {
    let mut room = market.index.room();
    let step = (market.askers.len() / ASKED).max(1);
    let people = (0..market.askers.len()).step_by(step);
    let best = people.filter_map(|person| {
        let columns = market.best(person, |_| 0, 1, &mut room);
        columns.list.first().map(|one| i64::from(one.score))
    });
    let mut best: Vec<i64> = best.collect();
    best.sort_unstable();
    best.get(best.len() / 4).copied().unwrap_or(0)
}

/// Lets everybody in, those whose match is worth most first, so that hardly anybody has to be
/// left out again for somebody later. While a batch is let in, another thread looks through the
/// pairs of the next, at the prices from before: bounds found then stay true.
fn let_in_all(state: &mut State, market: &Market<'_>, order: &[u32], threads: usize) {
    let mut room = market.index.room();
    let look = |batch: &[u32], prices: &[i64]| -> Vec<Columns> {
        let mut room = market.index.room();
        let people = batch.iter();
        let best = people.map(|p| market.best(*p as usize, |w| prices[w], WIDTH, &mut room));
        best.collect()
    };
    let mut batches = order.chunks(BATCH);
    let mut current: &[u32] = batches.next().unwrap_or_default();
    let mut columns = look(current, &state.prices());
    while !current.is_empty() {
        let next: &[u32] = batches.next().unwrap_or_default();
        let prices = state.prices();
        let ready = std::mem::take(&mut columns);
        let enter = || {
            for (person, columns) in current.iter().zip(ready) {
                state.effort.first_looks += 1;
                state.columns[*person as usize] = columns;
                state.let_in(market, &mut room, *person as usize);
            }
        };
        if threads < 2 || next.is_empty() {
            enter();
            columns = look(next, &prices);
        } else {
            columns = thread::scope(|scope| {
                let looking = scope.spawn(|| look(next, &prices));
                enter();
                let looked = looking.join();
                looked.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            });
        }
        current = next;
    }
}
