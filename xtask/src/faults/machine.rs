//! The machine fails in other ways: its disk is full, its clock jumps.

use super::crowd::{Crowd, Dice, bearer};
use super::http;
use super::scene::{Scene, Trial};
use super::tally::Tally;
use super::{Ended, lacks};
use crate::keeper::{Keeper, private_folder, wait_until};
use crate::{place, run};
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

const RECOVERY: Duration = Duration::from_secs(60);

/// The data folder on a file system of 48 MiB that is filled up, and emptied again; after each time
/// the server is killed too, so that only what is on the "disk" counts.
pub(super) fn full_disk(trial: &Trial) -> Result<Ended, String> {
    if !place::is_root() {
        return Ok(Ended::Skipped("mounting a tmpfs needs root".to_owned()));
    }
    let folder = private_folder("full-disk", None)?;
    let keeper = Keeper::mount(&folder)?;
    let mounted = folder.join("mnt");
    std::fs::create_dir(&mounted).map_err(|e| e.to_string())?;
    let mut mount = run::command("mount", &folder);
    mount.args(["-t", "tmpfs", "-o", "size=48m", "cairn-full-disk"]);
    if let Err(error) = run::captured(mount.arg(&mounted)) {
        return Ok(Ended::Skipped(format!(
            "a tmpfs cannot be mounted: {error}"
        )));
    }
    let scene = Scene::within(trial, None, None, folder, keeper)?;
    let mut node = scene.node(&[])?;
    let crowd = scene.crowd(vec![node.address], vec![node.address])?;
    let mut dice = Dice::new(trial.seed, 5);
    let ballast = mounted.join("ballast");
    for _ in 0..trial.rounds {
        std::thread::sleep(dice.millis(100, 400));
        let before = crowd.counters.refused.load(SeqCst);
        fill(&ballast);
        let refuses = || {
            fill(&ballast);
            crowd.counters.refused.load(SeqCst) > before + 20
        };
        if !wait_until(Duration::from_secs(60), || false, refuses) {
            return Err("a full disk did not keep anything from being written".to_owned());
        }
        match node.says("/healthz") {
            Some((200, _)) => {}
            other => return Err(format!("on a full disk the server says {other:?}")),
        }
        std::fs::remove_file(&ballast).map_err(|e| e.to_string())?;
        crowd.goes_on(20, RECOVERY)?;
        node.kill()?;
        node.start()?;
        crowd.goes_on(20, RECOVERY)?;
    }
    let tally = scene.count(crowd, trial.rounds, node.address)?;
    Ok(Ended::counted(tally))
}

/// Writes until nothing more fits.
fn fill(ballast: &Path) {
    use std::io::Write;
    let open = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(ballast);
    if let Ok(mut file) = open {
        for size in [256 * 1024, 4096, 512, 1] {
            let piece = vec![b'.'; size];
            while file.write_all(&piece).is_ok() {}
        }
    }
}

/// How far the clock jumps.
const JUMPS: [&str; 4] = ["+3600s", "+0s", "-3600s", "+0s"];

/// The clock jumps an hour forward, back, another hour back, and forward to where it was.
pub(super) fn clock_jump(trial: &Trial) -> Result<Ended, String> {
    let Some(library) = place::faketime() else {
        return Ok(Ended::Skipped("libfaketime is not installed".to_owned()));
    };
    let on_file = clock_on(trial, &library, None)?;
    println!("clock-jump on SQLite: {}", on_file.in_words());
    if trial.mutant.is_some() {
        return Ok(Ended::counted(on_file));
    }
    if let Some(lack) = lacks(&["PostgreSQL"]) {
        return Ok(Ended::Skipped(lack));
    }
    let postgres = crate::services::Killable::postgres()?;
    let on_server = clock_on(trial, &library, Some(&postgres.url))?;
    println!("clock-jump on PostgreSQL: {}", on_server.in_words());
    Ok(Ended::counted(on_file.and(on_server)))
}

fn clock_on(trial: &Trial, library: &Path, database: Option<&str>) -> Result<Tally, String> {
    let scene = Scene::new(trial, database, None)?;
    let clock = scene.folder.join("clock");
    set(&clock, "+0s")?;
    let (library, file) = (library.display().to_string(), clock.display().to_string());
    let node = scene.node(&[
        ("LD_PRELOAD", &library),
        ("FAKETIME_TIMESTAMP_FILE", &file),
        ("FAKETIME_NO_CACHE", "1"),
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ("DONT_FAKE_MONOTONIC", "1"),
    ])?;
    let offers = offers(node.address, &scene.chooser)?;
    let crowd = scene.crowd(vec![node.address], vec![node.address])?;
    let mut wrong = Vec::new();
    for _ in 0..trial.rounds {
        for jump in JUMPS {
            set(&clock, jump)?;
            jumped(&crowd)?;
            let now = self::offers(node.address, &scene.chooser)?;
            if now != offers {
                wrong.push(format!("at {jump} there are {now} offers and not {offers}"));
            }
        }
    }
    let mut tally = scene.count(crowd, trial.rounds * JUMPS.len() as u64, node.address)?;
    let hours = stretch(&scene, node.address)?;
    println!("clock-jump: the times of one conversation's messages lie {hours:.2} h apart");
    if hours < 1.9 {
        wrong.push("the clock did not jump".to_owned());
    }
    tally.wrong.extend(wrong);
    Ok(tally)
}

fn set(clock: &Path, jump: &str) -> Result<(), String> {
    // In one step: half a time would be no time.
    let new = clock.with_extension("new");
    std::fs::write(&new, format!("{jump}\n")).map_err(|e| e.to_string())?;
    std::fs::rename(&new, clock).map_err(|e| e.to_string())
}

/// People go on writing after a jump.
fn jumped(crowd: &Crowd) -> Result<(), String> {
    crowd.goes_on(60, RECOVERY)
}

/// How many offers somebody has to choose from; nobody's token or offer may run out by a jump of an hour.
fn offers(at: SocketAddr, token: &str) -> Result<usize, String> {
    let answer = http::once(at, "/api/v1/me/offers", &bearer(token));
    match &answer {
        Some((200, text)) => Ok(text
            .matches("\"worker")
            .count()
            .max(text.matches("\"id\"").count())),
        other => Err(format!("offers cannot be read: {other:?}")),
    }
}

/// Between the earliest and the latest time of a conversation's messages, in hours, as far as they
/// were written on the days of the trial.
fn stretch(scene: &Scene, at: SocketAddr) -> Result<f64, String> {
    let talk = &scene.talks[0];
    let path = format!(
        "/api/v1/conversations/{}/messages?after={}",
        talk.conversation,
        scene.before(0)
    );
    let Some((200, text)) = http::once(at, &path, &bearer(&talk.tokens[0])) else {
        return Err("times cannot be read".to_owned());
    };
    let json = super::json::Json::read(&text).ok_or("times are no JSON")?;
    let times: Vec<f64> = json
        .list("messages")
        .iter()
        .filter_map(|message| minutes(message.text("sent_at")?))
        .collect();
    let least = times.iter().copied().fold(f64::INFINITY, f64::min);
    let most = times.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Ok((most - least) / 60.0)
}

/// Minutes since the first of the month of `2026-11-29T08:04:09.5Z`.
fn minutes(time: &str) -> Option<f64> {
    let number = |from: usize, to: usize| time.get(from..to)?.parse::<f64>().ok();
    Some((number(8, 10)? * 24.0 + number(11, 13)?) * 60.0 + number(14, 16)?)
}
