//! The workers a person may know already: those who published a profile, by the name they
//! publish. Asking for support comes before any matching, so this reads the published name itself
//! rather than ask the room that matches.

use cairn_db::params;
use cairn_domain::id::MemberId;
use cairn_domain::matching::WorkerProfile;
use cairn_seal::Place;

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::people::store;

/// Everybody who can be offered in the asker's programme, by name.
///
/// # Errors
/// The database's, or tampered.
pub async fn never_names(w: &mut Work<'_>) -> Result<Vec<(MemberId, String)>> {
    let programme = w.cx.programme()?.id;
    let rows = w.tx.all(&store::PUBLISHED, &params![programme.0]).await?;
    let mut out = Vec::with_capacity(rows.len());
    for row in &rows {
        let member = MemberId(row.id(0)?);
        let place = Place {
            table: "matching_worker",
            column: "sealed_profile",
            row: member.bytes(),
        };
        let text = w.open(member, place, &row.bytes(1)?).await?;
        let profile: WorkerProfile = serde_json::from_str(&text)
            .map_err(|_| Error::Fault("a worker's profile cannot be read"))?;
        let name = w.name(member).await?;
        out.push((member, profile.published(&name).name));
    }
    out.sort_by_key(|(id, name)| (name.to_lowercase(), *id));
    Ok(out)
}
