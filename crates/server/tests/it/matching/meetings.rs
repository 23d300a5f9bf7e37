//! First meetings without commitment: what each says stays with them, and nothing hangs.

use axum::http::Method;
use cairn_domain::DAY;
use cairn_domain::id::RelationshipId;
use serde_json::json;
use uuid::Uuid;

use super::*;

cairn_db::statements! {
    pub PAIR = "SELECT id FROM people_relationship WHERE participant = $1 AND worker = $2 AND ended_at IS NULL";
    pub THREAD = "SELECT thread FROM matching_meeting WHERE relationship = $1";
    pub STATE = "SELECT state FROM matching_meeting WHERE relationship = $1";
    pub ANSWERS = "SELECT COUNT(*) FROM matching_answer WHERE relationship = $1";
    pub SEALED = "SELECT sealed_answer FROM matching_answer WHERE relationship = $1 AND member = $2";
    pub PLACE = "SELECT sent_at, priority, state FROM people_request WHERE id = $1";
    pub ABOUT = "SELECT COUNT(*) FROM operations_trail WHERE subject = $1 AND actor = $2";
    pub PRESS = "UPDATE people_request SET priority = 2 WHERE id = $1";
}

/// One row of a query.
pub async fn row(
    world: &World,
    statement: &'static cairn_db::Statement,
    values: Vec<cairn_db::Value>,
) -> cairn_db::Row {
    let read = world
        .app
        .db
        .read(move |tx| Box::pin(async move { tx.one(statement, &values).await }));
    let row: Result<cairn_db::Row, cairn_db::DbError> = read.await;
    row.unwrap()
}

/// A participant and a worker who have just agreed to meet.
pub struct Met {
    pub ana: Person,
    pub ruth: Person,
    pub sam: Person,
    pub request: RequestId,
    pub pair: RelationshipId,
    pub thread: Uuid,
}

impl Met {
    pub async fn begin(world: &World) -> Self {
        let sam = world.coordinator("Sam").await;
        let ruth = worker(world, "Ruth", 2).await;
        let (ana, request) = asks(world, "Ana", wishes()).await;
        world.later(DAY);
        let pair = agrees(world, &sam, &ana, &ruth, "Ruth").await;
        let thread = row(world, &THREAD, vec![pair.0.into()])
            .await
            .id(0)
            .unwrap();
        Self {
            ana,
            ruth,
            sam,
            request,
            pair,
            thread,
        }
    }

    pub fn page(&self) -> String {
        format!("/meetings/{}", self.pair)
    }

    pub async fn state(&self, world: &World) -> String {
        let row = row(world, &STATE, vec![self.pair.0.into()]).await;
        row.text(0).unwrap()
    }

    /// Both say yes.
    pub async fn go_on(&self) {
        for who in [&self.ana, &self.ruth] {
            says(who, &self.page(), "yes").await.is(303);
        }
    }
}

/// The person is offered the worker, picks them, and the worker agrees.
pub async fn agrees(
    world: &World,
    sam: &Person,
    ana: &Person,
    worker: &Person,
    name: &str,
) -> RelationshipId {
    offered_to_all(sam).await;
    let offer = picks(ana, name).await;
    let agree = format!("/requests/{offer}/agree");
    let reply = worker.browser.post(&agree, &[]).await;
    assert!(
        reply.location().unwrap().starts_with("/messages/"),
        "{}",
        reply.text
    );
    let values = vec![ana.member.0.into(), worker.member.0.into()];
    RelationshipId(row(world, &PAIR, values).await.id(0).unwrap())
}

/// Somebody says how it was, and is sure.
pub async fn says(who: &Person, page: &str, answer: &str) -> crate::world::Reply {
    let fields = [("answer", answer), ("sure", "yes")];
    who.browser.post(page, &fields).await
}

