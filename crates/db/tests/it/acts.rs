//! What an act promises, the same on both engines.

use crate::world::{addresses, each, number, run, sql};
use cairn_db::{Db, DbError, Options, params};
use std::time::Duration;

cairn_db::statements! {
    ADD = "INSERT INTO note (id, body) VALUES ($1, $2)";
    BODIES = "SELECT body FROM note ORDER BY id";
    BY_ID = "SELECT body FROM note WHERE id = $1";
    SWAPPED = "SELECT id FROM note WHERE body = $2 AND id = $1";
    COUNT_UP = "UPDATE counter SET n = n + 1 WHERE id = $1 RETURNING n";
    PARENTLESS = "INSERT INTO child (id, note) VALUES (1, 99) RETURNING id";
    MISPELT = "SELECT boddy FROM note";
}

async fn tables(db: &Db) {
    for text in [
        "CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL, extra TEXT,
           CONSTRAINT body_short CHECK (length(body) < 20), UNIQUE (extra, body))",
        "CREATE UNIQUE INDEX note_body_once ON note (body)",
        "CREATE UNIQUE INDEX note_extra_lower ON note (lower(extra))",
        "CREATE TABLE counter (id BIGINT PRIMARY KEY, n BIGINT NOT NULL)",
        "CREATE TABLE child (id BIGINT PRIMARY KEY, note BIGINT REFERENCES note (id))",
        "INSERT INTO counter (id, n) VALUES (1, 0)",
    ] {
        run(db, text).await.expect(text);
    }
}

#[tokio::test]
async fn what_is_done_is_there_and_what_is_refused_is_not() {
    let (_folder, all) = each("done").await;
    for db in all {
        tables(&db).await;
        db.act(|tx| {
            Box::pin(async {
                tx.execute(&ADD, &params![1, "one"]).await?;
                tx.execute(&ADD, &params![2, "two"]).await
            })
        })
        .await
        .expect("two notes");
        let refused: Result<(), DbError> = db
            .act(|tx| {
                Box::pin(async {
                    tx.execute(&ADD, &params![3, "three"]).await?;
                    Err(DbError::Other("the rule says no".into()))
                })
            })
            .await;
        assert_eq!(refused, Err(DbError::Other("the rule says no".into())));
        let rows = db
            .read(|tx| Box::pin(tx.all(&BODIES, &[])))
            .await
            .expect("rows");
        let bodies: Result<Vec<String>, DbError> = rows.iter().map(|row| row.text(0)).collect();
        assert_eq!(bodies, Ok(vec!["one".to_owned(), "two".to_owned()]));
        let none = db
            .read(|tx| Box::pin(async { tx.one(&BY_ID, &params![9]).await }))
            .await;
        assert_eq!(none, Err(DbError::NotFound));
        let found = db
            .read(|tx| Box::pin(async { tx.first(&SWAPPED, &params![2, "two"]).await }))
            .await;
        assert!(found.expect("parameters in any order").is_some());
    }
}

#[tokio::test]
async fn a_refusal_names_its_constraint() {
    let (_folder, all) = each("names").await;
    for db in all {
        tables(&db).await;
        let unique = |name: &str| {
            Err(DbError::Unique {
                constraint: name.to_owned(),
            })
        };
        let check = |name: &str| {
            Err(DbError::Check {
                constraint: name.to_owned(),
            })
        };
        run(
            &db,
            "INSERT INTO note (id, body, extra) VALUES (1, 'one', 'A')",
        )
        .await
        .expect("a note");
        for (text, expected) in [
            (
                "INSERT INTO note (id, body) VALUES (1, 'two')",
                unique("note_pkey"),
            ),
            (
                "INSERT INTO note (id, body) VALUES (2, 'one')",
                unique("note_body_once"),
            ),
            (
                "INSERT INTO note (id, body, extra) VALUES (2, 'two', 'a')",
                unique("note_extra_lower"),
            ),
            (
                "INSERT INTO note (id, body) VALUES (2, 'a body that is far too long')",
                check("body_short"),
            ),
            (
                "INSERT INTO note (id, body) VALUES (2, NULL)",
                check("note.body"),
            ),
        ] {
            assert_eq!(
                run(&db, text).await,
                expected,
                "{text} on {:?}",
                db.engine()
            );
        }
        run(&db, "DROP INDEX note_extra_lower")
            .await
            .expect("dropped");
        run(&db, "DROP INDEX note_body_once")
            .await
            .expect("dropped");
        let unnamed = run(
            &db,
            "INSERT INTO note (id, body, extra) VALUES (2, 'one', 'A')",
        )
        .await;
        assert_eq!(unnamed, unique("note_extra_body_key"), "{:?}", db.engine());
        // Also where the row comes back from a RETURNING that nobody reads to its end.
        let child = db.act(|tx| Box::pin(tx.first(&PARENTLESS, &[]))).await;
        assert!(
            matches!(child, Err(DbError::ForeignKey { .. })),
            "{child:?}"
        );
        assert_eq!(number(&db, "SELECT count(*) FROM child").await, 0);
    }
}

