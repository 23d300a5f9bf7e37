//! `cairn doctor`: looks at everything and says what to do. Changes nothing.

use crate::app::{Chance, Clock};
use crate::cli::{Failed, Installation, say};
use crate::config::Config;
use crate::operations::doctor::{Finding, good, look_at, wrong};
use crate::serve;

#[derive(clap::Args)]
pub(crate) struct Doctor {
    #[command(flatten)]
    installation: Installation,
}

/// Prints a line for each thing looked at; fails when something is wrong.
pub(crate) async fn run(command: Doctor) -> Result<(), Failed> {
    let config = command.installation.config()?;
    let mut found = vec![good("settings", "can be read")];
    let missing = missing(&config);
    let ready = missing.is_empty();
    found.extend(missing);
    if ready {
        match serve::open(config, Clock::Machine, Chance::from_system(), false).await {
            Ok(app) => {
                found.push(good(
                    "key",
                    format!("fits this program; fingerprint {}", app.key.fingerprint()),
                ));
                found.extend(look_at(&app).await);
            }
            Err(error) => found.push(wrong("start", error.to_string(), "put this right first")),
        }
    }
    let bad = found
        .iter()
        .filter(|finding| finding.todo.is_some())
        .count();
    found.iter().for_each(print);
    match bad {
        0 => {
            say("All is well.");
            Ok(())
        }
        1 => Err(Failed(
            "one thing is wrong; the line marked WRONG says what to do".into(),
        )),
        n => Err(Failed(format!(
            "{n} things are wrong; the lines marked WRONG say what to do"
        ))),
    }
}

/// What would be made if the installation were opened now: a doctor makes nothing.
fn missing(config: &Config) -> Vec<Finding> {
    let mut found = Vec::new();
    let start = "start cairn serve once, or see that --config and --data name the right place";
    let database = config.data.join("cairn.db");
    if config.database_url.is_empty() && !database.exists() {
        found.push(wrong(
            "database",
            format!("there is no {}", database.display()),
            start,
        ));
    }
    let key = config.data.join("cairn.key");
    if config.key.0.is_empty() && !key.exists() {
        let todo = "bring back the copy of the key: without it nothing can be read. If nothing was kept yet, start cairn serve once";
        found.push(wrong("key", format!("there is no {}", key.display()), todo));
    }
    found
}

fn print(finding: &Finding) {
    let line = |mark: &str| format!("{mark:<6} {:<11} {}", finding.about, finding.what);
    match &finding.todo {
        None => say(&line("ok")),
        Some(todo) => say(&format!("{}\n       {:<11} {todo}", line("WRONG"), "")),
    }
}
