//! Why an e-mail was not sent.

/// Why an e-mail was not sent. Contains no address and nothing that a mail server said in words, since servers like to
/// repeat the address: it may be logged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// No mail server is set up.
    #[error("no mail server is set up")]
    NotConfigured,
    /// Sending the same again would fail again: the address is none, or the server refuses it for good.
    #[error("the e-mail is refused for good: {what}{}", in_brackets(*code))]
    Permanent {
        /// The server's reply code, where it gave one.
        code: Option<u16>,
        /// What happened.
        what: String,
    },
    /// Sending the same later may work: the server is away, busy, or does not accept our sign-in yet. It may also have
    /// taken the e-mail and not been able to say so.
    #[error("the e-mail cannot be sent now: {what}{}", in_brackets(*code))]
    Temporary {
        /// The server's reply code, where it gave one.
        code: Option<u16>,
        /// What happened.
        what: String,
    },
}

impl MailError {
    /// Whether trying again is of no use.
    pub const fn is_permanent(&self) -> bool {
        matches!(self, MailError::Permanent { .. })
    }

    pub(crate) fn permanent(what: impl Into<String>) -> MailError {
        MailError::Permanent {
            code: None,
            what: what.into(),
        }
    }

    pub(crate) fn temporary(what: impl Into<String>) -> MailError {
        MailError::Temporary {
            code: None,
            what: what.into(),
        }
    }

    /// What the SMTP client says, sorted into permanent and temporary. `plain_address` tells whether the address is
    /// ASCII.
    pub(crate) fn from_smtp(
        error: &lettre::transport::smtp::Error,
        plain_address: bool,
    ) -> MailError {
        let code = error.status().map(u16::from);
        match code {
            // Our sign-in or the missing encryption is refused: the fault of the settings, not of this e-mail.
            Some(530 | 534 | 535 | 538) => MailError::Temporary {
                code,
                what: "the mail server does not accept our sign-in".into(),
            },
            Some(500..) => MailError::Permanent {
                code,
                what: "the mail server refuses it".into(),
            },
            Some(_) => MailError::Temporary {
                code,
                what: "the mail server asks to try later".into(),
            },
            None if error.is_client() && !plain_address => {
                MailError::permanent("the mail server takes only plain letters in addresses")
            }
            None if error.is_response() => {
                MailError::temporary("the mail server's answer makes no sense")
            }
            None => MailError::temporary(error.to_string()),
        }
    }
}

/// Why the settings for mail cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The sender is no address.
    #[error(
        "the sender is no e-mail address; write name@example.org or \"Our programme <name@example.org>\""
    )]
    From,
    /// A user without a password or the other way round.
    #[error("the mail server's user and password belong together: one of them is missing")]
    HalfSignIn,
    /// The password would travel readable.
    #[error("a password for the mail server must not travel unencrypted: choose TLS or StartTLS")]
    PasswordInTheClear,
    /// TLS cannot be set up.
    #[error("TLS to the mail server cannot be set up: {0}")]
    Tls(String),
}

fn in_brackets(code: Option<u16>) -> String {
    code.map_or_else(String::new, |code| format!(" ({code})"))
}
