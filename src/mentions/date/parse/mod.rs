//! Tokens → date expressions as they are written: which day, month or year they name, and what is left open.
//!
//! One pass from left to right; every rule reads on from a token and says where the expression ends. Nothing is
//! given a year here: that is `resolve`.

mod days;
mod months;
mod near;
mod years;

use std::ops::{Range, RangeInclusive};

use super::Number;
use super::draft::{Draft, When, Year};
use crate::lexicon::{Concept, Concepts, Hit, Lexicon, Tagged};
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang};

/// All date expressions that begin in the first `count` tokens of a text, most of which is in `lang`; in order and apart from each other.
pub(super) fn drafts(tagged: &Tagged, numbers: &[Number], lang: Lang, count: usize) -> Vec<Draft> {
    let mut reader = Reader { tagged, numbers, arabic: lang == Lang::Ar, line: 0..0 };
    let mut out: Vec<Draft> = Vec::new();
    let mut i = 0;
    while i < tagged.text.tokens.len().min(count) {
        if i >= reader.line.end {
            reader.line = reader.line_from(i);
        }
        let draft = reader.draft(i, out.last()).filter(|d| d.start >= out.last().map_or(0, |l| l.end));
        match draft {
            Some(draft) => {
                i = draft.end.max(i + 1);
                if !matches!(draft.when, When::Name) {
                    reader.push(draft, &mut out);
                }
            }
            None => i = reader.hit(i, Concept::NoDate).map_or(i + 1, |h| h.end as usize),
        }
    }
    out
}

struct Reader<'a> {
    tagged: &'a Tagged<'a>,
    numbers: &'a [Number],
    /// Most of the text is Arabic.
    arabic: bool,
    /// The tokens of the line that is being read: no date goes on in another.
    line: Range<usize>,
}

/// A month's name, or two names of one month.
struct Month {
    value: i8,
    end: usize,
    /// It can be another word.
    weak: bool,
    arabic: bool,
    clitics: Clitics,
}

/// What may follow a day or month.
struct Tail {
    year: Year,
    direction: Option<i64>,
    end: usize,
}

/// What a date in words begins with.
const BEGINNINGS: Concepts = Concepts::of(&[
    Concept::RelativeDay,
    Concept::Weekday,
    Concept::Month,
    Concept::WeakMonth,
    Concept::HijriMonth,
    Concept::Ordinal,
    Concept::Number,
    Concept::DayWord,
    Concept::PeriodWord,
    Concept::Direction,
    Concept::Shift,
]);
/// Prefixes that make another word of one that looks like a month: باب, لماي.
const BEFORE_NOUN: [Clitics; 5] = [Clitics::BI, Clitics::LI, Clitics::KA, Clitics::SA, Clitics::AL];
/// Things that are counted, so that four digits before them are no year.
const COUNTED: &[Concept] = &[
    Concept::Seat,
    Concept::Member,
    Concept::Vote,
    Concept::Voter,
    Concept::Person,
    Concept::Station,
    Concept::Observer,
    Concept::Organization,
    Concept::CountryUnit,
    Concept::Journalist,
    Concept::Ballot,
    Concept::Candidate,
    Concept::List,
    Concept::PartyUnit,
    Concept::Security,
    Concept::Staff,
    Concept::Point,
    Concept::Money,
    Concept::OtherUnit,
    Concept::DurationUnit,
];
/// Four digits that can be a year, of either calendar.
const YEARS: RangeInclusive<i16> = 1900..=2100;
const HIJRI_YEARS: RangeInclusive<i16> = 1300..=1500;
/// Days listed before one month, at most.
const DAYS: usize = 8;

