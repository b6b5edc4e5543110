//! What figures of one sentence are to each other: the same in percent, the same of another year or place, one each "respectively".

use super::{Carried, Reading};
use crate::facts::measure::Measure;
use crate::facts::rule::{Rule, rule};
use crate::facts::scene::Scene;
use crate::facts::subject;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Hit};
use crate::mentions::NameType;
use crate::text::{Kind, Lang, Sentence};

/// For each measure, the name that order gives it, where the sentence says "respectively".
pub(super) fn paired(scene: &Scene, sentence: &Sentence, list: &[Measure]) -> Vec<Option<usize>> {
    let mut out = vec![None; list.len()];
    for first in 0..list.len().saturating_sub(1) {
        // "X beat Y, 53 percent to 47 percent": the names in the order of the figures.
        let (a, b) = (&list[first], &list[first + 1]);
        let to = b.number.0 == a.end + 1
            && matches!(scene.form(a.end), "to" | "-")
            && a.unit == b.unit
            && !a.inherited
            && matches!(a.unit, Concept::Percent | Concept::Vote);
        if to
            && let Some(names) = subject::contest(scene, list, first).or_else(|| subject::respectively(scene, list, first, 2))
            && scene.tagged.within(scene.names[names[0]].end as usize, scene.names[names[1]].start as usize).iter().any(|h| {
                matches!(h.concept, Concept::Won | Concept::Lead | Concept::Against | Concept::Ahead)
                    || matches!(scene.form(h.start as usize), "led" | "leads" | "leading")
            })
        {
            (out[first], out[first + 1]) = (Some(names[0]), Some(names[1]));
        }
    }
    // "A and B got 28 and 30 percent": in order, though nothing says so.
    for first in 0..list.len().saturating_sub(1) {
        let (a, b) = (&list[first], &list[first + 1]);
        let and = |from: usize, to: usize| to == from + 1 && matches!(scene.form(from), "and" | "و");
        let two = a.unit == b.unit && and(a.end, b.start) && !(a.start > 0 && scene.is(a.start - 1, Concept::Between));
        let Some(last) = scene.names_in(sentence.start as usize, a.start).next_back().filter(|&k| two && k > 0) else { continue };
        let (one, other) = (&scene.names[last - 1], &scene.names[last]);
        let joined = and(one.end as usize, other.start as usize) || one.end == other.start && scene.form(one.end as usize).starts_with('و');
        let votable = subject::votable(one.kind) && subject::votable(other.kind);
        if joined && votable && scene.cost(other.end as usize, a.start) <= 3.0 && scene.has(sentence.start as usize, a.start, Concept::Got)
        {
            (out[first], out[first + 1]) = (Some(last - 1), Some(last));
        }
    }
    for hit in scene.hits(sentence.start as usize, sentence.end as usize, Concept::Respectively) {
        // The run of figures of one unit that ends nearest to the word.
        let Some(mut last) = list.iter().rposition(|m| m.end <= hit.start as usize).or_else(|| list.len().checked_sub(1)) else { continue };
        let mut first = last;
        while first > 0 && list[first - 1].unit == list[last].unit && scene.names_in(list[first - 1].end, list[first].start).is_empty() {
            first -= 1;
        }
        // «ونالا تواليا 1,66 و0,99 بالمئة»: the run that begins behind the word.
        if last == first
            && let Some(next) = list.iter().position(|m| m.start >= hit.end as usize && m.start <= hit.end as usize + 2)
        {
            first = next;
            last = next;
            while list.get(last + 1).is_some_and(|m| m.unit == list[first].unit && scene.names_in(list[last].end, m.start).is_empty()) {
                last += 1;
            }
        }
        let count = last + 1 - first;
        if count < 2 {
            continue;
        }
        if let Some(names) = subject::respectively(scene, list, first, count) {
            for (k, name) in names.into_iter().enumerate() {
                out[first + k] = Some(name);
            }
        }
    }
    out
}

