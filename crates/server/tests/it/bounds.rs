//! Bounds: who counts as somebody and for how long, what strangers can make the server keep or do,
//! and that refusals are written down.

use std::time::Duration;

use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{Method, Request, header};
use cairn::cx::{Cx, Member, Who};
use cairn::error::Error;
use cairn::people::Passphrases;
use cairn::{people, work};
use cairn_db::params;
use cairn_domain::access::{Act, Role};
use cairn_domain::{DAY, MINUTE};

use futures_util::FutureExt;

use crate::world::{PASSPHRASE, Person, World};

fn request(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path)
}

cairn_db::statements! {
    /// A person leaves the programme.
    END_MEMBER = "UPDATE people_member SET ended_at = 1 WHERE id = $1";
    /// Lines about a person.
    ABOUT = "SELECT COUNT(*) FROM operations_trail WHERE subject = $1";
    /// A person loses their roles.
    NO_ROLES = "DELETE FROM people_role WHERE member = $1";
    /// Forms that are parked.
    PARKED = "SELECT COUNT(*) FROM people_parked";
    /// Refusals about or by a person.
    REFUSALS = "SELECT COUNT(*) FROM operations_trail WHERE actor = $1 AND outcome = 'refused'";
}

async fn change(
    world: &World,
    statement: &'static cairn_db::Statement,
    values: Vec<cairn_db::Value>,
) {
    work!(world.cx(), |w| {
        w.tx.execute(statement, &values).await?;
        Ok(())
    })
    .unwrap();
}

#[tokio::test]
async fn people_who_do_not_wait_leave_the_queue() {
    let passphrases = std::sync::Arc::new(Passphrases::new(1));
    for round in 0..3 {
        let tries: Vec<_> = (0..200)
            .map(|_| {
                let passphrases = passphrases.clone();
                tokio::spawn(async move { passphrases.verify("x", None).await })
            })
            .collect();
        tokio::time::sleep(Duration::from_millis(20)).await;
        tries.iter().for_each(tokio::task::JoinHandle::abort);
        for one in tries {
            let _ = one.await;
        }
        let answer = passphrases.verify("x", None).await;
        assert_eq!(answer, Ok(false), "round {round}");
    }
}

/// Asserts that a person is nobody here any more, by cookie and by token.
async fn is_nobody(who: &Person, status: u16) {
    assert_eq!(who.browser.get("/goals").await.status, status);
    let (api, _) = who.api(Method::GET, "/api/v1/goals", None).await;
    assert_eq!(api.as_u16(), if status == 303 { 401 } else { status });
}

#[tokio::test]
async fn who_was_erased_or_has_left_is_nobody() {
    let world = World::new().await;
    let (ana, ben, cem) = (
        world.participant("Ana").await,
        world.participant("Ben").await,
        world.participant("Cem").await,
    );
    change(
        &world,
        &people::store::DESTROY_KEY,
        params![ana.account.0].to_vec(),
    )
    .await;
    is_nobody(&ana, 303).await;
    change(
        &world,
        &people::store::DESTROY_KEY,
        params![ben.member.0].to_vec(),
    )
    .await;
    is_nobody(&ben, 404).await;
    change(&world, &END_MEMBER, params![cem.member.0].to_vec()).await;
    is_nobody(&cem, 404).await;
    // Nor does asking for support again bring an ended membership back.
    let reply = cem.browser.post("/p/harbour/ask", &[]).await.is(404);
    assert!(!reply.headers.contains_key(header::SET_COOKIE));
}

fn in_the_name_of(world: &World, who: &Person, roles: &[Role]) -> Cx {
    let mut cx = world.cx();
    cx.who = Some(Who {
        account: who.account,
        session: None,
        member: Some(Member {
            id: who.member,
            roles: roles.to_vec(),
            name: String::new(),
        }),
        programmes: 1,
    });
    cx
}

