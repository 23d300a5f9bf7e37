//! Problems of a programme's size.

use cairn_matching::{check, read, solve};

use crate::generate::generate;
use crate::oracle;
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

#[test]
fn three_hundred_people_slack_and_tight() {
    for (seed, places) in [(1, 390), (2, 390), (1, 210), (2, 210)] {
        let problem = generate(300, 50, places, seed);
        let answer = solve(&problem);
        assert_eq!(check(&problem, &answer), Ok(()));
        let served = answer.assigned.len();
        eprintln!(
            "300x50, seed {seed}, {places} places: objective {}, {served} served",
            answer.objective
        );
        assert!(served > 100, "the problem is not worth solving");
    }
}

#[test]
fn a_small_programme_against_the_slow_checker() {
    for seed in 1..=3 {
        let problem = generate(60, 20, 50, seed);
        solved(&problem);
        let values = oracle::values(&problem);
        assert!(
            values.iter().flatten().flatten().count() > 100,
            "seed {seed} is not worth solving"
        );
    }
}
