//! The list of one's conversations.

use askama::Template;
use axum::response::Response;
use cairn_db::params;
use cairn_domain::Micros;
use cairn_domain::access::Act;
use cairn_domain::id::{ConversationId, MemberId};

use crate::conversations::{store, threads};
use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::look;
use crate::site::{Page, reply};

/// A conversation as it stands in the list.
pub struct Summary {
    /// Its id.
    pub id: ConversationId,
    /// Whose it is.
    pub participant: MemberId,
    /// The others in it, by name.
    pub with: Vec<String>,
    /// The number of the last message; 0 while nobody has written.
    pub last_seq: i64,
    /// The last message the reader was shown.
    pub read_seq: i64,
    /// How many messages of others they have not been shown.
    pub unread: i64,
    /// When the last message was sent; `None` while nobody has written.
    pub last_at: Option<Micros>,
}

/// The asker's conversations, the one with the newest message first.
///
/// # Errors
/// The database's, or tampered.
pub async fn mine(w: &mut Work<'_>) -> Result<Vec<Summary>> {
    let me = w.me()?;
    let mut list = Vec::new();
    for thread in threads::held(w).await? {
        let from = thread.read_seq.max(thread.from_seq);
        let values = params![thread.id.0, thread.last_seq, from, me.0];
        let news = w.tx.one(&store::NEWS, &values).await?;
        let others = threads::others(w, thread.id).await?;
        list.push(Summary {
            id: thread.id,
            participant: thread.participant,
            with: others.into_iter().map(|(_, name)| name).collect(),
            last_seq: thread.last_seq,
            read_seq: thread.read_seq,
            unread: news.int(1)?,
            last_at: news
                .opt_int(0)?
                .filter(|_| thread.last_seq > thread.from_seq),
        });
    }
    list.sort_by_key(|summary| std::cmp::Reverse(summary.last_at));
    Ok(list)
}

#[derive(Template)]
#[template(path = "conversations/list.html")]
struct ListPage {
    page: Page,
    list: Vec<Entry>,
}

/// One line of the list.
struct Entry {
    summary: Summary,
    name: String,
    /// Where the goals of the person it is about are, for one who supports them.
    goals: Option<String>,
}

impl ListPage {
    fn of(cx: &Cx, list: Vec<Summary>) -> Result<Self> {
        let me = cx.member()?.id;
        let list = list.into_iter().map(|summary| Entry {
            name: names(cx, &summary.with),
            goals: (summary.participant != me && cx.could(Act::ReadGoals))
                .then(|| format!("/people/{}/goals", summary.participant)),
            summary,
        });
        Ok(Self {
            list: list.collect(),
            page: Page::new(cx, "conversations-title"),
        })
    }
}

/// Names as one reads them: "Mara and Sol".
#[must_use]
pub fn names(cx: &Cx, names: &[String]) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    cx.app.words.list(cx.language, &names)
}

/// The list; a participant with one conversation goes straight there.
///
/// # Errors
/// The database's, or tampered.
pub async fn conversations_page(cx: Cx) -> Result<Response> {
    let list = look!(cx, |w| mine(w).await)?;
    match list.as_slice() {
        [only] if only.participant == cx.member()?.id => {
            Ok(reply::see(&format!("/messages/{}#end", only.id)))
        }
        _ => reply::page(&ListPage::of(&cx, list)?),
    }
}
