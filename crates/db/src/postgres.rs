//! PostgreSQL: a pool of connections, BEGIN and COMMIT by hand, each act in a task of its own.

use crate::job::{AWAITED, Gauge, Job, PANICKED};
use crate::tx::{Answer, Link as TxLink, Take};
use crate::{BoxFuture, DbError, Options, Row, Statement, Tx, Value, stopped};
use bytes::BytesMut;
use deadpool_postgres::{
    Connect, Manager, ManagerConfig, Object, Pool, PoolError, Runtime, TimeoutType,
};
use futures_util::FutureExt;
use std::future::poll_fn;
use std::panic::AssertUnwindSafe;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use std::task::Poll;
use std::time::Duration;
use tokio::sync::RwLock;
use tokio::task::JoinHandle;
use tokio_postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use tokio_postgres::{AsyncMessage, Client, Config, Error, NoTls};

const BEGIN_ACT: &str = "BEGIN ISOLATION LEVEL READ COMMITTED";
const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
/// The statement timeout must not cut short a COMMIT that waits for its standby: that would be answered with success.
const COMMIT: &str = "SET LOCAL statement_timeout = 0; COMMIT";
const CANCELLED: &str = "canceling wait for synchronous replication";

pub(crate) struct Store {
    pool: Pool,
    queue: usize,
    /// How often a server said that it stopped waiting for its standby.
    cancelled: Arc<AtomicU64>,
    acts: Arc<Gauge>,
    reads: Arc<Gauge>,
    /// Held by every act that is under way, so that closing can wait for them.
    running: Arc<RwLock<()>>,
}

impl Store {
    pub(crate) async fn open(
        url: &str,
        options: Options,
        acts: Arc<Gauge>,
    ) -> Result<Self, DbError> {
        let mut config: Config = url
            .parse()
            .map_err(|e| DbError::Other(format!("the database's address: {e}")))?;
        if config.get_application_name().is_none() {
            config.application_name("cairn");
        }
        let mut set = config.get_options().unwrap_or_default().to_owned();
        set += &format!(
            " -c statement_timeout={}",
            options.statement_timeout.as_millis()
        );
        set += " -c idle_in_transaction_session_timeout=60000";
        if !options.fsync {
            set += " -c synchronous_commit=off";
        }
        config.options(set).connect_timeout(options.wait);
        config
            .keepalives_idle(Duration::from_secs(30))
            .tcp_user_timeout(Duration::from_secs(30));
        let cancelled = Arc::new(AtomicU64::new(0));
        let connect = Listening {
            cancelled: cancelled.clone(),
        };
        let manager = Manager::from_connect(config, connect, ManagerConfig::default());
        let pool = Pool::builder(manager)
            .max_size(options.pool.max(1))
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(options.wait))
            .create_timeout(Some(options.wait))
            .build()
            .map_err(|e| DbError::Other(e.to_string()))?;
        let store = Self {
            pool,
            queue: options.queue,
            cancelled,
            acts,
            reads: Arc::default(),
            running: Arc::default(),
        };
        let client = store.pool.get().await.map_err(no_connection)?;
        let row = client
            .query_one("SELECT current_setting('server_version_num')::BIGINT", &[])
            .await;
        if row
            .and_then(|row| row.try_get::<_, i64>(0))
            .map_err(|e| refused("open", &e))?
            < 150_000
        {
            return Err(DbError::other("PostgreSQL 15 or newer is needed"));
        }
        Ok(store)
    }

    /// Runs an act or a read in a task of its own: a caller who goes away does not stop it halfway.
    pub(crate) fn run(&self, mut job: Box<dyn Job>, writes: bool) -> Result<(), DbError> {
        let gauge = if writes { &self.acts } else { &self.reads };
        let ticket = gauge.queue(self.queue)?;
        let running = self
            .running
            .clone()
            .try_read_owned()
            .map_err(|_| stopped())?;
        let (cancelled, acts) = (self.cancelled.clone(), self.acts.clone());
        let pool = self.pool.clone();
        // BEGIN belongs into the task too: a caller who goes away while it is on its way would give
        // back a connection with an open transaction, and the next act would find itself in that.
        tokio::spawn(async move {
            let begin = if writes { BEGIN_ACT } else { BEGIN_READ };
            let client = match begun(&pool, begin).await {
                Ok(client) => client,
                Err(error) => return job.settle(Err(error)),
            };
            ticket.begun();
            let busy = Arc::new(AtomicBool::new(false));
            let mut tx = Tx::new(TxLink::Postgres(Link {
                client: Some(client),
                busy: busy.clone(),
            }));
            let ran = once(&mut tx, &mut *job, &busy).await;
            let TxLink::Postgres(link) = &mut tx.link else {
                return;
            };
            let ended = link.end(writes && ran.is_ok(), &cancelled).await;
            if writes && ran.is_ok() && ended.is_ok() {
                acts.committed();
            }
            job.settle(if writes { ran.and(ended) } else { ran });
            drop(running);
        });
        Ok(())
    }

    /// Takes no new acts and waits for those under way.
    pub(crate) async fn close(&self) {
        self.pool.close();
        drop(self.running.write().await);
    }
}

