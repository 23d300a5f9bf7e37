use axum::body::Body;
use axum::http::{Method, Request};
use cairn::people::accounts::{NewAccount, NewMember, add_account, add_member};
use cairn_domain::access::Role;

use super::{CHOSEN, between, sign_in};
use crate::people::letters::{give_address, last_link};
use crate::world::{Browser, PASSPHRASE, World};

const FIREFOX: &str = "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0";

/// Signs in with a browser that says what it is.
async fn sign_in_with(world: &World, agent: &str, login: &str) -> Browser {
    let browser = world.browser();
    let body = serde_urlencoded::to_string([("login", login), ("passphrase", PASSPHRASE)]).unwrap();
    let request = Request::builder()
        .method(Method::POST)
        .uri("/sign-in")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header("user-agent", agent);
    browser.send(request, Body::from(body)).await.is(303);
    browser
}

#[tokio::test]
async fn one_sees_where_one_is_signed_in_and_ends_it() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let phone = sign_in_with(&world, FIREFOX, "ana").await;
    let page = ana
        .browser
        .get("/account")
        .await
        .is(200)
        .shows("Firefox on Android")
        .shows("this one");
    let ends: Vec<&str> = page
        .text
        .split("/account/sessions/")
        .skip(1)
        .filter_map(|rest| rest.split_once("/end"))
        .map(|(id, _)| id)
        .filter(|id| id.len() == 36)
        .collect();
    assert_eq!(ends.len(), 2);
    let stranger = world.participant("Ben").await;
    for id in &ends {
        let path = format!("/account/sessions/{id}/end");
        stranger.browser.post(&path, &[]).await.is(404);
    }
    stranger
        .browser
        .post("/account/sessions/none/end", &[])
        .await
        .is(404);
    let at = page.text.find("Firefox on Android").unwrap();
    let phones = between(&page.text[at..], "/account/sessions/", "/end");
    let path = format!("/account/sessions/{phones}/end");
    ana.browser
        .post(&path, &[])
        .await
        .is(303)
        .leads("/account?said=session-ended");
    phone.get("/account").await.is(303);
    let own = ends.into_iter().find(|id| *id != phones).unwrap();
    let path = format!("/account/sessions/{own}/end");
    ana.browser
        .post(&path, &[])
        .await
        .is(303)
        .leads("/sign-in?said=signed-out");
    ana.browser.get("/account").await.is(303);
}

#[tokio::test]
async fn all_others_end_at_once() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let phone = sign_in_with(&world, FIREFOX, "ana").await;
    let before = ana.browser.cookie("cairn").unwrap();
    ana.browser
        .post("/account/sessions/end-others", &[])
        .await
        .leads("/account?said=others-ended");
    phone.get("/account").await.is(303);
    ana.browser.get("/account").await.is(200).hides("Firefox");
    assert_ne!(ana.browser.cookie("cairn").unwrap(), before);
}

#[tokio::test]
async fn the_passphrase_changes_with_the_old_one_only() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let phone = sign_in_with(&world, FIREFOX, "ana").await;
    let change = async |old: &str, new: &str| {
        let fields = [("old", old), ("passphrase", new)];
        ana.browser.post("/account/passphrase", &fields).await
    };
    change("", "short")
        .await
        .is(422)
        .shows("at least 15")
        .shows("href=\"#old\"");
    change(CHOSEN, CHOSEN)
        .await
        .is(422)
        .shows("not your passphrase")
        .hides(CHOSEN);
    change(PASSPHRASE, "passwordpassword")
        .await
        .is(422)
        .shows("would try");
    let before = ana.browser.cookie("cairn").unwrap();
    change(PASSPHRASE, CHOSEN)
        .await
        .is(303)
        .leads("/account?said=passphrase-changed");
    assert_ne!(ana.browser.cookie("cairn").unwrap(), before);
    ana.browser.get("/account").await.is(200);
    phone.get("/account").await.is(303);
    let (status, _) = ana.api(Method::GET, "/api/v1/nothing", None).await;
    assert_eq!(status, 404);
    sign_in(&world.browser(), "ana", PASSPHRASE).await.is(422);
    sign_in(&world.browser(), "ana", CHOSEN).await.is(303);
}

#[tokio::test]
async fn guessing_the_old_passphrase_is_slowed_down_as_well() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let fields = [("old", CHOSEN), ("passphrase", "grey river stone eight")];
    for _ in 0..5 {
        ana.browser
            .post("/account/passphrase", &fields)
            .await
            .is(422)
            .shows("not your passphrase");
    }
    ana.browser
        .post("/account/passphrase", &fields)
        .await
        .is(422)
        .shows("wait a few minutes");
}

