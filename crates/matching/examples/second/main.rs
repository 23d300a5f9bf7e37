//! A second program written from the crate's `README.md`, for holding the first against it.
//!
//! | command | what it does |
//! | --- | --- |
//! | `make PEOPLE WORKERS SEED [tight]` | writes an invented problem to standard output |
//! | `check PROBLEM ANSWER` | says whether the answer is right in everything and proven, without solving |
//! | `pairs PROBLEM FILE` | writes every possible pair with its value, for another solver |
//!
//! `cargo run --release --package cairn-matching --example second -- check problem.json answer.json`

mod answer;
mod chance;
mod pairs;
mod question;
mod region;
mod rule;

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::process::ExitCode;

use serde_json::Value;

use region::Region;

const USAGE: &str = "make PEOPLE WORKERS SEED [tight] | check PROBLEM ANSWER | pairs PROBLEM FILE";

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    match run(&given) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(what) => {
            eprintln!("second: {what}");
            ExitCode::from(2)
        }
    }
}

fn run(given: &[&str]) -> Result<bool, String> {
    match given {
        ["make", people, workers, seed, rest @ ..] => {
            let number = |text: &str| {
                text.parse()
                    .map_err(|_| format!("{text}: not a whole number"))
            };
            let (people, workers, seed) = (number(people)?, number(workers)?, number(seed)?);
            let tight = rest == ["tight"];
            if !tight && !rest.is_empty() {
                return Err(USAGE.into());
            }
            let problem = Region {
                people,
                workers,
                seed,
                tight,
            }
            .problem();
            io::stdout().write_all(problem.as_bytes()).map_err(told)?;
            Ok(true)
        }
        ["check", problem, answer] => check(problem, answer),
        ["pairs", problem, file] => pairs::write(problem, file).map(|()| true),
        _ => Err(USAGE.into()),
    }
}

/// The machine's cores, and never more than eight.
pub(crate) fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, |cores| cores.get().min(8))
}

pub(crate) fn json(path: &str) -> Result<Value, String> {
    let file = File::open(path).map_err(|e| format!("{path}: {e}"))?;
    serde_json::from_reader(BufReader::new(file)).map_err(|e| format!("{path}: {e}"))
}

fn check(problem: &str, answer: &str) -> Result<bool, String> {
    let found = answer::check(&json(problem)?, &json(answer)?, threads());
    for what in &found.wrong {
        eprintln!("{what}");
    }
    let line = format!(
        "{{\"possible_pairs\":{},\"wrong\":{}}}\n",
        found.possible,
        found.wrong.len()
    );
    io::stdout().write_all(line.as_bytes()).map_err(told)?;
    Ok(found.wrong.is_empty())
}

pub(crate) fn told(error: io::Error) -> String {
    error.to_string()
}
