use axum::body::Body;
use axum::http::{Method, Request};
use cairn_db::params;
use cairn_domain::access::Role;
use cairn_domain::{HOUR, MINUTE};
use cairn_mail::Mailer;

use super::{CHOSEN, between, sign_in};
use crate::world::{Browser, PASSPHRASE, Reply, World};

/// A sign-in as it comes from another machine, through a proxy or not.
async fn from(browser: &Browser, address: &str, forwarded: &str, login: &str, pass: &str) -> Reply {
    let body = serde_urlencoded::to_string([("login", login), ("passphrase", pass)]).unwrap();
    let peer: std::net::SocketAddr = format!("{address}:4000").parse().unwrap();
    let mut request = Request::builder()
        .method(Method::POST)
        .uri("/sign-in")
        .extension(axum::extract::ConnectInfo(peer))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin");
    if !forwarded.is_empty() {
        request = request.header("x-forwarded-for", forwarded);
    }
    browser.send(request, Body::from(body)).await
}

#[tokio::test]
async fn a_name_and_a_passphrase_open_the_door() {
    let world = World::new().await;
    world.participant("Ana").await;
    let browser = world.browser();
    browser
        .get("/sign-in?next=/account")
        .await
        .is(200)
        .shows("value=\"/account\"");
    let reply = browser
        .post(
            "/sign-in",
            &[
                ("login", " ANA "),
                ("passphrase", PASSPHRASE),
                ("next", "/account"),
            ],
        )
        .await
        .is(303)
        .leads("/account");
    for cookie in reply.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        assert!(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
            "{cookie}"
        );
    }
    browser.get("/account").await.is(200).shows("Ana");
    browser.get("/sign-in").await.is(303).leads("/home");
    browser
        .post("/sign-out", &[])
        .await
        .is(303)
        .leads("/sign-in?said=signed-out");
    assert_eq!(browser.cookie("cairn"), None);
    assert!(
        browser.cookie("cairn_browser").is_some(),
        "the browser stays known"
    );
    browser
        .get("/account")
        .await
        .is(303)
        .leads("/sign-in?next=%2Faccount");
}

#[tokio::test]
async fn wherever_next_points_it_is_a_page_of_ours() {
    let world = World::new().await;
    world.participant("Ana").await;
    for next in [
        "https://elsewhere.example/",
        "//elsewhere.example",
        "/\\elsewhere",
        "javascript:1",
        "/sign-in",
    ] {
        let fields = [("login", "ana"), ("passphrase", PASSPHRASE), ("next", next)];
        world
            .browser()
            .post("/sign-in", &fields)
            .await
            .is(303)
            .leads("/home");
    }
}

#[tokio::test]
async fn a_wrong_passphrase_and_a_name_nobody_has_get_the_same_answer() {
    let world = World::new().await;
    world.participant("Ana").await;
    let wrong = sign_in(&world.browser(), "ana", CHOSEN).await.is(422);
    let nobody = sign_in(&world.browser(), "zoe", CHOSEN).await.is(422);
    assert_eq!(wrong.text.replace("ana", "zoe"), nobody.text);
    wrong
        .shows("do not go together")
        .shows("value=\"ana\"")
        .hides(CHOSEN);
    sign_in(&world.browser(), "", "")
        .await
        .is(422)
        .shows("Please write something here");
}

#[tokio::test]
async fn every_sign_in_has_a_new_session_and_ends_the_one_before() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let before = ana.browser.cookie("cairn").unwrap();
    sign_in(&ana.browser, "ana", PASSPHRASE).await.is(303);
    assert_ne!(ana.browser.cookie("cairn").unwrap(), before);
    let old = world.browser();
    old.keep("cairn", &before);
    old.get("/account").await.is(303);
    // A session chosen by somebody else is worth nothing after signing in, either.
    let fixed = world.browser();
    fixed.keep("cairn", "chosen-by-somebody-else");
    sign_in(&fixed, "ana", PASSPHRASE).await.is(303);
    assert_ne!(fixed.cookie("cairn").unwrap(), "chosen-by-somebody-else");
}

