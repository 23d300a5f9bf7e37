//! Who is never to meet whom, and whom the matching looks for in their place.

use cairn_domain::people::CaringFor;

use super::*;

cairn_db::statements! {
    /// Changes what a programme decides for itself.
    pub SETTINGS = "UPDATE people_programme SET settings = $2 WHERE id = $1";
    /// How many offers there are for somebody.
    pub OFFERED = "SELECT COUNT(*) FROM matching_offer WHERE participant = $1";
}

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

/// The id of an entry of the list that stands on a page, by the name above it.
fn entry(page: &str, name: &str) -> String {
    let from = page.split(&format!("<bdi>{name}</bdi>")).nth(1);
    let from = from.unwrap_or_else(|| panic!("no {name} in {page}"));
    let value = from.split("name=\"entry\" value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn who_is_chosen_or_named_is_not_offered_until_taken_back() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 3).await;
    let published = WorkerProfile {
        name: "Bobby".into(),
        ..profile()
    };
    worker_with(&world, "Robert Miles", 3, published).await;
    worker(&world, "Omar", 3).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    let page = ana.browser.get("/never").await.is(200);
    page.shows("Nobody yet")
        .shows("<bdi>Bobby</bdi>")
        .hides("Robert");
    let ruths = ruth.member.to_string();
    let choose = [("go", "choose"), ("never", ruths.as_str())];
    // Twice is once.
    for _ in 0..2 {
        ana.browser
            .post("/never", &choose)
            .await
            .leads("/never?said=never-kept");
    }
    for name in ["robert  MÍLES", "Róbert Miles", "Nobody Of This Name"] {
        ana.browser
            .post("/never", &[("go", "name"), ("name", name)])
            .await
            .leads("/never?said=never-kept");
    }
    let page = ana.browser.get("/never").await.is(200);
    assert_eq!(
        page.text.matches("name=\"entry\"").count(),
        3,
        "{}",
        page.text
    );
    sam.browser.submit("/matching/run", &[]).await.is(200);
    sam.browser
        .get("/proposals")
        .await
        .hides("Ruth")
        .hides("Robert");
    for name in ["Ruth", "robert MÍLES"] {
        let entry = entry(&page.text, name);
        let back = [("go", "back"), ("entry", entry.as_str())];
        for _ in 0..2 {
            ana.browser
                .post("/never", &back)
                .await
                .leads("/never?said=never-taken-back");
        }
    }
    offered_to_all(&sam).await;
    let mut names = offered(&ana).await;
    names.sort();
    assert_eq!(names, ["Bobby", "Omar", "Ruth"]);
}

#[tokio::test]
async fn a_workers_typed_name_keeps_them_from_being_offered() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 3).await;
    worker(&world, "Omar", 3).await;
    let page = ruth.browser.get("/never").await.is(200);
    // A worker never sees a list of people to choose from.
    page.hides("name=\"never\"").hides("Choose from");
    ruth.browser
        .post("/never", &[("go", "name"), ("name", "JOSÉ nunez")])
        .await
        .leads("/never?said=never-kept");
    let (jose, _) = asks(&world, "Jose\u{301} Nu\u{301}n\u{303}ez", wishes()).await;
    let (ana, _) = asks(&world, "Ana", wishes()).await;
    offered_to_all(&sam).await;
    assert_eq!(offered(&jose).await, ["Omar"]);
    assert_eq!(offered(&ana).await.len(), 2);
}

