use cairn_db::{Statement, params};
use cairn_domain::DAY;
use cairn_domain::access::Role;

use super::{CHOSEN, between, sign_in};
use crate::world::{PASSPHRASE, Person, World};

/// Invites somebody; answers with the path of the link.
async fn invite(by: &Person, name: &str, roles: &[&str]) -> String {
    let mut fields = vec![("name", name)];
    fields.extend(roles.iter().map(|role| ("roles", *role)));
    let page = by
        .browser
        .post("/staff/invite", &fields)
        .await
        .is(200)
        .shows("is ready");
    format!("/invitation/{}", between(&page.text, "/invitation/", "<"))
}

const JOIN: [(&str, &str); 4] = [
    ("name", "Mara"),
    ("login", "mara"),
    ("passphrase", CHOSEN),
    ("agree", "yes"),
];

#[tokio::test]
async fn somebody_is_invited_and_joins() {
    let world = World::new().await;
    let cora = world.coordinator("Cora").await;
    let link = invite(&cora, "Mara", &["worker", "supervisor"]).await;
    cora.browser
        .get("/staff")
        .await
        .is(200)
        .shows("Mara")
        .shows("Open until")
        .hides(&link);
    let mara = world.browser();
    mara.get(&link)
        .await
        .is(200)
        .shows("Harbour Peer Support")
        .shows("peer support worker and supervisor");
    mara.post(
        &link,
        &[("name", ""), ("login", "m"), ("passphrase", "short")],
    )
    .await
    .is(422)
    .shows("href=\"#name\"")
    .shows("href=\"#login\"")
    .shows("href=\"#passphrase\"")
    .shows("href=\"#agree\"");
    mara.post(&link, &JOIN)
        .await
        .is(303)
        .leads("/home?said=joined");
    mara.get("/account").await.is(200).shows("Mara");
    sign_in(&world.browser(), "mara", CHOSEN).await.is(303);
    world.browser().get(&link).await.is(404);
    let again = [
        ("name", "Eve"),
        ("login", "eve"),
        ("passphrase", CHOSEN),
        ("agree", "yes"),
    ];
    world
        .browser()
        .post(&link, &again)
        .await
        .is(404)
        .shows("does not work any more");
    sign_in(&world.browser(), "eve", CHOSEN).await.is(422);
    cora.browser
        .get("/staff")
        .await
        .shows("Mara")
        .shows("no open invitations");
}

#[tokio::test]
async fn two_who_accept_at_once_are_one() {
    let world = World::new().await;
    let cora = world.coordinator("Cora").await;
    let link = invite(&cora, "Mara", &["worker"]).await;
    let eve = [
        ("name", "Eve"),
        ("login", "eve"),
        ("passphrase", CHOSEN),
        ("agree", "yes"),
    ];
    let (one, other) = (world.browser(), world.browser());
    let (a, b) = tokio::join!(one.post(&link, &JOIN), other.post(&link, &eve));
    let mut both = [a.status.as_u16(), b.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 404]);
}

#[tokio::test]
async fn a_new_role_ends_sessions_and_gives_this_one_another_token() {
    let world = World::new().await;
    let cora = world.coordinator("Cora").await;
    let ana = world.participant("Ana").await;
    let other = world.browser();
    sign_in(&other, "ana", PASSPHRASE).await.is(303);
    let link = invite(&cora, "Ana", &["worker"]).await;
    let before = ana.browser.cookie("cairn").unwrap();
    ana.browser
        .get(&link)
        .await
        .is(200)
        .shows("You are signed in")
        .hides("name=\"login\"");
    ana.browser
        .post(&link, &[("name", "Ana"), ("agree", "yes")])
        .await
        .is(303);
    let after = ana.browser.cookie("cairn").unwrap();
    assert_ne!(before, after);
    ana.browser.get("/account").await.is(200);
    other.get("/account").await.is(303);
    let old = world.browser();
    old.keep("cairn", &before);
    old.get("/account").await.is(303);
    cora.browser
        .get("/staff")
        .await
        .shows("Ana")
        .shows("peer support worker");
}

#[tokio::test]
async fn somebody_of_another_programme_joins_with_the_account_they_have() {
    let world = World::new().await;
    let lantern = world.another_programme().await;
    let chief = world
        .person_of(&lantern, "Lena", &[Role::Coordinator])
        .await;
    let ana = world.participant("Ana").await;
    let link = invite(&chief, "Ana", &["worker"]).await;
    let browser = world.browser();
    browser
        .get(&link)
        .await
        .is(200)
        .shows(&format!("/sign-in?next={link}"));
    let fields = [
        ("login", "ana"),
        ("passphrase", PASSPHRASE),
        ("next", &link),
    ];
    browser.post("/sign-in", &fields).await.leads(&link);
    browser
        .post(&link, &[("name", "Ana L"), ("agree", "yes")])
        .await
        .is(303);
    browser
        .get("/account")
        .await
        .is(200)
        .shows("Lantern Recovery")
        .shows("Ana L")
        .shows("/programmes");
    ana.browser
        .get("/account")
        .await
        .is(200)
        .shows("Harbour Peer Support");
}

