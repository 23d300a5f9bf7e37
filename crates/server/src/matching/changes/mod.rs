//! Changes of worker, at any time and by either side or the coordinator. A change is a request of its
//! own that goes the normal way; the worker of before stays until somebody new has said yes, unless
//! it was asked otherwise, and then the two have some days to say goodbye.

mod ask;
mod hand_over;
mod hand_over_pages;
mod pages;

pub use ask::{Asking, Led, ask, take_back};
pub use hand_over_pages::{hand_over_act_page, hand_over_page};
pub use pages::{ask_act_page, ask_page, change_page, end_page, take_back_page};

use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{ChangeId, ConversationId, MemberId, RelationshipId, RequestId};
use cairn_domain::matching::changes as rules;
use cairn_domain::matching::{Asker, ChangeState, RequestState, StoodBy};
use cairn_domain::{DAY, Micros, Refusal};
use cairn_seal::Place;

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::meetings::{tell, told_is_over};
use crate::matching::offers;
use crate::matching::store::changes as store;
use crate::{conversations, people};

/// What the trail calls a change of worker.
const KIND: &str = "change";
/// How long after a change the person still finds it on the page they start from.
const AFTERWARDS: Micros = 60 * DAY;

/// A change of worker.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its id.
    pub id: ChangeId,
    /// Who is supported.
    pub participant: MemberId,
    /// The worker of before.
    pub worker: MemberId,
    /// Their relationship with the worker of before.
    pub relationship: RelationshipId,
    /// Where they write to each other.
    pub thread: Option<ConversationId>,
    /// The request by which somebody new is looked for.
    pub request: RequestId,
    /// Whether it was begun for this.
    pub own_request: bool,
    /// Where it stands.
    pub state: ChangeState,
    /// Whether the worker of before stays until somebody new has said yes.
    pub keeps: bool,
    /// Who stands by it.
    pub by: StoodBy,
    /// The worker's words for the coordinator, sealed.
    sealed_note: Option<Vec<u8>>,
    /// Who has said yes.
    pub new_worker: Option<MemberId>,
    /// The last message there was when they came.
    pub came_seq: i64,
    /// When the time for saying goodbye is over.
    pub ends_at: Option<Micros>,
    /// Whether the relationship with the worker of before runs.
    pub runs: bool,
}

fn note_place(id: ChangeId) -> Place {
    Place {
        table: "matching_change",
        column: "sealed_note",
        row: id.bytes(),
    }
}

/// A change by its id. Who asks must be let through by [`Work::may`].
///
/// # Errors
/// Not found.
pub async fn change(w: &mut Work<'_>, id: ChangeId) -> Result<Change> {
    let row = w.tx.one(&store::CHANGE, &params![id.0]).await?;
    let state = ChangeState::from_word(&row.text(6)?)
        .ok_or(Error::Fault("where a change stands is not known"))?;
    // A request that was taken back by itself took the change with it.
    let withdrawn =
        state == ChangeState::Looking && row.text(15)? == RequestState::Withdrawn.word();
    Ok(Change {
        id,
        participant: MemberId(row.id(0)?),
        worker: MemberId(row.id(1)?),
        relationship: RelationshipId(row.id(2)?),
        thread: row.opt_id(3)?.map(ConversationId),
        request: RequestId(row.id(4)?),
        own_request: row.boolean(5)?,
        state: if withdrawn {
            ChangeState::TakenBack
        } else {
            state
        },
        keeps: row.boolean(7)?,
        by: StoodBy {
            participant: row.boolean(8)?,
            worker: row.boolean(9)?,
            coordinator: row.boolean(10)?,
        },
        sealed_note: row.opt_bytes(11)?,
        new_worker: row.opt_id(12)?.map(MemberId),
        came_seq: row.opt_int(13)?.unwrap_or(0),
        ends_at: row.opt_int(14)?,
        runs: row.opt_int(16)?.is_none(),
    })
}

/// The worker's words for the coordinator; empty when there are none.
///
/// # Errors
/// Tampered.
pub async fn note(w: &mut Work<'_>, change: &Change) -> Result<String> {
    match &change.sealed_note {
        None => Ok(String::new()),
        Some(sealed) => {
            w.open(change.participant, note_place(change.id), sealed)
                .await
        }
    }
}

/// The changes that a request belongs to.
///
/// # Errors
/// The database's.
pub async fn of_request(w: &mut Work<'_>, request: RequestId) -> Result<Vec<Change>> {
    let values = params![request.0];
    let ids = w.tx.all(&store::CHANGES_OF_REQUEST, &values).await?;
    let mut all = Vec::with_capacity(ids.len());
    for row in &ids {
        all.push(change(w, ChangeId(row.id(0)?)).await?);
    }
    Ok(all)
}

/// The conversation that goes on with the new worker.
///
/// # Errors
/// The database's.
pub async fn thread_of(w: &mut Work<'_>, request: RequestId) -> Result<Option<ConversationId>> {
    let all = of_request(w, request).await?;
    Ok(all.iter().find_map(|change| change.thread))
}

async fn hold(w: &mut Work<'_>, id: ChangeId) -> Result<()> {
    w.tx.execute(&store::HOLD_CHANGE, &params![id.0]).await?;
    Ok(())
}

/// A change moves on from where it was read.
async fn to(
    w: &mut Work<'_>,
    change: &mut Change,
    state: ChangeState,
    ends_at: Option<Micros>,
) -> Result<()> {
    let over = matches!(state, ChangeState::Done | ChangeState::TakenBack);
    let ended_at = over.then(|| w.now());
    let (before, after) = (change.state.word(), state.word());
    let values = params![change.id.0, before, after, ends_at, ended_at];
    if w.tx.execute(&store::MOVE_CHANGE, &values).await? == 0 {
        return Err(Refusal::new("already-answered").into());
    }
    change.state = state;
    change.ends_at = ends_at;
    Ok(())
}

