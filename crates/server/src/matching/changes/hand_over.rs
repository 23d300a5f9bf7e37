//! What is handed over to the new worker. The worker of before may write something; the person reads
//! it, changes it, approves it or leaves it, and says what may be read of the conversation. Only what
//! was approved, and for whom, reaches the new worker.

use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::ChangeId;
use cairn_domain::matching::{Asker, Reads};
use cairn_domain::text::{self, TEXT_LIMIT};
use cairn_domain::{Micros, Refusal};
use cairn_seal::Place;

use super::{Change, change, hold, reach};
use crate::conversations;
use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::meetings::tell;
use crate::matching::store::changes as store;

/// What the trail calls it.
pub(super) const KIND: &str = "hand-over";

/// What is handed over, and how far it has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// What the worker of before wrote.
    pub written: String,
    /// What the person made of it.
    pub text: String,
    /// What may be read of the conversation.
    pub reads: Reads,
    /// When the person approved it; `None` when they have not.
    pub approved_at: Option<Micros>,
}

fn place(id: ChangeId, column: &'static str) -> Place {
    Place {
        table: "matching_hand_over",
        column,
        row: id.bytes(),
    }
}

/// All of it, for the person. Who asks must have been let through by [`Work::may`].
///
/// # Errors
/// Not found, or tampered.
pub async fn hand_over(w: &mut Work<'_>, change: &Change) -> Result<HandOver> {
    let row = w.tx.one(&store::HAND_OVER, &params![change.id.0]).await?;
    let mut texts = [String::new(), String::new()];
    for (n, column) in ["sealed_written", "sealed_text"].into_iter().enumerate() {
        if let Some(sealed) = row.opt_bytes(n)? {
            let place = place(change.id, column);
            texts[n] = w.open(change.participant, place, &sealed).await?;
        }
    }
    let [written, text] = texts;
    Ok(HandOver {
        written,
        text,
        reads: Reads::from_word(&row.text(2)?)
            .ok_or(Error::Fault("what is handed over is not known"))?,
        approved_at: row.opt_int(3)?,
    })
}

/// The worker of before writes something; the person decides what becomes of it.
///
/// # Errors
/// Not found, also when they are no pair any more; what cannot be kept of the words.
pub async fn write(w: &mut Work<'_>, id: ChangeId, words: &str) -> Result<()> {
    let words = text::free("words", words, TEXT_LIMIT)?;
    let (found, who) = reach(w, id, Act::WriteHandOver).await?;
    if who != Asker::Worker {
        return Err(Error::NOT_YOURS);
    }
    let place = place(id, "sealed_written");
    let sealed = w.seal(found.participant, place, &words).await?;
    w.tx.execute(&store::KEEP_WRITTEN, &params![id.0, sealed])
        .await?;
    if !words.is_empty() {
        tell(w, found.participant, found.worker, "words", id.0).await?;
    }
    Ok(())
}

/// What the person does with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Keeps the words for now; nobody else reads them.
    Keep,
    /// The new worker may read this.
    Approve,
    /// Nothing is handed over.
    Leave,
}

/// The person decides. What is approved is what they had before their eyes.
///
/// # Errors
/// Not found; `nobody-yet` when nobody new has said yes; what cannot be kept of the words.
pub async fn decide(
    w: &mut Work<'_>,
    id: ChangeId,
    words: &str,
    reads: Reads,
    decision: Decision,
) -> Result<()> {
    let words = text::free("words", words, TEXT_LIMIT)?;
    let (_, who) = reach(w, id, Act::WriteHandOver).await?;
    if who != Asker::Participant {
        return Err(Error::NOT_YOURS);
    }
    hold(w, id).await?;
    let now = change(w, id).await?;
    let approved = match (decision, now.new_worker) {
        (Decision::Approve, None) => return Err(Refusal::new("nobody-yet").into()),
        (Decision::Approve, Some(_)) => Some(w.now()),
        _ => None,
    };
    let reads = if decision == Decision::Leave {
        Reads::Nothing
    } else {
        reads
    };
    let place = place(id, "sealed_text");
    let sealed = w.seal(now.participant, place, &words).await?;
    let values = params![id.0, sealed, reads.word(), approved];
    w.tx.execute(&store::KEEP_TEXT, &values).await?;
    let seen = approved.map_or(Reads::Nothing, |_| reads);
    show(w, &now, seen).await?;
    if let (Some(_), Some(new)) = (approved, now.new_worker) {
        tell(w, new, now.participant, "hand-over", id.0).await?;
    }
    Ok(())
}

/// From where on the new worker sees the conversation.
async fn show(w: &mut Work<'_>, change: &Change, reads: Reads) -> Result<()> {
    let (Some(new), Some(thread)) = (change.new_worker, change.thread) else {
        return Ok(());
    };
    let from = reads.from_seq(change.came_seq);
    conversations::show_from(w, thread, new, from).await
}

/// What the new worker may read: only what was approved for them.
///
/// # Errors
/// Not found, also when nothing was approved.
pub async fn handed(w: &mut Work<'_>, id: ChangeId) -> Result<(Change, HandOver)> {
    let act = Act::ReadHandOver;
    let change = change(w, id).await?;
    let no = Error::NotYours {
        act: Some(act),
        subject: Some(change.participant),
    };
    if change.new_worker != Some(w.me()?) {
        return Err(no);
    }
    let row = w.tx.one(&store::HAND_OVER, &params![id.0]).await?;
    if row.opt_int(3)?.is_none() {
        return Err(no);
    }
    w.may(act, change.participant, KIND, id.0).await?;
    let handed = hand_over(w, &change).await?;
    Ok((change, handed))
}
