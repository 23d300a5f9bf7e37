//! The load of each worker: how many people they support and who waits for them, beside the places
//! and the room they themselves say they have. Nobody can change those here, and nobody is ranked.

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::id::{MemberId, RequestId};

use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::matching::board::list::Pages;
use crate::matching::store::board as store;
use crate::matching::{offers, problem, seen};
use crate::site::{Page, reply};
use crate::work;

/// Workers on one page.
const WORKERS: usize = 100;

/// One worker.
struct Row {
    name: String,
    supported: i64,
    asked: i64,
    held: i64,
    proposed: i64,
    places: i64,
    free: u64,
    room: String,
    published: bool,
}

#[derive(Template)]
#[template(path = "matching/board/load.html")]
struct LoadPage {
    page: Page,
    rows: Vec<Row>,
    pages: Pages,
    proposed: usize,
    supported: i64,
    places: i64,
}

/// How much room somebody says they have: the nearest of the form's answers.
fn room(cx: &Cx, headroom: i64) -> String {
    let nearest = (headroom.clamp(0, 100) + 12) / 25 * 25;
    cx.t(&format!("matching-headroom-{nearest}"))
}

async fn show(w: &mut Work<'_>, page: Page) -> Result<LoadPage> {
    w.note(Act::ReadLoad, "load", None).await?;
    let programme = w.cx.programme()?.id;
    // All proposals count: nobody's request is left out.
    let nobody = Some(RequestId(uuid::Uuid::nil()));
    let taken = problem::all_taken(w, programme, nobody).await?;
    let workers = w.tx.all(&store::WORKERS, &params![programme.0]).await?;
    let places = workers
        .iter()
        .map(|row| row.int(1))
        .sum::<std::result::Result<i64, _>>()?;
    let pages = Pages::of(&page.cx, workers.len(), WORKERS);
    let mut seen = seen::Today::by(w, Act::ReadLoad, "load").await?;
    let mut rows = Vec::new();
    for row in pages.slice(workers, WORKERS) {
        let member = MemberId(row.id(0)?);
        seen.saw(w, member, member.0).await?;
        let taken = taken.get(&member).copied().unwrap_or_default();
        let places = row.int(1)?;
        rows.push(Row {
            name: w.name(member).await?,
            supported: taken.supported,
            asked: taken.picked,
            held: taken.held,
            proposed: taken.proposed,
            free: taken.free(places),
            places,
            room: room(&w.cx, row.int(2)?),
            published: row.opt_int(3)?.is_some(),
        });
    }
    Ok(LoadPage {
        page,
        rows,
        pages,
        proposed: offers::proposed_for(w).await?.len(),
        supported: taken.values().map(|one| one.supported).sum(),
        places,
    })
}

/// `GET /load`. That a worker stands on the page is written down for them.
///
/// # Errors
/// Not found.
pub async fn load_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "board-load-title").class("wide");
    reply::page(&work!(cx, |w| show(w, page).await)?)
}
