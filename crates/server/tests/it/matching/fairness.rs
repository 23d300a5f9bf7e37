//! Fairness in figures: told to the coordinator and the evaluator, naming nobody.

use cairn_domain::access::Role;
use cairn_domain::{DAY, HOUR};

use super::*;

/// People who said this of themselves.
async fn ask_as(world: &World, count: usize, of: &str, about: &[&str]) {
    for n in 0..count {
        let answers = Answers {
            about: about.iter().map(|code| (*code).to_owned()).collect(),
            ..wishes()
        };
        asks(world, &format!("Zz{of}{n}"), answers).await;
    }
}

/// Twelve women, eight men, three who are neither, two who did not say.
async fn programme() -> (World, Person, Person) {
    let world = World::new().await;
    ask_as(&world, 12, "w", &["gender:woman", "age:25-34"]).await;
    ask_as(&world, 8, "m", &["gender:man", "age:25-34"]).await;
    ask_as(&world, 3, "n", &["gender:nonbinary"]).await;
    ask_as(&world, 2, "x", &[]).await;
    let sam = world.coordinator("Sam").await;
    let eva = world.person("Eva", &[Role::Evaluator]).await;
    (world, sam, eva)
}

#[tokio::test]
async fn groups_are_told_of_in_fives_and_small_ones_are_not() {
    let (world, sam, eva) = programme().await;
    // Before the first week has ended there is nothing to tell.
    sam.browser
        .get("/fairness")
        .await
        .is(200)
        .shows("too few people yet");
    world.later(7 * DAY);
    for reader in [&sam, &eva] {
        let page = reader.browser.get("/fairness").await.is(200);
        let page = page.shows("25 to 29").shows("10 to 14").shows("5 to 9");
        // Half waited six days or less; of eight men it is not told.
        let page = page.shows("6 days").hides("Zz").shows("Non-binary");
        let women = page.text.split(">A woman<").nth(1).unwrap();
        assert!(women.contains("6 days"));
        let hidden = page
            .text
            .split("could be worked out from the others: ")
            .nth(1)
            .unwrap();
        let hidden = hidden.split("</p>").next().unwrap();
        assert!(hidden.contains("Non-binary and Did not say"), "{hidden}");
        assert!(!hidden.contains("man,"), "{hidden}");
    }
}

#[tokio::test]
async fn two_pages_never_differ_by_one_person() {
    let (world, sam, eva) = programme().await;
    world.later(7 * DAY);
    let told = async |who: &Person| {
        let page = who.browser.get("/fairness").await.is(200).text;
        let main = page.split("<main").nth(1).unwrap();
        main.split("How these figures are made")
            .next()
            .unwrap()
            .to_owned()
    };
    let first = told(&eva).await;
    // Three more in the same week, and one who changes what they said: nothing moves.
    ask_as(&world, 3, "l", &["gender:man"]).await;
    world.later(DAY);
    assert_eq!(told(&eva).await, first);
    // Nor in the next week, when they count: three are not enough.
    world.later(7 * DAY);
    assert_eq!(told(&eva).await, first);
    let of_sam = told(&sam).await;
    assert!(of_sam.contains("25 to 29"));
    // Two more, and a week has ended.
    ask_as(&world, 2, "k", &["gender:man"]).await;
    world.later(7 * DAY);
    let second = told(&eva).await;
    assert_ne!(second, first);
    assert!(second.contains("30 to 34"), "{second}");
    assert_eq!(told(&eva).await, second);
}

#[tokio::test]
async fn somebody_who_was_found_is_counted_as_found() {
    let (world, _, eva) = programme().await;
    let sam = world.coordinator("Kit").await;
    worker(&world, "Ruth", 40).await;
    offered_to_all(&sam).await;
    world.later(21 * DAY + HOUR);
    // Nobody has agreed yet, everybody was proposed somebody.
    let page = eva.browser.get("/fairness").await.is(200);
    let page = page
        .shows("not told")
        .shows("20 days")
        .hides("about 0 of 100");
    let people = page.text.split("People who asked").nth(1).unwrap();
    assert!(people.contains("25 to 29"));
}
