//! An offer holds a place for some days, and then lets it go.

use axum::http::Method;
use cairn_domain::{DAY, HOUR};

use super::*;

/// Ana has an offer of Ruth's only place.
async fn offered_ruth(world: &World) -> (Person, Person, Person, RequestId) {
    let sam = world.coordinator("Sam").await;
    let ruth = worker(world, "Ruth", 1).await;
    let (ana, request) = asks(world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    (sam, ruth, ana, request)
}

async fn sweep(world: &World) -> usize {
    matching::sweep_offers_once(&world.app).await.unwrap()
}

/// What a person is told by the API: how their request and its first offer stand, and until when.
async fn tells(person: &Person) -> [serde_json::Value; 3] {
    let body = offers(person).await;
    let first = &body["offers"][0];
    [&body["state"], &first["state"], &first["holds_until"]].map(Clone::clone)
}

#[tokio::test]
async fn a_place_is_held_for_some_days_and_then_let_go_also_before_anybody_sweeps() {
    let world = World::new().await;
    let (sam, ruth, ana, request) = offered_ruth(&world).await;
    ana.browser
        .get("/offers")
        .await
        .is(200)
        .shows("This place is kept for you until")
        .shows("7 March 2026")
        .shows("nobody else here fits everything you need");
    assert_eq!(
        offers(&ana).await["offers"][0]["holds_until"],
        "2026-03-07T09:00:00Z"
    );
    assert_eq!(held(&world, &ruth).await, 1);
    ruth.browser
        .get("/profile")
        .await
        .shows("One place is held for somebody who is choosing.");
    // For everybody else it is taken.
    let (bo, _) = asks(&world, "Bo", wishes()).await;
    let outcome = run(&world).await;
    assert_eq!((outcome.served, outcome.unserved), (0, 1));
    // The day before it is still Ana's.
    world.later(5 * DAY - 1);
    assert_eq!(held(&world, &ruth).await, 1);
    assert_eq!(sweep(&world).await, 0);
    // Then it is not, and nobody has to have swept.
    world.later(1);
    assert_eq!(held(&world, &ruth).await, 0);
    let before = tells(&ana).await;
    assert_eq!(before, ["resting", "expired", "2026-03-07T09:00:00Z"]);
    let page = ana.browser.get("/offers").await.is(200);
    page.shows("The places kept for you were let go")
        .shows("This place was kept for you until")
        .shows("Choose Ruth after all");
    ana.browser
        .get("/home")
        .await
        .shows("The places kept for you were let go");
    assert_eq!(run(&world).await.served, 1);
    assert!(stands(&world, request, "offered").await);
    assert_eq!(sweep(&world).await, 1);
    assert!(stands(&world, request, "resting").await);
    assert_eq!(sweep(&world).await, 0);
    assert_eq!(tells(&ana).await, before);
    for path in ["/waiting".to_owned(), format!("/waiting/{request}")] {
        let page = sam.browser.get(&path).await.is(200);
        page.shows("Their offers ran out");
    }
    sam.browser
        .get(&format!("/waiting/{request}"))
        .await
        .shows("time ran out");
    sam.browser
        .post("/proposals/release", &[("which", "all")])
        .await
        .leads("/proposals?said=released");
    assert_eq!(offers(&bo).await["offers"][0]["worker"]["name"], "Ruth");
    assert_eq!(over(&world).await, 0);
}

#[tokio::test]
async fn a_late_choice_is_a_choice_as_long_as_there_is_a_place() {
    for swept in [false, true] {
        let world = World::new().await;
        let (_sam, ruth, ana, request) = offered_ruth(&world).await;
        let offer = offer_of(&ana, "Ruth").await;
        world.later(9 * DAY);
        if swept {
            assert_eq!(sweep(&world).await, 1);
        }
        let page = ana.browser.get(&format!("/offers/{offer}")).await.is(200);
        page.shows("Choose Ruth after all");
        let accept = format!("/api/v1/offers/{offer}/accept");
        for _ in 0..2 {
            let (status, body) = ana.api(Method::POST, &accept, None).await;
            assert_eq!(status, 200, "{body}");
        }
        assert!(stands(&world, request, "picked").await);
        assert_eq!(world.count(&PICKED, vec![ruth.member.0.into()]).await, 1);
        let agree = format!("/requests/{offer}/agree");
        assert!(ruth.browser.post(&agree, &[]).await.status.is_redirection());
        assert_eq!(supported(&world, ruth.member).await, 1);
    }
}

#[tokio::test]
async fn a_late_choice_without_a_place_gets_one_clear_answer_each_time() {
    for swept in [false, true] {
        let world = World::new().await;
        let (sam, ruth, ana, request) = offered_ruth(&world).await;
        let offer = offer_of(&ana, "Ruth").await;
        world.later(6 * DAY);
        if swept {
            assert_eq!(sweep(&world).await, 1);
        }
        let (_bo, _) = asks(&world, "Bo", wishes()).await;
        offered_to_all(&sam).await;
        assert_eq!(held(&world, &ruth).await, 1);
        for _ in 0..2 {
            let accept = format!("/api/v1/offers/{offer}/accept");
            let (status, body) = ana.api(Method::POST, &accept, None).await;
            assert_eq!(status, 409, "{body}");
            assert_eq!(body["errors"].as_array().unwrap().len(), 1);
            assert_eq!(body["errors"][0]["code"], "offer-expired");
        }
        ana.browser
            .submit(&format!("/offers/{offer}/pick"), &[])
            .await
            .is(200)
            .shows("The time for this offer had run")
            .shows("There is no free place with them just now.")
            .hides("Choose Ruth after all");
        assert!(stands(&world, request, "resting").await);
        assert_eq!(over(&world).await, 0);
    }
}

cairn_db::statements! {
    /// When a request was sent.
    SENT_AT = "SELECT sent_at FROM people_request WHERE id = $1";
}

#[tokio::test]
async fn after_offers_ran_out_one_is_looked_for_again_in_the_same_place_of_the_list() {
    let world = World::new().await;
    let (sam, _ruth, ana, request) = offered_ruth(&world).await;
    let sent = world.count(&SENT_AT, vec![request.0.into()]).await;
    world.later(7 * DAY);
    // The form of the page works whether it was swept up or not.
    ana.browser
        .submit("/offers/return", &[])
        .await
        .is(200)
        .shows("We are looking for other people");
    assert!(stands(&world, request, "waiting").await);
    assert_eq!(world.count(&SENT_AT, vec![request.0.into()]).await, sent);
    sam.browser
        .get("/waiting")
        .await
        .hides("Their offers ran out");
    // Nothing is held against anybody: the same worker may be offered again.
    offered_to_all(&sam).await;
    let again = offers(&ana).await;
    assert_eq!(again["offers"].as_array().unwrap().len(), 1);
    picks(&ana, "Ruth").await;
    assert_eq!(over(&world).await, 0);
}

#[tokio::test]
async fn a_choice_from_an_old_page_finds_the_offer_that_is_out_now() {
    let world = World::new().await;
    let (sam, ruth, ana, request) = offered_ruth(&world).await;
    let old = offer_of(&ana, "Ruth").await;
    world.later(7 * DAY);
    ana.browser.post("/offers/return", &[]).await;
    sam.browser.post("/matching/run", &[]).await.is(303);
    // While she waits again, a proposal of the same worker lies there.
    let accept = format!("/api/v1/offers/{old}/accept");
    sam.browser
        .post("/proposals/release", &[("which", "all")])
        .await
        .leads("/proposals?said=released");
    let (status, body) = ana.api(Method::POST, &accept, None).await;
    assert_eq!(status, 200, "{body}");
    assert!(stands(&world, request, "picked").await);
    assert_eq!(world.count(&PICKED, vec![ruth.member.0.into()]).await, 1);
    let standing = vec![request.0.into(), "released".into()];
    assert_eq!(world.count(&STANDING, standing).await, 0);
}

#[tokio::test]
async fn asking_for_time_lets_go_at_once_and_coming_back_holds_again() {
    let world = World::new().await;
    let (sam, ruth, ana, request) = offered_ruth(&world).await;
    let omar = worker(&world, "Omar", 1).await;
    ana.browser.submit("/offers/time", &[]).await.is(200);
    assert_eq!(held(&world, &ruth).await, 0);
    // Time does not run for an offer whose person asked for time.
    world.later(20 * DAY);
    assert_eq!(sweep(&world).await, 0);
    sam.browser
        .get("/waiting")
        .await
        .shows("Asked for time")
        .hides("Their offers ran out");
    ana.browser
        .get("/offers")
        .await
        .shows("You asked for time")
        .hides("let go");
    ana.browser
        .submit("/offers/return", &[])
        .await
        .is(200)
        .shows("Choose Ruth");
    assert_eq!(
        (held(&world, &ruth).await, held(&world, &omar).await),
        (1, 0)
    );
    assert!(stands(&world, request, "offered").await);
    world.later(5 * DAY - HOUR);
    picks(&ana, "Ruth").await;
}

#[tokio::test]
async fn a_no_leaves_the_other_places_held_anew_and_only_those_that_are_free() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    let omar = worker(&world, "Omar", 1).await;
    let (ana, request) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let offer = picks(&ana, "Ruth").await;
    assert_eq!(held(&world, &omar).await, 1);
    // Ruth takes her time; Omar's place is let go meanwhile, and nobody takes it.
    world.later(8 * DAY);
    assert_eq!(sweep(&world).await, 0);
    assert_eq!(held(&world, &omar).await, 0);
    let decline = format!("/requests/{offer}/decline");
    ruth.browser
        .post(&decline, &[("said", "full")])
        .await
        .leads("/requests?said=declined");
    assert_eq!(held(&world, &omar).await, 1);
    assert!(stands(&world, request, "offered").await);
    ana.browser.get("/offers").await.shows("Choose Omar");
}

