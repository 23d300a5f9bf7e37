//! People who write and people who read, on connections of their own, while the machine fails under
//! them. What was acknowledged and what was delivered is kept here, outside of what is tried.

use super::http::{Connection, Events};
use super::json::Json;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};
use std::thread::{JoinHandle, sleep};
use std::time::{Duration, Instant};

/// Between two messages of one writer: one who never pauses hides lost writes behind checkpoints.
const PACE: Duration = Duration::from_millis(2);
/// Before what was not acknowledged is sent again.
const AGAIN: Duration = Duration::from_millis(50);
/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(70);
/// How long a writer goes on trying after the end, to learn of its last message.
const LAST: Duration = Duration::from_secs(90);
/// Each so many messages one is sent again though it was acknowledged.
const TWICE: u64 = 40;

/// A conversation and those who take part in it, with their tokens.
#[derive(Debug, Clone)]
pub(super) struct Talk {
    pub(super) conversation: String,
    pub(super) tokens: [String; 2],
}

/// Numbers by chance, from a seed that is printed.
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn new(seed: u64, of: u64) -> Self {
        Self(seed ^ of.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A moment between two, in milliseconds.
    pub(super) fn millis(&mut self, from: u64, to: u64) -> Duration {
        Duration::from_millis(from + self.next() % (to - from).max(1))
    }

    /// A UUID of version 4, as text.
    fn number(&mut self) -> String {
        let (a, b) = (self.next(), self.next());
        format!(
            "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
            a >> 32,
            a >> 16 & 0xffff,
            a & 0xfff,
            b >> 52,
            b & 0xffff_ffff_ffff
        )
    }
}

/// A message that somebody was told is on disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Acknowledged {
    pub(super) seq: i64,
    pub(super) number: String,
}

/// What one writer was told.
#[derive(Debug, Default, Clone)]
pub(super) struct Wrote {
    /// Which conversation.
    pub(super) talk: usize,
    pub(super) acknowledged: Vec<Acknowledged>,
    /// Sent to the last without an answer: it may be there or not.
    pub(super) unsettled: Option<String>,
    /// Sent again after it was acknowledged, and answered otherwise than the first time.
    pub(super) differs: u64,
    /// Answers that no writer should get.
    pub(super) strange: Vec<String>,
    /// The longest time between two acknowledgements.
    pub(super) gap: Duration,
}

/// What one reader was shown, in the order in which it came.
#[derive(Debug, Default, Clone)]
pub(super) struct Read {
    pub(super) talk: usize,
    pub(super) shown: Vec<(i64, String)>,
    /// How often the stream broke and was taken up again.
    pub(super) breaks: u64,
    pub(super) strange: Vec<String>,
}

/// What is counted while it goes on.
#[derive(Debug, Default)]
pub(super) struct Counters {
    pub(super) acknowledged: AtomicU64,
    /// Answered with 502, 503, 504 or 507: nothing was promised.
    pub(super) refused: AtomicU64,
    /// Not answered at all.
    pub(super) unanswered: AtomicU64,
    /// The last `seq` each reader has seen.
    seen: Vec<AtomicU64>,
}

/// Where the crowd goes.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    pub(super) talks: Vec<Talk>,
    /// Writers are spread over these.
    pub(super) write_to: Vec<SocketAddr>,
    /// Readers are spread over these.
    pub(super) read_from: Vec<SocketAddr>,
    pub(super) seed: u64,
}

/// Everybody.
pub(super) struct Crowd {
    no_more_writing: Arc<AtomicBool>,
    no_more_reading: Arc<AtomicBool>,
    pub(super) counters: Arc<Counters>,
    writers: Vec<JoinHandle<Wrote>>,
    readers: Vec<JoinHandle<Read>>,
    talks: usize,
}

pub(super) fn bearer(token: &str) -> String {
    format!("authorization: Bearer {token}\r\n")
}

