//! Problems at the edge, each by name.

use cairn_matching::{
    Close, Experience, Lack, Location, Mode, Reason, Role, Span, Wish, distance_km, within_reach,
};

use crate::world::{pairs, person, problem, solved, worker};

#[test]
fn nobody_and_no_worker() {
    let answer = solved(&problem(vec![], vec![]));
    assert_eq!(
        (
            answer.objective,
            answer.assigned.len(),
            answer.unassigned.len()
        ),
        (0, 0, 0)
    );
}

#[test]
fn nobody_waits() {
    let answer = solved(&problem(vec![], vec![worker("w1", 2)]));
    assert_eq!(answer.objective, 0);
    assert_eq!(answer.certificate.worker_price["w1"], 0);
}

#[test]
fn no_worker() {
    let answer = solved(&problem(vec![person("p1"), person("p2")], vec![]));
    assert_eq!(answer.unassigned.len(), 2);
    assert_eq!(answer.unassigned[0].reason, Reason::NoPossibleWorker);
    assert_eq!(answer.unassigned[0].closest, []);
}

#[test]
fn zero_capacity() {
    let answer = solved(&problem(vec![person("p1")], vec![worker("w1", 0)]));
    assert_eq!(answer.unassigned[0].reason, Reason::NoPossibleWorker);
    let close = Close {
        worker: "w1".into(),
        lacks: vec![Lack::Capacity],
    };
    assert_eq!(answer.unassigned[0].closest, [close]);
}

#[test]
fn all_ties() {
    let people: Vec<_> = (0..12).map(|i| person(&format!("p{i}"))).collect();
    let workers: Vec<_> = (0..5).map(|i| worker(&format!("w{i}"), 2)).collect();
    let answer = solved(&problem(people, workers));
    assert_eq!(answer.assigned.len(), 10);
    assert_eq!(answer.objective, 10 * answer.assigned[0].value);
    assert!(
        answer
            .unassigned
            .iter()
            .all(|one| one.reason == Reason::NoCapacityLeft)
    );
    let full = Close {
        worker: "w0".into(),
        lacks: vec![],
    };
    assert!(answer.unassigned.iter().all(|one| one.closest[0] == full));
}

#[test]
fn everything_excluded() {
    let mut problem = problem(
        vec![person("p1"), person("p2")],
        vec![worker("w1", 1), worker("w2", 1)],
    );
    problem.participants[0].not = vec!["w1".into(), "w2".into(), "somebody who left".into()];
    problem.workers[0].not = vec!["p2".into()];
    problem.workers[1].not = vec!["p2".into(), "p2".into()];
    let answer = solved(&problem);
    for one in &answer.unassigned {
        assert_eq!(
            (one.reason, one.closest.len()),
            (Reason::NoPossibleWorker, 0)
        );
    }
}

#[test]
fn more_room_than_there_are_people_on_earth() {
    let answer = solved(&problem(
        vec![person("p1"), person("p2")],
        vec![worker("w1", u64::MAX)],
    ));
    assert_eq!(pairs(&answer), ["p1-w1", "p2-w1"]);
}

#[test]
fn a_pressing_need_takes_the_place_of_somebody_let_in_before() {
    let mut problem = problem(
        ["p1", "p2", "p3"].map(person).into(),
        vec![worker("w1", 1), worker("w2", 1)],
    );
    problem.participants[1].not = vec!["w2".into()];
    problem.participants[2].priority = 2;
    problem.participants[2].not = vec!["w2".into()];
    let answer = solved(&problem);
    assert_eq!(pairs(&answer), ["p1-w2", "p3-w1"]);
}

#[test]
fn serving_one_more_person_goes_before_the_best_fit() {
    let mut problem = problem(
        vec![person("p1"), person("p2")],
        vec![worker("w1", 1), worker("w2", 1)],
    );
    problem.workers[0].headroom = 100;
    problem.workers[1].headroom = 0;
    problem.participants[1].not = vec!["w2".into()];
    assert_eq!(pairs(&solved(&problem)), ["p1-w2", "p2-w1"]);
}

#[test]
fn nobody_shares_time_and_none_is_asked_for() {
    let mut problem = problem(vec![person("p1")], vec![worker("w1", 1)]);
    problem.workers[0].availability = vec![MONDAY_MORNING];
    problem.settings.min_overlap_minutes = 0;
    let answer = solved(&problem);
    assert_eq!(answer.assigned[0].parts.time, 0);
    problem.settings.min_overlap_minutes = 1;
    assert_eq!(solved(&problem).assigned.len(), 0);
}

