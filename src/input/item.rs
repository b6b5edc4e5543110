//! What a source yields: a record as it stands in its file, where it stands, and what it comes to when it is read.

use serde::{Deserialize, Serialize};

use super::Article;
use crate::error::Error;

/// Where a record stands, and with that where a later run can go on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The file as the user named it, or as the folder holding it was named; `-` is standard input.
    pub path: String,
    /// The number of the line (JSON, CSV) or record (WARC) in its file, from 1; 0 is the file as a whole.
    pub record: u64,
    /// Bytes that stand before it in the file, unpacked where it is compressed.
    pub offset: u64,
}

/// What became of one record.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it stands.
    pub origin: Origin,
    /// The article, or why there is none.
    pub article: Result<Article, Error>,
    /// What was wrong with it all the same.
    pub warnings: Vec<Error>,
}
