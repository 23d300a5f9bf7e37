//! `cairn match`, run as it is run from a shell.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use cairn_matching::{Assignment, check, read};
use serde_json::{Value, json};

fn cairn(arguments: &[&Path]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cairn"));
    command.arg("match").args(arguments).output().unwrap()
}

fn problem() -> Value {
    json!({
        "format": "cairn-matching/1",
        "settings": {"min_overlap_minutes": 60},
        "participants": [
            {"id": "ana", "role": "peer_worker", "waiting_days": 12,
             "experiences": [{"code": "hearing_voices", "weight": 5}],
             "languages": ["es"], "modes": ["chat"], "availability": [[480, 720]]},
            {"id": "bo", "role": "carer_peer", "languages": ["en"], "modes": ["phone"],
             "availability": [[0, 10080]]}
        ],
        "workers": [
            {"id": "ruth", "roles": ["peer_worker"], "experiences": ["hearing_voices"],
             "languages": ["en", "es"], "modes": ["chat", "phone"],
             "availability": [[600, 900]], "capacity": 2, "headroom": 70}
        ]
    })
}

fn kept(dir: &tempfile::TempDir, text: &str) -> PathBuf {
    let file = dir.path().join("problem.json");
    std::fs::write(&file, text).unwrap();
    file
}

#[test]
fn a_problem_goes_in_and_a_proven_assignment_comes_out() {
    let dir = tempfile::tempdir().unwrap();
    let text = problem().to_string();
    let file = kept(&dir, &text);
    let output = cairn(&[&file]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    let answer: Assignment = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(check(&read(&text).unwrap(), &answer), Ok(()));
    assert_eq!(answer.assigned[0].worker, "ruth");
    assert_eq!(answer.unassigned[0].participant, "bo");
    assert_eq!(cairn(&[&file]).stdout, output.stdout, "the same each time");
}

#[test]
fn the_assignment_can_go_to_a_file_and_the_figures_to_standard_error() {
    let dir = tempfile::tempdir().unwrap();
    let file = kept(&dir, &problem().to_string());
    let to = dir.path().join("assignment.json");
    let output = cairn(&[&file, Path::new("--output"), &to, Path::new("--stats")]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stdout.is_empty());
    let answer: Assignment = serde_json::from_slice(&std::fs::read(&to).unwrap()).unwrap();
    let line = String::from_utf8(output.stderr).unwrap();
    assert_eq!(line.lines().count(), 1, "{line}");
    let stats: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(stats["participants"], 2);
    assert_eq!(stats["workers"], 1);
    assert_eq!(stats["possible_pairs"], 1);
    assert_eq!(stats["objective"], answer.objective);
    for phase in ["read", "index", "solve", "prove", "write", "total", "count"] {
        assert!(stats["seconds"][phase].as_f64().unwrap() >= 0.0, "{phase}");
    }
    if cfg!(target_os = "linux") {
        assert!(stats["peak_memory_bytes"].as_u64().unwrap() > 1_000_000);
    }
}

#[test]
fn what_is_wrong_is_said_in_one_line_with_its_key_and_place() {
    let dir = tempfile::tempdir().unwrap();
    let mut misspelt = problem();
    misspelt["participants"][1]["wihses"] = json!([]);
    let mut weight = problem();
    weight["participants"][0]["experiences"][0]["weight"] = json!(9);
    let mut hostile = problem();
    hostile["workers"][0]["a\nb\u{1b}"] = json!(1);
    for (text, place, key) in [
        (misspelt.to_string(), "participants[1]", "wihses"),
        (
            weight.to_string(),
            "participants[0].experiences[0].weight",
            "1",
        ),
        (hostile.to_string(), "workers[0]", "a"),
        ("{\"format\":".into(), "line 1", "JSON"),
        ("[]".into(), "document", "object"),
        (String::new(), "line 1", "JSON"),
    ] {
        let file = kept(&dir, &text);
        let output = cairn(&[&file]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(output.stdout.is_empty());
        let line = String::from_utf8(output.stderr).unwrap();
        assert_eq!(line.lines().count(), 1, "{line}");
        assert!(line.contains(place) && line.contains(key), "{line}");
        assert!(!line.contains('\u{1b}'), "{line}");
    }
}

#[test]
fn a_missing_file_a_folder_and_wrong_usage_are_told_apart() {
    let dir = tempfile::tempdir().unwrap();
    let nowhere = dir.path().join("nowhere.json");
    for path in [nowhere.as_path(), dir.path()] {
        let output = cairn(&[path]);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let line = String::from_utf8(output.stderr).unwrap();
        assert!(
            line.starts_with("cairn: cannot read ") && line.lines().count() == 1,
            "{line}"
        );
    }
    let file = kept(&dir, &problem().to_string());
    let output = cairn(&[
        &file,
        Path::new("--output"),
        &dir.path().join("no/such/folder"),
    ]);
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    for wrong in [vec![], vec![Path::new("--fast"), file.as_path()]] {
        assert_eq!(cairn(&wrong).status.code(), Some(2));
    }
}
