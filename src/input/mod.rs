//! Bytes → [`Article`]s. Says what could not be read, and where; knows nothing of elections.

mod article;
mod jsonl;
mod source;

pub use article::Article;
pub use source::Source;

use std::borrow::Cow;

use crate::error::Error;

/// No article is longer: spans are 32 bits wide, and a file that is has some other purpose.
const MAX_BYTES: u64 = 1 << 30;

/// The bytes as text, and what had to be repaired to read them, with the line of `bytes` that needed it first, from 0.
/// `offset` is where they begin in their file.
fn decode(bytes: &[u8], offset: u64) -> (Cow<'_, str>, Option<(u64, Error)>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        Err(error) => {
            let at = offset + error.valid_up_to() as u64;
            let reason = format!(
                "expected UTF-8, found an invalid byte at offset {at}; read with U+FFFD in its place, evidence counts in that text"
            );
            let line = bytes[..error.valid_up_to()].iter().filter(|byte| **byte == b'\n').count() as u64;
            (String::from_utf8_lossy(bytes), Some((line, Error::new(reason))))
        }
    }
}
