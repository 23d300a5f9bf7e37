//! What people go through, told from their side.

use axum::http::Method;
use cairn_domain::DAY;
use cairn_domain::people::{Answers, Mode, Wish};
use serde_json::json;

use super::*;

#[tokio::test]
async fn from_the_waiting_list_to_a_first_conversation() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 2).await;
    let (ana, request) = asks(&world, "Ana", wishes()).await;
    world.later(3 * DAY);

    ana.browser
        .get("/offers")
        .await
        .is(200)
        .shows("We are looking for people who could suit you")
        .shows("3 days ago");
    sam.browser
        .get("/waiting")
        .await
        .is(200)
        .shows("Ana")
        .shows("Nobody has looked yet");
    let board = sam.browser.submit("/matching/run", &[]).await.is(200);
    board
        .shows("Ana")
        .shows("Ruth")
        .shows("Has also lived with hearing voices");
    sam.browser
        .get(&format!("/waiting/{request}"))
        .await
        .is(200)
        .shows("Hearing voices")
        .shows("It began when I moved here.")
        .shows("Send this offer");
    // Nothing is there for Ana before it is sent.
    assert_eq!(offers(&ana).await["offers"], json!([]));
    sam.browser
        .submit(&format!("/waiting/{request}/release"), &[])
        .await
        .is(200)
        .shows("Offers are out");

    ana.browser
        .get("/offers")
        .await
        .is(200)
        .shows("Somebody you could talk to")
        .shows("I like the sea in winter.")
        .shows("Has also lived with hearing voices")
        .shows("Is free when you are: Wednesday, all day")
        .shows("Choose");
    let offer = offer_of(&ana, "Ruth").await;
    ana.browser
        .get(&format!("/offers/{offer}"))
        .await
        .is(200)
        .shows("Anxiety or panic")
        .hides("Hearing voices");
    picks(&ana, "Ruth").await;
    ana.browser
        .get("/offers")
        .await
        .shows("You chose")
        .shows("has been asked");
    the_worker_reads_and_agrees(&world, &ana, &ruth, offer).await;

    she_finds_each_reading(&world, &ana).await;
}

async fn she_finds_each_reading(world: &World, ana: &Person) {
    for act in [
        "read-waiting-list",
        "read-intake",
        "release-offers",
        "read-request",
        "answer-request",
    ] {
        let lines = vec![ana.member.0.into(), act.into()];
        assert!(world.count(&LINES, lines).await > 0, "{act}");
    }
    let seen = ana.browser.get("/seen").await.is(200);
    seen.shows("Sam").shows("Ruth");
}

async fn the_worker_reads_and_agrees(world: &World, ana: &Person, ruth: &Person, offer: OfferId) {
    ruth.browser.get("/requests").await.is(200).shows("Ana");
    ruth.browser
        .get(&format!("/requests/{offer}"))
        .await
        .is(200)
        .shows("Please be patient with my silences.")
        .shows("It began when I moved here.")
        .shows("Hearing voices");
    let agree = format!("/requests/{offer}/agree");
    let reply = ruth.browser.post(&agree, &[("words", "I am glad.")]).await;
    let thread = reply.location().unwrap();
    assert!(thread.starts_with("/messages/"), "{thread}");
    ruth.browser.get(&thread).await.is(200).shows("Ana");
    ana.browser.get(&thread).await.is(200).shows("Ruth");
    ana.browser
        .get("/offers")
        .await
        .shows("have found each other")
        .shows("I am glad.");
    assert_eq!(supported(world, ruth.member).await, 1);
    // Sent twice is agreed once.
    ruth.browser.post(&agree, &[]).await.leads("/messages");
    assert_eq!(supported(world, ruth.member).await, 1);
}

