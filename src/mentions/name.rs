//! Names of persons, parties, organizations and places, found by what stands around and inside them.
//!
//! English names are runs of capitals. Arabic has no capitals: a name begins after a title, at a known given
//! name, or at a head word (حزب, منطقة), and grows while tokens are no common words. Surnames alone are found by the
//! fuller form elsewhere in the article. No list of candidates, parties or outlets is used.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::{Concept, Concepts, Hit, Tagged};
use crate::span::Span;
use crate::text::clitic::{Clitics, readings, skip_letters};
use crate::text::{Kind, Lang};

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

const MAX_NAME: usize = 6;
/// What English may write without a capital.
const LOWER_CASE: Concepts = Concepts::of(&[Concept::Choice, Concept::Abroad, Concept::Group]);

/// All names of a text in order; they do not overlap.
pub fn names(tagged: &Tagged) -> Vec<NameMention> {
    let mut out: Vec<NameMention> = Vec::new();
    let text = &tagged.text;
    for sentence in &text.sentences {
        let scan = Scan { t: tagged, end: sentence.end as usize, start: sentence.start as usize, line: sentence.line };
        let mut i = sentence.start as usize;
        while i < scan.end {
            let found = match sentence.lang {
                Lang::Ar if tagged.text.tokens[i].arabic => scan.arabic(i),
                _ => scan.english(i),
            };
            match found {
                Some(name) => {
                    let bracket = (name.start as usize == i || sentence.line).then(|| scan.bracketed_party(&name)).flatten();
                    if let Some(party) = bracket {
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
    echoes(tagged, &mut out);
    unnamed_heads(tagged, &mut out);
    out
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
    let (at, last) = (name.start as usize, name.end as usize - 1);
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

    // ---- Arabic ----

    /// "(Party)" behind the person that heads a list line: whatever stands there names the party.
    fn bracketed_party(&self, person: &NameMention) -> Option<NameMention> {
        let open = person.end as usize;
        let heads = (self.start..person.start as usize).all(|j| !self.word(j));
        if person.kind != NameType::Person || !self.line || !heads || self.form(open) != "(" {
            return None;
        }
        let close = (open + 1..(open + 10).min(self.end)).find(|&j| self.form(j) == ")")?;
        let words = close > open + 1 && (open + 1..close).all(|j| !self.t.is_digits(j));
        let alone = close == open + 2 && self.is(open + 1, Concept::Group);
        let aged = (open + 1..close).any(|j| {
            self.t.is_any(j, const { Concepts::of(&[Concept::Age, Concept::Year, Concept::Percent, Concept::Vote, Concept::Seat]) })
        });
        (words && !alone && !aged && (close + 1..self.end).any(|j| self.t.is_digits(j)))
            .then(|| self.name(open + 1, close, NameType::Party))
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
        if stop == i {
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
                )
            })
        });
        ((unknown * 2 >= stop - i || self.t.words[i].given_name && !latin) && !barred).then(|| self.name(i, stop, NameType::Person))
    }

    fn arabic(&self, i: usize) -> Option<NameMention> {
        if let Some(item) = self.list_item(i) {
            return Some(item);
        }
        if let Some(hit) = self.t.hit(i, Concept::Choice) {
            // A bare لا is nearly always "not": as an option it is quoted or follows بـ.
            let quoted = self.form(i.wrapping_sub(1)) == "\"" && self.form(hit.end as usize) == "\"";
            if hit.value == 3 || quoted || !(self.form(i).ends_with("لا") || self.form(i) == "نعم") {
                return Some(NameMention { value: hit.value, ..self.without_clitics(i, hit.end as usize, NameType::Choice, hit.clitics) });
            }
        }
        if let Some(hit) = self.t.hit(i, Concept::Group) {
            // "The ruling party «X»": the quoted name is what it is called.
            if self.form(hit.end as usize) == "\""
                && self.form(i).contains("حزب")
                && let Some(close) = (hit.end as usize + 1..(hit.end as usize + 7).min(self.end)).find(|&j| self.form(j) == "\"")
            {
                return Some(self.without_clitics(i, close + 1, NameType::Party, hit.clitics));
            }
            return Some(self.without_clitics(i, hit.end as usize, NameType::Group, hit.clitics));
        }
        if let Some(hit) = self.t.hit(i, Concept::PartyFamily) {
            let form = self.form(i);
            let plural = form.ends_with("ين") || form.ends_with("ون");
            let figures = || {
                let near = self.t.within(self.start, self.end);
                near.iter().any(|h| matches!(h.concept, Concept::Percent | Concept::Seat | Concept::Vote))
            };
            let led = i > self.start && (self.is(i - 1, Concept::Candidate) || plural && (!self.t.words[i - 1].common || figures()));
            if led {
                return Some(self.without_clitics(i, hit.end as usize, NameType::Party, hit.clitics));
            }
        }
        // A short quoted phrase in a sentence about votes is what somebody is called: «سائرون».
        if self.form(i.wrapping_sub(1)) == "\"" && i > self.start {
            let close = (i + 1..(i + 5).min(self.end)).find(|&j| self.form(j) == "\"");
            let about = self
                .t
                .within(self.start, self.end)
                .iter()
                .any(|h| matches!(h.concept, Concept::Seat | Concept::Vote | Concept::Percent | Concept::Candidate));
            let quote = &self.t.text.tokens[i - 1];
            let opens = !self.t.text.tokens[i].spaced
                && (quote.spaced
                    || i - 1 == self.start
                    || self.t.text.tokens[i - 2].kind == Kind::Punct
                    || matches!(self.form(i - 2), "ل" | "ب" | "و"));
            let open = opens && self.form(i.wrapping_sub(2)) != ":" && about;
            let plain = |j: usize| {
                self.word(j)
                    && !self.t.is_any(
                        j,
                        const {
                            Concepts::of(&[
                                Concept::Got,
                                Concept::Said,
                                Concept::Function,
                                Concept::In,
                                Concept::Prep,
                                Concept::Vote,
                                Concept::Election,
                                Concept::Choice,
                                Concept::Not,
                                Concept::PartyHead,
                                Concept::Clause,
                            ])
                        },
                    )
            };
            if let Some(close) = close.filter(|&c| open && (i..c).all(plain)) {
                let pollster = self
                    .t
                    .within(i.saturating_sub(4).max(self.start), i)
                    .iter()
                    .any(|h| matches!(h.concept, Concept::OrgHead | Concept::OpinionPoll | Concept::Projection));
                return Some(self.name(i, close, if pollster { NameType::Organization } else { NameType::Unknown }));
            }
        }
        // مرشح "إلى الأمام": what a candidate's title quotes is a party.
        if self.form(i.wrapping_sub(1)) == "\""
            && i >= self.start + 2
            && self.is(i - 2, Concept::Candidate)
            && let Some(close) = (i + 1..(i + 7).min(self.end)).find(|&j| self.form(j) == "\"")
        {
            return Some(self.name(i, close, NameType::Party));
        }
        if self.is(i, Concept::PartyHead)
            && let Some(name) = self.arabic_party(i)
        {
            return Some(name);
        }
        if let Some(hit) = self.t.hit(i, Concept::Country) {
            return Some(NameMention { value: hit.value, ..self.without_clitics(i, hit.end as usize, NameType::Place, hit.clitics) });
        }
        if let Some(hit) = self.t.hit(i, Concept::Abroad) {
            return Some(NameMention { value: -1, ..self.without_clitics(i, hit.end as usize, NameType::Place, hit.clitics) });
        }
        if let Some(hit) = self.t.hit(i, Concept::Capital) {
            return Some(self.without_clitics(i, hit.end as usize, NameType::Place, hit.clitics));
        }
        if self.is(i, Concept::PlaceHead)
            && let Some(name) = self.arabic_headed(i, NameType::Place, 2)
        {
            return Some(name);
        }
        if let Some(person) = self.arabic_person(i) {
            return Some(person);
        }
        if self.is(i, Concept::OrgHead) {
            return self.arabic_headed(i, NameType::Organization, 4);
        }
        // "In" and a word that nothing else explains: a place.
        let placed = i > self.start && self.is(i - 1, Concept::In);
        // … or any plain word right before its figure: "وفي الزرقاء 18.03%".
        let figured = placed
            && self.word(i)
            && !self.t.words[i].tagged
            && (self.t.is_digits(i + 1) || self.form(i + 1) == "%")
            && (i + 1..i + 5).any(|j| self.is(j, Concept::Percent) || self.form(j) == "%");
        if placed && self.place_like(i) || figured {
            let more = self.place_like(i + 1) && self.form(i + 1).starts_with("ال");
            return Some(self.name(i, i + 1 + usize::from(more), NameType::Place));
        }
        None
    }

    fn place_like(&self, i: usize) -> bool {
        self.word(i)
            && self.t.text.tokens[i].arabic
            && !self.t.words[i].common
            && !self.t.words[i].tagged
            && !self.t.words[i].given_name
            && self.form(i).chars().count() > 2
            && !self.possessed(i)
    }

    /// Whether the word ends in a pronoun: مقدمتهم. Places rarely do.
    fn possessed(&self, i: usize) -> bool {
        let form = self.form(i);
        let pronoun = ["ها", "هم", "هما", "هن", "نا"].iter().any(|end| form.ends_with(end));
        // Not ه, which papers write for ة.
        pronoun && !form.starts_with("ال") && form.chars().count() > 4
    }

    /// A name at tokens `start..end` whose first word has these clitics, which are no part of it.
    fn without_clitics(&self, start: usize, end: usize, kind: NameType, clitics: Clitics) -> NameMention {
        NameMention { span: self.bare(start, end, clitics), ..self.name(start, end, kind) }
    }

    /// The span of tokens `start..end` without the clitics of the first, the article kept.
    fn bare(&self, start: usize, end: usize, clitics: Clitics) -> Span {
        let mut span = self.t.text.span(start, end);
        let letters =
            usize::from(clitics.has(Clitics::AND)) + usize::from(clitics.has(Clitics::BI)) + usize::from(clitics.has(Clitics::KA));
        // للـ stands for ل + ال: what is left would not be the word, so it is kept whole but for و.
        let letters = letters + usize::from(clitics.has(Clitics::LI) && !clitics.has(Clitics::AL));
        if letters > 0 {
            span.start += skip_letters(self.t.text.slice(start, start + 1), letters) as u32;
        }
        span
    }

    /// حزب/حركة/تحالف … and what names it: a quoted name, or definite words, perhaps joined.
    fn arabic_party(&self, i: usize) -> Option<NameMention> {
        let hit = *self.t.hit(i, Concept::PartyHead)?;
        let head_end = hit.end as usize;
        let after = self.form(head_end);
        let mut end = head_end;
        if matches!(after, "\"" | "(") {
            let close = if after == "(" { ")" } else { "\"" };
            let stop = (head_end + 1..(head_end + 9).min(self.end)).find(|&j| self.form(j) == close)?;
            if (head_end + 1..stop).any(|j| self.t.is_digits(j)) {
                return None;
            }
            end = stop + 1;
        } else {
            let mut j = head_end;
            let mut open = true;
            while j < self.end && j < head_end + 8 && self.word(j) {
                let form = self.form(j);
                let definite = form.starts_with("ال") || form.starts_with("وال") || form.starts_with("لل");
                let stop = self.t.at(j).iter().any(|h| {
                    matches!(
                        h.concept,
                        Concept::Clause
                            | Concept::Relative
                            | Concept::Got
                            | Concept::Said
                            | Concept::Won
                            | Concept::In
                            | Concept::Prep
                            | Concept::Function
                            | Concept::Not
                            | Concept::Number
                            | Concept::Expected
                            | Concept::PartyHead
                            | Concept::Leader
                            | Concept::RelativeDay
                            | Concept::Weekday
                    ) && !(definite && matches!(h.concept, Concept::Expected | Concept::PartyHead | Concept::Number))
                });
                let linked =
                    matches!(form, "من") && self.form(j + 1) == "اجل" || matches!(form, "الي") && self.form(j + 1).starts_with("الا");
                // مؤتمر جميع التقدميين.
                let all = matches!(form, "جميع" | "كل" | "عموم") && self.form(j + 1).starts_with("ال");
                if linked || all && j > head_end {
                    j += 2;
                    end = j;
                    open = true;
                    continue;
                }
                let title = self.is(j, Concept::Title) && !definite || self.is(j, Concept::Candidate);
                if stop || title || !definite && !open {
                    break;
                }
                let common = self.t.words[j].common && !definite;
                // "The movement" takes no bare word, and a lone letter is a preposition: حزب إرادة بـ19.
                if !definite && (self.form(i).starts_with("ال") || form.chars().count() == 1) {
                    break;
                }
                // القريب من, المدعوم من: told of the party, no part of its name.
                if definite && j > head_end && self.form(j + 1) == "من" && !self.is(j + 1, Concept::OutOf) {
                    break;
                }
                // Up to two bare words may name it: حزب نداء تونس, حركة مجتمع السلم.
                if !definite {
                    let strong = ["حزب", "حركه"].iter().any(|h| self.form(i).ends_with(h));
                    if common && !strong && !self.form(j + 1).starts_with("ال") || j >= head_end + 2 || self.is(j, Concept::From) {
                        break;
                    }
                }
                // A definite word after a full person's title or verb is another phrase; the adjective الحاكم ends the name.
                open = !definite;
                j += 1;
                end = j;
                if matches!(form, "الحاكم" | "الحاكمه" | "المعارض" | "المعارضه") {
                    break;
                }
            }
            if end == head_end {
                // The bare head: "the party", "his party".
                let form = self.form(i);
                let definite = after.is_empty() || form.contains("ال") || form.starts_with("لل") || form.contains("حزبه");
                if !definite {
                    return None;
                }
            } else if self.form(end) == "\"" && self.form(end + 2) == "\"" {
                end += 3;
            }
        }
        if self.form(end) == "\"" && end > head_end {
            // حزب أويل "القرية": a quoted gloss right behind.
            if let Some(stop) = (end + 1..(end + 6).min(self.end)).find(|&j| self.form(j) == "\"")
                && (end + 1..stop).all(|j| self.word(j))
                && stop > end + 1
            {
                end = stop + 1;
            }
        }
        Some(self.without_clitics(i, end, NameType::Party, hit.clitics))
    }

    /// A head word and what follows it: منطقة بريتاني, لجنة الانتخابات المركزية.
    fn arabic_headed(&self, i: usize, kind: NameType, most: usize) -> Option<NameMention> {
        let concept = if kind == NameType::Place { Concept::PlaceHead } else { Concept::OrgHead };
        let hit = *self.t.hit(i, concept)?;
        let head_end = hit.end as usize;
        // ولاية ثانية is a second term.
        if self.form(i).ends_with("ولايه") && self.is(head_end, Concept::Ordinal) {
            return None;
        }
        let mut end = head_end;
        while end < self.end && end < head_end + most && self.word(end) {
            let form = self.form(end);
            let definite = form.starts_with("ال") || form.starts_with("وال") || form.starts_with("لل") && kind == NameType::Organization;
            let small = self.t.is_any(
                end,
                const {
                    Concepts::of(&[
                        Concept::In,
                        Concept::Prep,
                        Concept::From,
                        Concept::Relative,
                        Concept::Clause,
                        Concept::Got,
                        Concept::Said,
                        Concept::Function,
                        Concept::RelativeDay,
                        Concept::Weekday,
                    ])
                },
            );
            let latin = !self.t.text.tokens[end].arabic;
            if small || !(latin || definite || end == head_end || self.name_like(end)) {
                break;
            }
            // A lone letter is a preposition: في العاصمة بـ48%.
            if form.chars().count() == 1 {
                break;
            }
            // "The head of the commission X Y": the name of a person begins.
            if kind == NameType::Organization && end > head_end && self.t.words[end].given_name && !definite {
                break;
            }
            if kind == NameType::Place && self.t.words[end].common && !latin && !self.is(end, Concept::Ordinal) {
                break;
            }
            end += 1;
        }
        if end == head_end {
            // "In the region": the one named before.
            let placed = (hit.clitics.has(Clitics::AL) || self.form(i).starts_with("ال"))
                && (i > self.start && self.is(i - 1, Concept::In) || hit.clitics.has(Clitics::BI));
            if !(placed && kind == NameType::Place) || hit.end as usize - i > 1 {
                return None;
            }
        }
        Some(self.without_clitics(i, end, kind, hit.clitics))
    }

    /// Whether token `i` can be part of an Arabic name by itself: no known word.
    fn name_like(&self, i: usize) -> bool {
        if !self.word(i) || !self.t.text.tokens[i].arabic {
            return false;
        }
        let word = self.t.words[i];
        // على folds to the name علي, and papers mix the two letters: where it stands tells, in `ali`.
        if self.form(i) == "علي" {
            return false;
        }
        word.given_name || !word.common && !word.tagged && self.form(i).len() > 4
    }

    /// Whether "علي" at token `i` begins a name: after a title or a mark, before another name.
    fn ali(&self, i: usize, titled: bool) -> bool {
        self.form(i) == "علي" && (titled || i == self.start || !self.word(i - 1)) && self.name_like(i + 1)
    }

    /// A verb of beating somebody, which wants على, stands before token `i`: تفوق سعيد على نبيل.
    fn overcomes(&self, i: usize) -> bool {
        let verbs = ["تفوق", "يتفوق", "متفوق", "تغلب", "يتغلب", "متغلب", "انتصر", "ينتصر", "تقدم", "يتقدم", "متقدم"];
        (i.saturating_sub(4).max(self.start)..i).any(|j| verbs.iter().any(|v| self.form(j).starts_with(v)))
    }

    /// A word that could be a name without any help from around: nothing that looks like a clitic or a suffixed pronoun.
    fn bare_name(&self, i: usize) -> bool {
        let form = self.form(i);
        let long = form.chars().count() > 4;
        self.name_like(i)
            && (self.t.words[i].given_name
                || !(form.starts_with('و')
                    || long
                        && form.starts_with(['ب', 'ل', 'ف', 'ك'])
                        && !form.starts_with("لو")
                        && !(form.starts_with("با") && !form.starts_with("بال")))
                    && !["ها", "هم", "هما", "ته", "تهم", "تها", "يه", "ات", "يين"].iter().any(|e| form.ends_with(e) && long))
    }

    fn connector(&self, i: usize) -> bool {
        matches!(
            self.form(i),
            "بن" | "ابن"
                | "ابو"
                | "ابي"
                | "بو"
                | "ال"
                | "ولد"
                | "بنت"
                | "دي"
                | "دو"
                | "دا"
                | "فان"
                | "فون"
                | "لو"
                | "عبد"
                | "ام"
                | "سي"
                | "اغ"
                | "بني"
                | "لا"
        )
    }

    fn arabic_person(&self, i: usize) -> Option<NameMention> {
        if !self.word(i) {
            return None;
        }
        let mut start = i;
        let titled = self.t.hit(i, Concept::Title).copied();
        if let Some(title) = titled {
            start = title.end as usize;
            // Adjectives and appositions between the title and the name.
            let mut steps = 0;
            let mut surname = true;
            while steps < 7 && start < self.end && self.word(start) && !self.t.words[start].given_name {
                let form = self.form(start);
                let definite = form.starts_with("ال");
                let stop = self.t.is_any(
                    start,
                    const {
                        Concepts::of(&[
                            Concept::Got,
                            Concept::Said,
                            Concept::Won,
                            Concept::In,
                            Concept::Relative,
                            Concept::Clause,
                            Concept::Function,
                            Concept::Prep,
                        ])
                    },
                );
                if stop {
                    break;
                }
                let title = self.is(start, Concept::Title);
                let nationality = self.is(start, Concept::Nationality);
                let party = self.is(start, Concept::PartyHead);
                if party {
                    break;
                }
                if title
                    || nationality
                    || definite
                        && !(surname
                            && self.name_like(start)
                            && !form.ends_with("يه")
                            && !self.name_like(start + 1)
                            && !self.form(start + 1).starts_with("ال"))
                    || self.t.words[start].common && self.form(start + 1).starts_with("ال")
                {
                    surname = title || nationality;
                    start = self.t.hit(start, Concept::Title).map_or(start + 1, |h| h.end as usize);
                } else {
                    break;
                }
                steps += 1;
            }
            while matches!(self.form(start), "،" | "," | "\"" | "-" | "(") && start < self.end {
                if self.form(start) == "،" && !(self.t.words.get(start + 1).is_some_and(|w| w.given_name)) {
                    return None;
                }
                start += 1;
            }
        }
        let begins = self.begins_person(start, titled.is_some())?;
        let mut end = start + 1;
        while end < self.end && end < start + MAX_NAME {
            let form = self.form(end);
            // محمد علي, but not "… X على …".
            if form == "علي"
                && end == start + 1
                && (self.t.words[start].given_name || self.form(start) == "بن")
                && !self.overcomes(start)
                && !self.t.is_digits(end + 1)
                && self.name_like(end + 1)
            {
                end += 1;
                continue;
            }
            if form == "-" && self.t.text.tokens[end].kind == Kind::Punct {
                // قاسم- جومارت, أمان - جيلدي: a dash inside a name joins two short unknown words.
                let spaced = self.t.text.tokens[end].spaced && self.t.text.tokens.get(end + 1).is_some_and(|t| t.spaced);
                let long_dash = !matches!(self.t.text.slice(end, end + 1), "-" | "‐" | "‑");
                if !long_dash && end == start + 1 && self.name_like(end + 1) && (!spaced || self.name_like(end + 2)) {
                    end += 2;
                    continue;
                }
                break;
            }
            // يوسف الشاهد: behind one given name a definite word that means nothing here is the surname.
            let surname = end == start + 1
                && self.t.words[start].given_name
                && form.starts_with("ال")
                && form.chars().count() > 4
                && self.word(end)
                && !self.t.words[end].tagged
                && !form.ends_with("يه");
            if surname && self.t.words[end].common {
                end += 1;
                continue;
            }
            let servant = matches!(
                self.form(end - 1),
                "عبد" | "سيف" | "نصر" | "نور" | "صلاح" | "علاء" | "عز" | "جمال" | "شمس" | "حسام" | "محي" | "بدر"
            ) && form.starts_with("ال");
            if servant {
                end += 1;
                continue;
            }
            if ["بال", "وال", "فال", "كال", "لل"].iter().any(|p| form.starts_with(p)) && !self.t.words[end].given_name {
                break;
            }
            if self.name_like(end) && !form.starts_with("وال")
                || self.connector(end) && (self.name_like(end + 1) || self.form(end + 1).starts_with("ال"))
            {
                // A word with و begins the next name, unless it is a name that begins so.
                if form.starts_with('و') && !self.t.words[end].given_name && form != "ولد" {
                    break;
                }
                end += 1;
                continue;
            }
            break;
        }
        if end == start + 1 && !self.name_like(start) && !self.t.words[start].clitic_name || end == start {
            return None;
        }
        // One given name alone is no mention unless a title stands before it.
        let count = end - start;
        if count == 1 && titled.is_none() {
            return None;
        }
        let mut name = self.name(start, end, NameType::Person);
        name.span.start += begins as u32;
        name.titled = titled.is_some();
        Some(name)
    }

    /// Whether a person's name begins at token `i`; then how many bytes of clitics stand before it.
    fn begins_person(&self, i: usize, titled: bool) -> Option<usize> {
        if !self.word(i) || !self.t.text.tokens[i].arabic {
            return None;
        }
        let word = self.t.words[i];
        let son = matches!(self.form(i), "بن" | "ابن") && (self.name_like(i + 1) || self.form(i + 1) == "علي") && self.name_like(i + 2);
        if self.ali(i, titled) || son {
            return Some(0);
        }
        if word.given_name && self.name_like(i) && (!word.common || titled) && !self.form(i).starts_with("ال") {
            return Some(0);
        }
        // Two words in a row that are no known words.
        // … the first perhaps with و in a list: "X عن حزب P، وY Z عن حزب Q".
        let listed = matches!(self.form(i.wrapping_sub(1)), "،" | "\"" | ")")
            && i > self.start
            && self.form(i).starts_with('و')
            && self.form(i).chars().count() > 5;
        if listed && self.name_like(i) && !word.given_name && self.bare_name(i + 1) {
            return Some(skip_letters(self.t.text.slice(i, i + 1), 1));
        }
        // Right before a figure even a word like a plural is a name: قاراقات عبدين بـ2.60.
        let figured = self.name_like(i)
            && self.name_like(i + 1)
            && !self.form(i).starts_with(['و', 'ب', 'ل', 'ف'])
            && (i + 2..(i + 5).min(self.end)).any(|j| self.t.is_digits(j))
            && !self.is(i + 2, Concept::In);
        if (figured || self.bare_name(i))
            && (figured
                || self.bare_name(i + 1)
                || self.name_like(i + 1) && self.form(i + 1).starts_with(['ف', 'ك']) && self.form(i + 1).chars().count() > 4)
            && !self.form(i).starts_with("ال")
            && (!word.clitic_name || self.form(i).starts_with('ب'))
        {
            return Some(0);
        }
        // "X Y, the candidate of …": what follows says that it is a person.
        let stop = (i..(i + 4).min(self.end)).find(|&j| !self.name_like(j)).unwrap_or(i);
        let role = |h: &crate::lexicon::Hit| matches!(h.concept, Concept::Candidate | Concept::Leader);
        if stop >= i + 2 && self.form(stop) == "،" && stop + 1 < self.end && self.t.at(stop + 1).iter().any(role) {
            return Some(0);
        }
        let blocked =
            self.t.at(i).iter().any(|h| !matches!(h.concept, Concept::Title | Concept::Nationality | Concept::OtherUnit | Concept::Person));
        if word.clitic_name
            && !blocked
            && !word.common
            && !(titled && self.name_like(i))
            && !(self.form(i).starts_with('ب') && self.bare_name(i) && self.name_like(i + 1))
        {
            let raw = self.t.text.slice(i, i + 1);
            let (_, rest) = readings(self.form(i)).find(|(_, rest)| crate::lexicon::Lexicon::get().is_given_name(rest))?;
            let skipped = self.form(i).chars().count() - rest.chars().count();
            return Some(skip_letters(raw, skipped));
        }
        (titled && self.name_like(i) && (!self.form(i).starts_with("ال") || self.name_like(i))).then_some(0)
    }

    // ---- English ----

    fn english(&self, i: usize) -> Option<NameMention> {
        if self.capital(i)
            && let Some(item) = self.list_item(i)
        {
            return Some(item);
        }
        let t = &self.t.text.tokens[i];
        if !t.capital && !self.t.is_any(i, LOWER_CASE) {
            return None;
        }
        // "His party" is a pronoun, whatever its capital.
        if t.kind != Kind::Word || t.arabic || matches!(self.form(i), "his" | "her" | "their" | "its" | "our" | "my") {
            return None;
        }
        if let Some(hit) = self.t.hit(i, Concept::Choice) {
            let quoted = matches!(self.form(i.wrapping_sub(1)), "\"" | "'");
            let voted = i > self.start && matches!(self.form(i - 1), "voting" | "voted" | "vote");
            if hit.value == 3
                || hit.end as usize - i > 1
                || quoted
                || voted
                // "49.6% no."
                || self.form(i) == "no"
                    && i > self.start
                    && self.is(i - 1, Concept::Percent)
                    && (i + 1 == self.end || self.t.text.tokens[i + 1].kind == Kind::Punct)
                || (self.form(i) == "yes" || self.form(i) == "leave" || self.form(i) == "remain" || self.form(i) == "no")
                    && t.capital
                    && i > self.start
            {
                let mut name = self.name(i, hit.end as usize, NameType::Choice);
                name.value = hit.value;
                return Some(name);
            }
        }
        if let Some(hit) = self.t.hit(i, Concept::Abroad) {
            let mut name = self.name(i, hit.end as usize, NameType::Place);
            name.value = -1;
            return Some(name);
        }
        if let Some(hit) = self.t.hit(i, Concept::Group)
            && (!t.capital || i == self.start)
        {
            return Some(self.name(i, hit.end as usize, NameType::Group));
        }
        if !t.capital {
            return None;
        }
        // "D-Ohio": an affiliation, no name.
        if self.t.text.tokens[i].span.end - self.t.text.tokens[i].span.start == 1
            && self.form(i + 1) == "-"
            && self.capital(i + 2)
            && !self.t.text.tokens[i + 2].spaced
        {
            return Some(NameMention { span: crate::span::Span::default(), ..self.name(i, i + 3, NameType::Unknown) });
        }
        let end = self.capital_run(i);
        self.classify(i, end)
    }

    fn capital(&self, i: usize) -> bool {
        self.word(i) && self.t.text.tokens[i].capital && !self.t.text.tokens[i].arabic
    }

    /// One past the run of capitals from `i`, with the small words that join them.
    fn capital_run(&self, i: usize) -> usize {
        let mut end = i + 1;
        while end < self.end && end < i + 12 {
            if self.capital(end) {
                end += 1;
                continue;
            }
            let form = self.form(end);
            let next = self.capital(end + 1);
            let initial =
                form == "." && self.form(end - 1).len() <= 3 && self.t.text.tokens[end - 1].capital && next && self.form(end - 1) != "us";
            let lower =
                self.word(end + 1) && !self.t.words[end + 1].common && !self.t.words[end + 1].tagged && self.form(end + 1).len() <= 4;
            let hyphen = form == "-"
                && !self.t.text.tokens[end].spaced
                && self.word(end + 1)
                && !self.t.text.tokens[end + 1].spaced
                && (next || self.t.words[end + 1].given_name || lower);
            // "Alternative for Germany (AfD)": the short form in brackets says that the small words belong to the name.
            let defined = matches!(form, "for" | "of" | "and" | "the" | "in")
                && (self.defined(i, end) || self.form(i) == "the" && self.defined(i + 1, end));
            let particle = matches!(
                form,
                "de" | "del"
                    | "da"
                    | "dos"
                    | "di"
                    | "la"
                    | "el"
                    | "al"
                    | "bin"
                    | "ibn"
                    | "ben"
                    | "van"
                    | "von"
                    | "der"
                    | "den"
                    | "du"
                    | "ould"
                    | "y"
                    | "bint"
                    | "ole"
                    | "ng"
                    | "dela"
                    | "af"
                    | "ap"
                    | "op"
                    | "das"
                    | "do"
                    | "e"
                    | "zu"
            ) && (next || self.capital(end + 2));
            let party_of = matches!(form, "of" | "for")
                && (self.is(end - 1, Concept::PartyHead) || self.is(end - 1, Concept::OrgHead) || self.is(end - 1, Concept::PlaceHead))
                && (next && !self.is(end + 1, Concept::Title) || self.form(end + 1) == "the" && self.capital(end + 2));
            let apostrophe = form == "'s" && self.t.text.slice(end, end + 1).len() > 1 && self.party_follows(end + 1);
            let apostrophe = apostrophe || form == "'" && !self.t.text.tokens[end].spaced && self.party_follows(end + 1);
            let joined = matches!(form, "and" | "&") && next && self.party_follows(end + 1);
            if initial || hyphen || particle || joined || apostrophe || defined {
                end += 1;
            } else if party_of {
                end += if next { 1 } else { 2 };
            } else {
                break;
            }
        }
        end
    }

    /// Whether capitals and small words from `end` on lead to a short form in brackets that holds the initial of token `i`.
    fn defined(&self, i: usize, end: usize) -> bool {
        let stop =
            (end..(end + 6).min(self.end)).find(|&j| !(self.capital(j) || matches!(self.form(j), "for" | "of" | "and" | "the" | "in")));
        let Some(open) = stop.filter(|&j| self.form(j) == "(" && self.form(j + 2) == ")" && self.capital(j - 1)) else { return false };
        self.short_form(i, open)
    }

    /// Whether the bracket at `open` holds a short form of the name that begins at token `i`: capitals, the first its initial.
    fn short_form(&self, i: usize, open: usize) -> bool {
        if self.form(open) != "(" || self.form(open + 2) != ")" || self.is(i, Concept::Title) || self.t.words[i].given_name {
            return false;
        }
        let short = self.t.text.slice(open + 1, open + 2);
        short.chars().filter(|c| c.is_uppercase()).count() >= 2
            && short.starts_with(|c: char| self.form(i).starts_with(c.to_ascii_lowercase()))
    }

    /// Whether the run of capitals from `i` ends in a party's head word: "… and Development Party", "People's Party".
    fn party_follows(&self, i: usize) -> bool {
        let mut j = i;
        while self.capital(j) && j < i + 5 {
            j += 1;
        }
        if j > i && self.t.at(j - 1).iter().any(|h| h.concept == Concept::PartyHead) {
            return true;
        }
        if self.form(j) == "(" && self.form(j + 2) == ")" {
            j += 3;
        }
        j > i && self.t.at(j - 1).iter().any(|h| h.concept == Concept::PartyHead)
            || j > i && self.is(j, Concept::PartyHead) && self.form(j) == "party"
    }

    fn classify(&self, i: usize, end: usize) -> Option<NameMention> {
        // A party by its head or family word inside the run.
        let (mut start, mut titled) = (i, false);
        loop {
            if start >= end {
                return None;
            }
            if let Some(hit) = self.t.hit(start, Concept::Country)
                && (hit.end as usize >= end || !self.party_head_within(start, end))
            {
                let mut name = self.name(start, hit.end as usize, NameType::Place);
                name.value = hit.value;
                return Some(name);
            }
            if let Some(hit) = self.t.hit(start, Concept::Capital)
                && hit.end as usize >= end
            {
                return Some(self.name(start, hit.end as usize, NameType::Place));
            }
            if self.party_head_within(start, end) {
                return Some(self.english_party(start, end));
            }
            // "Radical Democrats": a party's family word closes the run.
            if end - start > 1
                && self.t.hit(end - 1, Concept::PartyFamily).is_some()
                && !self.small(start)
                && !self.is(start, Concept::Nationality)
            {
                return Some(self.name(start, end, NameType::Party));
            }
            if let Some(hit) = self.t.hit(start, Concept::PartyFamily) {
                let stop = hit.end as usize;
                if stop >= end || !self.person_like(stop, end) && !self.is(stop, Concept::Title) {
                    return Some(self.name(start, stop, NameType::Party));
                }
                // "Democrat Doug Jones", "Labour's Naz Shah": the family is the party's mention, the person comes next.
                return Some(self.name(start, stop, NameType::Party));
            }
            let skip = self.t.at(start).iter().find(|h| {
                matches!(h.concept, Concept::Title | Concept::Nationality | Concept::Weekday | Concept::Month | Concept::WeakMonth)
            });
            if let Some(hit) = skip {
                titled = hit.concept == Concept::Title;
                start = hit.end as usize;
                while self.form(start) == "." || self.form(start) == "," && titled && self.capital(start + 1) && start + 1 < end {
                    start += 1;
                }
                continue;
            }
            let sentence_start = start == self.start || matches!(self.form(start.wrapping_sub(1)), "\"" | ":" | "(");
            let plain = self.t.words[start].common || self.t.words[start].tagged;
            let function = self.t.is_any(
                start,
                const {
                    Concepts::of(&[
                        Concept::Function,
                        Concept::In,
                        Concept::Prep,
                        Concept::From,
                        Concept::Clause,
                        Concept::Relative,
                        Concept::And,
                        Concept::Not,
                        Concept::With,
                        Concept::Against,
                        Concept::Number,
                    ])
                },
            );
            if self.short_form(start, end) {
                break;
            }
            if plain
                && !self.t.words[start].given_name
                && (sentence_start || function)
                && !(sentence_start && end - start > 1 && !self.small(start) && self.all_names(start + 1, end))
            {
                start += 1;
                continue;
            }
            break;
        }
        // Headline words after the name: "Jones Wins".
        let mut stop = end;
        let headline = |j: usize| self.small(j) && self.t.words[j].tagged && !self.is(j, Concept::PlaceHead);
        while stop > start + 1 && (headline(stop - 1) || !self.word(stop - 1)) {
            stop -= 1;
        }
        let all = start..stop;
        if all.clone().any(|j| self.is(j, Concept::OrgHead) && !self.t.words[j].given_name) {
            return Some(self.name(start, stop, NameType::Organization));
        }
        // "Dundee, where 57 per cent voted yes".
        let next = if self.form(stop) == "," { stop + 1 } else { stop };
        let place = self.form(next) == "where"
            || self.is(stop, Concept::PlaceHead) && !self.capital(stop)
            || all.clone().any(|j| self.is(j, Concept::PlaceHead))
            || self.placed(start);
        // "the capital, X", "western X", "state of X".
        let headed = start > self.start && self.is(start - 1, Concept::PlaceHead)
            || start > self.start + 1 && matches!(self.form(start - 1), "," | "of") && self.is(start - 2, Concept::PlaceHead);
        let place = place || headed && !self.is(start.saturating_sub(1), Concept::Title);
        let given = self.t.words[start].given_name;
        // A pollster: "the Ipsos exit poll", "a poll by Ipsos".
        let pollster = |j: usize| {
            self.t.at(j).iter().any(|h| matches!(h.concept, Concept::OpinionPoll | Concept::Projection) && h.value == 1)
                || self.form(j) == "poll"
        };
        if pollster(stop) || start > self.start + 1 && matches!(self.form(start - 1), "by" | "from") && pollster(start - 2) {
            return Some(self.name(start, stop, NameType::Organization));
        }
        let words = all.clone().filter(|&j| self.word(j)).count();
        let upper = words == 1
            && self.t.text.slice(start, start + 1).chars().filter(|c| c.is_uppercase()).count() * 2
                > self.form(start).chars().count().max(3) - 1
            && !self.t.words[start].common
            && !self.t.words[start].tagged;
        // "THE HAGUE - …", "LUSAKA (Reuters) - …": where the report was written.
        let shouted = |j: usize| self.t.text.slice(j, j + 1).chars().all(|c| !c.is_lowercase());
        let opens = start <= self.start + 1 && (self.start..stop).all(shouted);
        let dateline = opens
            && (stop..(stop + 14).min(self.end))
                .any(|j| self.form(j) == "-" && self.t.text.tokens[j].spaced && self.t.text.tokens.get(j + 1).is_some_and(|t| t.spaced));
        let kind = if dateline {
            NameType::Place
        } else if words > 1 && !titled && self.short_form(start, stop) {
            NameType::Party
        } else if titled || given && words > 1 {
            NameType::Person
        } else if place {
            NameType::Place
        } else if upper {
            NameType::Party
        } else if words > 1 && words < 5 {
            NameType::Person
        } else {
            NameType::Unknown
        };
        let mut name = self.name(start, stop, kind);
        name.titled = titled;
        Some(name)
    }

    fn all_names(&self, start: usize, end: usize) -> bool {
        (start..end).all(|j| !self.t.words[j].common && !self.t.words[j].tagged)
    }

    fn person_like(&self, start: usize, end: usize) -> bool {
        start < end && !self.t.words[start].tagged && self.capital(start)
    }

    fn small(&self, i: usize) -> bool {
        self.t.is_any(
            i,
            const {
                Concepts::of(&[
                    Concept::Function,
                    Concept::In,
                    Concept::Prep,
                    Concept::From,
                    Concept::For,
                    Concept::Clause,
                    Concept::Relative,
                    Concept::And,
                    Concept::Said,
                    Concept::Got,
                    Concept::Won,
                    Concept::Weekday,
                    Concept::Month,
                    Concept::Number,
                    Concept::About,
                    Concept::Over,
                    Concept::Under,
                    Concept::RelativeDay,
                    Concept::With,
                    Concept::Against,
                    Concept::Not,
                    Concept::Election,
                    Concept::Polling,
                    Concept::Turnout,
                    Concept::Lost,
                    Concept::Elected,
                ])
            },
        ) || self.t.words[i].common && !self.t.words[i].given_name
    }

    fn party_head_within(&self, start: usize, end: usize) -> bool {
        let after = self.form(end) == "party" || self.form(end) == "(" && self.form(end + 2) == ")" && self.form(end + 3) == "party";
        let inside = (start..end).any(|j| self.is(j, Concept::PartyHead));
        // "Congress", "Assembly", "Group" alone are bodies; a party's head stands with other words.
        after && end > start
            || inside
                && end - start > 1
                // "President X of the …", but "Justice Party".
                && (!self.is(start, Concept::Title) || end - start == 2 && self.is(end - 1, Concept::PartyHead))
                && !(start..end).any(|j| {
                    matches!(self.form(j), "national" | "general" | "constituent" | "european" | "african")
                        && matches!(self.form(j + 1), "assembly" | "union")
                })
    }

    fn english_party(&self, start: usize, end: usize) -> NameMention {
        let mut start = start;
        while start + 1 < end
            && !(start + 2 == end && self.is(start, Concept::Title))
            && (self.t.is_any(
                start,
                const { Concepts::of(&[Concept::Function, Concept::Clause, Concept::Prep, Concept::In, Concept::Title, Concept::Weekday]) },
            ))
        {
            start += 1;
        }
        let mut stop = end;
        if self.form(stop) == "party" {
            stop += 1;
        } else if self.form(stop) == "(" && self.form(stop + 2) == ")" && self.form(stop + 3) == "party" {
            stop += 4;
        }
        self.name(start, stop, NameType::Party)
    }

    /// A preposition of place stands before token `i`.
    fn placed(&self, i: usize) -> bool {
        i > self.start && self.is(i - 1, Concept::In)
    }
}

/// Token `at` as a name that only other mentions speak for.
fn echo(at: usize, span: Span, kind: NameType) -> NameMention {
    NameMention { start: at as u32, end: at as u32 + 1, span, kind, value: 0, titled: false, echo: true }
}

/// Adds mentions that are only known by fuller ones: surnames, parties without their head word, quoted short names.
fn echoes(tagged: &Tagged, names: &mut Vec<NameMention>) {
    let text = &tagged.text;
    let mut known: FxHashMap<&str, NameType> = FxHashMap::default();
    for name in names.iter() {
        if !matches!(name.kind, NameType::Person | NameType::Party) {
            continue;
        }
        let first = name.start as usize;
        let last = name.end as usize - 1;
        if name.kind == NameType::Person {
            // The surname, and in Arabic any later part of the name.
            if last > first || name.titled {
                known.entry(text.form(last)).or_insert(NameType::Person);
            }
            // An Arabic foreigner may go by any rare part of the name.
            for j in first..last {
                if text.tokens[j].arabic
                    && text.tokens[j].kind == Kind::Word
                    && !tagged.words[j].given_name
                    && !tagged.words[j].common
                    && !tagged.words[j].tagged
                    && text.form(j).len() > 6
                {
                    known.entry(text.form(j)).or_insert(NameType::Person);
                }
            }
        } else {
            for j in first..=last {
                if text.tokens[j].kind == Kind::Word && !tagged.words[j].tagged && !tagged.words[j].common {
                    known.entry(text.form(j)).or_insert(NameType::Party);
                }
            }
        }
    }
    if known.is_empty() {
        return;
    }
    let mut covered = vec![false; text.tokens.len()];
    for name in names.iter() {
        covered[name.start as usize..name.end as usize].fill(true);
    }
    let mut more = Vec::new();
    for (i, &covered) in covered.iter().enumerate() {
        let token = &text.tokens[i];
        let nameable = token.capital || token.arabic && !tagged.words[i].tagged;
        if covered || token.kind != Kind::Word || !nameable {
            continue;
        }
        let form = text.form(i);
        let mut span = text.tokens[i].span;
        let mut kind = known.get(form).copied();
        // للمغزاوي is ل + المغزاوي.
        if kind.is_none()
            && let Some(rest) = form.strip_prefix("لل").filter(|_| text.tokens[i].arabic)
        {
            // لليكود is ل + الليكود.
            let with = |rest: &str| known.get(format!("ال{rest}").as_str()).copied();
            kind = with(rest);
            if kind.is_none() {
                kind = with(&form["ل".len()..]);
                span.start += if kind.is_some() { skip_letters(text.slice(i, i + 1), 1) as u32 } else { 0 };
            }
        }
        if kind.is_none() && text.tokens[i].arabic && !tagged.words[i].common {
            for (clitics, rest) in readings(form) {
                if let Some(k) = known.get(rest) {
                    if clitics.has(Clitics::AL) && *k == NameType::Person {
                        continue;
                    }
                    kind = Some(*k);
                    let letters = form.chars().count() - rest.chars().count();
                    span.start += skip_letters(text.slice(i, i + 1), letters) as u32;
                    break;
                }
            }
        }
        if let Some(kind) = kind {
            more.push(echo(i, span, kind));
        }
    }
    families(tagged, &covered, names, &mut more);
    names.extend(more);
    // What the first pass left open is settled by the same table, or by the places that the article is "in".
    let alone = |name: &NameMention| (name.end == name.start + 1).then(|| text.form(name.start as usize));
    let places: FxHashSet<&str> = names.iter().filter(|n| n.kind == NameType::Place).filter_map(alone).collect();
    for name in names.iter_mut().filter(|n| n.kind == NameType::Unknown) {
        if let Some(kind) = known.get(text.form(name.end as usize - 1)) {
            name.kind = *kind;
        } else if alone(name).is_some_and(|form| places.contains(form)) {
            name.kind = NameType::Place;
        }
    }
    names.sort_by_key(|n| n.start);
    unsupported(tagged, names);
}

/// "The Front", of "the Workers' Front"; and والخضر على 28: a family word that a party of the article is called by, where votes are told.
fn families(tagged: &Tagged, covered: &[bool], names: &[NameMention], more: &mut Vec<NameMention>) {
    let text = &tagged.text;
    let last = |name: &NameMention| text.form(name.end as usize - 1);
    let heads: FxHashSet<&str> = names.iter().filter(|n| n.end > n.start + 1).filter_map(|n| party_head(tagged, n)).collect();
    for hit in tagged.all(Concept::PartyHead).iter().filter(|hit| text.tokens[hit.start as usize].capital) {
        let at = hit.start as usize;
        let the = at > 0 && text.form(at - 1) == "the" && !covered[at] && heads.contains(text.form(at));
        if the && text.tokens.get(at + 1).is_none_or(|next| !next.capital) {
            more.push(echo(at, text.tokens[at].span, NameType::Party));
        }
    }
    let known: FxHashSet<&str> = names.iter().filter(|n| n.kind == NameType::Party && n.end > n.start + 1).map(last).collect();
    for hit in tagged.all(Concept::PartyFamily).iter().filter(|hit| text.tokens[hit.start as usize].arabic) {
        let at = hit.start as usize;
        let form = text.form(at);
        let bare = form.find("ال").map_or(form, |from| &form[from..]);
        let sentence = text.sentences[text.sentence_of(at)];
        let told = [Concept::Percent, Concept::Seat, Concept::Vote];
        let told = || told.iter().any(|c| !tagged.of(*c, sentence.start as usize, sentence.end as usize).is_empty());
        if !covered[at] && known.contains(bare) && told() {
            let mut span = text.tokens[at].span;
            span.start += skip_letters(text.slice(at, at + 1), form[..form.len() - bare.len()].chars().count()) as u32;
            more.push(echo(at, span, NameType::Party));
        }
    }
}

/// Drops what only the beginning of a sentence capitalizes, and makes quoted English words no candidates.
fn unsupported(tagged: &Tagged, names: &mut Vec<NameMention>) {
    let text = &tagged.text;
    let opens = |n: &NameMention| {
        n.start == text.sentences[text.sentence_of(n.start as usize)].start || n.start > 0 && text.form(n.start as usize - 1) == "\""
    };
    let held: FxHashSet<&str> = names.iter().filter(|n| !opens(n)).map(|n| text.form(n.end as usize - 1)).collect();
    // "National Electoral Institute (INE)": the short form is as little a candidate as the long one.
    let bodies: FxHashSet<&str> = names
        .windows(2)
        .filter(|w| {
            w[0].kind == NameType::Organization
                && w[1].start == w[0].end + 1
                && text.form(w[0].end as usize) == "("
                && text.form(w[1].end as usize) == ")"
        })
        .map(|w| text.form(w[1].start as usize))
        .collect();
    for name in names.iter_mut().filter(|n| n.end == n.start + 1 && bodies.contains(text.form(n.start as usize))) {
        name.kind = NameType::Organization;
    }
    for name in names.iter_mut().filter(|n| n.kind == NameType::Unknown && !text.tokens[n.start as usize].arabic) {
        let (s, e) = (name.start as usize, name.end as usize);
        if s > 0 && text.form(s - 1) == "\"" && text.form(e) == "\"" {
            name.kind = NameType::Organization;
        }
    }
    names.retain(|n| {
        let (s, e) = (n.start as usize, n.end as usize);
        // "152 MPs in the new Bundestag": words of the lexicon, whatever their capitals.
        let office = |h: &Hit| matches!(h.concept, Concept::Member | Concept::Office) && h.end as usize == e;
        if n.kind == NameType::Unknown && !text.tokens[s].arabic && tagged.at(s).iter().any(office) {
            return false;
        }
        let lone = n.kind == NameType::Unknown && e == s + 1 && !text.tokens[s].arabic && opens(n);
        !lone || held.contains(text.form(s)) || tagged.words[s].given_name || matches!(text.form(e), "," | "(" | ":" | "-" | "'s")
    });
}
