//! A world in which somebody stands at every turn, for the tests that walk through all routes and
//! all pages; and what to fill into the pattern of each address.

use std::sync::Arc;

use axum::http::Method;
use cairn::people::{self, Programme};
use cairn::{conversations, matching, routes, work};
use cairn_domain::access::Role;
use cairn_domain::id::MemberId;
use cairn_domain::matching::{Step, WorkerProfile};
use cairn_domain::people::{Answers, Kind, Mode};
use serde_json::{Value, json};

use crate::world::{Person, World};

/// Part of everybody's name in the first programme: must never be seen from outside.
pub const FAMILY: &str = "Quillfeather";

/// Somebody at every turn.
pub struct Everyone {
    pub world: World,
    pub lantern: Arc<Programme>,
    /// Supported by Ben; has a goal with a step, and a conversation.
    pub ana: Person,
    /// Has offers to choose from.
    pub mei: Person,
    /// Has picked Ben, and waits.
    pub sam: Person,
    /// Waits; offers have been worked out.
    pub omar: Person,
    /// Is writing a request.
    pub noor: Person,
    /// Is getting to know Ben.
    pub lea: Person,
    /// Supported by Ben; the programme is looking for somebody else for her.
    pub kim: Person,
    pub ben: Person,
    pub cora: Person,
    pub adam: Person,
    pub eva: Person,
    ids: Ids,
}

#[derive(Default)]
struct Ids {
    thread: String,
    goal: String,
    step: String,
    offer: String,
    picked: String,
    waiting: String,
    known: String,
    invitation: String,
    session: String,
    token: String,
    meeting: String,
    pair: String,
    change: String,
    told: String,
}

/// What to send to the address of a pattern.
pub struct Sample<'a> {
    /// The address.
    pub path: String,
    /// Who may.
    pub right: &'a Person,
    /// Whether the address names a record of somebody's.
    pub record: bool,
    /// Whether it is opened by a secret in the address rather than by who asks.
    pub secret: bool,
}

cairn_db::statements! {
    pub SESSION_OF = "SELECT id FROM people_session WHERE account = $1 ORDER BY created_at DESC LIMIT 1";
    pub TOKEN_OF = "SELECT id FROM people_token WHERE account = $1 LIMIT 1";
    pub INVITATION = "SELECT id FROM people_invitation WHERE programme = $1 LIMIT 1";
    pub RELATIONSHIP = "SELECT id FROM people_relationship WHERE participant = $1 LIMIT 1";
    pub KNOWN_OF = "SELECT id FROM matching_known WHERE participant = $1 LIMIT 1";
    pub REQUEST_OF = "SELECT id FROM people_request WHERE participant = $1";
    pub PAIR_OF = "SELECT id FROM people_relationship WHERE participant = $1";
    pub CHANGE_OF = "SELECT id FROM matching_change WHERE participant = $1";
    pub TOLD_OF = "SELECT id FROM matching_told WHERE member = $1 LIMIT 1";
    pub OFFER_OF = "SELECT id FROM matching_offer WHERE participant = $1 ORDER BY place LIMIT 1";
}

