//! What makes a request pressing, in the coordinator's words. Sealed with the participant's key.

use std::collections::HashMap;

use cairn_db::params;
use cairn_domain::id::{MemberId, RequestId};
use cairn_seal::Place;

use crate::cx::Work;
use crate::error::Result;
use crate::matching::store::board as store;

fn place(request: RequestId) -> Place {
    Place {
        table: "matching_pressing",
        column: "sealed_why",
        row: request.bytes(),
    }
}

/// What makes one request pressing; empty when nothing was written.
///
/// # Errors
/// The database's, or tampered.
pub async fn one(w: &mut Work<'_>, request: RequestId, participant: MemberId) -> Result<String> {
    match w
        .tx
        .first(&store::PRESSING_ONE, &params![request.0])
        .await?
    {
        None => Ok(String::new()),
        Some(row) => w.open(participant, place(request), &row.bytes(0)?).await,
    }
}

/// What makes the requests of the programme pressing, still sealed.
///
/// # Errors
/// The database's.
pub async fn all(w: &mut Work<'_>) -> Result<HashMap<RequestId, Vec<u8>>> {
    let programme = w.cx.programme()?.id;
    let rows = w.tx.all(&store::PRESSING, &params![programme.0]).await?;
    rows.iter()
        .map(|row| Ok((RequestId(row.id(0)?), row.bytes(1)?)))
        .collect()
}

/// Opens one of [`all`].
///
/// # Errors
/// Tampered.
pub async fn open(
    w: &mut Work<'_>,
    request: RequestId,
    participant: MemberId,
    sealed: &[u8],
) -> Result<String> {
    w.open(participant, place(request), sealed).await
}

/// Keeps what makes a request pressing; nothing when `words` are empty.
///
/// # Errors
/// The database's.
pub async fn keep(
    w: &mut Work<'_>,
    request: RequestId,
    participant: MemberId,
    words: &str,
) -> Result<()> {
    if words.is_empty() {
        w.tx.execute(&store::DROP_PRESSING, &params![request.0])
            .await?;
        return Ok(());
    }
    let programme = w.cx.programme()?.id;
    let sealed = w.seal(participant, place(request), words).await?;
    let values = params![request.0, programme.0, participant.0, sealed, w.now()];
    w.tx.execute(&store::KEEP_PRESSING, &values).await?;
    Ok(())
}
