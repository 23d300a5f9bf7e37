//! Bringing in a caseload that was kept elsewhere: workers, people who wait, and who is supported
//! by whom. Everything is read and checked first; then all of it is added in one transaction, or
//! nothing. Nobody gets a passphrase: each gets a link to hand over, good for one use.

mod cells;
mod participants;
mod table;
mod workers;

use std::collections::HashMap;

use cairn_domain::access::{Act, Role};
use cairn_domain::id::{AccountId, MemberId};
use cairn_domain::matching::Step;
use cairn_domain::people::Answers;
use cairn_domain::people::passphrase::folded;
use cairn_domain::{DAY, Micros, Refusal};

use crate::cx::{Cx, Work};
use crate::error::{Error, Result};
use crate::people::{NewAccount, NewMember};
use crate::site::page::refusal_text;
use crate::{conversations, look, matching, people, work};

pub use participants::{COLUMNS as PARTICIPANT_COLUMNS, Participant};
pub use table::Wrong;
pub use workers::{COLUMNS as WORKER_COLUMNS, Worker};

/// How long a link to hand over can be used.
pub const LINK_LASTS: Micros = 14 * DAY;

/// A file: its name and what is in it.
pub type File = (String, Vec<u8>);

/// What was read and found right.
#[derive(Default)]
pub struct Plan {
    /// Name of the file of participants, for what is found wrong later.
    participants_file: String,
    /// Name of the file of workers.
    workers_file: String,
    /// The participants.
    pub participants: Vec<Participant>,
    /// The workers.
    pub workers: Vec<Worker>,
}

/// A way in for somebody who was added.
#[derive(Clone, Debug)]
pub struct Link {
    /// The name they sign in with.
    pub login: String,
    /// What they are called.
    pub name: String,
    /// The path of their link.
    pub path: String,
}

/// Reads the files and checks every row of them, against each other and against who is there.
///
/// # Errors
/// Everything wrong, by file, line and column; the outer error is the database's.
pub async fn plan(
    cx: &Cx,
    participants: Option<File>,
    workers: Option<File>,
) -> Result<Result<Plan, Vec<Wrong>>> {
    let words = |refusal: &Refusal| refusal_text(cx, refusal);
    let settings = cx.programme()?.settings.clone();
    let mut plan = Plan::default();
    let mut wrongs = Vec::new();
    if let Some((name, bytes)) = workers {
        match table::read(&name, &bytes, WORKER_COLUMNS, &["login", "capacity"]) {
            Err(found) => wrongs.extend(found),
            Ok(table) => {
                for row in &table.rows {
                    match workers::read(&table, row, &settings, &words) {
                        Ok(worker) => plan.workers.push(worker),
                        Err(found) => wrongs.extend(found),
                    }
                }
            }
        }
        plan.workers_file = name;
    }
    if let Some((name, bytes)) = participants {
        match table::read(&name, &bytes, PARTICIPANT_COLUMNS, &["login"]) {
            Err(found) => wrongs.extend(found),
            Ok(table) => {
                for row in &table.rows {
                    match participants::read(&table, row, &settings, cx.now, &words) {
                        Ok(person) => plan.participants.push(person),
                        Err(found) => wrongs.extend(found),
                    }
                }
            }
        }
        plan.participants_file = name;
    }
    let (mut plan, found) = look!(cx, |w| {
        let found = hold_against(w, &plan).await?;
        Ok((plan, found))
    })?;
    wrongs.extend(found);
    wrongs.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    if plan.participants.is_empty() && plan.workers.is_empty() && wrongs.is_empty() {
        let file = std::mem::take(&mut plan.participants_file) + &plan.workers_file;
        wrongs.push(wrong(&file, 0, "", "there are no rows"));
    }
    Ok(if wrongs.is_empty() {
        Ok(plan)
    } else {
        Err(wrongs)
    })
}

fn wrong(file: &str, line: u64, column: &str, reason: &str) -> Wrong {
    Wrong {
        file: file.to_owned(),
        line,
        column: column.to_owned(),
        reason: reason.to_owned(),
    }
}

/// Everybody of the files in one list: file, line, account.
fn everybody(plan: &Plan) -> impl Iterator<Item = (&str, u64, &NewAccount)> {
    let workers = plan
        .workers
        .iter()
        .map(|w| (plan.workers_file.as_str(), w.line, &w.account));
    let people = plan.participants.iter();
    workers.chain(people.map(|p| (plan.participants_file.as_str(), p.line, &p.account)))
}

fn login(account: &NewAccount) -> String {
    folded(account.login.as_deref().unwrap_or(""))
}

