//! Who cannot be served, as a list of workers to look for: on a page, with names for the
//! coordinator, and as a text and a table to take along, without any.

use askama::Template;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use cairn_domain::access::Act;
use cairn_domain::id::RequestId;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::matching::board::list::Pages;
use crate::matching::board::wanted::{self, Group};
use crate::matching::{offers, runs, said, seen};
use crate::site::{Page, reply};
use crate::work;

/// Groups on one page.
const GROUPS: usize = 30;
/// Names in one group; the others are counted.
const NAMES: usize = 20;

/// A worker to look for.
struct Entry {
    heading: String,
    missing: String,
    people: Vec<(RequestId, String)>,
    more: usize,
    what_if: String,
}

#[derive(Template)]
#[template(path = "matching/board/unserved.html")]
struct UnservedPage {
    page: Page,
    entries: Vec<Entry>,
    /// How many people there are in all groups.
    count: usize,
    /// Everything in plain words, without names.
    text: String,
    lines: usize,
    ran_at: Option<i64>,
    pages: Pages,
    proposed: usize,
}

async fn entry(w: &mut Work<'_>, seen: &mut seen::Today, group: &Group) -> Result<Entry> {
    let mut people = Vec::new();
    for (request, person) in group.people.iter().take(NAMES) {
        seen.saw(w, *person, request.0).await?;
        people.push((*request, w.name(*person).await?));
    }
    Ok(Entry {
        heading: wanted::heading(&w.cx, group),
        missing: wanted::profile(&w.cx, &group.wanted).missing,
        more: group.people.len().saturating_sub(people.len()),
        people,
        what_if: wanted::what_if(&group.wanted),
    })
}

async fn show(w: &mut Work<'_>, page: Page) -> Result<UnservedPage> {
    w.note(Act::ReadWaitingList, "unserved", None).await?;
    let groups = wanted::groups(w).await?;
    let count = groups.iter().map(|group| group.people.len()).sum();
    let lines: Vec<String> = groups
        .iter()
        .map(|group| wanted::heading(&w.cx, group))
        .collect();
    let pages = Pages::of(&page.cx, groups.len(), GROUPS);
    let mut seen = seen::Today::of(w, "unserved").await?;
    let mut entries = Vec::new();
    for group in pages.slice(groups, GROUPS) {
        entries.push(entry(w, &mut seen, &group).await?);
    }
    Ok(UnservedPage {
        page,
        entries,
        count,
        lines: lines.len().clamp(3, 12),
        text: lines.join("\n"),
        ran_at: runs::last_run(w).await?,
        pages,
        proposed: offers::proposed_for(w).await?.len(),
    })
}

/// The list as a table for a spreadsheet.
async fn table(w: &mut Work<'_>) -> Result<Vec<u8>> {
    w.note(Act::ReadWaitingList, "unserved", None).await?;
    let groups = wanted::groups(w).await?;
    let cx = &w.cx;
    let mut out = csv::Writer::from_writer(Vec::new());
    let columns = [
        "people",
        "missing",
        "kind",
        "languages",
        "modes",
        "near",
        "times",
        "musts",
        "trainings",
    ];
    let fault = |_| Error::Fault("a table could not be written");
    out.write_record(columns.map(|column| cx.t(&format!("board-csv-{column}"))))
        .map_err(fault)?;
    for group in &groups {
        let one = wanted::profile(cx, &group.wanted);
        let count = group.wanted.people.len().to_string();
        let cells = [
            count,
            one.missing,
            one.kind,
            one.languages,
            one.modes,
            one.near,
            one.times,
            one.musts,
            one.trainings,
        ];
        out.write_record(cells.map(|cell| said::capital(&plain(cell))))
            .map_err(fault)?;
    }
    out.into_inner()
        .map_err(|_| Error::Fault("a table could not be written"))
}

/// A cell that no spreadsheet takes for a formula.
fn plain(cell: String) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r') => format!("'{cell}"),
        _ => cell,
    }
}

/// `GET /unserved`.
///
/// # Errors
/// Not found.
pub async fn unserved_page(cx: Cx) -> Result<Response> {
    let page = Page::new(&cx, "board-unserved-title").class("wide");
    reply::page(&work!(cx, |w| show(w, page).await)?)
}

/// `GET /unserved/list.csv`: without names.
///
/// # Errors
/// Not found.
pub async fn list_page(cx: Cx) -> Result<Response> {
    let bytes = work!(cx, |w| table(w).await)?;
    let kind = HeaderValue::from_static("text/csv; charset=utf-8");
    let name = HeaderValue::from_static("attachment; filename=\"workers-to-look-for.csv\"");
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, bytes).into_response())
}
