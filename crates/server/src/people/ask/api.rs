//! A request for support as a program sends it: the participant of a matching problem.

use axum::http::StatusCode;
use axum::response::Response;
use cairn_domain::access::Role;
use cairn_domain::id::MemberId;
use cairn_domain::matching::{RequestState, terms};
use cairn_domain::people::intake::{Place, WEEK, joined};
use cairn_domain::people::{Answers, Experience, Kind, Mode, Wish};
use cairn_domain::{Refusal, Refusals};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{known, send};
use crate::cx::{Cx, Work};
use crate::error::Result;
use crate::people::{accounts, begin_request, open_request, save_answers};
use crate::site::page::rfc3339;
use crate::site::{Json, reply};
use crate::work;

/// Most entries of any list in a request.
const MOST: usize = 500;

/// A request for support.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Intake {
    /// The sender's own word for it; not kept.
    #[serde(default)]
    #[allow(
        dead_code,
        reason = "read so that a participant of a matching problem can be sent as it is"
    )]
    id: Option<String>,
    /// The kind of supporter asked for: `peer_worker`, `recovery_coach` or `carer_peer`.
    role: String,
    /// Set by the programme; what is sent here is not kept.
    #[serde(default)]
    #[allow(dead_code, reason = "as above")]
    priority: Option<u8>,
    /// Counted from the moment it is sent; what is sent here is not kept.
    #[serde(default)]
    #[allow(dead_code, reason = "as above")]
    waiting_days: Option<u32>,
    /// What the person has been through, and how much it matters that the supporter knows it.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    experiences: Vec<Experience>,
    /// BCP 47 tags; any one shared is enough.
    languages: Vec<String>,
    /// `chat`, `phone`, `video`, `in_person`.
    modes: Vec<String>,
    /// Minutes of the week in UTC, 0 = Monday 00:00.
    availability: Vec<[u32; 2]>,
    /// Where they could meet in person.
    #[serde(default)]
    location: Option<Location>,
    /// How far they can travel, in kilometres; null for any distance.
    #[serde(default)]
    max_km: Option<f64>,
    /// What is wished for in a supporter.
    #[serde(default)]
    #[schema(value_type = Vec<Object>)]
    wishes: Vec<Wish>,
    /// The person's line of work.
    #[serde(default)]
    sector: Option<String>,
    /// Trainings without which the match is not safe.
    #[serde(default)]
    needs: Vec<String>,
    /// Ids of workers never to be offered; private.
    #[serde(default, rename = "not")]
    never: Vec<String>,
}

/// A place by its coordinates.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// Degrees north.
    lat: f64,
    /// Degrees east.
    lon: f64,
}

/// A request that was sent.
#[derive(Serialize, ToSchema)]
pub struct Sent {
    /// Its id.
    id: String,
    /// Where it stands: `waiting`.
    state: &'static str,
    /// When it was sent.
    sent_at: String,
}

/// The answers that a request of a program stands for.
///
/// # Errors
/// Everything that does not fit, by key.
fn read(intake: Intake) -> Result<Answers, Refusals> {
    let mut refusals = Refusals::default();
    let unknown = |field: &str| Refusal::of(field, "unknown-choice");
    let kind = refusals.keep(Kind::from_word(&intake.role).ok_or_else(|| unknown("role")));
    let modes: Vec<Option<Mode>> = intake
        .modes
        .iter()
        .map(|word| Mode::from_word(word))
        .collect();
    check_lists(&intake, &mut refusals);
    if modes.contains(&None) {
        refusals.push(unknown("modes"));
    }
    let never: Vec<Option<MemberId>> = intake.never.iter().map(|id| id.parse().ok()).collect();
    if never.contains(&None) {
        refusals.push(Refusal::of("not", "not-found-worker"));
    }
    if let Some(km) = intake.max_km
        && !(0.0..=20_000.0).contains(&km)
    {
        refusals.push(
            Refusal::of("max_km", "out-of-range")
                .with("low", 0)
                .with("high", 20_000),
        );
    }
    let place = intake.location.map(|at| Place {
        name: String::new(),
        lat: at.lat,
        lon: at.lon,
    });
    if place
        .as_ref()
        .is_some_and(|at| !(at.lat.abs() <= 90.0 && at.lon.abs() <= 180.0))
    {
        refusals.push(
            Refusal::of("location", "out-of-range")
                .with("low", -180)
                .with("high", 180),
        );
    }
    refusals.done()?;
    let answers = Answers {
        kind,
        experiences: intake.experiences,
        wishes: intake.wishes,
        languages: intake.languages,
        modes: modes.into_iter().flatten().collect(),
        times: joined(intake.availability),
        time_zone: "UTC".into(),
        place,
        // A limit is a limit: part of a kilometre does not count.
        max_km: intake.max_km.map(|km| km as u32),
        sector: intake.sector,
        needs: intake.needs,
        never: never.into_iter().flatten().collect(),
        pages_done: (1..=super::PAGES).map(|page| page.to_string()).collect(),
        ..Answers::default()
    };
    answers.check()?;
    Ok(answers)
}

