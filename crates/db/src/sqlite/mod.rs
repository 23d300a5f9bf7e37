//! SQLite: one thread writes and commits for many acts at once, a few threads read.

use crate::job::{AWAITED, Gauge, Job, PANICKED, Ticket};
use crate::tx::Link as TxLink;
use crate::{DbError, Options, Tx};
pub(crate) use link::Link;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The most acts one commit answers for; more would only make the first of them wait longer.
const GROUP: usize = 512;

mod link;

/// What a thread is asked to do.
enum Message {
    Run(Box<dyn Job>, Ticket),
    Stop,
}

pub(crate) struct Store {
    path: PathBuf,
    options: Options,
    writer: SyncSender<Message>,
    readers: SyncSender<Message>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    acts: Arc<Gauge>,
    reads: Arc<Gauge>,
}

impl Store {
    /// Opens the file, made readable by its owner only, and starts the threads. Blocks.
    pub(crate) fn open(path: &Path, options: Options, acts: Arc<Gauge>) -> Result<Self, DbError> {
        create_private(path)
            .map_err(|e| DbError::Unavailable(format!("cannot open the database file: {e}")))?;
        let (writer, written) = sync_channel(options.queue.saturating_add(1));
        let (readers, asked) = sync_channel(options.queue.saturating_add(1));
        let mut threads = Vec::new();
        let tx = Tx::new(TxLink::Sqlite(Link::open(path, &options)?));
        let gauge = acts.clone();
        threads.push(spawn("db-writer", move || write(tx, &written, &gauge))?);
        let asked = Arc::new(Mutex::new(asked));
        for _ in 0..options.readers.max(1) {
            let link = Link::open(path, &options)?;
            link.batch("PRAGMA query_only = ON")?;
            let asked = asked.clone();
            threads.push(spawn("db-reader", move || {
                read(Tx::new(TxLink::Sqlite(link)), &asked)
            })?);
        }
        let threads = Mutex::new(threads);
        let path = path.to_owned();
        let store = Self {
            path,
            options,
            writer,
            readers,
            threads,
            acts,
            reads: Arc::default(),
        };
        Ok(store)
    }

    /// Queues an act for the writer, or a read for the readers; never waits.
    pub(crate) fn send(&self, job: Box<dyn Job>, writes: bool) -> Result<(), DbError> {
        let (queue, gauge) = if writes {
            (&self.writer, &self.acts)
        } else {
            (&self.readers, &self.reads)
        };
        let ticket = gauge.queue(self.options.queue)?;
        queue
            .try_send(Message::Run(job, ticket))
            .map_err(|error| match error {
                TrySendError::Full(_) => DbError::Busy,
                TrySendError::Disconnected(_) => DbError::Unavailable("it was closed".to_owned()),
            })
    }

    /// Runs one job alone on a connection of its own that checks no foreign keys, as rebuilding a table needs. Blocks.
    pub(crate) fn alone(&self, job: Box<dyn Job>) -> Result<(), DbError> {
        let link = Link::open(&self.path, &self.options)?;
        link.batch("PRAGMA foreign_keys = OFF")?;
        // Another node may be at the same migration for a while.
        link.conn
            .busy_timeout(Duration::from_secs(120))
            .map_err(|e| link.refused(&e))?;
        let apart = Gauge::default();
        group(&mut Tx::new(TxLink::Sqlite(link)), vec![job], &apart);
        Ok(())
    }

    /// Writes a consistent copy to a file that must not be there yet. Blocks.
    pub(crate) fn backup_to(&self, path: &Path) -> Result<(), DbError> {
        let failed =
            |e: std::io::Error| DbError::Unavailable(format!("cannot write the copy: {e}"));
        if path.exists() {
            return Err(DbError::other("the file for the copy is there already"));
        }
        create_private(path).map_err(failed)?;
        let link = Link::open(&self.path, &self.options)?;
        let target = path
            .to_str()
            .ok_or_else(|| DbError::other("the path for the copy is not UTF-8"))?;
        link.conn
            .execute("VACUUM INTO ?1", [target])
            .map_err(|e| link.refused(&e))?;
        std::fs::File::open(path)
            .and_then(|f| f.sync_all())
            .map_err(failed)
    }

    /// Lets the threads finish what is queued and waits for them. Blocks.
    pub(crate) fn close(&self) {
        let threads =
            std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        drop(self.writer.send(Message::Stop)); // an error means that the thread has gone already
        for _ in 1..threads.len() {
            drop(self.readers.send(Message::Stop));
        }
        for thread in threads {
            drop(thread.join());
        }
    }
}

/// Makes the file if it is not there, closed to others, and its name durable.
fn create_private(path: &Path) -> std::io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.sync_all()?;
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    std::fs::File::open(folder)?.sync_all()
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>, DbError> {
    // An act that wrongly sets a timer should be told so, and not panic for want of a runtime.
    let runtime = tokio::runtime::Handle::try_current().ok();
    let thread = thread::Builder::new().name(name.to_owned()).spawn(move || {
        let _entered = runtime.as_ref().map(tokio::runtime::Handle::enter);
        work();
    });
    thread.map_err(|e| DbError::Unavailable(format!("cannot start a thread: {e}")))
}

