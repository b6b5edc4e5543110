//! Texts → which of them are copies of one: agencies send a report to many papers, which cut it and change a word.

use rustc_hash::{FxHashMap, FxHashSet};

use super::report::Report;
use crate::text::normalize;

/// Words in a shingle: two texts of their own seldom share a run of so many.
const SHINGLE: usize = 5;
/// Of the shorter text, the share of shingles that make it a copy.
const COPY: f64 = 0.5;
/// A shingle is looked up in so many texts.
const COMMON: usize = 16;

/// For each report the first one of the same wire text, which may be itself.
pub(super) fn origins(reports: &[Report]) -> Vec<usize> {
    // Of the texts that are no copies, which hold a shingle: so the work is that of reading, however many articles there are.
    let mut holding: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut sizes: Vec<usize> = Vec::with_capacity(reports.len());
    let mut origins: Vec<usize> = Vec::with_capacity(reports.len());
    for (i, report) in reports.iter().enumerate() {
        let own = report.text.as_deref().map(shingles).unwrap_or_default();
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for shingle in &own {
            for &j in holding.get(shingle).into_iter().flatten() {
                *shared.entry(j).or_default() += 1;
            }
        }
        let copy = |(&j, &count): (&usize, &usize)| (count as f64 >= COPY * own.len().min(sizes[j]) as f64).then_some(j);
        let origin = shared.iter().filter_map(copy).min().unwrap_or(i);
        if origin == i {
            for &shingle in &own {
                let texts = holding.entry(shingle).or_default();
                // What so many say is a phrase of the trade.
                if texts.len() < COMMON {
                    texts.push(i);
                }
            }
        }
        sizes.push(own.len());
        origins.push(origin);
    }
    origins
}

fn shingles(text: &str) -> FxHashSet<u64> {
    use std::hash::{Hash, Hasher};
    let folded = normalize(text);
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words
        .windows(SHINGLE)
        .map(|window| {
            let mut hasher = rustc_hash::FxHasher::default();
            window.hash(&mut hasher);
            hasher.finish()
        })
        .collect()
}
