//! Names of several sources → who is who among them.

use rustc_hash::FxHashMap;

use super::report::Report;
use crate::decimal::Decimal;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Lexicon};
use crate::names::{self, Of, Parts, SAME};
use crate::resolve::record::{Name, NameKind};

/// Names that are alike so far share a word. They are one where no other name is, or where they share a figure; and gain this much by it.
pub(super) const KIN: f64 = 0.38;
const SHARED: f64 = 0.2;
/// A person and a party of one name are one only where it is written alike.
const TYPED: f64 = 0.9;
/// Party names that share less are two, if their words are known.
const TWO: f64 = 0.1;
/// Letters by which words are of one family.
const STEM: usize = 5;
/// So many spellings of one name are looked at.
const FORMS: usize = 8;

/// A name made ready to be compared with many.
#[derive(Clone, Debug)]
pub(super) struct Prepared<'a> {
    pub(super) name: &'a Name,
    meaning: Option<(Concept, i64)>,
    forms: Vec<Parts>,
}

impl<'a> Prepared<'a> {
    pub(super) fn new(name: &'a Name) -> Self {
        let forms = std::iter::once(&name.name).chain(&name.aliases).take(FORMS).map(|form| Parts::new(form)).collect();
        Prepared { name, meaning: Lexicon::get().meaning(&name.name), forms }
    }

    /// How likely two names are one, from 0 to 1; across spellings and scripts.
    pub(super) fn likeness(&self, other: &Prepared) -> f64 {
        let kinds = (self.name.kind, other.name.kind);
        if let (Some(a), Some(b)) = (self.meaning, other.meaning) {
            return f64::from(u8::from(a == b));
        }
        if kinds.0 != kinds.1 && [kinds.0, kinds.1].contains(&Some(NameKind::Option)) {
            return 0.0;
        }
        // Persons sound alike; what parties and places are called is translated as often.
        let of: &[Of] = match kinds {
            (Some(NameKind::Place), _) | (_, Some(NameKind::Place)) => &[Of::Place],
            (Some(NameKind::Person), _) | (_, Some(NameKind::Person)) => &[Of::Person],
            (Some(NameKind::Party), _) | (_, Some(NameKind::Party)) => &[Of::Party],
            _ => &[Of::Person, Of::Party],
        };
        let pairs = self.forms.iter().flat_map(|a| other.forms.iter().map(move |b| (a, b)));
        let best = pairs.flat_map(|(a, b)| of.iter().map(|&of| a.likeness_of(b, of))).fold(0.0, f64::max);
        let typed = matches!(kinds, (Some(NameKind::Person), Some(NameKind::Party)) | (Some(NameKind::Party), Some(NameKind::Person)));
        if typed && best < TYPED { 0.0 } else { best }
    }
}

/// See [`Prepared::likeness`].
pub(super) fn likeness(a: &Name, b: &Name) -> f64 {
    Prepared::new(a).likeness(&Prepared::new(b))
}

/// Whether two party names are one; none where nobody can tell. In one script they look alike if they are one; in two scripts one may
/// be translated, and of letters that stand for words nobody knows the words.
pub(super) fn one_party(a: &Name, b: &Name) -> Option<bool> {
    // "The ruling party" may be any.
    if [a, b].iter().any(|name| Lexicon::get().meaning(&name.name).is_some_and(|(concept, _)| concept == Concept::Group)) {
        return None;
    }
    let arabic = |name: &Name| name.name.chars().any(crate::text::fold::is_arabic);
    let letters = |name: &Name| name.name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let (x, y) = (Parts::new(&a.name), Parts::new(&b.name));
    let like = x.likeness_of(&y, Of::Party);
    if arabic(a) != arabic(b) || letters(a) != letters(b) {
        // Justice and Development is no translation of the National Movement.
        let two = like < TWO && x.is_translatable() && y.is_translatable();
        return if like >= SAME { Some(true) } else { two.then_some(false) };
    }
    // The Movement of the People and the Popular Current are two.
    let words = |name: &Name| -> Vec<String> {
        crate::text::normalize(&name.name).split_whitespace().map(|word| word.trim_start_matches("ال").to_owned()).collect()
    };
    // But the Alliance of the Movement of the People is hers.
    let (heads, others) = (words(a), words(b));
    let headed = heads.first().is_some_and(|head| others.contains(head)) || others.first().is_some_and(|head| heads.contains(head));
    let (x, y) = (names::words(&a.name), names::words(&b.name));
    if names::contains(&x, &y) || names::contains(&y, &x) || like >= SAME && headed {
        return Some(true);
    }
    // "The Socialists" may be any party of that word.
    let stem = |word: &str| word.chars().take(STEM).collect::<String>();
    let family = |one: &[String], other: &[String]| matches!(one, [word] if word.chars().count() > STEM && other.iter().any(|o| stem(o) == stem(word)));
    (!family(&x, &y) && !family(&y, &x)).then_some(false)
}

