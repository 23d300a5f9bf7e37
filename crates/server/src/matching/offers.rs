//! Offers: one worker offered to one person. The person picks one, asks for others or for time;
//! whatever they do, nothing they were offered is held against anybody.

use cairn_db::{Row, params};
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, OfferId, RequestId};
use cairn_domain::matching::{OfferState, RequestState, Step};
use cairn_domain::text::{self, TEXT_LIMIT};
use cairn_domain::{Micros, Refusal};
use cairn_matching::{Parts, Shared};
use cairn_seal::Place;
use serde::{Deserialize, Serialize};

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::{problem, store, workers};
use crate::people::{self, Request};

/// Why two people might suit each other, as it stood when it was worked out. Kept sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Why {
    /// How well they fit, by part.
    pub parts: Parts,
    /// What they have in common.
    pub shared: Shared,
    /// How much each shared experience matters to the person, 1 to 5, in the order of `shared`.
    pub weights: Vec<u8>,
    /// When both are free: minutes of the week in UTC.
    pub free: Vec<[u32; 2]>,
    /// The line of work both know.
    pub sector: Option<String>,
    /// Whether they are near enough to meet face to face.
    pub in_reach: bool,
}

/// Words that came with an answer. Kept sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Note {
    /// One of the product's own sentences, by its code, so that each reads it in their language.
    pub said: String,
    /// Words of the writer's own.
    pub words: String,
}

/// One worker offered to one person.
#[derive(Clone, Debug)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// The request it answers.
    pub request: RequestId,
    /// The person.
    pub participant: MemberId,
    /// The worker.
    pub worker: MemberId,
    /// Where it stands.
    pub state: OfferState,
    /// The points of its parts, 0 to 1000.
    pub score: i64,
    /// Why.
    pub why: Why,
    /// Words that came with the answer: the worker's when they agreed or declined, the person's
    /// when they passed.
    pub note: Option<Note>,
    /// When the person could first see it, microseconds since 1970 UTC.
    pub released_at: Option<Micros>,
    /// When they picked it.
    pub picked_at: Option<Micros>,
    /// When it was answered or ended.
    pub answered_at: Option<Micros>,
}

/// Where an offer's reasons are kept. They are sealed with the participant's key.
#[must_use]
pub fn why_place(offer: OfferId) -> Place {
    Place {
        table: "matching_offer",
        column: "sealed_reasons",
        row: offer.bytes(),
    }
}

fn note_place(offer: OfferId) -> Place {
    Place {
        table: "matching_offer",
        column: "sealed_note",
        row: offer.bytes(),
    }
}

/// Reads a row of the shape of [`store::OFFER`].
async fn read(w: &mut Work<'_>, row: &Row) -> Result<Offer> {
    let (id, participant) = (OfferId(row.id(0)?), MemberId(row.id(2)?));
    let why = w.open(participant, why_place(id), &row.bytes(8)?).await?;
    let note = match row.opt_bytes(9)? {
        None => None,
        Some(sealed) => {
            let text = w.open(participant, note_place(id), &sealed).await?;
            let note = serde_json::from_str(&text);
            Some(note.map_err(|_| Error::Fault("an offer's note cannot be read"))?)
        }
    };
    Ok(Offer {
        id,
        request: RequestId(row.id(1)?),
        participant,
        worker: MemberId(row.id(3)?),
        state: OfferState::from_word(&row.text(4)?)
            .ok_or(Error::Fault("an offer's state is not known"))?,
        score: row.int(7)?,
        why: serde_json::from_str(&why)
            .map_err(|_| Error::Fault("an offer's reasons cannot be read"))?,
        note,
        released_at: row.opt_int(10)?,
        picked_at: row.opt_int(11)?,
        answered_at: row.opt_int(12)?,
    })
}

async fn read_all(w: &mut Work<'_>, rows: &[Row]) -> Result<Vec<Offer>> {
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        all.push(read(w, row).await?);
    }
    Ok(all)
}

/// Whom an offer concerns, without opening anything: participant and worker.
///
/// # Errors
/// Not found.
pub async fn parties(w: &mut Work<'_>, id: OfferId) -> Result<(MemberId, MemberId)> {
    let row = w.tx.one(&store::OFFER, &params![id.0]).await?;
    Ok((MemberId(row.id(2)?), MemberId(row.id(3)?)))
}

/// An offer by its id. Who asks must have been let through by [`Work::may`].
///
/// # Errors
/// Not found, or tampered.
pub async fn offer(w: &mut Work<'_>, id: OfferId) -> Result<Offer> {
    let row = w.tx.one(&store::OFFER, &params![id.0]).await?;
    read(w, &row).await
}