#[tokio::test]
async fn both_find_the_guide_and_both_yes_goes_on() {
    let world = World::new().await;
    let met = Met::begin(&world).await;
    for (who, other) in [(&met.ana, "Ruth"), (&met.ruth, "Ana")] {
        for page in ["/home".to_owned(), format!("/messages/{}", met.thread)] {
            let page = who.browser.get(&page).await.is(200);
            page.shows(&met.page()).shows("Your first meeting with");
        }
        let page = who.browser.get(&met.page()).await.is(200);
        page.shows("A few things that help").shows(other);
    }
    met.ana.browser.get("/offers").await.shows(&met.page());
    says(&met.ana, &met.page(), "yes")
        .await
        .leads(&format!("{}?said=meeting-kept", met.page()));
    assert_eq!(met.state(&world).await, "meeting");
    says(&met.ruth, &met.page(), "yes").await.leads(&met.page());
    assert_eq!(met.state(&world).await, "going-on");
    // Both are told, what was said is forgotten, and seen is seen.
    for who in [&met.ana, &met.ruth] {
        let home = who.browser.get("/home").await.is(200);
        let home = home.shows("have both said yes");
        let told = home.text.split("/told/").nth(1).unwrap();
        let told = format!("/told/{}", &told[..36]);
        who.browser.post(&told, &[]).await.leads("/home");
        who.browser.get("/home").await.hides("have both said yes");
    }
    let answers = vec![met.pair.0.into()];
    assert_eq!(world.count(&ANSWERS, answers).await, 0);
    met.ana
        .browser
        .get(&met.page())
        .await
        .shows("go on together");
}

#[tokio::test]
async fn not_the_right_fit_keeps_the_place_and_the_next_worker_reads_nothing_of_before() {
    let world = World::new().await;
    let met = Met::begin(&world).await;
    let omar = worker(&world, "Omar", 1).await;
    let api = format!("/api/v1/conversations/{}/messages", met.thread);
    let first = json!({"client_id": Uuid::from_u128(1), "body": "Something from before."});
    let (status, _) = met.ana.api(Method::POST, &api, Some(first)).await;
    assert_eq!(status, 201);
    let press = vec![met.request.0.into()];
    let act = world
        .app
        .db
        .act(move |tx| Box::pin(async move { tx.execute(&PRESS, &press).await }));
    let done: Result<u64, cairn_db::DbError> = act.await;
    done.unwrap();
    let before = row(&world, &PLACE, vec![met.request.0.into()]).await;
    world.later(3 * DAY);
    // It is asked once more before it ends.
    let sure = [("answer", "no")];
    met.ana
        .browser
        .post(&met.page(), &sure)
        .await
        .is(200)
        .shows("You keep your place in the list")
        .shows("may guess");
    assert_eq!(met.state(&world).await, "meeting");
    says(&met.ana, &met.page(), "no")
        .await
        .leads("/offers?said=meeting-apart");
    let after = row(&world, &PLACE, vec![met.request.0.into()]).await;
    assert_eq!(before.int(0).unwrap(), after.int(0).unwrap());
    assert_eq!(after.int(1).unwrap(), 2);
    assert_eq!(after.text(2).unwrap(), "waiting");
    the_worker_reaches_nothing(&met, &api).await;
    alone_nobody_is_written_to(&met, &api).await;
    // Ruth is not offered again, Omar is; he comes into the same conversation and sees nothing.
    let page = format!("/messages/{}", met.thread);
    let pair = agrees(&world, &met.sam, &met.ana, &omar, "Omar").await;
    let thread: Uuid = row(&world, &THREAD, vec![pair.0.into()])
        .await
        .id(0)
        .unwrap();
    assert_eq!(thread, met.thread);
    let talk = omar.browser.get(&page).await.is(200);
    talk.hides("Something from before.").shows("since you came");
    let (_, body) = omar.api(Method::GET, &api, None).await;
    assert_eq!(body["messages"], json!([]));
    met.ana
        .browser
        .get("/offers")
        .await
        .shows("Omar")
        .hides("Ruth");
    let one = format!("/waiting/{}", met.request);
    let page = met.sam.browser.get(&one).await.is(200);
    page.shows("getting to know each other");
}

