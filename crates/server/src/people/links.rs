//! Links that let somebody in: sent by e-mail or handed over, good for one use and a limited time.
//! The database knows only the hash of a link, and what a link carries is sealed with the link itself.

use cairn_db::params;
use cairn_domain::Micros;
use cairn_domain::id::{AccountId, ProgrammeId};
use cairn_seal::{PersonKey, Place};
use uuid::Uuid;

use crate::cx::Work;
use crate::error::Result;
use crate::people::sessions::{new_token, token_hash};
use crate::people::store::signing;

/// What a link is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Signing in.
    SignIn,
    /// Showing that an e-mail address is one's own.
    Email,
    /// Beginning to ask for support, with an account made from the link.
    Begin,
    /// Joining a programme.
    Invitation,
    /// Signing in to the demonstration; can be used again and again.
    Demo,
}

impl Purpose {
    fn word(self) -> &'static str {
        match self {
            Purpose::SignIn => "sign-in",
            Purpose::Email => "email",
            Purpose::Begin => "begin",
            Purpose::Invitation => "invitation",
            Purpose::Demo => "demo",
        }
    }
}

/// A link to make.
pub struct NewLink {
    /// What it is for.
    pub purpose: Purpose,
    /// Whom it lets in.
    pub account: Option<AccountId>,
    /// The programme it belongs to.
    pub programme: Option<ProgrammeId>,
    /// What it carries, in JSON; empty for nothing.
    pub content: String,
    /// Until when it can be used, microseconds since 1970 UTC.
    pub until: Micros,
}

/// A link that can be used.
pub struct Link {
    /// Its id.
    pub id: Uuid,
    /// Whom it lets in.
    pub account: Option<AccountId>,
    /// The programme it belongs to.
    pub programme: Option<ProgrammeId>,
    /// What it carries.
    pub content: String,
}

fn place(link: Uuid) -> Place {
    Place {
        table: "people_link",
        column: "sealed_content",
        row: *link.as_bytes(),
    }
}

/// Makes a link; answers with its id and the token that stands in its address.
///
/// # Errors
/// The database's.
pub async fn add_link(w: &mut Work<'_>, new: &NewLink) -> Result<(Uuid, String)> {
    let id = w.cx.new_id();
    let token = new_token(&w.cx);
    let sealed = (!new.content.is_empty())
        .then(|| PersonKey::from_token(token.as_bytes()).seal_text(place(id), &new.content));
    let values = params![
        id,
        token_hash(&token),
        new.purpose.word(),
        new.account.map(|account| account.0),
        new.programme.map(|programme| programme.0),
        sealed,
        w.now(),
        new.until
    ];
    w.tx.execute(&signing::ADD_LINK, &values).await?;
    Ok((id, token))
}

/// A link that can still be used, without using it.
///
/// # Errors
/// The database's, or tampered.
pub async fn find_link(w: &mut Work<'_>, purpose: Purpose, token: &str) -> Result<Option<Link>> {
    let values = params![token_hash(token), purpose.word(), w.now()];
    let Some(row) = w.tx.first(&signing::LINK, &values).await? else {
        return Ok(None);
    };
    let id = row.id(0)?;
    let content = match row.opt_bytes(3)? {
        None => String::new(),
        Some(sealed) => PersonKey::from_token(token.as_bytes()).open_text(place(id), &sealed)?,
    };
    Ok(Some(Link {
        id,
        account: row.opt_id(1)?.map(AccountId),
        programme: row.opt_id(2)?.map(ProgrammeId),
        content,
    }))
}

/// Uses a link up; of several who try at once, one is told `true`.
///
/// # Errors
/// The database's.
pub async fn use_link(w: &mut Work<'_>, link: &Link) -> Result<bool> {
    let values = params![link.id, w.now()];
    Ok(w.tx.execute(&signing::USE_LINK, &values).await? == 1)
}