impl Reader<'_> {
    fn line_from(&self, start: usize) -> Range<usize> {
        let tokens = &self.tagged.text.tokens;
        let line = tokens[start].line;
        start..start + tokens[start..].iter().take_while(|t| t.line == line).count()
    }

    fn draft(&self, i: usize, last: Option<&Draft>) -> Option<Draft> {
        if self.tagged.is_digits(i) {
            return self.numeric(i).or_else(|| self.day_first(i)).or_else(|| self.year(i, last)).or_else(|| self.hijri_year(i));
        }
        if !self.tagged.is_any(i, BEGINNINGS) || self.tagged.is(i, Concept::NoDate) {
            return None;
        }
        self.tagged.at(i).iter().find_map(|hit| {
            let end = hit.end as usize;
            match hit.concept {
                Concept::RelativeDay | Concept::Weekday => self.near_day(i),
                Concept::Month | Concept::WeakMonth => self.month_first(i, i),
                Concept::HijriMonth => self.hijri_month(i, i),
                Concept::Ordinal | Concept::Number => self.day_first(i),
                Concept::DayWord => self.day_after_word(i, end),
                Concept::PeriodWord => self.period(i, hit),
                Concept::Direction => self.directed(i, hit),
                Concept::Shift => self.shifted(i, hit),
                _ => None,
            }
        })
    }

    /// Adds `draft`, or makes one of it and the draft before: two calendars, or two names of one day.
    fn push(&self, draft: Draft, out: &mut Vec<Draft>) {
        let Some(last) = out.last_mut() else { return out.push(draft) };
        let hijri = |d: &Draft| matches!(d.when, When::Hijri { .. });
        if hijri(last) != hijri(&draft) && draft.start <= last.end + 4 && draft.start > last.start {
            let mut at = last.end;
            while at < draft.start {
                at = match self.hit(at, Concept::SameDate) {
                    Some(same) => same.end as usize,
                    None if self.mark(at, "(/-،,") || self.is(at, Concept::DateLink) => at + 1,
                    None => break,
                };
            }
            if at == draft.start && self.line.contains(&last.start) {
                let opened = self.mark(draft.start.wrapping_sub(1), "(");
                let end = if opened { self.after(draft.end, ")") } else { draft.end };
                let start = last.start;
                let told = if hijri(last) { draft } else { *last };
                let weekday = last.weekday.or(draft.weekday);
                *last = Draft { start, end, weekday, ..told };
                return;
            }
        }
        out.push(draft);
    }

    fn hit(&self, i: usize, concept: Concept) -> Option<&Hit> {
        self.line.contains(&i).then(|| self.tagged.hit(i, concept)).flatten()
    }

    fn is(&self, i: usize, concept: Concept) -> bool {
        self.hit(i, concept).is_some()
    }

    fn form(&self, i: usize) -> &str {
        if self.line.contains(&i) { self.tagged.text.form(i) } else { "" }
    }

    fn spaced(&self, i: usize) -> bool {
        self.tagged.text.tokens.get(i).is_none_or(|t| t.spaced)
    }

    fn is_arabic(&self, i: usize) -> bool {
        self.tagged.text.tokens.get(i).is_some_and(|t| t.arabic)
    }

    fn is_capital(&self, i: usize) -> bool {
        self.line.contains(&i) && self.tagged.text.tokens[i].capital
    }

    fn is_word(&self, i: usize) -> bool {
        self.line.contains(&i) && self.tagged.text.tokens[i].kind == Kind::Word
    }

    /// Whether token `i` is one of these marks.
    fn mark(&self, i: usize, marks: &str) -> bool {
        let mut form = self.form(i).chars();
        form.next().is_some_and(|c| marks.contains(c)) && form.next().is_none()
    }

    /// `i`, or beyond one of these marks.
    fn after(&self, i: usize, marks: &str) -> usize {
        i + usize::from(self.mark(i, marks))
    }

    /// The hit of `concept` that ends before token `i`; of one word, or of two.
    fn ends_before(&self, i: usize, concept: Concept) -> Option<&Hit> {
        (1..=2).find_map(|back| self.hit(i.checked_sub(back)?, concept).filter(|h| h.end as usize == i))
    }

    /// How surely the word before token `i` leads to a date: 1 where what follows it can hardly be a name.
    fn lead(&self, i: usize) -> Option<i64> {
        let hit = self.ends_before(i, Concept::DateLead).map(|h| h.value);
        // By itself too: "for the" is an entry of its own.
        hit.or_else(|| Lexicon::get().alone(self.form(i.checked_sub(1)?), Concept::DateLead))
    }

    /// A plain digit run of one of these lengths.
    fn digits(&self, i: usize, length: Range<usize>) -> Option<i16> {
        let form = self.form(i);
        (self.tagged.is_digits(i) && length.contains(&form.len())).then(|| form.parse().ok()).flatten()
    }

    fn four_digits(&self, i: usize) -> Option<i16> {
        self.digits(i, 4..5).filter(|y| YEARS.contains(y))
    }

    fn number_from(&self, i: usize) -> Option<&Number> {
        let at = self.numbers.partition_point(|n| (n.start as usize) < i);
        self.numbers.get(at).filter(|n| n.start as usize == i && self.line.contains(&i))
    }

    /// A thing that a number before it counts.
    fn is_counted(&self, i: usize) -> bool {
        // «في سبتمبر 2022 صوت 61.86% …»: the verb.
        if self.is_arabic(i) && self.is(i, Concept::Vote) && self.tagged.is_digits(i + 1) {
            return false;
        }
        let hits = if self.line.contains(&i) { self.tagged.at(i) } else { &[] };
        hits.iter().any(|h| match h.concept {
            Concept::Percent | Concept::Scale => true,
            // "the 2012 vote" is one vote; "2012 votes" are counted.
            c if COUNTED.contains(&c) => {
                if self.is_arabic(i) {
                    h.clitics.is_empty()
                } else {
                    let form = self.form(h.end as usize - 1);
                    form.ends_with('s') || matches!(form, "people")
                }
            }
            _ => false,
        })
    }
}

