//! Asking for a change of worker, taking it back, and ending earlier.

use cairn_db::params;
use cairn_domain::Refusal;
use cairn_domain::access::{Act, Role};
use cairn_domain::id::{ChangeId, RelationshipId, RequestId};
use cairn_domain::matching::{Asker, ChangeState, OfferState, Standing, Step, StoodBy};
use cairn_domain::people::Answers;
use cairn_domain::text::{self, TEXT_LIMIT};

use super::{Change, KIND, asker, change, ends, hold, note_place, reach, to};
use crate::conversations;
use crate::cx::Work;
use crate::error::{Error, Result};
use crate::matching::meetings::{self, tell, told_is_over};
use crate::matching::offers;
use crate::matching::store::changes as store;
use crate::people::{self, Relationship, Request};

/// How somebody asks for a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    /// The worker of before does not stay until somebody new has said yes.
    pub stop: bool,
    /// A worker's words for the coordinator.
    pub words: String,
}

/// Where asking has led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Led {
    /// There is a change under way.
    Change(ChangeId),
    /// They are still getting to know each other: one of them says so on that page.
    Meeting(RelationshipId),
    /// They were getting to know each other, and somebody else is looked for again.
    LookingAgain,
}

/// A pair, for one of the two or the coordinator. Nothing of the person is shown by it, and that
/// somebody thinks of a change is nobody else's: the line in the trail comes when they ask.
///
/// # Errors
/// Not found.
pub async fn pair(w: &mut Work<'_>, id: RelationshipId) -> Result<(Relationship, Asker)> {
    let pair = people::relationship(w, id).await?;
    let act = Act::AskChange;
    let no = Error::NotYours {
        act: Some(act),
        subject: Some(pair.participant),
    };
    let programme = w.cx.programme()?.id;
    if !people::same_programme(w, programme, pair.participant).await? {
        return Err(Error::NOT_YOURS);
    }
    if !w.still_may(act, pair.participant).await? {
        return Err(no);
    }
    let me = w.me()?;
    match asker(me, pair.participant, pair.worker) {
        Some(who) => Ok((pair, who)),
        None if people::roles(w, me).await?.contains(&Role::Coordinator) => {
            Ok((pair, Asker::Coordinator))
        }
        None => Err(no),
    }
}

/// Somebody asks for a change of worker. Two who ask at once ask for one change.
///
/// # Errors
/// Not found; `already-answered` when the two are no pair any more; what cannot be kept of the words.
pub async fn ask(w: &mut Work<'_>, id: RelationshipId, asking: &Asking) -> Result<Led> {
    let words = text::free("words", &asking.words, TEXT_LIMIT)?;
    let (pair, who) = pair(w, id).await?;
    let meeting = meetings::meeting(w, id).await?;
    let meeting = meeting.filter(|meeting| meeting.standing == Standing::Meeting);
    if meeting.is_some() && who != Asker::Coordinator {
        return Ok(Led::Meeting(id));
    }
    w.may(Act::AskChange, pair.participant, KIND, id.0).await?;
    if let Some(meeting) = meeting {
        meetings::part(w, &meeting).await?;
        return Ok(Led::LookingAgain);
    }
    if !people::hold_relationship(w, id).await? {
        return Err(Refusal::new("already-answered").into());
    }
    let words = if who == Asker::Worker {
        words
    } else {
        String::new()
    };
    let mut change = match open(w, id).await? {
        Some(change) => change,
        None => begin(w, &pair).await?,
    };
    let known = change.by.and(who) == change.by;
    stand_by(w, &mut change, who, asking.stop, &words).await?;
    if !known {
        tell_of_it(w, &change, who).await?;
    }
    if asking.stop {
        ends(w, &mut change).await?;
    }
    offers::wake(w, pair.participant);
    Ok(Led::Change(change.id))
}

/// The change of a pair that is under way.
pub(super) async fn open(w: &mut Work<'_>, pair: RelationshipId) -> Result<Option<Change>> {
    let Some(row) = w.tx.first(&store::OPEN_CHANGE, &params![pair.0]).await? else {
        return Ok(None);
    };
    let mut found = change(w, ChangeId(row.id(0)?)).await?;
    if found.state != ChangeState::TakenBack {
        return Ok(Some(found));
    }
    // Its request was taken back by itself.
    found.state = ChangeState::Looking;
    to(w, &mut found, ChangeState::TakenBack, None).await?;
    Ok(None)
}

/// A new change, with the request by which somebody is looked for.
async fn begin(w: &mut Work<'_>, pair: &Relationship) -> Result<Change> {
    let (request, own) = match people::open_request(w, pair.participant).await? {
        Some(open) => (open.id, false),
        None => (ask_again(w, pair).await?, true),
    };
    let id = ChangeId(w.cx.new_id());
    let programme = w.cx.programme()?.id;
    let thread = conversations::thread_with(w, pair.participant, pair.worker).await?;
    let (nobody, no_note): (bool, Option<Vec<u8>>) = (false, None);
    let values = params![
        id.0,
        programme.0,
        pair.participant.0,
        pair.worker.0,
        pair.id.0,
        thread.map(|thread| thread.0),
        request.0,
        own,
        true,
        nobody,
        nobody,
        nobody,
        no_note,
        w.now()
    ];
    w.tx.execute(&store::ADD_CHANGE, &values).await?;
    let values = params![id.0, pair.participant.0];
    w.tx.execute(&store::ADD_HAND_OVER, &values).await?;
    change(w, id).await
}

