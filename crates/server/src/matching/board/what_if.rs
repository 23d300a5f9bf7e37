//! "What if there were two more who speak Spanish at weekends?": the computation for everybody, once
//! as it is and once with what is thought of. Nothing of it is written.

use std::collections::HashMap;

use cairn_domain::id::MemberId;
use cairn_domain::matching::board::{Changes, compare};
use cairn_domain::matching::profile::USUAL_HEADROOM;
use cairn_domain::matching::what_if::{WhatIf, left};
use uuid::Uuid;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::look;
use crate::matching::Worker;
use crate::matching::board::choices::{self, Choice};
use crate::matching::board::choose::given;
use crate::matching::board::joint::joint;
use crate::matching::problem::{self, Snapshot, as_worker, snapshot};

/// What would be.
pub struct Answer {
    /// What would change for whom; workers who are only thought of are not named in it.
    pub changes: Changes,
    /// How many wait.
    pub waiting: usize,
    /// How many of the new workers' places would be used.
    pub used: usize,
}

/// The workers who are only thought of have ids that no worker has: small numbers.
fn nobody(number: usize) -> MemberId {
    MemberId(Uuid::from_u128(1 + number as u128))
}

/// Whether a worker is only thought of.
#[must_use]
pub fn is_new(worker: MemberId) -> bool {
    worker.0.as_u128() <= u128::from(u16::MAX)
}

/// Works it out. Who asks must have been let through before.
///
/// # Errors
/// The database's.
pub async fn ask(cx: &Cx, what: WhatIf) -> Result<Answer> {
    let (snapshot, chosen, offset) = look!(cx, |w| read(w).await)?;
    let answer = tokio::task::spawn_blocking(move || answer(&snapshot, &chosen, &what, offset));
    answer
        .await
        .map_err(|_| Error::Fault("the matching did not come to its end"))
}

/// The problem, the choices that stand, and the programme's clock.
async fn read(w: &mut Work<'_>) -> Result<(Snapshot, Vec<Choice>, i32)> {
    let chosen = choices::read(w).await?;
    let zone = w.cx.programme()?.time_zone.clone();
    let offset = problem::offset("", &zone, w.now());
    Ok((snapshot(w, None).await?, chosen, offset))
}

fn answer(snapshot: &Snapshot, chosen: &[Choice], what: &WhatIf, offset: i32) -> Answer {
    let problem = &snapshot.problem;
    let mut members: Vec<MemberId> = snapshot.workers.iter().map(|one| one.member).collect();
    let mut other = problem.clone();
    if let Some(fewer) = what.fewer
        && let Some(worker) = members.iter().position(|member| *member == fewer.worker)
    {
        let places = &mut other.workers[worker].capacity;
        *places = left(*places, fewer.places);
    }
    if let Some(added) = &what.added {
        let places = u64::try_from(added.places).unwrap_or(0);
        for number in 0..usize::try_from(added.count).unwrap_or(0) {
            let worker = Worker {
                member: nobody(number),
                profile: added.profile.clone(),
                capacity: added.places,
                headroom: USUAL_HEADROOM,
                published_at: None,
            };
            other.workers.push(as_worker(&worker, places, offset));
            members.push(worker.member);
        }
    }
    let now = joint(problem, &choices::fixed(problem, snapshot, chosen));
    let then = joint(&other, &choices::fixed(&other, snapshot, chosen));
    let then = given(snapshot, &members, &then);
    let used = then.iter().filter(|one| one.worker.is_some_and(is_new));
    Answer {
        used: used.count(),
        changes: compare(&given(snapshot, &members, &now), &then),
        waiting: snapshot.requests.len(),
    }
}

/// The names of the workers whose places could be thought fewer, in the order of the programme.
///
/// # Errors
/// The database's, or tampered.
pub async fn workers(w: &mut Work<'_>) -> Result<Vec<(MemberId, String)>> {
    let programme = w.cx.programme()?.id;
    let taken: HashMap<_, _> = problem::all_taken(w, programme, None).await?;
    let mut out = Vec::new();
    for worker in crate::matching::workers::published_workers(w, programme).await? {
        let taken = taken.get(&worker.member).copied().unwrap_or_default();
        if taken.free(worker.capacity) > 0 {
            out.push((worker.member, w.name(worker.member).await?));
        }
    }
    Ok(out)
}
