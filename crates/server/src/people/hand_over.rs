//! Links that the programme hands over to somebody it added: good for one use, and for longer
//! than a link in a letter.

use cairn_db::params;
use cairn_domain::Micros;
use cairn_domain::id::AccountId;

use crate::cx::Work;
use crate::error::Result;
use crate::people::links::{NewLink, Purpose, add_link};
use crate::people::store::signing;

/// Makes a link by which an account signs in once; answers with its path.
///
/// # Errors
/// The database's.
pub async fn link_to_hand_over(
    w: &mut Work<'_>,
    account: AccountId,
    until: Micros,
) -> Result<String> {
    let link = NewLink {
        purpose: Purpose::SignIn,
        account: Some(account),
        programme: Some(w.cx.programme()?.id),
        content: "/home".to_owned(),
        until,
    };
    let (_, token) = add_link(w, &link).await?;
    Ok(format!("/sign-in/link/{token}"))
}

/// Takes a forgotten passphrase away, so that a new one can be chosen without it.
///
/// # Errors
/// The database's.
pub async fn forget_passphrase(w: &mut Work<'_>, account: AccountId) -> Result<()> {
    w.tx.execute(&signing::FORGET_PASSPHRASE, &params![account.0])
        .await?;
    Ok(())
}
