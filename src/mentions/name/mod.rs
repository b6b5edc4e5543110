//! Names of persons, parties, organizations and places, found by what stands around and inside them.
//!
//! English names are runs of capitals. Arabic has no capitals: a name begins after a title, at a known given
//! name, or at a head word (حزب, منطقة), and grows while tokens are no common words. Surnames alone are found by the
//! fuller form elsewhere in the article. No list of candidates, parties or outlets is used.

mod arabic;
mod echo;
mod english;
mod figured;

use super::row::{Label, Rows, skipped};
use crate::lexicon::{Concept, Concepts, Tagged};
use crate::span::Span;
use crate::text::clitic::skip_letters;
use crate::text::{Kind, Lang, Sentence};
use rustc_hash::FxHashSet;

/// What a name is the name of, as far as its surroundings tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum NameType {
    /// A person.
    Person,
    /// A party, list, movement, coalition.
    Party,
    /// An organization that stands for nothing: a commission, an agency.
    Organization,
    /// A region, city or country.
    Place,
    /// A ballot option.
    Choice,
    /// A group of candidates: women, independents, the opposition.
    Group,
    /// A capitalized word of which no more is known.
    Unknown,
}

/// An occurrence of a name.
#[derive(Clone, Copy, Debug)]
pub struct NameMention {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// The name without clitics, titles and quotes around it.
    pub span: Span,
    /// What it is.
    pub kind: NameType,
    /// For places: the lexicon's packed ISO code of a country, else 0. For choices: the choice's value.
    pub value: i64,
    /// A title or role stands directly before it.
    pub titled: bool,
    /// Only other mentions of the same name in the article speak for it.
    pub echo: bool,
}

/// All names of a text in order; they do not overlap. What `rows` labels are names as they stand.
pub fn names(tagged: &Tagged, rows: &Rows) -> Vec<NameMention> {
    let mut out: Vec<NameMention> = Vec::new();
    let text = &tagged.text;
    for sentence in &text.sentences {
        let scan = Scan::of(tagged, sentence);
        let mut i = sentence.start as usize;
        while i < scan.end {
            if let Some(end) = rows.end_of(i) {
                out.extend(rows.labels_in(i, end).iter().map(|label| labelled(tagged, label)));
                i = end;
                continue;
            }
            let found = match sentence.lang {
                Lang::Ar if tagged.text.tokens[i].arabic => scan.arabic(i),
                _ => scan.english(i),
            };
            match found {
                Some(name) => {
                    out.extend(scan.family_in_title(i, &name));
                    if let Some(party) = scan.bracketed_party(&name) {
                        i = party.end as usize;
                        out.push(name);
                        out.push(party);
                        continue;
                    }
                    i = (name.end as usize).max(i + 1);
                    if name.span.start < name.span.end {
                        out.push(name);
                    }
                }
                None => i += 1,
            }
        }
    }
    figured(tagged, rows, &mut out, false);
    echo::echoes(tagged, &mut out);
    figured(tagged, rows, &mut out, true);
    getters(tagged, rows, &mut out);
    unnamed_heads(tagged, &mut out);
    outlet(tagged, &mut out);
    keep(tagged, rows, &mut out);
    out
}

/// "SANTIAGO (Andes Newswire) - …": who reports it, in brackets before the dash of the dateline.
fn outlet(tagged: &Tagged, names: &mut [NameMention]) {
    let form = |i: usize| tagged.text.form(i);
    let first = |name: &&mut NameMention| tagged.text.tokens[name.start as usize].line <= 3 && name.start > 0;
    for name in names.iter_mut().take(6).filter(first) {
        let (s, e) = (name.start as usize, name.end as usize);
        if form(s - 1) == "(" && form(e) == ")" && form(e + 1) == "-" && tagged.text.tokens[e + 1].spaced {
            name.kind = NameType::Organization;
        }
    }
}

/// Adds the Arabic names that only a figure behind them tells; see [`figured`](self::figured).
fn figured(tagged: &Tagged, rows: &Rows, names: &mut Vec<NameMention>, alone: bool) {
    let text = &tagged.text;
    let mut covered = vec![false; text.tokens.len()];
    for name in names.iter() {
        covered[name.start as usize..name.end as usize].fill(true);
    }
    let before = names.len();
    for sentence in text.sentences.iter().filter(|s| s.lang == Lang::Ar) {
        let scan = Scan::of(tagged, sentence);
        let dual = |i: usize| tagged.is(i, Concept::Seat) && text.form(i).ends_with("مقعدين");
        let number = |i: usize| tagged.is_digits(i) || dual(i) || tagged.is(i, Concept::Number) && !tagged.is(i, Concept::Ordinal);
        for at in sentence.range().filter(|&i| number(i) && rows.end_of(i).is_none()) {
            if let Some(name) = scan.figured(at, &covered, alone) {
                covered[name.start as usize..name.end as usize].fill(true);
                names.push(name);
            }
        }
    }
    if names.len() > before {
        names.sort_by_key(|name| name.start);
    }
}

