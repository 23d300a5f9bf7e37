//! Asking for support: from the front page to the request that is sent, without any script.

use cairn::matching;
use cairn::people;
use cairn::{look, work};
use cairn_db::{params, statements};
use cairn_domain::access::Role;
use cairn_domain::id::MemberId;
use cairn_domain::matching::{RequestState, WorkerProfile};
use cairn_domain::people::{Answers, Kind, Mode};

use crate::world::{Browser, PASSPHRASE, Person, World};

mod edges;

statements! {
    /// The only participant.
    pub LAST_PARTICIPANT = "SELECT member FROM people_role WHERE role = 'participant' ORDER BY member DESC LIMIT 1";
    /// How many accounts there are.
    pub ACCOUNTS = "SELECT COUNT(*) FROM people_account";
    /// How many drafts there are.
    pub DRAFTS = "SELECT COUNT(*) FROM people_draft";
}

/// Somebody new who has just chosen a way to come back.
async fn begun(world: &World, name: &str) -> Browser {
    let browser = world.browser();
    let fields = [("name", name), ("login", ""), ("passphrase", PASSPHRASE)];
    browser
        .post("/p/harbour/ask", &fields)
        .await
        .is(303)
        .leads("/ask/1");
    browser
}

async fn last(world: &World) -> MemberId {
    let read = world
        .app
        .db
        .read(|tx| Box::pin(async move { tx.one(&LAST_PARTICIPANT, &params![]).await?.id(0) }));
    let id: Result<_, cairn_db::DbError> = read.await;
    MemberId(id.unwrap())
}

async fn answers(world: &World, member: MemberId) -> (Answers, RequestState) {
    let cx = world.cx();
    let request = look!(cx, |w| people::open_request(w, member).await).unwrap();
    let request = request.unwrap();
    (request.answers, request.state)
}

/// The mark in a page of the form that another window would change.
fn seen(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"seen\" value=\"").unwrap();
    rest.split('"').next().unwrap().to_owned()
}

async fn worker(world: &World, name: &str) -> Person {
    let worker = world.worker(name).await;
    let cx = world.cx();
    let member = worker.member;
    work!(cx, |w| {
        let profile = WorkerProfile {
            roles: vec![Kind::PeerWorker],
            languages: vec!["en".into()],
            modes: vec![Mode::Chat],
            times: vec![[600, 900]],
            ..WorkerProfile::default()
        };
        matching::save_worker(w, member, profile, (3, 50), true).await
    })
    .unwrap();
    worker
}

#[tokio::test]
async fn the_front_page_says_what_this_is_and_who_answers_now() {
    let world = World::new().await;
    for path in ["/", "/p/harbour"] {
        world
            .browser()
            .get(path)
            .await
            .is(200)
            .shows("Talk with someone who has been there")
            .shows("href=\"/p/harbour/ask\"")
            .shows("href=\"tel:5550100\"")
            .shows("Danger to life");
    }
    world.browser().get("/p/nowhere").await.is(404);
    world.another_programme().await;
    world
        .browser()
        .get("/")
        .await
        .is(200)
        .shows("href=\"/p/harbour\"")
        .shows("Lantern Recovery");
    world
        .browser()
        .get("/p/lantern")
        .await
        .is(200)
        .shows("Lantern Recovery")
        .shows("href=\"/p/lantern/ask\"");
}

async fn five_pages(browser: &Browser) {
    let one = [
        ("experience", "hearing_voices"),
        ("weight-hearing_voices", "5"),
        ("weight-anxiety", "2"),
        ("story", "They began when I was nine.\r\nI am tired."),
        ("go", "on"),
    ];
    browser.post("/ask/1", &one).await.is(303).leads("/ask/2");
    let two = [
        ("kind", "peer_worker"),
        ("wish", "gender:woman"),
        ("weight-gender:woman", "must"),
        ("wish", "age:65+"),
        ("weight-age:65+", "2"),
        ("sector", "health"),
        ("employer", "Harbour Council"),
        ("not_own_employer", "yes"),
        ("go", "on"),
    ];
    browser.post("/ask/2", &two).await.is(303).leads("/ask/3");
    let three = [("language", "en"), ("other", "sw")];
    browser.post("/ask/3", &three).await.is(303).leads("/ask/4");
    let four = [
        ("mode", "chat"),
        ("mode", "phone"),
        ("max_km", "12"),
        ("place", ""),
    ];
    browser.post("/ask/4", &four).await.is(303).leads("/ask/5");
    let five = [
        ("time", "tue-evening"),
        ("time", "sat-morning"),
        ("time", "sat-midday"),
        ("zone", "Europe/Madrid"),
    ];
    browser.post("/ask/5", &five).await.is(303).leads("/ask/6");
}

