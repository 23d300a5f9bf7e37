//! Writes numbered rows, each about 2 ms after the one before, and prints each number once it is acknowledged, until it
//! is killed. What was printed must be found in the file afterwards, whatever was done to the machine.
//!
//! `pace FILE [WRITERS]`; built with the feature `mutants`, `CAIRN_MUTANT=no-fsync` plants the fault to be found.
//! `pace FILE count` prints every number in the file instead.

use cairn_db::{Db, DbError, Options, params};
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

cairn_db::statements! {
    TABLE = "CREATE TABLE IF NOT EXISTS pace (n BIGINT PRIMARY KEY, body TEXT NOT NULL)";
    LAST = "SELECT coalesce(max(n), 0) FROM pace";
    ADD = "INSERT INTO pace (n, body) VALUES ($1, $2)";
    ALL_NUMBERS = "SELECT n FROM pace ORDER BY n";
}

/// Writes until the process ends or the database refuses.
pub(crate) async fn pace(url: &str, writers: usize) -> Result<(), DbError> {
    let db = Db::open(url, Options::default()).await?;
    let last = db
        .act(|tx| {
            Box::pin(async {
                tx.execute(&TABLE, &[]).await?;
                tx.one(&LAST, &[]).await?.int(0)
            })
        })
        .await?;
    let next = Arc::new(AtomicI64::new(last + 1));
    let mut tasks = Vec::new();
    for _ in 0..writers.max(1) {
        let (db, next) = (db.clone(), next.clone());
        tasks.push(tokio::spawn(async move {
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                let body = format!("row {n} {}", "x".repeat(200));
                db.act(move |tx| {
                    Box::pin(async move { tx.execute(&ADD, &params![n, body]).await })
                })
                .await?;
                if !tell(n) {
                    return Ok(());
                }
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        }));
    }
    for task in tasks {
        task.await
            .unwrap_or_else(|e| Err(DbError::Other(e.to_string())))?;
    }
    Ok(())
}

/// Prints a number at once; `false` when nobody listens any more.
fn tell(n: i64) -> bool {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{n}").and_then(|()| out.flush()).is_ok()
}

/// Prints every number in the file.
async fn count(url: &str) -> Result<(), DbError> {
    let db = Db::open(url, Options::default()).await?;
    let rows = db.read(|tx| Box::pin(tx.all(&ALL_NUMBERS, &[]))).await?;
    for row in rows {
        tell(row.int(0)?);
    }
    Ok(())
}

#[allow(dead_code, reason = "a test takes this file in as a module")]
#[tokio::main]
async fn main() -> Result<(), DbError> {
    let mut args = std::env::args().skip(1);
    let file = args
        .next()
        .ok_or_else(|| DbError::Other("pace FILE [WRITERS | count]".to_owned()))?;
    let url = if file.contains("://") {
        file
    } else {
        format!("sqlite:{file}")
    };
    match args.next().as_deref() {
        Some("count") => count(&url).await,
        writers => pace(&url, writers.and_then(|w| w.parse().ok()).unwrap_or(1)).await,
    }
}
