//! The coordinator's board: who waits and why, what was found for them and what changes if one is
//! chosen otherwise, whom the programme would have to look for, what if, and how it stands with
//! everybody's load and with fairness.

pub mod choices;
pub mod choose;
mod choose_page;
pub mod fairness;
mod fairness_page;
pub mod joint;
mod list;
mod load;
pub mod pressing;
mod proposals;
mod wanted;
mod wanted_page;
pub mod what_if;
mod what_if_page;

use cairn_domain::access::Act;

use crate::routes::{Route, Rule, get, post};

/// The board's routes.
#[must_use]
pub fn routes() -> Vec<Route> {
    let list = Rule::Act(Act::ReadWaitingList);
    let release = Rule::Act(Act::ReleaseOffers);
    let choose = Rule::Act(Act::ChooseWorker);
    let what_if = Rule::Act(Act::AskWhatIf);
    let load = Rule::Act(Act::ReadLoad);
    let fairness = Rule::Act(Act::ReadFairness);
    let run = Rule::Act(Act::RunMatching);
    vec![
        get("/waiting", list, list::waiting_page),
        get("/waiting/{id}/choose", choose, choose_page::choose_page),
        post("/waiting/{id}/choose", choose, choose_page::keep_page),
        post("/matching/run", run, proposals::run_page),
        get("/proposals", release, proposals::proposals_page),
        post("/proposals/release", release, proposals::release_page),
        get("/unserved", list, wanted_page::unserved_page),
        get("/unserved/list.csv", list, wanted_page::list_page),
        get("/what-if", what_if, what_if_page::what_if_page),
        get("/load", load, load::load_page),
        get("/fairness", fairness, fairness_page::fairness_page),
    ]
}
