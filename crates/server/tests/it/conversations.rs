//! Two people write to each other: through pages and through the API, once and in order, and
//! nobody else reads along.

use axum::http::Method;
use cairn::conversations;
use cairn::people;
use cairn::work;
use cairn_db::params;
use cairn_domain::id::ConversationId;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::world::{Person, World};

/// A participant, the worker who supports them, and their conversation.
pub struct Talk {
    pub ana: Person,
    pub ben: Person,
    pub id: ConversationId,
}

impl Talk {
    pub async fn begin(world: &World) -> Self {
        let (ana, ben) = (world.participant("Ana").await, world.worker("Ben").await);
        let id = talk_between(world, &ana, &ben).await;
        Self { ana, ben, id }
    }

    pub fn page(&self) -> String {
        format!("/messages/{}", self.id)
    }

    pub fn api(&self) -> String {
        format!("/api/v1/conversations/{}/messages", self.id)
    }

    /// Sends a message and answers its number.
    pub async fn says(&self, who: &Person, body: &str) -> i64 {
        let new = json!({ "client_id": new_number(), "body": body });
        let (status, sent) = who.api(Method::POST, &self.api(), Some(new)).await;
        assert_eq!(status, 201, "{sent}");
        sent["seq"].as_i64().unwrap()
    }

    /// All messages as the API tells them.
    pub async fn all(&self, who: &Person) -> Vec<Value> {
        let (status, body) = who.api(Method::GET, &self.api(), None).await;
        assert_eq!(status, 200, "{body}");
        body["messages"].as_array().unwrap().clone()
    }
}

pub async fn talk_between(world: &World, participant: &Person, worker: &Person) -> ConversationId {
    let (participant, worker) = (participant.member, worker.member);
    work!(world.cx(), |w| {
        let programme = w.cx.programme()?.id;
        people::begin_relationship(w, programme, participant, worker).await?;
        conversations::open_thread(w, programme, participant, worker).await
    })
    .unwrap()
}

pub fn new_number() -> Uuid {
    Uuid::from_bytes(cairn::app::Chance::from_system().bytes())
}

/// The value of a hidden field of a page.
fn hidden(text: &str, name: &str) -> String {
    let from = format!("name=\"{name}\" value=\"");
    let rest = text.split_once(&from).expect("the field").1;
    rest.split_once('"').unwrap().0.to_owned()
}

fn seqs(messages: &[Value]) -> Vec<i64> {
    messages
        .iter()
        .map(|m| m["seq"].as_i64().unwrap())
        .collect()
}

cairn_db::statements! {
    TRAIL = "SELECT COUNT(*) FROM operations_trail
        WHERE actor = $1 AND subject = $2 AND act = $3 AND outcome = $4";
    LAST_SEQ = "SELECT last_seq FROM conversations_thread WHERE id = $1";
    END_RELATIONSHIPS = "UPDATE people_relationship SET ended_at = $1";
    LEAVE = "UPDATE conversations_party SET from_seq = $2 WHERE member = $1";
}

#[tokio::test]
async fn two_people_write_and_each_sees_the_others_words_in_order() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let page = talk.ana.browser.open("/messages").await.is(200);
    let page = page.shows("Messages with").shows("Nobody has written yet");
    let sent = [
        ("client_id", hidden(&page.text, "client_id")),
        ("body", "Hello.\nI am <b>nervous</b>.".to_owned()),
    ];
    let sent: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let lead = format!("{}#end", talk.page());
    talk.ana
        .browser
        .post(&talk.page(), &sent)
        .await
        .is(303)
        .leads(&lead);
    talk.ben
        .browser
        .get("/messages")
        .await
        .is(200)
        .shows("Ana")
        .shows("1<span class=\"unseen\"> new message</span>")
        .shows(&format!("/people/{}/goals", talk.ana.member));
    talk.ben
        .browser
        .get(&talk.page())
        .await
        .is(200)
        .shows("I am &#60;b&#62;nervous&#60;/b&#62;.")
        .shows("<bdi>Ana</bdi>");
    talk.ben.browser.get("/messages").await.hides("new message");
    assert_eq!(talk.says(&talk.ben, "Hello Ana. So was I.").await, 2);
    let text = talk.ana.browser.get(&talk.page()).await.is(200).text;
    let (first, second) = (
        text.find("nervous").unwrap(),
        text.find("So was I").unwrap(),
    );
    assert!(first < second && text.contains("class=\"mark sent\""));
    let all = talk.all(&talk.ana).await;
    assert_eq!(seqs(&all), [1, 2]);
    assert_eq!(all[0]["body"], "Hello.\nI am <b>nervous</b>.");
    assert_eq!(all[0]["author"], talk.ana.member.to_string());
}