impl Crowd {
    /// Readers first, and when all stand, the writers: two of each for every conversation.
    pub(super) fn begin(plan: &Plan) -> Result<Self, String> {
        let count = plan.talks.len() * 2;
        let counters = Arc::new(Counters {
            seen: (0..count).map(|_| AtomicU64::new(u64::MAX)).collect(),
            ..Counters::default()
        });
        let mut crowd = Self {
            no_more_writing: Arc::default(),
            no_more_reading: Arc::default(),
            counters,
            writers: Vec::new(),
            readers: Vec::new(),
            talks: plan.talks.len(),
        };
        for place in 0..count {
            let reader = Reader {
                place,
                talk: plan.talks[place / 2].clone(),
                address: plan.read_from[place % plan.read_from.len()],
                over: crowd.no_more_reading.clone(),
                counters: crowd.counters.clone(),
            };
            crowd
                .readers
                .push(std::thread::spawn(move || reader.read()));
        }
        let until = Instant::now() + Duration::from_secs(30);
        while crowd.seen().any(|seen| seen == u64::MAX) {
            if Instant::now() > until {
                return Err("the readers' streams did not begin".to_owned());
            }
            sleep(Duration::from_millis(20));
        }
        for place in 0..count {
            let writer = Writer {
                place,
                talk: plan.talks[place / 2].clone(),
                address: plan.write_to[place % plan.write_to.len()],
                over: crowd.no_more_writing.clone(),
                counters: crowd.counters.clone(),
                dice: Dice::new(plan.seed, 100 + place as u64),
            };
            crowd
                .writers
                .push(std::thread::spawn(move || writer.write()));
        }
        Ok(crowd)
    }

    fn seen(&self) -> impl Iterator<Item = u64> {
        self.counters.seen.iter().map(|seen| seen.load(SeqCst))
    }

    /// How many messages were acknowledged so far.
    pub(super) fn acknowledged(&self) -> u64 {
        self.counters.acknowledged.load(SeqCst)
    }