/// A connection with a transaction begun. One that died while it lay in the pool is replaced.
async fn begun(pool: &Pool, begin: &str) -> Result<Object, DbError> {
    let mut left = pool.status().max_size;
    loop {
        let client = pool.get().await.map_err(no_connection)?;
        match client.batch_execute(begin).await {
            Ok(()) => return Ok(client),
            Err(e) if left == 0 => return Err(refused("begin", &e)),
            Err(_) => drop(Object::take(client)),
        }
        left -= 1;
    }
}

/// Polls an act to its end, so long as what it waits for is the database.
async fn once(tx: &mut Tx, job: &mut dyn Job, busy: &AtomicBool) -> Result<(), DbError> {
    let mut act = pin!(AssertUnwindSafe(job.start(tx)).catch_unwind());
    let ended = poll_fn(|context| match act.as_mut().poll(context) {
        Poll::Ready(ended) => Poll::Ready(Some(ended)),
        Poll::Pending if busy.load(SeqCst) => Poll::Pending,
        Poll::Pending => Poll::Ready(None),
    });
    match ended.await {
        Some(Ok(true)) => Ok(()),
        Some(Ok(false)) => Err(DbError::other("the act refused")), // its own words are told instead
        Some(Err(_)) => Err(DbError::other(PANICKED)),
        None => Err(DbError::other(AWAITED)),
    }
}

/// A connection in a transaction. Dropped before the end, it is closed and not given back to the pool.
pub(crate) struct Link {
    client: Option<Object>,
    /// Set while a statement is under way.
    busy: Arc<AtomicBool>,
}

impl Drop for Link {
    fn drop(&mut self) {
        drop(self.client.take().map(Object::take));
    }
}

impl Link {
    async fn end(&mut self, commit: bool, cancelled: &AtomicU64) -> Result<(), DbError> {
        let before = cancelled.load(SeqCst);
        let client = self.client()?;
        let ended = client
            .batch_execute(if commit { COMMIT } else { "ROLLBACK" })
            .await;
        let outcome = match ended {
            Err(e) => Err(if commit {
                unknown(&e)
            } else {
                refused("rollback", &e)
            }),
            // Told by whichever connection: better one acknowledged write in doubt than one lost in silence.
            Ok(()) if commit && cancelled.load(SeqCst) != before => Err(DbError::NotAcknowledged(
                "the server stopped waiting for its standby".to_owned(),
            )),
            Ok(()) => Ok(()),
        };
        if outcome.is_ok() {
            drop(self.client.take()); // back to the pool
        }
        outcome
    }

