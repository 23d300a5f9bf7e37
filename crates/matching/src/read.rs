//! Reading a problem from JSON, strictly: nothing is dropped in silence, and every refusal says
//! where it stands.
//!
//! The derived reader of serde knows the line but not the place (`participants[3].wishes[0]`),
//! and takes a list where an object is meant. So the values are read by the small visitors
//! below. They keep a [`Trail`] of the keys and indices on the way down, which is left standing
//! when something is wrong. The text is read once, without a tree of it in between.

use std::cell::{Cell, RefCell};
use std::fmt::{self, Write as _};
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::problem::{
    Experience, Location, Mode, Participant, Problem, Role, Settings, Span, Wish, Worker,
};

/// Why a text is not a matching problem.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The text is not JSON, or stops too early.
    #[error("line {line}, column {column}: not valid JSON: {problem}")]
    Json {
        /// What the JSON reader met.
        problem: String,
        /// Counted from 1.
        line: usize,
        /// Counted from 1, in bytes.
        column: usize,
    },
    /// The text is JSON but breaks the format.
    #[error("{place}: {problem}")]
    Content {
        /// Where, for example `participants[3].wishes[0]`; `document` is the whole.
        place: String,
        /// What is wrong there, in words.
        problem: String,
    },
}

/// Reads and validates a problem from JSON text or bytes.
///
/// # Errors
/// The first thing wrong, with its place: a key that is unknown, missing or there twice, a value
/// of the wrong kind or out of range, an id used twice, text that is not JSON or not UTF-8.
/// No input makes it panic, and nesting cannot exhaust the stack.
pub fn read(text: impl AsRef<[u8]>) -> Result<Problem, ReadError> {
    let trail = Trail::default();
    let mut json = serde_json::Deserializer::from_slice(text.as_ref());
    let problem = Problem::read(&mut json, &trail).map_err(|error| trail.explain(&error))?;
    json.end().map_err(|error| not_json(&error))?;
    problem.validate()?;
    Ok(problem)
}

enum Step {
    Key(&'static str),
    Index(usize),
}

/// Where the reader stands, what it wants there, and what it found wrong in its own words.
#[derive(Default)]
struct Trail {
    steps: RefCell<Vec<Step>>,
    wanted: Cell<&'static str>,
    problem: RefCell<Option<String>>,
}

impl Trail {
    fn fail<E: serde::de::Error>(&self, problem: String) -> E {
        *self.problem.borrow_mut() = Some(problem);
        E::custom("refused")
    }

    /// Reads one value a step further down. The step stays when it fails, to show where.
    fn enter<T>(&self, step: Step) -> Down<'_, T> {
        self.steps.borrow_mut().push(step);
        Down {
            trail: self,
            kind: PhantomData,
        }
    }

    fn explain(&self, error: &serde_json::Error) -> ReadError {
        if !error.is_data() {
            return not_json(error);
        }
        let problem = self.problem.borrow_mut().take();
        // The visitors refuse nothing but values of the wrong kind without saying so themselves.
        let problem = problem.unwrap_or_else(|| format!("must be {}", self.wanted.get()));
        ReadError::Content {
            place: self.place(),
            problem,
        }
    }

    fn place(&self) -> String {
        let mut place = String::new();
        for step in self.steps.borrow().iter() {
            let dot = if place.is_empty() { "" } else { "." };
            // Writing to a String cannot fail.
            let _ = match step {
                Step::Key(key) => write!(place, "{dot}{key}"),
                Step::Index(index) => write!(place, "[{index}]"),
            };
        }
        if place.is_empty() {
            "document".into()
        } else {
            place
        }
    }
}

fn not_json(error: &serde_json::Error) -> ReadError {
    let (line, column) = (error.line(), error.column());
    let mut problem = error.to_string();
    if let Some(end) = problem.rfind(" at line ") {
        problem.truncate(end);
    }
    ReadError::Json {
        problem,
        line,
        column,
    }
}

/// A word from the file as it is shown in a refusal: in quotes, and no longer than is any use.
fn quoted(word: &str) -> String {
    match word.char_indices().nth(60) {
        Some((end, _)) => format!("{:?}...", &word[..end]),
        None => format!("{word:?}"),
    }
}

