//! The rule, the check of an answer and the invented regions of `examples/second`, which share no
//! code with the crate.

#[path = "../../examples/second/answer.rs"]
mod answer;
#[path = "../../examples/second/chance.rs"]
pub(crate) mod chance;
#[path = "../../examples/second/question.rs"]
mod question;
#[path = "../../examples/second/region.rs"]
mod region;
#[path = "../../examples/second/rule.rs"]
mod rule;

use cairn_matching::{Assignment, Problem, read};
use serde_json::Value;

pub(crate) use answer::{Found, check};
pub(crate) use region::Region;

use question::Question;
use rule::Side;

/// An invented problem of this size.
pub(crate) fn region(people: u64, workers: u64, seed: u64, tight: bool) -> Problem {
    let region = Region {
        people,
        workers,
        seed,
        tight,
    };
    read(region.problem()).expect("an invented problem is one")
}

/// What every pair is worth, if it is possible.
pub(crate) fn values(problem: &Problem) -> Vec<Vec<Option<i64>>> {
    let problem = serde_json::to_value(problem).expect("a problem can be written");
    let question = Question::of(&problem);
    let workers = question.workers.capacity.len();
    (0..question.people.len())
        .map(|person| {
            let side = Side::new(&question, person);
            (0..workers).map(|worker| side.value(worker)).collect()
        })
        .collect()
}

/// What the second program finds wrong with an answer, both as they are written to files.
pub(crate) fn found(problem: &Problem, answer: &Assignment) -> Found {
    let json = |value: Result<Value, _>| value.expect("it can be written");
    check(
        &json(serde_json::to_value(problem)),
        &json(serde_json::to_value(answer)),
        2,
    )
}

/// Lets no answer pass in which something is wrong; how many pairs are possible.
pub(crate) fn accepted(problem: &Problem, answer: &Assignment) -> u64 {
    let found = found(problem, answer);
    assert_eq!(found.wrong, [""; 0]);
    found.possible
}
