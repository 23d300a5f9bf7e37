//! PostgreSQL under Patroni, two members and a strict synchronous standby, with etcd and HAProxy: the
//! primary is killed, and frozen for longer than its lease lasts, while people read and write.

use super::crowd::{Crowd, Dice};
use super::kills::balancer_in;
use super::scene::{Scene, Trial, free_address};
use super::{Ended, http, lacks};
use crate::keeper::{Keeper, Person, private_folder, wait_until};
use crate::program::{Launch, Program, family, signal};
use crate::services::{log_file, other_person, secret, tail};
use crate::{place, run, setup};
use std::net::SocketAddr;
use std::os::unix::fs::chown;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering::SeqCst;
use std::time::{Duration, Instant};

/// The configurations of the documents; their addresses and secrets are replaced by ours.
const MEMBER: &str = include_str!("../../../docs/howto/several-nodes/patroni.yml");
const BALANCER: &str = include_str!("../../../docs/howto/several-nodes/haproxy-database.cfg");

/// Longer than the lease of 20 s.
const FROZEN: Duration = Duration::from_secs(28);
const RECOVERY: Duration = Duration::from_secs(180);

/// One PostgreSQL with the Patroni that looks after it.
struct Member {
    launch: Launch,
    program: Program,
    data: PathBuf,
    postgres: SocketAddr,
    rest: SocketAddr,
}

/// etcd, two members, and the way to whichever is the primary.
struct Cluster {
    members: Vec<Member>,
    url: String,
    _balancer: Program,
    _etcd: Program,
    _folder: Keeper,
}

/// Kills and freezes the primary, and takes back the wait for the standby.
pub(super) fn run(trial: &Trial) -> Result<Ended, String> {
    setup::for_patroni()?;
    if let Some(lack) = lacks(&["PostgreSQL", "etcd", "haproxy"]) {
        return Ok(Ended::Skipped(lack));
    }
    let patroni = setup::patroni(&place::root()?)?;
    let mut cluster = Cluster::start(&patroni)?;
    let scene = Scene::new(trial, Some(&cluster.url), None)?;
    let mut node = scene.node(&[])?;
    let crowd = scene.crowd(vec![node.address], vec![node.address])?;
    let mut dice = Dice::new(trial.seed, 6);
    for _ in 0..trial.rounds {
        std::thread::sleep(dice.millis(1000, 2000));
        gap(&crowd, "the primary killed", || cluster.kill_primary())?;
        std::thread::sleep(dice.millis(1000, 2000));
        gap(&crowd, "the primary frozen for 28 s", || {
            cluster.freeze_primary()
        })?;
        std::thread::sleep(dice.millis(1000, 2000));
        cluster.cancel_waits(&crowd)?;
        crowd.goes_on(20, RECOVERY)?;
    }
    node.is_ready()?;
    let tally = scene.count(crowd, trial.rounds * 3, node.address)?;
    Ok(Ended::counted(tally))
}

/// Makes a fault, waits until people can write again and both members stand, and says how long nothing
/// was acknowledged.
fn gap(
    crowd: &Crowd,
    what: &str,
    fault: impl FnOnce() -> Result<(), String>,
) -> Result<(), String> {
    let over = std::sync::atomic::AtomicBool::new(false);
    let (longest, made) = std::thread::scope(|scope| {
        let watching = scope.spawn(|| {
            let (mut longest, mut since, mut seen) =
                (Duration::ZERO, Instant::now(), crowd.acknowledged());
            while !over.load(SeqCst) {
                std::thread::sleep(Duration::from_millis(20));
                let now = crowd.acknowledged();
                longest = longest.max(since.elapsed());
                if now > seen {
                    (seen, since) = (now, Instant::now());
                }
            }
            longest
        });
        let made = fault().and_then(|()| crowd.goes_on(50, RECOVERY));
        over.store(true, SeqCst);
        (watching.join().unwrap_or_default(), made)
    });
    println!("patroni: {what}: nothing was acknowledged for {longest:.1?}");
    made
}

