//! `cairn match`: solves a matching problem from a file.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::time::Instant;

use cairn_matching::{Assignment, prepare, read};
use serde::Serialize;

use crate::cli::Failed;

#[derive(clap::Args)]
pub(crate) struct Match {
    /// The problem, `cairn-matching/1`.
    problem: PathBuf,
    /// Where the assignment goes; standard output when not given.
    #[arg(long)]
    output: Option<PathBuf>,
    /// Prints one JSON line of figures on standard error.
    #[arg(long)]
    stats: bool,
}

/// The line of `--stats`.
#[derive(Serialize)]
struct Stats {
    participants: usize,
    workers: usize,
    possible_pairs: u64,
    assigned: usize,
    objective: i64,
    seconds: Seconds,
    effort: Effort,
    /// The most memory the process ever held; `null` where the system does not say.
    peak_memory_bytes: Option<u64>,
}

/// Seconds of each phase, of the whole command, and of counting the possible pairs, which only
/// these figures need and the whole does not contain.
#[derive(Serialize)]
struct Seconds {
    read: f64,
    index: f64,
    solve: f64,
    prove: f64,
    write: f64,
    total: f64,
    count: f64,
}

/// What the solving took.
#[derive(Serialize)]
struct Effort {
    searches: u64,
    workers_passed: u64,
    looks: u64,
    fills: u64,
}

pub(crate) fn run(command: &Match) -> Result<(), Failed> {
    let mut watch = Watch::start();
    let path = command.problem.display();
    let text = std::fs::read(&command.problem)
        .map_err(|e| Failed::because(&format!("cannot read {path}"), &e))?;
    let problem = read(&text).map_err(|e| {
        Failed(format!(
            "{path} is not a matching problem: {}",
            one_line(&e)
        ))
    })?;
    drop(text);
    let read = watch.lap();
    let prepared = prepare(&problem);
    let index = watch.lap();
    let solved = prepared.solve();
    let solve = watch.lap();
    if prepared.prove(&solved, false).better > 0 {
        return Err(Failed(
            "the answer could not be proven to be the best, and was not written: please report it"
                .into(),
        ));
    }
    let prove = watch.lap();
    let assignment = prepared.write_down(&solved);
    write(command, &assignment)?;
    let write = watch.lap();
    let total = watch.total();
    if command.stats {
        let possible_pairs = prepared.prove(&solved, true).possible_pairs;
        let took = solved.effort();
        let stats = Stats {
            participants: problem.participants.len(),
            workers: problem.workers.len(),
            possible_pairs: possible_pairs.unwrap_or(0),
            assigned: assignment.assigned.len(),
            objective: assignment.objective,
            seconds: Seconds {
                read,
                index,
                solve,
                prove,
                write,
                total,
                count: watch.lap(),
            },
            effort: Effort {
                searches: took.searches,
                workers_passed: took.workers_passed,
                looks: took.first_looks + took.looks_again,
                fills: took.fills,
            },
            peak_memory_bytes: peak_memory(),
        };
        let line = serde_json::to_string(&stats)
            .map_err(|e| Failed::because("the figures could not be written", &e))?;
        eprintln!("{line}");
    }
    Ok(())
}

fn write(command: &Match, assignment: &Assignment) -> Result<(), Failed> {
    let written = match &command.output {
        Some(path) => std::fs::File::create(path).and_then(|file| put(file, assignment)),
        None => put(io::stdout().lock(), assignment),
    };
    let place = command
        .output
        .as_ref()
        .map_or("standard output".to_owned(), |path| {
            path.display().to_string()
        });
    written.map_err(|e| Failed::because(&format!("cannot write to {place}"), &e))
}

fn put(to: impl Write, assignment: &Assignment) -> io::Result<()> {
    let mut to = BufWriter::new(to);
    serde_json::to_writer(&mut to, assignment)?;
    to.write_all(b"\n")?;
    to.flush()
}

/// An error as one line, whatever the file held.
fn one_line(error: &dyn std::fmt::Display) -> String {
    let text = error.to_string();
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

/// The most memory this process ever held, in bytes, as Linux tells it.
fn peak_memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

/// Measures the phases.
struct Watch {
    start: Instant,
    lap: Instant,
}

impl Watch {
    fn now() -> Instant {
        Instant::now()
    }

    fn start() -> Self {
        let start = Self::now();
        Self { start, lap: start }
    }

    /// Seconds since the last lap, to the microsecond.
    fn lap(&mut self) -> f64 {
        let now = Self::now();
        let passed = now.duration_since(self.lap);
        self.lap = now;
        seconds(passed)
    }

    fn total(&self) -> f64 {
        seconds(Self::now().duration_since(self.start))
    }
}

fn seconds(passed: std::time::Duration) -> f64 {
    (passed.as_secs_f64() * 1e6).round() / 1e6
}
