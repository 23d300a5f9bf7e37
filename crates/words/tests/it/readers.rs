//! Numbers, dates, spans, lists and names as each reader sees them.

use super::words;
use cairn_words::Language::{Ar, En, Es};
use cairn_words::{
    Language, Micros, TimeZone, decimal, language_codes, number, percent, time_zone,
};
use std::collections::BTreeSet;

const MINUTE: Micros = 60_000_000;
const HOUR: Micros = 60 * MINUTE;
const DAY: Micros = 24 * HOUR;
/// 3 March 2026, 18:05 UTC, a Tuesday.
const NOW: Micros = 1_772_561_100 * 1_000_000;

#[test]
fn numbers_in_each_form() {
    let cases: [(f64, &str, &str, &str); 9] = [
        (0.0, "0", "0", "٠"),
        (-0.0, "0", "0", "٠"),
        (7.0, "7", "7", "٧"),
        (1234.5, "1,234.5", "1234,5", "١٬٢٣٤٫٥"),
        (12345.6, "12,345.6", "12.345,6", "١٢٬٣٤٥٫٦"),
        (1_000_000.0, "1,000,000", "1.000.000", "١٬٠٠٠٬٠٠٠"),
        (-1.5, "−1.5", "−1,5", "\u{61c}−١٫٥"),
        (-0.0001, "0", "0", "٠"),
        (2.0 / 3.0, "0.667", "0,667", "٠٫٦٦٧"),
    ];
    for (value, en, es, ar) in cases {
        assert_eq!(
            [En, Es, Ar].map(|l| number(l, value)),
            [en, es, ar],
            "{value}"
        );
    }
    assert_eq!(
        [En, Es, Ar].map(|l| number(l, 9999_i64)),
        ["9,999", "9999", "٩٬٩٩٩"]
    );
    assert_eq!(number(En, i64::MIN), "−9,223,372,036,854,775,808");
    assert_eq!(number(En, f64::NAN), "–");
    assert_eq!(number(Es, f64::INFINITY), "–");
    assert_eq!(
        [En, Es, Ar].map(|l| decimal(l, 3.0, 1)),
        ["3.0", "3,0", "٣٫٠"]
    );
}

#[test]
fn per_cent_never_claims_all_or_none_untruly() {
    assert_eq!(
        [En, Es, Ar].map(|l| percent(l, 0.45)),
        ["45%", "45\u{a0}%", "٤٥٪"]
    );
    let cases = [
        (0.0, "0%"),
        (0.00001, "0.1%"),
        (0.004, "0.4%"),
        (0.006, "1%"),
        (0.994, "99%"),
        (0.9951, "99.5%"),
        (0.99999, "99.9%"),
        (1.0, "100%"),
        (1.5, "150%"),
        (-0.001, "−0.1%"),
    ];
    for (share, text) in cases {
        assert_eq!(percent(En, share), text, "{share}");
    }
    assert_eq!(percent(En, f64::NAN), "–");
}

