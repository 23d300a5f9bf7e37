//! A solved problem that people join and leave: after every step as good as solved anew.

use cairn_matching::{Live, Problem, check, solve};
use proptest::prelude::*;

use crate::second::region;

#[derive(Clone, Debug)]
enum Change {
    Arrive(usize),
    Withdraw(usize),
    Capacity(usize, u64),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0..1000_usize).prop_map(Change::Arrive),
        (0..1000_usize).prop_map(Change::Withdraw),
        (0..1000_usize, 0..5_u64).prop_map(|(w, c)| Change::Capacity(w, c)),
    ]
}

/// Does one step; `spare` are people who are not in.
fn step(live: &mut Live, spare: &mut Vec<cairn_matching::Participant>, change: &Change) {
    match change {
        Change::Arrive(n) if !spare.is_empty() => {
            let person = spare.remove(n % spare.len());
            live.arrive(person).expect("valid and new");
        }
        Change::Withdraw(n) if !live.problem().participants.is_empty() => {
            let people = &live.problem().participants;
            let person = people[n % people.len()].clone();
            assert!(live.withdraw(&person.id));
            spare.push(person);
        }
        Change::Capacity(n, capacity) if !live.problem().workers.is_empty() => {
            let workers = &live.problem().workers;
            let id = workers[n % workers.len()].id.clone();
            assert!(live.set_capacity(&id, *capacity));
        }
        _ => {}
    }
}

fn holds(live: &Live) {
    let answer = live.assignment();
    let anew = solve(live.problem());
    assert_eq!(answer.objective, anew.objective);
    assert_eq!(check(live.problem(), &answer), Ok(()));
    assert_eq!(live.prove().better, 0);
}

fn start(mut whole: Problem) -> (Live, Vec<cairn_matching::Participant>) {
    let spare = whole.participants.split_off(whole.participants.len() / 2);
    (Live::new(whole), spare)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn every_step_leaves_the_maximum(
        seed in 0..10_000_u64,
        tight in any::<bool>(),
        changes in prop::collection::vec(change(), 1..25),
    ) {
        let (mut live, mut spare) = start(region(40, 8, seed, tight));
        holds(&live);
        for change in &changes {
            step(&mut live, &mut spare, change);
            holds(&live);
        }
    }
}

#[test]
fn the_same_steps_lead_to_the_same_answer() {
    let steps: Vec<Change> = (0..60_usize)
        .map(|n| match n % 3 {
            0 => Change::Arrive(n * 7),
            1 => Change::Withdraw(n * 13),
            _ => Change::Capacity(n * 5, (n % 4) as u64),
        })
        .collect();
    let run = || {
        let (mut live, mut spare) = start(region(120, 20, 3, true));
        for change in &steps {
            step(&mut live, &mut spare, change);
        }
        live.assignment()
    };
    assert_eq!(run(), run());
}

#[test]
fn who_is_not_there_changes_nothing() {
    let (mut live, mut spare) = start(region(20, 4, 1, false));
    let before = live.assignment();
    assert!(!live.withdraw("nobody") && !live.set_capacity("nobody", 3));
    let taken = live.problem().participants[0].clone();
    assert!(live.arrive(taken).is_err());
    let mut wrong = spare.pop().expect("somebody");
    wrong.languages.clear();
    assert!(live.arrive(wrong).is_err());
    assert_eq!(live.assignment(), before);
}
