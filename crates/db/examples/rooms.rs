//! Three real queries of three rooms, on whichever database is given: `rooms URL [ACCOUNTS]`. The figures of
//! `docs/decisions/0001-database-door.md` come from here; a test runs it small on both engines and checks the answers.

use cairn_db::{Db, DbError, Migration, Options, Tx, params};
use std::time::{Duration, Instant};
use uuid::Uuid;

cairn_db::statements! {
    ADD_ACCOUNT = "INSERT INTO account (id, login, passphrase) VALUES ($1, $2, $3)";
    ADD_MEMBER = "INSERT INTO member (id, account, programme) VALUES ($1, $2, $3)";
    ADD_ROLE = "INSERT INTO member_role (member, role) VALUES ($1, $2)";
    ADD_WORKER = "INSERT INTO worker (id, programme, capacity, active) VALUES ($1, $2, $3, $4)";
    ADD_REQUEST = "INSERT INTO request (id, programme, state, asked_at) VALUES ($1, $2, $3, $4)";
    ADD_RELATIONSHIP = "INSERT INTO relationship (id, worker, state) VALUES ($1, $2, $3)";
    ADD_THREAD = "INSERT INTO thread (id, last_seq) VALUES ($1, 0)";
    /// People: who signs in with this login (a blind index), and which roles they have where.
    SIGN_IN = "SELECT a.id, a.passphrase, m.id, m.programme, r.role FROM account a
        JOIN member m ON m.account = a.id JOIN member_role r ON r.member = m.id
        WHERE a.login = $1 ORDER BY m.programme, r.role";
    /// Matching: who has waited longest.
    WAITING = "SELECT id, asked_at FROM request WHERE programme = $1 AND state = 'waiting'
        ORDER BY asked_at LIMIT 50";
    /// Matching: workers with a free place, the least loaded first.
    FREE_WORKERS = "SELECT w.id, w.capacity, count(r.id) FROM worker w
        LEFT JOIN relationship r ON r.worker = w.id AND r.state = 'active'
        WHERE w.programme = $1 AND w.active GROUP BY w.id, w.capacity HAVING count(r.id) < w.capacity
        ORDER BY count(r.id), w.id";
    /// Conversations: what became of a message that is sent a second time.
    SENT_BEFORE = "SELECT seq FROM message WHERE author = $1 AND client_id = $2";
    NEXT_SEQ = "UPDATE thread SET last_seq = last_seq + 1 WHERE id = $1 RETURNING last_seq";
    APPEND = "INSERT INTO message (thread, seq, author, client_id, sent_at, body)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (author, client_id) DO NOTHING";
    CATCH_UP = "SELECT seq, author, sent_at, body FROM message WHERE thread = $1 AND seq > $2
        ORDER BY seq LIMIT 200";
}

const TABLES: &str = "
    CREATE TABLE account (id UUID PRIMARY KEY, login BYTEA NOT NULL, passphrase TEXT NOT NULL);
    CREATE UNIQUE INDEX account_login_once ON account (login);
    CREATE TABLE member (id UUID PRIMARY KEY, account UUID NOT NULL REFERENCES account (id), programme UUID NOT NULL);
    CREATE UNIQUE INDEX member_once ON member (account, programme);
    CREATE TABLE member_role (member UUID NOT NULL REFERENCES member (id), role TEXT NOT NULL,
      PRIMARY KEY (member, role));
    CREATE TABLE worker (id UUID PRIMARY KEY, programme UUID NOT NULL, capacity BIGINT NOT NULL, active BOOLEAN NOT NULL);
    CREATE INDEX worker_by_programme ON worker (programme);
    CREATE TABLE request (id UUID PRIMARY KEY, programme UUID NOT NULL, state TEXT NOT NULL, asked_at BIGINT NOT NULL);
    CREATE INDEX request_waiting ON request (programme, state, asked_at);
    CREATE TABLE relationship (id UUID PRIMARY KEY, worker UUID NOT NULL REFERENCES worker (id), state TEXT NOT NULL);
    CREATE INDEX relationship_by_worker ON relationship (worker, state);
    CREATE TABLE thread (id UUID PRIMARY KEY, last_seq BIGINT NOT NULL);
    CREATE TABLE message (thread UUID NOT NULL REFERENCES thread (id), seq BIGINT NOT NULL, author UUID NOT NULL,
      client_id UUID NOT NULL, sent_at BIGINT NOT NULL, body BYTEA NOT NULL, PRIMARY KEY (thread, seq));
    CREATE UNIQUE INDEX message_client_once ON message (author, client_id);";
