#![doc = include_str!("../README.md")]

mod nats;

use bytes::Bytes;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast::{self, error::RecvError};

/// Notices one subscriber may leave unread before it is told to look again. Small on purpose: a topic costs memory for
/// each, ten thousand of them may be open, and looking again is one cheap read.
const UNREAD: usize = 16;

/// Carries notices between the parts of one process, or between nodes. Cheap to clone.
#[derive(Clone)]
pub struct Bus {
    hub: Arc<Hub>,
}

/// What wakes a subscriber.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wake {
    /// A notice, as it was published.
    Notice(Bytes),
    /// Notices may have been missed: read the database again.
    LookAgain,
}

/// One subscriber's place in a topic; given up when dropped.
pub struct Subscription {
    hub: Arc<Hub>,
    topic: String,
    wakes: broadcast::Receiver<Wake>,
}

/// The topics of this process, and the way to other nodes if there is one.
#[derive(Default)]
struct Hub {
    topics: Mutex<HashMap<String, broadcast::Sender<Wake>>>,
    nodes: Option<nats::Nodes>,
}

impl Bus {
    /// A bus inside this process.
    pub fn memory() -> Bus {
        Bus {
            hub: Arc::default(),
        }
    }

    /// A bus between nodes over NATS (`nats://host:4222`, several separated by commas).
    ///
    /// Never fails and waits for nobody: until a server answers, notices reach this process only and
    /// [`healthy`](Bus::healthy) is false. Must be called inside a tokio runtime.
    pub async fn nats(url: &str) -> Bus {
        let (nodes, outgoing) = nats::Nodes::new();
        let hub = Arc::new(Hub {
            topics: Mutex::default(),
            nodes: Some(nodes),
        });
        nats::connect(url, &hub, outgoing).await;
        Bus { hub }
    }

    /// Sends a notice to every subscriber of the topic, best effort: it never waits and never fails.
    ///
    /// Subscribers in this process get it at once. A notice says where to look and never what is to be seen there.
    pub fn publish(&self, topic: &str, payload: Vec<u8>) {
        let payload = Bytes::from(payload);
        if let Some(nodes) = &self.hub.nodes {
            nodes.send(topic, &payload);
        }
        self.hub.deliver(topic, payload);
    }

    /// Joins a topic: notices published from now on arrive. Join first and read the database after, or one is missed.
    pub fn subscribe(&self, topic: &str) -> Subscription {
        let mut topics = self.hub.topics();
        let wakes = match topics.get(topic) {
            Some(sender) => sender.subscribe(),
            None => {
                let (sender, wakes) = broadcast::channel(UNREAD);
                topics.insert(topic.to_owned(), sender);
                wakes
            }
        };
        drop(topics);
        Subscription {
            hub: self.hub.clone(),
            topic: topic.to_owned(),
            wakes,
        }
    }

    /// Whether notices reach other nodes now. A memory bus is always healthy.
    pub fn healthy(&self) -> bool {
        self.hub.nodes.as_ref().is_none_or(nats::Nodes::healthy)
    }

    /// How many topics have a subscriber in this process.
    pub fn topics(&self) -> usize {
        self.hub.topics().len()
    }
}

impl Subscription {
    /// Waits for the next wake. May be dropped and called again without losing one.
    pub async fn next(&mut self) -> Wake {
        match self.wakes.recv().await {
            Ok(wake) => wake,
            Err(RecvError::Lagged(_)) => {
                // What is still queued is older than the read the caller will now make.
                self.wakes = self.wakes.resubscribe();
                Wake::LookAgain
            }
            // The hub keeps the other end for as long as this place is taken.
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        let mut topics = self.hub.topics();
        if topics
            .get(&self.topic)
            .is_some_and(|sender| sender.receiver_count() <= 1)
        {
            topics.remove(&self.topic);
        }
    }
}

impl Hub {
    fn topics(&self) -> MutexGuard<'_, HashMap<String, broadcast::Sender<Wake>>> {
        self.topics.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn deliver(&self, topic: &str, payload: Bytes) {
        if let Some(sender) = self.topics().get(topic) {
            drop(sender.send(Wake::Notice(payload))); // an error only means that nobody listens
        }
    }

    fn look_again(&self) {
        for sender in self.topics().values() {
            drop(sender.send(Wake::LookAgain));
        }
    }
}
