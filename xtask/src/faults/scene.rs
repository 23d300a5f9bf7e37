//! The scene of a trial: an installation with a few conversations, its nodes, and the count at the end.

use super::crowd::{Crowd, Plan, Talk, bearer};
use super::http;
use super::json::Json;
use super::tally::{Found, Tally};
use crate::keeper::{Keeper, private_folder, wait_until};
use crate::program::{Launch, Program};
use crate::services::{self, free_port, log_file};
use crate::{place, run};
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::Ordering::SeqCst;
use std::time::Duration;

/// How many conversations are written in, by two each.
const TALKS: usize = 3;
/// How long a node may take until it says that it is ready.
const READY: Duration = Duration::from_secs(60);
/// How long readers may take to be shown the last message.
const SHOWN: Duration = Duration::from_secs(60);
/// Seconds for which a node that is to stop says "not ready" and goes on serving.
const DRAIN: &str = "3";

/// How a trial is made.
#[derive(Debug, Clone)]
pub(crate) struct Trial {
    pub(crate) rounds: u64,
    pub(crate) seed: u64,
    /// Build the server with the feature `mutants`.
    pub(crate) mutants: bool,
    /// The fault to plant.
    pub(crate) mutant: Option<String>,
    pub(crate) release: bool,
}

/// An installation.
pub(super) struct Scene {
    binary: PathBuf,
    /// Holds `data`, and whatever is asked to stand beside it.
    pub(super) folder: PathBuf,
    variables: Vec<(String, String)>,
    pub(super) talks: Vec<Talk>,
    /// How many messages each conversation held before anybody wrote.
    before: Vec<i64>,
    /// A token of somebody who has offers to choose from.
    pub(super) chooser: String,
    seed: u64,
    log: PathBuf,
    _folder: Keeper,
}

/// A server of the installation; asked to end when this is dropped.
pub(super) struct Node {
    launch: Launch,
    program: Program,
    pub(super) address: SocketAddr,
}

/// A free port of the loopback address.
pub(super) fn free_address() -> Result<SocketAddr, String> {
    Ok(SocketAddr::from(([127, 0, 0, 1], free_port()?)))
}

fn build(trial: &Trial) -> Result<PathBuf, String> {
    let root = place::root()?;
    let mut target = place::target(&root);
    let mut command = run::command("cargo", &root);
    command.args(["build", "--package", "cairn", "--bin", "cairn"]);
    if trial.mutants {
        target = target.join("mutants");
        command.args(["--features", "mutants"]);
    }
    if trial.release {
        command.arg("--release");
    }
    command.arg("--target-dir").arg(&target);
    let profile = if trial.release { "release" } else { "debug" };
    match run::plainly(&mut command)? {
        true => Ok(target.join(profile).join("cairn")),
        false => Err("cairn does not build".to_owned()),
    }
}

impl Scene {
    /// Makes an installation on a database, or on a file of its own when there is none. Its data is
    /// in `folder/mnt/data`, so that a file system of its own can be mounted there first.
    pub(super) fn new(
        trial: &Trial,
        database: Option<&str>,
        nats: Option<&str>,
    ) -> Result<Self, String> {
        let folder = private_folder("faults", None)?;
        let keeper = Keeper::mount(&folder)?;
        Self::within(trial, database, nats, folder, keeper)
    }

    /// The same in a folder that is there, and its keeper.
    pub(super) fn within(
        trial: &Trial,
        database: Option<&str>,
        nats: Option<&str>,
        folder: PathBuf,
        keeper: Keeper,
    ) -> Result<Self, String> {
        let binary = build(trial)?;
        let data = folder.join("mnt/data");
        std::fs::create_dir_all(&data).map_err(|e| format!("{}: {e}", data.display()))?;
        let mut variables = vec![
            ("CAIRN_DATA".to_owned(), data.display().to_string()),
            ("CAIRN_LOG".to_owned(), "warn".to_owned()),
            ("CAIRN_TRUSTED_PROXIES".to_owned(), "127.0.0.1".to_owned()),
        ];
        for (name, value) in [("CAIRN_DATABASE_URL", database), ("CAIRN_NATS_URL", nats)] {
            variables.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        }
        let log = log_file("faults")?;
        let said = fill(&binary, &folder, &variables, &log)?;
        if let Some(mutant) = &trial.mutant {
            variables.push(("CAIRN_MUTANT".to_owned(), mutant.clone()));
        }
        let mut scene = Self {
            binary,
            folder,
            variables,
            talks: talks(&said)?,
            before: Vec::new(),
            chooser: token_of(&said, "mei").unwrap_or_default(),
            seed: trial.seed,
            log,
            _folder: keeper,
        };
        let node = scene.node(&[])?;
        scene.before = ends(&scene.all_found(node.address)?);
        Ok(scene)
    }

