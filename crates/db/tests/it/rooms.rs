//! Three real queries of three rooms answer alike on both engines; `examples/rooms.rs` measures them at full size.

use crate::world::addresses;

#[path = "../../examples/rooms.rs"]
mod example;

#[tokio::test(flavor = "multi_thread")]
async fn three_rooms_get_right_answers_from_both_engines() {
    let (_folder, urls) = addresses("rooms").await;
    for url in urls {
        let lines = example::measure(&url, 100).await.expect("right answers");
        assert_eq!(lines.len(), 4);
        println!("{url}\n  {}", lines.join("\n  "));
    }
}
