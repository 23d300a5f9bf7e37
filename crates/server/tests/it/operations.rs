//! The pages everybody starts from, with counts that are true at every moment, and who has seen a
//! record.

use axum::http::Method;
use cairn::people::{self, Request};
use cairn::{matching, work};
use cairn_domain::access::{Act, Role};
use cairn_domain::id::MemberId;
use cairn_domain::matching::{Step, WorkerProfile};
use cairn_domain::people::{Answers, Kind, Mode};

use crate::world::{Person, World};

/// Moves a person's request on, beginning it when there is none.
async fn step(world: &World, who: MemberId, steps: &[Step]) -> Request {
    let steps = steps.to_vec();
    work!(world.cx(), |w| {
        if people::open_request(w, who).await?.is_none() {
            people::begin_request(w, who, &Answers::default()).await?;
        }
        let mut request = people::open_request(w, who)
            .await?
            .ok_or(cairn::error::Error::NOT_YOURS)?;
        for step in steps {
            people::move_request(w, &mut request, step).await?;
        }
        Ok(request)
    })
    .unwrap()
}

/// A number on the coordinator's page.
#[track_caller]
fn figure(page: &str, name: &str) -> String {
    let at = page
        .find(&format!("<span class=\"figure-name\">{name}"))
        .unwrap_or_else(|| panic!("no {name} in {page}"));
    let before = &page[..at];
    let start = before.rfind("figure-number\">").unwrap() + "figure-number\">".len();
    before[start..].split('<').next().unwrap().to_owned()
}

async fn publish(world: &World, worker: &Person, capacity: i64) {
    let profile = WorkerProfile {
        roles: vec![Kind::PeerWorker],
        languages: vec!["en".into()],
        modes: vec![Mode::Chat],
        times: vec![[600, 660]],
        ..WorkerProfile::default()
    };
    let member = worker.member;
    work!(world.cx(), |w| matching::save_worker(
        w,
        member,
        profile,
        (capacity, 50),
        true
    )
    .await)
    .unwrap();
}

#[tokio::test]
async fn the_coordinators_counts_are_true_at_every_step() {
    let world = World::new().await;
    let cora = world.coordinator("Cora").await;
    let (ana, ben) = (world.participant("Ana").await, world.worker("Ben").await);
    let home = async || cora.browser.get("/home").await.is(200).text;
    let page = home().await;
    for name in ["people waiting", "pairs now", "requests being written"] {
        assert_eq!(figure(&page, name), "0", "{name}");
    }
    publish(&world, &ben, 1).await;
    assert_eq!(figure(&home().await, "worker with a free place"), "1");
    step(&world, ana.member, &[]).await;
    assert_eq!(figure(&home().await, "request being written"), "1");
    step(&world, ana.member, &[Step::Send]).await;
    let page = home().await;
    assert_eq!(figure(&page, "person waiting"), "1");
    assert_eq!(figure(&page, "requests being written"), "0");
    step(&world, ana.member, &[Step::AskTime]).await;
    assert_eq!(figure(&home().await, "person asked for time"), "1");
    step(&world, ana.member, &[Step::Return, Step::Release]).await;
    let page = home().await;
    assert_eq!(figure(&page, "person has offers"), "1");
    assert_eq!(figure(&page, "people waiting"), "0");
    step(&world, ana.member, &[Step::Pick]).await;
    assert_eq!(figure(&home().await, "person waits for a worker"), "1");
    step(&world, ana.member, &[Step::Agree]).await;
    let (participant, worker) = (ana.member, ben.member);
    work!(world.cx(), |w| {
        let programme = w.cx.programme()?.id;
        people::begin_relationship(w, programme, participant, worker).await
    })
    .unwrap();
    let page = home().await;
    assert_eq!(figure(&page, "pair now"), "1");
    assert_eq!(figure(&page, "request has led to a pair"), "1");
    assert_eq!(figure(&page, "workers with a free place"), "0");
}

#[tokio::test]
async fn another_programmes_people_are_not_counted() {
    let world = World::new().await;
    let lantern = world.another_programme().await;
    let cora = world
        .person_of(&lantern, "Cora", &[Role::Coordinator])
        .await;
    let ana = world.participant("Ana").await;
    step(&world, ana.member, &[Step::Send]).await;
    let page = cora.browser.get("/home").await.is(200).text;
    assert_eq!(figure(&page, "people waiting"), "0");
}

