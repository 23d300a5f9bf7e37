//! Headers that every answer carries, the refusal of requests from other sites, and the two
//! addresses a supervisor of the process asks.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::Shared;
use crate::cx::Cx;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// How long the database may take to give a sign of life. A server that was cut off without a word
/// would otherwise leave whoever asks waiting for longer than they wait.
const SIGN_OF_LIFE: Duration = Duration::from_millis(1500);

/// Adds the headers that keep pages from being framed, cached, leaked or scripted by others.
pub async fn add(State(app): State<Shared>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let fixed = [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("x-frame-options", "DENY"),
        ("referrer-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        (
            "permissions-policy",
            "camera=(), microphone=(), geolocation=(), interest-cohort=()",
        ),
    ];
    for (name, value) in fixed {
        headers.insert(
            HeaderName::from_static(name),
            HeaderValue::from_static(value),
        );
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if app.config.secure() {
        let always = HeaderValue::from_static("max-age=31536000; includeSubDomains");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, always);
    }
    response
}

/// 200 while the process lives.
pub async fn healthz() -> &'static str {
    "ok\n"
}

/// 200 when the server can serve; 503 with each thing that is missing otherwise, a line each.
pub async fn readyz(cx: Cx) -> Response {
    let mut lacks = String::new();
    if cx.app.stop.is_leaving() {
        lacks.push_str("the server is about to stop\n");
    }
    let ping = tokio::time::timeout(SIGN_OF_LIFE, cx.app.db.ping());
    if !matches!(ping.await, Ok(Ok(()))) {
        lacks.push_str("the database does not answer\n");
    }
    if !cx.app.bus.healthy() {
        lacks.push_str("the bus does not answer\n");
    }
    if lacks.is_empty() {
        return "ok\n".into_response();
    }
    (StatusCode::SERVICE_UNAVAILABLE, lacks).into_response()
}