/// How many words back a word like "will" still tells of a date.
const REACH: usize = 10;
/// And one like "was held".
const PAST_REACH: usize = 5;

/// What the words before a date say of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// A verb of holding right before it says that it is over: "held from", جرت في.
    Past,
    /// It is still to come.
    Future,
    /// It is of a vote that is still to come: "facing elections in".
    Faced,
    /// It is of a vote that mostly is: "before elections in".
    Approaching,
    /// It is of a vote that was held.
    Held,
    /// It is of a vote, and they do not say when.
    Vote,
    /// They do not say.
    Open,
}

/// "Congo votes on Sunday", "Chile elects a president on Sunday", "voters go to the polls on Sunday", but not "after the vote on Sunday": the
/// date at token `start` is that of a vote to come.
pub(super) fn called(tagged: &Tagged, start: usize) -> bool {
    let sentence = tagged.text.sentences.get(tagged.text.sentence_of(start)).map_or(0, |s| s.start as usize);
    let form = |j: usize| tagged.text.form(j);
    if start <= sentence || form(start - 1) != "on" {
        return false;
    }
    let on = start - 1;
    let who = |j: usize| {
        let token = &tagged.text.tokens[j];
        token.capital && !tagged.is(j, Concept::Function)
            || matches!(form(j), "voters" | "people" | "citizens" | "they" | "country" | "nation")
    };
    let elects = |j: usize| j > sentence && matches!(form(j), "elects" | "chooses" | "elect" | "choose") && who(j - 1);
    let votes = on > sentence + 1 && matches!(form(on - 1), "vote" | "votes") && who(on - 2);
    let goes =
        on > sentence + 3 && form(on - 1) == "polls" && form(on - 3) == "to" && matches!(form(on - 4), "go" | "goes" | "head" | "heads");
    votes || goes || (on.saturating_sub(5).max(sentence)..on).any(elects)
}

