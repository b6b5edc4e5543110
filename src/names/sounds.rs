//! The table of sounds, and what it says of two words: how much their letters speak for one name.
//!
//! `sounds.tsv` says how often an Arabic spelling stood for a Latin one where names were written in both scripts. What two
//! pieces weigh is the logarithm of how much oftener they stand for each other than they would by chance. Spellings of one
//! script stand for each other as far as they stand for the same of the other one.

use std::io::{self, Write};
use std::sync::Arc;

use once_cell::sync::Lazy;
use rustc_hash::FxHashMap;

use super::letters::{LONGEST, Script, letters, pack};

/// A line of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Sound {
    /// Arabic letters, folded; empty for what Arabic leaves unwritten.
    pub arabic: String,
    /// Latin letters, a to z; empty for what is not written there.
    pub latin: String,
    /// How often one stood for the other.
    pub times: f64,
}

const TABLE: &str = include_str!("sounds.tsv");

/// What a written table begins with.
const HEAD: &str = "\
# How often an Arabic spelling stood for a Latin one in pairs of names: Arabic letters, Latin letters, times; - is nothing written.
# Estimated, not set by hand: `hasila eval --names PAIRS --estimate` makes it of the common names of known.tsv and of PAIRS.
# PAIRS of this one: 1,500 names of many peoples with a Latin form each, from a public transliteration corpus, not kept here.
";

/// What a pair of letters counts that the table does not hold.
const UNSEEN: f64 = 0.1;
/// How much of the writing of one name in one script is copied, letter by letter; the rest is heard and spelled anew.
const COPIED: f64 = 0.75;
/// What it costs that only one of two words has an article.
const NO_ARTICLE: f32 = 1.0;

static SOUNDS: Lazy<Arc<Sounds>> = Lazy::new(|| Arc::new(Sounds::new(&read(TABLE).expect("the table is checked by tests"))));

/// The lines of a table in the form of `sounds.tsv`; an error names the line.
pub(super) fn read(table: &str) -> Result<Vec<Sound>, String> {
    let mut sounds = Vec::new();
    for (line, number) in table.lines().zip(1..) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let bad = || format!("line {number}: expected Arabic letters, Latin letters, a number, found {line:?}");
        let mut cells = line.split('\t');
        let mut cell = || cells.next().ok_or_else(bad);
        let letters = |cell: &str| if cell == "-" { String::new() } else { cell.to_owned() };
        let (arabic, latin) = (letters(cell()?), letters(cell()?));
        let times: f64 = cell()?.parse().map_err(|_| bad())?;
        let long = |s: &str| s.chars().count() > LONGEST;
        if !(times > 0.0 && times.is_finite()) || arabic.is_empty() && latin.is_empty() || long(&arabic) || long(&latin) {
            return Err(bad());
        }
        sounds.push(Sound { arabic, latin, times });
    }
    Ok(sounds)
}

/// A table in the form that the project keeps it in.
pub fn write(table: &[Sound], out: &mut impl Write) -> io::Result<()> {
    let cell = |letters: &str| if letters.is_empty() { "-".to_owned() } else { letters.to_owned() };
    out.write_all(HEAD.as_bytes())?;
    table.iter().try_for_each(|sound| writeln!(out, "{}\t{}\t{:.1}", cell(&sound.arabic), cell(&sound.latin), sound.times))
}

/// A word cut into all the pieces that the table knows.
#[derive(Clone, Debug)]
pub(super) struct Spelled {
    pub(super) script: Script,
    pub(super) letters: Box<[char]>,
    /// For each place the numbers of the pieces of 0 to [`LONGEST`] letters that begin there.
    pieces: Box<[[u16; LONGEST + 1]]>,
    /// Letters of an article that the word begins with.
    article: usize,
    /// The evidence that its letters usually bring in a right pair with a word of each script: of all letters, and without the article.
    usual: [[f32; 2]; 2],
}

const NONE: u16 = u16::MAX;
/// Two words that begin with so little evidence are not looked at further: they would not be held for one.
const HOPELESS: f32 = -10.0;
/// What a letter usually brings that the table does not hold.
const USUAL: f32 = 1.0;

