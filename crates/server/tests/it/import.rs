//! Bringing in a caseload: all rows or none, and every wrong one by its place.

use cairn::operations::import::{self, Wrong};
use cairn::people::{self, accounts};
use cairn::{look, matching};
use cairn_db::statements;
use cairn_domain::access::Role;
use cairn_domain::matching::RequestState;
use cairn_domain::people::Mode;

use crate::world::World;

statements! {
    /// How many accounts there are.
    pub ACCOUNTS = "SELECT COUNT(*) FROM people_account";
    /// How many relationships run.
    pub RELATIONSHIPS = "SELECT COUNT(*) FROM people_relationship WHERE ended_at IS NULL";
    /// How many threads there are.
    pub THREADS = "SELECT COUNT(*) FROM conversations_thread";
    /// How many workers can be offered.
    pub PUBLISHED = "SELECT COUNT(*) FROM matching_worker WHERE published_at IS NOT NULL";
    /// How many lines the trail has about imports.
    pub LINES = "SELECT COUNT(*) FROM operations_trail WHERE kind = 'import'";
}

type Files = (Vec<u8>, Vec<u8>);

async fn bring_in(
    world: &World,
    (people, workers): Files,
) -> Result<Vec<import::Link>, Vec<Wrong>> {
    let cx = world.cx();
    let people = Some(("people.csv".to_owned(), people));
    let workers = Some(("workers.csv".to_owned(), workers));
    match import::plan(&cx, people, workers).await.unwrap() {
        Err(wrongs) => Err(wrongs),
        Ok(plan) => Ok(import::carry_out(&cx, plan).await.unwrap()),
    }
}

/// Twenty-two participants: waiting ones, and four who have a worker.
fn participants(bad: bool) -> String {
    let mut out = String::from(
        "login;name;worker;waiting_since;priority;experiences;wishes;languages;modes;times;story;never\r\n",
    );
    for n in 1..=22 {
        let worker = if n > 18 { "mara" } else { "" };
        let languages = if bad && n == 5 {
            "english language"
        } else {
            "en, es"
        };
        let login = if bad && n == 9 {
            "Person  8".to_owned()
        } else {
            format!("person {n}")
        };
        let never = if n == 3 { "idris" } else { "" };
        out.push_str(&format!(
            "{login};Person {n};{worker};2026-02-{:02};1;hearing_voices=5 anxiety;gender:woman!;{languages};chat phone;\
             \"Mon 18:00-20:00; Tue-Thu 09:00-10:30\";\"Two lines,\r\nand a \"\"quote\"\"\";{never}\r\n",
            n
        ));
    }
    out
}

/// Eight workers.
fn workers(bad: bool) -> String {
    let mut out =
        String::from("login,name,capacity,experiences,languages,modes,times,traits,about\n");
    for (n, name) in [
        "Mara", "Idris", "Tova", "Wen", "Paz", "Lior", "Ngaire", "Sami",
    ]
    .iter()
    .enumerate()
    {
        let times = if bad && n == 3 {
            "Mon 20:00-18:00"
        } else {
            "Mon 09:00-21:00"
        };
        out.push_str(&format!(
            "{},{name},3,\"hearing_voices, anxiety\",en,chat,{times},gender:woman,\"I like the sea.\"\n",
            name.to_lowercase()
        ));
    }
    out
}

fn with_mark(text: &str) -> Vec<u8> {
    [b"\xEF\xBB\xBF", text.as_bytes()].concat()
}

