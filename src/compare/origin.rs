//! Texts → which of them are copies of one: agencies send a report to many papers, which cut it and change a word.

use std::collections::VecDeque;
use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::report::Report;
use crate::text::fold::each_word;

/// Words in a shingle: two texts of their own seldom share a run of so many.
const SHINGLE: usize = 5;
/// Of the shorter text, the share of shingles that make it a copy.
const COPY: f64 = 0.5;
/// A shingle is looked up in so many texts.
const COMMON: usize = 16;
/// Fewer shingles of a thinned text tell nothing: the rest of a sentence that both quote would make a copy.
const TELLING: usize = 8;

/// What a text is compared by: the runs of words in it.
#[derive(Clone, Debug, Default)]
pub struct Shingles {
    /// Of all shingles, those whose hash this power of two divides are kept. The same ones are in every text: so a share of them is
    /// the share of all (FracMinHash).
    every: u64,
    kept: Vec<u64>,
    /// Of all the words.
    whole: u64,
}

impl Shingles {
    /// Of a text; of a long one not many more than `most`.
    pub fn of(text: &str, most: usize) -> Self {
        let mut words: Vec<u64> = Vec::with_capacity(text.len() / 6);
        each_word(text, |word| words.push(hash(word)));
        let mut all: Vec<u64> = words.windows(SHINGLE).map(hash).collect();
        all.sort_unstable();
        all.dedup();
        let mut every = 1;
        while all.len() as u64 / every > most as u64 {
            every *= 2;
        }
        all.retain(|shingle| shingle.is_multiple_of(every));
        Shingles { every, kept: all, whole: hash(&words[..]) }
    }

    /// How many are left when thinned to those that `every` divides.
    fn count(&self, every: u64) -> usize {
        self.kept.iter().filter(|shingle| shingle.is_multiple_of(every)).count()
    }
}

fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The texts met so far, each with what the caller knows it by.
#[derive(Debug)]
pub struct Origins<T> {
    /// Texts that are no copies, the oldest first; how many of them are remembered.
    texts: VecDeque<(Shingles, T)>,
    most: usize,
    /// How many were forgotten: the place of the first that is remembered.
    forgotten: usize,
    /// Of the texts that are no copies, which hold a shingle: so the work is that of reading, however many articles there are.
    holding: FxHashMap<u64, Vec<u32>>,
    /// The text of just these words.
    same: FxHashMap<u64, usize>,
}

/// The text that another one repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Copy<'a, T> {
    /// What it is known by.
    pub of: &'a T,
    /// Whether it is the same word for word.
    pub same: bool,
}

impl<T> Origins<T> {
    /// Remembers the last `most` texts that were no copies.
    pub fn new(most: usize) -> Self {
        Origins { texts: VecDeque::new(), most, forgotten: 0, holding: FxHashMap::default(), same: FxHashMap::default() }
    }

