#![doc = include_str!("../README.md")]

mod error;
mod job;
mod migrate;
mod postgres;
mod sqlite;
mod statement;
mod tx;
mod value;

pub use error::DbError;
use job::{Gauge, Job};
pub use migrate::Migration;
pub use statement::Statement;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
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

impl Options {
    /// With the feature `mutants`, a fault may also be planted from outside: `CAIRN_MUTANT=no-fsync`.
    fn with_mutants(mut self) -> Self {
        self.fsync &= !mutant("no-fsync");
        self
    }
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
    /// Statements that acts and reads have run.
    pub statements: u64,
}

crate::statements! {
    PING = "SELECT 1";
}

/// The database. Cheap to clone; the last clone dropped closes it.
#[derive(Clone)]
pub struct Db {
    store: Arc<Store>,
    gauge: Arc<Gauge>,
}

enum Store {
    Sqlite(sqlite::Store),
    Postgres(postgres::Store),
}

impl Db {
    /// Opens `sqlite:/path/to/file.db` (made if absent) or `postgres://user@host/name`.
    ///
    /// A PostgreSQL server that cannot be reached is [`DbError::Unavailable`]; once open, the pool mends itself.
    pub async fn open(url: &str, options: Options) -> Result<Db, DbError> {
        let gauge = Arc::new(Gauge::default());
        let options = options.with_mutants();
        let store = if let Some(path) = url.strip_prefix("sqlite:") {
            let (path, acts) = (PathBuf::from(path), gauge.clone());
            Store::Sqlite(blocking(move || sqlite::Store::open(&path, options, acts)).await?)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            Store::Postgres(postgres::Store::open(url, options, gauge.clone()).await?)
        } else {
            return Err(DbError::other(
                "the database's address begins with sqlite: or postgres://",
            ));
        };
        Ok(Db {
            store: Arc::new(store),
            gauge,
        })
    }

    /// Which database this is.
    pub fn engine(&self) -> Engine {
        match *self.store {
            Store::Sqlite(_) => Engine::Sqlite,
            Store::Postgres(_) => Engine::Postgres,
        }
    }

    /// Runs an act in one transaction: `Ok` means committed and durable before it returns, `Err` that nothing of it
    /// remains, but for [`DbError::NotAcknowledged`], where that is not known.
    ///
    /// The act runs to its end even if the caller goes away meanwhile.
    pub async fn act<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a mut Tx) -> Act<'a, T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (job, answer) = job::pair(&self.gauge, f);
        self.send(job, true).await?;
        answer.await.unwrap_or_else(|_| Err(stopped().into()))
    }

    /// Runs a read on one unchanging picture of the data; writing is refused.
    pub async fn read<T, E, F>(&self, f: F) -> Result<T, E>
    where
        F: for<'a> FnOnce(&'a mut Tx) -> Act<'a, T, E> + Send + 'static,
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let (job, answer) = job::pair(&self.gauge, f);
        self.send(job, false).await?;
        answer.await.unwrap_or_else(|_| Err(stopped().into()))
    }

    async fn send(&self, job: Box<dyn Job>, writes: bool) -> Result<(), DbError> {
        match &*self.store {
            Store::Sqlite(store) => store.send(job, writes),
            Store::Postgres(store) => store.run(job, writes),
        }
    }

    /// Applies the migrations not yet applied, all together or none, and returns their names. Several nodes may call it
    /// at once. `now` is written down as the time, in microseconds since 1970.
    pub async fn migrate(
        &self,
        list: &'static [Migration],
        now: i64,
    ) -> Result<Vec<&'static str>, DbError> {
        let (job, answer) = job::pair(&self.gauge, move |tx: &mut Tx| {
            Box::pin(migrate::migrate(tx, list, now)) as BoxFuture<'_, _>
        });
        if self.engine() == Engine::Sqlite {
            self.on_file(move |store| store.alone(job)).await?;
        } else {
            self.send(job, true).await?;
        }
        answer.await.unwrap_or_else(|_| Err(stopped()))
    }

    /// Asks the database for a sign of life.
    pub async fn ping(&self) -> Result<(), DbError> {
        self.read(|tx| Box::pin(async { tx.one(&PING, &[]).await.map(drop) }))
            .await
    }

    /// Counters since opening.
    pub fn metrics(&self) -> Metrics {
        self.gauge.read()
    }

    /// Acts waiting now.
    pub fn queue_depth(&self) -> u64 {
        self.metrics().queue_depth
    }

    /// Prepares each statement and returns those the database refuses.
    pub async fn check_statements(
        &self,
        all: &[&'static Statement],
    ) -> Vec<(&'static str, DbError)> {
        let mut refused = Vec::new();
        for &statement in all {
            let prepared = self.read(move |tx| Box::pin(tx.prepare(statement))).await;
            refused.extend(prepared.err().map(|error: DbError| (statement.name, error)));
        }
        refused
    }

    /// SQLite: writes a consistent copy into a new file, durable before this returns. PostgreSQL has its own tools.
    pub async fn backup_to(&self, path: &Path) -> Result<(), DbError> {
        let path = path.to_owned();
        self.on_file(move |store| store.backup_to(&path)).await
    }

    /// Lets waiting acts finish and closes every connection; other clones then answer [`DbError::Unavailable`].
    pub async fn close(self) {
        if let Store::Postgres(store) = &*self.store {
            store.close().await;
        } else {
            let closed = self.on_file(|store| {
                store.close();
                Ok(())
            });
            drop(closed.await);
        }
    }

    /// Runs what blocks, on SQLite's side, away from the async threads.
    async fn on_file<T: Send + 'static>(
        &self,
        work: impl FnOnce(&sqlite::Store) -> Result<T, DbError> + Send + 'static,
    ) -> Result<T, DbError> {
        let store = self.store.clone();
        blocking(move || match &*store {
            Store::Sqlite(store) => work(store),
            Store::Postgres(_) => Err(DbError::other("only for a database in a file")),
        })
        .await
    }
}

async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, DbError> + Send + 'static,
) -> Result<T, DbError> {
    tokio::task::spawn_blocking(work)
        .await
        .unwrap_or_else(|_| Err(stopped()))
}

/// Whether a fault has been planted; always `false` without the feature `mutants`.
fn mutant(name: &str) -> bool {
    cfg!(feature = "mutants") && std::env::var("CAIRN_MUTANT").is_ok_and(|planted| planted == name)
}

fn stopped() -> DbError {
    DbError::Unavailable("it was closed".to_owned())
}
