//! The API of goals and steps.

use axum::body::Body;
use axum::http::StatusCode;
use axum::response::Response;
use cairn_domain::Refusals;
use cairn_domain::access::Act;
use cairn_domain::id::{GoalId, MemberId, StepId};
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::plans::goals::{self, Goal, NewGoal, NewStep, Step};
use crate::site::page::{query, rfc3339};
use crate::site::{Id, Json, form, reply};
use crate::{look, work};

/// The room's part of the API's description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(goals_api, write_api, add_step_api, done_api))]
    struct Room;
    Room::openapi()
}

/// A goal.
#[derive(Serialize, ToSchema)]
pub struct GoalOut {
    /// Its id.
    #[schema(value_type = String)]
    id: GoalId,
    /// The participant's own words.
    title: String,
    /// `open`, `reached` or `let_go`.
    state: &'static str,
    /// When it was written.
    created_at: String,
    /// Its steps, in order.
    steps: Vec<StepOut>,
}

/// A small step.
#[derive(Serialize, ToSchema)]
pub struct StepOut {
    /// Its id.
    #[schema(value_type = String)]
    id: StepId,
    /// The participant's own words.
    text: String,
    /// Whether it is ticked.
    done: bool,
    /// When it was ticked.
    done_at: Option<String>,
}

/// Goals, the first written first.
#[derive(Serialize, ToSchema)]
pub struct GoalsOut {
    /// The goals with their steps.
    goals: Vec<GoalOut>,
}

impl From<Goal> for GoalOut {
    fn from(goal: Goal) -> Self {
        Self {
            id: goal.id,
            title: goal.title,
            state: goal.state.word(),
            created_at: rfc3339(goal.created_at),
            steps: goal.steps.into_iter().map(StepOut::from).collect(),
        }
    }
}

impl From<Step> for StepOut {
    fn from(step: Step) -> Self {
        Self {
            id: step.id,
            text: step.text,
            done: step.done_at.is_some(),
            done_at: step.done_at.map(rfc3339),
        }
    }
}

/// A goal as a program sends it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GoalIn {
    /// Chosen by the sender, so that sending it twice makes one goal.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    id: Option<Uuid>,
    /// The participant's own words, at most 500 characters.
    title: String,
    /// Texts of the first steps.
    #[serde(default)]
    steps: Vec<String>,
}

/// A step as a program sends it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepIn {
    /// Chosen by the sender, so that sending it twice makes one step.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = "uuid")]
    id: Option<Uuid>,
    /// The participant's own words, at most 300 characters.
    text: String,
}

/// Whether a step is done.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DoneIn {
    /// `false` takes the tick away.
    #[serde(default = "yes")]
    done: bool,
}

fn yes() -> bool {
    true
}

/// Refusals name the key that was sent.
fn named(error: Error, key: &str) -> Error {
    let Error::Refused(Refusals(mut refusals)) = error else {
        return error;
    };
    for refusal in &mut refusals {
        if refusal.field.as_deref() == Some("step") {
            refusal.field = Some(key.to_owned());
        }
    }
    Error::Refused(Refusals(refusals))
}

/// One's own goals, or with `?participant=` those of a person whom the asker supports.
///
/// # Errors
/// Not found.
#[utoipa::path(get, path = "/api/v1/goals", tag = "plans",
    params(("participant" = Option<String>, Query, description = "A person whom the asker supports")),
    responses((status = 200, description = "The goals", body = GoalsOut)))]
pub async fn goals_api(cx: Cx) -> Result<Response> {
    let me = cx.member()?.id;
    let whose: MemberId = match query(&cx.path, "participant") {
        None => me,
        Some(text) => text.parse().map_err(|_| Error::NOT_YOURS)?,
    };
    let goals = read(&cx, me, whose).await?;
    let goals = goals.into_iter().map(GoalOut::from).collect();
    Ok(reply::json(StatusCode::OK, &GoalsOut { goals }))
}

/// One's own goals are read without a line in the trail; somebody else's only through access.
async fn read(cx: &Cx, me: MemberId, whose: MemberId) -> Result<Vec<Goal>> {
    if whose == me && cx.could(Act::WriteGoals) {
        return look!(cx, |w| goals::goals_of(w, me).await);
    }
    work!(cx, |w| {
        w.may(Act::ReadGoals, whose, "goals", whose.0).await?;
        goals::goals_of(w, whose).await
    })
}

/// Writes a goal.
///
/// # Errors
/// Refused, naming the key.
#[utoipa::path(post, path = "/api/v1/goals", tag = "plans", request_body = GoalIn,
    responses((status = 201, description = "The goal", body = GoalOut)))]
pub async fn write_api(cx: Cx, Json(body): Json<GoalIn>) -> Result<Response> {
    let new = NewGoal {
        id: body.id,
        title: body.title,
        steps: body.steps,
    };
    let goal = work!(cx, |w| goals::write(w, &new).await).map_err(|e| named(e, "steps"))?;
    Ok(reply::json(StatusCode::CREATED, &GoalOut::from(goal)))
}

/// Writes a step.
///
/// # Errors
/// Not found, or refused.
#[utoipa::path(post, path = "/api/v1/goals/{id}/steps", tag = "plans", request_body = StepIn,
    params(("id" = String, Path, description = "The goal")),
    responses((status = 201, description = "The step", body = StepOut)))]
pub async fn add_step_api(
    cx: Cx,
    Id(goal): Id<GoalId>,
    Json(body): Json<StepIn>,
) -> Result<Response> {
    let new = NewStep {
        id: body.id,
        text: body.text,
    };
    let step =
        work!(cx, |w| goals::write_step(w, goal, &new).await).map_err(|e| named(e, "text"))?;
    Ok(reply::json(StatusCode::CREATED, &StepOut::from(step)))
}

/// Ticks a step; with `{"done": false}` takes the tick away. An empty body ticks it.
///
/// # Errors
/// Not found, or refused.
#[utoipa::path(post, path = "/api/v1/steps/{id}/done", tag = "plans",
    request_body(content = Option<DoneIn>, description = "Nothing at all ticks the step"),
    params(("id" = String, Path, description = "The step")),
    responses((status = 200, description = "The step", body = StepOut)))]
pub async fn done_api(cx: Cx, Id(step): Id<StepId>, body: Body) -> Result<Response> {
    let bytes = form::bytes(body).await?;
    let done = match bytes.trim_ascii() {
        [] => true,
        json => form::read_json::<DoneIn>(json)?.done,
    };
    let step = work!(cx, |w| goals::set_done(w, step, done).await)?;
    Ok(reply::json(StatusCode::OK, &StepOut::from(step)))
}
