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
    let found = ASSETS
        .iter()
        .find(|asset| asset.address == address || asset.name == address);
    let asset = found.ok_or(Error::NOT_YOURS)?;
    Ok(asset.answer(asset.address == address, takes_gzip(&headers)))
}

fn takes_gzip(headers: &HeaderMap) -> bool {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    accepted.is_some_and(|value| value.contains("gzip"))
}

impl Asset {
    /// By its own address it may be kept for good; by its plain name it is asked for each time.
    fn answer(&'static self, by_address: bool, packed: bool) -> Response {
        let keeps = if by_address {
            "public, max-age=31536000, immutable"
        } else {
            "no-cache"
        };
        let common = [
            (header::CONTENT_TYPE, self.kind),
            (header::CACHE_CONTROL, keeps),
            (header::VARY, "Accept-Encoding"),
        ];
        if packed && !self.packed.is_empty() {
            (
                common,
                [(header::CONTENT_ENCODING, "gzip")],
                self.packed.as_slice(),
            )
                .into_response()
        } else {
            (common, self.plain).into_response()
        }
    }
}
