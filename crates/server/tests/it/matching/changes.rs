//! Changes of worker: no gap, one conversation, and a hand-over that the person approves.

use axum::http::Method;
use cairn_domain::DAY;
use cairn_domain::id::ChangeId;
use serde_json::{Value, json};
use uuid::Uuid;

use super::meetings::{Met, agrees, row, says};
use super::*;

cairn_db::statements! {
    pub CHANGE = "SELECT id, state, request, keeps, ends_at FROM matching_change WHERE relationship = $1
        ORDER BY asked_at DESC, id DESC LIMIT 1";
    pub CHANGES = "SELECT COUNT(*) FROM matching_change WHERE relationship = $1";
    pub OPEN = "SELECT COUNT(*) FROM people_request
        WHERE participant = $1 AND state NOT IN ('matched', 'withdrawn')";
    pub REQUEST = "SELECT state, priority, sent_at FROM people_request WHERE id = $1";
    pub RUNS = "SELECT COUNT(*) FROM people_relationship WHERE id = $1 AND ended_at IS NULL";
}

const BEFORE: &str = "Something from before.";

/// A pair that goes on, with a message between them, and another worker.
pub struct Pair {
    pub met: Met,
    pub omar: Person,
}

impl Pair {
    pub async fn begin(world: &World) -> Self {
        let met = Met::begin(world).await;
        met.go_on().await;
        let pair = Self {
            omar: worker(world, "Omar", 1).await,
            met,
        };
        pair.writes(&pair.met.ana, BEFORE).await;
        world.later(DAY);
        pair
    }

    pub fn api(&self) -> String {
        format!("/api/v1/conversations/{}/messages", self.met.thread)
    }

    pub fn talk(&self) -> String {
        format!("/messages/{}", self.met.thread)
    }

    pub fn ask(&self) -> String {
        format!("/pairs/{}/change", self.met.pair)
    }

    pub async fn writes(&self, who: &Person, words: &str) {
        let number = crate::conversations::new_number();
        let new = json!({"client_id": number, "body": words});
        let (status, body) = who.api(Method::POST, &self.api(), Some(new)).await;
        assert_eq!(status, 201, "{body}");
    }

    /// What somebody reads of the conversation through the API; nothing when they reach it no more.
    pub async fn reads(&self, who: &Person) -> Option<Vec<String>> {
        let (status, body) = who.api(Method::GET, &self.api(), None).await;
        let words = |one: &Value| one["body"].as_str().unwrap().to_owned();
        (status == 200).then(|| {
            let all = body["messages"].as_array().unwrap();
            all.iter().map(words).collect()
        })
    }

    pub async fn change(&self, world: &World) -> (ChangeId, String, RequestId) {
        let row = row(world, &CHANGE, vec![self.met.pair.0.into()]).await;
        let (id, request) = (row.id(0).unwrap(), row.id(2).unwrap());
        (ChangeId(id), row.text(1).unwrap(), RequestId(request))
    }

    pub async fn runs(&self, world: &World) -> bool {
        world.count(&RUNS, vec![self.met.pair.0.into()]).await == 1
    }

    /// Ana asks for somebody else, and Omar says yes.
    pub async fn omar_said_yes(&self, world: &World) -> ChangeId {
        let asked = self.met.ana.browser.post(&self.ask(), &[]).await;
        asked.is(303);
        let met = &self.met;
        agrees(world, &met.sam, &met.ana, &self.omar, "Omar").await;
        self.change(world).await.0
    }
}