    /// Starts a node on a free port, with further variables, and waits until it is ready.
    pub(super) fn node(&self, more: &[(&str, &str)]) -> Result<Node, String> {
        let address = free_address()?;
        let mut variables = self.variables.clone();
        let more = more
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        variables.extend(more);
        let launch = Launch {
            program: self.binary.clone(),
            arguments: ["serve", "--listen", &address.to_string()]
                .map(str::to_owned)
                .to_vec(),
            folder: self.folder.clone(),
            variables,
            person: None,
            signal: "TERM",
            log: self.log.clone(),
            name: format!("node-{}", address.port()),
        };
        let mut node = Node {
            program: launch.start()?,
            launch,
            address,
        };
        node.is_ready()?;
        Ok(node)
    }

    /// Three nodes that take their time to stop, as behind a balancer.
    pub(super) fn three_nodes(&self) -> Result<Vec<Node>, String> {
        let drain = [("CAIRN_DRAIN_SECONDS", DRAIN)];
        (0..3).map(|_| self.node(&drain)).collect()
    }

    /// People begin to read and write at these addresses.
    pub(super) fn crowd(
        &self,
        write_to: Vec<SocketAddr>,
        read_from: Vec<SocketAddr>,
    ) -> Result<Crowd, String> {
        let crowd = Crowd::begin(&Plan {
            talks: self.talks.clone(),
            write_to,
            read_from,
            seed: self.seed,
        })?;
        crowd.goes_on(50, Duration::from_secs(60))?;
        Ok(crowd)
    }

    /// How many messages a conversation held before anybody wrote.
    pub(super) fn before(&self, talk: usize) -> i64 {
        self.before.get(talk).copied().unwrap_or(0)
    }

    /// Everybody stops; what they were told and shown is held against what is there.
    pub(super) fn count(
        &self,
        mut crowd: Crowd,
        rounds: u64,
        at: SocketAddr,
    ) -> Result<Tally, String> {
        let wrote = crowd.stop_writing();
        let found = self.all_found(at)?;
        let ends = ends(&found);
        let read = crowd.stop_reading(&ends, SHOWN);
        let mut tally = Tally {
            rounds,
            refused: crowd.counters.refused.load(SeqCst),
            unanswered: crowd.counters.unanswered.load(SeqCst),
            ..Tally::default()
        };
        if wrote.len() + read.len() != crowd.talks() * 4 {
            tally
                .wrong
                .push("somebody of the crowd was lost".to_owned());
        }
        for (talk, found) in found.iter().enumerate() {
            let before = self.before[talk];
            let writers: Vec<_> = wrote.iter().filter(|one| one.talk == talk).collect();
            tally.hold_writers(&writers, found, before);
            for reader in read.iter().filter(|one| one.talk == talk) {
                tally.hold_reader(reader, found, before);
            }
        }
        Ok(tally)
    }

    fn all_found(&self, at: SocketAddr) -> Result<Vec<Vec<Found>>, String> {
        self.talks.iter().map(|talk| found(at, talk)).collect()
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            let _ = std::fs::remove_file(&self.log);
        }
    }
}

/// The number of each conversation's last message.
fn ends(found: &[Vec<Found>]) -> Vec<i64> {
    found.iter().map(|messages| last(messages)).collect()
}

fn last(found: &[Found]) -> i64 {
    found.last().map_or(0, |message| message.seq)
}

