//! Problems of a programme's size, against sums that another solver found.

use cairn_matching::{Assignment, check, read, solve};
use serde_json::Value;

use crate::second::{self, Region};
use crate::world::solved;

/// Fifty people and ten workers with too few places, from a file; the objective was found by
/// another solver as well.
#[test]
fn a_problem_from_a_file() {
    let problem = read(include_str!("../data/50x10-tight.json")).expect("the file is a problem");
    let answer = solved(&problem);
    assert_eq!(
        (problem.participants.len(), problem.workers.len()),
        (50, 10)
    );
    assert_eq!(answer.objective, 20_160_499);
}

/// One line of `tests/data/objectives.txt`.
struct Known {
    region: Region,
    pairs: u64,
    objective: i64,
}

/// What OR-Tools found, by `cargo xtask bench matching --objectives`.
fn known() -> Vec<Known> {
    let lines = include_str!("../data/objectives.txt").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    let known = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [people, workers, places, seed, pairs, objective] = words[..] else {
            panic!("not six words: {line}");
        };
        let number = |word: &str| word.parse().expect("a whole number");
        Known {
            region: Region {
                people: number(people),
                workers: number(workers),
                seed: number(seed),
                tight: places == "tight",
            },
            pairs: number(pairs),
            objective: objective.parse().expect("a whole number"),
        }
    };
    lines.map(known).collect()
}

/// From text to text, as `cairn match` does it, and held against the text by the second program.
fn solved_as_file(known: &Known) -> Assignment {
    let text = known.region.problem();
    let answer = solve(&read(&text).expect("an invented problem is one"));
    let written = serde_json::to_string(&answer).expect("an answer can be written");
    let json = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let found = second::check(&json(&text), &json(&written), 2);
    assert_eq!(found.wrong, [""; 0], "{:?}", known.region);
    assert_eq!(found.possible, known.pairs, "{:?}", known.region);
    assert_eq!(answer.objective, known.objective, "{:?}", known.region);
    answer
}

/// Those of 10,000 people are solved by `cargo xtask bench matching`, in release.
const MOST: u64 = 2000;

#[test]
fn the_sums_another_solver_found() {
    let known = known();
    let known: Vec<_> = known.iter().filter(|k| k.region.people <= MOST).collect();
    for size in [50, 500, 2000] {
        for tight in [false, true] {
            let these = known
                .iter()
                .filter(|k| (k.region.people, k.region.tight) == (size, tight));
            assert!(these.count() >= 3, "{size}, tight {tight}: three seeds");
        }
    }
    for known in known {
        let answer = solved_as_file(known);
        let served = answer.assigned.len() as u64;
        assert!(served > known.region.people / 3, "not worth solving");
    }
}

#[test]
fn three_hundred_people_slack_and_tight() {
    for (seed, tight) in [(1, false), (2, false), (1, true), (2, true)] {
        let problem = second::region(300, 50, seed, tight);
        let answer = solve(&problem);
        assert_eq!(check(&problem, &answer), Ok(()));
        assert!(answer.assigned.len() > 100, "not worth solving");
    }
}
