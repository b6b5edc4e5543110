//! Arabic names → Latin ones: common names as they are mostly written, all others letter by letter. Readable, not a standard
//! transliteration, since vowels are not written.

use super::known::known;
use crate::text::normalize;

/// The Latin form of an Arabic name; none for a name that holds no Arabic letter.
///
/// ```
/// assert_eq!(hasila::names::romanize("قاسم جومارت توكاييف").as_deref(), Some("Qasim Jumart Tukayif"));
/// ```
pub fn romanize(name: &str) -> Option<String> {
    if !name.chars().any(crate::text::fold::is_arabic) {
        return None;
    }
    let folded = normalize(name);
    let words: Vec<String> = folded.split(|c| !super::is_letter_or_digit(c)).filter(|w| !w.is_empty()).map(form).collect();
    Some(words.join(" "))
}

/// A common name, perhaps with the article; else letters.
fn form(folded: &str) -> String {
    match known(folded) {
        Some(known) if folded.starts_with("ال") && !known.latin.starts_with("Al") && !known.latin.starts_with("El") => {
            format!("Al-{}", known.latin)
        }
        Some(known) => known.latin.to_owned(),
        None => word(folded),
    }
}

fn word(folded: &str) -> String {
    let letters: Vec<char> = folded.chars().collect();
    let mut out = String::new();
    for (i, &c) in letters.iter().enumerate() {
        let vowel_before = out.ends_with(['a', 'i', 'u', 'e', 'o']);
        let first = i == 0;
        let last = i + 1 == letters.len();
        let next_vowel = letters.get(i + 1).is_some_and(|n| matches!(n, 'ا' | 'و' | 'ي'));
        let latin = match c {
            'ا' => "a",
            'ب' => "b",
            'ت' => "t",
            'ث' => "th",
            'ج' => "j",
            'ح' | 'ه' if last && c == 'ه' => "a",
            'ح' | 'ه' => "h",
            'خ' => "kh",
            'د' => "d",
            'ذ' => "dh",
            'ر' => "r",
            'ز' => "z",
            'س' | 'ص' => "s",
            'ش' => "sh",
            'ض' => "d",
            'ط' => "t",
            'ظ' => "z",
            'ع' if first => "a",
            'غ' => "gh",
            'ف' | 'ڤ' => "f",
            'ق' => "q",
            'ك' => "k",
            'گ' => "g",
            'ل' => "l",
            'م' => "m",
            'ن' => "n",
            'پ' => "p",
            'چ' => "ch",
            'و' if first || vowel_before => "w",
            'و' => "u",
            'ي' if first || vowel_before && next_vowel => "y",
            'ي' if vowel_before => "y",
            'ي' => "i",
            _ if c.is_ascii() => {
                out.push(c);
                continue;
            }
            _ => "",
        };
        // A doubled ي is a consonant with its vowel: توكاييف → Tukayif.
        if c == 'ي' && i > 0 && letters[i - 1] == 'ي' {
            if out.ends_with('y') {
                out.push('i');
            }
            continue;
        }
        out.push_str(latin);
    }
    let mut chars = out.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => out,
    }
}
