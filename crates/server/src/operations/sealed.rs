//! Every sealed column of the database, and opening all that stands in it: the only way to find a
//! text that was changed or exchanged outside the product before somebody asks for it.

use cairn_db::{Statement, params};
use cairn_seal::{PersonKey, Place, ProgrammeKey};
use uuid::Uuid;

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::look;
use crate::operations::store::health;

/// Whose key opens a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opens {
    /// The installation's: it holds a programme's key.
    Installation,
    /// The installation's for accounts, their programme's for members: it holds a person's key.
    PersonsKey,
    /// The programme's.
    Programme,
    /// The account's or the member's.
    Person,
    /// A token that only a link or a browser has: nobody here can open it.
    Holder,
}

/// A sealed column.
#[derive(Debug)]
pub struct Column {
    /// Its table.
    pub table: &'static str,
    /// Its name.
    pub column: &'static str,
    /// Whose key opens it.
    pub opens: Opens,
    read: Option<&'static Statement>,
}

const fn column(
    table: &'static str,
    column: &'static str,
    opens: Opens,
    read: &'static Statement,
) -> Column {
    Column {
        table,
        column,
        opens,
        read: Some(read),
    }
}

const fn held(table: &'static str, column: &'static str) -> Column {
    Column {
        table,
        column,
        opens: Opens::Holder,
        read: None,
    }
}

/// All of them. A test holds the list against the schema.
pub static COLUMNS: &[Column] = &[
    column(
        "people_programme",
        "sealed_key",
        Opens::Installation,
        &health::SEALED_PROGRAMME,
    ),
    column(
        "people_key",
        "sealed_key",
        Opens::PersonsKey,
        &health::SEALED_KEY,
    ),
    column(
        "people_account",
        "sealed_login",
        Opens::Person,
        &health::SEALED_LOGIN,
    ),
    column(
        "people_account",
        "sealed_email",
        Opens::Person,
        &health::SEALED_EMAIL,
    ),
    column(
        "people_member",
        "sealed_name",
        Opens::Person,
        &health::SEALED_NAME,
    ),
    held("people_link", "sealed_content"),
    column(
        "people_invitation",
        "sealed_name",
        Opens::Programme,
        &health::SEALED_INVITED,
    ),
    column(
        "people_draft",
        "sealed_fields",
        Opens::Person,
        &health::SEALED_DRAFT,
    ),
    held("people_parked", "sealed_form"),
    column(
        "people_request",
        "sealed_answers",
        Opens::Person,
        &health::SEALED_ANSWERS,
    ),
    column(
        "people_letter",
        "sealed_letter",
        Opens::Programme,
        &health::SEALED_LETTER,
    ),
    column(
        "matching_worker",
        "sealed_profile",
        Opens::Person,
        &health::SEALED_PROFILE,
    ),
    column(
        "matching_offer",
        "sealed_reasons",
        Opens::Person,
        &health::SEALED_REASONS,
    ),
    column(
        "matching_offer",
        "sealed_note",
        Opens::Person,
        &health::SEALED_NOTE,
    ),
    column(
        "matching_never",
        "sealed_list",
        Opens::Person,
        &health::SEALED_LIST,
    ),
    column(
        "matching_known",
        "sealed_words",
        Opens::Person,
        &health::SEALED_KNOWN,
    ),
    column(
        "matching_known",
        "sealed_answer",
        Opens::Person,
        &health::SEALED_KNOWN_ANSWER,
    ),
    column(
        "matching_pressing",
        "sealed_why",
        Opens::Person,
        &health::SEALED_WHY,
    ),
    column(
        "matching_answer",
        "sealed_answer",
        Opens::Person,
        &health::SEALED_SAID,
    ),
    column(
        "matching_change",
        "sealed_note",
        Opens::Person,
        &health::SEALED_CHANGE,
    ),
    column(
        "matching_hand_over",
        "sealed_written",
        Opens::Person,
        &health::SEALED_WRITTEN,
    ),
    column(
        "matching_hand_over",
        "sealed_text",
        Opens::Person,
        &health::SEALED_HANDED,
    ),
    column(
        "conversations_message",
        "sealed_body",
        Opens::Person,
        &health::SEALED_BODY,
    ),
    column(
        "plans_goal",
        "sealed_title",
        Opens::Person,
        &health::SEALED_TITLE,
    ),
    column(
        "plans_step",
        "sealed_text",
        Opens::Person,
        &health::SEALED_TEXT,
    ),
];

