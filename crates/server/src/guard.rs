//! The guard before every route: finds out who asks, holds them against the route's rule, keeps
//! what they typed when their session has ended, and turns errors into pages or problems.

use std::net::{IpAddr, SocketAddr};
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use cairn_domain::access;
use cairn_words::{Language, negotiate};
use futures_util::FutureExt;

use crate::app::Shared;
use crate::cx::{Cx, Door};
use crate::error::{Error, Result};
use crate::operations::trail;
use crate::people;
use crate::routes::Rule;
use crate::site::{cookie, reply};
use crate::wire::Peer;

/// How long a request may take to be answered; a live stream has only to begin by then.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a page that does without the database waits for it.
pub const HURRY: Duration = Duration::from_secs(2);

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

/// Lets a request through to its handler, or answers in its place. This goes on to its end in a
/// task of its own: whoever hangs up early leaves neither a refusal unwritten nor a reader unwoken.
pub async fn guard(State(guarded): State<Guarded>, request: Request, next: Next) -> Response {
    let answer = tokio::spawn(answer(guarded, request, next));
    answer
        .await
        .unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}

async fn answer(guarded: Guarded, request: Request, next: Next) -> Response {
    let bare = start(&guarded, &request);
    if guarded.rule == Rule::Unasked {
        return handled(&bare, request, next).await;
    }
    let known = context(bare, request.headers().clone());
    let known = match guarded.rule {
        Rule::Always => at_once(start(&guarded, &request), known).await,
        _ => known.await,
    };
    let cx = match known {
        Ok(cx) => cx,
        Err((cx, error)) => return reply::error(&cx, &error),
    };
    if let Err(error) = admit(&cx, guarded.rule).await {
        return match error {
            Error::SignIn if cx.door == Door::Page => people::to_sign_in(&cx, request).await,
            error => reply::error(&cx, &error),
        };
    }
    handled(&cx, request, next).await
}

/// The context, or a stranger's when the database does not answer at once.
async fn at_once(
    mut stranger: Cx,
    known: impl Future<Output = Result<Cx, (Cx, Error)>>,
) -> Result<Cx, (Cx, Error)> {
    match tokio::time::timeout(HURRY, known).await {
        Ok(Ok(cx)) => Ok(cx),
        Ok(Err((cx, error))) if error.status() != StatusCode::SERVICE_UNAVAILABLE => {
            Err((cx, error))
        }
        _ => {
            stranger.cut_off = true;
            Ok(stranger)
        }
    }
}

/// Runs the handler, and turns whatever went wrong in it into an answer that people can read.
async fn handled(cx: &Cx, mut request: Request, next: Next) -> Response {
    request.extensions_mut().insert(cx.clone());
    let ran = AssertUnwindSafe(next.run(request)).catch_unwind();
    let response = match tokio::time::timeout(PATIENCE, ran).await {
        Ok(Ok(response)) => response,
        Ok(Err(_)) => return reply::error(cx, &Error::Fault("a handler panicked")),
        Err(_) => return reply::error(cx, &Error::Busy),
    };
    if let Some(error) = response.extensions().get::<Arc<Error>>() {
        return reply::error(cx, &Arc::clone(error));
    }
    match response.status() {
        // An address that cannot be read, for example one that is not UTF-8.
        StatusCode::BAD_REQUEST => reply::error(cx, &Error::NOT_YOURS),
        StatusCode::METHOD_NOT_ALLOWED => {
            let mut page = reply::error(cx, &Error::Method);
            if let Some(allowed) = response.headers().get(header::ALLOW) {
                page.headers_mut().insert(header::ALLOW, allowed.clone());
            }
            page
        }
        _ => response,
    }
}

/// Around everything: gives the refusals of what stands before the routes their words.
pub async fn outside(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let bare = start(&nowhere(app, &request), &request);
    let response = next.run(request).await;
    match response.extensions().get::<Arc<Error>>() {
        None => response,
        Some(error) => reply::error(&bare, &Arc::clone(error)),
    }
}

