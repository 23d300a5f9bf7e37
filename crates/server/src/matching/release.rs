//! Letting offers out. Each holds a place of its worker from that moment on, so each goes out only
//! if its place is still free: what does not hold any more is dropped, and whoever let it out is
//! told. Done in the programme's turn, with the workers' rows held in the order of their ids.

use std::collections::{BTreeMap, BTreeSet};

use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, OfferId, RequestId};
use cairn_domain::matching::choose::{Proposed, still_hold};
use cairn_domain::matching::{Fewer, OfferState, RequestState, Step};

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::offers::{self, Offer, hold_request};
use crate::matching::workers::{self, Worker};
use crate::matching::{exclusions, problem, runs, store};
use crate::people::{self, Request};

/// What became of the proposals of one request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LetOut {
    /// Offers that are out now.
    pub sent: usize,
    /// Offers that were dropped: their place is not free any more.
    pub dropped: usize,
}

/// What became of letting offers out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Released {
    /// People whose offers are out now.
    pub out: usize,
    /// People who had moved on in the meantime, or for whom no place was left.
    pub gone: usize,
    /// Offers that were dropped, because their place was not free any more.
    pub dropped: usize,
}

/// Lets the proposed offers of these requests out. Who has moved on in the meantime is left alone
/// and counted, and so is what could not go out any more.
///
/// # Errors
/// Not found when one of them is not the asker's to see.
pub async fn release(w: &mut Work<'_>, requests: &[RequestId]) -> Result<Released> {
    runs::take_turn(w).await?;
    let programme = w.cx.programme()?.id;
    for id in requests {
        let participant = runs::owner(w, *id).await?;
        if !people::same_programme(w, programme, participant).await? {
            return Err(Error::NotYours {
                act: Some(Act::ReleaseOffers),
                subject: None,
            });
        }
    }
    // In the order of the board, so that whoever waits longest comes first.
    let mut ready = offers::proposed_for(w).await?;
    ready.retain(|id| requests.contains(id));
    for id in &ready {
        let participant = runs::owner(w, *id).await?;
        w.may(Act::ReleaseOffers, participant, "request", id.0)
            .await?;
    }
    let mut released = Released::default();
    for one in let_out(w, &ready).await? {
        released.out += usize::from(one.sent > 0);
        released.dropped += one.dropped;
    }
    released.gone = requests.len() - released.out;
    Ok(released)
}

/// One proposal, without what is sealed of it.
struct Waits {
    id: OfferId,
    worker: MemberId,
    place: i64,
}

/// Lets the proposed offers of these requests out, as far as their places are free. Whoever calls
/// this has taken the programme's turn, and comes in the order in which people are served.
///
/// # Errors
/// The database's.
pub async fn let_out(w: &mut Work<'_>, requests: &[RequestId]) -> Result<Vec<LetOut>> {
    let mut waiting: Vec<Vec<Waits>> = Vec::with_capacity(requests.len());
    for id in requests {
        waiting.push(proposed_to(w, *id).await?);
    }
    let all = waiting.iter().flatten().map(|one| one.worker);
    let asked: BTreeSet<MemberId> = all.collect();
    let mut rooms = BTreeMap::new();
    for worker in asked {
        rooms.insert(worker, room(w, worker).await?);
    }
    let mut open = Vec::with_capacity(requests.len());
    for id in requests {
        open.push(still_waiting(w, *id).await?);
    }
    let there: Vec<Request> = open.iter().flatten().cloned().collect();
    let workers: Vec<Worker> = rooms.values().flatten().map(|(w, _)| w.clone()).collect();
    let alone = (requests.len() == 1).then(|| there.first().map(|one| one.participant));
    let apart = exclusions::apart(w, alone.flatten(), &there, &workers).await?;
    for (request, waits) in open.iter().zip(&mut waiting) {
        let never = request.as_ref().and_then(|one| apart.get(&one.participant));
        let may = |worker: &MemberId| never.is_none_or(|never| !never.contains(worker));
        waits.retain(|one| request.is_some() && may(&one.worker));
    }
    let holds = which_hold(&rooms, &waiting);
    let mut done = Vec::with_capacity(requests.len());
    for ((request, waits), holds) in open.into_iter().zip(waiting).zip(holds) {
        done.push(match request {
            Some(request) => let_out_one(w, request, &waits, &holds).await?,
            None => LetOut::default(),
        });
    }
    Ok(done)
}

async fn proposed_to(w: &mut Work<'_>, request: RequestId) -> Result<Vec<Waits>> {
    let rows = w.tx.all(&store::PROPOSED_TO, &params![request.0]).await?;
    let read = |row: &cairn_db::Row| {
        Ok(Waits {
            id: OfferId(row.id(0)?),
            worker: MemberId(row.id(1)?),
            place: row.int(2)?,
        })
    };
    rows.iter().map(read).collect()
}

/// A worker who can be offered, with the places that are free; `None` for one who cannot be.
async fn room(w: &mut Work<'_>, id: MemberId) -> Result<Option<(Worker, u64)>> {
    let taken = problem::hold_places(w, id).await?;
    let worker = workers::worker(w, id).await;
    let worker = people::readable(worker, "a worker", id.0)?.flatten();
    let published = worker.filter(|worker| worker.published_at.is_some());
    Ok(published.map(|worker| {
        let free = taken.free(worker.capacity);
        (worker, free)
    }))
}

