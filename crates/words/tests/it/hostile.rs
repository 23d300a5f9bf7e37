//! Whatever comes in, nothing panics.

use super::{words, words_with};
use cairn_words::Language::{Ar, En, Es};
use cairn_words::{
    Language, TimeZone, Words, args, decimal, negotiate, number, percent, time_zone,
};
use proptest::prelude::*;

fn language() -> impl Strategy<Value = Language> {
    prop_oneof![Just(En), Just(Es), Just(Ar)]
}

proptest! {
    #[test]
    fn any_header(header in any::<String>(), available in proptest::collection::vec(language(), 0..4)) {
        let chosen = negotiate(&header, &available);
        prop_assert!(available.contains(&chosen) || available.is_empty() && chosen == En);
    }

    #[test]
    fn any_header_made_of_its_own_parts(header in "([a-z*]{0,3}[-_;=., q0-9]{0,6}){0,20}") {
        negotiate(&header, &Language::all());
    }

    #[test]
    fn any_number(value in any::<f64>(), whole in any::<i64>(), share in -2.0..2.0_f64, decimals in 0..400_usize) {
        for language in Language::all() {
            number(language, value);
            number(language, whole);
            decimal(language, value, decimals);
            percent(language, value);
            let text = percent(language, share);
            prop_assert!(share >= 1.0 || text != percent(language, 1.0));
            prop_assert!(share == 0.0 || text != percent(language, 0.0));
        }
    }

    #[test]
    fn any_file(text in any::<String>()) {
        let _ = Words::load(&[(En, "a.ftl", &text)]);
    }

    #[test]
    fn any_file_that_looks_like_one(lines in proptest::collection::vec("[a-c-]{1,2} = [{}a$\\->\\[\\]*\"0-9.()\n ]{0,40}", 0..8)) {
        if let Ok(words) = Words::load(&[(En, "a.ftl", &lines.join("\n"))]) {
            for key in words.keys(En) {
                words.text(En, &key, &args().set("a", 1));
            }
        }
    }
}

#[test]
fn any_key_and_any_value() {
    let count = "k = { $v } { $v ->\n  [one] one\n  [5] five\n *[other] other\n } { NUMBER($v, minimumFractionDigits: 6) }\n";
    let words = words_with(&[(En, count), (Ar, count)]);
    proptest!(|(key in any::<String>(), value in any::<String>(), real in any::<f64>(), whole in any::<i64>())| {
        for language in Language::all() {
            words.text(language, &key, &args().set(&value, value.as_str()));
            words.text(language, "k", &args().set("v", value.as_str()));
            words.text(language, "k", &args().set("v", real));
            words.text(language, "k", &args().set("v", whole));
            words.language_name(language, &value);
            words.list(language, &[&key, &value, &key]);
            words.list_or(language, &[&key, &value]);
        }
    });
    for awkward in [
        f64::NAN,
        f64::INFINITY,
        f64::MIN_POSITIVE,
        1e-300,
        1e300,
        f64::MAX,
        -0.0,
        0.1 + 0.2,
    ] {
        for language in Language::all() {
            words.text(language, "k", &args().set("v", awkward));
        }
    }
    words.text(
        En,
        "k",
        &args()
            .set("v", i64::MIN)
            .set("v", i64::MAX)
            .set("v", u64::MAX),
    );
}

#[test]
fn any_moment_and_any_zone() {
    let words = words();
    let zones = [
        "UTC",
        "Pacific/Apia",
        "Africa/Casablanca",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Europe/London",
    ];
    let zones: Vec<TimeZone> = zones
        .iter()
        .map(|name| time_zone(name).expect("a known zone"))
        .collect();
    let moment = || {
        prop_oneof![
            any::<i64>(),
            -4_000_000_000_000_000..9_000_000_000_000_000_i64,
            Just(i64::MIN),
            Just(i64::MAX)
        ]
    };
    proptest!(|(at in moment(), now in moment(), zone in 0..6_usize, start in any::<i64>(), end in any::<i64>(), day in any::<u8>())| {
        let zone = &zones[zone];
        for language in Language::all() {
            words.date(language, at, zone);
            words.date_short(language, at, zone);
            words.date_time(language, at, zone);
            words.day_heading(language, at, now, zone);
            words.ago(language, at, now);
            words.relative(language, at, now);
            words.weekday(language, day);
            words.minutes_of_week(language, start, end, Some((zone, now)));
            words.minutes_of_week(language, start, end, None);
        }
    });
    assert_eq!(words.missing(), Vec::<String>::new());
}