#[tokio::test]
async fn a_change_with_an_approved_hand_over_and_no_gap() {
    let world = World::new().await;
    let pair = Pair::begin(&world).await;
    let (ana, ruth, omar) = (&pair.met.ana, &pair.met.ruth, &pair.omar);
    let page = ana.browser.get(&pair.talk()).await;
    page.shows("I would like somebody other than")
        .shows(&pair.ask());
    ana.browser.get("/offers").await.shows(&pair.ask());
    ana.browser
        .get(&pair.ask())
        .await
        .is(200)
        .shows("No reason is asked");
    let asked = ana.browser.post(&pair.ask(), &[("stop", "keep")]).await;
    let (id, state, request) = pair.change(&world).await;
    let change = format!("/changes/{id}");
    asked.leads(&format!("{change}?said=change-asked"));
    assert_eq!(state, "looking");
    ana.browser.get("/home").await.shows("stays with you until");
    // The worker does not learn of it before somebody new has said yes.
    for page in ["/home", &pair.talk()] {
        let page = ruth.browser.get(page).await.is(200);
        page.hides("somebody new").hides("/changes/");
    }
    ruth.browser.get(&change).await.is(404);
    let list = pair.met.sam.browser.get("/waiting").await;
    list.shows("change of supporter");
    let one = format!("/waiting/{request}");
    let page = pair.met.sam.browser.get(&one).await.is(200);
    page.shows("going on until somebody new has said yes")
        .shows("Hearing voices");
    // Ruth is not offered; Omar says yes, and comes into the same conversation.
    agrees(&world, &pair.met.sam, ana, omar, "Omar").await;
    assert_eq!(pair.change(&world).await.1, "ending");
    assert!(pair.runs(&world).await);
    assert_eq!(pair.reads(omar).await, Some(vec![]));
    let said = ana.browser.get(&pair.talk()).await.is(200);
    said.shows("are both in this conversation with you")
        .shows(BEFORE);
    ruth.browser
        .get("/home")
        .await
        .shows("will go on with somebody new");
    ruth.browser
        .get(&change)
        .await
        .is(200)
        .shows("A good goodbye");
    hands_over(&world, &pair, &change).await;
    ends_by_itself(&world, &pair, &change).await;
}

/// Ruth writes, Ana changes and approves; only what she approved reaches Omar.
async fn hands_over(world: &World, pair: &Pair, change: &str) {
    let (ana, ruth, omar) = (&pair.met.ana, &pair.met.ruth, &pair.omar);
    let page = format!("{change}/hand-over");
    omar.browser.get(&page).await.is(404);
    let words = [("words", "Secret: she likes tea.")];
    ruth.browser.post(&page, &words).await.is(303);
    omar.browser.get(&page).await.is(404);
    ana.browser
        .get("/home")
        .await
        .shows("has written something");
    ana.browser.get(&page).await.shows("Secret: she likes tea.");
    let mine = [
        ("words", "I like tea."),
        ("reads", "everything"),
        ("go", "keep"),
    ];
    ana.browser.post(&page, &mine).await.is(303);
    omar.browser.get(&page).await.is(404);
    assert_eq!(pair.reads(omar).await, Some(vec![]));
    let mine = [
        ("words", "I like tea."),
        ("reads", "nothing"),
        ("go", "approve"),
    ];
    ana.browser
        .post(&page, &mine)
        .await
        .leads(&format!("{page}?said=hand-over-approved"));
    let read = omar.browser.get(&page).await.is(200);
    read.shows("I like tea.").hides("Secret");
    assert_eq!(pair.reads(omar).await, Some(vec![]));
    omar.browser.get(&pair.talk()).await.shows(&page);
    // Ruth reads her own words, and nothing of what became of them.
    let own = ruth.browser.get(&page).await.is(200);
    own.shows("Secret").hides("I like tea.");
    // Everything so far, and then nothing again.
    let mine = [
        ("words", "I like tea."),
        ("reads", "everything"),
        ("go", "approve"),
    ];
    ana.browser.post(&page, &mine).await.is(303);
    assert_eq!(pair.reads(omar).await, Some(vec![BEFORE.to_owned()]));
    omar.browser.get(&pair.talk()).await.shows(BEFORE);
    ana.browser.post(&page, &[("go", "leave")]).await.is(303);
    omar.browser.get(&page).await.is(404);
    assert_eq!(pair.reads(omar).await, Some(vec![]));
    omar.browser.get(&pair.talk()).await.hides(BEFORE);
    pair.writes(ana, "Good morning to both.").await;
    for who in [ruth, omar] {
        let last = pair.reads(who).await.unwrap().pop();
        assert_eq!(last.as_deref(), Some("Good morning to both."));
    }
    assert!(
        world
            .count(&LINES, vec![ana.member.0.into(), "write-hand-over".into()])
            .await
            > 0
    );
}

