//! Working out who might suit whom: what is needed is read in one piece of work, the solving
//! happens on a thread of its own outside any transaction, and what came out is written in another
//! piece of work, for those requests only that nobody has touched in between.

use cairn_db::params;
use cairn_domain::Refusal;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, OfferId, RequestId};
use cairn_domain::matching::{Fewer, RequestState, Step, both_free, choose};
use cairn_matching as engine;
use serde::{Deserialize, Serialize};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::board::choices::{self, Choice};
use crate::matching::board::joint::{Joint, joint};
use crate::matching::offers::{self, Why};
use crate::matching::problem::{Snapshot, snapshot};
use crate::matching::{problem, release, store};
use crate::people::{self, Request};
use crate::{look, work};

/// How often it is worked out anew when choices are made in between.
const TRIES: usize = 4;

/// For whom it is worked out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everybody who waits, together.
    All,
    /// One person, from the places that are proposed to nobody else.
    One(RequestId),
}

/// What came out of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// People who have proposals now.
    pub served: usize,
    /// People for whom nobody was found.
    pub unserved: usize,
    /// People whose request had changed in the meantime: they were left alone.
    pub moved_on: usize,
    /// Whether the offers went out by themselves.
    pub released: bool,
}

/// Why somebody is told that there are fewer than three, and who they are.
type Chosen = (Vec<Draft>, Option<Fewer>);

/// Somebody who came near to fitting, and what was missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Near {
    /// The worker.
    pub worker: MemberId,
    /// What was missing; empty for somebody who fits and has no place left.
    pub lacks: Vec<engine::Lack>,
}

/// What was worked out for one request.
pub(super) struct Plan {
    /// The request as it was read.
    pub(super) request: Request,
    offers: Vec<Draft>,
    fewer: Option<Fewer>,
    unserved: Option<(engine::Reason, Vec<Near>)>,
}

/// One offer to be.
struct Draft {
    worker: MemberId,
    value: i64,
    why: Why,
}

/// Works out proposals and keeps them; where the programme wants it so, they go out at once.
///
/// # Errors
/// Not found for a request that is not the asker's to see; `already-answered` or `not-in-order`
/// for one request that does not wait any more.
pub async fn run(cx: &Cx, scope: Scope) -> Result<Outcome> {
    work!(cx, |w| admit(w, scope).await)?;
    for _ in 0..TRIES {
        let (snapshot, chosen) = look!(cx, |w| read(w, scope).await)?;
        let plans = tokio::task::spawn_blocking({
            let fixed = choices::fixed(&snapshot.problem, &snapshot, &chosen);
            move || plan(&snapshot, joint(&snapshot.problem, &fixed))
        });
        let plans = plans
            .await
            .map_err(|_| Error::Fault("the matching did not come to its end"))?;
        if let Some(outcome) = work!(cx, |w| keep(w, scope, plans, &chosen).await)? {
            return Ok(outcome);
        }
    }
    Err(Refusal::new("already-answered").into())
}

/// What there is to work with, and the choices to keep to. Looking for one person sets the choice
/// that was made for them aside.
async fn read(w: &mut Work<'_>, scope: Scope) -> Result<(Snapshot, Vec<Choice>)> {
    match scope {
        Scope::All => {
            let chosen = choices::read(w).await?;
            Ok((snapshot(w, None).await?, chosen))
        }
        Scope::One(id) => Ok((snapshot(w, Some(id)).await?, Vec::new())),
    }
}

/// Lets the asker through, and writes down that they read what everybody concerned answered.
async fn admit(w: &mut Work<'_>, scope: Scope) -> Result<()> {
    let id = match scope {
        Scope::All => return w.note(Act::RunMatching, "matching-run", None).await,
        Scope::One(id) => id,
    };
    let row = w.tx.one(&store::REQUEST_STANDS, &params![id.0]).await?;
    w.may(Act::RunMatching, MemberId(row.id(0)?), "request", id.0)
        .await?;
    let state = RequestState::from_word(&row.text(1)?).ok_or(Error::NOT_YOURS)?;
    if matches!(state, RequestState::Draft | RequestState::Withdrawn) {
        return Err(Error::NOT_YOURS);
    }
    state.after(Step::Release)?;
    Ok(())
}

/// Adds to the joint assignment, for everybody in it, seconds and thirds from places left over.
pub(super) fn plan(snapshot: &Snapshot, joint: Joint) -> Vec<Plan> {
    let chosen = chosen(snapshot, &joint.firsts);
    let mut plans = Vec::with_capacity(chosen.len());
    let people = snapshot.requests.iter().zip(chosen);
    for ((request, (offers, fewer)), left_out) in people.zip(joint.left_out) {
        plans.push(Plan {
            request: request.clone(),
            offers,
            fewer,
            unserved: left_out.map(|one| (one.reason, near(one.closest))),
        });
    }
    plans
}

