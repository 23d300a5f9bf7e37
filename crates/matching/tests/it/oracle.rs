//! The rule and the certificate a second time, by other means and without the crate's own code,
//! slow and obvious: minutes are counted one by one, distances taken through the Earth.

use cairn_matching::{Assignment, Mode, Participant, Problem, Span, Worker};

pub(crate) fn minutes(a: &[Span], b: &[Span]) -> u64 {
    let mut week = [(false, false); 10080];
    for span in a {
        week[span.start.into()..span.end.into()]
            .iter_mut()
            .for_each(|minute| minute.0 = true);
    }
    for span in b {
        week[span.start.into()..span.end.into()]
            .iter_mut()
            .for_each(|minute| minute.1 = true);
    }
    week.iter()
        .filter(|minute| **minute == (true, true))
        .count() as u64
}

/// Great-circle distance from the straight line between two points on a ball.
fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    let point = |(lat, lon): (f64, f64)| {
        let (lat, lon) = (lat.to_radians(), lon.to_radians());
        [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
    };
    let (a, b) = (point(a), point(b));
    let chord: f64 = a
        .iter()
        .zip(b)
        .map(|(x, y)| (x - y).powi(2))
        .sum::<f64>()
        .sqrt();
    2.0 * 6371.0088 * (chord / 2.0).min(1.0).asin()
}

fn reachable(p: &Participant, w: &Worker) -> bool {
    if p.max_km.is_none() && w.travel_km.is_none() {
        return true;
    }
    match (p.location, w.location) {
        (Some(a), Some(b)) => {
            let km = kilometres((a.lat, a.lon), (b.lat, b.lon));
            km <= p.max_km.unwrap_or(1e9) && km <= w.travel_km.unwrap_or(1e9)
        }
        _ => false,
    }
}

/// The names of the conditions that fail; whether either excludes the other.
pub(crate) fn lacks(problem: &Problem, p: &Participant, w: &Worker) -> (Vec<&'static str>, bool) {
    let mut lacks = Vec::new();
    if !w.roles.contains(&p.role) {
        lacks.push("role");
    }
    if !p.languages.iter().any(|l| w.languages.contains(l)) {
        lacks.push("language");
    }
    let shared: Vec<Mode> = p
        .modes
        .iter()
        .copied()
        .filter(|m| w.modes.contains(m))
        .collect();
    if shared.is_empty() {
        lacks.push("mode");
    } else if shared.iter().all(|m| *m == Mode::InPerson) && !reachable(p, w) {
        lacks.push("reach");
    }
    if minutes(&p.availability, &w.availability) < problem.settings.min_overlap_minutes {
        lacks.push("time");
    }
    if p.wishes
        .iter()
        .any(|wish| wish.must && !w.traits.contains(&wish.trait_name))
    {
        lacks.push("must");
    }
    if p.needs.iter().any(|need| !w.trainings.contains(need)) {
        lacks.push("training");
    }
    if w.capacity == 0 {
        lacks.push("capacity");
    }
    (lacks, p.not.contains(&w.id) || w.not.contains(&p.id))
}

pub(crate) fn score(p: &Participant, w: &Worker) -> u64 {
    let mut score = 0;
    let all: u64 = p.experiences.iter().map(|e| u64::from(e.weight)).sum();
    let known = p
        .experiences
        .iter()
        .filter(|e| w.experiences.contains(&e.code));
    let known: u64 = known.map(|e| u64::from(e.weight)).sum();
    score += (500 * known).checked_div(all).unwrap_or(250);
    let all: u64 = p.wishes.iter().map(|e| u64::from(e.weight)).sum();
    let met = p.wishes.iter().filter(|e| w.traits.contains(&e.trait_name));
    let met: u64 = met.map(|e| u64::from(e.weight)).sum();
    score += (200 * met).checked_div(all).unwrap_or(100);
    score += minutes(&p.availability, &w.availability).min(600) / 6;
    score += if p.sector.is_some() && p.sector == w.sector {
        100
    } else {
        0
    };
    score + u64::from(w.headroom)
}

/// The pair's value if it is possible.
pub(crate) fn value(problem: &Problem, p: &Participant, w: &Worker) -> Option<i64> {
    if lacks(problem, p, w) != (vec![], false) {
        return None;
    }
    let waited = p.waiting_days.min(365);
    let value = 1_000_000 + 100_000 * u64::from(p.priority) + 100 * waited + score(p, w);
    i64::try_from(value).ok()
}

pub(crate) fn values(problem: &Problem) -> Vec<Vec<Option<i64>>> {
    let row = |p| {
        problem
            .workers
            .iter()
            .map(|w| value(problem, p, w))
            .collect()
    };
    problem.participants.iter().map(row).collect()
}

/// The largest sum there is, by trying everything.
pub(crate) fn brute_force(values: &[Vec<Option<i64>>], capacity: &[u64]) -> i64 {
    fn best(values: &[Vec<Option<i64>>], room: &mut [u64]) -> i64 {
        let Some((first, rest)) = values.split_first() else {
            return 0;
        };
        let mut most = best(rest, room);
        for (w, value) in first.iter().enumerate() {
            if let (Some(value), true) = (value, room[w] > 0) {
                room[w] -= 1;
                most = most.max(value + best(rest, room));
                room[w] += 1;
            }
        }
        most
    }
    best(values, &mut capacity.to_vec())
}

/// Holds an answer, as it is written to a file, against the certificate's five conditions.
pub(crate) fn certified(problem: &Problem, answer: &Assignment) {
    let json = serde_json::to_value(answer).expect("an answer can be written");
    let number = |v: &serde_json::Value| v.as_i64().expect("a whole number");
    let price = |kind: &str, id: &str| number(&json["certificate"][kind][id]);
    let mut worker_of = std::collections::HashMap::new();
    let mut load = std::collections::HashMap::<&str, u64>::new();
    let mut sum = 0;
    for pair in json["assigned"].as_array().expect("a list") {
        let (p, w) = (pair["participant"].as_str(), pair["worker"].as_str());
        let (p, w) = (p.expect("text"), w.expect("text"));
        assert!(worker_of.insert(p, w).is_none(), "{p} twice");
        *load.entry(w).or_default() += 1;
        sum += number(&pair["value"]);
    }
    assert_eq!(sum, number(&json["objective"]));
    for (p, row) in problem.participants.iter().zip(values(problem)) {
        let price_of_p = price("participant_price", &p.id);
        let assigned = worker_of.get(p.id.as_str()).copied();
        assert!(
            price_of_p >= 0 && (assigned.is_some() || price_of_p == 0),
            "{}",
            p.id
        );
        for (w, value) in problem.workers.iter().zip(row) {
            let prices = price_of_p + price("worker_price", &w.id);
            match value {
                Some(value) if assigned == Some(w.id.as_str()) => assert_eq!(prices, value),
                Some(value) => assert!(prices >= value, "{} {}", p.id, w.id),
                None => assert_ne!(assigned, Some(w.id.as_str()), "{} not possible", p.id),
            }
        }
    }
    for w in &problem.workers {
        let (load, price) = (
            load.get(w.id.as_str()).copied().unwrap_or(0),
            price("worker_price", &w.id),
        );
        assert!(
            load <= w.capacity && price >= 0 && (price == 0 || load == w.capacity),
            "{}",
            w.id
        );
    }
}
