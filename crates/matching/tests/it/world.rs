//! Short ways to say who is there. Everybody fits everybody unless a test says otherwise.

use cairn_matching::{
    Assignment, FORMAT, Mode, Participant, Problem, Role, Settings, Span, Worker, check, solve,
};

use crate::{flow, oracle, second};

pub(crate) fn problem(participants: Vec<Participant>, workers: Vec<Worker>) -> Problem {
    let settings = Settings {
        min_overlap_minutes: 60,
    };
    Problem {
        format: FORMAT.into(),
        settings,
        participants,
        workers,
    }
}

pub(crate) fn person(id: &str) -> Participant {
    Participant {
        id: id.into(),
        role: Role::PeerWorker,
        priority: 0,
        waiting_days: 0,
        experiences: vec![],
        languages: vec!["en".into()],
        modes: vec![Mode::Chat],
        availability: vec![Span {
            start: 600,
            end: 720,
        }],
        location: None,
        max_km: None,
        wishes: vec![],
        sector: None,
        needs: vec![],
        not: vec![],
    }
}

pub(crate) fn worker(id: &str, capacity: u64) -> Worker {
    Worker {
        id: id.into(),
        roles: vec![Role::PeerWorker],
        experiences: vec![],
        languages: vec!["en".into()],
        modes: vec![Mode::Chat],
        availability: vec![Span {
            start: 600,
            end: 720,
        }],
        location: None,
        travel_km: None,
        traits: vec![],
        sector: None,
        trainings: vec![],
        capacity,
        headroom: 50,
        not: vec![],
    }
}

/// Solves, and lets nothing pass that the checkers do not all accept or that a plain flow betters.
pub(crate) fn solved(problem: &Problem) -> Assignment {
    problem.validate().expect("the test's own problem is valid");
    let answer = solve(problem);
    assert_eq!(check(problem, &answer), Ok(()));
    second::accepted(problem, &answer);
    let pairs = problem.participants.len() * problem.workers.len();
    if pairs <= 1000 {
        oracle::certified(problem, &answer);
    }
    if pairs <= 100_000 {
        let capacity: Vec<u64> = problem.workers.iter().map(|w| w.capacity).collect();
        let most = flow::most(&second::values(problem), &capacity);
        assert_eq!(answer.objective, most, "a plain flow finds another sum");
    }
    assert_eq!(
        answer,
        solve(problem),
        "the same problem gives the same answer"
    );
    answer
}

/// Who is with whom, as `p1-w1`.
pub(crate) fn pairs(answer: &Assignment) -> Vec<String> {
    answer
        .assigned
        .iter()
        .map(|pair| format!("{}-{}", pair.participant, pair.worker))
        .collect()
}