#[tokio::test]
async fn an_account_with_an_address_only_gets_a_name_and_a_passphrase() {
    let world = World::new().await;
    let cx = world.cx();
    let (account, session) = cairn::work!(cx, |w| {
        let new = NewAccount {
            email: Some("ana@example.org".into()),
            ..NewAccount::default()
        };
        let account = add_account(w, &new).await?;
        let programme = w.cx.programme()?.clone();
        let member = NewMember {
            name: "Ana".into(),
            roles: vec![Role::Participant],
        };
        let member = add_member(w, (programme.id, &programme.key), account, &member).await?;
        Ok((
            account,
            cairn::people::begin_session(w, account, Some(member), "/").await?,
        ))
    })
    .unwrap();
    println!("{account}");
    let browser = world.browser();
    browser.keep("cairn", &session);
    browser
        .get("/account")
        .await
        .is(200)
        .shows("Add a name and a passphrase")
        .shows("ana@example.org");
    world.participant("Taken").await;
    let add = async |login: &str, passphrase: &str| {
        browser
            .post(
                "/account/login",
                &[("login", login), ("passphrase", passphrase)],
            )
            .await
    };
    add("taken", CHOSEN)
        .await
        .is(422)
        .shows("already uses this name");
    add("a@b", "short")
        .await
        .is(422)
        .shows("without @")
        .shows("at least 15");
    browser
        .post(
            "/account/passphrase",
            &[("old", "x"), ("passphrase", CHOSEN)],
        )
        .await
        .is(404);
    add("ana", CHOSEN)
        .await
        .is(303)
        .leads("/account?said=saved");
    add("ana two", PASSPHRASE)
        .await
        .is(422)
        .shows("answered in the meantime");
    sign_in(&world.browser(), "ana", CHOSEN).await.is(303);
    sign_in(&world.browser(), "ana@example.org", CHOSEN)
        .await
        .is(303);
}

#[tokio::test]
async fn an_address_counts_once_its_letter_has_arrived() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let ben = world.participant("Ben").await;
    let send = async |email: &str, proof: &str| {
        ana.browser
            .post("/account/email", &[("email", email), ("proof", proof)])
            .await
    };
    send("ana@example.org", "")
        .await
        .is(422)
        .shows("href=\"#proof\"");
    send("ana@example.org", CHOSEN)
        .await
        .is(422)
        .shows("not your passphrase");
    send("nonsense", PASSPHRASE)
        .await
        .is(422)
        .shows("river@example.org");
    send("ana@example.org", PASSPHRASE).await.is(303);
    sign_in(&world.browser(), "ana@example.org", PASSPHRASE)
        .await
        .is(422);
    let link = last_link(&world, "ana@example.org").await;
    world.browser().get(&link).await.is(303);
    ben.browser.get(&link).await.is(404);
    ben.browser
        .post(&link, &[])
        .await
        .is(422)
        .shows("used or is too old");
    ana.browser.post(&link, &[]).await.is(303);
    ana.browser
        .post(&link, &[])
        .await
        .is(422)
        .shows("used or is too old");
    sign_in(&world.browser(), "ana@example.org", PASSPHRASE)
        .await
        .is(303);
    // The old address hears of a new one; an address somebody has is not given twice.
    give_address(&world, &ana, "ana@example.net").await;
    cairn::people::letters::send_due(&world.app).await.unwrap();
    let letter = world.app.mailer.sent().pop().unwrap();
    assert_eq!(letter.to, "ana@example.org");
    assert!(letter.text.contains("was changed"), "{}", letter.text);
    let fields = [("email", "ana@example.net"), ("proof", PASSPHRASE)];
    ben.browser
        .post("/account/email", &fields)
        .await
        .is(303)
        .leads("/account?said=email-sent");
    let link = last_link(&world, "ana@example.net").await;
    ben.browser.post(&link, &[]).await.is(422);
}

#[tokio::test]
async fn a_name_changes_in_this_programme() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let rename = async |name: &str| ana.browser.post("/account/name", &[("name", name)]).await;
    rename("أنا 李 O’Brien").await.is(303);
    ana.browser.get("/account").await.shows("أنا 李 O’Brien");
    rename("").await.is(422).shows("Please write something");
    rename("a\0b").await.is(422).shows("hidden characters");
    rename("<script>alert(1)</script>").await.is(303);
    ana.browser.get("/account").await.hides("<script>alert");
}
