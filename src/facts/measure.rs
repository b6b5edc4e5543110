//! Each number of a sentence → what it counts: its unit noun, before or after it, or the unit of its neighbour.

use super::scene::Scene;
use super::subject::votable;
use crate::decimal::Decimal;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::{Form, NameType, Number};
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang, Sentence};

/// A number with its unit.
#[derive(Clone, Copy, Debug)]
pub struct Measure {
    /// First token, the unit included.
    pub start: usize,
    /// One past the last token, the unit included.
    pub end: usize,
    /// Tokens of the number itself.
    pub number: (usize, usize),
    /// The value, read as its unit wants it.
    pub value: Decimal,
    /// Upper end of a range.
    pub max: Option<Decimal>,
    /// What is counted.
    pub unit: Concept,
    /// The unit is only a weak word for it (مكتب: a polling station or any office).
    pub weak: bool,
    /// `200-seat`: the number says how large something is.
    pub compound: bool,
    /// The unit stands beside another number, or nowhere.
    pub inherited: bool,
    /// Token of the unit noun.
    pub unit_at: usize,
}

/// Concepts that a number can count.
const UNITS: &[Concept] = &[
    Concept::Percent,
    Concept::Point,
    Concept::Voter,
    Concept::Station,
    Concept::Observer,
    Concept::Organization,
    Concept::CountryUnit,
    Concept::Journalist,
    Concept::Seat,
    Concept::Member,
    Concept::Vote,
    Concept::Ballot,
    Concept::Candidate,
    Concept::List,
    Concept::PartyUnit,
    Concept::Security,
    Concept::Staff,
    Concept::Year,
    Concept::TimeUnit,
    Concept::Money,
    Concept::Person,
    Concept::OtherUnit,
    Concept::Group,
    Concept::Nationality,
];
const UNIT_SET: Concepts = Concepts::of(UNITS);

/// The measures of one sentence, in order.
/// `carried` are the units of the figures of the sentences before, the last first.
pub(super) fn measures(scene: &Scene, sentence: &Sentence, carried: &[Concept]) -> Vec<Measure> {
    let range = sentence.range();
    let numbers = scene.numbers_in(range.start, range.end);
    let mut out: Vec<Measure> = Vec::with_capacity(numbers.len());
    let mut open: Vec<(usize, &Number)> = Vec::new();
    for (k, number) in numbers.iter().enumerate() {
        // "The 2016 contenders": of which year they are, not how many.
        let year = || sentence.lang == Lang::En && is_bare_year(scene, number);
        if number.compound || number.form == Form::Ordinal && !number.definite_digits || is_date(scene, number) || year() {
            continue;
        }
        let limit = numbers[k + 1..].iter().map(|n| n.start as usize).next().unwrap_or(range.end).min(range.end);
        match unit(scene, sentence, number, limit) {
            Some(measure) => {
                share_back(scene, &mut open, &measure, &mut out);
                out.push(measure);
            }
            None => open.push((out.len(), number)),
        }
    }
    for (_, number) in open {
        let at = out.partition_point(|m| m.number.0 < number.start as usize);
        if let Some(measure) = inherit(scene, number, at, &out, carried) {
            out.insert(at, measure);
        }
    }
    ranges(scene, out)
}

fn is_date(scene: &Scene, number: &Number) -> bool {
    let (start, end) = (number.start, number.end);
    let at = scene.dates.partition_point(|d| d.end <= start);
    scene.dates.get(at).is_some_and(|d| d.start < end)
}

/// A percent sign before the number at token `start`: %37.7, ٪70.
pub(crate) fn sign_before(scene: &Scene, start: usize) -> bool {
    start > scene.sentence(start).start as usize
        && scene.form(start - 1) == "%"
        && !scene.tagged.text.tokens[start].spaced
        && !scene.tagged.is_digits(start.wrapping_sub(2))
}

