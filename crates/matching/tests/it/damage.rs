//! Ways to damage a document.

use serde_json::{Map, Value, json};

use crate::second::chance::Chance;

/// Changes bytes, whatever they mean.
pub(crate) fn bytes(text: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..chance.between(1, 4) {
        if text.is_empty() {
            return;
        }
        let at = chance.index(text.len());
        let to = (at + chance.index(40)).min(text.len());
        let byte = u8::try_from(chance.below(256)).unwrap_or(0);
        match chance.below(8) {
            0 => text[at] = byte,
            1 => text[at] ^= 1 << chance.below(8),
            2 => drop(text.drain(at..to)),
            3 => text.insert(at, byte),
            4 => text.truncate(at),
            5 => {
                let part = text[at..to].to_vec();
                let other = chance.index(text.len());
                text.splice(other..other, part);
            }
            6 => text[at..to].reverse(),
            _ => drop(text.splice(0..0, *b"\xef\xbb\xbf")),
        }
    }
}

/// What may stand where a word stood.
fn hostile(chance: &mut Chance) -> Vec<u8> {
    let deep = |open: &str| open.repeat(20_000).into_bytes();
    match chance.below(12) {
        0 => deep("["),
        1 => deep("{\"a\":"),
        2 => deep("{\"participants\":["),
        3 => "9".repeat(400).into_bytes(),
        4 => format!("0.{}1", "0".repeat(400)).into_bytes(),
        5 => format!("\"{}\"", "x".repeat(5000)).into_bytes(),
        _ => chance.pick(TOKENS).to_vec(),
    }
}

const TOKENS: &[&[u8]] = &[
    b"NaN",
    b"-NaN",
    b"Infinity",
    b"-Infinity",
    b"nan",
    b"1e999",
    b"-1e999",
    b"1e-999",
    b"-0",
    b"-0.0",
    b"0x10",
    b"01",
    b"+1",
    b".5",
    b"5.",
    b"1e",
    b"18446744073709551615",
    b"18446744073709551616",
    b"-9223372036854775809",
    b"9007199254740993",
    b"10080",
    b"10081",
    b"65536",
    b"256",
    b"4294967296",
    b"1.0",
    b"1e2",
    b"-1",
    b"0.5",
    b"null",
    b"true",
    b"false",
    b"nul",
    b"True",
    b"\"\"",
    b"\"\\ud800\"",
    b"\"\\udc00\\ud800\"",
    b"\"\\ud83d\\ude00\"",
    b"\"\\u0000\"",
    b"\"\\x41\"",
    b"\"\x00\"",
    b"\"\x1f\"",
    b"\"\xff\xfe\"",
    b"\"\xc0\x80\"",
    b"\"\xed\xa0\x80\"",
    b"\"\xf0\x9f\x98\x80\"",
    b"\"\xe2\x80\xae\"",
    b"'chat'",
    b"chat",
    b"{}",
    b"[]",
    b"[[]]",
    b"[0,0]",
    b"/* */",
    b"// \n",
    b",",
    b",,",
    b":",
    b"\"",
    b"\\",
    b"\"id\":",
    b"\"not\":[],",
    b"\"id\":\"p0\",",
    b"\"__proto__\":1,",
    b"\xef\xbb\xbf",
    b"\r\n",
    b"\x0b",
    b"\x00",
];

/// Finds where words, numbers and signs stand. A text counts as one, with its quotes.
fn spans(text: &[u8]) -> Vec<(usize, usize)> {
    let (mut spans, mut at) = (Vec::new(), 0);
    while at < text.len() {
        let from = at;
        at += 1;
        match text[from] {
            b'"' => {
                while at < text.len() && text[at] != b'"' {
                    at += if text[at] == b'\\' { 2 } else { 1 };
                }
                at = (at + 1).min(text.len());
            }
            letter if letter.is_ascii_alphanumeric() || letter == b'-' => {
                while at < text.len()
                    && (text[at].is_ascii_alphanumeric() || b".+-".contains(&text[at]))
                {
                    at += 1;
                }
            }
            _ => {}
        }
        spans.push((from, at));
    }
    spans
}

