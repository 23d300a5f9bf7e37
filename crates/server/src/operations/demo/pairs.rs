//! How pairs of the demonstration stand. Most go on; one gets to know each other, and for one the
//! worker has said that they cannot go on.

use cairn_domain::id::{ConversationId, MemberId, RelationshipId};
use cairn_domain::{DAY, HOUR, Micros};

use super::cast::Somebody;
use super::texts;
use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::Asking;
use crate::people::{self, Request};
use crate::{conversations, matching, work};

/// The pair that gets to know each other.
const MEETS: usize = 5;
/// The pair whose worker cannot go on.
pub(super) const CHANGES: usize = 7;

/// The language of those who play a part in another language than English.
pub(super) fn language_of(pair: usize) -> Option<&'static str> {
    texts::TALK_LANGUAGES
        .iter()
        .find(|(talk, _)| *talk == pair)
        .map(|(_, tag)| *tag)
}

/// A pair begins. The relationship is told of one that goes on.
pub(super) async fn begin(
    w: &mut Work<'_>,
    number: usize,
    request: &Request,
    worker: MemberId,
) -> Result<(ConversationId, Option<RelationshipId>)> {
    if number == MEETS {
        return Ok((matching::begin_meeting(w, request, worker).await?, None));
    }
    let (programme, of) = (w.cx.programme()?.id, request.participant);
    let pair = people::begin_relationship(w, programme, of, worker).await?;
    let thread = conversations::open_thread(w, programme, of, worker).await?;
    Ok((thread, Some(pair)))
}

/// A worker says that they cannot go on, and stays until somebody new has said yes.
pub(super) async fn changes(
    cx: &Cx,
    today: Micros,
    pair: RelationshipId,
    worker: &Somebody,
) -> Result<()> {
    let worker = worker.clone();
    work!(cx, |w| {
        worker.acts(w, today - DAY + 9 * HOUR);
        let asking = Asking {
            stop: false,
            words:
                "I am moving away at the end of next month. I can stay until somebody new is there."
                    .into(),
        };
        matching::ask_change(w, pair, &asking).await?;
        Ok(())
    })
}