static MIGRATIONS: &[Migration] = &[Migration {
    number: 1,
    name: "rooms",
    sqlite: TABLES,
    postgres: TABLES,
}];

const THREADS: u128 = 100;
const WRITERS: u128 = 64;

/// An id of the kind of its table; ids made in order, as version 7 ones are.
fn id(kind: u128, n: u128) -> Uuid {
    Uuid::from_u128((kind << 96) + n)
}

fn login(n: u128) -> Vec<u8> {
    [
        n.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835)
            .to_be_bytes(),
        n.to_be_bytes(),
    ]
    .concat()
}

async fn people(tx: &mut Tx, from: u128, to: u128) -> Result<(), DbError> {
    for n in from..to {
        tx.execute(
            &ADD_ACCOUNT,
            &params![id(1, n), login(n), "$argon2id$v=19$"],
        )
        .await?;
        tx.execute(&ADD_MEMBER, &params![id(2, n), id(1, n), id(9, n % 4)])
            .await?;
        for role in ["participant", "worker"]
            .into_iter()
            .take(1 + usize::from(n % 10 == 0))
        {
            tx.execute(&ADD_ROLE, &params![id(2, n), role]).await?;
        }
    }
    Ok(())
}

/// A twentieth as many workers as accounts, each with 0 to 9 active relationships of 8 places; four times as many
/// requests, a quarter of them waiting.
async fn matching(tx: &mut Tx, accounts: u128) -> Result<(), DbError> {
    for n in 0..accounts / 20 {
        tx.execute(&ADD_WORKER, &params![id(3, n), id(9, n % 4), 8, n % 7 != 0])
            .await?;
        for r in 0..(n % 10) {
            tx.execute(
                &ADD_RELATIONSHIP,
                &params![id(4, n * 10 + r), id(3, n), "active"],
            )
            .await?;
        }
    }
    for n in 0..accounts / 5 {
        let state = if n % 16 < 4 { "waiting" } else { "matched" };
        let at = i64::try_from(n).unwrap_or(0);
        tx.execute(&ADD_REQUEST, &params![id(5, n), id(9, n % 4), state, at])
            .await?;
    }
    for n in 0..THREADS {
        tx.execute(&ADD_THREAD, &params![id(6, n)]).await?;
    }
    Ok(())
}

/// Sends a message once, however often it is sent: the sequence number it has in its thread.
async fn append(tx: &mut Tx, thread: Uuid, author: Uuid, client_id: Uuid) -> Result<i64, DbError> {
    if let Some(row) = tx.first(&SENT_BEFORE, &params![author, client_id]).await? {
        return row.int(0);
    }
    let seq = tx.one(&NEXT_SEQ, &params![thread]).await?.int(0)?;
    let values = params![thread, seq, author, client_id, 0, vec![7; 300]];
    if tx.execute(&APPEND, &values).await? == 0 {
        return Err(DbError::Busy); // its twin came first this very moment; the number is given back
    }
    Ok(seq)
}

