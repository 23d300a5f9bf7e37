//! What holds for every problem, tried on small ones against everything that could be done.

use std::cell::Cell;

use cairn_matching::{
    Explanation, Reason, check, explain, prepare, prepare_with, rank, read, solve,
};
use proptest::prelude::*;

use crate::second::{self, region};
use crate::small::{problems, try_all};
use crate::world::solved;
use crate::{flow, oracle};

/// Prices to begin with: none, some, far too high.
fn first_prices(seed: u64, workers: usize) -> Vec<i64> {
    let mut chance = second::chance::Chance::of(seed);
    let mut one = || match chance.below(4) {
        0 => 0,
        1 => i64::try_from(chance.below(900)).unwrap_or(0),
        2 => 1_000_000 + i64::try_from(chance.below(300_000)).unwrap_or(0),
        _ => i64::MAX,
    };
    (0..workers).map(|_| one()).collect()
}

#[test]
fn wherever_prices_start_the_end_is_the_maximum() {
    for seed in 0..60 {
        let problem = region(60 + seed, 12, seed, seed % 2 == 0);
        let prepared = prepare(&problem);
        let best = solve(&problem).objective;
        for start in 0..4 {
            let prices = first_prices(seed * 4 + start, problem.workers.len());
            let found = prepared.solve_from(&prices);
            let answer = prepared.write_down(&found);
            assert_eq!(answer.objective, best, "seed {seed}, start {start}");
            assert_eq!(check(&problem, &answer), Ok(()));
            assert_eq!(prepared.prove(&found, false).better, 0);
        }
    }
}

#[test]
fn threads_and_the_index_change_nothing() {
    for (seed, tight) in [(1, false), (2, true)] {
        let problem = region(1200, 240, seed, tight);
        let answers = [1, 2, 5].map(|threads| {
            let prepared = prepare_with(&problem, threads);
            prepared.write_down(&prepared.solve())
        });
        assert!(answers[0] == answers[1] && answers[1] == answers[2]);
        let index = cairn_matching::Index::new(&problem);
        let room: Vec<u64> = (0..240).map(|worker| worker % 3).collect();
        for person in (0..1200).step_by(37) {
            let mut ranked = rank(&problem, person, &room);
            ranked.truncate(3);
            let top = index.top(&problem, &problem.participants[person], &room, 3);
            assert_eq!(top, ranked);
        }
    }
}

#[test]
fn the_objective_is_the_best_of_all_assignments_and_proven() {
    let (possible, left_out) = (Cell::new(0), Cell::new(0));
    try_all("brute force", 600, problems(5, 4), |problem| {
        prop_assert_eq!(problem.validate(), Ok(()));
        let answer = solve(problem);
        let values = oracle::values(problem);
        let capacity: Vec<u64> = problem.workers.iter().map(|w| w.capacity).collect();
        let best = oracle::brute_force(&values, &capacity);
        prop_assert_eq!(answer.objective, best);
        prop_assert_eq!(flow::most(&values, &capacity), best);
        prop_assert_eq!(&second::values(problem), &values);
        second::accepted(problem, &answer);
        prop_assert_eq!(check(problem, &answer), Ok(()));
        prop_assert_eq!(&answer, &solve(problem));
        oracle::certified(problem, &answer);
        possible.set(possible.get() + values.iter().flatten().flatten().count());
        let full = answer
            .unassigned
            .iter()
            .filter(|one| one.reason == Reason::NoCapacityLeft);
        left_out.set(left_out.get() + full.count());
        Ok(())
    });
    let (possible, left_out) = (possible.get(), left_out.get());
    eprintln!(
        "brute force: {possible} possible pairs, {left_out} people left out for want of room"
    );
    assert!(
        possible > 0 && left_out > 0,
        "the problems tried are not worth trying"
    );
}

/// Up to thirty people who want much the same, so that places are fought over through many others.
#[test]
fn the_objective_is_that_of_a_plain_flow_where_many_compete() {
    let left_out = Cell::new(0);
    try_all("plain flow", 60, problems(30, 12), |problem| {
        left_out.set(left_out.get() + solved(problem).unassigned.len());
        Ok(())
    });
    assert!(left_out.get() > 0, "nobody had to be left out");
}

