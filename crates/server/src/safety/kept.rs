//! The crisis lines of every programme, kept in memory and read again now and then: whoever needs
//! them is shown them while the database does not answer, too.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use cairn_domain::safety::CrisisLine;

use crate::app::Shared;
use crate::cx::Cx;
use crate::error::Result;
use crate::{look, people};

/// How often they are read again.
const EVERY: Duration = Duration::from_secs(60);
/// Before the next try after one that failed.
const AGAIN: Duration = Duration::from_secs(2);

/// The lines of every programme by the word in its address, as they were when last read.
#[derive(Clone, Default)]
pub struct Lines(Arc<RwLock<Vec<Of>>>);

/// A programme's word and its lines.
type Of = (String, Vec<CrisisLine>);

impl Lines {
    /// Reads them.
    ///
    /// # Errors
    /// The database's; what was kept before stays.
    pub async fn read(&self, app: &Shared) -> Result<()> {
        let cx = Cx::command(app, None);
        let programmes = look!(cx, |w| people::programmes::all(w).await)?;
        let of = |p: &Arc<people::Programme>| (p.slug.clone(), p.settings.crisis_lines.clone());
        let new = programmes.iter().map(of).collect();
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = new;
        Ok(())
    }

    /// The lines of one programme; of all together, each once, when it is not known which.
    #[must_use]
    pub fn of(&self, slug: Option<&str>) -> Vec<CrisisLine> {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let mut lines: Vec<CrisisLine> = Vec::new();
        for (of, these) in kept.iter() {
            if slug.is_none_or(|slug| slug == of) {
                let new = these.iter().filter(|line| !lines.contains(line));
                let new: Vec<CrisisLine> = new.cloned().collect();
                lines.extend(new);
            }
        }
        lines
    }
}

/// Reads them again for as long as the server runs.
pub async fn keep_lines(app: Shared) {
    loop {
        let pause = match app.lines.read(&app).await {
            Ok(()) => EVERY,
            Err(error) => {
                tracing::warn!(%error, "the crisis lines are shown as they were read before");
                AGAIN
            }
        };
        tokio::time::sleep(pause).await;
    }
}
