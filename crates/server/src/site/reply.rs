//! Answers: pages, redirects, problems.

use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use serde::Serialize;

use crate::cx::{Cx, Door};
use crate::error::{Error, Result};
use crate::site::page::{Page, refusal_text};

/// A page.
///
/// # Errors
/// A fault of the template.
pub fn page(template: &impl Template) -> Result<Response> {
    let text = template.render().map_err(|error| {
        tracing::error!(%error, "a page could not be written");
        Error::Fault("a page could not be written")
    })?;
    Ok(Html(text).into_response())
}

/// A page that shows what was refused in its form.
///
/// # Errors
/// A fault of the template.
pub fn page_again(template: &impl Template) -> Result<Response> {
    let mut response = page(template)?;
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(response)
}

/// Sends the browser to another page after a form was dealt with.
#[must_use]
pub fn see(path: &str) -> Response {
    let place = HeaderValue::from_str(path).unwrap_or_else(|_| HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

/// The same, with cookies to keep.
#[must_use]
pub fn see_with(path: &str, cookies: impl IntoIterator<Item = HeaderValue>) -> Response {
    let mut response = see(path);
    for cookie in cookies {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A path on this site that came from outside, or home when it is not one.
#[must_use]
pub fn local(path: &str) -> &str {
    let fits = path.starts_with('/')
        && !path.starts_with("//")
        && !path.starts_with("/\\")
        && path.chars().all(|c| c.is_ascii_graphic());
    if fits { path } else { "/home" }
}

/// JSON.
#[must_use]
pub fn json(status: StatusCode, body: &impl Serialize) -> Response {
    (status, axum::Json(body)).into_response()
}

#[derive(Serialize)]
struct Problem {
    r#type: String,
    title: String,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Wrong>,
}

#[derive(Serialize)]
struct Wrong {
    field: Option<String>,
    code: &'static str,
    message: String,
}

#[derive(Template)]
#[template(path = "site/error.html")]
struct ErrorPage {
    page: Page,
    text: String,
    wrong: Vec<String>,
}

/// The answer to an error, for a page or for a program. Faults are logged here, once.
#[must_use]
pub fn error(cx: &Cx, error: &Error) -> Response {
    let status = error.status();
    if status.is_server_error() {
        tracing::error!(route = cx.route, %error, "a request failed");
    }
    let wrong: Vec<Wrong> = match error {
        Error::Refused(refusals) => refusals
            .0
            .iter()
            .map(|r| Wrong {
                field: r.field.clone(),
                code: r.code,
                message: refusal_text(cx, r),
            })
            .collect(),
        _ => Vec::new(),
    };
    let mut response = match cx.door {
        Door::Api => problem(cx, error, status, wrong),
        Door::Page => error_page(cx, error, status, wrong),
    };
    if let Error::Wait { until: Some(until) } = error {
        let seconds = (until - cx.now).max(0) / cairn_domain::SECOND + 1;
        response
            .headers_mut()
            .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

fn problem(cx: &Cx, error: &Error, status: StatusCode, errors: Vec<Wrong>) -> Response {
    let body = Problem {
        r#type: format!("urn:cairn:{}", error.key()),
        title: cx.t(error.key()),
        status: status.as_u16(),
        detail: cx.t(&format!("{}-detail", error.key())),
        errors,
    };
    let kind = HeaderValue::from_static("application/problem+json");
    let mut response = json(status, &body);
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    if *error == Error::SignIn {
        let name = HeaderName::from_static("www-authenticate");
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static("Bearer"));
    }
    response
}

fn error_page(cx: &Cx, error: &Error, status: StatusCode, wrong: Vec<Wrong>) -> Response {
    let template = ErrorPage {
        page: Page::new(cx, error.key()),
        text: cx.t(&format!("{}-detail", error.key())),
        wrong: wrong.into_iter().map(|wrong| wrong.message).collect(),
    };
    match page(&template) {
        Ok(mut response) => {
            *response.status_mut() = status;
            response
        }
        Err(_) => status.into_response(),
    }
}
