//! Whether two languages say the same things.

use crate::{Language, Words};

impl Words {
    /// How `other` differs from `base`, one sentence a difference: texts that are missing, texts that only `other` has,
    /// texts that use other variables. Empty when both are complete. Which texts may be missing is the caller's to say.
    pub fn compare(&self, base: Language, other: Language) -> Vec<String> {
        let (wanted, found) = (self.keys(base), self.keys(other));
        let mut differences = Vec::new();
        differences.extend(
            wanted
                .difference(&found)
                .map(|key| format!("{other} lacks {key}")),
        );
        differences.extend(
            found
                .difference(&wanted)
                .map(|key| format!("{other} has {key}, which {base} lacks")),
        );
        for key in wanted.intersection(&found) {
            let (in_base, in_other) = (self.variables(base, key), self.variables(other, key));
            for name in in_base.difference(&in_other) {
                differences.push(format!("{other}: {key} does not use ${name}"));
            }
            for name in in_other.difference(&in_base) {
                differences.push(format!(
                    "{other}: {key} uses ${name}, which {base} does not"
                ));
            }
        }
        differences
    }
}
