//! Whom words about and within a change of worker reach, and whom not.

use cairn_domain::DAY;

use super::changes::{Pair, REQUEST};
use super::meetings::row;
use super::*;

#[tokio::test]
async fn words_meant_for_some_do_not_go_to_others() {
    let world = World::new().await;
    let pair = Pair::begin(&world).await;
    let ana = &pair.met.ana;
    let page = ana.browser.get(&pair.talk()).await.text;
    let field = |name: &str| {
        let from = format!("name=\"{name}\" value=\"");
        let rest = page.split_once(&from).unwrap().1;
        rest.split_once('"').unwrap().0.to_owned()
    };
    let (with, number) = (field("with"), field("client_id"));
    pair.omar_said_yes(&world).await;
    let fields = [
        ("body", "Only for Ruth."),
        ("with", with.as_str()),
        ("client_id", number.as_str()),
    ];
    let again = ana.browser.post(&pair.talk(), &fields).await.is(422);
    let again = again.shows("Here with you now").shows("Only for Ruth.");
    assert_eq!(pair.reads(&pair.omar).await, Some(vec![]));
    // With the page as it stands now it goes out.
    let now = again.text.split_once("name=\"with\" value=\"").unwrap().1;
    let now = now.split_once('"').unwrap().0;
    let fields = [("body", "For both."), ("with", now)];
    ana.browser.post(&pair.talk(), &fields).await.is(303);
    assert_eq!(
        pair.reads(&pair.omar).await,
        Some(vec!["For both.".to_owned()])
    );
}

#[tokio::test]
async fn the_place_begins_with_the_change_and_strangers_reach_nothing() {
    let world = World::new().await;
    let pair = Pair::begin(&world).await;
    let (zoe, kit) = (world.participant("Zoe").await, world.worker("Kit").await);
    for stranger in [&zoe, &kit] {
        stranger.browser.get(&pair.ask()).await.is(404);
        stranger.browser.post(&pair.ask(), &[]).await.is(404);
    }
    world.later(20 * DAY);
    pair.met
        .sam
        .browser
        .post(&pair.ask(), &[])
        .await
        .leads("/pairs?said=change-asked");
    let (id, _, request) = pair.change(&world).await;
    let row = row(&world, &REQUEST, vec![request.0.into()]).await;
    assert_eq!(row.int(2).unwrap(), world.app.clock.now());
    for who in [&pair.met.ana, &pair.met.ruth] {
        who.browser.get("/home").await.shows("programme is looking");
    }
    let change = format!("/changes/{id}");
    for stranger in [&zoe, &kit, &pair.omar, &pair.met.sam] {
        stranger.browser.get(&change).await.is(404);
        for act in ["take-back", "end", "hand-over"] {
            let path = format!("{change}/{act}");
            stranger
                .browser
                .post(&path, &[("words", "x")])
                .await
                .is(404);
        }
    }
    // The person may say that they would rather keep Ruth.
    let back = format!("{change}/take-back");
    pair.met
        .ana
        .browser
        .post(&back, &[])
        .await
        .leads("/home?said=change-taken-back");
    pair.met.ruth.browser.get("/home").await.shows("taken back");
}