/// Adds the Arabic names that only a verb of getting tells, where nothing else is known of their words.
fn getters(tagged: &Tagged, rows: &Rows, names: &mut Vec<NameMention>) {
    let text = &tagged.text;
    let mut covered = vec![false; text.tokens.len()];
    for name in names.iter() {
        covered[name.start as usize..name.end as usize].fill(true);
    }
    let mut more = Vec::new();
    for sentence in text.sentences.iter().filter(|s| s.lang == Lang::Ar) {
        let scan = Scan::of(tagged, sentence);
        more.extend(sentence.range().filter(|&i| rows.end_of(i).is_none()).filter_map(|i| scan.getter(i, &covered)));
    }
    // One word that one verb tells is a name wherever it stands.
    let word = |name: &NameMention| {
        let form = text.form(name.start as usize);
        let form = form.strip_prefix('و').unwrap_or(form);
        (name.end == name.start + 1 && form.starts_with("ال")).then_some(form)
    };
    let known: FxHashSet<&str> = more.iter().filter_map(word).collect();
    for name in &more {
        covered[name.start as usize..name.end as usize].fill(true);
    }
    for (i, token) in text.tokens.iter().enumerate().filter(|(i, t)| t.arabic && !covered[*i] && !known.is_empty()) {
        if let Some(form) = [Some(text.form(i)), text.form(i).strip_prefix('و')].into_iter().flatten().find(|f| known.contains(f)) {
            let skipped = usize::from(form.len() < text.form(i).len());
            let mut span = token.span;
            span.start += skip_letters(text.slice(i, i + 1), skipped) as u32;
            more.push(echo::echo(i, span, NameType::Unknown));
        }
    }
    names.extend(more);
    names.sort_by_key(|name| name.start);
}

/// The name that a row's label is.
fn labelled(tagged: &Tagged, label: &Label) -> NameMention {
    let mut span = tagged.text.span(label.start as usize, label.end as usize);
    span.start += skipped(label, tagged.text.slice(label.start as usize, label.start as usize + 1));
    NameMention { start: label.start, end: label.end, span, kind: label.kind, value: label.value, titled: label.titled, echo: false }
}

/// A label stays a name as it stands, whatever is known of its words; only what it is the name of may have been learned.
fn keep(tagged: &Tagged, rows: &Rows, names: &mut Vec<NameMention>) {
    if rows.labels.is_empty() {
        return;
    }
    let same = |name: &NameMention| rows.labels_in(name.start as usize, name.start as usize + 1).iter().any(|l| l.end == name.end);
    names.retain(|name| rows.end_of(name.start as usize).is_none() || same(name));
    let held: Vec<u32> = names.iter().map(|name| name.start).collect();
    names.extend(rows.labels.iter().filter(|l| held.binary_search(&l.start).is_err()).map(|label| labelled(tagged, label)));
    names.sort_by_key(|name| name.start);
}

/// "The movement" means one only where a movement was named before; "the party" may mean any.
fn unnamed_heads(tagged: &Tagged, names: &mut Vec<NameMention>) {
    let mut seen: Vec<&str> = Vec::new();
    names.retain(|name| {
        let Some(head) = party_head(tagged, name).filter(|_| tagged.text.tokens[name.start as usize].arabic) else { return true };
        let bare = name.end == name.start + 1;
        let keep = !bare || head == "حزب" || head.starts_with("حزبه") || seen.contains(&head);
        if !bare && !seen.contains(&head) {
            seen.push(head);
        }
        keep
    });
}

/// The head word of a party's name, without article and clitics: حزب, حركة, جبهة, "front".
pub(crate) fn party_head<'t>(tagged: &'t Tagged, name: &NameMention) -> Option<&'t str> {
    let (mut at, last) = (name.start as usize, name.end as usize - 1);
    // حزب جبهة العمل is called الجبهة.
    while at < last && tagged.is(at, Concept::PartyHead) && tagged.is(at + 1, Concept::PartyHead) {
        at += 1;
    }
    if name.kind != NameType::Party {
        return None;
    }
    // English heads stand last: "the Workers' Front".
    if !tagged.text.tokens[last].arabic {
        return tagged.is(last, Concept::PartyHead).then(|| tagged.text.form(last));
    }
    let form = tagged.text.form(at);
    let known = tagged.text.tokens[at].arabic && tagged.is(at, Concept::PartyHead);
    (known && !tagged.is(at, Concept::PartyFamily)).then(|| {
        ["وال", "بال", "فال", "ال", "لل", "و", "ب", "ل"]
            .iter()
            .find_map(|p| form.strip_prefix(p))
            .filter(|r| r.chars().count() > 2)
            .unwrap_or(form)
    })
}

