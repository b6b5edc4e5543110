//! Which texts hold no word of voting at all: told from their bytes, many times faster than by reading them.
//!
//! It may let a text through in vain; it never keeps one back that holds an entry which [`is_voting`].

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memmem::{self, Finder};
use rustc_hash::FxHashMap;

use super::concept::Concept;
use crate::text::fold::letters;

/// Whether an entry of this meaning speaks of voting. An article without one is no news of an election and has no facts.
pub fn is_voting(concept: Concept, value: i64) -> bool {
    match concept {
        // Not the weak words, which say it only beside others: "vote", "race", "centres".
        Concept::Election | Concept::Polling | Concept::Voter | Concept::Station => value == 1,
        Concept::PublicVote => true,
        _ => false,
    }
}

/// Letters that clitics put before a word, at most: وبال.
const CLITICS: usize = 4;

/// Finds words of voting. Words are in the bytes of [`letters`].
#[derive(Debug)]
pub(super) struct Sieve {
    /// Those of `words` that hold no other.
    stems: AhoCorasick,
    /// One word of each entry, and the other words of each entry that it stands for.
    words: FxHashMap<Vec<u8>, Vec<Vec<Finder<'static>>>>,
}

impl Sieve {
    /// Of entries, given as their folded words; an error where an entry has no word of letters only.
    pub(super) fn new(entries: &[Vec<String>], is_common: impl Fn(&str) -> bool) -> Result<Self, String> {
        let mut words: FxHashMap<Vec<u8>, Vec<Vec<Finder>>> = FxHashMap::default();
        let mut phrases: Vec<&Vec<String>> = entries.iter().collect();
        // Single words must be there anyhow and serve many phrases; of other words the long ones are the rarer.
        phrases.sort_by_key(|phrase| phrase.len());
        for phrase in phrases {
            let mut choice: Vec<(bool, Vec<u8>)> = phrase.iter().map(|word| (is_common(word), letters(word))).collect();
            choice.retain(|(_, word)| word.iter().all(is_letter));
            choice.sort_by_key(|(common, word)| (!words.contains_key(word), *common, std::cmp::Reverse(word.len())));
            let mut choice = choice.into_iter().map(|(_, word)| word);
            let Some(word) = choice.next() else {
                return Err(format!("{phrase:?} speaks of voting and has no word of letters only"));
            };
            words.entry(word).or_default().push(choice.map(|word| Finder::new(&word).into_owned()).collect());
        }
        let holds = |word: &[u8], stem: &[u8]| word.len() > stem.len() && memmem::find(word, stem).is_some();
        let mut stems: Vec<&Vec<u8>> = words.keys().filter(|word| !words.keys().any(|stem| holds(word, stem))).collect();
        stems.sort();
        let stems = AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(stems).map_err(|e| e.to_string())?;
        Ok(Sieve { stems, words })
    }

    /// Whether `text` may hold an entry.
    pub(super) fn passes(&self, text: &str) -> bool {
        let text = letters(text);
        let stands = |entry: &Vec<Finder>| entry.iter().all(|word| word.find(&text).is_some());
        let mut alone: Vec<&[u8]> = Vec::new();
        let mut from = 0;
        while let Some(stem) = self.stems.find(&text[from..]) {
            let (begin, end) = (from + stem.start(), from + stem.end());
            let start = begin - text[..begin].iter().rev().take_while(|b| is_letter(b)).count();
            let stop = end + text[end..].iter().take_while(|b| is_letter(b)).count();
            // Only Arabic letters can be clitics.
            let clitics = text[start..begin].iter().take(CLITICS).take_while(|b| !b.is_ascii()).count();
            for word in (start..=start + clitics).map(|at| &text[at..stop]) {
                let Some(entries) = self.words.get(word).filter(|_| !alone.contains(&word)) else { continue };
                if entries.iter().any(stands) {
                    return true;
                }
                alone.push(word);
            }
            from = stop;
        }
        false
    }
}

fn is_letter(byte: &u8) -> bool {
    byte.is_ascii_lowercase() || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::super::Lexicon;
    use super::*;
    use crate::text::Text;
    use crate::text::clitic::Clitics;

    /// Every entry, as it may stand in a text.
    fn disguises(entry: &[String]) -> Vec<String> {
        let plain = entry.join(" ");
        let arabic = !plain.is_ascii();
        let marked = |mark: char| plain.chars().flat_map(|c| [Some(c), Some(mark).filter(|_| c.is_alphabetic())]).flatten().collect();
        let mut all = vec![
            plain.clone(),
            plain.to_uppercase(),
            plain.replace(' ', "\u{200F} "),
            format!("12{plain}،"),
            format!("\u{200F}«{plain}»\u{200F}"),
            format!("№{plain}\u{0591}"),
            format!("a\u{0591}{plain}’s"),
            marked('\u{200C}'),
        ];
        if arabic {
            all.extend([plain.replace('ا', "أ"), plain.replace('ا', "آ").replace('ه', "ة"), plain.replace('ي', "ى").replace('ك', "ک")]);
            all.extend(['\u{064E}', '\u{0640}', '\u{0670}', '\u{0651}'].map(marked));
            all.extend(["وال", "لل", "ف", "وبال", "س"].map(|clitic| format!("{clitic}{plain}")));
        } else {
            all.push(marked('\u{0301}'));
            all.push(plain.replace('e', "é").replace('o', "ö"));
            all.push(plain.chars().map(|c| if c.is_ascii_lowercase() { char::from_u32(c as u32 + 0xFEE0).unwrap() } else { c }).collect());
        }
        all
    }

    #[test]
    fn lets_every_entry_pass() {
        let lexicon = Lexicon::get();
        for entry in &lexicon.voting {
            for text in disguises(entry) {
                assert!(lexicon.speaks_of_voting(&text), "{entry:?} in {text:?}");
                assert!(lexicon.speaks_of_voting(&format!("قال الوزير، {text} (in Paris)")), "{entry:?} in {text:?}");
            }
        }
    }

    #[test]
    fn keeps_other_words_back() {
        let lexicon = Lexicon::get();
        for text in [
            "He embraced a devoted friend at the pollution summit.",
            "The president returned to France with his trace of grace.",
            "فاز المنتخب بنتيجة كبيرة وصوته عال",
            "",
            "ﷺ №",
        ] {
            assert!(!lexicon.speaks_of_voting(text), "{text}");
        }
    }

    #[test]
    fn knows_how_long_clitics_are() {
        let longest = crate::text::clitic::readings("وبالانتخابات").map(|(_, rest)| "وبالانتخابات".len() - rest.len()).max();
        assert!(longest.is_some_and(|bytes| bytes <= 2 * CLITICS) && Clitics::NONE.is_empty());
    }

    proptest::proptest! {
        #[test]
        fn what_is_tagged_passes(text in "([a-zA-Z éأابةتﻻ\u{064B}\u{0640}\u{200F}'’.0٣\n-]|vote|الانتخاب|صوت|poll|ناخب|run-off|الاقتراع|race|elected|polling stations|لجنة فرعية|قلم اقتراع| قال إن الأسعار والأجور ارتفعت | the price of bread and rents rose ){0,30}") {
            let lexicon = Lexicon::get();
            let tagged = lexicon.tag(Text::new(&text));
            let speaks = tagged.hits.iter().any(|hit| is_voting(hit.concept, hit.value));
            proptest::prop_assert!(!speaks || lexicon.speaks_of_voting(&text));
        }
    }
}
