//! What people write is nowhere to be found in readable form: not in the database, its log of
//! changes, a dump, the server's log or an open temporary file. And what was changed behind the
//! product's back is noticed, named, and never shown.

use std::io::Write;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

use axum::http::Method;
use cairn::people;
use cairn::site::Form;
use cairn::work;
use cairn_db::{DbError, Engine, params};
use serde_json::json;
use uuid::Uuid;

use crate::conversations::{Talk, change, new_number};
use crate::world::{PASSPHRASE, World};

cairn_db::statements! {
    BODIES = "SELECT id, sealed_body FROM conversations_message WHERE thread = $1 ORDER BY seq";
    SET_BODY = "UPDATE conversations_message SET sealed_body = $2 WHERE id = $1";
}

/// Everything the server says to its log while these tests run.
static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

struct Log;

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOG.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Keeps the log, with the remarks of every library.
fn listen_to_the_log() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let log = tracing_subscriber::fmt()
            .with_max_level(tracing::Level::DEBUG)
            .with_ansi(false)
            .with_writer(|| Log);
        log.try_init().expect("nobody else keeps the log");
    });
}

fn logged() -> Vec<u8> {
    LOG.lock().unwrap().clone()
}

/// Something unmistakable, in a script that compresses to nothing else.
fn planted(what: &str) -> String {
    format!(
        "{what}-{}",
        Uuid::from_bytes(cairn::app::Chance::from_system().bytes()).simple()
    )
}

/// Whether the words are in the text as they are, or as a dump writes bytes.
fn holds(text: &str, words: &str) -> bool {
    use base64::Engine;
    let hex: String = words.bytes().map(|byte| format!("{byte:02x}")).collect();
    let base64 = base64::engine::general_purpose::STANDARD_NO_PAD.encode(words);
    // The last letters depend on what follows.
    let base64 = &base64[..base64.len() - 2];
    let wide: String = words.chars().flat_map(|letter| [letter, '\0']).collect();
    [words, &hex, base64, &wide]
        .iter()
        .any(|needle| text.contains(needle))
}

/// All files of a folder.
fn files(folder: &Path, all: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, all);
        } else {
            all.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
}

/// The regular files this process has open, those that have no name any more included.
fn open_files() -> Vec<(String, Vec<u8>)> {
    let Ok(open) = std::fs::read_dir("/proc/self/fd") else {
        return Vec::new();
    };
    open.filter_map(|entry| {
        let path = entry.ok()?.path();
        let name = std::fs::read_link(&path).ok()?.display().to_string();
        let regular = std::fs::metadata(&path).ok()?.is_file();
        let ours = regular && !name.contains("/target") && !name.ends_with(".so");
        ours.then(|| Some((name, std::fs::read(&path).ok()?)))?
    })
    .collect()
}

/// Every row of every table of a PostgreSQL database, as `pg_dump` or the server writes them.
async fn dump(url: &str) -> Vec<u8> {
    if let Ok(done) = std::process::Command::new("pg_dump").arg(url).output()
        && done.status.success()
    {
        println!("read through pg_dump");
        return done.stdout;
    }
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls)
        .await
        .unwrap();
    tokio::spawn(connection);
    let tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'";
    let tables = client.query(tables, &[]).await.unwrap();
    println!("read through the server: {} tables", tables.len());
    let mut text = String::new();
    for table in tables {
        let rows = format!("SELECT t::TEXT FROM {} t", table.get::<_, String>(0));
        for row in client.query(&rows, &[]).await.unwrap() {
            text.push_str(&row.get::<_, String>(0));
            text.push('\n');
        }
    }
    text.into_bytes()
}

/// Where words could lie, by name; what is not text in between is left out.
async fn everywhere(world: &World) -> Vec<(String, String)> {
    let mut all = open_files();
    files(world.dir.path(), &mut all);
    if world.app.db.engine() == Engine::Postgres {
        all.push(("the dump".into(), dump(&world.app.config.database()).await));
    }
    all.push(("the log".into(), logged()));
    let text = |(name, bytes): (String, Vec<u8>)| (name, String::from_utf8_lossy(&bytes).into());
    all.into_iter().map(text).collect()
}

#[tokio::test]
async fn planted_words_are_found_nowhere() {
    listen_to_the_log();
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let name = planted("name");
    let mara = world.participant(&name).await;
    let words = [
        "message", "form", "draft", "goal", "step", "answer", "login",
    ]
    .map(planted);
    let [message, form, draft, goal, step, answer, login] = &words;
    talk.says(&talk.ana, message).await;
    talk.ana
        .browser
        .post(&talk.page(), &[("body", form)])
        .await
        .is(303);
    let kept = Form::default().with("body", draft.as_str());
    let account = talk.ana.account;
    work!(world.cx(), |w| people::keep_draft(
        w,
        account,
        "message:x",
        &kept
    )
    .await)
    .unwrap();
    let fields = [("title", goal.as_str()), ("step", step.as_str())];
    talk.ana.browser.post("/goals", &fields).await.is(303);
    let newcomer = world.browser();
    let fields = [
        ("name", answer.as_str()),
        ("login", login.as_str()),
        ("passphrase", PASSPHRASE),
    ];
    newcomer.post("/p/harbour/ask", &fields).await.is(303);
    newcomer
        .post("/ask/1", &[("story", answer), ("go", "on")])
        .await;
    // What is refused must not lie about either.
    let reused = json!({ "client_id": new_number(), "body": format!("{message}\u{0}") });
    talk.ana.api(Method::POST, &talk.api(), Some(reused)).await;
    talk.ben
        .browser
        .get(&talk.page())
        .await
        .shows(message)
        .shows(form);
    let all = everywhere(&world).await;
    let bytes: usize = all.iter().map(|(_, text)| text.len()).sum();
    println!(
        "{} places, {bytes} bytes, on {:?}",
        all.len(),
        world.app.db.engine()
    );
    // The search sees: the programme's name is no secret, and is there.
    assert!(
        all.iter()
            .any(|(_, text)| holds(text, "Harbour Peer Support"))
    );
    let secrets = words.iter().chain([&name, &mara.login]).map(String::as_str);
    for secret in secrets.chain([PASSPHRASE]) {
        for (place, text) in &all {
            assert!(!holds(text, secret), "{secret} is in {place}");
        }
    }
}