/// The writer: takes what is waiting, commits it together, tells everybody, and begins again.
fn write(mut tx: Tx, jobs: &Receiver<Message>, gauge: &Gauge) {
    loop {
        let mut batch = Vec::new();
        let mut next = jobs.recv().ok();
        while let Some(Message::Run(job, ticket)) = next {
            ticket.begun();
            batch.push(job);
            next = if batch.len() < GROUP {
                jobs.try_recv().ok()
            } else {
                None
            };
        }
        let last = batch.is_empty() || next.is_some();
        if !batch.is_empty() {
            group(&mut tx, batch, gauge);
        }
        if last {
            return;
        }
    }
}

/// One reader: each read sees one unchanging picture, and nothing is asked for a caller who has gone.
fn read(mut tx: Tx, jobs: &Mutex<Receiver<Message>>) {
    loop {
        let next = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Message::Run(mut job, ticket)) = next else {
            return;
        };
        ticket.begun();
        if !job.abandoned() {
            let begun = link(&mut tx).batch("BEGIN");
            let verdict = begun.and_then(|()| once(&mut tx, &mut *job));
            drop(link(&mut tx).batch("ROLLBACK")); // there was nothing to write
            job.settle(verdict);
        }
    }
}

/// Runs a group of acts under one commit and tells each of them how it went. The commit is counted
/// first, so that whoever has been told finds it counted.
fn group(tx: &mut Tx, batch: Vec<Box<dyn Job>>, gauge: &Gauge) {
    if let Err(error) = link(tx).batch("BEGIN IMMEDIATE") {
        batch
            .into_iter()
            .for_each(|job| job.settle(Err(error.clone())));
        return;
    }
    let mut verdicts = Vec::with_capacity(batch.len());
    let mut lost = None;
    let mut jobs = batch.into_iter();
    for mut job in jobs.by_ref() {
        let ran = apart(tx, &mut *job);
        let broken = ran.as_ref().err().cloned();
        verdicts.push((job, ran.unwrap_or_else(Err)));
        if broken.is_some() {
            lost = broken;
            break;
        }
    }
    if lost.is_none() && crate::mutant("ack-early") {
        for (job, verdict) in verdicts.drain(..) {
            job.settle(verdict);
        }
        thread::sleep(Duration::from_millis(20));
    }
    if lost.is_none() {
        let committed = link(tx).batch("COMMIT");
        lost = committed
            .err()
            .map(|e| DbError::NotAcknowledged(e.to_string()));
    }
    if crate::mutant("ack-lost") {
        lost = None;
    }
    if !link(tx).conn.is_autocommit() {
        drop(link(tx).batch("ROLLBACK")); // what was lost is told below
    }
    if lost.is_none() {
        gauge.committed();
    }
    for (job, verdict) in verdicts {
        job.settle(lost.clone().map_or(verdict, Err));
    }
    for job in jobs {
        job.settle(Err(lost.clone().unwrap_or(DbError::Busy)));
    }
}

/// Runs one act of a group in a savepoint of its own. The inner answer is the act's; an outer error means that the
/// engine gave up the whole transaction (a full disk, say) and with it the acts before this one.
fn apart(tx: &mut Tx, job: &mut dyn Job) -> Result<Result<(), DbError>, DbError> {
    link(tx).batch("SAVEPOINT act")?;
    let verdict = once(tx, job);
    if link(tx).conn.is_autocommit() {
        return Err(DbError::Unavailable(
            "the storage failed under a group of acts".to_owned(),
        ));
    }
    if verdict.is_err() {
        link(tx).batch("ROLLBACK TO act")?;
    }
    link(tx).batch("RELEASE act")?;
    Ok(verdict)
}

/// Polls an act exactly once: nothing here ever waits, so an act that does wait waits for something else.
fn once(tx: &mut Tx, job: &mut dyn Job) -> Result<(), DbError> {
    tx.failed = false;
    let mut context = Context::from_waker(Waker::noop());
    let polled = catch_unwind(AssertUnwindSafe(|| {
        job.start(tx).as_mut().poll(&mut context)
    }));
    match polled {
        Ok(Poll::Ready(true)) => Ok(()),
        Ok(Poll::Ready(false)) => Err(DbError::other("the act refused")), // its own words are told instead
        Ok(Poll::Pending) => Err(DbError::other(AWAITED)),
        Err(_) => Err(DbError::other(PANICKED)),
    }
}

fn link(tx: &mut Tx) -> &mut Link {
    match &mut tx.link {
        TxLink::Sqlite(link) => link,
        TxLink::Postgres(_) => {
            unreachable!("a thread of SQLite was given a transaction of PostgreSQL")
        }
    }
}