#[tokio::test]
async fn a_programme_says_for_how_many_days_a_place_is_held() {
    let world = World::new().await;
    let (_sam, ruth, _ana, _) = offered_ruth(&world).await;
    let mut settings = world.programme.settings.clone();
    settings.offer_days = 12;
    let text = serde_json::to_string(&settings).unwrap();
    let id = world.programme.id;
    let mut cx = world.cx();
    let changed = work!(cx, |w| {
        let values = cairn_db::params![id.0, text];
        w.tx.execute(&journeys::SETTINGS, &values).await?;
        people::programme_by_id(w, id).await
    });
    cx.programme = Some(changed.unwrap());
    let (_bo, request) = asks(&world, "Bo", wishes()).await;
    supports(&world, &ruth, 2).await;
    matching::run(&cx, Scope::All).await.unwrap();
    work!(cx, |w| {
        let out = matching::let_out(w, &[request]).await?;
        assert_eq!((out[0].sent, out[0].dropped), (1, 0));
        Ok(())
    })
    .unwrap();
    world.later(6 * DAY);
    assert_eq!(held(&world, &ruth).await, 1);
    world.later(6 * DAY);
    assert_eq!(held(&world, &ruth).await, 0);
}

#[tokio::test]
async fn seconds_and_thirds_come_only_from_places_nobody_counts_on() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let (ruth, omar) = (
        worker(&world, "Ruth", 1).await,
        worker(&world, "Omar", 2).await,
    );
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    world.later(DAY);
    let (bo, _) = asks(&world, "Bo", wishes()).await;
    offered_to_all(&sam).await;
    let many = async |who: &Person| offers(who).await["offers"].as_array().unwrap().len();
    // Three places for two people: Ana, who waits longer, has the one that is spare.
    assert_eq!((many(&ana).await, many(&bo).await), (2, 1));
    assert_eq!(
        (held(&world, &ruth).await, held(&world, &omar).await),
        (1, 2)
    );
    assert_eq!(over(&world).await, 0);
    bo.browser
        .get("/offers")
        .await
        .shows("Today it is only this one person. Others could suit you too");
    ana.browser
        .get("/offers")
        .await
        .shows("Today it is only these 2: nobody else here fits");
}

