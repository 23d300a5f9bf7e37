//! Live events: a stream that never ends by itself. The database is asked what is new whenever a
//! notice says so, and every few seconds in any case; the reader's place is the id of each event,
//! so that any node can go on from there. A stream keeps nothing but that place in memory.

use std::collections::BTreeSet;
use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use cairn_bus::{Subscription, Wake};
use cairn_domain::access::Act;
use cairn_domain::conversations::Cursor;
use cairn_domain::id::ConversationId;
use futures_util::stream;
use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::conversations::api::EventOut;
use crate::conversations::messages::{self, Message};
use crate::conversations::threads::{self, Thread};
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::Pass;
use crate::site::page::query;
use crate::{look, work};

/// How often a stream looks by itself: a lost notice delays a message by no more than this, and
/// somebody who was signed out reads on for no longer.
const LOOK: Duration = Duration::from_secs(4);
/// After this many silent looks a comment keeps the connection open: 12 seconds.
const SILENT: u32 = 3;
/// Most messages read at once, so that a long absence does not fill the memory.
const AT_ONCE: i64 = 100;

/// One reader's stream.
struct Reader {
    cx: Cx,
    pass: Pass,
    /// The one conversation asked for; all of the reader's without it.
    only: Option<ConversationId>,
    cursor: Cursor,
    wakes: Subscription,
    ticks: Interval,
    silent: u32,
    /// Whether to look before waiting.
    due: bool,
    /// What is sent first.
    greeting: Option<Bytes>,
}

/// What one look found.
struct Found {
    text: String,
    cursor: Cursor,
    /// Conversations with news whose opening has to be written down first.
    unopened: Vec<ConversationId>,
    /// There may be more than was read.
    more: bool,
}

/// The stream of live events.
///
/// # Errors
/// Not found; an id that is not one.
#[utoipa::path(get, path = "/api/v1/events", tag = "conversations",
    params(
        ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event seen: the stream goes on after it"),
        ("conversation" = Option<String>, Query, description = "Only this conversation"),
    ),
    responses((status = 200, description = "Server-sent events: `ready` with the place at which the stream begins, then `message`, each with a cursor as its id", content_type = "text/event-stream", body = EventOut)))]
pub async fn events_api(cx: Cx, headers: HeaderMap) -> Result<Response> {
    Ok(Reader::start(cx, &headers).await?.answer())
}

impl Reader {
    async fn start(cx: Cx, headers: &HeaderMap) -> Result<Self> {
        let only = match query(&cx.path, "conversation") {
            None => None,
            Some(text) => Some(text.parse().map_err(|_| Error::NOT_YOURS)?),
        };
        let pass = Pass::of(&cx, headers)?;
        // Joined before the first look, so that nothing falls between the two.
        let wakes = cx.app.bus.subscribe(&threads::topic(cx.member()?.id));
        let given = headers
            .get("last-event-id")
            .and_then(|value| value.to_str().ok())
            .and_then(Cursor::from_word);
        let held = look!(cx, |w| visible(w, only).await)?;
        if only.is_some() && held.is_empty() {
            return Err(Error::NotYours {
                act: Some(Act::ReadConversation),
                subject: None,
            });
        }
        let mut cursor = Cursor::default();
        for thread in &held {
            let given = given.as_ref().filter(|_| !crate::mutant("skip-gap"));
            let seen = given.map_or(thread.last_seq, |given| {
                given.seen(thread.id).min(thread.last_seq)
            });
            cursor.advance(thread.id, seen);
        }
        let mut ticks = interval(LOOK);
        ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
        ticks.reset();
        let greeting = format!(
            "retry: 2000\nevent: ready\nid: {}\ndata: {{}}\n\n",
            cursor.word()
        );
        Ok(Self {
            cx,
            pass,
            only,
            cursor,
            wakes,
            ticks,
            silent: 0,
            due: true,
            greeting: Some(greeting.into()),
        })
    }

    /// The stream as an answer that goes on until it is ended.
    fn answer(self) -> Response {
        let events = stream::unfold(self, |mut reader| async move {
            let chunk = reader.next().await?;
            Some((Ok::<Bytes, Infallible>(chunk), reader))
        });
        let kind = HeaderValue::from_static("text/event-stream; charset=utf-8");
        // Said to proxies that would otherwise keep events back until they have a bufferful.
        let name = HeaderName::from_static("x-accel-buffering");
        let at_once = (name, HeaderValue::from_static("no"));
        let head = [(header::CONTENT_TYPE, kind), at_once];
        (head, Body::from_stream(events)).into_response()
    }