/// After the days for saying goodbye it ends, once, and Ruth reaches nothing.
async fn ends_by_itself(world: &World, pair: &Pair, change: &str) {
    let (ana, ruth, omar) = (&pair.met.ana, &pair.met.ruth, &pair.omar);
    world.later(13 * DAY);
    assert_eq!(matching::settle_once(&world.app).await.unwrap().1, 0);
    world.later(DAY);
    let second = world.second_node(true).await;
    let (one, other) = tokio::join!(
        matching::settle_once(&world.app),
        matching::settle_once(&second)
    );
    assert_eq!(one.unwrap().1 + other.unwrap().1, 1);
    assert_eq!(pair.change(world).await.1, "done");
    assert!(!pair.runs(world).await);
    assert_eq!(pair.reads(ruth).await, None);
    for page in [
        pair.talk(),
        change.to_owned(),
        format!("{change}/hand-over"),
    ] {
        ruth.browser.get(&page).await.is(404);
    }
    let new = json!({"client_id": crate::conversations::new_number(), "body": "Still here?"});
    let (status, _) = ruth.api(Method::POST, &pair.api(), Some(new)).await;
    assert_eq!(status, 404);
    ruth.browser
        .get("/home")
        .await
        .shows("has come to its end")
        .hides(change);
    assert_eq!(pair.reads(ana).await.unwrap().len(), 2);
    let talk = ana.browser.get(&pair.talk()).await;
    talk.shows("Only the two of you").hides("are both in");
    omar.browser.get(&pair.talk()).await.is(200);
    assert_eq!(matching::settle_once(&world.app).await.unwrap().1, 0);
}

#[tokio::test]
async fn taken_back_all_is_as_it_was() {
    let world = World::new().await;
    let pair = Pair::begin(&world).await;
    let ana = &pair.met.ana;
    ana.browser.post(&pair.ask(), &[]).await.is(303);
    let (id, _, request) = pair.change(&world).await;
    offered_to_all(&pair.met.sam).await;
    let offer = picks(ana, "Omar").await;
    let back = format!("/changes/{id}/take-back");
    ana.browser
        .post(&back, &[])
        .await
        .leads("/home?said=change-taken-back");
    ana.browser
        .post(&back, &[])
        .await
        .leads("/home?said=change-taken-back");
    assert_eq!(pair.change(&world).await.1, "taken-back");
    assert!(pair.runs(&world).await);
    let stands = row(&world, &REQUEST, vec![request.0.into()]).await;
    assert_eq!(stands.text(0).unwrap(), "withdrawn");
    // Omar is not asked any more, and is told so rather than let in.
    pair.omar.browser.get("/requests").await.hides("Ana");
    let agree = format!("/requests/{offer}/agree");
    pair.omar
        .browser
        .post(&agree, &[])
        .await
        .leads("/requests?said=answered-meanwhile");
    assert_eq!(supported(&world, pair.omar.member).await, 0);
    pair.writes(&pair.met.ruth, "Good to have you.").await;
    // And it can be asked again.
    world.later(DAY);
    ana.browser.post(&pair.ask(), &[]).await.is(303);
    assert_eq!(pair.change(&world).await.1, "looking");
}

