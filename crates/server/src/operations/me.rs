//! Who a token or a session belongs to.

use axum::http::StatusCode;
use axum::response::Response;
use serde_json::json;

use crate::cx::Cx;
use crate::error::Result;
use crate::site::reply;

/// Who asks: their roles and their programme.
///
/// # Errors
/// Not signed in.
pub async fn me_api(cx: Cx) -> Result<Response> {
    let who = cx.who()?;
    let member = who.member.as_ref();
    let roles: Vec<&str> = member
        .map(|member| member.roles.iter().map(|role| role.word()).collect())
        .unwrap_or_default();
    let programme = cx
        .programme
        .as_ref()
        .map(|programme| json!({ "slug": programme.slug, "name": programme.name }));
    let body = json!({
        "member": member.map(|member| member.id),
        "name": member.map(|member| &member.name),
        "roles": roles,
        "programme": programme,
    });
    Ok(reply::json(StatusCode::OK, &body))
}
