//! Months, what may follow them, and the day after its month as in English.

use super::{BEFORE_NOUN, Month, Reader, Tail};
use crate::lexicon::{Concept, Hit};
use crate::mentions::date::draft::{Draft, SAME, When, Year};
use crate::text::Kind;
use crate::text::clitic::Clitics;

impl Reader<'_> {
    pub(super) fn month_name(&self, i: usize) -> Option<(&Hit, bool)> {
        let weak = self.hit(i, Concept::WeakMonth);
        let hit = weak.or_else(|| self.hit(i, Concept::Month))?;
        let other = weak.is_some() && BEFORE_NOUN.iter().any(|&c| hit.clitics.has(c));
        (!other && (self.is_arabic(i) || self.is_capital(i))).then_some((hit, weak.is_some()))
    }

    /// A month's name, its abbreviation with a full stop, or two names of it: `حزيران/يونيو`, `يونيو (حزيران)`.
    pub(super) fn month(&self, i: usize) -> Option<Month> {
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
    pub(super) fn tail(&self, i: usize, comma: bool) -> Tail {
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
    pub(super) fn follows(&self, direction: &Hit) -> bool {
        let i = direction.start as usize;
        self.is_arabic(i) && (matches!(direction.value, -2 | -1 | 1 | 2) || self.form(i).starts_with("ال"))
    }

    /// `عام 2019`, `العام الحالي`, "this year", "last year", `نفس العام`.
    pub(super) fn year_phrase(&self, i: usize) -> Option<(Year, usize)> {
        if let Some(word) = self.hit(i, Concept::PeriodWord).filter(|h| h.value == 365) {
            let at = self.after(word.end as usize, "،,:");
            if let Some(year) = self.four_digits(at) {
                return Some((Year::Known(year), self.era(at + 1, 0)));
            }
        } else if let Some(year) = self.four_digits(i).filter(|_| self.ends_before(i, Concept::DateLink).is_some()) {
            return (!self.is_counted(i + 1)).then(|| (Year::Known(year), self.era(i + 1, 0)));
        }
        let (unit, by, end) = self.directed_period(i)?;
        (unit == 365).then_some((if by == SAME { Year::Same } else { Year::By(by as i16) }, end))
    }

    /// A year, month or week with its direction, before or after it: unit, direction, end.
    pub(super) fn directed_period(&self, i: usize) -> Option<(i64, i64, usize)> {
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
    pub(super) fn month_first(&self, start: usize, i: usize) -> Option<Draft> {
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
    pub(super) fn day_second(&self, i: usize, month: &Month) -> Option<Draft> {
        let at = if month.arabic { self.after(month.end, "/") } else { month.end };
        let (first, mut last, mut end) = self.days(at)?;
        // "In June 12 people" counts people, "on June 12 voters" is a day.
        let counted = self.is_counted(end) && self.ends_before(i, Concept::In).is_some();
        if self.mark(end, ":") || counted || self.tagged.text.tokens[at].kind != Kind::Digits && month.arabic {
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
        } else if let Some(link) = self.stretch(i, tail.end)
            && let Some(month) = self.month(link)
            && let Some((day, end)) = self.day(month.end)
        {
            self.extend(&mut draft, month.value, day, end);
        }
        Some(draft)
    }

    /// Whether a month's name without day, year and direction means the month.
    pub(super) fn stands_alone(&self, i: usize, month: &Month) -> bool {
        let lead = self.lead(i);
        let possessive = self.form(month.end) == "'s";
        let vote = self.is(month.end + usize::from(possessive), Concept::Election);
        if month.weak {
            // "the May elections", "in May's elections".
            if vote && lead.is_some() && !month.arabic {
                return true;
            }
            // "مارس وأبريل 2014".
            let next = self.hit(month.end, Concept::RangeLink).map_or_else(|| self.after(month.end, "-،/"), |h| h.end as usize);
            if self.month_name(next).is_some_and(|(m, weak)| !weak && (next > month.end || m.clitics == Clitics::AND)) {
                return true;
            }
            return lead == Some(1) && !possessive && (month.arabic || !self.is_capital(month.end));
        }
        month.arabic || lead.is_some() || possessive || !self.is_capital(month.end)
    }
}
