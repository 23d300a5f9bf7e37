use cairn::people::letters::send_due;
use cairn_domain::{DAY, HOUR, MINUTE};
use cairn_mail::{MailError, Mailer};

use super::{between, sign_in};
use crate::world::{PASSPHRASE, Person, World};

/// Gives somebody an e-mail address, by the letter and its link.
pub async fn give_address(world: &World, person: &Person, email: &str) {
    let fields = [("email", email), ("proof", PASSPHRASE)];
    person
        .browser
        .post("/account/email", &fields)
        .await
        .is(303)
        .leads("/account?said=email-sent");
    let link = last_link(world, email).await;
    person
        .browser
        .get(&link)
        .await
        .is(200)
        .shows("Is this your address?");
    person
        .browser
        .post(&link, &[])
        .await
        .is(303)
        .leads("/account?said=email-kept");
}

/// The path of the link in the last letter, which went there.
pub async fn last_link(world: &World, email: &str) -> String {
    send_due(&world.app).await.unwrap();
    let sent = world.app.mailer.sent();
    let letter = sent.last().expect("a letter");
    assert_eq!(letter.to, email);
    assert_eq!(letter.subject, "A link for you");
    let base = world.app.config.address("");
    format!("/{}", between(&letter.text, &format!("{base}/"), "\n"))
}

/// A link to sign in for somebody.
pub async fn link_for(world: &World, person: &Person) -> String {
    let email = format!("{}@example.org", person.login);
    give_address(world, person, &email).await;
    ask_for_link(world, &email).await
}

/// A link to sign in, asked for by somebody who is not signed in.
pub async fn ask_for_link(world: &World, email: &str) -> String {
    world
        .browser()
        .post("/sign-in/email", &[("email", email)])
        .await
        .is(303);
    last_link(world, email).await
}

#[tokio::test]
async fn a_link_signs_in_once() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let link = link_for(&world, &ana).await;
    let browser = world.browser();
    // Programs that look through letters open links: that uses nothing up.
    for _ in 0..3 {
        browser.get(&link).await.is(200).shows("Sign me in");
    }
    browser.get("/account").await.is(303);
    browser.post(&link, &[]).await.is(303).leads("/home");
    browser.get("/account").await.is(200).shows("Ana");
    let late = world.browser();
    late.get(&link)
        .await
        .is(404)
        .shows("does not work any more");
    late.post(&link, &[])
        .await
        .is(404)
        .shows("does not work any more");
    late.get("/account").await.is(303);
}

#[tokio::test]
async fn two_who_use_a_link_at_once_are_one() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let link = link_for(&world, &ana).await;
    let (one, other) = (world.browser(), world.browser());
    let (a, b) = tokio::join!(one.post(&link, &[]), other.post(&link, &[]));
    let mut both = [a.status.as_u16(), b.status.as_u16()];
    both.sort_unstable();
    assert_eq!(both, [303, 404]);
}

#[tokio::test]
async fn a_link_grows_old() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let link = link_for(&world, &ana).await;
    world.later(31 * MINUTE);
    world.browser().get(&link).await.is(404);
    world.browser().post(&link, &[]).await.is(404);
}

#[tokio::test]
async fn the_answer_tells_nobody_who_has_an_account() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    give_address(&world, &ana, "ana@example.org").await;
    let before = world.app.mailer.sent().len();
    let browser = world.browser();
    let known = browser
        .post("/sign-in/email", &[("email", "Ana@Example.org")])
        .await;
    let unknown = browser
        .post("/sign-in/email", &[("email", "zoe@example.org")])
        .await;
    assert_eq!(
        (known.status, known.location()),
        (unknown.status, unknown.location())
    );
    browser
        .open("/sign-in?said=link-sent")
        .await
        .is(200)
        .shows("If we know this address");
    send_due(&world.app).await.unwrap();
    assert_eq!(world.app.mailer.sent().len(), before + 1);
    browser
        .post("/sign-in/email", &[("email", "nonsense")])
        .await
        .is(422)
        .shows("river@example.org");
    // Nobody can fill somebody's letter-box.
    for _ in 0..10 {
        browser
            .post("/sign-in/email", &[("email", "ana@example.org")])
            .await
            .is(303);
    }
    send_due(&world.app).await.unwrap();
    assert_eq!(world.app.mailer.sent().len(), before + 5);
    for _ in 0..12 {
        browser
            .post("/sign-in/email", &[("email", "ana@example.org")])
            .await;
    }
    browser
        .post("/sign-in/email", &[("email", "ana@example.org")])
        .await
        .is(429);
}

#[tokio::test]
async fn a_letter_comes_in_the_receivers_language() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    give_address(&world, &ana, "ana@example.org").await;
    for (tag, subject) in [("es", "Un enlace para ti"), ("ar", "رابط لك")] {
        ana.browser
            .post("/language", &[("language", tag), ("back", "/account")])
            .await
            .is(303);
        world
            .browser()
            .post("/sign-in/email", &[("email", "ana@example.org")])
            .await
            .is(303);
        send_due(&world.app).await.unwrap();
        let letter = world.app.mailer.sent().pop().unwrap();
        assert_eq!(letter.subject, subject);
        let base = world.app.config.address("/sign-in/link/");
        let line = letter
            .text
            .lines()
            .find(|line| line.contains("/sign-in/link/"))
            .unwrap();
        assert!(line.starts_with(&base) && line.is_ascii(), "{line:?}");
    }
}

