//! The table of routes: every address the product answers, with the rule that guards it. A route
//! that is not in the table does not exist, and none can be in it without a rule.

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::middleware::from_fn_with_state;
use axum::routing::{MethodFilter, MethodRouter, on};
use cairn_domain::access::Act;

use crate::app::Shared;
use crate::cx::Door;
use crate::guard::{self, Guarded};

/// Who may use a route at all. What they then reach is decided record by record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Everybody, and nobody is asked who they are: answers even while the database does not.
    Unasked,
    /// Everybody. Who they are is found out where the database answers at once, and otherwise they
    /// are let in as a stranger: help must not wait.
    Always,
    /// Everybody.
    Public,
    /// Whoever has signed in.
    SignedIn,
    /// Whoever has a role that could ever do this.
    Act(Act),
}

/// One route.
#[derive(Clone)]
pub struct Route {
    /// GET, POST, ….
    pub method: Method,
    /// The pattern, for example `/goals/{id}`.
    pub path: &'static str,
    /// Who may use it.
    pub rule: Rule,
    /// A page or the API.
    pub door: Door,
    handler: MethodRouter<Shared>,
}

fn route<H, T>(method: Method, path: &'static str, rule: Rule, handler: H) -> Route
where
    H: Handler<T, Shared>,
    T: 'static,
{
    let filter = MethodFilter::try_from(method.clone()).unwrap_or(MethodFilter::GET);
    let door = if path.starts_with("/api/") {
        Door::Api
    } else {
        Door::Page
    };
    Route {
        method,
        path,
        rule,
        door,
        handler: on(filter, handler),
    }
}

/// A route that shows something.
pub fn get<H, T>(path: &'static str, rule: Rule, handler: H) -> Route
where
    H: Handler<T, Shared>,
    T: 'static,
{
    route(Method::GET, path, rule, handler)
}

/// A route that changes something.
pub fn post<H, T>(path: &'static str, rule: Rule, handler: H) -> Route
where
    H: Handler<T, Shared>,
    T: 'static,
{
    route(Method::POST, path, rule, handler)
}

/// All routes of all rooms: the site map.
#[must_use]
pub fn table() -> Vec<Route> {
    [
        crate::site::routes(),
        crate::people::routes(),
        crate::matching::routes(),
        crate::conversations::routes(),
        crate::plans::routes(),
        crate::safety::routes(),
        crate::operations::routes(),
    ]
    .concat()
}

/// The table as axum serves it, each route behind its guard.
pub fn router(app: &Shared) -> Router<Shared> {
    table().into_iter().fold(Router::new(), |router, route| {
        let guarded = Guarded {
            app: app.clone(),
            rule: route.rule,
            door: route.door,
            route: route.path,
        };
        let handler = route
            .handler
            .layer(from_fn_with_state(guarded, guard::guard));
        router.route(route.path, handler)
    })
}
