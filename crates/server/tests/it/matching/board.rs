//! The coordinator's board: choosing otherwise and what it changes, whom to look for, what if.

use cairn_db::statements;
use cairn_domain::access::Role;

use super::*;

statements! {
    /// Whether a worker is proposed to a request first.
    pub FIRST = "SELECT COUNT(*) FROM matching_offer
        WHERE request = $1 AND worker = $2 AND place = 1 AND state = 'proposed'";
    /// How many choices stand.
    pub CHOICES = "SELECT COUNT(*) FROM matching_choice WHERE programme = $1";
    /// Everything a computation could write, as one number.
    pub WRITTEN = "SELECT (SELECT COUNT(*) FROM matching_offer) + (SELECT COUNT(*) FROM matching_choice)
        + (SELECT COUNT(*) FROM matching_unserved)
        + (SELECT COALESCE(CAST(SUM(version) AS BIGINT), 0) FROM people_request)
        + (SELECT COALESCE(CAST(SUM(turns) AS BIGINT), 0) FROM matching_run)
        + (SELECT COUNT(*) FROM matching_worker)";
}

/// A worker who has heard no voices.
fn plain_profile() -> WorkerProfile {
    WorkerProfile {
        experiences: vec!["anxiety".into()],
        languages: vec!["en".into()],
        ..profile()
    }
}

/// Somebody who has not said what they have been through.
fn open_wishes() -> Answers {
    Answers {
        experiences: Vec::new(),
        ..wishes()
    }
}

async fn is_first(world: &World, request: RequestId, worker: &Person) -> bool {
    let values = vec![request.0.into(), worker.member.0.into()];
    world.count(&FIRST, values).await == 1
}

async fn choices(world: &World) -> i64 {
    world
        .count(&CHOICES, vec![world.programme.id.0.into()])
        .await
}

/// The word that stands for what a preview has shown.
fn shown(page: &str) -> String {
    let rest = page.split("name=\"shown\" value=\"").nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

/// Keeps a choice that was looked at; says where it leads.
async fn keeps(sam: &Person, request: RequestId, worker: &Person, token: &str) -> String {
    let worker = worker.member.to_string();
    let fields = [("worker", worker.as_str()), ("shown", token)];
    let path = format!("/waiting/{request}/choose");
    sam.browser.post(&path, &fields).await.location().unwrap()
}

async fn preview(sam: &Person, request: RequestId, worker: &Person) -> crate::world::Reply {
    let path = format!("/waiting/{request}/choose?worker={}", worker.member);
    sam.browser.get(&path).await
}

/// Ruth, who has heard voices, and Omar, with a place each; Ana, who has heard voices, and Bo.
struct Four {
    world: World,
    sam: Person,
    ruth: Person,
    omar: Person,
    ana: (Person, RequestId),
    bo: (Person, RequestId),
}

async fn four() -> Four {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    let omar = worker_with(&world, "Omar", 1, plain_profile()).await;
    let ana = asks(&world, "Ana", wishes()).await;
    let bo = asks(&world, "Bo", open_wishes()).await;
    run(&world).await;
    Four {
        world,
        sam,
        ruth,
        omar,
        ana,
        bo,
    }
}

#[tokio::test]
async fn a_choice_says_what_it_changes_and_writes_what_it_said() {
    let all = four().await;
    let (world, sam, bo) = (&all.world, &all.sam, all.bo.1);
    assert!(is_first(world, all.ana.1, &all.ruth).await && is_first(world, bo, &all.omar).await);
    sam.browser
        .get(&format!("/waiting/{bo}/choose"))
        .await
        .is(200)
        .shows("2 workers are possible")
        .shows("proposed first now");
    let page = preview(sam, bo, &all.ruth).await.is(200);
    let page = page
        .shows("Ruth would be proposed to Bo first")
        .shows("By itself it would be Omar")
        .shows("One other person would be proposed somebody else")
        .shows("Omar instead of Ruth")
        .hides("would wait longer")
        .shows("2, as now");
    assert_eq!(choices(world).await, 0, "looking keeps nothing");
    let token = shown(&page.text);
    let place = keeps(sam, bo, &all.ruth, &token).await;
    assert_eq!(place, format!("/waiting/{bo}?said=choice-kept"));
    assert!(is_first(world, bo, &all.ruth).await && is_first(world, all.ana.1, &all.omar).await);
    let lines = vec![all.bo.0.member.0.into(), "choose-worker".into()];
    assert_eq!(world.count(&LINES, lines).await, 1);
    sam.browser
        .get("/proposals")
        .await
        .shows("chosen by a coordinator");
    // The same form once more changes nothing and says so.
    let again = keeps(sam, bo, &all.ruth, &token).await;
    assert!(again.ends_with("said=otherwise-now"), "{again}");
    // A computation for everybody keeps to it.
    run(world).await;
    assert!(is_first(world, bo, &all.ruth).await && is_first(world, all.ana.1, &all.omar).await);
    // Looking for this one person sets it aside.
    sam.browser
        .post(&format!("/waiting/{bo}/run"), &[])
        .await
        .is(303);
    run(world).await;
    assert!(is_first(world, all.ana.1, &all.ruth).await && is_first(world, bo, &all.omar).await);
}

#[tokio::test]
async fn who_would_wait_longer_is_named() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    worker_with(&world, "Omar", 1, plain_profile()).await;
    let spanish = Answers {
        languages: vec!["es".into()],
        ..wishes()
    };
    let (_cleo, cleo) = asks(&world, "Cleo", spanish).await;
    let (_dan, dan) = asks(&world, "Dan", wishes()).await;
    run(&world).await;
    assert!(is_first(&world, cleo, &ruth).await);
    world.later(3 * cairn_domain::DAY);
    preview(&sam, dan, &ruth)
        .await
        .is(200)
        .shows("One other person would wait longer")
        .shows("nobody instead of Ruth; has waited 3 days")
        .shows("2 now, 1 then");
}

