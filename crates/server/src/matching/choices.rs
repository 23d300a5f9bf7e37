//! What a person does with their offers: they pick one, in time or late, ask for others, pass on
//! one, ask for time, come back, or take their request back. Each is decided at the moment of the
//! act: by the offer's time and the worker's places as they are then.

use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, OfferId};
use cairn_domain::matching::{OfferState, RequestState, Step};
use cairn_domain::people::{Heard, WhyNot};
use cairn_domain::text::{self, TEXT_LIMIT};
use cairn_domain::{Micros, Refusal};

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::offers::{self, Note, Offer, current, hold_request, once, wake};
use crate::matching::release::{has_place, hold_offered, offer_again};
use crate::matching::{problem, run_out, store};
use crate::people::{self, Request};

/// What became of a pick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picked {
    /// The worker is asked.
    Yes,
    /// In the meantime the worker's last place was taken; the other offers remain.
    Taken,
    /// The offer's time had run, and the worker has no place now that nobody else holds.
    Late,
}

/// The asker's offer and its request. Workers' places must have been taken hold of before.
async fn mine(w: &mut Work<'_>, id: OfferId) -> Result<(Offer, Request)> {
    let request = offers::request_of(w, id).await?;
    hold_request(w, request).await?;
    let offer = offers::offer(w, id).await?;
    if offer.state == OfferState::Proposed {
        // Not let out yet: for its own person it is not there.
        return Err(Error::NOT_YOURS);
    }
    Ok((offer, people::request(w, request).await?))
}

/// Lets the asker through to their offer.
async fn admit(w: &mut Work<'_>, id: OfferId) -> Result<MemberId> {
    let (participant, worker) = offers::parties(w, id).await?;
    w.may(Act::AnswerOffers, participant, "offer", id.0).await?;
    Ok(worker)
}

/// The person picks one of their offers. Picking it twice is picking it once. After its time has
/// run it is picked all the same, if the worker has a place that nobody else holds.
///
/// # Errors
/// Not found for an offer that is not the asker's; `already-answered` when it has ended.
pub async fn pick(w: &mut Work<'_>, id: OfferId) -> Result<Picked> {
    let worker = admit(w, id).await?;
    problem::hold_places(w, worker).await?;
    let (offer, mut request) = mine(w, id).await?;
    let offer = living(w, offer).await?;
    match offer.state {
        OfferState::Released | OfferState::Expired => {}
        OfferState::Picked => return Ok(Picked::Yes),
        OfferState::Lapsed if request.state.after(Step::Pick).is_ok() => return Ok(Picked::Taken),
        _ => return Err(Refusal::new("already-answered").into()),
    }
    request.state.after(Step::Pick)?;
    if !has_place(w, &offer).await? {
        return no_place(w, &offer, &mut request).await;
    }
    people::move_request(w, &mut request, Step::Pick).await?;
    w.tx.execute(&store::DROP_PROPOSED, &params![request.id.0])
        .await?;
    let values = params![offer.id.0, offer.state.word(), w.now()];
    once(w.tx.execute(&store::PICK, &values).await?)?;
    run_out::expire(w, request.id).await?;
    wake(w, offer.worker);
    wake(w, offer.participant);
    Ok(Picked::Yes)
}

/// An offer that ran out, and whose worker is offered again since, is picked as the newer one.
async fn living(w: &mut Work<'_>, offer: Offer) -> Result<Offer> {
    if offer.state != OfferState::Expired {
        return Ok(offer);
    }
    let all = offers::offers_of(w, offer.request).await?;
    let newer = all.into_iter().find(|one| {
        one.worker == offer.worker && matches!(one.state, OfferState::Released | OfferState::Picked)
    });
    Ok(newer.unwrap_or(offer))
}

async fn no_place(w: &mut Work<'_>, offer: &Offer, request: &mut Request) -> Result<Picked> {
    if !offer.holds(w.now()) {
        run_out::settle(w, request.id).await?;
        return Ok(Picked::Late);
    }
    offers::answer(w, offer, OfferState::Lapsed, None).await?;
    if offers::still_out(w, request.id).await? == 0 {
        people::move_request(w, request, Step::AskOthers).await?;
    }
    Ok(Picked::Taken)
}

/// Whether all that was offered to a person ran out, and they have not done anything since.
#[must_use]
pub fn all_ran_out(request: &Request, all: &[Offer], now: Micros) -> bool {
    let choosing = matches!(request.state, RequestState::Offered | RequestState::Resting);
    let mut left = current(all).peekable();
    choosing && left.peek().is_some() && left.all(|offer| offer.ran_out(now))
}

fn why_note(why: &str, chosen: WhyNot) -> Result<Option<Note>> {
    let words = text::free("why", why, TEXT_LIMIT)?;
    let note = Note {
        words,
        why: chosen,
        ..Note::default()
    };
    Ok((note != Note::default()).then_some(note))
}

