//! `cairn import`: brings in a caseload from CSV files.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::app::Shared;
use crate::cli::{Failed, Installation, log};
use crate::cx::Cx;
use crate::look;
use crate::operations::import::{self, File, Link, PARTICIPANT_COLUMNS, WORKER_COLUMNS};
use crate::people::programmes;

/// Adds people from CSV files, as Excel and LibreOffice write them: all of them, or nobody.
///
/// The first line names the columns, in any order; docs/howto/import.md tells what each holds.
#[derive(clap::Args)]
#[command(after_help = columns())]
pub(crate) struct Import {
    #[command(flatten)]
    installation: Installation,
    /// The word in the programme's address.
    #[arg(long)]
    programme: String,
    /// People who are supported, or wait.
    #[arg(long, value_name = "FILE.csv", required_unless_present = "workers")]
    participants: Option<PathBuf>,
    /// Workers.
    #[arg(long, value_name = "FILE.csv")]
    workers: Option<PathBuf>,
    /// Checks everything and changes nothing.
    #[arg(long)]
    dry_run: bool,
    /// Where the links by which people sign in the first time go; standard output when not given.
    /// The file must not exist yet, and only you can read it.
    #[arg(long, value_name = "FILE.csv")]
    links: Option<PathBuf>,
}

fn columns() -> String {
    format!(
        "Columns for participants: {}\n\nColumns for workers: {}\n\nOnly “login” (and “capacity” for workers) has to be there.",
        PARTICIPANT_COLUMNS.join(", "),
        WORKER_COLUMNS.join(", ")
    )
}

fn read(path: Option<&PathBuf>) -> Result<Option<File>, Failed> {
    let Some(path) = path else { return Ok(None) };
    let name = path.display().to_string();
    let bytes =
        std::fs::read(path).map_err(|e| Failed::because(&format!("cannot read {name}"), &e))?;
    Ok(Some((name, bytes)))
}

/// Brings them in.
pub(crate) async fn run(command: Import) -> Result<(), Failed> {
    log();
    let participants = read(command.participants.as_ref())?;
    let workers = read(command.workers.as_ref())?;
    let app = command.installation.open().await?;
    let slug = command.programme.clone();
    let nobody = Cx::command(&app, None);
    let programme = look!(nobody, |w| programmes::by_slug(w, &slug).await)
        .map_err(|_| Failed(format!("there is no programme “{}”", command.programme)))?;
    let cx = Cx::command(&app, Some(programme));
    let failed = |e| Failed::because("nothing was imported", &e);
    let plan = match import::plan(&cx, participants, workers)
        .await
        .map_err(failed)?
    {
        Ok(plan) => plan,
        Err(wrongs) => {
            let mut err = std::io::stderr().lock();
            for wrong in &wrongs {
                let _ = writeln!(err, "{wrong}");
            }
            let count = wrongs.len();
            return Err(Failed(format!(
                "nothing was imported: {count} {} to put right, named above",
                if count == 1 { "thing" } else { "things" }
            )));
        }
    };
    let (people, workers) = (plan.participants.len(), plan.workers.len());
    let mut out = std::io::stdout().lock();
    if command.dry_run {
        let _ = writeln!(
            out,
            "{people} participants and {workers} workers could be imported; nothing was changed"
        );
        return Ok(());
    }
    // The file for the links is made first: without it nobody could sign in.
    let file = command.links.as_deref().map(links_file).transpose()?;
    let links = import::carry_out(&cx, plan).await.map_err(failed)?;
    match file {
        Some(mut file) => write_links(&app, &mut file, &links),
        None => write_links(&app, &mut out, &links),
    }
    .map_err(|e| {
        Failed::because(
            "everybody was imported, but the links could not be written",
            &e,
        )
    })?;
    let _ = writeln!(
        std::io::stderr(),
        "{people} participants and {workers} workers imported"
    );
    Ok(())
}

fn links_file(path: &Path) -> Result<std::fs::File, Failed> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options.open(path).map_err(|e| {
        Failed::because(
            &format!("nothing was imported: cannot make {}", path.display()),
            &e,
        )
    })
}

fn write_links(app: &Shared, out: &mut dyn Write, links: &[Link]) -> Result<(), csv::Error> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(["login", "name", "link"])?;
    for link in links {
        let address = app.config.address(&link.path);
        writer.write_record([link.login.as_str(), link.name.as_str(), address.as_str()])?;
    }
    writer.flush()?;
    Ok(())
}
