//! Forms as browsers send them, ids in addresses, and JSON bodies: whatever arrives is read
//! without falling over, and what does not fit is named.

use std::str::FromStr;
use std::time::Duration;

use axum::body::Body;
use axum::extract::{FromRequest, FromRequestParts, Path, Request};
use axum::http::request::Parts;
use cairn_domain::{Refusal, Refusals};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::{Error, Result};

/// Largest form or JSON body, in bytes.
pub const BODY_LIMIT: usize = 256 * 1024;
/// How long a body may take to arrive: a full one at 100 kbit/s.
const BODY_PATIENCE: Duration = Duration::from_secs(30);

/// The fields of a form, in the order sent; a field may come several times.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Form(pub Vec<(String, String)>);

impl Form {
    /// Reads a body of the kind browsers send.
    ///
    /// # Errors
    /// Refused when it is not one.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        serde_urlencoded::from_bytes(bytes)
            .map(Form)
            .map_err(|_| Refusal::new("wrong-type").into())
    }

    /// A field's value; empty when it was not sent.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// All values of a field.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether the field was sent at all.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// Whether the field was sent with this value: a ticked box.
    #[must_use]
    pub fn ticked(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(key, v)| key == name && v == value)
    }

    /// A whole number within bounds; `None` when left empty.
    ///
    /// # Errors
    /// `not-a-number` or `out-of-range`.
    pub fn int(&self, name: &str, low: i64, high: i64) -> Result<Option<i64>, Refusal> {
        let raw = self.get(name).trim();
        if raw.is_empty() {
            return Ok(None);
        }
        let number: i64 = raw.parse().map_err(|_| Refusal::of(name, "not-a-number"))?;
        if (low..=high).contains(&number) {
            Ok(Some(number))
        } else {
            Err(Refusal::of(name, "out-of-range")
                .with("low", low)
                .with("high", high))
        }
    }

    /// The form without its passphrases, which are never kept.
    #[must_use]
    pub fn without_secrets(mut self) -> Self {
        let secret = |name: &str| {
            matches!(name, "old" | "proof")
                || name.contains("passphrase")
                || name.contains("password")
        };
        self.0.retain(|(name, _)| !secret(name));
        self
    }

    /// The form with a field added: for tests and for filling a page.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }
}

/// The body of a request, up to [`BODY_LIMIT`].
///
/// # Errors
/// [`Error::TooLarge`], [`Error::TooSlow`], or refused when it breaks off.
pub async fn bytes(body: Body) -> Result<Vec<u8>> {
    let read = Limited::new(body, BODY_LIMIT).collect();
    let read = tokio::time::timeout(BODY_PATIENCE, read)
        .await
        .map_err(|_| Error::TooSlow)?;
    match read {
        Ok(collected) => Ok(collected.to_bytes().to_vec()),
        Err(error) if error.downcast_ref::<LengthLimitError>().is_some() => Err(Error::TooLarge),
        Err(_) => Err(Refusal::new("wrong-type").into()),
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self> {
        Form::parse(&bytes(request.into_body()).await?)
    }
}

/// An id in an address; anything that is not one is simply not found.
pub struct Id<T>(pub T);

impl<S: Send + Sync, T: FromStr> FromRequestParts<S> for Id<T> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| Error::NOT_YOURS)?;
        text.parse().map(Id).map_err(|_| Error::NOT_YOURS)
    }
}

/// A JSON body; an unknown key is refused by its name.
pub struct Json<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Json<T> {
    type Rejection = Error;

    async fn from_request(request: Request, _: &S) -> Result<Self> {
        read_json(&bytes(request.into_body()).await?).map(Json)
    }
}

/// Reads JSON into a type that knows its keys.
///
/// # Errors
/// Refused: `unknown-key` or `missing` with the key as the field, `wrong-type` with the path, or
/// `not-json`.
pub fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let path = error.path().to_string();
        let inner = error.into_inner();
        let text = inner.to_string();
        let quoted = text.split('`').nth(1).unwrap_or("").to_owned();
        if inner.is_syntax() || inner.is_eof() {
            Refusals::from(Refusal::new("not-json"))
        } else if text.starts_with("unknown field") {
            Refusal::of(quoted, "unknown-key").into()
        } else if text.starts_with("missing field") {
            Refusal::of(quoted, "missing").into()
        } else {
            Refusal::of(path, "wrong-type").into()
        }
    })?;
    reader
        .end()
        .map_err(|_| Refusals::from(Refusal::new("not-json")))?;
    Ok(value)
}
