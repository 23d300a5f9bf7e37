//! What the release binary weighs and needs at rest.

use crate::place;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often the demonstration is started.
const RUNS: usize = 5;
/// How long it is left alone before its memory is read.
const REST: Duration = Duration::from_secs(3);

/// What the release binary weighs, how soon the demonstration accepts connections, and what memory
/// it holds when nobody uses it.
pub(super) fn footprint() -> Result<bool, String> {
    let root = place::root()?;
    let binary = super::cairn(&root)?;
    let size = std::fs::metadata(&binary).map_err(|e| e.to_string())?.len();
    let mut starts = Vec::new();
    let mut resident = 0.0_f64;
    for number in 0..RUNS {
        let began = Instant::now();
        let mut demo = start(&binary)?;
        starts.push(began.elapsed().as_secs_f64());
        if number == RUNS - 1 {
            std::thread::sleep(REST);
            resident = resident_mib(demo.id())?;
        }
        demo.kill()
            .and_then(|()| demo.wait())
            .map_err(|e| e.to_string())?;
    }
    starts.sort_by(f64::total_cmp);
    println!("| what | measured | wanted |");
    println!("| --- | --- | --- |");
    println!(
        "| release binary | {:.1} MB | under 40 MB |",
        size as f64 / 1e6
    );
    println!(
        "| demo accepts connections, median of {RUNS} (slowest) | {:.3} s ({:.3} s) | under 1 s |",
        starts[RUNS / 2],
        starts[RUNS - 1]
    );
    println!(
        "| memory after {} s at rest | {resident:.1} MiB | under 40 MiB |",
        REST.as_secs()
    );
    Ok(true)
}

/// Starts the demonstration and waits for the line that says it accepts connections.
fn start(binary: &std::path::Path) -> Result<Child, String> {
    let mut demo = Command::new(binary)
        .args(["demo", "--port", "0", "--json"])
        .env("CAIRN_LOG", "warn")
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| format!("{}: {e}", binary.display()))?;
    let out = demo.stdout.take().ok_or("no standard output")?;
    let mut line = String::new();
    BufReader::new(out)
        .read_line(&mut line)
        .map_err(|e| e.to_string())?;
    if line.starts_with('{') {
        Ok(demo)
    } else {
        Err(format!("cairn demo said: {line}"))
    }
}

/// Memory a process holds, from `/proc`.
fn resident_mib(id: u32) -> Result<f64, String> {
    let status =
        std::fs::read_to_string(format!("/proc/{id}/status")).map_err(|e| e.to_string())?;
    let line = status
        .lines()
        .find(|line| line.starts_with("VmRSS:"))
        .ok_or("no VmRSS")?;
    let kib: f64 = line
        .split_whitespace()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .ok_or("no figure")?;
    Ok(kib / 1024.0)
}