/// The worker is told kindly, and reaches nothing any more.
async fn the_worker_reaches_nothing(met: &Met, api: &str) {
    let home = met.ruth.browser.get("/home").await.is(200);
    home.shows("says nothing about you as a supporter")
        .hides(&met.page());
    met.ruth.browser.get(&met.page()).await.is(404);
    let page = format!("/messages/{}", met.thread);
    met.ruth.browser.get(&page).await.is(404);
    let (status, _) = met.ruth.api(Method::GET, api, None).await;
    assert_eq!(status, 404);
    let stream = format!("/api/v1/events?conversation={}", met.thread);
    let (status, _) = met.ruth.api(Method::GET, &stream, None).await;
    assert_eq!(status, 404);
    let (_, list) = met
        .ruth
        .api(Method::GET, "/api/v1/conversations", None)
        .await;
    assert_eq!(list["conversations"], json!([]));
}

/// Alone in the conversation, the person is told so, and writes to nobody.
async fn alone_nobody_is_written_to(met: &Met, api: &str) {
    let page = format!("/messages/{}", met.thread);
    met.ana
        .browser
        .get(&page)
        .await
        .shows("Nobody else is in this conversation")
        .shows("Something from before.");
    let new = json!({"client_id": Uuid::from_u128(2), "body": "Hello?"});
    let (status, body) = met.ana.api(Method::POST, api, Some(new)).await;
    assert_eq!(
        (status.as_u16(), &body["errors"][0]["code"]),
        (422, &json!("nobody-there"))
    );
}

#[tokio::test]
async fn the_worker_of_a_first_meeting_that_did_not_fit_is_not_offered_again() {
    let world = World::new().await;
    let met = Met::begin(&world).await;
    says(&met.ruth, &met.page(), "no")
        .await
        .leads("/home?said=meeting-apart-work");
    met.ana
        .browser
        .get("/home")
        .await
        .shows("your place in the list and everything you wrote are kept");
    let outcome = run(&world).await;
    assert_eq!((outcome.served, outcome.unserved), (0, 1));
    // Nothing tells why, and nothing is counted against anybody.
    let list = met.sam.browser.get("/waiting").await.is(200);
    list.shows("looking again").hides("Ruth");
    let one = format!("/waiting/{}", met.request);
    let page = met.sam.browser.get(&one).await.is(200);
    page.hides("right fit")
        .hides("could not")
        .hides("not chosen");
    // The place is free for others.
    let (bo, _) = asks(&world, "Bo", wishes()).await;
    offered_to_all(&met.sam).await;
    picks(&bo, "Ruth").await;
}

/// Everything that somebody else than the answerer can read, without what differs by the moment,
/// and how many lines of the trail there are of the answerer.
async fn seen_by_others(world: &World, met: &Met, who: &Person, reader: &Person) -> Vec<String> {
    let mut all = Vec::new();
    let talk = format!("/messages/{}", met.thread);
    for page in ["/home", "/offers", "/requests", "/messages"] {
        all.push(without_numbers(&reader.browser.open(page).await.text));
    }
    all.push(without_looking(&reader.browser.open("/seen").await.text));
    for page in [met.page(), talk] {
        all.push(without_numbers(&reader.browser.get(&page).await.text));
    }
    for path in ["/api/v1/me", "/api/v1/me/offers", "/api/v1/conversations"] {
        let (status, body) = reader.api(Method::GET, path, None).await;
        all.push(format!("{status} {body}"));
    }
    let one = format!("/waiting/{}", met.request);
    for page in ["/home", "/waiting", "/pairs", "/proposals", &one] {
        all.push(met.sam.browser.get(page).await.text);
    }
    let values = vec![met.ana.member.0.into(), who.member.0.into()];
    all.push(world.count(&ABOUT, values).await.to_string());
    all
}

