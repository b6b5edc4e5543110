//! Parties, ballot options and places in two languages: by what their words mean, else by how they sound.

use super::likeness::{Of, Parts, SAME};
use crate::lexicon::Lexicon;

/// Whether two names are of one party, list or ballot option: by what their words mean, else by their sounds.
///
/// ```
/// use hasila::names::same_party;
/// assert!(same_party("حزب العمال", "Workers' Party"));
/// assert!(same_party("حزب أويل", "Auyl Party"));
/// assert!(same_party("ضد الجميع", "against all"));
/// assert!(!same_party("Social Democratic Party", "الحزب الديمقراطي المسيحي"));
/// ```
pub fn same_party(a: &str, b: &str) -> bool {
    whole(a, b).unwrap_or_else(|| by_words(a, b, Of::Party))
}

/// Whether two names are of one place: by the names of countries, else as [`same_party`].
///
/// ```
/// use hasila::names::same_place;
/// assert!(same_place("ألمانيا", "Germany"));
/// assert!(same_place("شمال كازاخستان", "North Kazakhstan Region"));
/// assert!(!same_place("شمال كازاخستان", "South Kazakhstan"));
/// ```
pub fn same_place(a: &str, b: &str) -> bool {
    whole(a, b).unwrap_or_else(|| by_words(a, b, Of::Place))
}

fn by_words(a: &str, b: &str, of: Of) -> bool {
    Parts::new(a).likeness_of(&Parts::new(b), of) >= SAME
}

/// Whether names that the lexicon knows as a whole mean the same there; none where it does not know one of them.
fn whole(a: &str, b: &str) -> Option<bool> {
    let meaning = |name| Lexicon::get().meaning(name);
    Some(meaning(a)? == meaning(b)?)
}
