//! What `cairn doctor` looks at: one finding for each thing, with what to do where something is
//! wrong. Nothing is changed, and nobody's text is shown.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use cairn_db::{Engine, params};
use cairn_domain::{HOUR, MINUTE};
use tokio::net::TcpStream;

use crate::app::{MIGRATIONS, Shared};
use crate::cx::Cx;
use crate::error::Result;
use crate::operations::sealed::{COLUMNS, Column, Opened, open_all};
use crate::operations::store::health;
use crate::{look, statements};

/// How many damaged rows of a column are named.
const NAMED: usize = 20;
/// Least room on the disk, in MiB.
const ROOM: u64 = 500;

/// One thing that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What it is about, in one or two words.
    pub about: &'static str,
    /// What was found.
    pub what: String,
    /// What to do; `None` when all is well.
    pub todo: Option<String>,
}

/// All is well with this.
#[must_use]
pub fn good(about: &'static str, what: impl Into<String>) -> Finding {
    Finding {
        about,
        what: what.into(),
        todo: None,
    }
}

/// Something is wrong with this.
#[must_use]
pub fn wrong(about: &'static str, what: impl Into<String>, todo: &str) -> Finding {
    Finding {
        about,
        what: what.into(),
        todo: Some(todo.to_owned()),
    }
}

/// Looks at everything that an opened installation shows.
pub async fn look_at(app: &Shared) -> Vec<Finding> {
    let cx = Cx::command(app, None);
    let mut found = vec![addresses(app)];
    found.extend(database(&cx).await);
    found.push(clock(&cx).await);
    found.extend(disk(&app.config.data));
    found.extend(mail(&cx).await);
    found.extend(bus(app).await);
    for column in COLUMNS {
        found.extend(texts(&cx, column).await);
    }
    found
}

fn addresses(app: &Shared) -> Finding {
    let http = &app.config.http;
    if http.public_url.is_empty() && !http.listen.ip().is_loopback() {
        let what = format!(
            "listens on {} and does not know the address people type",
            http.listen
        );
        return wrong(
            "address",
            what,
            "set http.public_url, for example https://peers.example.org",
        );
    }
    if !http.public_url.is_empty() && !app.config.secure() {
        let what = format!("{} is not protected on its way", http.public_url);
        return wrong(
            "address",
            what,
            "put a proxy with TLS in front and let http.public_url begin with https://",
        );
    }
    good("address", app.config.address(""))
}

async fn number(cx: &Cx, statement: &'static cairn_db::Statement) -> Result<i64> {
    look!(cx, |w| Ok(w
        .tx
        .one(statement, &params![])
        .await?
        .opt_int(0)?
        .unwrap_or(0)))
}

async fn database(cx: &Cx) -> Vec<Finding> {
    let mut found = Vec::new();
    let whole = look!(cx, |w| Ok(w
        .tx
        .one(&health::WHOLE, &params![])
        .await?
        .text(0)?));
    found.push(match whole {
        Ok(word) if word == "ok" => good(
            "database",
            format!("{:?}, answers, whole", cx.app.db.engine()),
        ),
        Ok(word) => wrong(
            "database",
            word,
            "stop the server and restore the newest back-up",
        ),
        Err(error) => wrong(
            "database",
            error.to_string(),
            "see that the database runs and that its address is right",
        ),
    });
    let expected = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    found.push(match number(cx, &health::APPLIED).await {
        Ok(n) if n == expected => good("migrations", format!("all {n} applied")),
        Ok(n) if n > expected => wrong(
            "migrations",
            format!("{n} applied, this program knows {expected}"),
            "use the newer program",
        ),
        Ok(n) => wrong(
            "migrations",
            format!("{n} of {expected} applied"),
            "start cairn serve once: it applies them",
        ),
        Err(error) => wrong(
            "migrations",
            error.to_string(),
            "start cairn serve once: it applies them",
        ),
    });
    let unfit = cx.app.db.check_statements(&statements()).await;
    found.push(match unfit.first() {
        None => good(
            "schema",
            format!("fits all {} statements", statements().len()),
        ),
        Some((name, error)) => wrong(
            "schema",
            format!(
                "{} statements do not fit, {name} among them: {error}",
                unfit.len()
            ),
            "the tables were changed by hand: compare them with the files in migrations/",
        ),
    });
    found.push(match number(cx, &health::PROGRAMMES).await {
        Ok(0) => wrong(
            "programmes",
            "none",
            "make one: cairn programme add --slug WORD --name NAME --administrator LOGIN",
        ),
        Ok(n) => good("programmes", n.to_string()),
        Err(error) => wrong("programmes", error.to_string(), "see the database first"),
    });
    found
}

