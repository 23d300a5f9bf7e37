//! The server is killed without a word while people write: whatever was acknowledged is there
//! afterwards, once and in order.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use axum::http::Method;
use serde_json::json;
use uuid::Uuid;

use crate::conversations::{Talk, talk_between};
use crate::wire::Wire;
use crate::world::World;

/// The server as it is run, on the world's database and key; killed when dropped.
struct Server {
    child: Child,
    url: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    async fn start(world: &World) -> Self {
        let port = {
            let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            free.local_addr().unwrap().port()
        };
        let config = &world.app.config;
        let mut command = Command::new(env!("CARGO_BIN_EXE_cairn"));
        command
            .args(["serve", "--listen", &format!("127.0.0.1:{port}")])
            .env("CAIRN_DATA", &config.data)
            .env("CAIRN_DATABASE_URL", config.database())
            .env("CAIRN_KEY", &config.key.0)
            .env("CAIRN_LOG", "error")
            .stdout(Stdio::null());
        if let Ok(nats) = std::env::var("CAIRN_TEST_NATS_URL") {
            command.env("CAIRN_NATS_URL", nats);
        }
        let child = command.spawn().unwrap();
        let url = format!("http://127.0.0.1:{port}");
        let server = Self { child, url };
        for _ in 0..1000 {
            if Wire::open(&server.url, "").await.is_ok() {
                return server;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        panic!("the server does not listen");
    }
}

/// One who writes until the server is gone, and tries what was not answered again with the same
/// number; what was acknowledged, with its `seq`.
async fn write(
    url: String,
    token: String,
    path: String,
    mut waiting: Option<(Uuid, String)>,
    name: String,
) -> (Vec<(i64, Uuid)>, Option<(Uuid, String)>) {
    let mut acknowledged = Vec::new();
    let Ok(mut wire) = Wire::open(&url, &token).await else {
        return (acknowledged, waiting);
    };
    for n in 0.. {
        let (number, body) = waiting.take().unwrap_or_else(|| {
            let number = Uuid::from_bytes(cairn::app::Chance::from_system().bytes());
            (number, format!("{name} {n}"))
        });
        let new = json!({ "client_id": number, "body": body });
        match wire.post(&path, &new).await {
            Ok((status, sent)) if status.is_success() => {
                acknowledged.push((sent["seq"].as_i64().unwrap(), number));
            }
            Ok((status, problem)) => {
                assert_eq!(status.as_u16(), 503, "{problem}");
                return (acknowledged, Some((number, body)));
            }
            Err(_) => return (acknowledged, Some((number, body))),
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    (acknowledged, waiting)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_acknowledged_outlives_kill_9_once_and_in_order() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let second = talk_between(&world, &talk.ana, &world.worker("Cora").await).await;
    let paths = [
        talk.api(),
        format!("/api/v1/conversations/{second}/messages"),
    ];
    let seed = u64::from_le_bytes(cairn::app::Chance::from_system().bytes());
    let mut acknowledged: [Vec<(i64, Uuid)>; 2] = Default::default();
    let mut waiting: [Option<(Uuid, String)>; 2] = Default::default();
    let (mut rounds, mut retried) = (0, 0);
    while rounds < 5 {
        let mut server = Server::start(&world).await;
        let mut writers = Vec::new();
        for (at, path) in paths.iter().enumerate() {
            let left = waiting[at].take();
            retried += usize::from(left.is_some());
            let name = format!("round {rounds} conversation {at}");
            let (url, token) = (server.url.clone(), talk.ana.token.clone());
            writers.push(tokio::spawn(write(url, token, path.clone(), left, name)));
        }
        let moment = 250 + (seed >> (rounds * 8)) % 300;
        tokio::time::sleep(Duration::from_millis(moment)).await;
        server.child.kill().unwrap();
        server.child.wait().unwrap();
        for (at, writer) in writers.into_iter().enumerate() {
            let (sent, left) = writer.await.unwrap();
            acknowledged[at].extend(sent);
            waiting[at] = left;
        }
        rounds += 1;
    }
    let _server = Server::start(&world).await;
    for (at, path) in paths.iter().enumerate() {
        let found = found(&talk, path).await;
        let sent = &acknowledged[at];
        println!(
            "seed {seed}: {rounds} kills, conversation {at}: {} acknowledged, {} found, {retried} tried again, on {:?}",
            sent.len(),
            found.len(),
            world.app.db.engine()
        );
        assert!(sent.len() > 20, "too few to mean anything: {}", sent.len());
        let numbers: Vec<i64> = found.iter().map(|(seq, _)| *seq).collect();
        let whole: Vec<i64> = (1..=i64::try_from(found.len()).unwrap()).collect();
        assert_eq!(numbers, whole, "seq has holes or repeats");
        for (seq, number) in sent {
            let times = found.iter().filter(|(_, other)| other == number).count();
            assert_eq!(times, 1, "{number}");
            assert!(found.contains(&(*seq, *number)), "{number} has moved");
        }
        let order: Vec<i64> = sent.iter().map(|(seq, _)| *seq).collect();
        assert!(order.is_sorted(), "answers were out of order");
        // What was written and never acknowledged may be there: one for each kill at most.
        assert!(found.len() <= sent.len() + 1);
    }
}

/// All that is in a conversation, read by the world's own server.
async fn found(talk: &Talk, path: &str) -> Vec<(i64, Uuid)> {
    let mut all = Vec::new();
    loop {
        let after = all.last().map_or(0, |(seq, _)| *seq);
        let page = format!("{path}?after={after}");
        let (status, body) = talk.ana.api(Method::GET, &page, None).await;
        assert_eq!(status, 200, "{body}");
        let messages = body["messages"].as_array().unwrap();
        if messages.is_empty() {
            return all;
        }
        for message in messages {
            let number = message["client_id"].as_str().unwrap().parse().unwrap();
            all.push((message["seq"].as_i64().unwrap(), number));
        }
    }
}