#[tokio::test]
async fn a_choice_ends_when_its_offer_goes_out() {
    let all = four().await;
    let (world, sam, bo) = (&all.world, &all.sam, all.bo.1);
    let page = preview(sam, bo, &all.ruth).await;
    keeps(sam, bo, &all.ruth, &shown(&page.text)).await;
    offers_out(sam, bo).await;
    // Bo wants others: Ruth is not proposed again, and nobody is kept from her.
    all.bo.0.browser.post("/offers/others", &[]).await.is(303);
    run(world).await;
    assert!(!is_first(world, bo, &all.ruth).await);
    assert!(is_first(world, all.ana.1, &all.ruth).await);
}

async fn offers_out(sam: &Person, request: RequestId) {
    let path = format!("/waiting/{request}/release");
    let place = format!("/waiting/{request}?said=released");
    sam.browser.post(&path, &[]).await.leads(&place);
}

#[tokio::test]
async fn two_coordinators_who_choose_at_once_get_one_clear_answer_each() {
    for round in 0..3 {
        let all = four().await;
        let kit = all.world.coordinator("Kit").await;
        let cleo = asks(&all.world, "Cleo", open_wishes()).await;
        run(&all.world).await;
        // Ruth's one place for Bo, and for Cleo.
        let one = preview(&all.sam, all.bo.1, &all.ruth).await.is(200);
        let other = preview(&kit, cleo.1, &all.ruth).await.is(200);
        let (one, other) = (shown(&one.text), shown(&other.text));
        let (one, other) = tokio::join!(
            keeps(&all.sam, all.bo.1, &all.ruth, &one),
            keeps(&kit, cleo.1, &all.ruth, &other),
        );
        let kept = [&one, &other].map(|place| place.ends_with("said=choice-kept"));
        let told = [&one, &other].map(|place| place.ends_with("said=otherwise-now"));
        assert!(
            kept[0] != kept[1] && told[0] != told[1],
            "round {round}: {one} {other}"
        );
        assert_eq!(choices(&all.world).await, 1);
        let first = [
            is_first(&all.world, all.bo.1, &all.ruth).await,
            is_first(&all.world, cleo.1, &all.ruth).await,
            is_first(&all.world, all.ana.1, &all.ruth).await,
        ];
        assert_eq!(first, [kept[0], kept[1], false], "round {round}");
    }
}

#[tokio::test]
async fn a_choice_and_a_computation_at_once_leave_the_choice() {
    let all = four().await;
    let page = preview(&all.sam, all.bo.1, &all.ruth).await;
    let token = shown(&page.text);
    let cx = all.world.cx();
    let (place, ran) = tokio::join!(
        keeps(&all.sam, all.bo.1, &all.ruth, &token),
        matching::run(&cx, Scope::All),
    );
    ran.unwrap();
    assert!(place.ends_with("said=choice-kept"), "{place}");
    assert!(is_first(&all.world, all.bo.1, &all.ruth).await);
    assert!(is_first(&all.world, all.ana.1, &all.omar).await);
}

#[tokio::test]
async fn a_request_that_changed_meanwhile_is_left_alone() {
    let all = four().await;
    let (sam, bo) = (&all.sam, all.bo.1);
    let page = preview(sam, bo, &all.ruth).await;
    let token = shown(&page.text);
    // Somebody else came to wait, and would be served by itself.
    let cleo = worker_with(&all.world, "Cleo", 1, plain_profile()).await;
    let dan = asks(&all.world, "Dan", open_wishes()).await;
    let place = keeps(sam, bo, &all.ruth, &token).await;
    assert!(place.ends_with("said=otherwise-now"), "{place}");
    assert_eq!(choices(&all.world).await, 0);
    let _ = (cleo, dan);
    // Bo has asked for time since.
    let page = preview(sam, bo, &all.ruth).await;
    all.bo.0.browser.post("/offers/time", &[]).await.is(303);
    let place = keeps(sam, bo, &all.ruth, &shown(&page.text)).await;
    assert_eq!(place, format!("/waiting/{bo}?said=changed-meanwhile"));
    assert_eq!(choices(&all.world).await, 0);
    assert!(!is_first(&all.world, bo, &all.ruth).await);
    let place = format!("/waiting/{bo}?said=changed-meanwhile");
    preview(sam, bo, &all.ruth).await.leads(&place);
}

