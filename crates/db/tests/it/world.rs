//! What the tests stand on: a fresh database of each engine, removed afterwards.

use cairn_db::{Act, Db, DbError, Options, Statement, Tx};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Once;
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder that goes away with the test.
pub(crate) struct Folder {
    path: PathBuf,
    schema: Option<Schema>,
}

/// Removes a test's schema; the connections that are still open there do not mind.
pub(crate) struct Schema {
    pub(crate) url: String,
    drop: String,
}

impl Drop for Schema {
    fn drop(&mut self) {
        let (url, text) = (self.url.clone(), self.drop.clone());
        let work = move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async {
                let db = Db::open(&url, Options::default())
                    .await
                    .expect("PostgreSQL");
                drop(run(&db, &text).await);
                db.close().await;
            });
        };
        // In a thread of its own, as a test's runtime cannot wait inside a drop.
        drop(std::thread::spawn(work).join());
    }
}

impl Folder {
    pub(crate) fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!(
            "cairn-db-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Self { path, schema: None }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.path.join("test.db")
    }

    pub(crate) fn url(&self) -> String {
        url(&self.file())
    }
}

pub(crate) fn url(path: &Path) -> String {
    format!("sqlite:{}", path.display())
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.path));
    }
}

/// The address of the PostgreSQL to test on, or `None` after saying so (past the capture of the test's output).
pub(crate) fn postgres_url() -> Option<String> {
    static SAY: Once = Once::new();
    let url = std::env::var("CAIRN_TEST_DATABASE_URL").ok();
    if url.is_none() {
        SAY.call_once(|| {
            let line = b"skipped: PostgreSQL (CAIRN_TEST_DATABASE_URL not set)\n";
            std::io::stderr().write_all(line).expect("standard error");
        });
    }
    url
}

/// The same server, with an empty schema of the test's own.
pub(crate) async fn postgres_schema(name: &str) -> Option<Schema> {
    let url = postgres_url()?;
    let db = Db::open(&url, Options::default())
        .await
        .expect("PostgreSQL");
    let schema = format!("t_{name}_{}", std::process::id());
    let drop = format!("DROP SCHEMA IF EXISTS {schema} CASCADE");
    run(&db, &drop).await.expect("drop");
    run(&db, &format!("CREATE SCHEMA {schema}"))
        .await
        .expect("create");
    db.close().await;
    let joint = if url.contains('?') { '&' } else { '?' };
    Some(Schema {
        url: format!("{url}{joint}options=-c%20search_path%3D{schema}"),
        drop,
    })
}

/// An address of each engine to try, an empty database behind each.
pub(crate) async fn addresses(name: &str) -> (Folder, Vec<String>) {
    let mut folder = Folder::new();
    let mut all = vec![folder.url()];
    folder.schema = postgres_schema(name).await;
    all.extend(folder.schema.as_ref().map(|schema| schema.url.clone()));
    (folder, all)
}

/// An open, empty database of each engine.
pub(crate) async fn each(name: &str) -> (Folder, Vec<Db>) {
    let (folder, urls) = addresses(name).await;
    let mut all = Vec::new();
    for url in urls {
        all.push(
            Db::open(&url, Options::default())
                .await
                .expect("the database opens"),
        );
    }
    (folder, all)
}

/// A statement made up by a test.
pub(crate) fn sql(text: &str) -> &'static Statement {
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    Box::leak(Box::new(Statement {
        name: "TEST",
        sqlite: text,
        postgres: text,
    }))
}

/// Runs one statement in an act of its own.
pub(crate) async fn run(db: &Db, text: &str) -> Result<u64, DbError> {
    let statement = sql(text);
    db.act(move |tx| Box::pin(tx.execute(statement, &[]))).await
}

/// The one whole number a query answers.
pub(crate) async fn number(db: &Db, text: &str) -> i64 {
    let statement = sql(text);
    let read = db.read(move |tx| Box::pin(async move { tx.one(statement, &[]).await?.int(0) }));
    read.await.expect("a number")
}

/// Pins down the shape of an act for the compiler where it is kept in a variable.
pub(crate) fn shape<T, F>(act: F) -> F
where
    F: for<'a> FnOnce(&'a mut Tx) -> Act<'a, T, DbError> + Send + 'static,
{
    act
}
