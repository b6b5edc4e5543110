//! What the user says about the input, beyond its paths.

use encoding_rs::Encoding;

use super::fields::Fields;
use crate::error::Error;

/// No record is longer, whatever the options say: spans are 32 bits wide.
const LONGEST: u64 = 1 << 30;

/// How input is read.
#[derive(Clone, Debug)]
pub struct Options {
    pub(super) fields: Fields,
    pub(super) max_record: u64,
    pub(super) max_ratio: u64,
    pub(super) encoding: Option<&'static Encoding>,
    pub(super) ignore_files: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { fields: Fields::default(), max_record: 16 << 20, max_ratio: 200, encoding: None, ignore_files: false }
    }
}

impl Options {
    /// In JSON and CSV, a part of the article (`id`, `text`, `title`, `published`, `url` or `lang`) has this name there.
    pub fn field(mut self, part: &str, name: &str) -> Result<Self, Error> {
        self.fields.set(part, name)?;
        Ok(self)
    }

    /// A record of more bytes is reported and passed over; 16 MiB from the start, 1 GiB at most.
    pub fn max_record(mut self, bytes: u64) -> Self {
        self.max_record = bytes.clamp(1, LONGEST);
        self
    }

    /// What unpacks to more than this many times its size is cut off there; 200 from the start.
    ///
    /// News packs 3 to 20 times. What unpacks to less than a few records is never cut.
    pub fn max_ratio(mut self, ratio: u64) -> Self {
        self.max_ratio = ratio.max(1);
        self
    }

    /// The encoding of what does not tell its own, by a name that browsers know, such as `windows-1256`.
    pub fn encoding(mut self, name: &str) -> Result<Self, Error> {
        let encoding = Encoding::for_label(name.as_bytes());
        self.encoding = Some(encoding.ok_or_else(|| Error::new(format!("expected the name of an encoding, found {name:?}")))?);
        Ok(self)
    }

    /// Whether files that `.gitignore` and `.ignore` name are passed over in folders.
    pub fn ignore_files(mut self, respected: bool) -> Self {
        self.ignore_files = respected;
        self
    }
}
