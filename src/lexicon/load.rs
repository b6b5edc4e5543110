//! Data files → one trie of folded words, built once.

use std::collections::BTreeSet;

use once_cell::sync::{Lazy, OnceCell};
use rustc_hash::FxHashMap;

use super::concept::Concept;
use super::countries;
use super::sieve::{Sieve, is_voting};
use crate::kind::{Office, snake};
use crate::text::Folder;

const FILES: &[(&str, &str)] = &[
    ("elections.toml", include_str!("elections.toml")),
    ("figures.toml", include_str!("figures.toml")),
    ("names.toml", include_str!("names.toml")),
    ("tables.toml", include_str!("tables.toml")),
    ("small.toml", include_str!("small.toml")),
    ("numbers.toml", include_str!("numbers.toml")),
    ("dates.toml", include_str!("dates.toml")),
];
const GIVEN: &[&str] = &[include_str!("lists/given_names_ar.txt"), include_str!("lists/given_names_en.txt")];
const PLACES: &[&str] = &[include_str!("lists/places_ar.txt"), include_str!("lists/places_en.txt")];
const COMMON: &[&str] = &[include_str!("lists/common_ar.txt"), include_str!("lists/common_en.txt")];

static LEXICON: Lazy<Lexicon> = Lazy::new(|| Lexicon::load().expect("the data files are checked by tests"));

/// What is known of one folded word.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Known {
    /// Its number, counted from 1.
    pub(super) symbol: u32,
    /// The trie node it leads to from the root; 0 if no entry begins with it.
    pub(super) node: u32,
    /// It stands in some entry behind the first word.
    pub(super) inner: bool,
    pub(super) given_name: bool,
    pub(super) common: bool,
}

/// All words of both languages that mean something to the rules.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// By folded word.
    pub(super) known: FxHashMap<Box<str>, Known>,
    /// (node, symbol) → node.
    pub(super) edges: FxHashMap<(u32, u32), u32>,
    /// Meanings of the words that end at a node.
    pub(super) senses: Vec<Vec<(Concept, i64)>>,
    /// Whether longer entries go on from a node.
    pub(super) open: Vec<bool>,
    sieve: OnceCell<Sieve>,
    /// The folded words of each entry of voting.
    pub(super) voting: Vec<Vec<String>>,
}

