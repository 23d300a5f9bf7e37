//! Letters by e-mail: written in the transaction of the act that needs them, sealed until they
//! leave, and sent by whichever node takes them first. A subject tells nothing: others see it on a
//! locked screen.

use std::time::Duration;

use cairn_db::params;
use cairn_domain::id::ProgrammeId;
use cairn_domain::people::letters::{given_up, pause};
use cairn_domain::{DAY, Micros};
use cairn_mail::Message;
use cairn_seal::Place;
use cairn_words::{Args, Language, args};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::app::Shared;
use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::Programme;
use crate::people::programmes;
use crate::people::store::signing;
use crate::{look, work};

/// Wakes the sender.
const TOPIC: &str = "people.letters";
/// How long the sender rests when nobody wakes it.
const REST: Duration = Duration::from_secs(20);
/// How often what has run out is swept away.
const SWEEP: Duration = Duration::from_secs(60 * 60);

/// A letter as it waits.
#[derive(Serialize, Deserialize)]
struct Letter {
    to: String,
    subject: String,
    text: String,
    /// When what it carries has run out, so that sending it is of no use.
    until: Option<Micros>,
}

/// What a letter says and to whom.
pub struct NewLetter<'a> {
    /// The address.
    pub to: &'a str,
    /// The receiver's language.
    pub language: Language,
    /// Message id of its text; `$programme` and `$hello` are filled in.
    pub key: &'a str,
    /// What else to fill in.
    pub args: Args,
    /// When what it carries has run out; `None` when it does not.
    pub until: Option<Micros>,
}

/// Where a letter is sealed to; with the programme's key.
#[must_use]
pub fn letter_place(letter: Uuid) -> Place {
    Place {
        table: "people_letter",
        column: "sealed_letter",
        row: *letter.as_bytes(),
    }
}

/// The text without the marks that set off foreign words: a mail program would take them for a
/// part of the link.
fn plain(text: &str) -> String {
    text.replace(['\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}'], "")
}

/// Writes a letter. It leaves soon after the work it belongs to is on disk.
///
/// # Errors
/// The database's.
pub async fn write_letter(
    w: &mut Work<'_>,
    programme: &Programme,
    new: NewLetter<'_>,
) -> Result<()> {
    let words = &w.cx.app.words;
    let filled = new.args.set("programme", programme.name.as_str());
    let letter = Letter {
        to: new.to.to_owned(),
        subject: words.text(new.language, "people-letter-subject", &args()),
        text: plain(&words.text(new.language, new.key, &filled)),
        until: new.until,
    };
    let text = serde_json::to_string(&letter)
        .map_err(|_| Error::Fault("a letter could not be written"))?;
    let id = w.cx.new_id();
    let sealed = programme.key.seal_text(letter_place(id), &text);
    let values = params![id, programme.id.0, sealed, w.now()];
    w.tx.execute(&signing::ADD_LETTER, &values).await?;
    w.wake(TOPIC.into(), Vec::new());
    Ok(())
}

/// A letter whose time has come.
struct Due {
    id: Uuid,
    programme: ProgrammeId,
    sealed: Vec<u8>,
    tries: i64,
    next_at: Micros,
    created_at: Micros,
}

async fn due(cx: &Cx) -> Result<Vec<Due>> {
    look!(cx, |w| {
        let rows = w.tx.all(&signing::LETTERS_DUE, &params![w.now()]).await?;
        let read = |row: &cairn_db::Row| {
            Ok(Due {
                id: row.id(0)?,
                programme: ProgrammeId(row.id(1)?),
                sealed: row.bytes(2)?,
                tries: row.int(3)?,
                next_at: row.int(4)?,
                created_at: row.int(5)?,
            })
        };
        rows.iter().map(read).collect()
    })
}

