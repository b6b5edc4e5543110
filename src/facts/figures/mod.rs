//! Measures → drafts of figures: of the rules that read a number, the one with the nearest cue.

mod carried;
mod cue;
mod pronoun;
mod refusal;
mod sequence;
mod whose;

use super::draft::{Draft, When};
use super::measure::{Measure, in_body_of, measures};
use super::place;
use super::qualify;
use super::rule::{self, Rule, rules_of};
use super::scene::Scene;
use super::subject;
use crate::decimal::Decimal;
use crate::kind::{Bound, FactKind, Status};
use crate::lexicon::Concepts;
use crate::lexicon::{Concept, Hit};
use crate::mentions::NameType;
use crate::text::{Lang, Sentence};

pub(super) use carried::Carried;
use cue::fit;
pub(super) use refusal::plausible;
use refusal::possible_here;
use sequence::{come_in, companion, compared, continues, paired, resumes_rate, shares_out, turnout_of_place};
use whose::{group_of, whose};

/// What became of one number, for `hasila explain`.
#[derive(Debug)]
pub struct Reading {
    /// The number with its unit.
    pub measure: Measure,
    /// The rule that read it.
    pub rule: Option<&'static Rule>,
    /// Why there is no fact.
    pub why: &'static str,
    /// The facts made of it.
    pub drafts: Vec<Draft>,
}

/// The readings of all numbers of a sentence.
pub(super) fn read(scene: &Scene, sentence: &Sentence, carried: &mut Carried) -> Vec<Reading> {
    let here = scene.tagged.text.sentence_of(sentence.start as usize);
    // A decimal beside a name is a percent wherever percents were told.
    let near = |(unit, s): &&(Concept, usize)| *unit == Concept::Percent || here <= s + 2;
    let mut units: Vec<(Concept, usize)> = carried.units.iter().filter(near).copied().collect();
    units.sort_by_key(|(_, s)| here > s + 2);
    let units: Vec<Concept> = units.into_iter().map(|(unit, _)| unit).collect();
    let list = measures(scene, sentence, &units);
    carried.region.read(scene, sentence);
    // A sentence without a figure of votes ends the region.
    if !list.iter().any(|m| matches!(m.unit, Concept::Percent | Concept::Vote | Concept::Seat | Concept::Voter)) && !sentence.line {
        carried.region.name = None;
    }
    let mut out = Vec::with_capacity(list.len());
    let pairs = paired(scene, sentence, &list);
    for at in 0..list.len() {
        let reading = one(Around { scene, sentence, list: &list, at, pairs: &pairs, carried, earlier: &out });
        if let Some(draft) = reading.drafts.last() {
            carried.subject = carried.subject.filter(|_| carried.sentence == here && !out.is_empty()).or(draft.subject).or(carried.subject);
            carried.rule = reading.rule;
            carried.sentence = scene.tagged.text.sentence_of(list[at].start);
            carried.units.retain(|(unit, _)| *unit != list[at].unit);
            carried.units.insert(0, (list[at].unit, here));
            if draft.kind == FactKind::Turnout {
                carried.turnout = Some(here);
                carried.so_far = draft.status == Some(Status::Partial);
            }
            carried.compare(scene, draft, list[at].unit, here);
            if draft.kind.needs_subject() {
                carried.poll = draft.status.filter(|s| matches!(s, Status::OpinionPoll | Status::Projection)).map(|s| (s, here));
            }
        }
        out.push(reading);
    }
    carried.region.leave(scene, sentence);
    out
}

/// A sentence without figures: it may begin a region, and ends one that ran.
pub(super) fn pass(scene: &Scene, sentence: &Sentence, carried: &mut Carried) {
    carried.region.name = None;
    carried.region.read(scene, sentence);
    carried.region.leave(scene, sentence);
}

/// Why "18 of them" is no fact.
const PART: &str = "a part of the figure before";

/// One figure, and what is known when it is read.
#[derive(Clone, Copy)]
struct Around<'s, 'a> {
    scene: &'s Scene<'a>,
    sentence: &'s Sentence,
    /// All figures of the sentence; this is the one at `at`.
    list: &'s [Measure],
    at: usize,
    /// See [`paired`].
    pairs: &'s [Option<usize>],
    carried: &'s Carried,
    /// The readings of the figures before.
    earlier: &'s [Reading],
}

