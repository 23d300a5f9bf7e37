//! Messages: writing one, reading them in order, and how far one has read.

use cairn_db::{DbError, Row, params};
use cairn_domain::access::Act;
use cairn_domain::conversations as rules;
use cairn_domain::id::{ConversationId, MemberId, MessageId};
use cairn_domain::{Micros, Refusal};
use cairn_seal::Place;
use uuid::Uuid;

use crate::conversations::store;
use crate::conversations::threads::{self, Thread};
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::{people, work};

/// A message to send.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// The sender's own number for it: sending it again changes nothing.
    pub client_id: Uuid,
    /// The words, as typed.
    pub body: String,
}

/// What its sender is told.
#[derive(Clone, Copy, Debug)]
pub struct Sent {
    /// The message's id.
    pub id: MessageId,
    /// Its number in the conversation.
    pub seq: i64,
    /// When it was taken, microseconds since 1970 UTC.
    pub sent_at: Micros,
    /// Whether it had been there before.
    pub again: bool,
}

/// A message as it is read.
#[derive(Clone, Debug)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// Its number in the conversation.
    pub seq: i64,
    /// The sender's own number for it.
    pub client_id: Uuid,
    /// Who wrote it.
    pub author: MemberId,
    /// The words.
    pub body: String,
    /// When it was taken, microseconds since 1970 UTC.
    pub sent_at: Micros,
}

fn body_place(id: MessageId) -> Place {
    Place {
        table: "conversations_message",
        column: "sealed_body",
        row: id.bytes(),
    }
}

/// The draft in which a browser keeps what is being written in a conversation.
#[must_use]
pub fn draft_place(id: ConversationId) -> String {
    format!("message:{id}")
}

/// Sends a message: when this answers it is on disk, once, however often it was sent. `with` is the
/// mark of those whom the writer had before their eyes ([`threads::mark`]).
///
/// # Errors
/// Refused for its words, or `client-id-reused`; `nobody-there` when nobody would read it,
/// `others-here` when those who would are not those the writer saw; not found.
pub async fn send(
    cx: &Cx,
    id: ConversationId,
    new: NewMessage,
    with: Option<String>,
) -> Result<Sent> {
    let (once, to) = (new.clone(), with.clone());
    match work!(cx, |w| write_to(w, id, once, to).await) {
        // The same message came twice at the same moment and the other was first. Nothing of this
        // try remains, its number included; the next finds the message there.
        Err(Error::Db(DbError::Unique { constraint }))
            if constraint == "conversations_message_client" =>
        {
            work!(cx, |w| write_to(w, id, new, with).await)
        }
        answer => answer,
    }
}

/// Writes a message within a piece of work; see [`send`].
///
/// # Errors
/// As [`send`]; and the unique constraint when the same message comes twice at once.
pub async fn write(w: &mut Work<'_>, id: ConversationId, new: NewMessage) -> Result<Sent> {
    write_to(w, id, new, None).await
}

async fn write_to(
    w: &mut Work<'_>,
    id: ConversationId,
    mut new: NewMessage,
    with: Option<String>,
) -> Result<Sent> {
    if crate::mutant("send-twice") {
        new.client_id = w.cx.new_id();
    }
    let body = rules::body(&new.body)?;
    let thread = threads::reach(w, id, Act::WriteMessage).await?;
    let me = w.me()?;
    if w.cx.who()?.session.is_some() {
        people::drop_draft(w, &draft_place(id)).await?;
    }
    if let Some(sent) = sent_before(w, &thread, new.client_id, &body).await? {
        return Ok(sent);
    }
    let parties = threads::parties(w, id).await?;
    is_for_them(w, &parties, with).await?;
    let message = MessageId(w.cx.new_id());
    let sealed = w
        .seal(thread.participant, body_place(message), &body)
        .await?;
    let seq = w.tx.one(&store::NEXT_SEQ, &params![id.0]).await?.int(0)?;
    let sent_at = w.now();
    let values = params![message.0, id.0, seq, me.0, new.client_id, sealed, sent_at];
    w.tx.execute(&store::ADD_MESSAGE, &values).await?;
    // Who answers a message has it before their eyes; one who has not read what came before still has that to read.
    if thread.read_seq == seq - 1 {
        w.tx.execute(&store::MARK_READ, &params![id.0, me.0, seq])
            .await?;
    }
    for member in parties {
        w.wake(threads::topic(member), notice(id, seq));
    }
    Ok(Sent {
        id: message,
        seq,
        sent_at,
        again: false,
    })
}

