//! kill -9 under paced writers: every row that was acknowledged is there afterwards, once.

use crate::world::{Folder, number, sql};
use cairn_db::{Db, DbError, Options};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

#[path = "../../examples/pace.rs"]
mod pace;

const ADDRESS: &str = "CAIRN_KILL_TEST_URL";

/// The process that is killed, when the other test starts it; by itself it has nothing to do.
#[tokio::test(flavor = "multi_thread")]
async fn the_process_that_is_killed() {
    let Ok(url) = std::env::var(ADDRESS) else {
        return;
    };
    pace::pace(&url, 8)
        .await
        .expect("writes until it is killed");
}

#[tokio::test]
async fn what_was_acknowledged_outlives_kill_9() {
    let folder = Folder::new();
    let mut acknowledged = BTreeSet::new();
    let rounds = 5;
    for round in 1..=rounds {
        let mut child = Command::new(std::env::current_exe().expect("this test"))
            .args(["--exact", "kill::the_process_that_is_killed", "--nocapture"])
            .env(ADDRESS, folder.url())
            .stdout(Stdio::piped())
            .spawn()
            .expect("a child");
        let out = child.stdout.take().expect("piped");
        let reader = std::thread::spawn(move || {
            let lines = BufReader::new(out).lines().map_while(Result::ok);
            lines
                .filter_map(|line| line.parse::<i64>().ok())
                .collect::<Vec<_>>()
        });
        tokio::time::sleep(Duration::from_millis(300 + 70 * round)).await;
        child.kill().expect("killed");
        child.wait().expect("gone");
        acknowledged.extend(reader.join().expect("read"));
    }
    let db = Db::open(&folder.url(), Options::default())
        .await
        .expect("opens after the kill");
    let rows = db
        .read(|tx| Box::pin(tx.all(sql("SELECT n FROM pace"), &[])))
        .await
        .expect("rows");
    let found: Result<BTreeSet<i64>, DbError> = rows.iter().map(|row| row.int(0)).collect();
    let found = found.expect("numbers");
    let missing = acknowledged.difference(&found).count();
    println!(
        "{rounds} kills, {} acknowledged, {} found, {missing} missing",
        acknowledged.len(),
        found.len()
    );
    assert!(
        acknowledged.len() > 100,
        "only {} rows were tried",
        acknowledged.len()
    );
    assert_eq!(missing, 0);
    assert_eq!(
        number(
            &db,
            "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"
        )
        .await,
        0
    );
}
