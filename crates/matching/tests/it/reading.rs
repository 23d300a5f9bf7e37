//! The reader: strict, says where, and nothing breaks it.

use cairn_matching::{ReadError, read};
use serde_json::{Value, json};

use crate::second::chance::Chance;

/// A valid document with everything in it.
pub(crate) fn whole() -> Value {
    json!({
        "format": "cairn-matching/1",
        "settings": {"min_overlap_minutes": 60},
        "participants": [
            {"id": "p0", "role": "carer_peer", "languages": ["en"], "modes": ["chat"], "availability": [[0, 10080]]},
            {"id": "p1", "role": "peer_worker", "priority": 2, "waiting_days": 12,
             "experiences": [{"code": "voices", "weight": 5}], "languages": ["es", "en"],
             "modes": ["in_person", "chat"], "availability": [[60, 120], [90, 200]],
             "location": {"lat": -33, "lon": 151.5}, "max_km": 20,
             "wishes": [{"trait": "gender:woman", "weight": 1, "must": false}],
             "sector": "farming", "needs": ["trauma"], "not": ["w7"]}],
        "workers": [
            {"id": "w0", "roles": ["recovery_coach"], "languages": ["en"], "modes": ["phone"],
             "availability": [[0, 60]], "capacity": 0},
            {"id": "w1", "roles": ["peer_worker"], "experiences": ["voices"], "languages": ["en"],
             "modes": ["video"], "availability": [[0, 60]], "location": null, "travel_km": null,
             "traits": ["gender:woman"], "sector": null, "trainings": [], "capacity": 3,
             "headroom": 100, "not": []}]
    })
}

fn refusal(text: impl AsRef<[u8]>) -> String {
    read(text).expect_err("this must not be read").to_string()
}

/// What is said when the value at `place` (as a JSON pointer) is `value`.
fn with(place: &str, value: Value) -> String {
    let mut document = whole();
    *document.pointer_mut(place).expect("the place is there") = value;
    refusal(document.to_string())
}

/// What is said when the object at `place` has this key as well.
fn added(place: &str, key: &str, value: Value) -> String {
    let mut document = whole();
    let object = document.pointer_mut(place).and_then(Value::as_object_mut);
    object
        .expect("an object is there")
        .insert(key.into(), value);
    refusal(document.to_string())
}

fn without(place: &str, key: &str) -> String {
    let mut document = whole();
    let object = document.pointer_mut(place).and_then(Value::as_object_mut);
    object
        .expect("an object is there")
        .remove(key)
        .expect("the key is there");
    refusal(document.to_string())
}

#[test]
fn what_is_absent_has_its_default() {
    let problem = read(whole().to_string()).expect("valid");
    let person = &problem.participants[0];
    assert_eq!(
        (person.priority, person.waiting_days, person.max_km),
        (0, 0, None)
    );
    assert!(person.experiences.is_empty() && person.wishes.is_empty() && person.not.is_empty());
    assert_eq!(
        (problem.workers[0].headroom, problem.workers[1].headroom),
        (50, 100)
    );
    assert_eq!(
        problem.participants[1].location.map(|place| place.lat),
        Some(-33.0)
    );
}

#[test]
fn an_unknown_key_is_named_with_its_place() {
    let x = || json!([{"a": 1}]);
    assert_eq!(
        added("", "setings", x()),
        "document: unknown key \"setings\""
    );
    assert_eq!(
        added("/settings", "max", x()),
        "settings: unknown key \"max\""
    );
    assert_eq!(
        added("/participants/1", "capacity", x()),
        "participants[1]: unknown key \"capacity\""
    );
    assert_eq!(
        added("/participants/1/wishes/0", "wieght", x()),
        "participants[1].wishes[0]: unknown key \"wieght\""
    );
    assert_eq!(
        added("/participants/1/location", "alt", x()),
        "participants[1].location: unknown key \"alt\""
    );
    assert_eq!(
        added("/participants/1/experiences/0", "must", x()),
        "participants[1].experiences[0]: unknown key \"must\""
    );
    assert_eq!(
        added("/workers/1", "Headroom", x()),
        "workers[1]: unknown key \"Headroom\""
    );
    let long = "x".repeat(100_000);
    assert_eq!(
        added("", &long, x()),
        format!("document: unknown key \"{}\"...", "x".repeat(60))
    );
}