/// What the words shortly before token `start`, in its sentence, say of the date in `start..end`.
pub(super) fn tense(tagged: &Tagged, start: usize, end: usize) -> Tense {
    let own = tagged.text.sentences.get(tagged.text.sentence_of(start));
    let sentence = own.map_or(0, |s| s.start as usize);
    let from = start.saturating_sub(REACH).max(sentence);
    let before = tagged.within(from, start);
    // By itself too: "will vote" is an entry of its own.
    let said = |value: i64| {
        let word = |at: usize| {
            let form = tagged.text.form(at);
            let alone = |form: &str| Lexicon::get().alone(form, Concept::Future) == Some(value);
            // «ويتوجه الناخبون الخميس».
            alone(form) || form.strip_prefix('و').is_some_and(alone)
        };
        // "Beaten more heavily than expected in Sunday's vote".
        let than = |at: usize| at > sentence && matches!(tagged.text.form(at - 1), "than" | "as");
        before.iter().any(|h| h.concept == Concept::Future && h.value == value && !than(h.start as usize))
            || (from..start).any(|at| word(at) && !than(at))
    };
    // "Will govern after Monday's election": what comes after it is ahead, not the day.
    let after = start > sentence && matches!(tagged.text.form(start - 1), "after" | "following" | "since" | "عقب" | "غداه" | "اثر");
    // "On the eve of Saturday's poll the party had 12 of the seats".
    let form = |j: usize| tagged.text.form(j);
    let english = own.is_some_and(|s| s.lang == Lang::En);
    let opening = start <= sentence + 4 && (end..(end + 6).min(tagged.text.tokens.len())).any(|j| form(j) == "had");
    if english && opening {
        return Tense::Past;
    }
    if !after && (said(1) || before.iter().any(|h| h.clitics.has(Clitics::SA))) {
        return Tense::Future;
    }
    // «وكانت المحكمة قد ألغت جولة 22 مايو», "the court had annulled the round of May 22".
    let was = (sentence..(sentence + 3).min(start)).any(|j| matches!(form(j), "كان" | "وكان" | "كانت" | "وكانت" | "كانوا"))
        && (sentence..start).any(|j| form(j) == "قد");
    let had = english && (from..start).any(|j| form(j) == "had" && !matches!(form(j + 1), "been"));
    // "Indonesia held its elections on April 17"; what "is to be held" may be to come.
    let subject = |j: usize| tagged.text.tokens[j].capital || matches!(form(j), "country" | "nation" | "it" | "they");
    let holds =
        |j: usize| form(j) == "held" && j > sentence && subject(j - 1) && matches!(form(j + 1), "its" | "their" | "the" | "a" | "an");
    let held = english && (sentence..start).any(holds) && !(sentence..start).any(|j| form(j) == ",");
    if was || had || held {
        return Tense::Past;
    }
    let past = |at: usize| Lexicon::get().alone(tagged.text.form(at), Concept::Past).is_some();
    let near = start.saturating_sub(PAST_REACH).max(sentence);
    if tagged.within(near, start).iter().any(|h| h.concept == Concept::Past) || (near..start).any(past) {
        return Tense::Past;
    }
    if called(tagged, start) {
        return Tense::Faced;
    }
    let vote = |h: &Hit| matches!(h.concept, Concept::Election | Concept::Polling);
    if !tagged.within(start.saturating_sub(6).max(sentence), end + 4).iter().any(vote) {
        return Tense::Open;
    }
    let held = |h: &Hit| matches!(h.concept, Concept::Won | Concept::Victory | Concept::Lost | Concept::Elected);
    let since = |at: usize| matches!(tagged.text.form(at), "since" | "after" | "منذ" | "بعد" | "عقب" | "اثر");
    if before.iter().any(held) || (from..start).any(since) {
        return Tense::Held;
    }
    if said(2) {
        return Tense::Faced;
    }
    if said(3) {
        return Tense::Approaching;
    }
    // Arabic says of a month that it is the coming one.
    if tagged.text.tokens[start].arabic { Tense::Open } else { Tense::Vote }
}