fn unit(scene: &Scene, sentence: &Sentence, number: &Number, limit: usize) -> Option<Measure> {
    let (start, end) = (number.start as usize, number.end as usize);
    let make = |unit: Concept, unit_at: usize, from: usize, to: usize, weak: bool| {
        let value = if unit == Concept::Percent { number.as_percent() } else { number.as_count() };
        Measure { start: from, end: to, number: (start, end), value, max: None, unit, weak, compound: false, inherited: false, unit_at }
    };
    if number.form == Form::Dual {
        let hit = scene.tagged.at(start).iter().find(|h| UNIT_SET.holds(h.concept))?;
        return Some(make(hit.concept, start, start, end, hit.value == 2));
    }
    // «مقعد واحد للحزب».
    if start > sentence.start as usize
        && matches!(scene.form(start), "واحد" | "واحدا")
        && let Some(hit) = scene.tagged.hit(start - 1, Concept::Seat)
    {
        return Some(make(hit.concept, start - 1, start - 1, end, false));
    }
    // A length of time, in whatever form: سبع سنوات, "a five-year term".
    if let Some(duration) = scene.duration_at(start) {
        let unit = if duration.unit == "years" { Concept::Year } else { Concept::TimeUnit };
        return Some(make(unit, end, start, duration.end as usize, false));
    }
    if sign_before(scene, start) {
        return Some(make(Concept::Percent, start - 1, start - 1, end, false));
    }
    if start > sentence.start as usize && scene.is(start - 1, Concept::Money) {
        return Some(make(Concept::Money, start - 1, start - 1, end, false));
    }
    // "2016 candidates": a year, where a count would have its comma.
    let plain = scene.tagged.text.slice(start, end).chars().all(char::is_numeric);
    if sentence.lang == Lang::En && plain && number.value.integer().is_some_and(|n| (1900..2100).contains(&n)) {
        return None;
    }
    // "taken 38 of the constituencies".
    let seats = sentence.lang == Lang::En && scene.form(end) == "of" && scene.form(end + 1) == "the";
    if let Some(hit) =
        scene.tagged.hit(end + 2, Concept::Seat).filter(|h| seats && h.end as usize <= limit && scene.form(h.start as usize).ends_with('s'))
    {
        return Some(make(Concept::Seat, hit.start as usize, start, end, false));
    }
    // «94.7 من الأصوات»: the percent sign was left out.
    let of_votes = || scene.form(end) == "من" && scene.is(end + 1, Concept::Vote) && scene.form(end + 1).starts_with("ال");
    if number.value.scale > 0 && number.other.is_none() && number.value.to_f64() <= 100.0 && of_votes() {
        return Some(make(Concept::Percent, end, start, end, true));
    }
    // «(1263) مركزا»: the noun stands behind the bracket.
    let bracketed = sentence.lang == Lang::Ar && start > 0 && scene.form(start - 1) == "(" && scene.form(end) == ")";
    // «المادة (24) لجنة الانتخاب …» is a number of something before.
    let article = start > 1 && ["ماده", "بند", "فقره", "فصل", "رقم"].iter().any(|word| scene.form(start - 2).ends_with(word));
    let noun = end + usize::from(bracketed && !article && scene.tagged.text.tokens.get(end + 1).is_some_and(|t| t.kind == Kind::Word));
    let mut i = noun;
    let mut hyphen = false;
    let mut steps = 0;
    while i < limit && steps < 5 {
        let token = &scene.tagged.text.tokens[i];
        let form = scene.form(i);
        if token.kind == Kind::Punct {
            match form {
                "-" if i == end => hyphen = true,
                // "30 long-term observers".
                "-" if !scene.tagged.text.tokens[i].spaced => {}
                "\"" | "'" => {}
                "%" | "$" | "€" | "£" => {}
                "(" if scene.is(i + 1, Concept::Percent) => {}
                _ => break,
            }
        }
        // An Arabic noun stands right behind its number: "44 ألفا مهمتهم حماية المكاتب" counts no offices.
        // «"209" رؤساء مراكز»: marks are no words.
        let words = (end..i).filter(|&j| scene.tagged.text.tokens[j].kind == Kind::Word).count();
        let quoted = words > 0 && (end..i).any(|j| scene.form(j) == "\"") && !(end..i).any(|j| matches!(scene.form(j), "من" | "%"));
        if sentence.lang == Lang::Ar && quoted {
            break;
        }
        let apart = sentence.lang == Lang::Ar && i > noun && !(noun..i).any(|j| matches!(scene.form(j), "من" | "\"" | "(" | "%"));
        if apart {
            break;
        }
        let hits = scene.tagged.at(i);
        // «70 من مركز كارتر»: from where, not what.
        let origin = i > end && scene.form(i - 1) == "من" && matches!(form, "مركز" | "مكتب" | "محطه" | "لجنه" | "الاتحاد");
        if origin {
            break;
        }
        // "99 لحزب العمال": for whom, not what.
        let whose = |h: &Hit| h.concept != Concept::Percent && h.clitics.has(Clitics::LI);
        // «25121 والأوراق الملغاة»: another thing is counted next.
        let next = |h: &Hit| h.concept != Concept::Percent && h.clitics.has(Clitics::AND);
        let counted = || {
            let here = |u: &Concept, h: &&Hit| h.concept == *u && !whose(h) && !next(h) && fits(scene, sentence, i, end, h.concept);
            UNITS.iter().find_map(|u| hits.iter().find(|h| here(u, h)))
        };
        if let Some(hit) = scene.tagged.is_any(i, UNIT_SET).then(counted).flatten() {
            let mut hit = *hit;
            // "12 deputy seats", "5 party members": the noun that stands last is the unit.
            if sentence.lang == Lang::En {
                while let Some(next) = scene.tagged.at(hit.end as usize).iter().find(|h| {
                    UNIT_SET.holds(h.concept) && !matches!(h.concept, Concept::Percent | Concept::Nationality | Concept::TimeUnit)
                }) {
                    if hit.end as usize >= limit || matches!(hit.concept, Concept::Percent) {
                        break;
                    }
                    hit = *next;
                }
                // "50,000 members of the security forces".
                let of = hit.end as usize;
                if hit.concept == Concept::Member
                    && scene.form(of) == "of"
                    && let Some(kind) = scene.hits(of + 1, of + 3, Concept::Security).next()
                {
                    hit = *kind;
                }
            }
            // "70,000 fewer votes", "15 fewer polling stations": than somewhere else.
            let differs = (end..i).any(|j| matches!(scene.form(j), "fewer" | "more"));
            if differs && !matches!(hit.concept, Concept::Seat | Concept::Percent | Concept::Point) {
                hit.concept = Concept::OtherUnit;
            }
            let mut measure = make(hit.concept, hit.start as usize, start, hit.end as usize, hit.value == 2);
            let singular =
                sentence.lang == Lang::En && matches!(scene.form(hit.start as usize), "member" | "seat") && measure.value.digits > 1;
            measure.compound = hyphen || singular;
            return Some(measure);
        }
        let stop = hits.iter().any(|h| {
            matches!(
                h.concept,
                Concept::In
                    | Concept::Prep
                    | Concept::Got
                    | Concept::Clause
                    | Concept::Relative
                    | Concept::Said
                    | Concept::Won
                    | Concept::And
                    | Concept::Function
                    | Concept::Against
            )
        }) || form == "of"
            || form == "'s"
            || sentence.lang == Lang::Ar && form.starts_with('و') && hits.iter().all(|h| h.clitics.has(Clitics::AND)) && !hits.is_empty();
        let from = form == "من";
        if stop && !from || from && i > end {
            break;
        }
        i += 1;
        steps += 1;
    }
    before(scene, sentence, number).map(|(unit, at, weak)| make(unit, at, start, end, weak))
}

/// Whether the unit word may be one here: "vote" only in the plural or as "1 vote", a nationality only for people.
fn fits(scene: &Scene, sentence: &Sentence, i: usize, number_end: usize, unit: Concept) -> bool {
    match unit {
        Concept::Nationality => {
            let form = scene.form(i);
            i <= number_end + 1
                && (sentence.lang == Lang::En && form.ends_with('s')
                    || sentence.lang == Lang::Ar && !form.ends_with("يه") && i == number_end)
        }
        Concept::TimeUnit | Concept::Year => i <= number_end + 1,
        Concept::Percent => i <= number_end + 1,
        Concept::Money => i <= number_end + 1,
        _ => true,
    }
}

