//! Tokens → date expressions as they are written: which day, month or year they name, and what is left open.
//!
//! One pass from left to right; every rule reads on from a token and says where the expression ends. Nothing is
//! given a year here: that is `resolve`.

use std::ops::Range;

use super::Number;
use crate::lexicon::{Concept, Hit, Tagged};
use crate::mentions::Form;
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang};

/// The year of a date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    /// Not told.
    Open,
    /// In digits.
    Known(i16),
    /// This one (0), last (-1), next (1).
    By(i16),
    /// The year told last.
    Same,
}

/// What a date expression names.
#[derive(Clone, Copy, Debug)]
pub(super) enum When {
    Day {
        year: Year,
        month: i8,
        day: i8,
    },
    Month {
        year: Year,
        month: i8,
    },
    Year(Year),
    /// A day of this, the last or the next month.
    DayOf {
        months: i32,
        day: i8,
    },
    Weekday,
    /// Days from the publication.
    Days(i32),
    Weeks(i32),
    Months(i32),
    /// Umm al-Qura; what is not told is `None`.
    Hijri {
        year: Option<i16>,
        month: Option<i8>,
        day: Option<i8>,
    },
    /// No time at all: the day only names a thing, as in قوى 14 آذار or "the September 11 attacks".
    Name,
}

/// A date expression: tokens `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Draft {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) when: When,
    /// Month and day on which a range ends.
    pub(super) until: Option<(i8, i8)>,
    /// 1 (Monday) to 7.
    pub(super) weekday: Option<i8>,
    /// Last (-1), this (0), next (1), the same as before (2).
    pub(super) direction: Option<i64>,
    /// A word like today.
    pub(super) relative: bool,
    /// A year in digits and nothing else.
    pub(super) bare_year: bool,
}

impl Draft {
    fn new(start: usize, end: usize, when: When) -> Self {
        Draft { start, end, when, until: None, weekday: None, direction: None, relative: false, bare_year: false }
    }

    fn starting(self, start: usize) -> Self {
        Draft { start, ..self }
    }

    /// The year in digits, if it has one.
    pub(super) fn known_year(&self) -> Option<i16> {
        match self.when {
            When::Day { year: Year::Known(y), .. } | When::Month { year: Year::Known(y), .. } | When::Year(Year::Known(y)) => Some(y),
            _ => None,
        }
    }

    /// Names a day or month and no year.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.when, When::Day { year: Year::Open, .. } | When::Month { year: Year::Open, .. })
    }
}

