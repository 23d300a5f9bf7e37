//! Group commit on SQLite: many acts, one commit, and each told the truth.

use crate::world::{Folder, number, run, shape, sql, url};
use cairn_db::{Db, DbError, Options, params};
use std::sync::mpsc;
use std::time::Duration;

cairn_db::statements! {
    ADD = "INSERT INTO note (id, body) VALUES ($1, $2)";
    PLACELESS = "INSERT INTO child (id, note) VALUES (1, 99)";
    /// Lets a broken foreign key through until the commit, which then fails: the only way to have
    /// a commit fail at will.
    DEFER = "PRAGMA defer_foreign_keys = ON";
    NARROW = "PRAGMA max_page_count = 40";
}

async fn open(folder: &Folder, options: Options) -> Db {
    let db = Db::open(&folder.url(), options).await.expect("opens");
    run(
        &db,
        "CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)",
    )
    .await
    .expect("a table");
    run(
        &db,
        "CREATE TABLE child (id BIGINT PRIMARY KEY, note BIGINT REFERENCES note (id))",
    )
    .await
    .expect("a table");
    db
}

/// Holds the writer inside an act until told to go on, so that what is sent meanwhile ends in one group.
async fn hold(
    db: &Db,
) -> (
    mpsc::Sender<()>,
    tokio::task::JoinHandle<Result<(), DbError>>,
) {
    let (go, gone) = mpsc::channel::<()>();
    let (began, begun) = tokio::sync::oneshot::channel();
    let db = db.clone();
    let held = tokio::spawn(async move {
        db.act(move |_| {
            Box::pin(async move {
                began.send(()).expect("the test waits");
                gone.recv().map_err(|e| DbError::Other(e.to_string()))
            })
        })
        .await
    });
    begun.await.expect("held");
    (go, held)
}

fn add(db: &Db, id: i64, body: String) -> tokio::task::JoinHandle<Result<u64, DbError>> {
    let db = db.clone();
    tokio::spawn(async move {
        db.act(move |tx| Box::pin(async move { tx.execute(&ADD, &params![id, body]).await }))
            .await
    })
}

