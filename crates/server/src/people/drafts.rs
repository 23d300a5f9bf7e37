//! What somebody has typed and not sent yet. A form that wants its words kept names a place in a
//! hidden field `draft`; the page that shows the form asks for the draft of that place.

use axum::http::StatusCode;
use cairn_db::params;
use cairn_domain::id::AccountId;
use cairn_domain::{Refusal, text};
use cairn_seal::Place;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::{accounts, store};
use crate::site::Form;
use crate::work;

/// Longest name of a place.
pub const PLACE_LIMIT: usize = 80;
/// Most forms an account can have begun at once; far more than anybody does.
const MOST_DRAFTS: i64 = 200;
/// Longest draft, in bytes as it is written down: some times what any form of ours holds.
pub(super) const DRAFT_LIMIT: usize = 64 * 1024;

/// Whether a text can name a place: letters, digits and signs of ASCII, not too many.
#[must_use]
pub fn is_place(place: &str) -> bool {
    (1..=PLACE_LIMIT).contains(&place.len()) && place.chars().all(|c| c.is_ascii_graphic())
}

fn draft_place(account: AccountId) -> Place {
    Place {
        table: "people_draft",
        column: "sealed_fields",
        row: account.bytes(),
    }
}

/// Keeps a form under its place; the place is sealed in with it.
///
/// # Errors
/// `too-long` for what no form of ours could hold.
pub async fn keep_draft(
    w: &mut Work<'_>,
    account: AccountId,
    place: &str,
    form: &Form,
) -> Result<()> {
    let text = serde_json::to_string(&(place, form))
        .map_err(|_| Error::Fault("a draft could not be written"))?;
    if text.len() > DRAFT_LIMIT {
        return Err(Refusal::new("too-long").with("limit", DRAFT_LIMIT).into());
    }
    let sealed = accounts::account_key(w, account)
        .await?
        .seal_text(draft_place(account), &text);
    w.tx.execute(
        &store::KEEP_DRAFT,
        &params![account.0, place, sealed, w.now()],
    )
    .await?;
    Ok(())
}

/// `POST /drafts`: keeps a form as it is being typed.
///
/// # Errors
/// `missing` or `too-long` for the place, `too-many-choices` when somebody keeps very many.
pub async fn draft_page(cx: Cx, form: Form) -> Result<StatusCode> {
    let place = text::required_line("draft", form.get("draft"), PLACE_LIMIT)?;
    work!(cx, |w| type_draft(w, &place, form).await)?;
    Ok(StatusCode::NO_CONTENT)
}

/// Keeps what the asker has typed so far. Passphrases are never kept.
async fn type_draft(w: &mut Work<'_>, place: &str, form: Form) -> Result<()> {
    let account = w.cx.who()?.account;
    let form = form.without_secrets();
    let others =
        w.tx.one(&store::OTHER_DRAFTS, &params![account.0, place])
            .await?;
    if others.int(0)? >= MOST_DRAFTS {
        let refusal = Refusal::new("too-many-choices");
        return Err(refusal.with("limit", MOST_DRAFTS).into());
    }
    keep_draft(w, account, place, &form).await
}

/// The draft of a place, if the asker has one.
///
/// # Errors
/// The database's, or tampered.
pub async fn draft(w: &mut Work<'_>, place: &str) -> Result<Option<Form>> {
    let account = w.cx.who()?.account;
    let Some(row) =
        w.tx.first(&store::DRAFT, &params![account.0, place])
            .await?
    else {
        return Ok(None);
    };
    let text = accounts::account_key(w, account)
        .await?
        .open_text(draft_place(account), &row.bytes(0)?)?;
    let (kept, form): (String, Form) =
        serde_json::from_str(&text).map_err(|_| Error::Fault("a draft cannot be read"))?;
    Ok((kept == place).then_some(form))
}

/// Lets go of a draft: its words have been sent.
///
/// # Errors
/// The database's.
pub async fn drop_draft(w: &mut Work<'_>, place: &str) -> Result<()> {
    let account = w.cx.who()?.account;
    w.tx.execute(&store::DROP_DRAFT, &params![account.0, place])
        .await?;
    Ok(())
}