/// All date expressions of a text, in order and apart from each other.
pub(super) fn drafts(tagged: &Tagged, numbers: &[Number]) -> Vec<Draft> {
    let mut reader = Reader { tagged, numbers, arabic: tagged.text.lang() == Lang::Ar, line: 0..0 };
    let mut out: Vec<Draft> = Vec::new();
    let mut i = 0;
    while i < tagged.text.tokens.len() {
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
        if self.tagged.is(i, Concept::NoDate) {
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

    // Tokens of the line.

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

    /// A plain digit run of one of these lengths.
    fn digits(&self, i: usize, length: Range<usize>) -> Option<i16> {
        let form = self.form(i);
        (self.tagged.is_digits(i) && length.contains(&form.len())).then(|| form.parse().ok()).flatten()
    }

    fn four_digits(&self, i: usize) -> Option<i16> {
        self.digits(i, 4..5).filter(|y| (1900..=2100).contains(y))
    }

    fn number_from(&self, i: usize) -> Option<&Number> {
        let at = self.numbers.partition_point(|n| (n.start as usize) < i);
        self.numbers.get(at).filter(|n| n.start as usize == i && self.line.contains(&i))
    }

    /// A thing that a number before it counts.
    fn is_counted(&self, i: usize) -> bool {
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

    // Days.

    /// The number of a day: digits, `5th`, an ordinal.
    fn day(&self, i: usize) -> Option<(i8, usize)> {
        let (value, end) = if let Some(value) = self.digits(i, 1..3) {
            let suffix = self.is(i + 1, Concept::DaySuffix) && !self.spaced(i + 1);
            (i64::from(value), i + 1 + usize::from(suffix))
        } else if let Some(number) = self.number_from(i).filter(|n| matches!(n.form, Form::Ordinal | Form::Words)) {
            (number.value.integer()? as i64, number.end as usize)
        } else {
            let ordinal = self.hit(i, Concept::Ordinal)?;
            let (value, end) = (ordinal.value, ordinal.end as usize);
            // الثالث عشر, الحادي والعشرين, twenty-first is left to `numbers`.
            match self.hit(end, Concept::Number).or_else(|| self.hit(end, Concept::Ordinal)) {
                Some(ten) if value < 10 && ten.value == 10 && ten.clitics.is_empty() => (value + 10, ten.end as usize),
                Some(tens) if value < 10 && matches!(tens.value, 20 | 30) && tens.clitics.has(Clitics::AND) => {
                    (value + tens.value, tens.end as usize)
                }
                _ => (value, end),
            }
        };
        (1..=31).contains(&value).then_some((value as i8, end))
    }

    /// Days of one month: `9`, `9 و10`, `26-28`, `4, 5 and 6`. First, last, end.
    fn days(&self, i: usize) -> Option<(i8, i8, usize)> {
        let (first, mut end) = self.day(i)?;
        let mut last = first;
        for _ in 0..DAYS {
            let joined = match self.hit(end, Concept::RangeLink) {
                Some(link) => link.end as usize,
                None if self.hit(end, Concept::Ordinal).is_some_and(|h| h.clitics == Clitics::AND) => end,
                None => self.after(end, "-/،,"),
            };
            match self.day(joined) {
                Some((day, after)) if day > last && (joined > end || self.is(end, Concept::Ordinal)) => (last, end) = (day, after),
                _ => break,
            }
        }
        Some((first, last, end))
    }

    /// The day before its month: `9 نيسان`, `التاسع من حزيران`, `26-28 March`, `19 أبريل - 1 يونيو`.
    fn day_first(&self, i: usize) -> Option<Draft> {
        if !self.spaced(i) && self.mark(i.wrapping_sub(1), ".:") {
            return None;
        }
        let (first, last, days_end) = self.days(i)?;
        let linked = self.linked(days_end);
        let Some(month) = self.month(linked).filter(|m| m.clitics.is_empty()) else {
            return self.hijri_day(i, first, days_end).or_else(|| self.day_of_month(i, first, days_end));
        };
        let tail = self.tail(month.end, true);
        let mut draft = Draft::new(i, tail.end, When::Day { year: tail.year, month: month.value, day: first });
        draft.direction = tail.direction;
        if last > first {
            draft.until = Some((month.value, last));
        } else if let Some(link) = self.stretch(tail.end) {
            // To a day of another month.
            if let Some((day, end)) = self.day(link)
                && let Some(month) = self.month(self.linked(end)).filter(|m| m.clitics.is_empty())
            {
                self.extend(&mut draft, month.value, day, month.end);
            }
        }
        Some(self.or_name(draft))
    }

    /// Makes `draft` end on a day of another month.
    fn extend(&self, draft: &mut Draft, month: i8, day: i8, end: usize) {
        let tail = self.tail(end, true);
        draft.until = Some((month, day));
        draft.end = tail.end;
        draft.direction = draft.direction.or(tail.direction);
        if let When::Day { year: year @ Year::Open, .. } = &mut draft.when {
            *year = tail.year;
        }
    }

    /// After a dash or a word like "to".
    fn stretch(&self, i: usize) -> Option<usize> {
        let word = self.hit(i, Concept::RangeLink).filter(|h| h.value == 1).map(|h| h.end as usize);
        word.or_else(|| self.mark(i, "-").then_some(i + 1))
    }

    /// Beyond what may stand between a day and its month: من, of, شهر, `/`, `-`.
    fn linked(&self, i: usize) -> usize {
        let mut at = self.hit(i, Concept::DateLink).map_or_else(|| self.after(i, "/-"), |h| h.end as usize);
        if let Some(word) = self.hit(at, Concept::PeriodWord).filter(|h| h.value == 30 && !h.clitics.has(Clitics::AL)) {
            at = word.end as usize;
        }
        at
    }

    /// "25 من الشهر الجاري", "the 5th of next month".
    fn day_of_month(&self, i: usize, day: i8, end: usize) -> Option<Draft> {
        let at = self.hit(end, Concept::DateLink)?.end as usize;
        let (unit, by, end) = self.directed_period(at)?;
        (unit == 30 && by != 2).then(|| Draft::new(i, end, When::DayOf { months: by as i32, day }))
    }

    /// A day and month that name a thing date nothing themselves.
    fn or_name(&self, draft: Draft) -> Draft {
        let plain = draft.is_open() && draft.direction.is_none() && draft.until.is_none();
        let before = self.ends_before(draft.start, Concept::DatedThing).is_some_and(|_| self.is_arabic(draft.start - 1));
        let after = self.is(draft.end, Concept::DatedThing) && !self.is_arabic(draft.end);
        if plain && (before || after) { Draft { when: When::Name, ..draft } } else { draft }
    }

    /// `2019-06-09`, `09/06/2019`, `20.11.2022`. Which number is the day must be clear.
    fn numeric(&self, i: usize) -> Option<Draft> {
        if !self.spaced(i) && !self.mark(i.wrapping_sub(1), "(،,\"'[-") && !self.is_word(i.wrapping_sub(1)) {
            return None;
        }
        let form = self.form(i);
        let (parts, end, dots) = if form.contains('.') {
            let mut parts = form.split('.').map(|p| (p.len(), p.parse::<i16>().unwrap_or(0)));
            let parts = [parts.next()?, parts.next()?, parts.next().filter(|_| form.matches('.').count() == 2)?];
            (parts, i + 1, true)
        } else {
            let mark = self.form(i + 1);
            if !matches!(mark, "/" | "-") || self.form(i + 3) != mark || self.spaced(i + 1) != self.spaced(i + 3) {
                return None;
            }
            let part = |at: usize| Some((self.form(at).len(), self.digits(at, 1..5)?));
            ([part(i)?, part(i + 2)?, part(i + 4)?], i + 5, false)
        };
        // A fourth part: an address, a telephone number.
        if self.mark(end, "/-") && !self.spaced(end) && !self.spaced(end + 1) {
            return None;
        }
        let (year, a, b) = match parts {
            [(4, y), (1..=2, m), (1..=2, d)] => (y, d, m),
            [(1..=2, d), (1..=2, m), (4, y)] => (y, d, m),
            _ => return None,
        };
        let iso = parts[0].0 == 4;
        if !(1900..=2100).contains(&year) || !(1..=31).contains(&a) || !(1..=31).contains(&b) {
            return None;
        }
        let (day, month) = match (a > 12, b > 12) {
            (true, true) => return None,
            (_, false) if a > 12 || a == b || iso || dots || self.arabic => (a, b),
            (false, true) => (b, a),
            _ => return None,
        };
        let end = self.era(end, 0);
        Some(Draft::new(i, end, When::Day { year: Year::Known(year), month: month as i8, day: day as i8 }))
    }

    // Months.

    fn month_name(&self, i: usize) -> Option<(&Hit, bool)> {
        let weak = self.hit(i, Concept::WeakMonth);
        let hit = weak.or_else(|| self.hit(i, Concept::Month))?;
        let other = weak.is_some() && BEFORE_NOUN.iter().any(|&c| hit.clitics.has(c));
        (!other && (self.is_arabic(i) || self.is_capital(i))).then_some((hit, weak.is_some()))
    }

    /// A month's name, its abbreviation with a full stop, or two names of it: `حزيران/يونيو`, `يونيو (حزيران)`.
    fn month(&self, i: usize) -> Option<Month> {
        let (hit, weak) = self.month_name(i)?;
        let arabic = self.is_arabic(i);
        let mut month = Month { value: hit.value as i8, end: hit.end as usize, weak, arabic, clitics: hit.clitics };
        if weak && !arabic && self.form(i).len() < 5 && self.form(i) != "may" && !self.spaced(month.end) {
            month.end = self.after(month.end, ".");
        }
        let second = self.after(month.end, "/-(،");
        if let Some((other, _)) = self.month_name(second).filter(|(o, _)| arabic && o.value == hit.value) {
            month.weak = false;
            month.end = other.end as usize;
            if self.mark(second - 1, "(") {
                month.end = self.after(month.end, ")");
            }
        }
        Some(month)
    }

    /// What follows a day and month: `2019`, `، 2019`, `من العام الحالي`, `الماضي`, "this year".
    fn tail(&self, i: usize, comma: bool) -> Tail {
        let at = if comma { self.after(i, ",،/-(") } else { i };
        if let Some(year) = self.four_digits(at).filter(|_| !self.is_counted(at + 1)) {
            let end = if at > i && self.mark(i, "(") { self.after(at + 1, ")") } else { at + 1 };
            return Tail { year: Year::Known(year), direction: None, end: self.era(end, 0) };
        }
        let linked = self.hit(i, Concept::DateLink).map_or_else(|| self.after(i, "،,"), |h| h.end as usize);
        if let Some((year, end)) = self.year_phrase(linked) {
            return Tail { year, direction: None, end };
        }
        if self.is_arabic(i.wrapping_sub(1)) || self.mark(i.wrapping_sub(1), ")") {
            // A full stop here is a slip: no sentence begins with الماضي.
            let at = self.after(i, ".،)\"");
            if let Some(direction) = self.hit(at, Concept::Direction).filter(|h| self.is_arabic(at) && self.follows(h)) {
                let end = direction.end as usize;
                // "يونيو الماضي 2014".
                if let Some(year) = self.four_digits(end).filter(|_| !self.is_counted(end + 1)) {
                    return Tail { year: Year::Known(year), direction: None, end: self.era(end + 1, 0) };
                }
                return Tail { year: Year::Open, direction: Some(direction.value), end };
            }
        }
        Tail { year: Year::Open, direction: None, end: i }
    }

    /// Whether a word of direction belongs to the time word before it: الماضي does, هذا leads to the next.
    fn follows(&self, direction: &Hit) -> bool {
        let i = direction.start as usize;
        self.is_arabic(i) && (direction.value.abs() == 1 || self.form(i).starts_with("ال"))
    }

    /// `عام 2019`, `العام الحالي`, "this year", "last year", `نفس العام`.
    fn year_phrase(&self, i: usize) -> Option<(Year, usize)> {
        if let Some(word) = self.hit(i, Concept::PeriodWord).filter(|h| h.value == 365) {
            let at = self.after(word.end as usize, "،,:");
            if let Some(year) = self.four_digits(at) {
                return Some((Year::Known(year), self.era(at + 1, 0)));
            }
        } else if let Some(year) = self.four_digits(i).filter(|_| self.ends_before(i, Concept::DateLink).is_some()) {
            return (!self.is_counted(i + 1)).then(|| (Year::Known(year), self.era(i + 1, 0)));
        }
        let (unit, by, end) = self.directed_period(i)?;
        (unit == 365).then_some((if by == 2 { Year::Same } else { Year::By(by as i16) }, end))
    }

    /// A year, month or week with its direction, before or after it: unit, direction, end.
    fn directed_period(&self, i: usize) -> Option<(i64, i64, usize)> {
        if let Some(direction) = self.hit(i, Concept::Direction) {
            let end = direction.end as usize;
            let word = self.hit(end, Concept::PeriodWord)?;
            let article = !self.is_arabic(end) || word.clitics == Clitics::AL;
            return article.then_some((word.value, direction.value, word.end as usize));
        }
        let word = self.hit(i, Concept::PeriodWord).filter(|h| h.clitics.has(Clitics::AL) && self.is_arabic(i))?;
        let direction = self.hit(word.end as usize, Concept::Direction)?;
        let after = self.follows(direction) || matches!(self.form(direction.start as usize), form if form.ends_with('ه'));
        after.then_some((word.value, direction.value, direction.end as usize))
    }

    /// A month without a day before it: `March 5, 2023`, `March 26-28`, `ديسمبر 2017`, `يونيو الماضي`, "in June".
    /// `start` is where the expression begins if words like شهر lead to it.
    fn month_first(&self, start: usize, i: usize) -> Option<Draft> {
        let month = self.month(i)?;
        if let Some(draft) = self.day_second(i, &month) {
            return Some(self.or_name(draft).starting(start));
        }
        let tail = self.tail(month.end, true);
        let told = tail.year != Year::Open || tail.direction.is_some() || start < i;
        if !told && !self.stands_alone(i, &month) {
            return None;
        }
        let mut draft = Draft::new(start, tail.end, When::Month { year: tail.year, month: month.value });
        draft.direction = tail.direction;
        Some(draft)
    }

    /// The day after its month, as in English; in Arabic only with a year.
    fn day_second(&self, i: usize, month: &Month) -> Option<Draft> {
        let at = if month.arabic { self.after(month.end, "/") } else { month.end };
        let (first, mut last, mut end) = self.days(at)?;
        let hour = self.mark(end, ":") || self.is_counted(end);
        if hour || self.tagged.text.tokens[at].kind != Kind::Digits && month.arabic {
            return None;
        }
        let (day, day_end) = self.day(at)?;
        // "March 5 and 12 others" is one day.
        if last > day
            && self.is(day_end, Concept::RangeLink)
            && self.is_word(end)
            && !self.is_capital(end)
            && !self.is(end, Concept::DateLead)
        {
            (last, end) = (day, day_end);
        }
        let tail = self.tail(end, true);
        if month.arabic && !matches!(tail.year, Year::Known(_)) {
            return None;
        }
        let mut draft = Draft::new(i, tail.end, When::Day { year: tail.year, month: month.value, day: first });
        draft.direction = tail.direction;
        if last > first {
            draft.until = Some((month.value, last));
        } else if let Some(link) = self.stretch(tail.end)
            && let Some(month) = self.month(link)
            && let Some((day, end)) = self.day(month.end)
        {
            self.extend(&mut draft, month.value, day, end);
        }
        Some(draft)
    }

    /// Whether a month's name without day, year and direction means the month.
    fn stands_alone(&self, i: usize, month: &Month) -> bool {
        let lead = self.ends_before(i, Concept::DateLead);
        let possessive = self.form(month.end) == "'s";
        if month.weak {
            // "مارس وأبريل 2014".
            let next = self.hit(month.end, Concept::RangeLink).map_or_else(|| self.after(month.end, "-،/"), |h| h.end as usize);
            if self.month_name(next).is_some_and(|(m, weak)| !weak && (next > month.end || m.clitics == Clitics::AND)) {
                return true;
            }
            return lead.is_some_and(|l| l.value == 1) && !possessive && !(self.is_capital(month.end) && !month.arabic);
        }
        month.arabic || lead.is_some() || possessive || !self.is_capital(month.end)
    }

    // Days near the publication.

    /// `أمس`, `اليوم الأحد`, `يوم الأحد المقبل`, "Sunday, June 7, 2015".
    fn near_day(&self, i: usize) -> Option<Draft> {
        let mut draft = Draft::new(i, i, When::Weekday);
        if let Some(relative) = self.hit(i, Concept::RelativeDay) {
            draft.when = When::Days(relative.value as i32);
            draft.relative = true;
            draft.end = relative.end as usize;
            let at = self.after(draft.end, "(،,");
            if let Some((weekday, end)) = self.weekday(at) {
                draft.weekday = Some(weekday);
                draft.end = if at > draft.end && self.mark(at - 1, "(") { self.after(end, ")") } else { end };
            }
        } else {
            let (weekday, end) = self.weekday(i)?;
            draft.weekday = Some(weekday);
            draft.end = end;
            if let Some(direction) = self.hit(end, Concept::Direction).filter(|h| self.follows(h)) {
                draft.direction = Some(direction.value);
                draft.end = direction.end as usize;
            }
        }
        let opened = self.mark(draft.end, "(");
        let at = self.after(draft.end, "(،,");
        let at = self.hit(at, Concept::SameDate).map_or(at, |h| h.end as usize);
        let dated = self.numeric(at).or_else(|| self.day_first(at)).or_else(|| self.month_first(at, at));
        if let Some(date) = dated.filter(|d| matches!(d.when, When::Day { .. } | When::DayOf { .. } | When::Hijri { day: Some(_), .. })) {
            let end = if opened { self.after(date.end, ")") } else { date.end };
            let direction = date.direction.or(draft.direction);
            return Some(Draft { start: i, end, direction, weekday: draft.weekday, relative: draft.relative, ..date });
        }
        Some(draft)
    }

    fn weekday(&self, i: usize) -> Option<(i8, usize)> {
        let hit = self.hit(i, Concept::Weekday).filter(|_| self.is_arabic(i) || self.is_capital(i))?;
        Some((hit.value as i8, hit.end as usize))
    }

    /// `يوم 4 ماي`, `يوم أمس الأحد`, `يوم 25 الجاري`.
    fn day_after_word(&self, i: usize, end: usize) -> Option<Draft> {
        if self.is(end, Concept::RelativeDay) || self.is(end, Concept::Weekday) {
            return self.near_day(end).map(|d| d.starting(i));
        }
        let dated = self.numeric(end).or_else(|| self.day_first(end));
        dated.map(|d| d.starting(i)).or_else(|| {
            let (day, at) = self.day(end)?;
            let direction = self.hit(at, Concept::Direction).filter(|h| self.follows(h))?;
            Some(Draft::new(i, direction.end as usize, When::DayOf { months: direction.value as i32, day }))
        })
    }

    // Years and other periods.

    /// `عام 2014`, `العام الماضي`, `شهر نوفمبر الماضي`, `الأسبوع المقبل`.
    fn period(&self, i: usize, hit: &Hit) -> Option<Draft> {
        let end = hit.end as usize;
        if hit.value == 365 {
            let at = self.after(end, "،,:(.\"");
            if let Some(year) = self.four_digits(at).filter(|_| !matches!(self.form(at + 1), "%")) {
                let end = self.era(at + 1, 0);
                return Some(Draft { bare_year: true, ..Draft::new(i, end, When::Year(Year::Known(year))) });
            }
            if let Some(draft) = self.hijri_year(at) {
                return Some(draft.starting(i));
            }
        }
        if hit.value == 30 && !hit.clitics.has(Clitics::AL) {
            return self.month_first(i, end).or_else(|| self.hijri_month(i, end));
        }
        let (unit, by, end) = self.directed_period(i)?;
        self.by(i, unit, by, end)
    }

    fn by(&self, i: usize, unit: i64, by: i64, end: usize) -> Option<Draft> {
        let when = match unit {
            // "العام الماضي 2014".
            365 => match self.four_digits(self.after(end, "،,(")) {
                Some(year) if !self.is_counted(self.after(end, "،,(") + 1) => {
                    let year_end = self.after(end, "،,(") + 1;
                    let end = if self.mark(end, "(") { self.after(year_end, ")") } else { year_end };
                    return Some(Draft::new(i, end, When::Year(Year::Known(year))));
                }
                _ => When::Year(if by == 2 { Year::Same } else { Year::By(by as i16) }),
            },
            _ if by == 2 => return None,
            30 => When::Months(by as i32),
            _ => When::Weeks(by as i32),
        };
        Some(Draft::new(i, end, when))
    }

    /// "last June", "next Sunday", "last year", `هذا العام`.
    fn directed(&self, i: usize, hit: &Hit) -> Option<Draft> {
        let end = hit.end as usize;
        if let Some((unit, by, end)) = self.directed_period(i) {
            return self.by(i, unit, by, end);
        }
        let at = self.hit(end, Concept::DayWord).filter(|_| self.is_arabic(i)).map_or(end, |h| h.end as usize);
        let draft = if self.is(at, Concept::Weekday) {
            self.near_day(at)?
        } else if !self.is_arabic(i) {
            self.month_first(i, at)?
        } else {
            return None;
        };
        Some(Draft { start: i, direction: draft.direction.or(Some(hit.value)), ..draft })
    }

    /// `قبل يومين`, `قبل ثلاث سنوات`, "three days ago", "in two weeks".
    fn shifted(&self, i: usize, hit: &Hit) -> Option<Draft> {
        if hit.value == -2 {
            let number = self.numbers.partition_point(|n| (n.end as usize) < i).checked_sub(1).and_then(|at| self.numbers.get(at))?;
            let start = number.start as usize;
            let (count, unit, end) = self.length(start)?;
            return (end == i && self.line.contains(&start)).then(|| self.shift(start, hit.end as usize, -count, unit)).flatten();
        }
        let (count, unit, end) = self.length(hit.end as usize)?;
        // "three days before the second round" is told from the round.
        let of_another = self.is(end, Concept::DateLink) || self.mark(end, "-");
        let future = hit.value == 1;
        if of_another || (future && (unit < 3 && !self.is_arabic(i) || !self.is_future(i))) {
            return None;
        }
        self.shift(i, end, count * hit.value as i32, unit)
    }

    fn shift(&self, start: usize, end: usize, count: i32, unit: i64) -> Option<Draft> {
        let when = match unit {
            1 => When::Year(Year::By(i16::try_from(count).ok()?)),
            2 => When::Months(count),
            3 => When::Days(count.checked_mul(7)?),
            4 => When::Days(count),
            _ => return None,
        };
        Some(Draft { relative: true, ..Draft::new(start, end, when) })
    }

    /// A length of time that starts at token `i`: count, unit, end.
    fn length(&self, i: usize) -> Option<(i32, i64, usize)> {
        if let Some(dual) = self.hit(i, Concept::DurationDual) {
            return Some((2, dual.value, dual.end as usize));
        }
        let number = self.number_from(i).filter(|n| n.form != Form::Ordinal)?;
        let unit = self.hit(number.end as usize, Concept::DurationUnit)?;
        let count = number.value.integer().filter(|&n| n < 1000)?;
        Some((count as i32, unit.value, unit.end as usize))
    }

    /// Whether words shortly before token `i` say that it is still to come.
    pub(super) fn is_future(&self, i: usize) -> bool {
        is_future(self.tagged, i)
    }

    /// Four digits by themselves that mean a year: in doubt only after a word or mark that leads to one.
    fn year(&self, i: usize, last: Option<&Draft>) -> Option<Draft> {
        let year = self.four_digits(i)?;
        let end = self.era(i + 1, 0);
        if self.is(i + 1, Concept::Era) && end == i + 1 || self.is_counted(i + 1) || self.mark(i + 1, "%$€£") {
            return None;
        }
        let before = i.wrapping_sub(1);
        let lone = (year % 100 == 0) && self.is_word(end) && !self.is_capital(end) && !self.tagged.words[end].tagged;
        let glued = !self.spaced(i) && self.mark(before, ".:/=&_$€£@#+");
        let place = if self.mark(before, "،,.\"'") { before } else { i };
        let led = self.ends_before(place, Concept::DateLead).is_some() && !(glued && place == i)
            || self.mark(before, "-") && self.ends_before(before, Concept::DateLead).is_some();
        let listed = last.is_some_and(|l| {
            l.known_year().is_some()
                && l.end < i
                && l.end + 2 >= i
                && (l.end..i).all(|t| self.is(t, Concept::RangeLink) || self.mark(t, "،,-/"))
        });
        let bracketed = self.mark(before, "([") && (self.mark(i + 1, ":،,)]-") || self.form(i + 1).is_empty());
        let headed = i == self.line.start && self.mark(i + 1, ":");
        let era = end > i + 1;
        let sure = listed || bracketed || headed || era || !lone && (led || self.labels_vote(i));
        (sure && (!glued || place < i || listed)).then(|| Draft { bare_year: true, ..Draft::new(i, end, When::Year(Year::Known(year))) })
    }

    /// Whether the year at token `i` stands in the name of an election: `انتخابات الرئاسة 2014`, "2013 general election".
    fn labels_vote(&self, i: usize) -> bool {
        let vote = |at: usize| self.is(at, Concept::Election) || self.is(at, Concept::Polling);
        let before = (1..=4).map_while(|back| i.checked_sub(back).filter(|&at| self.is_word(at))).any(vote);
        before || (i + 1..i + 4).take_while(|&at| self.is_word(at)).any(|at| vote(at) && !self.is_arabic(at))
    }

    /// Beyond the era mark of this value at `i`.
    fn era(&self, i: usize, value: i64) -> usize {
        self.hit(i, Concept::Era).filter(|h| h.value == value && (self.is_arabic(i) || self.is_capital(i))).map_or(i, |h| h.end as usize)
    }

    // The Hijri calendar.

    fn hijri_digits(&self, i: usize) -> Option<i16> {
        self.digits(i, 4..5).filter(|y| (1300..=1600).contains(y))
    }

    /// `10 رمضان 1445`: without a year only where the month's name is not a man's or a zero's.
    fn hijri_day(&self, i: usize, day: i8, end: usize) -> Option<Draft> {
        let at = self.linked(end);
        let month = self.hit(at, Concept::HijriMonth).filter(|h| h.clitics.is_empty() && day <= 30)?;
        let (year, end) = self.hijri_tail(month.end as usize);
        if year.is_none() && month.value == 2 {
            return None;
        }
        let when = When::Hijri { year, month: Some(month.value as i8), day: Some(day) };
        Some(self.with_direction(Draft::new(i, end, when)))
    }

    /// `رمضان 1445`, `شهر رمضان المقبل`.
    fn hijri_month(&self, start: usize, i: usize) -> Option<Draft> {
        let month = self.hit(i, Concept::HijriMonth)?;
        let (year, end) = self.hijri_tail(month.end as usize);
        let when = When::Hijri { year, month: Some(month.value as i8), day: None };
        (year.is_some() || start < i).then(|| self.with_direction(Draft::new(start, end, when)))
    }

    fn with_direction(&self, mut draft: Draft) -> Draft {
        if let Some(direction) = self.hit(draft.end, Concept::Direction).filter(|h| self.follows(h)) {
            draft.direction = Some(direction.value);
            draft.end = direction.end as usize;
        }
        draft
    }

    fn hijri_tail(&self, i: usize) -> (Option<i16>, usize) {
        let at = self.after(i, "،,/");
        let at = self.hit(at, Concept::DateLink).map_or(at, |h| h.end as usize);
        let at = self.hit(at, Concept::PeriodWord).filter(|h| h.value == 365).map_or(at, |h| h.end as usize);
        self.hijri_digits(at).map_or((None, i), |year| (Some(year), self.era(at + 1, 1)))
    }

    /// `1445 هـ`.
    fn hijri_year(&self, i: usize) -> Option<Draft> {
        let year = self.hijri_digits(i)?;
        let end = self.era(i + 1, 1);
        let when = When::Hijri { year: Some(year), month: None, day: None };
        (end > i + 1).then(|| Draft { bare_year: true, ..Draft::new(i, end, when) })
    }
}

/// How many words back a word like "will" still tells of a date.
const REACH: usize = 10;

/// Whether words shortly before token `i`, in its sentence, say that it is still to come.
pub(super) fn is_future(tagged: &Tagged, i: usize) -> bool {
    let sentence = tagged.text.sentences.get(tagged.text.sentence_of(i)).map_or(0, |s| s.start as usize);
    let hits = tagged.within(i.saturating_sub(REACH).max(sentence), i);
    hits.iter().any(|h| matches!(h.concept, Concept::Future | Concept::Expected) || h.clitics.has(Clitics::SA))
}
