//! Safety: "I need help now". Where to turn in this place, for everybody, signed in or not, and
//! honest words about who of the programme can be reached.

mod kept;
mod lines;
pub mod store;

pub use kept::{Lines, keep_lines};

use crate::routes::{Route, Rule, get};

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![get("/help", Rule::Always, lines::help_page)]
}
