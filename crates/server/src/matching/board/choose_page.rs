//! The page on which a coordinator chooses somebody else for a person: who is possible and why,
//! then what it would change, then keeping it.

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::RequestState;
use cairn_domain::matching::board::{Becomes, Moved};
use cairn_matching::Candidate;
use cairn_words::args;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::board::choices::Choice;
use crate::matching::board::choose::{self, Kept, Preview};
use crate::matching::board::list::Pages;
use crate::matching::problem::{self, Snapshot};
use crate::matching::{runs, said, seen};
use crate::people::Request;
use crate::site::page::query;
use crate::site::{Form, Id, Page, reply};
use crate::work;

/// Workers on one page.
const WORKERS: usize = 20;

/// A worker who is possible for the person.
struct Possible {
    worker: MemberId,
    name: String,
    score: i64,
    reasons: Vec<String>,
    parts: Vec<(String, u32, u32)>,
    places: u64,
    /// Whether they are proposed first now.
    now: bool,
}

#[derive(Template)]
#[template(path = "matching/board/choose.html")]
struct ChoosePage {
    page: Page,
    id: RequestId,
    name: String,
    possible: Vec<Possible>,
    count: usize,
    pages: Pages,
}

/// One person for whom something changes, in words.
struct Line {
    id: RequestId,
    name: String,
    words: String,
}

#[derive(Template)]
#[template(path = "matching/board/preview.html")]
struct PreviewPage {
    page: Page,
    id: RequestId,
    name: String,
    worker: String,
    choice: Choice,
    token: String,
    own: String,
    other: Vec<Line>,
    longer: Vec<Line>,
    sooner: Vec<Line>,
    same: usize,
    /// Whether offers go out by themselves.
    by_itself: bool,
    served: (usize, usize),
    fit: (i64, i64),
}

impl PreviewPage {
    fn nothing_changes(&self) -> bool {
        self.other.is_empty() && self.longer.is_empty() && self.sooner.is_empty()
    }
}

/// The request, if it waits; who asks is let through and it is written down.
async fn waits(w: &mut Work<'_>, id: RequestId) -> Result<Option<Request>> {
    let request = runs::open(w, Act::RunMatching, id).await?;
    Ok((request.state == RequestState::Waiting).then_some(request))
}

/// Everybody who is possible for one person, counting the places of the computation for all.
async fn possible(w: &mut Work<'_>, request: &Request) -> Result<(Snapshot, Vec<Candidate>)> {
    let mut snapshot = problem::snapshot(w, Some(request.id)).await?;
    let programme = w.cx.programme()?.id;
    let taken = problem::all_taken(w, programme, None).await?;
    for (worker, known) in snapshot.problem.workers.iter_mut().zip(&snapshot.workers) {
        let taken = taken.get(&known.member).copied().unwrap_or_default();
        worker.capacity = taken.unspoken(known.capacity);
    }
    let places: Vec<u64> = snapshot
        .problem
        .workers
        .iter()
        .map(|w| w.capacity)
        .collect();
    let ranked = cairn_matching::rank(&snapshot.problem, 0, &places);
    Ok((snapshot, ranked))
}

async fn list(w: &mut Work<'_>, id: RequestId, page: Page) -> Result<Option<ChoosePage>> {
    let Some(request) = waits(w, id).await? else {
        return Ok(None);
    };
    let (snapshot, ranked) = possible(w, &request).await?;
    let now = choose::first_now(w, id).await?;
    let zone = said::their_zone(&w.cx, &request);
    let count = ranked.len();
    let pages = Pages::of(&page.cx, count, WORKERS);
    let mut all = Vec::new();
    for candidate in pages.slice(ranked, WORKERS) {
        all.push(one(w, &snapshot, candidate, &zone, now).await?);
    }
    let name = w.name(request.participant).await?;
    let title =
        w.cx.text("board-choose-title", &args().set("name", name.as_str()));
    Ok(Some(ChoosePage {
        page: page.titled(title),
        id,
        name,
        possible: all,
        count,
        pages,
    }))
}

async fn one(
    w: &mut Work<'_>,
    snapshot: &Snapshot,
    candidate: Candidate,
    zone: &cairn_words::TimeZone,
    now: Option<MemberId>,
) -> Result<Possible> {
    let index = candidate.index;
    let worker = snapshot.workers[index].member;
    let why = runs::why(snapshot, 0, candidate);
    Ok(Possible {
        worker,
        name: w.name(worker).await?,
        score: i64::from(why.parts.score()),
        reasons: said::why(&w.cx, &why, zone),
        parts: said::parts(&w.cx, &why.parts),
        places: snapshot.problem.workers[index].capacity,
        now: now == Some(worker),
    })
}

/// What somebody becomes, in words.
async fn line(w: &mut Work<'_>, seen: &mut seen::Today, moved: &Moved) -> Result<Line> {
    let person = runs::owner(w, moved.request).await?;
    seen.saw(w, person, moved.request.0).await?;
    let filled = args().set("days", moved.days);
    let (key, filled) = match moved.becomes {
        Becomes::Other { from, to } => {
            let (from, to) = (w.name(from).await?, w.name(to).await?);
            (
                "board-becomes-other",
                filled.set("from", from).set("to", to),
            )
        }
        Becomes::Longer { from } => (
            "board-becomes-longer",
            filled.set("from", w.name(from).await?),
        ),
        Becomes::Sooner { to } => ("board-becomes-sooner", filled.set("to", w.name(to).await?)),
    };
    Ok(Line {
        id: moved.request,
        name: w.name(person).await?,
        words: w.cx.text(key, &filled),
    })
}

