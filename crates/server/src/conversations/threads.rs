//! Threads: one for a relationship, who takes part in it, and the way to one through access.

use cairn_db::{Row, params};
use cairn_domain::Micros;
use cairn_domain::access::Act;
use cairn_domain::conversations::SITTING;
use cairn_domain::id::{ConversationId, MemberId, ProgrammeId};

use crate::conversations::store;
use crate::cx::Work;
use crate::error::{Error, Result};

/// What the trail calls a conversation.
const KIND: &str = "conversation";

/// A conversation as one who takes part in it has it.
#[derive(Clone, Copy, Debug)]
pub struct Thread {
    /// Its id.
    pub id: ConversationId,
    /// Whose it is: the words in it are sealed with their key.
    pub participant: MemberId,
    /// The number of the last message; 0 while nobody has written.
    pub last_seq: i64,
    /// The reader sees the messages after this one.
    pub from_seq: i64,
    /// The last message the reader was shown.
    pub read_seq: i64,
    /// When the trail last got a line of the reader opening it.
    opened_at: Option<Micros>,
}

impl Thread {
    /// Reads columns of the shape `participant, last_seq, from_seq, read_seq, opened_at`; `None`
    /// when the member takes no part.
    fn read(id: ConversationId, row: &Row, from: usize) -> Result<Option<Self>> {
        let Some(from_seq) = row.opt_int(from + 2)? else {
            return Ok(None);
        };
        Ok(Some(Self {
            id,
            participant: MemberId(row.id(from)?),
            last_seq: row.int(from + 1)?,
            from_seq,
            read_seq: row.int(from + 3)?,
            opened_at: row.opt_int(from + 4)?,
        }))
    }

    /// Whether the reader opened it so lately that reading on is the same reading.
    #[must_use]
    pub fn is_open(&self, now: Micros) -> bool {
        self.opened_at.is_some_and(|at| now - at < SITTING)
    }
}

/// Opens a thread for a participant and a worker who have agreed.
///
/// # Errors
/// The database's.
pub async fn open_thread(
    w: &mut Work<'_>,
    programme: ProgrammeId,
    participant: MemberId,
    worker: MemberId,
) -> Result<ConversationId> {
    let id = ConversationId(w.cx.new_id());
    w.tx.execute(
        &store::ADD_THREAD,
        &params![id.0, programme.0, participant.0, w.now()],
    )
    .await?;
    for member in [participant, worker] {
        w.tx.execute(&store::ADD_PARTY, &params![id.0, member.0, w.now()])
            .await?;
        w.wake(topic(member), Vec::new());
    }
    Ok(id)
}

/// Somebody comes into a thread and sees what is written from now on. Answers with the number of
/// the last message before.
///
/// # Errors
/// The database's.
pub async fn join_thread(w: &mut Work<'_>, id: ConversationId, member: MemberId) -> Result<i64> {
    let row = w.tx.one(&store::HOLD_THREAD, &params![id.0]).await?;
    let came = row.int(0)?;
    w.tx.execute(&store::JOIN, &params![id.0, member.0, came, w.now()])
        .await?;
    wake_all(w, id).await?;
    Ok(came)
}

/// Somebody leaves a thread: from now on they read nothing of it. Who remains keeps everything.
///
/// # Errors
/// The database's.
pub async fn leave_thread(w: &mut Work<'_>, id: ConversationId, member: MemberId) -> Result<()> {
    wake_all(w, id).await?;
    w.tx.execute(&store::LEAVE, &params![id.0, member.0, w.now()])
        .await?;
    Ok(())
}

/// Somebody sees a thread from another message on: those after `from_seq`.
///
/// # Errors
/// The database's.
pub async fn show_from(
    w: &mut Work<'_>,
    id: ConversationId,
    member: MemberId,
    from_seq: i64,
) -> Result<()> {
    w.tx.execute(&store::SHOW_FROM, &params![id.0, member.0, from_seq])
        .await?;
    w.wake(topic(member), Vec::new());
    Ok(())
}

/// The thread of a participant in which a worker takes part, if there is one.
///
/// # Errors
/// The database's.
pub async fn thread_with(
    w: &mut Work<'_>,
    participant: MemberId,
    worker: MemberId,
) -> Result<Option<ConversationId>> {
    let values = params![participant.0, worker.0];
    let row = w.tx.first(&store::THREAD_WITH, &values).await?;
    row.map(|row| Ok(ConversationId(row.id(0)?))).transpose()
}

