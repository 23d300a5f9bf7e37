//! The frame of every page: language, navigation, notices and refusals, and the ways a template
//! asks for words.

use cairn_domain::access::Act;
use cairn_domain::{Micros, Refusals};
use cairn_words::{Arg, Args, Language, TimeZone, args};

use crate::cx::Cx;
use crate::site::assets;
use crate::site::form::Form;

/// What a template may fill into a text.
pub trait Say {
    /// The value as the words take it.
    fn arg(&self) -> Arg;
}
macro_rules! say {
    ($($kind:ty),+) => { $(impl Say for $kind { fn arg(&self) -> Arg { Arg::from(self.clone()) } })+ };
}
say!(String, i64, i32, u32, u64, usize);
impl Say for str {
    fn arg(&self) -> Arg {
        Arg::from(self)
    }
}
impl<T: Say + ?Sized> Say for &T {
    fn arg(&self) -> Arg {
        (**self).arg()
    }
}

/// One entry of the navigation.
pub struct Entry {
    /// Message id of its words.
    pub key: &'static str,
    /// Where it leads.
    pub href: &'static str,
    /// Whether this page is there.
    pub here: bool,
}

/// The frame of a page.
pub struct Page {
    /// The request's context.
    pub cx: Cx,
    /// The page's title, already in words.
    pub title: String,
    /// Class of the body: empty, `wide` or `talk`.
    pub class: &'static str,
    /// What was refused in the form that was sent.
    pub refusals: Refusals,
    /// What was typed: kept in the fields when the page comes back.
    pub form: Form,
    /// Whether `form` came from a draft rather than from what was just sent.
    pub from_draft: bool,
    /// A notice at the top, already in words.
    pub said: Option<String>,
    /// Scripts of this page beside those of every page.
    pub scripts: &'static [&'static str],
}

/// The entries of the navigation, with the act that opens each.
const NAV: &[(&str, &str, Option<Act>)] = &[
    ("site-nav-home", "/home", None),
    ("site-nav-offers", "/offers", Some(Act::AnswerOffers)),
    ("site-nav-requests", "/requests", Some(Act::AnswerRequest)),
    (
        "site-nav-messages",
        "/messages",
        Some(Act::ReadConversation),
    ),
    ("site-nav-goals", "/goals", Some(Act::WriteGoals)),
    ("site-nav-waiting", "/waiting", Some(Act::ReadWaitingList)),
    ("site-nav-staff", "/staff", Some(Act::ReadStaff)),
    (
        "site-nav-profile",
        "/profile",
        Some(Act::WriteWorkerProfile),
    ),
];

impl Page {
    /// A page with a title by its message id.
    #[must_use]
    pub fn new(cx: &Cx, title: &str) -> Self {
        let said = query(&cx.path, "said")
            .map(|word| format!("said-{word}"))
            .filter(|key| cx.app.words.has(Language::En, key))
            .map(|key| cx.t(&key));
        Self {
            title: cx.t(title),
            cx: cx.clone(),
            class: "",
            refusals: Refusals::default(),
            form: Form::default(),
            from_draft: false,
            said,
            scripts: &[],
        }
    }

    /// The page with another title, already in words.
    #[must_use]
    pub fn titled(mut self, title: String) -> Self {
        self.title = title;
        self
    }

    /// The page with a class for its body.
    #[must_use]
    pub fn class(mut self, class: &'static str) -> Self {
        self.class = class;
        self
    }

