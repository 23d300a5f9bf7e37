//! Settings: a file in TOML, then `CAIRN_*` variables, then flags of the command line.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// Everything that can be set for an installation. A key that is not known is an error.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Where the SQLite file and the key file are.
    pub data: PathBuf,
    /// `postgres://…` for the larger installation; empty for an SQLite file in `data`.
    pub database_url: String,
    /// `nats://…` to wake readers on other nodes; empty when there is only one node.
    pub nats_url: String,
    /// The installation's key as base64, in place of the key file.
    pub key: Secret,
    /// Where the server listens.
    pub http: Http,
    /// How letters leave; without a host, sign-in by e-mail is not offered.
    pub mail: Mail,
    /// Sign-in and sessions.
    pub sign_in: SignIn,
    /// The pages.
    pub site: Site,
}

/// A text that is never printed.
#[derive(Clone, Default, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.is_empty() { "(none)" } else { "(set)" })
    }
}

/// Where the server listens and how it is reached.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Http {
    /// Address and port.
    pub listen: SocketAddr,
    /// The address people type, for example `https://peers.example.org`; empty: as listened on.
    pub public_url: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Seconds for which a server that was asked to stop says "not ready" and serves on, so that a
    /// balancer sends nobody to it any more before it goes; 0 where there is no balancer.
    pub drain_seconds: u32,
}

/// How letters leave.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// SMTP server; empty for none.
    pub host: String,
    /// Its port; 587 when 0.
    pub port: u16,
    /// `starttls` (default), `tls` or `none`.
    pub tls: String,
    /// Account there, if any.
    pub user: String,
    /// Its password.
    pub password: Secret,
    /// The sender's address.
    pub from: String,
}

/// Sign-in and sessions.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignIn {
    /// How many passphrases are worked on at once: each takes 19 MiB for some milliseconds.
    pub at_once: usize,
    /// Days after which a session that was not used ends.
    pub session_days: u32,
    /// Minutes for which a link sent by e-mail can be used.
    pub link_minutes: u32,
}

/// The pages.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Site {
    /// Where the quick exit leads: a page nobody wonders about.
    pub leave_to: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            data: PathBuf::from("data"),
            database_url: String::new(),
            nats_url: String::new(),
            key: Secret::default(),
            http: Http::default(),
            mail: Mail::default(),
            sign_in: SignIn::default(),
            site: Site::default(),
        }
    }
}

impl Default for Http {
    fn default() -> Self {
        let listen = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);
        Self {
            listen,
            public_url: String::new(),
            trusted_proxies: Vec::new(),
            drain_seconds: 0,
        }
    }
}

impl Default for SignIn {
    fn default() -> Self {
        Self {
            at_once: 2,
            session_days: 30,
            link_minutes: 30,
        }
    }
}

impl Default for Site {
    fn default() -> Self {
        Self {
            leave_to: "https://www.wikipedia.org/".into(),
        }
    }
}

/// Why the settings cannot be used; says what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ConfigError(String);

impl Config {
    /// Settings for tests: nothing outside the folder given, no fixed port.
    #[must_use]
    pub fn for_testing(data: &Path) -> Self {
        let mut config = Self {
            data: data.to_owned(),
            ..Self::default()
        };
        config.http.listen.set_port(0);
        config
    }

    /// Reads the file, if one is given, then the variables.
    ///
    /// # Errors
    /// When the file cannot be read, a key is not known or a value does not fit.
    pub fn load(
        file: Option<&Path>,
        variables: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, ConfigError> {
        let mut config = match file {
            None => Self::default(),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|e| ConfigError(format!("cannot read {}: {e}", path.display())))?;
                toml::from_str(&text)
                    .map_err(|e| ConfigError(format!("{}: {e}", path.display())))?
            }
        };
        for (name, value) in variables {
            if let Some(key) = name.strip_prefix("CAIRN_") {
                config.set(key, value)?;
            }
        }
        Ok(config)
    }

    fn set(&mut self, key: &str, value: String) -> Result<(), ConfigError> {
        let bad = |what: &str| ConfigError(format!("CAIRN_{key} is not {what}"));
        match key {
            "DATA" => self.data = value.into(),
            "DATABASE_URL" => self.database_url = value,
            "NATS_URL" => self.nats_url = value,
            "KEY" => self.key = Secret(value),
            "LISTEN" => {
                self.http.listen = value.parse().map_err(|_| bad("an address with a port"))?
            }
            "TRUSTED_PROXIES" => {
                let proxies = value.split(',').map(str::trim).filter(|p| !p.is_empty());
                self.http.trusted_proxies = proxies
                    .map(|proxy| proxy.parse().map_err(|_| bad("a list of addresses")))
                    .collect::<Result<_, _>>()?;
            }
            "DRAIN_SECONDS" => {
                self.http.drain_seconds = value.parse().map_err(|_| bad("a number of seconds"))?;
            }
            "PUBLIC_URL" => self.http.public_url = value,
            "MAIL_HOST" => self.mail.host = value,
            "MAIL_PORT" => self.mail.port = value.parse().map_err(|_| bad("a port"))?,
            "MAIL_TLS" => self.mail.tls = value,
            "MAIL_USER" => self.mail.user = value,
            "MAIL_PASSWORD" => self.mail.password = Secret(value),
            "MAIL_FROM" => self.mail.from = value,
            "LEAVE_TO" => self.site.leave_to = value,
            // CAIRN_TEST_… and CAIRN_MUTANT belong to the test suite.
            other if other.starts_with("TEST_") || other == "MUTANT" || other == "LOG" => {}
            _ => {
                return Err(ConfigError(format!(
                    "CAIRN_{key} is not a setting; see docs/ARCHITECTURE.md"
                )));
            }
        }
        Ok(())
    }

    /// The database's address, as `cairn-db` opens it.
    #[must_use]
    pub fn database(&self) -> String {
        if self.database_url.is_empty() {
            format!("sqlite:{}", self.data.join("cairn.db").display())
        } else {
            self.database_url.clone()
        }
    }

    /// The address at which people reach a path. Never taken from a request: a letter must not lead
    /// where a stranger wants it to.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        match self.http.public_url.trim_end_matches('/') {
            "" => format!("http://{}{path}", self.http.listen),
            url => format!("{url}{path}"),
        }
    }

    /// Whether people reach the server through TLS, so that cookies are marked secure.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.http.public_url.starts_with("https://")
    }
}
