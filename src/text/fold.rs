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

static CLASSES: Lazy<[Class; 0x800]> = Lazy::new(|| {
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
    std::array::from_fn(|code| char::from_u32(code as u32).map_or(Class::Other, class))
});

/// The classes of characters.
pub(super) struct Classes(&'static [Class; 0x800]);

impl Classes {
    pub(super) fn get() -> Self {
        Classes(&CLASSES)
    }

    /// The class of the character that begins at byte `at` of a text, and its length; `Other` has any. At the end of the text `Break`.
    #[inline]
    pub(super) fn at(&self, bytes: &[u8], at: usize) -> (Class, usize) {
        match (bytes.get(at), bytes.get(at + 1)) {
            (Some(&byte), _) if byte < 0x80 => (self.0[usize::from(byte)], 1),
            (Some(&lead), Some(&next)) if lead < 0xE0 => (self.0[usize::from(lead & 0x1F) << 6 | usize::from(next & 0x3F)], 2),
            (Some(_), _) => (Class::Other, 0),
            (None, _) => (Class::Break, 0),
        }
    }
}

/// The folded form of a whole text, line breaks and spaces kept. `normalize(normalize(x)) == normalize(x)`.
///
/// ```
/// assert_eq!(hasila::normalize("الإِنْتِخَابَـــات ٢٣٫٥٪"), "الانتخابات 23.5%");
/// ```
pub fn normalize(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
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

/// Hands `each` every word of the folded form of `text`, runs of letters and digits, in order.
pub(crate) fn each_word(text: &str, mut each: impl FnMut(&str)) {
    let classes = Classes::get();
    let (mut word, mut folded) = (String::new(), String::new());
    for c in text.chars() {
        match classes.0.get(c as usize) {
            Some(Class::Same) => word.push(c),
            Some(Class::Mark) => {}
            _ if c.is_ascii_alphanumeric() => word.push(c.to_ascii_lowercase()),
            class => {
                folded.clear();
                match class {
                    Some(Class::Letter(letter)) => folded.push(*letter),
                    _ => push_folded(c, &mut folded),
                }
                for c in folded.chars() {
                    if c.is_alphanumeric() {
                        word.push(c);
                    } else if !word.is_empty() {
                        each(&word);
                        word.clear();
                    }
                }
            }
        }
    }
    if !word.is_empty() {
        each(&word);
    }
}

/// The folded form of `text` in one byte a letter, for scanning only: ASCII in lower case; a byte beyond ASCII is some other
/// letter, not always the same one. A word of a text, folded or not, has the same bytes wherever it stands, between bytes that
/// are no letters; what no word holds may be any of those.
pub(crate) fn letters(text: &str) -> Vec<u8> {
    if text.is_ascii() {
        return text.to_ascii_lowercase().into_bytes();
    }
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len() + BLOCK);
    let (mut at, mut folded, classes) = (0, String::new(), Classes::get());
    // Blocks begin with a character.
    while at < bytes.len() {
        let next = (at + BLOCK).min(bytes.len());
        if let Some(block) = bytes[at..].first_chunk::<BLOCK>().filter(|block| block.is_ascii()) {
            out.extend_from_slice(&block.to_ascii_lowercase());
            at = next;
        } else if let Some((block, count)) = around(bytes, at).and_then(letters_of_block) {
            out.extend_from_slice(&block[..count]);
            // A character that goes on in the next block is left to it.
            at = next - usize::from(bytes[next - 1] >= 0xC0);
        } else {
            let end = text.ceil_char_boundary(next);
            text[at..end].chars().for_each(|c| push_letters(c, &classes, &mut folded, &mut out));
            at = end;
        }
    }
    out
}

/// How many bytes are folded at once.
const BLOCK: usize = 32;

/// The block from byte `at` on, with the byte before it and the one behind it.
fn around(bytes: &[u8], at: usize) -> Option<&[u8; BLOCK + 2]> {
    bytes[at.checked_sub(1)?..].first_chunk()
}

/// The letters of a block, and how many there are; none where it holds what is rare: other characters than those of ASCII and common
/// Arabic ones, whose first byte is D8 or D9 and whose second byte is the letter; or marks.
fn letters_of_block(around: &[u8; BLOCK + 2]) -> Option<([u8; BLOCK], usize)> {
    let mut letters = [0; BLOCK];
    let mut other = false;
    // No branches, so that the compiler works on many bytes at once.
    for i in 0..BLOCK {
        let (before, byte, after) = (around[i], around[i + 1], around[i + 2]);
        other |= (byte >= 0xC2) & (byte != 0xD8) & (byte != 0xD9);
        other |= (byte == 0xD8) & ((after.wrapping_sub(0x90) <= 0x0C) | (after >= 0xBB));
        other |= (byte == 0xD9) & ((after == 0x80) | (after.wrapping_sub(0x8B) <= 0x14) | (after >= 0xAE));
        let mut letter = if byte.wrapping_sub(b'A') <= b'Z' - b'A' { byte | 0x20 } else { byte };
        if before == 0xD8 {
            letter = match byte {
                0xA2 | 0xA3 | 0xA5 => 0xA7, // آ أ إ → ا
                0xA4 => 0x88,               // ؤ → و
                0xA6 => 0x8A,               // ئ → ي
                0xA9 => 0x87,               // ة → ه
                ..0xA0 => GAP,              // ، ؛ ؟
                _ => byte,
            };
        }
        if before == 0xD9 {
            letter = match byte {
                0x89 => 0x8A,  // ى → ي
                0xA0.. => GAP, // ٠ to ٩
                _ => byte,
            };
        }
        letters[i] = letter;
    }
    if other {
        return None;
    }
    let (mut packed, mut count) = ([0; BLOCK], 0);
    for (letter, byte) in letters.iter().zip(&around[1..]) {
        packed[count % BLOCK] = *letter;
        count += usize::from(*byte < 0xC0);
    }
    Some((packed, count))
}

/// Appends the letters of a character; a gap if it can be part of no word.
fn push_letters(c: char, classes: &Classes, folded: &mut String, out: &mut Vec<u8>) {
    folded.clear();
    match classes.0.get(c as usize) {
        Some(Class::Same) => folded.push(c),
        Some(Class::Letter(letter)) => folded.push(*letter),
        _ if c.is_ascii() => return out.push(c as u8),
        _ if is_invisible(c) || is_arabic_mark(c) || is_combining(c) => return,
        _ if c.is_alphabetic() => push_folded(c, folded),
        _ => return out.push(GAP),
    }
    out.extend(folded.chars().map(|c| match c {
        _ if c.is_ascii() => c as u8,
        '\u{0620}'..='\u{065F}' => 0x80 | (c as u32 & 0x3F) as u8,
        _ => 0xC0 | (c as u32 & 0x3F) as u8,
    }));
}

/// What a word does not hold.
const GAP: u8 = b' ';

#[cfg(test)]
mod tests {
    use super::*;

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

    proptest::proptest! {
        #[test]
        fn words_are_those_of_the_folded_text(text in "[\u{0600}-\u{0680}a-zA-Z0-9 ½ﷺﻻéʼ’\u{0301}\u{200F}\n]{0,60}|\\PC{0,60}") {
            let mut words = Vec::new();
            each_word(&text, |word| words.push(word.to_owned()));
            let folded = normalize(&text);
            proptest::prop_assert_eq!(words, folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect::<Vec<_>>());
        }

        #[test]
        fn letters_are_the_same_in_a_block_and_alone(text in "[\u{0600}-\u{0680}a-zA-Z .’»\n]{0,120}|[ء-يa-zA-Z «،٣]{60,200}(ﻻ|é|\u{200F}|\u{0301})?[ء-ي ]{0,90}|\\PC{0,90}") {
            let mut alone = Vec::new();
            text.chars().for_each(|c| push_letters(c, &Classes::get(), &mut String::new(), &mut alone));
            proptest::prop_assert_eq!(letters(&text), alone);
        }
    }
}
