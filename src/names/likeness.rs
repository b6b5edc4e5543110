//! Two names of any number of words → how alike they are, in whichever scripts they are written.
//!
//! The words of one are paired with the words of the other by their sounds. A name may lack words that the other has; but where
//! both have one that the other lacks, they are two: John Smith and David Smith.

use std::ops::Range;

use super::known::{Known, known};
use super::letters::Script;
use super::sounds::{Sounds, Spelled};
use super::words::{Meaning, country, is_compound, is_generic, is_particle, meaning};
use crate::lexicon::{Concept, Lexicon};
use crate::text::normalize;

/// From here on two names are held to be one. Measured on `corpus/names/same.tsv`.
pub const SAME: f64 = 0.6;
/// Two words below this are not paired.
const PAIRED: f32 = 0.3;
/// Below this a pair makes the whole unsure.
const SURE: f32 = 0.5;
const UNSURE: f32 = 0.8;
/// From here on a word has found its own.
const SETTLED: f32 = 0.8;
/// From here on two given names of the list are spellings of one: Sara and Sarah.
const ALIKE: f32 = 0.95;
/// What is left of the evidence of two words that the lists know for two names: محمد and محمود, Joan and John.
const ANOTHER: f32 = 0.4;
/// What is left of the likeness where each name has a word that the other lacks.
const TWO_NAMES: f32 = 0.4;
/// Where one name lacks words of the other.
const SHORTER: f32 = 0.95;
/// Where all that is left of a fuller name is its given name: John and John Smith.
const GIVEN_ONLY: f32 = 0.55;
/// Names of more words are compared by these.
const WORDS: usize = 8;
/// The evidence of a word that means the same, or is the same digits: about that of a word of six letters.
const WHOLE_WORD: f32 = 15.0;
/// What a word that one party lacks weighs against one that both have: two of three are enough, one of two is not.
const LACKING: f32 = 1.25;
/// Where one party is a front and the other a movement.
const OTHER_HEAD: f32 = 0.55;
/// Words that abbreviations pass over.
const SMALL: &[&str] = &["of", "the", "and", "for", "in"];

/// Whether two names, in any mixture of scripts and spellings, are taken for one: [`likeness`] of at least [`SAME`].
///
/// ```
/// use hasila::names::same;
/// assert!(same("Kassym-Jomart Tokayev", "قاسم جومارت توكاييف"));
/// assert!(same("El-Sisi", "Sisi"));
/// assert!(!same("John Smith", "David Smith"));
/// ```
pub fn same(a: &str, b: &str) -> bool {
    likeness(a, b) >= SAME
}

/// How alike two names are, from 0 to 1. It is symmetric, and 1 for a name and itself.
pub fn likeness(a: &str, b: &str) -> f64 {
    Parts::new(a).likeness(&Parts::new(b))
}

/// A name made ready to be compared with many: [`likeness`] without reading it anew.
#[derive(Clone, Debug)]
pub struct Parts {
    folded: String,
    words: Vec<Part>,
    /// Each word with the one behind it, written as one.
    joined: Vec<Option<Spelled>>,
    /// The first letters of a Latin name's words, but of "of" and the like.
    short: String,
}

#[derive(Clone, Debug)]
struct Part {
    folded: String,
    spelled: Option<Spelled>,
    /// It may lack in either name: a title, "bin", "de".
    optional: bool,
    given: bool,
    /// What the list of common names has of it.
    known: Option<&'static Known>,
    /// What it means in the name of a party or place.
    meaning: Option<Meaning>,
}

/// What names are of. Parties and places are also compared by what their words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    Person,
    Party,
    Place,
}

/// How alike two names are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Compared {
    /// From 0 to 1.
    pub(super) score: f32,
    /// They share a word that sounds alike or means the same.
    alike: bool,
    /// Tells apart what is equally alike: the share of the usual evidence, which may be more than all of it.
    pub(super) rank: f32,
}

impl Compared {
    const SAME: Compared = Compared { score: 1.0, alike: true, rank: 1.0 };

    fn likeness(self) -> f64 {
        if self.alike { self.rounded() } else { 0.0 }
    }

    /// The score, also of names that are hardly alike; what is printed with four digits is compared with four.
    pub(super) fn rounded(self) -> f64 {
        (f64::from(self.score) * 1e4).round() / 1e4
    }
}

