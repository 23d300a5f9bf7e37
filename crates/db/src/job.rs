//! An act on its way through an engine, its types erased so that the engines are compiled once.

use crate::{Act, BoxFuture, DbError, Metrics, Tx};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::Instant;
use tokio::sync::oneshot;

pub(crate) const AWAITED: &str = "an act awaited something that is not the database";
pub(crate) const PANICKED: &str = "an act panicked";
const WENT_ON: &str = "an act went on after one of its statements had failed";

/// What an engine sees of an act.
pub(crate) trait Job: Send {
    /// Runs the act; `true` if it ended well and may be committed.
    fn start<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool>;
    /// Tells the caller: what the act returned, or `verdict` where that says it did not come to pass.
    fn settle(self: Box<Self>, verdict: Result<(), DbError>);
    /// Whether the caller has gone away.
    fn abandoned(&self) -> bool;
}

struct Pair<F, T, E> {
    gauge: Arc<Gauge>,
    act: Option<F>,
    outcome: Option<Result<T, E>>,
    tell: oneshot::Sender<Result<T, E>>,
}

/// The act as an engine takes it, and where its answer will arrive.
pub(crate) fn pair<F, T, E>(
    gauge: &Arc<Gauge>,
    act: F,
) -> (Box<dyn Job>, oneshot::Receiver<Result<T, E>>)
where
    F: for<'a> FnOnce(&'a mut Tx) -> Act<'a, T, E> + Send + 'static,
    T: Send + 'static,
    E: From<DbError> + Send + 'static,
{
    let (tell, answer) = oneshot::channel();
    (
        Box::new(Pair {
            gauge: gauge.clone(),
            act: Some(act),
            outcome: None,
            tell,
        }),
        answer,
    )
}

impl<F, T, E> Job for Pair<F, T, E>
where
    F: for<'a> FnOnce(&'a mut Tx) -> Act<'a, T, E> + Send,
    T: Send,
    E: From<DbError> + Send,
{
    fn start<'a>(&'a mut self, tx: &'a mut Tx) -> BoxFuture<'a, bool> {
        Box::pin(async move {
            let Some(act) = self.act.take() else {
                return false;
            };
            let before = tx.ran;
            let mut outcome = act(tx).await;
            self.gauge.ran(tx.ran - before);
            // PostgreSQL answers COMMIT after a failed statement with a silent ROLLBACK; both engines refuse it here.
            if outcome.is_ok() && tx.failed {
                outcome = Err(DbError::other(WENT_ON).into());
            }
            self.outcome.insert(outcome).is_ok()
        })
    }

    fn settle(self: Box<Self>, verdict: Result<(), DbError>) {
        let told = match (verdict, self.outcome) {
            (_, Some(Err(own))) => Err(own),
            (Ok(()), Some(Ok(done))) => Ok(done),
            (Err(error), _) => Err(error.into()),
            (Ok(()), None) => Err(DbError::other("an act was never run").into()),
        };
        drop(self.tell.send(told)); // the caller may have gone away
    }

    fn abandoned(&self) -> bool {
        self.tell.is_closed()
    }
}

/// Counters shared between the door and its engine.
#[derive(Default)]
pub(crate) struct Gauge {
    waiting: AtomicU64,
    acts: AtomicU64,
    commits: AtomicU64,
    waited: AtomicU64,
    statements: AtomicU64,
}

/// A place in the queue; given back when dropped.
pub(crate) struct Ticket {
    gauge: Arc<Gauge>,
    since: Instant,
}

impl Gauge {
    /// Counts an act in, unless `limit` are waiting already.
    pub(crate) fn queue(self: &Arc<Self>, limit: usize) -> Result<Ticket, DbError> {
        let waiting = self.waiting.fetch_add(1, Relaxed);
        let ticket = Ticket {
            gauge: self.clone(),
            since: Instant::now(),
        };
        if waiting < limit as u64 {
            Ok(ticket)
        } else {
            Err(DbError::Busy)
        }
    }

    pub(crate) fn committed(&self) {
        self.commits.fetch_add(1, Relaxed);
    }

    fn ran(&self, statements: u64) {
        self.statements.fetch_add(statements, Relaxed);
    }

    pub(crate) fn read(&self) -> Metrics {
        Metrics {
            queue_depth: self.waiting.load(Relaxed),
            acts: self.acts.load(Relaxed),
            commits: self.commits.load(Relaxed),
            queue_wait_micros: self.waited.load(Relaxed),
            statements: self.statements.load(Relaxed),
        }
    }
}

impl Ticket {
    /// The act is begun: it waits no longer.
    pub(crate) fn begun(self) {
        self.gauge.acts.fetch_add(1, Relaxed);
        let micros = u64::try_from(self.since.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.gauge.waited.fetch_add(micros, Relaxed);
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.gauge.waiting.fetch_sub(1, Relaxed);
    }
}
