//! Workers for one person, with the room that is left.

use cairn_matching::rank;

use crate::world::{person, problem, worker};

#[test]
fn remaining_room_stands_in_place_of_capacity() {
    let workers = vec![
        worker("w3", 0),
        worker("w1", 5),
        worker("w2", 5),
        worker("w4", 5),
    ];
    let mut problem = problem(vec![person("p1")], workers);
    problem.workers[2].headroom = 90;
    let names = |room: &[u64]| -> Vec<String> {
        rank(&problem, 0, room)
            .into_iter()
            .map(|candidate| candidate.worker)
            .collect()
    };
    assert_eq!(
        names(&[1, 1, 1, 1]),
        ["w2", "w1", "w3", "w4"],
        "the best first, equals by id"
    );
    assert_eq!(names(&[1, 0, 0, 1]), ["w3", "w4"]);
    assert_eq!(
        names(&[1, 1]),
        ["w1", "w3"],
        "whoever is not listed has no room"
    );
    assert_eq!(names(&[]), [""; 0]);
    assert_eq!(rank(&problem, 1, &[1, 1, 1, 1]), []);
    assert_eq!(rank(&problem, 0, &[0, 0, 1, 0])[0].index, 2);
}
