//! What spelling differences mean nothing for matching: one character to its folded self.
//!
//! Arabic: harakat, superscript alef, tatweel, alef and hamza forms, ى/ي, ة/ه, Persian ک/ی, presentation
//! forms. Both: digits of every script, bidi and zero-width marks, quotes, dashes, case, Latin accents.

use once_cell::sync::Lazy;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Marks that are seen by the bidirectional algorithm or by nobody, and never matter to a word.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{061C}' | '\u{00AD}')
}

/// Arabic vowel signs, Koranic marks and tatweel: they ride on a word and are dropped.
pub fn is_arabic_mark(c: char) -> bool {
    matches!(c, '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0610}'..='\u{061A}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{08D3}'..='\u{08FF}')
}

/// Accents that stand behind their letter.
pub(super) fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}

/// Whether the character belongs to the Arabic script.
pub fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Appends the folded form of `c`: nothing, one character, or the letters of a ligature.
pub fn push_folded(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    if is_invisible(c) || is_arabic_mark(c) {
        return;
    }
    let folded = match c {
        'أ' | 'إ' | 'آ' | 'ٱ' | 'ٲ' | 'ٳ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' | 'ی' | 'ې' | 'ے' => 'ي',
        'ة' | 'ۀ' | 'ہ' | 'ە' => 'ه',
        'ک' | 'ڪ' => 'ك',
        'گ' => 'گ',
        '٠'..='٩' => char::from(b'0' + (c as u32 - '٠' as u32) as u8),
        '۰'..='۹' => char::from(b'0' + (c as u32 - '۰' as u32) as u8),
        '٫' => '.',
        '٬' => ',',
        '٪' | '％' => '%',
        '\u{00A0}' | '\u{202F}' | '\u{2009}' | '\u{2007}' | '\u{3000}' | '\t' => ' ',
        '“' | '”' | '„' | '«' | '»' | '″' | '‟' => '"',
        '’' | '‘' | '‛' | 'ʼ' | '′' => '\'',
        '–' | '—' | '‐' | '‑' | '‒' | '―' | '−' => '-',
        'ا'..='ي' | '؟' | '،' | '؛' => c,
        _ => {
            for d in std::iter::once(c).nfkd().filter(|d| !is_combining_mark(*d)) {
                if d == c {
                    out.extend(c.to_lowercase().filter(|l| !is_combining_mark(*l)));
                } else {
                    push_folded(d, out);
                }
            }
            return;
        }
    };
    out.push(folded);
}

/// What is to be known of a character below U+0800, nearly all that news is written in, at one look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter that is folded to itself.
    Same,
    /// A letter that is folded to this one.
    Letter(char),
    /// Dropped, and part of the word it stands in: [`is_arabic_mark`].
    Mark,
    /// Ends a word.
    Break,
    /// None of these, or not one character folded.
    Other,
}

static CLASSES: Lazy<Box<[Class]>> = Lazy::new(|| {
    let class = |c: char| {
        let mut folded = String::new();
        push_folded(c, &mut folded);
        let mut letters = folded.chars();
        match (letters.next(), letters.next()) {
            _ if is_arabic_mark(c) => Class::Mark,
            _ if !c.is_alphabetic() => {
                if c.is_ascii() && c != '\'' {
                    Class::Break
                } else {
                    Class::Other
                }
            }
            (Some(letter), None) => {
                if letter == c {
                    Class::Same
                } else {
                    Class::Letter(letter)
                }
            }
            _ => Class::Other,
        }
    };
    (0..0x800).map(|code| char::from_u32(code).map_or(Class::Other, class)).collect()
});

/// The classes of characters.
pub(super) struct Classes(&'static [Class]);

impl Classes {
    pub(super) fn get() -> Self {
        Classes(&CLASSES)
    }

    /// The class of the character that begins at byte `at` of a text, and its length; `Other` has any. At the end of the text `Break`.
    #[inline]
    pub(super) fn at(&self, bytes: &[u8], at: usize) -> (Class, usize) {
        match bytes.get(at..) {
            Some(&[byte, ..]) if byte < 0x80 => (self.0[usize::from(byte)], 1),
            Some(&[lead, next, ..]) if lead < 0xE0 => (self.0[usize::from(lead & 0x1F) << 6 | usize::from(next & 0x3F)], 2),
            Some(&[_, ..]) => (Class::Other, 0),
            _ => (Class::Break, 0),
        }
    }
}

/// The folded form of a whole text, line breaks and spaces kept. `normalize(normalize(x)) == normalize(x)`.
///
/// ```
/// assert_eq!(hasila::normalize("الإِنْتِخَابَـــات ٢٣٫٥٪"), "الانتخابات 23.5%");
/// ```
pub fn normalize(text: &str) -> String {
    let classes = Classes::get();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match classes.0.get(c as usize) {
            Some(Class::Same) => out.push(c),
            Some(Class::Letter(letter)) => out.push(*letter),
            Some(Class::Mark) => {}
            _ => push_folded(c, &mut out),
        }
    }
    out
}