impl Sounds {
    /// The table of this build, made ready at first use.
    pub(super) fn get() -> &'static Arc<Sounds> {
        &SOUNDS
    }

    /// A word for [`Sounds::evidence`]; none for one without a letter of the two scripts.
    pub(super) fn spell(&self, word: &str) -> Option<Spelled> {
        let (script, letters) = letters(word)?;
        let known = &self.pieces[script as usize];
        let piece = |i: usize, size: usize| letters.get(i..i + size).and_then(|piece| known.get(&pack(piece))).copied().unwrap_or(NONE);
        let pieces = (0..=letters.len()).map(|i| std::array::from_fn(|size| piece(i, size))).collect();
        let article = article(&letters);
        let usual = [Script::Arabic, Script::Latin].map(|other| {
            let of = &self.usual[script as usize][other as usize];
            [0, article].map(|from| letters[from..].iter().map(|&c| of.get(&c).copied().unwrap_or(USUAL)).sum())
        });
        Some(Spelled { script, letters: letters.into(), pieces, article, usual })
    }

    /// Whether the first sound of `word` can be the only letter of `one`.
    pub(super) fn begins_with(&self, word: &Spelled, one: &Spelled) -> bool {
        let weights = &self.weights[one.script as usize][word.script as usize];
        let weight = |piece: u16| weights.of[one.pieces[0][1] as usize * weights.width + piece as usize];
        word.pieces[0][1..].iter().any(|&piece| piece != NONE && weight(piece) > 0.0)
    }

    /// How much the letters of two words speak for one name, as the logarithm of a likelihood ratio; and how much is usual for
    /// two words that are one name. `rows` is room to work in.
    pub(super) fn evidence(&self, a: &Spelled, b: &Spelled, rows: &mut Vec<f32>) -> (f32, f32) {
        let usual = |from: usize| a.usual[b.script as usize][from] + b.usual[a.script as usize][from];
        let whole = (self.align(a, 0, b, 0, rows), usual(0));
        if a.article == 0 && b.article == 0 {
            return whole;
        }
        let lone = if a.article == 0 || b.article == 0 { NO_ARTICLE } else { 0.0 };
        let bare = (self.align(a, a.article, b, b.article, rows) - lone, usual(1));
        if bare.0 * whole.1 > whole.0 * bare.1 { bare } else { whole }
    }

    /// The evidence of the best way to cut both words, from a letter of each on, into the same number of pieces.
    fn align(&self, a: &Spelled, from_a: usize, b: &Spelled, from_b: usize, rows: &mut Vec<f32>) -> f32 {
        let weights = &self.weights[a.script as usize][b.script as usize];
        let (left, right) = (&a.pieces[from_a..], &b.pieces[from_b..]);
        let width = right.len();
        rows.clear();
        rows.resize(left.len() * width, f32::NEG_INFINITY);
        rows[0] = 0.0;
        for (i, left) in left.iter().enumerate() {
            for (j, right) in right.iter().enumerate() {
                let so_far = rows[i * width + j];
                if so_far < HOPELESS {
                    continue;
                }
                for (x, &left) in left.iter().enumerate().filter(|(_, piece)| **piece != NONE) {
                    let row = &weights.of[left as usize * weights.width..][..weights.width];
                    for (y, &right) in right.iter().enumerate().filter(|(_, piece)| **piece != NONE) {
                        let cell = &mut rows[(i + x) * width + j + y];
                        *cell = cell.max(so_far + row[right as usize]);
                    }
                }
            }
        }
        rows[rows.len() - 1]
    }
}

/// The letters of an article that a word begins with: ال, "al", "el", and "en" before n, as it is spoken.
fn article(letters: &[char]) -> usize {
    match letters {
        ['ا', 'ل', _, _, ..] | ['a' | 'e', 'l', _, _, _, _, ..] => 2,
        ['a' | 'e', x, y, _, _, _, ..] if x == y && matches!(x, 'd' | 'n' | 'r' | 's' | 't' | 'z') => 2,
        ['a' | 'e', 's' | 'c', 'h', x @ ('s' | 'c'), 'h', ..] if *x == letters[1] => 3,
        _ => 0,
    }
}

/// What the pieces of two scripts, or of one, weigh together.
#[derive(Debug, Default)]
struct Weights {
    width: usize,
    of: Vec<f32>,
}

/// The table, made ready.
#[derive(Debug)]
pub(super) struct Sounds {
    /// Of each script the numbers of its pieces.
    pieces: [FxHashMap<u32, u16>; 2],
    weights: [[Weights; 2]; 2],
    usual: [[FxHashMap<char, f32>; 2]; 2],
}

/// How often the pieces of two inventories stand for each other, as shares of all.
type Shares = Vec<Vec<f64>>;