impl Everyone {
    pub async fn new() -> Self {
        let world = World::new().await;
        let lantern = world.another_programme().await;
        let somebody =
            async |name: &str, role| world.person(&format!("{name} {FAMILY}"), &[role]).await;
        let ana = somebody("Ana", Role::Participant).await;
        let mei = somebody("Mei", Role::Participant).await;
        let sam = somebody("Sam", Role::Participant).await;
        let omar = somebody("Omar", Role::Participant).await;
        let noor = somebody("Noor", Role::Participant).await;
        let lea = somebody("Lea", Role::Participant).await;
        let kim = somebody("Kim", Role::Participant).await;
        let ben = somebody("Ben", Role::Worker).await;
        let cora = somebody("Cora", Role::Coordinator).await;
        let adam = somebody("Adam", Role::Administrator).await;
        let eva = somebody("Eva", Role::Evaluator).await;
        publish(&world, ben.member).await;
        let (of, to) = (ana.member, ben.member);
        let thread = work!(world.cx(), |w| {
            let programme = w.cx.programme()?.id;
            people::begin_relationship(w, programme, of, to).await?;
            conversations::open_thread(w, programme, of, to).await
        })
        .unwrap()
        .to_string();
        let body = json!({"title": "Rest", "steps": ["Sit down"]});
        let (_, goal) = ana.api(Method::POST, "/api/v1/goals", Some(body)).await;
        for (who, steps) in [
            (&mei, &[Step::Send][..]),
            (&sam, &[Step::Send]),
            (&omar, &[Step::Send]),
            (&noor, &[]),
        ] {
            ask(&world, who.member, steps).await;
        }
        let ids = Ids {
            thread,
            goal: text(&goal["id"]),
            step: text(&goal["steps"][0]["id"]),
            waiting: request_of(&world, omar.member).await,
            ..Ids::default()
        };
        let mut all = Self {
            world,
            lantern,
            ana,
            mei,
            sam,
            omar,
            noor,
            lea,
            kim,
            ben,
            cora,
            adam,
            eva,
            ids,
        };
        all.offers().await;
        all.known().await;
        all.papers().await;
        all.pairs().await;
        all
    }

    /// Works out offers, lets those of Mei and Sam out, and lets Sam pick Ben.
    async fn offers(&mut self) {
        if !routes::table().iter().any(|r| r.path == "/matching/run") {
            return;
        }
        let cora = &self.cora.browser;
        cora.post("/matching/run", &[]).await.is(303);
        for who in [&self.mei, &self.sam] {
            let request = request_of(&self.world, who.member).await;
            cora.post(&format!("/waiting/{request}/release"), &[])
                .await
                .is(303);
        }
        self.ids.offer = self.first(&OFFER_OF, self.mei.member.0).await;
        self.ids.picked = self.first(&OFFER_OF, self.sam.member.0).await;
        let pick = format!("/offers/{}/pick", self.ids.picked);
        self.sam.browser.post(&pick, &[]).await.is(303);
    }

    /// Ana and Ben know each other from elsewhere, and go on.
    async fn known(&mut self) {
        let pair = self.first(&RELATIONSHIP, self.ana.member.0).await;
        let said = [
            ("pair", pair.as_str()),
            ("go", "say"),
            ("words", "A choir."),
        ];
        self.ana.browser.post("/known", &said).await.is(303);
        let yes = [("pair", pair.as_str()), ("go", "yes")];
        self.ben.browser.post("/known", &yes).await.is(303);
        self.ids.known = self.first(&KNOWN_OF, self.ana.member.0).await;
    }

    /// Lea and Ben get to know each other; for Kim, whom Ben supports, somebody else is looked for.
    async fn pairs(&mut self) {
        let steps = &[Step::Send, Step::Release, Step::Pick, Step::Agree];
        ask(&self.world, self.lea.member, steps).await;
        let (lea, kim, ben) = (self.lea.member, self.kim.member, self.ben.member);
        work!(self.world.cx(), |w| {
            let values = cairn_db::params![lea.0];
            let row = w.tx.one(&REQUEST_OF, &values).await?;
            let id = cairn_domain::id::RequestId(row.id(0)?);
            let request = people::request(w, id).await?;
            matching::begin_meeting(w, &request, ben).await?;
            let programme = w.cx.programme()?.id;
            people::begin_relationship(w, programme, kim, ben).await?;
            conversations::open_thread(w, programme, kim, ben).await
        })
        .unwrap();
        self.ids.meeting = self.first(&PAIR_OF, lea.0).await;
        self.ids.pair = self.first(&PAIR_OF, kim.0).await;
        let ask = format!("/pairs/{}/change", self.ids.pair);
        self.cora.browser.post(&ask, &[]).await.is(303);
        self.ids.change = self.first(&CHANGE_OF, kim.0).await;
        self.ids.told = self.first(&TOLD_OF, kim.0).await;
    }

