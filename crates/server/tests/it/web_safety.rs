//! What other sites, broken browsers and ill will can send: cookies, addresses, methods, headers.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, header};
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use cairn::cx::{Cx, Door};
use cairn::guard::{Guarded, guard};
use cairn::routes::Rule;
use cairn::site::reply;
use cairn_db::params;

use crate::world::{Browser, PASSPHRASE, Reply, World};

cairn_db::statements! {
    /// Sessions of an account.
    SESSIONS = "SELECT COUNT(*) FROM people_session WHERE account = $1";
}

fn request(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path)
}

async fn with(browser: &Browser, path: &str, headers: &[(&str, &str)]) -> Reply {
    let ask = headers
        .iter()
        .fold(request(Method::GET, path), |ask, (name, value)| {
            ask.header(*name, *value)
        });
    browser.send(ask, Body::empty()).await
}

/// The headers every answer carries, errors included.
#[track_caller]
fn protected(reply: &Reply, what: &str) {
    for (name, value) in [
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("cache-control", "no-store"),
        ("referrer-policy", "same-origin"),
    ] {
        assert_eq!(reply.headers.get(name).unwrap(), value, "{what}: {name}");
    }
    assert!(
        reply.headers.contains_key("content-security-policy"),
        "{what}"
    );
}

#[tokio::test]
async fn with_tls_a_cookie_of_the_plain_name_is_nobodys() {
    let world = World::with(|c| c.http.public_url = "https://peers.example".into()).await;
    let ana = world.participant("Ana").await;
    let session = ana.browser.cookie("cairn").unwrap();
    ana.browser.get("/account").await.is(303);
    ana.browser.keep("cairn", "");
    ana.browser.keep("__Host-cairn", &session);
    ana.browser.get("/account").await.is(200);
    let reply = ana.browser.post("/sign-out", &[]).await.is(303);
    let cookie = reply.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(
        cookie.starts_with("__Host-cairn=;") && cookie.contains("; Secure"),
        "{cookie}"
    );
}

#[tokio::test]
async fn the_wrong_method_gets_a_page_and_a_program_a_problem() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let page = ana.browser.post("/help", &[]).await.is(405);
    protected(&page, "405");
    assert!(
        page.headers[header::ALLOW]
            .to_str()
            .unwrap()
            .contains("GET")
    );
    page.shows("Nothing was changed").shows("<html");
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
        ana.browser
            .send(request(method.clone(), "/goals"), Body::empty())
            .await
            .is(405);
        let (status, problem) = ana.api(method, "/api/v1/me", None).await;
        assert_eq!(
            (status.as_u16(), problem["status"].as_u64()),
            (405, Some(405))
        );
    }
}

#[tokio::test]
async fn addresses_that_cannot_be_read_lead_nowhere() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let long = format!("/p/{}", "x".repeat(20_000));
    let mut tried = 0;
    for path in [
        "/p/%FF",
        "/p/%00",
        "/p/%00/ask",
        "/p/a%0Ab",
        "/ask/%FF",
        "/assets/%FF",
        "/assets/..%2f..%2fetc%2fpasswd",
        "/people/%00/goals",
        "/messages/%FF",
        "/goals/x/steps",
        "/%00",
        "/%",
        "/%zz",
        "//",
        "//evil.example/",
        "/..",
        &long,
    ] {
        for browser in [&ana.browser, &world.browser()] {
            for method in [Method::GET, Method::POST, Method::HEAD] {
                let reply = browser
                    .send(request(method.clone(), path), Body::empty())
                    .await;
                assert!(
                    reply.status.as_u16() < 500,
                    "{method} {path}: {}",
                    reply.status
                );
                assert!(reply.status != 400, "{method} {path}: {}", reply.text);
                protected(&reply, path);
                tried += 1;
            }
        }
    }
    for query in [
        "p=%00",
        "p=%FF",
        "p=a%00b",
        "next=%00",
        "said=%00",
        "said=%3Cscript%3E",
        "before=%00",
        "find=%00",
        "own=%FF",
        "before=9999999999999.x",
    ] {
        for path in [
            "/", "/help", "/sign-in", "/seen", "/goals", "/privacy", "/nowhere", "/ask/6", "/home",
        ] {
            for browser in [&ana.browser, &world.browser()] {
                let reply = browser.get(&format!("{path}?{query}")).await;
                assert!(
                    reply.status.as_u16() < 500,
                    "{path}?{query}: {}",
                    reply.status
                );
                assert!(!reply.text.contains("<script>"), "{path}?{query}");
                tried += 1;
            }
        }
    }
    println!("{tried} addresses tried");
}

#[tokio::test]
async fn leaving_and_signs_of_life_need_no_database() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    world.app.db.clone().close().await;
    ana.browser.get("/healthz").await.is(200);
    ana.browser.get("/assets/site.css").await.is(200);
    ana.browser.get("/readyz").await.is(503);
    protected(&ana.browser.get("/help").await.is(200), "help");
    protected(&ana.browser.get("/privacy").await.is(503), "503");
    let gone = ana
        .browser
        .get("/leave")
        .await
        .is(303)
        .leads("https://weather.example/");
    assert!(gone.headers.contains_key("clear-site-data"));
    assert_eq!(ana.browser.cookie("cairn"), None);
}