#[tokio::test]
async fn who_stops_now_is_gone_at_once() {
    let world = World::new().await;
    let pair = Pair::begin(&world).await;
    let (ana, ruth) = (&pair.met.ana, &pair.met.ruth);
    ana.browser
        .post(&pair.ask(), &[("stop", "now")])
        .await
        .is(303);
    assert!(!pair.runs(&world).await);
    assert_eq!(pair.reads(ruth).await, None);
    ruth.browser.get("/home").await.shows("has come to its end");
    let home = ana.browser.get("/home").await;
    home.hides("stays with you until");
    agrees(&world, &pair.met.sam, ana, &pair.omar, "Omar").await;
    let (id, state, _) = pair.change(&world).await;
    assert_eq!(state, "done");
    assert_eq!(pair.reads(&pair.omar).await, Some(vec![]));
    // What is handed over can still be decided, by the person alone.
    let page = format!("/changes/{id}/hand-over");
    let mine = [("words", "Call me Annie."), ("go", "approve")];
    ana.browser.post(&page, &mine).await.is(303);
    pair.omar.browser.get(&page).await.shows("Call me Annie.");
    ruth.browser.get(&page).await.is(404);
    ruth.browser.post(&page, &mine).await.is(404);
}

#[tokio::test]
async fn a_worker_who_cannot_go_on_says_so_kindly() {
    let world = World::new().await;
    let pair = Pair::begin(&world).await;
    let (ana, ruth) = (&pair.met.ana, &pair.met.ruth);
    ruth.browser
        .get(&pair.talk())
        .await
        .shows("I cannot go on with");
    let page = ruth.browser.get(&pair.ask()).await.is(200);
    page.shows("Words for the coordinator");
    let fields = [("words", "My mother is ill."), ("stop", "keep")];
    ruth.browser.post(&pair.ask(), &fields).await.is(303);
    let (id, _, request) = pair.change(&world).await;
    let change = format!("/changes/{id}");
    let home = ana.browser.get("/home").await.is(200);
    home.shows("cannot go on supporting you").hides("mother");
    // Only the coordinator reads the words.
    for page in [
        &change,
        "/offers",
        "/seen",
        &pair.talk(),
        &format!("{change}/hand-over"),
    ] {
        ana.browser.get(page).await.is(200).hides("mother");
    }
    let one = format!("/waiting/{request}");
    pair.met
        .sam
        .browser
        .get(&one)
        .await
        .shows("My mother is ill.");
    // The person cannot take back what the worker asked; the worker can.
    let back = format!("{change}/take-back");
    ana.browser
        .post(&back, &[])
        .await
        .leads(&format!("{change}?said=changed-meanwhile"));
    assert_eq!(pair.change(&world).await.1, "looking");
    // Both ask: one change, and it goes on when one of them takes it back.
    ana.browser.post(&pair.ask(), &[]).await.is(303);
    assert_eq!(world.count(&CHANGES, vec![pair.met.pair.0.into()]).await, 1);
    ruth.browser
        .post(&back, &[])
        .await
        .leads("/home?said=change-goes-on");
    assert_eq!(pair.change(&world).await.1, "looking");
    ruth.browser.get(&change).await.is(404);
    ana.browser
        .post(&back, &[])
        .await
        .leads("/home?said=change-taken-back");
    assert!(pair.runs(&world).await);
}

#[tokio::test]
async fn two_asks_at_once_are_one_change() {
    for round in 0..4 {
        let world = World::new().await;
        let pair = Pair::begin(&world).await;
        let ask = pair.ask();
        let (one, other, third) = tokio::join!(
            pair.met.ana.browser.post(&ask, &[]),
            pair.met.ruth.browser.post(&ask, &[]),
            pair.met.sam.browser.post(&ask, &[]),
        );
        for reply in [one, other, third] {
            assert_eq!(reply.status, 303, "{round}: {}", reply.text);
        }
        assert_eq!(world.count(&CHANGES, vec![pair.met.pair.0.into()]).await, 1);
        assert_eq!(
            world.count(&OPEN, vec![pair.met.ana.member.0.into()]).await,
            1
        );
        assert!(pair.runs(&world).await);
    }
}

