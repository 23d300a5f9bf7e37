#![doc = include_str!("../README.md")]

/// One e-mail.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// The address it goes to.
    pub to: String,
    /// The subject line.
    pub subject: String,
    /// The text.
    pub text: String,
}

/// Why an e-mail was not sent.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MailError {
    /// Trying again does not help.
    #[error("the e-mail was refused for good: {0}")]
    Permanent(String),
    /// Trying again later may help.
    #[error("the e-mail could not be sent now: {0}")]
    Temporary(String),
}

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// Begins in the clear and must change to TLS before anything else.
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// No protection.
    None,
}

/// The mail server to hand e-mails to.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// The name to sign in with.
    pub user: Option<String>,
    /// The password to sign in with.
    pub password: Option<String>,
    /// The sender: `Name <address>` or an address.
    pub from: String,
}

/// Sends e-mails.
#[derive(Clone)]
pub struct Mailer;

#[allow(missing_docs, unused_variables, clippy::unimplemented)]
impl Mailer {
    pub fn smtp(settings: SmtpSettings) -> Result<Mailer, MailError> {
        unimplemented!()
    }
    pub fn memory() -> Mailer {
        unimplemented!()
    }
    pub fn none() -> Mailer {
        unimplemented!()
    }
    pub fn configured(&self) -> bool {
        unimplemented!()
    }
    pub fn sent(&self) -> Vec<Message> {
        unimplemented!()
    }
    pub async fn send(&self, message: Message) -> Result<(), MailError> {
        unimplemented!()
    }
}