#[tokio::test]
async fn an_act_that_goes_on_after_a_failed_statement_is_lost() {
    let (_folder, all) = each("went_on").await;
    for db in all {
        tables(&db).await;
        let done: Result<(), DbError> = db
            .act(|tx| {
                Box::pin(async {
                    tx.execute(&ADD, &params![1, "one"]).await?;
                    let twice = tx.execute(&ADD, &params![1, "again"]).await;
                    assert!(matches!(twice, Err(DbError::Unique { .. })));
                    assert!(tx.execute(&ADD, &params![2, "two"]).await.is_err());
                    Ok(())
                })
            })
            .await;
        let text = done.expect_err("lost").to_string();
        assert!(text.contains("went on after"), "{text}");
        assert_eq!(number(&db, "SELECT count(*) FROM note").await, 0);
    }
}

#[tokio::test]
async fn awaiting_anything_else_or_panicking_loses_the_act_alone() {
    let (_folder, all) = each("awaiting").await;
    for db in all {
        tables(&db).await;
        let slept: Result<(), DbError> = db
            .act(|tx| {
                Box::pin(async {
                    tx.execute(&ADD, &params![1, "one"]).await?;
                    tokio::time::sleep(Duration::from_millis(1)).await;
                    Ok(())
                })
            })
            .await;
        let text = slept.expect_err("not allowed").to_string();
        assert_eq!(text, "an act awaited something that is not the database");
        let panicked: Result<(), DbError> = db
            .act(|tx| {
                Box::pin(async {
                    tx.execute(&ADD, &params![2, "two"]).await?;
                    panic!("planted by a test");
                })
            })
            .await;
        assert_eq!(panicked, Err(DbError::Other("an act panicked".into())));
        assert_eq!(number(&db, "SELECT count(*) FROM note").await, 0);
        run(&db, "INSERT INTO note (id, body) VALUES (3, 'three')")
            .await
            .expect("the door still works");
    }
}

