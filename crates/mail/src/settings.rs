//! Which mail server to hand e-mails to, and how.

use std::fmt;

/// How the connection to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// Begins readable and changes to TLS before anything is said (port 587). A server that does not offer it gets
    /// nothing.
    StartTls,
    /// TLS from the first byte (port 465).
    Tls,
    /// No protection: for a server on the same machine, and for tests.
    None,
}

/// The mail server to hand e-mails to. Printing it for debugging leaves the password out.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpSettings {
    /// The server's name or address; its certificate must be for it.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// The name to sign in with, where it asks for one.
    pub user: Option<String>,
    /// The password to sign in with.
    pub password: Option<String>,
    /// The sender: `name@example.org` or `Our programme <name@example.org>`.
    pub from: String,
}

impl fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SmtpSettings")
            .field("host", &self.host)
            .field("port", &self.port)
            .field("tls", &self.tls)
            .field("user", &self.user)
            .field("password", &self.password.as_ref().map(|_| "(secret)"))
            .field("from", &self.from)
            .finish()
    }
}
