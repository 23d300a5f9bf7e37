//! The front page: what this is, who answers in a crisis, and the ways in.

use std::sync::Arc;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use cairn_domain::matching::RequestState;
use cairn_domain::safety::{CrisisLine, in_order};

use crate::cx::Cx;
use crate::error::Result;
use crate::look;
use crate::people::{Programme, open_request, programmes};
use crate::site::{Page, reply};

#[derive(Template)]
#[template(path = "people/front.html")]
struct FrontPage {
    page: Page,
    programme: Arc<Programme>,
    lines: Vec<CrisisLine>,
    /// Whether the reader has begun a request here and not sent it.
    begun: bool,
}

#[derive(Template)]
#[template(path = "people/several.html")]
struct SeveralPage {
    page: Page,
    programmes: Vec<Arc<Programme>>,
}

/// The crisis lines of a programme in the order for this reader.
#[must_use]
pub fn lines(cx: &Cx, programme: &Programme) -> Vec<CrisisLine> {
    in_order(&programme.settings.crisis_lines, cx.language.tag())
        .into_iter()
        .cloned()
        .collect()
}

/// Whether this is the programme the asker works in, or the one their address names.
pub(super) fn is_mine(cx: &Cx, slug: &str) -> bool {
    cx.programme.as_ref().is_some_and(|own| own.slug == slug)
}

/// A programme by the word in an address, and the context with it: whoever is signed in somewhere
/// else still reads this programme's page.
///
/// # Errors
/// Not found.
pub(super) async fn at(mut cx: Cx, slug: String) -> Result<(Cx, Arc<Programme>)> {
    let programme = look!(cx, |w| programmes::by_slug(w, &slug).await)?;
    cx.programme = Some(programme.clone());
    Ok((cx, programme))
}

async fn front(cx: Cx, programme: Arc<Programme>, here: bool) -> Result<Response> {
    let begun = match cx.member() {
        Ok(member) if here => {
            let me = member.id;
            look!(cx, |w| open_request(w, me).await)?
                .is_some_and(|request| request.state == RequestState::Draft)
        }
        _ => false,
    };
    let page = Page::new(&cx, "people-front-title");
    reply::page(&FrontPage {
        page,
        lines: lines(&cx, &programme),
        programme,
        begun,
    })
}

/// `/p/{slug}`: the front page of a programme.
///
/// # Errors
/// Not found.
pub async fn programme_page(cx: Cx, Path(slug): Path<String>) -> Result<Response> {
    let mine = is_mine(&cx, &slug);
    let (cx, programme) = at(cx, slug).await?;
    front(cx, programme, mine).await
}

/// `/`: the front page of the only programme, or the list of all.
///
/// # Errors
/// The database's.
pub async fn front_page(cx: Cx) -> Result<Response> {
    let mut all = look!(cx, |w| programmes::all(w).await)?;
    if all.len() == 1
        && let Some(programme) = all.pop()
    {
        return front(cx, programme, true).await;
    }
    several(&cx, all)
}

/// All programmes, or a sentence for whoever sets up the first.
fn several(cx: &Cx, programmes: Vec<Arc<Programme>>) -> Result<Response> {
    let title = if programmes.is_empty() {
        "people-front-none-title"
    } else {
        "people-front-several"
    };
    reply::page(&SeveralPage {
        page: Page::new(cx, title),
        programmes,
    })
}
