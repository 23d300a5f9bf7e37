//! Conversations.

pub mod store;
mod threads;

pub use threads::open_thread;

use crate::routes::Route;

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![]
}