#[tokio::test]
async fn the_same_message_sent_again_is_there_once() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let number = new_number();
    let new = json!({ "client_id": number, "body": "once" });
    let (first, sent) = talk
        .ana
        .api(Method::POST, &talk.api(), Some(new.clone()))
        .await;
    world.later(1_000_000);
    let (again, same) = talk.ana.api(Method::POST, &talk.api(), Some(new)).await;
    assert_eq!((first.as_u16(), again.as_u16()), (201, 200));
    assert_eq!(sent, same);
    let other = json!({ "client_id": number, "body": "other words" });
    let (status, problem) = talk.ana.api(Method::POST, &talk.api(), Some(other)).await;
    assert_eq!(status, 409);
    assert_eq!(problem["errors"][0]["code"], "client-id-reused");
    assert_eq!(problem["errors"][0]["field"], "client_id");

    let cora = world.worker("Cora").await;
    let elsewhere = talk_between(&world, &talk.ana, &cora).await;
    let new = json!({ "client_id": number, "body": "once" });
    let path = format!("/api/v1/conversations/{elsewhere}/messages");
    let (status, _) = talk.ana.api(Method::POST, &path, Some(new.clone())).await;
    assert_eq!(status, 409);
    // Another person's number is another number.
    let (status, _) = talk.ben.api(Method::POST, &talk.api(), Some(new)).await;
    assert_eq!(status, 201);

    // Through the form: twice is once, and other words come back with a number of their own.
    let number = number_of_page(&talk).await;
    let form = |body| [("client_id", number.clone()), ("body", String::from(body))];
    for _ in 0..2 {
        post(&talk, &form("from the form")).await.is(303);
    }
    let page = post(&talk, &form("more words")).await.is(422);
    let page = page.shows("more words").shows("send them once more");
    let fresh = hidden(&page.text, "client_id");
    assert_ne!(fresh, number);
    let form = [("client_id", fresh), ("body", "more words".into())];
    post(&talk, &form).await.is(303);
    assert_eq!(seqs(&talk.all(&talk.ana).await), [1, 2, 3, 4]);
}

async fn number_of_page(talk: &Talk) -> String {
    hidden(&talk.ana.browser.get(&talk.page()).await.text, "client_id")
}

async fn post(talk: &Talk, fields: &[(&str, String)]) -> crate::world::Reply {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
    talk.ana.browser.post(&talk.page(), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_at_once_leave_no_hole_and_the_same_twenty_times_at_once_is_there_once() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let same = new_number();
    let bodies = (0..50).map(|n| (new_number(), format!("message {n}")));
    let same = (0..20).map(|_| (same, "the same".to_owned()));
    let all = bodies.chain(same).map(|(number, body)| {
        let new = json!({ "client_id": number, "body": body });
        let (ana, path) = (&talk.ana, talk.api());
        async move { ana.api(Method::POST, &path, Some(new)).await }
    });
    let answers = futures_util::future::join_all(all).await;
    let made = answers.iter().filter(|(status, _)| *status == 201).count();
    let again = answers.iter().filter(|(status, _)| *status == 200).count();
    println!(
        "{made} made, {again} repeated, on {:?}",
        world.app.db.engine()
    );
    assert_eq!((made, again), (51, 19));
    assert_eq!(
        seqs(&talk.all(&talk.ben).await),
        (1..=51).collect::<Vec<_>>()
    );
    assert_eq!(
        world.count(&LAST_SEQ, params![talk.id.0].to_vec()).await,
        51
    );
}

#[tokio::test]
async fn a_long_conversation_is_shown_page_by_page() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    for n in 1..=60 {
        talk.says(&talk.ana, &format!("word {n}.")).await;
    }
    let page = talk.ben.browser.get(&talk.page()).await.is(200);
    let page = page.shows("word 60.").shows("word 11.").hides("word 10.");
    let page = page.shows("?before=11#end").shows("data-newest=\"true\"");
    assert!(!page.text.contains("newest messages"));
    let older = format!("{}?before=11", talk.page());
    let page = talk.ben.browser.get(&older).await.is(200);
    let page = page.shows("word 1.").shows("word 10.").hides("word 11.");
    page.shows("Go to the newest messages")
        .hides("Earlier messages");
    let path = format!("{}?after=58&limit=1", talk.api());
    let (_, body) = talk.ben.api(Method::GET, &path, None).await;
    assert_eq!(
        (
            seqs(body["messages"].as_array().unwrap()),
            &body["last_seq"]
        ),
        (vec![59], &json!(60))
    );
}

