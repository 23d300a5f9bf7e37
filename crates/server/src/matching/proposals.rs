//! What was worked out for everybody who waits: the pairs with their reasons side by side, who
//! cannot be served and what is missing, and letting offers out.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use cairn_domain::access::Act;
use cairn_domain::id::RequestId;
use cairn_domain::{DAY, Micros};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::runs::{self, Scope};
use crate::matching::waiting::{Pair, pair, priority_words, said_of};
use crate::matching::{offers, said, seen, workers};
use crate::people;
use crate::site::{Form, Page, reply};
use crate::work;

/// One person with the workers proposed to them.
struct Proposal {
    id: RequestId,
    name: String,
    days: i64,
    priority: i64,
    priority_words: String,
    pairs: Vec<Pair>,
}

/// What is missing, and for whom.
struct Missing {
    words: String,
    people: Vec<(RequestId, String)>,
}

#[derive(Template)]
#[template(path = "matching/proposals.html")]
struct ProposalsPage {
    page: Page,
    proposals: Vec<Proposal>,
    missing: Vec<Missing>,
    ran_at: Option<Micros>,
    by_itself: bool,
    proposed: usize,
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
    let mut proposals: Vec<Proposal> = Vec::new();
    for offer in offers::proposed(w).await? {
        seen.saw(w, offer.participant, offer.request.0).await?;
        let request = people::request(w, offer.request).await?;
        let pair = pair(w, &request, &offer).await?;
        match proposals.last_mut().filter(|one| one.id == request.id) {
            Some(last) => last.pairs.push(pair),
            None => proposals.push(Proposal {
                id: request.id,
                name: w.name(request.participant).await?,
                days: (w.now() - request.sent_at.unwrap_or(w.now())).max(0) / DAY,
                priority: request.priority,
                priority_words: priority_words(&w.cx, request.priority),
                pairs: vec![pair],
            }),
        }
    }
    Ok(ProposalsPage {
        page,
        proposed: proposals.len(),
        proposals,
        missing: missing(w, &mut seen).await?,
        ran_at: runs::last_run(w).await?,
        by_itself: w.cx.programme()?.settings.offers_go_out,
    })
}

/// Who cannot be served, grouped by what is missing, the largest group first.
async fn missing(w: &mut Work<'_>, seen: &mut seen::Today) -> Result<Vec<Missing>> {
    let programme = w.cx.programme()?.id;
    let all = runs::unserved(w).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let workers = workers::published_workers(w, programme).await?;
    let mut groups: BTreeMap<Option<String>, Vec<(RequestId, String)>> = BTreeMap::new();
    for one in &all {
        let request = people::request(w, one.request).await?;
        seen.saw(w, request.participant, request.id.0).await?;
        let name = w.name(request.participant).await?;
        let what = said::missing(&w.cx, &request, one, &workers);
        groups.entry(what).or_default().push((request.id, name));
    }
    let mut listed: Vec<Missing> = groups
        .into_iter()
        .map(|(what, people)| {
            let filled = cairn_words::args().set("count", people.len());
            let words = match what {
                None => w.cx.text("matching-missing-place", &filled),
                Some(what) => w.cx.text("matching-missing", &filled.set("what", what)),
            };
            Missing { words, people }
        })
        .collect();
    listed.sort_by_key(|group| std::cmp::Reverse(group.people.len()));
    Ok(listed)
}

/// `GET /proposals`.
///
/// # Errors
/// Not found.
pub async fn proposals_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "matching-proposals-title").class("wide");
    reply::page(&work!(cx, |w| show(w, page).await)?)
}

/// What became of letting offers out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Released {
    /// People whose offers are out now.
    pub out: usize,
    /// People who had moved on in the meantime: let out by somebody else, or resting.
    pub gone: usize,
}

impl Released {
    /// Where the coordinator is led, and what is said there.
    fn leads(self, all: bool) -> &'static str {
        match (self.out, self.gone) {
            (0, 0) if !all => "/proposals?said=none-ticked",
            (0, _) => "/proposals?said=changed-meanwhile",
            (_, 0) => "/proposals?said=released",
            _ => "/proposals?said=released-some",
        }
    }
}

/// Lets the proposed offers of these requests out, each as a whole. Who has moved on in the
/// meantime is left alone and counted.
///
/// # Errors
/// Not found when one of them is not the asker's to see.
pub async fn release(w: &mut Work<'_>, requests: &[RequestId]) -> Result<Released> {
    runs::take_turn(w).await?;
    let programme = w.cx.programme()?.id;
    let ready = offers::proposed_for(w).await?;
    let mut released = Released::default();
    for id in requests {
        let participant = runs::owner(w, *id).await?;
        if !people::same_programme(w, programme, participant).await? {
            return Err(Error::NotYours {
                act: Some(Act::ReleaseOffers),
                subject: None,
            });
        }
        let mut out = false;
        if ready.contains(id) {
            w.may(Act::ReleaseOffers, participant, "request", id.0)
                .await?;
            let mut request = people::request(w, *id).await?;
            out = offers::let_out(w, &mut request).await?;
        }
        if out {
            released.out += 1;
        } else {
            released.gone += 1;
        }
    }
    Ok(released)
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
