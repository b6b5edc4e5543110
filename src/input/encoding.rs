//! Bytes → text: by byte order mark, by declaration, else by what the bytes look like. Says what had to be guessed or repaired.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};
use memchr::memmem;
use once_cell::sync::Lazy;

use crate::error::Error;
use crate::text::count;

/// How much of a text is looked at to tell its encoding.
const SAMPLE: usize = 16 << 10;
/// How much to tell whether it was decoded wrongly before: every article is looked at.
const GLANCE: usize = 1 << 10;

/// UTF-16 without a mark: every other byte is the same few high bytes, those of Latin and Arabic letters.
pub(super) fn unmarked_utf16(head: &[u8]) -> Option<&'static Encoding> {
    let high = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| matches!(byte, 0x00 | 0x06 | 0x20)).count();
    let pairs = head.len() / 2;
    let mostly = |count: usize| pairs >= 4 && count * 10 >= pairs * 9;
    // Zeros everywhere are no text.
    match (mostly(high(0)), mostly(high(1))) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// What is known of the encoding of some bytes before they are looked at.
#[derive(Clone, Copy, Debug)]
pub(super) enum Known {
    /// The file says so itself: what does not fit is damage.
    Surely(&'static Encoding),
    /// Somebody says so, who may be wrong: bytes that are UTF-8 are UTF-8 all the same.
    Said(&'static Encoding),
    /// Nothing.
    No,
}

/// The bytes as text, and what had to be repaired to read them, with the line of `bytes` that needed it first, from 0.
/// `offset` is where they begin in their file.
pub(super) fn decode(bytes: &[u8], known: Known, offset: u64) -> (Cow<'_, str>, Option<(u64, Error)>) {
    if let Known::Surely(encoding) = known
        && encoding != UTF_8
    {
        return legacy(bytes, encoding, offset);
    }
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return (Cow::Borrowed(text), None);
    }
    match known {
        Known::Surely(_) => damaged(bytes, offset),
        Known::Said(encoding) if encoding != UTF_8 => legacy(bytes, encoding, offset),
        _ if is_damaged_utf8(bytes) => damaged(bytes, offset),
        _ => legacy(bytes, guess(bytes), offset),
    }
}

/// What bytes that are not UTF-8 look like.
pub(super) fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // The first letters that are not ASCII may come late.
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    detector.feed(&bytes[..first.min(SAMPLE)], false);
    detector.feed(&bytes[first..bytes.len().min(first + SAMPLE)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether bytes are UTF-8 with some that are not, rather than of another encoding, in which nothing looks like UTF-8 for long.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut right, mut wrong) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    right > 4 * wrong
}

fn damaged(bytes: &[u8], offset: u64) -> (Cow<'_, str>, Option<(u64, Error)>) {
    let valid = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().len());
    let at = offset + valid as u64;
    let reason =
        format!("expected UTF-8, found an invalid byte at offset {at}; read with U+FFFD in its place, evidence counts in that text");
    let line = memchr::memchr_iter(b'\n', &bytes[..valid]).count() as u64;
    (String::from_utf8_lossy(bytes), Some((line, Error::new(reason))))
}

fn legacy<'a>(bytes: &'a [u8], encoding: &'static Encoding, offset: u64) -> (Cow<'a, str>, Option<(u64, Error)>) {
    let (text, failed) = encoding.decode_without_bom_handling(bytes);
    let name = encoding.name();
    let repair = failed.then(|| {
        let reason = format!(
            "expected {name}, found bytes from offset {offset} on that it does not have; \
             read with U+FFFD in their place, evidence counts in that text"
        );
        let before = text.split('\u{FFFD}').next().unwrap_or_default();
        (memchr::memchr_iter(b'\n', before.as_bytes()).count() as u64, Error::new(reason))
    });
    (text, repair)
}

/// What quotes begin with that were read as Windows-1252.
static QUOTES: Lazy<memmem::Finder> = Lazy::new(|| memmem::Finder::new("â€"));

/// Text that was decoded with the wrong encoding before it came here: Arabic as `ط§ظ„` or `Ø§Ù„` or `ÇáÇä`, quotes as `â€œ`.
pub(super) fn mojibake(text: &str) -> Option<Error> {
    let sample = &text[..text.floor_char_boundary(GLANCE)];
    if sample.is_ascii() {
        return None;
    }
    // What every such text has much of: accented letters; ط or ظ as every other letter, which are first bytes of UTF-8; or such quotes.
    let accents = count(sample, |byte| matches!(byte, 0xC2 | 0xC3));
    let first_bytes = count(sample, |byte| matches!(byte, 0xB7 | 0xB8));
    let quotes = || QUOTES.find(sample.as_bytes()).is_some();
    if accents * 6 < sample.len() && first_bytes * 12 < sample.len() && !quotes() {
        return None;
    }
    for (read_as, written_in) in [(WINDOWS_1252, UTF_8), (WINDOWS_1256, UTF_8), (WINDOWS_1252, WINDOWS_1256)] {
        if betrays(sample, read_as, written_in) {
            return Some(Error::new(format!(
                "expected words, found the signs that {} gives where it is read as {}; read as it is",
                written_in.name(),
                read_as.name()
            )));
        }
    }
    None
}

