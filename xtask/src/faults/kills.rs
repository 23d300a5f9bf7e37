//! Something is killed without a word while people read and write: the server, PostgreSQL, NATS, one
//! node of three.

use super::crowd::Dice;
use super::scene::{Node, Scene, Trial, free_address};
use super::tally::Tally;
use super::{Ended, lacks};
use crate::keeper::wait_until;
use crate::place;
use crate::program::{Launch, Program};
use crate::services::{Killable, log_file};
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

/// How long it may take until something is acknowledged again.
const RECOVERY: Duration = Duration::from_secs(60);

/// `kill -9` of the only server, on SQLite and on PostgreSQL.
pub(super) fn server(trial: &Trial) -> Result<Ended, String> {
    let on_file = server_on(trial, None)?;
    println!("kill-server on SQLite: {}", on_file.in_words());
    // A planted fault is looked for on SQLite, where the server itself commits.
    if trial.mutant.is_some() {
        return Ok(Ended::counted(on_file));
    }
    if let Some(lack) = lacks(&["PostgreSQL"]) {
        return Ok(Ended::Skipped(lack));
    }
    let postgres = Killable::postgres()?;
    let on_server = server_on(trial, Some(&postgres.url))?;
    println!("kill-server on PostgreSQL: {}", on_server.in_words());
    Ok(Ended::counted(on_file.and(on_server)))
}

fn server_on(trial: &Trial, database: Option<&str>) -> Result<Tally, String> {
    let scene = Scene::new(trial, database, None)?;
    let mut node = scene.node(&[])?;
    let crowd = scene.crowd(vec![node.address], vec![node.address])?;
    let mut dice = Dice::new(trial.seed, 1);
    for _ in 0..trial.rounds {
        std::thread::sleep(dice.millis(150, 700));
        node.kill()?;
        std::thread::sleep(dice.millis(0, 150));
        node.start()?;
        crowd.goes_on(20, RECOVERY)?;
    }
    scene.count(crowd, trial.rounds, node.address)
}

/// `kill -9` of PostgreSQL and all its backends, under one server that goes on.
pub(super) fn postgres(trial: &Trial) -> Result<Ended, String> {
    if let Some(lack) = lacks(&["PostgreSQL"]) {
        return Ok(Ended::Skipped(lack));
    }
    let mut postgres = Killable::postgres()?;
    let scene = Scene::new(trial, Some(&postgres.url), None)?;
    let mut node = scene.node(&[])?;
    let crowd = scene.crowd(vec![node.address], vec![node.address])?;
    let mut dice = Dice::new(trial.seed, 2);
    for _ in 0..trial.rounds {
        std::thread::sleep(dice.millis(200, 800));
        postgres.kill()?;
        node.lacks("the database")?;
        postgres.start()?;
        node.is_ready()?;
        crowd.goes_on(20, RECOVERY)?;
    }
    let tally = scene.count(crowd, trial.rounds, node.address)?;
    Ok(Ended::counted(tally))
}

/// NATS is killed and started again; who reads on another node than is written to misses nothing,
/// also of what is written while NATS is away.
pub(super) fn nats(trial: &Trial) -> Result<Ended, String> {
    if let Some(lack) = lacks(&["PostgreSQL", "nats-server"]) {
        return Ok(Ended::Skipped(lack));
    }
    let postgres = Killable::postgres()?;
    let mut nats = Killable::nats()?;
    let scene = Scene::new(trial, Some(&postgres.url), Some(&nats.url))?;
    let (mut one, mut other) = (scene.node(&[])?, scene.node(&[])?);
    let crowd = scene.crowd(vec![one.address], vec![other.address])?;
    let mut dice = Dice::new(trial.seed, 3);
    for round in 1..=trial.rounds {
        std::thread::sleep(dice.millis(200, 800));
        nats.kill()?;
        one.lacks("the bus")?;
        other.lacks("the bus")?;
        crowd.goes_on(50, RECOVERY)?;
        if round == trial.rounds {
            break; // the last words are written, and shown, without NATS
        }
        nats.start()?;
        one.is_ready()?;
        other.is_ready()?;
        crowd.goes_on(20, RECOVERY)?;
    }
    let tally = scene.count(crowd, trial.rounds, one.address)?;
    nats.start()?;
    one.is_ready()?;
    Ok(Ended::counted(tally))
}