impl Cluster {
    fn start(patroni: &Path) -> Result<Self, String> {
        let person = other_person()?;
        let folder = private_folder("patroni", person)?;
        let keeper = Keeper::mount(&folder)?;
        let (etcd, hosts) = etcd(&folder, person)?;
        let (passwords, front) = ([secret()?, secret()?], free_address()?);
        let mut members = Vec::new();
        for name in ["first", "second"] {
            let member = Member::start(patroni, &folder, person, name, hosts, &passwords)?;
            members.push(member);
            // The first makes the cluster, the second copies it.
            if !wait_until(RECOVERY, || false, || primary(&members).is_some()) {
                return Err(format!("no primary:\n{}", tail(&members[0].launch.log)));
            }
        }
        let addresses: Vec<(&str, SocketAddr)> = vec![
            ("10.0.0.20:5432", front),
            ("10.0.0.21:5432", members[0].postgres),
            ("10.0.0.22:5432", members[1].postgres),
        ];
        let mut configuration = BALANCER.to_owned();
        for (server, member) in ["first", "second"].iter().zip(&members) {
            let line = configuration
                .lines()
                .find(|line| line.contains(&format!("server {server} ")))
                .unwrap_or_default()
                .to_owned();
            let port = format!("port {}", member.rest.port());
            configuration = configuration.replace(&line, &line.replace("port 8008", &port));
        }
        let balancer = balancer_in(&folder, &configuration, &addresses, front)?;
        let cluster = Self {
            url: format!("postgres://cairn:{}@{front}/cairn", passwords[0]),
            members,
            _balancer: balancer,
            _etcd: etcd,
            _folder: keeper,
        };
        cluster.stands()?;
        cluster.sql("postgres", "CREATE DATABASE cairn")?;
        Ok(cluster)
    }

    /// Waits until there is a primary with its synchronous standby.
    fn stands(&self) -> Result<(), String> {
        let stands = || {
            primary(&self.members).is_some()
                && self
                    .members
                    .iter()
                    .any(|member| status(member.rest, "/synchronous") == 200)
        };
        match wait_until(RECOVERY, || false, stands) {
            true => Ok(()),
            false => Err(format!(
                "there is no synchronous standby:\n{}",
                self.members
                    .iter()
                    .map(|member| tail(&member.launch.log))
                    .collect::<Vec<_>>()
                    .join("\n--\n")
            )),
        }
    }

    fn primary(&self) -> Result<usize, String> {
        primary(&self.members).ok_or_else(|| "there is no primary".to_owned())
    }

    fn kill_primary(&mut self) -> Result<(), String> {
        let at = self.primary()?;
        let member = &mut self.members[at];
        let all = member.numbers();
        signal("KILL", &all)?;
        member.program.kill()?;
        std::thread::sleep(Duration::from_secs(3));
        member.program = member.launch.start()?;
        self.stands()
    }

    fn freeze_primary(&mut self) -> Result<(), String> {
        let all = self.members[self.primary()?].numbers();
        signal("STOP", &all)?;
        std::thread::sleep(FROZEN);
        signal("CONT", &all)?;
        self.stands()
    }

    /// Freezes the standby so that every commit waits for it, cancels those waits by hand, and lets the
    /// standby go on: what the server then calls committed must not have been acknowledged.
    fn cancel_waits(&self, crowd: &Crowd) -> Result<(), String> {
        self.stands()?;
        let primary = self.primary()?;
        let standby = self.members[1 - primary].postgres_numbers();
        signal("STOP", &standby)?;
        std::thread::sleep(Duration::from_millis(1500));
        let (told, refused) = (crowd.acknowledged(), crowd.counters.refused.load(SeqCst));
        let cancel = "SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity
            WHERE application_name = 'cairn' AND wait_event = 'SyncRep'";
        let cancelled = self.sql("cairn", cancel);
        std::thread::sleep(Duration::from_millis(700));
        let (now, after) = (crowd.acknowledged(), crowd.counters.refused.load(SeqCst));
        signal("CONT", &standby)?;
        let cancelled = cancelled?;
        println!(
            "patroni: {} commits stopped waiting for the standby: {} acknowledged, {} refused",
            cancelled.trim(),
            now - told,
            after - refused
        );
        if now > told {
            return Err("a commit that did not wait for its standby was acknowledged".to_owned());
        }
        if after == refused || cancelled.trim() == "0" {
            return Err("no commit waited for the standby".to_owned());
        }
        Ok(())
    }

