//! Who asks, in which programme and language, and when: the context of every request; and the
//! piece of work in one transaction, which every read and change of a person's record goes through.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;

use cairn_db::{BoxFuture, Tx};
use cairn_domain::access::{self, Act, Role};
use cairn_domain::id::{AccountId, MemberId, SessionId};
use cairn_domain::{Micros, Refusals};
use cairn_seal::{PersonKey, Place};
use cairn_words::{Args, Language, args};
use uuid::Uuid;

use crate::app::Shared;
use crate::error::{Error, Result};
use crate::operations::trail;
use crate::people::{self, Programme};

/// Through which door a request came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A page or a form.
    Page,
    /// The API.
    Api,
}

/// A person in the programme they are working in.
#[derive(Clone, Debug)]
pub struct Member {
    /// The person in the programme.
    pub id: MemberId,
    /// What they are there.
    pub roles: Vec<Role>,
    /// What they are called there.
    pub name: String,
}

/// Somebody who has signed in.
#[derive(Clone, Debug)]
pub struct Who {
    /// Their way of signing in.
    pub account: AccountId,
    /// The browser's session; `None` for a bearer token.
    pub session: Option<SessionId>,
    /// Who they are in the programme chosen; `None` when they belong to none or have to choose.
    pub member: Option<Member>,
    /// How many programmes they belong to.
    pub programmes: usize,
}

/// The context of a request.
#[derive(Clone)]
pub struct Cx {
    /// The server.
    pub app: Shared,
    /// Who asks; `None` before sign-in.
    pub who: Option<Who>,
    /// The programme: of the session, or of the page's address, or the only one there is.
    pub programme: Option<Arc<Programme>>,
    /// The language of the answer.
    pub language: Language,
    /// When the request came, microseconds since 1970 UTC.
    pub now: Micros,
    /// Where it came from.
    pub address: IpAddr,
    /// The door it came through.
    pub door: Door,
    /// The pattern of the route, for the trail.
    pub route: &'static str,
    /// The path asked for, with its query.
    pub path: String,
    /// The token of a browser that has signed in here before.
    pub browser: Option<String>,
    /// The key of a form that was sent after the session had ended.
    pub parked: Option<String>,
    /// What the browser says it is.
    pub agent: String,
    /// Whether the database did not say who asks, on a page that does without.
    pub cut_off: bool,
}

impl Cx {
    /// The context of work that no request asked for: a command, a job, the demonstration.
    #[must_use]
    pub fn command(app: &Shared, programme: Option<Arc<Programme>>) -> Self {
        Self {
            app: app.clone(),
            who: None,
            programme,
            language: Language::En,
            now: app.clock.now(),
            address: IpAddr::from([127, 0, 0, 1]),
            door: Door::Page,
            route: "command",
            path: "/".into(),
            browser: None,
            parked: None,
            agent: String::new(),
            cut_off: false,
        }
    }

    /// The person who asks.
    ///
    /// # Errors
    /// [`Error::SignIn`] when nobody has signed in.
    pub fn who(&self) -> Result<&Who> {
        self.who.as_ref().ok_or(Error::SignIn)
    }

    /// Who the asker is in the programme.
    ///
    /// # Errors
    /// [`Error::SignIn`] when nobody has signed in; not found when they belong to no programme.
    pub fn member(&self) -> Result<&Member> {
        self.who()?.member.as_ref().ok_or(Error::NOT_YOURS)
    }

    /// The programme.
    ///
    /// # Errors
    /// Not found when the request names none.
    pub fn programme(&self) -> Result<&Arc<Programme>> {
        self.programme.as_ref().ok_or(Error::NOT_YOURS)
    }

    /// Whether a role of the asker opens this at all.
    #[must_use]
    pub fn could(&self, act: Act) -> bool {
        self.member()
            .is_ok_and(|member| access::could(&member.roles, act))
    }

    /// A text in the asker's language.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.app.words.text(self.language, key, &args())
    }

    /// A text with something filled in.
    #[must_use]
    pub fn text(&self, key: &str, args: &Args) -> String {
        self.app.words.text(self.language, key, args)
    }

    /// A new id.
    #[must_use]
    pub fn new_id(&self) -> Uuid {
        self.app.chance.id(self.now)
    }

    /// Does a piece of work in one transaction. When it went well it is on disk, and those it
    /// concerns are woken; when it did not, nothing of it remains but, for somebody who reached
    /// for what is not theirs, a line in the trail.
    ///
    /// # Errors
    /// What the work answers, or what kept it from being done.
    pub async fn work<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Work<'_>) -> BoxFuture<'a, Result<T>> + Send + 'static,
    {
        let cx = self.clone();
        let done = self
            .app
            .db
            .act(move |tx| {
                Box::pin(async move {
                    let mut work = Work::new(cx, tx);
                    let answer = f(&mut work).await?;
                    Ok::<_, Error>((answer, work.wakes))
                })
            })
            .await;
        match done {
            Ok((answer, wakes)) => {
                for (topic, payload) in wakes {
                    self.app.bus.publish(&topic, payload);
                }
                Ok(answer)
            }
            Err(Error::NotYours { act, subject }) => {
                trail::refused(self, act, subject).await?;
                Err(Error::NotYours { act, subject })
            }
            Err(error) => Err(error),
        }
    }

    /// Reads in a snapshot, without a line in the trail: for what is one's own or nobody's.
    ///
    /// # Errors
    /// What the reading answers.
    pub async fn look<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'a> FnOnce(&'a mut Work<'_>) -> BoxFuture<'a, Result<T>> + Send + 'static,
    {
        let cx = self.clone();
        let answer = self
            .app
            .db
            .read(move |tx| {
                Box::pin(async move {
                    let mut work = Work::new(cx, tx);
                    f(&mut work).await
                })
            })
            .await;
        if let Err(Error::NotYours { act, subject }) = answer {
            trail::refused(self, act, subject).await?;
        }
        answer
    }
}