/// What is wrong between rows, or with who is there already: repeated logins, names of nobody.
async fn hold_against(w: &mut Work<'_>, plan: &Plan) -> Result<Vec<Wrong>> {
    let mut wrongs = Vec::new();
    let mut seen: HashMap<String, (String, u64)> = HashMap::new();
    for (file, line, account) in everybody(plan) {
        let ways = [
            ("login", account.login.as_deref()),
            ("email", account.email.as_deref()),
        ];
        for (column, way) in ways {
            let Some(way) = way else { continue };
            let before = seen.insert(format!("{column} {}", folded(way)), (file.to_owned(), line));
            if let Some((file_before, line_before)) = before {
                let reason = format!("“{way}” is on line {line_before} of {file_before} already");
                wrongs.push(wrong(file, line, column, &reason));
            } else if people::is_taken(w, column == "email", way).await? {
                let reason = format!("“{way}” is there already, in an earlier account");
                wrongs.push(wrong(file, line, column, &reason));
            }
        }
    }
    let new_workers: Vec<String> = plan.workers.iter().map(|one| login(&one.account)).collect();
    let new_people: Vec<String> = plan
        .participants
        .iter()
        .map(|one| login(&one.account))
        .collect();
    for person in &plan.participants {
        let named = person.never.iter().map(|name| ("never", name));
        let worker = Some(("worker", &person.worker)).filter(|(_, name)| !name.is_empty());
        for (column, name) in named.chain(worker) {
            if !is_there(w, &new_workers, name, Role::Worker).await? {
                let reason = format!("there is no worker who signs in as “{name}”");
                wrongs.push(wrong(&plan.participants_file, person.line, column, &reason));
            }
        }
    }
    for worker in &plan.workers {
        for name in &worker.never {
            if !is_there(w, &new_people, name, Role::Participant).await? {
                let reason = format!("there is no participant who signs in as “{name}”");
                wrongs.push(wrong(&plan.workers_file, worker.line, "never", &reason));
            }
        }
    }
    Ok(wrongs)
}

async fn is_there(w: &mut Work<'_>, new: &[String], name: &str, role: Role) -> Result<bool> {
    if new.contains(&folded(name)) {
        return Ok(true);
    }
    Ok(match people::member_by_login(w, name).await? {
        Some(member) => people::roles(w, member).await?.contains(&role),
        None => false,
    })
}

/// Adds everybody, in one transaction; answers with a link for each.
///
/// # Errors
/// The database's; nothing was added then.
pub async fn carry_out(cx: &Cx, plan: Plan) -> Result<Vec<Link>> {
    work!(cx, |w| {
        let mut links = Vec::new();
        let mut known: HashMap<String, MemberId> = HashMap::new();
        for worker in &plan.workers {
            add(
                w,
                &worker.account,
                &worker.name,
                Role::Worker,
                &mut known,
                &mut links,
            )
            .await?;
        }
        for person in &plan.participants {
            add(
                w,
                &person.account,
                &person.name,
                Role::Participant,
                &mut known,
                &mut links,
            )
            .await?;
        }
        for worker in plan.workers {
            let member = find(w, &known, &login(&worker.account)).await?;
            let mut profile = worker.profile;
            for name in &worker.never {
                profile.not.push(find(w, &known, name).await?);
            }
            let numbers = (worker.capacity, worker.headroom);
            matching::save_worker(w, member, profile, numbers, worker.publish).await?;
            w.note_about(Act::WriteWorkerProfile, member, "import", member.0)
                .await?;
        }
        for person in plan.participants {
            take_in(w, &known, person).await?;
        }
        Ok(links)
    })
}

async fn add(
    w: &mut Work<'_>,
    account: &NewAccount,
    name: &str,
    role: Role,
    known: &mut HashMap<String, MemberId>,
    links: &mut Vec<Link>,
) -> Result<()> {
    let programme = w.cx.programme()?.clone();
    let id: AccountId = people::add_account(w, account).await?;
    let new = NewMember {
        name: name.to_owned(),
        roles: vec![role],
    };
    let member = people::add_member(w, (programme.id, &programme.key), id, &new).await?;
    known.insert(login(account), member);
    let until = w.now() + LINK_LASTS;
    links.push(Link {
        login: account.login.clone().unwrap_or_default(),
        name: name.to_owned(),
        path: people::link_to_hand_over(w, id, until).await?,
    });
    Ok(())
}

async fn find(w: &mut Work<'_>, known: &HashMap<String, MemberId>, name: &str) -> Result<MemberId> {
    match known.get(&folded(name)) {
        Some(member) => Ok(*member),
        None => people::member_by_login(w, name)
            .await?
            .ok_or(Error::NOT_YOURS),
    }
}

/// A participant's request as it stands: waiting, or long since matched with their worker.
async fn take_in(
    w: &mut Work<'_>,
    known: &HashMap<String, MemberId>,
    person: Participant,
) -> Result<()> {
    let member = find(w, known, &login(&person.account)).await?;
    let mut answers = person.answers;
    for name in &person.never {
        answers.never.push(find(w, known, name).await?);
    }
    w.note_about(Act::WriteIntake, member, "import", member.0)
        .await?;
    if person.worker.is_empty() {
        return ask(
            w,
            member,
            &answers,
            person.since,
            person.priority,
            &[Step::Send],
        )
        .await;
    }
    let worker = find(w, known, &person.worker).await?;
    let programme = w.cx.programme()?.id;
    people::begin_relationship(w, programme, member, worker).await?;
    conversations::open_thread(w, programme, member, worker).await?;
    if answers == Answers::default() {
        return Ok(());
    }
    let steps = [Step::Send, Step::Release, Step::Pick, Step::Agree];
    ask(w, member, &answers, person.since, person.priority, &steps).await
}

/// Writes a request and moves it on, as of the day since which the person waits: nobody loses
/// their place by being brought in.
async fn ask(
    w: &mut Work<'_>,
    member: MemberId,
    answers: &Answers,
    since: Option<Micros>,
    priority: i64,
    steps: &[Step],
) -> Result<()> {
    let now = w.cx.now;
    let id = people::begin_request(w, member, answers).await?;
    let mut request = people::request(w, id).await?;
    if priority > 0 {
        people::set_priority(w, &mut request, priority).await?;
    }
    w.cx.now = since.unwrap_or(now);
    for step in steps {
        people::move_request(w, &mut request, *step).await?;
        w.cx.now = now;
    }
    Ok(())
}
