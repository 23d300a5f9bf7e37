//! The first meeting without commitment: what each may say afterwards, and what follows from it.
//! What one has said is never told to the other; only what follows is.

use serde::{Deserialize, Serialize};

use crate::access::words;
use crate::{DAY, Micros};

words! {
    /// What one of the two says after having met. No reason belongs to it.
    Answer {
        /// I would like to go on.
        Yes = "yes",
        /// Not sure yet: they may meet again.
        Unsure = "unsure",
        /// Not the right fit.
        No = "no",
    }
}

words! {
    /// How a participant and a worker stand who have agreed to meet.
    Standing {
        /// They are getting to know each other.
        Meeting = "meeting",
        /// They go on together.
        GoingOn = "going-on",
        /// They do not: somebody else is looked for again.
        Apart = "apart",
    }
}

/// What follows from what the two have said so far; `None` stands for somebody who has not answered.
#[must_use]
pub fn outcome(one: Option<Answer>, other: Option<Answer>) -> Standing {
    match (one, other) {
        (Some(Answer::No), _) | (_, Some(Answer::No)) => Standing::Apart,
        (Some(Answer::Yes), Some(Answer::Yes)) => Standing::GoingOn,
        _ => Standing::Meeting,
    }
}

/// When it is asked again, softly.
#[must_use]
pub fn asks_again_at(began: Micros, days: u32) -> Micros {
    began + i64::from(days) * DAY
}

/// When it counts as going on, if neither has said no by then. It is so whatever else was said or
/// left unsaid: if it depended on that, the end of the time would tell one what the other answered.
#[must_use]
pub fn goes_on_at(began: Micros, days: u32) -> Micros {
    began + 2 * i64::from(days) * DAY
}

/// What follows once the time is over.
#[must_use]
pub fn outcome_at(
    one: Option<Answer>,
    other: Option<Answer>,
    goes_on_at: Micros,
    now: Micros,
) -> Standing {
    match outcome(one, other) {
        Standing::Meeting if now >= goes_on_at => Standing::GoingOn,
        standing => standing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answer() -> impl Strategy<Value = Option<Answer>> {
        prop_oneof![
            Just(None),
            Just(Some(Answer::Yes)),
            Just(Some(Answer::Unsure)),
            Just(Some(Answer::No)),
        ]
    }

    #[test]
    fn both_yes_goes_on_and_one_no_is_enough() {
        use Answer::{No, Unsure, Yes};
        assert_eq!(outcome(Some(Yes), Some(Yes)), Standing::GoingOn);
        assert_eq!(outcome(Some(Yes), Some(No)), Standing::Apart);
        assert_eq!(outcome(None, Some(No)), Standing::Apart);
        assert_eq!(outcome(Some(Yes), Some(Unsure)), Standing::Meeting);
        assert_eq!(outcome(None, None), Standing::Meeting);
    }

    proptest! {
        #[test]
        fn it_does_not_matter_who_of_the_two_said_what(one in answer(), other in answer()) {
            prop_assert_eq!(outcome(one, other), outcome(other, one));
        }

        #[test]
        fn nothing_hangs(one in answer(), other in answer(), began in 0i64..1 << 50, days in 1u32..400) {
            let end = goes_on_at(began, days);
            prop_assert!(asks_again_at(began, days) < end);
            prop_assert_ne!(outcome_at(one, other, end, end), Standing::Meeting);
            prop_assert_eq!(outcome_at(one, other, end, end - 1), outcome(one, other));
        }

        /// Somebody who has not said no learns from the end of the time only that the other has not either.
        #[test]
        fn the_end_of_the_time_tells_nothing(mine in answer(), theirs in answer(), end in 1i64..1 << 50) {
            let no = Some(Answer::No);
            if mine != no && theirs != no {
                prop_assert_eq!(outcome_at(mine, theirs, end, end), outcome_at(mine, None, end, end));
            }
        }
    }
}
