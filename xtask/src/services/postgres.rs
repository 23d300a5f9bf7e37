//! A private PostgreSQL: a fresh cluster in a temporary folder, on a free port of the loopback address.

use super::{free_port, log_file, tail};
use crate::keeper::{Keeper, Person, Service, private_folder, wait_until};
use crate::{place, run};
use std::fs::File;
use std::io::Read;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// The first version whose SQL the product relies on.
const OLDEST: u32 = 15;

/// A running server; it ends, and its files go, when this is dropped.
#[derive(Debug)]
pub(crate) struct Postgres {
    pub(crate) port: u16,
    /// As the server names itself, for example `postgres (PostgreSQL) 15.8`.
    pub(crate) version: String,
    password: String,
    _keeper: Keeper,
    log: PathBuf,
}

/// What is needed to run one of PostgreSQL's programs on the private cluster.
#[derive(Debug)]
pub(crate) struct Cluster {
    pub(crate) programs: PathBuf,
    pub(crate) folder: PathBuf,
    pub(crate) person: Option<Person>,
    password: String,
}

impl Postgres {
    /// Makes a cluster and starts it. With `durable` every commit waits for the disk.
    pub(crate) fn start(durable: bool) -> Result<Self, String> {
        let programs = place::postgres_programs()
            .ok_or("PostgreSQL is not installed; cargo xtask setup says how")?;
        let version = version(&programs)?;
        let person = other_person()?;
        let log = log_file("postgresql")?;
        // Somebody else may take the port between our look and the server's start.
        for _ in 0..5 {
            let cluster = Cluster {
                programs: programs.clone(),
                folder: private_folder("postgresql", person)?,
                person,
                password: secret()?,
            };
            if let Some((port, keeper)) = cluster.start(durable, &log)? {
                return Ok(Self {
                    port,
                    version,
                    password: cluster.password,
                    _keeper: keeper,
                    log,
                });
            }
        }
        Err(format!("PostgreSQL did not start:\n{}", tail(&log)))
    }

    /// The address of the database `cairn`, as a user who may create more databases.
    pub(crate) fn url(&self) -> String {
        let Self { port, password, .. } = self;
        format!("postgres://cairn:{password}@127.0.0.1:{port}/cairn")
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.log);
    }
}

impl Cluster {
    /// A folder for a cluster, without one yet.
    pub(crate) fn new() -> Result<Self, String> {
        let programs = place::postgres_programs()
            .ok_or("PostgreSQL is not installed; cargo xtask setup says how")?;
        let person = other_person()?;
        Ok(Self {
            programs,
            folder: private_folder("postgresql", person)?,
            person,
            password: secret()?,
        })
    }

    /// The address of the database `cairn`.
    pub(crate) fn url(&self, port: u16) -> String {
        format!("postgres://cairn:{}@127.0.0.1:{port}/cairn", self.password)
    }

    fn start(&self, durable: bool, log: &Path) -> Result<Option<(u16, Keeper)>, String> {
        self.init().inspect_err(|_| {
            let _ = std::fs::remove_dir_all(&self.folder);
        })?;
        let port = free_port()?;
        let words = self.server_words(port, durable);
        let file = File::create(log).map_err(|e| format!("{}: {e}", log.display()))?;
        let program = self.programs.join("postgres");
        let mut keeper = Keeper::service(Service {
            program: &program,
            arguments: &words,
            folder: &self.folder,
            log: file,
            person: self.person,
            signal: "INT",
        })?;
        let mut ask = self.client("pg_isready", port);
        let ready = wait_until(
            Duration::from_secs(60),
            || keeper.has_ended(),
            || run::captured(&mut ask).is_ok(),
        );
        if keeper.has_ended() {
            return Ok(None);
        }
        if !ready {
            return Err(format!("PostgreSQL does not answer:\n{}", tail(log)));
        }
        run::captured(self.client("createdb", port).args(["-U", "cairn", "cairn"]))?;
        Ok(Some((port, keeper)))
    }