    /// Waits until so many more messages were acknowledged; an error when that takes too long.
    pub(super) fn goes_on(&self, more: u64, limit: Duration) -> Result<(), String> {
        let wanted = self.acknowledged() + more;
        let until = Instant::now() + limit;
        while self.acknowledged() < wanted {
            if Instant::now() > until {
                return Err(format!(
                    "nothing was acknowledged for {limit:?}: it did not recover"
                ));
            }
            sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// The writers stop, each with an answer to its last message where there is one to be had.
    pub(super) fn stop_writing(&mut self) -> Vec<Wrote> {
        self.no_more_writing.store(true, SeqCst);
        let writers = std::mem::take(&mut self.writers);
        writers.into_iter().filter_map(|w| w.join().ok()).collect()
    }

    /// The readers stop once each has seen the last message of its conversation, or `limit` is over.
    pub(super) fn stop_reading(&mut self, last: &[i64], limit: Duration) -> Vec<Read> {
        let until = Instant::now() + limit;
        let wanted = |place: usize| last.get(place / 2).copied().unwrap_or(0);
        while Instant::now() < until {
            let there =
                |(place, seen): (usize, u64)| i64::try_from(seen).is_ok_and(|s| s >= wanted(place));
            if self.seen().enumerate().all(there) {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        // What comes twice would come now.
        sleep(Duration::from_millis(300));
        self.no_more_reading.store(true, SeqCst);
        let readers = std::mem::take(&mut self.readers);
        readers.into_iter().filter_map(|r| r.join().ok()).collect()
    }

    pub(super) fn talks(&self) -> usize {
        self.talks
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        self.no_more_writing.store(true, SeqCst);
        self.no_more_reading.store(true, SeqCst);
    }
}

struct Writer {
    place: usize,
    talk: Talk,
    address: SocketAddr,
    over: Arc<AtomicBool>,
    counters: Arc<Counters>,
    dice: Dice,
}

/// How one try ended.
enum Tried {
    /// The status, 200 or 201, and the number in the conversation.
    Told(u16, i64),
    Refused,
    Unanswered,
    Strange(String),
}

impl Writer {
    fn write(mut self) -> Wrote {
        let mut wrote = Wrote {
            talk: self.place / 2,
            ..Wrote::default()
        };
        let mut connection = None;
        let mut since = Instant::now();
        for n in 1_u64.. {
            if self.over.load(SeqCst) {
                break;
            }
            let number = self.dice.number();
            let message = format!(
                r#"{{"client_id":"{number}","body":"writer {} message {n}"}}"#,
                self.place
            );
            let Some(seq) = self.settle(&mut connection, &message, &mut wrote) else {
                wrote.unsettled = Some(number);
                break;
            };
            wrote.gap = wrote.gap.max(since.elapsed());
            since = Instant::now();
            self.counters.acknowledged.fetch_add(1, SeqCst);
            wrote.acknowledged.push(Acknowledged { seq, number });
            if n % TWICE == 0 {
                let again = self.one(&mut connection, &message);
                wrote.differs += u64::from(matches!(again, Tried::Told(status, other)
                    if status != 200 || other != seq));
            }
            sleep(PACE);
        }
        wrote
    }

    /// Sends a message until it is acknowledged; nothing when that could not be had.
    fn settle(
        &self,
        connection: &mut Option<Connection>,
        message: &str,
        wrote: &mut Wrote,
    ) -> Option<i64> {
        let mut ended: Option<Instant> = None;
        loop {
            match self.one(connection, message) {
                Tried::Told(_, seq) => return Some(seq),
                Tried::Refused => self.counters.refused.fetch_add(1, SeqCst),
                Tried::Unanswered => self.counters.unanswered.fetch_add(1, SeqCst),
                Tried::Strange(answer) => {
                    wrote.strange.push(answer);
                    return None;
                }
            };
            if self.over.load(SeqCst) && ended.get_or_insert_with(Instant::now).elapsed() > LAST {
                return None;
            }
            sleep(AGAIN);
        }
    }

    fn one(&self, connection: &mut Option<Connection>, message: &str) -> Tried {
        let token = &self.talk.tokens[self.place % 2];
        let path = format!("/api/v1/conversations/{}/messages", self.talk.conversation);
        let headers = format!("content-type: application/json\r\n{}", bearer(token));
        let mut open = match connection.take() {
            Some(open) => open,
            None => match Connection::open(self.address) {
                Ok(open) => open,
                Err(_) => return Tried::Unanswered,
            },
        };
        let Ok((status, text)) = open.ask("POST", &path, &headers, message, PATIENCE) else {
            return Tried::Unanswered;
        };
        *connection = Some(open);
        match status {
            200 | 201 => match Json::read(&text).and_then(|json| json.whole("seq")) {
                Some(seq) => Tried::Told(status, seq),
                None => Tried::Strange(format!("{status} without a number: {text}")),
            },
            502..=504 | 507 => Tried::Refused,
            _ => Tried::Strange(format!("{status} {text}")),
        }
    }
}

struct Reader {
    place: usize,
    talk: Talk,
    address: SocketAddr,
    over: Arc<AtomicBool>,
    counters: Arc<Counters>,
}

impl Reader {
    fn read(self) -> Read {
        let mut read = Read {
            talk: self.place / 2,
            ..Read::default()
        };
        let mut last = String::new();
        while !self.over.load(SeqCst) {
            match self.open(&last) {
                Ok(Ok(mut events)) => {
                    self.follow(&mut events, &mut last, &mut read);
                    read.breaks += 1;
                }
                Ok(Err(502..=504)) | Err(_) => sleep(AGAIN),
                Ok(Err(status)) => {
                    read.strange.push(format!("a stream was answered {status}"));
                    return read;
                }
            }
        }
        read.breaks = read.breaks.saturating_sub(1);
        read
    }

    fn open(&self, last: &str) -> std::io::Result<Result<Events, u16>> {
        let path = format!("/api/v1/events?conversation={}", self.talk.conversation);
        let mut headers = bearer(&self.talk.tokens[self.place % 2]);
        if !last.is_empty() {
            headers += &format!("last-event-id: {last}\r\n");
        }
        Events::open(self.address, &path, &headers)
    }

    /// Reads until the stream ends or nobody wants to know any more.
    fn follow(&self, events: &mut Events, last: &mut String, read: &mut Read) {
        while !self.over.load(SeqCst) {
            let event = match events.next() {
                Ok(Some(event)) => event,
                Ok(None) => continue,
                Err(_) => return,
            };
            if !event.id.is_empty() {
                last.clone_from(&event.id);
            }
            let seen = &self.counters.seen[self.place];
            if event.name != "message" {
                // "ready": the stream stands.
                let _ = seen.compare_exchange(u64::MAX, 0, SeqCst, SeqCst);
                continue;
            }
            let json = Json::read(&event.data);
            let shown = json
                .as_ref()
                .and_then(|json| Some((json.whole("seq")?, json.text("client_id")?.to_owned())));
            let Some((seq, number)) = shown else {
                read.strange.push(format!("an event says {}", event.data));
                continue;
            };
            seen.store(u64::try_from(seq).unwrap_or(0), SeqCst);
            read.shown.push((seq, number));
        }
    }
}
