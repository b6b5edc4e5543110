//! A list of names → for any name the most alike ones of the list, without comparing it with all.
//!
//! Names that share no consonants are not compared. An index from runs of kinds of consonants to names, one for both scripts,
//! gives those that share most of them; only these are compared in full.

use std::sync::Arc;
use std::thread;

use rustc_hash::FxHashMap;

use super::likeness::{Compared, Of, Parts};
use super::sounds::{Sound, Sounds};

/// So many names are compared in full with each. On the names of `names-dev.tsv` the right one of 10,000 is among them for …
const CANDIDATES: usize = 150;

/// Names of more words have as many candidates as those of this many.
const MOST_WORDS: usize = 4;

/// Kinds of consonants that spellings confuse. A letter may be of two kinds; vowels and half vowels are of none.
const KINDS: &[(&str, &str)] = &[
    ("B", "bpvfبف"),
    ("T", "tdتثدذضطظ"),
    ("S", "szcjxgثجذزسشصضظ"),
    ("K", "kqgcxjغقكجخ"),
    ("L", "lل"),
    ("M", "mم"),
    ("N", "nن"),
    ("R", "rر"),
];

/// A list of names, made ready to find names in.
#[derive(Debug)]
pub struct Index {
    sounds: Arc<Sounds>,
    names: Vec<Parts>,
    /// Run of kinds → the names that hold it, ascending.
    holding: FxHashMap<u32, Vec<u32>>,
    /// How much the runs of each name weigh.
    weight: Vec<f32>,
}

/// A name of the list, found for another one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Its place in the list, from 0.
    pub at: usize,
    /// How alike they are: [`super::likeness`], and a little above 0 also for names that share no word.
    pub score: f64,
}

impl Index {
    /// Reads the names of a list.
    pub fn new<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Self {
        Index::heard(names, Arc::clone(Sounds::get()))
    }

    /// The same by another table of sounds, which [`super::estimate`] made.
    pub fn by<S: AsRef<str>>(names: impl IntoIterator<Item = S>, table: &[Sound]) -> Self {
        Index::heard(names, Arc::new(Sounds::new(table)))
    }

    fn heard<S: AsRef<str>>(names: impl IntoIterator<Item = S>, sounds: Arc<Sounds>) -> Self {
        let names: Vec<Parts> = names.into_iter().map(|name| Parts::spelled_by(name.as_ref(), &sounds)).collect();
        let mut holding: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (name, number) in names.iter().zip(0..) {
            for run in runs(name) {
                holding.entry(run).or_default().push(number);
            }
        }
        let mut index = Index { sounds, names, holding, weight: Vec::new() };
        index.weight = index.names.iter().map(|name| runs(name).iter().map(|run| index.rarity(*run)).sum()).collect();
        index
    }

    /// The most alike names of the list, the best first, at most `top`; of equal ones the first of the list.
    pub fn find(&self, name: &str, top: usize) -> Vec<Match> {
        let name = Parts::spelled_by(name, &self.sounds);
        let compared = |at: u32| (at, name.compare(&self.names[at as usize], Of::Person, &self.sounds));
        let mut found: Vec<(u32, Compared)> = self.candidates(&name).into_iter().map(compared).collect();
        found.sort_by(|(i, a), (j, b)| b.score.total_cmp(&a.score).then(b.rank.total_cmp(&a.rank)).then(i.cmp(j)));
        found.iter().take(top).map(|(at, compared)| Match { at: *at as usize, score: compared.rounded() }).collect()
    }

    /// [`Index::find`] for many names, in their order, on as many threads as the machine has.
    pub fn find_all<S: AsRef<str> + Sync>(&self, names: &[S], top: usize) -> Vec<Vec<Match>> {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let find = |names: &[S]| names.iter().map(|name| self.find(name.as_ref(), top)).collect::<Vec<_>>();
        let share = names.len().div_ceil(threads).max(1);
        thread::scope(|scope| {
            let running: Vec<_> = names.chunks(share).map(|names| scope.spawn(move || find(names))).collect();
            // A thread ends early only by a panic, which is passed on.
            running.into_iter().flat_map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
        })
    }

    /// The names that share most.
    fn candidates(&self, name: &Parts) -> Vec<u32> {
        let runs = runs(name);
        let own: f32 = runs.iter().map(|run| self.rarity(*run)).sum();
        let mut shared = vec![0.0_f32; self.names.len()];
        let mut met: Vec<u32> = Vec::new();
        for run in &runs {
            let rarity = self.rarity(*run);
            for &at in self.holding.get(run).into_iter().flatten() {
                let sum = &mut shared[at as usize];
                if *sum == 0.0 {
                    met.push(at);
                }
                *sum += rarity;
            }
        }
        let share = |at: &u32| shared[*at as usize] / (own + self.weight[*at as usize]);
        let by_share = |a: &u32, b: &u32| share(b).total_cmp(&share(a)).then(a.cmp(b));
        // The more words, the more a name tells, and the longer it takes.
        let enough = CANDIDATES / name.letters().count().clamp(1, MOST_WORDS);
        if met.len() > enough {
            met.select_nth_unstable_by(enough, by_share);
            met.truncate(enough);
        }
        met
    }

    /// What a run says: more, the fewer names hold it.
    fn rarity(&self, run: u32) -> f32 {
        let holding = self.holding.get(&run).map_or(1, Vec::len);
        (1.0 + self.names.len() as f32 / holding as f32).ln()
    }
}

/// Runs of two kinds of consonants, next to each other or with one between, also with the edges of each word; each once, ascending.
fn runs(name: &Parts) -> Vec<u32> {
    let mut out = Vec::new();
    for letters in name.letters() {
        let kinds: Vec<u32> =
            std::iter::once(EDGE).chain(letters.iter().map(|&c| kinds(c)).filter(|kinds| *kinds != 0)).chain([EDGE]).collect();
        for (i, &first) in kinds.iter().enumerate() {
            for (gap, &second) in kinds[i + 1..].iter().take(2).enumerate() {
                for (a, b) in bits(first).flat_map(|a| bits(second).map(move |b| (a, b))) {
                    out.push(gap as u32 * 256 + a * 16 + b);
                }
            }
        }
        // Words of vowels: their ends.
        for (at, letter) in [letters.first(), letters.last()].into_iter().enumerate() {
            let vowel = letter.map_or(0, |c| vowel(*c));
            out.push(512 + at as u32 * 16 + vowel);
        }
    }
    out.sort_unstable();
    out.dedup();
    out
}

/// The edge of a word, as the kinds of a letter.
const EDGE: u32 = 1 << 15;

/// The kinds of a letter, as bits.
fn kinds(letter: char) -> u32 {
    KINDS.iter().zip(0..).filter(|((_, letters), _)| letters.contains(letter)).map(|(_, bit)| 1 << bit).sum()
}

fn bits(kinds: u32) -> impl Iterator<Item = u32> + Clone {
    (0..16).filter(move |bit| kinds >> bit & 1 == 1)
}

/// a, i, u and none of them.
fn vowel(letter: char) -> u32 {
    match letter {
        'a' | 'ا' | 'ه' | 'h' | 'ع' => 1,
        'e' | 'i' | 'y' | 'ي' => 2,
        'o' | 'u' | 'w' | 'و' => 3,
        _ => 0,
    }
}
