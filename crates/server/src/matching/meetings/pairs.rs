//! How pairs stand, for the coordinator: getting to know each other, going on, or looking again. What
//! anybody has said of a first meeting is not among it.

use std::collections::HashSet;

use askama::Template;
use axum::response::Response;
use cairn_db::{Row, params};
use cairn_domain::Micros;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, RequestId};
use cairn_domain::matching::{ChangeState, RequestState, Standing};
use uuid::Uuid;

use super::pages::called;
use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::store::meetings as store;
use crate::matching::{changes, offers, seen};
use crate::people::Request;
use crate::site::page::query;
use crate::site::{Page, reply};
use crate::work;

/// Pairs on one page.
const ON_A_PAGE: i64 = 100;

/// A pair as the coordinator sees it.
pub struct Pair {
    /// Their relationship.
    pub id: Uuid,
    /// Who is supported.
    pub name: String,
    /// Who supports.
    pub worker: String,
    /// Since when, microseconds since 1970 UTC.
    pub since: Micros,
    /// How they stand, in words.
    pub stands: String,
    /// The person's page on the waiting list.
    pub request: Option<Uuid>,
}

#[derive(Template)]
#[template(path = "matching/meetings/pairs.html")]
struct PairsPage {
    page: Page,
    pairs: Vec<Pair>,
    number: i64,
    more: bool,
    proposed: usize,
}

async fn pair(w: &mut Work<'_>, row: &Row) -> Result<Pair> {
    let change = row.opt_text(7)?;
    let key = match (row.opt_text(4)?.as_deref(), change.as_deref()) {
        (Some(word), _) if word == Standing::Meeting.word() => "meetings-stands-meeting",
        (_, Some(word)) if word == ChangeState::Looking.word() => "meetings-stands-change",
        (_, Some(_)) => "meetings-stands-ending",
        _ => "meetings-stands-going-on",
    };
    Ok(Pair {
        id: row.id(0)?,
        name: called(w, MemberId(row.id(1)?)).await?,
        worker: called(w, MemberId(row.id(2)?)).await?,
        since: row.int(3)?,
        stands: w.cx.t(key),
        request: row.opt_id(8)?,
    })
}

async fn pairs(w: &mut Work<'_>, page: Page) -> Result<PairsPage> {
    w.note(Act::ReadPairs, "pairs", None).await?;
    let programme = w.cx.programme()?.id;
    let number = query(&page.cx.path, "page").and_then(|text| text.parse::<i64>().ok());
    let number = number.unwrap_or(1).clamp(1, 10_000);
    let values = params![programme.0, ON_A_PAGE + 1, (number - 1) * ON_A_PAGE];
    let mut rows = w.tx.all(&store::PAIRS, &values).await?;
    let more = i64::try_from(rows.len()).unwrap_or(0) > ON_A_PAGE;
    if more {
        rows.pop();
    }
    let mut seen = seen::Today::of(w, "pairs").await?;
    let mut pairs = Vec::with_capacity(rows.len());
    for row in &rows {
        seen.saw(w, MemberId(row.id(1)?), row.id(0)?).await?;
        pairs.push(pair(w, row).await?);
    }
    Ok(PairsPage {
        page,
        pairs,
        number,
        more,
        proposed: offers::proposed_for(w).await?.len(),
    })
}

/// `GET /pairs`.
///
/// # Errors
/// Not found.
pub async fn pairs_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "meetings-pairs-title").class("wide");
    reply::page(&work!(cx, |w| pairs(w, page).await)?)
}

/// What the coordinator sees of a person's pairs beside their request.
#[derive(Default)]
pub struct Stands {
    /// The pairs that run.
    pub pairs: Vec<Pair>,
    /// What kind of request it is, in words: a change of worker, or looking again; empty for a first one.
    pub kind: String,
    /// Words of workers for the coordinator: who, and what.
    pub notes: Vec<(String, String)>,
}

/// What the coordinator sees of a person's pairs. Who asks must have been let through by [`Work::may`].
///
/// # Errors
/// The database's, or tampered.
pub async fn stands(w: &mut Work<'_>, request: &Request) -> Result<Stands> {
    let mut all = Stands {
        kind: Kinds::of(w).await?.words(&w.cx, request.id),
        ..Stands::default()
    };
    let me = params![request.participant.0];
    for row in w.tx.all(&store::PAIRS_OF, &me).await? {
        if MemberId(row.id(1)?) == request.participant {
            all.pairs.push(pair(w, &row).await?);
        }
    }
    for change in changes::of_request(w, request.id).await? {
        let words = changes::note(w, &change).await?;
        let over = matches!(change.state, ChangeState::Done | ChangeState::TakenBack);
        if !words.is_empty() && !over {
            let who = called(w, change.worker).await?;
            all.notes.push((who, words));
        }
    }
    if request.state == RequestState::Matched && all.pairs.is_empty() {
        all.kind = w.cx.t("meetings-stands-over");
    }
    Ok(all)
}

/// Which requests of a programme are not a person's first.
pub struct Kinds {
    changes: HashSet<RequestId>,
    again: HashSet<RequestId>,
}

impl Kinds {
    /// Reads them.
    ///
    /// # Errors
    /// The database's.
    pub async fn of(w: &mut Work<'_>) -> Result<Self> {
        let programme = params![w.cx.programme()?.id.0];
        let mut sets = [HashSet::new(), HashSet::new()];
        for (set, statement) in sets.iter_mut().zip([&store::BY_CHANGE, &store::AGAIN]) {
            for row in w.tx.all(statement, &programme).await? {
                set.insert(RequestId(row.id(0)?));
            }
        }
        let [changes, again] = sets;
        Ok(Self { changes, again })
    }

    /// The kind in words; empty for a first request.
    #[must_use]
    pub fn words(&self, cx: &Cx, request: RequestId) -> String {
        if self.changes.contains(&request) {
            cx.t("meetings-kind-change")
        } else if self.again.contains(&request) {
            cx.t("meetings-kind-again")
        } else {
            String::new()
        }
    }
}
