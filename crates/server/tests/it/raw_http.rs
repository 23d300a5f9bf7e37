//! Abuse below HTTP: after each of these the server still answers the next in line.

use std::net::SocketAddr;
use std::time::Duration;

use cairn::wire::{Patience, Peer, Wires};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

use crate::world::World;

/// What comes back within a few seconds, whether the connection is closed or not.
async fn answer(mut stream: TcpStream) -> String {
    let mut all = Vec::new();
    let mut buffer = [0; 4096];
    while let Ok(Ok(read)) = timeout(Duration::from_secs(2), stream.read(&mut buffer)).await {
        if read == 0 {
            break;
        }
        all.extend_from_slice(&buffer[..read]);
    }
    String::from_utf8_lossy(&all).into_owned()
}

async fn sent(address: &str, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(address).await.unwrap();
    // The server may hang up in the middle; that is an answer, too.
    let _ = stream.write_all(bytes).await;
    answer(stream).await
}

async fn is_well(address: &str) {
    let text = sent(
        address,
        b"GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n",
    )
    .await;
    assert!(
        text.starts_with("HTTP/1.1 200") && text.ends_with("ok\n"),
        "{text}"
    );
}

#[tokio::test]
async fn malformed_requests_harm_nobody_else() {
    let world = World::new().await;
    let url = world.listen().await;
    let address = url.trim_start_matches("http://");
    let long_header = format!(
        "GET / HTTP/1.1\r\nhost: x\r\nx: {}\r\n\r\n",
        "a".repeat(1_000_000)
    );
    let many = format!(
        "GET / HTTP/1.1\r\nhost: x\r\n{}\r\n",
        "a: b\r\n".repeat(5_000)
    );
    let long = format!("GET /{} HTTP/1.1\r\nhost: x\r\n\r\n", "a".repeat(100_000));
    let attacks: &[&[u8]] = &[
        b"\x00\x01\x02\x03\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET /\xff\xfe HTTP/1.1\r\nhost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\ncookie: cairn=\xff\xff\r\n\r\n",
        b"CONNECT evil.example:443 HTTP/1.1\r\nhost: x\r\n\r\n",
        b"POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
        b"POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\nabcdef",
        b"POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n",
        b"POST /sign-in HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nffffffffffffffff\r\nx",
        b"POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 99999999999999999999\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n",
        b"GET / HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 10\r\n\r\n",
        long_header.as_bytes(),
        many.as_bytes(),
        long.as_bytes(),
    ];
    for attack in attacks {
        let text = sent(address, attack).await;
        let start = String::from_utf8_lossy(&attack[..attack.len().min(60)]).into_owned();
        assert!(!text.starts_with("HTTP/1.1 5"), "{start:?}: {text}");
        is_well(address).await;
    }
    println!("{} malformed requests sent", attacks.len());
}

#[tokio::test]
async fn requests_in_a_row_are_answered_in_a_row() {
    let world = World::new().await;
    let url = world.listen().await;
    let one = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n";
    let text = sent(url.trim_start_matches("http://"), one.repeat(50).as_bytes()).await;
    assert_eq!(text.matches("HTTP/1.1 200 OK").count(), 50);
}

#[tokio::test]
async fn a_body_that_is_too_long_is_refused_and_not_swallowed() {
    let world = World::new().await;
    let url = world.listen().await;
    let address = url.trim_start_matches("http://");
    let head = "POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: 10000000\r\n\r\n";
    let text = sent(address, (head.to_owned() + &"a".repeat(400_000)).as_bytes()).await;
    assert!(
        text.is_empty() || text.starts_with("HTTP/1.1 413"),
        "{text}"
    );
    is_well(address).await;
}

/// A server of little patience: what takes minutes outside takes parts of a second here.
async fn hasty(world: &World) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address: SocketAddr = listener.local_addr().unwrap();
    let patience = Patience {
        silent: Duration::from_millis(400),
        request: Duration::from_millis(800),
        stalled: Duration::from_millis(400),
    };
    let service = world
        .service
        .clone()
        .into_make_service_with_connect_info::<Peer>();
    tokio::spawn(async move { axum::serve(Wires::new(listener, patience), service).await });
    address.to_string()
}

#[tokio::test]
async fn connections_that_only_wait_are_let_go() {
    let world = World::new().await;
    let address = hasty(&world).await;
    // Nothing is said at all; and a request that comes a byte at a time.
    let mut silent = TcpStream::connect(&address).await.unwrap();
    let slow = TcpStream::connect(&address).await.unwrap();
    let (mut reader, mut writer) = slow.into_split();
    let trickle = tokio::spawn(async move {
        for byte in b"GET /healthz HTTP/1.1\r\nhost: a-very-long-name.example\r\n"
            .iter()
            .cycle()
        {
            if writer.write_all(&[*byte]).await.is_err() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    let closed = async |stream: &mut (dyn tokio::io::AsyncRead + Unpin + Send)| {
        let mut all = Vec::new();
        timeout(Duration::from_secs(10), stream.read_to_end(&mut all))
            .await
            .map(|_| all)
    };
    assert_eq!(closed(&mut silent).await.unwrap(), b"");
    assert!(
        closed(&mut reader).await.is_ok(),
        "a trickle keeps a connection for ever"
    );
    trickle.abort();
    is_well(&address).await;
}

#[tokio::test]
async fn hundreds_of_half_requests_keep_nobody_out() {
    let world = World::new().await;
    let url = world.listen().await;
    let address = url.trim_start_matches("http://");
    let mut held = Vec::new();
    for _ in 0..300 {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream
            .write_all(b"GET / HTTP/1.1\r\nhost: x\r\nx: ")
            .await
            .unwrap();
        held.push(stream);
    }
    is_well(address).await;
    println!("{} connections held open", held.len());
}
