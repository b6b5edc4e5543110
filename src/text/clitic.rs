//! Arabic letters that are written as one with the next word: و ف ب ل ك س ال. A split is only a reading of a token.

/// The clitics of one reading of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Clitics(u8);

impl Clitics {
    /// No clitic: the word as it stands.
    pub const NONE: Clitics = Clitics(0);
    /// و or ف: and, so.
    pub const AND: Clitics = Clitics(1);
    /// ب: with, in, by.
    pub const BI: Clitics = Clitics(2);
    /// ل: for, to.
    pub const LI: Clitics = Clitics(4);
    /// ك: as.
    pub const KA: Clitics = Clitics(8);
    /// س: will.
    pub const SA: Clitics = Clitics(16);
    /// ال: the.
    pub const AL: Clitics = Clitics(32);

    /// Whether all of `other` are here.
    pub fn has(self, other: Clitics) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    const fn and(self, other: Clitics) -> Clitics {
        Clitics(self.0 | other.0)
    }
}

use Clitics as C;
/// A folded prefix.
type Prefix = (&'static str, Clitics);
// By their first letter, shorter before longer: the reading that assumes least comes first.
const WAW: &[Prefix] = &[
    ("و", C::AND),
    ("وب", C::AND.and(C::BI)),
    ("ول", C::AND.and(C::LI)),
    ("وك", C::AND.and(C::KA)),
    ("وس", C::AND.and(C::SA)),
    ("وال", C::AND.and(C::AL)),
    ("ولل", C::AND.and(C::LI).and(C::AL)),
    ("وبال", C::AND.and(C::BI).and(C::AL)),
    ("وكال", C::AND.and(C::KA).and(C::AL)),
];
const FA: &[Prefix] = &[
    ("ف", C::AND),
    ("فب", C::AND.and(C::BI)),
    ("فل", C::AND.and(C::LI)),
    ("فس", C::AND.and(C::SA)),
    ("فال", C::AND.and(C::AL)),
    ("فلل", C::AND.and(C::LI).and(C::AL)),
    ("فبال", C::AND.and(C::BI).and(C::AL)),
];
const BA: &[Prefix] = &[("ب", C::BI), ("بال", C::BI.and(C::AL))];
const LAM: &[Prefix] = &[("ل", C::LI), ("لل", C::LI.and(C::AL))];
const KAF: &[Prefix] = &[("ك", C::KA), ("كال", C::KA.and(C::AL))];
const SIN: &[Prefix] = &[("س", C::SA)];
const ALEF: &[Prefix] = &[("ال", C::AL)];

fn prefixes(form: &str) -> &'static [Prefix] {
    match form.chars().next() {
        Some('ا') => ALEF,
        Some('و') => WAW,
        Some('ف') => FA,
        Some('ب') => BA,
        Some('ل') => LAM,
        Some('ك') => KAF,
        Some('س') => SIN,
        _ => &[],
    }
}

/// Every way to split clitics off a folded Arabic word, the least assuming first; at least two letters remain.
pub fn readings(form: &str) -> impl Iterator<Item = (Clitics, &str)> {
    prefixes(form).iter().filter_map(move |(prefix, clitics)| {
        let rest = form.strip_prefix(prefix)?;
        (rest.len() >= 4).then_some((*clitics, rest))
    })
}

/// The byte offset in `raw`, a word of the source, after its first `letters` letters that folding keeps.
pub fn skip_letters(raw: &str, letters: usize) -> usize {
    let mut folded = String::new();
    for (at, c) in raw.char_indices() {
        if folded.chars().count() >= letters && !super::fold::is_arabic_mark(c) {
            return at;
        }
        super::fold::push_folded(c, &mut folded);
    }
    raw.len()
}

/// Whether a folded word ends as one with the pronoun of the third person does: فوزه, فوزها.
pub fn is_owned(form: &str) -> bool {
    form.ends_with('ه') || form.ends_with("ها")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits() {
        let all: Vec<_> = readings("وبالانتخابات").map(|(_, rest)| rest).collect();
        assert_eq!(all, ["بالانتخابات", "الانتخابات", "انتخابات"]);
        assert_eq!(readings("توكاييف").count(), 0);
        assert_eq!(readings("للناخبين").last(), Some((C::LI.and(C::AL), "ناخبين")));
        assert_eq!(skip_letters("وَمـاكرون", 1), "وَ".len());
    }
}