#[tokio::test]
async fn an_evaluator_learns_no_small_number_and_no_name() {
    let world = World::new().await;
    let eva = world.person("Eva", &[Role::Evaluator]).await;
    for number in 0..5 {
        let page = eva.browser.get("/home").await.is(200);
        assert_eq!(
            figure(&page.text, "people waiting"),
            "&lt; 5".replace("&lt;", "&#60;")
        );
        let person = world.participant(&format!("Person{number}")).await;
        step(&world, person.member, &[Step::Send]).await;
    }
    let page = eva.browser.get("/home").await.is(200).hides("Person1");
    assert_eq!(figure(&page.text, "people waiting"), "5");
    assert_eq!(figure(&page.text, "pairs now"), "&#60; 5");
}

#[tokio::test]
async fn everybody_comes_home_to_something() {
    let world = World::new().await;
    for role in Role::ALL {
        let person = world.person(role.word(), &[*role]).await;
        person
            .browser
            .get("/home")
            .await
            .is(200)
            .shows(&format!("Hello, {}", role.word()));
        person.browser.get("/seen").await.is(200);
    }
    let all = world.person("Many", Role::ALL).await;
    all.browser
        .get("/home")
        .await
        .is(200)
        .shows("Ask for support")
        .shows("Your people")
        .shows("How the programme stands")
        .shows("Team and invitations");
}

#[tokio::test]
async fn a_participant_and_a_worker_find_each_other_at_home() {
    let world = World::new().await;
    let (ana, ben) = (world.participant("Ana").await, world.worker("Ben").await);
    let (participant, worker) = (ana.member, ben.member);
    let thread = work!(world.cx(), |w| {
        let programme = w.cx.programme()?.id;
        people::begin_relationship(w, programme, participant, worker).await?;
        cairn::conversations::open_thread(w, programme, participant, worker).await
    })
    .unwrap();
    ana.browser
        .get("/home")
        .await
        .shows("Ben")
        .shows(&format!("/messages/{thread}"))
        .shows("No new messages");
    ben.browser
        .get("/home")
        .await
        .shows("Ana")
        .shows(&format!("/messages/{thread}"))
        .shows(&format!("/people/{participant}/goals"));
}

#[tokio::test]
async fn one_can_see_who_has_seen_ones_record() {
    let world = World::new().await;
    let (ana, ben) = (world.participant("Ana").await, world.worker("Ben").await);
    let wim = world.worker("Wim").await;
    let (participant, worker) = (ana.member, ben.member);
    ana.browser
        .get("/seen")
        .await
        .is(200)
        .shows("Nobody else has opened your record");
    work!(world.cx(), |w| {
        let programme = w.cx.programme()?.id;
        people::begin_relationship(w, programme, participant, worker).await
    })
    .unwrap();
    let goals = format!("/people/{participant}/goals");
    ben.browser.get(&goals).await.is(200);
    world.later(cairn_domain::DAY);
    wim.browser.get(&goals).await.is(404);
    ana.browser
        .post("/goals", &[("title", "Rest")])
        .await
        .is(303);
    ana.browser
        .get("/seen")
        .await
        .shows("Today")
        .shows("Yesterday")
        .shows("<bdi>Ben</bdi> <span class=\"soft\">peer support worker</span> read your goals")
        .shows("tried to reach your goals and was turned away")
        .hides("You wrote in your goals");
    ana.browser
        .get("/seen?own=1")
        .await
        .shows("You wrote in your goals");
    ben.browser.get("/seen").await.is(200).hides("Ana");
    let mut arabic = ana.browser.clone();
    arabic.language = "ar";
    arabic.get("/seen").await.is(200).shows("قرأ أهدافك");
}

#[tokio::test]
async fn a_long_record_comes_in_pages_without_a_gap() {
    let world = World::new().await;
    let (ana, ben) = (world.participant("Ana").await, world.worker("Ben").await);
    let (participant, worker) = (ana.member, ben.member);
    work!(world.cx(), |w| {
        let programme = w.cx.programme()?.id;
        people::begin_relationship(w, programme, participant, worker).await
    })
    .unwrap();
    for number in 0..120 {
        ben.browser
            .get(&format!("/people/{participant}/goals"))
            .await
            .is(200);
        if number % 3 == 0 {
            world.later(cairn_domain::HOUR);
        }
    }
    let (mut seen, mut path) = (0, Some("/seen".to_owned()));
    while let Some(at) = path {
        let page = ana.browser.get(&at).await.is(200).text;
        seen += page.matches("read your goals").count();
        path = page.split("href=\"/seen?before=").nth(1).map(|rest| {
            let end = rest.find('"').unwrap();
            format!("/seen?before={}", &rest[..end])
        });
    }
    assert_eq!(seen, 120);
    for odd in ["/seen?before=x", "/seen?before=1.2", "/seen?own=7&before="] {
        ana.browser.get(odd).await.is(200);
    }
}