/// HAProxy in front of three nodes, with the configuration of the documents.
const BALANCER: &str = include_str!("../../../docs/howto/several-nodes/haproxy.cfg");

/// One node of three behind a balancer is killed; then all three are restarted one after the other.
pub(super) fn node(trial: &Trial) -> Result<Ended, String> {
    if let Some(lack) = lacks(&["PostgreSQL", "nats-server", "haproxy"]) {
        return Ok(Ended::Skipped(lack));
    }
    let postgres = Killable::postgres()?;
    let nats = Killable::nats()?;
    let scene = Scene::new(trial, Some(&postgres.url), Some(&nats.url))?;
    let mut nodes = scene.three_nodes()?;
    let front = free_address()?;
    let addresses: Vec<(&str, SocketAddr)> = ["10.0.0.11:8080", "10.0.0.12:8080", "10.0.0.13:8080"]
        .into_iter()
        .zip(nodes.iter().map(|node| node.address))
        .chain([("10.0.0.10:80", front)])
        .collect();
    let _balancer = balancer(&scene, BALANCER, &addresses, front)?;
    let crowd = scene.crowd(vec![front], vec![front])?;
    let mut dice = Dice::new(trial.seed, 4);
    for round in 0..trial.rounds {
        let chosen = usize::try_from(round).unwrap_or(0) % nodes.len();
        std::thread::sleep(dice.millis(200, 800));
        nodes[chosen].kill()?;
        crowd.goes_on(20, RECOVERY)?;
        nodes[chosen].start()?;
        crowd.goes_on(20, RECOVERY)?;
    }
    let refused = |crowd: &super::crowd::Crowd| {
        let of = |counter: &std::sync::atomic::AtomicU64| {
            counter.load(std::sync::atomic::Ordering::SeqCst)
        };
        of(&crowd.counters.refused) + of(&crowd.counters.unanswered)
    };
    let before = refused(&crowd);
    for node in &mut nodes {
        rolled(node)?;
        crowd.goes_on(20, RECOVERY)?;
    }
    let during = refused(&crowd) - before;
    println!("kill-node: {during} requests were refused or unanswered during the rolling restart");
    let mut tally = scene.count(crowd, trial.rounds + 3, front)?;
    if during > 0 {
        let wrong = format!("a rolling restart refused {during} requests");
        tally.wrong.push(wrong);
    }
    Ok(Ended::counted(tally))
}

/// Restarts one node, and lets the balancer notice before the next one goes.
fn rolled(node: &mut Node) -> Result<(), String> {
    node.restart()?;
    // As often as the balancer asks until it believes that a node is back.
    std::thread::sleep(Duration::from_secs(3));
    Ok(())
}

/// HAProxy with a configuration whose addresses are replaced by ours.
fn balancer(
    scene: &Scene,
    configuration: &str,
    addresses: &[(&str, SocketAddr)],
    front: SocketAddr,
) -> Result<Program, String> {
    balancer_in(&scene.folder, configuration, addresses, front)
}

/// The same, with its files in a folder.
pub(super) fn balancer_in(
    folder: &Path,
    configuration: &str,
    addresses: &[(&str, SocketAddr)],
    front: SocketAddr,
) -> Result<Program, String> {
    let program = place::program("haproxy").ok_or("haproxy is not installed")?;
    // As many connections as a machine of any kind has file descriptors for.
    let mut text = configuration.replace("maxconn 20000", "maxconn 400");
    for (theirs, ours) in addresses {
        text = text.replace(theirs, &ours.to_string());
    }
    let name = format!("haproxy-{}", front.port());
    let file = folder.join(format!("{name}.cfg"));
    std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
    let launch = Launch {
        program,
        arguments: vec![
            "-db".to_owned(),
            "-f".to_owned(),
            file.display().to_string(),
        ],
        folder: folder.to_path_buf(),
        variables: Vec::new(),
        person: None,
        signal: "TERM",
        log: log_file("haproxy")?,
        name,
    };
    let program = launch.start()?;
    let listens = || std::net::TcpStream::connect(front).is_ok();
    match wait_until(Duration::from_secs(10), || false, listens) {
        true => Ok(program),
        false => Err(format!(
            "haproxy does not listen:\n{}",
            crate::services::tail(&launch.log)
        )),
    }
}
