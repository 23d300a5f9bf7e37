//! What fills the gaps in a text.

use crate::{Language, numbers};
use fluent_bundle::{FluentArgs, FluentValue};

/// A value for a gap in a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words, shown as they are.
    Text(String),
    /// A whole number: chooses the plural form, and is shown in the reader's digits.
    Int(i64),
    /// A number with a fraction. Shown with at most three decimals.
    Real(f64),
}

impl Arg {
    /// The value as Fluent takes it.
    ///
    /// Fluent's plural rules panic on numbers whose decimal form is very long, and know nothing of "not a number";
    /// such values go in as words.
    fn to_fluent(&self, language: Language) -> FluentValue<'static> {
        const LARGEST: f64 = 1e15;
        let counted = |value| FluentValue::from(numbers::counted(language, value));
        match self {
            Arg::Text(text) => FluentValue::from(text.clone()),
            Arg::Int(value) if value.unsigned_abs() < LARGEST as u64 => counted(*value as f64),
            Arg::Int(value) => FluentValue::from(value.to_string()),
            Arg::Real(value) if !value.is_finite() => FluentValue::from(numbers::NOT_A_NUMBER),
            Arg::Real(value) if value.abs() < 1e9 => counted((value * 1e6).round() / 1e6),
            Arg::Real(value) if value.abs() < LARGEST => counted(value.round()),
            Arg::Real(value) => FluentValue::from(format!("{value:.0}")),
        }
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Arg {
        Arg::Text(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Arg {
        Arg::Text(value)
    }
}

impl From<&String> for Arg {
    fn from(value: &String) -> Arg {
        Arg::Text(value.clone())
    }
}

impl From<f64> for Arg {
    fn from(value: f64) -> Arg {
        Arg::Real(value)
    }
}

macro_rules! whole_numbers {
    ($($kind:ty)+) => {$(
        impl From<$kind> for Arg {
            fn from(value: $kind) -> Arg {
                // Beyond i64 nothing is counted here; the largest number is nearer the truth than a wrapped one.
                Arg::Int(i64::try_from(value).unwrap_or(i64::MAX))
            }
        }
    )+};
}
whole_numbers!(u8 i8 u16 i16 u32 i32 u64 i64 usize isize);

/// Named values for the gaps in a text. Made by [`args`], filled by [`Args::set`].
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Args(Vec<(String, Arg)>);

/// No values yet: `args().set("name", "Ana").set("count", 3)`.
pub fn args() -> Args {
    Args::default()
}

impl Args {
    /// Adds a value. A name set twice keeps the later value.
    #[must_use]
    pub fn set(mut self, name: &str, value: impl Into<Arg>) -> Args {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// All values as Fluent takes them for a text of this language.
    pub(crate) fn to_fluent(&self, language: Language) -> FluentArgs<'static> {
        let mut all = FluentArgs::with_capacity(self.0.len());
        for (name, value) in &self.0 {
            all.set(name.clone(), value.to_fluent(language));
        }
        all
    }
}