#[tokio::test]
async fn none_of_these_and_the_next_ones() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    for name in ["Ruth", "Omar", "Kim", "Lena"] {
        worker(&world, name, 1).await;
    }
    let (ana, request) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let first = offers(&ana).await;
    assert_eq!(first["offers"].as_array().unwrap().len(), 3);
    let fields = [("why", "Somebody older, please")];
    ana.browser
        .submit("/offers/others", &fields)
        .await
        .is(200)
        .shows("We are looking for other people");
    sam.browser
        .get(&format!("/waiting/{request}"))
        .await
        .shows("Somebody older, please")
        .shows("not chosen");
    offered_to_all(&sam).await;
    let second = offers(&ana).await;
    let names = |body: &Value| -> Vec<String> {
        let all = body["offers"].as_array().unwrap().iter();
        all.map(|one| one["worker"]["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(&second).len(), 1);
    assert!(!names(&first).contains(&names(&second)[0]));
    // And when nobody is left, that is said as it is.
    ana.browser.submit("/offers/others", &[]).await.is(200);
    sam.browser.submit("/matching/run", &[]).await.is(200);
    sam.browser
        .get(&format!("/waiting/{request}"))
        .await
        .shows("nobody was found who fits");
    assert_eq!(offers(&ana).await["state"], "waiting");
}

#[tokio::test]
async fn not_now_keeps_the_place_and_the_offers() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 1).await;
    worker(&world, "Omar", 2).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    ana.browser
        .submit("/offers/time", &[])
        .await
        .is(200)
        .shows("You asked for time");
    sam.browser.get("/waiting").await.shows("Asked for time");
    let (bo, _) = asks(&world, "Bo", wishes()).await;
    offered_to_all(&sam).await;
    picks(&bo, "Ruth").await;
    // Ruth has no place any more, Omar still has.
    ana.browser
        .submit("/offers/return", &[])
        .await
        .is(200)
        .shows("Omar")
        .hides("Ruth");
    ana.browser
        .post("/offers/return", &[])
        .await
        .leads("/offers?tried=moved");
}

#[tokio::test]
async fn a_kind_no_and_the_others_are_still_there() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    worker(&world, "Omar", 1).await;
    let (ana, request) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let offer = picks(&ana, "Ruth").await;
    let decline = format!("/requests/{offer}/decline");
    let fields = [("said", "full"), ("own", "Go well, Ana.")];
    ruth.browser
        .post(&decline, &fields)
        .await
        .leads("/requests?said=declined");
    ana.browser
        .get("/offers")
        .await
        .shows("cannot say yes this time")
        .shows("you deserve somebody with time for you")
        .shows("Go well, Ana.")
        .shows("Choose Omar")
        .hides("Choose Ruth");
    let mut spanish = ana.browser.clone();
    spanish.language = "es";
    spanish.get("/offers").await.shows("mereces a alguien");
    // A second answer changes nothing, and the other answer comes too late.
    ruth.browser
        .post(&decline, &fields)
        .await
        .leads("/requests?said=declined");
    ruth.browser
        .post(&format!("/requests/{offer}/agree"), &[])
        .await
        .leads("/requests?said=answered-meanwhile");
    assert_eq!(supported(&world, ruth.member).await, 0);
    // Ruth is not offered to Ana again.
    ana.browser.submit("/offers/others", &[]).await.is(200);
    sam.browser.submit("/matching/run", &[]).await.is(200);
    let standing = vec![request.0.into(), "proposed".into()];
    assert_eq!(world.count(&STANDING, standing).await, 0);
}

#[tokio::test]
async fn those_who_cannot_be_served_become_a_list_of_whom_to_look_for() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 1).await;
    for name in ["Ana", "Bo"] {
        let answers = Answers {
            languages: vec!["ar".into()],
            ..wishes()
        };
        asks(&world, name, answers).await;
    }
    let picky = Answers {
        wishes: vec![Wish {
            trait_code: "gender:woman".into(),
            weight: 5,
            must: true,
        }],
        modes: vec![Mode::Video],
        ..wishes()
    };
    asks(&world, "Cleo", picky).await;
    asks(&world, "Dan", wishes()).await;
    asks(&world, "Eli", wishes()).await;
    let outcome = run(&world).await;
    assert_eq!((outcome.served, outcome.unserved), (1, 4));
    sam.browser
        .get("/unserved")
        .await
        .is(200)
        .shows("2 people need: peer support worker; speaks Arabic;")
        .shows("Missing now: the language")
        .shows("can meet by video;")
        .shows("; is a woman")
        .shows("Missing now: the way of meeting and what must be so for them")
        .shows("Missing now: a free place; somebody like that is here");
    let page = sam.browser.get("/proposals").await.is(200);
    page.shows("For 4 people nobody was found.");
}