#[test]
fn dates_in_each_form() {
    let (words, utc) = (words(), TimeZone::UTC);
    let all = |f: &dyn Fn(Language) -> String| [En, Es, Ar].map(f);
    assert_eq!(
        all(&|l| words.date(l, NOW, &utc)),
        ["3 March 2026", "3 de marzo de 2026", "٣ مارس ٢٠٢٦"]
    );
    assert_eq!(
        all(&|l| words.date_short(l, NOW, &utc)),
        ["3 Mar 2026", "3 mar 2026", "٣ مارس ٢٠٢٦"]
    );
    assert_eq!(
        all(&|l| words.time(l, NOW, &utc)),
        ["18:05", "18:05", "١٨:٠٥"]
    );
    assert_eq!(
        all(&|l| words.date_time(l, NOW, &utc)),
        [
            "3 March 2026, 18:05",
            "3 de marzo de 2026, 18:05",
            "٣ مارس ٢٠٢٦، ١٨:٠٥"
        ]
    );
    assert_eq!(all(&|l| words.weekday(l, 0)), ["Monday", "lunes", "الاثنين"]);
    assert_eq!(words.weekday(En, 6), "Sunday");
    assert_eq!(words.weekday(En, 7), "Monday");
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn the_zone_decides_the_day() {
    let words = words();
    let zone = |name: &str| time_zone(name).expect("a known zone");
    assert_eq!(
        words.date_time(En, NOW, &zone("Australia/Adelaide")),
        "4 March 2026, 04:35"
    );
    assert_eq!(
        words.date_time(En, NOW, &zone("Asia/Kathmandu")),
        "3 March 2026, 23:50"
    );
    assert_eq!(
        words.date_time(En, NOW, &zone("America/New_York")),
        "3 March 2026, 13:05"
    );
    assert!(time_zone("Mars/Olympus").is_none());
    // Lord Howe moves its clocks by half an hour.
    let (winter, summer) = (NOW + 120 * DAY, NOW);
    assert_eq!(
        words.time(En, winter, &zone("Australia/Lord_Howe")),
        "04:35"
    );
    assert_eq!(
        words.time(En, summer, &zone("Australia/Lord_Howe")),
        "05:05"
    );
}

#[test]
fn a_day_is_headed_by_what_a_reader_would_call_it() {
    let (words, utc) = (words(), TimeZone::UTC);
    let heading = |language, at| words.day_heading(language, at, NOW, &utc);
    assert_eq!(heading(En, NOW - HOUR), "Today");
    assert_eq!(heading(En, NOW - DAY), "Yesterday");
    assert_eq!(heading(En, NOW + DAY), "Tomorrow");
    assert_eq!(heading(En, NOW + 6 * DAY), "Monday 9 March");
    assert_eq!(heading(En, NOW - 365 * DAY), "Monday 3 March 2025");
    assert_eq!(heading(Es, NOW + 6 * DAY), "Lunes 9 de marzo");
    assert_eq!(heading(Es, NOW - DAY), "Ayer");
    assert_eq!(heading(Ar, NOW + 6 * DAY), "الاثنين ٩ مارس");
    // Five minutes to midnight and five past are two days, whatever the hours between.
    let midnight = NOW - 18 * HOUR - 5 * MINUTE;
    assert_eq!(
        words.day_heading(En, midnight - 5 * MINUTE, midnight + 5 * MINUTE, &utc),
        "Yesterday"
    );
}

#[test]
fn how_long_it_has_been() {
    let words = words();
    let cases = [
        (30_000_000, "less than a minute"),
        (MINUTE, "1 minute"),
        (5 * MINUTE + 59_000_000, "5 minutes"),
        (HOUR - 1, "59 minutes"),
        (HOUR, "1 hour"),
        (DAY - 1, "23 hours"),
        (3 * DAY, "3 days"),
        (59 * DAY, "59 days"),
        (61 * DAY, "2 months"),
        (729 * DAY, "23 months"),
        (800 * DAY, "2 years"),
    ];
    for (length, text) in cases {
        assert_eq!(words.ago(En, NOW - length, NOW), text);
        assert_eq!(words.ago(En, NOW + length, NOW), text, "in the future");
    }
    assert_eq!(words.relative(En, NOW - 3 * DAY, NOW), "3 days ago");
    assert_eq!(words.relative(En, NOW + 5 * MINUTE, NOW), "in 5 minutes");
    assert_eq!(words.relative(En, NOW, NOW), "just now");
    assert_eq!(words.relative(Es, NOW - DAY, NOW), "hace 1 día");
    assert_eq!(words.relative(Es, NOW + 2 * HOUR, NOW), "dentro de 2 horas");
}

#[test]
fn arabic_has_six_forms_for_a_count() {
    let words = words();
    let days = |count: i64| words.ago(Ar, NOW - count * DAY, NOW);
    assert_eq!(
        [1, 2, 3, 10, 11, 26].map(days),
        [
            "يوم واحد",
            "يومان",
            "٣ أيام",
            "١٠ أيام",
            "١١ يومًا",
            "٢٦ يومًا"
        ]
    );
    assert_eq!(words.relative(Ar, NOW - 2 * DAY, NOW), "قبل يومين");
    let forms = "k = { $n ->
        [zero] zero
        [one] one
        [two] two
        [few] few
        [many] many
       *[other] other
    } { $n }
";
    let words = super::words_with(&[(Ar, forms)]);
    let form = |n: f64| {
        words
            .text(Ar, "k", &cairn_words::args().set("n", n))
            .replace(['\u{2068}', '\u{2069}'], "")
    };
    let expected = [
        (0.0, "zero ٠"),
        (1.0, "one ١"),
        (2.0, "two ٢"),
        (3.0, "few ٣"),
        (10.0, "few ١٠"),
        (11.0, "many ١١"),
        (99.0, "many ٩٩"),
        (100.0, "other ١٠٠"),
        (101.0, "other ١٠١"),
        (102.0, "other ١٠٢"),
        (103.0, "few ١٠٣"),
        (110.0, "few ١١٠"),
        (111.0, "many ١١١"),
        (1_000.0, "other ١٬٠٠٠"),
        (1_005.0, "few ١٬٠٠٥"),
        (3.5, "other ٣٫٥"),
        (0.5, "other ٠٫٥"),
    ];
    for (value, text) in expected {
        assert_eq!(form(value), text, "{value}");
    }
}

