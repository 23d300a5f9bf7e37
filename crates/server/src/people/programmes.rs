//! Programmes: the tenants of an installation.

use std::sync::Arc;

use cairn_db::{Row, params};
use cairn_domain::id::ProgrammeId;
use cairn_domain::operations::Settings;
use cairn_seal::ProgrammeKey;

use crate::app::Shared;
use crate::cx::Work;
use crate::error::{Error, Result};
use crate::people::store;

/// A programme.
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// The word in its address.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The language of its staff, a BCP 47 tag.
    pub language: String,
    /// IANA name of its time zone.
    pub time_zone: String,
    /// What it decides for itself.
    pub settings: Settings,
    /// Opens the keys of its people.
    pub key: ProgrammeKey,
}

impl Programme {
    /// Reads a row of the shape `id, slug, name, language, time_zone, settings, sealed_key`.
    ///
    /// # Errors
    /// Tampered when its key does not open; a fault when its settings cannot be read.
    pub fn read(app: &Shared, row: &Row) -> Result<Self> {
        let id = ProgrammeId(row.id(0)?);
        Ok(Self {
            id,
            slug: row.text(1)?,
            name: row.text(2)?,
            language: row.text(3)?,
            time_zone: row.text(4)?,
            settings: serde_json::from_str(&row.text(5)?)
                .map_err(|_| Error::Fault("a programme's settings cannot be read"))?,
            key: app.key.unwrap_programme(id.bytes(), &row.bytes(6)?)?,
        })
    }
}

/// A programme by its id.
///
/// # Errors
/// Not found.
pub async fn by_id(w: &mut Work<'_>, id: ProgrammeId) -> Result<Arc<Programme>> {
    let row = w.tx.one(&store::PROGRAMME, &params![id.0]).await?;
    Ok(Arc::new(Programme::read(&w.cx.app, &row)?))
}

/// A programme by the word in its address.
///
/// # Errors
/// Not found.
pub async fn by_slug(w: &mut Work<'_>, slug: &str) -> Result<Arc<Programme>> {
    // Whatever an address can carry comes here, also what a database takes for no text at all.
    if slug.len() > 200 || slug.contains(char::is_control) {
        return Err(Error::NOT_YOURS);
    }
    let row = w.tx.one(&store::PROGRAMME_BY_SLUG, &params![slug]).await?;
    Ok(Arc::new(Programme::read(&w.cx.app, &row)?))
}

/// All programmes (up to a hundred), by name.
///
/// # Errors
/// The database's.
pub async fn all(w: &mut Work<'_>) -> Result<Vec<Arc<Programme>>> {
    let rows = w.tx.all(&store::PROGRAMMES, &params![]).await?;
    rows.iter()
        .map(|row| Programme::read(&w.cx.app, row).map(Arc::new))
        .collect()
}
