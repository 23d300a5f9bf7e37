//! "None of these", and what it changes; and requests that cannot be read.

use cairn_db::params;
use cairn_domain::people::Wish;

use super::*;
use crate::conversations::change;

fn knows(codes: &[&str], traits: &[&str]) -> WorkerProfile {
    let words = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect();
    WorkerProfile {
        experiences: words(codes),
        shown_experiences: Vec::new(),
        traits: words(traits),
        ..profile()
    }
}

/// Answers of somebody to whom anxiety matters most, and then voices.
fn both() -> Answers {
    let experience = |code: &str, weight| Experience {
        code: code.into(),
        weight,
    };
    Answers {
        experiences: vec![experience("anxiety", 4), experience("hearing_voices", 3)],
        ..wishes()
    }
}

/// Who is offered, in order.
async fn names(person: &Person) -> Vec<String> {
    let body = offers(person).await;
    let all = body["offers"].as_array().unwrap().iter();
    all.map(|one| one["worker"]["name"].as_str().unwrap().to_owned())
        .collect()
}

/// Three who know anxiety are offered first; then this is said, and three others are offered.
async fn next_after(fields: &[(&str, &str)]) -> (World, Person, Person, RequestId, Vec<String>) {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    for name in ["Ruth", "Omar", "Kim"] {
        worker_with(&world, name, 1, knows(&["anxiety"], &[])).await;
    }
    let (ana, request) = asks(&world, "Ana", both()).await;
    offered_to_all(&sam).await;
    assert_eq!(names(&ana).await.len(), 3);
    worker_with(&world, "Lena", 1, knows(&["anxiety"], &[])).await;
    worker_with(&world, "Vito", 1, knows(&["hearing_voices"], &[])).await;
    worker_with(&world, "Wanda", 1, knows(&["anxiety"], &["gender:woman"])).await;
    ana.browser.submit("/offers/others", fields).await.is(200);
    offered_to_all(&sam).await;
    let next = names(&ana).await;
    assert_eq!(next.len(), 3);
    for gone in ["Ruth", "Omar", "Kim"] {
        assert!(!next.contains(&gone.to_owned()), "{next:?}");
    }
    (world, sam, ana, request, next)
}

#[tokio::test]
async fn what_is_said_changes_who_comes_next() {
    let (.., silent) = next_after(&[]).await;
    assert_eq!(silent[2], "Vito", "{silent:?}");
    let (.., voices) = next_after(&[("more", "hearing_voices")]).await;
    assert_eq!(voices[0], "Vito", "{voices:?}");
    let (.., woman) = next_after(&[("rather", "gender:woman")]).await;
    assert_eq!(woman[0], "Wanda", "{woman:?}");
}

#[tokio::test]
async fn the_person_is_told_what_was_changed_and_the_coordinator_what_was_said() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 1).await;
    let answers = Answers {
        wishes: vec![Wish {
            trait_code: "parent:yes".into(),
            weight: 2,
            must: false,
        }],
        ..both()
    };
    let (ana, request) = asks(&world, "Ana", answers).await;
    offered_to_all(&sam).await;
    ana.browser
        .get("/offers")
        .await
        .shows("What matters more now?")
        .shows("Hearing voices")
        .shows("I would rather have somebody")
        .shows("/ask/5?from=check");
    let fields = [
        ("more", "hearing_voices"),
        ("rather", "gender:woman"),
        ("why", "Somebody who has sat through it"),
    ];
    let told = ana.browser.submit("/offers/others", &fields).await.is(200);
    told.shows("this is how your answers stand now")
        .shows("Hearing voices: essential")
        .shows("Anxiety or panic: important")
        .shows("A woman: very important")
        .hides("A parent");
    ana.browser
        .get("/ask/check")
        .await
        .shows("Hearing voices: essential")
        .shows("Anxiety or panic: important")
        .shows("A woman: very important")
        .shows("A parent: helpful");
    sam.browser
        .get(&format!("/waiting/{request}"))
        .await
        .shows("Matters more now: hearing voices")
        .shows("Would rather have somebody who is: a woman")
        .shows("Somebody who has sat through it");
    // The same form sent twice changes nothing more.
    ana.browser
        .post("/offers/others", &fields)
        .await
        .leads("/offers?tried=moved");
    ana.browser
        .get("/ask/check")
        .await
        .shows("Anxiety or panic: important");
}

#[tokio::test]
async fn what_cannot_be_understood_keeps_the_form_and_changes_nothing() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 1).await;
    let (ana, request) = asks(&world, "Ana", both()).await;
    offered_to_all(&sam).await;
    for wrong in [("more", "prison"), ("rather", "age:12")] {
        let fields = [
            wrong,
            ("more", "hearing_voices"),
            ("why", "Please keep this"),
        ];
        ana.browser
            .post("/offers/others", &fields)
            .await
            .is(422)
            .shows("Please keep this")
            .shows("value=\"hearing_voices\" checked");
    }
    assert!(stands(&world, request, "offered").await);
    ana.browser
        .get("/ask/check")
        .await
        .shows("Hearing voices: important");
}

