//! Matching: the words of the form, the states of a request and its offers, the reasons in words.
//! The rule that scores pairs and the solver live in the leaf crate `cairn-matching`.

pub mod board;
pub mod changes;
pub mod choose;
pub mod exclusions;
pub mod fairness;
pub mod known;
pub mod meetings;
pub mod never;
pub mod profile;
pub mod reasons;
pub mod states;
pub mod terms;
pub mod what_if;

pub use changes::{Asker, ChangeState, Reads, StoodBy};
pub use choose::Fewer;
pub use known::KnownState;
pub use meetings::{Answer, Standing};
pub use never::Never;
pub use profile::{PublishedProfile, WorkerProfile};
pub use reasons::{Reason, both_free, reasons};
pub use states::{OfferState, RequestState, Step};
