//! `cairn programme add`, `cairn token` and `cairn doctor`, run as they are run from a shell.

use std::collections::BTreeSet;
use std::process::{Command, Output};
use std::sync::atomic::Ordering;

use cairn::app::{Clock, MIGRATIONS};
use cairn::operations::doctor::{Finding, look_at};
use cairn::operations::sealed::COLUMNS;
use cairn_db::{Statement, params};

use crate::people::{CHOSEN, between, sign_in};
use crate::world::{Person, World};

fn cairn(world: &World, arguments: &[&str]) -> Output {
    let config = &world.app.config;
    let mut command = Command::new(env!("CARGO_BIN_EXE_cairn"));
    command
        .args(arguments)
        .env_remove("CAIRN_NATS_URL")
        .env("CAIRN_DATA", &config.data)
        .env("CAIRN_DATABASE_URL", &config.database_url)
        .env("CAIRN_KEY", &config.key.0);
    command.output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[tokio::test]
async fn a_programme_is_made_and_its_administrator_joins() {
    let world = World::new().await;
    // The command takes the time from the machine's clock.
    world.hand.store(Clock::Machine.now(), Ordering::SeqCst);
    let add = [
        "programme",
        "add",
        "--slug",
        "lighthouse",
        "--name",
        "Lighthouse",
        "--administrator",
        "Lena",
    ];
    let made = cairn(&world, &add);
    assert!(made.status.success(), "{}", err(&made));
    let link = format!("/invitation/{}", between(&out(&made), "/invitation/", "\n"));
    let lena = world.browser();
    lena.get(&link)
        .await
        .is(200)
        .shows("Lighthouse")
        .shows("administrator")
        .shows("Lena");
    let fields = [
        ("name", "Lena"),
        ("login", "lena"),
        ("passphrase", CHOSEN),
        ("agree", "yes"),
    ];
    lena.post(&link, &fields).await.is(303);
    lena.get("/staff")
        .await
        .is(200)
        .shows("administrator and coordinator");
    sign_in(&world.browser(), "lena", CHOSEN).await.is(303);
    let again = cairn(&world, &add);
    assert_eq!(again.status.code(), Some(1));
    assert!(err(&again).contains("--slug"), "{}", err(&again));
    for (flag, value) in [
        ("--slug", "No Good"),
        ("--language", "xx"),
        ("--time-zone", "Nowhere"),
        ("--name", "a\u{202E}b"),
    ] {
        let mut wrong = add.to_vec();
        match wrong.iter().position(|word| *word == flag) {
            Some(at) => wrong[at + 1] = value,
            None => wrong.extend([flag, value]),
        }
        let refused = cairn(&world, &wrong);
        assert_eq!(refused.status.code(), Some(1), "{flag}");
        assert!(
            err(&refused).contains(flag) && err(&refused).lines().count() == 1,
            "{}",
            err(&refused)
        );
    }
    assert_eq!(cairn(&world, &["programme", "add"]).status.code(), Some(2));
}

#[tokio::test]
async fn a_token_opens_the_api_for_its_account() {
    let world = World::new().await;
    let mut ana = world.participant("Ana").await;
    let made = cairn(&world, &["token", "ana"]);
    assert!(made.status.success(), "{}", err(&made));
    ana.token = out(&made).trim().to_owned();
    let (status, me) = ana.api(axum::http::Method::GET, "/api/v1/me", None).await;
    assert_eq!(status, 200, "{me}");
    ana.browser
        .get("/account")
        .await
        .is(200)
        .shows("A program with access");
    let page = ana.browser.get("/account").await;
    let id = between(&page.text, "/account/tokens/", "/end").to_owned();
    let path = format!("/account/tokens/{id}/end");
    world
        .participant("Ben")
        .await
        .browser
        .post(&path, &[])
        .await
        .is(404);
    for wrong in [
        &["token", "nobody"][..],
        &["token", "ana", "--programme", "nowhere"],
    ] {
        let refused = cairn(&world, wrong);
        assert_eq!(
            (refused.status.code(), out(&refused)),
            (Some(1), String::new())
        );
        assert_eq!(err(&refused).lines().count(), 1);
    }
    assert!(
        cairn(&world, &["token", "ana", "--programme", "harbour"])
            .status
            .success()
    );
}

#[tokio::test]
async fn a_link_handed_over_leads_back_in_and_to_a_new_passphrase() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let made = cairn(&world, &["link", "ana", "--new-passphrase"]);
    assert!(made.status.success(), "{}", err(&made));
    let link = out(&made).trim().to_owned();
    let path = &link[link.find("/sign-in/link/").unwrap()..];
    let browser = world.browser();
    browser.get(path).await.is(200);
    browser.submit(path, &[]).await.is(200).shows("Ana");
    let fields = [
        ("login", "ana"),
        ("passphrase", "another river of four stones"),
    ];
    browser.post("/account/login", &fields).await.is(303);
    let elsewhere = world.browser();
    elsewhere.post("/sign-in", &fields).await.is(303);
    // Once used, the link opens nothing.
    let late = world.browser();
    late.post(path, &[]).await;
    late.get("/home")
        .await
        .is(303)
        .leads("/sign-in?next=%2Fhome");
    drop(ana);
    let refused = cairn(&world, &["link", "nobody"]);
    assert_eq!(refused.status.code(), Some(1));
}