/// Whether two sources do not give the same figure to two by chance.
fn telling(kind: FactKind, value: Decimal) -> bool {
    value.digits >= if kind == FactKind::Seats { 10 } else { 100 }
}

/// Whether two figures of one kind are one, rounded by one of two sources.
fn alike((kind, a): (FactKind, Decimal), (other, b): (FactKind, Decimal)) -> bool {
    let (fine, coarse) = if a.scale >= b.scale { (a, b) } else { (b, a) };
    let half = 0.5 * 10f64.powi(-i32::from(coarse.scale)) + 1e-9;
    let rounded = fine.scale > coarse.scale && coarse.scale > 0 && (fine.to_f64() - coarse.to_f64()).abs() <= half;
    kind == other && (a == b || rounded)
}

/// Who is who in some reports: each name of each report has a number, and one number is one who is named.
#[derive(Debug, Default)]
pub(super) struct Who<'a> {
    known: Vec<Known<'a>>,
    /// Who has which form; most names are written as they were before.
    forms: FxHashMap<&'a str, usize>,
    of: FxHashMap<(usize, &'a str), usize>,
}

/// One who is named.
#[derive(Debug, Default)]
struct Known<'a> {
    forms: Vec<Prepared<'a>>,
    figures: Vec<(FactKind, Decimal)>,
}

impl<'a> Who<'a> {
    /// Takes in the names that `of` finds in the facts of a report: the first is the one whose figure it is.
    pub(super) fn add(&mut self, number: usize, report: &'a Report, of: impl Fn(&'a crate::Fact) -> [Option<&'a Name>; 2]) {
        let mut names: Vec<&'a Name> = Vec::new();
        let mut figures: FxHashMap<&'a str, Vec<(FactKind, Decimal)>> = FxHashMap::default();
        for fact in &report.record.facts {
            let [subject, other] = of(fact);
            for name in subject.into_iter().chain(other) {
                if !names.iter().any(|known| known.name == name.name) {
                    names.push(name);
                }
            }
            if let (Some(subject), Some(value)) = (subject, fact.value.filter(|value| telling(fact.kind, *value))) {
                figures.entry(&subject.name).or_default().push((fact.kind, value));
            }
        }
        let names: Vec<Prepared> = names.into_iter().map(Prepared::new).collect();
        let mut whom: Vec<Option<usize>> = names.iter().map(|name| self.forms.get(name.name.name.as_str()).copied()).collect();
        let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
        for (n, name) in names.iter().enumerate().filter(|(n, _)| whom[*n].is_none()) {
            let own = figures.get(name.name.name.as_str()).map_or(&[][..], Vec::as_slice);
            for (k, known) in self.known.iter().enumerate().filter(|(k, _)| !whom.contains(&Some(*k))) {
                let like = known.forms.iter().take(FORMS).map(|form| form.likeness(name)).fold(0.0, f64::max);
                let shared = own.iter().filter(|figure| known.figures.iter().any(|other| alike(**figure, *other))).count();
                let others = own.iter().filter(|(kind, _)| known.figures.iter().any(|(other, _)| other == kind)).count() - shared;
                // An abbreviation, or a translation, is known by its figures, if none speaks against it.
                let persons =
                    name.name.kind == Some(NameKind::Person) || known.forms.iter().any(|form| form.name.kind == Some(NameKind::Person));
                let known_by_figures = if persons { shared > others + 1 } else { shared > others };
                let like = match (known_by_figures, shared) {
                    (true, _) => like + SAME,
                    (false, 1..) if like >= KIN => like + SHARED,
                    _ => like,
                };
                if like >= KIN {
                    pairs.push((like, n, k));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for &(like, n, k) in &pairs {
            // What is left of a name may be its given name alone.
            let open = |m: usize, l: usize| whom[m].is_none() && !whom.contains(&Some(l));
            let only = || pairs.iter().filter(|&&(_, m, l)| (m == n || l == k) && open(m, l)).count() == 1;
            // Two names that one report keeps apart are two.
            if whom[n].is_none() && !whom.contains(&Some(k)) && (like >= SAME || only()) {
                whom[n] = Some(k);
            }
        }
        for (n, name) in names.into_iter().enumerate() {
            let k = whom[n].unwrap_or_else(|| {
                self.known.push(Known::default());
                self.known.len() - 1
            });
            let known = &mut self.known[k];
            let called = &name.name.name;
            known.figures.extend(figures.remove(called.as_str()).into_iter().flatten());
            self.of.insert((number, called), k);
            if self.forms.insert(called, k).is_none() {
                known.forms.push(name);
            }
        }
    }

    /// The number of a name of a report.
    pub(super) fn is(&self, report: usize, name: &Name) -> Option<usize> {
        self.of.get(&(report, name.name.as_str())).copied()
    }
}