/// A request with the same answers and as pressing as the last, that waits from today.
async fn ask_again(w: &mut Work<'_>, pair: &Relationship) -> Result<RequestId> {
    let last = last_matched(w, pair).await?;
    let (answers, priority) = match last {
        Some(last) => (last.answers, last.priority),
        None => (Answers::default(), 0),
    };
    let id = people::begin_request(w, pair.participant, &answers).await?;
    let mut request = people::request(w, id).await?;
    people::set_priority(w, &mut request, priority).await?;
    people::move_request(w, &mut request, Step::Send).await?;
    Ok(id)
}

async fn last_matched(w: &mut Work<'_>, pair: &Relationship) -> Result<Option<Request>> {
    if let Some(meeting) = meetings::meeting(w, pair.id).await? {
        return Ok(Some(people::request(w, meeting.request).await?));
    }
    let values = params![pair.participant.0];
    match w.tx.first(&store::LAST_MATCHED, &values).await? {
        None => Ok(None),
        Some(row) => Ok(Some(people::request(w, RequestId(row.id(0)?)).await?)),
    }
}

async fn stand_by(
    w: &mut Work<'_>,
    change: &mut Change,
    who: Asker,
    stop: bool,
    words: &str,
) -> Result<()> {
    change.by = change.by.and(who);
    change.keeps &= !stop;
    if !words.is_empty() {
        let place = note_place(change.id);
        change.sealed_note = Some(w.seal(change.participant, place, words).await?);
    }
    keep(w, change).await
}

async fn keep(w: &mut Work<'_>, change: &Change) -> Result<()> {
    let StoodBy {
        participant,
        worker,
        coordinator,
    } = change.by;
    let values = params![
        change.id.0,
        participant,
        worker,
        coordinator,
        change.keeps,
        change.sealed_note.clone()
    ];
    w.tx.execute(&store::STAND_BY, &values).await?;
    Ok(())
}

/// The others are told; the worker of what the person wishes only once somebody new has said yes.
async fn tell_of_it(w: &mut Work<'_>, change: &Change, who: Asker) -> Result<()> {
    let (person, worker, record) = (change.participant, change.worker, change.id.0);
    match who {
        Asker::Participant => Ok(()),
        Asker::Worker => tell(w, person, worker, "change-asked", record).await,
        Asker::Coordinator => {
            tell(w, person, worker, "change-programme", record).await?;
            tell(w, worker, person, "change-programme-work", record).await
        }
    }
}

/// Somebody takes back that they asked. When nobody stands by it any more, all stays as it was.
///
/// # Errors
/// Not found; `already-answered` when somebody new has said yes meanwhile, or there is nothing of
/// the asker's to take back.
pub async fn take_back(w: &mut Work<'_>, id: ChangeId) -> Result<ChangeState> {
    let (found, who) = reach(w, id, Act::AskChange).await?;
    if found.state == ChangeState::TakenBack {
        return Ok(found.state);
    }
    let no = Error::from(Refusal::new("already-answered"));
    if found.state != ChangeState::Looking || !found.by.can_take_back(who) {
        return Err(no);
    }
    let over = found.by.without(who).is_empty();
    if over && found.own_request {
        // The request first, as whoever says yes to it does.
        let mut request = people::request(w, found.request).await?;
        people::move_request(w, &mut request, Step::Withdraw).await?;
        close(w, &request).await?;
    }
    people::hold_relationship(w, found.relationship).await?;
    hold(w, id).await?;
    let row = w.tx.one(&store::CHANGE, &params![id.0]).await?;
    let mut now = Change {
        by: StoodBy {
            participant: row.boolean(8)?,
            worker: row.boolean(9)?,
            coordinator: row.boolean(10)?,
        },
        ..found.clone()
    };
    if now.by != found.by {
        // Somebody else asked at this moment: the asker looks again, and sees how it stands.
        return Err(no);
    }
    now.by = now.by.without(who);
    keep(w, &now).await?;
    if over {
        to(w, &mut now, ChangeState::TakenBack, None).await?;
        if found.by.worker_knows(ChangeState::Looking) && found.runs {
            let (person, worker) = (found.participant, found.worker);
            told_is_over(w, worker, id.0).await?;
            tell(w, worker, person, "taken-back", id.0).await?;
            tell(w, person, worker, "taken-back", id.0).await?;
        }
    }
    Ok(now.state)
}

/// Nobody is asked any more.
async fn close(w: &mut Work<'_>, request: &Request) -> Result<()> {
    for offer in offers::offers_of(w, request.id).await? {
        if offer.state == OfferState::Picked {
            offers::answer(w, &offer, OfferState::Lapsed, None).await?;
            offers::wake(w, offer.worker);
        }
    }
    offers::close_open(w, request.id, OfferState::Lapsed).await
}

/// The person ends it with the worker of before, earlier than planned.
///
/// # Errors
/// Not found, also for anybody else; `already-answered` when it has ended.
pub async fn end(w: &mut Work<'_>, id: ChangeId) -> Result<()> {
    let (found, who) = reach(w, id, Act::AskChange).await?;
    if who != Asker::Participant {
        return Err(Error::NotYours {
            act: Some(Act::AskChange),
            subject: Some(found.participant),
        });
    }
    people::hold_relationship(w, found.relationship).await?;
    hold(w, id).await?;
    let mut now = change(w, id).await?;
    if !now.runs || !matches!(now.state, ChangeState::Looking | ChangeState::Ending) {
        return Err(Refusal::new("already-answered").into());
    }
    now.keeps = false;
    keep(w, &now).await?;
    ends(w, &mut now).await
}
