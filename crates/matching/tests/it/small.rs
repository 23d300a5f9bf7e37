//! Small problems by chance, with few different words so that pairs meet, tie and compete.

use cairn_matching::{
    Experience, Location, Mode, Participant, Problem, Role, Settings, Span, Wish, Worker,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

/// Runs a property over problems of up to `people` x `workers`, and says how often and from what
/// seed.
pub(crate) fn try_all(
    name: &str,
    cases: u32,
    problems: impl Strategy<Value = Problem>,
    property: impl Fn(&Problem) -> Result<(), TestCaseError>,
) {
    let seed = std::env::var("CAIRN_SEED")
        .ok()
        .and_then(|seed| seed.parse::<u64>().ok())
        .unwrap_or(1);
    let asked = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok());
    let config = ProptestConfig {
        cases: asked.unwrap_or(cases),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    eprintln!("{name}: {} cases, CAIRN_SEED={seed}", config.cases);
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner =
        TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    if let Err(failure) = runner.run(&problems, |problem| property(&problem)) {
        panic!("{name}, CAIRN_SEED={seed}: {failure}");
    }
}

pub(crate) fn problems(people: usize, workers: usize) -> impl Strategy<Value = Problem> {
    let overlap = select(vec![0, 0, 30, 60, 120]);
    (
        overlap,
        vec(participant(), people / 2..=people),
        vec(worker(), workers / 2..=workers),
    )
        .prop_map(|(min_overlap_minutes, mut participants, mut workers)| {
            for (i, person) in participants.iter_mut().enumerate() {
                person.id = format!("p{i}");
            }
            for (i, worker) in workers.iter_mut().enumerate() {
                worker.id = format!("w{i}");
            }
            Problem {
                settings: Settings {
                    min_overlap_minutes,
                },
                ..crate::world::problem(participants, workers)
            }
        })
}

fn words(from: &'static [&'static str], at_least: usize) -> impl Strategy<Value = Vec<String>> {
    subsequence(from, at_least..=from.len())
        .prop_map(|list| list.into_iter().map(String::from).collect())
}

fn week() -> impl Strategy<Value = Vec<Span>> {
    let hour = (0_u16..168, select(vec![30_u16, 60, 240, 1440, 10080]));
    let span = hour.prop_map(|(hour, long)| Span {
        start: hour * 60,
        end: (hour * 60 + long).min(10080),
    });
    // Mostly long spans, so that most pairs share some time.
    vec(
        prop_oneof![
            span,
            Just(Span {
                start: 480,
                end: 6000
            })
        ],
        1..4,
    )
}

fn place() -> impl Strategy<Value = Option<Location>> {
    let places = [
        (-33.9, 151.2),
        (-33.8, 151.0),
        (0.0, 179.9),
        (0.0, -179.9),
        (90.0, 0.0),
        (89.9, 180.0),
    ];
    option::weighted(
        0.8,
        select(places.to_vec()).prop_map(|(lat, lon)| Location { lat, lon }),
    )
}

fn languages() -> impl Strategy<Value = Vec<String>> {
    prop_oneof![1 => words(&["en", "es"], 1), 3 => Just(vec![String::from("en")])]
}

const CODES: &[&str] = &["grief", "voices", "trauma"];
const TRAITS: &[&str] = &["gender:woman", "age:25-34"];
const SECTORS: &[&str] = &["health", "farming"];
const KM: &[f64] = &[5.0, 30.0, 5000.0];
const MODES: &[Mode] = &[Mode::Chat, Mode::Phone, Mode::InPerson, Mode::InPerson];
const ROLES: &[Role] = &[
    Role::PeerWorker,
    Role::PeerWorker,
    Role::PeerWorker,
    Role::CarerPeer,
];

fn participant() -> impl Strategy<Value = Participant> {
    let asks = (
        select(ROLES),
        0_u8..=2,
        select(vec![0_u64, 30, 365, 366, u64::MAX]),
    );
    let experience = (select(CODES), 1_u8..=5);
    let experience = experience.prop_map(|(code, weight)| Experience {
        code: code.into(),
        weight,
    });
    let wish = (select(TRAITS), 1_u8..=5, prop::bool::weighted(0.2));
    let wish = wish.prop_map(|(name, weight, must)| Wish {
        trait_name: name.into(),
        weight,
        must,
    });
    let likes = (
        vec(experience, 0..4),
        vec(wish, 0..3),
        option::of(select(SECTORS)),
    );
    let means = (
        languages(),
        subsequence(MODES, 2..=4),
        week(),
        place(),
        option::of(select(KM)),
    );
    let limits = (
        select(vec![vec![], vec![], vec!["trauma"]]),
        select(vec![vec![], vec![], vec!["w0"], vec!["w1"]]),
    );
    (asks, likes, means, limits).prop_map(|(asks, likes, means, limits)| Participant {
        id: String::new(),
        role: asks.0,
        priority: asks.1,
        waiting_days: asks.2,
        experiences: likes.0,
        wishes: likes.1,
        sector: likes.2.map(String::from),
        languages: means.0,
        modes: means.1,
        availability: means.2,
        location: means.3,
        max_km: means.4,
        needs: limits.0.into_iter().map(String::from).collect(),
        not: limits.1.into_iter().map(String::from).collect(),
    })
}

fn worker() -> impl Strategy<Value = Worker> {
    let offers = (
        subsequence(ROLES, 2..=4),
        0_u64..=2,
        select(vec![0_u8, 50, 50, 100]),
    );
    let is = (
        words(CODES, 0),
        words(TRAITS, 0),
        words(&["trauma", "aod"], 0),
        option::of(select(SECTORS)),
    );
    let means = (
        languages(),
        subsequence(MODES, 2..=4),
        week(),
        place(),
        option::of(select(KM)),
    );
    let not = select(vec![vec![], vec![], vec!["p0"], vec!["p1"]]);
    (offers, is, means, not).prop_map(|(offers, is, means, not)| Worker {
        id: String::new(),
        roles: offers.0,
        capacity: offers.1,
        headroom: offers.2,
        experiences: is.0,
        traits: is.1,
        trainings: is.2,
        sector: is.3.map(String::from),
        languages: means.0,
        modes: means.1,
        availability: means.2,
        location: means.3,
        travel_km: means.4,
        not: not.into_iter().map(String::from).collect(),
    })
}
