//! What can go wrong while somebody asks for support: ended sessions, two windows, wrong input; and
//! the other two ways in, an e-mail address and the API.

use axum::body::Body;
use axum::http::{Method, Request, header};
use cairn::look;
use cairn::people;
use cairn_domain::matching::RequestState;
use cairn_domain::people::Kind;

use super::{ACCOUNTS, answers, begun, last, seen};
use crate::world::{PASSPHRASE, Person, World};

#[tokio::test]
async fn a_way_to_come_back_is_all_that_is_needed() {
    let world = World::new().await;
    let browser = world.browser();
    browser
        .get("/p/harbour/ask")
        .await
        .is(200)
        .shows("passphrase");
    browser
        .post("/p/harbour/ask", &[])
        .await
        .is(422)
        .shows("Please choose a way to sign in again");
    browser
        .post(
            "/p/harbour/ask",
            &[("name", "Ana"), ("passphrase", "short")],
        )
        .await
        .is(422)
        .shows("value=\"Ana\"")
        .shows("at least 15 characters")
        .hides("value=\"short\"");
    for bad in ["a\0b", "Ana\u{202E}", "ana@example.org"] {
        browser
            .post(
                "/p/harbour/ask",
                &[("name", "Ana"), ("login", bad), ("passphrase", PASSPHRASE)],
            )
            .await
            .is(422);
    }
    let long = "x".repeat(200_000);
    browser
        .post(
            "/p/harbour/ask",
            &[("name", &long), ("passphrase", PASSPHRASE)],
        )
        .await
        .is(422);
    let longer = "x".repeat(1_000_000);
    browser
        .post(
            "/p/harbour/ask",
            &[("name", &longer), ("passphrase", PASSPHRASE)],
        )
        .await
        .is(413);
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 0);
    begun(&world, "Ana").await;
    browser
        .post(
            "/p/harbour/ask",
            &[("name", "ANA"), ("passphrase", PASSPHRASE)],
        )
        .await
        .is(422)
        .shows("already uses this name")
        .shows("If that was you");
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 1);
}

#[tokio::test]
async fn a_session_that_ended_in_the_middle_keeps_the_form() {
    let world = World::new().await;
    let browser = begun(&world, "Noor").await;
    world.later(40 * cairn_domain::DAY);
    let late = Request::builder()
        .method(Method::POST)
        .uri("/ask/1")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header(header::REFERER, "http://test/ask/1")
        .header("sec-fetch-site", "same-origin");
    let body = "draft=ask%2F1&story=I+typed+this+late&go=on";
    let reply = browser.send(late, Body::from(body)).await.is(303);
    assert!(
        reply.location().unwrap().starts_with("/sign-in?next="),
        "{reply:?}"
    );
    let back = browser
        .post(
            "/sign-in",
            &[
                ("login", "Noor"),
                ("passphrase", PASSPHRASE),
                ("next", "/ask/1"),
            ],
        )
        .await
        .is(303);
    assert_eq!(back.location().as_deref(), Some("/ask/1"));
    browser
        .get("/ask/1")
        .await
        .is(200)
        .shows("You had written this before")
        .shows("I typed this late");
}

#[tokio::test]
async fn two_windows_at_once_lose_nothing() {
    let world = World::new().await;
    let browser = begun(&world, "Jo").await;
    let shown = browser.get("/ask/6").await;
    let mark = seen(&shown.text);
    let first = [("seen", mark.as_str()), ("tell", "from the first window")];
    browser.post("/ask/6", &first).await.is(303);
    let second = [("seen", mark.as_str()), ("tell", "from the second window")];
    let again = browser
        .post("/ask/6", &second)
        .await
        .is(409)
        .shows("from the second window")
        .shows("another window");
    let (kept, _) = answers(&world, last(&world).await).await;
    assert_eq!(kept.tell, "from the first window");
    let mark = seen(&again.text);
    let second = [("seen", mark.as_str()), ("tell", "from the second window")];
    browser.post("/ask/6", &second).await.is(303);
    // Two different pages never stand in each other's way, and saying the same twice is no quarrel.
    let (one, two) = (browser.get("/ask/1").await, browser.get("/ask/2").await);
    let (one, two) = (seen(&one.text), seen(&two.text));
    browser
        .post("/ask/1", &[("seen", &one), ("story", "a")])
        .await
        .is(303);
    browser
        .post("/ask/2", &[("seen", &two), ("kind", "peer_worker")])
        .await
        .is(303);
    browser
        .post("/ask/2", &[("seen", &two), ("kind", "peer_worker")])
        .await
        .is(303);
}

