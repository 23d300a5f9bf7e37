//! Numbered changes of the schema, applied once and in order, also when several nodes start together.

use crate::tx::fnv1a;
use crate::{DbError, Engine, Tx, params};
use std::collections::BTreeMap;

/// One numbered change of the schema, with a text for each engine (normally the same).
#[derive(Debug)]
pub struct Migration {
    /// Its place in the order, from 1.
    pub number: u32,
    /// Its name, as in the file's name.
    pub name: &'static str,
    /// The text for SQLite; may hold several statements.
    pub sqlite: &'static str,
    /// The text for PostgreSQL; may hold several statements.
    pub postgres: &'static str,
}

const TABLE: &str = "CREATE TABLE IF NOT EXISTS cairn_migration (
    number BIGINT PRIMARY KEY, name TEXT NOT NULL, checksum BIGINT NOT NULL, applied_at BIGINT NOT NULL);";

crate::statements! {
    APPLIED = "SELECT number, name, checksum FROM cairn_migration ORDER BY number";
    RECORD = "INSERT INTO cairn_migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)";
    BROKEN_KEYS = sqlite "SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"
        postgres "SELECT 'none' WHERE FALSE";
    TWINS = sqlite "SELECT group_concat(name, ' and ') FROM (
            SELECT m.name AS over, l.name, group_concat(i.name, ',' ORDER BY i.seqno) AS columns
            FROM sqlite_schema m, pragma_index_list(m.name) l, pragma_index_info(l.name) i
            WHERE m.type = 'table' AND l.\"unique\" GROUP BY m.name, l.name HAVING count(i.name) = count(*))
          GROUP BY over, columns HAVING count(*) > 1"
        postgres "SELECT 'none' WHERE FALSE";
}

/// Applies what is missing, all of it in this one transaction, so that a failed upgrade leaves the old schema whole.
pub(crate) async fn migrate(
    tx: &mut Tx,
    list: &'static [Migration],
    now: i64,
) -> Result<Vec<&'static str>, DbError> {
    if let Some(pair) = list
        .windows(2)
        .find(|pair| pair[0].number >= pair[1].number)
    {
        let (number, name) = (pair[1].number, pair[1].name);
        return Err(DbError::Other(format!(
            "migration {number} {name} is out of order"
        )));
    }
    if tx.engine() == Engine::Postgres {
        tx.batch("SET LOCAL statement_timeout = 0").await?;
        tx.lock("migrate", uuid::Uuid::nil()).await?;
    }
    tx.batch(TABLE).await?;
    let mut applied = BTreeMap::new();
    for row in tx.all(&APPLIED, &[]).await? {
        applied.insert(row.int(0)?, (row.text(1)?, row.int(2)?));
    }
    let newest_here = applied.last_key_value().map_or(0, |(number, _)| *number);
    let mut made = Vec::new();
    for migration in list {
        let (number, name) = (i64::from(migration.number), migration.name);
        let text = if tx.engine() == Engine::Sqlite {
            migration.sqlite
        } else {
            migration.postgres
        };
        // A checkout with other line ends is not another text.
        let checksum = fnv1a(text.bytes().filter(|b| *b != b'\r'));
        match applied.remove(&number) {
            Some((_, then)) if then == checksum => {}
            Some(_) => {
                return Err(DbError::Other(format!(
                    "migration {number} {name} was changed after it was applied"
                )));
            }
            None if number < newest_here => {
                return Err(DbError::Other(format!(
                    "migration {number} {name} comes before one that is applied already"
                )));
            }
            None => {
                let failed = |e: DbError| DbError::Other(format!("migration {number} {name}: {e}"));
                tx.batch(text).await.map_err(failed)?;
                tx.execute(&RECORD, &params![number, name, checksum, now])
                    .await?;
                made.push(name);
            }
        }
    }
    if let Some((number, (name, _))) = applied.pop_last() {
        return Err(DbError::Other(format!(
            "the database holds migration {number} {name}, made by a newer version of this program"
        )));
    }
    sound(tx).await?;
    Ok(made)
}

/// What SQLite does not look at while migrating, and what it could not tell apart afterwards.
async fn sound(tx: &mut Tx) -> Result<(), DbError> {
    if let Some(row) = tx.first(&BROKEN_KEYS, &[]).await? {
        let text = format!(
            "a migration left rows of {} without the row they point to",
            row.text(0)?
        );
        return Err(DbError::Other(text));
    }
    if let Some(row) = tx.first(&TWINS, &[]).await? {
        return Err(DbError::Other(format!(
            "the unique indexes {} stand over the same columns, and SQLite cannot tell which of them refused a row: \
             give one another order of columns, or an expression",
            row.text(0)?
        )));
    }
    Ok(())
}
