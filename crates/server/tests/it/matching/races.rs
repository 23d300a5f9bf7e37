//! Two people at once: never over capacity, and one clear answer each.

use axum::http::Method;

use super::*;

#[tokio::test]
async fn two_coordinators_who_release_at_once_release_once() {
    let world = World::new().await;
    let (sam, kit) = (
        world.coordinator("Sam").await,
        world.coordinator("Kit").await,
    );
    worker(&world, "Ruth", 5).await;
    let mut requests = Vec::new();
    for name in ["Ana", "Bo", "Cleo"] {
        requests.push(asks(&world, name, wishes()).await.1);
    }
    run(&world).await;
    let all = [("which", "all")];
    let (one, other) = tokio::join!(
        sam.browser.post("/proposals/release", &all),
        kit.browser.post("/proposals/release", &all),
    );
    let mut said = [one.location().unwrap(), other.location().unwrap()];
    said.sort_unstable();
    assert_eq!(
        said,
        [
            "/proposals?said=changed-meanwhile",
            "/proposals?said=released"
        ],
    );
    for request in requests {
        let standing = vec![request.0.into(), "released".into()];
        assert_eq!(world.count(&STANDING, standing).await, 1);
    }
}

#[tokio::test]
async fn overlapping_releases_and_runs_leave_each_request_with_one_answer() {
    let world = World::new().await;
    let (sam, kit) = (
        world.coordinator("Sam").await,
        world.coordinator("Kit").await,
    );
    worker(&world, "Ruth", 5).await;
    worker(&world, "Omar", 5).await;
    let mut requests = Vec::new();
    for name in ["Ana", "Bo", "Cleo"] {
        requests.push(asks(&world, name, wishes()).await.1.to_string());
    }
    run(&world).await;
    let ids: Vec<&str> = requests.iter().map(String::as_str).collect();
    let first = [("request", ids[0]), ("request", ids[1])];
    let second = [("request", ids[1]), ("request", ids[2])];
    let cx = world.cx();
    let (one, other, ran) = tokio::join!(
        sam.browser.post("/proposals/release", &first),
        kit.browser.post("/proposals/release", &second),
        matching::run(&cx, Scope::All),
    );
    assert!(one.status.is_redirection() && other.status.is_redirection());
    ran.unwrap();
    for request in &requests {
        let id = request.parse::<RequestId>().unwrap();
        for (state, most) in [("released", 2), ("proposed", 2)] {
            let standing = vec![id.0.into(), state.into()];
            assert!(world.count(&STANDING, standing).await <= most, "{state}");
        }
    }
}

#[tokio::test]
async fn two_people_picking_the_last_place_get_one_clear_answer_each() {
    let world = World::new().await;
    let ruth = worker(&world, "Ruth", 2).await;
    worker(&world, "Omar", 5).await;
    let sam = world.coordinator("Sam").await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    let (bo, _) = asks(&world, "Bo", wishes()).await;
    offered_to_all(&sam).await;
    let (a, b) = (offer_of(&ana, "Ruth").await, offer_of(&bo, "Ruth").await);
    let member = ruth.member;
    work!(world.cx(), |w| {
        matching::save_worker(w, member, profile(), (1, 60), true).await
    })
    .unwrap();
    let (a, b) = (
        format!("/api/v1/offers/{a}/accept"),
        format!("/api/v1/offers/{b}/accept"),
    );
    let ((one, _), (other, _)) = tokio::join!(
        ana.api(Method::POST, &a, None),
        bo.api(Method::POST, &b, None),
    );
    let mut said = [one.as_u16(), other.as_u16()];
    said.sort_unstable();
    assert_eq!(said, [200, 409]);
    assert_eq!(world.count(&PICKED, vec![ruth.member.0.into()]).await, 1);
    let (loser, path) = if one == 200 { (&bo, &b) } else { (&ana, &a) };
    let (status, body) = loser.api(Method::POST, path, None).await;
    assert_eq!(status, 409);
    assert_eq!(body["errors"][0]["code"], "place-taken");
    // The other offer remains.
    loser
        .browser
        .get("/offers?tried=taken")
        .await
        .shows("This place is not free any more.")
        .shows("Choose Omar")
        .hides("Choose Ruth");
}

