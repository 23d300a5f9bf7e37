//! A type of its own for every kind of id, so that a conversation cannot be asked for by the id
//! of a goal. All of them are UUIDs (version 7 where the product makes them).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The text given was not the id of anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The sixteen bytes, for binding a sealed text to its row.
            #[must_use]
            pub fn bytes(self) -> [u8; 16] {
                *self.0.as_bytes()
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }
        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::try_parse(text).map(Self).map_err(|_| NotAnId)
            }
        }
        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }
    )+};
}

ids! {
    /// A way to sign in; one person, perhaps in several programmes.
    AccountId,
    /// A person in one programme, whatever their roles there.
    MemberId,
    /// A programme: a tenant of the installation.
    ProgrammeId,
    /// A session of a signed-in browser.
    SessionId,
    /// A person's request for support, from the first answer to the agreed match.
    RequestId,
    /// One worker offered to one person.
    OfferId,
    /// A participant and a worker who support and are supported.
    RelationshipId,
    /// That a participant and a worker know each other from elsewhere.
    KnownId,
    /// A change of worker.
    ChangeId,
    /// A thread of messages.
    ConversationId,
    /// One message.
    MessageId,
    /// A goal in a participant's plan.
    GoalId,
    /// A small step towards a goal.
    StepId,
    /// A line of the audit trail.
    AuditId,
    /// An invitation to join a programme as staff.
    InvitationId,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_being_written_and_read() {
        let id = GoalId(Uuid::from_u128(42));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!("goal".parse::<GoalId>(), Err(NotAnId));
    }
}
