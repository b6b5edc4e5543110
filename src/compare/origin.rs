//! Texts → which of them are copies of one: agencies send a report to many papers, which cut it and change a word.

use rustc_hash::FxHashSet;

use super::report::Report;
use crate::text::normalize;

/// Words in a shingle: two texts of their own seldom share a run of so many.
const SHINGLE: usize = 5;
/// Of the shorter text, the share of shingles that make it a copy.
const COPY: f64 = 0.5;

/// For each report the first one of the same wire text, which may be itself.
pub(super) fn origins(reports: &[Report]) -> Vec<usize> {
    let shingles: Vec<FxHashSet<u64>> = reports.iter().map(|report| report.text.as_deref().map(shingles).unwrap_or_default()).collect();
    let mut origins: Vec<usize> = Vec::with_capacity(reports.len());
    for (i, own) in shingles.iter().enumerate() {
        let copy = |&j: &usize| {
            let other = &shingles[j];
            let shorter = own.len().min(other.len());
            shorter > 0 && own.intersection(other).count() as f64 >= COPY * shorter as f64
        };
        let origin = (0..i).find(copy).map_or(i, |j| origins[j]);
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
