//! A person's key, name and standing: what the checks of access and the sealing of texts need.

use cairn_db::params;
use cairn_domain::access::{Role, Stands};
use cairn_domain::id::{AccountId, MemberId, ProgrammeId};
use cairn_seal::{PersonKey, Place};

use crate::cx::Work;
use crate::error::{Error, Result};
use crate::people::store;

/// Where a person's name is kept.
#[must_use]
pub fn name_place(member: MemberId) -> Place {
    Place {
        table: "people_member",
        column: "sealed_name",
        row: member.bytes(),
    }
}

/// The key of a person's texts.
///
/// # Errors
/// Not found when there is no such person, or their key was destroyed.
pub async fn member_key(w: &mut Work<'_>, member: MemberId) -> Result<PersonKey> {
    let row = w.tx.one(&store::MEMBER_KEYS, &params![member.0]).await?;
    let wrapped = row.opt_bytes(0)?.ok_or(Error::NOT_YOURS)?;
    let programme = ProgrammeId(row.id(1)?);
    let key = match &w.cx.programme {
        Some(known) if known.id == programme => {
            known.key.unwrap_person(member.bytes(), &wrapped)?
        }
        _ => {
            let opened =
                w.cx.app
                    .key
                    .unwrap_programme(programme.bytes(), &row.bytes(2)?)?;
            opened.unwrap_person(member.bytes(), &wrapped)?
        }
    };
    Ok(key)
}

/// What a person is called; empty when they gave no name or their key was destroyed.
///
/// # Errors
/// Not found, or tampered.
pub async fn member_name(w: &mut Work<'_>, member: MemberId) -> Result<String> {
    let row = w.tx.one(&store::MEMBER_NAME, &params![member.0]).await?;
    match row.opt_bytes(0)? {
        None => Ok(String::new()),
        Some(sealed) => match w.open(member, name_place(member), &sealed).await {
            Err(Error::NOT_YOURS) => Ok(String::new()),
            opened => opened,
        },
    }
}

/// Whether a person belongs to the programme.
///
/// # Errors
/// The database's.
pub async fn same_programme(
    w: &mut Work<'_>,
    programme: ProgrammeId,
    member: MemberId,
) -> Result<bool> {
    let row =
        w.tx.first(&store::MEMBER_PROGRAMME, &params![member.0])
            .await?;
    Ok(match row {
        None => false,
        Some(row) => ProgrammeId(row.id(0)?) == programme,
    })
}

/// Who an account is in a programme, if anybody.
///
/// # Errors
/// The database's.
pub async fn member_in(
    w: &mut Work<'_>,
    programme: ProgrammeId,
    account: AccountId,
) -> Result<Option<MemberId>> {
    let row =
        w.tx.first(&store::MEMBER_IN, &params![programme.0, account.0])
            .await?;
    row.map(|row| Ok(MemberId(row.id(0)?))).transpose()
}

/// How `me` stands to a person of the asker's programme; a stranger when either is not of it.
///
/// # Errors
/// The database's, and not found without a programme.
pub async fn stands(w: &mut Work<'_>, me: MemberId, subject: MemberId) -> Result<Stands> {
    let programme = w.cx.programme()?.id;
    let standing = standing(w, programme, me, subject).await?;
    Ok(standing.unwrap_or_default())
}

/// How `me` stands to a person of the programme; `None` when either is not one of its people.
///
/// # Errors
/// The database's.
pub async fn standing(
    w: &mut Work<'_>,
    programme: ProgrammeId,
    me: MemberId,
    subject: MemberId,
) -> Result<Option<Stands>> {
    let values = params![me.0, subject.0, programme.0];
    let row = w.tx.one(&store::STANDS, &values).await?;
    let stands = Stands {
        own: me == subject,
        supports: row.int(0)? > 0,
        asked: row.int(1)? > 0,
    };
    Ok((row.int(2)? > 0 && row.int(3)? > 0).then_some(stands))
}

/// What a person is in their programme.
///
/// # Errors
/// The database's.
pub async fn roles(w: &mut Work<'_>, member: MemberId) -> Result<Vec<Role>> {
    let rows = w.tx.all(&store::ROLES, &params![member.0]).await?;
    let mut roles = Vec::with_capacity(rows.len());
    for row in &rows {
        roles.extend(Role::from_word(&row.text(0)?));
    }
    Ok(roles)
}
