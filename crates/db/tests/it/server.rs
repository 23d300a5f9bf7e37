//! What only a database server can do to us.

use crate::world::{number, postgres_schema, run, sql};
use cairn_db::{Db, DbError, Options};
use std::time::Duration;

fn named(url: &str, name: &str) -> String {
    format!("{url}&application_name={name}")
}

#[tokio::test]
async fn a_server_that_is_away_is_told_and_not_waited_for() {
    let options = Options {
        wait: Duration::from_secs(1),
        ..Options::default()
    };
    let away = Db::open("postgres://nobody@127.0.0.1:1/none", options).await;
    assert!(matches!(away.err(), Some(DbError::Unavailable(_))));
    let odd = Db::open("mysql://x", Options::default()).await;
    assert!(matches!(odd.err(), Some(DbError::Other(_))));
}

/// A caller may go away at any moment, also while BEGIN is on its way: the next act must not find itself in the
/// transaction of the one before, least of all in one that only reads.
#[tokio::test(flavor = "multi_thread")]
async fn a_caller_who_goes_away_leaves_no_transaction_open() {
    let Some(schema) = postgres_schema("away").await else {
        return;
    };
    let options = Options {
        pool: 2,
        ..Options::default()
    };
    let db = Db::open(&schema.url, options).await.expect("opens");
    run(&db, "CREATE TABLE note (id BIGINT PRIMARY KEY)")
        .await
        .expect("a table");
    for id in 0..200_u64 {
        let reader = db.clone();
        let read = tokio::spawn(async move {
            let read = reader.read(|tx| Box::pin(tx.all(sql("SELECT 1"), &[])));
            let _: Result<_, DbError> = read.await;
        });
        // Gone after a moment that is a little longer each time.
        let begun = std::time::Instant::now();
        while begun.elapsed() < Duration::from_micros(id * 3) {
            std::hint::spin_loop();
        }
        read.abort();
        drop(read.await);
        run(&db, &format!("INSERT INTO note (id) VALUES ({id})"))
            .await
            .expect("in a transaction of its own");
    }
    assert_eq!(number(&db, "SELECT COUNT(*) FROM note").await, 200);
}

#[tokio::test]
async fn connections_that_the_server_ends_are_replaced() {
    let Some(schema) = postgres_schema("ended").await else {
        return;
    };
    let db = Db::open(&named(&schema.url, "ended_a"), Options::default())
        .await
        .expect("opens");
    run(&db, "CREATE TABLE note (id BIGINT PRIMARY KEY)")
        .await
        .expect("a table");
    let other = Db::open(&named(&schema.url, "ended_b"), Options::default())
        .await
        .expect("opens");
    let kill =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'ended_a'";
    for id in 0..10 {
        run(&other, kill).await.expect("ended");
        run(&db, &format!("INSERT INTO note (id) VALUES ({id})"))
            .await
            .expect("on another connection");
    }
    // Ended in the middle of an act: nothing was written.
    let (first, second) = (
        sql("INSERT INTO note (id) VALUES (100)"),
        sql("INSERT INTO note (id) VALUES (101)"),
    );
    let cut: Result<(), DbError> = db
        .act(move |tx| {
            Box::pin(async move {
                tx.execute(first, &[]).await?;
                tx.execute(sql("SELECT pg_terminate_backend(pg_backend_pid())"), &[])
                    .await?;
                tx.execute(second, &[]).await.map(drop)
            })
        })
        .await;
    assert!(matches!(cut, Err(DbError::Unavailable(_))), "{cut:?}");
    assert_eq!(number(&db, "SELECT count(*) FROM note").await, 10);
}