#[tokio::test]
async fn a_role_counts_in_its_own_programme_and_only_while_one_has_it() {
    let world = World::new().await;
    let lantern = world.another_programme().await;
    let ana = world.participant("Ana").await;
    let cora = world
        .person_of(&lantern, "Cora", &[Role::Coordinator])
        .await;
    let dora = world.coordinator("Dora").await;
    let reads = async |who: &Person| {
        let subject = ana.member;
        work!(in_the_name_of(&world, who, &[Role::Coordinator]), |w| {
            w.may(Act::ReadIntake, subject, "request", subject.0).await
        })
    };
    assert_eq!(reads(&dora).await, Ok(()));
    assert!(matches!(reads(&cora).await, Err(Error::NotYours { .. })));
    change(&world, &NO_ROLES, params![dora.member.0].to_vec()).await;
    assert!(matches!(reads(&dora).await, Err(Error::NotYours { .. })));
    assert_eq!(
        world
            .count(&REFUSALS, params![dora.member.0].to_vec())
            .await,
        1
    );
}

#[tokio::test]
async fn a_reach_into_another_programme_tells_nobody_there_a_name() {
    let world = World::new().await;
    let lantern = world.another_programme().await;
    let ana = world.participant("Ana").await;
    let near = world.participant("Mia").await;
    let eve = world.person_of(&lantern, "Eve", &[Role::Participant]).await;
    let reaches = async |who: &Person, programme| {
        let mut cx = in_the_name_of(&world, who, &[Role::Participant]);
        cx.programme = Some(programme);
        let subject = Some(ana.member);
        let act = Some(Act::AnswerOffers);
        let refused: Result<(), Error> = cx
            .look(move |_| Box::pin(async move { Err(Error::NotYours { act, subject }) }))
            .await;
        assert!(refused.is_err());
        world.count(&ABOUT, params![ana.member.0].to_vec()).await
    };
    assert_eq!(reaches(&eve, lantern.clone()).await, 0);
    assert_eq!(reaches(&near, world.programme.clone()).await, 1);
    for who in [&eve, &near] {
        let lines = world.count(&REFUSALS, params![who.member.0].to_vec()).await;
        assert_eq!(lines, 1);
    }
    let seen = ana.browser.get("/seen").await.is(200);
    seen.shows("Mia").hides("Eve");
}

#[tokio::test]
async fn a_refusal_is_written_down_for_those_who_hang_up_too() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    for _ in 0..5 {
        // Asked for once, and then forgotten: the browser has gone.
        assert!(ana.browser.get("/staff").now_or_never().is_none());
    }
    let mut lines = 0;
    for _ in 0..100 {
        lines = world.count(&REFUSALS, params![ana.member.0].to_vec()).await;
        if lines == 5 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(lines, 5);
}

#[tokio::test]
async fn a_proxy_is_believed_for_what_it_wrote_itself() {
    let world = World::with(|c| c.http.trusted_proxies = vec!["127.0.0.1".parse().unwrap()]).await;
    let peer: std::net::SocketAddr = "[::ffff:127.0.0.1]:4000".parse().unwrap();
    let mut last = 0;
    for number in 0..21 {
        let body = format!("login=nobody{number}&passphrase=x");
        let ask = request(Method::POST, "/sign-in")
            .extension(ConnectInfo(peer))
            .header("content-type", "application/x-www-form-urlencoded")
            .header(
                "x-forwarded-for",
                format!(
                    "10.1.1.{number}, not-an-address, 203.0.113.9:{}",
                    4000 + number
                ),
            );
        last = world
            .browser()
            .send(ask, Body::from(body))
            .await
            .status
            .as_u16();
        assert_eq!(last, if number < 20 { 422 } else { 429 }, "try {number}");
    }
    assert_eq!(last, 429);
    // Behind what cannot be read nobody is believed: these are all the proxy's own.
    for number in 0..21 {
        let body = format!("login=somebody{number}&passphrase=x");
        let ask = request(Method::POST, "/sign-in")
            .extension(ConnectInfo(peer))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("x-forwarded-for", format!("10.2.1.{number}, unknown"));
        last = world
            .browser()
            .send(ask, Body::from(body))
            .await
            .status
            .as_u16();
    }
    assert_eq!(last, 429);
    // An address is forgiven with time.
    world.later(20 * MINUTE);
    let ask = request(Method::POST, "/sign-in")
        .extension(ConnectInfo(peer))
        .header("content-type", "application/x-www-form-urlencoded")
        .header("x-forwarded-for", "203.0.113.9");
    world
        .browser()
        .send(ask, Body::from("login=other&passphrase=x"))
        .await
        .is(422);
}

