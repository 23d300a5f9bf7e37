//! The page `docs/benchmarks/matching.md`: every figure in it comes from the run that wrote it.

use super::changes;
use super::measure::{Measured, Problem};
use super::tools::{self, Tools};
use crate::run;
use std::fmt::Write as _;

/// What the issue of speed was settled at, as people x workers.
const TENTH: (u64, u64) = (10_000, 2_000);
const COUNTRY: (u64, u64) = (100_000, 20_000);

/// Figures of `--stats` that have a column of their own or are no work done.
const NAMED: &[&str] = &[
    "participants",
    "workers",
    "possible_pairs",
    "assigned",
    "objective",
    "peak_memory_bytes",
];

/// All seeds of one size, slack or tight.
pub(super) struct Row<'a> {
    pub(super) people: u64,
    pub(super) workers: u64,
    pub(super) tight: bool,
    pub(super) runs: Vec<&'a Measured>,
}

impl Row<'_> {
    pub(super) fn seconds(&self) -> f64 {
        self.middle(|run| Some(run.seconds)).unwrap_or(f64::NAN)
    }

    pub(super) fn flow_seconds(&self) -> Option<f64> {
        self.middle(|run| Some(run.flow.as_ref()?.seconds))
    }

    /// The middle one of all seeds; of an even number the mean of the two in the middle.
    fn middle(&self, figure: impl Fn(&Measured) -> Option<f64>) -> Option<f64> {
        let mut all: Vec<f64> = self.runs.iter().filter_map(|run| figure(run)).collect();
        all.sort_by(f64::total_cmp);
        let half = all.len() / 2;
        match all.len() {
            0 => None,
            odd if odd % 2 == 1 => Some(all[half]),
            _ => Some(f64::midpoint(all[half - 1], all[half])),
        }
    }

    fn stat(&self, place: &str) -> Option<f64> {
        self.middle(|run| run.stats.number(place))
    }

    pub(super) fn places(&self) -> &'static str {
        if self.tight { "tight" } else { "slack" }
    }

    fn ratio(&self) -> Option<f64> {
        self.middle(|run| Some(run.seconds / run.flow.as_ref()?.seconds))
    }

    fn mebibytes(&self) -> Option<f64> {
        self.middle(Measured::mebibytes)
    }
}

/// The runs by size, in the order they were made.
pub(super) fn rows(measured: &[Measured]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for run in measured {
        let Problem {
            people,
            workers,
            tight,
            ..
        } = run.problem;
        match rows
            .iter_mut()
            .find(|row| (row.people, row.workers, row.tight) == (people, workers, tight))
        {
            Some(row) => row.runs.push(run),
            None => rows.push(Row {
                people,
                workers,
                tight,
                runs: vec![run],
            }),
        }
    }
    rows
}

pub(super) fn page(measured: &[Measured], load: &str, tools: &Tools) -> String {
    let rows = rows(measured);
    let mut page = String::from(
        "# How fast matching is\n\n\
         Written by `cargo xtask bench matching`; every figure comes from one run of it. `cairn match` reads a problem \
         from a file, finds the assignment with the largest sum there is, proves it, and writes the answer. Beside it, in the \
         same run and on the same possible pairs, OR-Tools' min-cost flow, whose solve alone is timed, without finding \
         the pairs, reading or building. A second program (`crates/matching/examples/second`), which shares no code with the \
         engine, lists the pairs for OR-Tools and checks each answer: every pair there is against the prices of the \
         certificate, every part of every score, every reason.\n\n",
    );
    // Writing to a String cannot fail.
    let _ = write!(page, "{}", machine(load, tools));
    page.push_str(&what_was_wanted(&rows));
    page.push_str(&table(&rows));
    page.push_str(&work(&rows));
    page.push_str(&changes::table(&rows));
    page.push_str(
        "\n## Growth\n\n![Seconds of the whole command against all pairs of people and workers, both axes \
         logarithmic](matching.svg)\n\n",
    );
    page.push_str(&growth(&rows));
    page
}

