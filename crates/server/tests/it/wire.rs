//! Real connections: a client that keeps one open and sends one request after the other, and a
//! reader of live events.

use std::time::Duration;

use axum::http::StatusCode;
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// How long a test waits for what has to come.
const PATIENCE: Duration = Duration::from_secs(20);

/// A connection that stays open from one request to the next.
pub struct Wire {
    stream: BufReader<TcpStream>,
    token: String,
}

impl Wire {
    pub async fn open(url: &str, token: &str) -> std::io::Result<Self> {
        let stream = TcpStream::connect(url.trim_start_matches("http://")).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::new(stream),
            token: token.to_owned(),
        })
    }

    /// Sends JSON and waits for the answer; an error means that none came.
    pub async fn post(&mut self, path: &str, body: &Value) -> std::io::Result<(StatusCode, Value)> {
        let body = body.to_string();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: test\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            self.token,
            body.len()
        );
        self.stream.write_all((head + &body).as_bytes()).await?;
        let mut line = String::new();
        self.stream.read_line(&mut line).await?;
        let lost = || std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
        let status = line.split(' ').nth(1).and_then(|code| code.parse().ok());
        let status = status.ok_or_else(lost)?;
        let mut length = 0;
        loop {
            line.clear();
            self.stream.read_line(&mut line).await?;
            match line.trim_end().split_once(": ") {
                Some((name, value)) if name.eq_ignore_ascii_case("content-length") => {
                    length = value.parse().map_err(|_| lost())?;
                }
                Some(_) => {}
                None if line.is_empty() => return Err(lost()),
                None => break,
            }
        }
        let mut bytes = vec![0; length];
        self.stream.read_exact(&mut bytes).await?;
        Ok((
            status,
            serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        ))
    }
}

/// One live event.
#[derive(Clone, Debug, Default)]
pub struct Event {
    pub name: String,
    pub id: String,
    pub data: Value,
}

impl Event {
    pub fn seq(&self) -> i64 {
        self.data["seq"].as_i64().unwrap()
    }
}

/// A stream of live events.
pub struct Events {
    lines: tokio::io::Lines<BufReader<TcpStream>>,
    /// The id of the last event, as a browser would send it when it comes back.
    pub last: String,
    pub comments: usize,
}

impl Events {
    /// Opens the stream and waits until it has begun.
    pub async fn open(url: &str, token: &str, query: &str, last: Option<&str>) -> Self {
        let mut stream = TcpStream::connect(url.trim_start_matches("http://"))
            .await
            .unwrap();
        let last = last.map_or(String::new(), |last| format!("last-event-id: {last}\r\n"));
        // HTTP/1.0: what comes is the stream itself, not pieces with their lengths.
        let head = format!(
            "GET /api/v1/events{query} HTTP/1.0\r\nhost: test\r\nauthorization: Bearer {token}\r\n{last}\r\n"
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        let mut lines = BufReader::new(stream).lines();
        let status = lines.next_line().await.unwrap().unwrap();
        assert!(status.contains(" 200 "), "{status}");
        while !lines.next_line().await.unwrap().unwrap().is_empty() {}
        let mut events = Self {
            lines,
            last: String::new(),
            comments: 0,
        };
        let ready = events.next().await.unwrap();
        assert_eq!(ready.name, "ready");
        events
    }

    /// The next event; `None` when the stream has ended.
    pub async fn next(&mut self) -> Option<Event> {
        timeout(PATIENCE, self.read())
            .await
            .expect("an event in time")
    }

    /// The next event, which has to be a message.
    pub async fn message(&mut self) -> Event {
        let event = self.next().await.expect("a message before the end");
        assert_eq!(event.name, "message");
        event
    }

    /// Whether nothing comes for a while.
    pub async fn is_silent(&mut self, millis: u64) -> bool {
        timeout(Duration::from_millis(millis), self.read())
            .await
            .is_err()
    }

    /// Waits for the end, and fails when something else comes.
    pub async fn ends(&mut self) {
        let next = self.next().await;
        assert!(next.is_none(), "{next:?}");
    }

    async fn read(&mut self) -> Option<Event> {
        let mut event = Event::default();
        loop {
            let line = self.lines.next_line().await.ok()??;
            match line.split_once(": ") {
                Some(("event", name)) => event.name = name.to_owned(),
                Some(("id", id)) => {
                    event.id = id.to_owned();
                    self.last = id.to_owned();
                }
                Some(("data", data)) => event.data = serde_json::from_str(data).unwrap(),
                _ if line.starts_with(':') => self.comments += 1,
                _ if line.is_empty() && !event.name.is_empty() => return Some(event),
                _ => {}
            }
        }
    }
}