impl Lexicon {
    /// The lexicon of this build; loaded at first use.
    pub fn get() -> &'static Lexicon {
        &LEXICON
    }

    /// Whether a folded word is in the list of given names.
    pub fn is_given_name(&self, form: &str) -> bool {
        self.known.get(form).is_some_and(|known| known.given_name)
    }

    /// The value of `concept` for a folded word by itself, also where a text holds it within a longer entry.
    pub fn alone(&self, form: &str, concept: Concept) -> Option<i64> {
        let known = self.known.get(form)?;
        self.senses[known.node as usize].iter().find(|(c, _)| *c == concept).map(|(_, value)| *value)
    }

    /// Whether `text` may hold an entry of voting: [`is_voting`](super::is_voting). A no is sure.
    pub fn speaks_of_voting(&self, text: &str) -> bool {
        let is_common = |word: &str| self.known.get(word).is_some_and(|known| known.common);
        let sieve = self.sieve.get_or_init(|| Sieve::new(&self.voting, is_common).expect("the data files are checked by tests"));
        sieve.passes(text)
    }

    /// The forms of all entries as they stand in the files, for the benchmark.
    #[doc(hidden)]
    pub fn surface_forms() -> BTreeSet<String> {
        fn collect(value: &toml::Value, forms: &mut BTreeSet<String>) {
            match value {
                toml::Value::String(form) => drop(forms.insert(form.clone())),
                toml::Value::Array(list) => list.iter().for_each(|value| collect(value, forms)),
                toml::Value::Table(table) => table.values().for_each(|value| collect(value, forms)),
                _ => {}
            }
        }
        let mut forms = BTreeSet::new();
        FILES.iter().filter_map(|(_, content)| content.parse().ok()).for_each(|table| collect(&toml::Value::Table(table), &mut forms));
        countries::all(|form, _, _| {
            forms.insert(form.to_owned());
        });
        forms
    }

    fn load() -> Result<Lexicon, String> {
        let mut lexicon = Lexicon { senses: vec![Vec::new()], open: vec![true], ..Lexicon::default() };
        lexicon.known.reserve(32 << 10);
        let mut folder = Folder::default();
        for (file, content) in FILES {
            let table: toml::Table = content.parse().map_err(|e| format!("{file}: {e}"))?;
            for (id, entry) in &table {
                let concept = Concept::named(id).ok_or_else(|| format!("{file}: no concept {id:?}"))?;
                let entry = entry.as_table().ok_or_else(|| format!("{file}: {id} is no table"))?;
                if entry.values().all(toml::Value::is_table) {
                    for (value, forms) in entry {
                        let number = value_of(value).ok_or_else(|| format!("{file}: {id}.{value} is no value"))?;
                        lexicon.entry(
                            &mut folder,
                            concept,
                            number,
                            forms.as_table().expect("just seen"),
                            &format!("{file}: {id}.{value}"),
                        )?;
                    }
                } else {
                    lexicon.entry(&mut folder, concept, 0, entry, &format!("{file}: {id}"))?;
                }
            }
        }
        countries::all(|form, iso, adjective| {
            lexicon.add(&mut folder, form, if adjective { Concept::Nationality } else { Concept::Country }, iso);
            // للبرازيل: the article of البرازيل melts into the preposition.
            if let Some(rest) = form.strip_prefix("ال") {
                lexicon.add(&mut folder, &format!("لل{rest}"), Concept::Country, iso);
            }
        });
        for name in PLACES.iter().flat_map(|list| list.lines()) {
            lexicon.add(&mut folder, name, Concept::Place, 0);
        }
        for word in GIVEN.iter().flat_map(|list| list.lines()) {
            lexicon.mark(&mut folder, word, |known| known.given_name = true);
        }
        for word in COMMON.iter().flat_map(|list| list.lines()) {
            lexicon.mark(&mut folder, word, |known| known.common = true);
        }
        Ok(lexicon)
    }

    fn entry(&mut self, folder: &mut Folder, concept: Concept, value: i64, forms: &toml::Table, at: &str) -> Result<(), String> {
        for (lang, list) in forms {
            if !matches!(lang.as_str(), "ar" | "en") {
                return Err(format!("{at}: expected ar or en, found {lang:?}"));
            }
            for form in list.as_array().ok_or_else(|| format!("{at}.{lang} is no list"))? {
                let form = form.as_str().ok_or_else(|| format!("{at}.{lang} holds no string"))?;
                self.add(folder, form, concept, value);
                // What follows from the name of a country, or from its adjective in the masculine.
                let named = concept == Concept::Country || concept == Concept::Nationality && form.ends_with('ي');
                for spelling in countries::spellings(form).filter(|_| named && lang == "ar") {
                    if concept == Concept::Country {
                        self.add(folder, &spelling, concept, value);
                    }
                    for adjective in countries::nisba(&spelling) {
                        self.add(folder, &adjective, Concept::Nationality, value);
                    }
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, folder: &mut Folder, form: &str, concept: Concept, value: i64) {
        let mut words = Vec::new();
        let mut node = 0;
        for (i, form) in folder.forms(form).enumerate() {
            if is_voting(concept, value) {
                words.push(form.to_owned());
            }
            let next = self.senses.len() as u32;
            let known = self.set(form, |known| {
                known.inner |= i > 0;
                if i == 0 && known.node == 0 {
                    known.node = next;
                }
            });
            let to = if i == 0 { known.node } else { *self.edges.entry((node, known.symbol)).or_insert(next) };
            if to == next {
                self.senses.push(Vec::new());
                self.open.push(false);
            }
            self.open[node as usize] = true;
            node = to;
        }
        let senses = &mut self.senses[node as usize];
        if node != 0 && !senses.contains(&(concept, value)) {
            senses.push((concept, value));
        }
        if is_voting(concept, value) {
            self.voting.push(words);
        }
    }

    /// Changes what is known of a word, and says what that is then.
    fn set(&mut self, form: &str, change: impl FnOnce(&mut Known)) -> Known {
        if let Some(known) = self.known.get_mut(form) {
            change(known);
            return *known;
        }
        let mut known = Known { symbol: self.known.len() as u32 + 1, ..Known::default() };
        change(&mut known);
        self.known.insert(form.into(), known);
        known
    }

    fn mark(&mut self, folder: &mut Folder, word: &str, mark: impl Fn(&mut Known)) {
        for form in folder.forms(word) {
            self.set(form, &mark);
        }
    }
}

fn value_of(key: &str) -> Option<i64> {
    if let Ok(number) = key.parse() {
        return Some(number);
    }
    if let Some(office) = Office::ALL.iter().find(|o| snake(*o) == key) {
        return Some(*office as i64);
    }
    (key.len() == 2 && key.bytes().all(|b| b.is_ascii_uppercase())).then(|| countries::iso(key))
}