/// All offers ever made for a request, the newest first; those of one computation in order.
///
/// # Errors
/// The database's, or tampered.
pub async fn offers_of(w: &mut Work<'_>, request: RequestId) -> Result<Vec<Offer>> {
    let rows =
        w.tx.all(&store::OFFERS_OF_REQUEST, &params![request.0])
            .await?;
    read_all(w, &rows).await
}

/// The requests that have offers waiting for their release, in the order of the board.
///
/// # Errors
/// The database's.
pub async fn proposed_for(w: &mut Work<'_>) -> Result<Vec<RequestId>> {
    let programme = w.cx.programme()?.id;
    let rows =
        w.tx.all(&store::PROPOSED_FOR, &params![programme.0])
            .await?;
    rows.iter().map(|row| Ok(RequestId(row.id(0)?))).collect()
}

/// Offers by which somebody picked this worker and waits for the answer.
///
/// # Errors
/// The database's, or tampered.
pub async fn picked(w: &mut Work<'_>, worker: MemberId) -> Result<Vec<Offer>> {
    let rows = w.tx.all(&store::PICKED_WORKER, &params![worker.0]).await?;
    read_all(w, &rows).await
}

/// Lets the proposed offers of a request out. `false` when the request had moved on.
///
/// # Errors
/// The database's.
pub async fn let_out(w: &mut Work<'_>, request: &mut Request) -> Result<bool> {
    match people::move_request(w, request, Step::Release).await {
        Err(Error::Refused(_)) => return Ok(false),
        other => other?,
    }
    w.tx.execute(&store::RELEASE, &params![request.id.0, w.now()])
        .await?;
    wake(w, request.participant);
    Ok(true)
}

/// Wakes a person's open pages, which then look for themselves.
pub fn wake(w: &mut Work<'_>, member: MemberId) {
    w.wake(format!("member:{member}"), b"offers".to_vec());
}

/// The asker's offer and its request, for answering.
async fn mine(w: &mut Work<'_>, id: OfferId) -> Result<(Offer, Request)> {
    let (participant, _) = parties(w, id).await?;
    w.may(Act::AnswerOffers, participant, "offer", id.0).await?;
    let offer = offer(w, id).await?;
    if offer.state == OfferState::Proposed {
        // Not let out yet: for its own person it is not there.
        return Err(Error::NOT_YOURS);
    }
    let request = people::request(w, offer.request).await?;
    Ok((offer, request))
}

/// What became of a pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// The worker is asked.
    Yes,
    /// In the meantime the worker's last place was taken; the other offers remain.
    Taken,
}

/// The person picks one of their offers. Picking it twice is picking it once.
///
/// # Errors
/// Not found for an offer that is not the asker's; `already-answered` when it has ended.
pub async fn pick(w: &mut Work<'_>, id: OfferId) -> Result<Picked> {
    let (offer, mut request) = mine(w, id).await?;
    match offer.state {
        OfferState::Released => {}
        OfferState::Picked => return Ok(Picked::Yes),
        OfferState::Lapsed if request.state != RequestState::Matched => return Ok(Picked::Taken),
        _ => return Err(Refusal::new("already-answered").into()),
    }
    request.state.after(Step::Pick)?;
    let taken = problem::hold_places(w, offer.worker).await?;
    let worker = workers::worker(w, offer.worker).await?;
    let free = worker.map_or(0, |worker| match worker.published_at {
        Some(_) => taken.free(worker.capacity),
        None => 0,
    });
    if free == 0 {
        answer(w, &offer, OfferState::Lapsed, None).await?;
        if still_out(w, request.id).await? == 0 {
            people::move_request(w, &mut request, Step::AskOthers).await?;
        }
        return Ok(Picked::Taken);
    }
    people::move_request(w, &mut request, Step::Pick).await?;
    let moved = w.tx.execute(&store::PICK, &params![id.0, w.now()]).await?;
    once(moved)?;
    wake(w, offer.worker);
    wake(w, offer.participant);
    Ok(Picked::Yes)
}

fn once(rows: u64) -> Result<()> {
    if rows == 1 {
        Ok(())
    } else {
        Err(Refusal::new("already-answered").into())
    }
}

/// An offer that stands as it was read is answered.
///
/// # Errors
/// `already-answered` when it does not stand so any more.
pub async fn answer(
    w: &mut Work<'_>,
    offer: &Offer,
    state: OfferState,
    note: Option<&Note>,
) -> Result<()> {
    let sealed = match note {
        None => None,
        Some(note) => {
            let text = serde_json::to_string(note)
                .map_err(|_| Error::Fault("an offer's note could not be written"))?;
            Some(
                w.seal(offer.participant, note_place(offer.id), &text)
                    .await?,
            )
        }
    };
    let values = params![
        offer.id.0,
        offer.state.word(),
        state.word(),
        w.now(),
        sealed
    ];
    once(w.tx.execute(&store::ANSWER, &values).await?)
}

