//! Worlds that are alike but for why Ruth is not offered to Ana: everybody else's pages, answers,
//! counts and trail are the same letter by letter, and the same questions take as long.

use std::time::{Duration, Instant};

use axum::http::Method;
use cairn_domain::access::Role;

use super::*;
use crate::world::START;

/// A page without what differs from world to world: ids and names of files.
fn plain(text: &str) -> String {
    let mut out = String::new();
    for word in text.split_inclusive(|c: char| !(c.is_ascii_alphanumeric() || c == '-')) {
        let bare = word.trim_end_matches(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
        let name = bare.len().saturating_sub(36);
        if bare
            .get(name..)
            .is_some_and(|id| uuid::Uuid::try_parse(id).is_ok())
        {
            out.push_str(&bare[..name]);
            out.push_str("ID");
            out.push_str(&word[bare.len()..]);
        } else {
            out.push_str(word);
        }
    }
    out
}

/// Why Ruth is not offered to Ana.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Absent {
    /// Ruth has no published profile.
    NotThere,
    /// Ruth speaks another language, as everybody can see.
    Unsuited,
    /// Ana chose her from the list.
    Chosen,
    /// Ana typed her name.
    Named,
    /// Ruth said that she knows Ana.
    Known,
    /// Ruth typed Ana's name.
    NamedByRuth,
    /// Both work for the same employer, and Ana does not want that.
    Colleague,
}

use Absent::{Chosen, Colleague, Known, Named, NamedByRuth, NotThere, Unsuited};

/// The reasons that are nobody's business.
const PRIVATE: [Absent; 5] = [Chosen, Named, Known, NamedByRuth, Colleague];

struct Scene {
    world: World,
    sam: Person,
    sue: Person,
    eva: Person,
    adam: Person,
    ruth: Person,
    /// Workers beside Ruth.
    others: Vec<Person>,
    ana: Person,
    request: RequestId,
    bo: Person,
}

/// What Bo asks for. Ruth is nobody for him in any world, so that he is offered the same people in all.
fn bos(fits: bool) -> Answers {
    Answers {
        languages: vec![if fits { "en" } else { "fr" }.into()],
        wishes: vec![cairn_domain::people::Wish {
            trait_code: "gender:man".into(),
            weight: 5,
            must: true,
        }],
        ..wishes()
    }
}

/// A world in which Ruth is absent for this reason. `fits`: whether other workers fit Ana.
async fn scene(absent: Absent, fits: bool) -> Scene {
    let world = World::new().await;
    let sam = world.coordinator("Sam").await;
    let sue = world.person("Sue", &[Role::Supervisor]).await;
    let eva = world.person("Eva", &[Role::Evaluator]).await;
    let adam = world.person("Adam", &[Role::Administrator]).await;
    let mut others = Vec::new();
    for name in ["Omar", "Mei", "Ines", "Noor"] {
        let languages = if fits { ["en"] } else { ["fr"] };
        let profile = WorkerProfile {
            languages: languages.map(str::to_owned).to_vec(),
            traits: vec!["gender:man".into()],
            ..profile()
        };
        // One after the other, so that they stand in the same order in each world.
        world.later(cairn_domain::MINUTE);
        others.push(worker_with(&world, name, 2, profile).await);
    }
    world.later(cairn_domain::MINUTE);
    let ruth = world.worker("Ruth Lee").await;
    let employer = |apart| match absent {
        Colleague => (String::from("Harbour Council"), apart),
        _ => Default::default(),
    };
    let (at, apart) = employer(true);
    let answers = Answers {
        employer: at,
        not_own_employer: apart,
        ..wishes()
    };
    let (ana, request) = asks(&world, "Ana", answers).await;
    world.later(cairn_domain::MINUTE);
    let (bo, _) = asks(&world, "Bo", bos(fits)).await;
    if absent != NotThere {
        let mut ruths = WorkerProfile {
            employer: employer(false).0,
            ..profile()
        };
        if absent == Unsuited {
            ruths.languages = vec!["mi".into()];
        }
        let member = ruth.member;
        work!(world.cx(), |w| {
            matching::save_worker(w, member, ruths, (2, 60), true).await
        })
        .unwrap();
    }
    let scene = Scene {
        world,
        sam,
        sue,
        eva,
        adam,
        ruth,
        others,
        ana,
        request,
        bo,
    };
    scene.exclude(absent).await;
    scene
}

