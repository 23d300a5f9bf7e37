//! Every route, tried by those who may not: nobody, each wrong role, the right role of another
//! programme, and somebody who stands in no relationship to the record. Refused, and written down.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, header};
use cairn::cx::Door;
use cairn::routes::{self, Route, Rule};
use cairn_db::{Value, statements};
use cairn_domain::access::{self, Act, Reach, Role};

use crate::everyone::{Everyone, FAMILY, FIELDS, json_for};
use crate::world::{Browser, Person, Reply};

statements! {
    /// Refusals of one person.
    pub REFUSED = "SELECT COUNT(*) FROM operations_trail WHERE actor = $1 AND outcome = 'refused'";
    /// Refusals of people who are not signed in, on one route.
    pub STRANGERS = "SELECT COALESCE(CAST(SUM(refused) AS BIGINT), 0) FROM operations_stranger WHERE route = $1";
}

/// Sends what the route needs, by cookie or by token; `None` when the answer never ends.
async fn send(browser: &Browser, token: Option<&str>, route: &Route, path: &str) -> Option<Reply> {
    let mut request = Request::builder().method(route.method.clone()).uri(path);
    request = request.header("sec-fetch-site", "same-origin");
    let mut body = Body::empty();
    if route.door == Door::Api {
        if let Some(token) = token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if let Some(json) = json_for(route.path).filter(|_| route.method == Method::POST) {
            request = request.header(header::CONTENT_TYPE, "application/json");
            body = Body::from(json.to_string());
        }
    } else if route.method == Method::POST {
        let kind = "application/x-www-form-urlencoded";
        request = request.header(header::CONTENT_TYPE, kind);
        body = Body::from(serde_urlencoded::to_string(FIELDS).unwrap());
    }
    let sent = browser.send(request, body);
    tokio::time::timeout(Duration::from_secs(3), sent)
        .await
        .ok()
}

async fn as_person(person: &Person, route: &Route, path: &str) -> Option<Reply> {
    send(&person.browser, Some(&person.token), route, path).await
}

fn name(route: &Route) -> String {
    format!("{} {}", route.method, route.path)
}

/// The people who try: for each role one in no relationship to anybody, here and elsewhere.
struct Strangers {
    here: Vec<(Role, Person)>,
    elsewhere: Vec<(Role, Person)>,
}

impl Strangers {
    async fn of(all: &Everyone) -> Self {
        let (mut here, mut elsewhere) = (Vec::new(), Vec::new());
        for role in Role::ALL {
            let name = format!("Stranger {}", role.word());
            here.push((*role, all.world.person(&name, &[*role]).await));
            let other = all.world.person_of(&all.lantern, &name, &[*role]).await;
            elsewhere.push((*role, other));
        }
        Self { here, elsewhere }
    }
}

/// Somebody is refused, learns nothing, and a line says so.
async fn refused(all: &Everyone, who: (Role, &Person), route: &Route, path: &str, why: &str) {
    let (role, person) = who;
    let counted = vec![Value::Id(person.member.0)];
    let before = all.world.count(&REFUSED, counted.clone()).await;
    let case = format!("{} by {why} ({})", name(route), role.word());
    let reply = as_person(person, route, path)
        .await
        .unwrap_or_else(|| panic!("{case} was let in"));
    assert_eq!(reply.status, 404, "{case}: {}", reply.text);
    assert!(!reply.text.contains(FAMILY), "{case}: {}", reply.text);
    let after = all.world.count(&REFUSED, counted).await;
    assert_eq!(after, before + 1, "{case} is not in the trail");
}

#[tokio::test]
async fn nobody_comes_in_without_signing_in() {
    let all = Everyone::new().await;
    let mut tried = 0;
    for route in routes::table() {
        let sample = all.sample(route.path);
        let browser = all.world.browser();
        let counted = vec![Value::Text(route.path.into())];
        let before = all.world.count(&STRANGERS, counted.clone()).await;
        let case = name(&route);
        let reply = send(&browser, None, &route, &sample.path)
            .await
            .unwrap_or_else(|| panic!("{case} never ends for nobody"));
        tried += 1;
        if matches!(route.rule, Rule::Public | Rule::Always | Rule::Unasked) {
            assert!(!reply.status.is_server_error(), "{case}: {}", reply.text);
            assert!(!reply.text.contains(FAMILY), "{case}: {}", reply.text);
            continue;
        }
        match route.door {
            Door::Api => assert_eq!(reply.status, 401, "{case}: {}", reply.text),
            Door::Page => {
                assert_eq!(reply.status, 303, "{case}: {}", reply.text);
                let place = reply.location().unwrap();
                assert!(place.starts_with("/sign-in"), "{case}: {place}");
            }
        }
        let after = all.world.count(&STRANGERS, counted).await;
        assert_eq!(after, before + 1, "{case} was not counted");
    }
    println!("every route as nobody: {tried} cases");
    assert!(tried > 40);
}

