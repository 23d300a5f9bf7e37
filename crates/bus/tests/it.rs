//! The bus in one process always; between nodes when `CAIRN_TEST_NATS_URL` is set or a `nats-server` can be started.

use cairn_bus::{Bus, Subscription, Wake};
use std::io::Write;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::time::timeout;

fn notice(text: &str) -> Wake {
    Wake::Notice(text.to_owned().into())
}

/// The next wake, or `None` when there is none for a while.
async fn next(subscription: &mut Subscription) -> Option<Wake> {
    timeout(Duration::from_millis(300), subscription.next())
        .await
        .ok()
}

/// Reads what is there and forgets it.
async fn settle(subscription: &mut Subscription) {
    while next(subscription).await.is_some() {}
}

async fn healthy(bus: &Bus, wanted: bool) {
    let waited = timeout(Duration::from_secs(20), async {
        while bus.healthy() != wanted {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    });
    waited
        .await
        .unwrap_or_else(|_| panic!("healthy() did not become {wanted}"));
}

fn skipped(what: &str) {
    let line = format!("skipped: {what}\n");
    std::io::stderr()
        .write_all(line.as_bytes())
        .expect("standard error");
}

#[tokio::test]
async fn a_notice_reaches_every_subscriber_of_its_topic_only() {
    let bus = Bus::memory();
    bus.publish("a", b"before anybody came".to_vec());
    let (mut one, mut two, mut other) =
        (bus.subscribe("a"), bus.subscribe("a"), bus.subscribe("b"));
    bus.clone().publish("a", b"1".to_vec());
    bus.publish("a", b"2".to_vec());
    for subscription in [&mut one, &mut two] {
        assert_eq!(next(subscription).await, Some(notice("1")));
        assert_eq!(next(subscription).await, Some(notice("2")));
        assert_eq!(next(subscription).await, None);
    }
    assert_eq!(next(&mut other).await, None);
    assert!(bus.healthy());
}

#[tokio::test]
async fn a_slow_reader_looks_again_and_holds_up_nobody() {
    let bus = Bus::memory();
    let (mut slow, mut quick) = (bus.subscribe("a"), bus.subscribe("a"));
    for i in 0..1000 {
        bus.publish("a", i.to_string().into_bytes());
        assert_eq!(quick.next().await, notice(&i.to_string()));
    }
    assert_eq!(next(&mut slow).await, Some(Wake::LookAgain));
    assert_eq!(
        next(&mut slow).await,
        None,
        "what was older than the look is gone"
    );
    bus.publish("a", b"after".to_vec());
    assert_eq!(next(&mut slow).await, Some(notice("after")));
}

#[tokio::test]
async fn a_topic_costs_nothing_once_nobody_listens() {
    let bus = Bus::memory();
    let first = bus.subscribe("a");
    let all: Vec<Subscription> = (0..100).map(|i| bus.subscribe(&format!("t{i}"))).collect();
    let second = bus.subscribe("a");
    assert_eq!(bus.topics(), 101);
    drop(all);
    drop(first);
    assert_eq!(bus.topics(), 1);
    drop(second);
    assert_eq!(bus.topics(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_wake_one_another_and_hear_themselves_once() {
    let Ok(url) = std::env::var("CAIRN_TEST_NATS_URL") else {
        return skipped("NATS (CAIRN_TEST_NATS_URL not set)");
    };
    let (here, there) = (Bus::nats(&url).await, Bus::nats(&url).await);
    healthy(&here, true).await;
    healthy(&there, true).await;
    let topic = format!("odd topic * > . {}", std::process::id());
    let (mut near, mut far) = (here.subscribe(&topic), there.subscribe(&topic));
    settle(&mut near).await;
    settle(&mut far).await;
    for i in 0..10 {
        here.publish(&topic, i.to_string().into_bytes());
    }
    for subscription in [&mut near, &mut far] {
        for i in 0..10 {
            assert_eq!(next(subscription).await, Some(notice(&i.to_string())));
        }
        assert_eq!(next(subscription).await, None, "no notice comes twice");
    }
    let begun = std::time::Instant::now();
    for _ in 0..1000 {
        here.publish(&topic, b"x".to_vec());
        far.next().await;
    }
    println!("from node to node: {:?} a notice", begun.elapsed() / 1000);
    settle(&mut near).await;
    settle(&mut far).await;
    for _ in 0..100_000 {
        here.publish(&topic, vec![0; 100]);
    }
    assert_eq!(
        next(&mut far).await,
        Some(Wake::LookAgain),
        "a flood is told and not waited for"
    );
}

struct Server(Child);

impl Server {
    fn start(port: u16) -> Option<Self> {
        let mut command = Command::new("nats-server");
        command.args(["-a", "127.0.0.1", "-p", &port.to_string()]);
        command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()
            .map(Self)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_comes_and_goes_makes_everybody_look_again() {
    let port = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|l| l.local_addr())
        .expect("a port")
        .port();
    let url = format!("nats://127.0.0.1:{port}");
    let started = timeout(Duration::from_secs(2), async {
        (Bus::nats(&url).await, Bus::nats(&url).await)
    });
    let (here, there) = started.await.expect("starts without its server");
    let (mut near, mut far) = (here.subscribe("a"), there.subscribe("a"));
    here.publish("a", b"alone".to_vec());
    assert_eq!(next(&mut near).await, Some(notice("alone")));
    assert!(!here.healthy() && !there.healthy());
    for round in 0..2 {
        let Some(server) = Server::start(port) else {
            return skipped("NATS that comes and goes (no nats-server found)");
        };
        healthy(&here, true).await;
        healthy(&there, true).await;
        assert_eq!(near.next().await, Wake::LookAgain);
        assert_eq!(far.next().await, Wake::LookAgain);
        settle(&mut near).await;
        settle(&mut far).await;
        there.publish("a", b"together".to_vec());
        assert_eq!(
            next(&mut near).await,
            Some(notice("together")),
            "round {round}"
        );
        assert_eq!(
            next(&mut far).await,
            Some(notice("together")),
            "round {round}"
        );
        drop(server);
        healthy(&here, false).await;
        for _ in 0..10_000 {
            here.publish("a", b"nobody there".to_vec()); // never waits
        }
        settle(&mut near).await;
    }
}

#[tokio::test]
async fn an_address_that_cannot_be_read_leaves_a_bus_for_one() {
    let bus = Bus::nats("not an address at all").await;
    let mut alone = bus.subscribe("a");
    bus.publish("a", b"1".to_vec());
    assert_eq!(next(&mut alone).await, Some(notice("1")));
    assert!(!bus.healthy());
}