#[tokio::test]
async fn why_somebody_cannot_be_chosen_is_told_to_nobody() {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let ruth = worker(&world, "Ruth", 1).await;
    let full = worker(&world, "Fay", 0).await;
    let french = WorkerProfile {
        languages: vec!["fr".into()],
        ..profile()
    };
    let french = worker_with(&world, "Lou", 1, french).await;
    worker(&world, "Omar", 1).await;
    let mut answers = wishes();
    answers.never.push(ruth.member);
    let (_ana, ana) = asks(&world, "Ana", answers).await;
    let list = format!("/waiting/{ana}/choose");
    let page = sam.browser.get(&list).await.is(200).shows("Omar");
    page.hides("Ruth").hides("Fay").hides("Lou");
    let answer = format!("{list}?said=not-possible");
    for nobody in [&ruth, &full, &french, &sam] {
        preview(&sam, ana, nobody).await.leads(&answer);
        assert_eq!(keeps(&sam, ana, nobody, "").await, answer);
    }
    for word in ["x", "01920000-0000-7000-8000-000000000000"] {
        let path = format!("{list}?worker={word}");
        sam.browser.get(&path).await.leads(&answer);
        let fields = [("worker", word), ("shown", "")];
        sam.browser.post(&list, &fields).await.leads(&answer);
    }
}

#[tokio::test]
async fn each_page_of_the_board_is_for_those_who_may() {
    let all = four().await;
    let choose = format!("/waiting/{}/choose", all.bo.1);
    let pages = [
        "/waiting",
        "/proposals",
        "/unserved",
        "/unserved/list.csv",
        "/what-if",
        "/load",
        "/fairness",
        choose.as_str(),
    ];
    for role in Role::ALL {
        let person = all
            .world
            .person(&format!("Reader {}", role.word()), &[*role])
            .await;
        for path in pages {
            let may = match role {
                Role::Coordinator => true,
                Role::Evaluator => path == "/fairness",
                _ => false,
            };
            let status = if may { 200 } else { 404 };
            person.browser.get(path).await.is(status);
        }
    }
    // Another programme's request is not there.
    let other = all.world.another_programme().await;
    let eve = all
        .world
        .person_of(&other, "Eve", &[Role::Coordinator])
        .await;
    eve.browser.get(&choose).await.is(404);
    assert_eq!(eve.browser.post(&choose, &[]).await.status, 404);
    let page = eve.browser.get("/load").await.is(200);
    page.hides("Ruth");
}

#[tokio::test]
async fn what_if_says_who_would_be_served_and_writes_nothing() {
    let all = four().await;
    let (world, sam) = (&all.world, &all.sam);
    let weekend = Answers {
        languages: vec!["es".into()],
        times: vec![[6 * 1440 + 600, 6 * 1440 + 900]],
        ..wishes()
    };
    asks(world, "Cleo", weekend).await;
    run(world).await;
    world.later(20 * cairn_domain::DAY);
    let before = world.count(&WRITTEN, vec![]).await;
    let path = "/what-if?go=1&kind=peer_worker&mode=chat&places=2";
    sam.browser
        .get(&format!("{path}&count=2&language=es&part=weekends"))
        .await
        .is(200)
        .shows("One person who has nobody now would be served.")
        .shows("one of them has waited 15 to 30 days")
        .shows("Cleo")
        .shows("2 now, 3 then");
    sam.browser
        .get(&format!("{path}&count=2&language=es&part=daytime"))
        .await
        .shows("Nobody more would be served.");
    // Ruth takes one fewer: somebody would wait longer.
    let path = format!("/what-if?go=1&count=0&worker={}&fewer=1", all.ruth.member);
    let page = sam.browser.get(&path).await.is(200);
    page.shows("One other person would wait longer")
        .shows("2 now, 1 then");
    let refused = "/what-if?go=1&count=many&places=2&language=es";
    sam.browser
        .get(refused)
        .await
        .is(422)
        .shows("value=\"many\"");
    sam.browser.get("/what-if?go=1&count=0").await.is(422);
    assert_eq!(world.count(&WRITTEN, vec![]).await, before);
}

#[tokio::test]
async fn load_is_what_workers_say_and_nobody_can_change_it_here() {
    let all = four().await;
    offers_out(&all.sam, all.ana.1).await;
    picks(&all.ana.0, "Ruth").await;
    let page = all.sam.browser.get("/load").await.is(200);
    let page = page.shows("0 people are supported, of 2 places");
    let ruth = page.text.split("<bdi>Ruth</bdi>").nth(1).unwrap();
    let cells: Vec<&str> = ruth
        .split("</td>")
        .take(7)
        .map(|cell| cell.rsplit('>').next().unwrap())
        .collect();
    // Supports, asked, offered first to, found for, places, free, room.
    assert_eq!(cells[0..2], ["0", "1"]);
    assert_eq!(cells[4..7], ["1", "0", "some"]);
    assert!(!page.text.contains("action=\"/load"));
    let lines = vec![all.ruth.member.0.into(), "read-load".into()];
    assert_eq!(all.world.count(&LINES, lines).await, 1);
}