    fn client(&self) -> Result<&Object, DbError> {
        self.client
            .as_ref()
            .ok_or_else(|| DbError::other("the transaction has ended"))
    }

    pub(crate) async fn batch(&mut self, text: &str) -> Result<(), DbError> {
        self.busy.store(true, SeqCst);
        let done = self.client()?.batch_execute(text).await;
        self.busy.store(false, SeqCst);
        done.map_err(|e| refused("batch", &e))
    }

    pub(crate) async fn prepare(&mut self, statement: &Statement) -> Result<(), DbError> {
        self.busy.store(true, SeqCst);
        let done = self.client()?.prepare(statement.postgres).await;
        self.busy.store(false, SeqCst);
        done.map(drop).map_err(|e| refused(statement.name, &e))
    }

    pub(crate) async fn run(
        &mut self,
        statement: &Statement,
        values: &[Value],
        take: Take,
    ) -> Result<Answer, DbError> {
        self.busy.store(true, SeqCst);
        let answer = ask(self.client()?, statement, values, take).await;
        self.busy.store(false, SeqCst);
        answer
    }
}

async fn ask(
    client: &Object,
    statement: &Statement,
    values: &[Value],
    take: Take,
) -> Result<Answer, DbError> {
    let failed = |e: Error| refused(statement.name, &e);
    let prepared = client
        .prepare_cached(statement.postgres)
        .await
        .map_err(failed)?;
    let wanted = prepared.params().len();
    if wanted != values.len() {
        let (name, given) = (statement.name, values.len());
        return Err(DbError::Other(format!(
            "{name}: {given} values for {wanted} parameters"
        )));
    }
    let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|v| v as _).collect();
    if take == Take::Count {
        let count = client.execute(&prepared, &values).await.map_err(failed)?;
        return Ok(Answer {
            count,
            rows: Vec::new(),
        });
    }
    let found = client.query(&prepared, &values).await.map_err(failed)?;
    let wanted = if take == Take::First { 1 } else { found.len() };
    let rows = found.iter().take(wanted).map(|row| {
        let cells = (0..row.len()).map(|i| row.try_get(i));
        cells.collect::<Result<_, _>>().map(Row).map_err(failed)
    });
    Ok(Answer {
        count: found.len() as u64,
        rows: rows.collect::<Result<_, _>>()?,
    })
}

/// Connects, and listens for the warning that a COMMIT did not wait for its standby.
struct Listening {
    cancelled: Arc<AtomicU64>,
}

impl Connect for Listening {
    fn connect(&self, config: &Config) -> BoxFuture<'_, Result<(Client, JoinHandle<()>), Error>> {
        let (config, cancelled) = (config.clone(), self.cancelled.clone());
        Box::pin(async move {
            let (client, mut connection) = config.connect(NoTls).await?;
            let task = tokio::spawn(async move {
                // The warning arrives before the answer to the COMMIT it belongs to.
                while let Some(message) = poll_fn(|context| connection.poll_message(context)).await
                {
                    match message {
                        Ok(AsyncMessage::Notice(notice))
                            if notice.message().contains(CANCELLED) =>
                        {
                            cancelled.fetch_add(1, SeqCst);
                        }
                        Ok(_) => {}
                        Err(error) => {
                            let error = refused("connection", &error);
                            tracing::warn!(%error, "a connection to the database ended");
                            return;
                        }
                    }
                }
            });
            Ok((client, task))
        })
    }
}

fn no_connection(error: PoolError) -> DbError {
    match error {
        PoolError::Timeout(TimeoutType::Wait) => DbError::Busy,
        PoolError::Backend(e) => match refused("connect", &e) {
            DbError::Other(text) => DbError::Unavailable(text),
            known => known,
        },
        other => DbError::Unavailable(other.to_string()),
    }
}

/// After COMMIT was sent: only a plain refusal by the server is certain.
fn unknown(error: &Error) -> DbError {
    match refused("commit", error) {
        DbError::Unavailable(text) | DbError::Other(text) => DbError::NotAcknowledged(text),
        known => known,
    }
}

