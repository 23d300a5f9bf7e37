//! The page of one conversation, its form, and the piece of it that a script asks for when there
//! is something new.

use std::collections::HashMap;

use askama::Template;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use cairn_db::params;
use cairn_domain::access::Act;
use cairn_domain::conversations::PAGE;
use cairn_domain::id::{ConversationId, MemberId};
use cairn_domain::{Micros, Refusal, Refusals};
use uuid::Uuid;

use crate::conversations::beside::{self, Link};
use crate::conversations::messages::{self, Message, NewMessage};
use crate::conversations::threads::{self, Thread};
use crate::conversations::{lists, store};
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::site::page::query;
use crate::site::{Form, Id, Page, reply};
use crate::{people, work};

/// Says in an answer up to where it goes.
const LAST: HeaderName = HeaderName::from_static("x-last-seq");
/// Says in an answer who takes part, as a mark.
const WITH: HeaderName = HeaderName::from_static("x-with");

#[derive(Template)]
#[template(path = "conversations/talk.html")]
struct TalkPage {
    page: Page,
    id: ConversationId,
    /// The others, by name.
    with: String,
    /// How many others there are.
    others: usize,
    /// Who takes part, as a mark.
    mark: String,
    /// The reader came later and sees what was written since.
    came_later: bool,
    /// What can be done about being a pair.
    beside: Vec<Link>,
    /// Where the goals of the person it is about are, for one who supports them.
    goals: Option<String>,
    lines: Vec<Line>,
    /// There are older messages than this one.
    older: Option<i64>,
    /// Whether the newest messages are on this page.
    newest: bool,
    last_seq: i64,
    /// The number that this form's message will have.
    client_id: String,
    draft: String,
}

#[derive(Template)]
#[template(path = "conversations/lines.html")]
struct LinesPage {
    page: Page,
    lines: Vec<Line>,
}

/// A message as the page shows it.
struct Line {
    seq: i64,
    client_id: Uuid,
    own: bool,
    author: String,
    words: String,
    at: Micros,
    /// The heading over it, where a day begins.
    day: Option<String>,
}

impl TalkPage {
    async fn open(
        w: &mut Work<'_>,
        id: ConversationId,
        sent: Option<(Form, Refusals)>,
    ) -> Result<Self> {
        let thread = threads::reach(w, id, Act::ReadConversation).await?;
        let before = number(&w.cx.path, "before")?;
        let from = before.unwrap_or(i64::MAX);
        let mut found = messages::before(w, &thread, from, PAGE + 1).await?;
        let more = i64::try_from(found.len()).unwrap_or(0) > PAGE;
        if more {
            found.remove(0);
        }
        let last = found.last().map_or(0, |message| message.seq);
        let newest = found.is_empty() || last == thread.last_seq;
        messages::mark_read(w, &thread, last).await?;
        let older = found.first().map(|message| message.seq).filter(|_| more);
        let lines = lines(w, found, None).await?;
        let others = threads::others(w, id).await?;
        let with: Vec<String> = others.iter().map(|(_, name)| name.clone()).collect();
        let with = lists::names(&w.cx, &with);
        let parties = threads::parties(w, id).await?;
        let (page, client_id) = frame(w, id, &with, sent).await?;
        let their = thread.participant != w.me()? && w.cx.could(Act::ReadGoals);
        Ok(Self {
            others: others.len(),
            mark: threads::mark(&parties),
            came_later: thread.from_seq > 0,
            beside: beside::links(w, &thread).await?,
            goals: their.then(|| format!("/people/{}/goals", thread.participant)),
            draft: messages::draft_place(id),
            last_seq: last.max(thread.from_seq),
            page,
            id,
            with,
            lines,
            older,
            newest,
            client_id,
        })
    }

    /// The letter in the circle beside the name.
    fn initial(&self) -> String {
        self.with
            .chars()
            .find(|c| c.is_alphanumeric()) // names in lists come in invisible marks of direction
            .map_or_else(String::new, |c| c.to_uppercase().collect())
    }
}

/// The page around a conversation: with the form as it was sent, or as it was left as a draft; and
/// the number for the next message.
async fn frame(
    w: &mut Work<'_>,
    id: ConversationId,
    with: &str,
    sent: Option<(Form, Refusals)>,
) -> Result<(Page, String)> {
    let page = Page::new(&w.cx, "conversations-title")
        .class("talk")
        .scripts(&["live.js"]);
    let page = if with.is_empty() {
        page
    } else {
        let title = page.with("conversations-title-with", "name", with);
        page.titled(title)
    };
    let fresh = w.cx.new_id().to_string();
    let page = match sent {
        Some((form, refusals)) => page.refused(form, refusals),
        None => {
            let draft = people::draft(w, &messages::draft_place(id)).await?;
            page.draft(draft.filter(|form| !form.get("body").trim().is_empty()))
        }
    };
    // Words that are sent after others went out from the same form need a number of their own.
    let used = page.refusals.0.iter().any(|r| r.code == "client-id-reused");
    let kept = page.value("client_id", &fresh).to_owned();
    let fits = !used && kept.parse::<Uuid>().is_ok();
    Ok((page, if fits { kept } else { fresh }))
}

