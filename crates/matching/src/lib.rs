#![doc = include_str!("../README.md")]

mod assignment;
mod augment;
mod check;
mod problem;
mod rank;
mod read;
mod rule;
mod solve;

pub use assignment::{
    ASSIGNMENT_FORMAT, Assigned, Assignment, Certificate, Close, Reason, Unassigned,
};
pub use check::check;
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
pub use solve::{Prepared, prepare, solve};
