//! First meetings without commitment. A pair that has agreed gets to know each other; afterwards each
//! says privately how it was. What one has said reaches nobody else: no page, no count, no line of
//! the trail. The other learns only what follows, and of a "no" not even the reason, which is not asked.

mod by_itself;
mod home;
mod pages;
mod pairs;
mod told;

pub use by_itself::{settle_by_itself, settle_once};
pub use home::{Beside, beside};
pub(super) use pages::called;
pub use pages::{answer_page, meeting_page};
pub use pairs::{Kinds, Stands, pairs_page, stands};
pub use told::{seen_page, tell, told_is_over};

use std::collections::{HashMap, HashSet};

use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{ConversationId, MemberId, ProgrammeId, RelationshipId, RequestId};
use cairn_domain::matching::meetings as rules;
use cairn_domain::matching::{Answer, RequestState, Standing, Step};
use cairn_domain::{DAY, Micros, Refusal};
use cairn_seal::Place;
use uuid::Uuid;

use crate::conversations;
use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::store::meetings as store;
use crate::matching::{changes, offers};
use crate::people::{self, Request};

/// What the trail calls a first meeting.
const KIND: &str = "meeting";

/// A pair that has agreed to meet.
#[derive(Clone, Copy, Debug)]
pub struct Meeting {
    /// Their relationship.
    pub id: RelationshipId,
    /// Who is supported.
    pub participant: MemberId,
    /// Who supports.
    pub worker: MemberId,
    /// The request by which they came together.
    pub request: RequestId,
    /// Where they write to each other.
    pub thread: ConversationId,
    /// How they stand.
    pub standing: Standing,
    /// Since when, microseconds since 1970 UTC.
    pub began_at: Micros,
    /// When it is asked again.
    pub asks_again_at: Micros,
    /// When it counts as going on, if neither has said no.
    pub goes_on_at: Micros,
}

/// How a pair stands that came together by a request; `None` for one that did not.
///
/// # Errors
/// The database's.
pub async fn meeting(w: &mut Work<'_>, id: RelationshipId) -> Result<Option<Meeting>> {
    let Some(row) = w.tx.first(&store::MEETING, &params![id.0]).await? else {
        return Ok(None);
    };
    Ok(Some(Meeting {
        id,
        participant: MemberId(row.id(0)?),
        worker: MemberId(row.id(1)?),
        request: RequestId(row.id(2)?),
        thread: ConversationId(row.id(3)?),
        standing: Standing::from_word(&row.text(4)?)
            .ok_or(Error::Fault("how a pair stands is not known"))?,
        began_at: row.int(5)?,
        asks_again_at: row.int(6)?,
        goes_on_at: row.int(7)?,
    }))
}

/// A worker has agreed: the two begin, and write to each other. Where the person wrote to somebody
/// before in the same matter, the worker comes into that conversation and sees nothing of before.
///
/// # Errors
/// `already-answered` when the two are a pair already.
pub async fn begin(
    w: &mut Work<'_>,
    request: &Request,
    worker: MemberId,
) -> Result<ConversationId> {
    let programme = w.cx.programme()?.clone();
    let participant = request.participant;
    let id = people::begin_relationship(w, programme.id, participant, worker)
        .await
        .map_err(|e| {
            let refusal = Refusal::new("already-answered");
            e.unique("people_relationship_running", refusal)
        })?;
    let (thread, came) = match thread_before(w, request.id).await? {
        Some(thread) => (thread, conversations::join_thread(w, thread, worker).await?),
        None => {
            let thread = conversations::open_thread(w, programme.id, participant, worker).await?;
            (thread, 0)
        }
    };
    let days = programme.settings.first_meeting_days;
    let values = params![
        id.0,
        programme.id.0,
        participant.0,
        worker.0,
        request.id.0,
        thread.0,
        w.now(),
        rules::asks_again_at(w.now(), days),
        rules::goes_on_at(w.now(), days)
    ];
    w.tx.execute(&store::ADD_MEETING, &values).await?;
    for member in [participant, worker] {
        let answer = w.cx.new_id();
        let sealed = w.seal(member, place(answer), &written(None)).await?;
        let values = params![answer, id.0, member.0, sealed];
        w.tx.execute(&store::ADD_ANSWER, &values).await?;
    }
    changes::said_yes(w, request.id, worker, came).await?;
    Ok(thread)
}