async fn clock(cx: &Cx) -> Finding {
    let now = cx.app.clock.now();
    let read = async {
        Ok::<_, crate::error::Error>((
            number(cx, &health::CLOCK).await?,
            number(cx, &health::NEWEST).await?,
        ))
    };
    match read.await {
        Err(error) => wrong("clock", error.to_string(), "see the database first"),
        Ok((there, _))
            if cx.app.db.engine() == Engine::Postgres && (there - now).abs() > MINUTE =>
        {
            let what = format!(
                "{} seconds apart from the database's",
                (there - now).abs() / 1_000_000
            );
            wrong(
                "clock",
                what,
                "let both machines take their time from a time server",
            )
        }
        Ok((_, newest)) if newest > now + MINUTE => {
            let what = format!(
                "{} seconds behind what was already written down",
                (newest - now) / 1_000_000
            );
            wrong(
                "clock",
                what,
                "set the clock of this machine right, from a time server",
            )
        }
        Ok(_) => good("clock", "agrees with the database"),
    }
}

/// The room on the disk, where the system has a `df` to ask.
fn disk(folder: &Path) -> Option<Finding> {
    let asked = Command::new("df").arg("-Pk").arg(folder).output().ok()?;
    let text = String::from_utf8(asked.stdout).ok()?;
    let free: u64 = text
        .lines()
        .nth(1)?
        .split_whitespace()
        .nth(3)?
        .parse()
        .ok()?;
    let free = free / 1024;
    Some(if free < ROOM {
        wrong(
            "disk",
            format!("{free} MiB left"),
            "make room: nothing can be written on a full disk",
        )
    } else {
        good("disk", format!("{free} MiB left"))
    })
}

async fn mail(cx: &Cx) -> Vec<Finding> {
    let mail = &cx.app.config.mail;
    if mail.host.is_empty() {
        return vec![good(
            "mail",
            "not set up: signing in by e-mail is not offered",
        )];
    }
    let mut found = Vec::new();
    if !matches!(mail.tls.as_str(), "" | "starttls" | "tls" | "none") {
        found.push(wrong(
            "mail",
            "mail.tls is none of starttls, tls, none",
            "choose one of the three",
        ));
    }
    let port = if mail.port == 0 { 587 } else { mail.port };
    let connecting = TcpStream::connect((mail.host.as_str(), port));
    found.push(
        match tokio::time::timeout(Duration::from_secs(10), connecting).await {
            Ok(Ok(_)) => good("mail", "the mail server can be reached"),
            _ => wrong(
                "mail",
                "the mail server cannot be reached",
                "see mail.host, mail.port and the firewall",
            ),
        },
    );
    let waiting = look!(cx, |w| {
        let row = w.tx.one(&health::LETTERS, &params![]).await?;
        Ok((row.int(0)?, row.opt_int(1)?))
    });
    match waiting {
        Ok((count, Some(since))) if cx.now - since > HOUR => {
            let what = format!(
                "{count} letters wait, one for {} hours",
                (cx.now - since) / HOUR
            );
            found.push(wrong(
                "letters",
                what,
                "see that cairn serve runs; its log says why they do not leave",
            ));
        }
        Ok((count, _)) => found.push(good("letters", format!("{count} wait"))),
        Err(error) => found.push(wrong(
            "letters",
            error.to_string(),
            "see the database first",
        )),
    }
    found
}

async fn bus(app: &Shared) -> Option<Finding> {
    if app.config.nats_url.is_empty() {
        return None;
    }
    for _ in 0..30 {
        if app.bus.healthy() {
            return Some(good("bus", "NATS answers"));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Some(wrong(
        "bus",
        "NATS does not answer",
        "start it, or see nats_url; messages arrive late without it, none is lost",
    ))
}

async fn texts(cx: &Cx, column: &'static Column) -> Option<Finding> {
    let name = format!("{}.{}", column.table, column.column);
    let found = match open_all(cx, column).await {
        Ok(found) => found,
        Err(error) => {
            return Some(wrong(
                "texts",
                format!("{name}: {error}"),
                "see the database first",
            ));
        }
    };
    if found.wrong.is_empty() {
        let erased = if found.erased == 0 {
            String::new()
        } else {
            format!(", {} erased", found.erased)
        };
        return (found.opened + found.erased > 0)
            .then(|| good("texts", format!("{name}: {} open{erased}", found.opened)));
    }
    Some(wrong(
        "texts",
        damaged(&name, &found),
        "with one row: restore it from a back-up; with all: this is not the key they were sealed with, bring back cairn.key or CAIRN_KEY",
    ))
}

fn damaged(name: &str, found: &Opened) -> String {
    let rows: Vec<String> = found
        .wrong
        .iter()
        .take(NAMED)
        .map(ToString::to_string)
        .collect();
    let more = if found.wrong.len() > NAMED {
        ", …"
    } else {
        ""
    };
    format!(
        "{name}: {} do not open, {} do; rows {}{more}",
        found.wrong.len(),
        found.opened,
        rows.join(", ")
    )
}