#[tokio::test]
async fn the_best_for_all_together_is_offered_first() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    // Both fit Ruth; only Bo fits Omar, so that Ana has to get Ruth.
    worker(&world, "Ruth", 1).await;
    let spanish = WorkerProfile {
        languages: vec!["es".into()],
        ..profile()
    };
    worker_with(&world, "Omar", 1, spanish).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    let both = Answers {
        languages: vec!["en".into(), "es".into()],
        ..wishes()
    };
    let (bo, _) = asks(&world, "Bo", both).await;
    offered_to_all(&sam).await;
    let first = |body: Value| body["offers"][0]["worker"]["name"].clone();
    assert_eq!(first(offers(&ana).await), "Ruth");
    assert_eq!(first(offers(&bo).await), "Omar");
}

#[tokio::test]
async fn a_programme_can_let_offers_go_out_by_themselves() {
    let world = World::new().await;
    let mut settings = world.programme.settings.clone();
    settings.offers_go_out = true;
    let text = serde_json::to_string(&settings).unwrap();
    let id = world.programme.id;
    work!(world.cx(), |w| {
        let values = cairn_db::params![id.0, text];
        Ok(w.tx.execute(&SETTINGS, &values).await?)
    })
    .unwrap();
    worker(&world, "Ruth", 1).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    matching::look_once(&world.app).await.unwrap();
    assert_eq!(offers(&ana).await["state"], "offered");
    ana.browser.get("/offers").await.shows("Choose Ruth");
    matching::look_once(&world.app).await.unwrap();
}

cairn_db::statements! {
    /// Changes a programme's settings.
    pub SETTINGS = "UPDATE people_programme SET settings = $2 WHERE id = $1";
}

#[tokio::test]
async fn how_pressing_it_is_and_what_is_needed_changes_who_comes_first() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let trained = WorkerProfile {
        trainings: vec!["suicide_prevention".into()],
        ..profile()
    };
    worker_with(&world, "Ruth", 1, trained).await;
    worker(&world, "Omar", 1).await;
    let (_ana, _) = asks(&world, "Ana", wishes()).await;
    let (bo, request) = asks(&world, "Bo", wishes()).await;
    let path = format!("/waiting/{request}/priority");
    let fields = [
        ("priority", "2"),
        ("needs", "asked"),
        ("need", "suicide_prevention"),
    ];
    sam.browser
        .submit(&path, &fields)
        .await
        .is(200)
        .shows("Most pressing");
    offered_to_all(&sam).await;
    let body = offers(&bo).await;
    assert_eq!(body["offers"].as_array().unwrap().len(), 1);
    assert_eq!(body["offers"][0]["worker"]["name"], "Ruth");
}

#[tokio::test]
async fn offers_through_the_api() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 1).await;
    worker(&world, "Omar", 1).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let body = offers(&ana).await;
    assert_eq!(body["state"], "offered");
    let one = &body["offers"][0];
    assert_eq!(one["parts"]["experience"], 500);
    assert_eq!(one["shared"]["experiences"], json!(["hearing_voices"]));
    assert_eq!(one["worker"]["experiences"], json!(["anxiety"]));
    assert_eq!(one["reasons"][0], "Has also lived with hearing voices");
    assert!(one["worker"].get("not").is_none());
    let omar = offer_of(&ana, "Omar").await;
    let decline = format!("/api/v1/offers/{omar}/decline");
    let (status, _) = ana
        .api(Method::POST, &decline, Some(json!({"because": "x"})))
        .await;
    assert_eq!(status, 422);
    let (status, _) = ana
        .api(Method::POST, &decline, Some(json!({"why": "x"})))
        .await;
    assert_eq!(status, 200);
    let ruth = offer_of(&ana, "Ruth").await;
    let accept = format!("/api/v1/offers/{ruth}/accept");
    for _ in 0..2 {
        let (status, body) = ana.api(Method::POST, &accept, None).await;
        assert_eq!((status.as_u16(), &body["state"]), (200, &json!("picked")));
    }
    let (status, body) = ana.api(Method::POST, &decline, None).await;
    assert_eq!(status, 200, "{body}");
    let ruth = format!("/api/v1/offers/{ruth}/decline");
    let (status, body) = ana.api(Method::POST, &ruth, None).await;
    assert_eq!(status, 409, "{body}");
    assert_eq!(body["errors"][0]["code"], "already-answered");
}