#[tokio::test]
async fn what_does_not_fit_is_named_and_kept() {
    let world = World::new().await;
    let browser = begun(&world, "Bea").await;
    let codes: Vec<&str> = cairn_domain::matching::terms::EXPERIENCES
        .iter()
        .flat_map(|(_, codes)| codes.iter().copied())
        .take(13)
        .collect();
    let mut thirteen: Vec<(&str, &str)> = codes.iter().map(|code| ("experience", *code)).collect();
    thirteen.push(("story", "kept words"));
    let page = browser
        .post("/ask/1", &thirteen)
        .await
        .is(422)
        .shows("at most 12")
        .shows("kept words");
    assert_eq!(page.text.matches(" checked>").count(), 13);
    let long = "é".repeat(4_001);
    for (page, field, value) in [
        (1, "experience", "flying"),
        (1, "story", "a\0b"),
        (1, "story", long.as_str()),
        (2, "kind", "chatbot"),
        (2, "wish", "gender:robot"),
        (2, "sector", "moon"),
        (3, "language", "english language"),
        (4, "mode", "telepathy"),
        (4, "place", "Atlantis"),
        (4, "max_km", "far"),
        (4, "max_km", "-3"),
        (5, "time", "mon-never"),
        (5, "span", "900-600"),
        (5, "zone", "Mars/Olympus"),
        (2, "caring_for", "a cat"),
        (2, "employer", "a\0b"),
        (7, "gender", "gender:robot"),
        (7, "age", "parent:yes"),
        (6, "tell", "x\u{0}y"),
    ] {
        let reply = browser
            .post(&format!("/ask/{page}"), &[(field, value)])
            .await;
        assert_eq!(reply.status, 422, "{page} {field}: {}", reply.text);
        assert!(
            reply.text.contains("Nothing you wrote is lost"),
            "{page} {field}"
        );
    }
    let megabyte = "x".repeat(1_000_000);
    browser
        .post("/ask/1", &[("story", &megabyte)])
        .await
        .is(413);
    // Direction marks are part of writing right to left; they are kept where only a text is meant.
    browser
        .post("/ask/6", &[("tell", "\u{202B}مرحبا\u{202C}")])
        .await
        .is(303);
    for path in ["/ask/0", "/ask/8", "/ask/01", "/ask/x", "/ask/%00"] {
        browser.get(path).await.is(404);
        browser.post(path, &[]).await.is(404);
    }
}

/// The path of the link in the last letter.
async fn link_in_the_letter(world: &World) -> String {
    people::letters::send_due(&world.app).await.unwrap();
    let sent = world.app.mailer.sent();
    let letter = sent.last().expect("a letter");
    assert!(!letter.subject.contains("support"));
    let base = world.app.config.address("");
    let (_, rest) = letter.text.split_once(&format!("{base}/")).unwrap();
    format!("/{}", rest.lines().next().unwrap())
}

#[tokio::test]
async fn an_address_is_enough_to_begin_and_to_come_back() {
    let world = World::new().await;
    let browser = world.browser();
    let fields = [
        ("name", "Tui"),
        ("email", "tui@example.org"),
        ("way", "email"),
    ];
    browser
        .post("/p/harbour/ask", &fields)
        .await
        .is(200)
        .shows("We sent you a link");
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 0);
    let link = link_in_the_letter(&world).await;
    assert!(link.starts_with("/p/harbour/begin/"), "{link}");
    browser.get(&link).await.is(200).shows("Press the button");
    browser.post(&link, &[]).await.is(303).leads("/ask/1");
    browser.get("/ask/1").await.is(200).shows("Tui");
    world.browser().post(&link, &[]).await.is(404);
    // The same address again: the same answer, and a link to sign in.
    let other = world.browser();
    other
        .post("/p/harbour/ask", &fields)
        .await
        .is(200)
        .shows("We sent you a link");
    let link = link_in_the_letter(&world).await;
    assert!(link.starts_with("/sign-in/link/"), "{link}");
    let reply = other.post(&link, &[]).await.is(303).leads("/p/harbour/ask");
    assert!(reply.location().is_some());
    other.get("/p/harbour/ask").await.is(303).leads("/ask/1");
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 1);
    for bad in ["", "tui", "a@b\r\nBcc: x@y.z"] {
        let fields = [("name", "Tui"), ("email", bad), ("way", "email")];
        world
            .browser()
            .post("/p/harbour/ask", &fields)
            .await
            .is(422);
    }
}

