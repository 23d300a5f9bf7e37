//! Who supports whom.

use cairn_db::params;
use cairn_domain::id::{MemberId, ProgrammeId, RelationshipId};

use crate::cx::Work;
use crate::error::Result;
use crate::people::store;

/// A participant and a worker begin.
///
/// # Errors
/// The database's; two people can have one running relationship.
pub async fn begin_relationship(
    w: &mut Work<'_>,
    programme: ProgrammeId,
    participant: MemberId,
    worker: MemberId,
) -> Result<RelationshipId> {
    let id = RelationshipId(w.cx.new_id());
    let values = params![id.0, programme.0, participant.0, worker.0, w.now()];
    w.tx.execute(&store::ADD_RELATIONSHIP, &values).await?;
    Ok(id)
}