#[tokio::test]
async fn whoever_guesses_has_to_wait_and_the_owner_has_not() {
    let world = World::new().await;
    world.participant("Ana").await;
    let (owner, attacker) = (world.browser(), world.browser());
    sign_in(&owner, "ana", PASSPHRASE).await.is(303);
    owner.post("/sign-out", &[]).await;
    let (mut tried, mut waited) = (0, 0);
    for n in 0..120 {
        match from(
            &attacker,
            "203.0.113.9",
            "",
            "ana",
            &format!("guess number {n} of many"),
        )
        .await
        {
            reply if reply.status == 422 => tried += 1,
            reply => {
                reply.is(429).shows("too many wrong tries");
                waited += 1;
                world.later(2 * HOUR);
            }
        }
    }
    println!("120 tries: {tried} were made, {waited} had to wait");
    assert!(tried >= 60 && waited >= 50, "{tried} {waited}");
    // Even with the right passphrase, a stranger has to wait; the owner's browser has not.
    from(&attacker, "203.0.113.9", "", "ana", "one more of them").await;
    from(&attacker, "203.0.113.9", "", "ana", PASSPHRASE)
        .await
        .is(429);
    from(&owner, "203.0.113.9", "", "ana", PASSPHRASE)
        .await
        .is(303);
}

#[tokio::test]
async fn after_a_hundred_failures_strangers_find_the_door_closed_until_the_owner_comes() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    super::letters::give_address(&world, &ana, "ana@example.org").await;
    let attacker = world.browser();
    for n in 0..100 {
        from(
            &attacker,
            &format!("203.0.113.{}", n % 200),
            "",
            "ana",
            CHOSEN,
        )
        .await
        .is(422);
        world.later(61 * MINUTE);
    }
    from(&attacker, "203.0.113.250", "", "ana", PASSPHRASE)
        .await
        .is(429)
        .shows("link by e-mail");
    // The owner comes in by a link, and the door is open again.
    let link = super::letters::ask_for_link(&world, "ana@example.org").await;
    let owner = world.browser();
    owner.post(&link, &[]).await.is(303);
    from(&attacker, "203.0.113.250", "", "ana", PASSPHRASE)
        .await
        .is(303);
}

#[tokio::test]
async fn a_hundred_at_once_count_as_a_hundred() {
    let world = World::new().await;
    world.participant("Ana").await;
    let browser = world.browser();
    let all = (0..40).map(|n| {
        let browser = browser.clone();
        async move {
            from(&browser, &format!("203.0.113.{n}"), "", "ana", CHOSEN)
                .await
                .status
        }
    });
    let all: Vec<_> = futures_util::future::join_all(all).await;
    let made = all.iter().filter(|status| **status == 422).count();
    assert_eq!(made, 5, "{all:?}");
}

#[tokio::test]
async fn an_address_is_slowed_down_whatever_it_says_of_itself() {
    let world = World::with(|config| {
        config.http.trusted_proxies = vec!["192.0.2.1".parse().unwrap()];
    })
    .await;
    let attacker = world.browser();
    for n in 0..20 {
        let (spoofed, name) = (format!("198.51.100.{n}"), format!("name {n}"));
        from(&attacker, "203.0.113.9", &spoofed, &name, CHOSEN)
            .await
            .is(422);
    }
    from(
        &attacker,
        "203.0.113.9",
        "198.51.100.77",
        "other name",
        CHOSEN,
    )
    .await
    .is(429);
    // Somebody else behind the trusted proxy is not held back, and the header is believed there.
    from(&attacker, "192.0.2.1", "198.51.100.5", "other name", CHOSEN)
        .await
        .is(422);
    let v6 = |n: u32| format!("2001:db8:1:2::{n:x}");
    for n in 1..=20 {
        let body = format!("six {n}");
        from_v6(&attacker, &v6(n), &body).await.is(422);
    }
    from_v6(&attacker, &v6(99), "six more").await.is(429);
}

async fn from_v6(browser: &Browser, address: &str, login: &str) -> Reply {
    from(browser, &format!("[{address}]"), "", login, CHOSEN).await
}

#[tokio::test]
async fn the_demonstration_s_links_lead_nowhere_elsewhere() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let cx = world.cx();
    let account = ana.account;
    let path = cairn::work!(cx, |w| cairn::people::add_demo_link(w, account).await).unwrap();
    world.browser().get(&path).await.is(404);
    let demo = world.server(Mailer::none(), true);
    let browser = world.browser_of(&demo);
    for _ in 0..2 {
        browser.get(&path).await.is(303).leads("/home");
        browser.get("/account").await.is(200).shows("Ana");
    }
    browser.get("/demo/unknown").await.is(404);
}