#[test]
fn a_missing_key_is_named_with_its_place() {
    assert_eq!(
        without("", "settings"),
        "document: key \"settings\" is missing"
    );
    assert_eq!(
        without("/settings", "min_overlap_minutes"),
        "settings: key \"min_overlap_minutes\" is missing"
    );
    for key in ["id", "role", "languages", "modes", "availability"] {
        assert_eq!(
            without("/participants/1", key),
            format!("participants[1]: key \"{key}\" is missing")
        );
    }
    for key in [
        "id",
        "roles",
        "languages",
        "modes",
        "availability",
        "capacity",
    ] {
        assert_eq!(
            without("/workers/0", key),
            format!("workers[0]: key \"{key}\" is missing")
        );
    }
    assert_eq!(
        without("/participants/1/wishes/0", "must"),
        "participants[1].wishes[0]: key \"must\" is missing"
    );
    assert_eq!(
        without("/participants/1/location", "lon"),
        "participants[1].location: key \"lon\" is missing"
    );
}

#[test]
fn a_key_that_stands_twice_is_refused() {
    let text = whole().to_string();
    let twice = text.replacen("\"id\":\"p1\"", "\"id\":\"p1\",\"id\":\"p1\"", 1);
    assert_eq!(
        refusal(twice),
        "participants[1]: key \"id\" stands here twice"
    );
    let twice = text.replacen("\"code\":", "\"code\":\"a\",\"co\\u0064e\":", 1);
    assert_eq!(
        refusal(twice),
        "participants[1].experiences[0]: key \"code\" stands here twice"
    );
    let twice = text.replacen("\"max_km\":20", "\"max_km\":null,\"max_km\":null", 1);
    assert_eq!(
        refusal(twice),
        "participants[1]: key \"max_km\" stands here twice"
    );
}

/// Puts each value at each place, and expects what is said of it after the place.
fn each(cases: &[(&str, &[Value], &str)]) {
    for (place, values, said) in cases {
        for value in *values {
            let refused = with(&format!("/{place}"), value.clone());
            let named = place
                .split('/')
                .fold(String::new(), |named, step| match step {
                    index if index.parse::<usize>().is_ok() => format!("{named}[{index}]"),
                    key if named.is_empty() => key.into(),
                    key => format!("{named}.{key}"),
                });
            assert_eq!(refused, format!("{named}: must be {said}"), "{value}");
        }
    }
}

#[test]
fn a_value_of_another_kind_is_refused() {
    let whole_number = "a whole number, 0 or more";
    each(&[
        ("participants", &[json!({}), json!(null)], "a list"),
        (
            "participants/1",
            &[json!(["p1", "peer_worker"]), json!("p1")],
            "an object",
        ),
        ("participants/1/id", &[json!(7), json!(null)], "text"),
        (
            "participants/1/priority",
            &[json!(null), json!("2")],
            whole_number,
        ),
        (
            "participants/1/waiting_days",
            &[json!(-1), json!(2.0), json!(1e30)],
            whole_number,
        ),
        (
            "participants/1/location/lat",
            &[json!("0"), json!(null)],
            "a number",
        ),
        ("participants/1/sector", &[json!([]), json!(1)], "text"),
        (
            "participants/1/wishes/0/must",
            &[json!(1), json!("yes")],
            "true or false",
        ),
        ("participants/1/languages/1", &[json!(null)], "text"),
        ("workers/1/availability/0", &[json!(60)], "a list"),
        (
            "workers/1/availability/0",
            &[json!([]), json!([1]), json!([1, 2, 3])],
            "a list of two numbers, [start, end]",
        ),
    ]);
    assert_eq!(refusal("[]"), "document: must be an object");
}

#[test]
fn an_unknown_word_is_refused_with_those_there_are() {
    assert_eq!(
        with("/participants/1/role", json!("peer")),
        "participants[1].role: unknown word \"peer\", must be one of peer_worker, recovery_coach, carer_peer"
    );
    assert_eq!(
        with("/workers/1/modes/0", json!("fax")),
        "workers[1].modes[0]: unknown word \"fax\", must be one of chat, phone, video, in_person"
    );
}

