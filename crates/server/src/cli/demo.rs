//! `cairn demo`: a programme of invented people, served until it is told to stop.

use std::io::Write;
use std::path::{Path, PathBuf};

use tokio::net::TcpListener;

use crate::app::{Chance, Clock, Shared};
use crate::cli::{Failed, log};
use crate::config::Config;
use crate::operations::demo::{self, Demo, PASSPHRASE, Wanted};
use crate::serve;

/// The file beside the database that says how to sign in, for starting the same demonstration again.
const NOTES: &str = "demo.json";

#[derive(clap::Args)]
pub(crate) struct DemoCommand {
    /// The port to listen on; 0 takes a free one.
    #[arg(long)]
    port: Option<u16>,
    /// A folder to keep it in; without one it is gone when the server stops.
    #[arg(long)]
    data: Option<PathBuf>,
    /// How many people have asked for support.
    #[arg(long)]
    participants: Option<usize>,
    /// How many peer workers there are.
    #[arg(long)]
    workers: Option<usize>,
    /// How many people are supported now.
    #[arg(long)]
    pairs: Option<usize>,
    /// The same number makes the same programme.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Print one line of JSON when it accepts connections.
    #[arg(long)]
    json: bool,
}

/// Makes the programme, or finds the one made before in the same folder, and serves it.
pub(crate) async fn run(command: DemoCommand) -> Result<(), Failed> {
    log();
    let temporary = match &command.data {
        Some(_) => None,
        None => Some(
            tempfile::Builder::new()
                .prefix("cairn-demo-")
                .tempdir()
                .map_err(|e| Failed::because("cannot make a folder for the demonstration", &e))?,
        ),
    };
    let mut config = Config::load(None, std::env::vars()).map_err(|e| Failed(e.to_string()))?;
    if let Some(folder) = command
        .data
        .as_deref()
        .or(temporary.as_ref().map(|t| t.path()))
    {
        config.data = folder.to_owned();
    }
    if let Some(port) = command.port {
        config.http.listen.set_port(port);
    }
    let listen = config.http.listen;
    // The port is taken first: a demonstration that cannot be reached need not be made.
    let listener = TcpListener::bind(listen).await.map_err(|e| {
        let what = format!("cannot listen on {listen}; choose another with --port");
        Failed::because(&what, &e)
    })?;
    let address = listener.local_addr().unwrap_or(listen);
    let url = format!("http://{address}");
    if config.http.public_url.is_empty() {
        config.http.public_url.clone_from(&url);
    }
    let notes = config.data.join(NOTES);
    let app = serve::build(
        config,
        Clock::Machine,
        Chance::from_seed(command.seed),
        true,
    )
    .await
    .map_err(|e| Failed(e.to_string()))?;
    let demo = demonstration(&app, &command, &notes).await?;
    app.chance.forget_seed();
    say(&demo, &url, command.json)?;
    let served = serve::run(app, listener).await;
    drop(temporary);
    served.map_err(|e| Failed::because("the server stopped", &e))
}

/// The demonstration that was made here before, or a new one.
async fn demonstration(app: &Shared, command: &DemoCommand, notes: &Path) -> Result<Demo, Failed> {
    if let Ok(text) = std::fs::read_to_string(notes) {
        return serde_json::from_str(&text)
            .map_err(|e| Failed::because(&format!("cannot read {}", notes.display()), &e));
    }
    let usual = Wanted::default();
    let wanted = Wanted {
        participants: command.participants.unwrap_or(usual.participants),
        workers: command.workers.unwrap_or(usual.workers),
        pairs: command.pairs.unwrap_or(usual.pairs),
        seed: command.seed,
    };
    let demo = demo::fill(app, &wanted).await.map_err(|e| {
        let what = "the demonstration could not be made; it needs an empty folder or database";
        Failed::because(what, &e)
    })?;
    keep(&demo, notes)
        .map_err(|e| Failed::because(&format!("cannot write {}", notes.display()), &e))?;
    Ok(demo)
}

/// Writes down how to sign in, for its owner alone to read.
fn keep(demo: &Demo, notes: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let text = serde_json::to_vec(demo)?;
    options.open(notes)?.write_all(&text)
}

/// Says on standard output how to sign in.
fn say(demo: &Demo, url: &str, json: bool) -> Result<(), Failed> {
    let text = if json {
        format!("{}\n", demo.line(url))
    } else {
        for_people(demo, url)
    };
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())
        .and_then(|()| out.flush())
        .map_err(|e| Failed::because("cannot write to standard output", &e))
}

/// One line for each role, and for each turn of the way.
fn for_people(demo: &Demo, url: &str) -> String {
    let mut text = format!(
        "\nThe demonstration is at {url}/p/{}\nEverybody in it is invented.\n\n",
        demo.programme
    );
    text.push_str(&format!(
        "Sign in with the passphrase \"{PASSPHRASE}\", or open a link:\n\n"
    ));
    let mut seen: Vec<&str> = Vec::new();
    for account in &demo.accounts {
        let turn = matches!(
            account.login.as_str(),
            "mei" | "sam" | "omar" | "noor" | "tom"
        );
        if seen.contains(&account.role.as_str()) && !turn {
            continue;
        }
        seen.push(&account.role);
        let role = match account.login.as_str() {
            "ana" => "participant, writes with ben",
            "mei" => "participant, has offers to choose from",
            "sam" => "participant, has picked somebody",
            "omar" => "participant, waits",
            "noor" => "participant, is still writing",
            "tom" => "participant, asked for time",
            _ => account.role.as_str(),
        };
        let (login, link) = (&account.login, &account.sign_in);
        text.push_str(&format!("  {login:<8} {role:<40} {url}{link}\n"));
    }
    text.push_str("\nStop it with Ctrl-C.\n");
    text
}
