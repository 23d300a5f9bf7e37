//! How a programme stands, in numbers that are true at one moment: one statement, one snapshot.

use cairn_db::params;
use cairn_domain::Micros;
use cairn_domain::access::Act;

use crate::cx::Work;
use crate::error::Result;
use crate::operations::store;

/// How a programme stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests that are being written.
    pub draft: i64,
    /// Requests that wait for offers.
    pub waiting: i64,
    /// Requests with offers out: the person's turn.
    pub offered: i64,
    /// Requests that wait for a worker's answer.
    pub picked: i64,
    /// People who asked for time.
    pub resting: i64,
    /// Requests that have led to two people, ever.
    pub matched: i64,
    /// People who support and are supported now, in pairs.
    pub running: i64,
    /// Workers who can be offered.
    pub workers: i64,
    /// Those of them who have a place left.
    pub free: i64,
    /// Pairs that were worked out and not let out yet.
    pub proposed: i64,
    /// Since when the person waits who has waited longest, microseconds since 1970 UTC.
    pub longest: Option<Micros>,
}

/// Counts, and writes down that they were read.
///
/// # Errors
/// The database's.
pub async fn counts(w: &mut Work<'_>) -> Result<Counts> {
    let programme = w.cx.programme()?.id;
    let row =
        w.tx.one(&store::COUNTS, &params![programme.0, w.now()])
            .await?;
    w.note(Act::ReadCounts, "counts", None).await?;
    Ok(Counts {
        draft: row.int(0)?,
        waiting: row.int(1)?,
        offered: row.int(2)?,
        picked: row.int(3)?,
        resting: row.int(4)?,
        matched: row.int(5)?,
        running: row.int(6)?,
        workers: row.int(7)?,
        free: row.int(8)?,
        proposed: row.int(9)?,
        longest: row.opt_int(10)?,
    })
}
