//! The second program's checker refuses whatever has been tampered with, in every number and word.

use cairn_matching::solve;
use serde_json::{Value, json};

use crate::second::{check, region};

/// A region with somebody left out for want of room, and somebody whom nobody fits.
fn crowded() -> (Value, Value) {
    let mut problem = region(16, 6, 4, true);
    for worker in &mut problem.workers {
        worker.capacity = worker.capacity.min(1);
    }
    let answer = serde_json::to_value(solve(&problem)).expect("an answer can be written");
    let reasons: Vec<&str> = answer["unassigned"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["reason"].as_str())
        .collect();
    for reason in ["no_capacity_left", "no_possible_worker"] {
        assert!(reasons.contains(&reason), "{reasons:?}");
    }
    let problem = serde_json::to_value(problem).expect("a problem can be written");
    (problem, answer)
}

/// Everything in the answer that is no list or object, by its JSON pointer.
fn leaves(value: &Value, at: &str, found: &mut Vec<String>) {
    let below = |key: &str| format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"));
    match value {
        Value::Object(object) => {
            for (key, inside) in object {
                leaves(inside, &below(key), found);
            }
        }
        Value::Array(list) => {
            for (index, inside) in list.iter().enumerate() {
                leaves(inside, &below(&index.to_string()), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

fn refused(problem: &Value, answer: &Value) -> bool {
    !check(problem, answer, 1).wrong.is_empty()
}

#[test]
fn every_number_and_word_that_is_changed_is_noticed() {
    let (problem, answer) = crowded();
    assert!(!refused(&problem, &answer));
    let places = |id: &str| {
        let workers = problem["workers"].as_array().expect("a list").iter();
        let capacity = workers.filter(|w| w["id"] == id).map(|w| &w["capacity"]);
        capacity.map(|c| c.as_u64()).next().flatten()
    };
    let (mut tried, mut found) = (0, Vec::new());
    leaves(&answer, "", &mut found);
    for at in found {
        // Without a place to give, any price is as good as another.
        let id = at.strip_prefix("/certificate/worker_price/");
        if id.is_some_and(|id| places(id) == Some(0)) {
            continue;
        }
        let others = match answer.pointer(&at).expect("it is there") {
            Value::Number(number) => {
                let number = number.as_i64().expect("a whole number");
                vec![
                    json!(number + 1),
                    json!(number - 1),
                    json!(null),
                    json!(0.5),
                ]
            }
            _ => vec![
                json!("w0 "),
                json!("chat"),
                json!(""),
                json!(null),
                json!(7),
            ],
        };
        for other in others {
            let mut tampered = answer.clone();
            let place = tampered.pointer_mut(&at).expect("it is there");
            if *place != other {
                *place = other;
                assert!(refused(&problem, &tampered), "{at}");
                tried += 1;
            }
        }
    }
    assert!(tried > 500, "only {tried} changes were tried");
}

#[test]
fn lists_that_are_cut_doubled_or_turned_round_are_noticed() {
    let (problem, answer) = crowded();
    let with_lists = [
        "/assigned",
        "/unassigned",
        "/assigned/0/shared/languages",
        "/assigned/0/shared/modes",
        "/unassigned/0/closest",
    ];
    for at in with_lists {
        let tampers: [fn(&mut Vec<Value>); 3] = [
            |list| drop(list.pop()),
            |list| list.extend(list.last().cloned()),
            |list| list.reverse(),
        ];
        for tamper in tampers {
            let mut tampered = answer.clone();
            let list = tampered.pointer_mut(at).and_then(Value::as_array_mut);
            let list = list.expect("a list is there");
            let before = list.clone();
            tamper(list);
            let changed = *list != before;
            assert!(!changed || refused(&problem, &tampered), "{at}");
        }
    }
}

#[test]
fn keys_that_are_missing_or_too_many_are_noticed() {
    let (problem, answer) = crowded();
    for at in [
        "",
        "/certificate",
        "/certificate/participant_price",
        "/certificate/worker_price",
        "/assigned/0",
        "/assigned/0/parts",
        "/assigned/0/shared",
        "/unassigned/0",
        "/unassigned/0/closest/0",
    ] {
        let object = answer.pointer(at).and_then(Value::as_object);
        for key in object.expect("an object is there").keys() {
            let mut tampered = answer.clone();
            let object = tampered.pointer_mut(at).and_then(Value::as_object_mut);
            object.expect("an object is there").remove(key);
            assert!(refused(&problem, &tampered), "{at} without {key}");
        }
        let mut tampered = answer.clone();
        let object = tampered.pointer_mut(at).and_then(Value::as_object_mut);
        object
            .expect("an object is there")
            .insert("more".into(), json!(0));
        assert!(refused(&problem, &tampered), "{at} with more");
    }
}

/// An honest answer that is not the best has no prices that would prove it.
#[test]
fn a_worse_answer_is_noticed_whatever_its_prices() {
    let (problem, mut answer) = crowded();
    let pair = answer["assigned"].as_array_mut().expect("a list").remove(0);
    answer["objective"] =
        json!(answer["objective"].as_i64().unwrap_or(0) - pair["value"].as_i64().unwrap_or(0));
    let id = pair["participant"].as_str().expect("text").to_owned();
    answer["certificate"]["participant_price"][&id] = json!(0);
    let order = problem["participants"].as_array().expect("a list").iter();
    let order: Vec<&str> = order.filter_map(|p| p["id"].as_str()).collect();
    let at = |id: &str| order.iter().position(|other| *other == id);
    let left_out = answer["unassigned"].as_array_mut().expect("a list");
    left_out.push(json!({"participant": id, "reason": "no_capacity_left", "closest": []}));
    left_out.sort_by_key(|one| at(one["participant"].as_str().expect("text")));
    let wrong = check(&problem, &answer, 1).wrong;
    assert!(
        wrong
            .iter()
            .any(|what| what.contains("less than the pair's value")),
        "{wrong:?}"
    );
}