impl Sounds {
    pub(super) fn new(table: &[Sound]) -> Self {
        let inventory = |of: fn(&Sound) -> &str, alphabet: &str| {
            let mut all: Vec<Vec<char>> = table.iter().map(|s| of(s).chars().collect()).collect();
            all.extend(alphabet.chars().map(|c| vec![c]));
            all.push(Vec::new());
            all.sort();
            all.dedup();
            all
        };
        let arabic = inventory(|s| &s.arabic, "ابتثجحخدذرزسشصضطظعغفقكلمنهوي");
        let latin = inventory(|s| &s.latin, "abcdefghijklmnopqrstuvwxyz");
        let total: f64 = table.iter().map(|s| s.times).sum();
        let mut across: Shares = vec![vec![0.0; latin.len()]; arabic.len()];
        let find = |all: &[Vec<char>], piece: &str| all.binary_search(&piece.chars().collect());
        for sound in table {
            if let (Ok(a), Ok(l)) = (find(&arabic, &sound.arabic), find(&latin, &sound.latin)) {
                across[a][l] += sound.times / total;
            }
        }
        // Nothing stands for nothing wherever a piece is followed by no unwritten one.
        let unwritten: f64 = across[0].iter().sum();
        across[0][0] = (1.0 - 2.0 * unwritten).max(0.0);
        let back: Shares = (0..latin.len()).map(|l| across.iter().map(|row| row[l]).collect()).collect();
        let (within_arabic, within_latin) = (within(&across, &arabic), within(&back, &latin));
        let unseen = UNSEEN / total;
        let make = |shares: &Shares, left: &[Vec<char>], right: &[Vec<char>]| weigh(shares, left, right, unseen);
        let (aa, usual_aa, _) = make(&within_arabic, &arabic, &arabic);
        let (ll, usual_ll, _) = make(&within_latin, &latin, &latin);
        let (al, usual_al, usual_la) = make(&across, &arabic, &latin);
        let (la, _, _) = make(&back, &latin, &arabic);
        let numbers = |all: &[Vec<char>]| all.iter().zip(0..).map(|(piece, number)| (pack(piece), number)).collect();
        Sounds {
            pieces: [numbers(&arabic), numbers(&latin)],
            weights: [[aa, al], [la, ll]],
            usual: [[usual_aa, usual_al], [usual_la, usual_ll]],
        }
    }
}

/// Pieces of one script that stand for the same of the other: what was copied, and what was heard.
fn within(across: &Shares, pieces: &[Vec<char>]) -> Shares {
    let n = across.len();
    let mut shares = vec![vec![0.0; n]; n];
    for by in 0..across[0].len() {
        let all: f64 = across.iter().map(|row| row[by]).sum();
        let holding: Vec<usize> = (0..n).filter(|&a| across[a][by] > 0.0).collect();
        for &a in &holding {
            for &b in &holding {
                shares[a][b] += (1.0 - COPIED) * across[a][by] * across[b][by] / all;
            }
        }
    }
    for (a, piece) in pieces.iter().enumerate() {
        // Long pieces are copied in their letters.
        if piece.len() == 1 {
            let with_it = pieces.iter().zip(across).filter(|(p, _)| p.contains(&piece[0]));
            shares[a][a] += COPIED * with_it.map(|(_, row)| row.iter().sum::<f64>()).sum::<f64>();
        }
    }
    shares[0][0] = 0.0;
    shares
}

type Usual = FxHashMap<char, f32>;

/// Shares → weights, and the evidence that each letter of either side usually brings.
fn weigh(shares: &Shares, left: &[Vec<char>], right: &[Vec<char>], unseen: f64) -> (Weights, Usual, Usual) {
    let mut seen: [FxHashMap<char, f64>; 2] = Default::default();
    for (a, row) in left.iter().zip(shares) {
        for (b, share) in right.iter().zip(row) {
            if a.is_empty() && b.is_empty() {
                continue;
            }
            a.iter().for_each(|&c| *seen[0].entry(c).or_default() += share);
            b.iter().for_each(|&c| *seen[1].entry(c).or_default() += share);
        }
    }
    let chance = seen.clone().map(|seen| {
        let all: f64 = seen.values().sum();
        move |piece: &[char]| -> f64 { piece.iter().map(|c| (seen.get(c).copied().unwrap_or(0.0).max(unseen) / all).ln()).sum() }
    });
    let by_chance = |side: usize, pieces: &[Vec<char>]| -> Vec<f64> { pieces.iter().map(|piece| chance[side](piece)).collect() };
    let by_chance = [by_chance(0, left), by_chance(1, right)];
    let mut usual: [FxHashMap<char, f64>; 2] = Default::default();
    let mut of = Vec::with_capacity(left.len() * right.len());
    for ((a, row), a_by_chance) in left.iter().zip(shares).zip(&by_chance[0]) {
        for ((b, &share), b_by_chance) in right.iter().zip(row).zip(&by_chance[1]) {
            let single = a.len() <= 1 && b.len() <= 1 && a.len() + b.len() > 0;
            let share = if single { share.max(unseen) } else { share };
            if share == 0.0 || a.is_empty() && b.is_empty() {
                of.push(f32::NEG_INFINITY);
                continue;
            }
            let weight = share.ln() - a_by_chance - b_by_chance;
            of.push(weight as f32);
            let sides = if a.is_empty() || b.is_empty() { 1.0 } else { 0.5 };
            for (usual, piece) in usual.iter_mut().zip([a, b]) {
                piece.iter().for_each(|&c| *usual.entry(c).or_default() += share * weight * sides / piece.len() as f64);
            }
        }
    }
    let average = |(usual, seen): (FxHashMap<char, f64>, &FxHashMap<char, f64>)| -> Usual {
        usual.into_iter().map(|(c, sum)| (c, (sum / seen.get(&c).copied().unwrap_or(0.0).max(unseen)) as f32)).collect()
    };
    let [left_usual, right_usual] = usual;
    (Weights { width: right.len(), of }, average((left_usual, &seen[0])), average((right_usual, &seen[1])))
}
