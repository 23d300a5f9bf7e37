//! Matching: people who ask for support and workers who can take somebody on find each other. The
//! participant leads: they are offered up to three workers, they choose, and the worker agrees too.

pub mod board;
mod by_itself;
mod changes;
mod choices;
pub mod exclusions;
mod meetings;
mod none_of_these;
mod offer_pages;
mod offers;
mod offers_api;
mod problem;
mod profile_form;
mod profile_pages;
mod release;
mod request_pages;
mod requests;
mod run_out;
mod runs;
mod said;
mod seen;
pub mod store;
mod waiting;
mod workers;

pub use by_itself::{look_again, look_once};
pub use changes::{Asking, Led, ask as ask_change, take_back};
pub use choices::{Picked, ask_others, ask_time, come_back, pass, pick, withdraw};
pub use meetings::{
    Beside, answer, begin as begin_meeting, beside, meeting, settle_by_itself, settle_once,
};
pub use offers_api::openapi;
pub use release::{LetOut, Released, let_out, release};
pub use requests::{Decline, agree, decline};
pub use run_out::{sweep_offers, sweep_offers_once};
pub use runs::{Outcome, Scope, run};
pub use workers::{Worker, profile_place, published_workers, save_worker, worker};

use cairn_domain::access::Act;

use crate::routes::{Route, Rule, get, post};

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    let answer = Rule::Act(Act::AnswerOffers);
    let asked = Rule::Act(Act::AnswerRequest);
    let profile = Rule::Act(Act::WriteWorkerProfile);
    let run = Rule::Act(Act::RunMatching);
    let release = Rule::Act(Act::ReleaseOffers);
    vec![
        get("/offers", answer, offer_pages::offers_page),
        get("/offers/{id}", answer, offer_pages::offer_page),
        post("/offers/{id}/pick", answer, offer_pages::pick_page),
        post("/offers/others", answer, offer_pages::others_page),
        post("/offers/time", answer, offer_pages::time_page),
        post("/offers/return", answer, offer_pages::return_page),
        get("/offers/withdraw", answer, offer_pages::withdraw_page),
        post("/offers/withdraw", answer, offer_pages::withdraw_act_page),
        get("/api/v1/me/offers", answer, offers_api::offers_api),
        post("/api/v1/offers/{id}/accept", answer, offers_api::accept_api),
        post(
            "/api/v1/offers/{id}/decline",
            answer,
            offers_api::decline_api,
        ),
        get("/requests", asked, request_pages::requests_page),
        get("/requests/{id}", asked, request_pages::request_page),
        post("/requests/{id}/agree", asked, request_pages::agree_page),
        post("/requests/{id}/decline", asked, request_pages::decline_page),
        get("/profile", profile, profile_pages::profile_page),
        post("/profile", profile, profile_pages::save_page),
        get(
            "/waiting/{id}",
            Rule::Act(Act::ReadIntake),
            waiting::one_page,
        ),
        post(
            "/waiting/{id}/priority",
            Rule::Act(Act::SetPriority),
            waiting::priority_page,
        ),
        post("/waiting/{id}/run", run, waiting::run_page),
        post("/waiting/{id}/release", release, waiting::release_page),
    ]
    .into_iter()
    .chain(exclusions::routes())
    .chain(board::routes())
    .chain(pair_routes())
    .collect()
}

/// First meetings, changes of worker, and what is handed over.
fn pair_routes() -> Vec<Route> {
    let met = Rule::Act(Act::ReadMeeting);
    let ask = Rule::Act(Act::AskChange);
    let hand = "/changes/{id}/hand-over";
    vec![
        get("/meetings/{id}", met, meetings::meeting_page),
        post("/meetings/{id}", met, meetings::answer_page),
        get("/pairs", Rule::Act(Act::ReadPairs), meetings::pairs_page),
        get("/pairs/{id}/change", ask, changes::ask_page),
        post("/pairs/{id}/change", ask, changes::ask_act_page),
        get(
            "/changes/{id}",
            Rule::Act(Act::ReadChange),
            changes::change_page,
        ),
        post("/changes/{id}/take-back", ask, changes::take_back_page),
        post("/changes/{id}/end", ask, changes::end_page),
        get(hand, Rule::Act(Act::ReadHandOver), changes::hand_over_page),
        post(
            hand,
            Rule::Act(Act::WriteHandOver),
            changes::hand_over_act_page,
        ),
        post("/told/{id}", Rule::SignedIn, meetings::seen_page),
    ]
}
