//! `words.toml`: what the words within names are, beyond their sounds.

use std::collections::BTreeMap;

use once_cell::sync::Lazy;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use super::bare;
use crate::lexicon::{Concept, Lexicon};
use crate::text::normalize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    generic: Vec<String>,
    particle: Vec<String>,
    compound: Vec<String>,
    meaning: BTreeMap<String, Forms>,
    head: BTreeMap<String, Forms>,
}

/// The words of one meaning.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Forms {
    ar: Vec<String>,
    en: Vec<String>,
}

/// What a word of a party or place means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// One number for all words that mean it; below 0 for countries and their people.
    number: i64,
    /// It says what is named, not which one: "front", منطقة.
    pub(super) head: bool,
}

impl Meaning {
    /// "Tunisian": most names of parties and places do without it at home.
    pub(super) fn is_country(self) -> bool {
        self.number < 0
    }
}

#[derive(Debug)]
struct Words {
    generic: FxHashSet<String>,
    particle: FxHashSet<String>,
    compound: FxHashSet<String>,
    meaning: FxHashMap<String, Meaning>,
}

static WORDS: Lazy<Words> = Lazy::new(|| {
    let file: File = toml::from_str(include_str!("words.toml")).expect("the data files are checked by tests");
    let folded = |word: &String| bare(&normalize(word));
    let set = |words: &[String]| words.iter().map(folded).collect();
    let meanings = file.meaning.values().map(|forms| (forms, false)).chain(file.head.values().map(|forms| (forms, true)));
    let meaning = meanings.zip(0..).flat_map(|((forms, head), number)| {
        let words = forms.ar.iter().chain(&forms.en);
        words.map(move |word| (folded(word), Meaning { number, head }))
    });
    Words { generic: set(&file.generic), particle: set(&file.particle), compound: set(&file.compound), meaning: meaning.collect() }
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

/// What a word of a party or place means, folded and without its article.
pub(super) fn meaning(word: &str) -> Option<Meaning> {
    WORDS.meaning.get(word).copied()
}

/// A country, or its people, by one folded word.
pub(super) fn country(word: &str) -> Option<Meaning> {
    let lexicon = Lexicon::get();
    let bare = word.strip_prefix("ال").unwrap_or(word);
    let value = [word, bare]
        .into_iter()
        .find_map(|word| lexicon.alone(word, Concept::Country).or_else(|| lexicon.alone(word, Concept::Nationality)));
    value.map(|iso| Meaning { number: -iso, head: false })
}
