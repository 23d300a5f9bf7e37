//! The description of the API, put together from the rooms' parts and held against the table of
//! routes by a test.

use std::sync::LazyLock;

use axum::http::header;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};
use utoipa::OpenApi;

use crate::conversations;
use crate::cx::{Cx, Door};
use crate::operations::me;
use crate::routes::{self, Rule};
use crate::{matching, people, plans};

/// The room's own part.
#[derive(OpenApi)]
#[openapi(
    paths(me::me_api, openapi_api),
    info(
        title = "Cairn",
        description = "The platform a mental-health peer support programme runs on. Times are RFC 3339 in UTC, ids are opaque. What one may not know about is 404; an unknown key in a body is 422 and named."
    )
)]
struct Room;

/// The whole description.
#[must_use]
pub fn document() -> Value {
    let mut all = Room::openapi();
    for room in [
        people::openapi(),
        conversations::openapi(),
        plans::openapi(),
        matching::openapi(),
    ] {
        all.merge(room);
    }
    let mut document = serde_json::to_value(&all).unwrap_or_default();
    if let Some(paths) = document["paths"].as_object_mut() {
        for (path, item) in paths {
            if let Some(item) = item.as_object_mut() {
                complete(path, item);
            }
        }
    }
    document["components"]["securitySchemes"] = json!({
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token from `cairn token LOGIN`",
        }
    });
    document["components"]["schemas"]["Problem"] = problem();
    document
}

/// What holds for every route: who has to show a token, and what a refusal looks like.
fn complete(path: &str, item: &mut Map<String, Value>) {
    let refusal = |description: &str| {
        json!({
            "description": description,
            "content": { "application/problem+json":
                { "schema": { "$ref": "#/components/schemas/Problem" } } },
        })
    };
    for route in routes::table() {
        if route.door != Door::Api || route.path != path {
            continue;
        }
        let method = route.method.as_str().to_lowercase();
        let Some(operation) = item.get_mut(&method) else {
            continue;
        };
        if route.rule != Rule::Public {
            operation["security"] = json!([{ "token": [] }]);
            operation["responses"]["401"] = refusal("Not signed in");
        }
        operation["responses"]["default"] = refusal("Refused, and why");
    }
}

/// RFC 9457.
fn problem() -> Value {
    json!({
        "type": "object",
        "description": "Why something was not done (RFC 9457)",
        "required": ["type", "title", "status", "detail"],
        "properties": {
            "type": { "type": "string" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string" },
            "errors": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["field", "code", "message"],
                    "properties": {
                        "field": { "type": ["string", "null"] },
                        "code": { "type": "string" },
                        "message": { "type": "string" },
                    },
                },
            },
        },
    })
}

/// The description of the API.
#[utoipa::path(get, path = "/api/openapi.json", tag = "operations",
    responses((status = 200, description = "This document")))]
pub async fn openapi_api(_: Cx) -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_string());
    ([(header::CONTENT_TYPE, "application/json")], TEXT.as_str()).into_response()
}