    fn sql(&self, database: &str, text: &str) -> Result<String, String> {
        let (server, _) = self.url.rsplit_once('/').unwrap_or_default();
        let url = format!("{server}/{database}");
        let mut psql = std::process::Command::new("psql");
        psql.args([&url, "-Atqc", text]);
        run::captured(&mut psql)
    }
}

fn status(rest: SocketAddr, path: &str) -> u16 {
    http::status(rest, path)
}

fn primary(members: &[Member]) -> Option<usize> {
    members
        .iter()
        .position(|member| status(member.rest, "/primary") == 200)
}

fn etcd(folder: &Path, person: Option<Person>) -> Result<(Program, SocketAddr), String> {
    let program = place::program("etcd").ok_or("etcd is not installed")?;
    let (client, peer) = (free_address()?, free_address()?);
    let (client_url, peer_url) = (format!("http://{client}"), format!("http://{peer}"));
    let words = [
        "--name=one",
        &format!("--data-dir={}", folder.join("etcd").display()),
        &format!("--listen-client-urls={client_url}"),
        &format!("--advertise-client-urls={client_url}"),
        &format!("--listen-peer-urls={peer_url}"),
        &format!("--initial-advertise-peer-urls={peer_url}"),
        &format!("--initial-cluster=one={peer_url}"),
    ];
    let launch = Launch {
        program,
        arguments: words.map(str::to_owned).to_vec(),
        folder: folder.to_path_buf(),
        variables: Vec::new(),
        person,
        signal: "TERM",
        log: log_file("etcd")?,
        name: "etcd".to_owned(),
    };
    let running = launch.start()?;
    let healthy = || status(client, "/health") == 200;
    match wait_until(Duration::from_secs(30), || false, healthy) {
        true => Ok((running, client)),
        false => Err(format!("etcd does not answer:\n{}", tail(&launch.log))),
    }
}

impl Member {
    fn start(
        patroni: &Path,
        folder: &Path,
        person: Option<Person>,
        name: &str,
        etcd: SocketAddr,
        passwords: &[String; 2],
    ) -> Result<Self, String> {
        let (postgres, rest) = (free_address()?, free_address()?);
        let data = folder.join(name);
        let programs = place::postgres_programs().ok_or("PostgreSQL is not installed")?;
        let text = MEMBER
            .replace("name: first", &format!("name: {name}"))
            .replace("10.0.0.21:8008", &rest.to_string())
            .replace("10.0.0.31:2379", &etcd.to_string())
            .replace("10.0.0.21:5432", &postgres.to_string())
            .replace("/var/lib/postgresql/cairn", &data.display().to_string())
            .replace(
                "/usr/lib/postgresql/15/bin",
                &programs.display().to_string(),
            )
            .replace("/var/run/postgresql", &folder.display().to_string())
            .replace("another-long-secret", &passwords[1])
            .replace("a-long-secret", &passwords[0]);
        let file = folder.join(format!("{name}.yml"));
        std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
        if let Some(person) = person {
            chown(&file, Some(person.user), Some(person.group)).map_err(|e| e.to_string())?;
        }
        let launch = Launch {
            program: patroni.to_path_buf(),
            arguments: vec![file.display().to_string()],
            folder: folder.to_path_buf(),
            variables: vec![("HOME".to_owned(), folder.display().to_string())],
            person,
            signal: "TERM",
            log: log_file(&format!("patroni-{name}"))?,
            name: name.to_owned(),
        };
        Ok(Self {
            program: launch.start()?,
            launch,
            data,
            postgres,
            rest,
        })
    }

    /// Its PostgreSQL with all backends; Patroni's child is a family of its own.
    fn postgres_numbers(&self) -> Vec<u32> {
        let file = std::fs::read_to_string(self.data.join("postmaster.pid"));
        let first = file.ok().and_then(|text| text.lines().next()?.parse().ok());
        first.map(family).unwrap_or_default()
    }

    fn numbers(&self) -> Vec<u32> {
        let mut all = self.program.numbers();
        all.extend(self.postgres_numbers());
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        // Patroni asked to end stops its PostgreSQL; frozen or killed it cannot.
        self.program.end();
        let _ = signal("KILL", &self.postgres_numbers());
    }
}
