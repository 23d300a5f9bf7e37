//! Putting a server together and letting it listen.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use cairn_bus::Bus;
use cairn_db::{Db, Options};
use cairn_mail::{Mailer, SmtpSettings, Tls};
use cairn_seal::InstallationKey;
use cairn_words::{Language, Words};
use tokio::net::TcpListener;
use tower_http::csrf::CsrfLayer;

use crate::app::{App, Chance, Clock, MIGRATIONS, Shared, Stop};
use crate::config::Config;
use crate::error::Error;
use crate::people::{self, Passphrases};
use crate::safety::{self, Lines};
use crate::wire::{Patience, Peer, Wires};
use crate::{guard, routes, site};

/// Why a server could not start; says what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct StartError(pub String);

macro_rules! locales {
    ($($language:ident $folder:literal: $($file:literal)+;)+) => {
        &[$($((Language::$language, concat!($folder, "/", $file, ".ftl"),
            include_str!(concat!("../../../locales/", $folder, "/", $file, ".ftl"))),)+)+]
    };
}

/// Every text in every language.
pub static LOCALES: &[(Language, &str, &str)] = locales![
    En "en": "words" "site" "people" "matching" "meetings" "board" "exclusions" "conversations" "plans" "safety" "operations";
    Es "es": "words" "site" "people" "matching" "meetings" "board" "exclusions" "conversations" "plans" "safety" "operations";
    Ar "ar": "words" "site" "people" "matching" "meetings" "exclusions" "conversations" "plans" "safety" "operations";
];

/// Puts a server together: opens the database and brings its schema up to date, loads the key,
/// the words and the mailer.
///
/// # Errors
/// What is missing, in words.
pub async fn build(
    config: Config,
    clock: Clock,
    chance: Chance,
    demo: bool,
) -> Result<Shared, StartError> {
    let app = open(config, clock, chance, demo).await?;
    app.db
        .migrate(MIGRATIONS, app.clock.now())
        .await
        .map_err(|e| StartError(format!("the database cannot be brought up to date: {e}")))?;
    Ok(app)
}

/// The same without touching the schema.
///
/// # Errors
/// What is missing, in words.
pub async fn open(
    config: Config,
    clock: Clock,
    chance: Chance,
    demo: bool,
) -> Result<Shared, StartError> {
    let fault = |what: &str, error: &dyn std::fmt::Display| StartError(format!("{what}: {error}"));
    let words = Words::load(LOCALES).map_err(|e| fault("the texts cannot be read", &e))?;
    std::fs::create_dir_all(&config.data)
        .map_err(|e| fault(&format!("cannot make {}", config.data.display()), &e))?;
    let key = if config.key.0.is_empty() {
        let path = config.data.join("cairn.key");
        let (key, made) =
            InstallationKey::load_or_create(&path).map_err(|e| fault("the key", &e))?;
        if made {
            tracing::warn!(path = %path.display(), "a new key was made: keep a copy apart from the back-ups, nothing can be read without it");
        }
        key
    } else {
        InstallationKey::from_base64(&config.key.0).map_err(|e| fault("CAIRN_KEY", &e))?
    };
    let db = Db::open(&config.database(), Options::default())
        .await
        .map_err(|e| fault("the database cannot be opened", &e))?;
    let bus = if config.nats_url.is_empty() {
        Bus::memory()
    } else {
        Bus::nats(&config.nats_url).await
    };
    let mailer = mailer(&config).map_err(|e| fault("the mail settings", &e))?;
    let passphrases = Passphrases::new(config.sign_in.at_once);
    Ok(Arc::new(App {
        db,
        bus,
        words,
        key,
        mailer,
        config,
        clock,
        chance,
        passphrases,
        demo,
        lines: Lines::default(),
        stop: Stop::default(),
    }))
}

fn mailer(config: &Config) -> Result<Mailer, cairn_mail::SettingsError> {
    let mail = &config.mail;
    if mail.host.is_empty() {
        return Ok(Mailer::none());
    }
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Mailer::smtp(SmtpSettings {
        host: mail.host.clone(),
        port: if mail.port == 0 { 587 } else { mail.port },
        tls: match mail.tls.as_str() {
            "none" => Tls::None,
            "tls" => Tls::Tls,
            _ => Tls::StartTls,
        },
        user: given(&mail.user),
        password: given(&mail.password.0),
        from: mail.from.clone(),
    })
}

/// The whole of it as a service: routes behind their guards, requests of other sites refused, and
/// the headers that every answer carries.
pub fn service(app: &Shared) -> Router {
    let refuse = CsrfLayer::new().with_rejection_response(|_| Error::OtherSite.into_response());
    routes::router(app)
        .fallback(guard::nothing_here)
        .layer(refuse)
        .layer(from_fn_with_state(app.clone(), guard::outside))
        .layer(from_fn_with_state(app.clone(), site::headers::add))
        .with_state(app.clone())
}

/// Serves until told to stop, by a signal or by [`Stop`]. After a signal it says "not ready" for as
/// long as the settings say, and serves on meanwhile. Then requests that are being answered are
/// finished first, and live streams end, so that their readers go on at another node. Letters leave
/// and what has run out is swept away as long as it serves, and programmes whose offers go out by
/// themselves are looked after.
///
/// # Errors
/// The network's.
pub async fn run(app: Shared, listener: TcpListener) -> std::io::Result<()> {
    let service = service(&app).into_make_service_with_connect_info::<Peer>();
    let listener = Wires::new(listener, Patience::default());
    let told = app.stop.clone();
    let mut beside = tokio::task::JoinSet::new();
    if app.mailer.configured() {
        beside.spawn(people::letters::send_letters(app.clone()));
    }
    beside.spawn(people::letters::sweep_up(app.clone()));
    beside.spawn(crate::matching::sweep_offers(app.clone()));
    beside.spawn(crate::matching::settle_by_itself(app.clone()));
    beside.spawn(safety::keep_lines(app.clone()));
    let leaving = Duration::from_secs(app.config.http.drain_seconds.into());
    beside.spawn(crate::matching::look_again(app));
    // Dropped at the end, the set ends what runs beside.
    axum::serve(listener, service)
        .with_graceful_shutdown(async move {
            tokio::select! {
                () = stop() => {
                    told.leave();
                    tokio::time::sleep(leaving).await;
                    told.tell();
                }
                () = told.told() => {}
            }
        })
        .await
}

/// Waits for the signal to stop.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {},
                _ = terminate.recv() => {},
            }
            return;
        }
    }
    let _ = interrupt.await;
}
