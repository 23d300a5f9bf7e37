//! The checker accepts what is right and refuses whatever has been tampered with.

use cairn_matching::{Assignment, Close, Lack, Problem, Reason, Unassigned, check, solve};
use proptest::prelude::*;

use crate::small::{problems, try_all};
use crate::world::{person, problem, solved, worker};

/// Every single number changed by one, in every answer tried.
#[test]
fn a_changed_price_or_number_is_always_refused() {
    try_all("tampering", 200, problems(5, 4), |problem| {
        let answer = solve(problem);
        let refused = |tamper: &dyn Fn(&mut Assignment)| {
            let mut tampered = answer.clone();
            tamper(&mut tampered);
            check(problem, &tampered).is_err()
        };
        for by in [-1, 1] {
            prop_assert!(refused(&|a| a.objective += by));
            for p in &problem.participants {
                prop_assert!(refused(&|a| *a
                    .certificate
                    .participant_price
                    .entry(p.id.clone())
                    .or_default() += by));
            }
            // Without a place to give, any price of 0 or more is as good as another.
            for w in problem.workers.iter().filter(|w| w.capacity > 0) {
                prop_assert!(refused(&|a| *a
                    .certificate
                    .worker_price
                    .entry(w.id.clone())
                    .or_default() += by));
            }
        }
        for i in 0..answer.assigned.len() {
            prop_assert!(refused(&|a| a.assigned[i].value += 1));
            prop_assert!(refused(&|a| a.assigned[i].score += 1));
            prop_assert!(refused(&|a| a.assigned[i].parts.time += 1));
            prop_assert!(refused(&|a| a.assigned[i].shared.overlap_minutes += 1));
            prop_assert!(refused(&|a| a.assigned[i].shared.languages.clear()));
            prop_assert!(refused(&|a| a.assigned[i].worker = "nobody".into()));
            prop_assert!(refused(&|a| a.assigned.push(a.assigned[i].clone())));
            prop_assert!(
                refused(&|a| leave_out(a, i)),
                "honest about a worse sum, but not the best"
            );
        }
        Ok(())
    });
}

fn leave_out(answer: &mut Assignment, i: usize) {
    let pair = answer.assigned.remove(i);
    answer.objective -= pair.value;
    *answer
        .certificate
        .participant_price
        .entry(pair.participant.clone())
        .or_default() = 0;
    let participant = pair.participant;
    answer.unassigned.push(Unassigned {
        participant,
        reason: Reason::NoCapacityLeft,
        closest: vec![],
    });
}

/// Three people, one place: two are left out, one of them with a worker to blame.
fn crowded() -> (Problem, Assignment) {
    let people = ["p1", "p2", "p3"].map(person).into();
    let mut problem = problem(people, vec![worker("w1", 1), worker("w2", 5)]);
    problem.participants[2].waiting_days = 3;
    problem.workers[1].roles = vec![cairn_matching::Role::CarerPeer];
    let answer = solved(&problem);
    (problem, answer)
}

fn complaints(tamper: impl Fn(&mut Assignment)) -> Vec<String> {
    let (problem, mut answer) = crowded();
    tamper(&mut answer);
    check(&problem, &answer).expect_err("a tampered answer is refused")
}

#[test]
fn complaints_say_what_is_wrong() {
    assert_eq!(
        complaints(|a| a.format = "cairn-assignment/2".into()),
        ["the format is not \"cairn-assignment/1\""]
    );
    assert_eq!(
        complaints(|a| a.objective += 1),
        ["the objective is not the sum of the values, 1000720"]
    );
    assert_eq!(
        complaints(|a| a.unassigned.swap(0, 1)),
        ["a list is not in the problem's order"]
    );
    assert_eq!(
        complaints(|a| drop(a.unassigned.pop())),
        ["participant \"p2\" is missing"]
    );
    assert_eq!(
        complaints(|a| a.unassigned[0].reason = Reason::NoPossibleWorker),
        ["\"p1\" is left out for NoCapacityLeft"]
    );
    assert_eq!(
        complaints(|a| a.unassigned[0].closest[1].lacks.clear()),
        [
            "what \"w2\" lacks for \"p1\" is [Role]",
            "the workers closest to \"p1\" are not those"
        ]
    );
    assert_eq!(
        complaints(|a| drop(a.unassigned[0].closest.pop())),
        ["the workers closest to \"p1\" are not those"]
    );
    let twice = Close {
        worker: "w1".into(),
        lacks: vec![],
    };
    assert_eq!(
        complaints(|a| a.unassigned[0].closest[1] = twice.clone()),
        ["the workers closest to \"p1\" are not those"]
    );
    assert_eq!(
        complaints(|a| {
            a.certificate.worker_price.remove("w2");
        }),
        [
            "worker \"w2\" has no price",
            "the certificate does not have one price for each worker"
        ]
    );
    assert_eq!(
        complaints(|a| {
            a.certificate.participant_price.insert("p9".into(), 0);
        }),
        ["the certificate does not have one price for each participant"]
    );
    assert_eq!(
        complaints(|a| {
            a.certificate.worker_price.insert("w2".into(), 7);
        }),
        ["\"w2\" has capacity to spare at a price"]
    );
}

#[test]
fn more_people_than_places_are_refused() {
    let complaints = complaints(|a| {
        let mut pair = a.assigned[0].clone();
        pair.participant = "p1".into();
        pair.value -= 300;
        a.objective += pair.value;
        a.assigned.insert(0, pair);
        a.unassigned.remove(0);
    });
    assert!(
        complaints.contains(&"worker \"w1\" has 2 people and places for 1".into()),
        "{complaints:?}"
    );
}

#[test]
fn an_excluded_worker_named_as_close_is_refused() {
    let mut problem = problem(vec![person("p1")], vec![worker("w1", 0), worker("w2", 1)]);
    problem.participants[0].not = vec!["w2".into()];
    let mut answer = solved(&problem);
    assert_eq!(
        answer.unassigned[0].closest,
        [Close {
            worker: "w1".into(),
            lacks: vec![Lack::Capacity]
        }]
    );
    answer.unassigned[0].closest.push(Close {
        worker: "w2".into(),
        lacks: vec![],
    });
    assert!(check(&problem, &answer).is_err());
}

#[test]
fn enormous_numbers_do_not_overflow_the_checker() {
    let problem = problem(vec![person("p1")], vec![worker("w1", u64::MAX)]);
    let mut answer = solved(&problem);
    answer.assigned[0].value = i64::MAX;
    answer
        .certificate
        .participant_price
        .insert("p1".into(), i64::MAX);
    answer
        .certificate
        .worker_price
        .insert("w1".into(), i64::MAX);
    assert!(check(&problem, &answer).is_err());
}
