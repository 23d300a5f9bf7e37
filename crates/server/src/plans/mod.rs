//! Plans: goals in a participant's own words, with small steps towards them. Only the participant
//! writes; the worker who supports them reads along.

mod goals;
mod goals_api;
mod goals_page;
pub mod store;

pub use goals::{
    Goal, GoalCounts, NewGoal, NewStep, Step, add_goal, add_step, goal_counts, goals_of,
};
pub use goals_api::openapi;

use cairn_domain::access::Act;

use crate::routes::{Route, Rule, get, post};

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    let write = Rule::Act(Act::WriteGoals);
    let read = Rule::Act(Act::ReadGoals);
    vec![
        get("/goals", write, goals_page::goals_page),
        post("/goals", write, goals_page::write_page),
        post("/goals/{id}/steps", write, goals_page::add_step_page),
        post("/goals/{id}/state", write, goals_page::state_page),
        post("/steps/{id}/done", write, goals_page::done_page),
        get("/people/{member}/goals", read, goals_page::their_goals_page),
        get("/api/v1/goals", read, goals_api::goals_api),
        post("/api/v1/goals", write, goals_api::write_api),
        post("/api/v1/goals/{id}/steps", write, goals_api::add_step_api),
        post("/api/v1/steps/{id}/done", write, goals_api::done_api),
    ]
}