/// All offers of a request that are still open end.
///
/// # Errors
/// The database's.
pub async fn close_open(w: &mut Work<'_>, request: RequestId, state: OfferState) -> Result<()> {
    let values = params![request.0, state.word(), w.now()];
    w.tx.execute(&store::CLOSE_OPEN, &values).await?;
    Ok(())
}

/// How many offers of a request are out.
///
/// # Errors
/// The database's.
pub async fn still_out(w: &mut Work<'_>, request: RequestId) -> Result<i64> {
    let row = w.tx.one(&store::STILL_OUT, &params![request.0]).await?;
    Ok(row.int(0)?)
}

fn why_note(why: &str) -> Result<Option<Note>> {
    let words = text::free("why", why, TEXT_LIMIT)?;
    Ok((!words.is_empty()).then(|| Note {
        said: String::new(),
        words,
    }))
}

/// The asker's request, for answering what was offered.
async fn my_request(w: &mut Work<'_>) -> Result<Request> {
    let me = w.me()?;
    let request = people::open_request(w, me).await?.ok_or(Error::NOT_YOURS)?;
    w.may(Act::AnswerOffers, me, "request", request.id.0)
        .await?;
    Ok(request)
}

/// None of these: the person asks for others. Why, if they say so, is for the coordinator.
///
/// # Errors
/// What cannot be kept of the reason; `already-answered` or `not-in-order`.
pub async fn ask_others(w: &mut Work<'_>, why: &str) -> Result<()> {
    let note = why_note(why)?;
    let mut request = my_request(w).await?;
    let out = offers_of(w, request.id).await?;
    people::move_request(w, &mut request, Step::AskOthers).await?;
    let out = out.iter().filter(|o| o.state == OfferState::Released);
    for (n, offer) in out.enumerate() {
        let note = if n == 0 { note.as_ref() } else { None };
        answer(w, offer, OfferState::Passed, note).await?;
    }
    wake(w, request.participant);
    Ok(())
}

/// Not this one: the others remain; after the last one, others are looked for.
///
/// # Errors
/// Not found for an offer that is not the asker's; `already-answered` when it has ended.
pub async fn pass(w: &mut Work<'_>, id: OfferId, why: &str) -> Result<()> {
    let note = why_note(why)?;
    let (offer, mut request) = mine(w, id).await?;
    if offer.state == OfferState::Passed {
        return Ok(());
    }
    if offer.state != OfferState::Released {
        return Err(Refusal::new("already-answered").into());
    }
    answer(w, &offer, OfferState::Passed, note.as_ref()).await?;
    if request.state == RequestState::Offered && still_out(w, request.id).await? == 0 {
        people::move_request(w, &mut request, Step::AskOthers).await?;
    }
    wake(w, offer.participant);
    Ok(())
}

/// The person asks for time. What was offered stays; nobody keeps a place for it.
///
/// # Errors
/// `already-answered` or `not-in-order`.
pub async fn ask_time(w: &mut Work<'_>) -> Result<()> {
    let mut request = my_request(w).await?;
    if request.state == RequestState::Resting {
        return Ok(());
    }
    people::move_request(w, &mut request, Step::AskTime).await?;
    w.tx.execute(&store::DROP_PROPOSED, &params![request.id.0])
        .await?;
    Ok(())
}

/// The person is ready again: offers that were out are there again, if their workers still have
/// room.
///
/// # Errors
/// `already-answered` or `not-in-order`.
pub async fn come_back(w: &mut Work<'_>) -> Result<()> {
    let mut request = my_request(w).await?;
    people::move_request(w, &mut request, Step::Return).await?;
    w.tx.execute(&store::DROP_PROPOSED, &params![request.id.0])
        .await?;
    offer_again(w, &mut request).await
}

/// A request that waits, with offers of before: those whose workers still have room are out
/// again, the others lapse.
///
/// # Errors
/// The database's.
pub async fn offer_again(w: &mut Work<'_>, request: &mut Request) -> Result<()> {
    let mut left = 0;
    for offer in offers_of(w, request.id).await? {
        if offer.state != OfferState::Released {
            continue;
        }
        if has_room(w, offer.worker).await? {
            left += 1;
        } else {
            answer(w, &offer, OfferState::Lapsed, None).await?;
        }
    }
    if left > 0 {
        let_out(w, request).await?;
    }
    Ok(())
}

async fn has_room(w: &mut Work<'_>, worker: MemberId) -> Result<bool> {
    let Some(worker) = workers::worker(w, worker).await? else {
        return Ok(false);
    };
    let taken = problem::taken(w, worker.member).await?;
    Ok(worker.published_at.is_some() && taken.free(worker.capacity) > 0)
}
