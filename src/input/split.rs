//! What splits a file into its records does no more than that: reading them is work for many threads.

use super::window::Window;
use crate::error::Error;

/// One record as it stands in its file.
pub(super) struct Piece {
    /// Its line or number, from 1; 0 is the file as a whole.
    pub(super) record: u64,
    /// Where it begins in the file.
    pub(super) offset: u64,
    /// Its bytes, or why they cannot be had.
    pub(super) bytes: Result<Vec<u8>, Error>,
}

impl Piece {
    pub(super) fn bad(record: u64, offset: u64, error: Error) -> Self {
        Piece { record, offset, bytes: Err(error) }
    }
}

/// A way of splitting. Nothing is ever lost in silence: what is no record is a piece that says so.
pub(super) trait Pieces: Send {
    /// The next record.
    fn next(&mut self, window: &mut Window) -> Option<Piece>;

    /// The window begins with the record of this number.
    fn go_on(&mut self, record: u64);
}

/// A file that is one record.
pub(super) struct Whole {
    pub(super) max: usize,
    pub(super) done: bool,
}

impl Pieces for Whole {
    fn next(&mut self, window: &mut Window) -> Option<Piece> {
        if std::mem::replace(&mut self.done, true) {
            return None;
        }
        let offset = window.offset();
        loop {
            if window.view().len() > self.max {
                let reason = format!("expected an article of at most {} bytes, found a longer one", self.max);
                return Some(Piece::bad(0, offset, Error::new(reason)));
            }
            match window.more() {
                Ok(true) => {}
                Ok(false) => {
                    return Some(Piece { record: 0, offset, bytes: Ok(window.take_all()) });
                }
                Err(error) => return Some(Piece::bad(0, offset, error.into())),
            }
        }
    }

    fn go_on(&mut self, _: u64) {}
}
