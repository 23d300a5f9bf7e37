//! Operations: the pages everybody starts from, who has seen whose record, imports, the
//! demonstration, and what keeps an installation healthy.

mod counts;
pub mod demo;
pub mod doctor;
mod home;
pub mod import;
mod me;
mod openapi;
pub mod sealed;
mod seen;
pub mod store;
pub mod trail;

pub use counts::{Counts, counts};
pub use openapi::document;

use cairn_domain::access::Act;

use crate::routes::{Route, Rule, get};

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        get("/home", Rule::SignedIn, home::home_page),
        get("/seen", Rule::Act(Act::ReadOwnTrail), seen::seen_page),
        get("/api/openapi.json", Rule::Public, openapi::openapi_api),
        get("/api/v1/me", Rule::SignedIn, me::me_api),
    ]
}
