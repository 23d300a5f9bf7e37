//! A change of worker: who stands by it, how long the two who part have to say goodbye, and what
//! the new worker may read of the conversation.

use serde::{Deserialize, Serialize};

use crate::access::words;
use crate::{DAY, Micros};

words! {
    /// Where a change of worker stands.
    ChangeState {
        /// Somebody new is looked for.
        Looking = "looking",
        /// Somebody new has said yes; the worker of before and the person say goodbye.
        Ending = "ending",
        /// The worker of before has left, and somebody new is there.
        Done = "done",
        /// Nobody wants it any more: all stays as it was.
        TakenBack = "taken-back",
    }
}

words! {
    /// Who asks for a change.
    Asker {
        /// The person who is supported.
        Participant = "participant",
        /// The worker.
        Worker = "worker",
        /// The programme.
        Coordinator = "coordinator",
    }
}

words! {
    /// What the new worker may read of what was written before they came.
    Reads {
        /// Nothing of it.
        Nothing = "nothing",
        /// All of it.
        Everything = "everything",
    }
}

impl Reads {
    /// The new worker sees the messages after this one.
    #[must_use]
    pub fn from_seq(self, when_they_came: i64) -> i64 {
        match self {
            Reads::Nothing => when_they_came,
            Reads::Everything => 0,
        }
    }
}

/// Who stands by a change. It goes on for as long as somebody does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StoodBy {
    /// The person who is supported.
    pub participant: bool,
    /// The worker.
    pub worker: bool,
    /// The programme.
    pub coordinator: bool,
}

impl StoodBy {
    /// With one more; two who ask at once ask for one change.
    #[must_use]
    pub fn and(mut self, who: Asker) -> Self {
        match who {
            Asker::Participant => self.participant = true,
            Asker::Worker => self.worker = true,
            Asker::Coordinator => self.coordinator = true,
        }
        self
    }

    /// After one takes it back. The person's word counts for the programme's too, and nobody's
    /// for the worker's: a worker who cannot go on is not made to.
    #[must_use]
    pub fn without(mut self, who: Asker) -> Self {
        match who {
            Asker::Participant => {
                self.participant = false;
                self.coordinator = false;
            }
            Asker::Worker => self.worker = false,
            Asker::Coordinator => self.coordinator = false,
        }
        self
    }

    /// Whether nobody stands by it any more.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// Whether one of them can take something back.
    #[must_use]
    pub fn can_take_back(self, who: Asker) -> bool {
        self.without(who) != self
    }

    /// Whether the worker is told before somebody new has said yes. While the person alone wishes
    /// for somebody else it stays between them and the programme: it can still be taken back, and
    /// then nobody need have known.
    #[must_use]
    pub fn worker_knows(self, state: ChangeState) -> bool {
        self.worker
            || self.coordinator
            || state == ChangeState::Ending
            || state == ChangeState::Done
    }
}

/// When the time for saying goodbye is over.
#[must_use]
pub fn ends_at(new_one_said_yes: Micros, days: u32) -> Micros {
    new_one_said_yes + i64::from(days) * DAY
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn asker() -> impl Strategy<Value = Asker> {
        proptest::sample::select(Asker::ALL)
    }

    #[test]
    fn a_worker_who_cannot_go_on_is_not_made_to() {
        let both = StoodBy::default()
            .and(Asker::Worker)
            .and(Asker::Participant);
        let left = both.without(Asker::Participant);
        assert!(!left.is_empty() && left.worker);
        assert!(!left.can_take_back(Asker::Participant));
        assert!(left.without(Asker::Worker).is_empty());
    }

    #[test]
    fn what_the_person_alone_wishes_stays_with_them_until_somebody_new_said_yes() {
        let alone = StoodBy::default().and(Asker::Participant);
        assert!(!alone.worker_knows(ChangeState::Looking));
        assert!(!alone.worker_knows(ChangeState::TakenBack));
        assert!(alone.worker_knows(ChangeState::Ending));
        assert!(
            alone
                .and(Asker::Coordinator)
                .worker_knows(ChangeState::Looking)
        );
    }

    #[test]
    fn nothing_of_before_is_read_unless_it_was_wanted() {
        assert_eq!(Reads::Nothing.from_seq(40), 40);
        assert_eq!(Reads::Everything.from_seq(40), 0);
    }

    proptest! {
        #[test]
        fn asking_twice_is_asking_once(asks in proptest::collection::vec(asker(), 0..6), who in asker()) {
            let before = asks.iter().fold(StoodBy::default(), |all, who| all.and(*who));
            prop_assert_eq!(before.and(who).and(who), before.and(who));
            prop_assert!(before.and(who).can_take_back(who));
            prop_assert!(!before.and(who).without(who).can_take_back(who));
        }
    }
}
