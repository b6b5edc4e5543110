//! The data files hold what their loader promises: known concepts, each form once, both languages, nothing that folding drops.

mod report;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use hasila::lexicon::{Concept, Lexicon};
use hasila::normalize;
use hasila::text::{Text, fold};

/// Concepts whose words exist in one language only.
const ONE_LANGUAGE: &[(&str, &str)] = &[
    ("article", "the Arabic article written apart before digits"),
    ("day_suffix", "English ordinals in digits; Arabic has its article for them"),
    ("day_word", "English names a day without the word for it"),
    ("dual_noun", "English has no dual"),
    ("duration_dual", "English has no dual"),
];

/// Forms that stand under two values of one concept, since they mean either.
const TWO_VALUES: &[(&str, &str, &str)] = &[
    ("number", "ألفا", ACCUSATIVE_OR_DUAL),
    ("number", "مليونا", ACCUSATIVE_OR_DUAL),
    ("number", "مليارا", ACCUSATIVE_OR_DUAL),
    ("number", "بليونا", ACCUSATIVE_OR_DUAL),
    ("number", "تريليونا", ACCUSATIVE_OR_DUAL),
    ("number", "ترليونا", ACCUSATIVE_OR_DUAL),
];
const ACCUSATIVE_OR_DUAL: &str = "one in the accusative, or two before their noun";

/// Concepts without words of their own in the data files.
const NO_WORDS: &[(&str, &str)] = &[("place", "its names stand in lists/places_*.txt")];

fn data(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon").join(path)
}

/// One `[concept.value]` block.
struct Entry {
    file: String,
    concept: String,
    value: String,
    ar: Vec<String>,
    en: Vec<String>,
}

impl Entry {
    fn new(file: &str, concept: &str, value: &str, forms: &toml::Table) -> Self {
        let list = |lang: &str| -> Vec<String> {
            let forms = forms.get(lang).map(|list| list.as_array().expect("a list of forms").as_slice()).unwrap_or_default();
            forms.iter().map(|form| form.as_str().expect("a form is a string").to_owned()).collect()
        };
        let (ar, en) = (list("ar"), list("en"));
        Entry { file: file.to_owned(), concept: concept.to_owned(), value: value.to_owned(), ar, en }
    }

    fn forms(&self) -> impl Iterator<Item = &String> {
        self.ar.iter().chain(&self.en)
    }

    fn at(&self) -> String {
        let dot = if self.value.is_empty() { "" } else { "." };
        format!("{}: [{}{dot}{}]", self.file, self.concept, self.value)
    }
}

/// Every block of every data file.
fn entries() -> Vec<Entry> {
    let mut files: Vec<_> = fs::read_dir(data("")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "toml"));
    files.sort();
    let mut entries = Vec::new();
    for path in files {
        let file = path.file_name().unwrap().to_str().unwrap();
        let table: toml::Table = fs::read_to_string(&path).unwrap().parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        for (concept, block) in &table {
            let block = block.as_table().unwrap_or_else(|| panic!("{file}: {concept} is no table"));
            if block.values().all(toml::Value::is_table) {
                entries.extend(block.iter().map(|(value, forms)| Entry::new(file, concept, value, forms.as_table().expect("just seen"))));
            } else {
                entries.push(Entry::new(file, concept, "", block));
            }
        }
    }
    entries
}

/// A form as the lexicon keeps it.
fn folded(form: &str) -> String {
    let text = Text::new(form);
    (0..text.tokens.len()).map(|i| text.form(i)).collect::<Vec<_>>().join(" ")
}

#[test]
fn files_load_and_every_concept_has_words() {
    Lexicon::get();
    let entries = entries();
    let named: BTreeSet<&str> = entries.iter().map(|e| e.concept.as_str()).collect();
    let mut failures: Vec<String> =
        named.iter().filter(|id| Concept::named(id).is_none()).map(|id| format!("{id}: no such concept")).collect();
    for (id, _) in Concept::ALL {
        let excused = NO_WORDS.iter().any(|(other, _)| other == id);
        if named.contains(id) == excused {
            failures
                .push(format!("{id}: {}", if excused { "has words now, take it off the list" } else { "no data file has a word for it" }));
        }
    }
    report::assert_none(&failures);
}