#[test]
fn spans_of_the_week() {
    let words = words();
    let at = |day: i64, hour: i64| day * 1440 + hour * 60;
    let span = |start, end| words.minutes_of_week(En, start, end, None);
    assert_eq!(span(at(1, 18), at(1, 20)), "Tuesday 18:00–20:00");
    assert_eq!(span(at(1, 22), at(2, 2)), "Tuesday 22:00–Wednesday 02:00");
    assert_eq!(span(at(1, 18), at(2, 0)), "Tuesday 18:00–24:00");
    assert_eq!(span(at(6, 0), at(7, 0)), "Sunday, all day");
    assert_eq!(span(0, at(7, 0)), "at any time");
    assert_eq!(
        words.minutes_of_week(Es, at(1, 18), at(1, 20), None),
        "martes 18:00–20:00"
    );
    assert_eq!(
        words.minutes_of_week(Ar, at(1, 18), at(1, 20), None),
        "الثلاثاء ١٨:٠٠–٢٠:٠٠"
    );
}

#[test]
fn spans_of_the_week_move_with_the_zone() {
    let words = words();
    let zone = |name: &str| time_zone(name).expect("a known zone");
    let at = |day: i64, hour: i64| day * 1440 + hour * 60;
    let span = |start, end, name| words.minutes_of_week(En, start, end, Some((&zone(name), NOW)));
    assert_eq!(
        span(at(1, 18), at(1, 20), "America/New_York"),
        "Tuesday 13:00–15:00"
    );
    assert_eq!(
        span(at(0, 2), at(0, 4), "America/New_York"),
        "Sunday 21:00–23:00"
    );
    assert_eq!(
        span(at(6, 20), at(6, 22), "Australia/Adelaide"),
        "Monday 06:30–08:30"
    );
    assert_eq!(
        span(at(0, 17), at(0, 19), "Asia/Kathmandu"),
        "Monday 22:45–Tuesday 00:45"
    );
    // In summer New York is an hour nearer to UTC.
    let new_york = zone("America/New_York");
    let summer = Some((&new_york, NOW + 120 * DAY));
    assert_eq!(
        words.minutes_of_week(En, at(1, 18), at(1, 20), summer),
        "Tuesday 14:00–16:00"
    );
}

#[test]
fn lists_as_one_reads_them() {
    let words = words();
    assert_eq!(words.list(En, &[]), "");
    assert_eq!(words.list(En, &["a"]), "a");
    assert_eq!(words.list(En, &["a", "b"]), "a and b");
    assert_eq!(words.list(En, &["a", "b", "c", "d"]), "a, b, c and d");
    assert_eq!(words.list_or(En, &["a", "b", "c"]), "a, b or c");
    assert_eq!(
        words.list(Es, &["francés", "español", "inglés"]),
        "francés, español e inglés"
    );
    assert_eq!(words.list(Es, &["agua", "hielo"]), "agua y hielo");
    assert_eq!(words.list_or(Es, &["siete", "ocho"]), "siete u ocho");
    let bare = words
        .list(Ar, &["أ", "ب", "ج"])
        .replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(bare, "أ، ب وج");
}

#[test]
fn languages_have_names() {
    let words = words();
    assert_eq!(
        [En, Es, Ar].map(|l| words.language_name(l, "es")),
        ["Spanish", "español", "الإسبانية"]
    );
    assert_eq!(words.language_name(En, "pt-BR"), "Portuguese");
    assert_eq!(words.language_name(En, "EN_au"), "English");
    assert_eq!(
        words.language_name(En, "auslan"),
        "Auslan (Australian Sign Language)"
    );
    assert_eq!(
        words.language_name(En, "asf"),
        "Auslan (Australian Sign Language)"
    );
    assert_eq!(words.language_name(En, "tlh"), "tlh");
    for language in Language::all() {
        let names: BTreeSet<_> = language_codes()
            .iter()
            .map(|code| words.language_name(language, code))
            .collect();
        assert_eq!(
            names.len(),
            language_codes().len(),
            "two languages of one name in {language}"
        );
    }
    assert!(language_codes().len() >= 40);
    for code in [
        "en", "es", "ar", "zh", "vi", "pt", "fr", "pl", "ur", "so", "mi", "it", "el", "hi", "uk",
        "tr", "auslan",
    ] {
        assert!(language_codes().contains(&code), "{code}");
    }
    assert_eq!(words.missing(), Vec::<String>::new());
}