#[test]
fn more_minutes_are_asked_for_than_a_week_has() {
    let mut problem = problem(vec![person("p1")], vec![worker("w1", 1)]);
    let whole_week = vec![Span {
        start: 0,
        end: 10080,
    }];
    problem.participants[0].availability = whole_week.clone();
    problem.workers[0].availability = whole_week;
    for (needed, served) in [(10080, 1), (10081, 0), (u64::MAX, 0), (1 << 32, 0)] {
        problem.settings.min_overlap_minutes = needed;
        assert_eq!(solved(&problem).assigned.len(), served, "{needed}");
    }
}

#[test]
fn duplicate_codes_in_lists() {
    let mut problem = problem(vec![person("p1")], vec![worker("w1", 2)]);
    let plain = solved(&problem).objective;
    let (p, w) = (&mut problem.participants[0], &mut problem.workers[0]);
    p.languages = ["en", "mi", "en", "en"].map(String::from).into();
    w.languages = ["en", "en"].map(String::from).into();
    p.modes = vec![Mode::Chat, Mode::Chat, Mode::Phone, Mode::Chat];
    w.modes = vec![Mode::Chat, Mode::Chat];
    w.roles = vec![Role::PeerWorker, Role::PeerWorker];
    p.availability = [p.availability[0]; 9].into();
    p.not = ["nobody", "nobody", "p1"].map(String::from).into();
    p.needs = ["aod", "aod"].map(String::from).into();
    w.trainings = ["aod", "aod", "aod"].map(String::from).into();
    assert_eq!(solved(&problem).objective, plain, "nothing counts twice");
    let (p, w) = (&mut problem.participants[0], &mut problem.workers[0]);
    p.experiences = [("voices", 5), ("voices", 5), ("grief", 5)]
        .map(|(code, weight)| Experience {
            code: code.into(),
            weight,
        })
        .into();
    w.experiences = ["voices", "voices"].map(String::from).into();
    let answer = solved(&problem);
    assert_eq!(answer.assigned[0].parts.experience, 333, "but weights do");
    assert_eq!(answer.assigned[0].shared.experiences, ["voices"]);
    assert_eq!(answer.assigned[0].shared.languages, ["en"]);
    assert_eq!(answer.assigned[0].shared.modes, [Mode::Chat]);
}

#[test]
fn thousands_of_spans() {
    let every_second_minute = |first: u16| -> Vec<Span> {
        let starts = (first..10080).step_by(2).rev();
        starts
            .map(|start| Span {
                start,
                end: start + 1,
            })
            .collect()
    };
    let mut problem = problem(
        vec![person("p1"), person("p2")],
        vec![worker("w1", 1), worker("w2", 1)],
    );
    problem.participants[0].availability = every_second_minute(0);
    problem.participants[1].availability = every_second_minute(1);
    problem.workers[0].availability = every_second_minute(1);
    problem.workers[1].availability = [every_second_minute(0), every_second_minute(1)].concat();
    let answer = solved(&problem);
    assert_eq!(pairs(&answer), ["p1-w2", "p2-w1"], "p1 and w1 never meet");
    let minutes = answer.assigned.iter().map(|a| a.shared.overlap_minutes);
    assert_eq!(minutes.collect::<Vec<_>>(), [5040, 5040]);
    // The same span ten thousand times is one span.
    problem.participants[0].availability = vec![problem.participants[0].availability[7]; 10_000];
    problem.settings.min_overlap_minutes = 1;
    let answer = solved(&problem);
    assert_eq!(answer.assigned[0].shared.overlap_minutes, 1);
}

#[test]
fn ids_that_look_alike() {
    let ids = ["a", "A", "a ", "\u{e1}", "a\u{301}", "\u{0}", "1", "01"];
    let people: Vec<_> = ids.map(person).into();
    let mut problem = problem(people, ids.map(|id| worker(id, 1)).into());
    // Everybody wants anybody but the one of the same name.
    for (person, worker) in problem.participants.iter_mut().zip(&mut problem.workers) {
        person.not = vec![worker.id.clone()];
        worker.not = vec![person.id.clone()];
    }
    let answer = solved(&problem);
    assert_eq!(answer.assigned.len(), ids.len());
    assert!(answer.assigned.iter().all(|a| a.participant != a.worker));
}

#[test]
fn the_most_a_pair_can_be_worth_and_the_least() {
    let mut problem = problem(
        vec![person("p1"), person("p2")],
        vec![worker("w1", 1), worker("w2", 1)],
    );
    let (p, w) = (&mut problem.participants[0], &mut problem.workers[0]);
    (p.priority, p.waiting_days) = (2, u64::MAX);
    p.sector = Some(String::new());
    w.sector = Some(String::new());
    w.headroom = 100;
    p.experiences = vec![Experience {
        code: String::new(),
        weight: 5,
    }];
    w.experiences = vec![String::new()];
    let all_day = vec![Span {
        start: 0,
        end: 1440,
    }];
    p.availability = all_day.clone();
    w.availability = all_day.clone();
    let met = Wish {
        trait_name: "x".into(),
        weight: 1,
        must: true,
    };
    p.wishes = vec![met.clone()];
    w.traits = vec!["x".into()];
    let (p, w) = (&mut problem.participants[1], &mut problem.workers[1]);
    p.experiences = vec![Experience {
        code: "nobody's".into(),
        weight: 1,
    }];
    p.wishes = vec![Wish { must: false, ..met }];
    p.availability = vec![Span {
        start: 2000,
        end: 2001,
    }];
    w.availability = vec![Span {
        start: 0,
        end: 2001,
    }];
    w.headroom = 0;
    problem.participants[1].not = vec!["w1".into()];
    problem.settings.min_overlap_minutes = 1;
    let answer = solved(&problem);
    let values: Vec<i64> = answer.assigned.iter().map(|a| a.value).collect();
    assert_eq!(values, [1_237_500, 1_000_000]);
}

