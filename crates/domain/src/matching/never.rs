//! The list of people somebody would rather not be matched with. It is theirs alone.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::id::MemberId;
use crate::matching::exclusions::fold;
use crate::text::{self, NAME_LIMIT};
use crate::{Micros, Refusal};

/// Most people on one list.
pub const MOST_NEVER: usize = 200;

/// Somebody on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// For taking it back.
    pub id: Uuid,
    /// Who is meant, when they were chosen; `None` for a name that was typed.
    pub who: Option<MemberId>,
    /// The name as it was shown or typed then. It is not kept up to date: that somebody changed
    /// theirs is no news for who does not want to meet them.
    pub name: String,
    /// When it was added, microseconds since 1970 UTC.
    pub at: Micros,
}

/// The list. Kept sealed with its owner's key; written in JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Never {
    /// Those on it, the oldest first.
    pub entries: Vec<Entry>,
}

impl Never {
    /// Adds somebody who was chosen. Adding them again changes nothing.
    ///
    /// # Errors
    /// `too-many-choices`.
    pub fn add_person(
        &mut self,
        entry: (Uuid, Micros),
        who: MemberId,
        name: &str,
    ) -> Result<(), Refusal> {
        if self.entries.iter().any(|one| one.who == Some(who)) {
            return Ok(());
        }
        self.add(entry, Some(who), name.to_owned())
    }

    /// Adds a name that was typed. Whether anybody has it makes no difference here; typing it again
    /// in another way changes nothing.
    ///
    /// # Errors
    /// `empty` for what holds no letter, what [`text::line`] refuses, and `too-many-choices`.
    pub fn add_name(&mut self, entry: (Uuid, Micros), raw: &str) -> Result<(), Refusal> {
        let name = text::required_line("name", raw, NAME_LIMIT)?;
        let folded = fold(&name);
        if folded.words.is_empty() {
            return Err(Refusal::of("name", "empty"));
        }
        let typed = |one: &&Entry| one.who.is_none();
        if self
            .entries
            .iter()
            .filter(typed)
            .any(|one| fold(&one.name) == folded)
        {
            return Ok(());
        }
        self.add(entry, None, name)
    }

    fn add(
        &mut self,
        (id, at): (Uuid, Micros),
        who: Option<MemberId>,
        name: String,
    ) -> Result<(), Refusal> {
        if self.entries.len() >= MOST_NEVER {
            return Err(Refusal::of("name", "too-many-choices").with("limit", MOST_NEVER));
        }
        self.entries.push(Entry { id, who, name, at });
        Ok(())
    }

    /// Takes somebody off the list. Who is not on it is not missed.
    pub fn take_back(&mut self, id: Uuid) {
        self.entries.retain(|one| one.id != id);
    }

    /// Those who were chosen.
    pub fn people(&self) -> impl Iterator<Item = MemberId> {
        self.entries.iter().filter_map(|one| one.who)
    }

    /// The names that were typed.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let typed = self.entries.iter().filter(|one| one.who.is_none());
        typed.map(|one| one.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(n: u128) -> (Uuid, Micros) {
        (Uuid::from_u128(n), 7)
    }

    #[test]
    fn what_is_there_already_is_added_once() {
        let mut list = Never::default();
        let ruth = MemberId(Uuid::from_u128(50));
        for n in 1..4 {
            list.add_person(at(n), ruth, "Ruth").expect("kept");
        }
        for (n, name) in [(10, "José Núñez"), (11, " jose  NUNEZ "), (12, "Ruth")] {
            list.add_name(at(n), name).expect("kept");
        }
        assert_eq!(list.people().collect::<Vec<_>>(), [ruth]);
        assert_eq!(list.names().collect::<Vec<_>>(), ["José Núñez", "Ruth"]);
        list.take_back(Uuid::from_u128(1));
        list.take_back(Uuid::from_u128(1));
        assert_eq!(list.people().count(), 0);
        assert_eq!(list.entries.len(), 2);
        let text = serde_json::to_string(&list).expect("writes");
        assert_eq!(serde_json::from_str::<Never>(&text).expect("reads"), list);
    }

    #[test]
    fn what_names_nobody_and_too_many_are_refused() {
        let mut list = Never::default();
        for bad in ["", "  ", "… – '", "a\u{202E}b"] {
            let refusal = list.add_name(at(1), bad).expect_err("refused");
            assert_eq!(refusal.field.as_deref(), Some("name"), "{bad}");
        }
        for n in 0..MOST_NEVER {
            list.add_name(at(n as u128), &format!("Name{n}"))
                .expect("kept");
        }
        assert_eq!(
            list.add_name(at(999), "One more").expect_err("full").code,
            "too-many-choices"
        );
        // Who is on it already is no news.
        assert!(list.add_name(at(999), "NAME3").is_ok());
    }
}
