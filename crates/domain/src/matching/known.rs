//! Two people who know each other from elsewhere and are matched all the same. One says so, the
//! other is asked; it is kept only when both are fine with going on.

use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::access::words;

words! {
    /// Where it stands.
    KnownState {
        /// One has said it, the other is asked.
        Asked = "asked",
        /// Both know of it and go on.
        Kept = "kept",
        /// The other would rather not go on like this.
        Apart = "apart",
    }
}

impl KnownState {
    /// Where it stands once somebody has answered. The same answer again changes nothing.
    ///
    /// # Errors
    /// `not-in-order` for who said it themselves, `already-answered` when it was answered otherwise.
    pub fn answered(self, by_who_said_it: bool, go_on: bool) -> Result<Self, Refusal> {
        let next = if go_on { Self::Kept } else { Self::Apart };
        match self {
            _ if by_who_said_it => Err(Refusal::new("not-in-order")),
            Self::Asked => Ok(next),
            same if same == next => Ok(same),
            _ => Err(Refusal::new("already-answered")),
        }
    }

    /// Whether one of the two can say it anew: what both have agreed on stands, and while the other
    /// is asked there is nothing to add.
    #[must_use]
    pub fn can_be_said_anew(self) -> bool {
        self == Self::Apart
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_other_answers_and_only_once() {
        use KnownState::{Apart, Asked, Kept};
        assert_eq!(Asked.answered(false, true), Ok(Kept));
        assert_eq!(Asked.answered(false, false), Ok(Apart));
        for state in KnownState::ALL {
            for go_on in [true, false] {
                assert!(state.answered(true, go_on).is_err());
            }
        }
        assert_eq!(Kept.answered(false, true), Ok(Kept));
        assert_eq!(
            Kept.answered(false, false).expect_err("kept").code,
            "already-answered"
        );
        assert_eq!(Apart.answered(false, false), Ok(Apart));
        assert!(Apart.answered(false, true).is_err());
        assert!(Apart.can_be_said_anew() && !Kept.can_be_said_anew() && !Asked.can_be_said_anew());
    }
}