/// "In Punjab 297 seats are at stake, in Sindh 130", "200 seats, 100 for the west": the seats of a body, by place.
pub(super) fn shares_out(scene: &Scene, before: &Reading, measure: &Measure) -> bool {
    let whole = before.drafts.last().is_some_and(|d| d.kind == FactKind::SeatsTotal);
    let mut names = scene.names_in(before.measure.end, measure.end + 5);
    whole
        && measure.inherited
        && measure.unit == before.measure.unit
        && names.clone().all(|k| !subject::votable(scene.names[k].kind))
        && names.any(|k| scene.names[k].kind == NameType::Place && scene.names[k].value == 0)
}

/// The percent right behind a count says the same in percent: "18,287 votes, or 53 pct", "1,380,428 invalid votes (15.41%)".
pub(super) fn companion(scene: &Scene, earlier: &[Reading], measure: &Measure) -> Option<&'static Rule> {
    let before = earlier.last()?;
    let (mut from, to) = (before.measure.end, measure.start);
    // "58.55% of the valid votes, or 18.77 million".
    let of_votes = |j: usize| {
        matches!(scene.form(j), "of" | "the" | "من" | "منها")
            || [Concept::Vote, Concept::Ballot, Concept::Valid].iter().any(|c| scene.is(j, *c))
    };
    if before.measure.unit == Concept::Percent {
        from += (from..to.min(from + 4)).take_while(|&j| of_votes(j)).count();
    }
    // "more than 6 million votes, or about 5 percentage points".
    let hedge =
        |j: usize| scene.tagged.at(j).iter().any(|h| matches!(h.concept, Concept::Share | Concept::About | Concept::Over | Concept::Under));
    if measure.unit == Concept::Point && before.drafts.last()?.kind == FactKind::Margin && from < to && to - from <= 4 {
        let plain = |j: usize| matches!(scene.form(j), "،" | "," | "or" | "او" | "اي") || hedge(j);
        return (from..to).all(plain).then(|| rule("margin.lead"));
    }
    let light = |j: usize| {
        matches!(
            scene.form(j),
            "(" | "،"
                | ","
                | "or"
                | "that"
                | "is"
                | "of"
                | "اي"
                | "مجموعه"
                | "a"
                | "ب"
                | "ما"
                | "بما"
                | "يعادل"
                | "يمثل"
                | "-"
                | "and"
                | "و"
        ) || hedge(j)
    };
    // "42.35% (319,188 voters)".
    let people =
        matches!(measure.unit, Concept::Voter | Concept::Person | Concept::Vote) && scene.form(measure.start.saturating_sub(1)) == "(";
    if people && before.drafts.last()?.kind == FactKind::Turnout && from + 1 == to {
        return Some(rule("votes.cast"));
    }
    // «عدد المقترعين مليون و638 ألف ناخب وناخبة، بنسبة 32.25 %».
    let and_women = |j: usize| scene.tagged.text.tokens[j].arabic && scene.form(j).starts_with('و') && scene.is(j, Concept::Voter);
    let cast = before.drafts.last()?.kind == FactKind::VotesCast
        && measure.unit == Concept::Percent
        && scene.tagged.text.tokens[to].kind != Kind::Punct;
    if cast && scene.sentence(to).lang == Lang::Ar && from < to && to - from <= 6 && (from..to).all(|j| light(j) || and_women(j)) {
        return Some(rule("percent.after_cast"));
    }
    // «بلغت نسبة الاقتراع 32.25 في المئة، بواقع مليون و638 ألف ناخب».
    let amount = scene.tagged.text.tokens[measure.start].arabic || measure.start > 0 && scene.tagged.text.tokens[measure.start - 1].arabic;
    let amount = amount && from < to && to - from <= 3 && (from..to).any(|j| matches!(scene.form(j), "بواقع" | "بعدد" | "بمشاركه" | "اي"));
    if matches!(measure.unit, Concept::Voter | Concept::Person) && amount && before.drafts.last()?.kind == FactKind::Turnout {
        return Some(rule("votes.cast"));
    }
    let votes = measure.unit == Concept::Vote && before.measure.unit == Concept::Percent;
    if !votes && (measure.unit != Concept::Percent || before.measure.unit == Concept::Percent)
        || from >= to
        || to - from > 4
        || !(from..to).all(light)
    {
        return None;
    }
    let id = match before.drafts.last()?.kind {
        FactKind::VotesCast => "percent.after_cast",
        FactKind::ValidVotes => "percent.valid",
        // "2,271,185 voted of 2,688,323 registered, or 84.5%".
        FactKind::RegisteredVoters if earlier.iter().rev().nth(1)?.drafts.last()?.kind == FactKind::VotesCast => "percent.after_cast",
        FactKind::InvalidVotes => "percent.invalid",
        FactKind::BlankVotes => "percent.blank",
        FactKind::Votes if !votes => "share.listed",
        FactKind::VoteShare if votes => "votes.got",
        _ => return None,
    };
    Some(rule(id))
}