#[tokio::test]
async fn thirty_rows_of_which_three_are_wrong_change_nothing_and_are_named() {
    let world = World::new().await;
    let files = (with_mark(&participants(true)), workers(true).into_bytes());
    let wrongs = bring_in(&world, files).await.err().unwrap();
    let told: Vec<String> = wrongs.iter().map(ToString::to_string).collect();
    assert_eq!(wrongs.len(), 3, "{told:#?}");
    // A story of two lines makes each row two lines long: the line is that of the file.
    assert_eq!(
        (wrongs[0].line, wrongs[0].column.as_str()),
        (10, "languages"),
        "{told:#?}"
    );
    assert!(told[0].contains("people.csv, line 10") && told[0].contains("english language"));
    assert_eq!(
        (wrongs[1].line, wrongs[1].column.as_str()),
        (18, "login"),
        "{told:#?}"
    );
    assert!(
        told[1].contains("on line 16 of people.csv already"),
        "{told:#?}"
    );
    assert_eq!(
        (wrongs[2].line, wrongs[2].column.as_str()),
        (5, "times"),
        "{told:#?}"
    );
    assert!(told[2].contains("workers.csv") && told[2].contains("ends before it starts"));
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 0);

    let files = (with_mark(&participants(false)), workers(false).into_bytes());
    let links = bring_in(&world, files).await.unwrap();
    assert_eq!(links.len(), 30);
    assert!(links[0].path.starts_with("/sign-in/link/") && links[0].login == "mara");
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 30);
    assert_eq!(world.count(&RELATIONSHIPS, vec![]).await, 4);
    assert_eq!(world.count(&THREADS, vec![]).await, 4);
    assert_eq!(world.count(&PUBLISHED, vec![]).await, 8);
    assert_eq!(world.count(&LINES, vec![]).await, 30);
    look_behind(&world).await;

    // The same files again: everybody is there already, and nothing is done twice.
    let files = (with_mark(&participants(false)), workers(false).into_bytes());
    assert_eq!(bring_in(&world, files).await.err().unwrap().len(), 30);
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 30);
}

async fn look_behind(world: &World) {
    let cx = world.cx();
    let waiting = look!(cx, |w| {
        let programme = w.cx.programme()?.id;
        people::requests_in(w, programme, RequestState::Waiting).await
    })
    .unwrap();
    assert_eq!(waiting.len(), 18);
    assert_eq!(waiting[0].answers.times.len(), 4);
    assert_eq!(waiting[0].answers.modes, [Mode::Chat, Mode::Phone]);
    assert_eq!(waiting[0].answers.story, "Two lines,\nand a \"quote\"");
    assert_eq!(waiting[0].priority, 1);
    assert!(waiting[0].answers.wishes[0].must);
    // They keep their place: the first of February waits longest.
    assert!(waiting[0].sent_at.unwrap() < waiting[17].sent_at.unwrap());
    let (third, idris, role) = look!(cx, |w| {
        let third = accounts::member_by_login(w, "PERSON 3").await?.unwrap();
        let idris = accounts::member_by_login(w, "idris").await?.unwrap();
        let role = people::roles(w, idris).await?;
        Ok((people::open_request(w, third).await?.unwrap(), idris, role))
    })
    .unwrap();
    assert_eq!(third.answers.never, [idris]);
    assert_eq!(role, [Role::Worker]);
    let workers = look!(cx, |w| {
        let programme = w.cx.programme()?.id;
        matching::published_workers(w, programme).await
    })
    .unwrap();
    assert_eq!(workers.len(), 8);
    assert_eq!(workers[0].profile.about, "I like the sea.");
}

#[tokio::test]
async fn files_come_as_spreadsheets_write_them() {
    let plain = "login\tname\r\nriver\tRíver\r\n\r\n\t\r\n";
    let wide = |big: bool, mark: bool| {
        let units = plain.encode_utf16().flat_map(move |unit| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        });
        let start: &[u8] = match (mark, big) {
            (false, _) => b"",
            (true, true) => b"\xFE\xFF",
            (true, false) => b"\xFF\xFE",
        };
        start.iter().copied().chain(units).collect::<Vec<u8>>()
    };
    for (kind, bytes) in [
        ("UTF-8", plain.as_bytes().to_vec()),
        ("UTF-16 LE", wide(false, true)),
        ("UTF-16 BE", wide(true, true)),
        ("UTF-16 LE without a mark", wide(false, false)),
        (
            "sep=",
            b"sep=;\r\n\"login\";\"name\"\r\n\"river\";\"R\xC3\xADver\"\r\n".to_vec(),
        ),
        (
            "old Mac line ends",
            b"login,name\rriver,R\xC3\xADver\r".to_vec(),
        ),
        (
            "spaces",
            b" Login , NAME \n river , R\xC3\xADver \n".to_vec(),
        ),
    ] {
        let world = World::new().await;
        let cx = world.cx();
        let plan = import::plan(&cx, Some(("f.csv".into(), bytes)), None)
            .await
            .unwrap();
        let plan = plan.unwrap_or_else(|wrongs| panic!("{kind}: {wrongs:?}"));
        assert_eq!(plan.participants.len(), 1, "{kind}");
        assert_eq!(plan.participants[0].name, "Ríver", "{kind}");
    }
}