/// A run of one or two words of either name that are paired.
struct Pair {
    left: Range<usize>,
    right: Range<usize>,
    evidence: f32,
    usual: f32,
    /// They mean the same; otherwise they sound alike.
    meaning: bool,
}

impl Part {
    /// Whether two words are one name by the list of common names; none where it does not hold both.
    fn is(&self, other: &Part) -> Option<bool> {
        Some(self.known?.is(other.known?))
    }

    /// Two given names of the list, which tells that they may be two. Of Arabic spellings of foreign names it has too many.
    fn may_be_two(&self, other: &Part) -> bool {
        let latin = |part: &Part| part.given && part.spelled.as_ref().is_some_and(|s| s.script == Script::Latin);
        latin(self) && latin(other) && self.folded != other.folded
    }
}

impl Pair {
    fn ratio(&self) -> f32 {
        self.evidence / self.usual.max(0.1)
    }
}

impl Parts {
    /// Reads a name.
    pub fn new(name: &str) -> Self {
        Parts::spelled_by(name, Sounds::get())
    }

    /// As [`Parts::new`], by another table of sounds.
    pub(super) fn spelled_by(name: &str, sounds: &Sounds) -> Self {
        let folded = normalize(name);
        let part = |word: String| {
            let bare = super::bare(&word);
            Part {
                spelled: sounds.spell(&word),
                optional: is_generic(&bare) || is_particle(&bare),
                given: Lexicon::get().is_given_name(&word),
                known: known(&word),
                meaning: meaning(&bare).or_else(|| country(&word)),
                folded: word,
            }
        };
        let mut words: Vec<Part> = Vec::new();
        // عبد and what follows are one name, however many spaces writers put in it.
        let mut head = String::new();
        for word in folded.split(|c: char| !c.is_alphanumeric() && c != '\'').take(WORDS) {
            let word = head.clone() + &word.replace('\'', "");
            let begins = is_compound(&word) || !head.is_empty() && matches!(&word[head.len()..], "al" | "el" | "ul" | "ال");
            head.clear();
            // An article that stands apart says nothing.
            if word.is_empty() || matches!(word.as_str(), "al" | "el" | "ال") {
                continue;
            }
            if begins {
                head = word;
                continue;
            }
            words.push(part(word));
        }
        if !head.is_empty() {
            words.push(part(head));
        }
        // "President Ruto", but nobody is left out because of a king among his names.
        if let Some(first) = words.first_mut() {
            first.optional |= first.meaning.is_none() && Lexicon::get().alone(&first.folded, Concept::Title).is_some();
        }
        if words.iter().all(|word| word.optional) {
            words.iter_mut().for_each(|word| word.optional = false);
        }
        let joined = words.windows(2).map(|two| sounds.spell(&format!("{}{}", two[0].folded, two[1].folded))).collect();
        let initial = |word: &str| word.chars().next().filter(|c| c.is_ascii_alphabetic() && !SMALL.contains(&word));
        let short = folded.split(|c: char| !c.is_alphanumeric()).filter_map(initial).collect();
        Parts { folded, words, joined, short }
    }

    /// See [`likeness`].
    pub fn likeness(&self, other: &Parts) -> f64 {
        self.likeness_of(other, Of::Person)
    }

    /// As [`Parts::likeness`], for names of one kind.
    pub(crate) fn likeness_of(&self, other: &Parts, of: Of) -> f64 {
        self.compare(other, of, Sounds::get()).likeness()
    }

    /// Whether it is made of words that mean something in both languages: another name of the same would share some.
    pub(crate) fn is_translatable(&self) -> bool {
        let telling = || self.words.iter().filter(|word| !word.optional);
        telling().next().is_some() && telling().all(|word| word.meaning.is_some())
    }

    /// The letters of each word that is compared.
    pub(super) fn letters(&self) -> impl Iterator<Item = &[char]> {
        self.words.iter().filter_map(|word| word.spelled.as_ref()).map(|spelled| &spelled.letters[..])
    }

