//! Byte offsets → the unit that the user counts in.

use clap::ValueEnum;

/// What evidence offsets count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Unit {
    /// Unicode code points: Python, Rust's `chars`.
    #[default]
    Chars,
    /// Bytes of UTF-8.
    Bytes,
    /// UTF-16 code units: JavaScript, Java, C#.
    Utf16,
}

impl Unit {
    /// How many units begin in these bytes. A character may be cut: it counts where its first byte is.
    fn count(self, bytes: &[u8]) -> usize {
        let characters = |bytes: &[u8]| bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
        match self {
            Unit::Chars => characters(bytes),
            Unit::Bytes => bytes.len(),
            Unit::Utf16 => characters(bytes) + bytes.iter().filter(|&&b| b >= 0xF0).count(),
        }
    }
}

/// One text's offsets: counted once, then looked up in constant time.
pub(super) struct Offsets<'a> {
    bytes: &'a [u8],
    unit: Unit,
    /// The units before every `STEP`th byte.
    marks: Vec<usize>,
}

const STEP: usize = 256;

impl<'a> Offsets<'a> {
    pub(super) fn new(text: &'a str, unit: Unit) -> Self {
        let counted = text.as_bytes().chunks(STEP).scan(0, |before, chunk| {
            *before += unit.count(chunk);
            Some(*before)
        });
        Offsets { bytes: text.as_bytes(), unit, marks: std::iter::once(0).chain(counted).collect() }
    }

    /// The units before byte `at` of the text.
    pub(super) fn at(&self, at: u32) -> usize {
        let at = at as usize;
        let mark = at / STEP;
        self.marks[mark] + self.unit.count(&self.bytes[mark * STEP..at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_counts_as_the_standard_library_does() {
        let text = "فـــازَ 🗳️ توكاييف ب81.31٪ e\u{301} 👨‍👩‍👧 votes; ".repeat(20);
        let [chars, bytes, utf16] = [Unit::Chars, Unit::Bytes, Unit::Utf16].map(|unit| Offsets::new(&text, unit));
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let (before, at) = (&text[..at], at as u32);
            assert_eq!(chars.at(at), before.chars().count());
            assert_eq!(bytes.at(at), before.len());
            assert_eq!(utf16.at(at), before.encode_utf16().count());
        }
    }
}
