//! The conditions and parts one by one, with the numbers worked out by hand.

use cairn_matching::{
    Experience, Explanation, Lack, Location, Mode, Parts, Role, Settings, Span, Wish, explain,
    value, within_reach,
};

use crate::world::{person, worker};

const HOUR: Settings = Settings {
    min_overlap_minutes: 60,
};

fn wish(trait_name: &str, weight: u8, must: bool) -> Wish {
    Wish {
        trait_name: trait_name.into(),
        weight,
        must,
    }
}

#[test]
fn a_pair_is_explained_in_parts_and_in_what_is_shared() {
    let (mut p, mut w) = (person("p1"), worker("w1", 1));
    let experience = |code: &str, weight| Experience {
        code: code.into(),
        weight,
    };
    p.experiences = vec![
        experience("voices", 5),
        experience("grief", 3),
        experience("voices", 1),
    ];
    w.experiences = vec!["grief".into(), "prison".into()];
    p.wishes = vec![wish("gender:woman", 2, false), wish("age:25-34", 1, true)];
    w.traits = vec!["age:25-34".into()];
    p.languages = vec!["es".into(), "en".into(), "es".into()];
    w.languages = vec!["en".into(), "es".into()];
    p.modes = vec![Mode::InPerson, Mode::Phone, Mode::Chat];
    w.modes = vec![Mode::Chat, Mode::InPerson];
    p.availability = vec![
        Span { start: 0, end: 90 },
        Span {
            start: 60,
            end: 120,
        },
        Span {
            start: 500,
            end: 600,
        },
    ];
    w.availability = vec![
        Span {
            start: 20,
            end: 110,
        },
        Span {
            start: 550,
            end: 551,
        },
    ];
    p.sector = Some("farming".into());
    w.sector = Some("farming".into());
    w.headroom = 7;
    p.waiting_days = 9;
    let Some(Explanation::Possible {
        value,
        parts,
        shared,
    }) = explain(&HOUR, &p, &w)
    else {
        panic!("the pair is possible");
    };
    // 500 * 3 / 9, 200 * 1 / 3, 100 * (90 + 1) / 600
    assert_eq!(
        parts,
        Parts {
            experience: 166,
            wishes: 66,
            time: 15,
            workplace: 100,
            headroom: 7
        }
    );
    assert_eq!(value, 1_000_000 + 900 + 354);
    assert_eq!(shared.experiences, ["grief"]);
    assert_eq!(shared.languages, ["es", "en"]);
    assert_eq!(shared.modes, [Mode::InPerson, Mode::Chat]);
    assert_eq!(shared.wishes, ["age:25-34"]);
    assert_eq!(shared.overlap_minutes, 91);
}

#[test]
fn a_person_who_named_nothing_gets_the_middle() {
    let Some(Explanation::Possible { parts, .. }) = explain(&HOUR, &person("p1"), &worker("w1", 1))
    else {
        panic!("the pair is possible");
    };
    assert_eq!(
        parts,
        Parts {
            experience: 250,
            wishes: 100,
            time: 20,
            workplace: 0,
            headroom: 50
        }
    );
}

#[test]
fn value_caps_the_wait_at_a_year() {
    let mut p = person("p1");
    p.priority = 2;
    p.waiting_days = 365;
    assert_eq!(value(&p, 1000), 1_237_500);
    p.waiting_days = u64::MAX;
    assert_eq!(value(&p, 1000), 1_237_500);
}

#[test]
fn all_lacks_are_named_in_the_order_of_the_rule() {
    let (mut p, mut w) = (person("p1"), worker("w1", 0));
    w.roles = vec![Role::CarerPeer];
    p.languages = vec!["EN".into()];
    w.modes = vec![Mode::Phone];
    w.availability = vec![Span {
        start: 661,
        end: 10080,
    }];
    p.wishes = vec![wish("gender:woman", 1, true)];
    p.needs = vec!["trauma".into()];
    let mut expected = vec![
        Lack::Role,
        Lack::Language,
        Lack::Mode,
        Lack::Time,
        Lack::Must,
        Lack::Training,
        Lack::Capacity,
    ];
    assert_eq!(
        explain(&HOUR, &p, &w),
        Some(Explanation::Lacks(expected.clone()))
    );
    p.modes = vec![Mode::InPerson];
    w.modes = vec![Mode::InPerson];
    w.travel_km = Some(50.0);
    expected[2] = Lack::Reach;
    assert_eq!(explain(&HOUR, &p, &w), Some(Explanation::Lacks(expected)));
}

#[test]
fn an_exclusion_by_either_side_leaves_nothing_to_say() {
    let (mut p, mut w) = (person("p1"), worker("w1", 0));
    p.not = vec!["w1".into()];
    assert_eq!(explain(&HOUR, &p, &w), None);
    p.not.clear();
    w.not = vec!["p1".into()];
    assert_eq!(explain(&HOUR, &p, &w), None);
}

#[test]
fn exactly_enough_time_is_enough() {
    let (p, mut w) = (person("p1"), worker("w1", 1));
    w.availability = vec![Span {
        start: 660,
        end: 800,
    }];
    assert!(matches!(
        explain(&HOUR, &p, &w),
        Some(Explanation::Possible { .. })
    ));
    w.availability = vec![Span {
        start: 661,
        end: 800,
    }];
    assert_eq!(
        explain(&HOUR, &p, &w),
        Some(Explanation::Lacks(vec![Lack::Time]))
    );
}

#[test]
fn reach_asks_for_places_only_where_somebody_sets_a_limit() {
    let (mut p, mut w) = (person("p1"), worker("w1", 1));
    assert!(within_reach(&p, &w), "no limits, no places");
    w.travel_km = Some(100_000.0);
    assert!(!within_reach(&p, &w), "a limit, no places");
    p.location = Some(Location { lat: 1.0, lon: 1.0 });
    assert!(!within_reach(&p, &w), "a limit, one place");
    w.location = p.location;
    assert!(within_reach(&p, &w));
    p.max_km = Some(0.0);
    assert!(within_reach(&p, &w), "the same place is no distance away");
    w.location = Some(Location {
        lat: 1.0,
        lon: 1.00001,
    });
    assert!(!within_reach(&p, &w));
}

#[test]
fn distance_matters_only_when_in_person_is_the_only_way() {
    let (mut p, mut w) = (person("p1"), worker("w1", 1));
    p.max_km = Some(1.0);
    p.modes = vec![Mode::InPerson, Mode::Chat];
    w.modes = vec![Mode::InPerson, Mode::Chat];
    assert!(matches!(
        explain(&HOUR, &p, &w),
        Some(Explanation::Possible { .. })
    ));
    w.modes = vec![Mode::InPerson, Mode::InPerson];
    assert_eq!(
        explain(&HOUR, &p, &w),
        Some(Explanation::Lacks(vec![Lack::Reach]))
    );
}
