//! The quick exit, the choice of language, and the page about privacy.

use askama::Template;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::response::{IntoResponse, Response};
use cairn_words::Language;

use crate::cx::Cx;
use crate::error::Result;
use crate::people;
use crate::site::page::Page;
use crate::site::{Form, cookie, reply};

/// Leaves at once: ends the session, asks the browser to forget, and goes somewhere nobody wonders
/// about. "Back" then finds the sign-in page. It is a link, so that it works without scripts; a
/// link on somebody else's site does nothing but leave. It leaves even while the database is away.
///
/// # Errors
/// None.
pub async fn leave_page(cx: Cx, method: Method, headers: HeaderMap) -> Result<Response> {
    match asked(&method, &headers) {
        Asked::Nobody => Ok(StatusCode::SERVICE_UNAVAILABLE.into_response()),
        Asked::Elsewhere => Ok(reply::see(&cx.app.config.site.leave_to)),
        Asked::Here => {
            people::end_session_at_once(&cx, &headers).await;
            Ok(gone(&cx))
        }
    }
}

/// Who asked to leave.
enum Asked {
    /// The person, on one of our pages.
    Here,
    /// A page of somebody else's.
    Elsewhere,
    /// A browser that fetches ahead; told "no", it asks again when it is meant.
    Nobody,
}

fn asked(method: &Method, headers: &HeaderMap) -> Asked {
    let said = |name: &str| {
        let value = headers.get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or("").to_ascii_lowercase()
    };
    if said("sec-purpose").contains("prefetch") || said("purpose").contains("prefetch") {
        return Asked::Nobody;
    }
    let theirs = matches!(said("sec-fetch-site").as_str(), "cross-site" | "same-site");
    if theirs || method != Method::GET {
        Asked::Elsewhere
    } else {
        Asked::Here
    }
}

/// Sends the browser elsewhere, with nothing of ours left in it.
fn gone(cx: &Cx) -> Response {
    let mut response = reply::see_with(&cx.app.config.site.leave_to, people::forget_cookies(cx));
    let clear = HeaderName::from_static("clear-site-data");
    let all = HeaderValue::from_static("\"cache\", \"storage\"");
    response.headers_mut().insert(clear, all);
    response
}

/// Keeps the language chosen, in this browser and, when signed in, with the account.
///
/// # Errors
/// The database's.
pub async fn language_page(cx: Cx, form: Form) -> Result<Response> {
    let back = reply::local(form.get("back")).to_owned();
    let Some(language) = Language::from_tag(form.get("language")) else {
        return Ok(reply::see(&back));
    };
    people::keep_language(&cx, language).await?;
    let seconds = 365 * cookie::DAY;
    let kept = cookie::set(
        cookie::LANGUAGE,
        language.tag(),
        seconds,
        cx.app.config.secure(),
    );
    Ok(reply::see_with(&back, [kept]))
}

#[derive(Template)]
#[template(path = "site/privacy.html")]
struct PrivacyPage {
    page: Page,
}

/// What is kept, who reads it, and what one can do about it.
///
/// # Errors
/// A fault of the template.
pub async fn privacy_page(cx: Cx) -> Result<Response> {
    reply::page(&PrivacyPage {
        page: Page::new(&cx, "site-privacy"),
    })
}