/// Those who take part look again: also at who does.
async fn wake_all(w: &mut Work<'_>, id: ConversationId) -> Result<()> {
    for member in parties(w, id).await? {
        w.wake(topic(member), Vec::new());
    }
    Ok(())
}

/// A mark of who takes part, by which a form that lay open knows whether that is still so.
#[must_use]
pub fn mark(parties: &[MemberId]) -> String {
    let mut marks: Vec<String> = parties
        .iter()
        .map(|member| member.0.simple().to_string().split_off(22))
        .collect();
    marks.sort_unstable();
    marks.join("-")
}

/// The topic on which a member's live readers are woken.
#[must_use]
pub fn topic(member: MemberId) -> String {
    format!("member:{member}")
}

/// The thread, for one who takes part and may do this; the trail gets its line.
///
/// # Errors
/// Not found.
pub async fn reach(w: &mut Work<'_>, id: ConversationId, act: Act) -> Result<Thread> {
    let (participant, thread) = find(w, id).await?;
    w.may(act, participant, KIND, id.0).await?;
    let thread = thread.ok_or(Error::NotYours {
        act: Some(act),
        subject: Some(participant),
    })?;
    if act == Act::ReadConversation {
        let values = params![id.0, w.me()?.0, w.now()];
        w.tx.execute(&store::MARK_OPENED, &values).await?;
    }
    Ok(thread)
}

/// The thread, for one who opened it a while ago and reads on: `None` when that is so long ago
/// that the trail is due another line through [`reach`].
///
/// # Errors
/// Not found.
pub async fn read_on(w: &mut Work<'_>, id: ConversationId) -> Result<Option<Thread>> {
    let thread = stand(w, id).await?;
    Ok(thread.is_open(w.now()).then_some(thread))
}

/// The thread, for one who may read it, without a line in the trail: nothing of it is shown.
///
/// # Errors
/// Not found.
pub async fn stand(w: &mut Work<'_>, id: ConversationId) -> Result<Thread> {
    let act = Act::ReadConversation;
    let (participant, thread) = find(w, id).await?;
    match thread {
        Some(thread) if w.still_may(act, participant).await? => Ok(thread),
        _ => Err(Error::NotYours {
            act: Some(act),
            subject: Some(participant),
        }),
    }
}

async fn find(w: &mut Work<'_>, id: ConversationId) -> Result<(MemberId, Option<Thread>)> {
    let me = w.me()?;
    let row = w.tx.one(&store::THREAD, &params![id.0, me.0]).await?;
    Ok((MemberId(row.id(0)?), Thread::read(id, &row, 0)?))
}

/// The threads the asker takes part in and may still read.
///
/// # Errors
/// The database's.
pub async fn held(w: &mut Work<'_>) -> Result<Vec<Thread>> {
    let me = w.me()?;
    let rows = w.tx.all(&store::HELD, &params![me.0]).await?;
    let mut threads = Vec::with_capacity(rows.len());
    for row in rows {
        let id = ConversationId(row.id(0)?);
        if let Some(thread) = Thread::read(id, &row, 1)?
            && w.still_may(Act::ReadConversation, thread.participant)
                .await?
        {
            threads.push(thread);
        }
    }
    Ok(threads)
}

/// Who takes part in a thread, in the order in which they came.
///
/// # Errors
/// The database's.
pub async fn parties(w: &mut Work<'_>, id: ConversationId) -> Result<Vec<MemberId>> {
    let rows = w.tx.all(&store::PARTIES, &params![id.0]).await?;
    rows.iter().map(|row| Ok(MemberId(row.id(0)?))).collect()
}

/// The names of the others in a thread; "Somebody" for one who gave none or is forgotten.
///
/// # Errors
/// The database's, or tampered.
pub async fn others(w: &mut Work<'_>, id: ConversationId) -> Result<Vec<(MemberId, String)>> {
    let me = w.me()?;
    let mut others = Vec::new();
    for member in parties(w, id).await? {
        if member != me {
            others.push((member, called(w, member).await?));
        }
    }
    Ok(others)
}

/// What a member is called, or "Somebody".
///
/// # Errors
/// The database's, or tampered.
pub async fn called(w: &mut Work<'_>, member: MemberId) -> Result<String> {
    let name = w.name(member).await?;
    Ok(if name.is_empty() {
        w.cx.t("conversations-somebody")
    } else {
        name
    })
}