/// "ائتلاف الوطنية: 21": part of a name.
fn in_name(scene: &Scene, i: usize) -> bool {
    scene.names_in(i.saturating_sub(8), i + 1).any(|k| scene.names[k].end as usize > i && votable(scene.names[k].kind))
}

/// Four digits as years have them, without the comma that English counts have, and no hedge or "total of" before them.
fn is_bare_year(scene: &Scene, number: &Number) -> bool {
    let start = number.start as usize;
    let hedged =
        |h: &Hit| matches!(h.concept, Concept::Over | Concept::Under | Concept::About | Concept::CountWord) && h.end as usize == start;
    number.end as usize == start + 1
        && !scene.is(start + 1, Concept::Percent)
        && scene.form(start).chars().count() == 4
        && number.value.integer().is_some_and(|value| (1900..=2100).contains(&value))
        && !scene.tagged.within(start.saturating_sub(3), start).iter().any(hedged)
}

/// The noun before the number: المرشحون الستة, عدد المراكز 67 ألفا, "Registered voters: 22,120,458".
fn before(scene: &Scene, sentence: &Sentence, number: &Number) -> Option<(Concept, usize, bool)> {
    let start = number.start as usize;
    // «نظام الصوت الواحد»: no number of votes.
    if matches!(scene.form(start), "الواحد" | "الواحده") {
        return None;
    }
    let from = sentence.start as usize;
    let last = |i: usize| {
        scene
            .tagged
            .at(i)
            .iter()
            .find(|h| {
                UNIT_SET.holds(h.concept)
                    && !matches!(h.concept, Concept::Percent | Concept::Nationality | Concept::TimeUnit | Concept::Money)
                    && !(matches!(h.concept, Concept::PartyUnit | Concept::List | Concept::Group) && in_name(scene, i))
            })
            .map(|h| (h.concept, i, h.value == 2))
    };
    // «الأوراق الملغاة 47 ألفا», "spoilt ballots 3,429".
    let hedged = |from: usize| {
        (from..start).all(|j| [Concept::CountWord, Concept::About, Concept::Over, Concept::Under].iter().any(|c| scene.is(j, *c)))
    };
    let sort = |h: &&Hit| matches!(h.concept, Concept::Valid | Concept::Invalid | Concept::Blank) && hedged(h.end as usize);
    if number.value.to_f64() >= 100.0
        && let Some(hit) = scene.tagged.within(from.max(start.saturating_sub(3)), start).iter().find(sort)
        && (scene.has(from, start, Concept::Vote) || scene.has(from, start, Concept::Ballot))
    {
        return Some((Concept::Ballot, hit.start as usize, false));
    }
    // "In a field of 19".
    if let Some(hit) = (from.max(start.saturating_sub(3))..start)
        .find_map(|j| scene.tagged.at(j).iter().find(|h| h.value == 3 && UNIT_SET.holds(h.concept) && h.end as usize == start))
    {
        return Some((hit.concept, hit.start as usize, false));
    }
    let definite = number.definite_digits || scene.form(start).starts_with("ال");
    if definite && start > from {
        return (from.max(start.saturating_sub(2))..start).rev().find_map(last);
    }
    let window = from.max(start.saturating_sub(9));
    let between_free = |i: usize| !(i + 1..start).any(|j| scene.tagged.is_digits(j));
    // "The number of registered voters in the country is 20,461,805": what stands behind "number of".
    let of = |j: usize| scene.tagged.at(j).iter().find(|h| h.concept == Concept::CountWord && h.value == 1);
    if let Some(counted) = (from..start).rev().find_map(of).filter(|h| scene.cost(h.end as usize, start) <= 16.0)
        && matches!(scene.form(start - 1), "is" | "was" | "at" | "reached" | "stands" | "stood" | "بلغ" | "هو")
        && let Some(unit) = (counted.end as usize..(counted.end as usize + 4).min(start)).find_map(last)
    {
        return Some(unit);
    }
    // "Invalid ballots were 12,137", "Registered voters are about 9 million".
    let copula = (window..start).rev().find(|&j| matches!(scene.form(j), "were" | "are" | "was"));
    if let Some(verb) = copula.filter(|&j| j > from && scene.cost(j + 1, start) <= 1.0)
        && let Some(unit) = last(verb - 1).or_else(|| {
            scene
                .tagged
                .within(verb.saturating_sub(3).max(from), verb)
                .iter()
                .rev()
                .find(|h| UNIT_SET.holds(h.concept) && h.end as usize == verb)
                .map(|h| (h.concept, h.start as usize, false))
        })
        && scene.tagged.text.tokens.get(number.end as usize).is_none_or(|t| t.kind == Kind::Punct)
    {
        return Some(unit);
    }
    let cue = (window..start).rev().find(|&j| scene.is(j, Concept::CountWord) || scene.form(j) == ":")?;
    let near_cue = scene.cost(cue, start) <= 7.0;
    if !near_cue {
        return None;
    }
    (window..start).rev().filter(|&j| between_free(j)).find_map(last).or_else(|| {
        // "which number 67": the noun stands before the relative clause.
        matches!(scene.form(cue), "عددها" | "عددهم" | "عدده")
            .then(|| (from..cue).rev().filter(|&j| scene.cost(j, cue) < 12.0).find_map(last))
            .flatten()
    })
}

