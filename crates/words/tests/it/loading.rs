//! Reading texts, finding faults in them, standing in for what is missing, choosing a language.

use super::{words, words_with};
use cairn_words::Language::{Ar, En, Es};
use cairn_words::{Language, Words, args, negotiate};

fn faults(resources: &[(Language, &str, &str)]) -> Vec<String> {
    let error = Words::load(resources).expect_err("the texts are faulty");
    error.problems.iter().map(ToString::to_string).collect()
}

#[test]
fn the_shipped_texts_say_the_same_in_every_language() {
    let words = words();
    assert!(words.keys(En).len() > 100);
    assert_eq!(words.compare(En, Es), Vec::<String>::new());
    assert_eq!(words.compare(En, Ar), Vec::<String>::new());
}

#[test]
fn faults_are_named_with_their_place() {
    assert_eq!(
        faults(&[(Es, "a.ftl", "one = 1\n\ntwo { = x\n")]),
        ["es/a.ftl:3: cannot be read: Expected a token starting with \"=\""]
    );
    assert_eq!(
        faults(&[
            (En, "a.ftl", "one = 1\ntwo = 2\n"),
            (En, "b.ftl", "# x\ntwo = zwei\n"),
            (Ar, "a.ftl", "two = 2\n")
        ]),
        ["en/b.ftl:2: two is already in a.ftl:2"]
    );
    assert_eq!(
        faults(&[(En, "a.ftl", "one = 1\none = 2\n")]),
        ["en/a.ftl:2: one is already in a.ftl:1"]
    );
    assert_eq!(
        faults(&[(
            En,
            "a.ftl",
            "one = { two }\nthree = { -four }\nfive = { SIX() }\n"
        )]),
        [
            "en/a.ftl:3: five calls SIX, which is not there",
            "en/a.ftl:1: one refers to two, which is not there",
            "en/a.ftl:2: three refers to -four, which is not there"
        ]
    );
    let long = "one = { NUMBER($n, minimumFractionDigits: 99) } { 1.00000000000000000000001 }\n";
    assert_eq!(faults(&[(En, "a.ftl", long)]).len(), 2);
    let both = Words::load(&[(En, "a.ftl", "one = 1\none = 2\n"), (Es, "a.ftl", "x\n")])
        .expect_err("two faults");
    assert_eq!(both.to_string().lines().count(), 2);
}

#[test]
fn gaps_are_filled() {
    let words = words_with(&[
        (
            En,
            "hello = Hello { $name }, you have { $count } { $count ->\n  [one] message\n *[other] messages\n }.\n    .title = For { $name }\n",
        ),
        (
            En,
            "share = { NUMBER($part, style: \"percent\") } of { NUMBER($all, minimumFractionDigits: 1) }\n",
        ),
        (Ar, "hello = أهلًا { $name }: { $count }\n"),
    ]);
    let filled = args().set("name", "Ana").set("count", 1234_usize);
    assert_eq!(
        words.text(En, "hello", &filled),
        "Hello Ana, you have 1,234 messages."
    );
    assert_eq!(
        words.text(En, "hello", &args().set("name", "Ana").set("count", 1)),
        "Hello Ana, you have 1 message."
    );
    assert_eq!(words.text(En, "hello.title", &filled), "For Ana");
    assert_eq!(
        words.text(Ar, "hello", &filled),
        "أهلًا \u{2068}Ana\u{2069}: \u{2068}١٬٢٣٤\u{2069}"
    );
    assert_eq!(
        words.text(En, "share", &args().set("part", 0.25).set("all", 4)),
        "25% of 4.0"
    );
    assert_eq!(words.missing(), Vec::<String>::new());
}

#[test]
fn english_stands_in_and_what_is_missing_shows() {
    let words = words_with(&[
        (En, "staff-only = Caseload.\n"),
        (En, "gap = Dear { $name }\n"),
    ]);
    assert_eq!(
        words.text(Ar, "staff-only", &args()),
        "\u{2066}Caseload.\u{2069}"
    );
    assert_eq!(words.text(Es, "staff-only", &args()), "Caseload.");
    assert_eq!(
        words.fallbacks(),
        [(Es, "staff-only".to_owned()), (Ar, "staff-only".to_owned())]
    );
    assert_eq!(words.missing(), Vec::<String>::new());

    assert_eq!(words.text(Es, "nowhere", &args()), "⟦nowhere⟧");
    assert_eq!(
        words.text(Es, "staff-only.title", &args()),
        "⟦staff-only.title⟧"
    );
    words.text(En, "gap", &args());
    let missing = words.missing();
    assert_eq!(missing.len(), 3, "{missing:?}");
    assert!(
        missing[0].starts_with("gap: ") && missing[0].contains("name"),
        "{missing:?}"
    );
}

#[test]
fn a_text_knows_its_variables() {
    let words = words_with(&[
        (
            En,
            "-term = Cairn { $inside }\na = { $x } { b } { -term(inside: \"y\") }\nb = { $y ->\n [one] { $z }\n *[other] -\n }\n",
        ),
        (Es, "a = { $x }\n"),
        (Es, "c = { $q }\n"),
    ]);
    assert_eq!(
        words.variables(En, "a").into_iter().collect::<Vec<_>>(),
        ["x", "y", "z"]
    );
    assert!(words.has(En, "a") && !words.has(Es, "b") && !words.has(En, "-term"));
    assert_eq!(
        words.compare(En, Es),
        [
            "es lacks b",
            "es has c, which en lacks",
            "es: a does not use $y",
            "es: a does not use $z"
        ]
    );
}

#[test]
fn texts_that_refer_to_themselves_do_no_harm() {
    let words = words_with(&[(En, "a = { b }\nb = { a }\n")]);
    words.text(En, "a", &args());
    assert!(words.variables(En, "a").is_empty());
    assert!(!words.missing().is_empty());
}

#[test]
fn a_browser_says_what_it_likes() {
    let all = Language::all();
    let cases = [
        ("", En),
        ("es", Es),
        ("es-MX,es;q=0.9,en;q=0.8", Es),
        ("fr,de;q=0.9", En),
        ("fr, ar;q=0.3, es;q=0.2", Ar),
        ("en;q=0.1, AR;q=0.2", Ar),
        ("en;q=0.5,es;q=0.5", En),
        ("es;q=0,ar;q=0.1", Ar),
        ("en;q=0,*;q=0.5", Es),
        ("*", En),
        (";;;,,,q=,es;q=banana", En),
        ("es;q=2", En),
        ("es;q=NaN", En),
        (" es ; q=0.7 , en;q=0.6", Es),
    ];
    for (header, language) in cases {
        assert_eq!(negotiate(header, &all), language, "{header}");
    }
    assert_eq!(negotiate("en", &[Ar, Es]), Ar);
    assert_eq!(negotiate("es", &[]), En);
}

#[test]
fn a_language_is_known_by_its_code() {
    for language in Language::all() {
        assert_eq!(Language::from_tag(language.tag()), Some(language));
        assert_eq!(language.to_string(), language.tag());
        assert!(!language.own_name().is_empty());
    }
    assert_eq!(Language::from_tag("ar-EG"), Some(Ar));
    assert_eq!(Language::from_tag("arn"), None);
    assert_eq!(
        Language::all().map(Language::direction),
        ["ltr", "ltr", "rtl"]
    );
}
