//! Goals and their steps: reading them, writing them, ticking them off. Words are sealed with the
//! participant's key.

use cairn_db::{Row, params};
use cairn_domain::access::Act;
use cairn_domain::id::{GoalId, MemberId, StepId};
use cairn_domain::plans::{self, GoalState, MOST_STEPS};
use cairn_domain::{Micros, Refusal, Refusals};
use cairn_seal::Place;
use uuid::Uuid;

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::plans::store;

/// A goal in a participant's own words.
#[derive(Clone, Debug)]
pub struct Goal {
    /// Its id.
    pub id: GoalId,
    /// Whose it is.
    pub participant: MemberId,
    /// Where it stands.
    pub state: GoalState,
    /// The words.
    pub title: String,
    /// When it was written, microseconds since 1970 UTC.
    pub created_at: Micros,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// A small step.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// The goal it leads to.
    pub goal: GoalId,
    /// Whose it is.
    pub participant: MemberId,
    /// The words.
    pub text: String,
    /// When it was ticked, microseconds since 1970 UTC; `None` while it is not done.
    pub done_at: Option<Micros>,
}

impl Goal {
    /// How many steps are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.steps.iter().filter(|s| s.done_at.is_some()).count()
    }
}

/// A goal as it was sent.
#[derive(Clone, Debug, Default)]
pub struct NewGoal {
    /// The id that its form was given, so that sending it twice makes one goal.
    pub id: Option<Uuid>,
    /// The words.
    pub title: String,
    /// First steps; empty ones are left out.
    pub steps: Vec<String>,
}

/// A step as it was sent.
#[derive(Clone, Debug, Default)]
pub struct NewStep {
    /// The id that its form was given, so that sending it twice makes one step.
    pub id: Option<Uuid>,
    /// The words.
    pub text: String,
}

fn title_place(goal: GoalId) -> Place {
    Place {
        table: "plans_goal",
        column: "sealed_title",
        row: goal.bytes(),
    }
}

fn text_place(step: StepId) -> Place {
    Place {
        table: "plans_step",
        column: "sealed_text",
        row: step.bytes(),
    }
}

async fn read_goal(w: &mut Work<'_>, row: &Row) -> Result<Goal> {
    let id = GoalId(row.id(0)?);
    let participant = MemberId(row.id(1)?);
    Ok(Goal {
        id,
        participant,
        state: GoalState::from_word(&row.text(2)?)
            .ok_or(Error::Fault("a goal's state is not known"))?,
        title: w.open(participant, title_place(id), &row.bytes(3)?).await?,
        created_at: row.int(4)?,
        steps: Vec::new(),
    })
}

async fn read_step(w: &mut Work<'_>, row: &Row) -> Result<Step> {
    let id = StepId(row.id(0)?);
    let participant = MemberId(row.id(2)?);
    Ok(Step {
        id,
        goal: GoalId(row.id(1)?),
        participant,
        text: w.open(participant, text_place(id), &row.bytes(3)?).await?,
        done_at: row.opt_int(4)?,
    })
}

/// All goals of a person with their steps. For anybody else than the person themselves, who asks
/// must have been let through by [`Work::may`].
///
/// # Errors
/// The database's, or tampered.
pub async fn goals_of(w: &mut Work<'_>, participant: MemberId) -> Result<Vec<Goal>> {
    let whose = params![participant.0];
    let rows = w.tx.all(&store::GOALS, &whose).await?;
    let mut goals = Vec::with_capacity(rows.len());
    for row in &rows {
        goals.push(read_goal(w, row).await?);
    }
    for row in w.tx.all(&store::STEPS, &whose).await? {
        let step = read_step(w, &row).await?;
        if let Some(goal) = goals.iter_mut().find(|goal| goal.id == step.goal) {
            goal.steps.push(step);
        }
    }
    Ok(goals)
}