    /// The next piece of the stream; `None` ends it.
    async fn next(&mut self) -> Option<Bytes> {
        if let Some(greeting) = self.greeting.take() {
            return Some(greeting);
        }
        loop {
            if std::mem::take(&mut self.due) {
                match self.look().await {
                    Ok(Some(text)) if text.is_empty() => {}
                    Ok(Some(text)) => {
                        self.silent = 0;
                        return Some(text.into());
                    }
                    Ok(None) => return None,
                    Err(error) if error.status().as_u16() == 503 => {} // the next look may find it well again
                    Err(error) => {
                        tracing::error!(route = self.cx.route, %error, "a live stream failed");
                        return None;
                    }
                }
            }
            if self.silent >= SILENT {
                self.silent = 0;
                return Some(Bytes::from_static(b":\n\n"));
            }
            self.wait().await?;
        }
    }

    /// Waits for a reason to look; `None` when the server is to stop.
    async fn wait(&mut self) -> Option<()> {
        let stop = self.cx.app.stop.clone();
        while !self.due {
            tokio::select! {
                () = stop.told() => return None,
                wake = self.wakes.next() => self.due = self.is_news(&wake),
                _ = self.ticks.tick() => {
                    self.silent += 1;
                    self.due = !crate::mutant("never-look");
                }
            }
        }
        Some(())
    }

    /// Whether a wake says something that this reader has not seen.
    fn is_news(&self, wake: &Wake) -> bool {
        let Wake::Notice(notice) = wake else {
            return !crate::mutant("never-look");
        };
        match messages::read_notice(notice) {
            Some((id, _)) if self.only.is_some_and(|only| only != id) => false,
            Some((id, seq)) => seq > self.cursor.seen(id),
            None => true,
        }
    }

    /// Asks the database what is new: the events as text, empty when there is nothing; `None` when
    /// the reader may no longer read.
    async fn look(&mut self) -> Result<Option<String>> {
        self.cx.now = self.cx.app.clock.now();
        let mut found = self.find().await?;
        if let Some(Found { unopened, .. }) = &found
            && !unopened.is_empty()
        {
            let unopened = unopened.clone();
            work!(self.cx, |w| {
                for id in unopened {
                    threads::reach(w, id, Act::ReadConversation).await?;
                }
                Ok(())
            })?;
            found = self.find().await?;
        }
        Ok(found.map(|found| {
            self.cursor = found.cursor;
            self.due = found.more;
            found.text
        }))
    }

    async fn find(&self) -> Result<Option<Found>> {
        let (pass, only, cursor) = (self.pass.clone(), self.only, self.cursor.clone());
        look!(self.cx, |w| {
            if !pass.holds(w).await? {
                return Ok(None);
            }
            let held = visible(w, only).await?;
            let ids: BTreeSet<ConversationId> = held.iter().map(|thread| thread.id).collect();
            if cursor.0.keys().any(|id| !ids.contains(id)) {
                return Ok(None);
            }
            news(w, &held, cursor).await.map(Some)
        })
    }
}

/// The conversations a stream shows.
async fn visible(w: &mut Work<'_>, only: Option<ConversationId>) -> Result<Vec<Thread>> {
    let mut held = threads::held(w).await?;
    if let Some(only) = only {
        held.retain(|thread| thread.id == only);
    }
    Ok(held)
}

/// What came after the reader's place, conversation by conversation, as far as one look goes.
async fn news(w: &mut Work<'_>, held: &[Thread], cursor: Cursor) -> Result<Found> {
    let mut found = Found {
        text: String::new(),
        cursor,
        unopened: Vec::new(),
        more: false,
    };
    let mut left = AT_ONCE;
    for thread in held {
        // A conversation that is new to the reader has its place from now on, even while it is empty.
        let seen = found.cursor.seen(thread.id).max(thread.from_seq);
        found.cursor.advance(thread.id, seen);
        if thread.last_seq <= seen {
            continue;
        }
        if !thread.is_open(w.now()) {
            found.unopened.push(thread.id);
            continue;
        }
        if left == 0 {
            found.more = true;
            break;
        }
        let new = messages::after(w, thread, seen, left).await?;
        left -= i64::try_from(new.len()).unwrap_or(left).min(left);
        for message in new {
            found.cursor.advance(thread.id, message.seq);
            event(&mut found, thread.id, message)?;
        }
        found.more |= found.cursor.seen(thread.id) < thread.last_seq;
    }
    Ok(found)
}

/// Writes one event.
fn event(found: &mut Found, id: ConversationId, message: Message) -> Result<()> {
    let data = serde_json::to_string(&EventOut::of(id, message))
        .map_err(|_| Error::Fault("an event could not be written"))?;
    let place = found.cursor.word();
    found
        .text
        .push_str(&format!("event: message\nid: {place}\ndata: {data}\n\n"));
    Ok(())
}