const SUNDAY_NIGHT: Span = Span {
    start: 10020,
    end: 10080,
};
const MONDAY_MORNING: Span = Span { start: 0, end: 60 };

#[test]
fn availability_that_touches_midnight_sunday() {
    let mut problem = problem(vec![person("p1")], vec![worker("w1", 1)]);
    problem.participants[0].availability = vec![SUNDAY_NIGHT];
    problem.workers[0].availability = vec![SUNDAY_NIGHT];
    assert_eq!(solved(&problem).assigned[0].shared.overlap_minutes, 60);

    // The end of the week is not the start of it.
    problem.workers[0].availability = vec![MONDAY_MORNING];
    assert_eq!(
        solved(&problem).unassigned[0].closest[0].lacks,
        [Lack::Time]
    );

    // One night in two spans, 30 minutes on either side of midnight, makes the hour.
    problem.participants[0].availability = vec![MONDAY_MORNING, SUNDAY_NIGHT];
    problem.workers[0].availability = vec![
        Span {
            start: 10050,
            end: 10080,
        },
        Span { start: 0, end: 30 },
    ];
    assert_eq!(solved(&problem).assigned[0].shared.overlap_minutes, 60);

    problem.participants[0].availability = vec![Span {
        start: 0,
        end: 10080,
    }];
    problem.workers[0].availability = vec![Span {
        start: 0,
        end: 10080,
    }];
    assert_eq!(solved(&problem).assigned[0].shared.overlap_minutes, 10080);
}

fn at(lat: f64, lon: f64) -> Location {
    Location { lat, lon }
}

fn metres(a: Location, b: Location) -> i64 {
    assert_eq!(
        distance_km(a, b).to_bits(),
        distance_km(b, a).to_bits(),
        "the same both ways"
    );
    (distance_km(a, b) * 1000.0).round() as i64
}

#[test]
fn poles_in_distance() {
    assert_eq!(
        metres(at(90.0, 0.0), at(90.0, 135.0)),
        0,
        "at the pole every longitude is one place"
    );
    assert_eq!(metres(at(-90.0, 10.0), at(-90.0, -170.0)), 0);
    assert_eq!(
        metres(at(90.0, 0.0), at(-90.0, 0.0)),
        20_015_114,
        "half way round"
    );
    assert_eq!(
        metres(at(89.0, 0.0), at(89.0, 180.0)),
        222_390,
        "straight over the pole"
    );
}

#[test]
fn the_date_line_in_distance() {
    assert_eq!(
        metres(at(0.0, 179.5), at(0.0, -179.5)),
        111_195,
        "one degree, not 359"
    );
    assert_eq!(
        metres(at(-17.0, 180.0), at(-17.0, -180.0)),
        0,
        "the same meridian"
    );
    assert_eq!(
        metres(at(0.0, 0.0), at(0.0, 180.0)),
        20_015_114,
        "opposite ends stay a number"
    );
    assert_eq!(metres(at(12.0, 34.0), at(-12.0, -146.0)), 20_015_114);
}

#[test]
fn meeting_in_person_across_the_date_line_and_at_the_pole() {
    let mut problem = problem(vec![person("p1")], vec![worker("w1", 1)]);
    problem.participants[0].modes = vec![Mode::InPerson];
    problem.workers[0].modes = vec![Mode::InPerson, Mode::Video];
    problem.participants[0].max_km = Some(25.0);
    for (from, to) in [
        ((-17.0, 179.9), (-17.0, -179.9)),
        ((90.0, -120.0), (89.9, 60.0)),
    ] {
        problem.participants[0].location = Some(at(from.0, from.1));
        problem.workers[0].location = Some(at(to.0, to.1));
        assert_eq!(pairs(&solved(&problem)), ["p1-w1"]);
        problem.workers[0].travel_km = Some(5.0);
        assert_eq!(
            solved(&problem).unassigned[0].closest[0].lacks,
            [Lack::Reach]
        );
        assert!(!within_reach(&problem.participants[0], &problem.workers[0]));
        problem.workers[0].travel_km = None;
    }
}
