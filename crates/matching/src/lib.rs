#![doc = include_str!("../README.md")]

mod asker;
mod assignment;
mod auction;
mod augment;
mod bits;
mod check;
mod closest;
mod crowd;
mod everybody;
mod fill;
mod index;
mod levels;
mod live;
mod market;
mod problem;
mod promising;
mod rank;
mod read;
mod rule;
mod solve;
mod week;

pub use assignment::{
    ASSIGNMENT_FORMAT, Assigned, Assignment, Certificate, Close, Reason, Unassigned,
};
pub use augment::Effort;
pub use check::check;
pub use index::Index;
pub use live::Live;
pub use problem::{
    Experience, FORMAT, Location, Mode, Participant, Problem, Role, Settings, Span, WEEK_MINUTES,
    Wish, Worker,
};
pub use rank::{Candidate, rank};
pub use read::{ReadError, read};
pub use rule::{
    EARTH_RADIUS_KM, Explanation, Lack, Parts, Shared, Week, distance_km, explain, value,
    within_reach,
};
pub use solve::{Prepared, Proof, Solved, prepare, prepare_with, solve};
