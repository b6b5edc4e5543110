//! `words.toml`: words within names that tell no two names apart.

use once_cell::sync::Lazy;
use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::bare;
use crate::text::normalize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    generic: FxHashSet<String>,
    particle: FxHashSet<String>,
    compound: FxHashSet<String>,
}

static WORDS: Lazy<Words> = Lazy::new(|| {
    let words: Words = toml::from_str(include_str!("words.toml")).expect("the data files are checked by tests");
    let folded = |set: FxHashSet<String>| set.iter().map(|word| bare(&normalize(word))).collect();
    Words { generic: folded(words.generic), particle: folded(words.particle), compound: folded(words.compound) }
});

/// A title or head word, folded and without its article.
pub(super) fn is_generic(word: &str) -> bool {
    WORDS.generic.contains(word)
}

/// "bin", "de": a small word inside a person's name, folded.
pub(super) fn is_particle(word: &str) -> bool {
    WORDS.particle.contains(word)
}

/// A word that is one name with the word behind it, folded.
pub(super) fn is_compound(word: &str) -> bool {
    WORDS.compound.contains(word)
}
