//! Goals and steps: written by the participant, read by the worker who supports them, closed to
//! everybody else.

use axum::http::Method;
use cairn::people;
use cairn::work;
use serde_json::json;

use crate::world::{Person, World};

async fn pair(world: &World) -> (Person, Person) {
    let (ana, ben) = (world.participant("Ana").await, world.worker("Ben").await);
    let (participant, worker) = (ana.member, ben.member);
    work!(world.cx(), |w| {
        let programme = w.cx.programme()?.id;
        people::begin_relationship(w, programme, participant, worker).await
    })
    .unwrap();
    (ana, ben)
}

/// The goals as the API tells them.
async fn goals(person: &Person) -> serde_json::Value {
    let (status, body) = person.api(Method::GET, "/api/v1/goals", None).await;
    assert_eq!(status, 200, "{body}");
    body["goals"].clone()
}

#[tokio::test]
async fn a_goal_with_two_steps_is_written_one_is_ticked_and_the_worker_sees_it() {
    let world = World::new().await;
    let (ana, ben) = pair(&world).await;
    ana.browser
        .get("/goals")
        .await
        .is(200)
        .shows("You have not written a goal yet.");
    let fields = [
        ("title", "Walk to the sea on my own"),
        ("step", "Find the timetable"),
        ("step", "Go with Ben once"),
    ];
    ana.browser
        .submit("/goals", &fields)
        .await
        .is(200)
        .shows("Your goal is saved.")
        .shows("0 of 2 steps done");
    let step = goals(&ana).await[0]["steps"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let done = format!("/steps/{step}/done");
    ana.browser.submit(&done, &[("done", "true")]).await.is(200);
    ana.browser
        .submit(&done, &[("done", "true")])
        .await
        .shows("1 of 2 steps done");
    ben.browser
        .get(&format!("/people/{}/goals", ana.member))
        .await
        .is(200)
        .shows("Walk to the sea on my own")
        .shows("Find the timetable")
        .shows("1 of 2 steps done")
        .hides("<form class=\"step-add\"");
    ana.browser
        .submit(&done, &[("done", "false")])
        .await
        .shows("0 of 2 steps done");
}

#[tokio::test]
async fn a_goal_can_be_reached_let_go_and_taken_up_again() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    ana.browser.submit("/goals", &[("title", "Sleep")]).await;
    let id = goals(&ana).await[0]["id"].as_str().unwrap().to_owned();
    let state = format!("/goals/{id}/state");
    ana.browser
        .submit(&state, &[("state", "let_go")])
        .await
        .shows("That is not a failure");
    assert_eq!(goals(&ana).await[0]["state"], "let_go");
    ana.browser
        .submit(&state, &[("state", "open")])
        .await
        .is(200);
    ana.browser
        .submit(&state, &[("state", "reached")])
        .await
        .shows("Reached or let go");
    ana.browser.post(&state, &[("state", "won")]).await.is(422);
    assert_eq!(goals(&ana).await[0]["state"], "reached");
}

