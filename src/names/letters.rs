//! A word → its letters as the table of sounds knows them, in one of two scripts.

use crate::text::fold::{is_arabic, push_folded};

/// The scripts that names are compared in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Script {
    Arabic,
    Latin,
}

/// The most letters that are one sound: "tsch", "eaux".
pub(super) const LONGEST: usize = 4;

/// The letters of a word in the script of its first letter; none where that is neither Arabic nor Latin.
///
/// Spellings that fold to one are one, hamza is not written, and letters that are themselves two ("ß", "چ") are written out.
pub(super) fn letters(word: &str) -> Option<(Script, Vec<char>)> {
    let mut folded = String::with_capacity(word.len());
    word.chars().for_each(|c| push_folded(c, &mut folded));
    let script = folded.chars().find_map(|c| match c {
        _ if c.is_ascii_alphabetic() => Some(Script::Latin),
        _ if is_arabic(c) => Some(Script::Arabic),
        _ => written_out(c).map(|_| Script::Latin),
    })?;
    let mut out = Vec::with_capacity(folded.len());
    for c in folded.chars() {
        match (script, c) {
            (Script::Latin, 'a'..='z') => out.push(c),
            (Script::Latin, _) => out.extend(written_out(c).into_iter().flat_map(str::chars)),
            (Script::Arabic, 'ء') => {}
            (Script::Arabic, 'ا'..='غ' | 'ف'..='ي') => out.push(c),
            (Script::Arabic, _) => out.extend(arabic(c).chars()),
        }
    }
    Some((script, out)).filter(|(_, letters)| !letters.is_empty())
}

/// Latin letters that folding does not take apart.
fn written_out(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'ø' => "o",
        'æ' => "ae",
        'œ' => "oe",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        'ə' => "a",
        'ŋ' => "ng",
        'ħ' => "h",
        _ => return None,
    })
}

/// Letters that Arabic writers add for foreign sounds, as those do who do not add them.
fn arabic(c: char) -> &'static str {
    match c {
        'پ' => "ب",
        'ڤ' | 'ۋ' => "ف",
        'گ' => "غ",
        'چ' => "تش",
        'ژ' => "ج",
        'ں' => "ن",
        'ھ' => "ه",
        'ٹ' => "ت",
        'ڈ' => "د",
        'ڑ' => "ر",
        _ => "",
    }
}

/// A few letters of one script as one number: 6 bits each, none of them 0.
pub(super) fn pack(letters: &[char]) -> u32 {
    letters.iter().fold(0, |key, &c| key << 6 | code(c))
}

/// A letter of [`letters`] as a number from 1 to 63.
fn code(c: char) -> u32 {
    match c {
        'a'..='z' => c as u32 - 'a' as u32 + 1,
        _ => (c as u32).wrapping_sub('\u{0620}' as u32) & 0x3F,
    }
}
