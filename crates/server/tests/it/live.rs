//! Live events over real connections: nothing is missing and nothing comes twice, after a break,
//! from another node, and when no notice arrives; and nobody reads on who may not.

use cairn_db::{Engine, params};

use crate::conversations::{Talk, change, talk_between};
use crate::wire::Events;
use crate::world::{World, listen};

cairn_db::statements! {
    END_RELATIONSHIP = "UPDATE people_relationship SET ended_at = $2 WHERE worker = $1";
    END_TOKEN = "UPDATE people_token SET expires_at = $2 WHERE account = $1";
    TRAIL = "SELECT COUNT(*) FROM operations_trail WHERE actor = $1 AND act = 'read-conversation'";
}

#[tokio::test(flavor = "multi_thread")]
async fn words_arrive_live_and_after_a_break_nothing_is_missing_or_twice() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    talk.says(&talk.ana, "before the stream").await;
    let url = world.listen().await;
    let mut events = Events::open(&url, &talk.ben.token, "", None).await;
    assert_eq!(talk.says(&talk.ana, "one").await, 2);
    let event = events.message().await;
    assert_eq!((event.seq(), &event.data["body"]), (2, &"one".into()));
    assert_eq!(event.data["conversation_id"], talk.id.to_string());
    assert_eq!(event.data["author"], talk.ana.member.to_string());
    for key in ["id", "client_id", "sent_at"] {
        assert!(event.data[key].is_string(), "{key}");
    }
    // Away: 250 messages, more than one look reads.
    let last = events.last.clone();
    drop(events);
    for n in 3..=252 {
        assert_eq!(talk.says(&talk.ana, "away").await, n);
    }
    let mut events = Events::open(&url, &talk.ben.token, "", Some(&last)).await;
    for n in 3..=252 {
        assert_eq!(events.message().await.seq(), n);
    }
    assert_eq!(talk.says(&talk.ben, "I am back").await, 253);
    assert_eq!(events.message().await.seq(), 253);
    assert!(events.is_silent(300).await);
    // All of it was one reading.
    let trail = world
        .count(&TRAIL, params![talk.ben.member.0].to_vec())
        .await;
    assert_eq!(trail, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_break_before_the_first_event_leaves_no_hole() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let url = world.listen().await;
    let events = Events::open(&url, &talk.ben.token, "", None).await;
    let last = events.last.clone();
    drop(events);
    talk.says(&talk.ana, "in between").await;
    // A conversation that did not exist yet when the place was given.
    let cora = world.participant("Cora").await;
    let id = talk_between(&world, &cora, &talk.ben).await;
    let second = Talk {
        ana: cora,
        ben: world.worker("Other").await,
        id,
    };
    second.says(&second.ana, "and here").await;
    let mut events = Events::open(&url, &talk.ben.token, "", Some(&last)).await;
    let bodies = [events.message().await, events.message().await];
    let mut bodies = bodies.map(|event| event.data["body"].as_str().unwrap().to_owned());
    bodies.sort();
    assert_eq!(bodies, ["and here", "in between"]);
    // One conversation alone.
    let query = format!("?conversation={}", talk.id);
    let mut one = Events::open(&url, &talk.ben.token, &query, None).await;
    second.says(&second.ana, "not for this stream").await;
    talk.says(&talk.ana, "for this stream").await;
    assert_eq!(one.message().await.data["body"], "for this stream");
    // A place that makes no sense is a new beginning, not an error.
    let mut odd = Events::open(&url, &talk.ben.token, "", Some("42")).await;
    assert!(odd.is_silent(200).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_on_one_database_show_each_others_messages_with_and_without_notices() {
    let world = World::new().await;
    if world.app.db.engine() == Engine::Sqlite {
        // One SQLite file has one node; this story is told on PostgreSQL.
        println!("one node: there is no second on SQLite");
        return;
    }
    let talk = Talk::begin(&world).await;
    let first = world.listen().await;
    for alone in [false, true] {
        let node = world.second_node(alone).await;
        let second = listen(&node).await;
        let mut here = Events::open(&first, &talk.ben.token, "", None).await;
        let mut there = Events::open(&second, &talk.ben.token, "", None).await;
        let seq = talk.says(&talk.ana, "from the first node").await;
        let begun = tokio::time::Instant::now();
        assert_eq!(there.message().await.seq(), seq);
        println!(
            "on the other node after {:?}, alone: {alone}",
            begun.elapsed()
        );
        assert_eq!(here.message().await.seq(), seq);
        // The reader changes over to the other node.
        let last = here.last.clone();
        drop(here);
        let next = talk.says(&talk.ana, "while changing over").await;
        let mut here = Events::open(&second, &talk.ben.token, "", Some(&last)).await;
        assert_eq!(here.message().await.seq(), next);
        assert!(here.is_silent(200).await);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_ends_with_what_it_came_in_with() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let url = world.listen().await;
    let mut bens = Events::open(&url, &talk.ben.token, "", None).await;
    let now = world.cx().now;
    change(
        &world,
        &END_RELATIONSHIP,
        params![talk.ben.member.0, now].to_vec(),
    )
    .await;
    talk.says(&talk.ana, "not for Ben any more").await;
    bens.ends().await;
    let mut anas = Events::open(&url, &talk.ana.token, "", None).await;
    change(
        &world,
        &END_TOKEN,
        params![talk.ana.account.0, now].to_vec(),
    )
    .await;
    anas.ends().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_ends_the_streams_of_that_session() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let browser = talk.ana.browser.clone();
    let stream = tokio::spawn(async move { browser.get("/api/v1/events").await });
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert!(!stream.is_finished());
    talk.ana.browser.get("/leave").await.is(303);
    let reply = tokio::time::timeout(std::time::Duration::from_secs(15), stream);
    let reply = reply.await.expect("the stream ends").unwrap();
    reply.is(200).shows("event: ready");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_told_to_stop_ends_its_streams_and_is_gone() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = tokio::spawn(cairn::serve::run(world.app.clone(), listener));
    let mut events = Events::open(&url, &talk.ben.token, "", None).await;
    world.app.stop.tell();
    events.ends().await;
    let stopped = tokio::time::timeout(std::time::Duration::from_secs(5), server);
    stopped.await.expect("it stops in time").unwrap().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_silent_stream_says_now_and_then_that_it_is_there() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let url = world.listen().await;
    let mut events = Events::open(&url, &talk.ben.token, "", None).await;
    assert!(events.is_silent(14_500).await);
    assert_eq!(events.comments, 1);
}
