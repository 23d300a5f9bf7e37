//! Problems at the edge with hundreds of people, more than any list of first candidates holds.

use cairn_matching::{Experience, Location, Mode, Participant, Reason, Span, Wish, Worker};

use crate::second::{self, chance::Chance};
use crate::world::{pairs, person, problem, solved, worker};

fn people(count: usize) -> Vec<Participant> {
    (0..count).map(|i| person(&format!("p{i}"))).collect()
}

fn workers(count: usize, capacity: u64) -> Vec<Worker> {
    (0..count)
        .map(|i| worker(&format!("w{i}"), capacity))
        .collect()
}

fn experience(code: &str, weight: u8) -> Experience {
    Experience {
        code: code.into(),
        weight,
    }
}

#[test]
fn all_ties_in_hundreds() {
    let answer = solved(&problem(people(400), workers(120, 2)));
    assert_eq!(answer.assigned.len(), 240);
    assert_eq!(answer.objective, 240 * answer.assigned[0].value);
    let full = |one: &cairn_matching::Unassigned| one.reason == Reason::NoCapacityLeft;
    assert!(answer.unassigned.iter().all(full));
    let closest = answer.unassigned[0].closest.iter();
    let closest: Vec<_> = closest.map(|close| close.worker.as_str()).collect();
    assert_eq!(closest, ["w0", "w1", "w10"], "equals by their ids");
}

#[test]
fn all_ties_with_room_for_everybody() {
    let answer = solved(&problem(people(200), workers(60, 50)));
    assert_eq!(answer.assigned.len(), 200);
    let prices = answer.certificate.worker_price.values();
    assert!(prices.into_iter().all(|price| *price == 0));
}

#[test]
fn one_worker_wanted_by_all() {
    let (mut people, mut workers) = (people(300), workers(50, 6));
    for (i, person) in people.iter_mut().enumerate() {
        person.experiences = vec![experience("voices", 5)];
        person.waiting_days = i as u64 % 7;
    }
    workers[31].experiences = vec!["voices".into()];
    workers[31].capacity = 1;
    let answer = solved(&problem(people, workers));
    assert_eq!(answer.assigned.len(), 295, "all places are taken");
    let best = answer.assigned.iter().filter(|a| a.parts.experience == 500);
    assert_eq!(best.count(), 1);
    assert!(answer.certificate.worker_price["w31"] >= 500);
}

#[test]
fn one_worker_is_all_there_is() {
    let mut people = people(300);
    people[299].priority = 2;
    people[0].waiting_days = 9;
    let answer = solved(&problem(people, workers(1, 2)));
    assert_eq!(pairs(&answer), ["p0-w0", "p299-w0"]);
}

#[test]
fn nobody_fits_anybody_in_hundreds() {
    let mut people = people(200);
    for person in &mut people {
        person.languages = vec!["mi".into()];
    }
    let answer = solved(&problem(people, workers(80, 3)));
    assert_eq!((answer.objective, answer.unassigned.len()), (0, 200));
    let prices = answer.certificate.participant_price.values();
    let prices = prices.chain(answer.certificate.worker_price.values());
    assert!(prices.into_iter().all(|price| *price == 0));
}

#[test]
fn everything_excluded_but_one_pair_each() {
    let (mut people, workers) = (people(60), workers(60, 1));
    for (i, person) in people.iter_mut().enumerate() {
        let others = (0..60).filter(|other| *other != 59 - i);
        person.not = others.map(|other| format!("w{other}")).collect();
    }
    let answer = solved(&problem(people, workers));
    assert_eq!(answer.assigned.len(), 60);
    assert_eq!(
        (pairs(&answer)[0].as_str(), answer.unassigned.len()),
        ("p0-w59", 0)
    );
}

/// Each can go to two workers next to each other, and likes the first; the last can only have the first
/// worker of all. So everybody moves up by one.
#[test]
fn a_chain_of_hundreds_moves_up_by_one() {
    let (mut people, mut workers) = (people(300), workers(300, 1));
    for (i, person) in people.iter_mut().enumerate() {
        person.languages = match i {
            299 => vec!["first0".into()],
            _ => vec![format!("first{i}"), format!("second{i}")],
        };
    }
    for (i, worker) in workers.iter_mut().enumerate() {
        worker.languages = match i {
            0 => vec!["first0".into()],
            _ => vec![format!("first{i}"), format!("second{}", i - 1)],
        };
        // An earlier worker is the better one for everybody.
        worker.headroom = 100 - (i / 3) as u8;
    }
    let answer = solved(&problem(people, workers));
    assert_eq!(answer.unassigned.len(), 0);
    let pairs = pairs(&answer);
    assert_eq!(
        (pairs[0].as_str(), pairs[299].as_str()),
        ("p0-w1", "p299-w0")
    );
}

/// The better a worker is for all, the fewer there are of them; values differ by a hair.
#[test]
fn values_a_point_apart() {
    let (mut people, mut workers) = (people(250), workers(70, 3));
    for (i, person) in people.iter_mut().enumerate() {
        person.waiting_days = 360 + i as u64 % 9;
    }
    for (i, worker) in workers.iter_mut().enumerate() {
        worker.headroom = 50 + (i % 4) as u8;
    }
    solved(&problem(people, workers));
}