cairn_db::statements! {
    pub TRAIL = "SELECT actor, act, subject, kind, outcome, at FROM operations_trail ORDER BY at";
}

impl Scene {
    async fn exclude(&self, absent: Absent) {
        let id = self.ruth.member.to_string();
        let never = async |who: &Person, fields: &[(&str, &str)]| {
            who.browser.post("/never", fields).await.is(303);
        };
        match absent {
            Chosen => never(&self.ana, &[("go", "choose"), ("never", &id)]).await,
            Named => never(&self.ana, &[("go", "name"), ("name", "lee RUTH")]).await,
            NamedByRuth => never(&self.ruth, &[("go", "name"), ("name", "Ána")]).await,
            Known => {
                let (ruth, ana) = (self.ruth.member, self.ana.member);
                work!(self.world.cx(), |w| {
                    matching::exclusions::exclude(w, ruth, ana).await
                })
                .unwrap();
            }
            NotThere | Unsuited | Colleague => {}
        }
    }

    fn everybody(&self) -> Vec<(&'static str, &Person)> {
        let mut all = vec![
            ("sam", &self.sam),
            ("sue", &self.sue),
            ("eva", &self.eva),
            ("adam", &self.adam),
            ("ruth", &self.ruth),
            ("ana", &self.ana),
            ("bo", &self.bo),
        ];
        all.extend(
            ["omar", "mei", "ines", "noor"]
                .into_iter()
                .zip(&self.others),
        );
        all
    }

    /// The trail with names in place of ids; lines of one moment have no order.
    async fn trail(&self) -> Vec<(i64, String)> {
        let read = self
            .world
            .app
            .db
            .read(move |tx| Box::pin(async move { tx.all(&TRAIL, &[]).await }));
        let rows: Result<Vec<cairn_db::Row>, cairn_db::DbError> = read.await;
        let everybody = self.everybody();
        let who = |id: Option<uuid::Uuid>| {
            let known = everybody.iter().find(|(_, one)| Some(one.member.0) == id);
            known.map_or("-", |(name, _)| *name)
        };
        let line = |row: &cairn_db::Row| {
            let (actor, subject) = (row.opt_id(0).unwrap(), row.opt_id(2).unwrap());
            let words = [1, 3, 4].map(|column| row.text(column).unwrap());
            let line = format!("{} {} {}", who(actor), words.join(" "), who(subject));
            (row.int(5).unwrap() - START, line)
        };
        let mut lines: Vec<(i64, String)> = rows.unwrap().iter().map(line).collect();
        lines.sort();
        lines
    }

    /// The text of a page, some time later.
    async fn page(&self, who: &Person, path: &str) -> String {
        self.world.later(cairn_domain::SECOND);
        plain(&who.browser.get(path).await.is(200).text)
    }

    /// What the coordinator sees on the way to the offers.
    async fn found(&self) -> Vec<(String, String)> {
        let mut seen = Vec::new();
        let one = format!("/waiting/{}", self.request);
        let sam = &self.sam.browser;
        sam.submit("/matching/run", &[]).await.is(200);
        for path in ["/waiting", "/proposals", one.as_str()] {
            seen.push((plain(path), self.page(&self.sam, path).await));
        }
        self.world.later(cairn_domain::SECOND);
        let again = sam.post(&format!("{one}/run"), &[]).await.is(303);
        let place = again.location().unwrap();
        seen.push(("where a run leads".into(), plain(&place)));
        for path in [place.as_str(), "/proposals"] {
            seen.push((plain(path), self.page(&self.sam, path).await));
        }
        self.world.later(cairn_domain::SECOND);
        let released = sam.post("/proposals/release", &[("which", "all")]).await;
        seen.push(("release".into(), released.location().unwrap_or_default()));
        for path in ["/waiting", "/proposals", one.as_str()] {
            seen.push((plain(path), self.page(&self.sam, path).await));
        }
        seen
    }

    /// What participants see afterwards, on pages and through the API.
    async fn offered(&self) -> Vec<(String, String)> {
        let mut seen = Vec::new();
        for (name, who) in [("ana", &self.ana), ("bo", &self.bo)] {
            let body = offers(who).await;
            seen.push((format!("{name} api"), plain(&body.to_string())));
            let mut paths = Vec::new();
            for offer in body["offers"].as_array().unwrap() {
                paths.push(format!("/offers/{}", offer["id"].as_str().unwrap()));
            }
            let own = [
                "/offers",
                "/home",
                "/seen",
                "/seen?own=1",
                "/ask/check",
                "/ask/6",
            ];
            paths.extend(own.map(str::to_owned));
            for path in paths {
                let page = self.page(who, &path).await;
                seen.push((format!("{name} {}", plain(&path)), page));
            }
        }
        seen
    }