#[tokio::test]
async fn only_the_reader_themselves_leaves() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    for headers in [
        [("sec-fetch-site", "cross-site")],
        [("sec-fetch-site", "same-site")],
        [("sec-purpose", "prefetch;prerender")],
        [("purpose", "prefetch")],
    ] {
        let reply = with(&ana.browser, "/leave", &headers).await;
        assert!(
            !reply.headers.contains_key("clear-site-data"),
            "{headers:?}"
        );
        assert!(
            !reply.headers.contains_key(header::SET_COOKIE),
            "{headers:?}"
        );
        ana.browser.get("/account").await.is(200);
    }
    ana.browser
        .send(request(Method::HEAD, "/leave"), Body::empty())
        .await
        .is(303);
    assert_eq!(
        world
            .count(&SESSIONS, params![ana.account.0].to_vec())
            .await,
        1
    );
    with(&ana.browser, "/leave", &[("sec-fetch-site", "same-origin")])
        .await
        .is(303);
    assert_eq!(
        world
            .count(&SESSIONS, params![ana.account.0].to_vec())
            .await,
        0
    );
}

#[tokio::test]
async fn nothing_is_done_for_another_site() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let goal = r#"{"title":"forged"}"#;
    for (method, path, kind, body) in [
        (Method::POST, "/api/v1/goals", "text/plain", goal),
        (Method::POST, "/api/v1/goals", "application/json", goal),
        (
            Method::POST,
            "/goals",
            "application/x-www-form-urlencoded",
            "title=forged",
        ),
        (Method::PUT, "/goals", "text/plain", ""),
        (Method::DELETE, "/goals", "text/plain", ""),
        (Method::POST, "/nowhere", "text/plain", ""),
        (Method::POST, "/sign-out", "text/plain", ""),
    ] {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("sec-fetch-site", "same-site"),
            ("origin", "https://evil.example"),
            ("origin", "null"),
            ("origin", "http://test.evil.example"),
        ] {
            let ask = request(method.clone(), path)
                .header("content-type", kind)
                .header(name, value);
            let reply = ana
                .browser
                .send(ask, Body::from(body))
                .await
                .is(403)
                .shows("This came from another site");
            protected(&reply, path);
        }
    }
    let mut spanish = ana.browser.clone();
    spanish.language = "es";
    let ask = request(Method::POST, "/goals").header("sec-fetch-site", "cross-site");
    spanish
        .send(ask, Body::empty())
        .await
        .is(403)
        .shows("lang=\"es\"");
    ana.browser.get("/goals").await.is(200).hides("forged");
}

#[tokio::test]
async fn a_bearer_token_and_a_cookie_do_not_help_each_other() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let bearer = format!("Bearer {}", ana.token);
    let lower = format!("bearer {}", ana.token);
    with(&ana.browser, "/api/v1/me", &[]).await.is(200);
    with(
        &ana.browser,
        "/api/v1/me",
        &[("authorization", "Bearer wrong")],
    )
    .await
    .is(401);
    with(
        &ana.browser,
        "/api/v1/me",
        &[("authorization", "bearer wrong")],
    )
    .await
    .is(401);
    with(&world.browser(), "/api/v1/me", &[("authorization", &lower)])
        .await
        .is(200)
        .shows("Ana");
    with(&world.browser(), "/account", &[("authorization", &bearer)])
        .await
        .is(303);
}

#[tokio::test]
async fn a_panic_is_an_answer() {
    let world = World::new().await;
    async fn falls(_cx: Cx) -> &'static str {
        panic!("on purpose")
    }
    for door in [Door::Page, Door::Api] {
        let guarded = Guarded {
            app: world.app.clone(),
            rule: Rule::Public,
            door,
            route: "test",
        };
        let service: Router = Router::new()
            .route("/falls", get(falls))
            .layer(from_fn_with_state(guarded, guard));
        let reply = world.browser_at(service).get("/falls").await.is(500);
        assert!(!reply.text.contains("on purpose"));
        reply.shows("our fault");
    }
}

#[tokio::test]
async fn nobody_is_led_to_another_site() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let mut tried = 0;
    for to in [
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "\\\\evil.example",
        "https://evil.example",
        "javascript:alert(1)",
        "/\r\nSet-Cookie: a=b",
        "/%0d%0aSet-Cookie:a=b",
        " //evil.example",
        "/\u{2028}/evil.example",
        "///evil.example",
        "/\\/evil.example",
        "/\0/evil",
        ".//evil.example",
        "@evil.example",
        "/./\\evil.example",
    ] {
        for (path, fields) in [
            ("/language", vec![("language", "es"), ("back", to)]),
            ("/language", vec![("language", "xx"), ("back", to)]),
            (
                "/sign-in",
                vec![
                    ("login", ana.login.as_str()),
                    ("passphrase", PASSPHRASE),
                    ("next", to),
                ],
            ),
        ] {
            let reply = world.browser().post(path, &fields).await.is(303);
            let place = reply.location().unwrap();
            let safe =
                place.starts_with('/') && !place.starts_with("//") && !place.starts_with("/\\");
            assert!(
                safe && !place.contains(['\t', '\r', '\n']),
                "{path} {to:?} leads to {place}"
            );
            assert!(
                !reply
                    .headers
                    .get_all(header::SET_COOKIE)
                    .iter()
                    .any(|c| c.as_bytes().starts_with(b"a=b"))
            );
            tried += 1;
        }
    }
    assert_eq!(reply::local("/a?b=c#d"), "/a?b=c#d");
    println!("{tried} ways to another site tried");
}
