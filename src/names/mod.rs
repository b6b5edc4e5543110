//! Names across spellings and scripts: the words by which a name is compared, and its Latin form.

mod estimate;
mod index;
mod known;
mod letters;
mod likeness;
mod meaning;
mod romanize;
mod sounds;
mod words;

pub use estimate::estimate;
pub use index::{Index, Match};
pub use known::pairs as known_pairs;
pub(crate) use likeness::Of;
pub use likeness::{Parts, SAME, likeness, same};
pub use meaning::{same_party, same_place};
pub use romanize::romanize;
pub use sounds::{Sound, write};

use words::is_generic;

use crate::text::normalize;

/// The folded words of a name without articles, titles and marks; all words where nothing else is left.
///
/// ```
/// assert_eq!(hasila::names::words("حزب «العدالة والتنمية»"), ["عداله", "تنميه"]);
/// ```
pub fn words(name: &str) -> Vec<String> {
    let folded = normalize(name);
    let all = folded.split(|c| !is_letter_or_digit(c)).filter(|w| !w.is_empty()).map(bare);
    let (generic, own): (Vec<String>, Vec<String>) = all.partition(|word| is_generic(word));
    if own.is_empty() { generic } else { own }
}

/// What the standard library says, sooner for the letters of nearly all names.
fn is_letter_or_digit(c: char) -> bool {
    match c {
        'ا'..='ي' => true,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

/// Endings of those who are of a party: "the Socialists" are the Socialist Party.
const MEMBERS: [&str; 7] = ["ists", "atives", "erals", "crats", "icans", "greens", "adicals"];

/// A word without و/ف/ب/ك + ال, ال or لل, and with doubled letters as one; of those who are of a party, the party's word.
fn bare(word: &str) -> String {
    if word.is_ascii() {
        let members = MEMBERS.iter().any(|end| word.ends_with(end));
        return word[..word.len() - usize::from(members)].to_owned();
    }
    let rest = ["وال", "فال", "بال", "كال", "لل", "ال"]
        .iter()
        .find_map(|p| word.strip_prefix(p).filter(|r| r.chars().count() >= 2))
        .unwrap_or(word);
    // الاشتراكيون: of the party that is اشتراكي.
    let members = ["يون", "يين"].iter().any(|end| rest.ends_with(end) && rest.chars().count() > 6);
    let rest = if members { &rest[..rest.len() - "ون".len()] } else { rest };
    let mut out = String::with_capacity(rest.len());
    for c in rest.chars() {
        if !(out.ends_with(c) && !c.is_ascii()) {
            out.push(c);
        }
    }
    out
}

/// Whether all words of one are among the words of the other.
pub fn contains(fuller: &[String], shorter: &[String]) -> bool {
    !shorter.is_empty() && shorter.iter().all(|w| fuller.contains(w))
}