#[test]
fn a_value_out_of_range_is_refused() {
    let weights = [json!(0), json!(6), json!(257)];
    let weight = "a whole number from 1 to 5";
    let spans = [
        json!([60, 60]),
        json!([61, 60]),
        json!([0, 10081]),
        json!([0, 75616]),
    ];
    let span = "[start, end] with 0 <= start < end <= 10080";
    let distance = "a distance of 0 or more, or null";
    each(&[
        (
            "format",
            &[json!("cairn-matching/2")],
            "\"cairn-matching/1\"",
        ),
        (
            "participants/1/priority",
            &[json!(3), json!(256), json!(u64::MAX)],
            "a whole number from 0 to 2",
        ),
        ("participants/1/wishes/0/weight", &weights, weight),
        ("participants/1/experiences/0/weight", &weights, weight),
        ("participants/1/availability/1", &spans, span),
        ("workers/1/availability/0", &spans, span),
        (
            "participants/1/location/lat",
            &[json!(90.1), json!(-91)],
            "from -90 to 90",
        ),
        (
            "participants/1/location/lon",
            &[json!(-181), json!(1e300)],
            "from -180 to 180",
        ),
        ("participants/1/max_km", &[json!(-1), json!(-0.5)], distance),
        ("workers/1/travel_km", &[json!(-1)], distance),
        (
            "workers/1/headroom",
            &[json!(101)],
            "a whole number from 0 to 100",
        ),
    ]);
}

#[test]
fn what_must_not_be_empty_or_stand_twice_is_refused() {
    let says = |place: &str, value: Value, said: &str| assert_eq!(with(place, value), said);
    says(
        "/participants/1/id",
        json!(""),
        "participants[1].id: must not be empty",
    );
    says(
        "/workers/0/id",
        json!(""),
        "workers[0].id: must not be empty",
    );
    for key in ["languages", "modes", "availability"] {
        for kind in ["participants", "workers"] {
            let said = format!("{kind}[1].{key}: must not be empty");
            says(&format!("/{kind}/1/{key}"), json!([]), &said);
        }
    }
    says(
        "/workers/1/roles",
        json!([]),
        "workers[1].roles: must not be empty",
    );
    for (kind, id) in [("participants", "p0"), ("workers", "w0")] {
        let said = format!("{kind}[1].id: \"{id}\" is the id of an earlier one");
        says(&format!("/{kind}/1/id"), json!(id), &said);
    }
}

#[test]
fn numbers_made_in_a_program_are_held_to_the_same_ranges() {
    let mut problem = read(whole().to_string()).expect("valid");
    problem.participants[1].max_km = Some(f64::NAN);
    assert!(problem.validate().is_err());
    problem.participants[1].max_km = Some(f64::INFINITY);
    assert!(problem.validate().is_err());
    problem.participants[1].max_km = None;
    problem.participants[1].location = Some(cairn_matching::Location {
        lat: f64::NAN,
        lon: 0.0,
    });
    assert!(problem.validate().is_err());
}

#[test]
fn text_that_is_not_json_is_refused_with_line_and_column() {
    let json = |text: &[u8]| match read(text) {
        Err(ReadError::Json { line, column, .. }) => (line, column),
        other => panic!("{other:?}"),
    };
    assert_eq!(json(b""), (1, 0));
    assert_eq!(json(b"{\n  \"format\": }"), (2, 13));
    json(b"{\"format\": \"\xff\"}");
    json(b"{\"format\": \"\\ud800\"}");
    json(b"\xef\xbb\xbf{}");
    json(format!("{} 1", whole()).as_bytes());
    json(b"{\"settings\": {\"min_overlap_minutes\": 1e999}}");
    assert_eq!(
        refusal("{\n\"format\": tru}"),
        "line 2, column 14: not valid JSON: expected ident"
    );
}

#[test]
fn deep_nesting_does_not_exhaust_the_stack() {
    for open in [
        "[",
        "{\"participants\":",
        "{\"participants\":[{\"wishes\":[{\"trait\":",
        "{\"x\":",
    ] {
        for prefix in [
            "",
            "{\"participants\":[{\"location\":",
            "{\"workers\":[{\"availability\":[[",
        ] {
            refusal(format!("{prefix}{}", open.repeat(200_000)));
        }
    }
}

#[test]
fn any_bytes_at_all_never_break_the_reader() {
    let mut chance = Chance::of(5);
    for length in 0..2000 {
        let bytes: Vec<u8> = (0..length % 60).map(|_| chance.below(256) as u8).collect();
        assert!(read(&bytes).is_err());
    }
}
