//! Days with their month: `9 نيسان`, "5th of March", lists and ranges of days, numeric dates.

use super::{DAYS, HIJRI_YEARS, Reader, YEARS};
use crate::lexicon::Concept;
use crate::mentions::Form;
use crate::mentions::date::draft::{Draft, SAME, When, Year};
use crate::text::clitic::Clitics;

impl Reader<'_> {
    /// The number of a day: digits, `5th`, an ordinal word.
    pub(super) fn day(&self, i: usize) -> Option<(i8, usize)> {
        let (value, end) = if let Some(value) = self.digits(i, 1..3) {
            let suffix = self.is(i + 1, Concept::DaySuffix) && !self.spaced(i + 1);
            (u64::try_from(value).ok()?, i + 1 + usize::from(suffix))
        } else {
            let number = self.number_from(i).filter(|n| matches!(n.form, Form::Ordinal | Form::Words))?;
            (number.value.integer()?, number.end as usize)
        };
        (1..=31).contains(&value).then_some((value as i8, end))
    }

    /// Days of one month: `9`, `9 و10`, `26-28`, `4, 5 and 6`. First, last, end.
    pub(super) fn days(&self, i: usize) -> Option<(i8, i8, usize)> {
        let (first, mut end) = self.day(i)?;
        let mut last = first;
        for _ in 0..DAYS {
            let joined = match self.hit(end, Concept::RangeLink) {
                Some(link) => link.end as usize,
                None if self.hit(end, Concept::Ordinal).is_some_and(|h| h.clitics == Clitics::AND) => end,
                None => self.after(end, "-/،,"),
            };
            // "الـ4 والـ5".
            let joined = joined + usize::from(self.is(joined, Concept::Article) && self.tagged.is_digits(joined + 1));
            match self.day(joined) {
                Some((day, after)) if day > last && (joined > end || self.is(end, Concept::Ordinal)) => (last, end) = (day, after),
                _ => break,
            }
        }
        Some((first, last, end))
    }

    /// The day before its month: `9 نيسان`, `التاسع من حزيران`, `26-28 March`, `19 أبريل - 1 يونيو`.
    pub(super) fn day_first(&self, i: usize) -> Option<Draft> {
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
        } else if let Some(link) = self.stretch(i, tail.end) {
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
    pub(super) fn extend(&self, draft: &mut Draft, month: i8, day: i8, end: usize) {
        let tail = self.tail(end, true);
        draft.until = Some((month, day));
        draft.end = tail.end;
        draft.direction = draft.direction.or(tail.direction);
        if let When::Day { year: year @ Year::Open, .. } = &mut draft.when {
            *year = tail.year;
        }
    }

    /// After a dash or a word like "to" that leads from the day at `start` to another; after "between" also "and".
    pub(super) fn stretch(&self, start: usize, i: usize) -> Option<usize> {
        let between = self.ends_before(start, Concept::Between).is_some();
        let word = self.hit(i, Concept::RangeLink).filter(|h| h.value == 1 || between).map(|h| h.end as usize);
        word.or_else(|| self.mark(i, "-").then_some(i + 1))
    }

    /// Beyond what may stand between a day and its month: من, of, شهر, `/`, `-`.
    pub(super) fn linked(&self, i: usize) -> usize {
        let mut at = self.hit(i, Concept::DateLink).map_or_else(|| self.after(i, "/-"), |h| h.end as usize);
        if let Some(word) = self.hit(at, Concept::PeriodWord).filter(|h| h.value == 30 && !h.clitics.has(Clitics::AL)) {
            at = word.end as usize;
        }
        at
    }

    /// "25 من الشهر الجاري", "the 5th of next month", «15 من الشهر نفسه».
    pub(super) fn day_of_month(&self, i: usize, day: i8, end: usize) -> Option<Draft> {
        let at = self.hit(end, Concept::DateLink)?.end as usize;
        let (unit, by, end) = self.directed_period(at)?;
        let when = if by == SAME { When::DayOfSame(day) } else { When::DayOf { months: by as i32, day } };
        (unit == 30).then(|| Draft::new(i, end, when))
    }

    /// A day and month that name a thing date nothing themselves.
    pub(super) fn or_name(&self, draft: Draft) -> Draft {
        let plain = draft.is_open() && draft.direction.is_none() && draft.until.is_none();
        let before = self.ends_before(draft.start, Concept::DatedThing).is_some_and(|_| self.is_arabic(draft.start - 1));
        let after = self.is(draft.end, Concept::DatedThing) && !self.is_arabic(draft.end);
        if plain && (before || after) { Draft { when: When::Name, ..draft } } else { draft }
    }

    /// `2019-06-09`, `09/06/2019`, `20.11.2022`. Which number is the day must be clear.
    pub(super) fn numeric(&self, i: usize) -> Option<Draft> {
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
        if !(1..=31).contains(&a) || !(1..=31).contains(&b) {
            return None;
        }
        if HIJRI_YEARS.contains(&year) {
            let when = When::Hijri { year: Some(year), month: Some(b as i8), day: Some(a as i8) };
            return (b <= 12 && a <= 30).then(|| Draft::new(i, self.era(end, 1), when));
        }
        if !YEARS.contains(&year) {
            return None;
        }
        let iso = parts[0].0 == 4;
        let (day, month) = match (a > 12, b > 12) {
            (true, true) => return None,
            (_, false) if a > 12 || a == b || iso || dots || self.arabic || self.is_arabic(i) => (a, b),
            (false, true) => (b, a),
            _ => return None,
        };
        let when = When::Day { year: Year::Known(year), month: month as i8, day: day as i8 };
        Some(Draft::new(i, self.era(end, 0), when))
    }
}
