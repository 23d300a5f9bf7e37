//! Who a token or a session belongs to.

use axum::http::StatusCode;
use axum::response::Response;
use cairn_domain::id::MemberId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::cx::Cx;
use crate::error::Result;
use crate::site::reply;

/// Who asks.
#[derive(Serialize, ToSchema)]
pub struct MeOut {
    /// Their id in the programme.
    #[schema(value_type = Option<String>)]
    member: Option<MemberId>,
    /// What they are called there.
    name: Option<String>,
    /// What they are there.
    roles: Vec<&'static str>,
    /// The programme.
    programme: Option<ProgrammeOut>,
}

/// A programme.
#[derive(Serialize, ToSchema)]
pub struct ProgrammeOut {
    /// The word in its address.
    slug: String,
    /// Its name.
    name: String,
}

/// Who asks: their roles and their programme.
///
/// # Errors
/// Not signed in.
#[utoipa::path(get, path = "/api/v1/me", tag = "operations",
    responses((status = 200, description = "Who asks", body = MeOut)))]
pub async fn me_api(cx: Cx) -> Result<Response> {
    let member = cx.who()?.member.as_ref();
    let body = MeOut {
        member: member.map(|member| member.id),
        name: member.map(|member| member.name.clone()),
        roles: member
            .map(|member| member.roles.iter().map(|role| role.word()).collect())
            .unwrap_or_default(),
        programme: cx.programme.as_ref().map(|programme| ProgrammeOut {
            slug: programme.slug.clone(),
            name: programme.name.clone(),
        }),
    };
    Ok(reply::json(StatusCode::OK, &body))
}
