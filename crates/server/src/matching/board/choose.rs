//! Choosing otherwise than the computation: what would change for everybody is worked out and
//! shown before it is kept, and what is kept is what was shown.

use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::RequestState;
use cairn_domain::matching::board::{Becomes, Changes, Given, compare};
use cairn_domain::{DAY, Refusal};
use sha2::{Digest, Sha256};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::board::choices::{self, Choice};
use crate::matching::board::joint::{Joint, joint, possible};
use crate::matching::problem::{Snapshot, snapshot};
use crate::matching::runs::{self, Outcome, Plan};
use crate::matching::store;
use crate::{look, work};

/// How often it is tried to keep what was shown while others write proposals too.
const TRIES: usize = 4;

/// What would change if a choice was kept.
pub struct Preview {
    /// The choice.
    pub choice: Choice,
    /// What would change for whom.
    pub changes: Changes,
    /// How well the person and the worker fit, 0 to 1000.
    pub score: u16,
    /// Who is proposed to the person now, and how well the two fit.
    pub now: Option<(MemberId, u16)>,
    /// Stands for all of the above: what is kept must have the same.
    pub token: String,
    plans: Vec<Plan>,
    turns: i64,
}

/// What became of keeping a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept, and the proposals of its computation are written.
    Yes(Outcome),
    /// It would change something else now than was shown: look again.
    Otherwise,
    /// The two cannot be proposed to each other now, for whatever reason.
    NotPossible,
}

/// How often proposals were written or let out so far.
async fn turns(w: &mut Work<'_>) -> Result<i64> {
    let programme = w.cx.programme()?.id;
    let row =
        w.tx.first(&store::board::TURNS, &params![programme.0])
            .await?;
    Ok(row.map_or(Ok(0), |row| row.int(0))?)
}

/// Works out what would change. `None` when the two are not possible, for whatever reason. Who asks
/// must have been let through before.
///
/// # Errors
/// `already-answered` when the request does not wait any more.
pub async fn preview(cx: &Cx, choice: Choice) -> Result<Option<Preview>> {
    let (turns, choices, snapshot) = look!(cx, |w| {
        let turns = turns(w).await?;
        let choices = choices::read(w).await?;
        Ok((turns, choices, snapshot(w, None).await?))
    })?;
    if !snapshot.requests.iter().any(|one| one.id == choice.request) {
        return Err(Refusal::new("already-answered").into());
    }
    let worked_out = move || work_out(&snapshot, &choices, choice, turns);
    tokio::task::spawn_blocking(worked_out)
        .await
        .map_err(|_| Error::Fault("the matching did not come to its end"))
}

/// Both assignments: as it would be by itself, and with the choice.
fn work_out(
    snapshot: &Snapshot,
    choices: &[Choice],
    choice: Choice,
    turns: i64,
) -> Option<Preview> {
    let person = snapshot
        .requests
        .iter()
        .position(|one| one.id == choice.request)?;
    let worker = snapshot
        .workers
        .iter()
        .position(|one| one.member == choice.worker)?;
    let (parts, _) = possible(&snapshot.problem, person, worker)?;
    let others: Vec<Choice> = choices
        .iter()
        .filter(|other| other.request != choice.request)
        .copied()
        .collect();
    let mine = [vec![choice], others].concat();
    let problem = &snapshot.problem;
    let then = joint(problem, &choices::fixed(problem, snapshot, &mine));
    let now = joint(problem, &choices::fixed(problem, snapshot, choices));
    let members: Vec<MemberId> = snapshot.workers.iter().map(|one| one.member).collect();
    let changes = compare(
        &given(snapshot, &members, &now),
        &given(snapshot, &members, &then),
    );
    let before =
        now.firsts[person].map(|first| (snapshot.workers[first].member, now.scores[person]));
    Some(Preview {
        choice,
        score: parts.score(),
        now: before,
        token: token(choice, &changes),
        changes,
        plans: runs::plan(snapshot, then),
        turns,
    })
}

