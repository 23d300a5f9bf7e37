//! The worker's own page, and bad input everywhere.

use super::*;

const WHOLE: [(&str, &str); 16] = [
    ("name", "Ruthie"),
    ("about", "I like the sea.\nAnd dogs."),
    ("role", "peer_worker"),
    ("language", "en"),
    ("other", "cs"),
    ("mode", "chat"),
    ("experience", "hearing_voices"),
    ("show-hearing_voices", "same"),
    ("experience", "anxiety"),
    ("show-anxiety", "all"),
    ("time", "tue-evening"),
    ("zone", "Europe/Madrid"),
    ("capacity", "4"),
    ("headroom", "75"),
    ("training", "trauma"),
    ("publish", "yes"),
];

fn with(name: &str, value: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = WHOLE
        .iter()
        .filter(|(field, _)| *field != name)
        .map(|(field, value)| ((*field).to_owned(), (*value).to_owned()))
        .collect();
    fields.push((name.to_owned(), value.to_owned()));
    fields
}

async fn kept(world: &World, person: &Person) -> Option<matching::Worker> {
    let member = person.member;
    work!(world.cx(), |w| matching::worker(w, member).await).unwrap()
}

#[tokio::test]
async fn a_worker_writes_a_profile_and_sees_what_others_see() {
    let world = World::new().await;
    let ruth = world.worker("Ruth").await;
    ruth.browser
        .get("/profile")
        .await
        .is(200)
        .shows("You are not offered to anybody yet");
    let page = ruth.browser.submit("/profile", &WHOLE).await.is(200);
    page.shows("Your profile is saved.")
        .shows("You can be offered to people")
        .shows("Ruthie")
        .shows("Czech");
    let worker = kept(&world, &ruth).await.unwrap();
    assert_eq!(worker.capacity, 4);
    assert_eq!(worker.headroom, 75);
    assert_eq!(worker.profile.languages, ["en", "cs"]);
    assert_eq!(worker.profile.times, [[1440 + 1020, 1440 + 1260]]);
    assert_eq!(worker.profile.shown_experiences, ["anxiety"]);
    assert!(worker.published_at.is_some());
    // Taken back: kept, and offered to nobody.
    let fields: Vec<(&str, &str)> = WHOLE.iter().filter(|f| f.0 != "publish").copied().collect();
    ruth.browser.submit("/profile", &fields).await.is(200);
    let worker = kept(&world, &ruth).await.unwrap();
    assert_eq!(worker.published_at, None);
    assert_eq!(worker.profile.about, "I like the sea.\nAnd dogs.");
}

#[tokio::test]
async fn what_cannot_be_kept_is_said_and_nothing_is_lost() {
    let world = World::new().await;
    let ruth = world.worker("Ruth").await;
    let long = "x".repeat(5_000);
    for (field, value) in [
        ("name", "a\u{0}b"),
        ("name", "a\u{202E}b"),
        ("about", long.as_str()),
        ("role", "boss"),
        ("language", "english language"),
        ("mode", "pigeon"),
        ("experience", "flying"),
        ("trait", "gender:dragon"),
        ("training", "karate"),
        ("sector", "moon"),
        ("time", "someday"),
        ("span", "700-600"),
        ("zone", "Moon/Base"),
        ("place", "Nowhere"),
        ("travel_km", "-3"),
        ("capacity", "many"),
        ("capacity", "1000000"),
        ("headroom", "101"),
    ] {
        let fields = with(field, value);
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(f, v)| (f.as_str(), v.as_str()))
            .collect();
        let page = ruth.browser.post("/profile", &fields).await.is(422);
        let page = page.shows("Nothing you wrote is lost.");
        if field != "about" {
            page.shows("I like the sea.");
        }
        assert!(kept(&world, &ruth).await.is_none(), "{field} {value}");
    }
    let nothing = [("publish", "yes"), ("capacity", "1")];
    ruth.browser
        .post("/profile", &nothing)
        .await
        .is(422)
        .shows("Please choose at least one.");
    ruth.browser
        .post("/profile", &[])
        .await
        .leads("/profile?said=profile-saved");
}

#[tokio::test]
async fn bad_input_in_answers_is_said_and_changes_nothing() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    let (ana, request) = asks(&world, "Ana", wishes()).await;
    let priority = format!("/waiting/{request}/priority");
    for field in [("priority", "9"), ("priority", "x"), ("need", "karate")] {
        sam.browser
            .post(&priority, &[field, ("needs", "asked")])
            .await
            .is(422);
    }
    sam.browser
        .post(&format!("/waiting/{request}/release"), &[])
        .await
        .leads(&format!("/waiting/{request}?said=changed-meanwhile"));
    sam.browser
        .post("/proposals/release", &[])
        .await
        .leads("/proposals?said=none-ticked");
    offered_to_all(&sam).await;
    sam.browser
        .post(&format!("/waiting/{request}/run"), &[])
        .await
        .leads(&format!("/waiting/{request}?said=changed-meanwhile"));
    let long = "y".repeat(5_000);
    ana.browser
        .post("/offers/others", &[("why", long.as_str())])
        .await
        .is(422)
        .shows("within 4,000 characters")
        .shows("Choose Ruth");
    let offer = picks(&ana, "Ruth").await;
    let (agree, decline) = (
        format!("/requests/{offer}/agree"),
        format!("/requests/{offer}/decline"),
    );
    ruth.browser
        .post(&agree, &[("words", long.as_str())])
        .await
        .is(422)
        .shows(&long);
    ruth.browser
        .post(&decline, &[("own", "a\u{0}b"), ("said", "")])
        .await
        .is(422);
    ruth.browser
        .post(&decline, &[("said", "rude")])
        .await
        .is(422);
    assert_eq!(offers(&ana).await["state"], "picked");
    // Asking for time or others is not in order now, and says so.
    ana.browser
        .post("/offers/time", &[])
        .await
        .leads("/offers?tried=moved");
    ana.browser
        .post("/offers/others", &[])
        .await
        .leads("/offers?tried=moved");
}