#[tokio::test]
async fn what_no_longer_holds_is_dropped_and_the_coordinator_is_told() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    worker(&world, "Omar", 1).await;
    let (ana, request) = asks(&world, "Ana", wishes()).await;
    run(&world).await;
    supports(&world, &ruth, 0).await;
    sam.browser
        .submit(&format!("/waiting/{request}/release"), &[])
        .await
        .is(200)
        .shows("Some had changed in the meantime");
    ana.browser
        .get("/offers")
        .await
        .shows("Choose Omar")
        .hides("Choose Ruth")
        .shows("Others could suit you too");
    // And where nothing holds, nothing goes out.
    let (_bo, other) = asks(&world, "Bo", wishes()).await;
    supports(&world, &ruth, 1).await;
    run(&world).await;
    supports(&world, &ruth, 0).await;
    sam.browser
        .submit(&format!("/waiting/{other}/release"), &[])
        .await
        .is(200)
        .shows("This had changed in the meantime");
    assert!(stands(&world, other, "waiting").await);
    assert_eq!(over(&world).await, 0);
}

#[tokio::test]
async fn a_request_is_taken_back_kindly_and_its_places_let_go() {
    let world = World::new().await;
    let (sam, ruth, ana, request) = offered_ruth(&world).await;
    ana.browser
        .get("/offers")
        .await
        .shows("Take my request back");
    ana.browser
        .get("/offers/withdraw")
        .await
        .is(200)
        .shows("Take your request back?")
        .hides("whom you chose");
    let offer = picks(&ana, "Ruth").await;
    ana.browser
        .get("/offers/withdraw")
        .await
        .is(200)
        .shows("Ruth, whom you chose");
    ruth.browser.get("/requests").await.shows("Ana");
    ana.browser
        .submit("/offers/withdraw", &[])
        .await
        .is(200)
        .shows("Your request is taken back.")
        .shows("You have not asked for support yet");
    assert!(stands(&world, request, "withdrawn").await);
    assert_eq!(world.count(&PICKED, vec![ruth.member.0.into()]).await, 0);
    // Sent twice is taken back once; the worker's open page is told how it stands.
    ana.browser
        .post("/offers/withdraw", &[])
        .await
        .leads("/offers");
    ana.browser.get("/offers/withdraw").await.leads("/offers");
    ruth.browser
        .post(&format!("/requests/{offer}/agree"), &[])
        .await
        .leads("/requests?said=answered-meanwhile");
    ruth.browser.get("/requests").await.hides("Ana");
    sam.browser.get("/waiting").await.hides("Ana");
    assert_eq!(supported(&world, ruth.member).await, 0);
    // She can ask again.
    let member = ana.member;
    work!(world.cx(), |w| {
        let id = people::begin_request(w, member, &wishes()).await?;
        let mut request = people::request(w, id).await?;
        people::move_request(w, &mut request, Step::Send).await
    })
    .unwrap();
    offered_to_all(&sam).await;
    picks(&ana, "Ruth").await;
}
