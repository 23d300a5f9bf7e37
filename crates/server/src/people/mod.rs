//! People: accounts and sign-in, sessions, roles, invitations, and the request for support that a
//! person fills in alone, at their own pace.

mod account;
pub mod accounts;
mod ask;
mod begin;
mod begin_mail;
mod choose;
mod drafts;
mod email;
mod front;
mod hand_over;
mod invitation;
mod keys;
pub mod letters;
mod links;
mod parked;
mod passes;
mod passphrases;
pub mod programmes;
mod relationships;
mod requests;
mod sessions;
mod sign_in;
mod staff;
mod start;
pub mod store;
mod tries;
mod ways_in;

pub use accounts::{
    NewAccount, NewMember, NewProgramme, add_account, add_member, add_programme, add_role,
    is_taken, member_by_login,
};
pub use ask::{ZONES, never_names, openapi, send};
pub use begin::join;
pub use drafts::{draft, drop_draft, keep_draft};
pub use email::{add_demo_link, send_sign_in_link};
pub use hand_over::{forget_passphrase, link_to_hand_over};
pub use keys::{member_in, member_key, member_name, name_place, same_programme, standing, stands};
pub use letters::{NewLetter, write_letter};
pub use parked::to_sign_in;
pub use passes::Pass;
pub use passphrases::{Passphrases, hash_now};
pub use programmes::{Programme, by_id as programme_by_id};
pub use relationships::{
    Relationship, begin_relationship, end_relationship, hold_relationship, relationship,
};
pub use requests::{
    Damaged, LOOK_AGAIN, Request, answers_place, begin_request, carry_place, move_request,
    open_request, readable, request, request_counts, requests_and_damaged, requests_in,
    save_answers, set_priority,
};
pub use sessions::{
    begin_session, end_session, end_session_at_once, forget_cookies, give_token, keep_language,
    recognise, roles_changed, token_hash,
};

pub use keys::roles;
pub use sign_in::account_of;
pub use staff::{NewInvitation, add_invitation, invited_place};
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
        get(
            "/p/{slug}/begin/{token}",
            Rule::Public,
            begin_mail::open_page,
        ),
        post(
            "/p/{slug}/begin/{token}",
            Rule::Public,
            begin_mail::use_page,
        ),
        get("/ask/{page}", Rule::Act(Act::WriteIntake), ask::ask_page),
        post(
            "/ask/{page}",
            Rule::Act(Act::WriteIntake),
            ask::ask_act_page,
        ),
        post("/drafts", Rule::SignedIn, drafts::draft_page),
        post("/api/v1/intake", Rule::SignedIn, ask::intake_api),
    ]
    .into_iter()
    .chain(signing_routes())
    .collect()
}

/// Signing in, one's account, the team and its invitations.
fn signing_routes() -> Vec<Route> {
    use Rule::{Public, SignedIn};
    vec![
        get("/sign-in", Public, sign_in::sign_in_page),
        post("/sign-in", Public, sign_in::sign_in_act_page),
        post("/sign-in/email", Public, email::ask_page),
        get("/sign-in/link/{token}", Public, email::open_link_page),
        post("/sign-in/link/{token}", Public, email::use_link_page),
        post("/sign-out", Public, sign_in::sign_out_page),
        get("/demo/{token}", Public, email::demo_page),
        get("/account", SignedIn, account::account_page),
        post("/account/name", SignedIn, account::name_page),
        post("/account/passphrase", SignedIn, ways_in::passphrase_page),
        post("/account/login", SignedIn, ways_in::login_page),
        post("/account/email", SignedIn, ways_in::email_page),
        get("/account/email/{token}", SignedIn, ways_in::open_email_page),
        post("/account/email/{token}", SignedIn, ways_in::use_email_page),
        post("/account/sessions/{id}/end", SignedIn, account::end_page),
        post(
            "/account/sessions/end-others",
            SignedIn,
            account::end_others_page,
        ),
        post(
            "/account/tokens/{id}/end",
            SignedIn,
            account::end_token_page,
        ),
        get("/programmes", SignedIn, choose::programmes_page),
        post("/programmes", SignedIn, choose::choose_page),
        get("/staff", Rule::Act(Act::ReadStaff), staff::staff_page),
        post(
            "/staff/invite",
            Rule::Act(Act::InviteStaff),
            staff::invite_page,
        ),
        post(
            "/staff/invitations/{id}/withdraw",
            Rule::Act(Act::InviteStaff),
            staff::withdraw_page,
        ),
        get("/invitation/{token}", Public, invitation::invitation_page),
        post("/invitation/{token}", Public, invitation::accept_page),
    ]
}