#[tokio::test]
async fn none_of_these_is_heard_late_as_well() {
    for swept in [false, true] {
        let world = World::new().await;
        let sam = world.coordinator("Sam").await;
        worker(&world, "Ruth", 1).await;
        let (ana, request) = asks(&world, "Ana", both()).await;
        offered_to_all(&sam).await;
        world.later(6 * cairn_domain::DAY);
        if swept {
            matching::sweep_offers_once(&world.app).await.unwrap();
        }
        ana.browser
            .submit("/offers/others", &[("more", "hearing_voices")])
            .await
            .is(200)
            .shows("Hearing voices: essential");
        assert!(stands(&world, request, "waiting").await);
        let standing = vec![request.0.into(), "passed".into()];
        assert_eq!(world.count(&STANDING, standing).await, 1);
        assert_eq!(run(&world).await.served, 0);
    }
}

cairn_db::statements! {
    SPOIL = "UPDATE people_request SET sealed_answers = $2 WHERE id = $1";
    SPOIL_PROPOSAL = "UPDATE matching_offer SET sealed_reasons = $2 WHERE request = $1";
    SPOIL_WORKER = "UPDATE matching_worker SET sealed_profile = $2 WHERE member = $1";
    SPOIL_LIST = "UPDATE matching_never SET sealed_list = $2 WHERE member = $1";
}

#[tokio::test]
async fn one_damaged_request_stops_neither_the_list_nor_a_run() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 2).await;
    let broken = worker(&world, "Omar", 2).await;
    let (ana, tampered) = asks(&world, "Ana", wishes()).await;
    let (bo, keyless) = asks(&world, "Bo", wishes()).await;
    let (cleo, _) = asks(&world, "Cleo", wishes()).await;
    let nonsense = params![tampered.0, vec![7u8; 60]].to_vec();
    change(&world, &SPOIL, nonsense).await;
    let key = params![bo.member.0].to_vec();
    change(&world, &people::store::DESTROY_KEY, key).await;
    let nonsense = params![broken.member.0, vec![7u8; 60]].to_vec();
    change(&world, &SPOIL_WORKER, nonsense).await;
    sam.browser
        .get("/waiting")
        .await
        .is(200)
        .shows("2 requests cannot be read")
        .shows(&tampered.to_string())
        .shows(&keyless.to_string())
        .shows("Cleo")
        .hides("<bdi>Ana</bdi>")
        .hides("<bdi>Bo</bdi>");
    sam.browser
        .submit("/matching/run", &[])
        .await
        .is(200)
        .shows("Cleo")
        .shows("Ruth");
    sam.browser
        .post("/proposals/release", &[("which", "all")])
        .await
        .leads("/proposals?said=released");
    picks(&cleo, "Ruth").await;
    drop(ana);
}

#[tokio::test]
async fn one_damaged_proposal_keeps_no_other_from_going_out() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 4).await;
    let (_ana, spoilt) = asks(&world, "Ana", wishes()).await;
    let (_bo, tampered) = asks(&world, "Bo", wishes()).await;
    let (cleo, _) = asks(&world, "Cleo", wishes()).await;
    run(&world).await;
    let nonsense = params![spoilt.0, vec![7u8; 60]].to_vec();
    change(&world, &SPOIL_PROPOSAL, nonsense).await;
    let nonsense = params![tampered.0, vec![7u8; 60]].to_vec();
    change(&world, &SPOIL, nonsense).await;
    sam.browser
        .get("/proposals")
        .await
        .is(200)
        .shows("2 requests cannot be read")
        .shows("Cleo");
    sam.browser
        .post("/proposals/release", &[("which", "all")])
        .await
        .is(303);
    picks(&cleo, "Ruth").await;
    assert!(stands(&world, tampered, "waiting").await);
    // A sweep opens nothing, and so is stopped by nothing.
    world.later(30 * cairn_domain::DAY);
    matching::sweep_offers_once(&world.app).await.unwrap();
}

#[tokio::test]
async fn whose_private_list_is_damaged_meets_nobody_and_the_others_go_on() {
    let world = World::new().await;
    worker(&world, "Ruth", 2).await;
    let omar = worker(&world, "Omar", 2).await;
    let (ana, first) = asks(&world, "Ana", wishes()).await;
    let (bo, _) = asks(&world, "Bo", wishes()).await;
    let (one, other) = (ana.member, omar.member);
    work!(world.cx(), |w| {
        matching::exclusions::exclude(w, one, other).await?;
        matching::exclusions::exclude(w, other, one).await
    })
    .unwrap();
    for member in [one, other] {
        let nonsense = params![member.0, vec![7u8; 60]].to_vec();
        change(&world, &SPOIL_LIST, nonsense).await;
    }
    let outcome = run(&world).await;
    assert_eq!((outcome.served, outcome.unserved), (1, 1));
    assert!(stands(&world, first, "waiting").await);
    let sam = world.coordinator("Sam").await;
    sam.browser
        .post("/proposals/release", &[("which", "all")])
        .await
        .leads("/proposals?said=released");
    assert_eq!(names(&bo).await, ["Ruth"]);
    assert!(names(&ana).await.is_empty());
}
