//! The worker's side: somebody picked them, and they agree or decline with a kind sentence.

use cairn_db::params;
use cairn_domain::Refusal;
use cairn_domain::access::Act;
use cairn_domain::id::{ConversationId, MemberId, OfferId};
use cairn_domain::matching::{OfferState, Step};
use cairn_domain::text::{self, TEXT_LIMIT};

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::offers::{self, Note, Offer};
use crate::matching::{exclusions, meetings, problem, release, store, workers};
use crate::people::{self, Request};

/// Sentences a worker can choose from when declining; the words are `matching-declined-<code>`.
pub const DECLINES: &[&str] = &["full", "not_right_now", "not_the_one"];

/// Reads a request addressed to the asker, with the offer by which they were picked.
///
/// # Errors
/// Not found when it is not addressed to them, or not any more.
pub async fn addressed(w: &mut Work<'_>, act: Act, id: OfferId) -> Result<(Offer, Request)> {
    let (participant, worker) = offers::parties(w, id).await?;
    w.may(act, participant, "request", id.0).await?;
    let offer = offers::offer(w, id).await?;
    if worker != w.me()? || offer.state != OfferState::Picked {
        return Err(Error::NotYours {
            act: Some(act),
            subject: Some(participant),
        });
    }
    let request = people::request(w, offer.request).await?;
    Ok((offer, request))
}

/// What the asker answered before, when a form is sent twice; or what became of it meanwhile, when
/// the person who had picked the asker took their request back.
async fn answered(w: &mut Work<'_>, id: OfferId) -> Result<Option<OfferState>> {
    let row = w.tx.one(&store::OFFER, &params![id.0]).await?;
    let mine = MemberId(row.id(3)?) == w.me()?;
    let picked = row.opt_int(11)?.is_some();
    let state = OfferState::from_word(&row.text(4)?).filter(|_| mine && picked);
    Ok(state.filter(|state| *state != OfferState::Picked))
}

/// The worker agrees: the two meet for the first time, and their conversation opens. Answers with the conversation,
/// or with nothing when the asker had agreed before.
///
/// # Errors
/// Not found; `own-places-full` when the worker supports as many people as they said they can;
/// `already-answered` when the asker declined before.
pub async fn agree(w: &mut Work<'_>, id: OfferId, words: &str) -> Result<Option<ConversationId>> {
    let words = text::free("words", words, TEXT_LIMIT)?;
    match answered(w, id).await? {
        Some(OfferState::Agreed) => return Ok(None),
        Some(_) => return Err(Refusal::new("already-answered").into()),
        None => {}
    }
    let (offer, mut request) = addressed(w, Act::AnswerRequest, id).await?;
    let me = offer.worker;
    let taken = problem::hold_places(w, me).await?;
    let worker = workers::worker(w, me).await?.ok_or(Error::NOT_YOURS)?;
    if taken.supported >= worker.capacity {
        return Err(Refusal::new("own-places-full").into());
    }
    people::move_request(w, &mut request, Step::Agree).await?;
    let note = Note {
        words,
        ..Note::default()
    };
    let note = (!note.words.is_empty()).then_some(&note);
    offers::answer(w, &offer, OfferState::Agreed, note).await?;
    offers::close_open(w, request.id, OfferState::Lapsed).await?;
    let thread = meetings::begin(w, &request, me).await?;
    offers::wake(w, offer.participant);
    offers::wake(w, me);
    Ok(Some(thread))
}

/// How a worker declines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decline {
    /// One of [`DECLINES`], or empty when only own words are to be sent.
    pub said: String,
    /// Words of one's own.
    pub words: String,
    /// The worker knows this person: they are never offered to each other again. Private.
    pub known: bool,
}

/// The worker cannot: the person is told kindly, and the other offers are there again.
///
/// # Errors
/// Not found; `already-answered` when the asker agreed before; what cannot be kept of the words.
pub async fn decline(w: &mut Work<'_>, id: OfferId, how: Decline) -> Result<()> {
    let words = text::free("own", &how.words, TEXT_LIMIT)?;
    let listed = DECLINES.contains(&how.said.as_str());
    if !listed && !how.said.is_empty() {
        return Err(Refusal::of("said", "unknown-choice").into());
    }
    let said = match (listed, words.is_empty()) {
        (true, _) => how.said,
        (false, true) => DECLINES[0].to_owned(),
        (false, false) => String::new(),
    };
    match answered(w, id).await? {
        Some(OfferState::Declined) => return Ok(()),
        Some(_) => return Err(Refusal::new("already-answered").into()),
        None => {}
    }
    let (offer, _) = addressed(w, Act::AnswerRequest, id).await?;
    release::hold_offered(w, offer.request, Some(offer.worker)).await?;
    offers::hold_request(w, offer.request).await?;
    let mut request = people::request(w, offer.request).await?;
    let note = Note {
        said,
        words,
        ..Note::default()
    };
    offers::answer(w, &offer, OfferState::Declined, Some(&note)).await?;
    if how.known {
        // It leaves no line of its own in the trail, so that nobody can read it from there.
        exclusions::exclude(w, offer.worker, offer.participant).await?;
    }
    release::offer_again(w, &mut request, Step::Decline).await
}