/// Who has seen the record: the lines that name the worker, in no order, as all are of one moment.
fn without_looking(text: &str) -> String {
    let lines = text.split("<li").filter_map(|one| one.split_once("</li>"));
    let mut lines: Vec<&str> = lines
        .map(|(line, _)| line)
        .filter(|line| line.contains("Ruth"))
        .collect();
    lines.sort_unstable();
    lines.join("\n")
}

/// A page without the number that each form's message gets anew.
fn without_numbers(text: &str) -> String {
    let mut parts = text.split("name=\"client_id\" value=\"");
    let mut out = parts.next().unwrap_or("").to_owned();
    for part in parts {
        out.push_str(part.get(36..).unwrap_or(""));
    }
    out
}

#[tokio::test]
async fn nobody_but_the_answerer_can_find_an_answer() {
    for answer in ["yes", "unsure"] {
        for own in [true, false] {
            let world = World::new().await;
            let met = Met::begin(&world).await;
            let (who, other) = if own {
                (&met.ana, &met.ruth)
            } else {
                (&met.ruth, &met.ana)
            };
            // Both have opened the page today, one of them has said nothing so far.
            who.browser.get(&met.page()).await.is(200);
            seen_by_others(&world, &met, who, other).await;
            let sealed = async |of: &Person| {
                let values = vec![met.pair.0.into(), of.member.0.into()];
                row(&world, &SEALED, values).await.bytes(0).unwrap().len()
            };
            let (before, length) = (
                seen_by_others(&world, &met, who, other).await,
                sealed(who).await,
            );
            says(who, &met.page(), answer).await.is(303);
            let own_page = who.browser.get(&met.page()).await.is(200);
            own_page.shows(&format!("value=\"{answer}\" checked"));
            let after = seen_by_others(&world, &met, who, other).await;
            for (one, other) in before.iter().zip(&after) {
                assert_eq!(one, other, "{answer} {own}");
            }
            // Not even how much is kept tells it.
            assert_eq!(length, sealed(who).await);
            assert_eq!(sealed(who).await, sealed(other).await);
            other.browser.get(&met.page()).await.hides("\" checked");
        }
    }
}

#[tokio::test]
async fn an_answer_can_be_changed_while_it_is_open_and_not_after() {
    let world = World::new().await;
    let met = Met::begin(&world).await;
    for answer in ["unsure", "yes", "unsure"] {
        says(&met.ana, &met.page(), answer).await.is(303);
    }
    says(&met.ruth, &met.page(), "yes").await.is(303);
    assert_eq!(met.state(&world).await, "meeting");
    let nothing = met.ana.browser.post(&met.page(), &[]).await;
    nothing.is(422).shows("Please choose one.");
    says(&met.ana, &met.page(), "yes").await.leads(&met.page());
    assert_eq!(met.state(&world).await, "going-on");
    says(&met.ruth, &met.page(), "no")
        .await
        .leads("/home?said=changed-meanwhile");
    assert_eq!(met.state(&world).await, "going-on");
    assert_eq!(supported(&world, met.ruth.member).await, 1);
}

#[tokio::test]
async fn both_answering_at_once_get_one_outcome() {
    for round in 0..4 {
        for (one, other) in [("yes", "yes"), ("yes", "no"), ("no", "no")] {
            let world = World::new().await;
            let met = Met::begin(&world).await;
            let page = met.page();
            let (a, b) = tokio::join!(says(&met.ana, &page, one), says(&met.ruth, &page, other));
            let case = format!("{round} {one} {other}");
            for reply in [a, b] {
                let status = reply.status.as_u16();
                assert!([303, 503].contains(&status), "{case}: {}", reply.text);
            }
            let wanted = if other == "yes" { "going-on" } else { "apart" };
            assert_eq!(met.state(&world).await, wanted, "{case}");
            let running = i64::from(wanted == "going-on");
            assert_eq!(supported(&world, met.ruth.member).await, running, "{case}");
            let request = row(&world, &PLACE, vec![met.request.0.into()]).await;
            let stands = if running == 1 { "matched" } else { "waiting" };
            assert_eq!(request.text(2).unwrap(), stands, "{case}");
        }
    }
}

