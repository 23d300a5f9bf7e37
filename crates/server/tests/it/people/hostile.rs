use axum::body::Body;
use axum::http::{Method, Request};
use cairn_domain::access::Role;

use crate::world::World;

#[tokio::test]
async fn whatever_is_sent_gets_a_clear_answer() {
    let world = World::new().await;
    let ana = world.person("Ana", &[Role::Administrator]).await;
    let long = "x".repeat(100_000);
    let values = [
        "",
        "a\0b",
        "a\u{202E}b",
        "%",
        "'; --",
        "👩🏽‍🌾",
        long.as_str(),
        "../../etc/passwd",
    ];
    let fields = [
        "login",
        "passphrase",
        "email",
        "old",
        "proof",
        "name",
        "roles",
        "member",
        "next",
        "agree",
        "draft",
    ];
    let paths = [
        "/sign-in",
        "/sign-in/email",
        "/sign-in/link/x",
        "/account/name",
        "/account/passphrase",
        "/account/login",
        "/account/email",
        "/account/email/x",
        "/account/sessions/x/end",
        "/account/tokens/x/end",
        "/programmes",
        "/staff/invite",
        "/staff/invitations/x/withdraw",
        "/invitation/x",
    ];
    let mut tried = 0;
    for path in paths {
        for value in values {
            let all: Vec<(&str, &str)> = fields.iter().map(|field| (*field, value)).collect();
            for browser in [&ana.browser, &world.browser()] {
                let reply = browser.post(path, &all).await;
                assert!(
                    reply.status.as_u16() < 500,
                    "{path} {:.20}: {}",
                    value,
                    reply.status
                );
                tried += 1;
            }
        }
        ana.browser.post(path, &[]).await;
    }
    println!("{tried} hostile forms, none with an answer of 500 or more");
}

#[tokio::test]
async fn too_much_and_not_a_form_are_refused() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    for (path, browser) in [
        ("/sign-in", &world.browser()),
        ("/account/name", &ana.browser),
    ] {
        let big = "x".repeat(1024 * 1024);
        browser
            .post(path, &[("name", &big), ("login", &big)])
            .await
            .is(413)
            .shows("too much at once");
        for body in [&b"\xff\xfe%00%zz"[..], b"{\"login\":1}", b"&&&=&="] {
            let request = Request::builder()
                .method(Method::POST)
                .uri(path)
                .header("content-type", "application/x-www-form-urlencoded")
                .header("sec-fetch-site", "same-origin");
            let reply = browser.send(request, Body::from(body.to_vec())).await;
            assert!(reply.status.is_client_error(), "{path} {}", reply.status);
        }
    }
}

#[tokio::test]
async fn links_that_nobody_made_lead_nowhere() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let long = "a".repeat(4000);
    for token in ["x", "%00", "%E2%80%AE", "..%2f..", "%ff", long.as_str()] {
        for path in ["/sign-in/link", "/invitation", "/demo", "/account/email"] {
            ana.browser.get(&format!("{path}/{token}")).await.is(404);
        }
    }
}

#[tokio::test]
async fn hostile_cookies_are_nobodys() {
    let world = World::new().await;
    world.participant("Ana").await;
    let browser = world.browser();
    for value in ["x", "", "a%00b", "../..", &"y".repeat(3000)] {
        for name in ["cairn", "cairn_browser", "cairn_parked"] {
            browser.keep(name, value);
        }
        browser.get("/account").await.is(303);
        let reply = super::sign_in(&browser, "ana", crate::world::PASSPHRASE).await;
        assert_eq!(reply.status, 303);
    }
}