/// Somebody is there to read it, and they are those whom the writer saw.
async fn is_for_them(w: &mut Work<'_>, parties: &[MemberId], with: Option<String>) -> Result<()> {
    let me = w.me()?;
    if parties.iter().all(|member| *member == me) {
        return Err(Refusal::of("body", "nobody-there").into());
    }
    if with.is_none_or(|with| with == threads::mark(parties)) {
        return Ok(());
    }
    let mut names = Vec::new();
    for member in parties.iter().filter(|member| **member != me) {
        names.push(threads::called(w, *member).await?);
    }
    let names = super::lists::names(&w.cx, &names);
    Err(Refusal::of("body", "others-here")
        .with("names", names)
        .into())
}

/// What was sent under this number before, if it was the same.
async fn sent_before(
    w: &mut Work<'_>,
    thread: &Thread,
    client_id: Uuid,
    body: &str,
) -> Result<Option<Sent>> {
    let me = w.me()?;
    let row =
        w.tx.first(&store::SENT_BEFORE, &params![me.0, client_id])
            .await?;
    let Some(row) = row else { return Ok(None) };
    let id = MessageId(row.id(0)?);
    let other = Refusal::of("client_id", "client-id-reused");
    if row.id(1)? != thread.id.0 {
        return Err(other.into());
    }
    let before = w
        .open(thread.participant, body_place(id), &row.bytes(3)?)
        .await?;
    if before != body {
        return Err(other.into());
    }
    Ok(Some(Sent {
        id,
        seq: row.int(2)?,
        sent_at: row.int(4)?,
        again: true,
    }))
}

/// What a notice says: where to look, never what is to be seen there.
fn notice(id: ConversationId, seq: i64) -> Vec<u8> {
    [id.bytes().as_slice(), &seq.to_be_bytes()].concat()
}

/// Reads a notice.
#[must_use]
pub fn read_notice(bytes: &[u8]) -> Option<(ConversationId, i64)> {
    let (id, seq) = bytes.split_first_chunk::<16>()?;
    let seq = i64::from_be_bytes(seq.try_into().ok()?);
    Some((ConversationId(Uuid::from_bytes(*id)), seq))
}

/// Up to `limit` messages after one, in order.
///
/// # Errors
/// The database's, or tampered.
pub async fn after(
    w: &mut Work<'_>,
    thread: &Thread,
    seq: i64,
    limit: i64,
) -> Result<Vec<Message>> {
    let values = params![thread.id.0, seq.max(thread.from_seq), limit];
    let rows = w.tx.all(&store::AFTER, &values).await?;
    open(w, thread, &rows).await
}

/// Up to `limit` messages before one, in order.
///
/// # Errors
/// The database's, or tampered.
pub async fn before(
    w: &mut Work<'_>,
    thread: &Thread,
    seq: i64,
    limit: i64,
) -> Result<Vec<Message>> {
    let values = params![thread.id.0, seq, thread.from_seq, limit];
    let mut rows = w.tx.all(&store::BEFORE, &values).await?;
    rows.reverse();
    open(w, thread, &rows).await
}

async fn open(w: &mut Work<'_>, thread: &Thread, rows: &[Row]) -> Result<Vec<Message>> {
    let mut messages = Vec::with_capacity(rows.len());
    for row in rows {
        let id = MessageId(row.id(0)?);
        messages.push(Message {
            id,
            seq: row.int(1)?,
            client_id: row.id(2)?,
            author: MemberId(row.id(3)?),
            body: w
                .open(thread.participant, body_place(id), &row.bytes(4)?)
                .await?,
            sent_at: row.int(5)?,
        });
    }
    if crate::mutant("order-by-clock") {
        messages.sort_by_key(|message| message.sent_at);
    }
    Ok(messages)
}

/// Notes how far the asker has read; it only ever moves forward.
///
/// # Errors
/// `seq-ahead` when there is no such message yet; not found.
pub async fn mark_read(w: &mut Work<'_>, thread: &Thread, seq: i64) -> Result<()> {
    if seq > thread.last_seq {
        return Err(Refusal::of("seq", "seq-ahead").into());
    }
    let values = params![thread.id.0, w.me()?.0, seq];
    w.tx.execute(&store::MARK_READ, &values).await?;
    Ok(())
}