#[tokio::test]
async fn the_doctor_finds_nothing_wrong_and_changes_nothing() {
    let world = World::new().await;
    world.participant("Ana").await;
    let seen = cairn(&world, &["doctor"]);
    println!("{}", out(&seen));
    assert!(seen.status.success(), "{}{}", out(&seen), err(&seen));
    assert!(out(&seen).contains("All is well"));
    assert!(out(&seen).contains("people_member.sealed_name: 1 open"));
    assert!(
        !out(&seen).to_lowercase().contains("ana"),
        "nobody's text is shown"
    );
    let empty = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_cairn"));
    let command = command
        .args(["doctor", "--data"])
        .arg(empty.path())
        .env_remove("CAIRN_DATABASE_URL");
    let nothing = command.output().unwrap();
    assert_eq!(nothing.status.code(), Some(1));
    assert!(out(&nothing).contains("there is no"), "{}", out(&nothing));
    assert_eq!(
        std::fs::read_dir(empty.path()).unwrap().count(),
        0,
        "it made nothing"
    );
}

#[test]
fn the_doctor_knows_every_sealed_column() {
    let mut inside = String::new();
    let mut schema = BTreeSet::new();
    for line in MIGRATIONS
        .iter()
        .flat_map(|migration| migration.sqlite.lines())
    {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            inside = rest.trim_end_matches([' ', '(']).to_owned();
        }
        let word = line.split(' ').next().unwrap();
        if word.starts_with("sealed_") {
            schema.insert(format!("{inside}.{word}"));
        }
    }
    let known: BTreeSet<String> = COLUMNS
        .iter()
        .map(|column| format!("{}.{}", column.table, column.column))
        .collect();
    println!("{} sealed columns", schema.len());
    assert!(schema.len() >= 17);
    assert_eq!(known, schema);
}

/// What the doctor says about texts that do not open.
async fn wrong(world: &World) -> Vec<Finding> {
    let found = look_at(&world.app).await;
    found
        .into_iter()
        .filter(|finding| finding.about == "texts" && finding.todo.is_some())
        .collect()
}

async fn change(world: &World, statement: &'static Statement, values: Vec<cairn_db::Value>) {
    let done = world
        .app
        .db
        .act(move |tx| Box::pin(async move { tx.execute(statement, &values).await }));
    let done: Result<u64, cairn_db::DbError> = done.await;
    assert!(done.unwrap() > 0);
}

async fn goal(person: &Person, words: &str) {
    person
        .browser
        .post("/goals", &[("title", words)])
        .await
        .is(303);
}