/// A value that can be read while the trail is kept.
trait FromJson: Sized {
    fn read<'de, D: Deserializer<'de>>(json: D, trail: &Trail) -> Result<Self, D::Error>;
}

struct Down<'a, T> {
    trail: &'a Trail,
    kind: PhantomData<T>,
}

impl<'de, T: FromJson> DeserializeSeed<'de> for Down<'_, T> {
    type Value = T;
    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<T, D::Error> {
        let value = T::read(json, self.trail)?;
        self.trail.steps.borrow_mut().pop();
        Ok(value)
    }
}

/// Reads a plain value: which of serde's calls it takes, and the words for what it must be.
macro_rules! plain {
    ($type:ty, $wanted:literal, $($visit:ident($from:ty) => $make:expr),+) => {
        impl FromJson for $type {
            fn read<'de, D: Deserializer<'de>>(json: D, trail: &Trail) -> Result<Self, D::Error> {
                struct Plain;
                impl<'de> Visitor<'de> for Plain {
                    type Value = $type;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($wanted)
                    }
                    $(fn $visit<E: serde::de::Error>(self, value: $from) -> Result<$type, E> {
                        Ok($make(value))
                    })+
                }
                trail.wanted.set($wanted);
                json.deserialize_any(Plain)
            }
        }
    };
}

plain!(String, "text", visit_str(&str) => String::from, visit_string(String) => String::from);
plain!(bool, "true or false", visit_bool(bool) => bool::from);
plain!(u64, "a whole number, 0 or more", visit_u64(u64) => u64::from);
plain!(f64, "a number", visit_f64(f64) => f64::from, visit_u64(u64) => |n| n as f64,
    visit_i64(i64) => |n| n as f64);

/// Small numbers: one too large for the type becomes the largest, which lies outside every range
/// of the format, so that `validate` refuses it in the same words as any other.
macro_rules! small {
    ($($type:ty),+) => {$(impl FromJson for $type {
        fn read<'de, D: Deserializer<'de>>(json: D, trail: &Trail) -> Result<Self, D::Error> {
            let number = u64::read(json, trail)?;
            Ok(<$type>::try_from(number).unwrap_or(<$type>::MAX))
        }
    })+};
}
small!(u8, u16);

/// One of a closed list of words.
macro_rules! word {
    ($($type:ty),+) => {$(impl FromJson for $type {
        fn read<'de, D: Deserializer<'de>>(json: D, trail: &Trail) -> Result<Self, D::Error> {
            let word = String::read(json, trail)?;
            let found = <$type>::ALL.iter().find(|(known, _)| *known == word);
            found.map(|(_, value)| *value).ok_or_else(|| {
                let known = <$type>::ALL.map(|(known, _)| known).join(", ");
                trail.fail(format!("unknown word {}, must be one of {known}", quoted(&word)))
            })
        }
    })+};
}
word!(Role, Mode);

impl<T: FromJson> FromJson for Option<T> {
    fn read<'de, D: Deserializer<'de>>(json: D, trail: &Trail) -> Result<Self, D::Error> {
        struct Maybe<'a, T>(Down<'a, T>);
        impl<'de, T: FromJson> Visitor<'de> for Maybe<'_, T> {
            type Value = Option<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value or null")
            }
            fn visit_unit<E: serde::de::Error>(self) -> Result<Option<T>, E> {
                Ok(None)
            }
            fn visit_none<E: serde::de::Error>(self) -> Result<Option<T>, E> {
                Ok(None)
            }
            fn visit_some<D: Deserializer<'de>>(self, json: D) -> Result<Option<T>, D::Error> {
                T::read(json, self.0.trail).map(Some)
            }
        }
        json.deserialize_option(Maybe(Down {
            trail,
            kind: PhantomData,
        }))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(json: D, trail: &Trail) -> Result<Self, D::Error> {
        struct List<'a, T>(Down<'a, T>);
        impl<'de, T: FromJson> Visitor<'de> for List<'_, T> {
            type Value = Vec<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Vec<T>, A::Error> {
                let mut list = Vec::new();
                let trail = self.0.trail;
                // The step is entered before it is known whether a value follows it.
                while let Some(value) =
                    seq.next_element_seed(trail.enter(Step::Index(list.len())))?
                {
                    list.push(value);
                }
                trail.steps.borrow_mut().pop();
                Ok(list)
            }
        }
        trail.wanted.set("a list");
        json.deserialize_any(List(Down {
            trail,
            kind: PhantomData,
        }))
    }
}