/// Puts the engine's error into the door's words. Detail and data errors are left out: they quote values.
fn refused(name: &str, error: &Error) -> DbError {
    let Some(db) = error.as_db_error() else {
        let text = format!("{name}: {error}");
        let lost = error.is_closed()
            || std::error::Error::source(error).is_some_and(|s| s.is::<std::io::Error>());
        return if lost {
            DbError::Unavailable(text)
        } else {
            DbError::Other(text)
        };
    };
    let constraint = db.constraint().unwrap_or_default().to_owned();
    let code = db.code().code();
    match code {
        "23505" | "23P01" => DbError::Unique { constraint },
        "23502" => DbError::Check {
            constraint: format!(
                "{}.{}",
                db.table().unwrap_or_default(),
                db.column().unwrap_or_default()
            ),
        },
        "23503" => DbError::ForeignKey {
            constraint: Some(constraint),
        },
        "23514" => DbError::Check { constraint },
        "P0001" => DbError::Check {
            constraint: db.message().to_owned(),
        },
        // Serialization failure, deadlock, lock not to be had, statement timeout.
        "40001" | "40P01" | "55P03" | "57014" => DbError::Busy,
        _ if ["08", "53", "57", "58"].contains(&&code[..2]) => {
            DbError::Unavailable(format!("{name}: {code} {}", db.message()))
        }
        _ if code.starts_with("22") => {
            DbError::Other(format!("{name}: {code} a value does not fit"))
        }
        _ => DbError::Other(format!("{name}: {code} {}", db.message())),
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, ty) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Bool(v), &Type::BOOL) => v.to_sql(ty, out),
            (Value::Int(v), &Type::INT8) => v.to_sql(ty, out),
            (Value::Int(v), &Type::INT4) => i32::try_from(*v)?.to_sql(ty, out),
            (Value::Int(v), &Type::INT2) => i16::try_from(*v)?.to_sql(ty, out),
            (Value::Real(v), &Type::FLOAT8) => v.to_sql(ty, out),
            (Value::Text(v), &Type::TEXT | &Type::VARCHAR | &Type::NAME | &Type::BPCHAR) => {
                v.to_sql(ty, out)
            }
            (Value::Bytes(v), &Type::BYTEA) => v.to_sql(ty, out),
            (Value::Bytes(v), &Type::UUID) => uuid::Uuid::from_slice(v)?.to_sql(ty, out),
            (Value::Id(v), &Type::UUID) => v.to_sql(ty, out),
            _ => Err(format!("the parameter is a {ty}, the value is not").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(
        ty: &Type,
        raw: &'a [u8],
    ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(match *ty {
            Type::BOOL => Self::Bool(bool::from_sql(ty, raw)?),
            Type::INT8 => Self::Int(i64::from_sql(ty, raw)?),
            Type::INT4 => Self::Int(i32::from_sql(ty, raw)?.into()),
            Type::INT2 => Self::Int(i16::from_sql(ty, raw)?.into()),
            Type::FLOAT8 => Self::Real(f64::from_sql(ty, raw)?),
            Type::FLOAT4 => Self::Real(f32::from_sql(ty, raw)?.into()),
            Type::BYTEA => Self::Bytes(Vec::from_sql(ty, raw)?),
            Type::UUID => Self::Id(uuid::Uuid::from_sql(ty, raw)?),
            _ => Self::Text(String::from_sql(ty, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(ty: &Type) -> bool {
        const NUMBERS: [Type; 8] = [
            Type::BOOL,
            Type::INT8,
            Type::INT4,
            Type::INT2,
            Type::FLOAT8,
            Type::FLOAT4,
            Type::BYTEA,
            Type::UUID,
        ];
        NUMBERS.contains(ty) || <String as FromSql>::accepts(ty)
    }
}
