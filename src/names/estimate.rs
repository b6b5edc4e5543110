//! Pairs of names → how often each Arabic spelling stands for each Latin one: the table [`super::sounds`] is made of.
//!
//! Expectation maximization over all ways to cut both names of a pair into the same number of pieces. Nothing in it is
//! random: the same pairs give the same table.

use std::collections::BTreeMap;

use super::letters::{Script, letters};
use super::sounds::Sound;

/// More rounds change no rank on names held out.
const ROUNDS: usize = 10;
/// Taken off a long piece each round, so that it stays only where its parts do not say the same.
const DISCOUNT: f64 = 0.5;
/// Pieces expected less often than this in all pairs are chance.
const SELDOM: f64 = 0.5;

const VOWELS: &[char] = &['a', 'e', 'i', 'o', 'u', 'y'];

/// How many letters of each script a piece may have.
const SIZES: &[(usize, usize)] = &[(0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3)];

type Piece<'a> = (&'a [char], &'a [char]);

/// The table for pairs of an Arabic and a Latin name of one word each, in the order of the letters. Other pairs are passed over.
pub fn estimate<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Sound> {
    let pairs: Vec<(Vec<char>, Vec<char>)> = pairs.into_iter().filter_map(|(a, l)| in_order(letters(a)?, letters(l)?)).collect();
    let mut inventory: BTreeMap<Piece, f64> = BTreeMap::new();
    for (a, l) in &pairs {
        for (i, j, x, y) in cuts(a.len(), l.len()) {
            let piece = (&a[i..i + x], &l[j..j + y]);
            if may_be(piece) {
                *inventory.entry(piece).or_default() += 1.0;
            }
        }
    }
    // A long piece that the pairs hold once or twice is no sound.
    inventory.retain(|(a, l), seen| a.len() + l.len() <= 2 || *seen >= 3.0);
    let pieces: Vec<Piece> = inventory.into_keys().collect();
    let mut times: Vec<f64> = pieces.iter().map(first_guess).collect();
    let lattices: Vec<Lattice> = pairs.iter().map(|(a, l)| Lattice::new(a, l, &pieces)).collect();
    for _ in 0..ROUNDS {
        let all: f64 = times.iter().sum();
        let likely: Vec<f64> = times.iter().map(|t| t / all).collect();
        times.fill(0.0);
        lattices.iter().for_each(|lattice| lattice.expect(&likely, &mut times));
        for (piece, t) in pieces.iter().zip(&mut times) {
            if piece.0.len() + piece.1.len() > 2 {
                *t = (*t - DISCOUNT).max(0.0);
            }
        }
    }
    let sound = |((a, l), times): (&Piece, f64)| Sound { arabic: a.iter().collect(), latin: l.iter().collect(), times };
    pieces.iter().zip(times).filter(|(_, t)| *t >= SELDOM).map(sound).collect()
}

fn in_order(a: (Script, Vec<char>), l: (Script, Vec<char>)) -> Option<(Vec<char>, Vec<char>)> {
    (a.0 == Script::Arabic && l.0 == Script::Latin).then_some((a.1, l.1))
}

/// All places and sizes of a piece in names of `n` and `m` letters.
fn cuts(n: usize, m: usize) -> impl Iterator<Item = (usize, usize, usize, usize)> {
    let places = (0..=n).flat_map(move |i| (0..=m).map(move |j| (i, j)));
    places.flat_map(move |(i, j)| SIZES.iter().map(move |&(x, y)| (i, j, x, y)).filter(move |&(i, j, x, y)| i + x <= n && j + y <= m))
}

/// Vowels may stand unwritten; a run of letters is one sound if it is all consonants, all vowels, perhaps with an h at the end, or
/// "qu".
fn may_be((a, l): Piece) -> bool {
    let vowels = |l: &[char]| l.iter().all(|c| VOWELS.contains(c));
    let drawn = |l: &[char]| vowels(l.strip_suffix(&['h']).unwrap_or(l));
    let consonants = l.iter().all(|c| !VOWELS.contains(c));
    match (a.len(), l.len()) {
        (0, _) => drawn(l),
        (_, 0 | 1) => true,
        (1, _) => drawn(l) || consonants,
        _ => vowels(l) || consonants || l == ['q', 'u'],
    }
}

/// Letter for letter at first; all else is to show itself.
fn first_guess((a, l): &Piece) -> f64 {
    match (a.len(), l.len()) {
        (1, 1) => 1.0,
        (0, 1) | (1, 2) => 0.3,
        _ => 0.05,
    }
}

/// The ways to cut one pair: an edge for each piece at each place.
struct Lattice {
    /// From, to, number of the piece; in an order in which all that leads to a place stands before what leaves it.
    edges: Vec<(usize, usize, usize)>,
    places: usize,
}

impl Lattice {
    fn new(a: &[char], l: &[char], pieces: &[Piece]) -> Self {
        let place = |i: usize, j: usize| i * (l.len() + 1) + j;
        let edge = |(i, j, x, y): (usize, usize, usize, usize)| {
            let piece = pieces.binary_search(&(&a[i..i + x], &l[j..j + y])).ok()?;
            Some((place(i, j), place(i + x, j + y), piece))
        };
        Lattice { edges: cuts(a.len(), l.len()).filter_map(edge).collect(), places: place(a.len(), l.len()) + 1 }
    }

    /// Adds how often each piece is expected in this pair. A pair that cannot be cut adds nothing.
    fn expect(&self, likely: &[f64], times: &mut [f64]) {
        let mut before = vec![0.0; self.places];
        let mut behind = vec![0.0; self.places];
        before[0] = 1.0;
        behind[self.places - 1] = 1.0;
        for &(from, to, piece) in &self.edges {
            before[to] += before[from] * likely[piece];
        }
        for &(from, to, piece) in self.edges.iter().rev() {
            behind[from] += behind[to] * likely[piece];
        }
        let all = behind[0];
        if all > 0.0 {
            for &(from, to, piece) in &self.edges {
                times[piece] += before[from] * likely[piece] * behind[to] / all;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_show_themselves() {
        let pairs = [("شريف", "Sharif"), ("بشار", "Bashar"), ("شفيق", "Shafiq"), ("رشيد", "Rashid"), ("هشام", "Hisham"), ("قاسم", "Qasim")];
        let table = estimate(pairs);
        let times = |a: &str, l: &str| table.iter().find(|s| s.arabic == a && s.latin == l).map_or(0.0, |s| s.times);
        assert!(times("ش", "sh") > 4.0, "{table:?}");
        assert!(times("ق", "q") > 1.0, "{table:?}");
        assert_eq!(table, estimate(pairs));
        assert!(estimate([("Sharif", "شريف"), ("", "x"), ("عمر", "")]).is_empty());
    }
}