#[tokio::test]
async fn letters_that_do_not_leave_are_tried_again_for_two_days() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    give_address(&world, &ana, "ana@example.org").await;
    let sent = || world.app.mailer.sent().len();
    let away = || MailError::Temporary {
        code: None,
        what: "away".into(),
    };
    let before = sent();
    world.app.mailer.refuse_next(away());
    world
        .browser()
        .post("/sign-in/email", &[("email", "ana@example.org")])
        .await
        .is(303);
    assert_eq!(send_due(&world.app).await.unwrap(), 0);
    assert_eq!(
        send_due(&world.app).await.unwrap(),
        0,
        "not before its time"
    );
    world.later(3 * MINUTE);
    assert_eq!(send_due(&world.app).await.unwrap(), 1);
    assert_eq!(sent(), before + 1);
    // One whose link has run out in the meantime is not sent at all.
    world.app.mailer.refuse_next(away());
    world
        .browser()
        .post("/sign-in/email", &[("email", "ana@example.org")])
        .await
        .is(303);
    assert_eq!(send_due(&world.app).await.unwrap(), 0);
    world.later(2 * HOUR);
    assert_eq!(send_due(&world.app).await.unwrap(), 0);
    assert_eq!(waiting(&world).await, 0);
    // One refused for good is let go at once.
    let never = MailError::Permanent {
        code: Some(550),
        what: "no such box".into(),
    };
    world.app.mailer.refuse_next(never);
    world
        .browser()
        .post("/sign-in/email", &[("email", "ana@example.org")])
        .await
        .is(303);
    assert_eq!(send_due(&world.app).await.unwrap(), 0);
    assert_eq!(waiting(&world).await, 0);
    // One without an end is given up after two days.
    let fields = [("email", "new@example.org"), ("proof", PASSPHRASE)];
    ana.browser.post("/account/email", &fields).await.is(303);
    let link = last_link(&world, "new@example.org").await;
    ana.browser.post(&link, &[]).await.is(303);
    let mut tries = 0;
    while waiting(&world).await > 0 {
        world.app.mailer.refuse_next(away());
        send_due(&world.app).await.unwrap();
        world.later(4 * HOUR + MINUTE);
        tries += 1;
        assert!(tries < 20);
    }
    assert!(tries >= 12, "{tries}");
    assert_eq!(sent(), before + 2);
}

async fn waiting(world: &World) -> i64 {
    static LETTERS: cairn_db::Statement = cairn_db::Statement {
        name: "LETTERS",
        sqlite: "SELECT COUNT(*) FROM people_letter",
        postgres: "SELECT COUNT(*) FROM people_letter",
    };
    world.count(&LETTERS, Vec::new()).await
}

#[tokio::test]
async fn several_nodes_send_each_letter_once() {
    let world = World::new().await;
    let mut expected = 0;
    for name in ["Ana", "Ben", "Cleo", "Dan", "Eva", "Finn"] {
        let person = world.participant(name).await;
        let email = format!("{}@example.org", person.login);
        let fields = [("email", email.as_str()), ("proof", PASSPHRASE)];
        person.browser.post("/account/email", &fields).await.is(303);
        expected += 1;
    }
    let all = (0..4).map(|_| send_due(&world.app));
    let sent: usize = futures_util::future::join_all(all)
        .await
        .into_iter()
        .map(Result::unwrap)
        .sum();
    assert_eq!(sent, expected);
    assert_eq!(world.app.mailer.sent().len(), expected);
}

#[tokio::test]
async fn without_mail_there_is_no_talk_of_it() {
    let world = World::new().await;
    let bare = world.server(Mailer::none(), false);
    let browser = world.browser_of(&bare);
    browser
        .get("/sign-in")
        .await
        .is(200)
        .hides("/sign-in/email");
    browser
        .post("/sign-in/email", &[("email", "ana@example.org")])
        .await
        .is(404);
}

#[tokio::test]
async fn what_has_run_out_is_swept_away() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let _ = link_for(&world, &ana).await;
    world
        .browser()
        .post("/account/name", &[("draft", "x"), ("name", "y")])
        .await
        .is(303);
    sign_in(&world.browser(), "nobody", "at all whatever")
        .await
        .is(422);
    world.later(500 * DAY);
    let cx = world.cx();
    cairn::people::letters::sweep(&cx).await.unwrap();
    static LEFT: cairn_db::Statement = cairn_db::Statement {
        name: "LEFT",
        sqlite: "SELECT (SELECT COUNT(*) FROM people_session) + (SELECT COUNT(*) FROM people_link)
            + (SELECT COUNT(*) FROM people_parked) + (SELECT COUNT(*) FROM people_attempt)
            + (SELECT COUNT(*) FROM people_browser)",
        postgres:
            "SELECT (SELECT COUNT(*) FROM people_session) + (SELECT COUNT(*) FROM people_link)
            + (SELECT COUNT(*) FROM people_parked) + (SELECT COUNT(*) FROM people_attempt)
            + (SELECT COUNT(*) FROM people_browser)",
    };
    assert_eq!(world.count(&LEFT, Vec::new()).await, 0);
}

#[tokio::test]
async fn a_running_server_sends_letters_by_itself() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let _address = world.listen().await;
    let fields = [("email", "ana@example.org"), ("proof", PASSPHRASE)];
    ana.browser.post("/account/email", &fields).await.is(303);
    for _ in 0..200 {
        if world.app.mailer.sent().len() == 1 {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    panic!("no letter left within ten seconds");
}
