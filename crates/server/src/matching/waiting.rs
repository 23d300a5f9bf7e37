//! One person on the waiting list, as the coordinator reads them.

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::RequestId;
use cairn_domain::matching::terms::{TRAININGS, word_key};
use cairn_domain::matching::{OfferState, RequestState};
use cairn_domain::people::Answers;
use cairn_domain::text::{self, LINE_LIMIT};
use cairn_domain::{DAY, Micros, Refusal};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::board::choices;
use crate::matching::board::pressing;
use crate::matching::offers::{self, Offer};
use crate::matching::runs::{self, Outcome, Scope};
use crate::matching::{meetings, none_of_these, release, run_out, said, workers};
use crate::people::{self, Request};
use crate::site::{Form, Id, Page, reply};
use crate::work;

/// One person on the list.
pub struct Row {
    name: String,
    days: i64,
    kind: String,
    priority: i64,
    priority_words: String,
    state: String,
    /// Whose turn it is, in words.
    turn: String,
}

/// One offer as the coordinator reads it.
pub struct Pair {
    /// The worker's name in the programme.
    pub worker: String,
    /// Points, 0 to 1000.
    pub score: i64,
    /// Why.
    pub reasons: Vec<String>,
    /// The parts of the score: name, points, of how many.
    pub parts: Vec<(String, u32, u32)>,
    /// Where it stands, in words.
    pub state: String,
    /// Words of the participant's, when they passed.
    pub why_not: String,
    /// What they chose with "none of these", in words.
    pub chosen: Vec<String>,
    /// Until when its place is held, while it is.
    pub until: Option<Micros>,
}

/// A worker who came near, and what was missing.
struct NearBy {
    name: String,
    lacks: String,
}

#[derive(Template)]
#[template(path = "matching/waiting_one.html")]
struct OnePage {
    page: Page,
    id: RequestId,
    row: Row,
    waits: bool,
    /// Whether offers go out by themselves.
    by_itself: bool,
    request: Request,
    answered: Answered,
    priorities: Vec<(i64, String)>,
    proposed: Vec<Pair>,
    out: Vec<Pair>,
    past: Vec<Pair>,
    /// How they stand with workers they have.
    stands: meetings::Stands,
    near: Vec<NearBy>,
    no_place: bool,
    /// What makes it pressing.
    why: String,
    /// Whether a coordinator chose the first of those found.
    chosen: bool,
    /// When it was found that nobody fits; `None` when somebody was found or it was not tried.
    unserved_at: Option<i64>,
}

/// What is known of a request beside its state.
#[derive(Clone, Copy, Default)]
struct Known {
    /// Somebody was found, and the offers are not out yet.
    found: bool,
    /// Nobody was found.
    unserved: bool,
    /// All their offers ran out.
    ran_out: bool,
}

async fn row(w: &mut Work<'_>, request: &Request, known: Known) -> Result<Row> {
    let name = w.name(request.participant).await?;
    let cx = &w.cx;
    let (state, turn) = match request.state {
        RequestState::Offered | RequestState::Resting if known.ran_out => {
            ("matching-state-ran-out", "matching-turn-reach-out")
        }
        RequestState::Waiting if known.found => ("matching-state-proposed", "matching-turn-you"),
        RequestState::Waiting if known.unserved => ("matching-state-unserved", "matching-turn-you"),
        RequestState::Waiting => ("matching-state-waiting", "matching-turn-you"),
        RequestState::Offered => ("matching-state-offered", "matching-turn-them"),
        RequestState::Picked => ("matching-state-picked", "matching-turn-worker"),
        RequestState::Resting => ("matching-state-resting", "matching-turn-them"),
        _ => ("matching-state-matched", "matching-turn-nobody"),
    };
    Ok(Row {
        days: (w.now() - request.sent_at.unwrap_or(w.now())).max(0) / DAY,
        kind: said::capital(&said::kind(cx, request.answers.kind())),
        priority: request.priority,
        priority_words: said::capital(&priority_words(cx, request.priority)),
        state: cx.t(state),
        turn: cx.text(turn, &cairn_words::args().set("name", name.as_str())),
        name,
    })
}

/// How pressing, in words.
#[must_use]
pub fn priority_words(cx: &Cx, priority: i64) -> String {
    cx.t(&format!("matching-priority-{}", priority.clamp(0, 2)))
}

