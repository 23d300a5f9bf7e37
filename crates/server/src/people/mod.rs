//! People: accounts and sign-in, sessions, roles, invitations, and the request for support that a
//! person fills in alone, at their own pace.

pub mod accounts;
mod ask;
mod begin;
mod drafts;
mod front;
mod keys;
mod parked;
mod passphrases;
pub mod programmes;
mod relationships;
mod requests;
mod sessions;
mod start;
pub mod store;

pub use ask::{never_names, send};
pub use begin::join;
pub use drafts::{draft, drop_draft, keep_draft};
pub use keys::{member_in, member_key, member_name, name_place, same_programme, stands};
pub use parked::to_sign_in;
pub use passphrases::{Passphrases, hash_now};
pub use programmes::Programme;
pub use relationships::begin_relationship;
pub use requests::{
    Request, answers_place, begin_request, move_request, open_request, request, request_counts,
    requests_in, save_answers, set_priority,
};
pub use sessions::{
    begin_session, end_session, forget_cookies, give_token, keep_language, recognise, token_hash,
};

pub use keys::roles;
pub use start::start_session;

use cairn_domain::access::Act;

use crate::routes::{Route, Rule, get, post};

/// Every route of the room.
#[must_use]
pub fn routes() -> Vec<Route> {
    vec![
        get("/", Rule::Public, front::front_page),
        get("/p/{slug}", Rule::Public, front::programme_page),
        get("/p/{slug}/ask", Rule::Public, begin::begin_page),
        post("/p/{slug}/ask", Rule::Public, begin::begin_act_page),
        get("/ask/{page}", Rule::Act(Act::WriteIntake), ask::ask_page),
        post(
            "/ask/{page}",
            Rule::Act(Act::WriteIntake),
            ask::ask_act_page,
        ),
        post("/drafts", Rule::SignedIn, drafts::draft_page),
    ]
}
