//! A small HTTP/1.1 client that waits: one connection, one request after the other, and a stream of
//! events. It stands outside of what is tried, so it shares no code with it.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// How long a connection may take to be made.
const CONNECT: Duration = Duration::from_secs(3);
/// How often one who waits looks up.
const LOOK_UP: Duration = Duration::from_millis(200);

/// A connection that stays open.
pub(super) struct Connection {
    stream: TcpStream,
    /// What has arrived and was not yet read.
    waiting: Vec<u8>,
}

/// What the head of an answer says.
struct Head {
    status: u16,
    length: Option<usize>,
    chunked: bool,
}

fn lost() -> io::Error {
    ErrorKind::UnexpectedEof.into()
}

impl Connection {
    pub(super) fn open(address: SocketAddr) -> io::Result<Self> {
        let stream = TcpStream::connect_timeout(&address, CONNECT)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(LOOK_UP))?;
        stream.set_write_timeout(Some(CONNECT))?;
        Ok(Self {
            stream,
            waiting: Vec::new(),
        })
    }

    /// Sends a request and waits for the whole answer, `patience` at most; an error means that none
    /// came, and that the connection is of no further use.
    pub(super) fn ask(
        &mut self,
        method: &str,
        path: &str,
        headers: &str,
        body: &str,
        patience: Duration,
    ) -> io::Result<(u16, String)> {
        let until = Instant::now() + patience;
        self.send(method, path, headers, body)?;
        let head = self.head(until)?;
        let body = match (head.length, head.chunked) {
            (_, true) => self.chunks(until)?,
            (Some(length), _) => self.take(length, until)?,
            (None, false) if head.status == 204 => Vec::new(),
            (None, false) => return Err(lost()),
        };
        Ok((head.status, String::from_utf8_lossy(&body).into_owned()))
    }

    fn send(&mut self, method: &str, path: &str, headers: &str, body: &str) -> io::Result<()> {
        let length = body.len();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nhost: cairn\r\n{headers}content-length: {length}\r\n\r\n{body}"
        );
        self.stream.write_all(head.as_bytes())
    }

    /// Takes more off the wire; `false` when nothing has come for a moment.
    fn more(&mut self) -> io::Result<bool> {
        let mut piece = [0_u8; 16 * 1024];
        match self.stream.read(&mut piece) {
            Ok(0) => Err(lost()),
            Ok(count) => {
                self.waiting.extend_from_slice(&piece[..count]);
                Ok(true)
            }
            Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => Ok(false),
            Err(e) if e.kind() == ErrorKind::Interrupted => Ok(false),
            Err(e) => Err(e),
        }
    }

    fn more_until(&mut self, until: Instant) -> io::Result<()> {
        match self.more()? {
            false if Instant::now() > until => Err(ErrorKind::TimedOut.into()),
            _ => Ok(()),
        }
    }

    fn take(&mut self, count: usize, until: Instant) -> io::Result<Vec<u8>> {
        while self.waiting.len() < count {
            self.more_until(until)?;
        }
        let rest = self.waiting.split_off(count);
        Ok(std::mem::replace(&mut self.waiting, rest))
    }

    /// A line that has arrived whole, without its end.
    fn line_here(&mut self) -> Option<String> {
        let end = self.waiting.iter().position(|byte| *byte == b'\n')?;
        let rest = self.waiting.split_off(end + 1);
        let line = std::mem::replace(&mut self.waiting, rest);
        let text = String::from_utf8_lossy(&line);
        Some(text.trim_end_matches(['\r', '\n']).to_owned())
    }

    fn line(&mut self, until: Instant) -> io::Result<String> {
        loop {
            if let Some(line) = self.line_here() {
                return Ok(line);
            }
            self.more_until(until)?;
        }
    }

    fn head(&mut self, until: Instant) -> io::Result<Head> {
        let first = self.line(until)?;
        let status = first.split(' ').nth(1).and_then(|code| code.parse().ok());
        let mut head = Head {
            status: status.ok_or_else(lost)?,
            length: None,
            chunked: false,
        };
        loop {
            let line = self.line(until)?.to_ascii_lowercase();
            match line.split_once(':') {
                _ if line.is_empty() => return Ok(head),
                Some(("content-length", value)) => head.length = value.trim().parse().ok(),
                Some(("transfer-encoding", value)) => head.chunked = value.contains("chunked"),
                _ => {}
            }
        }
    }

    fn chunks(&mut self, until: Instant) -> io::Result<Vec<u8>> {
        let mut whole = Vec::new();
        loop {
            let size = self.line(until)?;
            let size = usize::from_str_radix(size.trim(), 16).map_err(|_| lost())?;
            let piece = self.take(size, until)?;
            self.line(until)?;
            if size == 0 {
                return Ok(whole);
            }
            whole.extend(piece);
        }
    }
}

/// One event of a stream.
#[derive(Debug, Default, Clone)]
pub(super) struct Event {
    pub(super) name: String,
    pub(super) id: String,
    pub(super) data: String,
}

