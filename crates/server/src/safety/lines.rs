//! The crisis lines of a programme's place, and the page they stand on.

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::id::MemberId;
use cairn_domain::safety::{CrisisLine, in_order};

use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::safety::store;
use crate::site::page::query;
use crate::site::{Page, reply};
use crate::{guard, look};

/// One line, ready to be shown.
struct Line {
    name: String,
    hours: String,
    /// The languages it answers in, in words; empty when they are not known.
    languages: String,
    call: String,
    /// The address of a call; empty when it cannot be called.
    tel: String,
    text: String,
    /// The address of a text message; empty when it cannot be texted.
    sms: String,
}

#[derive(Template)]
#[template(path = "safety/help.html")]
struct HelpPage {
    page: Page,
    lines: Vec<Line>,
    emergency: Vec<Line>,
    /// Those who support the asker now.
    supporters: Vec<String>,
}

impl Line {
    fn of(cx: &Cx, line: &CrisisLine) -> Self {
        let address = |scheme: &str, number: &str| match CrisisLine::dial(number) {
            digits if digits.is_empty() => String::new(),
            digits => format!("{scheme}:{digits}"),
        };
        let words = &cx.app.words;
        let names: Vec<String> = line
            .languages
            .iter()
            .map(|tag| words.language_name(cx.language, tag))
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        Self {
            name: line.name.clone(),
            hours: line.hours.clone(),
            languages: words.list(cx.language, &names),
            tel: address("tel", &line.call),
            call: line.call.clone(),
            sms: address("sms", &line.text),
            text: line.text.clone(),
        }
    }
}

/// Where to turn now. Nothing about opening this page is kept. It is there without the database,
/// too: then with the lines as they were last read, and without who supports the asker.
///
/// # Errors
/// A fault of the template.
pub async fn help_page(cx: Cx) -> Result<Response> {
    // Who supports the asker is worth a moment's waiting; the lines are not kept waiting for it.
    let asked = tokio::time::timeout(guard::HURRY, supporters(&cx)).await;
    let supporters = asked.unwrap_or(Err(Error::Busy)).unwrap_or_default();
    reply::page(&help(&cx, supporters))
}

fn help(cx: &Cx, supporters: Vec<String>) -> HelpPage {
    let all = match &cx.programme {
        Some(programme) => programme.settings.crisis_lines.clone(),
        None if cx.cut_off => cx.app.lines.of(query(&cx.path, "p").as_deref()),
        None => Vec::new(),
    };
    let lines = in_order(&all, cx.language.tag());
    let (emergency, lines): (Vec<_>, Vec<_>) = lines.into_iter().partition(|l| l.emergency);
    let shown = |lines: Vec<&CrisisLine>| lines.into_iter().map(|l| Line::of(cx, l)).collect();
    HelpPage {
        page: Page::new(cx, "safety-title"),
        lines: shown(lines),
        emergency: shown(emergency),
        supporters,
    }
}

/// The names of those who support the asker now; nobody for a visitor.
async fn supporters(cx: &Cx) -> Result<Vec<String>> {
    let Ok(me) = cx.member().map(|member| member.id) else {
        return Ok(Vec::new());
    };
    look!(cx, |w| {
        let rows = w.tx.all(&store::SUPPORTERS, &params![me.0]).await?;
        let mut names = Vec::with_capacity(rows.len());
        for row in &rows {
            match w.name(MemberId(row.id(0)?)).await {
                Ok(name) => names.push(name),
                Err(Error::NotYours { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(names)
    })
}
