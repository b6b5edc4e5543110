//! How far the nearest cue of a rule is from a number, and which occurrences of its words are no cue.

use crate::facts::measure::Measure;
use crate::facts::rule::{Cue, Rule};
use crate::facts::scene::Scene;
use crate::facts::subject;
use crate::lexicon::Hit;
use crate::lexicon::{Concept, Concepts};
use crate::mentions::NameType;
use crate::text::clitic::Clitics;
use crate::text::{Lang, Sentence};

/// Ballots by what they are.
pub(super) const SORTS: [Concept; 3] = [Concept::Valid, Concept::Invalid, Concept::Blank];

/// The distance of the rule's nearest cue, if the rule reads this measure.
pub(super) fn fit(scene: &Scene, sentence: &Sentence, list: &[Measure], at: usize, near: Concepts, rule: &Rule) -> Option<f32> {
    let measure = &list[at];
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    if !rule.with.is_empty() && !rule.with.iter().any(|c| scene.has(start, end, *c)) && !(measure.unit == Concept::Station && !measure.weak)
    {
        return None;
    }
    if measure.weak
        && !measure.inherited
        && measure.unit == Concept::Station
        && !rule.with.iter().any(|c| *c != Concept::Station && scene.has(start, end, *c))
        && !scene.hits(start, end, Concept::Station).any(|h| h.value == 1)
    {
        return None;
    }
    // "the 543-member house": the size of a body, whatever else stands near, but not "a 17-seat majority".
    if measure.compound
        && !scene.is(measure.end, Concept::Lead)
        && matches!(measure.unit, Concept::Seat | Concept::Member)
        && measure.value.digits > 1
    {
        return (rule.id == "seats.total").then_some(rule.cost);
    }
    let nearest =
        |cue: &Cue, own_unit: bool| near.holds(cue.concept).then(|| distance(scene, list, at, (start, end), cue, own_unit)).flatten();
    // "9,437 of the 10,228 polling stations counted": the whole is no progress.
    let whole = at > 0 && list[at - 1].inherited && list[at - 1].unit == measure.unit && scene.cost(list[at - 1].end, measure.start) <= 2.0;
    if rule.unless.iter().any(|cue| !(whole && cue.concept == Concept::Counted) && nearest(cue, false).is_some()) {
        return None;
    }
    if rule.cues.is_empty() {
        return Some(rule.cost);
    }
    let near = rule.cues.iter().filter_map(|cue| nearest(cue, true)).min_by(f32::total_cmp);
    near.map(|d| d + rule.cost)
}

