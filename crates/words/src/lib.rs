#![doc = include_str!("../README.md")]

mod args;
mod compare;
mod dates;
mod language;
mod lists;
mod load;
mod negotiate;
mod numbers;
mod shape;
mod spans;
mod text;

pub use args::{Arg, Args, args};
pub use dates::{TimeZone, time_zone};
pub use language::Language;
pub use lists::language_codes;
pub use load::{Problem, WordsError};
pub use negotiate::negotiate;
pub use numbers::{decimal, number, percent};
pub use text::Words;

/// A moment: microseconds since the beginning of 1970, UTC.
pub type Micros = i64;
