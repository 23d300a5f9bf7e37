//! The possible pairs of a problem as the solver meets them: never all of them, only each
//! person's best few at the prices of the moment, with a bound on everybody else.

use std::cell::Cell;
use std::cmp::Reverse;
use std::thread;

use crate::asker::Asker;
use crate::bits::Bits;
use crate::index::{Index, Room};

/// A listed pair of a person.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// What the match was worth beyond the worker's price when the list was made. Prices only
    /// rise, so it is never worth more.
    pub(crate) margin: i64,
    pub(crate) worker: u32,
    /// What the match is worth beyond the person's base.
    pub(crate) score: u16,
}

/// A person's possible workers as far as they have been looked at.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    /// Largest margin first.
    pub(crate) list: Vec<Column>,
    /// No worker outside the list is worth more than this beyond their price.
    pub(crate) bound: i64,
    /// How many the list was allowed to hold.
    pub(crate) width: usize,
}

impl Columns {
    /// Nobody has been looked at.
    pub(crate) fn nothing_seen() -> Columns {
        Columns {
            list: Vec::new(),
            bound: i64::MAX,
            width: 0,
        }
    }
}

/// Everybody who waits, and the workers who take anybody on.
pub(crate) struct Market<'a> {
    pub(crate) index: &'a Index,
    pub(crate) askers: Vec<&'a Asker>,
    pub(crate) open: Bits,
}

impl Market<'_> {
    /// The `width` workers of whom this person would have most beyond their price, if anything: a
    /// match worth less than its price is never made.
    pub(crate) fn best(
        &self,
        person: usize,
        price: impl Fn(usize) -> i64,
        width: usize,
        room: &mut Room,
    ) -> Columns {
        let asker = self.askers[person];
        let mut kept: Vec<Column> = Vec::with_capacity(2 * width);
        let bound = Cell::new(0);
        let may =
            |worker: usize, most: u16| asker.base + i64::from(most) - price(worker) > bound.get();
        let see = |worker: usize, quick: u16| {
            let early = asker.base + i64::from(quick) - price(worker);
            if early + 100 <= bound.get() {
                return;
            }
            let Some(time) = self.index.time(asker, worker) else {
                return;
            };
            let margin = early + i64::from(time);
            if margin <= bound.get() {
                return;
            }
            kept.push(Column {
                margin,
                worker: worker as u32,
                score: quick + time,
            });
            if kept.len() == 2 * width {
                bound.set(narrow(&mut kept, width));
            }
        };
        self.index.promising(asker, &self.open, room, may, see);
        if kept.len() > width {
            bound.set(narrow(&mut kept, width));
        }
        kept.sort_unstable_by_key(order);
        kept.shrink_to_fit();
        Columns {
            list: kept,
            bound: bound.get(),
            width,
        }
    }

    /// Calls `see` with every worker of whom this person would have more than `floor` beyond their
    /// price, and what a match is worth.
    pub(crate) fn above(
        &self,
        person: usize,
        price: impl Fn(usize) -> i64,
        floor: i64,
        room: &mut Room,
        mut see: impl FnMut(u32, i64),
    ) {
        let asker = self.askers[person];
        let may = |worker: usize, most: u16| asker.base + i64::from(most) - price(worker) > floor;
        let see = |worker: usize, quick: u16| {
            let early = asker.base + i64::from(quick) - price(worker);
            if early + 100 > floor
                && let Some(time) = self.index.time(asker, worker)
                && early + i64::from(time) > floor
            {
                see(
                    worker as u32,
                    asker.base + i64::from(quick) + i64::from(time),
                );
            }
        };
        self.index.promising(asker, &self.open, room, may, see);
    }

    /// How many possible pairs would be worth more than their two prices: 0 is the proof that no
    /// other assignment is better. With `count`, also how many pairs are possible.
    pub(crate) fn price_out(
        &self,
        person_price: &[i64],
        worker_price: &[i64],
        count: bool,
        threads: usize,
    ) -> (u64, u64) {
        let sums = spread(self.askers.len(), threads, |people| {
            let mut room = self.index.room();
            let (mut possible, mut better) = (0, 0);
            for person in people {
                let asker = self.askers[person];
                let most = person_price[person] - asker.base;
                let may = |worker: usize, points: u16| {
                    count || i64::from(points) - worker_price[worker] > most
                };
                let see = |worker: usize, quick: u16| {
                    let early = i64::from(quick) - worker_price[worker];
                    if !count && early + 100 <= most {
                        return;
                    }
                    if let Some(time) = self.index.time(asker, worker) {
                        possible += 1;
                        better += u64::from(early + i64::from(time) > most);
                    }
                };
                self.index.promising(asker, &self.open, &mut room, may, see);
            }
            (possible, better)
        });
        sums.into_iter()
            .fold((0, 0), |all, one| (all.0 + one.0, all.1 + one.1))
    }
}

/// Keeps the `width` largest margins; answers with the smallest of them.
fn narrow(kept: &mut Vec<Column>, width: usize) -> i64 {
    let (_, last, _) = kept.select_nth_unstable_by_key(width - 1, order);
    let smallest = last.margin;
    kept.truncate(width);
    smallest
}

fn order(column: &Column) -> (Reverse<i64>, u32) {
    (Reverse(column.margin), column.worker)
}

/// Runs `work` over `0..len` in one piece for each thread; the answers are in order, so the same
/// work has the same answer however many threads there are.
pub(crate) fn spread<T: Send>(
    len: usize,
    threads: usize,
    work: impl Fn(std::ops::Range<usize>) -> T + Sync,
) -> Vec<T> {
    // For a few people a thread costs more than it saves.
    let piece = len.div_ceil(threads.max(1)).max(128);
    let pieces: Vec<_> = (0..len)
        .step_by(piece)
        .map(|from| from..(from + piece).min(len))
        .collect();
    if pieces.len() < 2 {
        return pieces.into_iter().map(work).collect();
    }
    let work = &work;
    thread::scope(|scope| {
        let running: Vec<_> = pieces
            .into_iter()
            .map(|piece| scope.spawn(move || work(piece)))
            .collect();
        let answers = running.into_iter();
        answers
            .map(|one| {
                one.join()
                    .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            })
            .collect()
    })
}
