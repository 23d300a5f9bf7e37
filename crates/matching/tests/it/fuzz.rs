//! The reader held against documents that were damaged by chance: in bytes, in words, in structure.
//!
//! A fixed number of them in the suite; for as long as one likes with
//! `cargo xtask fuzz matching --seconds N`. `CAIRN_SEED` says which.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use cairn_matching::{Problem, ReadError, read};
use serde_json::Value;

use crate::damage::{bytes, structure, words};
use crate::reading::whole;
use crate::second::{Region, chance::Chance};

/// How many documents the suite tries.
const CASES: u64 = 6_000;
/// A small part of what a thread has otherwise: no document may make the reader go deeper.
const STACK: usize = 64 * 1024;

/// What the documents came to; each must have happened often, or the fuzzing is not worth its time.
#[derive(Debug, Default)]
struct Counts {
    read_well: u64,
    not_json: u64,
    broke_the_format: u64,
    places_found: u64,
}

fn from_environment(name: &str) -> Option<u64> {
    std::env::var(name)
        .ok()
        .and_then(|value| value.parse().ok())
}

#[test]
fn damaged_documents_are_refused_with_their_place_or_read_in_full() {
    let seed = from_environment("CAIRN_SEED").unwrap_or(1);
    let seconds = from_environment("CAIRN_FUZZ_SECONDS").map(Duration::from_secs);
    let sound = [
        whole().to_string(),
        Region { people: 3, workers: 2, seed: 5, tight: true }.problem(),
        Region { people: 1, workers: 1, seed: 9, tight: false }.problem(),
        r#"{"format":"cairn-matching/1","settings":{"min_overlap_minutes":0},"participants":[],"workers":[]}"#
            .to_owned(),
    ];
    let (began, mut cases, mut counts) = (Instant::now(), 0, Counts::default());
    while seconds.map_or(cases < CASES, |seconds| began.elapsed() < seconds) {
        let mut chance = Chance::of(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ cases);
        let text = chance.index(sound.len());
        let (text, is_built) = damaged(&sound[text], &mut chance);
        let judged = catch_unwind(AssertUnwindSafe(|| judge(&text, is_built, &mut counts)));
        if judged.is_err() {
            let kept = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
            let kept = kept.join(format!("fuzz-{seed}-{cases}.json"));
            std::fs::write(&kept, &text).expect("a document can be kept");
            panic!(
                "CAIRN_SEED={seed}, document {cases}, kept as {}",
                kept.display()
            );
        }
        cases += 1;
    }
    eprintln!("fuzzing: {cases} documents, CAIRN_SEED={seed}: {counts:?}");
    let Counts {
        read_well,
        not_json,
        broke_the_format,
        places_found,
    } = counts;
    let least = cases / 40;
    for (what, count) in [
        ("read", read_well),
        ("no JSON", not_json),
        ("against the format", broke_the_format),
        ("whose place was looked up", places_found),
    ] {
        assert!(
            count >= least.max(1),
            "only {count} of {cases} documents {what}"
        );
    }
}

/// A damaged document, and whether it was put together from a tree, so that no key is there twice.
fn damaged(text: &str, chance: &mut Chance) -> (Vec<u8>, bool) {
    let mut text = text.as_bytes().to_vec();
    let kind = chance.below(6);
    match kind {
        0 => bytes(&mut text, chance),
        1 | 2 => words(&mut text, chance),
        _ => {
            let mut tree = serde_json::from_slice(&text).expect("a sound document");
            for _ in 0..chance.pick(&[1, 1, 1, 2, 3]) {
                structure(&mut tree, chance);
            }
            text = tree.to_string().into_bytes();
        }
    }
    if kind == 5 {
        words(&mut text, chance);
    }
    (text, kind == 3 || kind == 4)
}

/// Reads with little room, and lets a panic through.
fn read_in_little_room(text: &[u8]) -> Result<Problem, ReadError> {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, || read(text));
        let read = thread.expect("a thread can start").join();
        read.unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

fn judge(text: &[u8], is_built: bool, counts: &mut Counts) {
    let tree = serde_json::from_slice::<Value>(text);
    match read_in_little_room(text) {
        Ok(problem) => {
            counts.read_well += 1;
            assert_eq!(problem.validate(), Ok(()));
            let written = serde_json::to_string(&problem).expect("a problem can be written");
            assert_eq!(
                read(&written).as_ref(),
                Ok(&problem),
                "written down it reads the same"
            );
            let tree = tree.expect("what is read is JSON");
            let again = serde_json::from_str(&written).expect("what is written is JSON");
            holds(&again, &tree, "document");
            assert!(
                written.len() <= 8 * text.len() + 2000,
                "{} from {}",
                written.len(),
                text.len()
            );
        }
        Err(error) => {
            let said = error.to_string();
            assert!(
                !said.is_empty() && said.len() <= 6 * text.len() + 1000,
                "{} bytes",
                said.len()
            );
            match error {
                ReadError::Json { line, column, .. } => {
                    counts.not_json += 1;
                    let lines = text.split(|byte| *byte == b'\n');
                    let of_line = lines.map(<[u8]>::len).nth(line - 1);
                    assert!(of_line.is_some_and(|length| column <= length + 1), "{said}");
                }
                ReadError::Content { place, .. } => {
                    counts.broke_the_format += 1;
                    if is_built {
                        let tree = tree.expect("put together from a tree");
                        assert!(stands(&tree, &place), "there is no {place}: {said}");
                        counts.places_found += 1;
                    }
                }
            }
        }
    }
}