async fn queued(db: &Db, wanted: u64) {
    while db.queue_depth() < wanted {
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test]
async fn many_acts_share_a_commit_and_the_bad_ones_fall_alone() {
    let folder = Folder::new();
    let db = open(&folder, Options::default()).await;
    let (go, held) = hold(&db).await;
    let before = db.metrics().commits;
    let good: Vec<_> = (0..100)
        .map(|id| add(&db, id, format!("note {id}")))
        .collect();
    queued(&db, 100).await;
    let double = add(&db, 5, "again".to_owned());
    let other = db.clone();
    let panicking = tokio::spawn(async move {
        other
            .act(shape::<(), _>(|_| {
                Box::pin(async { panic!("planted by a test") })
            }))
            .await
    });
    queued(&db, 102).await;
    go.send(()).expect("the writer goes on");
    assert_eq!(held.await.expect("no panic"), Ok(()));
    for act in good {
        assert_eq!(act.await.expect("no panic"), Ok(1));
    }
    let unique = DbError::Unique {
        constraint: "note_pkey".into(),
    };
    assert_eq!(double.await.expect("no panic"), Err(unique));
    assert!(panicking.await.expect("told, not thrown").is_err());
    assert_eq!(number(&db, "SELECT count(*) FROM note").await, 100);
    assert_eq!(
        db.metrics().commits - before,
        2,
        "one for the held act, one for the other 102"
    );
}

#[tokio::test]
async fn a_failed_commit_is_told_to_the_whole_group() {
    let folder = Folder::new();
    let db = open(&folder, Options::default()).await;
    let (go, held) = hold(&db).await;
    let good: Vec<_> = (0..10)
        .map(|id| add(&db, id, format!("note {id}")))
        .collect();
    queued(&db, 10).await;
    let other = db.clone();
    let bad = tokio::spawn(async move {
        other
            .act(|tx| {
                Box::pin(async {
                    tx.execute(&DEFER, &[]).await?;
                    tx.execute(&PLACELESS, &[]).await
                })
            })
            .await
    });
    queued(&db, 11).await;
    go.send(()).expect("the writer goes on");
    assert_eq!(held.await.expect("no panic"), Ok(()));
    for act in good {
        assert!(matches!(
            act.await.expect("no panic"),
            Err(DbError::NotAcknowledged(_))
        ));
    }
    assert!(matches!(
        bad.await.expect("no panic"),
        Err(DbError::NotAcknowledged(_))
    ));
    assert_eq!(number(&db, "SELECT count(*) FROM note").await, 0);
    assert_eq!(
        add(&db, 1, "after".into()).await.expect("no panic"),
        Ok(1),
        "the writer goes on"
    );
}

#[tokio::test]
async fn a_full_disk_in_the_middle_tells_nobody_done() {
    let folder = Folder::new();
    let db = open(&folder, Options::default()).await;
    db.act(|tx| Box::pin(tx.all(&NARROW, &[])))
        .await
        .expect("a small disk");
    let mut kept = 0;
    let mut refused = 0;
    for round in 0..20_i64 {
        let acts: Vec<_> = (0..20)
            .map(|i| add(&db, round * 20 + i, "x".repeat(3000)))
            .collect();
        for act in acts {
            match act.await.expect("no panic") {
                Ok(_) => kept += 1,
                Err(DbError::Unavailable(_)) => refused += 1,
                Err(other) => panic!("{other:?}"),
            }
        }
    }
    assert!(kept > 0 && refused > 0, "kept {kept}, refused {refused}");
    assert_eq!(number(&db, "SELECT count(*) FROM note").await, kept);
}

#[tokio::test]
async fn a_full_queue_says_busy_at_once() {
    let folder = Folder::new();
    let db = open(
        &folder,
        Options {
            queue: 10,
            ..Options::default()
        },
    )
    .await;
    let (go, held) = hold(&db).await;
    let waiting: Vec<_> = (0..10).map(|id| add(&db, id, "waits".into())).collect();
    queued(&db, 10).await;
    assert_eq!(
        add(&db, 99, "too many".into()).await.expect("no panic"),
        Err(DbError::Busy)
    );
    go.send(()).expect("the writer goes on");
    held.await.expect("no panic").expect("done");
    for act in waiting {
        act.await.expect("no panic").expect("done");
    }
    assert_eq!(number(&db, "SELECT count(*) FROM note").await, 10);
}

#[tokio::test]
async fn closing_finishes_what_is_queued() {
    let folder = Folder::new();
    let db = open(&folder, Options::default()).await;
    let (go, held) = hold(&db).await;
    let waiting: Vec<_> = (0..10).map(|id| add(&db, id, "waits".into())).collect();
    queued(&db, 10).await;
    let closing = tokio::spawn(db.clone().close());
    go.send(()).expect("the writer goes on");
    held.await.expect("no panic").expect("done");
    for act in waiting {
        act.await.expect("no panic").expect("done");
    }
    closing.await.expect("closed");
}

#[tokio::test]
async fn a_copy_is_whole_private_and_never_overwrites() {
    let folder = Folder::new();
    let db = open(&folder, Options::default()).await;
    add(&db, 1, "one".into())
        .await
        .expect("no panic")
        .expect("kept");
    let copy = folder.file().with_extension("copy");
    db.backup_to(&copy).await.expect("copied");
    assert!(db.backup_to(&copy).await.is_err());
    let opened = Db::open(&url(&copy), Options::default())
        .await
        .expect("opens");
    assert_eq!(number(&opened, "SELECT count(*) FROM note").await, 1);
    for path in [folder.file(), copy] {
        let mode =
            std::os::unix::fs::PermissionsExt::mode(&path.metadata().expect("there").permissions());
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[tokio::test]
async fn the_file_is_kept_as_promised() {
    let folder = Folder::new();
    let db = open(&folder, Options::default()).await;
    for (pragma, expected) in [
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
    ] {
        let statement = sql(&format!("PRAGMA {pragma}"));
        let found = db
            .act(move |tx| Box::pin(async move { tx.one(statement, &[]).await?.int(0) }))
            .await;
        assert_eq!(found, Ok(expected), "{pragma}");
    }
}