    /// The page with scripts of its own.
    #[must_use]
    pub fn scripts(mut self, scripts: &'static [&'static str]) -> Self {
        self.scripts = scripts;
        self
    }

    /// The page with its form filled as it was sent, and what was refused.
    #[must_use]
    pub fn refused(mut self, form: Form, refusals: Refusals) -> Self {
        self.form = form;
        self.refusals = refusals;
        self
    }

    /// The page with its form filled from a draft, if there is one.
    #[must_use]
    pub fn draft(mut self, draft: Option<Form>) -> Self {
        self.from_draft = draft.is_some();
        self.form = draft.unwrap_or_default();
        self
    }

    /// A text.
    #[must_use]
    pub fn t(&self, key: &str) -> String {
        self.cx.t(key)
    }

    /// A text with one value.
    #[must_use]
    pub fn with(&self, key: &str, name: &str, value: impl Say) -> String {
        self.cx.text(key, &args().set(name, value.arg()))
    }

    /// A text with two values.
    #[must_use]
    pub fn with2(&self, key: &str, n1: &str, v1: impl Say, n2: &str, v2: impl Say) -> String {
        self.cx
            .text(key, &args().set(n1, v1.arg()).set(n2, v2.arg()))
    }

    /// The address of an asset.
    #[must_use]
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The tag for the page's `lang`.
    #[must_use]
    pub fn lang(&self) -> &'static str {
        self.cx.language.tag()
    }

    /// The languages to choose from: tag, own name, direction, whether it is this page's.
    #[must_use]
    pub fn languages(&self) -> Vec<(&'static str, &'static str, &'static str, bool)> {
        let all = Language::all().into_iter();
        all.map(|l| (l.tag(), l.own_name(), l.direction(), l == self.cx.language))
            .collect()
    }

    /// The programme's name, or the product's where there is none.
    #[must_use]
    pub fn brand(&self) -> &str {
        self.cx
            .programme
            .as_ref()
            .map_or("Cairn", |programme| programme.name.as_str())
    }

    /// Where the brand leads: home when signed in, else the programme's front page.
    #[must_use]
    pub fn brand_href(&self) -> String {
        match (&self.cx.who, &self.cx.programme) {
            (Some(_), _) => "/home".into(),
            (None, Some(programme)) => format!("/p/{}", programme.slug),
            (None, None) => "/".into(),
        }
    }

    /// Where help is, for the programme of the page.
    #[must_use]
    pub fn help_href(&self) -> String {
        match (&self.cx.who, &self.cx.programme) {
            (None, Some(programme)) => format!("/help?p={}", programme.slug),
            _ => "/help".into(),
        }
    }

    /// The name of the person who has signed in.
    #[must_use]
    pub fn me(&self) -> Option<&str> {
        self.cx.member().ok().map(|member| member.name.as_str())
    }

    /// Whether somebody has signed in.
    #[must_use]
    pub fn signed_in(&self) -> bool {
        self.cx.who.is_some()
    }

    /// Whether everybody in this programme is invented.
    #[must_use]
    pub fn invented(&self) -> bool {
        self.cx
            .programme
            .as_ref()
            .is_some_and(|programme| programme.settings.invented)
    }

    /// The navigation for the asker's roles.
    #[must_use]
    pub fn nav(&self) -> Vec<Entry> {
        if self.cx.member().is_err() {
            return Vec::new();
        }
        let path = self.path();
        NAV.iter()
            .filter(|(_, _, act)| act.is_none_or(|act| self.cx.could(act)))
            .map(|(key, href, _)| Entry {
                key,
                href,
                here: path == *href,
            })
            .collect()
    }

    /// The path of this page without its query.
    #[must_use]
    pub fn path(&self) -> &str {
        self.cx.path.split('?').next().unwrap_or("/")
    }

    /// What was refused for a field, in words.
    #[must_use]
    pub fn wrong(&self, field: &str) -> Option<String> {
        self.refusals
            .of(field)
            .map(|refusal| refusal_text(&self.cx, refusal))
    }

    /// Everything refused: field and words, for the summary.
    #[must_use]
    pub fn all_wrong(&self) -> Vec<(Option<String>, String)> {
        self.refusals
            .0
            .iter()
            .map(|r| (r.field.clone(), refusal_text(&self.cx, r)))
            .collect()
    }

    /// A field's value as typed, or as kept.
    #[must_use]
    pub fn value<'a>(&'a self, field: &str, kept: &'a str) -> &'a str {
        if self.form.has(field) {
            self.form.get(field)
        } else {
            kept
        }
    }

    /// The time zone of what is shown.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        zone(&self.cx)
    }

    /// A moment as date and time.
    #[must_use]
    pub fn moment(&self, at: &Micros) -> String {
        self.cx
            .app
            .words
            .date_time(self.cx.language, *at, &self.zone())
    }

    /// A moment as a date.
    #[must_use]
    pub fn date(&self, at: &Micros) -> String {
        self.cx.app.words.date(self.cx.language, *at, &self.zone())
    }

    /// A moment as a time of day.
    #[must_use]
    pub fn time(&self, at: &Micros) -> String {
        self.cx.app.words.time(self.cx.language, *at, &self.zone())
    }

    /// How long ago, in words.
    #[must_use]
    pub fn ago(&self, at: &Micros) -> String {
        self.cx.app.words.ago(self.cx.language, *at, self.cx.now)
    }

    /// A moment for a machine, RFC 3339 in UTC.
    #[must_use]
    pub fn iso(&self, at: &Micros) -> String {
        rfc3339(*at)
    }

    /// A number in the reader's form.
    #[must_use]
    pub fn number(&self, value: impl Say) -> String {
        cairn_words::number(self.cx.language, value.arg())
    }
}

/// The time zone a person reads times in: their programme's.
#[must_use]
pub fn zone(cx: &Cx) -> TimeZone {
    let name = cx
        .programme
        .as_ref()
        .map_or("UTC", |programme| programme.time_zone.as_str());
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

/// A refusal in the asker's language.
#[must_use]
pub fn refusal_text(cx: &Cx, refusal: &cairn_domain::Refusal) -> String {
    let filled: Args =
        refusal
            .args
            .iter()
            .fold(args(), |filled, (name, value)| match value.parse::<i64>() {
                Ok(number) => filled.set(name, number),
                Err(_) => filled.set(name, value.as_str()),
            });
    cx.text(&format!("refusal-{}", refusal.code), &filled)
}

/// A moment for a machine, RFC 3339 in UTC, to the microsecond.
#[must_use]
pub fn rfc3339(at: Micros) -> String {
    jiff::Timestamp::from_microsecond(at)
        .map_or_else(|_| String::new(), |moment| moment.to_string())
}

/// A value of the query of a path.
#[must_use]
pub fn query(path: &str, name: &str) -> Option<String> {
    let (_, query) = path.split_once('?')?;
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).ok()?;
    pairs
        .into_iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}
