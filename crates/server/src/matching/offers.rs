//! Offers: one worker offered to one person. While an offer's time runs it holds one of the
//! worker's places; after that the place is let go, and nothing is held against anybody.

use cairn_db::{Row, params};
use cairn_domain::id::{MemberId, OfferId, RequestId};
use cairn_domain::matching::{Fewer, OfferState};
use cairn_domain::people::WhyNot;
use cairn_domain::{Micros, Refusal};
use cairn_matching::{Parts, Shared};
use cairn_seal::Place;
use serde::{Deserialize, Serialize};

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::store;

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
    /// What the person chose with "none of these".
    pub why: WhyNot,
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
    /// Until when it holds the worker's place, microseconds since 1970 UTC; `None` while it holds
    /// none: not let out yet, or its person asked for time.
    pub holds_until: Option<Micros>,
    /// Why there were fewer than three, if that is known.
    pub fewer: Option<Fewer>,
}

impl Offer {
    /// Whether it is out and holds the worker's place now.
    #[must_use]
    pub fn holds(&self, now: Micros) -> bool {
        self.state == OfferState::Released && self.holds_until.is_some_and(|until| until > now)
    }

    /// Whether its time has run, swept up yet or not.
    #[must_use]
    pub fn ran_out(&self, now: Micros) -> bool {
        match self.state {
            OfferState::Expired => true,
            OfferState::Released => self.holds_until.is_some_and(|until| until <= now),
            _ => false,
        }
    }
}

/// The offers a person can still answer, kindly or late: those that are out, and those of the last
/// time that ran out.
pub fn current(all: &[Offer]) -> impl Iterator<Item = &Offer> {
    let last = all.iter().filter_map(|offer| offer.released_at).max();
    all.iter().filter(move |offer| match offer.state {
        OfferState::Released => true,
        OfferState::Expired => offer.released_at == last,
        _ => false,
    })
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
        holds_until: row.opt_int(13)?,
        fewer: row.opt_text(14)?.as_deref().and_then(Fewer::from_word),
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

/// The request an offer answers.
///
/// # Errors
/// Not found.
pub async fn request_of(w: &mut Work<'_>, id: OfferId) -> Result<RequestId> {
    let row = w.tx.one(&store::OFFER, &params![id.0]).await?;
    Ok(RequestId(row.id(1)?))
}

/// Takes hold of a request until the work is done. What is read of it and of its offers after this
/// stays so; workers' places are taken hold of before, never after.
///
/// # Errors
/// The database's.
pub async fn hold_request(w: &mut Work<'_>, id: RequestId) -> Result<()> {
    w.tx.execute(&store::HOLD_REQUEST, &params![id.0]).await?;
    Ok(())
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

/// Wakes a person's open pages, which then look for themselves.
pub fn wake(w: &mut Work<'_>, member: MemberId) {
    w.wake(format!("member:{member}"), b"offers".to_vec());
}

/// One row was changed; none means that somebody was faster.
///
/// # Errors
/// `already-answered`.
pub fn once(rows: u64) -> Result<()> {
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
