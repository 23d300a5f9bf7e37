//! Conversations: what a participant and a worker write to each other. The database is the truth:
//! a message is acknowledged when it is on disk, and `seq` counts 1, 2, 3 … in each conversation.
//! Live readers are woken by notices, look by themselves every few seconds as well, and go on
//! after a break from where their last event left them.

mod api;
mod beside;
mod events;
mod lists;
mod messages;
pub mod store;
mod talk;
mod threads;

pub use api::openapi;
pub use lists::{Summary, mine};
pub use messages::{Message, NewMessage, Sent, after, mark_read, send, write};
pub use threads::{Thread, join_thread, leave_thread, open_thread, reach, show_from, thread_with};

use cairn_domain::access::Act;

use crate::routes::{Route, Rule, get, post};

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    let read = Rule::Act(Act::ReadConversation);
    let write = Rule::Act(Act::WriteMessage);
    vec![
        get("/messages", read, lists::conversations_page),
        get("/messages/{id}", read, talk::talk_page),
        post("/messages/{id}", write, talk::write_page),
        get("/messages/{id}/since", read, talk::since_page),
        get("/api/v1/conversations", read, api::conversations_api),
        get(
            "/api/v1/conversations/{id}/messages",
            read,
            api::messages_api,
        ),
        post("/api/v1/conversations/{id}/messages", write, api::write_api),
        post("/api/v1/conversations/{id}/read", read, api::read_api),
        get("/api/v1/events", read, events::events_api),
    ]
}
