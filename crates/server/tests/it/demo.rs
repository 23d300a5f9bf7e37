//! The demonstration: the same from the same seed, and served by the real binary.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicI64;

use cairn::app::{Chance, Clock, Shared};
use cairn::config::Config;
use cairn::operations::demo::{self, Demo, Wanted};
use cairn::{plans, serve, work};
use cairn_domain::access::Role;
use tempfile::TempDir;

use crate::database::database;
use crate::world::START;

/// A demonstration in a database of its own.
async fn made(wanted: Wanted) -> (Shared, Demo, TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let mut config = Config::for_testing(dir.path());
    config.database_url = database(&dir).await;
    let clock = Clock::Hand(Arc::new(AtomicI64::new(START)));
    let app = serve::build(config, clock, Chance::from_seed(wanted.seed), true)
        .await
        .unwrap();
    let demo = demo::fill(&app, &wanted).await.unwrap();
    (app, demo, dir)
}

/// Offers and goals, to see whether contents are the same.
async fn contents(app: &Shared) -> Vec<String> {
    let mut cx = cairn::cx::Cx::command(app, None);
    let programme = work!(cx, |w| cairn::people::programmes::by_slug(w, "demo").await).unwrap();
    let id = programme.id;
    cx.programme = Some(programme);
    work!(cx, |w| {
        let rows =
            w.tx.all(&PARTICIPANTS, &[cairn_db::Value::Id(id.0)])
                .await?;
        let mut all = Vec::new();
        for offer in w.tx.all(&OFFERS, &[cairn_db::Value::Id(id.0)]).await? {
            let (id, worker) = (offer.id(0)?, offer.id(1)?);
            all.push(format!("{id} {worker} {}", offer.text(2)?));
        }
        for row in &rows {
            let member = cairn_domain::id::MemberId(row.id(0)?);
            for goal in plans::goals_of(w, member).await? {
                all.push(format!("{} {} {:?}", goal.id, goal.title, goal.steps));
            }
        }
        Ok(all)
    })
    .unwrap()
}

cairn_db::statements! {
    /// Offers, in the order of their ids.
    pub OFFERS = "SELECT id, worker, state FROM matching_offer WHERE programme = $1 ORDER BY id";
    /// Participants, in the order of their ids.
    pub PARTICIPANTS = "SELECT m.id FROM people_member m JOIN people_role r ON r.member = m.id
        WHERE m.programme = $1 AND r.role = 'participant' ORDER BY m.id";
}

#[tokio::test]
async fn the_same_seed_makes_the_same_programme() {
    let wanted = Wanted {
        seed: 7,
        ..Wanted::default()
    };
    let (one, first, _dir) = made(wanted).await;
    let (two, second, _dir2) = made(wanted).await;
    assert_eq!(first, second);
    let first_contents = contents(&one).await;
    let states =
        ["released", "picked"].map(|state| first_contents.iter().any(|line| line.ends_with(state)));
    assert_eq!(states, [true, true], "{first_contents:#?}");
    assert_eq!(first_contents, contents(&two).await);
    let (_, other, _dir3) = made(Wanted { seed: 8, ..wanted }).await;
    assert_ne!(first.accounts[0].token, other.accounts[0].token);
}

#[tokio::test]
async fn everybody_one_needs_is_there() {
    let (_, demo, _dir) = made(Wanted::default()).await;
    let role = |login: &str| {
        let found = demo.accounts.iter().find(|a| a.login == login);
        found.unwrap_or_else(|| panic!("no {login}")).role.clone()
    };
    assert_eq!(role("ana"), "participant");
    assert_eq!(role("ben"), "worker");
    for role in Role::ALL {
        let there = demo.accounts.iter().any(|a| a.role == role.word());
        assert!(there, "nobody is {role:?}");
    }
    assert_eq!(demo.pairs.len(), 8);
    assert_eq!(
        (
            demo.pairs[0].participant.as_str(),
            demo.pairs[0].worker.as_str()
        ),
        ("ana", "ben")
    );
}

#[tokio::test]
async fn a_demonstration_can_be_of_any_size() {
    for (participants, workers, pairs) in
        [(0, 0, 0), (1, 1, 0), (3, 1, 3), (0, 2, 5), (300, 40, 90)]
    {
        let wanted = Wanted {
            participants,
            workers,
            pairs,
            seed: 3,
        };
        let (_, demo, _dir) = made(wanted).await;
        assert_eq!(demo.pairs.len(), pairs, "{wanted:?}");
    }
}

/// A server that is stopped when the test is over, and what it left behind with it.
struct Running(
    Child,
    #[allow(dead_code, reason = "removed when it is dropped")] TempDir,
);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts the real binary and reads its one line.
fn started(arguments: &[&str]) -> (Running, serde_json::Value) {
    let left = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_cairn"))
        .args(["demo", "--port", "0", "--json"])
        .args(arguments)
        .env_remove("CAIRN_DATABASE_URL")
        .env_remove("CAIRN_NATS_URL")
        .env("CAIRN_LOG", "error")
        .env("TMPDIR", left.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let out = child.stdout.take().unwrap();
    let child = Running(child, left);
    let mut line = String::new();
    BufReader::new(out).read_line(&mut line).unwrap();
    (child, serde_json::from_str(&line).unwrap())
}

/// One request over the wire; the status and the whole answer.
fn ask(url: &str, path: &str, token: &str) -> String {
    use std::io::{Read, Write};
    let address = url.strip_prefix("http://").unwrap();
    let mut stream = std::net::TcpStream::connect(address).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {token}\r\nconnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn the_binary_says_in_one_line_how_to_use_it() {
    let (_server, line) = started(&["--participants", "12", "--workers", "4", "--pairs", "2"]);
    let url = line["url"].as_str().unwrap();
    assert_eq!(line["programme"], "demo");
    assert_eq!(line["pairs"].as_array().unwrap().len(), 2);
    assert!(line["pairs"][0]["conversation"].as_str().unwrap().len() == 36);
    let ana = &line["accounts"][0];
    assert_eq!(
        (ana["login"].as_str(), ana["role"].as_str()),
        (Some("ana"), Some("participant"))
    );
    assert!(
        ana["sign_in"]
            .as_str()
            .unwrap()
            .starts_with(&format!("{url}/demo/"))
    );
    let answer = ask(url, "/api/v1/goals", ana["token"].as_str().unwrap());
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert!(answer.contains("Walk to the sea on my own"), "{answer}");
    assert!(ask(url, "/p/demo", "").contains("invented"));
    let link = ana["sign_in"].as_str().unwrap().strip_prefix(url).unwrap();
    for _ in 0..2 {
        let answer = ask(url, link, "");
        assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        assert!(answer.contains("set-cookie: cairn="), "{answer}");
    }
}

#[test]
fn a_demonstration_in_a_folder_goes_on_where_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("kept");
    let arguments = [
        "--data",
        folder.to_str().unwrap(),
        "--participants",
        "4",
        "--workers",
        "2",
    ];
    let (server, first) = started(&arguments);
    drop(server);
    let (_server, second) = started(&arguments);
    assert_eq!(
        first["accounts"][0]["token"],
        second["accounts"][0]["token"]
    );
    let token = second["accounts"][0]["token"].as_str().unwrap();
    let answer = ask(second["url"].as_str().unwrap(), "/api/v1/me", token);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
