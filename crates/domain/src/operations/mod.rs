//! Operations: a programme's settings, and counts that name nobody.

use serde::{Deserialize, Serialize};

use crate::access::words;
use crate::people::intake::Place;
use crate::safety::CrisisLine;
use crate::{DAY, Micros};

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
    /// For how many days an offer that is out holds the worker's place, 1 to 30.
    pub offer_days: u32,
    /// After how many days it is asked again how a first meeting was; after twice as many, with
    /// nobody having said no, the two count as going on.
    pub first_meeting_days: u32,
    /// How many days a person and a worker have to say goodbye once somebody new has said yes.
    pub ending_days: u32,
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
            offer_days: 5,
            first_meeting_days: 21,
            ending_days: 14,
            invented: false,
        }
    }
}

impl Settings {
    /// How long an offer that is out holds the worker's place: whole days, at least one and at
    /// most thirty, whatever was written down.
    #[must_use]
    pub fn offer_holds(&self) -> Micros {
        Micros::from(self.offer_days.clamp(1, 30)) * DAY
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
    fn an_offer_holds_its_place_for_some_days_and_never_for_ever() {
        let days = |offer_days| {
            let settings = Settings {
                offer_days,
                ..Settings::default()
            };
            settings.offer_holds() / DAY
        };
        assert_eq!([0, 1, 5, 30, 9_999].map(days), [1, 1, 5, 30, 30]);
        // Programmes made before keep working.
        let before: Settings = serde_json::from_str(r#"{"home_language":"mi"}"#).expect("reads");
        assert_eq!(before.offer_days, 5);
    }

    #[test]
    fn small_numbers_are_not_told() {
        assert_eq!([0, 4, 5, 900].map(told), [None, None, Some(5), Some(900)]);
    }
}