#[tokio::test]
async fn when_the_only_place_is_taken_others_are_looked_for() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let offer = offer_of(&ana, "Ruth").await;
    let member = ruth.member;
    work!(world.cx(), |w| {
        matching::save_worker(w, member, profile(), (0, 60), true).await
    })
    .unwrap();
    ana.browser
        .submit(&format!("/offers/{offer}/pick"), &[])
        .await
        .is(200)
        .shows("We are looking for others for you now.")
        .shows("We are looking for other people");
    assert_eq!(offers(&ana).await["state"], "waiting");
}

#[tokio::test]
async fn agreeing_twice_at_once_never_goes_over_capacity() {
    for round in 0..4 {
        let world = World::new().await;
        let sam = world.coordinator("Sam").await;
        let ruth = worker(&world, "Ruth", 2).await;
        let (ana, _) = asks(&world, "Ana", wishes()).await;
        let (bo, _) = asks(&world, "Bo", wishes()).await;
        offered_to_all(&sam).await;
        let (a, b) = (picks(&ana, "Ruth").await, picks(&bo, "Ruth").await);
        // A hard week: only one after all.
        let member = ruth.member;
        work!(world.cx(), |w| {
            matching::save_worker(w, member, profile(), (1, 20), true).await
        })
        .unwrap();
        let (a, b) = (
            format!("/requests/{a}/agree"),
            format!("/requests/{b}/agree"),
        );
        let (one, other) = tokio::join!(ruth.browser.post(&a, &[]), ruth.browser.post(&b, &[]));
        let mut said = [one.status.as_u16(), other.status.as_u16()];
        said.sort_unstable();
        assert_eq!(said, [303, 422], "round {round}");
        assert_eq!(supported(&world, ruth.member).await, 1, "round {round}");
        let refused = if one.status.is_redirection() {
            other
        } else {
            one
        };
        refused.shows("You support as many people as you said you can.");
    }
}

#[tokio::test]
async fn a_lowered_capacity_never_ends_what_runs() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 2).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let offer = picks(&ana, "Ruth").await;
    let agree = format!("/requests/{offer}/agree");
    assert!(ruth.browser.post(&agree, &[]).await.status.is_redirection());
    let member = ruth.member;
    work!(world.cx(), |w| {
        matching::save_worker(w, member, profile(), (0, 0), true).await
    })
    .unwrap();
    assert_eq!(supported(&world, ruth.member).await, 1);
    let (_bo, _) = asks(&world, "Bo", wishes()).await;
    let outcome = run(&world).await;
    assert_eq!((outcome.served, outcome.unserved), (0, 1));
}

#[tokio::test]
async fn somebody_picking_twice_at_once_has_picked_once() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    let omar = worker(&world, "Omar", 1).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    let (a, b) = (offer_of(&ana, "Ruth").await, offer_of(&ana, "Omar").await);
    let (a, b) = (format!("/offers/{a}/pick"), format!("/offers/{b}/pick"));
    let (one, other) = tokio::join!(ana.browser.post(&a, &[]), ana.browser.post(&b, &[]));
    assert!(one.status.is_redirection() && other.status.is_redirection());
    let mut picked = 0;
    for worker in [&ruth, &omar] {
        picked += world.count(&PICKED, vec![worker.member.0.into()]).await;
    }
    assert_eq!(picked, 1);
}

/// Ana and Bo each have a proposal of Ruth's, who then lowers her number to one.
async fn overlapping(world: &World) -> (Person, [RequestId; 2]) {
    let ruth = worker(world, "Ruth", 2).await;
    let (_, a) = asks(world, "Ana", wishes()).await;
    let (_, b) = asks(world, "Bo", wishes()).await;
    run(world).await;
    supports(world, &ruth, 1).await;
    (ruth, [a, b])
}

