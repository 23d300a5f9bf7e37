//! The rules of a peer support programme, as pure functions and types.
//!
//! Nothing here reads a clock, draws a random number, waits, talks to a database or knows of a
//! web page: time and chance come in as parameters, refusals go out as keys that the edge
//! translates. Each folder is a room of the product and has the room's name.

pub mod access;
pub mod conversations;
pub mod id;
pub mod matching;
pub mod operations;
pub mod people;
pub mod plans;
pub mod refusal;
pub mod safety;
pub mod text;

pub use refusal::{Refusal, Refusals};

/// A moment, in microseconds since 1970-01-01 00:00 UTC.
pub type Micros = i64;

/// Microseconds in one second.
pub const SECOND: Micros = 1_000_000;
/// Microseconds in one minute.
pub const MINUTE: Micros = 60 * SECOND;
/// Microseconds in one hour.
pub const HOUR: Micros = 60 * MINUTE;
/// Microseconds in one day of 24 hours.
pub const DAY: Micros = 24 * HOUR;