/// Measures something many times: the middle and the slow end.
async fn each<F: Future<Output = Result<(), DbError>>>(
    what: &str,
    rounds: u128,
    mut run: impl FnMut(u128) -> F,
) -> Result<String, DbError> {
    let mut times = Vec::new();
    for n in 0..rounds {
        let begun = Instant::now();
        run(n).await?;
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    let at = |share: usize| {
        times
            .get(times.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    Ok(format!(
        "{what}: p50 {:.2?}, p95 {:.2?} ({rounds} rounds, one after another)",
        at(50),
        at(95)
    ))
}

/// Fills the database, asks and writes, checks the answers, and returns a line for each figure.
pub(crate) async fn measure(url: &str, accounts: u128) -> Result<Vec<String>, DbError> {
    let db = Db::open(url, Options::default()).await?;
    db.migrate(MIGRATIONS, 0).await?;
    for from in (0..accounts).step_by(1000) {
        db.act(move |tx| Box::pin(people(tx, from, accounts.min(from + 1000))))
            .await?;
    }
    db.act(move |tx| Box::pin(matching(tx, accounts))).await?;
    let refused = db.check_statements(ALL).await;
    if let Some((name, error)) = refused.into_iter().next() {
        return Err(DbError::Other(format!("{name}: {error}")));
    }
    let mut lines = Vec::new();
    let rounds = accounts.min(1000);
    lines.push(
        each("people, sign in", rounds, |n| {
            sign_in(&db, n * 37 % accounts)
        })
        .await?,
    );
    lines.push(
        each("matching, waiting and free", rounds.min(200), |n| {
            waiting(&db, n % 4)
        })
        .await?,
    );
    lines.push(send(&db, rounds).await?);
    lines.push(
        each("conversations, catch up", rounds, |n| {
            catch_up(&db, n % THREADS)
        })
        .await?,
    );
    db.close().await;
    Ok(lines)
}

async fn sign_in(db: &Db, n: u128) -> Result<(), DbError> {
    let rows = db
        .read(move |tx| Box::pin(async move { tx.all(&SIGN_IN, &params![login(n)]).await }))
        .await?;
    let roles = if n.is_multiple_of(10) { 2 } else { 1 };
    check(rows.len() == roles && rows[0].id(0)? == id(1, n), "sign in")
}

async fn waiting(db: &Db, programme: u128) -> Result<(), DbError> {
    let programme = id(9, programme);
    let read = db.read(move |tx| {
        Box::pin(async move {
            let waiting = tx.all(&WAITING, &params![programme]).await?;
            Ok::<_, DbError>((waiting, tx.all(&FREE_WORKERS, &params![programme]).await?))
        })
    });
    let (waiting, free) = read.await?;
    let ordered = waiting.is_sorted_by_key(|row| row.int(1).unwrap_or(-1));
    let room = free
        .iter()
        .all(|row| matches!((row.int(1), row.int(2)), (Ok(all), Ok(taken)) if taken < all));
    check(
        !waiting.is_empty() && !free.is_empty() && ordered && room,
        "waiting",
    )
}

async fn catch_up(db: &Db, thread: u128) -> Result<(), DbError> {
    let rows = db
        .read(move |tx| {
            Box::pin(async move { tx.all(&CATCH_UP, &params![id(6, thread), 0]).await })
        })
        .await?;
    let gapless = (1..).zip(&rows).all(|(seq, row)| row.int(0) == Ok(seq));
    check(!rows.is_empty() && gapless, "catch up")
}

/// Many writers at once, each sending every message twice.
async fn send(db: &Db, rounds: u128) -> Result<String, DbError> {
    let begun = Instant::now();
    let before = db.metrics().commits;
    let writers: Vec<_> = (0..WRITERS)
        .map(|writer| tokio::spawn(writer_of(db.clone(), writer, rounds / 10)))
        .collect();
    let mut times = Vec::new();
    for writer in writers {
        times.extend(writer.await.map_err(|e| DbError::Other(e.to_string()))??);
    }
    let (took, sent) = (begun.elapsed(), times.len());
    times.sort_unstable();
    let p50 = times.get(sent / 2).copied().unwrap_or_default();
    let p95 = times.get(sent * 95 / 100).copied().unwrap_or_default();
    let a_second = f64::from(u32::try_from(sent).unwrap_or(0)) / took.as_secs_f64();
    let commits = db.metrics().commits - before;
    Ok(format!(
        "conversations, send: {a_second:.0} durable acts a second, p50 {p50:.2?}, p95 {p95:.2?} \
         ({sent} acts of {WRITERS} writers, {commits} commits)"
    ))
}

async fn writer_of(db: Db, writer: u128, rounds: u128) -> Result<Vec<Duration>, DbError> {
    let mut times = Vec::new();
    for n in 0..rounds {
        let (thread, author) = (id(6, (writer * 31 + n) % THREADS), id(1, writer));
        let mut numbers = Vec::new();
        for _ in 0..2 {
            let begun = Instant::now();
            let act = db
                .act(move |tx| Box::pin(append(tx, thread, author, id(8, writer * 1_000_000 + n))));
            numbers.push(act.await?);
            times.push(begun.elapsed());
        }
        check(numbers[0] == numbers[1], "a message sent twice")?;
    }
    Ok(times)
}

fn check(right: bool, what: &str) -> Result<(), DbError> {
    if right {
        Ok(())
    } else {
        Err(DbError::Other(format!("{what}: a wrong answer")))
    }
}

#[allow(
    dead_code,
    clippy::print_stdout,
    reason = "a test takes this file in as a module"
)]
#[tokio::main]
async fn main() -> Result<(), DbError> {
    let mut args = std::env::args().skip(1);
    let url = args
        .next()
        .ok_or_else(|| DbError::Other("rooms URL [ACCOUNTS]".to_owned()))?;
    let accounts = args.next().and_then(|n| n.parse().ok()).unwrap_or(20_000);
    for line in measure(&url, accounts).await? {
        println!("{line}");
    }
    Ok(())
}