    /// What everybody else comes home to, and what a worker finds at the addresses of others.
    async fn elsewhere(&self) -> Vec<(String, String)> {
        let mut seen = Vec::new();
        let body = offers(&self.ana).await;
        let first = body["offers"][0]["id"].as_str().unwrap_or("x").to_owned();
        for (name, who) in self.everybody() {
            let mut paths = vec!["/home".to_owned(), "/seen".into(), "/account".into()];
            if matches!(name, "ruth" | "omar" | "mei" | "ines" | "noor") {
                paths.push("/requests".into());
                paths.push(format!("/requests/{first}"));
                paths.push(format!("/waiting/{}", self.request));
                paths.push(format!("/people/{}/goals", self.ana.member));
                paths.push("/known".into());
            }
            for path in paths {
                self.world.later(cairn_domain::SECOND);
                let page = who.browser.get(&path).await;
                let text = format!("{} {}", page.status, plain(&page.text));
                seen.push((format!("{name} {}", plain(&path)), text));
            }
            let (status, me) = who.api(Method::GET, "/api/v1/me", None).await;
            seen.push((format!("{name} api me"), plain(&format!("{status} {me}"))));
            let (status, body) = who.api(Method::GET, "/api/v1/me/offers", None).await;
            seen.push((
                format!("{name} api offers"),
                plain(&format!("{status} {body}")),
            ));
        }
        seen
    }
}

#[track_caller]
fn alike(absent: Absent, one: &[(String, String)], other: &[(String, String)]) {
    assert_eq!(one.len(), other.len(), "{absent:?}");
    assert!(one.len() > 5);
    for ((what, one), (also, other)) in one.iter().zip(other) {
        assert_eq!(what, also, "{absent:?}");
        let differ = one
            .lines()
            .zip(other.lines())
            .find(|(one, other)| one != other);
        assert!(one == other, "{absent:?}: {what}: {differ:#?}");
    }
}

#[tokio::test]
async fn an_exclusion_looks_as_if_the_other_were_not_there() {
    for fits in [false, true] {
        let there = scene(NotThere, fits).await;
        let (found, offered) = (there.found().await, there.offered().await);
        if !fits {
            assert!(found[2].1.contains("speaks English"), "{}", found[2].1);
        }
        let trail = there.trail().await;
        for absent in PRIVATE {
            let excluded = scene(absent, fits).await;
            alike(absent, &found, &excluded.found().await);
            alike(
                absent,
                &offered,
                &without_work(excluded.offered().await, absent),
            );
            assert_eq!(trail, excluded.trail().await, "{absent:?}");
        }
    }
}

/// Ana's own answers tell her that she said where she works: that is hers.
fn without_work(mut seen: Vec<(String, String)>, absent: Absent) -> Vec<(String, String)> {
    if absent == Colleague {
        for (what, text) in &mut seen {
            if what == "ana /ask/check" {
                for line in [
                    "You said where you work. Nobody reads it.",
                    "Never somebody from my own employer",
                ] {
                    assert!(text.contains(line));
                    *text = text.replace(&format!("<p>{line}</p>"), "");
                }
            }
        }
    }
    seen
}

#[tokio::test]
async fn nobody_else_finds_a_trace_of_it_anywhere() {
    let plainly = scene(Unsuited, true).await;
    let (found, offered) = (plainly.found().await, plainly.offered().await);
    let elsewhere = plainly.elsewhere().await;
    let trail = plainly.trail().await;
    assert!(trail.len() > 10, "{trail:?}");
    for absent in PRIVATE {
        let excluded = scene(absent, true).await;
        alike(absent, &found, &excluded.found().await);
        alike(
            absent,
            &offered,
            &without_work(excluded.offered().await, absent),
        );
        alike(absent, &elsewhere, &excluded.elsewhere().await);
        assert_eq!(trail, excluded.trail().await, "{absent:?}");
    }
}

/// How often each call is made in each world, before the medians are compared.
const ROUNDS: usize = 11;
/// How often they are compared: whatever else the machine does passes, a difference stays.
const COMPARED: usize = 20;
/// How much longer a call may take in one world than in another. The statements are counted exactly.
const NOISE: f64 = 1.5;

