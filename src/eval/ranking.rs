//! Pairs of names in two scripts → how often the right one is ranked first.

use std::io::{self, Write};

use crate::names::{Index, Sound, estimate, known_pairs};

/// Looked at in each ranking.
const TOP: usize = 10;

/// How well names are found among all Latin names of a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ranking {
    /// Names looked for.
    pub names: usize,
    /// Latin names that each was looked for among.
    pub among: usize,
    /// The right one came first.
    pub first: usize,
    /// It was among the first ten.
    pub ten: usize,
    /// Sum of 1 / rank.
    reciprocal: f64,
}

/// Looks for the Latin form of each Arabic name among those of all pairs and `others`.
///
/// With `folds` of at least 2 the costs are not those of the build: they are estimated anew for each fold, from the pairs of the other
/// folds and the common names of the project, so that no name is looked for by costs that it helped to make.
pub fn rank(all: &[(String, String)], others: &[String], folds: usize) -> Ranking {
    let latin: Vec<&str> = all.iter().map(|(_, latin)| latin.as_str()).chain(others.iter().map(String::as_str)).collect();
    let mut ranking = Ranking { names: 0, among: latin.len(), ..Ranking::default() };
    for fold in 0..folds.max(1) {
        // Neighbours in a file may be alike: every n-th is held out.
        let held_out = |place: usize| folds < 2 || place % folds == fold;
        let index = match folds {
            0 | 1 => Index::new(&latin),
            _ => Index::by(&latin, &table(all.iter().zip(0..).filter(|(_, place)| !held_out(*place)).map(|(pair, _)| pair))),
        };
        let places: Vec<usize> = (0..all.len()).filter(|&place| held_out(place)).collect();
        let names: Vec<&str> = places.iter().map(|&place| all[place].0.as_str()).collect();
        for (place, found) in places.iter().zip(index.find_all(&names, TOP)) {
            // A form that stands twice is right in both places.
            let rank = found.iter().position(|m| latin[m.at] == all[*place].1);
            ranking.names += 1;
            ranking.first += usize::from(rank == Some(0));
            ranking.ten += usize::from(rank.is_some());
            ranking.reciprocal += rank.map_or(0.0, |rank| 1.0 / (rank + 1) as f64);
        }
    }
    ranking
}

/// The costs that some pairs and the common names of the project give.
pub fn table<'a>(of: impl IntoIterator<Item = &'a (String, String)>) -> Vec<Sound> {
    let of = of.into_iter().map(|(arabic, latin)| (arabic.as_str(), latin.as_str()));
    estimate(known_pairs().chain(of))
}

impl Ranking {
    /// In words.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let share = |n: f64| n / self.names.max(1) as f64;
        writeln!(out, "names      {} among {}", self.names, self.among)?;
        writeln!(out, "first      {:.4}", share(self.first as f64))?;
        writeln!(out, "first ten  {:.4}", share(self.ten as f64))?;
        writeln!(out, "1 / rank   {:.4}", share(self.reciprocal))
    }
}