/// "41 per cent of the vote and 90 seats", «35,29% من الأصوات وسبعة مقاعد»: two figures of one, side by side.
pub(super) fn joined(scene: &Scene, before: &Measure, measure: &Measure) -> bool {
    let (from, to) = (before.end, measure.start);
    let light = |j: usize| {
        matches!(scene.form(j), "of" | "the" | "من" | "و" | "and" | "with" | "plus")
            || [Concept::Vote, Concept::Valid, Concept::About, Concept::Over, Concept::Under].iter().any(|c| scene.is(j, *c))
    };
    let and = (from..to).any(|j| scene.is(j, Concept::And)) || scene.form(to).starts_with('و');
    // «1595 مقعدا (20,85 بالمائة)».
    let bracket = to == from + 1 && scene.form(from) == "(" && before.unit == Concept::Seat && measure.unit == Concept::Percent;
    if bracket {
        return true;
    }
    let counted = |unit: Concept| matches!(unit, Concept::Percent | Concept::Vote | Concept::Seat | Concept::Member);
    from <= to && to - from <= 6 && and && counted(before.unit) && counted(measure.unit) && (from..to).all(light)
}

/// "Turnout was 61.3% of 7.3 million, below the 66.3% seen in 2019": a figure of another year held against one before.
pub(super) fn compared(scene: &Scene, before: &Measure, measure: &Measure) -> bool {
    let (from, to) = (before.end, measure.start);
    from < to
        && scene.cost(from, to) <= 20.0
        // "…, X's office said, up from 20 percent four years ago".
        && !scene.names_in(from, to).any(|k| subject::votable(scene.names[k].kind) && scene.form(scene.names[k].end as usize) != "'s")
        && scene
            .tagged
            .within(to.saturating_sub(6).max(from), to + 1)
            .iter()
            .any(|h| {
                matches!(h.concept, Concept::Over | Concept::Under | Concept::Against | Concept::Previous)
                    || h.concept == Concept::Change && scene.form(h.end as usize) == "than"
            })
        && (!scene.dates_in(measure.end, measure.end + 6).is_empty() || !scene.dates_in(from, to).is_empty()
            || scene.has(measure.end, measure.end + 8, Concept::Round)
            || scene.has(measure.end, measure.end + 2, Concept::Previous))
}

/// Between two figures stands nobody, only "or", a year or a word of reaching or comparing.
pub(super) fn continues(scene: &Scene, before: &Measure, measure: &Measure) -> bool {
    let (from, to) = (before.end, measure.start);
    if from > to || scene.cost(from, to) > 18.0 || scene.names_in(from, to).any(|k| subject::votable(scene.names[k].kind)) {
        return false;
    }
    let or = (from..to).all(|j| matches!(scene.form(j), "او" | "الي" | "or" | "to" | "،" | ",")) && to > from;
    // "more than 50 percent of the votes, and at least 25 percent in 24 counties".
    let least = |h: &Hit| h.concept == Concept::Over && scene.cost(h.end as usize, to) <= 1.0;
    // «زائد صوت واحد، وعلى 25 في المائة على الأقل في 24 مقاطعة».
    let arabic = (from..to).any(|j| scene.tagged.text.tokens[j].arabic && scene.form(j).starts_with('و'))
        && scene.hits(measure.end, measure.end + 3, Concept::Over).next().is_some();
    let or = or || arabic || scene.has(from, to, Concept::And) && scene.tagged.within(from, to).iter().any(least);
    or || scene.tagged.within(from, to).iter().any(|h| matches!(h.concept, Concept::CountWord | Concept::Previous))
        || !scene.dates_in(from, to).is_empty()
}