/// What a shell says, on one line.
fn said(tools: &Tools, program: &str, words: &[&str]) -> String {
    let mut command = run::command(program, &tools.root);
    let said = run::captured(command.args(words));
    said.map_or_else(|_| "unknown".to_owned(), |text| text.trim().to_owned())
}

/// A line of a file under /proc that begins with `name`, without the name.
fn proc(path: &str, name: &str) -> String {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name));
    let line = line.map(|line| line.trim_start_matches([' ', '\t', ':']).trim());
    line.unwrap_or("unknown").to_owned()
}

/// How busy the machine is, by the first figure of `/proc/loadavg`.
pub(super) fn load() -> String {
    let load = proc("/proc/loadavg", "");
    load.split(' ').next().unwrap_or_default().to_owned()
}

/// Whether others were at work: seconds are longer then, and only ratios within the run count.
fn shared(load: &str, cores: usize) -> &'static str {
    match load.parse::<f64>() {
        Ok(load) if load < cores as f64 / 4.0 => "",
        _ => {
            " runnable: other work ran beside, so that seconds are longer than on a quiet machine; ratios within the run count"
        }
    }
}

fn machine(load: &str, tools: &Tools) -> String {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let memory = proc("/proc/meminfo", "MemTotal");
    let memory = memory
        .split(' ')
        .next()
        .and_then(|kib| kib.parse::<f64>().ok());
    let beside = match tools.has_ortools() {
        true => tools::packages(),
        false => "nothing (run with `--no-ortools`)".to_owned(),
    };
    format!(
        "| | |\n| --- | --- |\n\
         | machine | {cpu}, {cores} cores, {memory:.0} GiB, Linux {linux} |\n\
         | load before the run | {load}{shared} |\n\
         | date | {date} UTC, commit {commit} |\n\
         | built with | {rustc}, release |\n\
         | beside | {beside} |\n\
         | again | `cargo xtask bench matching` (needs Linux, Python 3 with venv, and PyPI the first time) |\n\n",
        shared = shared(load, cores),
        cpu = proc("/proc/cpuinfo", "model name"),
        memory = memory.unwrap_or(f64::NAN) / 1024.0 / 1024.0,
        linux = proc("/proc/sys/kernel/osrelease", ""),
        date = said(tools, "date", &["-u", "+%Y-%m-%d %H:%M"]),
        commit = said(tools, "git", &["rev-parse", "--short", "HEAD"]),
        rustc = said(tools, "rustc", &["--version"]),
    )
}