#[tokio::test]
async fn a_statement_that_takes_too_long_is_stopped() {
    let Some(schema) = postgres_schema("slow").await else {
        return;
    };
    let options = Options {
        statement_timeout: Duration::from_millis(200),
        ..Options::default()
    };
    let db = Db::open(&schema.url, options).await.expect("opens");
    assert_eq!(run(&db, "SELECT pg_sleep(20)").await, Err(DbError::Busy));
    assert!(db.ping().await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deadlock_is_busy_and_a_full_pool_too() {
    let Some(schema) = postgres_schema("deadlock").await else {
        return;
    };
    let options = Options {
        pool: 2,
        wait: Duration::from_millis(300),
        ..Options::default()
    };
    let db = Db::open(&schema.url, options).await.expect("opens");
    run(&db, "CREATE TABLE note (id BIGINT PRIMARY KEY, n BIGINT)")
        .await
        .expect("a table");
    run(&db, "INSERT INTO note (id, n) VALUES (1, 0), (2, 0)")
        .await
        .expect("rows");
    let acts = [(1, 2), (2, 1)].map(|(first, second)| {
        let db = db.clone();
        tokio::spawn(async move {
            let step = |id: i32| sql(&format!("UPDATE note SET n = n + 1 WHERE id = {id}"));
            db.act(move |tx| {
                Box::pin(async move {
                    tx.execute(step(first), &[]).await?;
                    tx.execute(sql("SELECT pg_sleep(0.3)"), &[]).await?;
                    tx.execute(step(second), &[]).await
                })
            })
            .await
        })
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    assert_eq!(
        db.ping().await,
        Err(DbError::Busy),
        "both connections are taken"
    );
    let mut ended = Vec::new();
    for act in acts {
        ended.push(act.await.expect("no panic"));
    }
    ended.sort_by_key(Result::is_err);
    assert_eq!(ended, [Ok(1), Err(DbError::Busy)]);
    assert_eq!(number(&db, "SELECT n FROM note WHERE id = 1").await, 1);
}

/// A commit waits for a standby that does not exist until somebody cancels it: the server then says "committed" with a
/// warning, and the row may vanish with the next failover.
#[tokio::test(flavor = "multi_thread")]
async fn a_commit_that_stopped_waiting_for_its_standby_is_not_acknowledged() {
    let Some(schema) = postgres_schema("standby").await else {
        return;
    };
    // synchronous_standby_names belongs to the whole server; only a server of our own may be changed.
    if std::env::var("CAIRN_TEST_DATABASE_OWN").is_err() {
        use std::io::Write;
        let line = b"skipped: cancelled standby wait (CAIRN_TEST_DATABASE_OWN not set)\n";
        std::io::stderr().write_all(line).expect("standard error");
        return;
    }
    let db = Db::open(&named(&schema.url, "standby_a"), Options::default())
        .await
        .expect("opens");
    let other = Db::open(&named(&schema.url, "standby_b"), Options::default())
        .await
        .expect("opens");
    run(&db, "CREATE TABLE note (id BIGINT PRIMARY KEY)")
        .await
        .expect("a table");
    let url = std::env::var("CAIRN_TEST_DATABASE_URL").expect("set");
    let set = |value: &str| {
        let done = std::process::Command::new("psql")
            .args([
                &url,
                "-qc",
                &format!("ALTER SYSTEM SET synchronous_standby_names = '{value}'"),
            ])
            .args(["-qc", "SELECT pg_reload_conf()"])
            .output();
        assert!(done.expect("psql").status.success());
    };
    set("nobody");
    tokio::time::sleep(Duration::from_millis(500)).await;
    let waiting = tokio::spawn({
        let db = db.clone();
        async move { run(&db, "INSERT INTO note (id) VALUES (1)").await }
    });
    tokio::time::sleep(Duration::from_millis(500)).await;
    let still_waiting = !waiting.is_finished();
    let cancel = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity
        WHERE application_name = 'standby_a' AND wait_event = 'SyncRep'";
    let cancelled = other
        .read(move |tx| Box::pin(tx.all(sql(cancel), &[])))
        .await;
    let told = waiting.await.expect("no panic");
    set("");
    assert!(still_waiting, "the commit did not wait: {told:?}");
    assert_eq!(cancelled.expect("cancelled").len(), 1);
    assert!(matches!(told, Err(DbError::NotAcknowledged(_))), "{told:?}");
}