/// How far a person has come with what they work towards now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GoalCounts {
    /// Goals that are open.
    pub open: i64,
    /// Steps of these that are done.
    pub steps_done: i64,
    /// All steps of these.
    pub steps: i64,
}

/// Counts a person's goals without reading their words.
///
/// # Errors
/// The database's.
pub async fn goal_counts(w: &mut Work<'_>, participant: MemberId) -> Result<GoalCounts> {
    let row =
        w.tx.one(&store::GOAL_COUNTS, &params![participant.0])
            .await?;
    Ok(GoalCounts {
        open: row.int(0)?,
        steps_done: row.int(1)?,
        steps: row.int(2)?,
    })
}

/// A goal by its id, without its steps.
async fn goal(w: &mut Work<'_>, id: GoalId) -> Result<Goal> {
    let row = w.tx.one(&store::GOAL, &params![id.0]).await?;
    read_goal(w, &row).await
}

/// A step by its id.
async fn step(w: &mut Work<'_>, id: StepId) -> Result<Step> {
    let row = w.tx.one(&store::STEP, &params![id.0]).await?;
    read_step(w, &row).await
}

/// Writes a goal of the asker's own, with its first steps.
///
/// # Errors
/// `empty`, `too-long` or `control-characters` on `title` or `step`; `too-many-choices`.
pub async fn write(w: &mut Work<'_>, new: &NewGoal) -> Result<Goal> {
    let me = w.me()?;
    let mut refusals = Refusals::default();
    let title = refusals.keep(plans::title(&new.title)).unwrap_or_default();
    let mut steps = Vec::new();
    for text in new.steps.iter().filter(|text| !text.trim().is_empty()) {
        steps.extend(refusals.keep(plans::step(text)));
    }
    if steps.len() > MOST_STEPS {
        refusals.push(Refusal::of("step", "too-many-choices").with("limit", MOST_STEPS));
    }
    Work::settle(refusals)?;
    if let Some(same) = sent_before(w, new.id, me, &title).await? {
        return Ok(same);
    }
    let id = match new.id {
        Some(id) if is_free(w, id).await? => GoalId(id),
        _ => GoalId(w.cx.new_id()),
    };
    w.may(Act::WriteGoals, me, "goal", id.0).await?;
    add_goal(w, me, id, &title, GoalState::Open).await?;
    for text in &steps {
        let step = StepId(w.cx.new_id());
        add_step(w, (me, id), step, text, None).await?;
    }
    whole(w, me, id).await
}

/// The same goal, when this form was sent before.
async fn sent_before(
    w: &mut Work<'_>,
    id: Option<Uuid>,
    me: MemberId,
    title: &str,
) -> Result<Option<Goal>> {
    let Some(id) = id.map(GoalId) else {
        return Ok(None);
    };
    let Some(row) = w.tx.first(&store::GOAL, &params![id.0]).await? else {
        return Ok(None);
    };
    if MemberId(row.id(1)?) != me {
        return Ok(None);
    }
    // Other words under the same id are another goal: nothing typed is lost.
    let same = read_goal(w, &row).await?.title == title;
    if same {
        whole(w, me, id).await.map(Some)
    } else {
        Ok(None)
    }
}

async fn is_free(w: &mut Work<'_>, id: Uuid) -> Result<bool> {
    Ok(w.tx.first(&store::GOAL, &params![id]).await?.is_none())
}

async fn whole(w: &mut Work<'_>, participant: MemberId, id: GoalId) -> Result<Goal> {
    let goals = goals_of(w, participant).await?;
    goals
        .into_iter()
        .find(|goal| goal.id == id)
        .ok_or(Error::NOT_YOURS)
}

