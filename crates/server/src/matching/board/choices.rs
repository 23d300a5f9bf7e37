//! Choices of coordinators that stand: whom they want to be proposed to somebody first, whatever
//! the computation would have found. A choice ends when the offer goes out, when the person is
//! looked for again by themselves, or when the two are not possible any more.

use std::collections::HashMap;

use cairn_db::params;
use cairn_domain::id::{MemberId, RequestId};
use cairn_matching as engine;

use crate::cx::Work;
use crate::error::Result;
use crate::matching::board::joint::possible;
use crate::matching::problem::Snapshot;
use crate::matching::store::board as store;

/// One choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The request of whom it is for.
    pub request: RequestId,
    /// Who was chosen.
    pub worker: MemberId,
}

/// Every choice of the programme that stands, the oldest first.
///
/// # Errors
/// The database's.
pub async fn read(w: &mut Work<'_>) -> Result<Vec<Choice>> {
    let programme = w.cx.programme()?.id;
    let rows = w.tx.all(&store::CHOICES, &params![programme.0]).await?;
    rows.iter()
        .map(|row| {
            Ok(Choice {
                request: RequestId(row.id(0)?),
                worker: MemberId(row.id(1)?),
            })
        })
        .collect()
}

/// Keeps a choice of the asker's.
///
/// # Errors
/// The database's.
pub async fn keep(w: &mut Work<'_>, choice: Choice) -> Result<()> {
    let programme = w.cx.programme()?.id;
    let me = w.me()?;
    let values = params![
        choice.request.0,
        programme.0,
        choice.worker.0,
        me.0,
        w.now()
    ];
    w.tx.execute(&store::KEEP_CHOICE, &values).await?;
    Ok(())
}

/// Leaves it to the computation again whom somebody is proposed.
///
/// # Errors
/// The database's.
pub async fn drop(w: &mut Work<'_>, request: RequestId) -> Result<()> {
    w.tx.execute(&store::DROP_CHOICE, &params![request.0])
        .await?;
    Ok(())
}

/// The choices as pairs of a problem that was made of a snapshot, without those that are not
/// possible any more: the two do not fit now, or choices before have taken the worker's places.
#[must_use]
pub fn fixed(
    problem: &engine::Problem,
    snapshot: &Snapshot,
    choices: &[Choice],
) -> Vec<(usize, usize)> {
    let requests = snapshot.requests.iter().map(|request| request.id);
    let requests: HashMap<RequestId, usize> = requests.zip(0..).collect();
    let workers = snapshot.workers.iter().map(|worker| worker.member);
    let workers: HashMap<MemberId, usize> = workers.zip(0..).collect();
    let mut places: Vec<u64> = problem.workers.iter().map(|w| w.capacity).collect();
    let mut fixed = Vec::new();
    for choice in choices {
        let (Some(person), Some(worker)) =
            (requests.get(&choice.request), workers.get(&choice.worker))
        else {
            continue;
        };
        let fits = possible(problem, *person, *worker).is_some();
        if fits && places[*worker] > 0 {
            places[*worker] -= 1;
            fixed.push((*person, *worker));
        }
    }
    fixed
}