static GOALS: Statement = Statement {
    name: "GOALS",
    sqlite: "SELECT id, sealed_title FROM plans_goal ORDER BY id",
    postgres: "SELECT id, sealed_title FROM plans_goal ORDER BY id",
};
static TITLE: Statement = Statement {
    name: "TITLE",
    sqlite: "UPDATE plans_goal SET sealed_title = $2 WHERE id = $1",
    postgres: "UPDATE plans_goal SET sealed_title = $2 WHERE id = $1",
};
static FLIP: Statement = Statement {
    name: "FLIP",
    sqlite: "UPDATE people_member SET sealed_name = $2 WHERE id = $1",
    postgres: "UPDATE people_member SET sealed_name = $2 WHERE id = $1",
};
static NAME: Statement = Statement {
    name: "NAME",
    sqlite: "SELECT sealed_name FROM people_member WHERE id = $1",
    postgres: "SELECT sealed_name FROM people_member WHERE id = $1",
};
static DESTROY: Statement = Statement {
    name: "DESTROY",
    sqlite: "DELETE FROM people_key WHERE owner = $1",
    postgres: "DELETE FROM people_key WHERE owner = $1",
};

#[tokio::test]
async fn a_changed_bit_and_two_exchanged_texts_are_found_and_named() {
    let world = World::new().await;
    let (ana, ben) = (
        world.participant("Ana").await,
        world.participant("Ben").await,
    );
    goal(&ana, "To the sea").await;
    goal(&ana, "To the hills").await;
    assert_eq!(wrong(&world).await, []);
    let read = world
        .app
        .db
        .read(|tx| Box::pin(async { tx.all(&GOALS, &[]).await }));
    let rows: Result<Vec<cairn_db::Row>, cairn_db::DbError> = read.await;
    let rows = rows.unwrap();
    for (here, there) in [(0, 1), (1, 0)] {
        let values = params![rows[here].id(0).unwrap(), rows[there].bytes(1).unwrap()];
        change(&world, &TITLE, values.to_vec()).await;
    }
    let found = wrong(&world).await;
    assert_eq!(found.len(), 1);
    assert!(
        found[0]
            .what
            .starts_with("plans_goal.sealed_title: 2 do not open, 0 do"),
        "{found:?}"
    );
    let id = ben.member.0;
    let read = world
        .app
        .db
        .read(move |tx| Box::pin(async move { tx.one(&NAME, &params![id]).await?.bytes(0) }));
    let name: Result<Vec<u8>, cairn_db::DbError> = read.await;
    let mut name = name.unwrap();
    *name.last_mut().unwrap() ^= 1;
    change(&world, &FLIP, params![id, name].to_vec()).await;
    let found = wrong(&world).await;
    assert_eq!(found.len(), 2);
    assert!(found[0].what.contains(&id.to_string()), "{found:?}");
    let seen = cairn(&world, &["doctor"]);
    assert_eq!(seen.status.code(), Some(1));
    assert!(
        out(&seen).contains(&id.to_string()) && err(&seen).contains("2 things are wrong"),
        "{}",
        err(&seen)
    );
}

#[tokio::test]
async fn what_was_erased_is_not_taken_for_damaged_and_another_key_opens_nothing() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    goal(&ana, "To the sea").await;
    change(&world, &DESTROY, params![ana.member.0].to_vec()).await;
    assert_eq!(wrong(&world).await, []);
    let other = World::new().await;
    let mut command = Command::new(env!("CARGO_BIN_EXE_cairn"));
    let command = command
        .arg("doctor")
        .env("CAIRN_DATA", &world.app.config.data)
        .env("CAIRN_DATABASE_URL", &world.app.config.database_url)
        .env("CAIRN_KEY", &other.app.config.key.0);
    let seen = command.output().unwrap();
    assert_eq!(seen.status.code(), Some(1));
    assert!(out(&seen).contains("this is not the key"), "{}", out(&seen));
}