/// The conversation in which the person wrote before in the matter of this request.
async fn thread_before(w: &mut Work<'_>, request: RequestId) -> Result<Option<ConversationId>> {
    let row =
        w.tx.first(&store::THREAD_OF_REQUEST, &params![request.0])
            .await?;
    match row {
        Some(row) => Ok(Some(ConversationId(row.id(0)?))),
        None => changes::thread_of(w, request).await,
    }
}

fn place(answer: Uuid) -> Place {
    Place {
        table: "matching_answer",
        column: "sealed_answer",
        row: *answer.as_bytes(),
    }
}

/// An answer as it is sealed: always of the same length.
fn written(answer: Option<Answer>) -> String {
    format!("{:<8}", answer.map_or("", Answer::word))
}

/// What one of the two has said, with the row it is kept in.
async fn said(
    w: &mut Work<'_>,
    id: RelationshipId,
    member: MemberId,
) -> Result<(Uuid, Option<Answer>)> {
    let values = params![id.0, member.0];
    let row = w.tx.one(&store::ANSWER_OF, &values).await?;
    let answer = row.id(0)?;
    let text = w.open(member, place(answer), &row.bytes(1)?).await?;
    Ok((answer, Answer::from_word(text.trim_end())))
}

/// What the asker has said themselves; nothing once it is settled.
async fn said_by_me(w: &mut Work<'_>, meeting: &Meeting) -> Result<Option<Answer>> {
    if meeting.standing != Standing::Meeting {
        return Ok(None);
    }
    let me = w.me()?;
    Ok(said(w, meeting.id, me).await?.1)
}

/// The meeting, for one of the two. Opening the page is written down once a day and saying
/// something never: otherwise the lines would tell whether one has answered.
///
/// # Errors
/// Not found.
async fn reach(w: &mut Work<'_>, id: RelationshipId, opens: bool) -> Result<Meeting> {
    let act = Act::ReadMeeting;
    let meeting = meeting(w, id).await?.ok_or(Error::NOT_YOURS)?;
    let me = w.me()?;
    let no = Error::NotYours {
        act: Some(act),
        subject: Some(meeting.participant),
    };
    if me != meeting.participant && me != meeting.worker {
        // Also somebody who supports the person beside this worker.
        w.still_may(act, meeting.participant).await?;
        return Err(no);
    }
    let today = w.now() - w.now().rem_euclid(DAY);
    let values = params![meeting.participant.0, today, me.0, act.word(), id.0];
    let opened = w.tx.one(&store::OPENED_SINCE, &values).await?.int(0)? > 0;
    if opens && !opened {
        w.may(act, meeting.participant, KIND, id.0).await?;
    } else if !w.still_may(act, meeting.participant).await? {
        return Err(no);
    }
    Ok(meeting)
}

/// One of the two says how it was, and may say otherwise for as long as it is open.
///
/// # Errors
/// Not found; `already-answered` when it is settled.
pub async fn answer(w: &mut Work<'_>, id: RelationshipId, answer: Answer) -> Result<Standing> {
    // Held before anything is looked at: the other may be settling it at this very moment.
    let open = w.tx.execute(&store::HOLD_MEETING, &params![id.0]).await? > 0;
    settled_for_me(w, id).await?;
    let meeting = reach(w, id, false).await?;
    if !open {
        return Err(Refusal::new("already-answered").into());
    }
    let me = w.me()?;
    let other = if me == meeting.participant {
        meeting.worker
    } else {
        meeting.participant
    };
    let (row, _) = said(w, id, me).await?;
    let sealed = w.seal(me, place(row), &written(Some(answer))).await?;
    w.tx.execute(&store::KEEP_ANSWER, &params![row, sealed])
        .await?;
    let (_, theirs) = said(w, id, other).await?;
    let standing = rules::outcome(Some(answer), theirs);
    match standing {
        Standing::Meeting => {}
        Standing::GoingOn => go_on(w, &meeting, "going-on").await?,
        Standing::Apart => part(w, &meeting).await?,
    }
    Ok(standing)
}