    /// As [`Parts::likeness`], for names of one kind and by the table that both were read with.
    pub(super) fn compare(&self, other: &Parts, of: Of, sounds: &Sounds) -> Compared {
        if of == Of::Party && (self.is_short_for(other) || other.is_short_for(self)) {
            return Compared::SAME;
        }
        if self.words.is_empty() || other.words.is_empty() {
            return if self.folded == other.folded { Compared::SAME } else { Compared::default() };
        }
        let pairs = self.paired(other, of, sounds);
        let usual: f32 = pairs.iter().map(|pair| pair.usual).sum();
        if usual <= 0.0 {
            return Compared::default();
        }
        let alone = |all: &[Part], of: fn(&Pair) -> &Range<usize>| -> Vec<usize> {
            (0..all.len()).filter(|i| !pairs.iter().any(|pair| of(pair).contains(i))).collect()
        };
        let (mut left, mut right) = (alone(&self.words, |pair| &pair.left), alone(&other.words, |pair| &pair.right));
        // An initial stands for any word that begins with it.
        left.retain(|&i| match right.iter().position(|&j| initials(&self.words[i], &other.words[j], sounds)) {
            Some(at) => {
                right.remove(at);
                false
            }
            None => true,
        });
        let paired: f32 = pairs.iter().map(|pair| pair.ratio().clamp(0.0, 1.0) * pair.usual).sum::<f32>() / usual;
        let rank: f32 = pairs.iter().map(|pair| pair.evidence).sum::<f32>() / usual;
        let least = pairs.iter().map(Pair::ratio).fold(f32::INFINITY, f32::min);
        let (left, right) = (self.lacking(left), other.lacking(right));
        let whole = match (left.is_empty(), right.is_empty()) {
            (true, true) => 1.0,
            (false, false) => TWO_NAMES,
            (false, true) if of != Of::Person => self.shortened_meaning(&pairs, &left),
            (true, false) if of != Of::Person => other.shortened_meaning(&pairs, &right),
            (false, true) => self.shortened(&pairs, |pair| &pair.left),
            (true, false) => other.shortened(&pairs, |pair| &pair.right),
        };
        // Papers call one party a movement and a bloc, where it has a name of its own; but a region is not its city.
        let loose = of == Of::Person || of == Of::Party && pairs.iter().any(|pair| !pair.meaning);
        let heads = if !loose && self.another_head(other) { OTHER_HEAD } else { 1.0 };
        let sure = if least < SURE { UNSURE } else { 1.0 };
        Compared { score: paired * whole * heads * sure, rank, alike: least >= PAIRED }
    }

    /// Of the words that found no partner, those that tell names apart.
    fn lacking(&self, mut alone: Vec<usize>) -> Vec<usize> {
        alone.retain(|&i| !self.words[i].optional);
        alone
    }

    /// What it takes away that only these words of a person's name are in the other one.
    fn shortened(&self, pairs: &[Pair], of: fn(&Pair) -> &Range<usize>) -> f32 {
        let only = |pair: &Pair| of(pair).end < self.words.len() && self.words[of(pair).clone()].iter().all(|word| word.given);
        if pairs.len() == 1 && only(&pairs[0]) { GIVEN_ONLY } else { SHORTER }
    }

    /// Of a party or place: one word of its own is enough, but of words that many use there must be more than are lacking.
    fn shortened_meaning(&self, pairs: &[Pair], lacking: &[usize]) -> f32 {
        let lacking = lacking.iter().filter(|&&i| !self.words[i].meaning.is_some_and(|m| m.is_country())).count();
        if lacking == 0 || pairs.iter().any(|pair| !pair.meaning) {
            return SHORTER;
        }
        let shared = pairs.len() as f32;
        shared / (shared + LACKING * lacking as f32)
    }

    /// Each is said to be something that the other is not: a front and a movement.
    fn another_head(&self, other: &Parts) -> bool {
        let heads = |parts: &Parts| parts.words.iter().filter_map(|word| word.meaning).filter(|m| m.head).collect::<Vec<_>>();
        let (left, right) = (heads(self), heads(other));
        !left.is_empty() && !right.is_empty() && !left.iter().any(|head| right.contains(head))
    }

    /// "SNP" for "Scottish National Party".
    fn is_short_for(&self, full: &Parts) -> bool {
        self.words.len() == 1 && full.short.len() > 1 && self.folded == full.short
    }

