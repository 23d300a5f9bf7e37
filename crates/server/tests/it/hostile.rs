//! Bad input everywhere: every route that takes something is sent what nobody should send, by
//! somebody who may use it. The answer is never a fault, nothing sent comes back as markup, and
//! afterwards every page still opens.

use std::time::Duration;

use axum::body::Body;
use axum::http::{Method, Request, header};
use cairn::cx::Door;
use cairn::people;
use cairn::routes::{self, Route};
use cairn::work;

use crate::everyone::Everyone;
use crate::world::{Browser, Person, Reply};

/// Names of fields that forms have; a form takes those it knows.
const FIELDS: &[&str] = &[
    "title",
    "step",
    "text",
    "body",
    "words",
    "state",
    "done",
    "priority",
    "go",
    "said",
    "language",
    "name",
    "login",
    "passphrase",
    "old",
    "new",
    "email",
    "experience",
    "weight-anxiety",
    "story",
    "kind",
    "wish",
    "sector",
    "other",
    "mode",
    "place",
    "max_km",
    "time",
    "zone",
    "never",
    "draft",
    "back",
    "next",
    "role",
    "roles",
    "offer",
    "offers",
    "request",
    "client_id",
    "new_id",
    "seen",
    "capacity",
    "headroom",
    "about",
    "why",
    "note",
    "programme",
    "member",
    "version",
];

const MARK: &str = "<script>alert('cairn')</script>";

/// What is put into all of them at once.
fn values() -> Vec<String> {
    vec![
        String::new(),
        "a\0b".into(),
        "\u{202E}gnp.exe\u{2066}".into(),
        "x".repeat(20_000),
        "x".repeat(1_000_000),
        "-1".into(),
        "99999999999999999999999".into(),
        "NaN".into(),
        MARK.into(),
        "'; DROP TABLE people_account; --".into(),
        "00000000-0000-0000-0000-000000000000".into(),
        "../../etc/passwd".into(),
        "Z\u{0351}\u{0327}\u{0334}\u{FEFF}\u{200B}\u{1F9D1}\u{200D}\u{1F33E}".into(),
        "{\"a\":1}".into(),
    ]
}

/// Bodies for the API.
fn bodies() -> Vec<Vec<u8>> {
    let deep = "[".repeat(100_000);
    let long = format!("{{\"title\":\"{}\"}}", "x".repeat(1_000_000));
    let texts = [
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{}",
        "{\"title\":1}",
        "{\"title\":\"a\\u0000b\"}",
        "{\"nonsense\":true}",
        "{\"body\":null,\"client_id\":7}",
        "{\"seq\":\"three\"}",
        "{\"seq\":-4}",
        "{\"seq\":99999999999999999999}",
        "{\"title\":\"\\ud800\"}",
        "{\"title\":\"a\",\"title\":\"b\"}",
        &deep,
        &long,
    ];
    let mut out: Vec<Vec<u8>> = texts.iter().map(|text| text.as_bytes().to_vec()).collect();
    out.push(vec![0xff, 0xfe, 0x00]);
    out
}

async fn fresh(all: &Everyone, person: &Person) -> Browser {
    let (account, member) = (person.account, person.member);
    let session = work!(all.world.cx(), |w| people::begin_session(
        w,
        account,
        Some(member),
        "hostile"
    )
    .await)
    .unwrap();
    let browser = all.world.browser();
    browser.keep("cairn", &session);
    browser
}

