//! From the waiting list to a conversation, with everything that can come in between.

mod board;
mod changes;
mod changes_reach;
mod exclusions;
mod fairness;
mod holds;
mod journeys;
mod known;
mod lists;
mod meetings;
mod no_trace;
mod none_of_these;
mod privacy;
mod profiles;
mod races;

use cairn::matching::{self, Scope};
use cairn::people;
use cairn::work;
use cairn_domain::id::{MemberId, OfferId, RequestId};
use cairn_domain::matching::{Step, WorkerProfile};
use cairn_domain::people::{Answers, Experience, Kind, Mode};
use serde_json::Value;

use crate::world::{Person, World};

/// Tuesday evening, and the whole of Wednesday.
const TIMES: [[u32; 2]; 2] = [[1440 + 1080, 1440 + 1260], [2880, 4320]];

/// A profile that fits what [`wishes`] asks for.
pub fn profile() -> WorkerProfile {
    WorkerProfile {
        roles: vec![Kind::PeerWorker],
        experiences: vec!["hearing_voices".into(), "anxiety".into()],
        shown_experiences: vec!["anxiety".into()],
        languages: vec!["en".into(), "es".into()],
        modes: vec![Mode::Chat, Mode::Phone],
        times: TIMES.to_vec(),
        about: "I like the sea in winter.".into(),
        ..WorkerProfile::default()
    }
}

/// Answers of somebody who has heard voices.
pub fn wishes() -> Answers {
    Answers {
        experiences: vec![Experience {
            code: "hearing_voices".into(),
            weight: 5,
        }],
        story: "It began when I moved here.".into(),
        languages: vec!["en".into()],
        modes: vec![Mode::Chat],
        times: TIMES.to_vec(),
        tell: "Please be patient with my silences.".into(),
        ..Answers::default()
    }
}

/// A worker who can be offered, with places for so many.
pub async fn worker(world: &World, name: &str, places: i64) -> Person {
    worker_with(world, name, places, profile()).await
}

pub async fn worker_with(world: &World, name: &str, places: i64, profile: WorkerProfile) -> Person {
    let person = world.worker(name).await;
    let member = person.member;
    work!(world.cx(), |w| {
        matching::save_worker(w, member, profile, (places, 60), true).await
    })
    .unwrap();
    person
}

/// Somebody who has sent a request.
pub async fn asks(world: &World, name: &str, answers: Answers) -> (Person, RequestId) {
    let person = world.participant(name).await;
    let member = person.member;
    let id = work!(world.cx(), |w| {
        let id = people::begin_request(w, member, &answers).await?;
        let mut request = people::request(w, id).await?;
        people::move_request(w, &mut request, Step::Send).await?;
        Ok(id)
    })
    .unwrap();
    (person, id)
}

/// Works it out for everybody and lets all offers out, as the coordinator does.
pub async fn offered_to_all(coordinator: &Person) {
    coordinator
        .browser
        .submit("/matching/run", &[])
        .await
        .is(200);
    coordinator
        .browser
        .post("/proposals/release", &[("which", "all")])
        .await
        .leads("/proposals?said=released");
}

/// A person's offers as the API tells them.
pub async fn offers(person: &Person) -> Value {
    let (status, body) = person
        .api(axum::http::Method::GET, "/api/v1/me/offers", None)
        .await;
    assert_eq!(status, 200, "{body}");
    body
}

/// The offer of a worker to a person.
pub async fn offer_of(person: &Person, name: &str) -> OfferId {
    let body = offers(person).await;
    let all = body["offers"].as_array().unwrap();
    let one = all.iter().find(|one| one["worker"]["name"] == name);
    let one = one.unwrap_or_else(|| panic!("no offer of {name} in {body}"));
    one["id"].as_str().unwrap().parse().unwrap()
}

/// The person picks somebody by name.
pub async fn picks(person: &Person, name: &str) -> OfferId {
    let id = offer_of(person, name).await;
    person
        .browser
        .post(&format!("/offers/{id}/pick"), &[])
        .await
        .leads("/offers");
    id
}

/// Works it out for one request, as nobody in particular.
pub async fn run(world: &World) -> matching::Outcome {
    matching::run(&world.cx(), Scope::All).await.unwrap()
}

cairn_db::statements! {
    /// How many people a worker supports.
    pub SUPPORTED = "SELECT COUNT(*) FROM people_relationship WHERE worker = $1 AND ended_at IS NULL";
    /// How many picked a worker.
    pub PICKED = "SELECT COUNT(*) FROM matching_offer WHERE worker = $1 AND state = 'picked'";
    /// How many offers of a request stand so.
    pub STANDING = "SELECT COUNT(*) FROM matching_offer WHERE request = $1 AND state = $2";
    /// How many lines of the trail are about somebody, by act.
    pub LINES = "SELECT COUNT(*) FROM operations_trail WHERE subject = $1 AND act = $2 AND outcome = 'done'";
    /// How many refusals there are of an act.
    pub REFUSED = "SELECT COUNT(*) FROM operations_trail WHERE act = $1 AND outcome = 'refused'";
    /// How many workers are promised to more people than they said: supported, picked, and offers
    /// whose time runs now.
    pub OVER = "SELECT COUNT(*) FROM matching_worker w WHERE w.capacity <
        (SELECT COUNT(*) FROM people_relationship r WHERE r.worker = w.member AND r.ended_at IS NULL)
        + (SELECT COUNT(*) FROM matching_offer o WHERE o.worker = w.member
            AND (o.state = 'picked' OR (o.state = 'released' AND o.holds_until > $1)))";
    /// How many offers hold a place of a worker.
    pub HELD = "SELECT COUNT(*) FROM matching_offer
        WHERE worker = $1 AND state = 'released' AND holds_until > $2";
    /// Where a request stands, as a number to ask for.
    pub REQUEST_IN = "SELECT COUNT(*) FROM people_request WHERE id = $1 AND state = $2";
}

/// How many workers are promised beyond their number.
pub async fn over(world: &World) -> i64 {
    world.count(&OVER, vec![world.app.clock.now().into()]).await
}

/// How many places of a worker are held by offers.
pub async fn held(world: &World, worker: &Person) -> i64 {
    let now = world.app.clock.now();
    world
        .count(&HELD, vec![worker.member.0.into(), now.into()])
        .await
}

/// Whether a request stands so.
pub async fn stands(world: &World, request: RequestId, state: &str) -> bool {
    let values = vec![request.0.into(), state.into()];
    world.count(&REQUEST_IN, values).await == 1
}

/// The worker changes how many people they support.
pub async fn supports(world: &World, worker: &Person, places: i64) {
    let member = worker.member;
    work!(world.cx(), |w| {
        matching::save_worker(w, member, profile(), (places, 60), true).await
    })
    .unwrap();
}

pub async fn supported(world: &World, worker: MemberId) -> i64 {
    world.count(&SUPPORTED, vec![worker.0.into()]).await
}
