//! `known.tsv`: common names of all peoples in both scripts, which tell what sounds alone cannot: that محمد and محمود are two
//! names, and that Vladimir and Volodymyr may be one.

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use crate::text::normalize;

/// Arabic name, Latin form; the first form of a name is the one to print.
const FILE: &str = include_str!("known.tsv");

/// A word of the file, and the words of the other script that it stands beside there.
#[derive(Debug)]
pub(super) struct Known {
    number: u32,
    beside: Vec<u32>,
    arabic: bool,
    /// The Latin form to print.
    pub(super) latin: &'static str,
}

impl Known {
    /// Whether two words are forms of one name: they stand beside each other, or both beside a third.
    pub(super) fn is(&self, other: &Known) -> bool {
        match self.arabic == other.arabic {
            true => self.number == other.number || self.beside.iter().any(|n| other.beside.contains(n)),
            false => self.beside.contains(&other.number),
        }
    }
}

static KNOWN: Lazy<FxHashMap<String, Known>> = Lazy::new(|| {
    let mut words: FxHashMap<String, Known> = FxHashMap::default();
    for (arabic, latin) in pairs() {
        let both = [normalize(arabic), normalize(latin)];
        let numbers = [0, 1].map(|i| {
            let number = words.len() as u32;
            let word = || Known { number, beside: Vec::new(), arabic: i == 0, latin };
            words.entry(both[i].clone()).or_insert_with(word).number
        });
        for i in [0, 1] {
            words.entry(both[i].clone()).and_modify(|known| known.beside.push(numbers[1 - i]));
        }
    }
    words
});

/// Common names as an Arabic name and a Latin form of it; a name with several forms has a pair for each.
pub fn pairs<'a>() -> impl Iterator<Item = (&'a str, &'a str)> {
    FILE.lines().filter_map(|line| line.split_once('\t'))
}

/// What is known of a folded word, with or without its Arabic article.
pub(super) fn known(word: &str) -> Option<&'static Known> {
    KNOWN.get(word).or_else(|| KNOWN.get(word.strip_prefix("ال")?))
}