#[tokio::test]
async fn two_coordinators_releasing_overlapping_proposals_never_promise_a_place_twice() {
    for round in 0..6 {
        let world = World::new().await;
        let (sam, kit) = (
            world.coordinator("Sam").await,
            world.coordinator("Kit").await,
        );
        let (ruth, [a, b]) = overlapping(&world).await;
        let (a, b) = (a.to_string(), b.to_string());
        // The second coordinator works at another node.
        let elsewhere = world.second_node(false).await;
        let there = world.browser_of(&elsewhere);
        there.keep("cairn", &kit.browser.cookie("cairn").unwrap());
        let (one, other) = ([("request", a.as_str())], [("request", b.as_str())]);
        let (one, other) = tokio::join!(
            sam.browser.post("/proposals/release", &one),
            there.post("/proposals/release", &other),
        );
        let mut said = [one.location().unwrap(), other.location().unwrap()];
        said.sort_unstable();
        let expected = [
            "/proposals?said=changed-meanwhile",
            "/proposals?said=released",
        ];
        assert_eq!(said, expected, "round {round}");
        assert_eq!(held(&world, &ruth).await, 1, "round {round}");
        assert_eq!(over(&world).await, 0, "round {round}");
    }
}

#[tokio::test]
async fn a_worker_who_lowers_their_number_while_somebody_accepts_is_never_over_it_in_the_end() {
    let (mut yes, mut no) = (0, 0);
    for round in 0..12 {
        let world = World::new().await;
        let sam = world.coordinator("Sam").await;
        let ruth = worker(&world, "Ruth", 1).await;
        let (ana, _) = asks(&world, "Ana", wishes()).await;
        offered_to_all(&sam).await;
        let offer = offer_of(&ana, "Ruth").await;
        let accept = format!("/api/v1/offers/{offer}/accept");
        let ((status, body), ()) = tokio::join!(
            ana.api(Method::POST, &accept, None),
            supports(&world, &ruth, 0),
        );
        if status == 200 {
            yes += 1;
            // Asked before the number was lowered: the worker is told, and no relationship begins.
            let agree = format!("/requests/{offer}/agree");
            let reply = ruth.browser.post(&agree, &[]).await.is(422);
            reply.shows("You support as many people as you said you can.");
        } else {
            no += 1;
            assert_eq!(status, 409, "round {round}: {body}");
            assert_eq!(body["errors"][0]["code"], "place-taken");
            assert_eq!(over(&world).await, 0, "round {round}");
        }
        assert_eq!(supported(&world, ruth.member).await, 0, "round {round}");
    }
    println!("{yes} were asked before the number was lowered, {no} after");
}

#[tokio::test]
async fn a_worker_who_lowers_their_number_while_they_agree_keeps_whoever_came_first() {
    for round in 0..12 {
        let world = World::new().await;
        let sam = world.coordinator("Sam").await;
        let ruth = worker(&world, "Ruth", 1).await;
        let (ana, _) = asks(&world, "Ana", wishes()).await;
        offered_to_all(&sam).await;
        let agree = format!("/requests/{}/agree", picks(&ana, "Ruth").await);
        let (reply, ()) = tokio::join!(ruth.browser.post(&agree, &[]), supports(&world, &ruth, 0));
        let begun = supported(&world, ruth.member).await;
        let expected = if reply.status == 303 { 1 } else { 0 };
        assert!(matches!(reply.status.as_u16(), 303 | 422), "round {round}");
        assert_eq!(begun, expected, "round {round}");
        // A lowered number ends nothing that runs.
        supports(&world, &ruth, 0).await;
        assert_eq!(supported(&world, ruth.member).await, begun);
    }
}

