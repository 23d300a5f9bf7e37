//! The coordinator's lists: who waits, found through and turned over, and whom to look for.

use super::*;

#[tokio::test]
async fn the_list_is_found_through_and_turned_over() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let mut last = None;
    for n in 0..53 {
        let answers = match n {
            0..3 => Answers {
                languages: vec!["so".into()],
                ..wishes()
            },
            _ => wishes(),
        };
        last = Some(asks(&world, &format!("Person{n:02}"), answers).await);
        world.later(cairn_domain::MINUTE);
    }
    let (last, request) = last.unwrap();
    let first = sam
        .browser
        .get("/waiting")
        .await
        .is(200)
        .shows("Page 1 of 2");
    first.shows("Person00").shows("Person49").hides("Person50");
    let lines = || vec![last.member.0.into(), "read-waiting-list".into()];
    assert_eq!(world.count(&LINES, lines()).await, 0, "not on this page");
    sam.browser
        .get("/waiting?page=2")
        .await
        .shows("Person52")
        .hides("Person49");
    assert_eq!(world.count(&LINES, lines()).await, 1);
    sam.browser
        .get("/waiting?language=so")
        .await
        .shows("3 people fit this.")
        .shows("Person02")
        .hides("Person03");
    sam.browser
        .get("/waiting?name=ERSON31")
        .await
        .shows("Person31")
        .hides("Person30");
    let fields = [("priority", "2"), ("why", "Leaves hospital on Friday.")];
    sam.browser
        .submit(&format!("/waiting/{request}/priority"), &fields)
        .await
        .is(200);
    sam.browser
        .get("/waiting?priority=2")
        .await
        .shows("One person fits this.")
        .shows("Leaves hospital on Friday.")
        .shows("Person52");
    sam.browser
        .get("/waiting?kind=carer_peer")
        .await
        .shows("Nobody on the list fits this.");
    sam.browser
        .get("/waiting?state=resting")
        .await
        .shows("Nobody on the list fits this.");
    // The most pressing come first now.
    sam.browser
        .get("/waiting")
        .await
        .shows("Person52")
        .hides("Person49");
}

#[tokio::test]
async fn whom_to_look_for_can_be_taken_along_without_names() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    worker(&world, "Ruth", 3).await;
    for name in ["Quill", "Quentin"] {
        let answers = Answers {
            kind: Some(Kind::CarerPeer),
            languages: vec!["es".into()],
            times: vec![[5 * 1440 + 600, 5 * 1440 + 900]],
            modes: vec![Mode::Chat],
            ..Answers::default()
        };
        asks(&world, name, answers).await;
    }
    run(&world).await;
    let line = "2 people need: peer for family and friends; speaks Spanish; can meet by writing; \
                is free at weekends from 9 to 21";
    let page = sam
        .browser
        .get("/unserved")
        .await
        .is(200)
        .shows(line)
        .shows("Quentin");
    let text = page.text.split("<textarea").nth(1).unwrap();
    let text = text.split("</textarea>").next().unwrap();
    assert!(text.contains(line) && !text.contains("Qu"), "{text}");
    let table = sam.browser.get("/unserved/list.csv").await.is(200);
    let table = table
        .shows("People,Missing now")
        .shows("Spanish")
        .hides("Qu");
    assert_eq!(table.text.lines().count(), 2, "{}", table.text);
    let kind = table.headers.get("content-type").unwrap();
    assert_eq!(kind, "text/csv; charset=utf-8");
    // And it can be thought of at once.
    let link = page.text.split("href=\"/what-if?").nth(1).unwrap();
    let link = link
        .split('"')
        .next()
        .unwrap()
        .replace("&#38;", "&")
        .replace("&amp;", "&");
    sam.browser
        .get(&format!("/what-if?{link}"))
        .await
        .is(200)
        .shows("2 people who have nobody now would be served.");
}