    /// The words that sound alike, what speaks most for one name first.
    fn paired(&self, other: &Parts, of: Of, sounds: &Sounds) -> Vec<Pair> {
        let mut rows = Vec::new();
        let (n, m) = (self.words.len(), other.words.len());
        let mut all: Vec<Pair> = Vec::with_capacity(n * m);
        for i in 0..n {
            for j in 0..m {
                all.extend(self.pair(i..i + 1, other, j..j + 1, of, sounds, &mut rows));
            }
        }
        // Of words that have found theirs, none is a part of another one.
        let settled =
            |word: usize, side: fn(&Pair) -> &Range<usize>| all.iter().any(|pair| pair.ratio() >= SETTLED && side(pair).contains(&word));
        let left: Vec<bool> = (0..n).map(|i| settled(i, |pair| &pair.left)).collect();
        let right: Vec<bool> = (0..m).map(|j| settled(j, |pair| &pair.right)).collect();
        for i in (0..n).filter(|&i| !left[i]) {
            for j in (0..m).filter(|&j| !right[j]) {
                if i + 1 < n && !left[i + 1] {
                    all.extend(self.pair(i..i + 2, other, j..j + 1, of, sounds, &mut rows));
                }
                if j + 1 < m && !right[j + 1] {
                    all.extend(self.pair(i..i + 1, other, j..j + 2, of, sounds, &mut rows));
                }
            }
        }
        let unlike = |pair: &Pair| pair.ratio() < PAIRED;
        let by_evidence = |a: &Pair, b: &Pair| unlike(a).cmp(&unlike(b)).then(b.evidence.total_cmp(&a.evidence));
        all.sort_by(|a, b| by_evidence(a, b).then((a.left.start, a.right.start).cmp(&(b.left.start, b.right.start))));
        let mut taken: Vec<Pair> = Vec::new();
        let apart = |a: &Range<usize>, b: &Range<usize>| a.end <= b.start || b.end <= a.start;
        let free = |taken: &[Pair], pair: &Pair| taken.iter().all(|t| apart(&t.left, &pair.left) && apart(&t.right, &pair.right));
        for pair in all {
            // What sounds alike by chance is no pair, unless there is no other.
            if taken.is_empty() || !unlike(&pair) && free(&taken, &pair) {
                taken.push(pair);
            }
        }
        taken
    }

    /// What speaks for one or two words of either name being one; nothing for words that have no sounds, or mean different things.
    fn pair(&self, left: Range<usize>, other: &Parts, right: Range<usize>, of: Of, sounds: &Sounds, rows: &mut Vec<f32>) -> Option<Pair> {
        let words = (left.len() == 1 && right.len() == 1).then(|| (&self.words[left.start], &other.words[right.start]));
        if let Some((a, b)) = words.filter(|_| of != Of::Person).and_then(|(a, b)| a.meaning.zip(b.meaning)) {
            // What both are is compared apart.
            let evidence = if a.head { 0.1 } else { WHOLE_WORD };
            return (a == b).then_some(Pair { left, right, evidence, usual: evidence, meaning: true });
        }
        let (Some(a), Some(b)) = (self.spelled(&left), other.spelled(&right)) else {
            // Digits, and letters of other scripts.
            let same = words.is_some_and(|(a, b)| a.folded == b.folded);
            return same.then_some(Pair { left, right, evidence: WHOLE_WORD, usual: WHOLE_WORD, meaning: false });
        };
        let (mut evidence, usual) = sounds.evidence(a, b, rows);
        if let Some((a, b)) = words {
            match a.is(b) {
                Some(true) => evidence = evidence.max(usual),
                None if evidence >= ALIKE * usual || !a.may_be_two(b) => {}
                _ => evidence = evidence.min(ANOTHER * evidence),
            }
        }
        Some(Pair { left, right, evidence, usual, meaning: false })
    }

    fn spelled(&self, at: &Range<usize>) -> Option<&Spelled> {
        if at.len() == 1 { self.words[at.start].spelled.as_ref() } else { self.joined[at.start].as_ref() }
    }
}

/// Whether one of two words is the other's first letter.
fn initials(a: &Part, b: &Part, sounds: &Sounds) -> bool {
    let letters = |part: &Part| part.spelled.as_ref().map_or(0, |s| s.letters.len());
    let short = letters(a).min(letters(b));
    if short != 1 {
        return false;
    }
    let (one, word) = if letters(a) == 1 { (a, b) } else { (b, a) };
    let (Some(one), Some(word)) = (&one.spelled, &word.spelled) else { return false };
    sounds.begins_with(word, one)
}
