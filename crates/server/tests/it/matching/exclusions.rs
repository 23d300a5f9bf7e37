//! Who is never to meet whom, and whom the matching looks for in their place.

use cairn_domain::people::CaringFor;

use super::*;

/// The workers offered to somebody, by name.
async fn offered(person: &Person) -> Vec<String> {
    let body = offers(person).await;
    let all = body["offers"].as_array().unwrap();
    all.iter()
        .map(|one| one["worker"]["name"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn nobody_of_the_own_employer_is_offered_to_who_does_not_want_it() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let employed = |employer: &str, apart| WorkerProfile {
        employer: employer.into(),
        not_own_employer: apart,
        ..profile()
    };
    worker_with(&world, "Ruth", 3, employed("Northside Mining Ltd.", false)).await;
    worker_with(&world, "Omar", 3, employed("", false)).await;
    worker_with(&world, "Mei", 3, employed("Harbour Council", true)).await;
    let at = |employer: &str, apart| Answers {
        employer: employer.into(),
        not_own_employer: apart,
        ..wishes()
    };
    let (ana, _) = asks(&world, "Ana", at("NORTHSIDE  mining", true)).await;
    let (bo, _) = asks(&world, "Bo", at("Northside Mining", false)).await;
    let (cy, _) = asks(&world, "Cy", at("Harbour Council", false)).await;
    offered_to_all(&sam).await;
    let mut names = Vec::new();
    for person in [&ana, &bo, &cy] {
        let mut offered = offered(person).await;
        offered.sort();
        names.push(offered.join(" "));
    }
    assert_eq!(names, ["Mei Omar", "Mei Omar Ruth", "Omar Ruth"]);
}

#[tokio::test]
async fn a_carer_is_offered_somebody_who_has_cared_for_the_same() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    for (name, code) in [("Ruth", "caring_for_parent"), ("Omar", "caring_for_child")] {
        let carer = WorkerProfile {
            roles: vec![Kind::CarerPeer],
            experiences: vec![code.into()],
            ..profile()
        };
        worker_with(&world, name, 3, carer).await;
    }
    let answers = Answers {
        kind: Some(Kind::CarerPeer),
        caring_for: Some(CaringFor::Child),
        experiences: Vec::new(),
        ..wishes()
    };
    let (ana, _) = asks(&world, "Ana", answers).await;
    offered_to_all(&sam).await;
    assert_eq!(offered(&ana).await, ["Omar", "Ruth"]);
    let page = ana.browser.get("/offers").await.is(200);
    page.shows("caring for a child who struggles");
}
