//! Plans: goals in a participant's own words, broken into small steps. Theirs alone to change.

use serde::{Deserialize, Serialize};

use crate::access::words;
use crate::{Refusal, text};

/// Most steps of one goal; more would not be small any longer.
pub const MOST_STEPS: usize = 30;

words! {
    /// Where a goal stands. A goal let go is not a failure.
    GoalState {
        /// Being worked towards.
        Open = "open",
        /// Reached, as the participant sees it.
        Reached = "reached",
        /// Let go.
        LetGo = "let_go",
    }
}

/// A goal in the participant's words.
///
/// # Errors
/// `empty`, `too-long` or `control-characters`, on the field `title`.
pub fn title(raw: &str) -> Result<String, Refusal> {
    text::required_free("title", raw, 500)
}

/// A small step.
///
/// # Errors
/// `empty`, `too-long` or `control-characters`, on the field `step`.
pub fn step(raw: &str) -> Result<String, Refusal> {
    text::required_line("step", raw, 300)
}
