//! People: names and passphrases, sign-in attempts, what a person answers when asking for support.

pub mod about;
pub mod browser;
pub mod intake;
pub mod letters;
pub mod listening;
pub mod passphrase;
pub mod sign_in;
pub mod staff;

pub use about::CaringFor;
pub use intake::{Answers, Assumed, Experience, ForMatching, Kind, Mode, Wish};
pub use listening::{Heard, WhyNot};