/// Whether the runs of letters that are not ASCII make sense when the mistake is undone: as UTF-8, or as Arabic words.
fn betrays(sample: &str, read_as: &'static Encoding, written_in: &'static Encoding) -> bool {
    let (mut senseless, mut sense) = (0, 0);
    for run in sample.split(|c: char| c.is_ascii()).filter(|run| !run.is_empty()) {
        let (bytes, _, lost) = read_as.encode(run);
        let undone = if written_in == UTF_8 {
            simdutf8::basic::from_utf8(&bytes).ok().filter(|_| bytes.len() > 1).map_or(0, |text| text.chars().count())
        } else {
            let (text, failed) = written_in.decode_without_bom_handling(&bytes);
            let arabic = text.chars().filter(|c| ('\u{621}'..='\u{64A}').contains(c)).count();
            if failed || arabic < 3 || arabic < text.chars().count() * 9 / 10 { 0 } else { arabic }
        };
        if lost || undone == 0 {
            senseless += run.chars().count();
        } else {
            sense += undone;
        }
    }
    // Languages with accents have them one by one, which undoes to nothing.
    sense >= 4 && sense > 2 * senseless
}

#[cfg(test)]
mod tests {
    use encoding_rs::ISO_8859_6;

    use super::*;

    const ARABIC: &str =
        "بلغت نسبة المشاركة في الانتخابات الرئاسية 69.44%، وفاز المرشح المستقل بأغلبية الأصوات، بحسب اللجنة العليا للانتخابات.";

    fn decoded(bytes: &[u8]) -> (String, Option<String>) {
        let (text, repair) = decode(bytes, Known::No, 0);
        (text.into_owned(), repair.map(|(_, error)| error.to_string()))
    }

    #[test]
    fn encodings_are_told_from_bytes() {
        for encoding in [WINDOWS_1256, ISO_8859_6, UTF_8] {
            assert_eq!(decoded(&encoding.encode(ARABIC).0), (ARABIC.to_owned(), None), "{}", encoding.name());
        }
        let english = "The “Workers’ Front” won 44% of the vote – its best result yet, said José Núñez.";
        assert_eq!(decoded(&WINDOWS_1252.encode(english).0), (english.to_owned(), None));
        for (encoding, order) in [(UTF_16LE, u16::to_le_bytes as fn(u16) -> [u8; 2]), (UTF_16BE, u16::to_be_bytes)] {
            for text in [ARABIC, english] {
                let bytes: Vec<u8> = text.encode_utf16().flat_map(order).collect();
                assert_eq!(unmarked_utf16(&bytes), Some(encoding));
            }
        }
        assert_eq!(unmarked_utf16(&[0; 64]), None);
        assert_eq!(unmarked_utf16(b"plain words"), None);
    }

    #[test]
    fn damage_is_told_from_another_encoding() {
        let mut bytes = ARABIC.as_bytes().to_vec();
        bytes[9] = 0xFF;
        let (text, said) = decoded(&bytes);
        assert!(text.contains('\u{FFFD}') && text.contains("الرئاسية"));
        assert!(said.is_some_and(|said| said.starts_with("expected UTF-8, found an invalid byte at offset ")));
        let surely = decode(b"69.44\xFF", Known::Surely(UTF_8), 100);
        assert_eq!(surely.0, "69.44\u{FFFD}");
        assert!(surely.1.is_some_and(|(_, error)| error.to_string().contains("offset 105")));
    }

    #[test]
    fn what_was_decoded_wrongly_is_told() {
        let wrong = |text: &str, written: &'static Encoding, read: &'static Encoding| {
            let (bytes, _, _) = written.encode(text);
            read.decode_without_bom_handling(&bytes).0.into_owned()
        };
        for (text, written, read) in [
            (ARABIC, UTF_8, WINDOWS_1252),
            (ARABIC, UTF_8, WINDOWS_1256),
            (ARABIC, WINDOWS_1256, WINDOWS_1252),
            ("He said: “We won”, and “we’ll govern” – with 44% of the vote.", UTF_8, WINDOWS_1252),
        ] {
            let wrong = wrong(text, written, read);
            assert!(mojibake(&wrong).is_some_and(|said| said.to_string().contains(written.name())), "{wrong}");
        }
        for fine in [
            ARABIC,
            "He said: “We won”, and “we’ll govern” – with 44% of the vote.",
            "José Núñez, élu à Orléans, a déclaré être « très ému » après l’élection ; São Tomé, Curaçao, Zürich, Malmö.",
            "طط ظظ فاطمة الطيب وظافر الطويل في طرابلس وطنجة",
            "Plain words.",
        ] {
            assert_eq!(mojibake(fine), None, "{fine}");
        }
    }
}
