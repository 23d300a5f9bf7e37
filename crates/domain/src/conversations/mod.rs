//! Conversations: what a message may be, and where a reader of live events stands.

pub mod cursor;

pub use cursor::Cursor;

use crate::{Refusal, text};

/// Most messages one page of the API or of the screen holds.
pub const PAGE: i64 = 100;

/// The body of a message as it is kept.
///
/// # Errors
/// `empty`, `too-long` or `control-characters`, on the field `body`.
pub fn body(raw: &str) -> Result<String, Refusal> {
    text::required_free("body", raw, text::MESSAGE_LIMIT)
}
