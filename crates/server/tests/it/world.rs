//! A small world for each test: a programme of its own on a database of its own, a clock that
//! stands still until it is moved, and browsers to go through the pages with.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use cairn::app::{App, Chance, Clock, Shared, Stop};
use cairn::config::{Config, Secret};
use cairn::cx::Cx;
use cairn::people::accounts::{self, NewAccount, NewMember, NewProgramme};
use cairn::people::{self, Passphrases, Programme};
use cairn::safety::Lines;
use cairn::{serve, work};
use cairn_bus::Bus;
use cairn_db::{Db, Options};
use cairn_domain::access::Role;
use cairn_domain::id::{AccountId, MemberId};
use cairn_domain::operations::Settings;
use cairn_domain::safety::CrisisLine;
use cairn_mail::Mailer;
use cairn_seal::InstallationKey;
use cairn_words::Words;
use http_body_util::BodyExt;
use tempfile::TempDir;
use tower::ServiceExt;

use crate::database::{database, joined};

/// Monday 2 March 2026, 09:00 UTC.
pub const START: i64 = 1_772_442_000_000_000;
/// The passphrase of everybody in the tests.
pub const PASSPHRASE: &str = "grey river stone seven";

/// A world of its own.
pub struct World {
    pub app: Shared,
    pub service: Router,
    pub programme: Arc<Programme>,
    pub hand: Arc<AtomicI64>,
    pub dir: TempDir,
}

/// Somebody in the world, with a browser they are signed in with.
pub struct Person {
    pub account: AccountId,
    pub member: MemberId,
    pub login: String,
    pub token: String,
    pub browser: Browser,
}

/// What a browser got.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

/// A browser with its cookies.
#[derive(Clone)]
pub struct Browser {
    service: Router,
    cookies: Arc<Mutex<Vec<(String, String)>>>,
    pub language: &'static str,
}