/// Whom each person is offered, and why fewer than three where it is so.
fn chosen(snapshot: &Snapshot, firsts: &[Option<usize>]) -> Vec<Chosen> {
    let problem = &snapshot.problem;
    let waits: Vec<(u8, u64)> = problem
        .participants
        .iter()
        .map(|person| (person.priority, person.waiting_days))
        .collect();
    let turns = choose::turns(&waits);
    let all = choose::choose(&snapshot.spare, firsts, &turns, |person, open| {
        let ranked = engine::rank(problem, person, open);
        ranked.into_iter().map(|one| (one.index, one)).collect()
    });
    let anybody = vec![1; problem.workers.len()];
    let told = |(person, offers): (usize, Vec<(usize, engine::Candidate)>)| {
        let fewer = (!offers.is_empty() && offers.len() < choose::MOST_OFFERS).then(|| {
            match engine::rank(problem, person, &anybody).len() > offers.len() {
                true => Fewer::Places,
                false => Fewer::Nobody,
            }
        });
        let drafts = offers
            .into_iter()
            .map(|(_, one)| draft(snapshot, person, one));
        (drafts.collect(), fewer)
    };
    all.into_iter().enumerate().map(told).collect()
}

fn near(closest: Vec<engine::Close>) -> Vec<Near> {
    let near = |close: engine::Close| {
        Some(Near {
            worker: close.worker.parse().ok()?,
            lacks: close.lacks,
        })
    };
    closest.into_iter().filter_map(near).collect()
}

/// Why a worker might suit somebody of a snapshot.
pub(super) fn why(snapshot: &Snapshot, person: usize, one: engine::Candidate) -> Why {
    draft(snapshot, person, one).why
}

fn draft(snapshot: &Snapshot, person: usize, one: engine::Candidate) -> Draft {
    let (who, worker) = (
        &snapshot.problem.participants[person],
        &snapshot.problem.workers[one.index],
    );
    let spans = |list: &[engine::Span]| -> Vec<[u32; 2]> {
        list.iter()
            .map(|s| [u32::from(s.start), u32::from(s.end)])
            .collect()
    };
    let weights = one
        .shared
        .experiences
        .iter()
        .map(|code| {
            let said = who.experiences.iter().find(|e| e.code == *code);
            said.map_or(1, |e| e.weight)
        })
        .collect();
    let sector = (one.parts.workplace > 0)
        .then(|| who.sector.clone())
        .flatten();
    Draft {
        worker: snapshot.workers[one.index].member,
        value: one.value,
        why: Why {
            free: both_free(&spans(&who.availability), &spans(&worker.availability)),
            weights,
            sector,
            in_reach: engine::within_reach(who, worker),
            parts: one.parts,
            shared: one.shared,
        },
    }
}

/// Writes the proposals of those requests that stand as they did.
/// `None` when a choice was made meanwhile that this computation did not know of.
async fn keep(
    w: &mut Work<'_>,
    scope: Scope,
    plans: Vec<Plan>,
    chosen: &[Choice],
) -> Result<Option<Outcome>> {
    take_turn(w).await?;
    match scope {
        Scope::All if choices::read(w).await? != chosen => return Ok(None),
        Scope::All => {}
        Scope::One(id) => choices::drop(w, id).await?,
    }
    let all = scope == Scope::All;
    let outcome = keep_all(w, plans, all).await?;
    if !all && outcome.moved_on > 0 {
        return Err(Refusal::new("already-answered").into());
    }
    Ok(Some(outcome))
}

/// Writes the proposals of a computation for all. Who writes must have taken the programme's turn.
///
/// # Errors
/// The database's.
pub(super) async fn keep_plans(w: &mut Work<'_>, plans: Vec<Plan>) -> Result<Outcome> {
    keep_all(w, plans, true).await
}

async fn keep_all(w: &mut Work<'_>, plans: Vec<Plan>, all: bool) -> Result<Outcome> {
    let programme = w.cx.programme()?.clone();
    if all {
        w.tx.execute(&store::RAN, &params![programme.id.0, w.now()])
            .await?;
    }
    let mut outcome = Outcome {
        released: programme.settings.offers_go_out,
        ..Outcome::default()
    };
    if outcome.released {
        // Workers before offers and requests, as everywhere.
        let workers = plans.iter().flat_map(|plan| &plan.offers);
        let workers = workers.map(|draft| draft.worker).collect();
        problem::hold_all(w, &workers).await?;
    }
    let mut ready = Vec::new();
    for plan in plans {
        let id = plan.request.id;
        let row = w.tx.one(&store::REQUEST_STANDS, &params![id.0]).await?;
        let waits = row.text(1)? == RequestState::Waiting.word();
        if !waits || row.int(2)? != plan.request.version {
            outcome.moved_on += 1;
            continue;
        }
        keep_one(w, &plan).await?;
        if plan.unserved.is_some() {
            outcome.unserved += 1;
        } else {
            outcome.served += 1;
            ready.push(id);
        }
    }
    if outcome.released {
        let out = release::let_out(w, &ready).await?;
        outcome.moved_on += out.iter().filter(|one| one.sent == 0).count();
    }
    Ok(outcome)
}

