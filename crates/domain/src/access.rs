//! Who may do what to whom, as one table. What the table does not say is not allowed.
//!
//! A role alone opens very little: most acts reach only as far as a relationship does. The server
//! finds out how a person stands to a record ([`Stands`]) and asks [`allows`]; a "no" looks to the
//! asker as if the record did not exist.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $word)] $variant),+ }

        impl $name {
            /// All of them, in the order of the table.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word used in the database, the API and the audit trail.
            #[must_use]
            pub fn word(self) -> &'static str {
                match self { $($name::$variant => $word),+ }
            }

            /// Reads the word back.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What a person is in a programme; one person can be several things.
    Role {
        /// A person who is supported.
        Participant = "participant",
        /// Family or friend of a participant.
        Carer = "carer",
        /// A peer support worker, recovery coach or carer peer.
        Worker = "worker",
        /// Looks after workers.
        Supervisor = "supervisor",
        /// Runs the programme day to day.
        Coordinator = "coordinator",
        /// A clinician or service beside the programme.
        Partner = "partner",
        /// A funder or researcher: counts, no names.
        Evaluator = "evaluator",
        /// Set-up, accounts, back-ups, audit.
        Administrator = "administrator",
    }
}

words! {
    /// Something that can be done, as it is written in the audit trail.
    Act {
        /// Fill in and change one's own request for support.
        WriteIntake = "write-intake",
        /// Read what a person answered at intake.
        ReadIntake = "read-intake",
        /// Invite someone to join as staff.
        InviteStaff = "invite-staff",
        /// See who the staff are.
        ReadStaff = "read-staff",
        /// Write one's own worker profile, capacity and limits.
        WriteWorkerProfile = "write-worker-profile",
        /// See who waits, for how long and why.
        ReadWaitingList = "read-waiting-list",
        /// Say how pressing a request is, and what a supporter must be trained in.
        SetPriority = "set-priority",
        /// Compute which people and workers go together.
        RunMatching = "run-matching",
        /// Choose otherwise than the computation whom somebody is to be offered first.
        ChooseWorker = "choose-worker",
        /// Compute what would be if there were other workers, without keeping anything.
        AskWhatIf = "ask-what-if",
        /// See how many people each worker supports.
        ReadLoad = "read-load",
        /// See how long people wait and who has found somebody, by groups.
        ReadFairness = "read-fairness",
        /// Let proposed offers go out.
        ReleaseOffers = "release-offers",
        /// Read and answer the offers made to oneself.
        AnswerOffers = "answer-offers",
        /// Read a request addressed to oneself as a worker.
        ReadRequest = "read-request",
        /// Agree to a request or decline it.
        AnswerRequest = "answer-request",
        /// Say whom one would rather not be matched with. Leaves no line in the trail.
        WriteNever = "write-never",
        /// Say that one knows the other of a pair from elsewhere, and answer it.
        SayKnown = "say-known",
        /// Read what was said about knowing each other from elsewhere, as one of the two.
        ReadKnown = "read-known",
        /// Read that two know each other from elsewhere and go on, for supervision.
        ReadKnownNotes = "read-known-notes",
        /// Read the page about a first meeting, and say privately how it was.
        ReadMeeting = "read-meeting",
        /// See which pairs there are and how they stand.
        ReadPairs = "read-pairs",
        /// Ask for a change of worker, take it back, end it earlier.
        AskChange = "ask-change",
        /// Read how a change of worker stands.
        ReadChange = "read-change",
        /// Read what is handed over to the new worker.
        ReadHandOver = "read-hand-over",
        /// Write what is handed over to the new worker.
        WriteHandOver = "write-hand-over",
        /// Read a conversation.
        ReadConversation = "read-conversation",
        /// Write in a conversation.
        WriteMessage = "write-message",
        /// Read goals and steps.
        ReadGoals = "read-goals",
        /// Write goals and steps, tick and change them.
        WriteGoals = "write-goals",
        /// Read who has seen one's own record.
        ReadOwnTrail = "read-own-trail",
        /// See the programme's counts.
        ReadCounts = "read-counts",
        /// Change the programme's settings.
        ChangeSettings = "change-settings",
    }
}

/// How far a permission reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Records about oneself.
    Own,
    /// Records of the people one supports now.
    TheirPeople,
    /// The request of a person who picked this worker and waits for the answer.
    Asked,
    /// The whole programme.
    Programme,
}

/// How the asker stands to the record asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stands {
    /// The record is about the asker.
    pub own: bool,
    /// The asker supports the person it is about, now.
    pub supports: bool,
    /// The person it is about picked the asker and waits for the answer.
    pub asked: bool,
}