/// By the private list, on the way to which the page is saved.
async fn the_last_two_pages(browser: &Browser) {
    let aside = [("never_note", "my uncle"), ("go", "never")];
    let aside = browser.post("/ask/6", &aside).await.is(303);
    let list = aside.location().unwrap();
    assert_eq!(list, "/never?from=ask");
    browser
        .get(&list)
        .await
        .shows("<bdi>Ruth</bdi>")
        .shows("href=\"/ask/6\"");
    let six = [("never_note", "my uncle"), ("tell", "Please go slowly.")];
    browser.post("/ask/6", &six).await.is(303).leads("/ask/7");
    let seven = [
        ("gender", ""),
        ("age", "age:25-34"),
        ("culture", "culture:maori"),
        ("culture", "culture:arab"),
    ];
    browser
        .post("/ask/7", &seven)
        .await
        .is(303)
        .leads("/ask/check");
    browser.get("/ask/7").await.is(200).shows("only counted");
}

async fn everything_is_kept(world: &World) {
    let (answers, state) = answers(world, last(world).await).await;
    assert_eq!(state, RequestState::Waiting);
    assert_eq!(answers.experiences.len(), 1);
    assert_eq!(answers.experiences[0].weight, 5);
    assert_eq!(answers.story, "They began when I was nine.\nI am tired.");
    assert!(answers.wishes[0].must && answers.wishes[1].weight == 2);
    assert_eq!(answers.languages, ["en", "sw"]);
    assert_eq!(
        answers.times,
        [[1440 + 1020, 1440 + 1260], [5 * 1440 + 540, 5 * 1440 + 840]]
    );
    assert_eq!(answers.employer, "Harbour Council");
    assert!(answers.not_own_employer);
    assert_eq!(
        answers.about,
        ["age:25-34", "culture:maori", "culture:arab"]
    );
    assert_eq!(answers.time_zone, "Europe/Madrid");
}

#[tokio::test]
async fn the_whole_form_can_be_gone_through_without_scripts() {
    let world = World::new().await;
    worker(&world, "Ruth").await;
    let browser = begun(&world, "River").await;
    browser
        .get("/ask/1")
        .await
        .is(200)
        .shows("Hearing voices")
        .shows("Page 1 of 7");
    five_pages(&browser).await;
    browser.get("/ask/6").await.hides("<bdi>Ruth</bdi>");
    the_last_two_pages(&browser).await;
    browser
        .get("/ask/check")
        .await
        .shows("Hearing voices: essential")
        .shows("A woman: a must")
        .shows("English and Swahili")
        .shows("Saturday 09:00–14:00")
        .shows("Never somebody from my own employer")
        .shows("It is only counted")
        .hides("Harbour Council")
        .hides("Māori")
        .shows("Please go slowly.")
        .hides("Ruth");
    browser
        .post("/ask/check", &[("go", "send")])
        .await
        .is(303)
        .leads("/ask/done");
    browser
        .get("/ask/done")
        .await
        .is(200)
        .shows("What happens next")
        .shows("/help");
    everything_is_kept(&world).await;
    // Sending twice is sending once; answers can be changed afterwards.
    browser
        .post("/ask/check", &[])
        .await
        .is(303)
        .leads("/ask/done");
    browser
        .post("/ask/3", &[("language", "es"), ("from", "check")])
        .await
        .is(303)
        .leads("/ask/check");
    browser
        .get("/ask/check")
        .await
        .shows("Spanish")
        .shows("until you and somebody have agreed");
}

#[tokio::test]
async fn nothing_has_to_be_answered_and_the_page_says_how_that_is_read() {
    let world = World::new().await;
    let browser = begun(&world, "Sol").await;
    for page in 1..=6 {
        browser.get(&format!("/ask/{page}")).await.is(200);
        browser
            .post(&format!("/ask/{page}"), &[("go", "on")])
            .await
            .is(303);
    }
    browser
        .get("/ask/check")
        .await
        .shows("You have not said when: we will take it that any time is possible.")
        .shows("You have not said which language: we will take it that English is fine.")
        .shows("any way of meeting will do");
    browser.submit("/ask/check", &[]).await.is(200);
    let (answers, state) = answers(&world, last(&world).await).await;
    assert_eq!(state, RequestState::Waiting);
    assert!(answers.times.is_empty() && answers.languages.is_empty());
}

