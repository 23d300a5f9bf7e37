//! `cairn token`: a bearer token for scripts.

use cairn_db::params;
use cairn_domain::id::MemberId;

use crate::cli::{Failed, Installation};
use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::people::store::signing;
use crate::people::{self, programmes};
use crate::work;

#[derive(clap::Args)]
pub(crate) struct Token {
    #[command(flatten)]
    installation: Installation,
    /// The name to sign in with, or the e-mail address.
    login: String,
    /// The programme to work in, by the word in its address; without it, the one joined last.
    #[arg(long)]
    programme: Option<String>,
}

/// Prints a token, and nothing else, on standard output.
pub(crate) async fn run(command: Token) -> Result<(), Failed> {
    let app = command.installation.open().await?;
    let cx = Cx::command(&app, None);
    let (login, programme) = (command.login.clone(), command.programme.clone());
    let given = work!(cx, |w| give(w, &login, programme.as_deref()).await);
    match given.map_err(|e| Failed::because("no token was made", &e))? {
        Ok(token) => {
            super::say(&token);
            Ok(())
        }
        Err(why) => Err(Failed(why.to_owned())),
    }
}

async fn give(
    w: &mut Work<'_>,
    login: &str,
    programme: Option<&str>,
) -> Result<std::result::Result<String, &'static str>> {
    let Some(account) = people::account_of(w, login).await? else {
        return Ok(Err(
            "nobody signs in with this name; see how it is written on the account's page",
        ));
    };
    let mut member = None;
    if let Some(slug) = programme {
        let Ok(programme) = programmes::by_slug(w, slug).await else {
            return Ok(Err(
                "there is no such programme; --programme takes the word in its address",
            ));
        };
        let values = params![account.0, programme.id.0];
        let Some(row) = w.tx.first(&signing::MEMBER_OF, &values).await? else {
            return Ok(Err("this account does not belong to the programme"));
        };
        member = Some(MemberId(row.id(0)?));
    }
    Ok(Ok(people::give_token(w, account, member).await?))
}
