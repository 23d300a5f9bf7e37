//! Which workers each person is offered, so that the best that is possible for all together stays
//! possible whatever each of them chooses; and which of it still holds when it is let out.
//!
//! Workers and people are numbers here: where they stand in the problem that was solved.

/// Most workers offered to a person at once.
pub const MOST_OFFERS: usize = 3;

/// Why somebody is offered fewer than three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fewer {
    /// Others would fit, and their places are counted on by somebody else today.
    Places,
    /// Nobody else fits in everything that must be.
    Nobody,
}

impl Fewer {
    /// The word used in the database.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Fewer::Places => "places",
            Fewer::Nobody => "nobody",
        }
    }

    /// Reads the word back.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Fewer::Places, Fewer::Nobody]
            .into_iter()
            .find(|fewer| fewer.word() == word)
    }
}

/// Chooses whom each person is offered. First comes the worker whom the joint assignment gives
/// them; second and third only from places that nobody's first offer counts on and nobody who
/// comes before them was promised, the best for the person first.
///
/// - `places[w]`: how many more people the worker can be promised to.
/// - `firsts[p]`: the worker of the joint assignment; `None` for somebody it left out, who is
///   offered nobody.
/// - `turns`: the people in the order in which they choose seconds and thirds, each once.
/// - `best(p, open)`: workers who fit the person, the best first, out of those with `open[w] > 0`.
///
/// The answer has the workers of each person, in order. No worker is promised to more people than
/// there are places, and whoever has a first is offered that one.
pub fn choose<T>(
    places: &[u64],
    firsts: &[Option<usize>],
    turns: &[usize],
    mut best: impl FnMut(usize, &[u64]) -> Vec<(usize, T)>,
) -> Vec<Vec<(usize, T)>> {
    let mut spare = places.to_vec();
    for first in firsts.iter().flatten() {
        spare[*first] = spare[*first].saturating_sub(1);
    }
    let mut chosen: Vec<Vec<(usize, T)>> = firsts.iter().map(|_| Vec::new()).collect();
    for person in turns {
        let Some(first) = firsts[*person] else {
            continue;
        };
        // One's own first is there even if it is the worker's last place, and counts once.
        let left = std::mem::replace(&mut spare[first], 1);
        let ranked = best(*person, &spare);
        spare[first] = left;
        let (own, others): (Vec<_>, Vec<_>) =
            ranked.into_iter().partition(|(worker, _)| *worker == first);
        let more = others
            .into_iter()
            .filter(|(worker, _)| spare[*worker] > 0)
            .take(MOST_OFFERS - 1);
        let all: Vec<(usize, T)> = own.into_iter().take(1).chain(more).collect();
        for (worker, _) in all.iter().filter(|(worker, _)| *worker != first) {
            spare[*worker] -= 1;
        }
        chosen[*person] = all;
    }
    chosen
}

/// The order in which people choose: how pressing it is, then how long they wait, then as they
/// stand. `waits[p]` is priority and days.
#[must_use]
pub fn turns(waits: &[(u8, u64)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..waits.len()).collect();
    order.sort_by_key(|person| (std::cmp::Reverse(waits[*person]), *person));
    order
}

/// One proposed offer that is about to be let out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposed {
    /// The worker.
    pub worker: usize,
    /// 1 for a first offer.
    pub place: i64,
}