/// Makes this work wait for others that write proposals of the programme or let offers out.
///
/// # Errors
/// The database's.
pub async fn take_turn(w: &mut Work<'_>) -> Result<()> {
    let programme = w.cx.programme()?.id;
    w.tx.execute(&store::TAKE_TURN, &params![programme.0])
        .await?;
    Ok(())
}

async fn keep_one(w: &mut Work<'_>, plan: &Plan) -> Result<()> {
    let (request, participant) = (plan.request.id, plan.request.participant);
    let programme = w.cx.programme()?.id;
    w.tx.execute(&store::DROP_PROPOSED, &params![request.0])
        .await?;
    for (place, draft) in (1i64..).zip(&plan.offers) {
        let id = OfferId(w.cx.new_id());
        let why = serde_json::to_string(&draft.why)
            .map_err(|_| Error::Fault("an offer's reasons could not be written"))?;
        let sealed = w.seal(participant, offers::why_place(id), &why).await?;
        let values = params![
            id.0,
            programme.0,
            request.0,
            participant.0,
            draft.worker.0,
            place,
            draft.value,
            i64::from(draft.why.parts.score()),
            sealed,
            w.now(),
            plan.fewer.map(Fewer::word)
        ];
        w.tx.execute(&store::ADD_OFFER, &values).await?;
    }
    match &plan.unserved {
        None => {
            w.tx.execute(&store::DROP_UNSERVED, &params![request.0])
                .await?;
        }
        Some((reason, closest)) => {
            let closest = serde_json::to_string(closest)
                .map_err(|_| Error::Fault("what was missing could not be written"))?;
            let values = params![
                request.0,
                programme.0,
                reason_word(*reason),
                closest,
                w.now()
            ];
            w.tx.execute(&store::KEEP_UNSERVED, &values).await?;
        }
    }
    Ok(())
}

fn reason_word(reason: engine::Reason) -> &'static str {
    match reason {
        engine::Reason::NoPossibleWorker => "no_possible_worker",
        engine::Reason::NoCapacityLeft => "no_capacity_left",
    }
}

/// Somebody who could not be served when it was last worked out.
pub struct Unserved {
    /// Their request.
    pub request: RequestId,
    /// Whether there is somebody who would fit and has no place left.
    pub no_place: bool,
    /// Who came nearest.
    pub closest: Vec<Near>,
    /// When it was worked out, microseconds since 1970 UTC.
    pub found_at: i64,
}

fn read_unserved(row: &cairn_db::Row) -> Result<Unserved> {
    Ok(Unserved {
        request: RequestId(row.id(0)?),
        no_place: row.text(1)? == "no_capacity_left",
        closest: serde_json::from_str(&row.text(2)?)
            .map_err(|_| Error::Fault("what was missing cannot be read"))?,
        found_at: row.int(3)?,
    })
}

/// Everybody of the programme who waits and could not be served.
///
/// # Errors
/// The database's.
pub async fn unserved(w: &mut Work<'_>) -> Result<Vec<Unserved>> {
    let programme = w.cx.programme()?.id;
    let rows = w.tx.all(&store::UNSERVED, &params![programme.0]).await?;
    rows.iter().map(read_unserved).collect()
}

/// Why one person could not be served; `None` when they could, or it was not worked out.
///
/// # Errors
/// The database's.
pub async fn unserved_one(w: &mut Work<'_>, request: RequestId) -> Result<Option<Unserved>> {
    let row =
        w.tx.first(&store::UNSERVED_ONE, &params![request.0])
            .await?;
    row.as_ref().map(read_unserved).transpose()
}

/// When it was last worked out for everybody, microseconds since 1970 UTC.
///
/// # Errors
/// The database's.
pub async fn last_run(w: &mut Work<'_>) -> Result<Option<i64>> {
    let programme = w.cx.programme()?.id;
    match w.tx.first(&store::LAST_RUN, &params![programme.0]).await? {
        None => Ok(None),
        Some(row) => Ok(row.opt_int(0)?),
    }
}

/// Whose a request is, for [`Work::may`].
///
/// # Errors
/// Not found.
pub async fn owner(w: &mut Work<'_>, request: RequestId) -> Result<MemberId> {
    let row =
        w.tx.one(&store::REQUEST_STANDS, &params![request.0])
            .await?;
    Ok(MemberId(row.id(0)?))
}

/// Opens a request for the coordinator. Drafts and withdrawn requests are nobody else's.
///
/// # Errors
/// Not found.
pub async fn open(w: &mut Work<'_>, act: Act, request: RequestId) -> Result<Request> {
    let participant = owner(w, request).await?;
    w.may(act, participant, "request", request.0).await?;
    let request = people::request(w, request).await?;
    match request.state {
        RequestState::Draft | RequestState::Withdrawn => Err(Error::NOT_YOURS),
        _ => Ok(request),
    }
}
