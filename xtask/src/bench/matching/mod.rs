//! `cargo xtask bench matching`: how long `cairn match` takes, whether it is right, and how OR-Tools does on
//! the same pairs in the same run.
//!
//! | module | what it is for |
//! | --- | --- |
//! | `tools` | the programs: ours, the second one that checks, OR-Tools in an environment of its own |
//! | `measure` | one problem: made, solved, checked, solved by the other |
//! | `report` | the page with its tables |
//! | `changes` | the table of newcomers and single changes |
//! | `plot` | the picture of growth |
//! | `figures` | numbers out of a line of JSON |

mod changes;
mod figures;
mod measure;
mod plot;
mod report;
mod tools;

use crate::arguments::Arguments;
use measure::{Measured, Problem};
use std::path::Path;
use tools::Tools;

/// Where the page and the picture of the whole run are kept.
const PAGE: &str = "docs/benchmarks/matching.md";
const PICTURE: &str = "docs/benchmarks/matching.svg";
/// Where the sums that OR-Tools found are kept for the tests.
const OBJECTIVES: &str = "crates/matching/tests/data/objectives.txt";

/// Participants, workers, seeds, and whether OR-Tools solves it too.
type Size = (u64, u64, &'static [u64], bool);

/// From a support group to a country. Beyond 10,000 people the network of all pairs takes OR-Tools too long.
const WHOLE: &[Size] = &[
    (50, 10, &[1, 2, 3, 4, 5], true),
    (500, 100, &[1, 2, 3], true),
    (2_000, 300, &[1, 2, 3], true),
    (5_000, 1_000, &[1], true),
    (10_000, 2_000, &[1, 2], true),
    (20_000, 4_000, &[1], false),
    (50_000, 10_000, &[1], false),
    (100_000, 20_000, &[1], false),
];
const QUICK: &[Size] = &[
    (50, 10, &[1], true),
    (500, 100, &[1], true),
    (2_000, 300, &[1], true),
    (10_000, 2_000, &[1], true),
];
/// The problems whose sums the tests know.
const KNOWN: &[Size] = &[
    (50, 10, &[1, 2, 3, 4, 5], true),
    (500, 100, &[1, 2, 3], true),
    (2_000, 300, &[1, 2, 3], true),
    (10_000, 2_000, &[1, 2], true),
];
/// The most people OR-Tools is given when sizes are named by hand.
const MOST_FOR_ORTOOLS: u64 = 10_000;

/// `cargo xtask bench matching [--quick] [--sizes 50x10,…] [--seeds 1,…] [--no-ortools] [--objectives]`.
pub(super) fn command(arguments: &[String]) -> Result<bool, String> {
    let flags = ["--quick", "--no-ortools", "--objectives"];
    let given = Arguments::read(arguments, &flags, &["--sizes", "--seeds"])?;
    if let Some(word) = given.words.first() {
        return Err(format!("unknown word {word}"));
    }
    if given.has("--objectives") {
        return objectives();
    }
    let whole = arguments.is_empty();
    let problems = chosen(&given)?;
    let tools = Tools::ready(true, !given.has("--no-ortools"))?;
    let load = report::load();
    let mut measured = Vec::new();
    for problem in problems {
        measured.push(measure::measure(&tools, &problem)?);
        // What there is so far, for a run that is ended early.
        let page = report::page(&measured, &load, &tools);
        write(&tools.file("matching.md"), &page)?;
        write(&tools.file("matching.svg"), &plot::growth(&measured))?;
    }
    let good = measured.iter().all(Measured::is_right);
    let page = report::page(&measured, &load, &tools);
    print!("\n{page}");
    if whole && good {
        for (path, text) in [(PAGE, page), (PICTURE, plot::growth(&measured))] {
            write(&tools.root.join(path), &text)?;
            println!("written: {path}");
        }
    }
    Ok(good)
}

fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    let written = folder.and_then(|()| std::fs::write(path, text));
    written.map_err(|e| format!("{}: {e}", path.display()))
}