/// The table: how far `role` reaches with `act`, or `None` when not at all.
#[must_use]
pub fn reach(role: Role, act: Act) -> Option<Reach> {
    use Reach::{Asked, Own, Programme, TheirPeople};
    Some(match (role, act) {
        (Role::Participant, Act::WriteIntake | Act::ReadIntake | Act::AnswerOffers) => Own,
        (Role::Participant, Act::WriteNever | Act::SayKnown | Act::ReadKnown) => Own,
        (Role::Participant, Act::ReadConversation | Act::WriteMessage) => Own,
        (Role::Participant, Act::ReadGoals | Act::WriteGoals) => Own,
        (Role::Participant, Act::ReadMeeting | Act::AskChange | Act::ReadChange) => Own,
        (Role::Participant, Act::ReadHandOver | Act::WriteHandOver) => Own,

        (Role::Worker, Act::WriteWorkerProfile) => Own,
        (Role::Worker, Act::WriteNever) => Own,
        (Role::Worker, Act::ReadRequest | Act::AnswerRequest) => Asked,
        (Role::Worker, Act::SayKnown | Act::ReadKnown) => TheirPeople,
        (Role::Worker, Act::ReadConversation | Act::WriteMessage | Act::ReadGoals) => TheirPeople,
        (Role::Worker, Act::ReadMeeting | Act::AskChange | Act::ReadChange) => TheirPeople,
        (Role::Worker, Act::ReadHandOver | Act::WriteHandOver) => TheirPeople,

        (Role::Coordinator, Act::ReadWaitingList | Act::RunMatching | Act::ReleaseOffers) => {
            Programme
        }
        (Role::Coordinator, Act::ReadIntake | Act::SetPriority | Act::ReadCounts) => Programme,
        (Role::Coordinator | Role::Supervisor, Act::ReadKnownNotes) => Programme,
        (Role::Coordinator, Act::ChooseWorker | Act::AskWhatIf | Act::ReadLoad) => Programme,
        (Role::Coordinator | Role::Evaluator, Act::ReadFairness) => Programme,
        (Role::Coordinator, Act::InviteStaff | Act::ReadStaff) => Programme,
        (Role::Coordinator, Act::ReadPairs | Act::AskChange) => Programme,

        (Role::Evaluator, Act::ReadCounts) => Programme,
        (Role::Administrator, Act::InviteStaff | Act::ReadStaff | Act::ChangeSettings) => Programme,

        (_, Act::ReadOwnTrail) => Own,
        _ => return None,
    })
}

/// Whether somebody with these roles, who stands so to the record, may do this.
#[must_use]
pub fn allows(roles: &[Role], act: Act, stands: Stands) -> bool {
    roles.iter().any(|role| match reach(*role, act) {
        None => false,
        Some(Reach::Programme) => true,
        Some(Reach::Own) => stands.own,
        Some(Reach::TheirPeople) => stands.supports,
        Some(Reach::Asked) => stands.asked,
    })
}

/// Whether any of these roles could ever do this: decides if a page exists for somebody at all.
#[must_use]
pub fn could(roles: &[Role], act: Act) -> bool {
    roles.iter().any(|role| reach(*role, act).is_some())
}

/// The table in writing: one line an act, one column a role.
#[must_use]
pub fn table() -> String {
    let mut out = format!("{:<22}", "act");
    for role in Role::ALL {
        out.push_str(&format!("{:<15}", role.word()));
    }
    out = out.trim_end().to_owned() + "\n";
    for act in Act::ALL {
        let mut row = format!("{:<22}", act.word());
        for role in Role::ALL {
            let cell = match reach(*role, *act) {
                None => "-",
                Some(Reach::Own) => "own",
                Some(Reach::TheirPeople) => "their people",
                Some(Reach::Asked) => "asked",
                Some(Reach::Programme) => "programme",
            };
            row.push_str(&format!("{cell:<15}"));
        }
        out.push_str(row.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOLDEN: &str = include_str!("../tests/golden/access.txt");

    #[test]
    fn the_table_is_the_one_that_was_agreed() {
        assert_eq!(
            table(),
            GOLDEN,
            "the access table changed: read it through, then renew tests/golden/access.txt"
        );
    }

    #[test]
    fn without_a_relationship_nobody_reaches_a_persons_words() {
        for role in Role::ALL {
            for act in [
                Act::ReadConversation,
                Act::WriteMessage,
                Act::ReadGoals,
                Act::WriteGoals,
                Act::ReadMeeting,
                Act::ReadHandOver,
                Act::WriteHandOver,
            ] {
                assert!(
                    !allows(&[*role], act, Stands::default()),
                    "{role:?} {act:?}"
                );
            }
        }
    }

    #[test]
    fn nobody_without_a_role_may_do_anything() {
        let all = Stands {
            own: true,
            supports: true,
            asked: true,
        };
        assert!(Act::ALL.iter().all(|act| !allows(&[], *act, all)));
    }

    #[test]
    fn words_are_read_back() {
        assert!(
            Role::ALL
                .iter()
                .all(|role| Role::from_word(role.word()) == Some(*role))
        );
        assert!(
            Act::ALL
                .iter()
                .all(|act| Act::from_word(act.word()) == Some(*act))
        );
        assert_eq!(Role::from_word("owner"), None);
    }
}
