//! A PostgreSQL and a NATS of our own for one command: on free ports, in temporary folders, gone
//! afterwards. A database or a NATS that runs on this machine already is neither used nor touched.

mod killable;
mod nats;
mod postgres;

pub(crate) use killable::Killable;
pub(crate) use postgres::{other_person, secret};

use crate::arguments::Arguments;
use crate::{place, run};
use std::net::TcpListener;
use std::path::PathBuf;

/// The address of an administrator's database on the private PostgreSQL.
pub(crate) const DATABASE: &str = "CAIRN_TEST_DATABASE_URL";
/// Says that the PostgreSQL belongs to the tests: they may change the whole server's settings.
pub(crate) const OWN: &str = "CAIRN_TEST_DATABASE_OWN";
/// The address of the private NATS.
pub(crate) const NATS: &str = "CAIRN_TEST_NATS_URL";

/// Running services; they end when this is dropped.
#[derive(Debug)]
pub(crate) struct Services {
    postgres: postgres::Postgres,
    nats: nats::Nats,
}

impl Services {
    /// Starts both and waits until they answer. `durable` leaves fsync on, as durability tests need.
    pub(crate) fn start(durable: bool) -> Result<Self, String> {
        let postgres = postgres::Postgres::start(durable)?;
        let nats = nats::Nats::start()?;
        println!(
            "services: {} on port {} (fsync {}), NATS on port {}",
            postgres.version,
            postgres.port,
            if durable { "on" } else { "off" },
            nats.port
        );
        Ok(Self { postgres, nats })
    }

    /// The variables under which tests find the services.
    pub(crate) fn variables(&self) -> [(&'static str, String); 3] {
        [
            (DATABASE, self.postgres.url()),
            (OWN, "1".to_owned()),
            (NATS, self.nats.url()),
        ]
    }
}

/// Which of the programs that `Services::start` needs are not installed.
pub(crate) fn missing() -> Vec<&'static str> {
    let mut missing = Vec::new();
    if place::postgres_programs().is_none() {
        missing.push("PostgreSQL (initdb)");
    }
    if place::program("nats-server").is_none() {
        missing.push("nats-server");
    }
    missing
}

/// `cargo xtask services [--durable] -- COMMAND…`
pub(crate) fn command(given: &[String]) -> Result<bool, String> {
    let arguments = Arguments::read(given, &["--durable"], &[])?;
    let Some((program, rest)) = arguments.rest.split_first() else {
        return Err("services: which command? cargo xtask services -- COMMAND…".to_owned());
    };
    let services = Services::start(arguments.has("--durable"))?;
    let here = std::env::current_dir().map_err(|e| e.to_string())?;
    let mut command = run::command(program, &here);
    command.args(rest).envs(services.variables());
    run::plainly(&mut command)
}

/// A port of the loopback address that nobody listens on at this moment.
pub(crate) fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|e| format!("no free port: {e}"))?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    Ok(address.port())
}

/// A file in the target folder for what a service says, so that a failed start can be explained.
pub(crate) fn log_file(service: &str) -> Result<PathBuf, String> {
    let root = place::root()?;
    let folder = place::target(&root).join("xtask");
    std::fs::create_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    Ok(folder.join(format!("{service}-{}.log", std::process::id())))
}

/// The end of a log, for an error message.
pub(crate) fn tail(log: &std::path::Path) -> String {
    let text = std::fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(15)..].join("\n")
}
