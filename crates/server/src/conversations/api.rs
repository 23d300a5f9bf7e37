//! The API of conversations: its names are fixed, other programs rely on them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use cairn_domain::Refusal;
use cairn_domain::access::Act;
use cairn_domain::conversations::API_PAGE;
use cairn_domain::id::ConversationId;
use serde::{Deserialize, Serialize};
use utoipa::{OpenApi, ToSchema};
use uuid::Uuid;

use crate::conversations::lists::{self, Summary};
use crate::conversations::messages::{self, Message, NewMessage, Sent};
use crate::conversations::threads;
use crate::cx::Cx;
use crate::error::Result;
use crate::site::page::{query, rfc3339};
use crate::site::{Id, Json, reply};
use crate::{look, work};

/// The room's part of the API's description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    #[derive(OpenApi)]
    #[openapi(paths(
        conversations_api,
        messages_api,
        write_api,
        read_api,
        crate::conversations::events::events_api
    ))]
    struct Room;
    Room::openapi()
}

/// A message to send.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageIn {
    /// The sender's own number for it: sending it again changes nothing.
    #[schema(value_type = String)]
    client_id: Uuid,
    /// The words, at most 8,000 characters.
    body: String,
}

/// What the sender of a message is told once it is on disk.
#[derive(Serialize, ToSchema)]
pub struct SentOut {
    /// The message's id.
    id: String,
    /// Its number in the conversation: 1, 2, 3 … without holes.
    seq: i64,
    /// When it was taken.
    sent_at: String,
}

/// A message.
#[derive(Serialize, ToSchema)]
pub struct MessageOut {
    /// Its id.
    id: String,
    /// Its number in the conversation.
    seq: i64,
    /// The sender's own number for it.
    client_id: String,
    /// Who wrote it.
    author: String,
    /// The words.
    body: String,
    /// When it was taken.
    sent_at: String,
}

/// Messages in order.
#[derive(Serialize, ToSchema)]
pub struct MessagesOut {
    /// The messages after the one asked for.
    messages: Vec<MessageOut>,
    /// The number of the conversation's last message.
    last_seq: i64,
}

/// A message as a live event.
#[derive(Serialize, ToSchema)]
pub struct EventOut {
    /// The conversation it is in.
    conversation_id: String,
    /// The message.
    #[serde(flatten)]
    message: MessageOut,
}

/// How far one has read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReadIn {
    /// The number of the last message read.
    seq: i64,
}

/// A conversation in the list.
#[derive(Serialize, ToSchema)]
pub struct ConversationOut {
    /// Its id.
    id: String,
    /// The names of the others in it.
    with: Vec<String>,
    /// The number of the last message; 0 while nobody has written.
    last_seq: i64,
    /// The number of the last message one was shown.
    read_seq: i64,
    /// How many messages of others one was not shown.
    unread: i64,
    /// When the last message was sent.
    last_at: Option<String>,
}

/// One's conversations.
#[derive(Serialize, ToSchema)]
pub struct ConversationsOut {
    /// The one with the newest message first.
    conversations: Vec<ConversationOut>,
}

impl From<Sent> for SentOut {
    fn from(sent: Sent) -> Self {
        Self {
            id: sent.id.to_string(),
            seq: sent.seq,
            sent_at: rfc3339(sent.sent_at),
        }
    }
}

impl From<Message> for MessageOut {
    fn from(message: Message) -> Self {
        Self {
            id: message.id.to_string(),
            seq: message.seq,
            client_id: message.client_id.to_string(),
            author: message.author.to_string(),
            body: message.body,
            sent_at: rfc3339(message.sent_at),
        }
    }
}

impl From<Summary> for ConversationOut {
    fn from(summary: Summary) -> Self {
        Self {
            id: summary.id.to_string(),
            with: summary.with,
            last_seq: summary.last_seq,
            read_seq: summary.read_seq,
            unread: summary.unread,
            last_at: summary.last_at.map(rfc3339),
        }
    }
}

impl EventOut {
    /// A message as a live event of its conversation.
    pub(super) fn of(id: ConversationId, message: Message) -> Self {
        Self {
            conversation_id: id.to_string(),
            message: message.into(),
        }
    }
}

