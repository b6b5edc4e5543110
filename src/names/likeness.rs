//! Two names of any number of words → how alike they are, in whichever scripts they are written.
//!
//! The words of one are paired with the words of the other by their sounds. A name may lack words that the other has; but where
//! both have one that the other lacks, they are two: John Smith and David Smith.

use super::sounds::{Sounds, Spelled};
use super::words::{is_compound, is_generic, is_particle};
use crate::lexicon::Lexicon;
use crate::text::normalize;

/// From here on two names are held to be one. Measured on `corpus/names/same.tsv`.
pub const SAME: f64 = 0.6;
/// Two words below this are not paired.
const PAIRED: f32 = 0.5;
/// What is left of the likeness where each name has a word that the other lacks.
const TWO_NAMES: f32 = 0.4;
/// Where one name lacks words of the other.
const SHORTER: f32 = 0.95;
/// Where all that is left of a fuller name is its given name: John and John Smith.
const GIVEN_ONLY: f32 = 0.55;
/// Names of more words are compared by these.
const WORDS: usize = 8;

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
}

#[derive(Clone, Debug)]
struct Part {
    folded: String,
    spelled: Option<Spelled>,
    /// It may lack in either name: a title, "bin", "de".
    optional: bool,
    given: bool,
}

/// A run of one or two words of either name that are paired.
struct Pair {
    left: std::ops::Range<usize>,
    right: std::ops::Range<usize>,
    evidence: f32,
    usual: f32,
}

impl Pair {
    fn ratio(&self) -> f32 {
        (self.evidence / self.usual.max(0.1)).clamp(0.0, 1.0)
    }
}

impl Parts {
    /// Reads a name.
    pub fn new(name: &str) -> Self {
        let sounds = Sounds::get();
        let folded = normalize(name);
        let part = |word: String| {
            let bare = super::bare(&word);
            Part {
                spelled: sounds.spell(&word),
                optional: is_generic(&bare) || is_particle(&bare),
                given: Lexicon::get().is_given_name(&word),
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
        if words.iter().all(|word| word.optional) {
            words.iter_mut().for_each(|word| word.optional = false);
        }
        let joined = words.windows(2).map(|two| sounds.spell(&format!("{}{}", two[0].folded, two[1].folded))).collect();
        Parts { folded, words, joined }
    }

    /// See [`likeness`].
    pub fn likeness(&self, other: &Parts) -> f64 {
        if self.words.is_empty() || other.words.is_empty() {
            return f64::from(u8::from(self.folded == other.folded));
        }
        let pairs = self.paired(other);
        let alone = |all: &[Part], of: fn(&Pair) -> std::ops::Range<usize>| -> Vec<usize> {
            (0..all.len()).filter(|i| !pairs.iter().any(|pair| of(pair).contains(i))).collect()
        };
        let mut left = alone(&self.words, |pair| pair.left.clone());
        let mut right = alone(&other.words, |pair| pair.right.clone());
        // An initial stands for any word that begins with it.
        left.retain(|&i| !right.iter().position(|&j| initials(&self.words[i], &other.words[j])).map(|at| right.remove(at)).is_some());
        let usual: f32 = pairs.iter().map(|pair| pair.usual).sum();
        if pairs.is_empty() || usual <= 0.0 {
            return 0.0;
        }
        let paired: f32 = pairs.iter().map(|pair| pair.ratio() * pair.usual).sum::<f32>() / usual;
        let lacking = |all: &[Part], alone: &[usize]| alone.iter().any(|&i| !all[i].optional);
        let whole = match (lacking(&self.words, &left), lacking(&other.words, &right)) {
            (true, true) => TWO_NAMES,
            (false, false) => 1.0,
            (true, false) => self.shortened(&pairs, |pair| pair.left.clone()),
            (false, true) => other.shortened(&pairs, |pair| pair.right.clone()),
        };
        f64::from(paired * whole)
    }

    /// What it takes away that only these words of a name are in the other one.
    fn shortened(&self, pairs: &[Pair], of: fn(&Pair) -> std::ops::Range<usize>) -> f32 {
        let given_only =
            pairs.len() == 1 && of(&pairs[0]).end < self.words.len() && self.words[of(&pairs[0])].iter().all(|word| word.given);
        if given_only { GIVEN_ONLY } else { SHORTER }
    }

    /// The words that sound alike, what speaks most for one name first.
    fn paired(&self, other: &Parts) -> Vec<Pair> {
        let sounds = Sounds::get();
        let mut rows = Vec::new();
        let mut all: Vec<Pair> = Vec::new();
        let mut add = |left: std::ops::Range<usize>, right: std::ops::Range<usize>| {
            let (Some(a), Some(b)) = (self.spelled(&left), other.spelled(&right)) else {
                // Digits, and letters of other scripts.
                let same = left.len() == 1 && right.len() == 1 && self.words[left.start].folded == other.words[right.start].folded;
                if same {
                    all.push(Pair { left, right, evidence: 5.0, usual: 5.0 });
                }
                return;
            };
            let (evidence, usual) = sounds.evidence(a, b, &mut rows);
            if evidence > 0.0 && evidence >= PAIRED * usual {
                all.push(Pair { left, right, evidence, usual });
            }
        };
        for i in 0..self.words.len() {
            for j in 0..other.words.len() {
                add(i..i + 1, j..j + 1);
                if i + 1 < self.words.len() {
                    add(i..i + 2, j..j + 1);
                }
                if j + 1 < other.words.len() {
                    add(i..i + 1, j..j + 2);
                }
            }
        }
        all.sort_by(|a, b| b.evidence.total_cmp(&a.evidence).then((a.left.start, a.right.start).cmp(&(b.left.start, b.right.start))));
        let mut taken: Vec<Pair> = Vec::new();
        let apart = |a: &std::ops::Range<usize>, b: &std::ops::Range<usize>| a.end <= b.start || b.end <= a.start;
        for pair in all {
            if taken.iter().all(|t| apart(&t.left, &pair.left) && apart(&t.right, &pair.right)) {
                taken.push(pair);
            }
        }
        taken
    }

    fn spelled(&self, at: &std::ops::Range<usize>) -> Option<&Spelled> {
        if at.len() == 1 { self.words[at.start].spelled.as_ref() } else { self.joined[at.start].as_ref() }
    }
}

/// Whether one of two words is the other's first letter.
fn initials(a: &Part, b: &Part) -> bool {
    let letters = |part: &Part| part.spelled.as_ref().map_or(0, |s| s.letters.len());
    let short = letters(a).min(letters(b));
    if short != 1 {
        return false;
    }
    let (one, word) = if letters(a) == 1 { (a, b) } else { (b, a) };
    let (Some(one), Some(word)) = (&one.spelled, &word.spelled) else { return false };
    Sounds::get().begins_with(word, one)
}