impl FromJson for Span {
    fn read<'de, D: Deserializer<'de>>(json: D, trail: &Trail) -> Result<Self, D::Error> {
        match Vec::<u16>::read(json, trail)?[..] {
            [start, end] => Ok(Span { start, end }),
            _ => Err(trail.fail("must be a list of two numbers, [start, end]".into())),
        }
    }
}

/// Something with keys; the macro below writes it for each type.
trait Object: Sized {
    fn from_map<'de, A: MapAccess<'de>>(map: A, trail: &Trail) -> Result<Self, A::Error>;
}

impl<T: Object> FromJson for T {
    fn read<'de, D: Deserializer<'de>>(json: D, trail: &Trail) -> Result<Self, D::Error> {
        struct Keys<'a, T>(Down<'a, T>);
        impl<'de, T: Object> Visitor<'de> for Keys<'_, T> {
            type Value = T;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
                T::from_map(map, self.0.trail)
            }
        }
        trail.wanted.set("an object");
        json.deserialize_any(Keys(Down {
            trail,
            kind: PhantomData,
        }))
    }
}

fn take<'de, T: FromJson, A: MapAccess<'de>>(
    map: &mut A,
    trail: &Trail,
    key: &'static str,
    slot: &mut Option<T>,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(trail.fail(format!("key {key:?} stands here twice")));
    }
    *slot = Some(map.next_value_seed(trail.enter(Step::Key(key)))?);
    Ok(())
}

/// Reads an object: each key, the field it fills, and either `required` or what it is when absent.
macro_rules! object {
    ($type:ident { $($key:literal $field:ident $(= $default:expr)?;)+ }) => {
        impl Object for $type {
            fn from_map<'de, A: MapAccess<'de>>(mut map: A, trail: &Trail) -> Result<Self, A::Error> {
                $(let mut $field = None;)+
                while let Some(key) = map.next_key::<String>()? {
                    match key.as_str() {
                        $($key => take(&mut map, trail, $key, &mut $field)?,)+
                        unknown => return Err(trail.fail(format!("unknown key {}", quoted(unknown)))),
                    }
                }
                Ok($type { $($field: match $field {
                    Some(value) => value,
                    None => object!(@absent trail $key $($default)?),
                },)+ })
            }
        }
    };
    (@absent $trail:ident $key:literal $default:expr) => { $default };
    (@absent $trail:ident $key:literal) => {
        return Err($trail.fail(format!("key {:?} is missing", $key)))
    };
}

object!(Problem {
    "format" format; "settings" settings; "participants" participants; "workers" workers;
});
object!(Settings { "min_overlap_minutes" min_overlap_minutes; });
object!(Location { "lat" lat; "lon" lon; });
object!(Experience { "code" code; "weight" weight; });
object!(Wish { "trait" trait_name; "weight" weight; "must" must; });
object!(Participant {
    "id" id; "role" role; "priority" priority = 0; "waiting_days" waiting_days = 0;
    "experiences" experiences = Vec::new(); "languages" languages; "modes" modes;
    "availability" availability; "location" location = None; "max_km" max_km = None;
    "wishes" wishes = Vec::new(); "sector" sector = None; "needs" needs = Vec::new();
    "not" not = Vec::new();
});
object!(Worker {
    "id" id; "roles" roles; "experiences" experiences = Vec::new(); "languages" languages;
    "modes" modes; "availability" availability; "location" location = None;
    "travel_km" travel_km = None; "traits" traits = Vec::new(); "sector" sector = None;
    "trainings" trainings = Vec::new(); "capacity" capacity; "headroom" headroom = 50;
    "not" not = Vec::new();
});