#[tokio::test]
async fn strangers_cannot_fill_the_disk() {
    let world = World::new().await;
    let parked = async || world.count(&PARKED, Vec::new()).await;
    let huge = "x".repeat(100_000);
    let reply = world
        .browser()
        .post("/goals", &[("draft", "goal"), ("title", &huge)])
        .await
        .is(303);
    assert!(!reply.headers.contains_key(header::SET_COOKIE));
    world
        .browser()
        .post("/goals", &[("draft", "a\nb"), ("title", "x")])
        .await
        .is(303);
    assert_eq!(parked().await, 0);
    for _ in 0..30 {
        world
            .browser()
            .post("/goals", &[("draft", "goal"), ("title", "x")])
            .await
            .is(303);
    }
    assert_eq!(parked().await, 20);
    world.later(2 * DAY);
    world
        .browser()
        .post("/goals", &[("draft", "goal"), ("title", "x")])
        .await
        .is(303);
    assert_eq!(parked().await, 1);
    let ana = world.participant("Ana").await;
    ana.browser
        .post("/drafts", &[("draft", "goal"), ("title", &huge)])
        .await
        .is(422);
}

#[tokio::test]
async fn a_passphrase_typed_too_late_is_not_kept() {
    let world = World::new().await;
    let browser = world.browser();
    browser
        .post(
            "/goals",
            &[
                ("draft", "goal"),
                ("title", "kept"),
                ("passphrase", PASSPHRASE),
                ("old", PASSPHRASE),
            ],
        )
        .await;
    let ana = world.participant("Ana").await;
    browser
        .post(
            "/sign-in",
            &[("login", &ana.login), ("passphrase", PASSPHRASE)],
        )
        .await
        .is(303);
    browser
        .get("/goals")
        .await
        .is(200)
        .shows("kept")
        .hides(PASSPHRASE);
}

#[tokio::test]
async fn accounts_are_not_made_without_end() {
    let world = World::new().await;
    let mut made = 0;
    for number in 0..62 {
        let login = format!("visitor {number}");
        let reply = world
            .browser()
            .post(
                "/p/harbour/ask",
                &[("name", &login), ("passphrase", "seven green herons wade")],
            )
            .await;
        match reply.status.as_u16() {
            303 => made += 1,
            429 => assert!(reply.headers.contains_key(header::RETRY_AFTER)),
            other => panic!("{other}: {}", reply.text),
        }
    }
    assert_eq!(made, 60);
}

#[tokio::test]
async fn a_session_token_that_a_stranger_chose_is_never_taken_over() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let browser = world.browser();
    browser.keep("cairn", "chosen-by-a-stranger");
    browser
        .post(
            "/sign-in",
            &[("login", &ana.login), ("passphrase", PASSPHRASE)],
        )
        .await
        .is(303);
    assert_ne!(
        browser.cookie("cairn").as_deref(),
        Some("chosen-by-a-stranger")
    );
    let first = browser.cookie("cairn").unwrap();
    browser
        .post(
            "/sign-in",
            &[("login", &ana.login), ("passphrase", PASSPHRASE)],
        )
        .await
        .is(303);
    let second = browser.cookie("cairn").unwrap();
    assert_ne!(first, second);
    browser.keep("cairn", &first);
    browser.get("/account").await.is(303);
    browser.keep("cairn", &second);
    world.later(31 * DAY);
    browser.get("/account").await.is(303);
    world.later(-31 * DAY);
    browser.get("/account").await.is(200);
}
