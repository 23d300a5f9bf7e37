//! Everything that keeps two people apart, for the matching problem. It is worked out for all of
//! them in one go and with the same statements whatever stands on anybody's list, so that the time
//! it takes tells nothing.

use std::collections::{BTreeSet, HashMap};

use cairn_db::params;
use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::Never;
use cairn_domain::matching::exclusions::{self, Side};
use cairn_domain::people::Answers;

use super::{list_place, read};
use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::Worker;
use crate::matching::store::exclusions as store;
use crate::people::{self, Request};

/// What somebody goes by and whom they would rather not meet.
#[derive(Clone, Default)]
struct Said {
    name: String,
    list: Never,
    /// It cannot be read; nobody can tell whom they would rather not meet.
    damaged: bool,
}

/// For each of these people the workers they are never to meet, whichever of the two wants it so.
///
/// # Errors
/// The database's, or tampered.
pub async fn apart(
    w: &mut Work<'_>,
    one: Option<MemberId>,
    requests: &[Request],
    workers: &[Worker],
) -> Result<HashMap<MemberId, BTreeSet<MemberId>>> {
    let said = said(w, one).await?;
    let (mut ended, lost) = ended(w, one).await?;
    // Somebody can be on both sides.
    let of = |id: MemberId| said.get(&id).cloned().unwrap_or_default();
    let mut others = Vec::with_capacity(workers.len());
    for worker in workers {
        let Said { name, list, .. } = of(worker.member);
        let mut names = vec![name];
        names.push(worker.profile.name.clone());
        others.push(Side {
            id: worker.member,
            names,
            employer: worker.profile.employer.clone(),
            not_own_employer: worker.profile.not_own_employer,
            never: list
                .people()
                .chain(worker.profile.not.iter().copied())
                .collect(),
            never_names: list.names().map(str::to_owned).collect(),
        });
    }
    let mut people = Vec::with_capacity(requests.len());
    for request in requests {
        let Said { name, list, .. } = of(request.participant);
        let before = ended.remove(&request.participant).unwrap_or_default();
        let answered = request.answers.never.iter().copied();
        people.push(Side {
            id: request.participant,
            names: vec![name],
            employer: request.answers.employer.clone(),
            not_own_employer: request.answers.not_own_employer,
            never: list.people().chain(answered).chain(before).collect(),
            never_names: list.names().map(str::to_owned).collect(),
        });
    }
    let mut apart = exclusions::apart(&people, &others);
    // Whose list cannot be read meets nobody until it is mended.
    let ids = |damaged: &dyn Fn(MemberId) -> bool, all: &[Side]| -> BTreeSet<MemberId> {
        let all = all.iter().map(|side| side.id);
        all.filter(|id| damaged(*id)).collect()
    };
    let damaged = |id: MemberId| said.get(&id).is_some_and(|said| said.damaged);
    let unreadable = ids(&damaged, &others);
    for person in people.iter().map(|side| side.id) {
        if damaged(person) || lost.contains(&person) {
            apart
                .entry(person)
                .or_default()
                .extend(ids(&|_| true, &others));
        } else if !unreadable.is_empty() {
            apart.entry(person).or_default().extend(&unreadable);
        }
    }
    if !apart.is_empty() && crate::mutant("exclusion-shows") {
        let programme = w.cx.programme()?.id.0;
        w.tx.all(&store::KNOWN_KEPT, &params![programme]).await?;
    }
    if !apart.is_empty() && crate::mutant("exclusion-slow") {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    Ok(apart)
}

/// Names and lists of everybody concerned.
async fn said(w: &mut Work<'_>, one: Option<MemberId>) -> Result<HashMap<MemberId, Said>> {
    let programme = w.cx.programme()?.id;
    let values = params![
        programme.0,
        one.map_or(uuid::Uuid::nil(), |id| id.0),
        one.is_none()
    ];
    let rows = w.tx.all(&store::SIDES, &values).await?;
    let mut all = HashMap::with_capacity(rows.len());
    for row in &rows {
        let member = MemberId(row.id(0)?);
        let said = match said_by(w, member, row).await {
            // Whoever was forgotten has neither a name nor a list any more.
            Err(Error::NotYours { .. }) => Said::default(),
            said => people::readable(said, "a private list", member.0)?.unwrap_or(Said {
                damaged: true,
                ..Said::default()
            }),
        };
        all.insert(member, said);
    }
    Ok(all)
}

async fn said_by(w: &mut Work<'_>, member: MemberId, row: &cairn_db::Row) -> Result<Said> {
    let name = match row.opt_bytes(1)? {
        None => String::new(),
        Some(sealed) => w.open(member, people::name_place(member), &sealed).await?,
    };
    let place = list_place(member);
    let sealed = match row.opt_bytes(2)? {
        Some(sealed) => sealed,
        // Who has no list costs as much as who has a short one.
        None => w.seal(member, place, r#"{"entries":[]}"#).await?,
    };
    let list = read(&w.open(member, place, &sealed).await?)?;
    Ok(Said {
        name,
        list,
        damaged: false,
    })
}

/// Workers whom the same people excluded in requests that have ended, and those people of whom it
/// cannot be read.
async fn ended(
    w: &mut Work<'_>,
    one: Option<MemberId>,
) -> Result<(HashMap<MemberId, Vec<MemberId>>, BTreeSet<MemberId>)> {
    let programme = w.cx.programme()?.id;
    let values = params![
        programme.0,
        one.map_or(uuid::Uuid::nil(), |id| id.0),
        one.is_none()
    ];
    let rows = w.tx.all(&store::ENDED_ANSWERS, &values).await?;
    let mut all: HashMap<MemberId, Vec<MemberId>> = HashMap::new();
    let mut lost = BTreeSet::new();
    for row in &rows {
        let (id, participant) = (RequestId(row.id(0)?), MemberId(row.id(1)?));
        let never = never_in(w, id, participant, &row.bytes(2)?).await;
        match people::readable(never, "a request that has ended", id.0)? {
            Some(never) => all.entry(participant).or_default().extend(never),
            None => {
                lost.insert(participant);
            }
        }
    }
    Ok((all, lost))
}

async fn never_in(
    w: &mut Work<'_>,
    id: RequestId,
    participant: MemberId,
    sealed: &[u8],
) -> Result<Vec<MemberId>> {
    let text = w
        .open(participant, people::answers_place(id), sealed)
        .await?;
    let answers: Answers = serde_json::from_str(&text)
        .map_err(|_| Error::Fault("a request's answers cannot be read"))?;
    Ok(answers.never)
}
