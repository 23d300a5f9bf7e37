//! The frame of the pages: layout, forms, cookies, assets, answers, the quick exit, the choice of
//! language, and the headers that every answer carries.

pub mod assets;
pub mod cookie;
pub mod form;
pub mod headers;
pub mod leave;
pub mod page;
pub mod reply;

pub use form::{Form, Id, Json};
pub use page::Page;

use crate::routes::{Route, Rule, get, post};

/// Every route of the frame.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        get("/assets/{name}", Rule::Unasked, assets::asset_page),
        get("/leave", Rule::Unasked, leave::leave_page),
        post("/language", Rule::Public, leave::language_page),
        get("/privacy", Rule::Public, leave::privacy_page),
        get("/healthz", Rule::Unasked, headers::healthz),
        get("/readyz", Rule::Unasked, headers::readyz),
    ]
}