/// Numbers without a unit right before one that has it: "24 و17 في المئة", "between 196 and 203 seats", "9 to 12 seats".
fn share_back(scene: &Scene, open: &mut Vec<(usize, &Number)>, measure: &Measure, out: &mut Vec<Measure>) {
    let mut next = measure.number.0;
    while let Some(&(at, number)) = open.last() {
        if at != out.len() && at + 1 < out.len() {
            break;
        }
        let end = number.end as usize;
        // «ولاية المجلسين أربع سنوات»: a dual has its noun.
        if number.form == Form::Dual {
            break;
        }
        // "Yes 1,617,989, or 44.7 per cent".
        // "a difference of 2.1m, or 1.8 percentage points".
        if matches!(measure.unit, Concept::Percent | Concept::Point) && number.value.to_f64() > 100.0 {
            break;
        }
        // "346 of its 500 seats", "152 of the chamber's 577 seats".
        let of = matches!(scene.form(end), "of" | "out");
        let owner = |j: usize| of && (matches!(scene.form(j), "its" | "their" | "'s") || scene.form(j + 1) == "'s");
        let link = (end..next).all(|j| {
            let form = scene.form(j);
            if owner(j) {
                return true;
            }
            matches!(form, "و" | "and" | "to" | "-" | "الي" | "or" | "او" | "," | "،" | "من" | "بين" | "اصل" | "of" | "out" | "the" | "ما")
                || form.starts_with('و') && form.len() <= 2
                // "3,200 national and 562 international observers".
                || matches!(form, "national" | "local" | "domestic" | "international" | "foreign") && matches!(measure.unit, Concept::Observer | Concept::Organization | Concept::Journalist)
                // "fewer than 5.6 million of more than 24 million voters".
                || of && (scene.is(j, Concept::Over) || scene.is(j, Concept::About) || form == "than")
        });
        if !link || next.saturating_sub(end) > if of { 5 } else { 3 } {
            break;
        }
        open.pop();
        let value = if measure.unit == Concept::Percent { number.as_percent() } else { number.as_count() };
        let shared = Measure {
            start: number.start as usize,
            end,
            number: (number.start as usize, end),
            value,
            max: None,
            inherited: true,
            compound: false,
            ..*measure
        };
        out.insert(out.len().min(at), shared);
        next = number.start as usize;
    }
}