/// The calls whose time and statements are compared: name, whether the coordinator or Ana makes it.
const BEFORE: &[(&str, &str)] = &[
    ("get", "/waiting"),
    ("get", "/waiting/{id}"),
    ("post", "/matching/run"),
    ("post", "/waiting/{id}/run"),
    ("get", "/proposals"),
];
const AFTER: &[(&str, &str)] = &[
    ("get", "/offers"),
    ("api", "/api/v1/me/offers"),
    ("get", "/home"),
];

impl Scene {
    async fn call(&self, who: &Person, (how, path): (&str, &str)) -> (Duration, u64) {
        let path = path.replace("{id}", &self.request.to_string());
        let before = self.world.app.db.metrics().statements;
        let began = Instant::now();
        match how {
            "get" => drop(who.browser.get(&path).await.is(200)),
            "post" => drop(who.browser.post(&path, &[]).await.is(303)),
            _ => assert_eq!(who.api(Method::GET, &path, None).await.0, 200),
        }
        let took = began.elapsed();
        (took, self.world.app.db.metrics().statements - before)
    }
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

/// Makes a call some times in each world in turn, each round from another world on, so that nothing
/// else the machine does in turn falls on the same one; its statements are the first world's.
async fn rounds(
    scenes: &[(Absent, Scene)],
    call: (&'static str, &'static str),
    ana: bool,
) -> Vec<Vec<Duration>> {
    let mut times = vec![Vec::new(); scenes.len()];
    for round in 0..ROUNDS {
        let mut ran = vec![0; scenes.len()];
        for turn in 0..scenes.len() {
            let i = (turn + round) % scenes.len();
            let scene = &scenes[i].1;
            let who = if ana { &scene.ana } else { &scene.sam };
            let (took, statements) = scene.call(who, call).await;
            times[i].push(took);
            ran[i] = statements;
        }
        assert!(ran[0] > 0);
        for ((absent, _), statements) in scenes.iter().zip(&ran) {
            assert_eq!(*statements, ran[0], "{absent:?} {call:?}, round {round}");
        }
    }
    times
}

/// Holds times and statements of each call in each world against the first world's. A world whose
/// answers take longer does so every time, so that neither its median comes near the first world's nor
/// its fastest answer; one on which the machine was busy comes near with both.
async fn compare(scenes: &[(Absent, Scene)], calls: &[(&'static str, &'static str)], ana: bool) {
    for call in calls {
        // What is slow only the first time is nobody's.
        rounds(scenes, *call, ana).await;
        let mut slow: Vec<Absent> = scenes.iter().map(|(absent, _)| *absent).collect();
        let mut fastest = vec![f64::MAX; scenes.len()];
        for _ in 0..COMPARED {
            let times = rounds(scenes, *call, ana).await;
            for (fastest, times) in fastest.iter_mut().zip(&times) {
                let least = times.iter().map(Duration::as_secs_f64);
                *fastest = least.fold(*fastest, f64::min);
            }
            let medians: Vec<f64> = times.into_iter().map(median).collect();
            let ratios: Vec<f64> = medians.iter().map(|one| one / medians[0]).collect();
            println!("{call:?}: {:.2} ms, ratios {ratios:.2?}", medians[0] * 1e3);
            for ((absent, _), ratio) in scenes.iter().zip(&ratios) {
                slow.retain(|one| one != absent || !within(ratio));
            }
            if slow.is_empty() && all_within(&fastest) {
                break;
            }
        }
        assert!(slow.is_empty(), "{call:?}: {slow:?}");
        assert!(all_within(&fastest), "{call:?}: {fastest:?}");
    }
}

fn all_within(times: &[f64]) -> bool {
    times.iter().all(|one| within(&(one / times[0])))
}

fn within(ratio: &f64) -> bool {
    (1.0 / NOISE..NOISE).contains(ratio)
}

#[tokio::test]
async fn an_answer_takes_as_long_and_as_many_statements_with_an_exclusion() {
    let mut scenes = Vec::new();
    for absent in [Unsuited, Chosen, Named, Known, NamedByRuth, Colleague] {
        scenes.push((absent, scene(absent, true).await));
    }
    compare(&scenes, BEFORE, false).await;
    for (_, scene) in &scenes {
        let fields = [("which", "all")];
        scene
            .sam
            .browser
            .post("/proposals/release", &fields)
            .await
            .is(303);
    }
    compare(&scenes, AFTER, true).await;
}
