//! Every "no" a person can be told: a code and, in a form, the field it belongs to.
//! The words are in the locale files under `refusal-<code>`; nothing here is shown as it stands.

use std::fmt;

/// One reason why what was asked cannot be done as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The form field or JSON key, or `None` when the whole request is meant.
    pub field: Option<String>,
    /// What is wrong, as a key: the text is `refusal-<code>`.
    pub code: &'static str,
    /// Figures and words that the text needs, for example `("limit", "2000")`.
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal of the whole request.
    #[must_use]
    pub fn new(code: &'static str) -> Self {
        Self {
            field: None,
            code,
            args: Vec::new(),
        }
    }

    /// A refusal that belongs to a field.
    #[must_use]
    pub fn of(field: impl Into<String>, code: &'static str) -> Self {
        Self {
            field: Some(field.into()),
            code,
            args: Vec::new(),
        }
    }

    /// The same with a figure or word for its text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.field {
            Some(field) => write!(f, "{field}: {}", self.code),
            None => f.write_str(self.code),
        }
    }
}

impl std::error::Error for Refusal {}

/// Several refusals at once, so that a form is corrected in one go. Never empty when it is an error.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refusals(pub Vec<Refusal>);

impl Refusals {
    /// Keeps what went well and remembers the refusal otherwise.
    pub fn keep<T>(&mut self, result: Result<T, Refusal>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(refusal) => {
                self.0.push(refusal);
                None
            }
        }
    }

    /// Adds one.
    pub fn push(&mut self, refusal: Refusal) {
        self.0.push(refusal);
    }

    /// `Ok` when there is nothing to refuse.
    ///
    /// # Errors
    /// All refusals gathered so far.
    pub fn done(self) -> Result<(), Refusals> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }

    /// The first refusal of a field.
    #[must_use]
    pub fn of(&self, field: &str) -> Option<&Refusal> {
        self.0
            .iter()
            .find(|refusal| refusal.field.as_deref() == Some(field))
    }
}

impl From<Refusal> for Refusals {
    fn from(refusal: Refusal) -> Self {
        Self(vec![refusal])
    }
}

/// Every code the product can refuse with; a test holds the locale files against it.
pub const CODES: &[&str] = &[
    "too-long",
    "empty",
    "control-characters",
    "hidden-direction",
    "unknown-choice",
    "not-a-number",
    "out-of-range",
    "wrong-type",
    "missing",
    "unknown-key",
    "not-json",
    "body-too-large",
    "login-taken",
    "login-short",
    "login-characters",
    "email-malformed",
    "passphrase-short",
    "passphrase-common",
    "passphrase-like-login",
    "passphrase-wrong",
    "sign-in-failed",
    "sign-in-wait",
    "link-used",
    "already-answered",
    "place-taken",
    "offer-expired",
    "own-places-full",
    "already-waiting",
    "not-in-order",
    "time-span",
    "client-id-reused",
    "busy",
    "no-way-back",
    "not-found-worker",
    "role-missing",
    "language-tag",
    "repeated-login",
    "consent-missing",
    "seq-ahead",
    "too-many-choices",
    "empty-choice",
    "nobody-there",
    "nobody-yet",
    "others-here",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_gather_and_are_found_by_field() {
        let mut refusals = Refusals::default();
        assert_eq!(refusals.keep(Ok::<_, Refusal>(3)), Some(3));
        assert!(
            refusals
                .keep::<()>(Err(Refusal::of("name", "empty")))
                .is_none()
        );
        assert_eq!(refusals.of("name").map(|r| r.code), Some("empty"));
        assert!(refusals.done().is_err());
    }

    #[test]
    fn codes_are_listed_once() {
        let mut codes = CODES.to_vec();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), CODES.len());
    }
}
