//! The transaction an act is given.

use crate::{DbError, Row, Statement, Value};

/// An open transaction. Whatever is done through it is committed together or not at all.
pub struct Tx {
    _private: (),
}

impl Tx {
    /// Runs a statement that returns no rows and says how many rows it touched.
    pub async fn execute(&mut self, _s: &'static Statement, _v: &[Value]) -> Result<u64, DbError> {
        Err(DbError::other("being built"))
    }

    /// All rows of a statement.
    pub async fn all(&mut self, _s: &'static Statement, _v: &[Value]) -> Result<Vec<Row>, DbError> {
        Err(DbError::other("being built"))
    }

    /// The first row, if there is one.
    pub async fn first(
        &mut self,
        _s: &'static Statement,
        _v: &[Value],
    ) -> Result<Option<Row>, DbError> {
        Err(DbError::other("being built"))
    }

    /// The first row, or [`DbError::NotFound`].
    pub async fn one(&mut self, s: &'static Statement, v: &[Value]) -> Result<Row, DbError> {
        self.first(s, v).await?.ok_or(DbError::NotFound)
    }

    /// Waits until no other act holds the lock of this name and id, and holds it until the act ends. See the README, "Deciding from what was read".
    pub async fn lock(&mut self, _what: &'static str, _id: uuid::Uuid) -> Result<(), DbError> {
        Err(DbError::other("being built"))
    }
}
