//! `cairn link`: a way back in for somebody who has forgotten their passphrase and gave no e-mail
//! address. Whoever runs the machine makes it and hands it over to the person they know.

use cairn_domain::DAY;

use crate::cli::{Failed, Installation};
use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::people::{self, programmes};
use crate::work;

#[derive(clap::Args)]
pub(crate) struct Link {
    #[command(flatten)]
    installation: Installation,
    /// The name to sign in with, or the e-mail address.
    login: String,
    /// The programme, by the word in its address; may be left out where there is only one.
    #[arg(long)]
    programme: Option<String>,
    /// Take the forgotten passphrase away, so that a new one can be chosen on the account's page.
    #[arg(long)]
    new_passphrase: bool,
}

/// Prints a link that signs in once, within a day, and nothing else, on standard output.
pub(crate) async fn run(command: Link) -> Result<(), Failed> {
    let app = command.installation.open().await?;
    let cx = Cx::command(&app, None);
    let made = work!(cx, |w| make(w, &command).await);
    match made.map_err(|e| Failed::because("no link was made", &e))? {
        Ok(path) => {
            super::say(&app.config.address(&path));
            Ok(())
        }
        Err(why) => Err(Failed(why.to_owned())),
    }
}

async fn make(
    w: &mut Work<'_>,
    command: &Link,
) -> Result<std::result::Result<String, &'static str>> {
    let Some(account) = people::account_of(w, &command.login).await? else {
        return Ok(Err(
            "nobody signs in with this name; see how it is written in your lists",
        ));
    };
    let mut all = programmes::all(w).await?;
    if let Some(slug) = &command.programme {
        all.retain(|one| one.slug == *slug);
    }
    let [one] = all.as_slice() else {
        return Ok(Err(
            "which programme? --programme takes the word in its address",
        ));
    };
    w.cx.programme = Some(one.clone());
    if command.new_passphrase {
        people::forget_passphrase(w, account).await?;
    }
    let until = w.now() + DAY;
    Ok(Ok(people::link_to_hand_over(w, account, until).await?))
}
