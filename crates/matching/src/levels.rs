//! About how dear a place is where more people wait than there are places.
//!
//! Looked at from afar, two workers of the same roles and languages are one worker with the places
//! of both, and only what a match is worth before the score counts. In that picture people come
//! in, those whose match is worth most first. Whoever finds no place, not even with others moving,
//! shows a part of the market that is full for good: a place there costs what they would
//! have been worth. These prices only say where the real search begins.

use std::collections::HashMap;

use crate::market::Market;

/// With more kinds of people or of workers than this, the picture is not worth drawing.
const MOST_KINDS: usize = 1500;

struct Picture {
    /// For each kind of person, the kinds of workers who might do.
    fits: Vec<Vec<usize>>,
    /// Places of each kind of worker that are still free.
    free: Vec<u64>,
    /// How many people of each kind each kind of worker has.
    serves: Vec<HashMap<usize, u64>>,
    /// What a place costs; known only where a part of the market is full for good.
    level: Vec<Option<i64>>,
}

/// What a place of each worker costs at least, from afar; 0 where there are enough.
pub(crate) fn levels(market: &Market<'_>, order: &[u32], capacity: &[u64]) -> Vec<i64> {
    let index = market.index;
    let (kind_of, kinds) = kinds((0..index.workers).map(|worker| index.kind(worker)));
    let people = market.askers.iter().map(|asker| {
        let languages = asker.languages.clone();
        (
            [asker.role == 0, asker.role == 1, asker.role == 2],
            languages,
        )
    });
    let (person_kind, person_kinds) = self::kinds(people);
    let nothing = vec![0; index.workers];
    if kinds.len() > MOST_KINDS || person_kinds.len() > MOST_KINDS {
        return nothing;
    }
    let fit = |one: &Kind, other: &Kind| {
        one.0.iter().zip(other.0).any(|(a, b)| *a && b)
            && one.1.iter().any(|code| other.1.contains(code))
    };
    let fits = person_kinds.iter().map(|person| {
        let all = kinds.iter().enumerate();
        all.filter(|(_, kind)| fit(person, kind))
            .map(|(at, _)| at)
            .collect()
    });
    let mut picture = Picture {
        fits: fits.collect(),
        free: vec![0; kinds.len()],
        serves: vec![HashMap::new(); kinds.len()],
        level: vec![None; kinds.len()],
    };
    for (worker, kind) in kind_of.iter().enumerate() {
        if market.open.has(worker) {
            picture.free[*kind] = picture.free[*kind].saturating_add(capacity[worker]);
        }
    }
    for person in order {
        let person = *person as usize;
        picture.let_in(person_kind[person], market.askers[person].base);
    }
    kind_of
        .iter()
        .map(|kind| picture.level[*kind].unwrap_or(0))
        .collect()
}

/// Roles and languages.
pub(crate) type Kind = ([bool; 3], Vec<u32>);

fn kinds(each: impl Iterator<Item = Kind>) -> (Vec<usize>, Vec<Kind>) {
    let mut known: HashMap<Kind, usize> = HashMap::new();
    let mut list = Vec::new();
    let of = each.map(|kind| {
        *known.entry(kind).or_insert_with_key(|kind| {
            list.push(kind.clone());
            list.len() - 1
        })
    });
    (of.collect(), list)
}

impl Picture {
    fn let_in(&mut self, person: usize, base: i64) {
        const NONE: usize = usize::MAX;
        let mut came: Vec<(usize, usize)> = vec![(NONE, NONE); self.free.len()];
        let mut seen = vec![false; self.free.len()];
        let mut queue = Vec::new();
        let mut reach =
            |kind: usize, from: usize, queue: &mut Vec<usize>, level: &[Option<i64>]| {
                for &worker in &self.fits[kind] {
                    if level[worker].is_none() && !seen[worker] {
                        seen[worker] = true;
                        came[worker] = (kind, from);
                        queue.push(worker);
                    }
                }
            };
        reach(person, NONE, &mut queue, &self.level);
        let mut at = 0;
        let mut asked = vec![false; self.fits.len()];
        while at < queue.len() {
            let roomiest = queue[at..].iter().max_by_key(|worker| self.free[**worker]);
            if let Some(&worker) = roomiest
                && self.free[worker] > 0
            {
                let mut worker = worker;
                self.free[worker] -= 1;
                loop {
                    let (kind, from) = came[worker];
                    *self.serves[worker].entry(kind).or_insert(0) += 1;
                    if from == NONE {
                        return;
                    }
                    let left = self.serves[from].entry(kind).or_insert(0);
                    *left -= 1;
                    if *left == 0 {
                        self.serves[from].remove(&kind);
                    }
                    worker = from;
                }
            }
            let end = queue.len();
            for place in at..end {
                let worker = queue[place];
                let mut kinds: Vec<usize> = self.serves[worker].keys().copied().collect();
                kinds.sort_unstable();
                for kind in kinds {
                    if !asked[kind] {
                        asked[kind] = true;
                        reach(kind, worker, &mut queue, &self.level);
                    }
                }
            }
            at = end;
        }
        for worker in queue {
            self.level[worker] = Some(base);
        }
    }
}
