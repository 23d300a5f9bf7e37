//! The page of one's own goals, and the page on which a worker reads along.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::{GoalId, MemberId, StepId};
use cairn_domain::plans::GoalState;
use cairn_domain::{Refusal, Refusals};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people;
use crate::plans::goals::{self, Goal, NewGoal, NewStep};
use crate::site::{Form, Id, Page, reply};
use crate::{look, work};

/// Where the words of a goal that was not sent yet are kept.
const GOAL_DRAFT: &str = "goal";

fn step_draft(goal: GoalId) -> String {
    format!("step-{goal}")
}

#[derive(Template)]
#[template(path = "plans/goals.html")]
struct GoalsPage {
    page: Page,
    open: Vec<Card>,
    past: Vec<Card>,
    /// The id that the form for a new goal carries.
    new_id: String,
    /// First steps typed into that form.
    first: [String; 2],
}

/// A goal with what its form for one more step holds.
struct Card {
    goal: Goal,
    /// Id of the step's field, and of its draft.
    field: String,
    /// The words typed into it and not sent.
    typed: String,
    /// The id that this form carries.
    new_id: String,
}

impl GoalsPage {
    async fn of(w: &mut Work<'_>, mut page: Page, typed: HashMap<GoalId, Form>) -> Result<Self> {
        let me = w.me()?;
        let mut typed = typed;
        let (mut open, mut past) = (Vec::new(), Vec::new());
        for goal in goals::goals_of(w, me).await? {
            if goal.state != GoalState::Open {
                past.push(Card::of(&w.cx, goal, None));
                continue;
            }
            let mut form = typed.remove(&goal.id);
            if form.is_none() {
                form = people::draft(w, &step_draft(goal.id)).await?;
                page.from_draft |= form.is_some();
            }
            open.push(Card::of(&w.cx, goal, form));
        }
        let mut steps = page.form.all("step").map(str::to_owned);
        let first = [
            steps.next().unwrap_or_default(),
            steps.next().unwrap_or_default(),
        ];
        drop(steps);
        let fresh = w.cx.new_id().to_string();
        let new_id = page.value("new_id", &fresh).to_owned();
        Ok(Self {
            page,
            open,
            past,
            new_id,
            first,
        })
    }
}

impl Card {
    fn of(cx: &Cx, goal: Goal, form: Option<Form>) -> Self {
        let form = form.unwrap_or_default();
        let new_id = match form.get("new_id") {
            "" => cx.new_id().to_string(),
            kept => kept.to_owned(),
        };
        Self {
            field: step_draft(goal.id),
            typed: form.get("step").to_owned(),
            new_id,
            goal,
        }
    }
}

/// One's own goals.
///
/// # Errors
/// The database's, or tampered.
pub async fn goals_page(cx: Cx) -> Result<Response> {
    let template = look!(cx, |w| {
        let draft = people::draft(w, GOAL_DRAFT).await?;
        let page = Page::new(&w.cx, "plans-title").draft(draft);
        GoalsPage::of(w, page, HashMap::new()).await
    })?;
    reply::page(&template)
}

/// The page again, with what was refused and everything that was typed.
async fn again(cx: &Cx, goal: Option<GoalId>, form: Form, refusals: Refusals) -> Result<Response> {
    let template = look!(cx, |w| {
        let page = Page::new(&w.cx, "plans-title");
        let (page, typed) = match goal {
            None => (page.refused(form, refusals), HashMap::new()),
            Some(id) => {
                let refusals = at_field(refusals, &step_draft(id));
                let page = page.refused(Form::default(), refusals);
                (page, HashMap::from([(id, form)]))
            }
        };
        GoalsPage::of(w, page, typed).await
    })?;
    reply::page_again(&template)
}

/// There is a field for a step under each goal; the refusal belongs to the one that was sent.
fn at_field(mut refusals: Refusals, field: &str) -> Refusals {
    for refusal in &mut refusals.0 {
        if refusal.field.as_deref() == Some("step") {
            refusal.field = Some(field.to_owned());
        }
    }
    refusals
}

fn new_goal(form: &Form) -> NewGoal {
    NewGoal {
        id: form.get("new_id").parse().ok(),
        title: form.get("title").to_owned(),
        steps: form.all("step").map(str::to_owned).collect(),
    }
}

/// Writes a goal.
///
/// # Errors
/// The database's.
pub async fn write_page(cx: Cx, form: Form) -> Result<Response> {
    let new = new_goal(&form);
    let done = work!(cx, |w| {
        let goal = goals::write(w, &new).await?;
        people::drop_draft(w, GOAL_DRAFT).await?;
        Ok(goal.id)
    });
    match done {
        Ok(id) => Ok(reply::see(&format!("/goals?said=goal-written#goal-{id}"))),
        Err(Error::Refused(refusals)) => again(&cx, None, form, refusals).await,
        Err(error) => Err(error),
    }
}

/// Writes a step of a goal.
///
/// # Errors
/// Not found.
pub async fn add_step_page(cx: Cx, Id(goal): Id<GoalId>, form: Form) -> Result<Response> {
    let new = NewStep {
        id: form.get("new_id").parse().ok(),
        text: form.get("step").to_owned(),
    };
    let done = work!(cx, |w| {
        goals::write_step(w, goal, &new).await?;
        people::drop_draft(w, &step_draft(goal)).await
    });
    match done {
        Ok(()) => Ok(reply::see(&format!("/goals#goal-{goal}"))),
        Err(Error::Refused(refusals)) => again(&cx, Some(goal), form, refusals).await,
        Err(error) => Err(error),
    }
}

/// Reached, let go, or open again.
///
/// # Errors
/// Not found; `unknown-choice`.
pub async fn state_page(cx: Cx, Id(goal): Id<GoalId>, form: Form) -> Result<Response> {
    let state = GoalState::from_word(form.get("state"))
        .ok_or_else(|| Refusal::of("state", "unknown-choice"));
    work!(cx, |w| goals::set_state(w, goal, state?).await)?;
    let said = match form.get("state") {
        "reached" => "goal-reached",
        "let_go" => "goal-let-go",
        _ => "goal-open",
    };
    Ok(reply::see(&format!("/goals?said={said}#goal-{goal}")))
}

/// Ticks a step, or takes the tick away.
///
/// # Errors
/// Not found.
pub async fn done_page(cx: Cx, Id(step): Id<StepId>, form: Form) -> Result<Response> {
    let done = form.get("done") != "false";
    let step = work!(cx, |w| goals::set_done(w, step, done).await)?;
    Ok(reply::see(&format!("/goals#goal-{}", step.goal)))
}

#[derive(Template)]
#[template(path = "plans/their_goals.html")]
struct TheirGoalsPage {
    page: Page,
    name: String,
    open: Vec<Goal>,
    past: Vec<Goal>,
}

/// The goals of a person whom the asker supports.
///
/// # Errors
/// Not found.
pub async fn their_goals_page(cx: Cx, Id(member): Id<MemberId>) -> Result<Response> {
    let (name, goals) = work!(cx, |w| {
        w.may(Act::ReadGoals, member, "goals", member.0).await?;
        Ok((w.name(member).await?, goals::goals_of(w, member).await?))
    })?;
    let page = Page::new(&cx, "plans-title");
    let title = page.with("plans-their-title", "name", &name);
    let (open, past) = goals.into_iter().partition(|g| g.state == GoalState::Open);
    reply::page(&TheirGoalsPage {
        page: page.titled(title),
        name,
        open,
        past,
    })
}
