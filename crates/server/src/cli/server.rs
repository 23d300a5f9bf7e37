//! `cairn serve`.

use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::app::{Chance, Clock, Shared};
use crate::cli::{Failed, Installation, log};
use crate::cx::Cx;
use crate::{look, people, serve};

#[derive(clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    installation: Installation,
    /// Address and port, in place of the one in the settings.
    #[arg(long)]
    listen: Option<SocketAddr>,
}

/// Runs the server until it is told to stop.
pub(crate) async fn serve(command: Serve) -> Result<(), Failed> {
    log();
    let mut config = command.installation.config()?;
    if let Some(listen) = command.listen {
        config.http.listen = listen;
    }
    let listen = config.http.listen;
    let app = serve::build(config, Clock::Machine, Chance::from_system(), false)
        .await
        .map_err(|e| Failed(e.to_string()))?;
    let listener = TcpListener::bind(listen)
        .await
        .map_err(|e| Failed::because(&format!("cannot listen on {listen}"), &e))?;
    say_how_to_begin(&app).await;
    tracing::info!(address = %listener.local_addr().unwrap_or(listen), "listening");
    serve::run(app, listener)
        .await
        .map_err(|e| Failed::because("the server stopped", &e))
}

/// Without a programme nobody can do anything yet: says how one is made.
async fn say_how_to_begin(app: &Shared) {
    let cx = Cx::command(app, None);
    let programmes = look!(cx, |w| people::programmes::all(w).await);
    if programmes.is_ok_and(|all| all.is_empty()) {
        eprintln!(
            "There is no programme yet. Make one, and a link for whoever runs it:\n  \
             cairn programme add --slug harbour --name \"Harbour Peer Support\" --administrator NAME"
        );
    }
}
