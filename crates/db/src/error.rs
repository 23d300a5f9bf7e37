//! What can go wrong at the database, in words a caller can act on.

/// Why the database said no. Texts never hold values of a row, so that they may be logged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DbError {
    /// A unique index refused the row. A primary key is called `<table>_pkey` on both engines.
    #[error("unique constraint {constraint}")]
    Unique {
        /// The index's name.
        constraint: String,
    },
    /// A CHECK or NOT NULL refused the row.
    #[error("check constraint {constraint}")]
    Check {
        /// The constraint's name, or `table.column` where a value is missing.
        constraint: String,
    },
    /// A foreign key refused the row.
    #[error("foreign key {}", constraint.as_deref().unwrap_or("(not named by the engine)"))]
    ForeignKey {
        /// The constraint's name; SQLite never tells it.
        constraint: Option<String>,
    },
    /// Too much is waiting, or two acts were in each other's way. Nothing was written; the same call may be made again.
    #[error("the database is busy")]
    Busy,
    /// [`Tx::one`](crate::Tx::one) found no row.
    #[error("no such row")]
    NotFound,
    /// The database cannot be reached or is closed. Nothing was written.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The commit was sent and its outcome is not known: the write may or may not be there. Never
    /// tell a person "saved".
    #[error("the database did not acknowledge the commit: {0}")]
    NotAcknowledged(String),
    /// A fault of the program or the schema. Nothing was written.
    #[error("{0}")]
    Other(String),
}

impl DbError {
    pub(crate) fn other(text: impl Into<String>) -> Self {
        Self::Other(text.into())
    }
}