/// A stream of events.
pub(super) struct Events {
    connection: Connection,
    chunked: bool,
    /// The body as far as it was put together from its pieces.
    body: Vec<u8>,
    event: Event,
    heard: Instant,
}

/// Without even a comment for so long a stream is given up.
const SILENT: Duration = Duration::from_secs(25);

impl Events {
    /// Opens the stream of a conversation where one left off. The status when it is not 200.
    pub(super) fn open(
        address: SocketAddr,
        path: &str,
        headers: &str,
    ) -> io::Result<Result<Self, u16>> {
        let mut connection = Connection::open(address)?;
        connection.send("GET", path, headers, "")?;
        let head = connection.head(Instant::now() + Duration::from_secs(20))?;
        if head.status != 200 {
            return Ok(Err(head.status));
        }
        Ok(Ok(Self {
            connection,
            chunked: head.chunked,
            body: Vec::new(),
            event: Event::default(),
            heard: Instant::now(),
        }))
    }

    /// The next event, or nothing when none has come for a moment; an error is the stream's end.
    pub(super) fn next(&mut self) -> io::Result<Option<Event>> {
        loop {
            while let Some(end) = self.body.iter().position(|byte| *byte == b'\n') {
                let rest = self.body.split_off(end + 1);
                let line = std::mem::replace(&mut self.body, rest);
                if let Some(event) = self.line(String::from_utf8_lossy(&line).trim_end()) {
                    return Ok(Some(event));
                }
            }
            if !self.unwrap()? {
                return match self.heard.elapsed() > SILENT {
                    true => Err(ErrorKind::TimedOut.into()),
                    false => Ok(None),
                };
            }
            self.heard = Instant::now();
        }
    }

    fn line(&mut self, line: &str) -> Option<Event> {
        match line.split_once(": ") {
            Some(("event", name)) => self.event.name = name.to_owned(),
            Some(("id", id)) => self.event.id = id.to_owned(),
            Some(("data", data)) => self.event.data = data.to_owned(),
            _ if line.is_empty() && !self.event.name.is_empty() => {
                return Some(std::mem::take(&mut self.event));
            }
            _ => {}
        }
        None
    }

    /// Adds what has arrived to the body; `false` when nothing has.
    fn unwrap(&mut self) -> io::Result<bool> {
        if !self.chunked {
            let came = self.connection.more()?;
            self.body.append(&mut self.connection.waiting);
            return Ok(came);
        }
        let waiting = &self.connection.waiting;
        let Some(end) = waiting.windows(2).position(|two| two == b"\r\n") else {
            return self.connection.more();
        };
        let size = std::str::from_utf8(&waiting[..end]).unwrap_or("?");
        let size = usize::from_str_radix(size.trim(), 16).map_err(|_| lost())?;
        if size == 0 {
            return Err(lost());
        }
        let whole = end + 2 + size + 2;
        if waiting.len() < whole {
            return self.connection.more();
        }
        self.body
            .extend_from_slice(&waiting[end + 2..end + 2 + size]);
        self.connection.waiting.drain(..whole);
        Ok(true)
    }
}

/// Only the status of an answer; 0 when none came.
pub(super) fn status(address: SocketAddr, path: &str) -> u16 {
    let asked = || {
        let mut connection = Connection::open(address)?;
        connection.send("GET", path, "", "")?;
        connection.head(Instant::now() + Duration::from_secs(2))
    };
    asked().map_or(0, |head| head.status)
}

/// One question on a connection of its own; nothing when no answer came.
pub(super) fn once(address: SocketAddr, path: &str, headers: &str) -> Option<(u16, String)> {
    let mut connection = Connection::open(address).ok()?;
    let answer = connection.ask("GET", path, headers, "", Duration::from_secs(20));
    answer.ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::TcpListener;

    /// A server that says this to whoever asks, and hangs up.
    fn says(text: &'static str) -> SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        std::thread::spawn(move || {
            let (mut stream, _) = listener.accept().unwrap();
            let _ = stream.read(&mut [0; 4096]);
            stream.write_all(text.as_bytes()).unwrap();
        });
        address
    }

    #[test]
    fn answers_are_read_whole_or_not_at_all() {
        let plain = says("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok");
        assert_eq!(once(plain, "/", ""), Some((201, "ok".to_owned())));
        let pieces = says(
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n1\r\nc\r\n0\r\n\r\n",
        );
        assert_eq!(once(pieces, "/", ""), Some((200, "abc".to_owned())));
        let cut = says("HTTP/1.1 201 Created\r\ncontent-length: 20\r\n\r\nok");
        assert_eq!(once(cut, "/", ""), None);
    }

    #[test]
    fn events_are_put_together_from_pieces() {
        let address = says(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\
             11\r\nevent: message\nid\r\n10\r\n: 7\ndata: {}\n\n:\n\r\n0\r\n\r\n",
        );
        let mut events = Events::open(address, "/", "").unwrap().unwrap();
        let event = events.next().unwrap().unwrap();
        assert_eq!((event.name.as_str(), event.id.as_str()), ("message", "7"));
        assert_eq!(event.data, "{}");
        assert!(events.next().is_err());
    }
}