/// Holds the asker against the route's rule; who is turned away is written down.
async fn admit(cx: &Cx, rule: Rule) -> Result<()> {
    match rule {
        Rule::Public | Rule::Unasked | Rule::Always => Ok(()),
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
    let secure = guarded.app.config.secure();
    Cx {
        app: guarded.app.clone(),
        who: None,
        programme: None,
        language: language(headers, None, secure),
        now: guarded.app.clock.now(),
        address: address(request, &guarded.app),
        door: guarded.door,
        route: guarded.route,
        path: request
            .uri()
            .path_and_query()
            .map_or("/", |p| p.as_str())
            .to_owned(),
        browser: cookie::get(headers, cookie::BROWSER, secure),
        parked: cookie::get(headers, cookie::PARKED, secure),
        agent: headers
            .get(header::USER_AGENT)
            .and_then(|v| v.to_str().ok())
            .unwrap_or("")
            .to_owned(),
        cut_off: false,
    }
}

/// Builds the context of a request; on failure also what is known so far, for the error's page.
async fn context(mut cx: Cx, headers: HeaderMap) -> Result<Cx, (Cx, Error)> {
    match people::recognise(&cx, &headers).await {
        Ok(recognised) => {
            cx.language = language(&headers, recognised.language, cx.app.config.secure());
            cx.who = recognised.who;
            cx.programme = recognised.programme;
            Ok(cx)
        }
        Err(error) => Err((cx, error)),
    }
}

/// What is known where no route is.
fn nowhere(app: Shared, request: &Request) -> Guarded {
    let door = if request.uri().path().starts_with("/api/") {
        Door::Api
    } else {
        Door::Page
    };
    Guarded {
        app,
        rule: Rule::Public,
        door,
        route: "nothing",
    }
}

/// The answer to an address that is not in the table of routes.
pub async fn nothing_here(State(app): State<Shared>, request: Request) -> Response {
    let guarded = nowhere(app, &request);
    match context(start(&guarded, &request), request.headers().clone()).await {
        Ok(cx) => reply::error(&cx, &Error::NOT_YOURS),
        Err((cx, error)) => reply::error(&cx, &error),
    }
}

/// The language of the answer: chosen in this browser, else by the account, else what the browser asks for.
fn language(headers: &HeaderMap, account: Option<Language>, secure: bool) -> Language {
    let chosen =
        cookie::get(headers, cookie::LANGUAGE, secure).and_then(|tag| Language::from_tag(&tag));
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
    let extensions = request.extensions();
    let peer = extensions
        .get::<ConnectInfo<Peer>>()
        .map(|info| info.0.0)
        .or_else(|| {
            extensions
                .get()
                .map(|info: &ConnectInfo<SocketAddr>| info.0)
        });
    let peer = peer.map_or(IpAddr::from([127, 0, 0, 1]), |peer| {
        peer.ip().to_canonical()
    });
    let trusted: Vec<IpAddr> = app.config.http.trusted_proxies.clone();
    if !trusted.contains(&peer) {
        return peer;
    }
    let forwarded = request.headers().get_all("x-forwarded-for").iter();
    let hops: Vec<&str> = forwarded
        .flat_map(|value| value.to_str().unwrap_or("").split(','))
        .collect();
    // From the nearest hop outwards, as far as proxies of ours wrote them. Behind a hop that cannot
    // be read stands what anybody may have made up.
    let mut nearest = peer;
    for hop in hops.into_iter().rev() {
        match read_hop(hop) {
            Some(hop) if trusted.contains(&hop) => nearest = hop,
            Some(hop) => return hop,
            None => return nearest,
        }
    }
    nearest
}

/// A hop as proxies write it: an address, with or without brackets and port.
fn read_hop(hop: &str) -> Option<IpAddr> {
    let hop = hop.trim();
    let plain = hop.trim_start_matches('[').trim_end_matches(']');
    let address = plain.parse().ok();
    address
        .or_else(|| hop.parse().ok().map(|with_port: SocketAddr| with_port.ip()))
        .map(|address: IpAddr| address.to_canonical())
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