/// The asker's request, for answering what was offered. Nobody else moves it any more.
async fn my_request(w: &mut Work<'_>) -> Result<Request> {
    let me = w.me()?;
    let request = people::open_request(w, me).await?.ok_or(Error::NOT_YOURS)?;
    w.may(Act::AnswerOffers, me, "request", request.id.0)
        .await?;
    hold_request(w, request.id).await?;
    people::request(w, request.id).await
}

/// None of these: the person asks for others, and what they say about why changes what the next
/// ones are looked for by. Their own words are for the coordinator.
///
/// # Errors
/// What cannot be kept of the reason, or chosen; `already-answered` or `not-in-order`.
pub async fn ask_others(w: &mut Work<'_>, why: &str, chosen: WhyNot) -> Result<Heard> {
    let note = why_note(why, chosen.clone())?;
    let mut request = my_request(w).await?;
    request.state.after(Step::AskOthers)?;
    chosen.check(&request.answers)?;
    let (answers, heard) = request.answers.listening_to(&chosen);
    if !heard.is_empty() {
        request.answers = answers;
        people::save_answers(w, &mut request).await?;
    }
    let all = offers::offers_of(w, request.id).await?;
    people::move_request(w, &mut request, Step::AskOthers).await?;
    for (n, offer) in current(&all).enumerate() {
        let note = if n == 0 { note.as_ref() } else { None };
        offers::answer(w, offer, OfferState::Passed, note).await?;
    }
    wake(w, request.participant);
    Ok(heard)
}

/// Not this one: the others remain; after the last one, others are looked for.
///
/// # Errors
/// Not found for an offer that is not the asker's; `already-answered` when it has ended.
pub async fn pass(w: &mut Work<'_>, id: OfferId, why: &str) -> Result<()> {
    let note = why_note(why, WhyNot::default())?;
    admit(w, id).await?;
    let (offer, mut request) = mine(w, id).await?;
    match offer.state {
        OfferState::Passed => return Ok(()),
        OfferState::Released | OfferState::Expired => {}
        _ => return Err(Refusal::new("already-answered").into()),
    }
    offers::answer(w, &offer, OfferState::Passed, note.as_ref()).await?;
    let choosing = request.state == RequestState::Offered || offer.state == OfferState::Expired;
    let all = offers::offers_of(w, request.id).await?;
    if choosing && request.state.after(Step::AskOthers).is_ok() && current(&all).next().is_none() {
        people::move_request(w, &mut request, Step::AskOthers).await?;
    }
    wake(w, offer.participant);
    Ok(())
}

/// The person asks for time. What was offered stays; the places are let go at once.
///
/// # Errors
/// `already-answered` or `not-in-order`.
pub async fn ask_time(w: &mut Work<'_>) -> Result<()> {
    let mut request = my_request(w).await?;
    if request.state == RequestState::Resting {
        return Ok(());
    }
    let id = request.id.0;
    run_out::expire(w, request.id).await?;
    if request.state == RequestState::Waiting {
        // Offers of an earlier time ran out; that the person rests now has nothing to do with it.
        w.tx.execute(&store::CLOSE_EXPIRED, &params![id, w.now()])
            .await?;
    }
    people::move_request(w, &mut request, Step::AskTime).await?;
    w.tx.execute(&store::DROP_PROPOSED, &params![id]).await?;
    w.tx.execute(&store::LET_GO, &params![id]).await?;
    Ok(())
}

/// The person is ready again: offers that were out are there again, if their workers still have a
/// place, and hold it anew. After offers that ran out, people are looked for again.
///
/// # Errors
/// `already-answered` or `not-in-order`.
pub async fn come_back(w: &mut Work<'_>) -> Result<()> {
    let me = w.me()?;
    let open = people::open_request(w, me).await?.ok_or(Error::NOT_YOURS)?;
    hold_offered(w, open.id, None).await?;
    let mut request = my_request(w).await?;
    if request.state == RequestState::Offered {
        // All of them may have run out, and nobody has swept them up yet.
        run_out::settle(w, request.id).await?;
        request = people::request(w, request.id).await?;
    }
    offer_again(w, &mut request, Step::Return).await
}

/// The person takes their request back. Places that were held for them are let go; a worker who
/// was asked is told no more than that it is over. They can ask again whenever they like.
///
/// # Errors
/// Not found when there is nothing to take back; `already-answered` when both have agreed.
pub async fn withdraw(w: &mut Work<'_>) -> Result<()> {
    let mut request = my_request(w).await?;
    let id = request.id.0;
    for offer in offers::offers_of(w, request.id).await? {
        if offer.state == OfferState::Picked {
            wake(w, offer.worker);
        }
    }
    people::move_request(w, &mut request, Step::Withdraw).await?;
    w.tx.execute(&store::DROP_PROPOSED, &params![id]).await?;
    w.tx.execute(&store::CLOSE_ALL, &params![id, w.now()])
        .await?;
    w.tx.execute(&store::DROP_UNSERVED, &params![id]).await?;
    wake(w, request.participant);
    Ok(())
}