#[tokio::test]
async fn the_lines_a_script_asks_for_are_those_of_the_page() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    talk.says(&talk.ana, "before the page").await;
    talk.ben.browser.get(&talk.page()).await.is(200);
    talk.says(&talk.ana, "after the page").await;
    let since = format!("{}/since?after=1", talk.page());
    let reply = talk.ben.browser.get(&since).await.is(200);
    assert_eq!(reply.headers["x-last-seq"], "2");
    let reply = reply.shows("id=\"m-2\"").hides("before the page");
    reply.hides("class=\"day\"").hides("<html");
    // The next day gets its heading; the opening an hour ago and this reading are two.
    let read = params![
        talk.ben.member.0,
        talk.ana.member.0,
        "read-conversation",
        "done"
    ]
    .to_vec();
    assert_eq!(world.count(&TRAIL, read.clone()).await, 1);
    world.later(cairn_domain::DAY);
    talk.says(&talk.ana, "the next day").await;
    let since = format!("{}/since?after=2", talk.page());
    talk.ben
        .browser
        .get(&since)
        .await
        .shows("class=\"day\"")
        .shows("Today");
    assert_eq!(world.count(&TRAIL, read).await, 2);
    talk.ben.browser.get("/messages").await.hides("new message");
}

#[tokio::test]
async fn how_far_one_has_read_only_moves_forward() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    for body in ["one", "two", "three"] {
        talk.says(&talk.ana, body).await;
    }
    let read = format!("/api/v1/conversations/{}/read", talk.id);
    let unread = async || {
        let (status, body) = talk
            .ben
            .api(Method::GET, "/api/v1/conversations", None)
            .await;
        assert_eq!(status, 200);
        body["conversations"][0]["unread"].as_i64().unwrap()
    };
    for (seq, status, left) in [(2, 204, 1), (1, 204, 1), (4, 422, 1), (3, 204, 0)] {
        let seq = json!({ "seq": seq });
        let (answer, body) = talk.ben.api(Method::POST, &read, Some(seq.clone())).await;
        assert_eq!(
            (answer.as_u16(), unread().await),
            (status, left),
            "{seq} {body}"
        );
    }
}

#[tokio::test]
async fn nobody_else_reads_along_or_writes_and_every_try_is_in_the_trail() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    talk.says(&talk.ana, "for Ben alone").await;
    let lantern = world.another_programme().await;
    let worker = cairn_domain::access::Role::Worker;
    let others = [
        world.worker("Cora").await,
        world.participant("Dan").await,
        world.coordinator("Eve").await,
        world.person_of(&lantern, "Fay", &[worker]).await,
    ];
    let new = json!({ "client_id": new_number(), "body": "hello?" });
    for other in &others {
        let since = format!("{}/since", talk.page());
        for path in [talk.page(), since] {
            let reply = other.browser.get(&path).await.is(404);
            reply.hides("for Ben alone");
        }
        other
            .browser
            .post(&talk.page(), &[("body", "hello?")])
            .await
            .is(404);
        let events = format!("/api/v1/events?conversation={}", talk.id);
        for path in [talk.api(), events] {
            assert_eq!(other.api(Method::GET, &path, None).await.0, 404);
        }
        let (status, _) = other
            .api(Method::POST, &talk.api(), Some(new.clone()))
            .await;
        assert_eq!(status, 404);
    }
    let cora = params![
        others[0].member.0,
        talk.ana.member.0,
        "read-conversation",
        "refused"
    ];
    assert!(world.count(&TRAIL, cora.to_vec()).await >= 3);
    let cora = params![
        others[0].member.0,
        talk.ana.member.0,
        "write-message",
        "refused"
    ];
    assert_eq!(world.count(&TRAIL, cora.to_vec()).await, 2);
    assert_eq!(talk.all(&talk.ana).await.len(), 1);
}

