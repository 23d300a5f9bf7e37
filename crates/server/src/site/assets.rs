//! Style sheet, scripts and pictures: part of the binary, addressed by their contents so that a
//! browser keeps them for good, and compressed once.

use std::io::Write;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};

struct Asset {
    name: &'static str,
    address: String,
    kind: &'static str,
    plain: &'static [u8],
    packed: Vec<u8>,
}

macro_rules! files {
    ($($name:literal $kind:literal),+ $(,)?) => {
        &[$(($name, $kind, include_bytes!(concat!("../../assets/", $name)) as &[u8])),+]
    };
}

static FILES: &[(&str, &str, &[u8])] = files![
    "site.css" "text/css; charset=utf-8",
    "leave.js" "text/javascript; charset=utf-8",
    "draft.js" "text/javascript; charset=utf-8",
    "live.js" "text/javascript; charset=utf-8",
    "favicon.svg" "image/svg+xml",
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(name, kind, plain)| {
            let hash = Sha256::digest(plain);
            let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
            let mark: String = hash
                .iter()
                .take(6)
                .map(|byte| format!("{byte:02x}"))
                .collect();
            let mut packer = GzEncoder::new(Vec::new(), Compression::best());
            let packed = packer
                .write_all(plain)
                .and_then(|()| packer.finish())
                .unwrap_or_default();
            Asset {
                name,
                address: format!("{stem}.{mark}.{ending}"),
                kind,
                plain,
                packed,
            }
        })
        .collect()
});

/// The address of an asset, with its contents' mark in it.
#[must_use]
pub fn address(name: &str) -> String {
    let found = ASSETS.iter().find(|asset| asset.name == name);
    format!(
        "/assets/{}",
        found.map_or(name, |asset| asset.address.as_str())
    )
}

/// Answers with an asset.
///
/// # Errors
/// Not found.
pub async fn asset_page(Path(address): Path<String>, headers: HeaderMap) -> Result<Response> {
    let asset = ASSETS
        .iter()
        .find(|asset| asset.address == address || asset.name == address)
        .ok_or(Error::NOT_YOURS)?;
    let keeps = if asset.address == address {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let takes_gzip = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains("gzip"));
    let common = [
        (header::CONTENT_TYPE, asset.kind),
        (header::CACHE_CONTROL, keeps),
        (header::VARY, "Accept-Encoding"),
    ];
    Ok(if takes_gzip && !asset.packed.is_empty() {
        (
            common,
            [(header::CONTENT_ENCODING, "gzip")],
            asset.packed.as_slice(),
        )
            .into_response()
    } else {
        (common, asset.plain).into_response()
    })
}