/// Keeps a goal. Whoever asks must have been let through by [`Work::may`].
///
/// # Errors
/// The database's.
pub async fn add_goal(
    w: &mut Work<'_>,
    participant: MemberId,
    id: GoalId,
    title: &str,
    state: GoalState,
) -> Result<()> {
    let programme = w.cx.programme()?.id;
    let sealed = w.seal(participant, title_place(id), title).await?;
    let values = params![
        id.0,
        programme.0,
        participant.0,
        state.word(),
        sealed,
        w.now()
    ];
    w.tx.execute(&store::ADD_GOAL, &values).await?;
    Ok(())
}

/// Keeps a step behind the others of its goal. Whoever asks must have been let through by
/// [`Work::may`].
///
/// # Errors
/// The database's.
pub async fn add_step(
    w: &mut Work<'_>,
    (participant, goal): (MemberId, GoalId),
    id: StepId,
    text: &str,
    done_at: Option<Micros>,
) -> Result<()> {
    w.tx.execute(&store::TOUCH_GOAL, &params![goal.0, w.now()])
        .await?;
    let place = steps_there(w, goal).await? + 1;
    let sealed = w.seal(participant, text_place(id), text).await?;
    let values = params![id.0, goal.0, participant.0, place, sealed, w.now(), done_at];
    w.tx.execute(&store::ADD_STEP, &values).await?;
    Ok(())
}

async fn steps_there(w: &mut Work<'_>, goal: GoalId) -> Result<i64> {
    let row = w.tx.one(&store::COUNT_STEPS, &params![goal.0]).await?;
    Ok(row.int(0)?)
}

/// Writes a step of one of the asker's own goals.
///
/// # Errors
/// Not found; `empty`, `too-long` or `control-characters` on `step`; `too-many-choices`.
pub async fn write_step(w: &mut Work<'_>, goal_id: GoalId, new: &NewStep) -> Result<Step> {
    let goal = goal(w, goal_id).await?;
    let mut id = StepId(new.id.unwrap_or_else(|| w.cx.new_id()));
    w.may(Act::WriteGoals, goal.participant, "step", id.0)
        .await?;
    let text = plans::step(&new.text)?;
    w.tx.execute(&store::TOUCH_GOAL, &params![goal.id.0, w.now()])
        .await?;
    if let Some(row) = w.tx.first(&store::STEP, &params![id.0]).await? {
        if MemberId(row.id(2)?) == goal.participant {
            let there = read_step(w, &row).await?;
            if there.text == text && there.goal == goal.id {
                return Ok(there);
            }
        }
        id = StepId(w.cx.new_id());
    }
    if usize::try_from(steps_there(w, goal.id).await?).unwrap_or(0) >= MOST_STEPS {
        return Err(Refusal::of("step", "too-many-choices")
            .with("limit", MOST_STEPS)
            .into());
    }
    add_step(w, (goal.participant, goal.id), id, &text, None).await?;
    step(w, id).await
}

/// Ticks a step of the asker's own, or takes the tick away. Doing it twice changes nothing.
///
/// # Errors
/// Not found.
pub async fn set_done(w: &mut Work<'_>, id: StepId, done: bool) -> Result<Step> {
    let mut step = step(w, id).await?;
    w.may(Act::WriteGoals, step.participant, "step", id.0)
        .await?;
    if step.done_at.is_some() != done {
        step.done_at = done.then(|| w.now());
        w.tx.execute(&store::SET_STEP_DONE, &params![id.0, step.done_at])
            .await?;
        w.tx.execute(&store::TOUCH_GOAL, &params![step.goal.0, w.now()])
            .await?;
    }
    Ok(step)
}

/// Says where a goal of the asker's own stands: open, reached or let go.
///
/// # Errors
/// Not found.
pub async fn set_state(w: &mut Work<'_>, id: GoalId, state: GoalState) -> Result<()> {
    let goal = goal(w, id).await?;
    w.may(Act::WriteGoals, goal.participant, "goal", id.0)
        .await?;
    let values = params![id.0, state.word(), w.now()];
    w.tx.execute(&store::SET_GOAL_STATE, &values).await?;
    Ok(())
}