/// Somebody new has said yes to a request: where it belongs to a change, the worker of before and
/// the person have some days from now to say goodbye. The request is held by whoever calls.
///
/// # Errors
/// The database's.
pub async fn said_yes(
    w: &mut Work<'_>,
    request: RequestId,
    worker: MemberId,
    came_seq: i64,
) -> Result<()> {
    for found in of_request(w, request).await? {
        people::hold_relationship(w, found.relationship).await?;
        hold(w, found.id).await?;
        let mut change = change(w, found.id).await?;
        let values = params![change.id.0, worker.0, came_seq];
        w.tx.execute(&store::NEW_WORKER, &values).await?;
        if change.state != ChangeState::Looking {
            continue;
        }
        let (person, before) = (change.participant, change.worker);
        if change.runs {
            let days = w.cx.programme()?.settings.ending_days;
            let ends_at = rules::ends_at(w.now(), days);
            to(w, &mut change, ChangeState::Ending, Some(ends_at)).await?;
            tell(w, before, person, "ending", change.id.0).await?;
        } else {
            to(w, &mut change, ChangeState::Done, None).await?;
        }
        tell(w, person, worker, "new-worker", change.id.0).await?;
    }
    Ok(())
}

/// With the new worker it was not the right fit: nothing is handed over any more, and if the worker
/// of before is still there they stay until somebody else has said yes.
///
/// # Errors
/// The database's.
pub async fn was_not_the_one(w: &mut Work<'_>, request: RequestId, worker: MemberId) -> Result<()> {
    for found in of_request(w, request).await? {
        people::hold_relationship(w, found.relationship).await?;
        hold(w, found.id).await?;
        let mut change = change(w, found.id).await?;
        if change.new_worker != Some(worker) {
            continue;
        }
        let (nobody, none): (Option<uuid::Uuid>, Option<i64>) = (None, None);
        w.tx.execute(&store::NEW_WORKER, &params![change.id.0, nobody, none])
            .await?;
        w.tx.execute(&store::CLOSE_HAND_OVER, &params![change.id.0])
            .await?;
        told_is_over(w, worker, change.id.0).await?;
        if change.state == ChangeState::Ending && change.runs {
            to(w, &mut change, ChangeState::Looking, None).await?;
            let (person, before) = (change.participant, change.worker);
            for member in [person, before] {
                told_is_over(w, member, change.id.0).await?;
            }
            tell(w, before, person, "stays", change.id.0).await?;
            tell(w, person, before, "stays-own", change.id.0).await?;
        }
    }
    Ok(())
}

/// The two who say goodbye have no more time: their relationship ends. `false` when it had ended.
///
/// # Errors
/// The database's.
pub async fn time_is_over(w: &mut Work<'_>, id: ChangeId) -> Result<bool> {
    let found = change(w, id).await?;
    people::hold_relationship(w, found.relationship).await?;
    hold(w, id).await?;
    let mut change = change(w, id).await?;
    let over = change.ends_at.is_some_and(|at| at <= w.now());
    if change.state != ChangeState::Ending || !over {
        return Ok(false);
    }
    w.note_about(Act::AskChange, change.participant, "ending", id.0)
        .await?;
    ends(w, &mut change).await?;
    Ok(true)
}

/// The relationship with the worker of before ends: from here on they read nothing, and the person
/// keeps everything.
async fn ends(w: &mut Work<'_>, change: &mut Change) -> Result<()> {
    if people::end_relationship(w, change.relationship).await? {
        if let Some(thread) = change.thread {
            conversations::leave_thread(w, thread, change.worker).await?;
        }
        let (person, before, record) = (change.participant, change.worker, change.id.0);
        told_is_over(w, before, record).await?;
        tell(w, person, before, "ended", record).await?;
        tell(w, before, person, "ended-work", record).await?;
        offers::wake(w, person);
        offers::wake(w, before);
    }
    change.runs = false;
    if change.state == ChangeState::Ending {
        to(w, change, ChangeState::Done, None).await?;
    }
    Ok(())
}

/// Who the asker is in a pair; `None` when they are no part of it.
fn asker(me: MemberId, participant: MemberId, worker: MemberId) -> Option<Asker> {
    if me == participant {
        Some(Asker::Participant)
    } else if me == worker {
        Some(Asker::Worker)
    } else {
        None
    }
}

/// A change, for the person or for the worker of before if they know of it; the trail gets its line.
///
/// # Errors
/// Not found.
pub async fn reach(w: &mut Work<'_>, id: ChangeId, act: Act) -> Result<(Change, Asker)> {
    let change = change(w, id).await?;
    let me = w.me()?;
    let no = Error::NotYours {
        act: Some(act),
        subject: Some(change.participant),
    };
    let who = match asker(me, change.participant, change.worker) {
        Some(Asker::Worker) if !change.by.worker_knows(change.state) => return Err(no),
        Some(who) => who,
        None => return Err(no),
    };
    w.may(act, change.participant, KIND, id.0).await?;
    Ok((change, who))
}

/// The changes that concern the asker now: their own, and those of people they support.
///
/// # Errors
/// The database's.
pub async fn mine(w: &mut Work<'_>) -> Result<Vec<Change>> {
    let me = w.me()?;
    let since = w.now() - AFTERWARDS;
    let mut rows = w.tx.all(&store::CHANGES_OF, &params![me.0, since]).await?;
    rows.extend(w.tx.all(&store::LEAVING, &params![me.0]).await?);
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        let found = change(w, ChangeId(row.id(0)?)).await?;
        if found.state != ChangeState::TakenBack {
            all.push(found);
        }
    }
    Ok(all)
}