impl World {
    /// A world with one programme, called Harbour.
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// The same with other settings of the installation.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let mut config = Config::for_testing(dir.path());
        config.site.leave_to = "https://weather.example/".into();
        config.database_url = database(&dir).await;
        config.key = Secret(new_key());
        change(&mut config);
        let hand = Arc::new(AtomicI64::new(START));
        let app = app(config, &hand).await;
        let service = serve::service(&app);
        let programme = programme(&app, "harbour", "Harbour Peer Support").await;
        Self {
            app,
            service,
            programme,
            hand,
            dir,
        }
    }

    /// Moves the clock.
    pub fn later(&self, micros: i64) {
        self.hand.fetch_add(micros, Ordering::SeqCst);
    }

    /// The context of work that nobody asked for.
    pub fn cx(&self) -> Cx {
        Cx::command(&self.app, Some(self.programme.clone()))
    }

    /// Another programme on the same installation.
    pub async fn another_programme(&self) -> Arc<Programme> {
        programme(&self.app, "lantern", "Lantern Recovery").await
    }

    /// A browser that nobody has signed in with.
    pub fn browser(&self) -> Browser {
        Browser {
            service: self.service.clone(),
            cookies: Arc::default(),
            language: "en",
        }
    }

    /// A browser that talks to another server, on the same database and with the same key.
    pub fn browser_of(&self, app: &Shared) -> Browser {
        Browser {
            service: serve::service(app),
            ..self.browser()
        }
    }

    /// A browser that talks to routes of the test's own.
    pub fn browser_at(&self, service: Router) -> Browser {
        Browser {
            service,
            ..self.browser()
        }
    }

    /// The same installation as a server that was set up otherwise.
    pub fn server(&self, mailer: Mailer, demo: bool) -> Shared {
        Arc::new(App {
            db: self.app.db.clone(),
            bus: self.app.bus.clone(),
            words: Words::load(serve::LOCALES).unwrap(),
            key: InstallationKey::from_base64(&self.app.key.to_base64()).unwrap(),
            mailer,
            passphrases: Passphrases::new(2),
            clock: self.app.clock.clone(),
            chance: Chance::from_system(),
            config: self.app.config.clone(),
            demo,
            lines: Lines::default(),
            stop: Stop::default(),
        })
    }

    /// Somebody in this programme.
    pub async fn person(&self, name: &str, roles: &[Role]) -> Person {
        self.person_of(&self.programme, name, roles).await
    }

    pub async fn participant(&self, name: &str) -> Person {
        self.person(name, &[Role::Participant]).await
    }

    pub async fn worker(&self, name: &str) -> Person {
        self.person(name, &[Role::Worker]).await
    }

    pub async fn coordinator(&self, name: &str) -> Person {
        self.person(name, &[Role::Coordinator]).await
    }

    /// Somebody in a programme, with an account, a session and a bearer token.
    pub async fn person_of(
        &self,
        programme: &Arc<Programme>,
        name: &str,
        roles: &[Role],
    ) -> Person {
        let cx = Cx::command(&self.app, Some(programme.clone()));
        let login = if Arc::ptr_eq(programme, &self.programme) {
            name.to_lowercase()
        } else {
            format!("{} {}", name.to_lowercase(), programme.slug)
        };
        let account = NewAccount {
            login: Some(login.clone()),
            passphrase_hash: Some(hash()),
            ..NewAccount::default()
        };
        let member = NewMember {
            name: name.to_owned(),
            roles: roles.to_vec(),
        };
        let (account, member, session, token) = work!(cx, |w| {
            let account = accounts::add_account(w, &account).await?;
            let programme = w.cx.programme()?.clone();
            let member =
                accounts::add_member(w, (programme.id, &programme.key), account, &member).await?;
            let session = people::begin_session(w, account, Some(member), "test").await?;
            let token = people::give_token(w, account, Some(member)).await?;
            Ok((account, member, session, token))
        })
        .unwrap();
        let browser = self.browser();
        browser.keep("cairn", &session);
        Person {
            account,
            member,
            login,
            token,
            browser,
        }
    }

    /// Runs a query that gives one number, for looking behind the pages.
    pub async fn count(
        &self,
        statement: &'static cairn_db::Statement,
        values: Vec<cairn_db::Value>,
    ) -> i64 {
        let read = self
            .app
            .db
            .read(move |tx| Box::pin(async move { tx.one(statement, &values).await?.int(0) }));
        let number: Result<i64, cairn_db::DbError> = read.await;
        number.unwrap()
    }

    /// Serves the world on a free port of the loopback, for clients that need a real connection.
    pub async fn listen(&self) -> String {
        listen(&self.app).await
    }

    /// A second node on the same database and key. Where the tests run with NATS it is reached
    /// through that; `alone` it hears nothing of the first and has to look by itself.
    pub async fn second_node(&self, alone: bool) -> Shared {
        let mut config = self.app.config.clone();
        config.data = self.dir.path().join("second");
        let mut app = app(config, &self.hand).await;
        if alone {
            Arc::get_mut(&mut app).unwrap().bus = Bus::memory();
        }
        app
    }
}

/// Serves a node on a free port of the loopback.
pub async fn listen(app: &Shared) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(serve::run(app.clone(), listener));
    format!("http://{address}")
}

async fn app(config: Config, hand: &Arc<AtomicI64>) -> Shared {
    let db = Db::open(&config.database(), Options::default())
        .await
        .unwrap();
    let bus = match std::env::var("CAIRN_TEST_NATS_URL") {
        Ok(url) => joined(&url).await,
        Err(_) => Bus::memory(),
    };
    Arc::new(App {
        db,
        bus,
        words: Words::load(serve::LOCALES).unwrap(),
        key: InstallationKey::from_base64(&config.key.0).unwrap(),
        mailer: Mailer::memory(),
        passphrases: Passphrases::new(2),
        clock: Clock::Hand(hand.clone()),
        chance: Chance::from_system(),
        config,
        demo: false,
        lines: Lines::default(),
        stop: Stop::default(),
    })
}

async fn programme(app: &Shared, slug: &str, name: &str) -> Arc<Programme> {
    let line = |name: &str, call: &str, emergency| CrisisLine {
        name: name.into(),
        call: call.into(),
        text: String::new(),
        hours: "day and night".into(),
        languages: vec!["en".into()],
        emergency,
    };
    let settings = Settings {
        crisis_lines: vec![
            line("Night Line (invented)", "555 0100", false),
            line("Emergency", "555 0111", true),
        ],
        ..Settings::default()
    };
    let new = NewProgramme {
        slug: slug.into(),
        name: name.into(),
        language: "en".into(),
        time_zone: "Europe/London".into(),
        settings,
    };
    let cx = Cx::command(app, None);
    work!(cx, |w| {
        let (id, _) = accounts::add_programme(w, &new).await?;
        people::programmes::by_id(w, id).await
    })
    .unwrap()
}