/// A number with no unit at all takes that of the measure before it where the clause repeats its pattern:
/// "SNP winning 58", "to 24", "60 for Cyrenaica".
fn inherit(scene: &Scene, number: &Number, at: usize, out: &[Measure], carried: &[Concept]) -> Option<Measure> {
    let (start, end) = (number.start as usize, number.end as usize);
    // A mark, or nothing, follows in its sentence.
    let closed = end >= scene.sentence(start).end as usize || scene.tagged.text.tokens[end].kind == Kind::Punct;
    let previous = at.checked_sub(1).and_then(|k| out.get(k));
    let with = |unit: Concept, unit_at: usize| {
        let value = if unit == Concept::Percent { number.as_percent() } else { number.as_count() };
        Measure { start, end, number: (start, end), value, max: None, unit, weak: true, compound: false, inherited: true, unit_at }
    };
    // «انتفاضة 2019 على 13 مقعدا»: a year.
    if number.form == Form::Digits && is_bare_year(scene, number) && scene.sentence(start).lang == Lang::Ar {
        return None;
    }
    // "Route 18", "Proposition 50": what it is called by.
    let label = [
        "route",
        "highway",
        "interstate",
        "article",
        "section",
        "chapter",
        "proposition",
        "measure",
        "amendment",
        "channel",
        "phase",
        "law",
    ];
    if start > 0 && label.contains(&scene.form(start - 1)) {
        return None;
    }
    // خمس المسجلين: a fifth of them.
    let fraction =
        number.form == Form::Words && scene.tagged.text.tokens.get(end).is_some_and(|t| t.arabic) && scene.form(end).starts_with("ال");
    // "the Conservatives on 99, the Liberals 44 and the Greens one".
    let one = previous.is_some_and(|p| p.unit == Concept::Seat)
        && matches!(scene.form(start), "one")
        && closed
        && scene
            .names_in(start.saturating_sub(8), start)
            .any(|k| scene.names[k].end as usize == start && matches!(scene.names[k].kind, NameType::Party | NameType::Unknown));
    // «ارتفعت عند الواحدة إلى 30.2%»: the hour.
    let hour = number.form == Form::Words
        && scene.form(start).starts_with("ال")
        && start > 0
        && matches!(scene.form(start - 1), "عند" | "الساعه" | "حتي" | "قبل" | "بعد" | "حدود");
    if fraction || hour || number.form == Form::Words && number.value.digits <= 1 && !one {
        return None;
    }
    // A decimal after "the share of": a percent sign was left out.
    if number.value.scale > 0 && number.other.is_none() && number.value.to_f64() <= 100.0 {
        let from = scene.sentence(start).start as usize;
        let cue = scene.tagged.within(from, start).iter().rev().find(|h| matches!(h.concept, Concept::Share | Concept::Turnout));
        if let Some(hit) = cue.filter(|h| scene.cost(h.end as usize, start) < 9.0) {
            return Some(with(Concept::Percent, hit.start as usize));
        }
    }
    // "A turnout of 45.4 per cent. In 2019 it was 40.1.": as exact as what was told before.
    let it_was = start > 1 && matches!(scene.form(start - 1), "was" | "is") && scene.form(start - 2) == "it";
    if it_was && closed && number.value.scale > 0 && number.other.is_none() && carried.first() == Some(&Concept::Percent) {
        return Some(with(Concept::Percent, start));
    }
    // "Name (Party) – 5,340,546 (43.31%)": the bare number of a list line counts votes, or seats if its heading says so.
    if let Some(unit) = listed(scene, number) {
        return Some(with(unit, start));
    }
    // "who got 1,605,086 (35.79 percent)", "received 1,760,347, or 47.63 per cent": votes, where votes are counted.
    let percent = |from: usize| scene.numbers_in(from, from + 2).first().is_some_and(|n| scene.is(n.end as usize, Concept::Percent));
    let share = scene.form(end) == "(" && percent(end + 1) || scene.form(end) == "," && scene.form(end + 1) == "or" && percent(end + 2);
    if share
        && number.value.scale == 0
        && number.value.to_f64() >= 1000.0
        && let Some(votes) = out.iter().rev().find(|m| m.unit == Concept::Vote)
    {
        return Some(with(Concept::Vote, votes.unit_at));
    }
    // "4.6 million entitled to vote".
    if number.value.to_f64() >= 1000.0 && scene.hits(end, end + 5, Concept::Registered).any(|h| scene.cost(end, h.start as usize) <= 3.0) {
        return Some(with(Concept::Voter, start));
    }
    // «مراكز الاقتراع البالغ عددها 93 ألفا»: what the pronoun stands for.
    let of_it = |h: &&Hit| {
        matches!(h.concept, Concept::CountWord | Concept::Comprises)
            && ["ها", "هم", "هن"].iter().any(|end| scene.form(h.end as usize - 1).ends_with(end))
    };
    if let Some(word) = scene.tagged.within(start.saturating_sub(3), start).iter().rev().find(of_it) {
        let from = scene.sentence(start).start.max(word.start.saturating_sub(7)) as usize;
        let counted = scene.tagged.within(from, word.start as usize).iter().rev().find(|h| UNITS.contains(&h.concept));
        if let Some(hit) =
            counted.filter(|h| matches!(h.concept, Concept::Station | Concept::Voter | Concept::Candidate | Concept::Observer))
        {
            return Some(with(hit.concept, hit.start as usize));
        }
    }
    // «أدلى 138 ألفا بأصواتهم», «اقترع 142 ألفا منهم».
    let cast = |j: usize| {
        // But «2.8 مليون صوت مقابل 1.8 مليون»: what was counted before.
        let unit = out.iter().any(|m| m.unit_at == j);
        !unit
            && scene
                .tagged
                .at(j)
                .iter()
                .any(|h| matches!(h.concept, Concept::Cast | Concept::VoteVerb) && scene.tagged.text.tokens[j].arabic)
    };
    let before = || (start.saturating_sub(3)..start).any(|j| cast(j) && scene.cost(j + 1, start) <= 2.0);
    if number.value.to_f64() >= 100.0 && number.value.scale == 0 && (before() || cast(end)) && scene.sentence(start).lang == Lang::Ar {
        return Some(with(Concept::Voter, start));
    }
    // "723,632 voted No", "4,519,253 went to the polls".
    let cast = |h: &&Hit| h.concept == Concept::Cast && !scene.tagged.text.tokens[end].arabic;
    if number.value.to_f64() >= 100.0 && scene.tagged.at(end).iter().any(|h| cast(&h)) {
        return Some(with(Concept::Voter, start));
    }
    // "Ballots were cast at 5,890 places, and 25,987 were declared invalid".
    let void =
        |h: &Hit| matches!(h.concept, Concept::Invalid | Concept::Blank | Concept::Valid) && scene.cost(end, h.start as usize) <= 2.5;
    if number.value.to_f64() >= 100.0
        && matches!(scene.form(end), "were" | "was")
        && scene.tagged.within(end, end + 4).iter().any(void)
        && (scene.has(scene.sentence(start).start as usize, start, Concept::Ballot)
            || scene.has(scene.sentence(start).start as usize, start, Concept::Vote))
    {
        return Some(with(Concept::Ballot, start));
    }
    // "an electorate of 3,367,556", "a roll of barely 1m".
    let of = (start.saturating_sub(3)..start).rev().find(|&j| scene.form(j) == "of").filter(|&j| j > 0 && scene.cost(j + 1, start) <= 1.5);
    if let Some(of) = of.filter(|_| number.value.to_f64() >= 1000.0)
        && matches!(scene.form(of - 1), "electorate" | "roll" | "rolls" | "register")
    {
        return Some(with(Concept::Voter, of - 1));
    }
    // "the number of those having the right to vote amounts to 2,595,512".
    let reached = |j: usize| matches!(scene.form(j), "is" | "was" | "at" | "to" | "reached" | "totals" | "totalled");
    let sentence = scene.sentence(start).start as usize;
    if number.value.to_f64() >= 1000.0
        && start > sentence
        && (reached(start - 1) || start > sentence + 1 && scene.is(start - 1, Concept::About) && reached(start - 2))
        && closed
        && scene.hits(sentence, start, Concept::Registered).any(|h| {
            scene.cost(h.end as usize, start) <= 6.0 && (sentence..h.start as usize).any(|j| matches!(scene.form(j), "number" | "total"))
        })
    {
        return Some(with(Concept::Voter, start - 1));
    }
    if in_body_of(scene, start) && number.value.scale == 0 && (10.0..3000.0).contains(&number.value.to_f64()) {
        return Some(with(Concept::Seat, start));
    }
    // "723,632, or 33.6%, voted No".
    let close =
        (scene.form(end) == "," && scene.form(end + 1) == "or").then(|| (end + 2..end + 8).find(|&j| scene.form(j) == ",")).flatten();
    if number.value.to_f64() >= 1000.0 && close.is_some_and(|c| scene.is(c + 1, Concept::Cast)) {
        return Some(with(Concept::Voter, start));
    }
    // "Canada alone sent 463", where observers are counted.
    let sent = start > 0 && matches!(scene.form(start - 1), "sent" | "fielded" | "deployed" | "dispatched" | "numbered" | "brought");
    if sent && previous.map(|p| p.unit).or(carried.first().copied()) == Some(Concept::Observer) {
        return Some(with(Concept::Observer, start));
    }
    // "81 observers of the Union, the Center about 50, and ECOWAS 50 more": of whom the others are told.
    let whose = (start.saturating_sub(3)..=start).rev().find_map(|j| {
        let ends = |k: &usize| scene.names[*k].end as usize == j && scene.names[*k].kind != NameType::Place;
        scene.names_in(j.saturating_sub(6), j).find(ends).filter(|_| (j..start).all(|i| scene.is(i, Concept::About)))
    });
    if previous.is_some_and(|p| p.unit == Concept::Observer)
        && whose.is_some()
        && number.value.scale == 0
        && (matches!(scene.form(end), "more" | "others" | "اخرين" | "اخرون") || closed)
    {
        return Some(with(Concept::Observer, start));
    }
    // "some 13.3 million people were eligible to vote, and 10.4 million did so".
    if previous.is_some_and(|p| matches!(p.unit, Concept::Voter | Concept::Person | Concept::Nationality))
        && scene.form(end) == "did"
        && scene.form(end + 1) == "so"
    {
        return Some(with(Concept::Voter, end));
    }
    // «إجمالي المسجلين البالغ 226 ألفا».
    if number.value.to_f64() >= 1000.0
        && start > 1
        && matches!(scene.form(start - 1), "البالغ" | "البالغين" | "وعددهم" | "فيه" | "فيها" | "بها" | "به")
        && scene.tagged.at(start - 2).iter().any(|h| h.concept == Concept::Registered)
    {
        return Some(with(Concept::Voter, start - 2));
    }
    // يفوق المسجلون 24 مليونا: the registered themselves are counted.
    if number.value.to_f64() >= 1000.0
        && start > 0
        && scene
            .tagged
            .at(start - 1)
            .iter()
            .any(|h| matches!(h.concept, Concept::Registered | Concept::Voter) && h.clitics.has(Clitics::AL))
    {
        return Some(with(Concept::Voter, start - 1));
    }
    let countable = |unit: Concept| matches!(unit, Concept::Seat | Concept::Member | Concept::Vote | Concept::Percent);
    let hedges = |from: usize| {
        (from..start).all(|j| {
            [Concept::Over, Concept::Under, Concept::About]
                .iter()
                .any(|c| scene.tagged.within(j.saturating_sub(2), j + 1).iter().any(|h| h.concept == *c && h.end as usize > j))
        })
    };
    let close = |h: &Hit| h.end as usize == start || hedges(h.end as usize);
    let of_them = scene.is(end, Concept::OfThem)
        || scene.hits(start.saturating_sub(3), start, Concept::OfThem).next().is_some()
        || scene.hits(start.saturating_sub(6), start, Concept::OfThem).any(close);
    if let Some(previous) = previous.filter(|_| of_them) {
        return Some(with(previous.unit, previous.unit_at));
    }
    // "A further 12,695 are contesting …": of what was counted before.
    if start > 0
        && matches!(scene.form(start - 1), "further" | "another")
        && (scene.tagged.words[end.min(scene.tagged.words.len() - 1)].common || closed)
        && let Some(unit) = previous.map(|p| p.unit).or(carried.first().copied())
    {
        return Some(with(unit, start));
    }
    // "67 per cent, up from 62.6 last time", "a million polling stations, up from 928,000 five years ago".
    let alike = |p: &&Measure| match p.unit {
        Concept::Percent => number.value.to_f64() <= 100.0,
        Concept::Station | Concept::Voter | Concept::Candidate | Concept::Seat => number.value.scale == 0,
        _ => false,
    };
    if let Some(p) = previous.filter(alike)
        && start > 1
        && scene.form(start - 1) == "from"
        && matches!(scene.form(start - 2), "up" | "down")
    {
        return Some(with(p.unit, p.unit_at));
    }
    // "319,000 voters out of 713,000": of the same people.
    let people = |unit: Concept| matches!(unit, Concept::Voter | Concept::Person | Concept::Vote | Concept::Ballot | Concept::Nationality);
    let out_of =
        scene.hits(start.saturating_sub(3), start, Concept::OutOf).any(|h| h.end as usize == start && scene.form(h.start as usize) != "of");
    if let Some(p) = previous.filter(|p| people(p.unit) && out_of && number.value.to_f64() >= p.value.to_f64()) {
        return Some(with(Concept::Voter, p.unit_at));
    }
    // «فتح 17601 مكتب تصويت من أصل 22381».
    if let Some(p) = previous.filter(|p| p.unit == Concept::Station && out_of && number.value.to_f64() >= p.value.to_f64()) {
        return Some(with(p.unit, p.unit_at));
    }
    // "carried 36 of the 61 that were contested".
    let of_the = start > 1 && scene.form(start - 1) == "the" && scene.form(start - 2) == "of";
    if let Some(p) =
        previous.filter(|p| of_the && p.unit == Concept::Seat && p.end + 2 == start && p.value.to_f64() < number.value.to_f64())
    {
        return Some(with(p.unit, p.unit_at));
    }
    let next_word_free = closed
        || scene.tagged.text.tokens.get(end).is_none_or(|t| {
            // "with 16 each for A and B".
            scene.is(end, Concept::Each)
            || [Concept::For, Concept::In, Concept::Prep, Concept::Clause, Concept::And, Concept::From].iter().any(|c| scene.is(end, *c))
            || scene.form(end) == "to" && scene.tagged.is_digits(end + 1)
            // "Of the 48 seats, 15 go to the KPÖ".
            || matches!(scene.form(end), "go" | "goes" | "went") && scene.form(end + 1) == "to"
            // "seven of the 72 in the Senate".
            || scene.form(end) == "of" && (scene.tagged.is_digits(end + 1) || scene.tagged.is_digits(end + 2))
            // "2,106 seats in 284 مجلسا": a noun with tanween is what is counted.
            || t.arabic && !(scene.form(end).ends_with('ا') && !scene.tagged.words[end].tagged && scene.form(end).chars().count() > 4)
        });
    if !next_word_free {
        return None;
    }
    // "The gap was about 2.3 million".
    let gap = |h: &Hit| {
        h.value == 4 && (h.end as usize..start).all(|j| scene.is(j, Concept::About) || matches!(scene.form(j), "was" | "is" | "of"))
    };
    if number.value.to_f64() >= 1000.0 && scene.hits(start.saturating_sub(4), start, Concept::Lead).any(gap) {
        return Some(with(Concept::Vote, start));
    }
    // "a majority of 13,518", "Majority: 13,518".
    let line = |h: &Hit| h.start == scene.sentence(start).start && scene.form(start - 1) == ":" && h.end as usize + 1 == start;
    let lead = |h: &Hit| matches!(h.value, 1 | 4) && (h.end as usize == start && scene.form(start - 1) == "of" || line(h));
    if start > 0 && number.value.integer().is_some() && scene.hits(start.saturating_sub(5), start, Concept::Lead).any(lead) {
        return Some(with(Concept::Vote, start));
    }
    // "won the most seats, though its tally fell to 105".
    let moved = |h: &Hit| h.end as usize == start && scene.form(start - 1) == "to";
    let from = scene.sentence(start).start as usize;
    if start > from + 1
        && number.value.scale == 0
        && scene.hits(start - 2, start, Concept::Got).any(moved)
        && let Some(seat) = scene.hits(from, start, Concept::Seat).next_back()
        && !out.iter().any(|m| m.unit == Concept::Percent)
    {
        return Some(with(Concept::Seat, seat.start as usize));
    }
    // "rose by 5.8 points to 14.5".
    if previous.is_some_and(|p| p.unit == Concept::Point) && start > 0 && scene.form(start - 1) == "to" && number.value.to_f64() <= 100.0 {
        return Some(with(Concept::Percent, start));
    }
    // "529 observers: 380 deployed by X, 60 from Y, 39 from Z".
    // «بينهم 481 أوفدتهم المنظمة، و70 من مركز X».
    let sent =
        |j: usize| matches!(scene.form(j), "from" | "من" | "عن") || ["اوفد", "ارسل"].iter().any(|verb| scene.form(j).starts_with(verb));
    if let Some(p) = previous.filter(|p| p.unit == Concept::Observer && sent(end)) {
        return Some(with(p.unit, p.unit_at));
    }
    if previous.is_some_and(|p| p.unit == Concept::Percent) && number.value.to_f64() > 100.0 {
        // "He received 16,384,403 votes, or 53.7%, against 13,538,179 (44.3%) for Y".
        let against = scene.hits(start.saturating_sub(2), start, Concept::Against).any(|h| h.end as usize == start);
        if let Some(votes) = out.iter().rev().find(|m| m.unit == Concept::Vote).filter(|_| against) {
            return Some(with(Concept::Vote, votes.unit_at));
        }
    }
    // The figure before goes on, or beside a name one before that: "A 47 per cent and B 41", "who managed 19.1% and 68".
    let beside = named(scene, number);
    // "Pollster X had the Liberals at 43".
    let polls = [Concept::OpinionPoll, Concept::Projection];
    let polled = scene.form(start.wrapping_sub(1)) == "at"
        && polls.iter().any(|concept| scene.has(scene.sentence(start).start as usize, start, *concept));
    let natural = |unit: Concept, like: Option<Decimal>| {
        let value = number.value.to_f64();
        match unit {
            // Given as exactly as the percents before it.
            Concept::Percent => value <= 100.0 && (number.value.scale > 0 || like.is_some_and(|l| l.scale == 0) || polled),
            // Below a thousand where votes are few: "came third on 288".
            Concept::Vote => {
                let few = value >= 5.0 && (beside == Some(NameType::Person) || like.is_some_and(|l| l.to_f64() < 1000.0));
                number.value.scale == 0 && (value >= 1000.0 || few)
            }
            _ => number.value.scale == 0 && value < 1000.0 && beside != Some(NameType::Person),
        }
    };
    if let Some(p) = previous.filter(|p| countable(p.unit) && (p.unit == Concept::Percent) == (number.value.scale > 0)) {
        return Some(with(p.unit, p.unit_at));
    }
    let (before, after) = out.split_at(at.min(out.len()));
    let others = before.iter().rev().chain(after).find(|m| countable(m.unit) && natural(m.unit, Some(m.value)));
    if let Some(p) = others.filter(|_| beside.is_some()) {
        return Some(with(p.unit, p.unit_at));
    }
    // The unit of the sentences before: "PiS has just 194".
    let got = scene.hits(start.saturating_sub(3), start, Concept::Got).any(|h| h.end as usize <= start);
    let unit = carried.iter().copied().find(|unit| countable(*unit) && natural(*unit, None))?;
    let free = previous.is_none_or(|p| !countable(p.unit));
    (beside.is_some() || got && free && unit != Concept::Percent).then(|| with(unit, start))
}

