//! The way to other nodes: one NATS subject for all, each notice marked with the node it came from.
//!
//! After every (re)connection a node publishes "look again". The other nodes may have missed its notices, and when it
//! hears its own mark come back its subscription is known to stand: then it wakes its own subscribers too.

use crate::Hub;
use async_nats::{Client, ConnectOptions, Event, Subscriber, connection::State};
use bytes::{BufMut, Bytes, BytesMut};
use futures_util::StreamExt;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::sync::{Arc, Weak};
use std::time::Duration;
use tokio::sync::mpsc;

const SUBJECT: &str = "cairn.notices";
/// Notices that may wait for the connection before they are given up and "look again" is sent instead.
const OUTGOING: usize = 4096;
/// Stands in the place of the topic's length in a "look again".
const LOOK_AGAIN: u16 = u16::MAX;

/// What is on its way out: a notice, or the mark for "look again".
pub(crate) struct Frame {
    bytes: Bytes,
    look_again: bool,
}

pub(crate) struct Nodes {
    node: u64,
    outgoing: mpsc::Sender<Frame>,
    /// A notice was given up: the other nodes have to be told to look again.
    missed: AtomicBool,
    healthy: AtomicBool,
}

impl Nodes {
    pub(crate) fn new() -> (Self, mpsc::Receiver<Frame>) {
        let (outgoing, receiver) = mpsc::channel(OUTGOING);
        // Chance, but no rule hangs on it: it only tells this process's notices from those of others.
        let node = RandomState::new().build_hasher().finish();
        let (missed, healthy) = (AtomicBool::new(false), AtomicBool::new(false));
        (
            Self {
                node,
                outgoing,
                missed,
                healthy,
            },
            receiver,
        )
    }

    pub(crate) fn healthy(&self) -> bool {
        self.healthy.load(SeqCst)
    }

    pub(crate) fn send(&self, topic: &str, payload: &[u8]) {
        let length = u16::try_from(topic.len()).unwrap_or(LOOK_AGAIN);
        if length == LOOK_AGAIN {
            return self.send_look_again();
        }
        let mut bytes = BytesMut::with_capacity(10 + topic.len() + payload.len());
        bytes.put_u64(self.node);
        bytes.put_u16(length);
        bytes.put_slice(topic.as_bytes());
        bytes.put_slice(payload);
        self.queue(Frame {
            bytes: bytes.freeze(),
            look_again: false,
        });
    }

    fn send_look_again(&self) {
        self.queue(self.look_again());
    }

    fn queue(&self, frame: Frame) {
        if self.outgoing.try_send(frame).is_err() {
            self.missed.store(true, SeqCst);
        }
    }

    fn look_again(&self) -> Frame {
        let mut bytes = BytesMut::with_capacity(10);
        bytes.put_u64(self.node);
        bytes.put_u16(LOOK_AGAIN);
        Frame {
            bytes: bytes.freeze(),
            look_again: true,
        }
    }
}

/// Connects in the background, for as long as the hub is there.
pub(crate) async fn connect(url: &str, hub: &Arc<Hub>, outgoing: mpsc::Receiver<Frame>) {
    let watched = Arc::downgrade(hub);
    let options = ConnectOptions::new()
        .name("cairn")
        .retry_on_initial_connect()
        .max_reconnects(None)
        .reconnect_delay_callback(|tries| {
            Duration::from_millis(100 * u64::try_from(tries).unwrap_or(20).min(20))
        })
        .ping_interval(Duration::from_secs(5))
        .event_callback(move |event| {
            let hub = watched.clone();
            async move { heard(&hub, &event) }
        });
    let servers: Vec<&str> = url.split(',').map(str::trim).collect();
    let connected = async {
        let client = options.connect(servers).await.map_err(|e| e.to_string())?;
        let notices = client.subscribe(SUBJECT).await.map_err(|e| e.to_string())?;
        Ok::<_, String>((client, notices))
    };
    match connected.await {
        Ok((client, notices)) => {
            tokio::spawn(send(client, outgoing, Arc::downgrade(hub)));
            tokio::spawn(receive(notices, Arc::downgrade(hub)));
        }
        Err(error) => {
            tracing::error!(%error, "the bus cannot use its address; notices stay on this node")
        }
    }
}

/// What the connection has to tell.
fn heard(hub: &Weak<Hub>, event: &Event) {
    let Some(hub) = hub.upgrade() else { return };
    let Some(nodes) = &hub.nodes else { return };
    match event {
        Event::Connected => {
            tracing::info!("the bus is connected");
            nodes.send_look_again();
        }
        Event::Disconnected | Event::Closed => {
            nodes.healthy.store(false, SeqCst);
            tracing::warn!("the bus lost its connection; notices stay on this node");
        }
        Event::SlowConsumer(_) => hub.look_again(),
        other => tracing::debug!(event = %other, "bus"),
    }
}

/// Sends what is queued. Without a connection notices are let go: "look again" will follow.
async fn send(client: Client, mut outgoing: mpsc::Receiver<Frame>, hub: Weak<Hub>) {
    while let Some(frame) = outgoing.recv().await {
        if frame.look_again || client.connection_state() == State::Connected {
            publish(&client, frame).await;
        }
        let Some(hub) = hub.upgrade() else { break };
        let again = hub
            .nodes
            .as_ref()
            .filter(|nodes| nodes.missed.swap(false, SeqCst));
        if let Some(frame) = again.map(Nodes::look_again) {
            drop(hub);
            publish(&client, frame).await;
        }
    }
    drop(client.drain().await); // the hub is gone: so is the connection, and with it the receiving task
}

async fn publish(client: &Client, frame: Frame) {
    if let Err(error) = client.publish(SUBJECT, frame.bytes).await {
        tracing::debug!(%error, "a notice was not sent");
    }
}

async fn receive(mut notices: Subscriber, hub: Weak<Hub>) {
    while let Some(message) = notices.next().await {
        let Some(hub) = hub.upgrade() else { return };
        let Some(nodes) = &hub.nodes else { return };
        let Some((from, topic, payload)) = parts(&message.payload) else {
            continue;
        };
        match topic {
            None => {
                if from == nodes.node {
                    nodes.healthy.store(true, SeqCst);
                }
                hub.look_again();
            }
            // This node's own subscribers had it when it was published.
            Some(_) if from == nodes.node => {}
            Some(topic) => hub.deliver(topic, payload),
        }
    }
}

/// Node, topic (`None` in a "look again") and payload; nothing if somebody else wrote on our subject.
fn parts(bytes: &Bytes) -> Option<(u64, Option<&str>, Bytes)> {
    let (node, rest) = bytes.split_first_chunk::<8>()?;
    let (length, rest) = rest.split_first_chunk::<2>()?;
    let node = u64::from_be_bytes(*node);
    let length = u16::from_be_bytes(*length);
    if length == LOOK_AGAIN {
        return Some((node, None, Bytes::new()));
    }
    let topic = std::str::from_utf8(rest.get(..length.into())?).ok()?;
    Some((node, Some(topic), bytes.slice(10 + usize::from(length)..)))
}