#[tokio::test]
async fn one_goes_over_to_another_programme_with_another_token() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let lantern = world.another_programme().await;
    let cx = cairn::cx::Cx::command(&world.app, Some(lantern.clone()));
    let account = ana.account;
    let there = cairn::work!(cx, |w| {
        let new = cairn::people::accounts::NewMember {
            name: "Ana L".into(),
            roles: vec![Role::Worker],
        };
        let programme = w.cx.programme()?.clone();
        cairn::people::accounts::add_member(w, (programme.id, &programme.key), account, &new).await
    })
    .unwrap();
    let browser = &ana.browser;
    browser
        .get("/account")
        .await
        .shows("Harbour Peer Support")
        .shows("/programmes");
    let page = browser
        .get("/programmes")
        .await
        .is(200)
        .shows("Lantern Recovery")
        .shows("you are here");
    let before = browser.cookie("cairn").unwrap();
    let member = there.to_string();
    assert!(page.text.contains(&member));
    browser
        .post("/programmes", &[("member", &member)])
        .await
        .is(303)
        .leads("/home");
    assert_ne!(browser.cookie("cairn").unwrap(), before);
    browser
        .get("/account")
        .await
        .shows("Lantern Recovery")
        .shows("Ana L");
    let other = world.participant("Ben").await;
    browser
        .post("/programmes", &[("member", &other.member.to_string())])
        .await
        .is(422);
    browser
        .post("/programmes", &[("member", "no id")])
        .await
        .is(422);
    // Signing in without a word about the programme asks which one it shall be.
    sign_in(&world.browser(), "ana", PASSPHRASE)
        .await
        .leads("/programmes");
    let fields = [("login", "ana"), ("passphrase", PASSPHRASE)];
    let browser = world.browser();
    browser
        .post("/sign-in?p=harbour", &fields)
        .await
        .leads("/home");
    browser.get("/account").await.shows("Harbour Peer Support");
}

#[tokio::test]
async fn what_was_typed_before_the_session_ended_comes_back() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    world.later(31 * 24 * HOUR);
    let form = [("draft", "account-name"), ("name", "Ana María")];
    let body = serde_urlencoded::to_string(form).unwrap();
    let request = Request::builder()
        .method(Method::POST)
        .uri("/account/name")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("referer", "http://test/account");
    let reply = ana.browser.send(request, Body::from(body)).await.is(303);
    assert_eq!(
        reply.location().as_deref(),
        Some("/sign-in?next=%2Faccount")
    );
    assert!(ana.browser.cookie("cairn_parked").is_some());
    let fields = [
        ("login", "ana"),
        ("passphrase", PASSPHRASE),
        ("next", "/account"),
    ];
    ana.browser
        .post("/sign-in", &fields)
        .await
        .leads("/account");
    assert_eq!(ana.browser.cookie("cairn_parked"), None);
    ana.browser
        .get("/account")
        .await
        .is(200)
        .shows("Ana María")
        .shows("not sent it");
    ana.browser
        .post("/account/name", &form)
        .await
        .is(303)
        .leads("/account?said=saved");
    ana.browser
        .get("/account")
        .await
        .shows("Ana María")
        .hides("not sent it");
    // A key that opens nothing, and a place nobody could have: nothing happens.
    let other = world.browser();
    other.keep("cairn_parked", "not-a-key");
    sign_in(&other, "ana", PASSPHRASE).await.is(303);
}

#[tokio::test]
async fn a_form_that_was_parked_shows_nobody_what_is_in_it() {
    let world = World::new().await;
    let nobody = world.browser();
    let form = [("draft", "account-name"), ("name", "planted-words-7731")];
    nobody.post("/account/name", &form).await.is(303);
    let name = between("[cairn.db]", "[", "]");
    let file = world.dir.path().join(name);
    if let Ok(bytes) = std::fs::read(file) {
        assert!(!bytes.windows(18).any(|w| w == b"planted-words-7731"));
    }
    static PARKED: cairn_db::Statement = cairn_db::Statement {
        name: "PARKED",
        sqlite: "SELECT COUNT(*) FROM people_parked",
        postgres: "SELECT COUNT(*) FROM people_parked",
    };
    assert_eq!(world.count(&PARKED, params![].to_vec()).await, 1);
}