/// Whether everything in `given` stands in `kept` as well: nothing is dropped in silence.
fn holds(kept: &Value, given: &Value, at: &str) {
    match (kept, given) {
        (Value::Object(kept), Value::Object(given)) => {
            for (key, value) in given {
                let there = kept
                    .get(key)
                    .unwrap_or_else(|| panic!("{at}.{key} was dropped"));
                holds(there, value, &format!("{at}.{key}"));
            }
        }
        (Value::Array(kept), Value::Array(given)) => {
            assert_eq!(kept.len(), given.len(), "{at}");
            for (index, (kept, given)) in kept.iter().zip(given).enumerate() {
                holds(kept, given, &format!("{at}[{index}]"));
            }
        }
        (Value::Number(kept), Value::Number(given)) if kept != given => {
            assert_eq!(kept.as_f64(), given.as_f64(), "{at}");
        }
        _ => assert_eq!(kept, given, "{at}"),
    }
}

/// Whether a place such as `participants[3].wishes[0]` is in the document.
fn stands(tree: &Value, place: &str) -> bool {
    if place == "document" {
        return true;
    }
    let steps = place
        .split(['.', '['])
        .map(|step| step.trim_end_matches(']'));
    let step = |tree: &'_ Value, step: &str| -> Option<Value> {
        match step.parse::<usize>() {
            Ok(index) => tree.get(index).cloned(),
            Err(_) => tree.get(step).cloned(),
        }
    };
    let mut here = tree.clone();
    for one in steps {
        match step(&here, one) {
            Some(below) => here = below,
            None => return false,
        }
    }
    true
}

/// Set for the process that is measured by the one that started it.
const MEASURED: &str = "CAIRN_FUZZ_MEASURED";
const MEGABYTES: usize = 4;

/// Documents of some megabytes that repeat one thing; none may take more memory than a fixed part of its
/// length. Measured in a process of its own, whose most memory ever held the system tells.
#[test]
fn large_hostile_documents_take_memory_by_their_length_only() {
    if std::env::var_os(MEASURED).is_some() {
        return read_large_documents();
    }
    if !cfg!(target_os = "linux") {
        use std::io::Write as _;
        let said = "skipped: the most memory held is known on Linux only";
        return writeln!(std::io::stderr(), "{said}").expect("standard error is open");
    }
    let name = "fuzz::large_hostile_documents_take_memory_by_their_length_only";
    let mut measured = std::process::Command::new(std::env::current_exe().expect("this program"));
    measured
        .args([name, "--exact", "--nocapture"])
        .env(MEASURED, "1");
    let output = measured
        .output()
        .expect("this program can be started again");
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(
        output.status.success() && said.contains("large documents: 12"),
        "{said}"
    );
}

fn read_large_documents() {
    let most = MEGABYTES << 20;
    let whole = whole().to_string();
    let in_person = |key: &str, inside: &str| {
        let start = format!(r#"{{"participants":[{{"id":"p0","{key}":"#);
        start + inside
    };
    let repeated = [
        (
            r#"{"participants":["#.to_owned(),
            r#"{"id":"p","role":"carer_peer","languages":["e"],"modes":["chat"],"availability":[[0,1]]},"#,
        ),
        (
            r#"{"workers":["#.to_owned(),
            r#"{"id":"w","roles":["carer_peer"],"languages":["e"],"modes":["chat"],"availability":[[0,1]],"capacity":1},"#,
        ),
        (in_person("languages", "["), r#""","#),
        (in_person("availability", "["), "[0,1],"),
        (in_person("availability", "[["), "0,"),
        (in_person("modes", "["), r#""chat","#),
        (
            in_person("wishes", "["),
            r#"{"trait":"","weight":1,"must":true},"#,
        ),
        (in_person("sector", "\""), "\\u0041"),
        (in_person("max_km", "1"), "0"),
        (in_person("not", "["), "["),
        (in_person("location", "{\"lat\":"), "{\"lat\":"),
        (whole, " "),
    ];
    for (start, again) in &repeated {
        let times = most / again.len();
        let text = format!("{start}{}", again.repeat(times));
        // All but the last end too early or go wrong on the way.
        let is_whole = again == &" ";
        assert_eq!(read(&text).is_ok(), is_whole, "{again}");
    }
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux");
    let most_held = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib =
        most_held.and_then(|line| line.trim().strip_suffix("kB")?.trim().parse::<usize>().ok());
    let mib = kib.expect("a figure") / 1024;
    eprintln!(
        "large documents: {} of {MEGABYTES} MiB, {mib} MiB held at most",
        repeated.len()
    );
    assert!(mib <= 32 * MEGABYTES + 32, "{mib} MiB");
}