#[tokio::test]
async fn only_an_administrator_makes_an_administrator() {
    let world = World::new().await;
    let cora = world.coordinator("Cora").await;
    let adam = world.person("Adam", &[Role::Administrator]).await;
    cora.browser
        .get("/staff")
        .await
        .is(200)
        .hides("value=\"administrator\"");
    let fields = [
        ("name", "Eve"),
        ("roles", "worker"),
        ("roles", "administrator"),
    ];
    cora.browser
        .post("/staff/invite", &fields)
        .await
        .is(422)
        .shows("not on the list")
        .shows("value=\"Eve\"");
    for role in ["participant", "owner", ""] {
        let fields = [("name", "Eve"), ("roles", role)];
        adam.browser.post("/staff/invite", &fields).await.is(422);
    }
    adam.browser
        .post("/staff/invite", &[("name", "Eve")])
        .await
        .is(422)
        .shows("at least one");
    let link = invite(&adam, "Eve", &["administrator"]).await;
    world
        .browser()
        .get(&link)
        .await
        .is(200)
        .shows("administrator");
}

#[tokio::test]
async fn an_invitation_is_withdrawn_or_grows_old() {
    let world = World::new().await;
    let cora = world.coordinator("Cora").await;
    let link = invite(&cora, "Mara", &["worker"]).await;
    let page = cora.browser.get("/staff").await;
    let id = between(&page.text, "/staff/invitations/", "/withdraw");
    let path = format!("/staff/invitations/{id}/withdraw");
    let lantern = world.another_programme().await;
    let elsewhere = world
        .person_of(&lantern, "Lena", &[Role::Coordinator])
        .await;
    elsewhere.browser.post(&path, &[]).await.is(404);
    world
        .worker("Wim")
        .await
        .browser
        .post(&path, &[])
        .await
        .is(404);
    world.browser().get(&link).await.is(200);
    cora.browser
        .post(&path, &[])
        .await
        .is(303)
        .leads("/staff?said=invitation-withdrawn");
    cora.browser.post(&path, &[]).await.is(409);
    world.browser().get(&link).await.is(404);
    world.browser().post(&link, &JOIN).await.is(404);
    let link = invite(&cora, "Mara", &["worker"]).await;
    world.later(15 * DAY);
    world.browser().get(&link).await.is(404);
}

#[tokio::test]
async fn a_letter_brings_the_invitation() {
    let world = World::new().await;
    let cora = world.coordinator("Cora").await;
    let fields = [
        ("name", "Mara"),
        ("roles", "worker"),
        ("email", "mara@example.org"),
    ];
    cora.browser
        .post("/staff/invite", &fields)
        .await
        .is(200)
        .shows("on its way");
    let link = super::letters::last_link(&world, "mara@example.org").await;
    world.browser().post(&link, &JOIN).await.is(303);
    let fields = [("name", "Mara"), ("roles", "worker"), ("email", "nonsense")];
    cora.browser
        .post("/staff/invite", &fields)
        .await
        .is(422)
        .shows("river@example.org");
}

#[tokio::test]
async fn staff_acts_stand_in_the_trail() {
    let world = World::new().await;
    let cora = world.coordinator("Cora").await;
    let link = invite(&cora, "Mara", &["worker"]).await;
    world.browser().post(&link, &JOIN).await.is(303);
    world
        .worker("Wim")
        .await
        .browser
        .get("/staff")
        .await
        .is(404);
    static LINES: Statement = Statement {
        name: "LINES",
        sqlite: "SELECT COUNT(*) FROM operations_trail WHERE act = $1 AND kind = $2 AND outcome = $3",
        postgres: "SELECT COUNT(*) FROM operations_trail WHERE act = $1 AND kind = $2 AND outcome = $3",
    };
    for (act, kind, outcome) in [
        ("invite-staff", "invitation", "done"),
        ("invite-staff", "joined", "done"),
        ("read-staff", "staff", "done"),
        ("read-staff", "route", "refused"),
    ] {
        let lines = world
            .count(&LINES, params![act, kind, outcome].to_vec())
            .await;
        assert!(lines >= 1, "{act} {kind} {outcome}");
    }
}