/// An offer as the coordinator reads it.
///
/// # Errors
/// The database's, or tampered.
pub async fn pair(w: &mut Work<'_>, request: &Request, offer: &Offer) -> Result<Pair> {
    let zone = said::their_zone(&w.cx, request);
    let worker = w.name(offer.worker).await?;
    let note = offer
        .note
        .as_ref()
        .filter(|_| offer.state == OfferState::Passed);
    let state = match offer.ran_out(w.now()) {
        true => OfferState::Expired,
        false => offer.state,
    };
    Ok(Pair {
        worker,
        score: offer.score,
        reasons: said::why(&w.cx, &offer.why, &zone),
        parts: said::parts(&w.cx, &offer.why.parts),
        state: w.cx.t(&word_key("matching-offer", state.word())),
        why_not: note.map(|note| note.words.clone()).unwrap_or_default(),
        chosen: note.map_or_else(Vec::new, |note| none_of_these::in_words(&w.cx, &note.why)),
        until: offer.holds_until.filter(|_| offer.holds(w.now())),
    })
}

/// What the person answered, in words.
struct Answered {
    experiences: Vec<(String, String)>,
    wishes: Vec<(String, String)>,
    languages: String,
    modes: String,
    times: Vec<String>,
    place: String,
    sector: String,
    trainings: Vec<(&'static str, String, bool)>,
}

fn answered(cx: &Cx, answers: &Answers) -> Answered {
    let weight = |weight: u8| cx.t(&format!("weight-{weight}"));
    let lived_through = answers.lived_through();
    let experiences = lived_through.iter().map(|e| {
        let words = said::experiences(cx, std::slice::from_ref(&e.code)).concat();
        (said::capital(&words), weight(e.weight))
    });
    let wishes = answers.wishes.iter().map(|wish| {
        let words = said::traits(cx, std::slice::from_ref(&wish.trait_code)).concat();
        let must = wish.must.then(|| cx.t("matching-must"));
        (
            said::capital(&words),
            must.unwrap_or_else(|| weight(wish.weight)),
        )
    });
    let trainings = TRAININGS.iter().map(|code| {
        let needed = answers.needs.iter().any(|need| need == code);
        let words = cx.t(&word_key("training", code));
        (*code, said::capital(&words), needed)
    });
    let place = answers.place.as_ref().map(|place| place.name.clone());
    let sector = answers.sector.as_ref();
    let sector = sector.map(|code| said::capital(&cx.t(&word_key("sector", code))));
    Answered {
        experiences: experiences.collect(),
        wishes: wishes.collect(),
        languages: said::capital(&said::list(cx, &said::languages(cx, &answers.languages))),
        modes: said::capital(&said::list(cx, &said::modes(cx, &answers.modes))),
        times: said::times(cx, &answers.times),
        place: place.unwrap_or_default(),
        sector: sector.unwrap_or_default(),
        trainings: trainings.collect(),
    }
}

async fn one(w: &mut Work<'_>, id: RequestId, page: Page) -> Result<OnePage> {
    let request = runs::open(w, Act::ReadIntake, id).await?;
    let mut sorted: [Vec<Pair>; 3] = Default::default();
    let choice = choices::read(w).await?;
    let choice = choice.iter().find(|choice| choice.request == id);
    let mut chosen = false;
    for offer in offers::offers_of(w, id).await? {
        let first = offer.state == OfferState::Proposed && sorted[0].is_empty();
        chosen |= first && choice.is_some_and(|choice| choice.worker == offer.worker);
        let group = match offer.state {
            OfferState::Proposed => 0,
            OfferState::Released | OfferState::Picked => 1,
            _ => 2,
        };
        sorted[group].push(pair(w, &request, &offer).await?);
    }
    let [proposed, out, past] = sorted;
    let waits = request.state == RequestState::Waiting;
    let unserved = match waits {
        true => runs::unserved_one(w, id).await?,
        false => None,
    };
    let near = match &unserved {
        None => Vec::new(),
        Some(unserved) => near_by(w, &request, unserved).await?,
    };
    let known = Known {
        found: !proposed.is_empty(),
        unserved: unserved.is_some(),
        ran_out: run_out::ran_out(w).await?.contains(&id),
    };
    let row = row(w, &request, known).await?;
    let stands = meetings::stands(w, &request).await?;
    let words = |n| said::capital(&priority_words(&w.cx, n));
    Ok(OnePage {
        stands,
        id,
        page: page.titled(row.name.clone()),
        waits,
        by_itself: w.cx.programme()?.settings.offers_go_out,
        answered: answered(&w.cx, &request.answers),
        priorities: (0..=2).map(|n| (n, words(n))).collect(),
        proposed,
        out,
        past,
        near,
        why: pressing::one(w, id, request.participant).await?,
        chosen,
        no_place: unserved.as_ref().is_some_and(|one| one.no_place),
        unserved_at: unserved.as_ref().map(|one| one.found_at),
        row,
        request,
    })
}

async fn near_by(
    w: &mut Work<'_>,
    request: &Request,
    unserved: &runs::Unserved,
) -> Result<Vec<NearBy>> {
    let mut near = Vec::new();
    for one in &unserved.closest {
        let worker = workers::worker(w, one.worker).await?;
        let lacks = if one.lacks.is_empty() {
            w.cx.t("lack-capacity")
        } else {
            said::lacks(&w.cx, request, worker.as_ref(), &one.lacks)
        };
        near.push(NearBy {
            name: w.name(one.worker).await?,
            lacks,
        });
    }
    Ok(near)
}

/// `GET /waiting/{id}`. The reading is written down.
///
/// # Errors
/// Not found.
pub async fn one_page(cx: Cx, Id(id): Id<RequestId>) -> Result<Response> {
    let page = Page::new(&cx, "site-nav-waiting").class("wide");
    reply::page(&work!(cx, |w| one(w, id, page).await)?)
}

/// Says how pressing a request is, and which trainings a supporter must have.
///
/// # Errors
/// Not found; what was not understood, by field; `already-answered` when it changed meanwhile.
pub async fn set_priority(w: &mut Work<'_>, id: RequestId, form: &Form) -> Result<()> {
    let mut request = runs::open(w, Act::SetPriority, id).await?;
    let priority = form.int("priority", 0, 2)?.unwrap_or(request.priority);
    let needs: Vec<String> = form.all("need").map(str::to_owned).collect();
    if needs.iter().any(|need| !TRAININGS.contains(&need.as_str())) {
        return Err(Refusal::of("need", "unknown-choice").into());
    }
    let why = text::line("why", form.get("why"), LINE_LIMIT)?;
    people::set_priority(w, &mut request, priority).await?;
    if form.has("why") {
        pressing::keep(w, id, request.participant, &why).await?;
    }
    if form.has("needs") && request.answers.needs != needs {
        request.answers.needs = needs;
        people::save_answers(w, &mut request).await?;
    }
    Ok(())
}

/// Leads back to a page of the coordinator's; what had changed meanwhile is said there.
pub(super) fn back(done: Result<()>, place: &str, said: &str) -> Result<Response> {
    match done {
        Ok(()) => Ok(reply::see(&format!("{place}?said={said}"))),
        Err(Error::Refused(refusals)) if refusals.0.iter().all(|r| r.field.is_none()) => {
            Ok(reply::see(&format!("{place}?said=changed-meanwhile")))
        }
        Err(error) => Err(error),
    }
}

/// `POST /waiting/{id}/priority`.
///
/// # Errors
/// Not found.
pub async fn priority_page(cx: Cx, Id(id): Id<RequestId>, form: Form) -> Result<Response> {
    let done = work!(cx, |w| set_priority(w, id, &form).await);
    back(done, &format!("/waiting/{id}"), "saved")
}

/// `POST /waiting/{id}/run`.
///
/// # Errors
/// Not found.
pub async fn run_page(cx: Cx, Id(id): Id<RequestId>) -> Result<Response> {
    let outcome = runs::run(&cx, Scope::One(id)).await;
    let word = outcome.as_ref().map_or("", said_of).to_owned();
    back(outcome.map(|_| ()), &format!("/waiting/{id}"), &word)
}

/// The notice that tells what a run has led to.
pub(super) fn said_of(outcome: &Outcome) -> &'static str {
    match (outcome.served > 0, outcome.released) {
        (false, _) if outcome.unserved == 0 => "run-nobody",
        (false, _) => "run-none-found",
        (true, true) => "run-released",
        (true, false) => "run-found",
    }
}

/// `POST /waiting/{id}/release`.
///
/// # Errors
/// Not found.
pub async fn release_page(cx: Cx, Id(id): Id<RequestId>) -> Result<Response> {
    let done = work!(cx, |w| release::release(w, &[id]).await);
    let said = match &done {
        Ok(released) if released.out == 0 => "changed-meanwhile",
        Ok(released) if released.dropped > 0 => "released-some",
        _ => "released",
    };
    back(done.map(|_| ()), &format!("/waiting/{id}"), said)
}