#[tokio::test]
async fn when_nobody_answers_it_is_asked_again_and_then_counts_as_going_on() {
    let world = World::new().await;
    let met = Met::begin(&world).await;
    says(&met.ruth, &met.page(), "yes").await.is(303);
    let again = "say privately how it was. There is no hurry.";
    met.ana.browser.get("/home").await.hides(again);
    world.later(21 * DAY);
    met.ana.browser.get("/home").await.shows(again);
    met.ruth.browser.get("/home").await.hides(again);
    let settled = matching::settle_once(&world.app).await.unwrap();
    assert_eq!(settled, (0, 0));
    world.later(21 * DAY);
    // Two servers at once settle it once.
    let second = world.second_node(true).await;
    let (one, other) = tokio::join!(
        matching::settle_once(&world.app),
        matching::settle_once(&second)
    );
    assert_eq!(one.unwrap().0 + other.unwrap().0, 1);
    assert_eq!(met.state(&world).await, "going-on");
    for who in [&met.ana, &met.ruth] {
        let home = who.browser.get("/home").await;
        assert_eq!(home.text.matches("it counts as going on").count(), 1);
    }
    assert_eq!(matching::settle_once(&world.app).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn a_request_begun_meanwhile_takes_over_the_place() {
    let world = World::new().await;
    let met = Met::begin(&world).await;
    let before = row(&world, &PLACE, vec![met.request.0.into()]).await;
    let ana = met.ana.member;
    let draft = work!(world.cx(), |w| people::begin_request(w, ana, &wishes())
        .await)
    .unwrap();
    says(&met.ana, &met.page(), "no").await.is(303);
    met.sam.browser.get("/waiting").await.hides("Ana");
    met.ana
        .browser
        .get("/ask/check")
        .await
        .is(200)
        .shows("value=\"send\"");
    world.later(DAY);
    met.ana
        .browser
        .post("/ask/check", &[("go", "send")])
        .await
        .leads("/ask/done");
    let after = row(&world, &PLACE, vec![draft.0.into()]).await;
    assert_eq!(after.text(2).unwrap(), "waiting");
    assert_eq!(before.int(0).unwrap(), after.int(0).unwrap());
}

#[tokio::test]
async fn the_coordinator_can_look_again_and_strangers_reach_nothing() {
    let world = World::new().await;
    let met = Met::begin(&world).await;
    let (zoe, kit) = (world.participant("Zoe").await, world.worker("Kit").await);
    for stranger in [&zoe, &kit, &met.sam] {
        stranger.browser.get(&met.page()).await.is(404);
        says(stranger, &met.page(), "no").await.is(404);
    }
    // Who is in a first meeting says so on its page, and not by a change.
    let change = format!("/pairs/{}/change", met.pair);
    for who in [&met.ana, &met.ruth] {
        who.browser.get(&change).await.leads(&met.page());
        who.browser.post(&change, &[]).await.leads(&met.page());
    }
    for stranger in [&zoe, &kit] {
        stranger.browser.get(&change).await.is(404);
        stranger.browser.post(&change, &[]).await.is(404);
    }
    assert_eq!(met.state(&world).await, "meeting");
    let page = met.sam.browser.get(&change).await.is(200);
    page.shows("They are getting to know each other");
    met.sam
        .browser
        .post(&change, &[])
        .await
        .leads("/pairs?said=change-asked");
    assert_eq!(met.state(&world).await, "apart");
    met.ana.browser.get("/home").await.shows("nobody’s fault");
}
