//! "I need help now": with and without a session, with and without a programme.

use cairn::people;
use cairn::work;

use crate::world::World;

#[tokio::test]
async fn help_is_there_for_everybody_without_signing_in() {
    let world = World::new().await;
    world
        .browser()
        .get("/help")
        .await
        .is(200)
        .shows("Night Line (invented)")
        .shows("href=\"tel:5550100\"")
        .shows("Nobody of the programme watches this page")
        .hides("/messages");
}

#[tokio::test]
async fn the_number_for_danger_to_life_comes_last_and_apart() {
    let world = World::new().await;
    let reply = world.browser().get("/help").await.is(200);
    let at = |text: &str| reply.text.find(text).unwrap();
    assert!(at("555 0100") < at("If a life is in danger now"));
    assert!(at("If a life is in danger now") < at("555 0111"));
}

#[tokio::test]
async fn without_a_programme_the_page_says_so_and_what_to_do() {
    let world = World::new().await;
    world.another_programme().await;
    let nobody = world.browser();
    nobody
        .get("/help")
        .await
        .is(200)
        .shows("call your local emergency number")
        .hides("555 0100");
    nobody
        .get("/help?p=lantern")
        .await
        .is(200)
        .shows("555 0100");
    nobody.get("/help?p=nowhere").await.is(200);
}

#[tokio::test]
async fn who_is_supported_finds_their_supporter_and_an_honest_word() {
    let world = World::new().await;
    let (ana, ben) = (world.participant("Ana").await, world.worker("Ben").await);
    let (participant, worker) = (ana.member, ben.member);
    work!(world.cx(), |w| {
        let programme = w.cx.programme()?.id;
        people::begin_relationship(w, programme, participant, worker).await
    })
    .unwrap();
    ana.browser
        .get("/help")
        .await
        .is(200)
        .shows("You can write to")
        .shows("Ben")
        .shows("may not read it today")
        .shows("href=\"/messages\"");
    let mut browser = ana.browser.clone();
    browser.language = "ar";
    browser.get("/help").await.is(200).shows("dir=\"rtl\"");
}
