//! Lists show many people at once. That somebody was seen on one is written into the trail once
//! for each reader, list and day: the person learns of it, and opening a list a hundred times
//! does not bury everything else they could read there.

use std::collections::HashSet;

use cairn_db::params;
use cairn_domain::DAY;
use cairn_domain::access::Act;
use cairn_domain::id::MemberId;
use uuid::Uuid;

use crate::cx::Work;
use crate::error::Result;
use crate::matching::store;

/// Whom the asker has seen today, on one list.
pub struct Today {
    act: Act,
    kind: &'static str,
    known: HashSet<MemberId>,
}

impl Today {
    /// Reads what is written down already. Days are those of UTC.
    ///
    /// # Errors
    /// The database's.
    pub async fn of(w: &mut Work<'_>, kind: &'static str) -> Result<Self> {
        Self::by(w, Act::ReadWaitingList, kind).await
    }

    /// The same for a list that is opened by another act.
    ///
    /// # Errors
    /// The database's.
    pub async fn by(w: &mut Work<'_>, act: Act, kind: &'static str) -> Result<Self> {
        let programme = w.cx.programme()?.id;
        let since = w.now() - w.now().rem_euclid(DAY);
        let values = params![programme.0, since, w.me()?.0, act.word(), kind];
        let rows = w.tx.all(&store::SEEN_SINCE, &values).await?;
        let known: Result<HashSet<MemberId>> =
            rows.iter().map(|row| Ok(MemberId(row.id(0)?))).collect();
        Ok(Self {
            act,
            kind,
            known: known?,
        })
    }

    /// The asker sees somebody.
    ///
    /// # Errors
    /// The database's.
    pub async fn saw(&mut self, w: &mut Work<'_>, who: MemberId, request: Uuid) -> Result<()> {
        if self.known.insert(who) {
            w.note_about(self.act, who, self.kind, request).await?;
        }
        Ok(())
    }
}
