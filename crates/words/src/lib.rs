#![doc = include_str!("../README.md")]

mod language;

pub use jiff::tz::TimeZone;
pub use language::Language;
use std::collections::BTreeSet;

/// Microseconds since 1970 UTC.
pub type Micros = i64;

/// What fills the gaps in a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Args;
/// A value for a gap.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words.
    Text(String),
    /// A whole number.
    Int(i64),
    /// A number with a fraction.
    Real(f64),
}
impl From<&str> for Arg {
    fn from(v: &str) -> Arg {
        Arg::Text(v.into())
    }
}
impl From<String> for Arg {
    fn from(v: String) -> Arg {
        Arg::Text(v)
    }
}
impl From<&String> for Arg {
    fn from(v: &String) -> Arg {
        Arg::Text(v.clone())
    }
}
impl From<i64> for Arg {
    fn from(v: i64) -> Arg {
        Arg::Int(v)
    }
}
impl From<i32> for Arg {
    fn from(v: i32) -> Arg {
        Arg::Int(v.into())
    }
}
impl From<u32> for Arg {
    fn from(v: u32) -> Arg {
        Arg::Int(v.into())
    }
}
impl From<u64> for Arg {
    fn from(v: u64) -> Arg {
        Arg::Int(v as i64)
    }
}
impl From<usize> for Arg {
    fn from(v: usize) -> Arg {
        Arg::Int(v as i64)
    }
}
impl From<f64> for Arg {
    fn from(v: f64) -> Arg {
        Arg::Real(v)
    }
}
/// No arguments yet.
pub fn args() -> Args {
    Args
}
#[allow(missing_docs, unused_variables)]
impl Args {
    pub fn set(self, name: &str, value: impl Into<Arg>) -> Args {
        self
    }
}

/// What is wrong with the texts.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WordsError(String);

/// All texts.
pub struct Words;

#[allow(missing_docs, unused_variables, clippy::unimplemented)]
impl Words {
    pub fn load(resources: &[(Language, &str, &str)]) -> Result<Words, WordsError> {
        unimplemented!()
    }
    pub fn text(&self, language: Language, key: &str, args: &Args) -> String {
        unimplemented!()
    }
    pub fn missing(&self) -> Vec<String> {
        unimplemented!()
    }
    pub fn fallbacks(&self) -> Vec<(Language, String)> {
        unimplemented!()
    }
    pub fn has(&self, language: Language, key: &str) -> bool {
        unimplemented!()
    }
    pub fn keys(&self, language: Language) -> BTreeSet<String> {
        unimplemented!()
    }
    pub fn variables(&self, language: Language, key: &str) -> BTreeSet<String> {
        unimplemented!()
    }
    pub fn compare(&self, base: Language, other: Language) -> Vec<String> {
        unimplemented!()
    }
    pub fn date(&self, language: Language, at: Micros, zone: &TimeZone) -> String {
        unimplemented!()
    }
    pub fn date_short(&self, language: Language, at: Micros, zone: &TimeZone) -> String {
        unimplemented!()
    }
    pub fn time(&self, language: Language, at: Micros, zone: &TimeZone) -> String {
        unimplemented!()
    }
    pub fn date_time(&self, language: Language, at: Micros, zone: &TimeZone) -> String {
        unimplemented!()
    }
    pub fn weekday(&self, language: Language, day: u8) -> String {
        unimplemented!()
    }
    pub fn day_heading(
        &self,
        language: Language,
        at: Micros,
        now: Micros,
        zone: &TimeZone,
    ) -> String {
        unimplemented!()
    }
    pub fn ago(&self, language: Language, at: Micros, now: Micros) -> String {
        unimplemented!()
    }
    pub fn relative(&self, language: Language, at: Micros, now: Micros) -> String {
        unimplemented!()
    }
    pub fn minutes_of_week(
        &self,
        language: Language,
        start: u32,
        end: u32,
        zone: Option<(&TimeZone, Micros)>,
    ) -> String {
        unimplemented!()
    }
    pub fn list(&self, language: Language, items: &[&str]) -> String {
        unimplemented!()
    }
    pub fn list_or(&self, language: Language, items: &[&str]) -> String {
        unimplemented!()
    }
    pub fn language_name(&self, language: Language, code: &str) -> String {
        unimplemented!()
    }
}
/// A number in the reader's form.
#[allow(unused_variables, clippy::unimplemented)]
pub fn number(language: Language, value: impl Into<Arg>) -> String {
    unimplemented!()
}
/// A share (0.0 to 1.0) as per cent.
#[allow(unused_variables, clippy::unimplemented)]
pub fn percent(language: Language, share: f64) -> String {
    unimplemented!()
}
/// Chooses a language for a reader.
#[allow(unused_variables, clippy::unimplemented)]
pub fn negotiate(accept_language: &str, available: &[Language]) -> Language {
    unimplemented!()
}
