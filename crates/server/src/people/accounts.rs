//! Making programmes, accounts and members: used by the first request for support, invitations,
//! imports and the demonstration alike.

use cairn_db::params;
use cairn_domain::Refusal;
use cairn_domain::access::Role;
use cairn_domain::id::{AccountId, MemberId, ProgrammeId};
use cairn_domain::operations::Settings;
use cairn_domain::people::passphrase::folded;
use cairn_seal::{PersonKey, Place, ProgrammeKey};

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::people::{name_place, store};

/// A programme to make.
pub struct NewProgramme {
    /// The word in its address: letters, digits, hyphens.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The language of its staff.
    pub language: String,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// What it decides for itself.
    pub settings: Settings,
}

/// An account to make. At least one of the ways to sign in has to be given, or it can never be used.
#[derive(Clone, Debug, Default)]
pub struct NewAccount {
    /// A name to sign in with, as chosen.
    pub login: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// The hash of a passphrase.
    pub passphrase_hash: Option<String>,
    /// A language, as a BCP 47 tag.
    pub language: Option<String>,
}

/// A person to add to a programme.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// What they want to be called there.
    pub name: String,
    /// What they are there.
    pub roles: Vec<Role>,
}

/// Makes a programme with a key of its own.
///
/// # Errors
/// The database's; a slug can be used once.
pub async fn add_programme(
    w: &mut Work<'_>,
    new: &NewProgramme,
) -> Result<(ProgrammeId, ProgrammeKey)> {
    let id = ProgrammeId(w.cx.new_id());
    let (key, wrapped) = w.cx.app.key.new_programme_key(id.bytes());
    let settings = serde_json::to_string(&new.settings)
        .map_err(|_| Error::Fault("a programme's settings could not be written"))?;
    let values = params![
        id.0,
        new.slug.as_str(),
        new.name.as_str(),
        new.language.as_str(),
        new.time_zone.as_str(),
        settings,
        wrapped,
        w.now()
    ];
    w.tx.execute(&store::ADD_PROGRAMME, &values).await?;
    Ok((id, key))
}

/// Where an account's login is kept.
#[must_use]
pub fn login_place(account: AccountId) -> Place {
    Place {
        table: "people_account",
        column: "sealed_login",
        row: account.bytes(),
    }
}

/// Where an account's e-mail address is kept.
#[must_use]
pub fn email_place(account: AccountId) -> Place {
    Place {
        table: "people_account",
        column: "sealed_email",
        row: account.bytes(),
    }
}

/// The index under which a login is found: case and spaces do not matter.
#[must_use]
pub fn login_index(w: &Work<'_>, login: &str) -> Vec<u8> {
    w.cx.app.key.blind_index("login", &folded(login)).to_vec()
}

/// The index under which an e-mail address is found.
#[must_use]
pub fn email_index(w: &Work<'_>, email: &str) -> Vec<u8> {
    w.cx.app.key.blind_index("email", &folded(email)).to_vec()
}

/// Whether a login, or an e-mail address, belongs to an account already.
///
/// # Errors
/// The database's.
pub async fn is_taken(w: &mut Work<'_>, email: bool, way: &str) -> Result<bool> {
    let row = if email {
        let index = email_index(w, way);
        w.tx.one(&store::EMAIL_TAKEN, &params![index]).await?
    } else {
        let index = login_index(w, way);
        w.tx.one(&store::LOGIN_TAKEN, &params![index]).await?
    };
    Ok(row.int(0)? > 0)
}

/// Who signs in with a login, in the programme of this work.
///
/// # Errors
/// The database's.
pub async fn member_by_login(w: &mut Work<'_>, login: &str) -> Result<Option<MemberId>> {
    let values = params![login_index(w, login), w.cx.programme()?.id.0];
    let row = w.tx.first(&store::MEMBER_BY_LOGIN, &values).await?;
    row.map(|row| Ok(MemberId(row.id(0)?))).transpose()
}

/// Makes an account.
///
/// # Errors
/// `login-taken`, on the field `login` or `email`.
pub async fn add_account(w: &mut Work<'_>, new: &NewAccount) -> Result<AccountId> {
    let id = AccountId(w.cx.new_id());
    let (key, wrapped) = w.cx.app.key.new_account_key(id.bytes());
    let sealed =
        |place, text: &Option<String>| text.as_ref().map(|text| key.seal_text(place, text));
    let values = params![
        id.0,
        new.login.as_deref().map(|login| login_index(w, login)),
        sealed(login_place(id), &new.login),
        new.email.as_deref().map(|email| email_index(w, email)),
        sealed(email_place(id), &new.email),
        new.passphrase_hash.as_deref(),
        new.language.as_deref(),
        w.now()
    ];
    let added =
        w.tx.execute(&store::ADD_ACCOUNT, &values)
            .await
            .map_err(Error::from);
    added
        .map_err(|e| e.unique("people_account_login", Refusal::of("login", "login-taken")))
        .map_err(|e| e.unique("people_account_email", Refusal::of("email", "login-taken")))?;
    w.tx.execute(&store::ADD_KEY, &params![id.0, wrapped])
        .await?;
    Ok(id)
}

/// The key of an account's own texts: its login, address and drafts.
///
/// # Errors
/// Not found, or tampered.
pub async fn account_key(w: &mut Work<'_>, account: AccountId) -> Result<PersonKey> {
    let row = w.tx.one(&store::ACCOUNT_KEY, &params![account.0]).await?;
    Ok(w.cx
        .app
        .key
        .unwrap_account(account.bytes(), &row.bytes(0)?)?)
}

/// Adds a person to a programme, with a key of their own.
///
/// # Errors
/// The database's; an account can be in a programme once.
pub async fn add_member(
    w: &mut Work<'_>,
    programme: (ProgrammeId, &ProgrammeKey),
    account: AccountId,
    new: &NewMember,
) -> Result<MemberId> {
    let id = MemberId(w.cx.new_id());
    let (key, wrapped) = programme.1.new_person_key(id.bytes());
    let name = key.seal_text(name_place(id), &new.name);
    let values = params![id.0, programme.0.0, account.0, name, w.now()];
    w.tx.execute(&store::ADD_MEMBER, &values).await?;
    w.tx.execute(&store::ADD_KEY, &params![id.0, wrapped])
        .await?;
    for role in &new.roles {
        add_role(w, id, *role).await?;
    }
    Ok(id)
}

/// Gives a person a role; giving it twice changes nothing.
///
/// # Errors
/// The database's.
pub async fn add_role(w: &mut Work<'_>, member: MemberId, role: Role) -> Result<()> {
    w.tx.execute(&store::ADD_ROLE, &params![member.0, role.word()])
        .await?;
    Ok(())
}