/// Swaps, doubles, drops and replaces whole words.
pub(crate) fn words(text: &mut Vec<u8>, chance: &mut Chance) {
    for _ in 0..chance.between(1, 3) {
        let spans = spans(text);
        if spans.is_empty() {
            return;
        }
        let one = chance.index(spans.len());
        let (from, to) = spans[one];
        let other = spans[chance.index(spans.len())];
        match chance.below(8) {
            0 => drop(text.drain(from..to)),
            1 => {
                let copy = text[from..to].to_vec();
                text.splice(other.0..other.0, copy);
            }
            2 if to <= other.0 => {
                let (first, second) = (text[from..to].to_vec(), text[other.0..other.1].to_vec());
                text.splice(other.0..other.1, first);
                text.splice(from..to, second);
            }
            // A stretch of words again: keys that stand twice, lists that go on.
            3 => {
                let end = spans[(one + chance.index(12)).min(spans.len() - 1)].1;
                let stretch = text[from..end].to_vec();
                text.splice(end..end, stretch);
            }
            4 => drop(text.splice(from..to, text_again(&text[from..to]))),
            _ => drop(text.splice(from..to, hostile(chance))),
        }
    }
}

/// The same text said in another way: its first letter as an escape.
fn text_again(text: &[u8]) -> Vec<u8> {
    match text {
        [b'"', letter, rest @ ..] if letter.is_ascii_alphanumeric() => {
            [format!("\"\\u{letter:04x}").into_bytes(), rest.to_vec()].concat()
        }
        other => [b" ", other, b"\n"].concat(),
    }
}

/// What may stand where any value stood.
fn value(chance: &mut Chance) -> Value {
    let numbers = [
        json!(0),
        json!(1),
        json!(5),
        json!(-1),
        json!(0.5),
        json!(1e300),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(10_080),
        json!(90),
        json!(-180),
        json!(1.0),
        json!(256),
        json!(65_541),
    ];
    let others = [
        json!(null),
        json!(true),
        json!(""),
        json!("chat"),
        json!("carer_peer"),
        json!("p0"),
        json!("w1"),
        json!([]),
        json!({}),
        json!([0, 10_080]),
        json!([[0, 60]]),
        json!({"lat": 90, "lon": 180}),
        json!("\u{0}\u{202e}\u{1f600}"),
        json!({"code": "a", "weight": 1}),
        json!({"trait": "a", "weight": 5, "must": false}),
        json!(["in_person"]),
        json!("cairn-matching/1"),
        json!("cairn-matching/2"),
    ];
    if chance.is(1, 2) {
        numbers[chance.index(numbers.len())].clone()
    } else {
        others[chance.index(others.len())].clone()
    }
}

const KEYS: &[&str] = &[
    "id",
    "not",
    "role",
    "roles",
    "capacity",
    "headroom",
    "priority",
    "waiting_days",
    "max_km",
    "travel_km",
    "sector",
    "location",
    "lat",
    "weight",
    "must",
    "wieght",
    "ID",
    "",
    "\u{0}",
    "settings",
];

/// Changes one thing in the tree, so that what comes out is JSON and mostly nearly right. Walks down by
/// chance; sooner or later to a leaf.
pub(crate) fn structure(tree: &mut Value, chance: &mut Chance) {
    let is_leaf = match tree {
        Value::Object(object) => object.is_empty(),
        Value::Array(list) => list.is_empty(),
        _ => true,
    };
    if is_leaf {
        *tree = value(chance);
        return;
    }
    let ends = chance.is(1, 5);
    match tree {
        Value::Object(object) => {
            let at = chance.index(object.len());
            let key = object.keys().nth(at).cloned().unwrap_or_default();
            match ends {
                true => of_object(object, &key, chance),
                false => structure(object.entry(key).or_insert(Value::Null), chance),
            }
        }
        Value::Array(list) => {
            let at = chance.index(list.len());
            match ends {
                true => of_list(list, at, chance),
                false => structure(&mut list[at], chance),
            }
        }
        _ => {}
    }
}

fn of_object(object: &mut Map<String, Value>, key: &str, chance: &mut Chance) {
    match chance.below(4) {
        0 => drop(object.remove(key)),
        1 => drop(object.insert(chance.pick(KEYS).to_owned(), value(chance))),
        2 => drop(object.insert(key.to_owned(), value(chance))),
        _ => {
            let moved = object.remove(key).unwrap_or(Value::Null);
            object.insert(chance.pick(KEYS).to_owned(), moved);
        }
    }
}

fn of_list(list: &mut Vec<Value>, at: usize, chance: &mut Chance) {
    match chance.below(5) {
        0 => drop(list.remove(at)),
        1 => list.insert(at, list[at].clone()),
        2 => list.push(value(chance)),
        3 => {
            let other = chance.index(list.len());
            list.swap(at, other);
        }
        _ => list.clear(),
    }
}