    /// An invitation of the administrator's, and the evaluator's own session and token.
    async fn papers(&mut self) {
        let fields = [
            ("name", "Somebody"),
            ("roles", "worker"),
            ("role", "worker"),
            ("email", ""),
        ];
        self.adam.browser.post("/staff/invite", &fields).await;
        self.ids.invitation = self.first(&INVITATION, self.world.programme.id.0).await;
        self.world.later(cairn_domain::SECOND);
        let account = self.eva.account;
        let member = self.eva.member;
        work!(self.world.cx(), |w| people::begin_session(
            w,
            account,
            Some(member),
            "another"
        )
        .await)
        .unwrap();
        self.ids.session = self.first(&SESSION_OF, account.0).await;
        self.ids.token = self.first(&TOKEN_OF, account.0).await;
    }

    async fn first(&self, statement: &'static cairn_db::Statement, of: uuid::Uuid) -> String {
        let values = vec![cairn_db::Value::Id(of)];
        let found: Result<uuid::Uuid, cairn_db::DbError> = self
            .world
            .app
            .db
            .read(move |tx| Box::pin(async move { tx.one(statement, &values).await?.id(0) }))
            .await;
        found
            .unwrap_or_else(|error| panic!("{}: {error}", statement.name))
            .to_string()
    }

    /// What to fill into a pattern. A pattern that is not known here fails the test: say here who
    /// may use it, and on whose record.
    pub fn sample(&self, pattern: &str) -> Sample<'_> {
        if let Some((name, id, right)) = self.record(pattern) {
            let path = pattern.replace(name, &id);
            return Sample {
                path,
                right,
                record: true,
                secret: false,
            };
        }
        let secret = pattern.contains("{token}");
        let right = self.plain(pattern);
        let filled = pattern
            .replace("{token}", "not-a-secret")
            .replace("{slug}", "harbour")
            .replace("{name}", "site.css")
            .replace("{page}", "2");
        assert!(
            !filled.contains('{'),
            "{pattern} is only half filled in: {filled}"
        );
        Sample {
            path: filled,
            right,
            record: false,
            secret,
        }
    }

    /// The patterns that name a record: the piece to fill in, its id, and who may.
    fn record(&self, pattern: &str) -> Option<(&'static str, String, &Person)> {
        let ids = &self.ids;
        let (id, right) = match pattern {
            "/messages/{id}"
            | "/messages/{id}/since"
            | "/api/v1/conversations/{id}/messages"
            | "/api/v1/conversations/{id}/read" => (&ids.thread, &self.ana),
            "/goals/{id}/steps" | "/goals/{id}/state" | "/api/v1/goals/{id}/steps" => {
                (&ids.goal, &self.ana)
            }
            "/steps/{id}/done" | "/api/v1/steps/{id}/done" => (&ids.step, &self.ana),
            "/people/{member}/goals" => {
                return Some(("{member}", self.ana.member.to_string(), &self.ben));
            }
            "/offers/{id}"
            | "/offers/{id}/pick"
            | "/offers/{id}/pass"
            | "/api/v1/offers/{id}/accept"
            | "/api/v1/offers/{id}/decline" => (&ids.offer, &self.mei),
            "/requests/{id}" | "/requests/{id}/agree" | "/requests/{id}/decline" => {
                (&ids.picked, &self.ben)
            }
            "/waiting/{id}"
            | "/waiting/{id}/priority"
            | "/waiting/{id}/run"
            | "/waiting/{id}/choose"
            | "/waiting/{id}/release" => (&ids.waiting, &self.cora),
            "/supervision/known/{id}" => (&ids.known, &self.cora),
            "/meetings/{id}" => (&ids.meeting, &self.lea),
            "/pairs/{id}/change" => (&ids.pair, &self.kim),
            "/changes/{id}"
            | "/changes/{id}/take-back"
            | "/changes/{id}/end"
            | "/changes/{id}/hand-over" => (&ids.change, &self.kim),
            "/told/{id}" => (&ids.told, &self.kim),
            "/staff/invitations/{id}/withdraw" => (&ids.invitation, &self.adam),
            "/account/sessions/{id}/end" => (&ids.session, &self.eva),
            "/account/tokens/{id}/end" => (&ids.token, &self.eva),
            _ => return None,
        };
        Some(("{id}", id.clone(), right))
    }

    /// Who may use an address that names no record.
    fn plain(&self, pattern: &str) -> &Person {
        match pattern {
            "/ask/{page}" => &self.noor,
            "/assets/{name}" | "/p/{slug}" | "/p/{slug}/ask" => &self.ana,
            "/p/{slug}/begin/{token}"
            | "/demo/{token}"
            | "/sign-in/link/{token}"
            | "/invitation/{token}"
            | "/account/email/{token}" => &self.eva,
            "/supervision/known" | "/waiting" | "/matching/run" | "/proposals"
            | "/proposals/release" | "/pairs" => &self.cora,
            "/unserved" | "/unserved/list.csv" | "/what-if" | "/load" | "/fairness" => &self.cora,
            "/staff" | "/staff/invite" => &self.adam,
            "/requests" | "/profile" => &self.ben,
            "/offers" | "/offers/others" | "/offers/time" | "/offers/return"
            | "/offers/withdraw" | "/api/v1/me/offers" => &self.mei,
            "/goals"
            | "/never"
            | "/known"
            | "/api/v1/goals"
            | "/messages"
            | "/api/v1/conversations"
            | "/api/v1/events"
            | "/api/v1/intake" => &self.ana,
            "/"
            | "/home"
            | "/seen"
            | "/help"
            | "/leave"
            | "/language"
            | "/privacy"
            | "/healthz"
            | "/readyz"
            | "/sign-in"
            | "/sign-in/email"
            | "/sign-out"
            | "/account"
            | "/account/name"
            | "/account/passphrase"
            | "/account/login"
            | "/account/email"
            | "/account/sessions/end-others"
            | "/programmes"
            | "/drafts"
            | "/api/openapi.json"
            | "/api/v1/me" => &self.eva,
            unknown => panic!("{unknown} is not known here: add it to everyone.rs"),
        }
    }
}