/// For one of the two it is said to be settled also when they reach nothing of the other any more.
async fn settled_for_me(w: &mut Work<'_>, id: RelationshipId) -> Result<()> {
    let me = w.me()?;
    match meeting(w, id).await? {
        Some(meeting)
            if meeting.standing != Standing::Meeting
                && (me == meeting.participant || me == meeting.worker) =>
        {
            Err(Refusal::new("already-answered").into())
        }
        _ => Ok(()),
    }
}

/// The two go on; both are told.
async fn go_on(w: &mut Work<'_>, meeting: &Meeting, kind: &'static str) -> Result<()> {
    settle(w, meeting, Standing::GoingOn).await?;
    let (one, other, record) = (meeting.participant, meeting.worker, meeting.id.0);
    tell(w, one, other, kind, record).await?;
    tell(w, other, one, kind, record).await
}

async fn settle(w: &mut Work<'_>, meeting: &Meeting, standing: Standing) -> Result<()> {
    let values = params![meeting.id.0, standing.word(), w.now()];
    if w.tx.execute(&store::SETTLE, &values).await? == 0 {
        return Err(Refusal::new("already-answered").into());
    }
    w.tx.execute(&store::FORGET_ANSWERS, &params![meeting.id.0])
        .await?;
    Ok(())
}

/// It was not the right fit, whoever says so: the two end kindly, neither is told by whom,
/// and somebody else is looked for, from the place that the person had.
///
/// # Errors
/// `already-answered` when it is settled.
pub(super) async fn part(w: &mut Work<'_>, meeting: &Meeting) -> Result<()> {
    settle(w, meeting, Standing::Apart).await?;
    people::end_relationship(w, meeting.id).await?;
    conversations::leave_thread(w, meeting.thread, meeting.worker).await?;
    let (one, other, record) = (meeting.participant, meeting.worker, meeting.id.0);
    tell(w, one, other, "apart", record).await?;
    tell(w, other, one, "apart-work", record).await?;
    let values = params![meeting.request.0, meeting.worker.0];
    w.tx.execute(&store::MET, &values).await?;
    back_in_the_list(w, meeting).await?;
    changes::was_not_the_one(w, meeting.request, meeting.worker).await?;
    offers::wake(w, meeting.participant);
    offers::wake(w, meeting.worker);
    Ok(())
}

/// The request waits again, with its place and all that came before; or the one that the person has
/// begun meanwhile takes over its place.
async fn back_in_the_list(w: &mut Work<'_>, meeting: &Meeting) -> Result<()> {
    let mut request = people::request(w, meeting.request).await?;
    if request.state != RequestState::Matched {
        return Ok(());
    }
    match people::open_request(w, meeting.participant).await? {
        Some(open) => people::carry_place(w, open.id, &request).await,
        None => people::move_request(w, &mut request, Step::LookAgain).await,
    }
}

/// Whom people are not to be offered: workers with whom it was not the right fit, those they change
/// from, and those they have.
///
/// # Errors
/// The database's.
pub async fn not_again(
    w: &mut Work<'_>,
    programme: ProgrammeId,
) -> Result<HashMap<MemberId, HashSet<MemberId>>> {
    let rows = w.tx.all(&store::APART, &params![programme.0]).await?;
    let mut apart: HashMap<MemberId, HashSet<MemberId>> = HashMap::new();
    for row in &rows {
        let worker = MemberId(row.id(1)?);
        apart
            .entry(MemberId(row.id(0)?))
            .or_default()
            .insert(worker);
    }
    Ok(apart)
}
