//! Conversations: what a message may be, and where a reader of live events stands.

pub mod cursor;

pub use cursor::Cursor;

use crate::{HOUR, Micros, Refusal, text};

/// How many messages a page on the screen shows.
pub const PAGE: i64 = 50;
/// Most messages one answer of the API holds.
pub const API_PAGE: i64 = 500;
/// For how long an opened conversation is read on before the trail gets another line, in
/// microseconds: live words of one sitting are one reading, not a hundred.
pub const SITTING: Micros = HOUR;

/// The body of a message as it is kept.
///
/// # Errors
/// `empty`, `too-long` or `control-characters`, on the field `body`.
pub fn body(raw: &str) -> Result<String, Refusal> {
    text::required_free("body", raw, text::MESSAGE_LIMIT)
}