#[test]
fn the_objective_is_that_of_a_plain_flow_in_invented_regions() {
    for (people, workers, seeds) in [(30, 8, 1..=6), (120, 40, 1..=3), (300, 60, 1..=1)] {
        for seed in seeds {
            for tight in [false, true] {
                let problem = region(people, workers, seed, tight);
                let served = solved(&problem).assigned.len() as u64;
                eprintln!("{people}x{workers}, seed {seed}, tight {tight}: {served} served");
                assert!(served > people / 3, "the problem is not worth solving");
            }
        }
    }
}

#[test]
fn every_pair_is_explained_as_the_rule_says() {
    try_all("explanations", 300, problems(4, 4), |problem| {
        for p in &problem.participants {
            for w in &problem.workers {
                let (lacks, excluded) = oracle::lacks(problem, p, w);
                match explain(&problem.settings, p, w) {
                    None => prop_assert!(excluded),
                    Some(Explanation::Lacks(found)) => {
                        let found = serde_json::to_value(found).expect("lacks can be written");
                        prop_assert_eq!(found, serde_json::json!(lacks));
                        prop_assert!(!lacks.is_empty() && !excluded);
                    }
                    Some(Explanation::Possible {
                        value,
                        parts,
                        shared,
                    }) => {
                        prop_assert_eq!(Some(value), oracle::value(problem, p, w));
                        prop_assert_eq!(u64::from(parts.score()), oracle::score(p, w));
                        let minutes = oracle::minutes(&p.availability, &w.availability);
                        prop_assert_eq!(u64::from(shared.overlap_minutes), minutes);
                    }
                }
            }
        }
        Ok(())
    });
}

#[test]
fn nobody_excluded_is_named_and_the_closest_lack_least() {
    try_all("closest", 300, problems(4, 5), |problem| {
        for one in solve(problem).unassigned {
            let person = problem
                .participants
                .iter()
                .find(|p| p.id == one.participant);
            let person = person.expect("an unassigned person is one of the participants");
            let others = problem
                .workers
                .iter()
                .map(|w| (w, oracle::lacks(problem, person, w)));
            let others: Vec<_> = others.filter(|(_, (_, excluded))| !excluded).collect();
            prop_assert_eq!(one.closest.len(), others.len().min(3));
            let worst = one.closest.iter().map(|close| close.lacks.len()).max();
            for (worker, (lacks, _)) in others {
                let named = one.closest.iter().any(|close| close.worker == worker.id);
                prop_assert!(named || Some(lacks.len()) >= worst);
            }
            for close in &one.closest {
                prop_assert!(!person.not.contains(&close.worker));
            }
        }
        Ok(())
    });
}

#[test]
fn ranking_lists_the_possible_workers_best_first() {
    try_all("ranking", 300, problems(3, 5), |problem| {
        let room: Vec<u64> = problem.workers.iter().map(|w| w.capacity).collect();
        for (p, row) in oracle::values(problem).iter().enumerate() {
            let mut expected: Vec<_> = row.iter().zip(&problem.workers).collect();
            expected.retain(|(value, _)| value.is_some());
            expected.sort_by_key(|(value, w)| (std::cmp::Reverse(**value), w.id.clone()));
            let expected: Vec<_> = expected
                .into_iter()
                .map(|(v, w)| (*v, w.id.clone()))
                .collect();
            let ranked = rank(problem, p, &room).into_iter();
            let ranked: Vec<_> = ranked.map(|c| (Some(c.value), c.worker)).collect();
            prop_assert_eq!(ranked, expected);
        }
        Ok(())
    });
}

#[test]
fn a_problem_written_down_reads_the_same() {
    try_all("round trip", 200, problems(4, 4), |problem| {
        let text = serde_json::to_string(problem).expect("a problem can be written");
        prop_assert_eq!(&read(&text).expect("what was written reads"), problem);
        let answer = solve(problem);
        let text = serde_json::to_string(&answer).expect("an answer can be written");
        prop_assert_eq!(
            serde_json::from_str::<cairn_matching::Assignment>(&text).ok(),
            Some(answer)
        );
        Ok(())
    });
}