#[tokio::test]
async fn what_is_no_table_is_said_plainly() {
    let world = World::new().await;
    let cx = world.cx();
    let long = format!("login,name\nx1,{}\n", "y".repeat(1_000_000));
    for (bytes, says) in [
        (&b""[..], "is empty"),
        (b"login,name\n", "there are no rows"),
        (b"name\nAna\n", "this column is missing"),
        (b"login,nmae\nana,Ana\n", "there is no such column"),
        (b"login,login\nana,Ana\n", "there twice"),
        (b"login\nMu\xF1oz\n", "not in UTF-8 (first seen on line 2)"),
        (b"PK\x03\x04xxxx", "is a spreadsheet"),
        (b"login\na\0b\n", "@"),
        (
            b"login,name\nana,A\xE2\x80\xAEna\n",
            "turn the writing round",
        ),
        (
            b"login,name\nana,Ana,extra\n",
            "3 cells, but there are 2 columns",
        ),
        (b"login,email\nana,nowhere\n", "e-mail address"),
        (b"login,language\nana,xx\n", "not a language of the pages"),
        (b"login,experiences\nana,flying\n", "not on the list"),
        (b"login,experiences\nana,anxiety=9\n", "not on the list"),
        (b"login,wishes\nana,gender:robot!\n", "not on the list"),
        (b"login,modes\nana,pigeon\n", "is not one of chat"),
        (b"login,times\nana,someday\n", "not a time of the week"),
        (
            b"login,times\nana,Mon 25:00-26:00\n",
            "not a time of the week",
        ),
        (b"login,time_zone\nana,Mars/Base\n", "not a time zone"),
        (b"login,place\nana,Atlantis\n", "list of places"),
        (b"login,max_km\nana,far\n", "not a whole number"),
        (b"login,priority\nana,7\n", "from 0 to 2"),
        (b"login,waiting_since\nana,yesterday\n", "not a date"),
        (b"login,waiting_since\nana,2031-01-01\n", "still to come"),
        (b"login,show_experiences\nana,maybe\n", "neither yes nor no"),
        (
            b"login,worker\nana,nobody here\n",
            "there is no worker who signs in as",
        ),
        (long.as_bytes(), "longer than we can keep"),
    ] {
        let file = Some(("f.csv".to_owned(), bytes.to_vec()));
        let wrongs = import::plan(&cx, file, None).await.unwrap().err();
        let told: Vec<String> = wrongs
            .unwrap_or_default()
            .iter()
            .map(ToString::to_string)
            .collect();
        let shown = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]);
        assert!(
            told.iter().any(|line| line.contains(says)),
            "{shown}: {told:#?}"
        );
    }
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 0);
}

#[tokio::test]
async fn somebody_who_is_there_already_keeps_their_account() {
    let world = World::new().await;
    let mara = world.worker("Mara").await;
    let cx = world.cx();
    let file = Some((
        "f.csv".to_owned(),
        b"login,worker\nMARA,\nana,mara\n".to_vec(),
    ));
    let wrongs = import::plan(&cx, file, None).await.unwrap().err().unwrap();
    assert_eq!(wrongs.len(), 1);
    assert!(wrongs[0].reason.contains("there already"));
    // An existing worker can be named in the column of workers.
    let file = Some(("f.csv".to_owned(), b"login,worker\nana,mara\n".to_vec()));
    let plan = import::plan(&cx, file, None)
        .await
        .unwrap()
        .unwrap_or_else(|w| panic!("{w:?}"));
    import::carry_out(&cx, plan).await.unwrap();
    let ana = look!(cx, |w| accounts::member_by_login(w, "ana").await)
        .unwrap()
        .unwrap();
    let stands = look!(cx, |w| people::stands(w, mara.member, ana).await).unwrap();
    assert!(stands.supports);
    // Two imports of the same person at once: one of them is told no, and leaves nothing.
    let file = Some(("f.csv".to_owned(), b"login\ncy\n".to_vec()));
    let one = import::plan(&cx, file.clone(), None)
        .await
        .unwrap()
        .unwrap_or_else(|w| panic!("{w:?}"));
    let two = import::plan(&cx, file, None)
        .await
        .unwrap()
        .unwrap_or_else(|w| panic!("{w:?}"));
    import::carry_out(&cx, one).await.unwrap();
    assert!(import::carry_out(&cx, two).await.is_err());
    assert_eq!(world.count(&ACCOUNTS, vec![]).await, 3);
}