#[tokio::test]
async fn sending_a_form_twice_makes_one_goal_and_one_step() {
    let world = World::new().await;
    let (ana, eve) = (
        world.participant("Ana").await,
        world.participant("Eve").await,
    );
    let id = world.cx().new_id().to_string();
    let form = [("new_id", id.as_str()), ("title", "Cook once a week")];
    for _ in 0..2 {
        ana.browser.post("/goals", &form).await.is(303);
    }
    let mine = goals(&ana).await;
    assert_eq!(mine.as_array().unwrap().len(), 1);
    assert_eq!(mine[0]["id"], id.as_str());

    // Other words under the same id are not lost; somebody else's id gives nothing away.
    world.later(cairn_domain::MINUTE);
    let other = [("new_id", id.as_str()), ("title", "Call my sister")];
    ana.browser.post("/goals", &other).await.is(303);
    eve.browser.post("/goals", &form).await.is(303);
    assert_eq!(goals(&ana).await.as_array().unwrap().len(), 2);
    let hers = goals(&eve).await;
    assert_eq!(hers.as_array().unwrap().len(), 1);
    assert_ne!(hers[0]["id"], id.as_str());

    let step_id = world.cx().new_id().to_string();
    let step = [("new_id", step_id.as_str()), ("step", "Buy rice")];
    for _ in 0..2 {
        ana.browser
            .post(&format!("/goals/{id}/steps"), &step)
            .await
            .is(303);
    }
    assert_eq!(goals(&ana).await[0]["steps"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_cannot_be_kept_is_said_and_nothing_typed_is_lost() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let long = "x".repeat(501);
    for (title, says) in [
        ("", "Please write something here."),
        ("a\0b", "hidden characters"),
        (long.as_str(), "within 500 characters"),
    ] {
        let fields = [("title", title), ("step", "Keep this step")];
        ana.browser
            .post("/goals", &fields)
            .await
            .is(422)
            .shows(says)
            .shows("value=\"Keep this step\"");
    }
    ana.browser.submit("/goals", &[("title", "Rest")]).await;
    let id = goals(&ana).await[0]["id"].as_str().unwrap().to_owned();
    let steps = format!("/goals/{id}/steps");
    ana.browser
        .post(&steps, &[("step", " ")])
        .await
        .is(422)
        .shows(&format!("href=\"#step-{id}\""));
    for number in 0..30 {
        let text = format!("Step {number}");
        ana.browser.post(&steps, &[("step", &text)]).await.is(303);
    }
    ana.browser
        .post(&steps, &[("step", "one too many")])
        .await
        .is(422);
}

#[tokio::test]
async fn steps_sent_at_once_are_all_kept() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    ana.browser.submit("/goals", &[("title", "Rest")]).await;
    let id = goals(&ana).await[0]["id"].as_str().unwrap().to_owned();
    let path = format!("/goals/{id}/steps");
    let sends = (0..8).map(|number| {
        let (browser, path) = (ana.browser.clone(), path.clone());
        tokio::spawn(async move {
            let text = format!("Step {number}");
            browser.post(&path, &[("step", &text)]).await.is(303);
        })
    });
    for send in sends.collect::<Vec<_>>() {
        send.await.unwrap();
    }
    assert_eq!(goals(&ana).await[0]["steps"].as_array().unwrap().len(), 8);
}

#[tokio::test]
async fn nobody_else_reads_or_changes_a_goal() {
    let world = World::new().await;
    let (ana, _ben) = pair(&world).await;
    let lantern = world.another_programme().await;
    let elsewhere = [cairn_domain::access::Role::Worker];
    let others = [
        world.participant("Eve").await,
        world.worker("Wim").await,
        world.coordinator("Cora").await,
        world.person_of(&lantern, "Wanda", &elsewhere).await,
    ];
    ana.browser
        .submit("/goals", &[("title", "A private hope"), ("step", "One")])
        .await;
    let mine = goals(&ana).await;
    let goal = mine[0]["id"].as_str().unwrap();
    let step = mine[0]["steps"][0]["id"].as_str().unwrap();
    for other in &others {
        let page = format!("/people/{}/goals", ana.member);
        other.browser.get(&page).await.is(404).hides("private hope");
        for path in [
            format!("/goals/{goal}/steps"),
            format!("/goals/{goal}/state"),
            format!("/steps/{step}/done"),
        ] {
            let fields = [("step", "Mine"), ("state", "let_go")];
            other.browser.post(&path, &fields).await.is(404);
        }
        let query = format!("/api/v1/goals?participant={}", ana.member);
        let (status, _) = other.api(Method::GET, &query, None).await;
        assert_eq!(status, 404);
    }
    assert_eq!(goals(&ana).await, mine);
}

#[tokio::test]
async fn the_api_writes_and_reads_goals() {
    let world = World::new().await;
    let (ana, ben) = pair(&world).await;
    let body = json!({"title": "Swim", "steps": ["Buy a ticket"]});
    let (status, goal) = ana.api(Method::POST, "/api/v1/goals", Some(body)).await;
    assert_eq!(status, 201, "{goal}");
    let steps = format!("/api/v1/goals/{}/steps", goal["id"].as_str().unwrap());
    let (status, step) = ana
        .api(Method::POST, &steps, Some(json!({"text": "Pack a towel"})))
        .await;
    assert_eq!((status.as_u16(), &step["done"]), (201, &json!(false)));
    let done = format!("/api/v1/steps/{}/done", step["id"].as_str().unwrap());
    let (status, ticked) = ana.api(Method::POST, &done, None).await;
    assert_eq!((status.as_u16(), &ticked["done"]), (200, &json!(true)));
    let off = Some(json!({"done": false}));
    let (_, open) = ana.api(Method::POST, &done, off).await;
    assert_eq!(open["done_at"], json!(null));

    let (status, wrong) = ana
        .api(Method::POST, &steps, Some(json!({"text": ""})))
        .await;
    assert_eq!(
        (status.as_u16(), &wrong["errors"][0]["field"]),
        (422, &json!("text"))
    );
    let strange = Some(json!({"title": "a", "colour": "red"}));
    let (status, wrong) = ana.api(Method::POST, "/api/v1/goals", strange).await;
    assert_eq!(
        (status.as_u16(), &wrong["errors"][0]["field"]),
        (422, &json!("colour"))
    );

    let query = format!("/api/v1/goals?participant={}", ana.member);
    let (status, seen) = ben.api(Method::GET, &query, None).await;
    assert_eq!(
        (status.as_u16(), &seen["goals"][0]["title"]),
        (200, &json!("Swim"))
    );
    let (status, _) = ben.api(Method::GET, "/api/v1/goals", None).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn words_that_were_not_sent_come_back() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let account = ana.account;
    let draft = cairn::site::Form::default()
        .with("title", "Half a thought")
        .with("step", "Half a step");
    work!(world.cx(), |w| people::keep_draft(
        w, account, "goal", &draft
    )
    .await)
    .unwrap();
    ana.browser
        .get("/goals")
        .await
        .is(200)
        .shows(">Half a thought</textarea>")
        .shows("value=\"Half a step\"")
        .shows("not sent it");
    ana.browser
        .post("/goals", &[("title", "A whole one")])
        .await
        .is(303);
    ana.browser.get("/goals").await.hides("Half a thought");
}

#[tokio::test]
async fn goals_are_sealed_in_the_database() {
    let world = World::new().await;
    let ana = world.participant("Ana").await;
    let planted = "PLANTED-GOAL-71f3";
    ana.browser
        .submit("/goals", &[("title", planted), ("step", planted)])
        .await
        .shows(planted);
    let mut looked = 0;
    for entry in std::fs::read_dir(world.dir.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
        looked += bytes.len();
        assert!(
            !bytes
                .windows(planted.len())
                .any(|w| w == planted.as_bytes())
        );
    }
    println!("{looked} bytes looked through");
}
