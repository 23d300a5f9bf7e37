//! The command line: `serve`, `demo`, `match`, `import`, `token`, `link`, `doctor`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::{Chance, Clock, Shared};
use crate::config::Config;
use crate::serve;

mod demo;
mod doctor;
mod import;
mod link;
mod matching;
mod programme;
mod server;
mod token;

/// The platform a mental-health peer support programme runs on.
#[derive(Parser)]
#[command(name = "cairn", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the server.
    Serve(server::Serve),
    /// Run a demonstration with invented people.
    Demo(demo::DemoCommand),
    /// Bring in a caseload from CSV files.
    Import(import::Import),
    /// Make a programme.
    Programme(programme::Programme),
    /// Give an account a bearer token for scripts.
    Token(token::Token),
    /// Make a link that signs somebody in once, for whoever has lost their way back in.
    Link(link::Link),
    /// Look at everything and say what to do.
    Doctor(doctor::Doctor),
    /// Solve a matching problem.
    Match(matching::Match),
}

/// Why a command failed: one line, which says what to do.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failed(pub String);

impl Failed {
    /// With what failed before the reason.
    pub fn because(what: &str, reason: &dyn std::fmt::Display) -> Self {
        Self(format!("{what}: {reason}"))
    }
}

/// Runs the command given. Exit status 0, 1 (it failed) or 2 (wrong usage).
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Serve(command) => wait_for(server::serve(command)),
        Command::Demo(command) => wait_for(demo::run(command)),
        Command::Import(command) => wait_for(import::run(command)),
        Command::Programme(command) => wait_for(programme::run(command)),
        Command::Token(command) => wait_for(token::run(command)),
        Command::Link(command) => wait_for(link::run(command)),
        Command::Doctor(command) => wait_for(doctor::run(command)),
        Command::Match(command) => matching::run(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failed) => {
            eprintln!("cairn: {failed}");
            ExitCode::FAILURE
        }
    }
}

/// Runs an asynchronous command to its end.
fn wait_for(command: impl Future<Output = Result<(), Failed>>) -> Result<(), Failed> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|e| Failed::because("the runtime cannot start", &e))?
        .block_on(command)
}

/// Writes a line on standard output.
#[allow(clippy::print_stdout, reason = "what a command is for")]
pub(crate) fn say(line: &str) {
    println!("{line}");
}

/// Starts writing the log to standard error.
pub(crate) fn log() {
    let wanted = std::env::var("CAIRN_LOG").unwrap_or_else(|_| "warn,cairn=info".into());
    let filter = tracing_subscriber::EnvFilter::new(wanted);
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
    // Where it happened, and not what was said: a panic about a text quotes the text.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(
            place = place.as_deref().unwrap_or("?"),
            "a fault of the program"
        );
    }));
}

/// The settings of an installation, for the commands that work on one.
#[derive(clap::Args)]
pub(crate) struct Installation {
    /// The file with the settings; without one, an SQLite file in the data folder is used.
    #[arg(long)]
    config: Option<PathBuf>,
    /// The data folder, in place of the one in the settings.
    #[arg(long)]
    data: Option<PathBuf>,
}

impl Installation {
    /// Reads the settings.
    pub(crate) fn config(&self) -> Result<Config, Failed> {
        let file: Option<&Path> = self.config.as_deref();
        let mut config = Config::load(file, std::env::vars()).map_err(|e| Failed(e.to_string()))?;
        if let Some(data) = &self.data {
            config.data.clone_from(data);
        }
        Ok(config)
    }

    /// Puts the server together without listening.
    pub(crate) async fn open(&self) -> Result<Shared, Failed> {
        serve::build(self.config()?, Clock::Machine, Chance::from_system(), false)
            .await
            .map_err(|e| Failed(e.to_string()))
    }
}