/// "The province of X came first with 62.5%" behind a figure of turnout: the turnout there.
pub(super) fn turnout_of_place(scene: &Scene, sentence: &Sentence, list: &[Measure], at: usize, carried: &Carried) -> bool {
    let measure = &list[at];
    let here = scene.tagged.text.sentence_of(sentence.start as usize);
    let told =
        carried.turnout.is_some_and(|s| here <= s + 1) || scene.has(sentence.start as usize, sentence.end as usize, Concept::Turnout);
    let from = at.checked_sub(1).map_or(sentence.start as usize, |k| list[k].end);
    let mut names = scene.names_in(from, measure.start);
    let pronoun = (from..measure.start).any(|j| matches!(scene.form(j), "he" | "she" | "they" | "who" | "it"));
    let got = scene.hits(from, measure.start, Concept::Got).any(|h| {
        h.value == 1 && sentence.lang == Lang::Ar && !["تصدر", "تلت", "يلي", "تلي"].iter().any(|v| scene.form(h.start as usize).contains(v))
    });
    let economy = scene.has(sentence.start as usize, sentence.end as usize, Concept::Economy);
    // "rural Donegal, with 51.9% against change".
    let side = matches!(scene.form(measure.end), "against" | "for") || scene.is(measure.end, Concept::Chose);
    told && !pronoun
        && !economy
        && !side
        && !got
        && names.clone().all(|k| !subject::votable(scene.names[k].kind))
        && names.any(|k| scene.names[k].kind == NameType::Place && scene.names[k].value == 0)
}

/// "The rate", النسبة, after a turnout: the turnout goes on, in another place or at another time.
pub(super) fn resumes_rate(scene: &Scene, sentence: &Sentence, measure: &Measure, carried: &Carried) -> bool {
    let here = scene.tagged.text.sentence_of(sentence.start as usize);
    let recent = carried.turnout.is_some_and(|s| here <= s + 2);
    recent
        && (sentence.start as usize..measure.start).any(|j| {
            // "At 2 p.m. it was still 33 percent."
            // "It had been higher in the first round, at 87 percent."
            let reach = if j == sentence.start as usize { 16.0 } else { 3.0 };
            if scene.form(j) == "it" && carried.turnout == here.checked_sub(1) && scene.cost(j + 1, measure.start) <= reach {
                return scene.names_in(sentence.start as usize, measure.start).next().is_none();
            }
            let the = || j > 0 && matches!(scene.form(j - 1), "the" | "that" | "this");
            let named = matches!(scene.form(j), "النسبه" | "نسبتها" | "المعدل")
                || matches!(scene.form(j), "معدل" | "نسبه") && matches!(scene.form(j.wrapping_sub(1)), "اعلي" | "ادني")
                || matches!(scene.form(j), "figure" | "rate" | "indicator") && the();
            named && scene.cost(j + 1, measure.start) <= 20.0
        })
}

/// "with 70% of the vote in, X led": behind the percent stand votes that have come in, and the clause ends.
pub(super) fn come_in(scene: &Scene, end: usize) -> bool {
    let what = end + 1 + usize::from(scene.form(end + 1) == "the");
    scene.form(end) == "of"
        && matches!(scene.form(what), "vote" | "votes" | "ballots" | "precincts" | "districts" | "returns" | "results" | "boxes")
        && scene.form(what + 1) == "in"
        && scene.tagged.text.tokens.get(what + 2).is_none_or(|t| t.kind == Kind::Punct)
}