/// The folded form of `text` in one byte a letter, for scanning only: ASCII in lower case; a byte beyond ASCII is some other
/// letter, not always the same one. A word of a text, folded or not, has the same bytes wherever it stands, between bytes that
/// are no letters; what no word holds may be any of those.
pub(crate) fn letters(text: &str) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase().into_bytes();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        while let Some(run) = bytes[at..].first_chunk::<16>().filter(|run| run.is_ascii()) {
            out.extend_from_slice(&run.map(|b| b.to_ascii_lowercase()));
            at += run.len();
        }
        while let Some(&byte) = bytes.get(at) {
            if byte < 0x80 {
                out.push(byte.to_ascii_lowercase());
                at += 1;
                if byte == b' ' && bytes.get(at).is_some_and(u8::is_ascii) {
                    break;
                }
            } else if byte < 0xE0 && at + 1 < bytes.len() {
                match LETTERS[usize::from(byte & 0x1F) << 6 | usize::from(bytes[at + 1] & 0x3F)] {
                    SKIP => {}
                    SLOW => push_letters(&text[at..at + 2], &mut out),
                    letter => out.push(letter),
                }
                at += 2;
            } else {
                let length = text[at..].chars().next().map_or(1, char::len_utf8);
                push_letters(&text[at..at + length], &mut out);
                at += length;
            }
        }
    }
    out
}

/// What a word does not hold.
const GAP: u8 = b' ';
/// In `LETTERS`: the character is dropped, or is not one letter.
const SKIP: u8 = 0;
const SLOW: u8 = 1;

/// The letter of each character below U+0800.
static LETTERS: Lazy<[u8; 0x800]> = Lazy::new(|| {
    let mut table = [SLOW; 0x800];
    let mut letters = Vec::new();
    for (code, entry) in table.iter_mut().enumerate() {
        letters.clear();
        push_letters(char::from_u32(code as u32).unwrap_or(' ').encode_utf8(&mut [0; 4]), &mut letters);
        match letters[..] {
            [] => *entry = SKIP,
            [letter] => *entry = letter,
            _ => {}
        }
    }
    table
});

/// Appends the letters of a character; a gap if it can be part of no word.
fn push_letters(c: &str, out: &mut Vec<u8>) {
    let c = c.chars().next().unwrap_or(' ');
    if is_invisible(c) || is_arabic_mark(c) || is_combining(c) {
        return;
    }
    if !c.is_alphabetic() {
        return out.push(GAP);
    }
    let mut folded = String::new();
    push_folded(c, &mut folded);
    out.extend(folded.chars().map(|c| match c {
        _ if c.is_ascii() => c as u8,
        '\u{0620}'..='\u{065F}' => 0x80 | (c as u32 & 0x3F) as u8,
        _ => 0xC0 | (c as u32 & 0x3F) as u8,
    }));
}

#[cfg(test)]
mod tests {
    use super::normalize;

    #[test]
    fn folds_what_the_eye_does_not_tell_apart() {
        for (raw, folded) in [
            ("أُعيد", "اعيد"),
            ("مـــركز", "مركز"),
            ("إيران", "ايران"),
            ("مشاركة", "مشاركه"),
            ("على", "علي"),
            ("یک", "يك"),
            ("ﻻ", "لا"),
            ("٦٩٫٤٤٪", "69.44%"),
            ("44.\u{200F}73", "44.73"),
            ("Arévalo’s", "arevalo's"),
            ("«نعم»", "\"نعم\""),
            ("رَحْمٰن", "رحمن"),
            ("İzmir", "izmir"),
        ] {
            assert_eq!(normalize(raw), folded, "{raw}");
            assert_eq!(normalize(folded), folded);
        }
    }
}