/// Messages as the page shows them. `above` is when the message before them was sent; without it
/// the first gets a heading in any case.
async fn lines(
    w: &mut Work<'_>,
    messages: Vec<Message>,
    above: Option<Micros>,
) -> Result<Vec<Line>> {
    let me = w.me()?;
    let page = Page::new(&w.cx, "conversations-title");
    let zone = page.zone();
    let mut called: HashMap<MemberId, String> = HashMap::new();
    let mut day = above.map(|at| page.date(&at));
    let mut lines = Vec::with_capacity(messages.len());
    for message in messages {
        let author = match called.get(&message.author) {
            Some(name) => name.clone(),
            None => threads::called(w, message.author).await?,
        };
        called.insert(message.author, author.clone());
        let today = Some(page.date(&message.sent_at));
        let begins = today != day;
        day = today;
        let words = &w.cx.app.words;
        lines.push(Line {
            seq: message.seq,
            client_id: message.client_id,
            own: message.author == me,
            author,
            words: message.body,
            at: message.sent_at,
            day: begins.then(|| words.day_heading(w.cx.language, message.sent_at, w.now(), &zone)),
        });
    }
    Ok(lines)
}

/// A whole number in the query.
fn number(path: &str, name: &str) -> Result<Option<i64>> {
    match query(path, name) {
        None => Ok(None),
        Some(text) => match text.parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => Err(Refusal::of(name, "not-a-number").into()),
        },
    }
}

/// A conversation.
///
/// # Errors
/// Not found, or tampered.
pub async fn talk_page(cx: Cx, Id(id): Id<ConversationId>) -> Result<Response> {
    let shown = work!(cx, |w| TalkPage::open(w, id, None).await)?;
    reply::page(&shown)
}

/// Sends what was written; what is refused comes back with the words kept.
///
/// # Errors
/// Not found, or tampered.
pub async fn write_page(cx: Cx, Id(id): Id<ConversationId>, form: Form) -> Result<Response> {
    let with = form.has("with").then(|| form.get("with").to_owned());
    match messages::send(&cx, id, new_message(&cx, &form), with).await {
        Ok(_) => Ok(reply::see(&format!("/messages/{id}#end"))),
        Err(Error::Refused(refusals)) => {
            let sent = Some((form, on_the_words(refusals)));
            let shown = work!(cx, |w| TalkPage::open(w, id, sent).await)?;
            reply::page_again(&shown)
        }
        Err(error) => Err(error),
    }
}

/// The message in a form; a number that is not one is made anew.
fn new_message(cx: &Cx, form: &Form) -> NewMessage {
    NewMessage {
        client_id: form
            .get("client_id")
            .parse()
            .unwrap_or_else(|_| cx.new_id()),
        body: form.get("body").to_owned(),
    }
}

/// What is refused is shown at the words: the number of a message is nothing one can see.
fn on_the_words(mut refusals: Refusals) -> Refusals {
    for refusal in &mut refusals.0 {
        refusal.field = Some("body".into());
    }
    refusals
}

/// What came after a message, as the page shows it: the list's next lines.
///
/// # Errors
/// Not found, or tampered.
pub async fn since_page(cx: Cx, Id(id): Id<ConversationId>) -> Result<Response> {
    let after = number(&cx.path, "after")?.unwrap_or(0);
    let shown = work!(cx, |w| {
        let thread = match threads::read_on(w, id).await? {
            Some(thread) => thread,
            None => threads::reach(w, id, Act::ReadConversation).await?,
        };
        since(w, &thread, after).await
    })?;
    let mut response = reply::page(&shown.page)?;
    response.headers_mut().insert(LAST, shown.last);
    response.headers_mut().insert(WITH, shown.with);
    Ok(response)
}

/// What came after a message, with what is said beside it.
struct Since {
    page: LinesPage,
    last: HeaderValue,
    with: HeaderValue,
}

async fn since(w: &mut Work<'_>, thread: &Thread, after: i64) -> Result<Since> {
    let found = messages::after(w, thread, after, PAGE).await?;
    let last = found.last().map_or(after, |message| message.seq);
    if !found.is_empty() {
        messages::mark_read(w, thread, last).await?;
    }
    let above =
        w.tx.first(&store::SENT_AT, &params![thread.id.0, after])
            .await?;
    // What was written before the reader came is not even there as a day.
    let above = above.filter(|_| after > thread.from_seq);
    let above = above.map(|row| row.int(0)).transpose()?;
    let page = Page::new(&w.cx, "conversations-title");
    let lines = lines(w, found, above).await?;
    let parties = threads::parties(w, thread.id).await?;
    Ok(Since {
        page: LinesPage { page, lines },
        last: HeaderValue::from(last),
        with: HeaderValue::from_str(&threads::mark(&parties))
            .unwrap_or(HeaderValue::from_static("")),
    })
}