/// What was found in one column.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// How many texts opened.
    pub opened: u64,
    /// How many belong to somebody whose key was destroyed: as it should be.
    pub erased: u64,
    /// The rows whose text does not open.
    pub wrong: Vec<Uuid>,
}

/// What became of one text.
enum Outcome {
    Opened,
    Erased,
    Wrong,
}

/// A key, or why there is none.
enum Key<K> {
    Here(K),
    Destroyed,
    Broken,
}

/// Opens everything in a column.
///
/// # Errors
/// The database's.
pub async fn open_all(cx: &Cx, column: &'static Column) -> Result<Opened> {
    let mut found = Opened::default();
    let mut from = Uuid::nil();
    let Some(read) = column.read else {
        return Ok(found);
    };
    loop {
        let page = look!(cx, |w| open_some(w, column, read, from).await)?;
        let Some((last, _)) = page.last() else {
            return Ok(found);
        };
        from = *last;
        for (row, outcome) in page {
            match outcome {
                None => {}
                Some(Outcome::Opened) => found.opened += 1,
                Some(Outcome::Erased) => found.erased += 1,
                Some(Outcome::Wrong) => found.wrong.push(row),
            }
        }
    }
}

/// A page of rows with what became of each; nothing for a row that holds no text.
async fn open_some(
    w: &mut Work<'_>,
    column: &'static Column,
    read: &'static Statement,
    from: Uuid,
) -> Result<Vec<(Uuid, Option<Outcome>)>> {
    let rows = w.tx.all(read, &params![from]).await?;
    let mut out = Vec::with_capacity(rows.len());
    let mut known: Option<(Uuid, Key<PersonKey>)> = None;
    for row in &rows {
        let (id, owner) = (row.id(0)?, row.id(1)?);
        let Some(sealed) = row.opt_bytes(2)? else {
            out.push((id, None));
            continue;
        };
        let place = Place {
            table: column.table,
            column: column.column,
            row: *id.as_bytes(),
        };
        let outcome = match column.opens {
            Opens::Holder => None,
            Opens::Installation => {
                let key = w.cx.app.key.unwrap_programme(*id.as_bytes(), &sealed);
                Some(told(key.is_ok()))
            }
            Opens::PersonsKey => Some(outcome_of(&persons_key(w, owner).await?, |_| true)),
            Opens::Programme => {
                let key = programmes_key(w, owner).await?;
                Some(outcome_of(&key, |key| key.open(place, &sealed).is_ok()))
            }
            Opens::Person => {
                // Rows of one owner often stand together.
                if known.as_ref().is_none_or(|(of, _)| *of != owner) {
                    known = Some((owner, persons_key(w, owner).await?));
                }
                let key = known.as_ref().map(|(_, key)| key);
                key.map(|key| outcome_of(key, |key| key.open(place, &sealed).is_ok()))
            }
        };
        out.push((id, outcome));
    }
    Ok(out)
}

fn told(opens: bool) -> Outcome {
    if opens {
        Outcome::Opened
    } else {
        Outcome::Wrong
    }
}

fn outcome_of<K>(key: &Key<K>, opens: impl Fn(&K) -> bool) -> Outcome {
    match key {
        Key::Here(key) => told(opens(key)),
        Key::Destroyed => Outcome::Erased,
        Key::Broken => Outcome::Wrong,
    }
}

async fn programmes_key(w: &mut Work<'_>, programme: Uuid) -> Result<Key<ProgrammeKey>> {
    let row =
        w.tx.first(&health::PROGRAMME_KEY, &params![programme])
            .await?;
    let Some(row) = row else {
        return Ok(Key::Destroyed);
    };
    let key =
        w.cx.app
            .key
            .unwrap_programme(*programme.as_bytes(), &row.bytes(0)?);
    Ok(key.map_or(Key::Broken, Key::Here))
}

async fn persons_key(w: &mut Work<'_>, owner: Uuid) -> Result<Key<PersonKey>> {
    let row = w.tx.first(&health::KEY_OF, &params![owner]).await?;
    let Some(row) = row else {
        return Ok(Key::Destroyed);
    };
    let wrapped = row.bytes(0)?;
    let key = match row.opt_id(1)? {
        None => w.cx.app.key.unwrap_account(*owner.as_bytes(), &wrapped),
        Some(programme) => match programmes_key(w, programme).await? {
            Key::Here(key) => key.unwrap_person(*owner.as_bytes(), &wrapped),
            Key::Destroyed => return Err(Error::Fault("a member of no programme")),
            Key::Broken => return Ok(Key::Broken),
        },
    };
    Ok(key.map_or(Key::Broken, Key::Here))
}