/// Sends the letters whose time has come; answers how many left. Nodes may do this at once: each
/// letter is taken by one of them, and is tried again later should that one fail in the middle.
///
/// # Errors
/// The database's.
pub async fn send_due(app: &Shared) -> Result<usize> {
    let cx = Cx::command(app, None);
    let mut sent = 0;
    for letter in due(&cx).await? {
        let (id, seen, next) = (letter.id, letter.next_at, cx.now + pause(letter.tries + 1));
        let taken = work!(cx, |w| {
            Ok(w.tx
                .execute(&signing::TAKE_LETTER, &params![id, seen, next])
                .await?
                == 1)
        })?;
        if taken && send(&cx, letter).await? {
            sent += 1;
        }
    }
    Ok(sent)
}

/// Sends one letter that was taken, and lets go of it when there is nothing more to try.
async fn send(cx: &Cx, due: Due) -> Result<bool> {
    let programme = due.programme;
    let opened = match look!(cx, |w| programmes::by_id(w, programme).await) {
        Ok(programme) => programme.key.open_text(letter_place(due.id), &due.sealed),
        Err(error) => return Err(error),
    };
    let letter = opened.map_err(Error::from).and_then(|text| {
        serde_json::from_str::<Letter>(&text).map_err(|_| Error::Fault("a letter cannot be read"))
    });
    let letter = match letter {
        Ok(letter) => letter,
        Err(error) => {
            // It stays where `cairn doctor` finds it; the others go on.
            tracing::error!(letter = %due.id, %error, "a letter cannot be opened");
            return Ok(false);
        }
    };
    let too_late = letter.until.is_some_and(|until| until <= cx.now);
    let message = Message {
        to: letter.to,
        subject: letter.subject,
        text: letter.text,
    };
    let done = if too_late {
        tracing::warn!(letter = %due.id, "a letter was not sent in time and is of no use now");
        None
    } else {
        Some(cx.app.mailer.send(message).await)
    };
    let over = match &done {
        None | Some(Ok(())) => true,
        Some(Err(error)) => {
            let over = error.is_permanent() || given_up(due.created_at, cx.now);
            tracing::warn!(letter = %due.id, tries = due.tries + 1, over, %error, "a letter did not leave");
            over
        }
    };
    if over {
        let id = due.id;
        work!(cx, |w| {
            w.tx.execute(&signing::DROP_LETTER, &params![id]).await?;
            Ok(())
        })?;
    }
    Ok(matches!(done, Some(Ok(()))))
}

/// Sends letters for as long as the server runs.
pub async fn send_letters(app: Shared) {
    let mut woken = app.bus.subscribe(TOPIC);
    loop {
        if let Err(error) = send_due(&app).await {
            tracing::warn!(%error, "letters could not be looked through");
        }
        let _ = tokio::time::timeout(REST, woken.next()).await;
    }
}

/// Sweeps away what has run out: sessions, links, parked forms, old tries. For as long as the
/// server runs.
pub async fn sweep_up(app: Shared) {
    loop {
        let cx = Cx::command(&app, None);
        if let Err(error) = sweep(&cx).await {
            tracing::warn!(%error, "what has run out could not be swept away");
        }
        tokio::time::sleep(SWEEP).await;
    }
}

/// Sweeps once.
///
/// # Errors
/// The database's.
pub async fn sweep(cx: &Cx) -> Result<()> {
    work!(cx, |w| {
        let now = w.now();
        w.tx.execute(&signing::END_OLD_SESSIONS, &params![now])
            .await?;
        w.tx.execute(&signing::DROP_OLD_PARKED, &params![now])
            .await?;
        w.tx.execute(&signing::DROP_OLD_LINKS, &params![now - DAY])
            .await?;
        w.tx.execute(&signing::FORGET_BROWSERS, &params![now - 400 * DAY])
            .await?;
        let old = params![now - 7 * DAY, now - 90 * DAY];
        w.tx.execute(&signing::FORGET_OLD_TRIES, &old).await?;
        Ok(())
    })
}