/// A whole number in the query, within bounds.
fn number(cx: &Cx, name: &str, low: i64, usual: i64) -> Result<i64> {
    let Some(text) = query(&cx.path, name) else {
        return Ok(usual);
    };
    match text.trim().parse::<i64>() {
        Err(_) => Err(Refusal::of(name, "not-a-number").into()),
        Ok(number) if number < low => Err(Refusal::of(name, "out-of-range")
            .with("low", low)
            .with("high", i64::MAX)
            .into()),
        Ok(number) => Ok(number),
    }
}

/// One's conversations.
///
/// # Errors
/// The database's, or tampered.
#[utoipa::path(get, path = "/api/v1/conversations", tag = "conversations",
    responses((status = 200, description = "One's conversations", body = ConversationsOut)))]
pub async fn conversations_api(cx: Cx) -> Result<Response> {
    let list = look!(cx, |w| lists::mine(w).await)?;
    let conversations = list.into_iter().map(ConversationOut::from).collect();
    Ok(reply::json(
        StatusCode::OK,
        &ConversationsOut { conversations },
    ))
}

/// Messages of a conversation, in order.
///
/// # Errors
/// Not found, or tampered.
#[utoipa::path(get, path = "/api/v1/conversations/{id}/messages", tag = "conversations",
    params(
        ("id" = String, Path, description = "The conversation"),
        ("after" = Option<i64>, Query, description = "Only messages after this number"),
        ("limit" = Option<i64>, Query, description = "At most so many; 500 at most"),
    ),
    responses((status = 200, description = "The messages", body = MessagesOut)))]
pub async fn messages_api(cx: Cx, Id(id): Id<ConversationId>) -> Result<Response> {
    let after = number(&cx, "after", 0, 0)?;
    let limit = number(&cx, "limit", 1, API_PAGE)?.min(API_PAGE);
    let (found, last_seq) = work!(cx, |w| {
        let thread = threads::reach(w, id, Act::ReadConversation).await?;
        let found = messages::after(w, &thread, after, limit).await?;
        Ok((found, thread.last_seq))
    })?;
    let messages = found.into_iter().map(MessageOut::from).collect();
    Ok(reply::json(
        StatusCode::OK,
        &MessagesOut { messages, last_seq },
    ))
}

/// Sends a message: answered once it is on disk.
///
/// # Errors
/// Refused for its words or its number; not found.
#[utoipa::path(post, path = "/api/v1/conversations/{id}/messages", tag = "conversations",
    params(
        ("id" = String, Path, description = "The conversation"),
        ("with" = Option<String>, Query, description = "Only if those who take part are the same as when this mark was shown"),
    ),
    request_body = MessageIn,
    responses(
        (status = 201, description = "It is on disk", body = SentOut),
        (status = 200, description = "It was there already: the same answer", body = SentOut),
        (status = 409, description = "The client_id was used for another message"),
    ))]
pub async fn write_api(
    cx: Cx,
    Id(id): Id<ConversationId>,
    Json(new): Json<MessageIn>,
) -> Result<Response> {
    let MessageIn { client_id, body } = new;
    let with = query(&cx.path, "with");
    let sent = messages::send(&cx, id, NewMessage { client_id, body }, with).await?;
    let status = if sent.again {
        StatusCode::OK
    } else {
        StatusCode::CREATED
    };
    Ok(reply::json(status, &SentOut::from(sent)))
}

/// Notes how far one has read; it only ever moves forward.
///
/// # Errors
/// `seq-ahead`; not found.
#[utoipa::path(post, path = "/api/v1/conversations/{id}/read", tag = "conversations",
    params(("id" = String, Path, description = "The conversation")),
    request_body = ReadIn,
    responses((status = 204, description = "It is noted"), (status = 422, description = "There is no such message yet")))]
pub async fn read_api(
    cx: Cx,
    Id(id): Id<ConversationId>,
    Json(read): Json<ReadIn>,
) -> Result<Response> {
    work!(cx, |w| {
        let thread = threads::stand(w, id).await?;
        messages::mark_read(w, &thread, read.seq).await
    })?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