#[test]
fn places_for_all_the_earth_with_every_worker() {
    let mut problem = problem(people(150), workers(40, u64::MAX));
    for (i, worker) in problem.workers.iter_mut().enumerate() {
        worker.headroom = (i % 5) as u8;
    }
    let answer = solved(&problem);
    assert!(answer.assigned.iter().all(|a| a.parts.headroom == 4));
}

/// More different words than any number of bits that was thought to be enough.
#[test]
fn a_thousand_different_words_of_each_kind() {
    let (mut people, mut workers) = (people(100), workers(40, 2));
    for (i, person) in people.iter_mut().enumerate() {
        person.languages = (0..10).map(|n| format!("language{}", i * 10 + n)).collect();
        person.languages.push(format!("common{}", i % 7));
        person.needs = vec![format!("training{}", i % 20)];
        person.experiences = (0..10)
            .map(|n| experience(&format!("code{}", i * 10 + n), 1 + n as u8 % 5))
            .collect();
        let wish = |n: usize| Wish {
            trait_name: format!("trait{}", i * 10 + n),
            weight: 3,
            must: false,
        };
        person.wishes = (0..10).map(wish).collect();
        person.sector = Some(format!("sector{}", i % 90));
    }
    for (i, worker) in workers.iter_mut().enumerate() {
        let words = |kind: &str| {
            (0..200)
                .map(|n| format!("{kind}{}", (n * 5 + i) % 1000))
                .collect()
        };
        worker.languages = vec![format!("language{}", i * 25), format!("common{}", i % 7)];
        worker.experiences = words("code");
        worker.traits = words("trait");
        worker.trainings = (0..15)
            .map(|n| format!("training{}", (n + i) % 20))
            .collect();
        worker.sector = Some(format!("sector{}", i * 2));
    }
    let answer = solved(&problem(people, workers));
    assert!(answer.assigned.len() > 40, "{}", answer.assigned.len());
    assert!(
        answer
            .assigned
            .iter()
            .any(|a| a.parts.experience > 0 && a.parts.wishes > 0)
    );
}

/// Meeting in person only, near both poles and on both sides of the date line.
#[test]
fn reach_at_the_edges_of_the_map() {
    let mut chance = Chance::of(7);
    let (mut people, mut workers) = (people(150), workers(60, 2));
    let place = |chance: &mut Chance| {
        let small = chance.below(2000) as f64 / 1000.0;
        let any = chance.below(360_001) as f64 / 1000.0 - 180.0;
        let side = chance.pick(&[-1.0, 1.0]);
        let (lat, lon) = chance.pick(&[
            (90.0, any),
            (-90.0, any),
            (90.0 - small, any),
            (small - 90.0, any),
            (small, 180.0 - small / 2.0),
            (-small, small / 2.0 - 180.0),
            (small, 180.0 * side),
            (0.0, 0.0),
        ]);
        Some(Location { lat, lon })
    };
    for person in &mut people {
        person.modes = vec![Mode::InPerson];
        person.location = if chance.is(1, 10) {
            None
        } else {
            place(&mut chance)
        };
        person.max_km = chance.pick(&[
            None,
            Some(0.0),
            Some(60.0),
            Some(250.0),
            Some(19_900.0),
            Some(1e300),
        ]);
    }
    for worker in &mut workers {
        worker.modes = vec![Mode::InPerson, Mode::Video];
        worker.location = if chance.is(1, 10) {
            None
        } else {
            place(&mut chance)
        };
        worker.travel_km = chance.pick(&[None, Some(120.0), Some(20_016.0)]);
    }
    let answer = solved(&problem(people, workers));
    assert!(answer.assigned.len() > 75, "{}", answer.assigned.len());
    assert!(!answer.unassigned.is_empty());
}

/// Everybody's minutes lie against each other's: an hour shared exactly, a minute too few, or none.
#[test]
fn weeks_that_meet_by_a_minute() {
    let mut chance = Chance::of(3);
    let (mut people, mut workers) = (people(120), workers(50, 2));
    let week = |chance: &mut Chance, offset: u16| -> Vec<Span> {
        (0..chance.between(1, 3))
            .map(|_| {
                let hour = u16::try_from(chance.below(84)).unwrap_or(0) * 120;
                let start = (hour + offset).min(10_020);
                let length = u16::try_from(chance.between(59, 61)).unwrap_or(60);
                Span {
                    start,
                    end: (start + length).min(10_080),
                }
            })
            .chain([
                Span {
                    start: 10_050,
                    end: 10_080,
                },
                Span {
                    start: offset,
                    end: 30,
                },
            ])
            .collect()
    };
    for person in &mut people {
        person.availability = week(&mut chance, 0);
    }
    for worker in &mut workers {
        let offset = chance.pick(&[0, 0, 1]);
        worker.availability = week(&mut chance, offset);
    }
    let problem = problem(people, workers);
    let answer = solved(&problem);
    let minutes = answer.assigned.iter().map(|a| a.shared.overlap_minutes);
    let minutes: Vec<u32> = minutes.collect();
    assert!(minutes.contains(&60), "{minutes:?}");
    let possible = second::accepted(&problem, &answer);
    assert!((2000..5900).contains(&possible), "{possible} of 6000");
}
