//! Workers as the matching knows them: a sealed profile, and the two numbers that only the worker
//! decides: how many people they can support in all, and how much room they have.

use cairn_db::{Row, params};
use cairn_domain::Refusal;
use cairn_domain::id::{MemberId, ProgrammeId};
use cairn_domain::matching::WorkerProfile;
use cairn_domain::matching::profile::MOST_CAPACITY;
use cairn_seal::Place;

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::store;
use crate::people;

/// A worker with what they said of themselves.
#[derive(Clone, Debug)]
pub struct Worker {
    /// Who.
    pub member: MemberId,
    /// What they said.
    pub profile: WorkerProfile,
    /// How many people they can support in all, those they support now among them.
    pub capacity: i64,
    /// How much room they say they have, 0 to 100.
    pub headroom: i64,
    /// Since when they can be offered, microseconds since 1970 UTC; `None` while they cannot.
    pub published_at: Option<i64>,
}

/// Where a worker's profile is kept. It is sealed with the worker's key.
#[must_use]
pub fn profile_place(member: MemberId) -> Place {
    Place {
        table: "matching_worker",
        column: "sealed_profile",
        row: member.bytes(),
    }
}

async fn read(w: &mut Work<'_>, row: &Row) -> Result<Worker> {
    let member = MemberId(row.id(0)?);
    let text = w
        .open(member, profile_place(member), &row.bytes(1)?)
        .await?;
    Ok(Worker {
        member,
        profile: serde_json::from_str(&text)
            .map_err(|_| Error::Fault("a worker's profile cannot be read"))?,
        capacity: row.int(2)?,
        headroom: row.int(3)?,
        published_at: row.opt_int(4)?,
    })
}

/// A worker's own record, if they have written one.
///
/// # Errors
/// The database's, or tampered.
pub async fn worker(w: &mut Work<'_>, member: MemberId) -> Result<Option<Worker>> {
    match w.tx.first(&store::WORKER, &params![member.0]).await? {
        None => Ok(None),
        Some(row) => Ok(Some(read(w, &row).await?)),
    }
}

/// Every worker of a programme who can be offered, in the order in which they joined. One whose
/// profile cannot be read is named in the log and left out.
///
/// # Errors
/// The database's.
pub async fn published_workers(w: &mut Work<'_>, programme: ProgrammeId) -> Result<Vec<Worker>> {
    let rows =
        w.tx.all(&store::PUBLISHED_WORKERS, &params![programme.0])
            .await?;
    let mut out = Vec::with_capacity(rows.len());
    for row in &rows {
        let worker = read(w, row).await;
        out.extend(people::readable(worker, "a worker", row.id(0)?)?);
    }
    Ok(out)
}

/// Keeps what a worker says of themselves, whole: used by their own page, by imports and by the
/// demonstration. A worker who is published can be offered from now on.
///
/// # Errors
/// What [`WorkerProfile::checked`] refuses; `out-of-range` for `capacity` and `headroom`; and
/// `role-missing`, by field, when a profile to publish lacks something without which nobody can
/// be offered this worker.
pub async fn save_worker(
    w: &mut Work<'_>,
    member: MemberId,
    profile: WorkerProfile,
    (capacity, headroom): (i64, i64),
    publish: bool,
) -> Result<()> {
    let profile = profile.checked()?;
    let mut refusals = cairn_domain::Refusals::default();
    for (field, number, high) in [
        ("capacity", capacity, MOST_CAPACITY),
        ("headroom", headroom, 100),
    ] {
        if !(0..=high).contains(&number) {
            let refusal = Refusal::of(field, "out-of-range");
            refusals.push(refusal.with("low", 0).with("high", high));
        }
    }
    if publish {
        for field in profile.missing() {
            refusals.push(Refusal::of(field, "role-missing"));
        }
    }
    refusals.done()?;
    let programme = w.cx.programme()?.id;
    let sealed = sealed(w, member, &profile).await?;
    let published = publish.then_some(w.now());
    let values = params![
        member.0,
        programme.0,
        sealed,
        capacity,
        headroom,
        published,
        w.now()
    ];
    w.tx.execute(&store::SAVE_WORKER, &values).await?;
    Ok(())
}

async fn sealed(w: &mut Work<'_>, member: MemberId, profile: &WorkerProfile) -> Result<Vec<u8>> {
    let text = serde_json::to_string(profile)
        .map_err(|_| Error::Fault("a worker's profile could not be written"))?;
    w.seal(member, profile_place(member), &text).await
}

/// Keeps a changed profile, and leaves capacity and the rest as they are.
///
/// # Errors
/// The database's.
pub async fn save_profile(
    w: &mut Work<'_>,
    member: MemberId,
    profile: &WorkerProfile,
) -> Result<()> {
    let sealed = sealed(w, member, profile).await?;
    w.tx.execute(&store::SAVE_PROFILE, &params![member.0, sealed])
        .await?;
    Ok(())
}
