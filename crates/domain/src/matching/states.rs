//! How a request for support moves from the first answer to the agreed match, and what may happen
//! to an offer. Every state but the last ones has somebody whose turn it is.

use serde::{Deserialize, Serialize};

use crate::Refusal;
use crate::access::words;

words! {
    /// Where a request for support stands.
    RequestState {
        /// The person is still answering. Their turn.
        Draft = "draft",
        /// Sent; the coordinator's turn.
        Waiting = "waiting",
        /// Offers are out; the person's turn.
        Offered = "offered",
        /// The person picked somebody; that worker's turn.
        Picked = "picked",
        /// Both agreed. If their first meeting shows that it is not the right fit, somebody else is
        /// looked for again.
        Matched = "matched",
        /// The person asked for time, or all their offers ran out; theirs again when they wish.
        Resting = "resting",
        /// Taken back by the person.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// Where one offer stands.
    OfferState {
        /// Worked out, not yet released by the coordinator.
        Proposed = "proposed",
        /// The person can read it.
        Released = "released",
        /// The person picked it; the worker is asked.
        Picked = "picked",
        /// The worker agreed.
        Agreed = "agreed",
        /// The worker agreed and the two met; it was not the right fit, and nobody's fault.
        Met = "met",
        /// The worker could not.
        Declined = "declined",
        /// The person chose otherwise, or asked for others.
        Passed = "passed",
        /// Taken back before anybody answered: the worker has no room left, or a new computation replaced it.
        Lapsed = "lapsed",
        /// Its time ran out, and the place was let go. Nothing is held against anybody.
        Expired = "expired",
    }
}

/// What can happen to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The person sends their answers.
    Send,
    /// The coordinator (or the programme's rule) lets offers out.
    Release,
    /// The person picks one of the offers.
    Pick,
    /// The person wants to see others.
    AskOthers,
    /// The person wants time.
    AskTime,
    /// The person is ready again.
    Return,
    /// The worker agrees.
    Agree,
    /// The worker cannot.
    Decline,
    /// The person takes the request back.
    Withdraw,
    /// The time of the last offer that was out has run.
    RunOut,
    /// The two have met, and it was not the right fit: somebody else is looked for.
    LookAgain,
}

impl RequestState {
    /// The state after a step.
    ///
    /// # Errors
    /// `already-answered` when the request has moved on in the meantime, `not-in-order` when it
    /// has not come that far.
    pub fn after(self, step: Step) -> Result<RequestState, Refusal> {
        use RequestState::{Draft, Matched, Offered, Picked, Resting, Waiting, Withdrawn};
        match (self, step) {
            (Draft, Step::Send) | (Resting, Step::Return) => Ok(Waiting),
            (Waiting, Step::Release) => Ok(Offered),
            // Also late: an offer that ran out can be picked as long as there is a place.
            (Waiting | Offered | Resting, Step::Pick) => Ok(Picked),
            (Offered | Resting, Step::AskOthers) | (Picked, Step::Decline) => Ok(Waiting),
            (Waiting | Offered, Step::AskTime) | (Offered, Step::RunOut) => Ok(Resting),
            (Picked, Step::Agree) => Ok(Matched),
            (Matched, Step::LookAgain) => Ok(Waiting),
            (Draft | Waiting | Offered | Picked | Resting, Step::Withdraw) => Ok(Withdrawn),
            (Draft, _) | (Waiting, Step::Agree | Step::Decline) => {
                Err(Refusal::new("not-in-order"))
            }
            _ => Err(Refusal::new("already-answered")),
        }
    }

    /// Whether the person counts as waiting for somebody: sent, and nobody agreed yet.
    #[must_use]
    pub fn waits(self) -> bool {
        matches!(
            self,
            RequestState::Waiting | RequestState::Offered | RequestState::Picked
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const STEPS: [Step; 11] = [
        Step::Send,
        Step::Release,
        Step::Pick,
        Step::AskOthers,
        Step::AskTime,
        Step::Return,
        Step::Agree,
        Step::Decline,
        Step::Withdraw,
        Step::RunOut,
        Step::LookAgain,
    ];

    #[test]
    fn the_way_through() {
        let mut state = RequestState::Draft;
        for step in [
            Step::Send,
            Step::Release,
            Step::AskOthers,
            Step::Release,
            Step::Pick,
            Step::Decline,
            Step::Release,
            Step::Pick,
            Step::Agree,
            Step::LookAgain,
            Step::Release,
            Step::Pick,
            Step::Agree,
        ] {
            state = state.after(step).expect("in order");
        }
        assert_eq!(state, RequestState::Matched);
    }

    #[test]
    fn nothing_starts_that_cannot_finish() {
        for state in RequestState::ALL {
            let ended = matches!(state, RequestState::Withdrawn);
            let moves = STEPS
                .iter()
                .filter(|step| state.after(**step).is_ok())
                .count();
            assert_eq!(moves == 0, ended, "{state:?}");
        }
    }

    #[test]
    fn offers_that_ran_out_leave_every_way_open() {
        let rested = RequestState::Offered.after(Step::RunOut).expect("in order");
        assert_eq!(rested, RequestState::Resting);
        for (step, next) in [
            (Step::Pick, RequestState::Picked),
            (Step::Return, RequestState::Waiting),
            (Step::AskOthers, RequestState::Waiting),
            (Step::Withdraw, RequestState::Withdrawn),
        ] {
            assert_eq!(rested.after(step), Ok(next));
        }
        for state in RequestState::ALL {
            let runs = state.after(Step::RunOut).is_ok();
            assert_eq!(runs, *state == RequestState::Offered, "{state:?}");
        }
    }

    #[test]
    fn two_answers_to_one_question_are_one_answer() {
        assert_eq!(
            RequestState::Matched.after(Step::Agree).unwrap_err().code,
            "already-answered"
        );
        assert_eq!(
            RequestState::Picked.after(Step::Pick).unwrap_err().code,
            "already-answered"
        );
        assert_eq!(
            RequestState::Draft.after(Step::Pick).unwrap_err().code,
            "not-in-order"
        );
    }
}
