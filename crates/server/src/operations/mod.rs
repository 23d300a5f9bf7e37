//! Operations: the pages everybody starts from, who has seen whose record, imports, the
//! demonstration, and what keeps an installation healthy.

pub mod store;
pub mod trail;

use crate::routes::Route;

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![]
}