/// How far the nearest occurrence of the cue is, within its reach.
pub(super) fn distance(scene: &Scene, list: &[Measure], at: usize, (start, end): (usize, usize), cue: &Cue, own_unit: bool) -> Option<f32> {
    let measure = &list[at];
    let mut best: Option<f32> = None;
    for hit in scene.hits(start, end, cue.concept).filter(|h| cue.value.is_none_or(|v| v == h.value)) {
        let (hs, he) = (hit.start as usize, hit.end as usize);
        // "28.72 per cent bothered to vote": part of a word of casting one.
        let casting = |h: &Hit| h.concept == Concept::Cast && (h.start as usize) < hs && h.end as usize >= he;
        if matches!(cue.concept, Concept::Vote | Concept::Ballot)
            && scene.tagged.within(hs.saturating_sub(5).max(start), hs).iter().any(casting)
        {
            continue;
        }
        // "Voters rejected the plan": no ballots.
        let next = scene.form(he);
        let object = || matches!(next, "the" | "a" | "an" | "it" | "this" | "his" | "her" | "its" | "their" | "any" | "proposed" | "plans");
        if cue.concept == Concept::Invalid
            && scene.form(hs) == "rejected"
            && (object() || hs > start && (scene.is(hs - 1, Concept::Voter) || scene.is(hs - 1, Concept::Person)))
        {
            continue;
        }
        // "seven people are running for president", but not "people were standing in long queues"; «ترشح 2331 شخصا» is none else.
        if cue.concept == Concept::Contest && cue.value == Some(2) && he - hs < 2 && !scene.form(hs).contains("ترشح") {
            continue;
        }
        // «وزير الاقتصاد»: what somebody is minister of.
        if cue.concept == Concept::Economy && hs > start && scene.is(hs - 1, Concept::Title) {
            continue;
        }
        // «2.1 مليون صوت، مقابل 1.4 مليون لـX»: the noun, and of the figure before.
        if cue.concept == Concept::VoteVerb && list.iter().any(|m| m.unit_at == hs && m.number.0 < hs) {
            continue;
        }
        // حزب تقدم بـ945 ألف صوت: a name.
        if matches!(cue.concept, Concept::Ahead | Concept::Lead | Concept::Change | Concept::By)
            && scene.tagged.text.tokens[hs].arabic
            && scene
                .names_in(hs.saturating_sub(4), hs + 1)
                .any(|k| scene.names[k].end as usize >= he && scene.names[k].kind == NameType::Party)
        {
            continue;
        }
        // "Beat X by 8,596,937 votes to 8,555,880": what each got, and no difference.
        if cue.concept == Concept::By && scene.form(measure.end) == "to" && scene.tagged.is_digits(measure.end + 1) {
            continue;
        }
        // "The Economic Freedom Fighters" are no economy.
        if cue.concept == Concept::Economy
            && !scene.tagged.text.tokens[hs].arabic
            && scene.names_in(hs.saturating_sub(6), hs + 1).any(|k| scene.names[k].end as usize >= he)
        {
            continue;
        }
        let d = if he <= measure.number.0 {
            if !cue.before {
                continue;
            }
            // "328 of the chamber's 630 seats": a bare "of" tells a total only behind another figure.
            if cue.concept == Concept::OutOf
                && matches!(scene.form(hs), "of")
                && measure.unit != Concept::Voter
                // "Of the 48 seats in the council, 15 go to X".
                && (hs > start || !matches!(measure.unit, Concept::Seat | Concept::Member))
                && !list.iter().any(|m| m.unit != Concept::Percent && (m.number.1 == hs || m.end == hs))
            {
                continue;
            }
            // "fell short of an absolute majority with 49.52 percent": what was got instead.
            if cue.concept == Concept::Needs && measure.number.0 > he && scene.form(measure.number.0 - 1) == "with" {
                continue;
            }
            // «تقدم X على Y بأكثر من 30 نقطة»: by so much. In English "by" says it.
            let by = |h: &Hit| h.clitics.has(Clitics::BI) && h.end as usize >= measure.number.0;
            let led = cue.concept == Concept::Ahead
                && !(scene.form(measure.number.0 - 1) == "ب"
                    || scene.tagged.within(measure.number.0.saturating_sub(3), measure.number.0 + 1).iter().any(by));
            if led {
                continue;
            }
            // "10,360,152 were valid and 840,837 were spoiled".
            if SORTS.contains(&cue.concept)
                && (he..measure.number.0).any(|j| scene.is(j, Concept::And))
                && list[..at].iter().any(|m| m.end <= hs)
            {
                continue;
            }
            let crossed = list.iter().filter(|m| m.number.0 >= he && m.number.1 <= measure.number.0).count() as f32;
            // "2.8 million registered voters cast …": the word stands with the figure before.
            let taken =
                cue.concept == Concept::Registered && list.iter().any(|m| m.number.1 <= hs && he <= m.end + 1 && m.end < measure.number.0);
            // "The UPND, which has 61 seats": somebody's, no body's.
            let owned = cue.concept == Concept::Comprises
                && hit.value >= 2
                && (scene
                    .names_in(hs.saturating_sub(8).max(start), hs)
                    .any(|k| scene.names[k].end as usize + 2 >= hs && subject::votable(scene.names[k].kind))
                    || scene
                        .tagged
                        .within(hs.saturating_sub(3).max(start), hs)
                        .iter()
                        .any(|h| matches!(h.concept, Concept::PartyHead | Concept::PartyUnit | Concept::List))
                    || (hs.saturating_sub(3).max(start)..hs).any(|j| ["مجموعه", "كتله", "وفد"].iter().any(|w| scene.form(j).ends_with(w))));
            // "The commission, which has 13 members": a body that nobody elects here.
            let within = |c| scene.has(start, hs, c);
            // But the council that is elected is «المجلس» alone.
            let council = || (hs.saturating_sub(2).max(start)..hs).any(|j| scene.form(j) == "المجلس");
            let board = cue.concept == Concept::Comprises
                && !council()
                && measure.unit == Concept::Member
                && within(Concept::OrgHead)
                && !within(Concept::Office)
                && !within(Concept::Seat);
            if board {
                continue;
            }
            // "The outgoing parliament had 137 members": said of a body only.
            let body = || {
                scene
                    .tagged
                    .within(hs.saturating_sub(6).max(start), hs)
                    .iter()
                    // "The lower house, the National Assembly, has 300 seats".
                    .any(|h| {
                        h.concept == Concept::Office && (h.end as usize == hs || h.end as usize + 1 == hs && scene.form(hs - 1) == ",")
                    })
            };
            let chamber = || hs > start && matches!(scene.form(hs - 1), "assembly" | "chamber" | "house" | "legislature" | "senate");
            if owned || cue.concept == Concept::Comprises && hit.value == 3 && !body() && !chamber() {
                continue;
            }
            // "The two parties won a total of 79 seats": theirs.
            let won = cue.concept == Concept::Comprises
                && scene.form(he - 1) == "of"
                && scene
                    .tagged
                    .within(hs.saturating_sub(3).max(start), hs)
                    .iter()
                    .any(|h| matches!(h.concept, Concept::Won | Concept::Got));
            if won {
                continue;
            }
            // "Second in all seats came X with 21": the figure is X's.
            let of_name = cue.concept == Concept::Comprises
                && scene.names_in(he, measure.number.0).any(|k| matches!(scene.names[k].kind, NameType::Party | NameType::Person));
            // «نسبة الاقتراع في الانتخابات، التي جرت أمس في 58 بلدية، بلغت 74%»: the verb goes with its subject, over what is told of it.
            let verb = scene
                .tagged
                .within(measure.number.0.saturating_sub(2), measure.number.0)
                .iter()
                .rfind(|h| h.concept == Concept::CountWord && h.value == 2 && scene.cost(h.end as usize, measure.number.0) < 1.0);
            let over = cue.concept == Concept::Turnout
                && hit.end - hit.start > 1
                && verb.is_some_and(|v| scene.has(he, v.start as usize, Concept::Relative));
            let gap = scene.cost(he, measure.number.0) + 2.0 * crossed;
            if over { gap.min(4.0) } else { gap + if taken || of_name { 6.0 } else { 0.0 } }
        } else if hs >= measure.number.1 {
            if !cue.after {
                continue;
            }
            // The unit noun itself is no cue, unless the rule asks for it.
            if hs == measure.unit_at && !own_unit {
                continue;
            }
            // "3.9 million people, or 55% of those on the roll, cast ballots": what the commas hold is no distance.
            let dash = |j: usize| scene.form(j) == "-" && scene.tagged.text.tokens[j].spaced;
            let dashed = dash(measure.end);
            let commas = |j: usize| if dashed { dash(j) } else { matches!(scene.form(j), "," | "،") };
            let aside = matches!(cue.concept, Concept::Cast | Concept::Turnout)
                && commas(measure.end)
                && (dashed || matches!(scene.form(measure.end + 1), "or" | "اي" | "او"));
            let close = aside.then(|| (measure.end + 1..hs).find(|&j| commas(j))).flatten();
            if let Some(close) = close {
                let d = scene.cost(close + 1, hs) + 1.0;
                if d <= cue.reach && best.is_none_or(|b| d < b) {
                    best = Some(d);
                }
                continue;
            }
            // "5.3 million of the 7.4 million registered voters cast ballots": the verb is that of the part.
            let verb = matches!(scene.form(hs - 1), "were" | "are" | "had" | "have");
            let of = |part: &Measure| matches!(scene.form(part.end), "of" | "out");
            let people = matches!(measure.unit, Concept::Voter | Concept::Person);
            let whole = list.get(at + 1).filter(|m| {
                // «326 ألفا و775 من أصل 496 ألف ناخب مسجل أدلوا بأصواتهم».
                let of_all = scene.form(measure.end) == "من" && matches!(scene.form(measure.end + 1), "اصل" | "مجموع" | "جمله");
                let told = match cue.concept {
                    Concept::Cast => of(measure) && m.number.0 <= measure.end + 5 || of_all && m.number.0 <= measure.end + 3,
                    Concept::Registered => verb && of(measure) && m.number.0 <= measure.end + 5,
                    _ => false,
                };
                people && told && m.end <= hs
            });
            if whole.is_some_and(|m| scene.cost(m.end, hs) <= 2.5) {
                best = Some(0.5);
                continue;
            }
            // "7.3 million of the country's 18 million people were registered": not the whole.
            let part = at.checked_sub(1).map(|p| &list[p]);
            if cue.concept == Concept::Registered && verb && part.is_some_and(|p| of(p) && measure.number.0 <= p.end + 5) {
                continue;
            }
            // "191 votes out of 311,000 cast".
            if cue.concept == Concept::Cast
                && measure.unit != Concept::Percent
                && !scene.numbers_in(measure.end, hs).is_empty()
                && scene.cost(measure.end, hs) > 2.0
            {
                continue;
            }
            // «48.6% بعد فرز 99% من الأصوات», «حصل X على 70.96% وبلغت نسبة المشاركة 77.5%»: the word is the next figure's.
            let others = list.get(at + 1).filter(|m| m.unit == Concept::Percent && m.number.0 >= he && scene.cost(he, m.start) <= 1.0);
            if matches!(cue.concept, Concept::Counted | Concept::Turnout)
                && sentence_is_arabic(scene, hs)
                && others.is_some()
                && scene.cost(measure.end, hs) > 0.0
            {
                continue;
            }
            // «فوز X بـ87% بعد فرز جميع الأصوات»: when all is counted.
            let all = matches!(scene.form(hs - 1), "بعد" | "مع") || matches!(scene.form(hs), "بعد" | "مع");
            if cue.concept == Concept::Counted && all && hs >= measure.end {
                continue;
            }
            // «240 مقعدا بانخفاض 63 مقعدا»: the next figure is the change.
            let next_change = list.get(at + 1).is_some_and(|m| m.number.0 >= he && scene.cost(he, m.number.0) <= 2.0);
            if cue.concept == Concept::Change && scene.form(hs).starts_with('ب') && hs >= measure.end && next_change {
                continue;
            }
            // «اقترع 14 مليونا ممن يحق لهم التصويت»: those of whom they are a part.
            if cue.concept == Concept::Registered && scene.form(hs - 1) == "ممن" && hs > measure.end {
                continue;
            }
            // «48.7% لـX بعد استبعاد المترددين»: somebody's, whoever is undecided.
            let somebody = || scene.names_in(measure.end, hs).any(|k| subject::votable(scene.names[k].kind));
            if cue.concept == Concept::Undecided && somebody() {
                continue;
            }
            // "44 percent, with all precincts reporting": another clause.
            if cue.concept == Concept::Counted && (measure.end..hs).any(|j| scene.is(j, Concept::With)) {
                continue;
            }
            // "… مرشحين انسحب اثنان منهم": the verb is that of another number.
            if cue.concept == Concept::Removed && !scene.numbers_in(he, he + 1).is_empty() {
                continue;
            }
            let crossed = list.iter().filter(|m| m.number.0 >= measure.number.1 && m.number.1 <= hs).count() as f32;
            // "99.31%, participation 98.6%": the word is the next figure's.
            let next = list.get(at + 1).filter(|m| m.unit == measure.unit && m.number.0 >= he && scene.cost(he, m.start) <= 2.0);
            // Behind a comma or the start of a clause another thing is spoken of.
            let apart = (measure.end.min(hs)..hs).any(|j| {
                // "Blank ballots came to 0.6% and spoiled ones to 1.5%".
                let other = SORTS.contains(&cue.concept) && scene.is(j, Concept::And);
                matches!(scene.form(j), "،" | ",") || scene.is(j, Concept::Clause) || other
            });
            let apart = apart || SORTS.contains(&cue.concept) && hit.clitics.has(Clitics::AND);
            scene.cost(measure.end.min(hs), hs)
                + 0.5
                + 2.0 * crossed
                + if apart { 3.0 } else { 0.0 }
                + if apart && next.is_some() { 6.0 } else { 0.0 }
        } else {
            continue;
        };
        if d <= cue.reach && best.is_none_or(|b| d < b) {
            best = Some(d);
        }
    }
    best
}

pub(super) fn sentence_is_arabic(scene: &Scene, i: usize) -> bool {
    scene.sentence(i).lang == Lang::Ar
}
