//! Pairs who know each other from elsewhere: said, told to supervision, and kept or ended.

use super::*;

/// Ana and Ruth, who are paired.
async fn paired(world: &World) -> (Person, Person, String) {
    let ruth = worker(world, "Ruth", 3).await;
    let ana = world.participant("Ana").await;
    let (of, to) = (ana.member, ruth.member);
    let pair = work!(world.cx(), |w| {
        let programme = w.cx.programme()?.id;
        people::begin_relationship(w, programme, of, to).await
    })
    .unwrap();
    (ana, ruth, pair.to_string())
}

/// These read the note on the list and its page, those find neither.
async fn supervision_reads(readers: &[&Person], others: &[&Person]) {
    for who in readers {
        let list = who.browser.get("/supervision/known").await.shows("Ana");
        let id = list.text.split("/supervision/known/").nth(1).unwrap();
        let id = id.split('"').next().unwrap();
        who.browser
            .get(&format!("/supervision/known/{id}"))
            .await
            .is(200)
            .shows("We sang in the same choir.")
            .shows("I was an alto.");
        for nobody in others {
            let path = format!("/supervision/known/{id}");
            nobody.browser.get(&path).await.is(404);
        }
    }
}

#[tokio::test]
async fn two_who_know_each_other_say_so_and_go_on() {
    let world = World::new().await;
    let (ana, ruth, pair) = paired(&world).await;
    let sam = world.coordinator("Sam").await;
    let sue = world
        .person("Sue", &[cairn_domain::access::Role::Supervisor])
        .await;
    let said = [
        ("pair", pair.as_str()),
        ("go", "say"),
        ("words", "We sang in the same choir."),
    ];
    let empty = [("pair", pair.as_str()), ("go", "say"), ("words", " ")];
    ruth.browser.post("/known", &empty).await.is(422);
    for _ in 0..2 {
        ruth.browser
            .post("/known", &said)
            .await
            .leads("/known?said=known-said");
    }
    // Nobody else knows yet, and who said it does not answer themselves.
    for who in [&sam, &sue] {
        who.browser
            .get("/supervision/known")
            .await
            .is(200)
            .hides("Ana");
    }
    let yes = [
        ("pair", pair.as_str()),
        ("go", "yes"),
        ("answer", "I was an alto."),
    ];
    ruth.browser
        .post("/known", &yes)
        .await
        .leads("/known?said=known-meanwhile");
    ana.browser
        .get("/home")
        .await
        .shows("Somebody asks you something");
    ana.browser
        .get("/known")
        .await
        .shows("We sang in the same choir.");
    for _ in 0..2 {
        ana.browser
            .post("/known", &yes)
            .await
            .leads("/known?said=known-kept");
    }
    for who in [&ana, &ruth] {
        who.browser
            .get("/known")
            .await
            .shows("We sang in the same choir.")
            .shows("I was an alto.");
    }
    supervision_reads(&[&sam, &sue], &[&ana, &ruth]).await;
    sue.browser.get("/home").await.shows("/supervision/known");
    ana.browser
        .get("/seen")
        .await
        .shows("read the note that you two know each other");
}

#[tokio::test]
async fn who_would_rather_not_go_on_is_told_how_to_change() {
    let world = World::new().await;
    let (ana, ruth, pair) = paired(&world).await;
    let sam = world.coordinator("Sam").await;
    let stranger = worker(&world, "Omar", 1).await;
    let said = [
        ("pair", pair.as_str()),
        ("go", "say"),
        ("words", "She is my aunt."),
    ];
    stranger.browser.post("/known", &said).await.is(404);
    ana.browser.post("/known", &said).await.is(303);
    let back = [("pair", pair.as_str()), ("go", "back")];
    ruth.browser
        .post("/known", &back)
        .await
        .leads("/known?said=known-meanwhile");
    ana.browser
        .post("/known", &back)
        .await
        .leads("/known?said=known-taken-back");
    ruth.browser.get("/known").await.hides("my aunt");
    ana.browser.post("/known", &said).await.is(303);
    let no = [("pair", pair.as_str()), ("go", "no")];
    for _ in 0..2 {
        ruth.browser
            .post("/known", &no)
            .await
            .leads("/known?said=known-apart");
    }
    ruth.browser.get("/known").await.shows("That is all right");
    ana.browser
        .get("/known")
        .await
        .shows("ask for somebody else at any time")
        .shows("How to change");
    let change = format!("/pairs/{pair}/change");
    for who in [&ana, &ruth] {
        who.browser.get(&change).await.is(200);
    }

    sam.browser.get("/supervision/known").await.hides("Ana");
    // It can be said again, and this time they go on.
    ruth.browser.post("/known", &said).await.is(303);
    ana.browser
        .post("/known", &[("pair", pair.as_str()), ("go", "yes")])
        .await
        .is(303);
    sam.browser.get("/supervision/known").await.shows("Ana");
}

#[tokio::test]
async fn knowing_somebody_one_is_paired_with_can_be_kept_for_later() {
    let world = World::new().await;
    let (ana, ruth, pair) = paired(&world).await;
    let never = [("pair", pair.as_str()), ("go", "never")];
    ana.browser
        .post("/known", &never)
        .await
        .leads("/known?said=never-kept");
    ruth.browser
        .post("/known", &never)
        .await
        .leads("/known?said=never-kept");
    ana.browser.get("/never").await.shows("<bdi>Ruth</bdi>");
    ruth.browser.get("/never").await.shows("<bdi>Ana</bdi>");
    // They go on as before.
    assert_eq!(supported(&world, ruth.member).await, 1);
}