    /// `initdb`, in UTF-8. Loopback connections need the password, the socket's folder is ours alone.
    pub(crate) fn init(&self) -> Result<(), String> {
        let secret = self.folder.join("password");
        std::fs::write(&secret, &self.password).map_err(|e| e.to_string())?;
        if let Some(person) = self.person {
            std::os::unix::fs::chown(&secret, Some(person.user), Some(person.group))
                .map_err(|e| e.to_string())?;
        }
        let made = self.init_with("C.UTF-8").or_else(|_| {
            // Not every system has it; the plain one is everywhere.
            let _ = std::fs::remove_dir_all(self.folder.join("data"));
            self.init_with("C")
        });
        std::fs::remove_file(&secret).map_err(|e| e.to_string())?;
        made
    }

    fn init_with(&self, locale: &str) -> Result<(), String> {
        let mut command = self.program("initdb");
        command.args(["--username=cairn", "--encoding=UTF8", "--no-sync"]);
        command.arg(format!("--locale={locale}"));
        command.args(["--auth-local=trust", "--auth-host=password"]);
        command.args(["--pwfile=password", "--pgdata=data"]);
        run::captured(&mut command).map(|_| ())
    }

    pub(crate) fn server_words(&self, port: u16, durable: bool) -> Vec<String> {
        let mut settings = vec![
            "listen_addresses=127.0.0.1".to_owned(),
            format!("unix_socket_directories={}", self.folder.display()),
            format!("port={port}"),
            "max_connections=300".to_owned(),
            // Test databases are made by copying a template, many at once.
            "checkpoint_timeout=30min".to_owned(),
            "max_wal_size=4GB".to_owned(),
        ];
        if !durable {
            // Commits still wait for a standby where a test sets one: synchronous_commit stays on.
            settings.extend(["fsync=off", "full_page_writes=off"].map(str::to_owned));
        }
        let mut words = vec!["-D".to_owned(), "data".to_owned()];
        for setting in settings {
            words.extend(["-c".to_owned(), setting]);
        }
        words
    }

    fn program(&self, name: &str) -> Command {
        let mut command = run::command(&self.programs.join(name).to_string_lossy(), &self.folder);
        if let Some(person) = self.person {
            command.gid(person.group).uid(person.user);
        }
        command
    }

    pub(crate) fn client(&self, name: &str, port: u16) -> Command {
        let mut command = self.program(name);
        command.arg("-h").arg(&self.folder);
        command.args(["-p", &port.to_string()]);
        command
    }
}

/// PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody`.
pub(crate) fn other_person() -> Result<Option<Person>, String> {
    if !place::is_root() {
        return Ok(None);
    }
    for name in ["postgres", "nobody"] {
        let numbers = (place::user_id(Some(name)), place::group_id(Some(name)));
        if let (Some(user), Some(group)) = numbers {
            return Ok(Some(Person { user, group }));
        }
    }
    Err("PostgreSQL refuses to run as root, and there is no user postgres or nobody".to_owned())
}

fn version(programs: &Path) -> Result<String, String> {
    let postgres = programs.join("postgres");
    let text = run::captured(Command::new(postgres).arg("--version"))?;
    match major(&text) {
        Some(number) if number >= OLDEST => Ok(text.trim().to_owned()),
        _ => Err(format!(
            "PostgreSQL {OLDEST} or newer is needed; this is {}",
            text.trim()
        )),
    }
}

/// The major version in `postgres (PostgreSQL) 15.8 (Debian 15.8-0+deb12u1)`.
fn major(text: &str) -> Option<u32> {
    let after = text.split("(PostgreSQL)").nth(1)?.trim_start();
    let digits = after
        .split(|letter: char| !letter.is_ascii_digit())
        .next()?;
    digits.parse().ok()
}

/// A password nobody else on this machine knows.
pub(crate) fn secret() -> Result<String, String> {
    let mut bytes = [0_u8; 16];
    let mut source = File::open("/dev/urandom").map_err(|e| format!("/dev/urandom: {e}"))?;
    source
        .read_exact(&mut bytes)
        .map_err(|e| format!("/dev/urandom: {e}"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read() {
        let debian = "postgres (PostgreSQL) 15.8 (Debian 15.8-0+deb12u1)\n";
        assert_eq!(major(debian), Some(15));
        assert_eq!(major("postgres (PostgreSQL) 18beta1"), Some(18));
        assert_eq!(major("something else"), None);
    }

    #[test]
    fn secrets_differ() {
        let one = secret().unwrap();
        assert_eq!(one.len(), 32);
        assert_ne!(one, secret().unwrap());
    }
}