struct Scan<'a, 't> {
    t: &'a Tagged<'t>,
    start: usize,
    end: usize,
    line: bool,
}

impl<'a, 't> Scan<'a, 't> {
    fn of(tagged: &'a Tagged<'t>, sentence: &Sentence) -> Self {
        Scan { t: tagged, start: sentence.start as usize, end: sentence.end as usize, line: sentence.line }
    }
}

impl Scan<'_, '_> {
    fn form(&self, i: usize) -> &str {
        if i < self.end { self.t.text.form(i) } else { "" }
    }

    fn is(&self, i: usize, concept: Concept) -> bool {
        i < self.end && self.t.is(i, concept)
    }

    fn word(&self, i: usize) -> bool {
        i < self.end && self.t.text.tokens[i].kind == Kind::Word
    }

    fn name(&self, start: usize, end: usize, kind: NameType) -> NameMention {
        NameMention { start: start as u32, end: end as u32, span: self.t.text.span(start, end), kind, value: 0, titled: false, echo: false }
    }

    /// "(Party)" behind the person that heads a list line: whatever stands there names the party.
    fn bracketed_party(&self, person: &NameMention) -> Option<NameMention> {
        let open = person.end as usize;
        if person.kind != NameType::Person || self.form(open) != "(" {
            return None;
        }
        let heads = self.line && (self.start..person.start as usize).all(|j| !self.word(j));
        let close = (open + 1..(open + 10).min(self.end)).find(|&j| self.form(j) == ")")?;
        let words = close > open + 1 && (open + 1..close).all(|j| !self.t.is_digits(j));
        let alone = close == open + 2 && self.is(open + 1, Concept::Group);
        let aged = (open + 1..close).any(|j| {
            self.t.is_any(j, const { Concepts::of(&[Concept::Age, Concept::Year, Concept::Percent, Concept::Vote, Concept::Seat]) })
        });
        // In running text the figure stands right behind the bracket: "X (P) 45.1%, Y (Q) 30%".
        let reach = if heads { self.end } else { (close + 3).min(self.end) };
        (words && !alone && !aged && (close + 1..reach).any(|j| self.t.is_digits(j))).then(|| self.name(open + 1, close, NameType::Party))
    }

    /// The head of a list line: the words before its first separator, where a figure follows and no word is a cue.
    fn list_item(&self, i: usize) -> Option<NameMention> {
        if !self.line || (self.start..i).any(|j| self.word(j)) {
            return None;
        }
        let stop = (i..self.end).find(|&j| {
            !self.word(j) && !matches!(self.form(j), "." | "'" | "-")
                || self.form(j) == "-" && self.t.text.tokens[j].spaced
                || self.is(j, Concept::Share)
        })?;
        let figure = (stop..self.end).any(|j| self.t.is_digits(j));
        let separated =
            matches!(self.form(stop), "(" | "-" | ":" | "،" | "," | "|") || self.is(stop, Concept::Share) || self.t.is_digits(stop);
        // One word alone heads a line only where nothing but its figure follows: "النصر: 42".
        if stop == i || self.t.hit(i, Concept::Place).is_some_and(|hit| hit.end as usize >= stop) {
            return None;
        }
        // «وتراوحت أعمار 65 بالمائة …» goes on with a sentence.
        if self.form(i).starts_with('و') && self.t.text.tokens[i].arabic && !self.t.words[i].given_name {
            return None;
        }
        let lone = stop - i == 1;
        if lone && (self.end - stop > 5 || !matches!(self.form(stop), ":" | "-") || self.t.words[i].tagged) {
            return None;
        }
        if !figure || !separated || stop - i > 6 || self.end - stop > 24 {
            return None;
        }
        if lone {
            let name = self.t.text.tokens[i].arabic || !self.t.words[i].common;
            return name.then(|| self.name(i, stop, NameType::Unknown));
        }
        let latin = !self.t.text.tokens[i].arabic;
        if latin && !(self.capital(i) && self.capital(stop - 1) && !self.party_head_within(i, stop)) {
            return None;
        }
        let unknown = (i..stop).filter(|&j| if latin { self.capital(j) && !self.t.words[j].tagged } else { self.name_like(j) }).count();
        let barred = (i..stop).any(|j| {
            self.t.at(j).iter().any(|h| {
                !matches!(
                    h.concept,
                    Concept::Title
                        | Concept::OtherUnit
                        | Concept::Person
                        | Concept::Nationality
                        | Concept::Country
                        | Concept::And
                        | Concept::Ordinal
                        | Concept::Month
                        | Concept::HijriMonth
                )
            })
        });
        ((unknown * 2 >= stop - i || self.t.words[i].given_name && !latin) && !barred).then(|| self.name(i, stop, NameType::Person))
    }
}