/// A participant of a matching problem, with everything it can say.
fn whole(ben: &Person) -> serde_json::Value {
    serde_json::json!({
        "id": "p1", "role": "recovery_coach", "priority": 2, "waiting_days": 300,
        "experiences": [{"code": "hearing_voices", "weight": 5}],
        "languages": ["en"], "modes": ["chat", "in_person"],
        "availability": [[600, 700], [660, 800]],
        "location": {"lat": -34.9, "lon": 138.6}, "max_km": 12.7,
        "wishes": [{"trait": "gender:woman", "weight": 4, "must": true}],
        "sector": "health", "needs": ["trauma"], "not": [ben.member.to_string()],
    })
}

async fn it_is_taken_once(world: &World, ana: &Person, ben: &Person) {
    let path = "/api/v1/intake";
    let whole = whole(ben);
    let (status, sent) = ana.api(Method::POST, path, Some(whole.clone())).await;
    assert_eq!(status, 201, "{sent}");
    assert_eq!(sent["state"], "waiting");
    let (kept, state) = answers(world, ana.member).await;
    assert_eq!(state, RequestState::Waiting);
    assert_eq!(kept.times, [[600, 800]]);
    assert_eq!(
        (kept.kind, kept.max_km),
        (Some(Kind::RecoveryCoach), Some(12))
    );
    assert_eq!(kept.never, [ben.member]);
    let cx = world.cx();
    let me = ana.member;
    let request = look!(cx, |w| people::open_request(w, me).await).unwrap();
    assert_eq!(request.unwrap().priority, 0);
    let (status, answer) = ana.api(Method::POST, path, Some(whole.clone())).await;
    assert_eq!(status, 409, "{answer}");
    let mut without_ben = whole.clone();
    without_ben.as_object_mut().unwrap().remove("not");
    // A worker may ask too; a stranger may not.
    let (status, answer) = ben.api(Method::POST, path, Some(without_ben)).await;
    assert_eq!(status, 201, "{answer}");
    let nobody = Request::builder().method(Method::POST).uri(path);
    world.browser().send(nobody, Body::from("{}")).await.is(401);
}

#[tokio::test]
async fn a_program_asks_with_the_participant_of_a_matching_problem() {
    let world = World::new().await;
    let ben = world.worker("Ben").await;
    let ana = world.participant("Ana").await;
    let whole = whole(&ben);
    let with = |key: &str, value: serde_json::Value| {
        let mut body = whole.clone();
        body[key] = value;
        body
    };
    let without = |key: &str| {
        let mut body = whole.clone();
        body.as_object_mut().unwrap().remove(key);
        body
    };
    let path = "/api/v1/intake";
    use serde_json::json;
    for (body, field) in [
        (with("wish", json!([])), "wish"),
        (
            with(
                "wishes",
                json!([{"trait": "gender:woman", "weight": 4, "musst": true}]),
            ),
            "musst",
        ),
        (without("role"), "role"),
        (without("languages"), "languages"),
        (with("role", json!("friend")), "role"),
        (with("languages", json!([])), "languages"),
        (with("languages", json!(["english language"])), "languages"),
        (with("modes", json!(["pigeon"])), "modes"),
        (with("availability", json!([])), "availability"),
        (with("availability", json!([[700, 600]])), "availability"),
        (with("availability", json!([[0, 10_081]])), "availability"),
        (
            with("experiences", json!([{"code": "flying", "weight": 1}])),
            "experiences",
        ),
        (
            with("experiences", json!([{"code": "anxiety", "weight": 9}])),
            "weight",
        ),
        (with("location", json!({"lat": 100, "lon": 0})), "location"),
        (with("max_km", json!(-1)), "max_km"),
        (with("sector", json!("moon")), "sector"),
        (with("needs", json!(["karate"])), "needs"),
        (with("not", json!(["w3"])), "not"),
        (
            with("not", json!(["01890000-0000-7000-8000-000000000000"])),
            "not",
        ),
    ] {
        let (status, answer) = ana.api(Method::POST, path, Some(body.clone())).await;
        assert_eq!(status, 422, "{body}: {answer}");
        assert_eq!(answer["errors"][0]["field"], field, "{answer}");
    }
    let (status, _) = ana.api(Method::POST, path, Some(json!("x"))).await;
    assert_eq!(status, 422);
    it_is_taken_once(&world, &ana, &ben).await;
}
