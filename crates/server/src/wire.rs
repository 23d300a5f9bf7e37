//! Connections that do not wait for ever: for a request that trickles in a byte at a time, for one
//! that never comes, or for a reader who does not take the answer. Without this a few thousand
//! silent connections would keep everybody else out.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::extract::connect_info::Connected;
use axum::serve::{IncomingStream, Listener};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::{Instant, Sleep, sleep_until};

/// How long a connection may keep the server waiting.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// With nothing going either way. Live streams send something every few seconds.
    pub silent: Duration,
    /// From the first byte of a request to the first byte of its answer.
    pub request: Duration,
    /// For the other side to take what is ready for it.
    pub stalled: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            silent: Duration::from_secs(75),
            request: Duration::from_secs(120),
            stalled: Duration::from_secs(60),
        }
    }
}

/// Where a connection comes from.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub SocketAddr);

impl Connected<IncomingStream<'_, Wires>> for Peer {
    fn connect_info(stream: IncomingStream<'_, Wires>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// Accepts connections of limited patience.
pub struct Wires {
    listener: TcpListener,
    patience: Patience,
}

impl Wires {
    /// Those of a listener.
    #[must_use]
    pub fn new(listener: TcpListener, patience: Patience) -> Self {
        Self { listener, patience }
    }
}

impl Listener for Wires {
    type Io = Wire<TcpStream>;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        let (stream, address) = Listener::accept(&mut self.listener).await;
        // Small answers leave at once instead of waiting for more to send with them.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "a connection keeps its delay");
        }
        (Wire::new(stream, self.patience), address)
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

/// A connection that is given up once it has kept the server waiting for too long.
pub struct Wire<T> {
    io: T,
    patience: Patience,
    /// When a byte last went either way.
    moved: Instant,
    /// When the first byte came that no answer has begun to follow.
    asked: Option<Instant>,
    /// Since when the other side takes nothing.
    stalled: Option<Instant>,
    timer: Pin<Box<Sleep>>,
}

impl<T> Wire<T> {
    /// Around a connection that was just made.
    pub fn new(io: T, patience: Patience) -> Self {
        let now = Instant::now();
        Self {
            io,
            patience,
            moved: now,
            asked: None,
            stalled: None,
            timer: Box::pin(sleep_until(now + patience.silent)),
        }
    }

    /// When patience ends, as things stand.
    fn deadline(&self) -> Instant {
        let asked = self.asked.map(|at| at + self.patience.request);
        let stalled = self.stalled.map(|at| at + self.patience.stalled);
        let silent = self.moved + self.patience.silent;
        [asked, stalled]
            .into_iter()
            .flatten()
            .fold(silent, Instant::min)
    }

    /// An error once patience has ended; until then the task is woken for it.
    fn wait(&mut self, context: &mut Context<'_>) -> Poll<io::Error> {
        let deadline = self.deadline();
        if self.timer.deadline() != deadline {
            self.timer.as_mut().reset(deadline);
        }
        ready!(self.timer.as_mut().poll(context));
        Poll::Ready(io::ErrorKind::TimedOut.into())
    }

    /// What follows from an attempt to write.
    fn wrote<N>(
        &mut self,
        tried: Poll<io::Result<N>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<N>> {
        if tried.is_pending() {
            self.stalled.get_or_insert_with(Instant::now);
            return self.wait(context).map(Err);
        }
        self.stalled = None;
        self.asked = None;
        self.moved = Instant::now();
        tried
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Wire<T> {
    fn poll_read(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let wire = self.get_mut();
        let before = buffer.filled().len();
        let read = Pin::new(&mut wire.io).poll_read(context, buffer);
        if read.is_pending() {
            return wire.wait(context).map(Err);
        }
        if buffer.filled().len() > before {
            let now = Instant::now();
            wire.moved = now;
            let asked = *wire.asked.get_or_insert(now);
            if now > asked + wire.patience.request {
                return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
            }
        }
        read
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Wire<T> {
    fn poll_write(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let wire = self.get_mut();
        let tried = Pin::new(&mut wire.io).poll_write(context, bytes);
        wire.wrote(tried, context)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let wire = self.get_mut();
        let tried = Pin::new(&mut wire.io).poll_write_vectored(context, slices);
        wire.wrote(tried, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().io).poll_flush(context)
    }

    fn poll_shutdown(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.get_mut().io).poll_shutdown(context)
    }
}