#[tokio::test]
async fn no_wrong_role_comes_in() {
    let all = Everyone::new().await;
    let strangers = Strangers::of(&all).await;
    let mut tried = 0;
    for route in routes::table() {
        let Rule::Act(act) = route.rule else { continue };
        let sample = all.sample(route.path);
        for (role, person) in strangers.here.iter().chain(&strangers.elsewhere) {
            if !access::could(&[*role], act) {
                tried += 1;
                refused(&all, (*role, person), &route, &sample.path, "a wrong role").await;
            }
        }
    }
    println!("every route as each wrong role: {tried} cases");
    assert!(tried > 100);
}

#[tokio::test]
async fn the_right_role_reaches_no_further_than_its_relationships() {
    let all = Everyone::new().await;
    let strangers = Strangers::of(&all).await;
    let mut tried = 0;
    for route in routes::table() {
        let sample = all.sample(route.path);
        if matches!(route.rule, Rule::Public | Rule::Always | Rule::Unasked) || sample.secret {
            continue;
        }
        for (role, person) in &strangers.elsewhere {
            if !admits(route.rule, *role) {
                continue;
            }
            tried += 1;
            if sample.record {
                let why = "the right role of another programme";
                refused(&all, (*role, person), &route, &sample.path, why).await;
            } else {
                sees_nothing(person, &route, &sample.path).await;
            }
        }
        for (role, person) in &strangers.here {
            if sample.record && own_only(route.rule, *role) {
                tried += 1;
                let why = "somebody in no relationship";
                refused(&all, (*role, person), &route, &sample.path, why).await;
            }
        }
    }
    println!("every route as the right role of the wrong person: {tried} cases");
    assert!(tried > 50);
}

/// Whether the rule lets the role try.
fn admits(rule: Rule, role: Role) -> bool {
    match rule {
        Rule::Unasked | Rule::Always | Rule::Public | Rule::SignedIn => true,
        Rule::Act(act) => access::could(&[role], act),
    }
}

/// Whether the role reaches only what belongs to its own relationships.
fn own_only(rule: Rule, role: Role) -> bool {
    match rule {
        Rule::Unasked | Rule::Always | Rule::Public => false,
        Rule::SignedIn => true,
        Rule::Act(act) => reach_of(role, act).is_some_and(|reach| reach != Reach::Programme),
    }
}

fn reach_of(role: Role, act: Act) -> Option<Reach> {
    access::reach(role, act)
}

/// A page of one's own programme, asked for from another, shows nobody of this one.
async fn sees_nothing(person: &Person, route: &Route, path: &str) {
    let leaves = [
        "/leave",
        "/sign-out",
        "/account/sessions/end-others",
        "/account/passphrase",
    ];
    if leaves.contains(&route.path) {
        return;
    }
    if let Some(reply) = as_person(person, route, path).await {
        let case = name(route);
        assert!(!reply.status.is_server_error(), "{case}: {}", reply.text);
        assert!(!reply.text.contains(FAMILY), "{case}: {}", reply.text);
    }
}

/// The samples are of use only if those who may are let in with them.
#[tokio::test]
async fn those_who_may_are_let_in() {
    let all = Everyone::new().await;
    let mut tried = 0;
    let (reads, mut changes): (Vec<Route>, Vec<Route>) = routes::table()
        .into_iter()
        .partition(|route| route.method == Method::GET);
    // What changes one record first; then what may end them all.
    changes.sort_by_key(|route| !all.sample(route.path).record);
    for route in reads.iter().chain(&changes) {
        let sample = all.sample(route.path);
        if sample.secret || matches!(route.rule, Rule::Public | Rule::Always | Rule::Unasked) {
            continue;
        }
        let case = name(route);
        tried += 1;
        let Some(reply) = as_person(sample.right, route, &sample.path).await else {
            assert_eq!(route.path, "/api/v1/events", "{case} never ends");
            continue;
        };
        let status = reply.status.as_u16();
        assert!(
            matches!(status, 200 | 201 | 204 | 303 | 409 | 422),
            "{case}: {status} {}",
            reply.text
        );
        let place = reply.location().unwrap_or_default();
        assert!(!place.starts_with("/sign-in?next"), "{case}: {place}");
    }
    println!("every route as somebody who may: {tried} cases");
    assert!(tried > 30);
}
