//! `cairn programme add`: a programme, and an invitation for whoever runs it.

use cairn_domain::access::Role;
use cairn_domain::operations::{ProgrammeKind, Settings};
use cairn_domain::people::staff::INVITATION_LASTS;
use cairn_domain::{DAY, text};
use cairn_words::{Language, TimeZone};

use crate::cli::{Failed, Installation, say};
use crate::cx::Cx;
use crate::error::Error;
use crate::people::accounts::{NewProgramme, add_programme};
use crate::people::{NewInvitation, add_invitation, programmes};
use crate::work;

#[derive(clap::Args)]
pub(crate) struct Programme {
    #[command(subcommand)]
    act: Act,
}

#[derive(clap::Subcommand)]
enum Act {
    /// Make a programme, and print a link with which its administrator joins.
    Add(Add),
}

#[derive(clap::Args)]
struct Add {
    #[command(flatten)]
    installation: Installation,
    /// The word in its address: small letters, digits, hyphens.
    #[arg(long)]
    slug: String,
    /// Its name.
    #[arg(long)]
    name: String,
    /// The language of its staff: en, es or ar.
    #[arg(long, default_value = "en")]
    language: String,
    /// Its time zone, for example Europe/London.
    #[arg(long, default_value = "UTC")]
    time_zone: String,
    /// What kind of programme it is: general, workplace or carers. It decides what the form asks first.
    #[arg(long, default_value = "general")]
    kind: String,
    /// What its administrator is called; they can change it when they join.
    #[arg(long)]
    administrator: String,
}

/// Runs the command given.
pub(crate) async fn run(command: Programme) -> Result<(), Failed> {
    match command.act {
        Act::Add(add) => run_add(add).await,
    }
}

/// What was typed, checked; nothing is opened before it is right.
fn check(add: &Add) -> Result<(NewProgramme, String), Failed> {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if add.slug.is_empty() || add.slug.len() > 40 || !add.slug.chars().all(fits) {
        return Err(Failed(
            "--slug takes up to 40 small letters, digits and hyphens, for example harbour".into(),
        ));
    }
    let line = |flag: &str, raw: &str| {
        text::required_line(flag, raw, text::NAME_LIMIT).map_err(|_| {
            Failed(format!(
                "--{flag} takes one line of at most {} characters",
                text::NAME_LIMIT
            ))
        })
    };
    let language = Language::from_tag(&add.language)
        .ok_or_else(|| Failed("--language is en, es or ar".into()))?;
    if TimeZone::get(&add.time_zone).is_err() {
        return Err(Failed(
            "--time-zone takes a name such as Europe/London".into(),
        ));
    }
    let kind = ProgrammeKind::from_word(&add.kind)
        .ok_or_else(|| Failed("--kind is general, workplace or carers".into()))?;
    let settings = Settings {
        kind,
        home_language: language.tag().to_owned(),
        ..Settings::default()
    };
    let programme = NewProgramme {
        slug: add.slug.clone(),
        name: line("name", &add.name)?,
        language: language.tag().to_owned(),
        time_zone: add.time_zone.clone(),
        settings,
    };
    Ok((programme, line("administrator", &add.administrator)?))
}

async fn run_add(add: Add) -> Result<(), Failed> {
    let (programme, administrator) = check(&add)?;
    let app = add.installation.open().await?;
    let cx = Cx::command(&app, None);
    let invitation = NewInvitation {
        name: administrator,
        roles: vec![Role::Administrator, Role::Coordinator],
        email: None,
    };
    let path = work!(cx, |w| {
        let (id, _) = add_programme(w, &programme).await?;
        let programme = programmes::by_id(w, id).await?;
        Ok(add_invitation(w, &programme, &invitation).await?.1)
    })
    .map_err(|error| match error {
        Error::Db(cairn_db::DbError::Unique { .. }) => {
            Failed("there is a programme with this --slug already; choose another word".into())
        }
        other => Failed::because("no programme was made", &other),
    })?;
    say(&app.config.address(&path));
    eprintln!(
        "The programme is made. Whoever opens this link first becomes its administrator: it works once, for {} days.",
        INVITATION_LASTS / DAY
    );
    Ok(())
}