/// The request, if it waits; it stays so until the work is done.
async fn still_waiting(w: &mut Work<'_>, id: RequestId) -> Result<Option<Request>> {
    hold_request(w, id).await?;
    let request = people::request(w, id).await;
    let request = people::readable(request, "a request", id.0)?;
    Ok(request.filter(|request| request.state == RequestState::Waiting))
}

type Rooms = BTreeMap<MemberId, Option<(Worker, u64)>>;

/// For each person, which of their offers still have a place.
fn which_hold(rooms: &Rooms, waiting: &[Vec<Waits>]) -> Vec<Vec<bool>> {
    let index: BTreeMap<MemberId, usize> = rooms.keys().copied().zip(0..).collect();
    let places: Vec<u64> = rooms
        .values()
        .map(|room| room.as_ref().map_or(0, |(_, free)| *free))
        .collect();
    let proposed: Vec<Proposed> = waiting
        .iter()
        .flatten()
        .map(|one| Proposed {
            worker: index[&one.worker],
            place: one.place,
        })
        .collect();
    let mut holds = still_hold(&places, &proposed).into_iter();
    waiting
        .iter()
        .map(|waits| holds.by_ref().take(waits.len()).collect())
        .collect()
}

async fn let_out_one(
    w: &mut Work<'_>,
    mut request: Request,
    waits: &[Waits],
    holds: &[bool],
) -> Result<LetOut> {
    let until = w.now() + w.cx.programme()?.settings.offer_holds();
    let mut out = LetOut::default();
    for (one, _) in waits.iter().zip(holds).filter(|(_, holds)| **holds) {
        let values = params![one.id.0, w.now(), until];
        let sent = w.tx.execute(&store::RELEASE, &values).await?;
        out.sent += usize::try_from(sent).unwrap_or(0);
    }
    let dropped =
        w.tx.execute(&store::DROP_PROPOSED, &params![request.id.0])
            .await?;
    out.dropped = usize::try_from(dropped).unwrap_or(0);
    if out.sent > 0 {
        people::move_request(w, &mut request, Step::Release).await?;
        offers::wake(w, request.participant);
    } else {
        w.wake(people::LOOK_AGAIN.to_owned(), Vec::new());
    }
    if out.dropped > 0 {
        say_fewer(w, request.id).await?;
    }
    Ok(out)
}

/// There are fewer now because places went to others.
async fn say_fewer(w: &mut Work<'_>, request: RequestId) -> Result<()> {
    let values = params![request.0, Fewer::Places.word()];
    w.tx.execute(&store::SAY_FEWER, &values).await?;
    Ok(())
}

/// Moves a request on by a step that makes it wait. Offers of before whose workers still have a
/// place are out again at once, their places held anew; the others lapse. Whoever calls this has
/// taken hold of the workers and then of the request.
///
/// # Errors
/// `already-answered` or `not-in-order`.
pub async fn offer_again(w: &mut Work<'_>, request: &mut Request, step: Step) -> Result<()> {
    people::move_request(w, request, step).await?;
    w.tx.execute(&store::DROP_PROPOSED, &params![request.id.0])
        .await?;
    let until = w.now() + w.cx.programme()?.settings.offer_holds();
    let (mut left, mut gone) = (0, 0);
    for offer in offers::offers_of(w, request.id).await? {
        if offer.state != OfferState::Released {
            continue;
        }
        if has_place(w, &offer).await? {
            left += 1;
            w.tx.execute(&store::HOLD_AGAIN, &params![offer.id.0, until])
                .await?;
        } else {
            gone += 1;
            offers::answer(w, &offer, OfferState::Lapsed, None).await?;
        }
    }
    if left > 0 {
        people::move_request(w, request, Step::Release).await?;
    }
    if gone > 0 {
        say_fewer(w, request.id).await?;
    }
    offers::wake(w, request.participant);
    Ok(())
}

/// Takes hold of the workers of all offers of a request that are out, and of `also`.
///
/// # Errors
/// The database's.
pub async fn hold_offered(
    w: &mut Work<'_>,
    request: RequestId,
    also: Option<MemberId>,
) -> Result<()> {
    let mut workers: BTreeSet<MemberId> = also.into_iter().collect();
    for offer in offers::offers_of(w, request).await? {
        if offer.state == OfferState::Released {
            workers.insert(offer.worker);
        }
    }
    problem::hold_all(w, &workers).await
}

/// Whether the worker of an offer has a place for its person: the one that is held for them while
/// the offer's time runs, and otherwise one that nobody else holds.
///
/// # Errors
/// The database's, or tampered.
pub async fn has_place(w: &mut Work<'_>, offer: &Offer) -> Result<bool> {
    let Some(worker) = workers::worker(w, offer.worker).await? else {
        return Ok(false);
    };
    let taken = problem::taken_for(w, worker.member, Some(offer.request)).await?;
    let places = match offer.holds(w.now()) {
        true => taken.kept(worker.capacity),
        false => taken.free(worker.capacity),
    };
    Ok(worker.published_at.is_some() && places > 0)
}
