#![doc = include_str!("../README.md")]

mod error;
mod statement;
mod tx;
mod value;

pub use error::DbError;
pub use statement::Statement;
use std::{future::Future, path::Path, pin::Pin, time::Duration};
pub use tx::Tx;
pub use value::{Row, Value};

/// A boxed future, as acts return it: `Box::pin(async move { … })`.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
/// What an act returns.
pub type Act<'a, T, E> = BoxFuture<'a, Result<T, E>>;

/// Which database is behind the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// A file beside the program.
    Sqlite,
    /// PostgreSQL 15 or newer.
    Postgres,
}

/// Settings of the door. `Options::default()` is right for most.
#[derive(Debug, Clone)]
pub struct Options {
    /// How many acts (and as many reads) may wait before the answer is [`DbError::Busy`]. 4096.
    pub queue: usize,
    /// SQLite: connections that read. 4.
    pub readers: usize,
    /// PostgreSQL: connections in the pool. 16.
    pub pool: usize,
    /// How long to wait for a connection, or for another process's lock. 5 s.
    pub wait: Duration,
    /// PostgreSQL: how long one statement may take (COMMIT is never cut short). 30 s.
    pub statement_timeout: Duration,
    /// `false` plants a fault: commits are told "done" before they are on disk. Only for the check that must notice it.
    pub fsync: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            queue: 4096,
            readers: 4,
            pool: 16,
            wait: Duration::from_secs(5),
            statement_timeout: Duration::from_secs(30),
            fsync: true,
        }
    }
}

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

/// Counters since the database was opened.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Metrics {
    /// Acts waiting now.
    pub queue_depth: u64,
    /// Acts run, whether they ended well or not.
    pub acts: u64,
    /// Commits made for them (SQLite: one for many acts).
    pub commits: u64,
    /// Microseconds all acts together waited before they were begun.
    pub queue_wait_micros: u64,
}

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    engine: Engine,
}

impl Db {
    /// Opens `sqlite:/path/to/file.db` (made if absent) or `postgres://user@host/name`.
    pub async fn open(_url: &str, _options: Options) -> Result<Db, DbError> {
        Err(DbError::other("being built"))
    }

    /// Which database this is.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Runs an act in one transaction: `Ok` means committed and durable before it returns, `Err` that nothing of it remains.
    pub async fn act<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a mut Tx) -> Act<'a, T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        drop(f);
        Err(DbError::other("being built").into())
    }

    /// Runs a read on one unchanging picture of the data; writing is refused.
    pub async fn read<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a mut Tx) -> Act<'a, T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        drop(f);
        Err(DbError::other("being built").into())
    }

    /// Applies the migrations not yet applied and returns their names. `now` is written down as the time, in microseconds since 1970.
    pub async fn migrate(
        &self,
        _list: &'static [Migration],
        _now: i64,
    ) -> Result<Vec<&'static str>, DbError> {
        Err(DbError::other("being built"))
    }

    /// Asks the database for a sign of life.
    pub async fn ping(&self) -> Result<(), DbError> {
        Err(DbError::other("being built"))
    }

    /// Counters since opening.
    pub fn metrics(&self) -> Metrics {
        Metrics::default()
    }

    /// Acts waiting now.
    pub fn queue_depth(&self) -> usize {
        0
    }

    /// Prepares each statement and returns those the database refuses.
    pub async fn check_statements(
        &self,
        _all: &[&'static Statement],
    ) -> Vec<(&'static str, DbError)> {
        Vec::new()
    }

    /// SQLite: writes a consistent copy into a new file, made durable before it returns.
    pub async fn backup_to(&self, _path: &Path) -> Result<(), DbError> {
        Err(DbError::other("being built"))
    }

    /// Lets waiting acts finish and closes every connection; other clones then answer [`DbError::Unavailable`].
    pub async fn close(self) {}
}
