//! One problem: made from its seed, solved by `cairn match`, checked by the second program, and solved by
//! OR-Tools.

use super::figures::Figures;
use super::tools::{ANSWER, Flow, PROBLEM, Tools};
use crate::run;
use std::time::Instant;

/// What is quicker than this many seconds is run again and the middle one of three taken.
const SHORT: f64 = 5.0;

/// A problem by its size and seed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Problem {
    pub(super) people: u64,
    pub(super) workers: u64,
    pub(super) tight: bool,
    pub(super) seed: u64,
    pub(super) ortools: bool,
    /// Whether single changes are timed too.
    pub(super) changes: bool,
}

impl Problem {
    pub(super) fn places(&self) -> &'static str {
        if self.tight { "tight" } else { "slack" }
    }

    pub(super) fn name(&self) -> String {
        let (people, workers, places) = (self.people, self.workers, self.places());
        format!("{people} x {workers}, {places}, seed {}", self.seed)
    }
}

/// What came of it.
#[derive(Clone, Debug)]
pub(super) struct Measured {
    pub(super) problem: Problem,
    /// The whole command, from its start to its end, without counting the possible pairs for `--stats`.
    pub(super) seconds: f64,
    /// The line of `--stats` of the same run.
    pub(super) stats: Figures,
    pub(super) objective: i64,
    /// Possible pairs, as the second program counts them.
    pub(super) pairs: i64,
    /// How many things the second program found wrong.
    pub(super) wrong: i64,
    pub(super) flow: Option<Flow>,
    /// What the example `coming` says of single changes.
    pub(super) changes: Option<Figures>,
}

impl Measured {
    /// Whether the second program accepts the answer, OR-Tools found the same sum over the same pairs, and the answer
    /// that was brought up to date is proven.
    pub(super) fn is_right(&self) -> bool {
        let same = |flow: &Flow| flow.objective == self.objective && flow.pairs == self.pairs;
        let proven = |changes: &Figures| changes.whole("wrong") == Ok(0);
        self.wrong == 0
            && self.flow.as_ref().is_none_or(same)
            && self.changes.as_ref().is_none_or(proven)
    }

    pub(super) fn mebibytes(&self) -> Option<f64> {
        Some(self.stats.number("peak_memory_bytes")? / 1024.0 / 1024.0)
    }
}

/// Writes the problem to its file.
pub(super) fn make(tools: &Tools, problem: &Problem) -> Result<(), String> {
    let [people, workers, seed] =
        [problem.people, problem.workers, problem.seed].map(|n| n.to_string());
    let mut words = vec!["make", &people, &workers, &seed];
    if problem.tight {
        words.push("tight");
    }
    let path = tools.file(PROBLEM);
    let file = std::fs::File::create(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let made = tools.second(&words).stdout(file).status();
    match made.map_err(|e| e.to_string())?.success() {
        true => Ok(()),
        false => Err(format!("{} cannot be made", problem.name())),
    }
}

pub(super) fn measure(tools: &Tools, problem: &Problem) -> Result<Measured, String> {
    make(tools, problem)?;
    let mut runs = vec![solve(tools)?];
    if runs[0].0 < SHORT {
        runs.extend([solve(tools)?, solve(tools)?]);
    }
    runs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (seconds, stats) = runs.swap_remove(runs.len() / 2);
    let output = tools.second(&["check", PROBLEM, ANSWER]).output();
    let output = output.map_err(|e| format!("the second program: {e}"))?;
    eprint!("{}", String::from_utf8_lossy(&output.stderr));
    let checked = Figures::read(&String::from_utf8_lossy(&output.stdout));
    let flow = if problem.ortools { tools.flow()? } else { None };
    let changes = problem.changes.then(|| tools.changes()).transpose()?;
    let measured = Measured {
        problem: *problem,
        seconds,
        objective: stats.whole("objective")?,
        stats,
        pairs: checked.whole("possible_pairs")?,
        wrong: checked.whole("wrong")?,
        flow,
        changes,
    };
    println!("{}", line(&measured));
    Ok(measured)
}

/// Runs `cairn match`: seconds from outside, and what it says of itself.
fn solve(tools: &Tools) -> Result<(f64, Figures), String> {
    let mut command = tools.cairn()?;
    let began = Instant::now();
    let output = command.output().map_err(|e| format!("cairn: {e}"))?;
    let seconds = began.elapsed().as_secs_f64();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let stats = Figures::read(&said);
    let counting = stats.number("seconds.count").unwrap_or(0.0);
    match output.status.success() {
        true => Ok((seconds - counting, stats)),
        false => Err(format!("{}: {said}", run::shown(&command))),
    }
}

/// What is shown while the table grows.
fn line(measured: &Measured) -> String {
    let Measured {
        seconds,
        objective,
        pairs,
        wrong,
        ..
    } = measured;
    let name = measured.problem.name();
    let memory = measured.mebibytes().unwrap_or(f64::NAN);
    let other = match &measured.flow {
        None => String::new(),
        Some(flow) => {
            let same = if measured.is_right() {
                "same sum"
            } else {
                "NOT THE SAME SUM"
            };
            format!(
                "; OR-Tools {:.3} s, {same} ({})",
                flow.seconds, flow.objective
            )
        }
    };
    let proof = if *wrong == 0 { "proven" } else { "REFUSED" };
    format!("{name}: {seconds:.3} s, {memory:.0} MiB, {pairs} pairs, {proof}, {objective}{other}")
}
