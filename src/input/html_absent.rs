//! In place of `html` where the crate is built without it: says so.

use encoding_rs::Encoding;

use super::Article;
use crate::date::PartialDate;
use crate::error::Error;

pub(super) fn charset(_: &[u8]) -> Option<&'static Encoding> {
    None
}

pub(super) fn article(_: &str, _: String, _: Option<String>, _: Option<PartialDate>) -> Result<Article, Error> {
    Err(Error::new("expected text, found a page, which this build does not read (feature `html`)"))
}
