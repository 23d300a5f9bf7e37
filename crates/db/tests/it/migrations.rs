//! Migrations: once, in order, together or not at all, and never a changed text.

use crate::world::{addresses, each, number};
use cairn_db::{Db, DbError, Migration, Options};

const fn both(number: u32, name: &'static str, text: &'static str) -> Migration {
    Migration {
        number,
        name,
        sqlite: text,
        postgres: text,
    }
}

const PEOPLE: &str =
    "CREATE TABLE person (id UUID PRIMARY KEY, name TEXT NOT NULL); -- two statements
    CREATE UNIQUE INDEX person_name_once ON person (name);";
const NOTES: &str =
    "CREATE TABLE note (id UUID PRIMARY KEY, person UUID NOT NULL REFERENCES person (id));";

static FIRST: &[Migration] = &[both(1, "people", PEOPLE)];
static SECOND: &[Migration] = &[both(1, "people", PEOPLE), both(2, "notes", NOTES)];
static CHANGED: &[Migration] = &[
    both(1, "people", "CREATE TABLE person (id UUID);"),
    both(2, "notes", NOTES),
];
static BROKEN: &[Migration] = &[
    both(1, "people", PEOPLE),
    both(2, "notes", NOTES),
    both(3, "more", "CREATE TABLE more (id UUID PRIMARY KEY);"),
    both(4, "mistake", "CREATE TABEL wrong (id UUID);"),
];
static UNORDERED: &[Migration] = &[both(2, "b", ""), both(1, "a", "")];
static SKIPPED: &[Migration] = &[both(3, "third", "CREATE TABLE third (id UUID);")];
static INSERTED: &[Migration] = &[
    both(2, "second", "CREATE TABLE second (id UUID);"),
    SKIPPED_ONE,
];
const SKIPPED_ONE: Migration = both(3, "third", "CREATE TABLE third (id UUID);");

fn says(result: Result<Vec<&'static str>, DbError>, part: &str) {
    let text = result.expect_err("refused").to_string();
    assert!(text.contains(part), "{text}");
}

#[tokio::test]
async fn each_is_applied_once_and_written_down() {
    let (_folder, all) = each("migrate").await;
    for db in all {
        assert_eq!(db.migrate(FIRST, 42).await, Ok(vec!["people"]));
        assert_eq!(db.migrate(FIRST, 43).await, Ok(vec![]));
        assert_eq!(db.migrate(SECOND, 44).await, Ok(vec!["notes"]));
        assert_eq!(
            number(
                &db,
                "SELECT applied_at FROM cairn_migration WHERE number = 1"
            )
            .await,
            42
        );
        says(db.migrate(CHANGED, 45).await, "1 people was changed");
        says(
            db.migrate(FIRST, 45).await,
            "2 notes, made by a newer version",
        );
        says(db.migrate(UNORDERED, 45).await, "1 a is out of order");
        says(db.migrate(BROKEN, 45).await, "4 mistake");
        assert_eq!(
            number(&db, "SELECT count(*) FROM cairn_migration").await,
            2,
            "3 fell with 4"
        );
        assert!(db.ping().await.is_ok());
    }
}

#[tokio::test]
async fn one_that_comes_too_late_is_refused() {
    let (_folder, all) = each("late").await;
    for db in all {
        db.migrate(SKIPPED, 1).await.expect("the third");
        says(db.migrate(INSERTED, 2).await, "2 second comes before");
    }
}

#[tokio::test]
async fn rows_left_without_their_parent_stop_it_on_sqlite() {
    static ORPHAN: &[Migration] = &[
        both(1, "people", PEOPLE),
        both(2, "notes", NOTES),
        both(
            3,
            "orphan",
            "INSERT INTO note (id, person) VALUES (x'00000000000000000000000000000001', x'02');",
        ),
    ];
    let (_folder, all) = each("orphan").await;
    says(all[0].migrate(ORPHAN, 1).await, "rows of note");
    assert!(
        all[0].migrate(SECOND, 1).await.is_ok(),
        "nothing of it was kept"
    );
}

#[tokio::test]
async fn two_unique_indexes_that_sqlite_cannot_tell_apart_are_refused() {
    static TWINS: &[Migration] = &[both(
        1,
        "twins",
        "CREATE TABLE note (id UUID PRIMARY KEY, body TEXT);
         CREATE UNIQUE INDEX one_a ON note (body) WHERE id IS NULL; CREATE UNIQUE INDEX one_b ON note (body);
         CREATE UNIQUE INDEX one_c ON note (lower(body)); CREATE UNIQUE INDEX one_d ON note (upper(body));",
    )];
    let (_folder, all) = each("twins").await;
    let text = all[0]
        .migrate(TWINS, 1)
        .await
        .expect_err("ambiguous")
        .to_string();
    assert!(
        text.contains("one_a") && text.contains("one_b") && !text.contains("one_c"),
        "{text}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nodes_that_start_together_apply_each_once() {
    let (_folder, urls) = addresses("together").await;
    for url in urls {
        let nodes: Vec<_> = (0..6_i64)
            .map(|node| {
                let url = url.clone();
                tokio::spawn(async move {
                    let options = Options {
                        pool: 2,
                        ..Options::default()
                    };
                    let db = Db::open(&url, options)
                        .await
                        .expect("opens beside the others");
                    db.migrate(SECOND, node)
                        .await
                        .expect("migrates beside the others")
                })
            })
            .collect();
        let mut made = Vec::new();
        for node in nodes {
            made.extend(node.await.expect("no panic"));
        }
        made.sort_unstable();
        assert_eq!(made, ["notes", "people"], "{url}");
    }
}
