//! Who supports whom.

use cairn_db::params;
use cairn_domain::Micros;
use cairn_domain::id::{MemberId, ProgrammeId, RelationshipId};

use crate::cx::Work;
use crate::error::Result;
use crate::people::store;

/// A participant and a worker.
#[derive(Clone, Copy, Debug)]
pub struct Relationship {
    /// Its id.
    pub id: RelationshipId,
    /// Who is supported.
    pub participant: MemberId,
    /// Who supports.
    pub worker: MemberId,
    /// Since when, microseconds since 1970 UTC.
    pub started_at: Micros,
    /// When it ended; `None` while it runs.
    pub ended_at: Option<Micros>,
}

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

/// A relationship by its id. Who asks must be let through by [`Work::may`].
///
/// # Errors
/// Not found.
pub async fn relationship(w: &mut Work<'_>, id: RelationshipId) -> Result<Relationship> {
    let row = w.tx.one(&store::RELATIONSHIP, &params![id.0]).await?;
    Ok(Relationship {
        id,
        participant: MemberId(row.id(1)?),
        worker: MemberId(row.id(2)?),
        started_at: row.int(3)?,
        ended_at: row.opt_int(4)?,
    })
}

/// Takes hold of a relationship until the work is done. `false` when it runs no more.
///
/// # Errors
/// The database's.
pub async fn hold_relationship(w: &mut Work<'_>, id: RelationshipId) -> Result<bool> {
    let values = params![id.0];
    Ok(w.tx.execute(&store::HOLD_RELATIONSHIP, &values).await? == 1)
}

/// A relationship ends: from here on the worker reaches nothing of the person's. `false` when it
/// had ended before.
///
/// # Errors
/// The database's.
pub async fn end_relationship(w: &mut Work<'_>, id: RelationshipId) -> Result<bool> {
    let values = params![id.0, w.now()];
    Ok(w.tx.execute(&store::END_RELATIONSHIP, &values).await? == 1)
}