#[tokio::test]
async fn the_page_tells_nothing_about_who_is_there() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 3).await;
    let ana = world.participant("Ana").await;
    let bo = world.participant("Bo").await;
    // Ids of people who cannot be chosen, and of nobody, are refused alike.
    let nobody = "01920000-0000-7000-8000-000000000000";
    let mut refused = Vec::new();
    for id in [
        nobody,
        &bo.member.to_string(),
        &sam.member.to_string(),
        &ana.member.to_string(),
    ] {
        let fields = [("go", "choose"), ("never", id)];
        let reply = ana.browser.post("/never", &fields).await.is(422);
        refused.push(reply.text);
    }
    assert!(refused.iter().all(|text| *text == refused[0]));
    let page = ana.browser.post("/never", &[("name", " … ")]).await;
    page.is(422).shows(" … ");
    // Names that somebody has and that nobody has are kept alike, for both sides.
    for (who, real, other) in [(&ana, "Ruth", "Rath"), (&ruth, "Ana", "Eva")] {
        let mut pages = Vec::new();
        for name in [real, other] {
            let fields = [("go", "name"), ("name", name)];
            who.browser.post("/never", &fields).await.is(303);
            let page = who.browser.get("/never").await.is(200).text;
            let entry = entry(&page, name);
            let fields = [("go", "back"), ("entry", entry.as_str())];
            who.browser.post("/never", &fields).await.is(303);
            pages.push(page.replace(&entry, "ENTRY").replace(name, "NAME"));
        }
        // Who can be chosen stands on the page as before.
        assert_eq!(
            pages[0].replace("NAME", "Ruth"),
            pages[1].replace("NAME", "Rath").replace("Rath", "Ruth")
        );
    }
    sam.browser.get("/never").await.is(404);
    sam.browser.post("/never", &[("name", "Ana")]).await.is(404);
}

#[tokio::test]
async fn what_was_said_before_counts_and_moves_to_the_list() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 3).await;
    let omar = world.worker("Omar").await;
    let before = Answers {
        never: vec![ruth.member],
        ..wishes()
    };
    let (ana, request) = asks(&world, "Ana", before).await;
    let (bo, _) = asks(&world, "Bo", wishes()).await;
    let omars = WorkerProfile {
        not: vec![ana.member],
        ..profile()
    };
    let member = omar.member;
    work!(world.cx(), |w| {
        matching::save_worker(w, member, omars, (3, 60), true).await
    })
    .unwrap();
    sam.browser.submit("/matching/run", &[]).await.is(200);
    let row = vec![ana.member.0.into()];
    assert_eq!(world.count(&OFFERED, row).await, 0);
    for (who, name) in [(&ana, "Ruth"), (&omar, "Ana")] {
        let page = who.browser.get("/never").await.is(200).shows(name);
        let old = entry(&page.text, name);
        // Any change takes along what was said before.
        who.browser
            .post("/never", &[("go", "name"), ("name", "Zed")])
            .await
            .is(303);
        who.browser.get("/never").await.shows(name).shows("Zed");
        let fields = [("go", "back"), ("entry", old.as_str())];
        who.browser.post("/never", &fields).await.is(303);
        who.browser.get("/never").await.shows("Zed");
    }
    let kept = work!(world.cx(), |w| people::request(w, request).await).unwrap();
    assert!(kept.answers.never.is_empty());
    offered_to_all(&sam).await;
    assert_eq!(offered(&ana).await.len(), 2);
    drop(bo);
}

#[tokio::test]
async fn a_list_outlives_the_request_it_was_made_in() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 3).await;
    worker(&world, "Omar", 3).await;
    let before = Answers {
        never: vec![ruth.member],
        ..wishes()
    };
    let (ana, request) = asks(&world, "Ana", before).await;
    let member = ana.member;
    work!(world.cx(), |w| {
        let mut old = people::request(w, request).await?;
        people::move_request(w, &mut old, Step::Withdraw).await?;
        let id = people::begin_request(w, member, &wishes()).await?;
        let mut new = people::request(w, id).await?;
        people::move_request(w, &mut new, Step::Send).await
    })
    .unwrap();
    ana.browser.get("/never").await.shows("<bdi>Ruth</bdi>");
    offered_to_all(&sam).await;
    assert_eq!(offered(&ana).await, ["Omar"]);
}