#[tokio::test]
async fn accepting_late_at_the_moment_of_the_sweep_is_one_clear_answer() {
    for round in 0..12 {
        let world = World::new().await;
        let sam = world.coordinator("Sam").await;
        let ruth = worker(&world, "Ruth", 1).await;
        let (ana, request) = asks(&world, "Ana", wishes()).await;
        offered_to_all(&sam).await;
        let offer = offer_of(&ana, "Ruth").await;
        world.later(cairn_domain::DAY * 5);
        // In every other round the place has gone to Bo already.
        let gone = round % 2 == 1;
        if gone {
            asks(&world, "Bo", wishes()).await;
            offered_to_all(&sam).await;
        }
        let elsewhere = world.second_node(true).await;
        let accept = format!("/api/v1/offers/{offer}/accept");
        let ((status, body), swept, again) = tokio::join!(
            ana.api(Method::POST, &accept, None),
            matching::sweep_offers_once(&world.app),
            matching::sweep_offers_once(&elsewhere),
        );
        assert!(swept.unwrap() + again.unwrap() <= 1, "round {round}");
        if gone {
            assert_eq!(status, 409, "round {round}: {body}");
            assert_eq!(body["errors"][0]["code"], "offer-expired");
            assert!(stands(&world, request, "resting").await);
        } else {
            assert_eq!(status, 200, "round {round}: {body}");
            assert!(stands(&world, request, "picked").await);
            assert_eq!(world.count(&PICKED, vec![ruth.member.0.into()]).await, 1);
        }
        assert_eq!(over(&world).await, 0, "round {round}");
    }
}

#[tokio::test]
async fn two_nodes_that_sweep_at_once_let_everybody_rest_once() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 9).await;
    worker(&world, "Omar", 9).await;
    let mut requests = Vec::new();
    for name in ["Ana", "Bo", "Cleo", "Dan", "Eli"] {
        requests.push(asks(&world, name, wishes()).await.1);
    }
    offered_to_all(&sam).await;
    world.later(cairn_domain::DAY * 6);
    let elsewhere = world.second_node(true).await;
    let (one, other, third) = tokio::join!(
        matching::sweep_offers_once(&world.app),
        matching::sweep_offers_once(&elsewhere),
        matching::sweep_offers_once(&world.app),
    );
    assert_eq!(one.unwrap() + other.unwrap() + third.unwrap(), 5);
    for request in requests {
        assert!(stands(&world, request, "resting").await);
        let standing = vec![request.0.into(), "expired".into()];
        assert_eq!(world.count(&STANDING, standing).await, 2);
    }
}

#[tokio::test]
async fn choosing_late_while_the_place_goes_out_to_another_gives_it_once() {
    for round in 0..8 {
        let world = World::new().await;
        let sam = world.coordinator("Sam").await;
        let ruth = worker(&world, "Ruth", 1).await;
        let (ana, _) = asks(&world, "Ana", wishes()).await;
        offered_to_all(&sam).await;
        let offer = offer_of(&ana, "Ruth").await;
        world.later(cairn_domain::DAY * 5);
        asks(&world, "Bo", wishes()).await;
        run(&world).await;
        let accept = format!("/api/v1/offers/{offer}/accept");
        let all = [("which", "all")];
        let ((status, body), released) = tokio::join!(
            ana.api(Method::POST, &accept, None),
            sam.browser.post("/proposals/release", &all),
        );
        let picked = world.count(&PICKED, vec![ruth.member.0.into()]).await;
        let out = held(&world, &ruth).await;
        assert_eq!(picked + out, 1, "round {round}");
        if status == 200 {
            released.leads("/proposals?said=changed-meanwhile");
        } else {
            assert_eq!(body["errors"][0]["code"], "offer-expired");
            released.leads("/proposals?said=released");
        }
    }
}

#[tokio::test]
async fn a_no_and_other_choices_at_once_never_go_beyond_the_places() {
    for round in 0..8 {
        let world = World::new().await;
        let sam = world.coordinator("Sam").await;
        let ruth = worker(&world, "Ruth", 1).await;
        worker(&world, "Omar", 1).await;
        let (ana, _) = asks(&world, "Ana", wishes()).await;
        offered_to_all(&sam).await;
        let decline = format!("/requests/{}/decline", picks(&ana, "Ruth").await);
        // Omar's place, kept for Ana beside Ruth's, is let go; Bo has a proposal of it.
        world.later(cairn_domain::DAY * 5);
        asks(&world, "Bo", wishes()).await;
        run(&world).await;
        let all = [("which", "all")];
        let (no, out) = tokio::join!(
            ruth.browser.post(&decline, &[("said", "full")]),
            sam.browser.post("/proposals/release", &all),
        );
        no.leads("/requests?said=declined");
        assert!(out.status.is_redirection(), "round {round}");
        assert_eq!(over(&world).await, 0, "round {round}");
    }
}
