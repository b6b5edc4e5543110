//! In place of `warc` where the crate is built without it: says so.

use encoding_rs::Encoding;

use super::split::{Piece, Pieces};
use super::window::Window;
use crate::date::PartialDate;
use crate::error::Error;

pub(super) struct Records {
    pub(super) number: u64,
    pub(super) max: usize,
}

impl Pieces for Records {
    fn next(&mut self, window: &mut Window) -> Option<Piece> {
        let told = self.number > 1 || self.max == 0;
        self.number += 1;
        (!told).then(|| Piece::bad(0, window.offset(), absent()))
    }

    fn go_on(&mut self, _: u64) {}
}

/// A page out of a web archive.
pub(super) struct Page {
    pub(super) body: Vec<u8>,
    pub(super) is_html: bool,
    pub(super) encoding: Option<&'static Encoding>,
    pub(super) url: Option<String>,
    pub(super) captured: Option<PartialDate>,
    pub(super) truncated: bool,
}

pub(super) fn page(_: &[u8], _: usize) -> Result<Page, Error> {
    Err(absent())
}

fn absent() -> Error {
    Error::new("expected text, found a web archive, which this build does not read (feature `warc`)")
}