#[tokio::test]
async fn a_worker_reads_from_where_they_joined_and_no_longer_than_they_support() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    talk.says(&talk.ana, "to somebody before").await;
    talk.says(&talk.ana, "to Ben").await;
    let ben = talk.ben.member.0;
    change(&world, &LEAVE, params![ben, 1].to_vec()).await;
    talk.ben
        .browser
        .get(&talk.page())
        .await
        .is(200)
        .shows("to Ben")
        .hides("somebody before");
    assert_eq!(seqs(&talk.all(&talk.ben).await), [2]);
    assert_eq!(seqs(&talk.all(&talk.ana).await), [1, 2]);
    change(&world, &END_RELATIONSHIPS, params![world.cx().now].to_vec()).await;
    talk.ben.browser.get(&talk.page()).await.is(404);
    talk.ben
        .browser
        .get("/messages")
        .await
        .is(200)
        .shows("There are no conversations yet");
    talk.ana
        .browser
        .get(&talk.page())
        .await
        .is(200)
        .shows("to Ben");
}

/// Changes something behind the pages.
pub async fn change(
    world: &World,
    statement: &'static cairn_db::Statement,
    values: Vec<cairn_db::Value>,
) {
    let act = world
        .app
        .db
        .act(move |tx| Box::pin(async move { tx.execute(statement, &values).await }));
    let changed: Result<u64, cairn_db::DbError> = act.await;
    assert!(changed.unwrap() > 0);
}

#[tokio::test]
async fn what_cannot_be_kept_is_refused_in_words_and_nothing_is_lost() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let long = "x".repeat(8_001);
    for (body, code) in [
        (json!(""), "empty"),
        (json!("  \n "), "empty"),
        (json!("a\u{0}b"), "control-characters"),
        (json!(long), "too-long"),
        (json!(7), "wrong-type"),
    ] {
        let new = json!({ "client_id": new_number(), "body": body });
        let (status, problem) = talk.ana.api(Method::POST, &talk.api(), Some(new)).await;
        assert_eq!(
            (status.as_u16(), &problem["errors"][0]["code"]),
            (422, &json!(code))
        );
    }
    for (new, code, field) in [
        (json!({ "body": "a" }), "missing", "client_id"),
        (
            json!({ "client_id": "7", "body": "a" }),
            "wrong-type",
            "client_id",
        ),
        (
            json!({ "client_id": new_number(), "body": "a", "to": "b" }),
            "unknown-key",
            "to",
        ),
    ] {
        let (status, problem) = talk.ana.api(Method::POST, &talk.api(), Some(new)).await;
        let error = &problem["errors"][0];
        assert_eq!((status.as_u16(), &error["code"]), (422, &json!(code)));
        assert_eq!(error["field"], field);
    }
    for query in ["after=x", "limit=0", "limit=-1", "after=-1"] {
        let path = format!("{}?{query}", talk.api());
        assert_eq!(
            talk.ana.api(Method::GET, &path, None).await.0,
            422,
            "{query}"
        );
    }
    talk.ana
        .browser
        .post(
            &talk.page(),
            &[("client_id", "not a number"), ("body", &long)],
        )
        .await
        .is(422)
        .shows(&long)
        .shows("Please stay within");
    talk.ana.browser.post(&talk.page(), &[]).await.is(422);
    let huge = "y".repeat(1 << 20);
    talk.ana
        .browser
        .post(&talk.page(), &[("body", &huge)])
        .await
        .is(413);
    talk.ana.browser.get("/messages/7").await.is(404);
    talk.ana
        .browser
        .get(&format!("{}?before=x", talk.page()))
        .await
        .is(422);
    assert!(talk.all(&talk.ana).await.is_empty());
}

#[tokio::test]
async fn what_was_being_written_is_kept_and_let_go_once_it_is_sent() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let place = format!("message:{}", talk.id);
    let form = cairn::site::Form::default().with("body", "half a thought");
    let (account, kept) = (talk.ana.account, place.clone());
    work!(world.cx(), |w| people::keep_draft(w, account, &kept, &form)
        .await)
    .unwrap();
    let page = talk.ana.browser.get(&talk.page()).await.is(200);
    let page = page.shows("half a thought").shows("just as you left it");
    assert_eq!(hidden(&page.text, "draft"), place);
    talk.ana
        .browser
        .post(&talk.page(), &[("body", "half a thought")])
        .await
        .is(303);
    let page = talk.ana.browser.get(&talk.page()).await;
    page.hides("just as you left it");
}