async fn send(
    browser: &Browser,
    route: &Route,
    path: &str,
    kind: &str,
    body: Vec<u8>,
    token: &str,
) -> Option<Reply> {
    let mut request = Request::builder()
        .method(route.method.clone())
        .uri(path)
        .header(header::CONTENT_TYPE, kind)
        .header("sec-fetch-site", "same-origin");
    if route.door == Door::Api {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    let sent = browser.send(request, Body::from(body));
    tokio::time::timeout(Duration::from_secs(20), sent)
        .await
        .ok()
}

#[track_caller]
fn is_no_fault(reply: Option<Reply>, what: &str) {
    let reply = reply.unwrap_or_else(|| panic!("{what}: no answer"));
    assert!(
        reply.status.as_u16() < 500,
        "{what}: {} {}",
        reply.status,
        reply.text
    );
    assert!(!reply.text.contains(MARK), "{what}: sent back as markup");
}

/// A try: what it is called, the kind of body, the body.
type Try = (String, &'static str, Vec<u8>);

/// Everything that is sent to one route.
fn tries(route: &Route) -> Vec<Try> {
    if route.door == Door::Api {
        let json = |body: Vec<u8>| ("a body".to_owned(), "application/json", body);
        return bodies().into_iter().map(json).collect();
    }
    let kind = "application/x-www-form-urlencoded";
    let filled = |value: String| {
        let pair = |field: &&'static str| (*field, value.clone());
        let pairs: Vec<(&str, String)> = FIELDS.iter().map(pair).collect();
        let body = serde_urlencoded::to_string(pairs).unwrap().into_bytes();
        (value.chars().take(20).collect::<String>(), kind, body)
    };
    let raw = [&b"%ff%fe=%00&title=%zz&=&&&a"[..], &b"\xff\xfe\x00"[..]];
    let raws = raw.map(|body| ("raw bytes".to_owned(), kind, body.to_vec()));
    values().into_iter().map(filled).chain(raws).collect()
}

/// The pages on which something that was sent could be shown.
const PAGES: &[&str] = &[
    "/home",
    "/goals",
    "/messages",
    "/offers",
    "/requests",
    "/profile",
    "/waiting",
    "/proposals",
    "/staff",
    "/seen",
    "/account",
    "/ask/1",
    "/ask/check",
];

/// Opens them all; how many there were.
async fn pages_still_open(all: &Everyone, person: &Person) -> usize {
    let browser = fresh(all, person).await;
    for path in PAGES {
        let reply = browser.open(path).await;
        let status = reply.status.as_u16();
        assert!(status < 500, "{path} afterwards: {}", reply.text);
        assert!(!reply.text.contains(MARK), "{path}: shown as markup");
    }
    PAGES.len()
}

#[tokio::test]
async fn no_form_and_no_call_can_be_made_to_fail() {
    let all = Everyone::new().await;
    let mut tried = 0;
    let table = routes::table();
    for route in table.iter().filter(|route| route.method != Method::GET) {
        let sample = all.sample(route.path);
        for (value, kind, body) in tries(route) {
            let browser = fresh(&all, sample.right).await;
            let what = format!("{} {} with {value:?}", route.method, route.path);
            let token = &sample.right.token;
            is_no_fault(
                send(&browser, route, &sample.path, kind, body, token).await,
                &what,
            );
            tried += 1;
        }
    }
    for person in [&all.ana, &all.mei, &all.sam, &all.omar, &all.noor] {
        tried += pages_still_open(&all, person).await;
    }
    for person in [&all.ben, &all.cora, &all.adam, &all.eva] {
        tried += pages_still_open(&all, person).await;
    }
    println!("{tried} hostile requests were answered without a fault");
    assert!(tried > 500);
}

#[tokio::test]
async fn no_address_can_be_made_to_fail() {
    let all = Everyone::new().await;
    let odd = [
        "x",
        "%00",
        "%ff",
        "..",
        "%2e%2e%2f",
        "00000000-0000-0000-0000-000000000000",
        "'",
        "%3Cscript%3E",
        "١٢٣",
    ];
    let long = "9".repeat(3_000);
    let mut tried = 0;
    for route in routes::table()
        .iter()
        .filter(|route| route.path.contains('{'))
    {
        let sample = all.sample(route.path);
        let browser = fresh(&all, sample.right).await;
        for value in odd.iter().copied().chain([long.as_str()]) {
            let (before, rest) = route.path.split_once('{').unwrap();
            let after = rest.split_once('}').unwrap().1.replace(['{', '}'], "");
            let path = format!("{before}{value}{after}");
            if path.parse::<axum::http::Uri>().is_err() {
                continue;
            }
            let kind = "application/x-www-form-urlencoded";
            let reply = send(
                &browser,
                route,
                &path,
                kind,
                Vec::new(),
                &sample.right.token,
            )
            .await;
            is_no_fault(reply, &format!("{} {path}", route.method));
            tried += 1;
        }
        for query in [
            "?said=%00&p=%ff&next=//evil.example&page=-1&before=x&after=99999999999999999999",
            "?said=%3Cscript%3E",
        ] {
            let path = format!("{}{query}", sample.path);
            let sent = send(
                &browser,
                route,
                &path,
                "text/plain",
                Vec::new(),
                &sample.right.token,
            );
            if route.path != "/api/v1/events" {
                is_no_fault(sent.await, &format!("{} {path}", route.method));
                tried += 1;
            }
        }
    }
    println!("{tried} odd addresses were answered without a fault");
    assert!(tried > 150);
}