#[tokio::test]
async fn coming_back_in_the_middle_finds_everything() {
    let world = World::new().await;
    let browser = begun(&world, "Kim").await;
    browser
        .post(
            "/ask/1",
            &[("experience", "burnout_at_work"), ("go", "leave")],
        )
        .await
        .is(303)
        .leads("/home?said=intake-kept");
    // What was typed and not sent is a draft.
    browser
        .post(
            "/drafts",
            &[
                ("draft", "ask/2"),
                ("kind", "recovery_coach"),
                ("passphrase", "secret thing"),
            ],
        )
        .await
        .is(204);
    let page = browser
        .get("/ask/2")
        .await
        .is(200)
        .shows("You had written this before");
    assert!(page.text.contains("value=\"recovery_coach\" checked"));
    assert!(!page.text.contains("secret thing"));
    browser.get("/p/harbour/ask").await.is(303).leads("/ask/2");
    browser
        .get("/ask/1")
        .await
        .shows("value=\"burnout_at_work\" checked");
    // Saving the page lets go of its draft; a draft that says what is saved is none.
    browser
        .post("/ask/2", &[("kind", "recovery_coach")])
        .await
        .is(303);
    assert_eq!(world.count(&DRAFTS, vec![]).await, 0);
    browser
        .post(
            "/drafts",
            &[
                ("draft", "ask/2"),
                ("kind", "recovery_coach"),
                ("sector", ""),
            ],
        )
        .await
        .is(204);
    browser
        .get("/ask/2")
        .await
        .hides("You had written this before");
    world
        .browser()
        .post("/drafts", &[("draft", "ask/2")])
        .await
        .is(303);
    browser.post("/drafts", &[("story", "x")]).await.is(422);
}

#[tokio::test]
async fn a_worker_may_ask_for_support_too() {
    let world = World::new().await;
    let ben = world.worker("Ben").await;
    ben.browser.get("/ask/1").await.is(404);
    ben.browser
        .get("/p/harbour/ask")
        .await
        .is(200)
        .shows("You work here");
    ben.browser
        .post("/p/harbour/ask", &[])
        .await
        .is(303)
        .leads("/ask/1");
    ben.browser.get("/ask/1").await.is(200);
    // And somebody of another programme is a newcomer here, without losing the other.
    let lantern = world.another_programme().await;
    let cy = world.person_of(&lantern, "Cy", &[Role::Coordinator]).await;
    cy.browser
        .get("/p/harbour")
        .await
        .is(200)
        .shows("/p/harbour/ask");
    cy.browser
        .post("/p/harbour/ask", &[])
        .await
        .is(303)
        .leads("/ask/1");
    cy.browser
        .get("/ask/1")
        .await
        .is(200)
        .shows("Harbour Peer Support");
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 2);
    cy.browser
        .post("/p/harbour/ask", &[])
        .await
        .is(303)
        .leads("/ask/1");
}

#[tokio::test]
async fn every_page_speaks_each_language() {
    let world = World::new().await;
    let mut browser = begun(&world, "Leila").await;
    for language in ["es", "ar", "en"] {
        browser.language = language;
        for path in [
            "/",
            "/p/harbour",
            "/ask/1",
            "/ask/2",
            "/ask/3",
            "/ask/4",
            "/ask/5",
            "/ask/6",
            "/ask/7",
            "/ask/check",
            "/ask/done",
        ] {
            browser
                .post("/language", &[("language", language), ("back", "/")])
                .await
                .is(303);
            browser
                .get(path)
                .await
                .is(200)
                .shows(&format!("lang=\"{language}\""));
        }
        let mut stranger = world.browser();
        stranger.language = language;
        stranger.get("/p/harbour/ask").await.is(200);
    }
    let ours = |key: &str| {
        [
            "people-",
            "experience-",
            "trait-",
            "sector-",
            "training-",
            "mode-",
            "kind-",
            "weight-",
        ]
        .iter()
        .any(|start| key.starts_with(start))
    };
    for language in cairn_words::Language::all() {
        let lacks = world.app.words.compare(cairn_words::Language::En, language);
        let lacks: Vec<&String> = lacks.iter().filter(|line| ours(line)).collect();
        assert!(lacks.is_empty(), "{language:?}: {lacks:?}");
    }
}