/// "a parliament of 650", "the single chamber of 130": the number at `start` is the size of a body.
pub(super) fn in_body_of(scene: &Scene, start: usize) -> bool {
    start > 1
        && scene.form(start - 1) == "of"
        && (matches!(scene.form(start - 2), "parliament" | "chamber" | "assembly" | "legislature" | "senate" | "house" | "commons"))
}

/// The name right beside a bare number: "the Greens three", "Yes on 46", "128 for the UPA", "66 لحزب".
fn named(scene: &Scene, number: &Number) -> Option<NameType> {
    let (start, end) = (number.start as usize, number.end as usize);
    let from = scene.sentence(start).start as usize;
    let light = |j: usize| {
        matches!(scene.form(j), "on" | "at" | "with" | "just" | "only" | "(" | "ب" | "علي")
            || scene
                .tagged
                .at(j)
                .iter()
                .any(|h| matches!(h.concept, Concept::Got | Concept::About | Concept::Over | Concept::Under) && h.end as usize == j + 1)
    };
    // "was reduced to", «تراجع إلى».
    let phrase =
        |j: usize| scene.hits(j.saturating_sub(4).max(from), j, Concept::Got).find(|h| h.end as usize == j).map(|h| h.start as usize);
    // "X was third with 22.5".
    let ranked = |j: usize| matches!(scene.form(j), "second" | "third" | "fourth" | "fifth" | "last");
    let auxiliary =
        |j: usize| matches!(scene.form(j), "was" | "were" | "is" | "are" | "been" | "alone" | "has" | "have" | "had") || ranked(j);
    // «جاء الاتحاد الاشتراكي رابعا (35)».
    let place = |j: usize| {
        let adverb = matches!(scene.form(j), "اولا" | "ثانيا" | "ثالثا" | "رابعا" | "خامسا" | "سادسا");
        scene.tagged.text.tokens[j].arabic && (adverb || scene.is(j, Concept::Ordinal)) && scene.form(j + 1) == "("
    };
    let auxiliary = |j: usize| auxiliary(j) || place(j);
    let mut j = start;
    while j > from && start - j < 6 {
        match phrase(j) {
            Some(begin) => j = begin,
            None if light(j - 1) || auxiliary(j - 1) => j -= 1,
            None => break,
        }
    }
    // "X, the candidate of P, was third with 22.5".
    if j > from && scene.form(j - 1) == "," && ((j..start).any(ranked) || scene.form(j) == "with" || scene.is(j, Concept::Got)) {
        j -= 1;
    }
    // "Hassani's tally was raised to 940,642".
    if j > from + 1 && scene.form(j - 2) == "'s" && matches!(scene.form(j - 1), "tally" | "total" | "share" | "score" | "vote" | "count") {
        j -= 2;
    }
    let ends = |k: &usize| scene.names[*k].end as usize == j && votable(scene.names[*k].kind);
    let before = scene.names_in(j.saturating_sub(8).max(from), j).find(ends);
    let toward =
        scene.form(end) == "for" || scene.tagged.text.tokens.get(end).is_some_and(|t| t.arabic) && scene.form(end).starts_with('ل');
    let after = || scene.names_in(end, end + 3).next().filter(|&k| toward && votable(scene.names[k].kind));
    before.or_else(after).map(|k| scene.names[k].kind)
}

