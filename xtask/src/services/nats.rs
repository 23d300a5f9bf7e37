//! A private NATS server, core only: its messages are wake-up calls, the database is the truth.

use super::{free_port, log_file, tail};
use crate::keeper::{Keeper, Service, private_folder, wait_until};
use crate::place;
use std::fs::File;
use std::io::Read;
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::path::PathBuf;
use std::time::Duration;

/// A running server; it ends when this is dropped.
#[derive(Debug)]
pub(crate) struct Nats {
    pub(crate) port: u16,
    _keeper: Keeper,
    log: PathBuf,
}

impl Nats {
    /// Starts the server on a free port and waits for its greeting.
    pub(crate) fn start() -> Result<Self, String> {
        let program = place::program("nats-server")
            .ok_or("nats-server is not installed; cargo xtask setup says how")?;
        let log = log_file("nats")?;
        // Somebody else may take the port between our look and the server's start.
        for _ in 0..5 {
            let port = free_port()?;
            let folder = private_folder("nats", None)?;
            let words = ["-a", "127.0.0.1", "-p", &port.to_string()].map(str::to_owned);
            let file = File::create(&log).map_err(|e| format!("{}: {e}", log.display()))?;
            let mut keeper = Keeper::service(Service {
                program: &program,
                arguments: &words,
                folder: &folder,
                log: file,
                person: None,
                signal: "TERM",
            })?;
            let limit = Duration::from_secs(20);
            if wait_until(limit, || keeper.has_ended(), || greets(port)) && !keeper.has_ended() {
                return Ok(Self {
                    port,
                    _keeper: keeper,
                    log,
                });
            }
        }
        Err(format!("nats-server did not start:\n{}", tail(&log)))
    }

    pub(crate) fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.log);
    }
}

/// A NATS server speaks first: `INFO {…}`.
pub(super) fn greets(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let Ok(mut stream) = TcpStream::connect_timeout(&address, Duration::from_secs(1)) else {
        return false;
    };
    let mut greeting = [0_u8; 5];
    let patience = stream.set_read_timeout(Some(Duration::from_secs(1)));
    patience.is_ok() && stream.read_exact(&mut greeting).is_ok() && &greeting == b"INFO "
}
