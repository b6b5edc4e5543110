//! Names of several sources → who is who among them.

use rustc_hash::FxHashMap;

use super::report::Report;
use crate::decimal::Decimal;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Lexicon};
use crate::names;
use crate::resolve::record::{Name, NameKind};
use crate::text::Text;

/// Names that are likelier one than this are one.
const SAME: f64 = 0.7;
/// Names that share a figure need be only this alike, and gain this much by it.
const KIN: f64 = 0.4;
const SHARED: f64 = 0.3;
/// So many spellings of one name are looked at.
const FORMS: usize = 8;

/// How likely two names are one, from 0 to 1; across spellings and scripts.
pub(super) fn likeness(a: &Name, b: &Name) -> f64 {
    let kinds = |x, y| matches!((a.kind, b.kind), (Some(k), Some(l)) if (k, l) == (x, y) || (l, k) == (x, y));
    if let (Some(x), Some(y)) = (meaning(&a.name), meaning(&b.name)) {
        return f64::from(x == y);
    }
    if a.kind == Some(NameKind::Option) || b.kind == Some(NameKind::Option) || kinds(NameKind::Person, NameKind::Party) {
        return 0.0;
    }
    let forms =
        |name: &Name| -> Vec<Vec<String>> { std::iter::once(&name.name).chain(&name.aliases).map(|form| names::words(form)).collect() };
    let (a, b) = (forms(a), forms(b));
    a.iter().flat_map(|a| b.iter().map(|b| alike(a, b))).fold(0.0, f64::max)
}

/// Whether two party names are surely two. In one script they would look alike if they were one; in two scripts one may be translated,
/// and of an abbreviation nobody can tell.
pub(super) fn apart(a: &Name, b: &Name) -> bool {
    let arabic = |name: &Name| name.name.chars().any(crate::text::fold::is_arabic);
    let short = |name: &Name| name.name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    arabic(a) == arabic(b) && short(a) == short(b) && likeness(a, b) < SAME
}

/// What names of options, groups and countries mean, whatever their language.
fn meaning(name: &str) -> Option<(Concept, i64)> {
    let tagged = Lexicon::get().tag(Text::new(name));
    let end = tagged.text.tokens.len();
    let of = |concept| tagged.of(concept, 0, end).iter().find(|hit| hit.end as usize == end).map(|hit| (concept, hit.value));
    [Concept::Choice, Concept::Group, Concept::Country]
        .into_iter()
        .find_map(of)
        .or_else(|| of(Concept::Abroad).map(|_| (Concept::Abroad, 0)))
}

fn alike(a: &[String], b: &[String]) -> f64 {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return 0.0;
    }
    let best = |word: &String| long.iter().map(|other| word_likeness(word, other)).fold(0.0, f64::max);
    short.iter().map(best).sum::<f64>() / short.len() as f64
}

fn word_likeness(a: &str, b: &str) -> f64 {
    if a == b {
        return 1.0;
    }
    let (a, b) = (sounds(a), sounds(b));
    let most = a.len().max(b.len());
    // What only sounds the same is less than the same.
    if most == 0 { 0.0 } else { 0.97 * (1.0 - distance(&a, &b) as f64 / most as f64) }
}

fn sounds(word: &str) -> Vec<u8> {
    let latin = names::romanize(word).unwrap_or_else(|| word.to_owned()).to_lowercase();
    let latin = latin.replace("sh", "x").replace("ch", "x").replace("kh", "k").replace("gh", "g").replace("th", "t").replace("dh", "d");
    let class = |b: u8| match b {
        b'p' | b'b' => Some(b'b'),
        b'k' | b'q' | b'c' | b'g' => Some(b'k'),
        b'f' | b'v' => Some(b'f'),
        b's' | b'z' => Some(b's'),
        b't' | b'd' => Some(b't'),
        b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'w' | b'h' => None,
        b if b.is_ascii_alphanumeric() => Some(b),
        _ => None,
    };
    let mut out: Vec<u8> = latin.bytes().filter_map(class).collect();
    out.dedup();
    out
}

fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let cost = (before + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            before = row[j + 1];
            row[j + 1] = cost;
        }
    }
    row[b.len()]
}

/// Who is who in some reports: each name of each report has a number, and one number is one who is named.
#[derive(Debug, Default)]
pub(super) struct Who<'a> {
    known: Vec<Known<'a>>,
    of: FxHashMap<(usize, &'a str), usize>,
}

/// One who is named.
#[derive(Debug, Default)]
struct Known<'a> {
    forms: Vec<&'a Name>,
    figures: Vec<(FactKind, Decimal)>,
}

impl<'a> Who<'a> {
    /// Takes in the names that `of` finds in the facts of a report.
    pub(super) fn add(&mut self, number: usize, report: &'a Report, of: impl Fn(&'a crate::Fact) -> [Option<&'a Name>; 2]) {
        let mut names: Vec<&'a Name> = Vec::new();
        let mut figures: FxHashMap<&'a str, Vec<(FactKind, Decimal)>> = FxHashMap::default();
        for fact in &report.record.facts {
            for name in of(fact).into_iter().flatten() {
                if !names.iter().any(|known| known.name == name.name) {
                    names.push(name);
                }
                // A figure of few digits is shared by chance.
                figures
                    .entry(&name.name)
                    .or_default()
                    .extend(fact.value.filter(|value| value.digits >= 100).map(|value| (fact.kind, value)));
            }
        }
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (n, name) in names.iter().enumerate() {
            for (k, known) in self.known.iter().enumerate() {
                let like = known.forms.iter().take(FORMS).map(|form| likeness(form, name)).fold(0.0, f64::max);
                let shared = figures[name.name.as_str()].iter().filter(|figure| known.figures.contains(figure)).count();
                // An abbreviation, or a translation, is known by its figures.
                let like = like
                    + if shared > 1 {
                        SAME
                    } else if shared > 0 && like >= KIN {
                        SHARED
                    } else {
                        0.0
                    };
                if like >= SAME {
                    pairs.push((like, n, k));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut whom: Vec<Option<usize>> = vec![None; names.len()];
        for (_, n, k) in pairs {
            // Two names that one report keeps apart are two.
            if whom[n].is_none() && !whom.contains(&Some(k)) {
                whom[n] = Some(k);
            }
        }
        for (n, name) in names.into_iter().enumerate() {
            let k = whom[n].unwrap_or_else(|| {
                self.known.push(Known::default());
                self.known.len() - 1
            });
            let known = &mut self.known[k];
            if !known.forms.iter().any(|form| form.name == name.name) {
                known.forms.push(name);
            }
            known.figures.extend(figures.remove(name.name.as_str()).into_iter().flatten());
            self.of.insert((number, &name.name), k);
        }
    }

    /// The number of a name of a report.
    pub(super) fn is(&self, report: usize, name: &Name) -> Option<usize> {
        self.of.get(&(report, name.name.as_str())).copied()
    }
}