#[tokio::test]
async fn every_act_that_can_be_about_a_person_has_words() {
    let world = World::new().await;
    let words = &world.app.words;
    let english = cairn_words::Language::En;
    // Acts about the programme as a whole never name a person, and a private list leaves no line.
    let programme_only = [
        Act::ReadCounts,
        Act::ReadFairness,
        Act::AskWhatIf,
        Act::ChangeSettings,
        Act::ReadOwnTrail,
        Act::WriteNever,
    ];
    let mut looked = 0;
    for act in Act::ALL.iter().filter(|act| !programme_only.contains(act)) {
        looked += 1;
        assert!(
            words.has(english, &format!("operations-did-{}", act.word())),
            "{act:?}"
        );
    }
    println!("{looked} acts have words");
}

#[tokio::test]
async fn a_program_can_ask_who_it_is() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let (status, me) = ana.api(Method::GET, "/api/v1/me", None).await;
    assert_eq!(status, 200);
    assert_eq!(me["roles"], serde_json::json!(["participant"]));
    assert_eq!(me["programme"]["slug"], "harbour");
    let nobody = world.browser().get("/api/v1/me").await.is(401);
    assert_eq!(nobody.headers["content-type"], "application/problem+json");
}

#[tokio::test]
async fn the_api_is_described_whole_and_nothing_else_is() {
    let world = World::new().await;
    let text = world.browser().get("/api/openapi.json").await.is(200).text;
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut described = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if ["get", "post", "put", "delete", "patch"].contains(&method.as_str()) {
                described.push(format!("{} {path}", method.to_uppercase()));
                assert!(
                    operation["responses"]["default"].is_object(),
                    "{method} {path}"
                );
                let open = path == "/api/openapi.json";
                assert!(open || operation["security"].is_array(), "{method} {path}");
            }
        }
    }
    let mut there: Vec<String> = cairn::routes::table()
        .iter()
        .filter(|route| route.door == cairn::cx::Door::Api)
        .map(|route| format!("{} {}", route.method, route.path))
        .collect();
    described.sort();
    there.sort();
    println!("{} routes of the API are described", described.len());
    assert!(!there.is_empty());
    assert_eq!(described, there);
    for reference in text.split("\"$ref\":\"#/").skip(1) {
        let pointer = format!("/{}", reference.split('"').next().unwrap());
        assert!(document.pointer(&pointer).is_some(), "{pointer}");
    }
}

#[tokio::test]
async fn each_reading_on_the_way_is_found_by_the_person_it_was_about() {
    let all = crate::everyone::Everyone::new().await;
    let seen = async |person: &Person| person.browser.get("/seen").await.is(200).text;
    let waiting = all.sample("/waiting/{id}").path;
    all.cora.browser.get("/waiting").await.is(200);
    all.cora.browser.get(&waiting).await.is(200);
    let omar = seen(&all.omar).await;
    for line in [
        "saw you on the waiting list",
        "read what you answered when you asked for support",
    ] {
        let whole = format!(
            "<bdi>{}</bdi> <span class=\"soft\">coordinator</span> {line}",
            "Cora Quillfeather"
        );
        assert!(omar.contains(&whole), "no “{line}” in:\n{omar}");
    }
    assert!(
        seen(&all.mei)
            .await
            .contains("sent an offer with you in it")
    );
    let request = all.sample("/requests/{id}").path;
    all.ben.browser.get(&request).await.is(200);
    let conversation = all.sample("/messages/{id}").path;
    all.ben.browser.get(&conversation).await.is(200);
    assert!(
        seen(&all.sam)
            .await
            .contains("read the request you sent them")
    );
    assert!(seen(&all.ana).await.contains("opened your conversation"));
    let ben = seen(&all.ben).await;
    println!("{} lines about the worker", ben.matches("<li").count());
}
