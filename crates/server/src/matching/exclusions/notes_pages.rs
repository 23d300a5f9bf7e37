//! `/supervision/known`: pairs who know each other from elsewhere, for supervisors and coordinators.

use askama::Template;
use axum::response::Response;
use cairn_domain::id::KnownId;

use super::known;
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::site::{Id, Page, reply};
use crate::work;

/// A pair on the list.
struct Row {
    id: KnownId,
    participant: String,
    worker: String,
    at: i64,
}

#[derive(Template)]
#[template(path = "matching/exclusions/notes.html")]
struct NotesPage {
    page: Page,
    rows: Vec<Row>,
}

#[derive(Template)]
#[template(path = "matching/exclusions/note.html")]
struct NotePage {
    page: Page,
    participant: String,
    worker: String,
    /// Who said it first, and who answered.
    first: String,
    second: String,
    words: String,
    answer: String,
    said_at: i64,
    kept_at: i64,
}

/// `GET /supervision/known`.
///
/// # Errors
/// Not found.
pub async fn notes_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "known-notes-title").class("wide");
    let rows = work!(cx, |w| rows(w).await)?;
    reply::page(&NotesPage { page, rows })
}

async fn rows(w: &mut Work<'_>) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for kept in known::kept(w).await? {
        rows.push(Row {
            id: kept.id,
            participant: w.name(kept.participant).await?,
            worker: w.name(kept.worker).await?,
            at: kept.at,
        });
    }
    Ok(rows)
}

/// `GET /supervision/known/{id}`. The reading is written down.
///
/// # Errors
/// Not found.
pub async fn note_page(cx: Cx, Id(id): Id<KnownId>) -> Result<Response> {
    let page = Page::new(&cx, "known-notes-title");
    reply::page(&work!(cx, |w| NotePage::of(w, id, page).await)?)
}

impl NotePage {
    async fn of(w: &mut Work<'_>, id: KnownId, page: Page) -> Result<Self> {
        let (pair, kept_at) = known::note(w, id).await?;
        let said = pair.said.ok_or(Error::NOT_YOURS)?;
        let participant = w.name(pair.participant).await?;
        let worker = w.name(pair.worker).await?;
        let (first, second) = if said.by == pair.participant {
            (participant.clone(), worker.clone())
        } else {
            (worker.clone(), participant.clone())
        };
        Ok(Self {
            page,
            participant,
            worker,
            first,
            second,
            words: said.words,
            answer: said.answer,
            said_at: said.at,
            kept_at,
        })
    }
}
