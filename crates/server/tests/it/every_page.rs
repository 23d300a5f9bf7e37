//! Every page, for every role that may see it, in every language: answered, in the right language
//! and direction, with a title, one main heading, and nothing that the content policy forbids.

use axum::http::Method;
use cairn::cx::Door;
use cairn::routes::{self, Rule};
use cairn_domain::access::{self, Role};

use crate::everyone::Everyone;
use crate::world::{Browser, Reply};

/// Addresses that answer with something else than a page, or with a page elsewhere.
const NO_PAGES: &[&str] = &[
    "/assets/{name}",
    "/leave",
    "/healthz",
    "/readyz",
    "/demo/{token}",
    "/messages/{id}/since",
    "/unserved/list.csv",
];

fn check(case: &str, reply: &Reply, tag: &str, direction: &str) {
    let html = &reply.text;
    let has = |what: &str| assert!(html.contains(what), "{case}: no {what} in\n{html}");
    has("<!doctype html>");
    has(&format!("lang=\"{tag}\" dir=\"{direction}\""));
    let title = html
        .split("<title>")
        .nth(1)
        .and_then(|rest| rest.split("</title>").next());
    let own = title
        .and_then(|title| title.split(" · ").next())
        .unwrap_or("");
    assert!(!own.trim().is_empty(), "{case}: no title");
    assert_eq!(
        html.matches("<h1").count(),
        1,
        "{case}: not one main heading\n{html}"
    );
    for forbidden in [
        " style=\"",
        "<style",
        " onclick=",
        " onsubmit=",
        "javascript:",
    ] {
        assert!(!html.contains(forbidden), "{case}: {forbidden}");
    }
    for script in html.split("<script").skip(1) {
        let tag = script.split('>').next().unwrap_or("");
        assert!(tag.contains(" src="), "{case}: a script within the page");
    }
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{case}: an id is there twice\n{html}");
}

/// Opens a page in each language; answers with how many were looked at. A page opened by a secret
/// that is not one says so, and is a page all the same.
async fn look(browser: &Browser, case: &str, path: &str) -> usize {
    let wrong_secret = path.contains("not-a-secret");
    let mut looked = 0;
    for (tag, direction) in [("en", "ltr"), ("es", "ltr"), ("ar", "rtl")] {
        let mut browser = browser.clone();
        browser.language = tag;
        let reply = browser.open(path).await;
        let case = format!("{case} in {tag}");
        let status = reply.status.as_u16();
        let fits = status == 200 || (wrong_secret && (400..500).contains(&status));
        assert!(fits, "{case}: {status} {}", reply.text);
        check(&case, &reply, tag, direction);
        looked += 1;
    }
    looked
}

#[tokio::test]
async fn every_page_is_whole_in_every_language_for_everybody_who_may_see_it() {
    let all = Everyone::new().await;
    let mut looked = 0;
    let mut everybody = Vec::new();
    for role in Role::ALL {
        let name = format!("Reader {}", role.word());
        everybody.push((*role, all.world.person(&name, &[*role]).await));
    }
    let known = [
        &all.ana, &all.mei, &all.sam, &all.omar, &all.noor, &all.lea, &all.kim, &all.ben,
    ];
    for route in routes::table() {
        let no_page = route.method != Method::GET || route.door != Door::Page;
        if no_page || NO_PAGES.contains(&route.path) {
            continue;
        }
        let sample = all.sample(route.path);
        looked += look(&sample.right.browser, route.path, &sample.path).await;
        if matches!(route.rule, Rule::Public | Rule::Always | Rule::Unasked) {
            let case = format!("{} as nobody", route.path);
            looked += look(&all.world.browser(), &case, &sample.path).await;
        }
        if sample.record || sample.secret {
            continue;
        }
        for (role, person) in &everybody {
            let may = match route.rule {
                Rule::Act(act) => access::could(&[*role], act),
                _ => true,
            };
            // What one has not begun leads to where one begins.
            if may && route.path != "/ask/{page}" {
                let case = format!("{} as {}", route.path, role.word());
                looked += look(&person.browser, &case, &sample.path).await;
            }
        }
    }
    for person in known {
        looked += look(&person.browser, "/home", "/home").await;
    }
    println!("every page in three languages: {looked} pages");
    assert!(looked > 100);
}