/// What the bare number of a list line counts: its line begins with a name, and the heading or the line tells the unit.
fn listed(scene: &Scene, number: &Number) -> Option<Concept> {
    let at = scene.tagged.text.sentence_of(number.start as usize);
    let sentence = &scene.tagged.text.sentences[at];
    let name = scene.names_in(sentence.start as usize, number.start as usize).next().map(|k| &scene.names[k])?;
    let opens = scene.cost(sentence.start as usize, name.start as usize) <= 3.5;
    let separated = matches!(scene.form((number.start as usize).wrapping_sub(1)), "-" | ":" | "(" | "," | "،" | "|" | "=");
    if !sentence.line
        || !opens
        || !separated
        || sentence.end - sentence.start > 30
        || !matches!(
            name.kind,
            crate::mentions::NameType::Person
                | crate::mentions::NameType::Party
                | crate::mentions::NameType::Choice
                | crate::mentions::NameType::Unknown
                | crate::mentions::NameType::Group
        )
    {
        return None;
    }
    let percent = scene.has(number.end as usize, sentence.end as usize, Concept::Percent);
    // "Mary Robinson, 56, lawyer: 31%".
    let separator = |j: usize| matches!(scene.form(j), "," | ")");
    if name.kind == NameType::Person
        && number.value.scale == 0
        && (18.0..=110.0).contains(&number.value.to_f64())
        && matches!(scene.form((number.start as usize).wrapping_sub(1)), "," | "(")
        && separator(number.end as usize)
        && percent
    {
        return None;
    }
    // An item above says it: "الفتح: 47 مقعدا", then "النصر: 42".
    let above = scene.tagged.text.sentences[..at].iter().rev().take(20).take_while(|s| s.line && s.end - s.start <= 16).any(|s| {
        scene.has(s.start as usize, s.end as usize, Concept::Seat) && !scene.numbers_in(s.start as usize, s.end as usize).is_empty()
    });
    if above && number.value.to_f64() < 1000.0 {
        return Some(Concept::Seat);
    }
    // The heading: the nearest sentence before that is no such line.
    let heading = scene.tagged.text.sentences[..at].iter().rev().take(40).find(|s| {
        !s.line
            || scene.numbers_in(s.start as usize, s.end as usize).is_empty()
            || scene.names_in(s.start as usize, s.end as usize).is_empty()
    });
    let says = |c: Concept| heading.is_some_and(|s| scene.has(s.start as usize, s.end as usize, c));
    if says(Concept::Seat) && !says(Concept::Vote) && number.value.to_f64() < 1000.0 {
        return Some(Concept::Seat);
    }
    (percent || says(Concept::Vote) || number.value.to_f64() >= 1000.0).then_some(Concept::Vote)
}