#[tokio::test]
async fn knowing_somebody_looks_like_any_other_no() {
    let mut seen = Vec::new();
    for known in [true, false] {
        let world = World::new().await;
        let sam = world.coordinator("Sam").await;
        let ruth = worker(&world, "Ruth", 3).await;
        world.later(cairn_domain::MINUTE);
        worker(&world, "Omar", 3).await;
        let (ana, request) = asks(&world, "Ana", wishes()).await;
        offered_to_all(&sam).await;
        let offer = offer_of(&ana, "Ruth").await;
        let path = format!("/offers/{offer}");
        ana.browser.get(&path).await.shows("I know this person");
        let fields: &[_] = if known { &[("known", "yes")] } else { &[] };
        // Twice is once.
        for _ in 0..2 {
            ana.browser
                .post(&format!("{path}/pass"), fields)
                .await
                .is(303);
        }
        assert_eq!(offered(&ana).await, ["Omar"]);
        let list = ana.browser.get("/never").await.is(200);
        assert_eq!(list.text.contains("name=\"entry\""), known);
        let mut pages = Vec::new();
        for path in ["/waiting".to_owned(), format!("/waiting/{request}")] {
            pages.push(sam.browser.get(&path).await.is(200).text);
        }
        for path in ["/requests", "/home", "/seen"] {
            pages.push(ruth.browser.get(path).await.is(200).text);
        }
        let ids = [request.to_string(), offer.to_string()];
        for page in &mut pages {
            for id in &ids {
                *page = page.replace(id, "ID");
            }
        }
        seen.push(pages);
    }
    for (known, other) in seen[0].iter().zip(&seen[1]) {
        assert_eq!(known, other);
    }
}

/// The programme decides this of itself.
async fn of_kind(world: &World, kind: cairn_domain::operations::ProgrammeKind) {
    let mut settings = world.programme.settings.clone();
    settings.kind = kind;
    let text = serde_json::to_string(&settings).unwrap();
    let id = world.programme.id;
    work!(world.cx(), |w| {
        let values = cairn_db::params![id.0, text];
        Ok(w.tx.execute(&SETTINGS, &values).await?)
    })
    .unwrap();
}

#[tokio::test]
async fn the_kind_of_programme_decides_what_is_asked_first() {
    use cairn_domain::operations::ProgrammeKind;
    let carers = "Whom do you care for?";
    let work = "Who do you work for?";
    for kind in ProgrammeKind::ALL {
        let world = World::new().await;
        of_kind(&world, *kind).await;
        let ana = world.participant("Ana").await;
        let member = ana.member;
        work!(world.cx(), |w| {
            people::begin_request(w, member, &Answers::default()).await
        })
        .unwrap();
        let page = ana.browser.get("/ask/2").await.is(200).text;
        let at = |words: &str| page.find(words);
        let kinds = at("What kind of support?");
        let preset = page.contains("value=\"carer_peer\" checked");
        match kind {
            ProgrammeKind::General => assert!(at(carers) > kinds && at(work) > kinds && !preset),
            ProgrammeKind::Workplace => assert!(at(work) < kinds && at(carers).is_none()),
            ProgrammeKind::Carers => {
                assert!(at(carers) < kinds && at(work).is_none() && preset);
            }
        }
    }
}

#[tokio::test]
async fn a_workers_employer_is_theirs() {
    let world = World::new().await;
    let ruth = worker(&world, "Ruth", 3).await;
    let mut fields = vec![
        ("role", "peer_worker"),
        ("language", "en"),
        ("mode", "chat"),
        ("time", "tue-evening"),
        ("capacity", "3"),
        ("headroom", "50"),
        ("publish", "yes"),
        ("not_own_employer", "yes"),
    ];
    ruth.browser.post("/profile", &fields).await.is(422);
    fields.push(("employer", " Northside  Mining "));
    let page = ruth.browser.submit("/profile", &fields).await.is(200);
    page.shows("value=\"Northside Mining\"");
    // What is published shows nothing of it.
    let page = ruth.browser.get("/profile").await.text;
    let card = page.split("class=\"card offer\"").nth(1).unwrap();
    assert!(!card.contains("Northside"));
}
