//! Safety.

pub mod store;

use crate::routes::Route;

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![]
}
