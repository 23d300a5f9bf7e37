//! How long one newcomer and one change take when the rest is solved already.
//!
//! `cargo run --release --package cairn-matching --example coming -- PROBLEM [CHANGES [SECONDS]]`
//!
//! The last people of the file (200 unless told) are kept back and the others solved. Then, one after another:
//!
//! | figure | what is timed |
//! | --- | --- |
//! | `top_three` | the three best of somebody kept back, from the warm index |
//! | `arrival` | somebody kept back comes into the solved problem |
//! | `withdrawal` | somebody waits no longer |
//! | `one_more` | a worker can take on one person more |
//! | `one_fewer` | a worker who has a place can take on one person fewer |
//!
//! One line of JSON says of each how many there were, and the milliseconds that the middle one, the one slower than 19 of
//! 20, and the slowest took. A kind of change ends early after SECONDS (15), so that its count can be lower. `wrong` is how many
//! of the prices at the end do not hold: 0 when the updated answer is proven to be the best.

use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;

use cairn_matching::{Index, Live, Participant, read};

const CHANGES: usize = 200;
const SECONDS: f64 = 15.0;

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let said = run(&given).and_then(|line| {
        let written = writeln!(std::io::stdout(), "{line}");
        written.map_err(|e| e.to_string())
    });
    match said {
        Ok(()) => ExitCode::SUCCESS,
        Err(what) => {
            eprintln!("coming: {what}");
            ExitCode::FAILURE
        }
    }
}

fn run(given: &[String]) -> Result<String, String> {
    let [path, rest @ ..] = given else {
        return Err("PROBLEM [CHANGES [SECONDS]]".to_owned());
    };
    let number = |at: usize, otherwise: f64| match rest.get(at) {
        None => Ok(otherwise),
        Some(text) => text.parse::<f64>().map_err(|e| format!("{text}: {e}")),
    };
    let most = number(0, CHANGES as f64)? as usize;
    let until = number(1, SECONDS)?;
    let text = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    let mut problem = read(&text).map_err(|e| format!("{path}: {e}"))?;
    let there = problem.participants.len().saturating_sub(most);
    let newcomers = problem.participants.split_off(there);
    if newcomers.is_empty() || there == 0 || problem.workers.is_empty() {
        return Err("too few people for so many changes".to_owned());
    }

    let began = Instant::now();
    let index = Index::new(&problem);
    let seconds_index = began.elapsed().as_secs_f64();
    let places: Vec<u64> = problem.workers.iter().map(|w| w.capacity).collect();
    let top_three = Times::of(newcomers.len(), until, |at| {
        let offers = index.top(&problem, &newcomers[at], &places, 3);
        std::hint::black_box(offers).len() <= 3
    });
    let began = Instant::now();
    let mut live = Live::new(problem);
    let seconds_solve = began.elapsed().as_secs_f64();
    let changes = changes(&mut live, newcomers, until);
    let figures = [("top_three", top_three)].into_iter().chain(changes);
    let figures: Vec<String> = figures
        .map(|(name, times)| format!("\"{name}\":{}", times.json()))
        .collect();
    Ok(format!(
        "{{\"seconds\":{{\"index\":{seconds_index:.6},\"solve\":{seconds_solve:.6}}},{},\"wrong\":{}}}",
        figures.join(","),
        wrong(&live)
    ))
}

/// Changes of each kind in turn, spread over the people and workers there are.
fn changes(live: &mut Live, newcomers: Vec<Participant>, until: f64) -> [(&'static str, Times); 4] {
    let (most, mut newcomers) = (newcomers.len(), newcomers.into_iter());
    let arrival = Times::of(most, until, |_| {
        let newcomer = newcomers.next();
        newcomer.is_some_and(|person| live.arrive(person).is_ok())
    });
    let ids = |live: &Live| -> Vec<String> {
        let people = &live.problem().participants;
        let step = (people.len() / most).max(1);
        let spread = people.iter().step_by(step);
        spread.map(|person| person.id.clone()).collect()
    };
    let leaving = ids(live);
    let withdrawal = Times::of(most.min(leaving.len()), until, |at| {
        live.withdraw(&leaving[at])
    });
    // The second half of a step, so that it is not always the worker in front.
    let workers = |live: &Live, least: u64| -> Vec<(String, u64)> {
        let able = live.problem().workers.iter();
        let able = able.filter(|worker| worker.capacity >= least);
        let able: Vec<(String, u64)> = able.map(|w| (w.id.clone(), w.capacity)).collect();
        let step = (able.len() / most).max(1);
        able.into_iter().skip(step / 2).step_by(step).collect()
    };
    let growing = workers(live, 0);
    let one_more = Times::of(most.min(growing.len()), until, |at| {
        let (id, places) = &growing[at];
        live.set_capacity(id, places + 1)
    });
    let shrinking = workers(live, 1);
    let one_fewer = Times::of(most.min(shrinking.len()), until, |at| {
        let (id, places) = &shrinking[at];
        live.set_capacity(id, places - 1)
    });
    [
        ("arrival", arrival),
        ("withdrawal", withdrawal),
        ("one_more", one_more),
        ("one_fewer", one_fewer),
    ]
}

/// Pairs worth more than their prices, and one more if the sum is not what all prices together come to: then, and only then,
/// some person left out or some worker with room has a price.
fn wrong(live: &Live) -> u64 {
    let answer = live.assignment();
    let people: i64 = answer.certificate.participant_price.values().sum();
    let workers = live.problem().workers.iter();
    let places: i64 = workers
        .map(|w| answer.certificate.worker_price[&w.id] * w.capacity.cast_signed())
        .sum();
    live.prove().better + u64::from(people + places != answer.objective)
}

/// Milliseconds of one kind, the quickest first.
struct Times(Vec<f64>);

impl Times {
    /// Does something up to so many times, or until the seconds are over. It answers whether it was done.
    fn of(most: usize, until: f64, mut act: impl FnMut(usize) -> bool) -> Times {
        let (mut times, all) = (Vec::new(), Instant::now());
        for at in 0..most {
            let began = Instant::now();
            let done = act(at);
            let took = began.elapsed().as_secs_f64() * 1e3;
            assert!(done, "change {at} was refused");
            times.push(took);
            if all.elapsed().as_secs_f64() > until {
                break;
            }
        }
        times.sort_by(f64::total_cmp);
        Times(times)
    }

    fn json(&self) -> String {
        let at = |part: f64| self.0[((self.0.len() as f64 * part) as usize).min(self.0.len() - 1)];
        format!(
            "{{\"count\":{},\"median\":{:.4},\"late\":{:.4},\"most\":{:.4}}}",
            self.0.len(),
            at(0.5),
            at(0.95),
            at(1.0)
        )
    }
}