/// Joins the two ends of a range into one measure.
fn ranges(scene: &Scene, list: Vec<Measure>) -> Vec<Measure> {
    let mut out: Vec<Measure> = Vec::with_capacity(list.len());
    for measure in list {
        if let Some(low) = out.last().copied() {
            let (a, b) = (low.end.max(low.number.1), measure.number.0);
            let words: Vec<&str> = (a..b.max(a)).map(|j| scene.form(j)).collect();
            let between = low.number.0 >= 1
                && (scene.is(low.number.0 - 1, Concept::Between)
                    || low.number.0 >= 2 && scene.is(low.number.0 - 2, Concept::Between) && scene.form(low.number.0 - 2) != "from");
            // «رفع الحزب رصيده من 52 إلى 99 مقعدا»: before and after.
            let verbs = ["رفع", "ارتفع", "تراجع", "انخفض", "زاد", "قفز", "تقلص", "هبط", "رصيده", "رصيدها"];
            let from = low.number.0.saturating_sub(8).max(scene.sentence(low.number.0).start as usize);
            let changed = low.number.0 > 0
                && scene.form(low.number.0 - 1) == "من"
                && (from..low.number.0).any(|j| verbs.iter().any(|verb| scene.form(j).contains(verb)));
            if words == ["الي"] && changed {
                out.push(measure);
                continue;
            }
            let joined = match words[..] {
                ["-"] | ["to"] | ["الي"] => true,
                ["and"] | ["و"] => between,
                [] => between,
                _ => false,
            };
            let arabic_and = words.is_empty() && between;
            let glued = words.len() == 1 && between && matches!(words[0], "و" | "and");
            // "between 58.3% and 60.7%", "at 9.9% to 10.8%": each end with its own sign.
            let strict = low.number.0 > 0
                && (matches!(scene.form(low.number.0 - 1), "between" | "بين")
                    || low.number.0 > 1 && matches!(scene.form(low.number.0 - 2), "بين"));
            let at = words == ["to"] && low.number.0 > 0 && matches!(scene.form(low.number.0 - 1), "at" | "on" | "with" | "of");
            // «ارتفعت عند الواحدة إلى 30.2%»: the hour.
            let hour = scene.form(low.number.0).starts_with("ال") && !scene.tagged.is_digits(low.number.0);
            if low.unit == measure.unit
                && !hour
                && (low.inherited || strict || at)
                && (joined || arabic_and || glued)
                && low.value.to_f64() < measure.value.to_f64()
            {
                out.pop();
                out.push(Measure {
                    start: low.start,
                    number: (low.number.0, measure.number.1),
                    value: low.value,
                    max: Some(measure.value),
                    inherited: false,
                    ..measure
                });
                continue;
            }
        }
        out.push(measure);
    }
    out
}