#[test]
fn no_form_stands_twice_in_a_concept() {
    let entries = entries();
    let mut seen: BTreeMap<(&str, String), &Entry> = BTreeMap::new();
    let mut excused = BTreeSet::new();
    let mut failures = Vec::new();
    for entry in &entries {
        for form in entry.forms() {
            let key = (entry.concept.as_str(), folded(form));
            let Some(first) = seen.get(&key) else {
                seen.insert(key, entry);
                continue;
            };
            match TWO_VALUES.iter().find(|(concept, other, _)| *concept == entry.concept && folded(other) == key.1) {
                Some(found) if first.value != entry.value => {
                    excused.insert(found);
                }
                _ if first.at() == entry.at() => failures.push(format!("{}: {form:?} stands twice", entry.at())),
                _ => failures.push(format!("{}: {form:?} stands also in {}", entry.at(), first.at())),
            }
        }
    }
    failures.extend(TWO_VALUES.iter().filter(|e| !excused.contains(e)).map(|(c, form, _)| format!("{c}: {form:?} stands once now")));
    report::assert_none(&failures);
}

#[test]
fn concepts_have_words_of_both_languages() {
    // Of all values of a concept together: a month may have names that one language does not tell apart.
    let entries = entries();
    let mut langs: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for entry in &entries {
        let (ar, en) = langs.entry(&entry.concept).or_default();
        *ar += entry.ar.len();
        *en += entry.en.len();
    }
    let mut failures = Vec::new();
    for (concept, (ar, en)) in langs {
        let one = (ar == 0) != (en == 0);
        if one != ONE_LANGUAGE.iter().any(|(other, _)| *other == concept) {
            failures.push(format!("{concept}: {ar} Arabic forms, {en} English ones"));
        }
    }
    report::assert_none(&failures);
}

#[test]
fn forms_are_plain_and_written_in_their_language() {
    let mut failures = Vec::new();
    for entry in entries() {
        for form in entry.forms() {
            if let Some(c) = form.chars().find(|&c| normalize(&c.to_string()).is_empty()) {
                failures.push(format!("{}: {form:?} holds {:?}, which folding drops", entry.at(), c.escape_unicode().to_string()));
            }
            if folded(form).is_empty() || form.trim() != form || form.contains("  ") {
                failures.push(format!("{}: expected words parted by single spaces, found {form:?}", entry.at()));
            }
        }
        let arabic = |form: &&String| form.chars().any(fold::is_arabic);
        let latin = |form: &&String| form.chars().any(|c| c.is_ascii_alphabetic());
        let strange = entry.ar.iter().filter(latin).chain(entry.en.iter().filter(arabic));
        failures.extend(strange.map(|form| format!("{}: {form:?} stands under the other language", entry.at())));
    }
    report::assert_none(&failures);
}

#[test]
fn lists_are_sorted_and_say_each_word_once() {
    let mut failures = Vec::new();
    let mut lists: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (kind, file) in [
        ("given", "given_names_ar.txt"),
        ("given", "given_names_en.txt"),
        ("common", "common_ar.txt"),
        ("common", "common_en.txt"),
        ("places", "places_ar.txt"),
        ("places", "places_en.txt"),
    ] {
        let content = fs::read_to_string(data("lists").join(file)).unwrap();
        let lines: Vec<&str> = content.lines().collect();
        for pair in lines.windows(2).filter(|pair| pair[0] >= pair[1]) {
            failures.push(format!("{file}: {:?} before {:?}: expected sorted lines, each once", pair[0], pair[1]));
        }
        for line in lines {
            let word = folded(line);
            if word.is_empty() || word.contains(' ') && kind != "places" || line.trim() != line {
                failures.push(format!("{file}: expected one word a line, found {line:?}"));
            }
            if !lists.entry(kind).or_default().insert(word) && kind == "places" {
                failures.push(format!("{file}: {line:?} is another line when folded"));
            }
        }
    }
    failures.extend(lists["given"].intersection(&lists["common"]).map(|word| format!("{word:?} is a given name and a common word")));
    report::assert_none(&failures);
}

/// A longer entry with an article must not hide a shorter one without: مراكز الاقتراع والفرز, and مراكز اقتراع.
#[test]
fn the_longest_entry_is_found_with_and_without_articles() {
    let lexicon = Lexicon::get();
    for (text, end) in [("مراكز الاقتراع والفرز في المدينة", 3), ("مراكز الاقتراع في المدينة", 2), ("مراكز اقتراع والفرز", 2)]
    {
        let tagged = lexicon.tag(Text::new(text));
        assert_eq!(tagged.hit(0, Concept::Station).map(|hit| hit.end), Some(end), "{text}");
    }
}