/// Which of these offers may go out, now that the workers have so many places: first offers before
/// seconds and thirds, otherwise in the order given. What does not hold any more is dropped.
#[must_use]
pub fn still_hold(places: &[u64], proposed: &[Proposed]) -> Vec<bool> {
    let mut left = places.to_vec();
    let mut order: Vec<usize> = (0..proposed.len()).collect();
    order.sort_by_key(|n| (proposed[*n].place, *n));
    let mut holds = vec![false; proposed.len()];
    for n in order {
        let worker = proposed[n].worker;
        if left[worker] > 0 {
            left[worker] -= 1;
            holds[n] = true;
        }
    }
    holds
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A made-up programme: places, what each person thinks of each worker (0: does not fit), the
    /// first of each, and how they wait.
    #[derive(Clone, Debug)]
    struct Made {
        places: Vec<u64>,
        values: Vec<Vec<u32>>,
        firsts: Vec<Option<usize>>,
        waits: Vec<(u8, u64)>,
    }

    impl Made {
        fn best(&self, person: usize, open: &[u64]) -> Vec<(usize, u32)> {
            let mut all: Vec<(usize, u32)> = self.values[person]
                .iter()
                .copied()
                .enumerate()
                .filter(|(worker, value)| *value > 0 && open[*worker] > 0)
                .collect();
            all.sort_by_key(|(worker, value)| (std::cmp::Reverse(*value), *worker));
            all
        }

        fn chosen(&self) -> Vec<Vec<usize>> {
            let turns = turns(&self.waits);
            let all = choose(&self.places, &self.firsts, &turns, |p, open| {
                self.best(p, open)
            });
            let bare = |one: Vec<(usize, u32)>| one.into_iter().map(|(w, _)| w).collect();
            all.into_iter().map(bare).collect()
        }
    }

    /// Firsts as an assignment gives them: possible pairs, never more than there are places.
    fn made() -> impl Strategy<Value = Made> {
        (1usize..7, 0usize..9).prop_flat_map(|(workers, people)| {
            let row = proptest::collection::vec(0u32..4, workers);
            (
                proptest::collection::vec(0u64..4, workers),
                proptest::collection::vec(row, people),
                proptest::collection::vec(0usize..7, people),
                proptest::collection::vec((0u8..3, 0u64..5), people),
            )
                .prop_map(|(places, values, wants, waits)| {
                    let mut left = places.clone();
                    let first = |(row, want): (&Vec<u32>, &usize)| {
                        let fits = |w: &usize| row[*w] > 0 && left[*w] > 0;
                        let worker = (0..row.len()).map(|n| (n + want) % row.len()).find(fits)?;
                        left[worker] -= 1;
                        Some(worker)
                    };
                    let firsts = values.iter().zip(&wants).map(first).collect();
                    Made {
                        places,
                        values,
                        firsts,
                        waits,
                    }
                })
        })
    }

    proptest! {
        #[test]
        fn never_more_is_promised_than_there_are_places(made in made()) {
            let chosen = made.chosen();
            for (worker, places) in made.places.iter().enumerate() {
                let promised = chosen.iter().flatten().filter(|w| **w == worker).count();
                prop_assert!(promised as u64 <= *places, "{worker}: {promised} of {places}");
            }
        }

        #[test]
        fn first_offers_are_always_kept_and_nobody_is_offered_twice(made in made()) {
            for (person, all) in made.chosen().iter().enumerate() {
                prop_assert_eq!(all.first().copied(), made.firsts[person]);
                prop_assert!(all.len() <= MOST_OFFERS);
                prop_assert!(all.iter().all(|w| made.values[person][*w] > 0));
                let mut once = all.clone();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), all.len());
            }
        }

        #[test]
        fn the_same_gives_the_same_and_no_spare_place_is_left_unoffered(made in made()) {
            let chosen = made.chosen();
            prop_assert_eq!(&chosen, &made.chosen());
            let promised = |w: usize| chosen.iter().flatten().filter(|one| **one == w).count();
            for (person, all) in chosen.iter().enumerate() {
                if made.firsts[person].is_none() || all.len() == MOST_OFFERS {
                    continue;
                }
                for (worker, value) in made.values[person].iter().enumerate() {
                    let spare = (promised(worker) as u64) < made.places[worker];
                    prop_assert!(*value == 0 || !spare || all.contains(&worker));
                }
            }
        }

        #[test]
        fn what_goes_out_never_goes_beyond_the_places_left(
            places in proptest::collection::vec(0u64..3, 4),
            proposed in proptest::collection::vec((0usize..4, 1i64..4), 0..20),
        ) {
            let proposed: Vec<Proposed> =
                proposed.into_iter().map(|(worker, place)| Proposed { worker, place }).collect();
            let holds = still_hold(&places, &proposed);
            for (worker, places) in places.iter().enumerate() {
                let all = || proposed.iter().zip(&holds).filter(|(one, _)| one.worker == worker);
                let out = all().filter(|(_, holds)| **holds).count() as u64;
                prop_assert!(out <= *places);
                // Nothing is dropped for which there is a place, and no first for a third.
                prop_assert!(all().count() as u64 == out || out == *places);
                let last_out = all().filter(|(_, h)| **h).map(|(one, _)| one.place).max();
                let first_dropped = all().filter(|(_, h)| !**h).map(|(one, _)| one.place).min();
                prop_assert!(last_out.zip(first_dropped).is_none_or(|(out, dropped)| out <= dropped));
            }
        }
    }

    #[test]
    fn whoever_waits_longest_chooses_seconds_first() {
        // Worker 2 has one spare place; both would like it, and the second person waits longer.
        let made = Made {
            places: vec![1, 1, 1],
            values: vec![vec![3, 0, 2], vec![0, 3, 1]],
            firsts: vec![Some(0), Some(1)],
            waits: vec![(0, 3), (0, 9)],
        };
        assert_eq!(made.chosen(), vec![vec![0], vec![1, 2]]);
        assert_eq!(turns(&[(0, 3), (2, 0), (0, 9), (0, 3)]), vec![1, 2, 0, 3]);
    }

    #[test]
    fn a_spare_place_of_ones_own_first_is_not_offered_again() {
        let made = Made {
            places: vec![3],
            values: vec![vec![1], vec![1]],
            firsts: vec![Some(0), Some(0)],
            waits: vec![(0, 0), (0, 0)],
        };
        assert_eq!(made.chosen(), vec![vec![0], vec![0]]);
    }

    #[test]
    fn words_are_read_back() {
        for fewer in [Fewer::Places, Fewer::Nobody] {
            assert_eq!(Fewer::from_word(fewer.word()), Some(fewer));
        }
        assert_eq!(Fewer::from_word("three"), None);
    }
}
