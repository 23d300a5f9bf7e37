//! A PostgreSQL and a NATS that are killed and started again, on the same port and the same files.

use super::postgres::Cluster;
use super::{free_port, log_file, nats, tail};
use crate::keeper::{Keeper, private_folder, wait_until};
use crate::program::{Launch, Program};
use crate::{place, run};
use std::time::Duration;

/// How long a service may take to answer; after a kill it has a log to go through.
const ANSWER: Duration = Duration::from_secs(60);

/// A service that can be killed; it ends, and its files go, when this is dropped.
#[derive(Debug)]
pub(crate) struct Killable {
    running: Option<Program>,
    launch: Launch,
    ready: Ready,
    pub(crate) url: String,
    _folder: Keeper,
}

/// How it is known to answer.
#[derive(Debug)]
enum Ready {
    Postgres(Cluster, u16),
    Nats(u16),
}

impl Killable {
    /// A PostgreSQL whose commits wait for the disk, with the database `cairn`.
    pub(crate) fn postgres() -> Result<Self, String> {
        let cluster = Cluster::new()?;
        let folder = Keeper::mount(&cluster.folder)?;
        cluster.init()?;
        let port = free_port()?;
        let launch = Launch {
            program: cluster.programs.join("postgres"),
            arguments: cluster.server_words(port, true),
            folder: cluster.folder.clone(),
            variables: Vec::new(),
            person: cluster.person,
            signal: "INT",
            log: log_file("killed-postgresql")?,
            name: "postgres".to_owned(),
        };
        let mut service = Self {
            running: None,
            launch,
            url: cluster.url(port),
            ready: Ready::Postgres(cluster, port),
            _folder: folder,
        };
        service.start()?;
        if let Ready::Postgres(cluster, port) = &service.ready {
            let mut create = cluster.client("createdb", *port);
            run::captured(create.args(["-U", "cairn", "cairn"]))?;
        }
        Ok(service)
    }

    /// A NATS server.
    pub(crate) fn nats() -> Result<Self, String> {
        let program = place::program("nats-server").ok_or("nats-server is not installed")?;
        let folder = private_folder("killed-nats", None)?;
        let kept = Keeper::mount(&folder)?;
        let port = free_port()?;
        let words = ["-a", "127.0.0.1", "-p", &port.to_string()].map(str::to_owned);
        let launch = Launch {
            program,
            arguments: words.to_vec(),
            folder,
            variables: Vec::new(),
            person: None,
            signal: "TERM",
            log: log_file("killed-nats")?,
            name: "nats".to_owned(),
        };
        let mut service = Self {
            running: None,
            launch,
            ready: Ready::Nats(port),
            url: format!("nats://127.0.0.1:{port}"),
            _folder: kept,
        };
        service.start()?;
        Ok(service)
    }

    /// Starts it where it is not running, and waits until it answers.
    pub(crate) fn start(&mut self) -> Result<(), String> {
        self.running = Some(self.launch.start()?);
        let answers = || match &self.ready {
            Ready::Postgres(cluster, port) => {
                run::captured(&mut cluster.client("pg_isready", *port)).is_ok()
            }
            Ready::Nats(port) => nats::greets(*port),
        };
        match wait_until(ANSWER, || false, answers) {
            true => Ok(()),
            false => Err(format!(
                "{} does not answer:\n{}",
                self.launch.name,
                tail(&self.launch.log)
            )),
        }
    }

    /// Kills it with everything it has started.
    pub(crate) fn kill(&mut self) -> Result<(), String> {
        match self.running.as_mut() {
            Some(program) => program.kill(),
            None => Ok(()),
        }
    }
}

impl Drop for Killable {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.launch.log);
    }
}
