//! What nobody may learn, and who may not look.

use axum::http::Method;
use cairn_domain::access::Role;

use super::*;

#[tokio::test]
async fn knowing_somebody_stays_with_who_said_it() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 3).await;
    let (ana, request) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let offer = picks(&ana, "Ruth").await;
    let fields = [("said", "not_the_one"), ("known", "yes")];
    ruth.browser
        .submit(&format!("/requests/{offer}/decline"), &fields)
        .await
        .is(200);
    ruth.browser
        .get("/never")
        .await
        .shows("<bdi>Ana</bdi>")
        .shows("You chose this person");
    ruth.browser.get("/profile").await.hides("Ana");
    for path in ["/waiting".to_owned(), format!("/waiting/{request}")] {
        let page = sam.browser.get(&path).await.is(200);
        page.hides("know this person").hides("never offered");
    }
    // The trail about Ana has the same lines as after any other no.
    let lines = vec![ana.member.0.into(), "answer-request".into()];
    assert_eq!(world.count(&LINES, lines).await, 1);
    let lines = vec![ruth.member.0.into(), "write-worker-profile".into()];
    assert_eq!(world.count(&LINES, lines).await, 0);
    ana.browser.get("/offers").await.hides("know");
    let lines = vec![ruth.member.0.into(), "write-never".into()];
    assert_eq!(world.count(&LINES, lines).await, 0);
}

#[tokio::test]
async fn another_programmes_records_are_not_there() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 1).await;
    let (ana, request) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let offer = offer_of(&ana, "Ruth").await;
    let other = world.another_programme().await;
    let roles = [Role::Coordinator, Role::Worker, Role::Participant];
    let eve = world.person_of(&other, "Eve", &roles).await;
    let nothing = "01920000-0000-7000-8000-000000000000";
    for id in [request.to_string(), nothing.into(), "x".into()] {
        eve.browser.get(&format!("/waiting/{id}")).await.is(404);
        for act in ["priority", "run", "release"] {
            let path = format!("/waiting/{id}/{act}");
            eve.browser.post(&path, &[("priority", "2")]).await.is(404);
        }
        let fields = [("request", id.as_str())];
        eve.browser
            .post("/proposals/release", &fields)
            .await
            .is(404);
    }
    for id in [offer.to_string(), nothing.into(), "x".into()] {
        eve.browser.get(&format!("/offers/{id}")).await.is(404);
        eve.browser
            .post(&format!("/offers/{id}/pick"), &[])
            .await
            .is(404);
        eve.browser.get(&format!("/requests/{id}")).await.is(404);
        for act in ["agree", "decline"] {
            let path = format!("/requests/{id}/{act}");
            eve.browser.post(&path, &[]).await.is(404);
        }
        for act in ["accept", "decline"] {
            let path = format!("/api/v1/offers/{id}/{act}");
            let (status, _) = eve.api(Method::POST, &path, None).await;
            assert_eq!(status, 404, "{path}");
        }
    }
    assert!(world.count(&REFUSED, vec!["read-intake".into()]).await > 0);
    eve.browser.get("/waiting").await.is(200).hides("Ana");
    eve.browser.get("/proposals").await.is(200).hides("Ana");
}

#[tokio::test]
async fn a_worker_reads_only_requests_addressed_to_them_and_only_what_was_told() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    let omar = worker(&world, "Omar", 1).await;
    let mut answers = wishes();
    answers.experiences.push(cairn_domain::people::Experience {
        code: "prison".into(),
        weight: 1,
    });
    answers.never_note = "My cousin Zed.".into();
    let (ana, _) = asks(&world, "Ana", answers).await;
    offered_to_all(&sam).await;
    let offer = offer_of(&ana, "Ruth").await;
    let path = format!("/requests/{offer}");
    // Not before she has picked.
    ruth.browser.get(&path).await.is(404);
    picks(&ana, "Ruth").await;
    omar.browser.get(&path).await.is(404);
    let page = ruth.browser.get(&path).await.is(200);
    page.hides("prison").hides("Zed").hides("important");
    // Nobody else can answer in her place.
    omar.browser
        .post(&format!("{path}/agree"), &[])
        .await
        .is(404);
    // The coordinator takes care of the note by hand.
    let request = format!("/waiting/{}", request_of(&world, &ana).await);
    sam.browser.get(&request).await.shows("My cousin Zed.");
}

async fn request_of(world: &World, person: &Person) -> RequestId {
    let member = person.member;
    let found = work!(world.cx(), |w| people::open_request(w, member).await);
    found.unwrap().unwrap().id
}

#[tokio::test]
async fn drafts_are_not_on_the_list() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ana = world.participant("Ana").await;
    let member = ana.member;
    let id = work!(world.cx(), |w| people::begin_request(w, member, &wishes())
        .await)
    .unwrap();
    sam.browser.get("/waiting").await.is(200).hides("Ana");
    sam.browser.get(&format!("/waiting/{id}")).await.is(404);
    sam.browser
        .post(&format!("/waiting/{id}/run"), &[])
        .await
        .is(404);
    ana.browser
        .get("/offers")
        .await
        .shows("Your answers are not sent yet");
}

#[tokio::test]
async fn a_list_opened_often_leaves_one_line_a_day() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    for _ in 0..3 {
        sam.browser.get("/waiting").await.is(200);
    }
    let lines = || vec![ana.member.0.into(), "read-waiting-list".into()];
    assert_eq!(world.count(&LINES, lines()).await, 1);
    world.later(cairn_domain::DAY);
    sam.browser.get("/waiting").await.is(200);
    assert_eq!(world.count(&LINES, lines()).await, 2);
}