async fn lines<'a>(
    w: &mut Work<'_>,
    seen: &mut seen::Today,
    all: impl Iterator<Item = &'a Moved>,
    own: RequestId,
) -> Result<Vec<Line>> {
    let mut out = Vec::new();
    for moved in all.filter(|one| one.request != own) {
        out.push(line(w, seen, moved).await?);
    }
    Ok(out)
}

/// What the choice does to the person themselves, in words.
async fn own(w: &mut Work<'_>, preview: &Preview, name: &str, worker: &str) -> Result<String> {
    let filled = args()
        .set("name", name)
        .set("worker", worker)
        .set("score", i64::from(preview.score));
    Ok(match preview.now {
        None => w.cx.text("board-own-first", &filled),
        Some((now, _)) if now == preview.choice.worker => w.cx.text("board-own-same", &filled),
        Some((now, score)) => {
            let filled = filled.set("other", w.name(now).await?);
            w.cx.text("board-own-instead", &filled.set("before", i64::from(score)))
        }
    })
}

async fn show(w: &mut Work<'_>, preview: Preview, page: Page) -> Result<PreviewPage> {
    let mut seen = seen::Today::of(w, "proposals").await?;
    let id = preview.choice.request;
    let person = runs::owner(w, id).await?;
    let (name, worker) = (w.name(person).await?, w.name(preview.choice.worker).await?);
    let changes = &preview.changes;
    let title = w.cx.text(
        "board-preview-title",
        &args()
            .set("name", name.as_str())
            .set("worker", worker.as_str()),
    );
    Ok(PreviewPage {
        own: own(w, &preview, &name, &worker).await?,
        other: lines(w, &mut seen, changes.other(), id).await?,
        longer: lines(w, &mut seen, changes.longer(), id).await?,
        sooner: lines(w, &mut seen, changes.sooner(), id).await?,
        same: changes.same,
        by_itself: w.cx.programme()?.settings.offers_go_out,
        served: (changes.served_now, changes.served_then),
        fit: (changes.fit_now, changes.fit_then),
        page: page.titled(title),
        id,
        name,
        worker,
        choice: preview.choice,
        token: preview.token.clone(),
    })
}

/// The page that says what a choice would change; leads elsewhere when it cannot be made.
async fn previewed(cx: &Cx, id: RequestId, worker: &str) -> Result<Response> {
    let waits = work!(cx, |w| waits(w, id).await)?.is_some();
    let back = format!("/waiting/{id}");
    if !waits {
        return Ok(reply::see(&format!("{back}?said=changed-meanwhile")));
    }
    let choice = worker.parse().ok().map(|worker| Choice {
        request: id,
        worker,
    });
    let preview = match choice {
        None => None,
        Some(choice) => choose::preview(cx, choice).await?,
    };
    let Some(preview) = preview else {
        return Ok(reply::see(&format!("{back}/choose?said=not-possible")));
    };
    let page = Page::new(cx, "board-choose-link").class("wide");
    reply::page(&work!(cx, |w| show(w, preview, page).await)?)
}

/// `GET /waiting/{id}/choose`: who is possible; with `worker`, what choosing them would change.
///
/// # Errors
/// Not found.
pub async fn choose_page(cx: Cx, Id(id): Id<RequestId>) -> Result<Response> {
    if let Some(worker) = query(&cx.path, "worker") {
        return meanwhile(previewed(&cx, id, &worker).await, id);
    }
    let page = Page::new(&cx, "board-choose-link").class("wide");
    match work!(cx, |w| list(w, id, page).await)? {
        Some(page) => reply::page(&page),
        None => Ok(reply::see(&format!("/waiting/{id}?said=changed-meanwhile"))),
    }
}

/// Somebody who does not wait any more is shown as they stand.
fn meanwhile(done: Result<Response>, id: RequestId) -> Result<Response> {
    match done {
        Err(Error::Refused(refusals)) if refusals.0.iter().all(|r| r.field.is_none()) => {
            Ok(reply::see(&format!("/waiting/{id}?said=changed-meanwhile")))
        }
        other => other,
    }
}

/// Keeps the choice of a form, and says where to go on.
async fn keep(cx: &Cx, id: RequestId, form: &Form) -> Result<Response> {
    let back = format!("/waiting/{id}");
    let worker: Option<MemberId> = form.get("worker").parse().ok();
    // A word that is no id is a worker who is not there.
    let worker = worker.unwrap_or(MemberId(uuid::Uuid::nil()));
    let choice = Choice {
        request: id,
        worker,
    };
    let kept = choose::keep(cx, choice, form.get("shown")).await?;
    let place = match kept {
        Kept::Yes(outcome) if outcome.moved_on > 0 => format!("{back}?said=choice-kept-some"),
        Kept::Yes(outcome) if outcome.released => format!("{back}?said=run-released"),
        Kept::Yes(_) => format!("{back}?said=choice-kept"),
        Kept::NotPossible => format!("{back}/choose?said=not-possible"),
        Kept::Otherwise => format!("{back}/choose?worker={worker}&said=otherwise-now"),
    };
    Ok(reply::see(&place))
}

/// `POST /waiting/{id}/choose`.
///
/// # Errors
/// Not found.
pub async fn keep_page(cx: Cx, Id(id): Id<RequestId>, form: Form) -> Result<Response> {
    meanwhile(keep(&cx, id, &form).await, id)
}