    /// Of which text met before this one is a copy. One that is none is remembered as `name`.
    pub fn add(&mut self, shingles: Shingles, name: T) -> Option<Copy<'_, T>> {
        let same = self.same.get(&shingles.whole).copied().filter(|_| !shingles.kept.is_empty());
        let Some(first) = same.or_else(|| self.near(&shingles)) else {
            self.remember(shingles, name);
            return None;
        };
        Some(Copy { of: &self.texts[first - self.forgotten].1, same: same.is_some() })
    }

    /// The first text that shares enough shingles.
    fn near(&self, shingles: &Shingles) -> Option<usize> {
        let mut shared: FxHashMap<u32, Vec<u64>> = FxHashMap::default();
        for shingle in &shingles.kept {
            for &place in self.holding.get(shingle).into_iter().flatten() {
                shared.entry(place).or_default().push(*shingle);
            }
        }
        let copied = |(place, common): (u32, Vec<u64>)| {
            let place = place as usize;
            let other = &self.texts[place - self.forgotten].0;
            let every = other.every.max(shingles.every);
            let least = other.count(every).min(shingles.count(every));
            let common = common.iter().filter(|shingle| shingle.is_multiple_of(every)).count();
            ((every == 1 || least >= TELLING) && common as f64 >= COPY * least as f64).then_some(place)
        };
        shared.into_iter().filter_map(copied).min()
    }

    fn remember(&mut self, shingles: Shingles, name: T) {
        if self.texts.len() == self.most {
            self.forget();
        }
        let place = self.forgotten + self.texts.len();
        for &shingle in &shingles.kept {
            let texts = self.holding.entry(shingle).or_default();
            // What so many say is a phrase of the trade.
            if texts.len() < COMMON {
                texts.push(place as u32);
            }
        }
        self.same.insert(shingles.whole, place);
        self.texts.push_back((shingles, name));
    }

    fn forget(&mut self) {
        let Some((shingles, _)) = self.texts.pop_front() else { return };
        for shingle in shingles.kept {
            if let Some(texts) = self.holding.get_mut(&shingle) {
                texts.retain(|&place| place as usize != self.forgotten);
                if texts.is_empty() {
                    self.holding.remove(&shingle);
                }
            }
        }
        self.same.remove(&shingles.whole);
        self.forgotten += 1;
    }
}

/// For each report the first one of the same wire text, which may be itself.
pub(super) fn origins(reports: &[Report]) -> Vec<usize> {
    let mut origins = Origins::new(usize::MAX);
    let origin = |(i, report): (usize, &Report)| {
        let copy = report.text.as_deref().and_then(|text| origins.add(Shingles::of(text, usize::MAX), i));
        copy.map_or(i, |copy| *copy.of)
    };
    reports.iter().enumerate().map(origin).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many different words, the same for the same seed.
    fn text(seed: usize, words: usize) -> String {
        (0..words).map(|i| format!("w{}", seed * 100_000 + i)).collect::<Vec<_>>().join(" ")
    }

    /// For each text the one before it that it repeats, and whether word for word.
    fn copies(texts: &[String], most: usize) -> Vec<Option<(usize, bool)>> {
        let mut origins = Origins::new(10);
        let mut copy = |(i, text): (usize, &String)| origins.add(Shingles::of(text, most), i).map(|copy| (*copy.of, copy.same));
        texts.iter().enumerate().map(&mut copy).collect()
    }

    #[test]
    fn copies_are_found_thinned_or_not() {
        let (a, b) = (text(1, 600), text(2, 600));
        let texts = [
            a.clone(),
            b.clone(),
            format!("{}, said the paper; {}", text(1, 400), text(3, 30)),
            format!("{} {}", text(2, 100), text(4, 500)),
            a.to_uppercase().replace(' ', " – "),
            text(5, 3),
            text(5, 3),
        ];
        for most in [usize::MAX, 64, 32] {
            let found = copies(&texts, most);
            assert_eq!(found[..5], [None, None, Some((0, false)), None, Some((0, true))], "{most}");
            assert_eq!(found[5..], [None, None], "three words are no wire text");
        }
    }

    #[test]
    fn what_is_kept_is_bounded_and_a_fair_sample() {
        let shingles = Shingles::of(&text(1, 20_000), 64);
        assert!((20..=100).contains(&shingles.kept.len()), "{}", shingles.kept.len());
        let texts: Vec<String> = (0..50).map(|seed| text(seed, 200)).collect();
        let mut origins = Origins::new(5);
        for (i, text) in texts.iter().enumerate() {
            assert_eq!(origins.add(Shingles::of(text, 64), i), None);
        }
        assert_eq!((origins.texts.len(), origins.same.len()), (5, 5));
        assert!(origins.holding.len() <= 5 * 100);
        assert_eq!(origins.add(Shingles::of(&texts[49], 64), 50), Some(Copy { of: &49, same: true }));
        assert_eq!(origins.add(Shingles::of(&texts[3], 64), 51), None, "forgotten");
    }
}