fn all(sizes: &[Size]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (people, workers, seeds, ortools) in sizes {
        for tight in [false, true] {
            problems.extend(seeds.iter().map(|seed| Problem {
                people: *people,
                workers: *workers,
                tight,
                seed: *seed,
                ortools: *ortools,
                changes: *seed == seeds[0] && changes::are_timed(*people, *workers, tight),
            }));
        }
    }
    problems
}

/// The problems asked for: the whole table, the quick one, or those named.
fn chosen(given: &Arguments) -> Result<Vec<Problem>, String> {
    let lists = |option: &str| -> Vec<String> {
        let values = given.values(option).into_iter();
        values
            .flat_map(|value| value.split(',').map(str::to_owned))
            .collect()
    };
    let mut problems = all(if given.has("--quick") { QUICK } else { WHOLE });
    let sizes = lists("--sizes");
    if !sizes.is_empty() {
        problems.clear();
        for size in sizes {
            let numbers = size.split_once('x');
            let numbers = numbers.and_then(|(p, w)| Some((p.parse().ok()?, w.parse().ok()?)));
            let (people, workers) = numbers.ok_or_else(|| format!("--sizes {size}: not 50x10"))?;
            problems.extend(all(&[(people, workers, &[1], people <= MOST_FOR_ORTOOLS)]));
        }
    }
    let mut seeds = Vec::new();
    for seed in lists("--seeds") {
        seeds.push(
            seed.parse::<u64>()
                .map_err(|_| format!("--seeds {seed}: not a number"))?,
        );
    }
    if !seeds.is_empty() {
        problems.dedup_by_key(|p| (p.people, p.workers, p.tight));
        let first = seeds[0];
        let with = |p: Problem| {
            seeds.iter().map(move |seed| Problem {
                seed: *seed,
                changes: p.changes && *seed == first,
                ..p
            })
        };
        problems = problems.into_iter().flat_map(with).collect();
    }
    Ok(problems)
}

/// Writes down what OR-Tools alone finds, for tests that have no OR-Tools.
fn objectives() -> Result<bool, String> {
    let tools = Tools::ready(false, true)?;
    let mut lines = String::from(
        "# What OR-Tools' min-cost flow found for the invented problems of these sizes and seeds. Made by\n\
         #     cargo xtask bench matching --objectives\n\
         # people workers places seed possible-pairs objective\n",
    );
    for problem in all(KNOWN) {
        measure::make(&tools, &problem)?;
        let flow = tools.flow()?.ok_or("OR-Tools said nothing")?;
        let Problem {
            people,
            workers,
            seed,
            ..
        } = problem;
        let (places, pairs, sum) = (problem.places(), flow.pairs, flow.objective);
        let line = format!("{people} {workers} {places} {seed} {pairs} {sum}");
        println!("{line}");
        lines.push_str(&line);
        lines.push('\n');
    }
    let path = tools.root.join(OBJECTIVES);
    std::fs::write(&path, lines).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen_by(words: &str) -> Result<Vec<Problem>, String> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        chosen(&Arguments::read(
            &words,
            &["--quick"],
            &["--sizes", "--seeds"],
        )?)
    }

    #[test]
    fn problems_are_chosen_by_size_and_seed() {
        assert_eq!(chosen_by("").unwrap().len(), all(WHOLE).len());
        assert_eq!(chosen_by("--quick").unwrap().len(), 8);
        assert_eq!(chosen_by("--quick --seeds 4,5").unwrap().len(), 16);
        let named = chosen_by("--sizes 70x9,20000x10 --seeds 3").unwrap();
        let said: Vec<String> = named.iter().map(Problem::name).collect();
        assert_eq!(said.len(), 4);
        assert_eq!(said[1], "70 x 9, tight, seed 3");
        assert!(named[0].ortools && !named[2].ortools);
        assert!(chosen_by("--sizes 70").is_err() && chosen_by("--seeds x").is_err());
    }
}
