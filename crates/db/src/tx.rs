//! The transaction an act is given.

use crate::{DbError, Engine, Row, Statement, Value, postgres, sqlite};
use uuid::Uuid;

crate::statements! {
    LOCK = "SELECT pg_advisory_xact_lock($1)";
}

/// An open transaction. Whatever is done through it is committed together or not at all.
///
/// Once a statement has failed the act is lost on both engines: every further one is refused, and so is the commit.
/// Where a duplicate is expected, write `ON CONFLICT … DO NOTHING` and look at the count.
pub struct Tx {
    pub(crate) link: Link,
    pub(crate) failed: bool,
    /// Statements run so far; a connection's transactions follow one another in one count.
    pub(crate) ran: u64,
}

pub(crate) enum Link {
    Sqlite(sqlite::Link),
    Postgres(postgres::Link),
}

/// How much of a statement's answer is wanted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Take {
    Count,
    First,
    All,
}

/// What a statement answered: how many rows it touched, or the rows.
#[derive(Default)]
pub(crate) struct Answer {
    pub(crate) count: u64,
    pub(crate) rows: Vec<Row>,
}

impl Tx {
    pub(crate) fn new(link: Link) -> Self {
        Self {
            link,
            failed: false,
            ran: 0,
        }
    }

    /// Runs a statement and says how many rows it touched.
    pub async fn execute(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<u64, DbError> {
        Ok(self.run(statement, values, Take::Count).await?.count)
    }

    /// All rows of a statement.
    pub async fn all(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Vec<Row>, DbError> {
        Ok(self.run(statement, values, Take::All).await?.rows)
    }

    /// The first row, if there is one.
    pub async fn first(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Option<Row>, DbError> {
        Ok(self
            .run(statement, values, Take::First)
            .await?
            .rows
            .into_iter()
            .next())
    }

    /// The first row, or [`DbError::NotFound`] (after which the act may go on).
    pub async fn one(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
    ) -> Result<Row, DbError> {
        self.first(statement, values)
            .await?
            .ok_or(DbError::NotFound)
    }

    /// Waits until no other act holds the lock of this name and id, and holds it until this act ends.
    ///
    /// For an act that decides from what it read and has no row of its own to update first. On SQLite acts follow one
    /// another anyway and this does nothing.
    pub async fn lock(&mut self, what: &'static str, id: Uuid) -> Result<(), DbError> {
        if self.engine() == Engine::Postgres {
            let key = fnv1a(what.bytes().chain(*id.as_bytes()));
            self.execute(&LOCK, &[Value::Int(key)]).await?;
        }
        Ok(())
    }

    /// Which database this is.
    pub fn engine(&self) -> Engine {
        match self.link {
            Link::Sqlite(_) => Engine::Sqlite,
            Link::Postgres(_) => Engine::Postgres,
        }
    }

    async fn run(
        &mut self,
        statement: &'static Statement,
        values: &[Value],
        take: Take,
    ) -> Result<Answer, DbError> {
        if self.failed {
            return Err(DbError::other(format!(
                "{}: an earlier statement of this act failed",
                statement.name
            )));
        }
        self.ran += 1;
        let answer = match &mut self.link {
            Link::Sqlite(link) => link.run(statement, values, take),
            Link::Postgres(link) => link.run(statement, values, take).await,
        };
        self.failed = answer.is_err();
        answer
    }

    /// Asks the database whether it understands a statement, without running it.
    pub(crate) async fn prepare(&mut self, statement: &'static Statement) -> Result<(), DbError> {
        match &mut self.link {
            Link::Sqlite(link) => link.prepare(statement),
            Link::Postgres(link) => link.prepare(statement).await,
        }
    }

    /// Runs a text of several statements, for migrations.
    pub(crate) async fn batch(&mut self, text: &str) -> Result<(), DbError> {
        let done = match &mut self.link {
            Link::Sqlite(link) => link.batch(text),
            Link::Postgres(link) => link.batch(text).await,
        };
        self.failed |= done.is_err();
        done
    }
}

/// FNV-1a, 64 bits: notices change and spreads lock names; no protection against anybody who wants a collision.
pub(crate) fn fnv1a(bytes: impl Iterator<Item = u8>) -> i64 {
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |h, b| {
        (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)
    });
    hash.cast_signed()
}
