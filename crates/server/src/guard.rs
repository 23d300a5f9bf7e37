//! The guard before every route: finds out who asks, holds them against the route's rule, keeps
//! what they typed when their session has ended, and turns errors into pages or problems.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use cairn_domain::access;
use cairn_words::{Language, negotiate};

use crate::app::Shared;
use crate::cx::{Cx, Door};
use crate::error::{Error, Result};
use crate::operations::trail;
use crate::people;
use crate::routes::Rule;
use crate::site::{cookie, reply};

/// What the guard of one route knows.
#[derive(Clone)]
pub struct Guarded {
    /// The server.
    pub app: Shared,
    /// The route's rule.
    pub rule: Rule,
    /// A page or the API.
    pub door: Door,
    /// The route's pattern.
    pub route: &'static str,
}

/// Lets a request through to its handler, or answers in its place.
pub async fn guard(State(guarded): State<Guarded>, mut request: Request, next: Next) -> Response {
    let cx = match context(start(&guarded, &request), request.headers().clone()).await {
        Ok(cx) => cx,
        Err((cx, error)) => return reply::error(&cx, &error),
    };
    if let Err(error) = admit(&cx, guarded.rule).await {
        return match error {
            Error::SignIn if cx.door == Door::Page => people::to_sign_in(&cx, request).await,
            error => reply::error(&cx, &error),
        };
    }
    request.extensions_mut().insert(cx.clone());
    let response = next.run(request).await;
    match response.extensions().get::<Arc<Error>>() {
        None => response,
        Some(error) => reply::error(&cx, &Arc::clone(error)),
    }
}

/// Holds the asker against the route's rule; who is turned away is written down.
async fn admit(cx: &Cx, rule: Rule) -> Result<()> {
    match rule {
        Rule::Public => Ok(()),
        _ if cx.who.is_none() => {
            trail::stranger(cx).await?;
            Err(Error::SignIn)
        }
        Rule::SignedIn => Ok(()),
        Rule::Act(act) => {
            let roles = cx
                .member()
                .map(|member| member.roles.as_slice())
                .unwrap_or_default();
            if access::could(roles, act) || crate::mutant("route-open") {
                return Ok(());
            }
            trail::refused(cx, Some(act), None).await?;
            Err(Error::NotYours {
                act: Some(act),
                subject: None,
            })
        }
    }
}

/// What can be told of a request without asking the database.
fn start(guarded: &Guarded, request: &Request) -> Cx {
    let headers = request.headers();
    Cx {
        app: guarded.app.clone(),
        who: None,
        programme: None,
        language: language(headers, None),
        now: guarded.app.clock.now(),
        address: address(request, &guarded.app),
        door: guarded.door,
        route: guarded.route,
        path: request
            .uri()
            .path_and_query()
            .map_or("/", |p| p.as_str())
            .to_owned(),
        browser: cookie::get(headers, cookie::BROWSER),
        parked: cookie::get(headers, cookie::PARKED),
        agent: headers
            .get(header::USER_AGENT)
            .and_then(|v| v.to_str().ok())
            .unwrap_or("")
            .to_owned(),
    }
}

/// Builds the context of a request; on failure also what is known so far, for the error's page.
async fn context(mut cx: Cx, headers: HeaderMap) -> Result<Cx, (Cx, Error)> {
    match people::recognise(&cx, &headers).await {
        Ok(recognised) => {
            cx.language = language(&headers, recognised.language);
            cx.who = recognised.who;
            cx.programme = recognised.programme;
            Ok(cx)
        }
        Err(error) => Err((cx, error)),
    }
}

/// The answer to an address that is not in the table of routes.
pub async fn nothing_here(State(app): State<Shared>, request: Request) -> Response {
    let door = if request.uri().path().starts_with("/api/") {
        Door::Api
    } else {
        Door::Page
    };
    let guarded = Guarded {
        app,
        rule: Rule::Public,
        door,
        route: "nothing",
    };
    match context(start(&guarded, &request), request.headers().clone()).await {
        Ok(cx) => reply::error(&cx, &Error::NOT_YOURS),
        Err((cx, error)) => reply::error(&cx, &error),
    }
}

/// The language of the answer: chosen in this browser, else by the account, else what the browser asks for.
fn language(headers: &HeaderMap, account: Option<Language>) -> Language {
    let chosen = cookie::get(headers, cookie::LANGUAGE).and_then(|tag| Language::from_tag(&tag));
    chosen.or(account).unwrap_or_else(|| {
        let asked = headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|v| v.to_str().ok())
            .unwrap_or("");
        negotiate(asked, &Language::all())
    })
}

/// Where the request came from. What a forwarding header says is believed only of proxies that
/// were named in the settings.
fn address(request: &Request, app: &Shared) -> IpAddr {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip());
    let trusted = &app.config.http.trusted_proxies;
    if !trusted.contains(&peer) {
        return peer;
    }
    let forwarded = request.headers().get_all("x-forwarded-for").iter();
    let hops: Vec<IpAddr> = forwarded
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|hop| hop.trim().parse().ok())
        .collect();
    hops.into_iter()
        .rev()
        .find(|hop| !trusted.contains(hop))
        .unwrap_or(peer)
}

/// Whether a method only reads.
#[must_use]
pub fn only_reads(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

impl<S: Sync> FromRequestParts<S> for Cx {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        parts
            .extensions
            .get::<Cx>()
            .cloned()
            .ok_or(Error::Fault("a route without its guard"))
    }
}

impl IntoResponse for Error {
    /// The guard, who knows the asker's language and door, makes the answer from it.
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}