fn check_lists(intake: &Intake, refusals: &mut Refusals) {
    for (field, count, needed) in [
        ("experiences", intake.experiences.len(), false),
        ("languages", intake.languages.len(), true),
        ("modes", intake.modes.len(), true),
        ("availability", intake.availability.len(), true),
        ("wishes", intake.wishes.len(), false),
        ("not", intake.never.len(), false),
    ] {
        if needed && count == 0 {
            refusals.push(Refusal::of(field, "role-missing"));
        }
        if count > MOST {
            refusals.push(Refusal::of(field, "too-many-choices").with("limit", MOST));
        }
    }
    if intake.experiences.len() > terms::MOST_EXPERIENCES {
        let refusal = Refusal::of("experiences", "too-many-choices");
        refusals.push(refusal.with("limit", terms::MOST_EXPERIENCES));
    }
    let all = [
        (
            "experiences",
            intake
                .experiences
                .iter()
                .all(|e| terms::is_experience(&e.code)),
        ),
        (
            "wishes",
            intake.wishes.iter().all(|w| terms::is_trait(&w.trait_code)),
        ),
        (
            "sector",
            intake
                .sector
                .as_deref()
                .is_none_or(|s| terms::SECTORS.contains(&s)),
        ),
        (
            "needs",
            intake
                .needs
                .iter()
                .all(|n| terms::TRAININGS.contains(&n.as_str())),
        ),
    ];
    for (field, _) in all.into_iter().filter(|(_, known)| !known) {
        refusals.push(Refusal::of(field, "unknown-choice"));
    }
    if intake
        .availability
        .iter()
        .any(|[start, end]| start >= end || *end > WEEK)
    {
        refusals.push(Refusal::of("availability", "time-span"));
    }
}

/// Sends a request for the asker, who becomes a participant if they are not one. A request that is
/// being written is replaced by it.
///
/// # Errors
/// `already-waiting` when theirs was sent before.
async fn take(w: &mut Work<'_>, answers: Answers) -> Result<Sent> {
    let me = w.me()?;
    let member = w.cx.member()?.clone();
    if !member.roles.contains(&Role::Participant) {
        accounts::add_role(w, me, Role::Participant).await?;
        if let Some(own) = w.cx.who.as_mut().and_then(|who| who.member.as_mut()) {
            own.roles.push(Role::Participant);
        }
    }
    match open_request(w, me).await? {
        None => {
            begin_request(w, me, &answers).await?;
        }
        Some(mut request) if request.state == RequestState::Draft => {
            request.answers = answers.clone();
            save_answers(w, &mut request).await?;
        }
        Some(_) => return Err(Refusal::new("already-waiting").into()),
    }
    known(w, "not", &[], &answers.never).await?;
    let request = send(w).await?;
    Ok(Sent {
        id: request.id.to_string(),
        state: request.state.word(),
        sent_at: rfc3339(request.sent_at.unwrap_or(w.now())),
    })
}

/// Asks for support: the asker's request, as the participant of a matching problem.
///
/// # Errors
/// What does not fit, by key.
#[utoipa::path(post, path = "/api/v1/intake", tag = "people", request_body = Intake,
    responses((status = 201, description = "Sent", body = Sent)))]
pub async fn intake_api(cx: Cx, Json(intake): Json<Intake>) -> Result<Response> {
    let answers = read(intake)?;
    let sent = work!(cx, |w| take(w, answers).await)?;
    Ok(reply::json(StatusCode::CREATED, &sent))
}
