//! Days and periods told from the publication: `أمس الأحد`, "next Sunday", `قبل يومين`.

use super::{Reader, Tense, tense};
use crate::lexicon::{Concept, Hit};
use crate::mentions::Form;
use crate::mentions::date::draft::{Draft, When, Year};
use crate::text::Kind;
use crate::text::clitic::Clitics;

impl Reader<'_> {
    /// `أمس`, `اليوم الأحد`, `يوم الأحد المقبل`, "Sunday, June 7, 2015".
    pub(super) fn near_day(&self, i: usize) -> Option<Draft> {
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
            (draft.more, draft.end) = self.weekdays(weekday, end);
            let end = draft.end;
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

    /// How many days the days after `first` go on, and where: `السبت والأحد`, "from Friday to Sunday".
    fn weekdays(&self, first: i8, mut end: usize) -> (i8, usize) {
        let mut more = 0;
        loop {
            let link = self.hit(end, Concept::RangeLink);
            let clitic = self.hit(end, Concept::Weekday).is_some_and(|h| h.clitics.has(Clitics::AND));
            let joined = link.map_or(end, |h| h.end as usize);
            let Some((weekday, after)) = self.weekday(joined).filter(|_| joined > end || clitic) else { return (more, end) };
            let days = (weekday - first).rem_euclid(7);
            if days != more + 1 && !(link.is_some_and(|h| h.value == 1) && days > more) {
                return (more, end);
            }
            (more, end) = (days, after);
        }
    }

    pub(super) fn weekday(&self, i: usize) -> Option<(i8, usize)> {
        let hit = self.hit(i, Concept::Weekday).filter(|_| self.is_arabic(i) || self.is_capital(i))?;
        Some((hit.value as i8, hit.end as usize))
    }

    /// `يوم 4 ماي`, `يوم أمس الأحد`, `يوم 25 الجاري`.
    pub(super) fn day_after_word(&self, i: usize, end: usize) -> Option<Draft> {
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

    /// "last June", "next Sunday", "last year", `هذا العام`.
    pub(super) fn directed(&self, i: usize, hit: &Hit) -> Option<Draft> {
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
    pub(super) fn shifted(&self, i: usize, hit: &Hit) -> Option<Draft> {
        if matches!(hit.value, -2 | -4) {
            // "a week ago".
            if let Some(unit) = i.checked_sub(1).and_then(|at| self.hit(at, Concept::DurationUnit))
                && hit.value == -2
                && i > 1
                && self.form(i - 2) == "a"
            {
                return self.shift(i - 2, hit.end as usize, -1, unit.value);
            }
            let number = self.numbers.partition_point(|n| (n.end as usize) < i).checked_sub(1).and_then(|at| self.numbers.get(at))?;
            let start = number.start as usize;
            let (count, unit, end) = self.length(start)?;
            // "In 2016 X won; two years earlier …" is told from there.
            let told = || (self.line.start..start).any(|j| self.tagged.is_digits(j) && self.form(j).len() == 4);
            if hit.value == -4 && (unit != 1 || told()) {
                return None;
            }
            return (end == i && self.line.contains(&start)).then(|| self.shift(start, hit.end as usize, -count, unit)).flatten();
        }
        let at = self.hit(hit.end as usize, Concept::About).map_or(hit.end as usize, |h| h.end as usize);
        let (count, unit, end) = self.length(at).or_else(|| self.single(at))?;
        // "three days before the second round" is told from the round.
        let of_another = self.is(end, Concept::DateLink) || self.mark(end, "-");
        let future = hit.value == 1;
        // "منذ 30 عاما" is how long, "منذ يومين" when.
        if hit.value == -3 && unit < 3 {
            return None;
        }
        if of_another || (future && (unit < 3 && !self.is_arabic(i) || tense(self.tagged, i, end) != Tense::Future)) {
            return None;
        }
        self.shift(i, end, count * hit.value.signum() as i32, unit)
    }

    pub(super) fn shift(&self, start: usize, end: usize, count: i32, unit: i64) -> Option<Draft> {
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
    pub(super) fn length(&self, i: usize) -> Option<(i32, i64, usize)> {
        if let Some(dual) = self.hit(i, Concept::DurationDual) {
            return Some((2, dual.value, dual.end as usize));
        }
        let number = self.number_from(i).filter(|n| n.form != Form::Ordinal)?;
        let unit = self.hit(number.end as usize, Concept::DurationUnit)?;
        let count = number.value.integer().filter(|&n| n < 1000)?;
        Some((count as i32, unit.value, unit.end as usize))
    }

    /// "قبل عام": one unit, if neither a year nor what happened follows.
    pub(super) fn single(&self, i: usize) -> Option<(i32, i64, usize)> {
        let unit = self.hit(i, Concept::DurationUnit).filter(|h| h.value < 4 && h.clitics.is_empty() && self.is_arabic(i))?;
        let end = unit.end as usize;
        let ends = !self.line.contains(&end) || self.tagged.text.tokens[end].kind == Kind::Punct;
        (ends && self.is(i, Concept::PeriodWord)).then_some((1, unit.value, end))
    }
}
