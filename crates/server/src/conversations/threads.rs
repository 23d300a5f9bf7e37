//! Threads: one for a relationship, and who takes part in it.

use cairn_db::params;
use cairn_domain::id::{ConversationId, MemberId, ProgrammeId};

use crate::conversations::store;
use crate::cx::Work;
use crate::error::Result;

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
    }
    Ok(id)
}
