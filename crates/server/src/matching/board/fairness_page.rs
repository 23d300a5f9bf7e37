//! The page of fairness: figures by groups, for whoever runs the programme and whoever pays for it.

use askama::Template;
use axum::response::Response;
use cairn_domain::Micros;
use cairn_domain::access::Act;
use cairn_domain::matching::fairness::Figures;
use cairn_domain::matching::terms::trait_key;

use crate::cx::Cx;
use crate::error::Result;
use crate::matching::board::fairness::{self, NOTHING, OTHER, SEVERAL, TABLES};
use crate::matching::{offers, said};
use crate::site::{Page, reply};
use crate::{look, work};

/// One group that is told of.
struct Row {
    name: String,
    cells: Cells,
}

/// What is told of a group, in words; empty where it is not told.
struct Cells {
    people: String,
    served: String,
    days: String,
    over_14: String,
    over_30: String,
    score: String,
}

/// One table.
struct Table {
    title: String,
    rows: Vec<Row>,
    /// The groups that are not told of.
    hidden: String,
}

#[derive(Template)]
#[template(path = "matching/board/fairness.html")]
struct FairnessPage {
    page: Page,
    until: Micros,
    all: Option<Cells>,
    tables: Vec<Table>,
    /// Whether the reader sees the rest of the board.
    board: bool,
    proposed: usize,
}

impl FairnessPage {
    /// The cells of a row with the headings of their columns.
    fn row<'a>(&self, row: &'a Row) -> [(String, &'a str); 6] {
        let cells = &row.cells;
        [
            (self.page.t("board-fair-people"), &cells.people),
            (self.page.t("board-fair-served"), &cells.served),
            (self.page.t("board-fair-days"), &cells.days),
            (self.page.t("board-fair-14"), &cells.over_14),
            (self.page.t("board-fair-30"), &cells.over_30),
            (self.page.t("board-fair-score"), &cells.score),
        ]
    }
}

fn cells(page: &Page, figures: &Figures) -> Cells {
    let from = |count: Option<i64>| {
        let words = |low| page.with2("board-from-to", "low", low, "high", low + 4);
        count.map(words).unwrap_or_default()
    };
    let with = |key: &str, name: &str, value: Option<i64>| {
        value
            .map(|value| page.with(key, name, value))
            .unwrap_or_default()
    };
    Cells {
        people: from(figures.people),
        served: with("board-of-hundred", "share", figures.served),
        days: with("board-days", "days", figures.days),
        over_14: from(figures.over_14),
        over_30: from(figures.over_30),
        score: figures
            .score
            .map(|score| page.number(score))
            .unwrap_or_default(),
    }
}

fn name(cx: &Cx, table: &str, row: &str) -> String {
    let words = match (table, row) {
        (_, NOTHING) => cx.t("board-not-said"),
        (_, SEVERAL) => cx.t("board-several"),
        (_, OTHER) => cx.t("board-other-language"),
        ("language", tag) => cx.app.words.language_name(cx.language, tag),
        (group, value) => cx.t(&trait_key(&format!("{group}:{value}"))),
    };
    said::capital(&words)
}

fn table(page: &Page, table: &str, figures: &[Figures]) -> Table {
    let names = fairness::rows(table);
    let all = || names.iter().zip(figures);
    let told = all().filter(|(_, figures)| figures.people.is_some());
    let hidden = all().filter(|(_, figures)| figures.people.is_none());
    let hidden: Vec<String> = hidden.map(|(row, _)| name(&page.cx, table, row)).collect();
    Table {
        title: page.t(&format!("board-by-{table}")),
        rows: told
            .map(|(row, figures)| Row {
                name: name(&page.cx, table, row),
                cells: cells(page, figures),
            })
            .collect(),
        hidden: said::list(&page.cx, &hidden),
    }
}

async fn show(cx: &Cx) -> Result<FairnessPage> {
    work!(cx, |w| w.note(Act::ReadFairness, "fairness", None).await)?;
    let (until, report) = fairness::told(cx).await?;
    let board = cx.could(Act::ReadWaitingList);
    let proposed = match board {
        true => look!(cx, |w| offers::proposed_for(w).await)?.len(),
        false => 0,
    };
    let class = if board { "wide" } else { "" };
    let page = Page::new(cx, "board-fairness-title").class(class);
    let all = report.all.people.is_some();
    let tables = TABLES.iter().zip(&report.tables);
    Ok(FairnessPage {
        until,
        all: all.then(|| cells(&page, &report.all)),
        tables: tables
            .map(|(name, rows)| table(&page, name, rows))
            .collect(),
        board,
        proposed,
        page,
    })
}

/// `GET /fairness`: counts and no names.
///
/// # Errors
/// Not found.
pub async fn fairness_page(cx: Cx) -> Result<Response> {
    reply::page(&show(&cx).await?)
}
