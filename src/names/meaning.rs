//! Parties, ballot options and places in two languages: by what their words mean, else by how they sound.

use super::likeness::{Of, Parts, SAME};
use super::sounds::Sounds;
use crate::lexicon::{Concept, Lexicon};
use crate::text::Text;

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
    whole(a, b, &[Concept::Choice]).unwrap_or_else(|| by_words(a, b, Of::Party))
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
    whole(a, b, &[Concept::Country, Concept::Capital, Concept::Abroad]).unwrap_or_else(|| by_words(a, b, Of::Place))
}

fn by_words(a: &str, b: &str, of: Of) -> bool {
    Parts::new(a).compare(&Parts::new(b), of, Sounds::get()).likeness() >= SAME
}

/// Whether names that are as a whole in the lexicon are one there; none where one of them is not.
fn whole(a: &str, b: &str, concepts: &[Concept]) -> Option<bool> {
    let sense = |name: &str| -> Vec<(Concept, i64)> {
        let tagged = Lexicon::get().tag(Text::new(name));
        let all =
            |hit: &&crate::lexicon::Hit| hit.start == 0 && hit.end as usize == tagged.text.tokens.len() && concepts.contains(&hit.concept);
        tagged.hits.iter().filter(all).map(|hit| (hit.concept, hit.value)).collect()
    };
    let (a, b) = (sense(a), sense(b));
    (!a.is_empty() && !b.is_empty()).then(|| a.iter().any(|sense| b.contains(sense)))
}