/// An assignment of a snapshot's people to these workers, as the rules of the board take it.
#[must_use]
pub fn given(snapshot: &Snapshot, workers: &[MemberId], joint: &Joint) -> Vec<Given> {
    let people = snapshot.requests.iter().zip(&snapshot.problem.participants);
    let people = people.zip(joint.firsts.iter().zip(&joint.scores));
    people
        .map(|((request, person), (first, score))| Given {
            request: request.id,
            days: i64::try_from(person.waiting_days).unwrap_or(i64::MAX),
            worker: first.map(|first| workers[first]),
            score: i64::from(*score),
        })
        .collect()
}

/// A short word for what a choice changes: the same changes, the same word.
fn token(choice: Choice, changes: &Changes) -> String {
    let mut text = format!(
        "{} {} {} {} {}",
        choice.request, choice.worker, changes.served_then, changes.fit_now, changes.fit_then
    );
    for one in &changes.moved {
        let (from, to) = match one.becomes {
            Becomes::Other { from, to } => (Some(from), Some(to)),
            Becomes::Longer { from } => (Some(from), None),
            Becomes::Sooner { to } => (None, Some(to)),
        };
        text.push_str(&format!(" {}:{from:?}:{to:?}", one.request));
    }
    let hash = Sha256::digest(text.as_bytes());
    hash.iter()
        .take(12)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// Keeps a choice, if it changes what was shown.
///
/// # Errors
/// Not found for a request that is not the asker's to see; `already-answered` when it does not wait
/// any more.
pub async fn keep(cx: &Cx, choice: Choice, shown: &str) -> Result<Kept> {
    work!(cx, |w| admit(w, choice.request).await)?;
    for _ in 0..TRIES {
        let Some(preview) = preview(cx, choice).await? else {
            return Ok(Kept::NotPossible);
        };
        if preview.token != shown {
            return Ok(Kept::Otherwise);
        }
        if let Some(outcome) = work!(cx, |w| write(w, preview).await)? {
            return Ok(Kept::Yes(outcome));
        }
    }
    Ok(Kept::Otherwise)
}

/// Lets the asker through to somebody who waits, and writes it down.
async fn admit(w: &mut Work<'_>, id: RequestId) -> Result<()> {
    let request = runs::open(w, Act::ChooseWorker, id).await?;
    match request.state {
        RequestState::Waiting => Ok(()),
        _ => Err(Refusal::new("already-answered").into()),
    }
}

/// Writes the proposals of a choice; `None` when somebody wrote others since it was worked out.
async fn write(w: &mut Work<'_>, preview: Preview) -> Result<Option<Outcome>> {
    runs::take_turn(w).await?;
    if turns(w).await? != preview.turns + 1 {
        return Ok(None);
    }
    let choice = preview.choice;
    let mine = |plan: &&Plan| plan.request.id == choice.request;
    let version = preview
        .plans
        .iter()
        .find(mine)
        .map(|plan| plan.request.version);
    let row =
        w.tx.one(&store::REQUEST_STANDS, &params![choice.request.0])
            .await?;
    let waits = row.text(1)? == RequestState::Waiting.word();
    if !waits || Some(row.int(2)?) != version {
        return Err(Refusal::new("already-answered").into());
    }
    choices::keep(w, choice).await?;
    runs::keep_plans(w, preview.plans).await.map(Some)
}

/// Who is proposed to somebody first now.
///
/// # Errors
/// The database's.
pub async fn first_now(w: &mut Work<'_>, request: RequestId) -> Result<Option<MemberId>> {
    let row =
        w.tx.first(&store::board::FIRST_NOW, &params![request.0])
            .await?;
    Ok(row.map(|row| row.id(0).map(MemberId)).transpose()?)
}

/// Days since a moment.
#[must_use]
pub fn days_since(now: i64, at: Option<i64>) -> i64 {
    (now - at.unwrap_or(now)).max(0) / DAY
}
