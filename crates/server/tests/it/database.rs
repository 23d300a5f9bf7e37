//! A database for each world: a file copied from one that was migrated once, or a PostgreSQL
//! database made from a template; and the bus beside it.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use cairn::app::MIGRATIONS;
use cairn_bus::Bus;
use cairn_db::{Db, Options};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use crate::world::START;

static TEMPLATE: OnceCell<String> = OnceCell::const_new();
static NEXT: AtomicU64 = AtomicU64::new(0);

/// A database of its own, copied from one that was migrated once.
pub async fn database(dir: &TempDir) -> String {
    let number = NEXT.fetch_add(1, Ordering::SeqCst);
    match std::env::var("CAIRN_TEST_DATABASE_URL") {
        Err(_) => {
            let template = TEMPLATE.get_or_init(sqlite_template).await;
            let file = dir.path().join("cairn.db");
            std::fs::copy(template, &file).unwrap();
            // What was not yet written into the file when it was closed stands beside it.
            if std::path::Path::new(&format!("{template}-wal")).exists() {
                let beside = format!("{}-wal", file.display());
                std::fs::copy(format!("{template}-wal"), beside).unwrap();
            }
            format!("sqlite:{}", file.display())
        }
        Ok(url) => {
            let template = TEMPLATE
                .get_or_init(|| postgres_template(url.clone()))
                .await;
            let name = format!("{template}_{number}");
            on_postgres(&url, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
            renamed(&url, &name)
        }
    }
}

async fn sqlite_template() -> String {
    let dir: PathBuf = tempfile::tempdir().unwrap().keep();
    let file = dir.join("template.db");
    let db = Db::open(&format!("sqlite:{}", file.display()), Options::default())
        .await
        .unwrap();
    db.migrate(MIGRATIONS, START).await.unwrap();
    db.close().await;
    file.display().to_string()
}

async fn postgres_template(url: String) -> String {
    let name = format!("cairn_test_{}", std::process::id());
    on_postgres(
        &url,
        &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"),
    )
    .await;
    on_postgres(&url, &format!("CREATE DATABASE {name}")).await;
    let db = Db::open(&renamed(&url, &name), Options::default())
        .await
        .unwrap();
    db.migrate(MIGRATIONS, START).await.unwrap();
    db.close().await;
    name
}

fn renamed(url: &str, name: &str) -> String {
    let (base, _) = url.rsplit_once('/').unwrap();
    format!("{base}/{name}")
}

async fn on_postgres(url: &str, sql: &str) {
    static ONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
    let _one = ONE.lock().await;
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
        .await
        .unwrap();
    let task = tokio::spawn(connection);
    client.batch_execute(sql).await.unwrap();
    drop(client);
    let _ = task.await;
}

/// Joins NATS, and waits until notices come back: a node that has only just begun says "not ready".
pub async fn joined(url: &str) -> Bus {
    let bus = Bus::nats(url).await;
    for _ in 0..3_000 {
        if bus.healthy() {
            return bus;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("NATS at {url} was not heard within 30 s");
}
