//! Operations: a programme's settings, and counts that name nobody.

use serde::{Deserialize, Serialize};

use crate::access::words;
use crate::people::intake::Place;
use crate::safety::CrisisLine;

words! {
    /// What kind of programme it is: which questions the form asks first, and which not at all.
    ProgrammeKind {
        /// For anybody.
        General = "general",
        /// For people at work: their line of work and their employer come first.
        Workplace = "workplace",
        /// For family and friends: whom they care for comes first.
        Carers = "carers",
    }
}

/// What a programme decides for itself. Kept as JSON with the programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// What kind of programme it is.
    pub kind: ProgrammeKind,
    /// What the programme says about itself on its front page; empty for the product's own words.
    pub about: String,
    /// Where to turn in a crisis, for the place.
    pub crisis_lines: Vec<CrisisLine>,
    /// Places where people can meet.
    pub places: Vec<Place>,
    /// BCP 47 tag of the language everybody in the programme is expected to speak.
    pub home_language: String,
    /// Whether offers go out by themselves, without a coordinator's release.
    pub offers_go_out: bool,
    /// Fewest minutes of the week a pair must be free together.
    pub min_overlap_minutes: u32,
    /// Says that all people are invented.
    pub invented: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            kind: ProgrammeKind::General,
            about: String::new(),
            crisis_lines: Vec::new(),
            places: Vec::new(),
            home_language: "en".into(),
            offers_go_out: false,
            min_overlap_minutes: 60,
            invented: false,
        }
    }
}

/// The smallest number that is told to somebody who may know counts and nobody's name. Fewer could
/// be recognised.
pub const SMALLEST_TOLD: i64 = 5;

/// A count as it may be told without saying who: `None` when it is too small, none at all included.
#[must_use]
pub fn told(count: i64) -> Option<i64> {
    (count >= SMALLEST_TOLD).then_some(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_numbers_are_not_told() {
        assert_eq!([0, 4, 5, 900].map(told), [None, None, Some(5), Some(900)]);
    }
}