/// The form sent to every page: what any of them needs to come as far as its own check.
pub const FIELDS: &[(&str, &str)] = &[
    ("title", "Words"),
    ("step", "Words"),
    ("text", "Words"),
    ("body", "Words"),
    ("words", "Words"),
    ("state", "reached"),
    ("done", "true"),
    ("priority", "1"),
    ("go", "on"),
    ("said", "full"),
    ("language", "en"),
    ("name", "Words"),
];

/// The JSON that a route of the API needs to come as far as its own check.
pub fn json_for(pattern: &str) -> Option<Value> {
    Some(match pattern {
        "/api/v1/goals" => json!({"title": "Words"}),
        "/api/v1/goals/{id}/steps" => json!({"text": "Words"}),
        "/api/v1/conversations/{id}/messages" => {
            json!({"client_id": "01939c00-0000-7000-8000-000000000001", "body": "Words"})
        }
        "/api/v1/conversations/{id}/read" => json!({"seq": 0}),
        _ => return None,
    })
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

async fn publish(world: &World, worker: MemberId) {
    let profile = WorkerProfile {
        roles: vec![Kind::PeerWorker],
        languages: vec!["en".into()],
        modes: vec![Mode::Chat],
        times: vec![[600, 900], [2000, 2400]],
        ..WorkerProfile::default()
    };
    work!(world.cx(), |w| matching::save_worker(
        w,
        worker,
        profile,
        (9, 50),
        true
    )
    .await)
    .unwrap();
}

async fn ask(world: &World, who: MemberId, steps: &'static [Step]) {
    work!(world.cx(), |w| {
        let id = people::begin_request(w, who, &Answers::default()).await?;
        let mut request = people::request(w, id).await?;
        for step in steps {
            people::move_request(w, &mut request, *step).await?;
        }
        Ok(())
    })
    .unwrap();
}

async fn request_of(world: &World, who: MemberId) -> String {
    let request = work!(world.cx(), |w| people::open_request(w, who).await).unwrap();
    request.unwrap().id.to_string()
}