/// Lets the demonstration make its people; what it says about them.
fn fill(
    binary: &Path,
    folder: &Path,
    variables: &[(String, String)],
    log: &Path,
) -> Result<Json, String> {
    let file = std::fs::File::create(log).map_err(|e| format!("{}: {e}", log.display()))?;
    let mut command = run::command(&binary.to_string_lossy(), folder);
    command.args(["demo", "--json", "--port", "0", "--pairs"]);
    command.args([&TALKS.to_string(), "--participants", "16", "--workers", "8"]);
    // Without being told where, a demonstration is made in a folder that goes with it.
    command.arg("--data").arg(folder.join("mnt/data"));
    let variables = variables.iter().map(|(name, value)| (name, value));
    command.envs(variables).env_remove("CAIRN_MUTANT");
    let child = command.stdout(Stdio::piped()).stderr(file).spawn();
    let mut child = child.map_err(|e| format!("cairn demo: {e}"))?;
    let mut line = String::new();
    if let Some(output) = child.stdout.take() {
        let _ = BufReader::new(output).read_line(&mut line);
    }
    let _ = child.kill();
    let _ = child.wait();
    Json::read(&line).ok_or_else(|| {
        format!(
            "cairn demo did not say who there is:\n{}",
            services::tail(log)
        )
    })
}

fn token_of(said: &Json, login: &str) -> Option<String> {
    let mut accounts = said.list("accounts").iter();
    let account = accounts.find(|account| account.text("login") == Some(login));
    Some(account?.text("token")?.to_owned())
}

fn talks(said: &Json) -> Result<Vec<Talk>, String> {
    let talk = |pair: &Json| {
        let token = |who: &str| token_of(said, pair.text(who)?);
        Some(Talk {
            conversation: pair.text("conversation")?.to_owned(),
            tokens: [token("participant")?, token("worker")?],
        })
    };
    let talks: Vec<Talk> = said.list("pairs").iter().filter_map(talk).collect();
    match talks.len() >= TALKS {
        true => Ok(talks.into_iter().take(TALKS).collect()),
        false => Err(format!("the demonstration has {} pairs", talks.len())),
    }
}

/// All that is in a conversation.
fn found(at: SocketAddr, talk: &Talk) -> Result<Vec<Found>, String> {
    let mut all: Vec<Found> = Vec::new();
    let mut tries = 0;
    loop {
        let after = all.last().map_or(0, |message| message.seq);
        let path = format!(
            "/api/v1/conversations/{}/messages?after={after}",
            talk.conversation
        );
        let json = match http::once(at, &path, &bearer(&talk.tokens[0])) {
            Some((200, text)) => Json::read(&text).ok_or("an answer that is no JSON")?,
            // Streams and writers may keep it busy a moment longer.
            _ if tries < 100 => {
                tries += 1;
                std::thread::sleep(Duration::from_millis(200));
                continue;
            }
            answer => return Err(format!("what is there cannot be read: {answer:?}")),
        };
        let messages = json.list("messages");
        if messages.is_empty() {
            return Ok(all);
        }
        for message in messages {
            let read = || {
                Some(Found {
                    seq: message.whole("seq")?,
                    number: message.text("client_id")?.to_owned(),
                    body: message.text("body")?.to_owned(),
                })
            };
            all.push(read().ok_or("a message without its number")?);
        }
    }
}

impl Node {
    /// What it says of itself at `/healthz` or `/readyz`.
    pub(super) fn says(&self, path: &str) -> Option<(u16, String)> {
        http::once(self.address, path, "")
    }

    /// Waits until it is ready.
    pub(super) fn is_ready(&mut self) -> Result<(), String> {
        let ready = || matches!(self.says("/readyz"), Some((200, _)));
        match wait_until(READY, || false, ready) {
            true => Ok(()),
            false => Err(format!(
                "a node is not ready after {READY:?}; it says {:?}\n{}",
                self.says("/readyz"),
                services::tail(&self.launch.log)
            )),
        }
    }

    /// Waits until it says that it is not ready, for want of this, while it says that it lives.
    pub(super) fn lacks(&self, what: &str) -> Result<(), String> {
        let named = || matches!(self.says("/readyz"), Some((503, text)) if text.contains(what));
        if !wait_until(Duration::from_secs(40), || false, named) {
            let says = self.says("/readyz");
            return Err(format!("a node without {what} says {says:?}"));
        }
        match self.says("/healthz") {
            Some((200, _)) => Ok(()),
            other => Err(format!("a node without {what} says of its life {other:?}")),
        }
    }

    /// Kills it without a word.
    pub(super) fn kill(&mut self) -> Result<(), String> {
        self.program.kill()
    }

    /// Starts it again on the same address, and waits until it is ready.
    pub(super) fn start(&mut self) -> Result<(), String> {
        self.program = self.launch.start()?;
        self.is_ready()
    }

    /// Asks it to stop, waits until it has, and starts it again.
    pub(super) fn restart(&mut self) -> Result<(), String> {
        self.program.end();
        self.start()
    }
}
