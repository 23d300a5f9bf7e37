//! The frame: headers, errors, the quick exit, the choice of language, other sites' requests.

use axum::body::Body;
use axum::http::{Method, Request};
use cairn_db::Engine;

use crate::world::World;

#[tokio::test]
async fn an_address_that_is_not_there_gets_a_page_in_the_readers_language() {
    let world = World::new().await;
    let mut browser = world.browser();
    browser
        .get("/nowhere")
        .await
        .is(404)
        .shows("We could not find that")
        .shows("Harbour Peer Support");
    browser.language = "es";
    browser.get("/nowhere").await.is(404).shows("lang=\"es\"");
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect_it() {
    let world = World::new().await;
    for path in ["/privacy", "/nowhere", "/api/v1/nothing", "/healthz"] {
        let reply = world.browser().get(path).await;
        let csp = reply.headers["content-security-policy"].to_str().unwrap();
        assert!(
            csp.contains("default-src 'none'") && !csp.contains("unsafe"),
            "{path}: {csp}"
        );
        assert_eq!(reply.headers["cache-control"], "no-store", "{path}");
        assert_eq!(reply.headers["x-content-type-options"], "nosniff", "{path}");
    }
}

#[tokio::test]
async fn leaving_ends_the_session_and_goes_elsewhere() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let reply = ana
        .browser
        .get("/leave")
        .await
        .is(303)
        .leads("https://weather.example/");
    assert!(
        reply.headers["clear-site-data"]
            .to_str()
            .unwrap()
            .contains("cache")
    );
    assert_eq!(ana.browser.cookie("cairn"), None);
}

#[tokio::test]
async fn a_request_of_another_site_is_refused() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let forged = Request::builder()
        .method(Method::POST)
        .uri("/language")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("origin", "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site");
    ana.browser
        .send(forged, Body::from("language=es"))
        .await
        .is(403);
}

#[tokio::test]
async fn every_statement_can_be_prepared() {
    let world = World::new().await;
    let all = cairn::statements();
    let wrong = world.app.db.check_statements(&all).await;
    println!(
        "{} statements prepared on {:?}",
        all.len(),
        world.app.db.engine()
    );
    assert!(!all.is_empty() && wrong.is_empty(), "{wrong:?}");
    if world.app.db.engine() == Engine::Sqlite {
        assert!(std::env::var("CAIRN_TEST_DATABASE_URL").is_err());
    }
}
