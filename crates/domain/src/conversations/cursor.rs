//! Where a reader of live events stands: for each conversation, the last message seen. It is sent
//! as the id of every event and comes back as `Last-Event-ID`, so that any node can go on from
//! there without a hole or a repeat and without remembering the reader.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::id::ConversationId;

/// The last message seen of each conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cursor(pub BTreeMap<ConversationId, i64>);

impl Cursor {
    /// The last message seen of a conversation; 0 when none was.
    #[must_use]
    pub fn seen(&self, conversation: ConversationId) -> i64 {
        self.0.get(&conversation).copied().unwrap_or(0)
    }

    /// Remembers a message as seen; it only ever moves forward.
    pub fn advance(&mut self, conversation: ConversationId, seq: i64) {
        let seen = self.0.entry(conversation).or_insert(0);
        *seen = (*seen).max(seq);
    }

    /// As one word without spaces: `conversation.seq` pairs joined by `~`.
    #[must_use]
    pub fn word(&self) -> String {
        let pairs: Vec<String> = self
            .0
            .iter()
            .map(|(id, seq)| format!("{}.{seq}", id.0.simple()))
            .collect();
        format!("1~{}", pairs.join("~"))
    }

    /// Reads the word back; `None` when it is not one of ours.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let mut parts = word.trim().split('~');
        if parts.next() != Some("1") {
            return None;
        }
        let mut cursor = Cursor::default();
        for part in parts.filter(|part| !part.is_empty()) {
            let (id, seq) = part.split_once('.')?;
            let seq: i64 = seq.parse().ok().filter(|seq| *seq >= 0)?;
            cursor.advance(ConversationId(Uuid::try_parse(id).ok()?), seq);
        }
        Some(cursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_empty_cursor_is_a_word_too() {
        assert_eq!(
            Cursor::from_word(&Cursor::default().word()),
            Some(Cursor::default())
        );
        assert_eq!(Cursor::from_word("42"), None);
        assert_eq!(Cursor::from_word(""), None);
    }

    proptest! {
        #[test]
        fn a_cursor_survives_being_written(pairs in proptest::collection::vec((any::<u128>(), 0i64..1_000_000), 0..20)) {
            let mut cursor = Cursor::default();
            for (id, seq) in pairs {
                cursor.advance(ConversationId(Uuid::from_u128(id)), seq);
            }
            prop_assert_eq!(Cursor::from_word(&cursor.word()), Some(cursor));
        }

        #[test]
        fn any_header_is_survived(word in ".{0,200}") {
            let _ = Cursor::from_word(&word);
        }
    }
}
