//! Matching: people who ask for support and workers who can take somebody on find each other. The
//! participant leads: they are offered up to three workers, they choose, and the worker agrees too.

pub mod store;
mod workers;

pub use workers::{Worker, profile_place, published_workers, save_worker, worker};

use crate::routes::Route;

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![]
}
