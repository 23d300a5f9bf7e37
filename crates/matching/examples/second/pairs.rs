//! Every possible pair in a file, for a solver that is not ours.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};

use super::answer::AT_ONCE;
use super::question::Question;
use super::rule::Side;
use super::{json, threads, told};

/// All numbers little endian: people, workers and pairs in 64 bits; each worker's capacity in 64, no
/// more than there are people; then all pairs' people, all their workers, all their values in 32.
pub(crate) fn write(problem: &str, file: &str) -> Result<(), String> {
    let question = Question::of(&json(problem)?);
    let rows = list(&question, threads());
    if rows.len() != question.people.len() {
        return Err("the listing of pairs broke".into());
    }
    let people = question.people.len() as u64;
    let count: usize = rows.values().map(Vec::len).sum();
    let mut to = BufWriter::new(File::create(file).map_err(|e| format!("{file}: {e}"))?);
    let mut put = |bytes: &[u8]| to.write_all(bytes).map_err(told);
    for number in [people, question.workers.capacity.len() as u64, count as u64] {
        put(&number.to_le_bytes())?;
    }
    for capacity in &question.workers.capacity {
        put(&people.min(*capacity).to_le_bytes())?;
    }
    for (person, row) in &rows {
        let person = u32::try_from(*person).map_err(|_| "too many people")?;
        for _ in row {
            put(&person.to_le_bytes())?;
        }
    }
    for (worker, _) in rows.values().flatten() {
        put(&worker.to_le_bytes())?;
    }
    for (_, value) in rows.values().flatten() {
        put(&value.to_le_bytes())?;
    }
    to.flush().map_err(told)
}

/// Every possible pair with its value: person, worker, value, in the problem's order.
fn list(question: &Question, threads: usize) -> BTreeMap<usize, Vec<(u32, i32)>> {
    let next = AtomicUsize::new(0);
    let share = || {
        let mut rows = HashMap::new();
        loop {
            let from = next.fetch_add(AT_ONCE, Relaxed);
            if from >= question.people.len() {
                return rows;
            }
            for person in from..(from + AT_ONCE).min(question.people.len()) {
                let side = Side::new(question, person);
                let mut row = Vec::new();
                for worker in 0..question.workers.capacity.len() {
                    if let Some(value) = side.value(worker) {
                        let (worker, value) = (u32::try_from(worker), i32::try_from(value));
                        row.push((worker.unwrap_or(u32::MAX), value.unwrap_or(i32::MAX)));
                    }
                }
                rows.insert(person, row);
            }
        }
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(share)).collect();
        threads
            .into_iter()
            .filter_map(|thread| thread.join().ok())
            .flatten()
            .collect()
    })
}