/// The hash of [`PASSPHRASE`], made once.
fn hash() -> String {
    static HASH: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    HASH.get_or_init(|| people::hash_now(PASSPHRASE, [3; 16]).unwrap())
        .clone()
}

/// A key of the world's own, as an installation is given one by its environment.
fn new_key() -> String {
    use base64::Engine;
    let bytes = Chance::from_system().bytes::<32>();
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

impl Browser {
    /// Keeps a cookie.
    pub fn keep(&self, name: &str, value: &str) {
        let mut cookies = self.cookies.lock().unwrap();
        cookies.retain(|(key, _)| key != name);
        if !value.is_empty() {
            cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    /// A cookie's value.
    pub fn cookie(&self, name: &str) -> Option<String> {
        let cookies = self.cookies.lock().unwrap();
        cookies
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
    }

    /// Opens a page, without following where it leads.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(
            Request::builder().method(Method::GET).uri(path),
            Body::empty(),
        )
        .await
    }

    /// Opens a page and follows where it leads.
    pub async fn open(&self, path: &str) -> Reply {
        let mut reply = self.get(path).await;
        for _ in 0..5 {
            match reply.location() {
                Some(place) if place.starts_with('/') => reply = self.get(&place).await,
                _ => break,
            }
        }
        reply
    }

    /// Sends a form, without following where it leads.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin");
        self.send(request, Body::from(body)).await
    }

    /// Sends a form and follows where it leads.
    pub async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let reply = self.post(path, fields).await;
        match reply.location() {
            Some(place) if place.starts_with('/') => self.open(&place).await,
            _ => reply,
        }
    }

    /// Sends anything.
    pub async fn send(&self, request: axum::http::request::Builder, body: Body) -> Reply {
        let cookies: Vec<String> = self
            .cookies
            .lock()
            .unwrap()
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        let mut request = request
            .header(header::HOST, "test")
            .header(header::ACCEPT_LANGUAGE, self.language);
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let response = self
            .service
            .clone()
            .oneshot(request.body(body).unwrap())
            .await
            .unwrap();
        let (parts, body) = response.into_parts();
        for value in parts.headers.get_all(header::SET_COOKIE) {
            let pair = value
                .to_str()
                .unwrap()
                .split(';')
                .next()
                .unwrap()
                .to_owned();
            let (key, value) = pair.split_once('=').unwrap();
            self.keep(key, value);
        }
        let bytes = body.collect().await.unwrap().to_bytes();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains('⟦'), "a text is missing:\n{text}");
        Reply {
            status: parts.status,
            headers: parts.headers,
            text,
        }
    }
}

impl Person {
    /// Calls the API with the person's bearer token; answers with the status and the JSON.
    pub async fn api(
        &self,
        method: Method,
        path: &str,
        body: Option<serde_json::Value>,
    ) -> (StatusCode, serde_json::Value) {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::AUTHORIZATION, format!("Bearer {}", self.token))
            .header(header::CONTENT_TYPE, "application/json");
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let nobody = Browser {
            service: self.browser.service.clone(),
            cookies: Arc::default(),
            language: "en",
        };
        let reply = nobody.send(request, body).await;
        (
            reply.status,
            serde_json::from_str(&reply.text).unwrap_or(serde_json::Value::Null),
        )
    }
}

impl Reply {
    /// Where the reply leads.
    pub fn location(&self) -> Option<String> {
        self.headers
            .get(header::LOCATION)
            .map(|value| value.to_str().unwrap().to_owned())
    }

    /// Asserts a status, and shows the text otherwise.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", self.text);
        self
    }

    /// Asserts that the page shows this.
    #[track_caller]
    pub fn shows(self, text: &str) -> Self {
        assert!(self.text.contains(text), "no “{text}” in:\n{}", self.text);
        self
    }

    /// Asserts that the page does not show this.
    #[track_caller]
    pub fn hides(self, text: &str) -> Self {
        assert!(!self.text.contains(text), "“{text}” in:\n{}", self.text);
        self
    }

    /// Asserts that it leads there.
    #[track_caller]
    pub fn leads(self, place: &str) -> Self {
        assert_eq!(
            self.location().as_deref(),
            Some(place),
            "{} {}",
            self.status,
            self.text
        );
        self
    }
}