#[tokio::test]
async fn a_caller_who_goes_away_does_not_stop_the_act() {
    let (_folder, all) = each("gone").await;
    for db in all {
        tables(&db).await;
        for id in 0..50_i64 {
            let body = format!("note {id}");
            let act = db
                .act(move |tx| Box::pin(async move { tx.execute(&ADD, &params![id, body]).await }));
            drop(
                tokio::time::timeout(
                    Duration::from_micros(u64::try_from(id).expect("small") * 40),
                    act,
                )
                .await,
            );
        }
        // Every one is there whole or never began, and no connection was left in the middle of anything.
        for _ in 0..20 {
            db.ping().await.expect("alive");
            run(&db, "UPDATE counter SET n = n")
                .await
                .expect("writable");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_read_sees_one_picture_and_cannot_write() {
    let (_folder, all) = each("picture").await;
    for db in all {
        tables(&db).await;
        let written = db
            .read(|tx| Box::pin(async { tx.execute(&ADD, &params![1, "one"]).await }))
            .await;
        assert!(matches!(written, Err(DbError::Other(_))), "{written:?}");
        let (seen, wait) = (
            tokio::sync::oneshot::channel::<()>(),
            std::sync::mpsc::channel::<()>(),
        );
        let (other, count) = (db.clone(), sql("SELECT count(*) FROM note"));
        let reading = tokio::spawn(async move {
            other
                .read(move |tx| {
                    Box::pin(async move {
                        let before = tx.one(count, &[]).await?.int(0)?;
                        seen.0.send(()).expect("the test waits");
                        tokio::task::block_in_place(|| wait.1.recv()).expect("told to go on");
                        Ok::<_, DbError>((before, tx.one(count, &[]).await?.int(0)?))
                    })
                })
                .await
        });
        seen.1.await.expect("the read began");
        run(&db, "INSERT INTO note (id, body) VALUES (1, 'one')")
            .await
            .expect("a write meanwhile");
        wait.0.send(()).expect("the read goes on");
        assert_eq!(reading.await.expect("no panic"), Ok((0, 0)));
        assert_eq!(number(&db, "SELECT count(*) FROM note").await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn acts_at_once_lose_no_update() {
    let (_folder, all) = each("counter").await;
    for db in all {
        tables(&db).await;
        let acts = (0..200).map(|_| {
            let db = db.clone();
            tokio::spawn(async move {
                db.act(|tx| Box::pin(async { tx.one(&COUNT_UP, &params![1]).await?.int(0) }))
                    .await
            })
        });
        let mut seen = Vec::new();
        for act in acts.collect::<Vec<_>>() {
            seen.push(act.await.expect("no panic").expect("counted"));
        }
        seen.sort_unstable();
        assert_eq!(seen, (1..=200).collect::<Vec<i64>>());
        assert!(db.metrics().acts >= 200 && db.queue_depth() == 0);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_lets_an_act_decide_from_what_it_read() {
    let (_folder, all) = each("lock").await;
    for db in all {
        tables(&db).await;
        let acts = (0..40_i64).map(|id| {
            let (db, count) = (db.clone(), sql("SELECT count(*) FROM child"));
            let add = sql("INSERT INTO child (id) VALUES ($1)");
            tokio::spawn(async move {
                db.act(move |tx| {
                    Box::pin(async move {
                        tx.lock("places", uuid::Uuid::from_u128(7)).await?;
                        if tx.one(count, &[]).await?.int(0)? < 3 {
                            tx.execute(add, &params![id]).await?;
                        }
                        Ok::<_, DbError>(())
                    })
                })
                .await
            })
        });
        for act in acts.collect::<Vec<_>>() {
            act.await.expect("no panic").expect("done");
        }
        assert_eq!(
            number(&db, "SELECT count(*) FROM child").await,
            3,
            "{:?}",
            db.engine()
        );
    }
}

#[tokio::test]
async fn every_statement_is_prepared_and_the_mistake_named() {
    let (_folder, all) = each("prepared").await;
    for db in all {
        tables(&db).await;
        let refused = db.check_statements(ALL).await;
        let names: Vec<&str> = refused.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["MISPELT"], "{refused:?}");
        assert!(refused[0].1.to_string().contains("boddy"), "{refused:?}");
    }
}

#[tokio::test]
async fn a_closed_door_says_so() {
    let (_folder, all) = each("closed").await;
    for db in all {
        tables(&db).await;
        let other = db.clone();
        db.close().await;
        assert!(matches!(other.ping().await, Err(DbError::Unavailable(_))));
        let late = run(&other, "UPDATE counter SET n = n").await;
        assert!(matches!(late, Err(DbError::Unavailable(_))), "{late:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn closing_waits_for_the_act_under_way() {
    let (_folder, urls) = addresses("closing").await;
    for url in urls {
        let db = Db::open(&url, Options::default()).await.expect("opens");
        tables(&db).await;
        let (began, begun) = tokio::sync::oneshot::channel();
        let other = db.clone();
        let act = tokio::spawn(async move {
            other
                .act(move |tx| {
                    Box::pin(async move {
                        began.send(()).expect("the test waits");
                        std::thread::sleep(Duration::from_millis(200));
                        tx.execute(&ADD, &params![1, "one"]).await
                    })
                })
                .await
        });
        begun.await.expect("begun");
        db.close().await;
        let again = Db::open(&url, Options::default()).await.expect("opens");
        assert_eq!(
            number(&again, "SELECT count(*) FROM note").await,
            1,
            "{:?}",
            again.engine()
        );
        assert_eq!(act.await.expect("no panic"), Ok(1));
    }
}