#[tokio::test]
async fn saying_yes_and_taking_back_at_once_have_one_outcome() {
    for round in 0..6 {
        let world = World::new().await;
        let pair = Pair::begin(&world).await;
        let ana = &pair.met.ana;
        ana.browser.post(&pair.ask(), &[]).await.is(303);
        offered_to_all(&pair.met.sam).await;
        let offer = picks(ana, "Omar").await;
        let (id, _, request) = pair.change(&world).await;
        let agree = format!("/requests/{offer}/agree");
        let back = format!("/changes/{id}/take-back");
        let (yes, back) = tokio::join!(
            pair.omar.browser.post(&agree, &[]),
            ana.browser.post(&back, &[])
        );
        let (yes, back) = (yes.location(), back.location().unwrap());
        let (_, state, _) = pair.change(&world).await;
        let said_yes = supported(&world, pair.omar.member).await == 1;
        let stands = row(&world, &REQUEST, vec![request.0.into()]).await;
        let stands = stands.text(0).unwrap();
        assert!(pair.runs(&world).await, "{round}");
        if said_yes {
            assert_eq!(
                (state.as_str(), stands.as_str()),
                ("ending", "matched"),
                "{round}"
            );
            assert!(yes.unwrap().starts_with("/messages/"), "{round}");
            assert!(back.ends_with("?said=changed-meanwhile"), "{round}: {back}");
        } else {
            assert_eq!(
                (state.as_str(), stands.as_str()),
                ("taken-back", "withdrawn"),
                "{round}"
            );
            assert_eq!(back, "/home?said=change-taken-back", "{round}");
            assert_eq!(
                yes.as_deref(),
                Some("/requests?said=answered-meanwhile"),
                "{round}"
            );
        }
    }
}

#[tokio::test]
async fn when_the_new_one_does_not_fit_the_one_of_before_stays() {
    let world = World::new().await;
    let pair = Pair::begin(&world).await;
    let (ana, ruth, omar) = (&pair.met.ana, &pair.met.ruth, &pair.omar);
    let id = pair.omar_said_yes(&world).await;
    let page = format!("/changes/{id}/hand-over");
    let mine = [
        ("words", "For Omar."),
        ("reads", "everything"),
        ("go", "approve"),
    ];
    ana.browser.post(&page, &mine).await.is(303);
    let values = vec![ana.member.0.into(), omar.member.0.into()];
    let with_omar: Uuid = row(&world, &super::meetings::PAIR, values)
        .await
        .id(0)
        .unwrap();
    says(ana, &format!("/meetings/{with_omar}"), "no")
        .await
        .is(303);
    assert_eq!(pair.reads(omar).await, None);
    omar.browser.get(&page).await.is(404);
    assert!(pair.runs(&world).await);
    assert_eq!(pair.change(&world).await.1, "looking");
    world.later(20 * DAY);
    assert_eq!(matching::settle_once(&world.app).await.unwrap().1, 0);
    assert!(pair.runs(&world).await);
    ruth.browser
        .get("/home")
        .await
        .shows("You stay until somebody new");
    // The next one is asked for anew: nothing that was approved for Omar reaches them.
    let lena = worker(&world, "Lena", 1).await;
    agrees(&world, &pair.met.sam, ana, &lena, "Lena").await;
    lena.browser.get(&page).await.is(404);
    assert_eq!(pair.reads(&lena).await, Some(vec![]));
    assert_eq!(pair.change(&world).await.1, "ending");
    // The person ends it earlier, with one press.
    let end = format!("/changes/{id}/end");
    for stranger in [ruth, &lena, omar, &pair.met.sam] {
        stranger.browser.post(&end, &[]).await.is(404);
    }
    ana.browser.post(&end, &[]).await.is(303);
    assert_eq!(pair.change(&world).await.1, "done");
    assert_eq!(pair.reads(ruth).await, None);
}