/// A piece of work: the context, the transaction, and who is to be woken once it is on disk.
pub struct Work<'t> {
    /// The context of the request.
    pub cx: Cx,
    /// The transaction.
    pub tx: &'t mut Tx,
    keys: HashMap<MemberId, Arc<PersonKey>>,
    wakes: Vec<(String, Vec<u8>)>,
}

impl<'t> Work<'t> {
    fn new(cx: Cx, tx: &'t mut Tx) -> Self {
        Self {
            cx,
            tx,
            keys: HashMap::new(),
            wakes: Vec::new(),
        }
    }

    /// When the request came.
    #[must_use]
    pub fn now(&self) -> Micros {
        self.cx.now
    }

    /// Who the asker is in the programme.
    ///
    /// # Errors
    /// As [`Cx::member`].
    pub fn me(&self) -> Result<MemberId> {
        Ok(self.cx.member()?.id)
    }

    /// Checks that the asker may do this to records about `subject`, and writes the trail's line.
    /// This is the only way to a person's record.
    ///
    /// # Errors
    /// Not found, when the table of access says no.
    pub async fn may(
        &mut self,
        act: Act,
        subject: MemberId,
        kind: &'static str,
        record: Uuid,
    ) -> Result<()> {
        self.check(act, subject).await?;
        trail::done(self, act, Some(subject), kind, Some(record)).await
    }

    /// Whether the asker may still go on with what [`Work::may`] allowed and wrote down a while
    /// ago: for streams that look again every few seconds. Writes no line.
    ///
    /// # Errors
    /// The database's.
    pub async fn still_may(&mut self, act: Act, subject: MemberId) -> Result<bool> {
        match self.check(act, subject).await {
            Ok(()) => Ok(true),
            Err(Error::NotYours { .. }) => Ok(false),
            Err(error) => Err(error),
        }
    }

    async fn check(&mut self, act: Act, subject: MemberId) -> Result<()> {
        let no = Error::NotYours {
            act: Some(act),
            subject: Some(subject),
        };
        let me = self.cx.member()?.id;
        let programme = self.cx.programme()?.id;
        let Some(stands) = people::standing(self, programme, me, subject).await? else {
            return Err(Error::NotYours {
                act: Some(act),
                subject: None,
            });
        };
        // As they are now, and not as they were when the request came or the stream began.
        let roles = people::roles(self, me).await?;
        if !access::allows(&roles, act, stands) && !crate::mutant("route-open") {
            return Err(no);
        }
        Ok(())
    }

    /// Writes a line in the trail for what concerns the programme rather than one person.
    ///
    /// # Errors
    /// The database's.
    pub async fn note(&mut self, act: Act, kind: &'static str, record: Option<Uuid>) -> Result<()> {
        trail::done(self, act, None, kind, record).await
    }

    /// Adds a line to the trail as it stands.
    ///
    /// # Errors
    /// The database's.
    pub async fn note_about(
        &mut self,
        act: Act,
        subject: MemberId,
        kind: &'static str,
        record: Uuid,
    ) -> Result<()> {
        trail::done(self, act, Some(subject), kind, Some(record)).await
    }

    /// Somebody to wake once this work is on disk; the payload only says where to look.
    pub fn wake(&mut self, topic: String, payload: Vec<u8>) {
        self.wakes.push((topic, payload));
    }

    /// The key of a person's texts.
    ///
    /// # Errors
    /// Not found when there is no such person or their key was destroyed.
    pub async fn key(&mut self, member: MemberId) -> Result<Arc<PersonKey>> {
        if let Some(key) = self.keys.get(&member) {
            return Ok(Arc::clone(key));
        }
        let key = Arc::new(people::member_key(self, member).await?);
        self.keys.insert(member, Arc::clone(&key));
        Ok(key)
    }

    /// Seals a text with a person's key, bound to its place.
    ///
    /// # Errors
    /// As [`Work::key`].
    pub async fn seal(&mut self, member: MemberId, place: Place, text: &str) -> Result<Vec<u8>> {
        Ok(self.key(member).await?.seal_text(place, text))
    }

    /// Opens a sealed text.
    ///
    /// # Errors
    /// As [`Work::key`], and tampered when the text was changed, moved or belongs elsewhere.
    pub async fn open(&mut self, member: MemberId, place: Place, sealed: &[u8]) -> Result<String> {
        Ok(self.key(member).await?.open_text(place, sealed)?)
    }

    /// What a person is called in the programme; their name is theirs, and sealed.
    ///
    /// # Errors
    /// As [`Work::open`].
    pub async fn name(&mut self, member: MemberId) -> Result<String> {
        people::member_name(self, member).await
    }

    /// Refuses when anything was gathered.
    ///
    /// # Errors
    /// The refusals.
    pub fn settle(refusals: Refusals) -> Result<()> {
        Ok(refusals.done()?)
    }
}

/// Does a piece of work in one transaction: `work!(cx, |w| offers::accept(w, id).await)`.
#[macro_export]
macro_rules! work {
    ($cx:expr, |$w:ident| $body:expr) => {
        $cx.work(move |$w| ::std::boxed::Box::pin(async move { $body }))
            .await
    };
}

/// Reads in a snapshot: `look!(cx, |w| goals::mine(w).await)`.
#[macro_export]
macro_rules! look {
    ($cx:expr, |$w:ident| $body:expr) => {
        $cx.look(move |$w| ::std::boxed::Box::pin(async move { $body }))
            .await
    };
}
