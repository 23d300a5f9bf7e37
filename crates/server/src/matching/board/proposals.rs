//! What was worked out for everybody who waits: the pairs with their reasons side by side, a page
//! at a time, and letting offers out: one, some, all.

use askama::Template;
use axum::response::Response;
use cairn_domain::Micros;
use cairn_domain::access::Act;
use cairn_domain::id::RequestId;
use cairn_domain::matching::OfferState;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::board::choices::{self, Choice};
use crate::matching::board::choose::days_since;
use crate::matching::board::list::Pages;
use crate::matching::release::{Released, release};
use crate::matching::runs::{self, Scope};
use crate::matching::waiting::{Pair, pair, priority_words, said_of};
use crate::matching::{offers, seen};
use crate::people;
use crate::site::{Form, Page, reply};
use crate::work;

/// People on one page.
const PEOPLE: usize = 25;

/// One person with the workers proposed to them.
struct Proposal {
    id: RequestId,
    name: String,
    days: i64,
    priority: i64,
    priority_words: String,
    pairs: Vec<Pair>,
    /// Whether a coordinator chose the first.
    chosen: bool,
}

#[derive(Template)]
#[template(path = "matching/board/proposals.html")]
struct ProposalsPage {
    page: Page,
    proposals: Vec<Proposal>,
    /// For how many nobody was found.
    unserved: usize,
    /// How many people's papers on this page cannot be read.
    damaged: usize,
    ran_at: Option<Micros>,
    by_itself: bool,
    proposed: usize,
    pages: Pages,
}

impl ProposalsPage {
    /// The heading of a column.
    fn column(&self, n: usize) -> String {
        let key = ["first", "second", "third"].get(n).copied();
        self.page
            .t(&format!("matching-col-{}", key.unwrap_or("third")))
    }
}

async fn show(w: &mut Work<'_>, page: Page) -> Result<ProposalsPage> {
    w.note(Act::ReadWaitingList, "proposals", None).await?;
    let mut seen = seen::Today::of(w, "proposals").await?;
    let all = offers::proposed_for(w).await?;
    let chosen = choices::read(w).await?;
    let proposed = all.len();
    let pages = Pages::of(&page.cx, proposed, PEOPLE);
    let (mut proposals, mut damaged) = (Vec::new(), 0);
    for id in pages.slice(all, PEOPLE) {
        let proposal = proposal(w, &mut seen, id, &chosen).await;
        match people::readable(proposal, "a proposal", id.0)? {
            Some(proposal) => proposals.push(proposal),
            None => damaged += 1,
        }
    }
    Ok(ProposalsPage {
        page,
        proposed,
        proposals,
        unserved: runs::unserved(w).await?.len(),
        damaged,
        ran_at: runs::last_run(w).await?,
        by_itself: w.cx.programme()?.settings.offers_go_out,
        pages,
    })
}

/// One person with the workers proposed to them.
async fn proposal(
    w: &mut Work<'_>,
    seen: &mut seen::Today,
    id: RequestId,
    chosen: &[Choice],
) -> Result<Proposal> {
    let request = people::request(w, id).await?;
    seen.saw(w, request.participant, id.0).await?;
    let mut found = offers::offers_of(w, id).await?;
    found.retain(|offer| offer.state == OfferState::Proposed);
    let chosen = found.first().is_some_and(|first| {
        chosen.contains(&Choice {
            request: id,
            worker: first.worker,
        })
    });
    let mut pairs = Vec::with_capacity(found.len());
    for offer in &found {
        pairs.push(pair(w, &request, offer).await?);
    }
    Ok(Proposal {
        id,
        name: w.name(request.participant).await?,
        days: days_since(w.now(), request.sent_at),
        priority: request.priority,
        priority_words: priority_words(&w.cx, request.priority),
        pairs,
        chosen,
    })
}

/// `GET /proposals`.
///
/// # Errors
/// Not found.
pub async fn proposals_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "matching-proposals-title").class("wide");
    reply::page(&work!(cx, |w| show(w, page).await)?)
}

impl Released {
    /// Where the coordinator is led, and what is said there.
    fn leads(self, all: bool) -> &'static str {
        match (self.out, self.gone + self.dropped) {
            (0, 0) if !all => "/proposals?said=none-ticked",
            (0, _) => "/proposals?said=changed-meanwhile",
            (_, 0) => "/proposals?said=released",
            _ => "/proposals?said=released-some",
        }
    }
}

/// The requests whose boxes were ticked.
fn ticked(form: &Form) -> Result<Vec<RequestId>> {
    let ids = form.all("request").map(str::parse::<RequestId>);
    let mut ids: Vec<RequestId> = ids
        .collect::<std::result::Result<_, _>>()
        .map_err(|_| Error::NOT_YOURS)?;
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// `POST /proposals/release`: those ticked, or all.
///
/// # Errors
/// Not found.
pub async fn release_page(cx: Cx, form: Form) -> Result<Response> {
    let all = form.get("which") == "all";
    let ids = ticked(&form)?;
    let released = work!(cx, |w| {
        let ids = if all {
            offers::proposed_for(w).await?
        } else {
            ids
        };
        release(w, &ids).await
    })?;
    Ok(reply::see(released.leads(all)))
}

/// `POST /matching/run`: for everybody who waits.
///
/// # Errors
/// The database's.
pub async fn run_page(cx: Cx) -> Result<Response> {
    let outcome = runs::run(&cx, Scope::All).await?;
    Ok(reply::see(&format!(
        "/proposals?said={}",
        said_of(&outcome)
    )))
}