fn one(around: Around) -> Reading {
    let Around { scene, sentence, list, at, carried, earlier, .. } = around;
    let measure = list[at];
    let previous = earlier.last();
    let none = |why| Reading { measure, rule: None, why, drafts: Vec::new() };
    if measure.unit == Concept::OtherUnit || measure.unit == Concept::Money || measure.unit == Concept::TimeUnit {
        return none("it counts something else");
    }
    if signed(scene, measure.number.0) {
        return none("a change");
    }
    // The size of a body needs no cue: see `fit`.
    let near =
        if measure.compound { Concepts::ALL } else { scene.tagged.concepts_of(scene.tagged.text.sentence_of(sentence.start as usize)) };
    let mut candidates: Vec<(f32, &'static Rule)> =
        rules_of(measure.unit, near).filter_map(|r| Some((fit(scene, sentence, list, at, near, r)?, r))).collect();
    candidates.sort_by(|a, b| a.0.total_cmp(&b.0));
    if candidates.iter().all(|(_, r)| r.kind.is_none_or(|k| k.needs_subject() || k == FactKind::Turnout)) {
        // "38.25%, less than in 2012, when it reached 43.14%": the kind of the figure before goes on.
        candidates.extend(
            previous
                .filter(|p| p.measure.unit == measure.unit && continues(scene, &p.measure, &measure))
                .or_else(|| earlier.iter().rev().find(|r| r.measure.unit == measure.unit && compared(scene, &r.measure, &measure)))
                .and_then(|p| p.rule)
                .filter(|r| r.unit.contains(&measure.unit) && r.kind.is_some_and(|k| matches!(k, FactKind::Turnout | FactKind::Threshold)))
                .map(|r| (-1.0, r)),
        );
        if measure.unit == Concept::Percent && resumes_rate(scene, sentence, &measure, carried) {
            candidates.push((0.0, rule::rule("percent.turnout")));
        }
        candidates.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    // "must gain 39 seats in the House and 10 in the Senate", "17 of them in the House and 10 in the Senate": what the first is not,
    // the second is not.
    let idle = previous
        .filter(|p| (p.rule.is_some_and(|r| r.kind.is_none()) || p.why == PART) && p.measure.unit == measure.unit && measure.inherited);
    if let Some(p) = idle.filter(|p| !scene.names_in(p.measure.end, measure.start).any(|k| subject::votable(scene.names[k].kind)))
        && scene.has(p.measure.end, measure.start, Concept::And)
        && scene.form(measure.end) != "of"
    {
        return Reading { measure, rule: p.rule, why: p.why, drafts: Vec::new() };
    }
    let rules: Vec<&'static Rule> = decided(around).into_iter().flatten().chain(candidates.into_iter().map(|(_, r)| r)).collect();
    let mut why = if rules.is_empty() { "no rule has its cue near" } else { "" };
    for rule in rules {
        let Some(kind) = rule.kind else {
            return Reading { measure, rule: Some(rule), why: rule.doc, drafts: Vec::new() };
        };
        match draft(around, rule, kind) {
            Ok(mut drafts) => {
                // "The party passed the 10% threshold": its share too, as a bound.
                if kind == FactKind::Threshold
                    && scene
                        .hits(sentence.start as usize, measure.start, Concept::Over)
                        .any(|h| scene.cost(h.end as usize, measure.start) <= 8.0 && passes(scene, h))
                {
                    let share = rule::rule("share.got");
                    let passed = draft(around, share, FactKind::VoteShare).unwrap_or_default();
                    // But "scraped in with 4.4%, just above the 4% needed" tells it already.
                    let known = |d: &Draft| {
                        let told = |e: &&Draft| e.kind == FactKind::VoteShare && e.subject == d.subject;
                        earlier.iter().flat_map(|r| &r.drafts).any(|e| told(&e))
                    };
                    drafts.extend(passed.into_iter().filter(|d| d.bound == Bound::Over && !known(d)));
                }
                return Reading { measure, rule: Some(rule), why: "", drafts };
            }
            Err(reason) => why = reason,
        }
    }
    none(why)
}

/// "34.3%, -26.0%", "46.0%, +21.4%": a sign tells a change.
fn signed(scene: &Scene, start: usize) -> bool {
    let glued = |j: usize| scene.tagged.text.tokens.get(j).is_some_and(|t| !t.spaced);
    let opens = |j: usize| matches!(scene.form(j), "(" | "," | "،" | ";");
    start > 1 && (scene.form(start - 1) == "+" || scene.form(start - 1) == "-" && opens(start - 2) && glued(start - 1))
}

/// What figures and words around it decide, whatever cue is near, the surest first.
fn decided(around: Around) -> [Option<&'static Rule>; 9] {
    let Around { scene, sentence, list, at, carried, earlier, .. } = around;
    let measure = list[at];
    let previous = earlier.last();
    let seats = matches!(measure.unit, Concept::Seat | Concept::Member);
    // "Saied's 2.7 million votes exceed the number cast".
    let owned = measure.unit == Concept::Vote
        && measure.start > 0
        && scene.form(measure.start - 1) == "'s"
        && scene
            .names_in(measure.start.saturating_sub(8), measure.start)
            .any(|k| scene.names[k].end as usize + 1 == measure.start && matches!(scene.names[k].kind, NameType::Person | NameType::Party));
    // "five seats in a parliament of 650".
    let of_body = seats && in_body_of(scene, measure.start);
    let come_in = measure.unit == Concept::Percent && come_in(scene, measure.end);
    // "2.3 million of the country's 4.1 million voters took part": the whole.
    let whole_of = |p: &&Reading| {
        let owned = (p.measure.end..measure.start).any(|j| scene.form(j) == "'s");
        owned
            && scene.form(p.measure.end) == "of"
            && measure.start <= p.measure.end + 5
            && p.measure.value.to_f64() < measure.value.to_f64()
    };
    let of_cast = previous.filter(whole_of).and_then(|p| p.drafts.last()).is_some_and(|d| d.kind == FactKind::VotesCast);
    let electorate = matches!(measure.unit, Concept::Voter | Concept::Person) && of_cast;
    // «64 مليون ناخب، بينهم 3,4 ملايين في الخارج».
    let of_them = scene.has(measure.start.saturating_sub(5).max(sentence.start as usize), measure.start, Concept::OfThem);
    let abroad = scene.names_in(measure.end, measure.end + 4).any(|k| scene.names[k].kind == NameType::Place && scene.names[k].value == -1);
    let registered = previous.filter(|p| p.drafts.last().is_some_and(|d| d.kind == FactKind::RegisteredVoters));
    // «17 مقعدا من 71».
    let of = scene.form(measure.number.0.wrapping_sub(1)) == "من" && (measure.inherited || measure.unit_at < measure.number.0);
    let whole = previous.is_some_and(|p| {
        p.measure.unit == measure.unit && p.measure.end + 1 == measure.start && p.measure.value.to_f64() < measure.value.to_f64()
    });
    // «نسبة المؤيدين 99.4% في ولاية أعالي النيل، و95.1% في ولاية غرب الاستوائية».
    let option = |d: &Draft| d.kind == FactKind::VoteShare && d.subject.is_some_and(|k| scene.names[k].kind == NameType::Choice);
    let shared = previous.is_some_and(|p| p.measure.unit == Concept::Percent && p.drafts.iter().any(option));
    let of_place = measure.unit == Concept::Percent && !shared && turnout_of_place(scene, sentence, list, at, carried);
    [
        owned.then(|| rule::rule("votes.got")),
        of_body.then(|| rule::rule("seats.total")),
        come_in.then(|| rule::rule("percent.counted")),
        electorate.then(|| rule::rule("votes.electorate")),
        companion(scene, earlier, &measure),
        registered.filter(|_| of_them && abroad && measure.inherited).and_then(|p| p.rule),
        previous.is_some_and(|p| shares_out(scene, p, &measure)).then(|| rule::rule("seats.total")),
        (of && whole && seats).then(|| rule::rule("seats.total")),
        of_place.then(|| rule::rule("percent.turnout")),
    ]
}

/// A verb of passing, said of what was done: «تجاوز الحزب عتبة 10%», but not «فوق عتبة», «يشترط تجاوز عتبة».
fn passes(scene: &Scene, hit: &Hit) -> bool {
    let at = hit.start as usize;
    let verb = ["تجاوز", "تخط", "اجتاز", "عبر"].iter().any(|root| scene.form(at).contains(root));
    !scene.tagged.text.tokens[at].arabic || verb && !scene.names_in(hit.end as usize, hit.end as usize + 2).is_empty()
}

fn draft(around: Around, rule: &'static Rule, kind: FactKind) -> Result<Vec<Draft>, &'static str> {
    let Around { scene, sentence, list, at, carried, earlier, .. } = around;
    let measure = &list[at];
    let previous = earlier.last();
    let end = sentence.end as usize;
    plausible(kind, measure)?;
    // "23 percent of voters in four states identify as …": not how many of them voted.
    if rule.id == "percent.of_voters" {
        let voting = const { Concepts::of(&[Concept::Cast, Concept::VoteVerb, Concept::Polling, Concept::Turnout]) };
        let near = measure.start.saturating_sub(15).max(sentence.start as usize)..(measure.end + 15).min(end);
        if !near.into_iter().any(|j| scene.tagged.is_any(j, voting)) {
            return Err("no word of voting near");
        }
    }
    // "61% voted against the plan", "54% voted to stay": one side of a question.
    let sided = |h: &Hit| {
        let next = h.end as usize;
        scene.form(next - 1) == "voted"
            && (matches!(scene.form(next), "against" | "for" | "to") || matches!(scene.form(next + 1), "favour" | "favor"))
    };
    if matches!(rule.id, "percent.of_voters" | "percent.turnout")
        && scene.hits(measure.end, measure.end + 8, Concept::Cast).next().is_some_and(sided)
    {
        return Err("of one side, not of all who voted");
    }
    possible_here(scene, sentence, list, at, kind)?;
    // How long a term lasts is told of the office, whatever year stands near.
    let when = if kind == FactKind::TermYears { When::default() } else { qualify::when(scene, list, at) };
    // «حصد آنذاك 56 مقعدا مقابل 82 لـX»: of the same election.
    let facing = (measure.start.saturating_sub(2).max(sentence.start as usize)..measure.start).any(|j| scene.form(j) == "مقابل");
    let same = previous.filter(|p| facing && when == When::default() && p.measure.unit == measure.unit).and_then(|p| p.drafts.last());
    let when = same.filter(|d| d.kind == kind && scene.dates_in(measure.end, measure.end + 5).is_empty()).map_or(when, |d| d.when);
    let here = place::of(scene, list, at, kind);
    let elsewhere = when.year.is_some() && !when.earlier;
    // "19 percent (2011: 17.6 percent)": the bracket tells of the same place.
    let bracket = |p: &&Reading| (p.measure.end..measure.start).any(|j| scene.form(j) == "(") && p.measure.unit == measure.unit;
    let here = here.or(previous.filter(bracket).and_then(|p| p.drafts.last()).and_then(|d| d.place));
    let place = here.or_else(|| carried.region.of(scene, measure, kind).filter(|_| !elsewhere));
    let mut confidence = rule.trust;
    let mut subjects: Vec<Option<usize>> = vec![None];
    if kind.needs_subject() || kind == FactKind::Margin {
        // "A and B got 4 percent each", "A and B would each be on 4 percent".
        // Not «مقعدين في كل من أربيل والسليمانية», which are places, nor the next figure's.
        let names = |h: &&Hit| sentence.lang == Lang::En || h.start == 0 || !scene.is(h.start as usize - 1, Concept::In);
        let reach = list.get(at + 1).filter(|_| sentence.lang == Lang::Ar).map_or(end, |next| next.start).min(measure.end + 6).min(end);
        let led = scene.hits(measure.start.saturating_sub(4).max(sentence.start as usize), measure.start, Concept::Each).find(names);
        let alone = !list.iter().enumerate().any(|(k, m)| {
            k != at && m.unit == measure.unit && scene.cost(m.end, measure.start).max(scene.cost(measure.end, m.start)) <= 4.0
        });
        let led = led.or_else(|| {
            let every = |h: &&Hit| {
                let at = h.start as usize;
                scene.form(at).ends_with("كل")
                    && scene.cost(h.end as usize, measure.start) <= 20.0
                    && scene.hits(at.saturating_sub(2), at, Concept::Got).any(|g| g.end as usize == at)
            };
            scene.hits(sentence.start as usize, measure.start, Concept::Each).find(every).filter(|_| alone)
        });
        let shared = led.is_some() || scene.hits(measure.end, reach, Concept::Each).find(names).is_some();
        if shared {
            let names = subject::each(scene, list, at);
            if names.is_empty() {
                return Err("nobody for each of whom it could stand");
            }
            subjects = names.into_iter().map(Some).collect();
        } else {
            let attached = whose(around, rule, kind)?;
            confidence *= 0.4 + 0.6 * f64::from((attached.score / 5.0).clamp(0.0, 1.0));
            subjects = vec![Some(attached.name)];
        }
    } else if kind == FactKind::Candidates {
        subjects = vec![
            scene
                .names_in(measure.unit_at, measure.end)
                .next()
                .filter(|_| measure.unit == Concept::Group)
                .or_else(|| group_of(scene, sentence, measure)),
        ];
        // "15 candidates, nine of them independents": some of them.
        let some =
            scene.hits(measure.end, measure.end + 1, Concept::OfThem).next().filter(|_| measure.inherited && sentence.lang == Lang::En);
        if let Some(of_them) = some.filter(|_| subjects == [None]) {
            let group = scene.names_in(of_them.end as usize, of_them.end as usize + 2).find(|&k| scene.names[k].kind == NameType::Group);
            subjects = vec![Some(group.ok_or(PART)?)];
        }
        // "The remaining 16 candidates", المرشحين السبعة عشر الآخرين.
        let from = measure.start.saturating_sub(2).max(sentence.start as usize);
        if subjects == [None] && scene.has(from, (measure.end + 1).min(end), Concept::Other) {
            return Err("the others, besides those who are named");
        }
    }
    if measure.inherited {
        confidence -= 0.08;
    }
    let unit = match (kind, measure.unit) {
        (FactKind::Margin, Concept::Vote | Concept::Seat) => Some("votes"),
        (FactKind::ValidVotes | FactKind::InvalidVotes | FactKind::BlankVotes, Concept::Percent) => Some("percent"),
        _ => None,
    };
    let value = if unit.is_none() && kind != FactKind::Margin && kind.unit() != "percent" {
        Decimal::whole(measure.value.integer().ok_or("not a whole number")?)
    } else {
        measure.value
    };
    if kind == FactKind::TermYears && qualify::bound(scene, measure) != Bound::Exact {
        return Err("a term lasts so long, not about or over that");
    }
    let status = qualify::status(scene, measure, kind, when, carried.poll(scene, sentence));
    // «بلغت نسبة المشاركة 30% حتى الظهر، وفي الشمال 35%»: at the same hour.
    let told = scene.tagged.text.sentence_of(sentence.start as usize);
    let same_hour = kind == FactKind::Turnout && place.is_some() && carried.so_far && carried.turnout.is_some_and(|s| told <= s + 1);
    let status = status.or((same_hour && when == When::default()).then_some(Status::Partial));
    let bound = if kind == FactKind::Threshold { qualify::bound_of_threshold(scene, measure) } else { qualify::bound(scene, measure) };
    Ok(subjects
        .into_iter()
        .map(|subject| Draft {
            kind,
            value: Some(value),
            value_max: measure.max,
            date: None,
            date_end: None,
            unit,
            bound,
            status,
            subject,
            party: None,
            place,
            when,
            evidence: evidence(scene, measure),
            token: measure.start,
            confidence,
            rule: rule.id,
        })
        .collect())
}

/// The words that state a figure: the number and its unit, without clitics.
pub(super) fn evidence(scene: &Scene, measure: &Measure) -> crate::span::Span {
    let text = &scene.tagged.text;
    let mut span = text.span(measure.start, measure.end);
    if let Some(number) = scene.numbers_in(measure.start, measure.number.1).first()
        && measure.start == number.start as usize
    {
        span.start = number.span.start;
    }
    span
}
