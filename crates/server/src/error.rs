//! Everything that can go wrong in a request, and what the asker is told. A failure is logged
//! once, here, without anybody's data; a page gets a page, a program gets `application/problem+json`.

use axum::http::StatusCode;
use cairn_db::DbError;
use cairn_domain::access::Act;
use cairn_domain::id::MemberId;
use cairn_domain::{Micros, Refusal, Refusals};
use cairn_seal::Tampered;

/// Everything that can go wrong in a request.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Error {
    /// There is no such thing, or the asker may not know of it: both look the same.
    #[error("not yours")]
    NotYours {
        /// What was tried, for the trail.
        act: Option<Act>,
        /// Whom it was about, where that is known.
        subject: Option<MemberId>,
    },
    /// One has to sign in first.
    #[error("sign-in needed")]
    SignIn,
    /// What was asked cannot be done as it stands.
    #[error("refused")]
    Refused(Refusals),
    /// Too many tries; the next one may be made then.
    #[error("too many tries")]
    Wait {
        /// When; `None` when this way is closed.
        until: Option<Micros>,
    },
    /// Too much at once; the same request may be sent again.
    #[error("busy")]
    Busy,
    /// The body is larger than is read.
    #[error("body too large")]
    TooLarge,
    /// The body did not arrive in time.
    #[error("body too slow")]
    TooSlow,
    /// The address is there, but not for this method.
    #[error("not for this method")]
    Method,
    /// A request that another site made a browser send.
    #[error("from another site")]
    OtherSite,
    /// A sealed text does not open: it was changed outside the product.
    #[error("{0}")]
    Tampered(#[from] Tampered),
    /// The database.
    #[error("database: {0}")]
    Db(DbError),
    /// A fault of the program; the text holds nobody's data.
    #[error("{0}")]
    Fault(&'static str),
}

/// The result of anything in a request.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl From<DbError> for Error {
    fn from(error: DbError) -> Self {
        match error {
            DbError::Busy => Error::Busy,
            DbError::NotFound => Error::NOT_YOURS,
            other => Error::Db(other),
        }
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Error::Refused(refusal.into())
    }
}

impl From<Refusals> for Error {
    fn from(refusals: Refusals) -> Self {
        Error::Refused(refusals)
    }
}

impl Error {
    /// Nothing of the kind is to be found.
    pub const NOT_YOURS: Error = Error::NotYours {
        act: None,
        subject: None,
    };

    /// Turns the refusal of a unique index into the words for it, and leaves anything else.
    #[must_use]
    pub fn unique(self, index: &str, refusal: Refusal) -> Self {
        match self {
            Error::Db(DbError::Unique { ref constraint }) if constraint == index => refusal.into(),
            other => other,
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        match self {
            Error::NotYours { .. } => StatusCode::NOT_FOUND,
            Error::SignIn => StatusCode::UNAUTHORIZED,
            Error::Refused(refusals) => match refusals.0.first().map(|r| r.code) {
                Some(
                    "already-answered" | "already-waiting" | "place-taken" | "offer-expired"
                    | "client-id-reused",
                ) => StatusCode::CONFLICT,
                _ => StatusCode::UNPROCESSABLE_ENTITY,
            },
            Error::Wait { .. } => StatusCode::TOO_MANY_REQUESTS,
            Error::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Error::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Error::Method => StatusCode::METHOD_NOT_ALLOWED,
            Error::OtherSite => StatusCode::FORBIDDEN,
            Error::Busy | Error::Db(DbError::Unavailable(_) | DbError::NotAcknowledged(_)) => {
                StatusCode::SERVICE_UNAVAILABLE
            }
            Error::Tampered(_) | Error::Db(_) | Error::Fault(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
        }
    }

    /// The message id of the words for it, where it is not a list of refusals.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Error::NotYours { .. } => "error-not-found",
            Error::SignIn => "error-sign-in",
            Error::Refused(_) => "error-refused",
            Error::Wait { until: Some(_) } => "error-wait",
            Error::Wait { until: None } => "error-closed",
            Error::TooLarge => "error-too-large",
            Error::TooSlow => "error-too-slow",
            Error::Method => "error-method",
            Error::OtherSite => "error-other-site",
            Error::Busy | Error::Db(DbError::Unavailable(_) | DbError::NotAcknowledged(_)) => {
                "error-busy"
            }
            Error::Tampered(_) => "error-tampered",
            Error::Db(_) | Error::Fault(_) => "error-fault",
        }
    }
}