/// The goals, each with what was measured. A size that was not run is left out.
fn what_was_wanted(rows: &[Row<'_>]) -> String {
    let mut text = String::from("| wanted | measured | |\n| --- | --- | --- |\n");
    let mut goal = |wanted: String, measured: String, met: bool| {
        let met = if met { "met" } else { "**not met**" };
        let _ = writeln!(text, "| {wanted} | {measured} | {met} |");
    };
    for row in rows {
        let (size, places) = ((row.people, row.workers), row.places());
        if let (TENTH, Some(ratio)) = (size, row.ratio()) {
            let wanted =
                format!("10,000 x 2,000, {places}: at most a tenth of OR-Tools' solve alone");
            goal(wanted, format!("{ratio:.3}"), ratio <= 0.1);
        }
        if size == COUNTRY {
            let (seconds, memory) = (row.seconds(), row.mebibytes().unwrap_or(f64::NAN));
            let wanted = format!("100,000 x 20,000, {places}: proven in under 60 s and 2 GiB");
            let measured = format!("{seconds:.1} s, {memory:.0} MiB");
            goal(wanted, measured, seconds < 60.0 && memory < 2048.0);
        }
    }
    let compared: Vec<&&Measured> = rows
        .iter()
        .flat_map(|row| &row.runs)
        .filter(|run| run.flow.is_some())
        .collect();
    if !compared.is_empty() {
        let same = compared.iter().filter(|run| run.is_right()).count();
        let measured = format!("{same} of {}", compared.len());
        goal(
            "the same sum as OR-Tools".to_owned(),
            measured,
            same == compared.len(),
        );
    }
    let runs: usize = rows.iter().map(|row| row.runs.len()).sum();
    let proven = rows
        .iter()
        .flat_map(|row| &row.runs)
        .filter(|run| run.wrong == 0)
        .count();
    let wanted = "an answer and a certificate that the second program accepts";
    goal(
        wanted.to_owned(),
        format!("{proven} of {runs}"),
        proven == runs,
    );
    text + "\n"
}

/// 12345678 as 12,345,678.
pub(super) fn grouped(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Seconds with as many digits as mean something.
fn seconds(number: Option<f64>) -> String {
    match number {
        None => "".to_owned(),
        Some(n) if n < 0.1 => format!("{n:.4}"),
        Some(n) if n < 10.0 => format!("{n:.2}"),
        Some(n) => format!("{n:.1}"),
    }
}

/// The places of figures that stand in any run and please `wanted`, each once.
fn columns<'a>(rows: &'a [Row<'_>], wanted: impl Fn(&str) -> bool) -> Vec<&'a str> {
    let mut columns: Vec<&str> = Vec::new();
    for place in rows
        .iter()
        .flat_map(|row| &row.runs)
        .flat_map(|run| run.stats.places())
    {
        if wanted(place) && !columns.contains(&place) {
            columns.push(place);
        }
    }
    columns
}

fn table(rows: &[Row<'_>]) -> String {
    let phases = columns(rows, |place| {
        place.starts_with("seconds.") && !["seconds.total", "seconds.count"].contains(&place)
    });
    let mut text = String::from(
        "## Seconds\n\n\
         The middle of all seeds, and for a command under five seconds of three runs each. *Slack*: some 13 places for 10 people; *tight*: 7. \
         *Whole* is the command from its start to its end, seen from outside, less the counting of possible pairs that only `--stats` does; \
         the phases are what it says of itself with `--stats`. \
         *Ratio* is whole to OR-Tools' solve alone. Beyond 10,000 people the network of all pairs is too large for OR-Tools in a reasonable time.\n\n\
         | people x workers | places | seeds | possible pairs |",
    );
    for phase in &phases {
        let _ = write!(text, " {} |", phase.trim_start_matches("seconds."));
    }
    text.push_str(" whole | MiB | OR-Tools | ratio | same sum | proof |\n|");
    text.push_str(&" --- |".repeat(phases.len() + 10));
    text.push('\n');
    for row in rows {
        let of = |right: usize, all: usize| match right == all {
            true => "yes".to_owned(),
            false => format!("**{right} of {all}**"),
        };
        let compared = row.runs.iter().filter(|run| run.flow.is_some()).count();
        let right = row
            .runs
            .iter()
            .filter(|run| run.flow.is_some() && run.is_right())
            .count();
        let proven = row.runs.iter().filter(|run| run.wrong == 0).count();
        let pairs = row.middle(|run| Some(run.pairs as f64)).unwrap_or(f64::NAN);
        let (people, workers) = (grouped(row.people as f64), grouped(row.workers as f64));
        let seeds = row.runs.len();
        let _ = write!(
            text,
            "| {people} x {workers} | {} | {seeds} | {} |",
            row.places(),
            grouped(pairs)
        );
        for phase in &phases {
            let _ = write!(text, " {} |", seconds(row.stat(phase)));
        }
        let _ = writeln!(
            text,
            " **{}** | {:.0} | {} | {} | {} | {} |",
            seconds(Some(row.seconds())),
            row.mebibytes().unwrap_or(f64::NAN),
            seconds(row.flow_seconds()),
            row.ratio()
                .map_or_else(String::new, |ratio| format!("{ratio:.3}")),
            if compared == 0 {
                "not compared".to_owned()
            } else {
                of(right, compared)
            },
            of(proven, seeds),
        );
    }
    text
}

/// What the solver says it did, if it says so.
fn work(rows: &[Row<'_>]) -> String {
    let counts = columns(rows, |place| {
        !place.starts_with("seconds") && !NAMED.contains(&place)
    });
    if counts.is_empty() {
        return String::new();
    }
    let mut text = String::from(
        "\n## What it took\n\nAs `--stats` tells it; the middle of all seeds.\n\n| people x workers | places | all pairs |",
    );
    for count in &counts {
        let _ = write!(text, " {} |", count.replace(['_', '.'], " "));
    }
    text.push_str("\n|");
    text.push_str(&" --- |".repeat(counts.len() + 3));
    text.push('\n');
    for row in rows {
        let (people, workers) = (grouped(row.people as f64), grouped(row.workers as f64));
        let all = grouped((row.people * row.workers) as f64);
        let _ = write!(text, "| {people} x {workers} | {} | {all} |", row.places());
        for count in &counts {
            let _ = write!(
                text,
                " {} |",
                row.stat(count).map_or_else(String::new, grouped)
            );
        }
        text.push('\n');
    }
    text
}

/// How seconds grow beside pairs, from each size to the largest.
fn growth(rows: &[Row<'_>]) -> String {
    let mut text = String::from(
        "The thin line grows exactly as fast as pairs do, from our slack 10,000 x 2,000 or the largest there is below it. From one size to the next:\n\n\
         | from | to | places | pairs grow | seconds grow |\n| --- | --- | --- | --- | --- |\n",
    );
    for tight in [false, true] {
        let these: Vec<&Row<'_>> = rows.iter().filter(|row| row.tight == tight).collect();
        for two in these.windows(2) {
            let (from, to) = (two[0], two[1]);
            let name = |row: &Row<'_>| {
                format!(
                    "{} x {}",
                    grouped(row.people as f64),
                    grouped(row.workers as f64)
                )
            };
            let pairs = (to.people * to.workers) as f64 / (from.people * from.workers) as f64;
            let _ = writeln!(
                text,
                "| {} | {} | {} | {pairs:.1} times | {:.1} times |",
                name(from),
                name(to),
                to.places(),
                to.seconds() / from.seconds()
            );
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::figures::Figures;
    use super::super::tools::Flow;
    use super::*;

    fn run(seed: u64, seconds: f64, flow: f64) -> Measured {
        let stats = r#"{"objective":7,"rounds":3,"seconds":{"read":0.5,"total":9},"peak_memory_bytes":1048576}"#;
        Measured {
            problem: Problem {
                people: 10_000,
                workers: 2_000,
                tight: true,
                seed,
                ortools: true,
                changes: false,
            },
            seconds,
            stats: Figures::read(stats),
            objective: 7,
            pairs: 4_000_000,
            wrong: 0,
            flow: Some(Flow {
                objective: 7,
                pairs: 4_000_000,
                seconds: flow,
            }),
            changes: None,
        }
    }

    #[test]
    fn rows_are_the_middle_of_their_seeds() {
        let runs = [run(1, 0.4, 5.0), run(2, 0.6, 5.0)];
        let rows = rows(&runs);
        assert_eq!((rows.len(), rows[0].seconds()), (1, 0.5));
        let text = table(&rows);
        let line = "| 10,000 x 2,000 | tight | 2 | 4,000,000 | 0.50 | **0.50** | 1 | 5.00 | 0.100 | yes | yes |";
        assert!(text.ends_with(&format!("{line}\n")), "{text}");
        assert!(text.contains("| possible pairs | read | whole |"), "{text}");
        assert!(work(&rows).ends_with("| 10,000 x 2,000 | tight | 20,000,000 | 3 |\n"));
    }

    #[test]
    fn another_sum_or_a_refused_proof_is_said() {
        let mut runs = [run(1, 0.4, 3.0), run(2, 0.4, 3.0)];
        runs[0].objective = 8;
        runs[1].wrong = 1;
        let rows = rows(&runs);
        assert!(table(&rows).contains("| **0 of 2** | **1 of 2** |"));
        let wanted = what_was_wanted(&rows);
        assert!(wanted.contains("alone | 0.133 | **not met** |"), "{wanted}");
        assert!(
            wanted.contains("OR-Tools | 0 of 2 | **not met** |"),
            "{wanted}"
        );
        assert!(
            wanted.contains("accepts | 1 of 2 | **not met** |"),
            "{wanted}"
        );
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!(
            ["0", "999", "1,000", "12,345,678"],
            [0.0, 999.0, 1000.0, 12_345_678.0].map(grouped)
        );
    }
}