async fn bodies(world: &World, talk: &Talk) -> Vec<(Uuid, Vec<u8>)> {
    let id = talk.id.0;
    let read = world.app.db.read(move |tx| {
        Box::pin(async move {
            let rows = tx.all(&BODIES, &params![id]).await?;
            rows.iter()
                .map(|row| Ok((row.id(0)?, row.bytes(1)?)))
                .collect()
        })
    });
    let bodies: Result<_, DbError> = read.await;
    bodies.unwrap()
}

async fn set(world: &World, id: Uuid, body: Vec<u8>) {
    change(world, &SET_BODY, params![id, body].to_vec()).await;
}

/// The conversation through every door: damaged, without a word of it, and the log names the row.
async fn is_damaged(talk: &Talk, row: Uuid, words: &[&str]) {
    let since = format!("{}/since?after=0", talk.page());
    for person in [&talk.ana, &talk.ben] {
        for path in [talk.page(), since.clone()] {
            let mut page = person.browser.get(&path).await.is(500).shows("is damaged");
            for word in words {
                page = page.hides(word);
            }
        }
        let (status, problem) = person.api(Method::GET, &talk.api(), None).await;
        assert_eq!(
            (status.as_u16(), &problem["type"]),
            (500, &json!("urn:cairn:error-tampered"))
        );
        assert!(words.iter().all(|word| !problem.to_string().contains(word)));
    }
    let log = String::from_utf8_lossy(&logged()).into_owned();
    let hex = row.simple().to_string();
    let named = log.lines().find(|line| {
        line.contains("conversations_message")
            && line.contains("sealed_body")
            && (line.contains(&hex) || line.contains(&row.to_string()))
    });
    assert!(named.is_some(), "the log does not name {row}");
}

#[tokio::test]
async fn a_flipped_bit_and_swapped_messages_are_noticed_named_and_never_shown() {
    listen_to_the_log();
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    let words = ["gentle rain", "harsh wind"];
    for body in words {
        talk.says(&talk.ana, body).await;
    }
    let whole = bodies(&world, &talk).await;
    let [(first, one), (second, two)] = [whole[0].clone(), whole[1].clone()];
    // One bit, at several places: the version, the nonce, the words, the tag.
    let mut tried = 0;
    for at in [0, 5, one.len() / 2, one.len() - 1] {
        let mut flipped = one.clone();
        flipped[at] ^= 1;
        set(&world, first, flipped).await;
        is_damaged(&talk, first, &words).await;
        tried += 1;
    }
    assert!(tried == 4);
    set(&world, first, two.clone()).await;
    set(&world, second, one.clone()).await;
    is_damaged(&talk, first, &words).await;
    // A message of another conversation with the same person.
    set(&world, first, one).await;
    set(&world, second, two).await;
    let page = talk.ben.browser.get(&talk.page()).await.is(200);
    page.shows(words[0]).shows(words[1]);
}

#[tokio::test]
async fn without_their_key_nothing_a_person_wrote_can_be_read() {
    let world = World::new().await;
    let talk = Talk::begin(&world).await;
    talk.says(&talk.ana, "gentle rain").await;
    talk.says(&talk.ben, "harsh wind").await;
    talk.ana
        .browser
        .post("/goals", &[("title", "walk far")])
        .await
        .is(303);
    let whole = bodies(&world, &talk).await;
    let key = params![talk.ana.member.0].to_vec();
    change(&world, &people::store::DESTROY_KEY, key).await;
    for person in [&talk.ana, &talk.ben] {
        let list = person.browser.get("/messages").await;
        list.hides("Ana").hides("gentle");
        let page = person.browser.get(&talk.page()).await.is(404);
        page.hides("gentle rain").hides("harsh wind");
        assert_eq!(person.api(Method::GET, &talk.api(), None).await.0, 404);
    }
    let goals = format!("/people/{}/goals", talk.ana.member);
    for (person, path) in [(&talk.ana, "/goals"), (&talk.ben, goals.as_str())] {
        let page = person.browser.get(path).await;
        assert!(!page.status.is_server_error(), "{}", page.text);
        page.hides("walk far");
    }
    // The sealed words are still there; nobody can open them.
    assert_eq!(bodies(&world, &talk).await, whole);
}
