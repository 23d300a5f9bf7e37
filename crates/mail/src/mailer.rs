//! Sending.

use crate::compose::{compose, sender};
use crate::settings::Tls;
use crate::{MailError, Message, SettingsError, SmtpSettings};
use lettre::message::Mailbox;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls as Protection, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::collections::VecDeque;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long one e-mail may take, from the first byte to the last answer.
const TIMEOUT: Duration = Duration::from_secs(60);

/// Sends e-mails. Cheap to clone; all clones share one way out.
#[derive(Clone)]
pub struct Mailer(Arc<Way>);

enum Way {
    Smtp {
        transport: Box<AsyncSmtpTransport<Tokio1Executor>>,
        from: Mailbox,
        timeout: Duration,
    },
    Memory {
        from: Mailbox,
        state: Mutex<Memory>,
    },
    Nowhere,
}

#[derive(Default)]
struct Memory {
    sent: Vec<Message>,
    refusals: VecDeque<MailError>,
}

impl Mailer {
    /// Sends through a mail server. Each e-mail has a connection of its own, of at most 60 seconds.
    ///
    /// # Errors
    /// If the sender is no address, the sign-in is half, or a password would travel unencrypted to another machine.
    pub fn smtp(settings: SmtpSettings) -> Result<Mailer, SettingsError> {
        Mailer::smtp_within(settings, TIMEOUT)
    }

    /// As [`Mailer::smtp`], with another limit for the time that one e-mail may take.
    ///
    /// # Errors
    /// As [`Mailer::smtp`].
    pub fn smtp_within(settings: SmtpSettings, timeout: Duration) -> Result<Mailer, SettingsError> {
        let from = sender(&settings.from)?;
        let credentials = match (settings.user, settings.password) {
            (Some(_), Some(_)) if settings.tls == Tls::None && !on_this_machine(&settings.host) => {
                return Err(SettingsError::PasswordInTheClear);
            }
            (Some(user), Some(password)) => Some(Credentials::new(user, password)),
            (None, None) => None,
            _ => return Err(SettingsError::HalfSignIn),
        };
        let parameters = || {
            TlsParameters::new(settings.host.clone())
                .map_err(|error| SettingsError::Tls(error.to_string()))
        };
        let protection = match settings.tls {
            Tls::StartTls => Protection::Required(parameters()?),
            Tls::Tls => Protection::Wrapper(parameters()?),
            Tls::None => Protection::None,
        };
        // "Dangerous" because it starts without TLS; the line above says what it gets.
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(protection)
            .timeout(Some(timeout))
            // The name in the greeting: the sender's domain, not this machine's name.
            .hello_name(ClientId::Domain(from.email.domain().to_owned()));
        if let Some(credentials) = credentials {
            builder = builder.credentials(credentials);
        }
        Ok(Mailer(Arc::new(Way::Smtp {
            transport: Box::new(builder.build()),
            from,
            timeout,
        })))
    }

    /// Keeps e-mails instead of sending them, for tests to look at with [`Mailer::sent`]. Takes and refuses the same
    /// addresses as the real thing.
    pub fn memory() -> Mailer {
        let from = Mailbox::new(None, lettre::Address::new_dangerous("cairn", "example.org"));
        Mailer(Arc::new(Way::Memory {
            from,
            state: Mutex::default(),
        }))
    }

    /// Sends nothing: every e-mail ends in [`MailError::NotConfigured`].
    pub fn none() -> Mailer {
        Mailer(Arc::new(Way::Nowhere))
    }

    /// Whether e-mails can be sent at all: false after [`Mailer::none`] only. Where it is false, offer no e-mail.
    pub fn configured(&self) -> bool {
        !matches!(*self.0, Way::Nowhere)
    }

    /// What was kept by a mailer made with [`Mailer::memory`], in order; nothing for the others.
    pub fn sent(&self) -> Vec<Message> {
        match &*self.0 {
            Way::Memory { state, .. } => lock(state).sent.clone(),
            _ => Vec::new(),
        }
    }

    /// Lets the next e-mail of a mailer made with [`Mailer::memory`] fail with this; called twice, the next two.
    pub fn refuse_next(&self, error: MailError) {
        if let Way::Memory { state, .. } = &*self.0 {
            lock(state).refusals.push_back(error);
        }
    }

    /// Sends one e-mail and waits until the mail server has taken it.
    ///
    /// # Errors
    /// [`MailError::is_permanent`] tells whether trying again is of no use. After a temporary error the server may have
    /// taken the e-mail all the same, if the connection broke before its answer came.
    pub async fn send(&self, message: Message) -> Result<(), MailError> {
        match &*self.0 {
            Way::Smtp {
                transport,
                from,
                timeout,
            } => {
                let plain_address = message.to.is_ascii();
                let sending = transport.send(compose(from, &message)?);
                match tokio::time::timeout(*timeout, Box::pin(sending)).await {
                    Ok(Ok(_)) => Ok(()),
                    Ok(Err(error)) => Err(MailError::from_smtp(&error, plain_address)),
                    Err(_) => Err(MailError::temporary("the mail server does not answer")),
                }
            }
            Way::Memory { from, state } => {
                compose(from, &message)?;
                let mut state = lock(state);
                if let Some(error) = state.refusals.pop_front() {
                    return Err(error);
                }
                state.sent.push(message);
                Ok(())
            }
            Way::Nowhere => Err(MailError::NotConfigured),
        }
    }
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match &*self.0 {
            Way::Smtp { .. } => "Mailer(smtp)",
            Way::Memory { .. } => "Mailer(memory)",
            Way::Nowhere => "Mailer(none)",
        })
    }
}

/// Whether a server is this machine itself, to which a password may travel unencrypted.
fn on_this_machine(host: &str) -> bool {
    host == "localhost"
        || host
            .parse::<IpAddr>()
            .is_ok_and(|address| address.is_loopback())
}

fn lock(state: &Mutex<Memory>) -> MutexGuard<'_, Memory> {
    // A list of e-mails is whole whatever happened to the thread that held it.
    state.lock().unwrap_or_else(PoisonError::into_inner)
}
