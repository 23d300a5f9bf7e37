//! Problems of any size from a seed, like those a region might have.

use cairn_matching::{Experience, Location, Mode, Participant, Problem, Role, Span, Wish, Worker};

/// SplitMix64: enough chance for test data, and the same everywhere.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: u64) -> u64 {
        self.next() % n.max(1)
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[usize::try_from(self.below(from.len() as u64)).expect("a list's length fits")]
    }

    fn some<T: Copy + PartialEq>(&mut self, from: &[T], least: u64, more: u64) -> Vec<T> {
        let mut list = Vec::new();
        for _ in 0..least + self.below(more + 1) {
            let one = self.pick(from);
            if !list.contains(&one) {
                list.push(one);
            }
        }
        list
    }

    fn words(&mut self, from: &[&str], least: u64, more: u64) -> Vec<String> {
        self.some(from, least, more)
            .into_iter()
            .map(String::from)
            .collect()
    }

    fn week(&mut self, least: u64, more: u64) -> Vec<Span> {
        let count = least + self.below(more + 1);
        let span = |chance: &mut Chance| {
            let start = chance.pick(&[0_u16, 1, 2, 3, 4, 5, 6]) * 1440
                + chance.pick(&[540, 600, 810, 1020, 1200]);
            Span {
                start,
                end: start + chance.pick(&[60, 90, 120, 240]),
            }
        };
        (0..count).map(|_| span(self)).collect()
    }

    fn place(&mut self) -> Option<Location> {
        let (lat, lon) = self.pick(&[(-33.8, 151.1), (-37.8, 144.9), (-31.9, 115.8)]);
        let mut near = |centre: f64| centre + self.below(4000) as f64 / 10_000.0;
        let location = Location {
            lat: near(lat),
            lon: near(lon),
        };
        (!self.one_in(6)).then_some(location)
    }
}

const CODES: &[&str] = &[
    "anxiety", "grief", "voices", "trauma", "prison", "autism", "racism", "gambling", "ocd",
];
const LANGUAGES: &[&str] = &["en", "en", "en", "en", "es", "ar", "vi"];
const TRAITS: &[&str] = &[
    "gender:woman",
    "gender:man",
    "age:25-34",
    "age:45-54",
    "culture:maori",
    "parent:yes",
];
const MODES: &[Mode] = &[Mode::Chat, Mode::Phone, Mode::Video, Mode::InPerson];
const ROLES: &[Role] = &[
    Role::PeerWorker,
    Role::PeerWorker,
    Role::PeerWorker,
    Role::RecoveryCoach,
    Role::CarerPeer,
];
const SECTORS: &[&str] = &["health", "education", "farming"];
const TRAININGS: &[&str] = &["trauma", "family", "aod"];

/// A problem with about `places` places in all.
pub(crate) fn generate(people: u64, workers: u64, places: u64, seed: u64) -> Problem {
    let mut chance = Chance(seed);
    let participants = (0..people)
        .map(|i| participant(&mut chance, i, workers))
        .collect();
    let workers = (0..workers)
        .map(|i| worker(&mut chance, i, people, 2 * places / workers))
        .collect();
    crate::world::problem(participants, workers)
}

fn participant(chance: &mut Chance, i: u64, workers: u64) -> Participant {
    let experiences = chance.words(CODES, 0, 4).into_iter();
    let experiences = experiences
        .map(|code| Experience {
            code,
            weight: chance.pick(&[1, 2, 3, 4, 5]),
        })
        .collect();
    let wishes = chance.words(TRAITS, 0, 2).into_iter();
    let wishes = wishes
        .map(|trait_name| Wish {
            trait_name,
            weight: chance.pick(&[1, 3, 5]),
            must: chance.one_in(8),
        })
        .collect();
    Participant {
        id: format!("p{i}"),
        role: chance.pick(ROLES),
        wishes,
        priority: chance.pick(&[0, 0, 0, 0, 1, 2]),
        waiting_days: chance.below(400),
        experiences,
        languages: chance.words(LANGUAGES, 1, 1),
        modes: chance.some(MODES, 1, 3),
        availability: chance.week(2, 6),
        location: chance.place(),
        max_km: chance.pick(&[None, Some(5.0), Some(25.0), Some(50.0)]),
        sector: chance.one_in(2).then(|| chance.pick(SECTORS).into()),
        needs: if chance.one_in(7) {
            chance.words(TRAININGS, 1, 0)
        } else {
            vec![]
        },
        not: if chance.one_in(4) {
            vec![format!("w{}", chance.below(workers))]
        } else {
            vec![]
        },
    }
}

fn worker(chance: &mut Chance, i: u64, people: u64, most: u64) -> Worker {
    Worker {
        id: format!("w{i}"),
        roles: chance.some(ROLES, 1, 1),
        experiences: chance.words(CODES, 2, 5),
        languages: chance.words(LANGUAGES, 1, 2),
        modes: chance.some(MODES, 2, 3),
        availability: chance.week(4, 10),
        location: chance.place(),
        travel_km: chance.pick(&[None, Some(10.0), Some(25.0), Some(50.0)]),
        traits: chance.words(TRAITS, 1, 4),
        sector: chance.one_in(2).then(|| chance.pick(SECTORS).into()),
        trainings: chance.words(TRAININGS, 0, 3),
        capacity: chance.below(most + 1),
        headroom: chance.pick(&[0, 20, 50, 80, 100]),
        not: if chance.one_in(4) {
            vec![format!("p{}", chance.below(people))]
        } else {
            vec![]
        },
    }
}
