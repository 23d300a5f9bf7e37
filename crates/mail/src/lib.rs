#![doc = include_str!("../README.md")]

mod compose;
mod error;
mod mailer;
mod settings;

pub use error::{MailError, SettingsError};
pub use mailer::Mailer;
pub use settings::{SmtpSettings, Tls};

/// One e-mail. Printing it for debugging shows lengths only: addresses and texts do not belong in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The address it goes to, without a name: `ana@example.org`.
    pub to: String,
    /// The subject line. Line ends and other control characters become blanks.
    pub subject: String,
    /// The text, any Unicode, lines ending as they like.
    pub text: String,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Message(subject of {} bytes, text of {} bytes)",
            self.subject.len(),
            self.text.len()
        )
    }
}
