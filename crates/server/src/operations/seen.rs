//! "Who has seen my record": every line of the trail about oneself, in words.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::Micros;
use cairn_domain::access::Role;
use cairn_domain::id::MemberId;
use cairn_words::Language;
use uuid::Uuid;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::look;
use crate::operations::store;
use crate::people;
use crate::site::page::{self, query};
use crate::site::{Page, reply};

/// Lines on one page.
const LINES: usize = 50;

/// One line, in words.
struct Line {
    at: Micros,
    /// Who; empty for the reader themselves.
    name: String,
    role: String,
    what: String,
    refused: bool,
}

/// The lines of one day.
struct Day {
    heading: String,
    lines: Vec<Line>,
}

#[derive(Template)]
#[template(path = "operations/seen.html")]
struct SeenPage {
    page: Page,
    days: Vec<Day>,
    /// Whether one's own doings are shown too.
    own: bool,
    /// Where the older lines are.
    older: Option<String>,
    /// Whether this is not the first page.
    later: bool,
}

/// Who has seen one's record.
///
/// # Errors
/// The database's, or tampered.
pub async fn seen_page(cx: Cx) -> Result<Response> {
    reply::page(&seen(&cx).await?)
}

/// A page of the trail about the asker.
async fn seen(cx: &Cx) -> Result<SeenPage> {
    let own = query(&cx.path, "own").as_deref() == Some("1");
    let before = query(&cx.path, "before");
    let later = before.is_some();
    let from = before.and_then(|text| mark(&text));
    let (lines, next) = look!(cx, |w| lines(w, own, from).await)?;
    let older = next.map(|(at, id)| {
        let own = if own { "own=1&" } else { "" };
        format!("/seen?{own}before={at}.{id}")
    });
    Ok(SeenPage {
        days: by_day(cx, lines),
        page: Page::new(cx, "operations-seen"),
        own,
        older,
        later,
    })
}

/// Reads `AT.ID`: the line above which the page begins.
fn mark(text: &str) -> Option<(Micros, Uuid)> {
    let (at, id) = text.split_once('.')?;
    Some((at.parse().ok()?, id.parse().ok()?))
}

/// A page of lines, and where the next begins.
async fn lines(
    w: &mut Work<'_>,
    own: bool,
    from: Option<(Micros, Uuid)>,
) -> Result<(Vec<Line>, Option<(Micros, Uuid)>)> {
    let me = w.me()?;
    let (at, id) = from.unwrap_or((Micros::MAX, Uuid::max()));
    let limit = i64::try_from(LINES + 1).unwrap_or(i64::MAX);
    let values = params![me.0, own, at, id, limit];
    let rows = w.tx.all(&store::LINES_ABOUT, &values).await?;
    let mut people: HashMap<MemberId, (String, String)> = HashMap::new();
    let mut out = Vec::with_capacity(rows.len());
    for row in rows.iter().take(LINES) {
        let actor = row.opt_id(2)?.map(MemberId);
        let refused = row.text(4)? == "refused";
        let (name, role) = match actor {
            Some(actor) if actor == me => Default::default(),
            None => (w.cx.t("operations-programme-itself"), String::new()),
            Some(actor) => match people.get(&actor) {
                Some(known) => known.clone(),
                None => {
                    let found = person(w, actor).await?;
                    people.insert(actor, found.clone());
                    found
                }
            },
        };
        out.push(Line {
            at: row.int(1)?,
            name,
            role,
            what: what(
                &w.cx,
                actor == Some(me),
                refused,
                &row.text(3)?,
                &row.text(5)?,
            ),
            refused,
        });
    }
    let next = match rows.len() > LINES {
        true => rows
            .get(LINES - 1)
            .map(|row| Ok::<_, Error>((row.int(1)?, row.id(0)?)))
            .transpose()?,
        false => None,
    };
    Ok((out, next))
}

/// A person's name, and what they are in the programme, in words.
async fn person(w: &mut Work<'_>, member: MemberId) -> Result<(String, String)> {
    let name = match w.name(member).await {
        Err(Error::NotYours { .. }) => String::new(),
        name => name?,
    };
    if name.is_empty() {
        return Ok((w.cx.t("operations-gone"), String::new()));
    }
    let roles = people::roles(w, member).await?;
    let words: Vec<String> = roles.iter().map(|role| role_words(&w.cx, *role)).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    Ok((name, w.cx.app.words.list(w.cx.language, &words)))
}

fn role_words(cx: &Cx, role: Role) -> String {
    cx.t(&format!("operations-role-{}", role.word()))
}

/// What was done, in words: the most particular text there is for the act and the kind of record.
fn what(cx: &Cx, own: bool, refused: bool, act: &str, kind: &str) -> String {
    let known = |key: &String| cx.app.words.has(Language::En, key);
    let first = |keys: [String; 3]| {
        let [_, _, last] = keys.clone();
        let key = keys.into_iter().find(known).unwrap_or(last);
        cx.t(&key)
    };
    if refused {
        let thing = first([
            format!("operations-thing-{act}-{kind}"),
            format!("operations-thing-{act}"),
            "operations-thing".into(),
        ]);
        let filled = cairn_words::args().set("thing", thing);
        return cx.text("operations-refused", &filled);
    }
    let word = if own { "own" } else { "did" };
    first([
        format!("operations-{word}-{act}-{kind}"),
        format!("operations-{word}-{act}"),
        format!("operations-{word}"),
    ])
}

fn by_day(cx: &Cx, lines: Vec<Line>) -> Vec<Day> {
    let zone = page::zone(cx);
    let mut days: Vec<Day> = Vec::new();
    for line in lines {
        let heading = cx
            .app
            .words
            .day_heading(cx.language, line.at, cx.now, &zone);
        match days.last_mut() {
            Some(day) if day.heading == heading => day.lines.push(line),
            _ => days.push(Day {
                heading,
                lines: vec![line],
            }),
        }
    }
    days
}
