//! Measures → drafts of figures: of the rules that read a number, the one with the nearest cue.

use super::draft::{Draft, When};
use super::measure::{Measure, measures};
use super::place::{self, Region};
use super::qualify;
use super::rule::{Cue, Rule, rules_of};
use super::scene::Scene;
use super::subject::{self, Attached};
use crate::decimal::Decimal;
use crate::kind::{Bound, FactKind, Status};
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::{NameMention, NameType};
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang, Sentence};

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

/// What an earlier sentence leaves to the next.
#[derive(Debug, Default)]
pub(super) struct Carried {
    /// Whom the sentences before speak of.
    subject: Option<usize>,
    rule: Option<&'static Rule>,
    sentence: usize,
    /// The region they speak of.
    region: Region,
    /// The units of the figures told so far, the last first, each with the sentence that told it last.
    units: Vec<(Concept, usize)>,
    /// The sentence that last told a turnout.
    turnout: Option<usize>,
    /// The figures told last are those of a poll or projection, in this sentence.
    poll: Option<(Status, usize)>,
    /// Who is ahead in the figures told last.
    ahead: Option<Ahead>,
    /// Who got shares or votes in this election so far, each once with the highest share and the sentence that first told one.
    sides: Vec<Ahead>,
}

/// How many of those who got shares are kept: enough for the two highest, told in any order.
const SIDES: usize = 12;

/// Somebody's share or votes, the highest of those told together.
#[derive(Clone, Copy, Debug)]
struct Ahead {
    name: usize,
    value: f64,
    unit: Concept,
    sentence: usize,
}

impl Carried {
    /// The place that a line above names for all that follows.
    pub(super) fn headed(&self) -> Option<usize> {
        self.region.headed()
    }

    /// Takes over what a row or item says.
    pub(super) fn tell(&mut self, scene: &Scene, sentence: &Sentence, readings: &[Reading]) {
        let here = scene.tagged.text.sentence_of(sentence.start as usize);
        for (draft, unit) in readings.iter().flat_map(|r| r.drafts.iter().map(|d| (d, r.measure.unit))).filter(|(d, _)| d.kind.is_figure())
        {
            self.compare(scene, draft, unit, here);
            // Who heads a list is ahead through all of it.
            if let Some(ahead) = self.ahead.as_mut().filter(|a| a.unit == unit && here <= a.sentence + 2) {
                ahead.sentence = here;
            }
            if draft.kind == FactKind::Turnout {
                self.turnout = Some(here);
            }
        }
        self.region.leave(scene, sentence);
    }

    /// The poll or projection that goes on in this sentence: the one before told it, and nothing says that votes were won.
    fn poll(&self, scene: &Scene, sentence: &Sentence) -> Option<Status> {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        let here = scene.tagged.text.sentence_of(start);
        let real = [Concept::Won, Concept::Victory, Concept::Result, Concept::Elected].iter().any(|c| scene.has(start, end, *c));
        let took = |h: &Hit| matches!(scene.form(h.start as usize), "took" | "received" | "secured" | "gained" | "captured" | "obtained");
        let real = real || scene.hits(start, end, Concept::Got).any(took);
        self.poll.filter(|(_, s)| here <= s + 1 && !real).map(|(status, _)| status)
    }

    /// Keeps who is ahead after one more share or number of votes.
    fn compare(&mut self, scene: &Scene, draft: &Draft, unit: Concept, sentence: usize) {
        let (Some(name), Some(value)) = (draft.subject, draft.value) else { return };
        if !matches!(draft.kind, FactKind::VoteShare | FactKind::Votes) || qualify::before(scene, draft.when) {
            return;
        }
        let value = value.to_f64();
        let share = if draft.kind == FactKind::VoteShare { value } else { 0.0 };
        let new = Ahead { name, value: share, unit, sentence };
        if let Some(side) = self.sides.iter_mut().find(|side| same_bearer(scene, side.name, name)) {
            side.value = side.value.max(share);
        } else if self.sides.len() < SIDES {
            self.sides.push(new);
        } else if let Some(low) = self.sides.iter_mut().min_by(|a, b| a.value.total_cmp(&b.value)).filter(|low| low.value < share) {
            // The two highest are asked for; of a long list no more are kept, so that time stays linear.
            *low = new;
        }
        if self.ahead.is_none_or(|a| sentence > a.sentence + 2 || a.unit == unit && a.value < value) {
            self.ahead = Some(Ahead { name, value, unit, sentence });
        }
    }
}

/// Why "18 of them" is no fact.
const PART: &str = "a part of the figure before";

/// Ballots by what they are.
const SORTS: [Concept; 3] = [Concept::Valid, Concept::Invalid, Concept::Blank];

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
            candidates.push((0.0, super::rule::rule("percent.turnout")));
        }
        candidates.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    // «نسبة المؤيدين 99.4% في ولاية أعالي النيل، و95.1% في ولاية غرب الاستوائية».
    let shared = previous.is_some_and(|p| {
        let option = |d: &Draft| d.kind == FactKind::VoteShare && d.subject.is_some_and(|k| scene.names[k].kind == NameType::Choice);
        p.measure.unit == Concept::Percent && p.drafts.iter().any(option)
    });
    if measure.unit == Concept::Percent && !shared && turnout_of_place(scene, sentence, list, at, carried) {
        candidates.insert(0, (f32::MIN, super::rule::rule("percent.turnout")));
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
    // «17 مقعدا من 71».
    let of = scene.form(measure.number.0.wrapping_sub(1)) == "من" && (measure.inherited || measure.unit_at < measure.number.0);
    let whole = previous.is_some_and(|p| {
        p.measure.unit == measure.unit && p.measure.end + 1 == measure.start && p.measure.value.to_f64() < measure.value.to_f64()
    });
    if of && whole && matches!(measure.unit, Concept::Seat | Concept::Member) {
        candidates.insert(0, (f32::MIN, super::rule::rule("seats.total")));
    }
    if previous.is_some_and(|p| shares_out(scene, p, &measure)) {
        candidates.insert(0, (f32::MIN, super::rule::rule("seats.total")));
    }
    // «64 مليون ناخب، بينهم 3,4 ملايين في الخارج».
    let of_them = scene.has(measure.start.saturating_sub(5).max(sentence.start as usize), measure.start, Concept::OfThem);
    let abroad = scene.names_in(measure.end, measure.end + 4).any(|k| scene.names[k].kind == NameType::Place && scene.names[k].value == -1);
    if of_them
        && abroad
        && measure.inherited
        && let Some(p) = previous.filter(|p| p.drafts.last().is_some_and(|d| d.kind == FactKind::RegisteredVoters))
        && let Some(rule) = p.rule
    {
        candidates.insert(0, (f32::MIN, rule));
    }
    if let Some(rule) = companion(scene, earlier, &measure) {
        candidates.insert(0, (f32::MIN, rule));
    }
    // "2.3 million of the country's 4.1 million voters took part": the whole.
    let part = previous.filter(|p| {
        let owned = (p.measure.end..measure.start).any(|j| scene.form(j) == "'s");
        owned
            && scene.form(p.measure.end) == "of"
            && measure.start <= p.measure.end + 5
            && p.measure.value.to_f64() < measure.value.to_f64()
    });
    if matches!(measure.unit, Concept::Voter | Concept::Person)
        && part.and_then(|p| p.drafts.last()).is_some_and(|d| d.kind == FactKind::VotesCast)
    {
        candidates.insert(0, (f32::MIN, super::rule::rule("votes.electorate")));
    }
    if measure.unit == Concept::Percent && come_in(scene, measure.end) {
        candidates.insert(0, (f32::MIN, super::rule::rule("percent.counted")));
    }
    // "five seats in a parliament of 650".
    if matches!(measure.unit, Concept::Seat | Concept::Member) && super::measure::in_body_of(scene, measure.start) {
        candidates.insert(0, (f32::MIN, super::rule::rule("seats.total")));
    }
    // "Saied's 2.7 million votes exceed the number cast".
    let owned = measure.unit == Concept::Vote
        && measure.start > 0
        && scene.form(measure.start - 1) == "'s"
        && scene
            .names_in(measure.start.saturating_sub(8), measure.start)
            .any(|k| scene.names[k].end as usize + 1 == measure.start && matches!(scene.names[k].kind, NameType::Person | NameType::Party));
    if owned {
        candidates.insert(0, (f32::MIN, super::rule::rule("votes.got")));
    }
    let mut why = if candidates.is_empty() { "no rule has its cue near" } else { "" };
    for (_, rule) in candidates {
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
                    let share = super::rule::rule("share.got");
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

/// "with 70% of the vote in, X led": behind the percent stand votes that have come in, and the clause ends.
fn come_in(scene: &Scene, end: usize) -> bool {
    let what = end + 1 + usize::from(scene.form(end + 1) == "the");
    scene.form(end) == "of"
        && matches!(scene.form(what), "vote" | "votes" | "ballots" | "precincts" | "districts" | "returns" | "results" | "boxes")
        && scene.form(what + 1) == "in"
        && scene.tagged.text.tokens.get(what + 2).is_none_or(|t| t.kind == Kind::Punct)
}

/// "34.3%, -26.0%", "46.0%, +21.4%": a sign tells a change.
fn signed(scene: &Scene, start: usize) -> bool {
    let glued = |j: usize| scene.tagged.text.tokens.get(j).is_some_and(|t| !t.spaced);
    let opens = |j: usize| matches!(scene.form(j), "(" | "," | "،" | ";");
    start > 1 && (scene.form(start - 1) == "+" || scene.form(start - 1) == "-" && opens(start - 2) && glued(start - 1))
}

/// A verb of passing, said of what was done: «تجاوز الحزب عتبة 10%», but not «فوق عتبة», «يشترط تجاوز عتبة».
fn passes(scene: &Scene, hit: &Hit) -> bool {
    let at = hit.start as usize;
    let verb = ["تجاوز", "تخط", "اجتاز", "عبر"].iter().any(|root| scene.form(at).contains(root));
    !scene.tagged.text.tokens[at].arabic || verb && !scene.names_in(hit.end as usize, hit.end as usize + 2).is_empty()
}

/// "In Punjab 297 seats are at stake, in Sindh 130", "200 seats, 100 for the west": the seats of a body, by place.
fn shares_out(scene: &Scene, before: &Reading, measure: &Measure) -> bool {
    let whole = before.drafts.last().is_some_and(|d| d.kind == FactKind::SeatsTotal);
    let mut names = scene.names_in(before.measure.end, measure.end + 5);
    whole
        && measure.inherited
        && measure.unit == before.measure.unit
        && names.clone().all(|k| !subject::votable(scene.names[k].kind))
        && names.any(|k| scene.names[k].kind == NameType::Place && scene.names[k].value == 0)
}

/// The percent right behind a count says the same in percent: "18,287 votes, or 53 pct", "1,380,428 invalid votes (15.41%)".
fn companion(scene: &Scene, earlier: &[Reading], measure: &Measure) -> Option<&'static Rule> {
    let before = earlier.last()?;
    let (mut from, to) = (before.measure.end, measure.start);
    // "58.55% of the valid votes, or 18.77 million".
    let of_votes = |j: usize| {
        matches!(scene.form(j), "of" | "the" | "من") || [Concept::Vote, Concept::Ballot, Concept::Valid].iter().any(|c| scene.is(j, *c))
    };
    if before.measure.unit == Concept::Percent {
        from += (from..to.min(from + 4)).take_while(|&j| of_votes(j)).count();
    }
    // "more than 6 million votes, or about 5 percentage points".
    let hedge =
        |j: usize| scene.tagged.at(j).iter().any(|h| matches!(h.concept, Concept::Share | Concept::About | Concept::Over | Concept::Under));
    if measure.unit == Concept::Point && before.drafts.last()?.kind == FactKind::Margin && from < to && to - from <= 4 {
        let plain = |j: usize| matches!(scene.form(j), "،" | "," | "or" | "او" | "اي") || hedge(j);
        return (from..to).all(plain).then(|| super::rule::rule("margin.lead"));
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
        return Some(super::rule::rule("votes.cast"));
    }
    // «عدد المقترعين مليون و638 ألف ناخب وناخبة، بنسبة 32.25 %».
    let and_women = |j: usize| scene.tagged.text.tokens[j].arabic && scene.form(j).starts_with('و') && scene.is(j, Concept::Voter);
    let cast = before.drafts.last()?.kind == FactKind::VotesCast
        && measure.unit == Concept::Percent
        && scene.tagged.text.tokens[to].kind != Kind::Punct;
    if cast && scene.sentence(to).lang == Lang::Ar && from < to && to - from <= 6 && (from..to).all(|j| light(j) || and_women(j)) {
        return Some(super::rule::rule("percent.after_cast"));
    }
    // «بلغت نسبة الاقتراع 32.25 في المئة، بواقع مليون و638 ألف ناخب».
    let amount = scene.tagged.text.tokens[measure.start].arabic || measure.start > 0 && scene.tagged.text.tokens[measure.start - 1].arabic;
    let amount = amount && from < to && to - from <= 3 && (from..to).any(|j| matches!(scene.form(j), "بواقع" | "بعدد" | "بمشاركه" | "اي"));
    if matches!(measure.unit, Concept::Voter | Concept::Person) && amount && before.drafts.last()?.kind == FactKind::Turnout {
        return Some(super::rule::rule("votes.cast"));
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
    Some(super::rule::rule(id))
}

/// "41 per cent of the vote and 90 seats", «35,29% من الأصوات وسبعة مقاعد»: two figures of one, side by side.
fn joined(scene: &Scene, before: &Measure, measure: &Measure) -> bool {
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
fn compared(scene: &Scene, before: &Measure, measure: &Measure) -> bool {
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

/// "The province of X came first with 62.5%" behind a figure of turnout: the turnout there.
fn turnout_of_place(scene: &Scene, sentence: &Sentence, list: &[Measure], at: usize, carried: &Carried) -> bool {
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
fn resumes_rate(scene: &Scene, sentence: &Sentence, measure: &Measure, carried: &Carried) -> bool {
    let here = scene.tagged.text.sentence_of(sentence.start as usize);
    let recent = carried.turnout.is_some_and(|s| here <= s + 2);
    recent
        && (sentence.start as usize..measure.start).any(|j| {
            // "At 2 p.m. it was still 33 percent."
            if scene.form(j) == "it" && carried.turnout == here.checked_sub(1) && scene.cost(j + 1, measure.start) <= 3.0 {
                return scene.names_in(sentence.start as usize, measure.start).next().is_none();
            }
            let the = || j > 0 && matches!(scene.form(j - 1), "the" | "that" | "this");
            let named = matches!(scene.form(j), "النسبه" | "نسبتها" | "المعدل")
                || matches!(scene.form(j), "معدل" | "نسبه") && matches!(scene.form(j.wrapping_sub(1)), "اعلي" | "ادني")
                || matches!(scene.form(j), "figure" | "rate" | "indicator") && the();
            named && scene.cost(j + 1, measure.start) <= 20.0
        })
}

/// Between two figures stands nobody, only "or", a year or a word of reaching or comparing.
fn continues(scene: &Scene, before: &Measure, measure: &Measure) -> bool {
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

/// The distance of the rule's nearest cue, if the rule reads this measure.
fn fit(scene: &Scene, sentence: &Sentence, list: &[Measure], at: usize, near: Concepts, rule: &Rule) -> Option<f32> {
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
fn distance(scene: &Scene, list: &[Measure], at: usize, (start, end): (usize, usize), cue: &Cue, own_unit: bool) -> Option<f32> {
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

fn sentence_is_arabic(scene: &Scene, i: usize) -> bool {
    scene.sentence(i).lang == Lang::Ar
}

/// For each measure, the name that order gives it, where the sentence says "respectively".
fn paired(scene: &Scene, sentence: &Sentence, list: &[Measure]) -> Vec<Option<usize>> {
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
            status: qualify::status(scene, measure, kind, when, carried.poll(scene, sentence)),
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

/// Whose figure it is, or why nobody's.
fn whose(around: Around, rule: &Rule, kind: FactKind) -> Result<Attached, &'static str> {
    let Around { scene, sentence, list, at, pairs, carried, earlier } = around;
    let measure = &list[at];
    // «صوّت لـX أكثر من 4,6 ملايين شخص».
    if rule.id == "votes.for" {
        let to = |k: &usize| {
            let token = &scene.tagged.text.tokens[scene.names[*k].start as usize];
            token.span.start < scene.names[*k].span.start && scene.form(scene.names[*k].start as usize).starts_with('ل')
        };
        let voted = scene.hits(measure.start.saturating_sub(9).max(sentence.start as usize), measure.start, Concept::VoteVerb).next_back();
        if let Some(k) = voted.and_then(|h| scene.names_in(h.end as usize, h.end as usize + 1).find(to)) {
            return Ok(Attached { name: k, score: 5.0, direct: false });
        }
    }
    // «القائمات المستقلة مجتمعة» are one group.
    let together = scene.hits(measure.start.saturating_sub(4).max(sentence.start as usize), measure.start, Concept::Together).next();
    let group = |h: &&Hit| {
        let at = h.start as usize;
        scene.names_in(at.saturating_sub(3), at).any(|k| scene.names[k].kind == NameType::Group && scene.names[k].end as usize == at)
    };
    if together.is_some_and(|h| !group(&h)) {
        return Err("of several together");
    }
    if let Some(name) = subject::getting(scene, sentence, measure).filter(|_| kind.needs_subject()) {
        return Ok(Attached { name, score: 4.5, direct: false });
    }
    // "The lead is two points, 36 to 34".
    let to = measure.start.checked_sub(1).filter(|&to| measure.inherited && scene.form(to) == "to");
    let bare =
        |to: usize| scene.numbers_in(to - 1, to).first().is_some_and(|n| n.start > 0 && !scene.is(n.start as usize - 1, Concept::From));
    if to.is_some_and(|to| to > 0 && scene.tagged.is_digits(to - 1) && bare(to))
        && !scene.names_in(measure.end, measure.end + 3).any(|k| subject::votable(scene.names[k].kind))
    {
        return Err("the other side's, who is not named");
    }
    let won = (kind == FactKind::Margin).then(|| subject::leader(scene, sentence, measure)).flatten();
    // «الذي كان مرشحه خسر بفارق 13 ألف صوت»: nobody who won is named.
    let lost = || scene.hits(sentence.start as usize, measure.start, Concept::Lost).next_back().map(|h| h.end as usize);
    let straight = |from: usize| scene.cost(from, measure.start) <= 4.0 && scene.names_in(from, measure.start).next().is_none();
    if kind == FactKind::Margin && won.is_none() && sentence.lang == Lang::Ar && lost().is_some_and(straight) {
        return Err("nobody who leads is named");
    }
    // "The gap was 10,564 votes", "ولا يفصل بينهما سوى …", ", a majority of 706,349": of the one who is ahead.
    let lies_between = |h: &Hit| h.value == 4 && scene.gap((h.start as usize, h.end as usize), (measure.start, measure.end)) <= 8.0;
    // «X 49% مقابل 44% لـY، أي بفارق مليوني صوت»: of what was told just before.
    let that_is = scene
        .hits(measure.start.saturating_sub(5).max(sentence.start as usize), measure.start, Concept::By)
        .any(|h| h.start > 0 && scene.form(h.start as usize - 1) == "اي");
    let between = kind == FactKind::Margin
        && (that_is
            || scene.hits(sentence.start as usize, sentence.end as usize, Concept::Lead).any(lies_between)
            || measure.inherited && measure.unit == Concept::Vote && won.is_none());
    if between {
        let here = scene.tagged.text.sentence_of(sentence.start as usize);
        let ahead = carried.ahead.filter(|a| here <= a.sentence + 3).ok_or("a gap, and nobody known to be ahead")?;
        return Ok(Attached { name: ahead.name, score: 3.5, direct: false });
    }
    let leader = won.map(|name| Attached { name, score: 4.0, direct: false });
    // "58 women were elected": the group that is counted.
    let counted = (measure.unit == Concept::Group)
        .then(|| scene.names_in(measure.unit_at, measure.end).next())
        .flatten()
        .map(|name| Attached { name, score: 5.0, direct: true });
    let attached = counted
        .or(leader)
        .or(pairs[at].map(|name| Attached { name, score: 6.0, direct: true }))
        .or_else(|| subject::attach(scene, list, at))
        .or_else(|| {
            // «حقق X فوزا كاسحا على Y … بنسبة 93.94»: the first figure of its sentence.
            let first = list[..at].iter().all(|m| m.unit != measure.unit);
            let won = sentence.lang == Lang::Ar && first && matches!(kind, FactKind::VoteShare | FactKind::Votes);
            let name = won.then(|| subject::leader(scene, sentence, measure)).flatten()?;
            Some(Attached { name, score: 3.5, direct: false })
        });
    // The same one as the figure before, where no name stands between: "from 35.6% to 24%", "100% in Libya and 94% in Tunis".
    let between = |from: usize| scene.names_in(from, measure.start).any(|k| subject::votable(scene.names[k].kind));
    let told_twice = companion(scene, earlier, measure).is_some();
    // A change between does not end it: "hold 159 seats, down seven, and 42 of the 46 seats".
    let change = |r: &&Reading| r.rule.is_none_or(|rule| rule.kind.is_some());
    let follows = earlier
        .iter()
        .rev()
        .find(change)
        .filter(|p| p.measure.unit == measure.unit || told_twice)
        .filter(|p| !between(p.measure.end))
        // "… 41% and 90 seats, up from 37% in 2018": of the same one, another time.
        .or_else(|| earlier.iter().rev().find(|p| p.measure.unit == measure.unit && compared(scene, &p.measure, measure)))
        .and_then(|p| p.drafts.last())
        .filter(|d| {
            d.kind == kind || matches!((d.kind, kind), (FactKind::Votes, FactKind::VoteShare) | (FactKind::VoteShare, FactKind::Votes))
        })
        .and_then(|d| d.subject)
        .filter(|_| !subject::of_another(scene, measure))
        // «23 مقعدا ومستقبل مصر 17 مقعدا»: another's, whose name is not known.
        .filter(|_| {
            !earlier.last().is_some_and(|p| {
                let unread = subject::unread(scene, p.measure.end, measure.start)
                    || measure.unit == Concept::Seat && subject::another_listed(scene, p.measure.end, measure.start);
                p.measure.unit == measure.unit && (unread || subject::anothers_bracket(scene, list, at, p.measure.end))
            })
        });
    // "41 per cent of the vote and 90 seats": of the same one.
    let both = earlier
        .last()
        .filter(|p| p.measure.unit != measure.unit && joined(scene, &p.measure, measure))
        .and_then(|p| p.drafts.last())
        .filter(|d| d.kind.needs_subject() && kind.needs_subject())
        .and_then(|d| d.subject)
        .filter(|_| !subject::of_another(scene, measure));
    let attached = match (attached, follows) {
        _ if both.is_some() => both.map(|name| Attached { name, score: 5.0, direct: true }),
        (_, Some(f)) if told_twice => Some(Attached { name: f, score: 5.0, direct: true }),
        (Some(a), Some(f)) if a.name != f && a.score < 4.0 => Some(Attached { name: f, score: 3.0, direct: false }),
        (None, Some(f)) => Some(Attached { name: f, score: 3.0, direct: false }),
        (a, _) => a,
    };
    // "58.9% to her rival's 28.1%", مقابل 48% لمنافسه: of somebody else, who is not named here.
    let rival = |from: usize, to: usize| scene.hits(from, to, Concept::Rival).next().is_some();
    let named = attached.is_some_and(|a| scene.names[a.name].start as usize >= measure.end);
    // "to the president's 49.1%".
    let owner = measure.start.wrapping_sub(2);
    let of_role = scene.form(owner.wrapping_add(1)) == "'s" && (rival(owner, owner + 1) || called(scene, owner));
    if of_role {
        let beaten = scene.names_in(sentence.start as usize, measure.start).find(|&k| subject::beaten(scene, k));
        let name = beaten.or_else(|| other_side(scene, carried, earlier, subject_before(earlier, measure)?)).ok_or(UNNAMED_RIVAL)?;
        return Ok(Attached { name, score: 4.0, direct: false });
    }
    // "his opponent 25.5 million".
    let own = |h: &Hit| h.end as usize == measure.start && h.start > 0 && matches!(scene.form(h.start as usize - 1), "his" | "her");
    // "44.9% for his rival", where the text calls one so: that one, unless a name follows.
    let to =
        usize::from(matches!(scene.form(measure.end), "for" | "to")) + usize::from(matches!(scene.form(measure.end + 1), "his" | "her"));
    let behind = scene.hits(measure.end, measure.end + 1 + to, Concept::Rival).next().filter(|h| {
        let next = scene.names_in(h.end as usize, h.end as usize + 4).next();
        // "58.9% to her rival's 28.1%": the next figure is the rival's.
        scene.form(h.end as usize) != "'s" && next.is_none_or(|k| scene.names[k].start as usize > h.end as usize + 2)
    });
    if behind.is_some() || scene.hits(measure.start.saturating_sub(2), measure.start, Concept::Rival).any(own) {
        let rival = subject_before(earlier, measure).and_then(|of| other_side(scene, carried, earlier, of)).ok_or(UNNAMED_RIVAL)?;
        return Ok(Attached { name: rival, score: 3.5, direct: false });
    }
    // «تفوق عليه منافسه بـ48.6», «نال منافسه 45%»: nobody is named between.
    let from = measure.start.saturating_sub(5).max(sentence.start as usize);
    let unnamed = |h: &Hit| {
        let behind = h.end as usize;
        let prepositioned = h.start > 0 && matches!(scene.form(h.start as usize - 1), "علي" | "عن" | "امام" | "ضد" | "مع");
        !prepositioned
            && !h.clitics.has(Clitics::LI)
            && scene.cost(behind, measure.start) <= 2.5
            && scene.names_in(behind, measure.start).next().is_none()
            && !(behind..measure.start).any(|j| {
                !scene.tagged.words[j].common
                    && !scene.tagged.words[j].tagged
                    && scene.tagged.text.tokens[j].kind == Kind::Word
                    && scene.form(j).chars().count() > 2
            })
    };
    if sentence.lang == Lang::Ar && kind != FactKind::Margin && !named && scene.hits(from, measure.start, Concept::Rival).any(unnamed) {
        let rival = subject_before(earlier, measure).and_then(|of| other_side(scene, carried, earlier, of)).ok_or(UNNAMED_RIVAL)?;
        return Ok(Attached { name: rival, score: 3.5, direct: false });
    }
    // "won 27 seats, 18 of them reserved for women".
    let of_them = scene.has(measure.start.saturating_sub(2), measure.end + 1, Concept::OfThem) && kind == FactKind::Seats;
    if of_them && earlier.last().and_then(|p| p.drafts.last()).is_some_and(|d| d.subject.is_some() && d.subject == attached.map(|a| a.name))
    {
        return Err(PART);
    }
    // «(43% مقابل 39%)»: the other side's, unless it is held against another time.
    let facing = earlier.last().is_some_and(|p| {
        let apart = p.measure.end + 1 == measure.start
            && matches!(scene.form(p.measure.end), "مقابل" | "against")
            && p.measure.unit == measure.unit;
        apart && p.drafts.last().is_some_and(|d| d.subject.is_some() && d.subject == attached.map(|a| a.name))
    });
    let another_time =
        || !scene.dates_in(measure.end, measure.end + 6).is_empty() || scene.has(measure.end, measure.end + 6, Concept::Previous);
    if facing && !another_time() {
        let other = attached.and_then(|a| other_side(scene, carried, earlier, a.name)).ok_or(UNNAMED_SIDE)?;
        return Ok(Attached { name: other, score: 3.5, direct: false });
    }
    // «33 مقعدا لـX و15 لـY، على ما مجموعه 48»: what several have together.
    let sum = (measure.start.saturating_sub(3).max(sentence.start as usize)..measure.start)
        .any(|j| matches!(scene.form(j), "مجموعه" | "مجموعها"));
    let told = earlier.iter().filter(|p| p.measure.unit == measure.unit && !p.drafts.is_empty()).count();
    if sum && told > 1 {
        return Err("of several together");
    }
    // «48.6% صوتوا ضدها»: of an option that is not named.
    let opposed = (measure.end..(measure.end + 3).min(sentence.end as usize)).any(|j| matches!(scene.form(j), "ضده" | "ضدها"));
    if opposed && !attached.is_some_and(|a| scene.names[a.name].kind == NameType::Choice && scene.names[a.name].value == 2) {
        return Err("against it, which is no option's name");
    }
    // «يتقدم الفائز على أقرب منافسيه بفارق N».
    if kind == FactKind::Margin
        && scene.has(sentence.start as usize, measure.start, Concept::WinnerNoun)
        && attached.is_none()
        && let Some(ahead) = carried.ahead
    {
        return Ok(Attached { name: ahead.name, score: 3.5, direct: false });
    }
    // "His party had won 39": whose is known, which is not.
    let after = attached.map_or(sentence.start as usize, |a| scene.names[a.name].end as usize);
    // But "X of the Labour Party, whose party hardly campaigned, took 942".
    let closed = |j: usize| scene.form(j - 1) == "whose" && (j..measure.start).any(|c| scene.form(c) == ",");
    let called =
        |j: usize| j > 0 && scene.form(j) == "party" && matches!(scene.form(j - 1), "his" | "her" | "their" | "whose") && !closed(j);
    let camp = |j: usize| ["معسكره", "معسكرها", "كتلته", "كتلتها", "تكتله", "ايتلافه"].contains(&scene.form(j).trim_start_matches('و'));
    if (after..measure.start).any(|j| called(j) || camp(j)) {
        return Err("a party that is only called somebody's");
    }
    // "taking 49.2% to her 50.8%".
    if measure.start > 1 && scene.form(measure.start - 2) == "to" && matches!(scene.form(measure.start - 1), "his" | "her") {
        return Err(UNNAMED_SIDE);
    }
    // "X leads Y 52 to 47 percent": two sides, and the second is not the first.
    let first = earlier.last().filter(|p| {
        let to = p.measure.end + 1 == measure.start && matches!(scene.form(p.measure.end), "to" | "-");
        to && p.measure.unit == measure.unit && !(p.measure.start > 0 && scene.form(p.measure.start - 1) == "from")
    });
    if let Some(first) = first.and_then(|p| p.drafts.last()).and_then(|d| d.subject).filter(|f| attached.is_some_and(|a| a.name == *f)) {
        let other = |k: &usize| *k != first && subject::votable(scene.names[*k].kind) && scene.names[*k].kind != NameType::Party;
        let over = (measure.end..measure.end + 3).find(|&j| matches!(scene.form(j), "over" | "against"));
        let behind = over.and_then(|j| scene.names_in(j, j + 6).find(other));
        let between = || scene.names_in(scene.names[first].end as usize, measure.start).rev().find(other);
        let name = behind.or_else(between).or_else(|| other_side(scene, carried, earlier, first)).ok_or(UNNAMED_SIDE)?;
        return Ok(Attached { name, score: 4.0, direct: false });
    }
    // "X lost the seat by 495 votes": the lead is that of another.
    let lost = scene.hits(sentence.start as usize, measure.start, Concept::Lost).next_back();
    if kind == FactKind::Margin
        && sentence.lang == Lang::En
        && leader.is_none()
        && lost.is_some_and(|h| scene.cost(h.end as usize, measure.start) <= 9.0)
    {
        return Err("of the one who lost");
    }
    // "She defeated X by 3,214 votes".
    if kind == FactKind::Margin && attached.is_some_and(|a| subject::beaten(scene, a.name)) {
        return Err("of the one who was beaten");
    }
    // A pronoun behind all names before the figure says who is meant, unless a name fits well.
    let another = subject::of_another(scene, measure);
    let meant = || pronoun(scene, sentence, measure, carried).filter(|_| !another);
    let attached = attached.filter(|a| a.score >= 4.0 || a.direct).or_else(meant).or(attached);
    // "X conceded after Y took 51.2%; she got 48.8%": who of the two is not told.
    let said = earlier.last().map_or(sentence.start as usize, |p| p.measure.end);
    if sentence.lang == Lang::En
        && follows.is_some()
        && attached.is_some_and(|a| Some(a.name) == follows && !a.direct)
        && (said..measure.start).any(|j| matches!(scene.form(j), "he" | "she"))
        && scene.names_in(sentence.start as usize, said).filter(|&k| scene.names[k].kind == NameType::Person).count() > 1
    {
        return Err("of one of two, whom a pronoun does not tell apart");
    }
    let Some(attached) = attached else { return Err("nobody near whose figure it could be") };
    if kind == FactKind::VoteShare
        && measure.value.to_f64() == 100.0
        && rule.id != "share.of_votes"
        && scene.names[attached.name].kind != NameType::Choice
    {
        return Err("a hundred percent, but not of the votes");
    }
    // «مثلت النساء 42 بالمائة من الناخبين»: women, the young and minorities are no side.
    let name = &scene.names[attached.name];
    let people = scene.tagged.hit(name.start as usize, Concept::Group).is_some_and(|h| matches!(h.value, 1 | 6 | 8));
    if sentence.lang == Lang::Ar && kind == FactKind::VoteShare && name.kind == NameType::Group && people {
        return Err("people, who get no votes");
    }
    if rule.id == "share.listed" && !(attached.direct || attached.score >= 6.0) {
        return Err("no word of voting, and no name right before it");
    }
    let chose = || scene.hits(sentence.start as usize, scene.names[attached.name].start as usize, Concept::Chose).next().is_some();
    // «صوت له 809 آلاف ناخب»: for whom the text speaks of.
    let for_him = || {
        let him = |h: &Hit| ["له", "لها", "لهم"].contains(&scene.form(h.end as usize - 1));
        scene.hits(sentence.start as usize, measure.start, Concept::VoteVerb).next_back().is_some_and(him)
    };
    if rule.id == "votes.for"
        && !for_him()
        && (scene.names[attached.name].start as usize) < measure.end
        && !chose()
        && scene.names[attached.name].kind != NameType::Choice
    {
        return Err("nobody behind it for whom they voted");
    }
    if measure.unit == Concept::Member && matches!(scene.names[attached.name].kind, NameType::Unknown | NameType::Person) {
        return Err("members of nobody known");
    }
    if kind == FactKind::Seats
        && scene.names[attached.name].kind == NameType::Person
        && attached.score < 4.5
        && (scene.names[attached.name].titled || scene.tagged.words[scene.names[attached.name].start as usize].given_name)
    {
        return Err("seats of a person");
    }
    Ok(attached)
}

/// Why the figure of somebody who is only called a rival is no fact.
const UNNAMED_RIVAL: &str = "a rival's, who is not named";
/// Why the second of "52 percent to 47" is no fact.
const UNNAMED_SIDE: &str = "the other side's, who is not named";

/// Whose the last figure of this unit before is.
fn subject_before(earlier: &[Reading], measure: &Measure) -> Option<usize> {
    earlier.iter().rev().find(|r| r.measure.unit == measure.unit)?.drafts.last()?.subject
}

/// Who stands against `of`: the one called a rival, the other answer of a referendum, or the other of the two who got most.
fn other_side(scene: &Scene, carried: &Carried, earlier: &[Reading], of: usize) -> Option<usize> {
    let name = &scene.names[of];
    if name.kind == NameType::Choice {
        let other = |n: &NameMention| n.kind == NameType::Choice && n.value != name.value;
        let near = |k: &usize| k.abs_diff(of);
        return (0..scene.names.len()).filter(|&k| other(&scene.names[k])).min_by_key(near);
    }
    // Of more than two the first two are meant.
    let of_two = || {
        let mut sides: Vec<&Ahead> = carried.sides.iter().collect();
        sides.sort_by(|a, b| b.value.total_cmp(&a.value));
        sides.truncate(2);
        let at = sides.iter().position(|side| same_bearer(scene, side.name, of))?;
        let other = sides.get(1 - at)?;
        let here = earlier.first().map(|r| scene.tagged.text.sentence_of(r.measure.start));
        let before = |side: &Ahead| Some(side.sentence) < here;
        (before(sides[at]) || !before(other)).then_some(other.name)
    };
    rival_of(scene, of).or_else(of_two)
}

/// Two mentions end in the same word, a surname or the last of a party's.
fn same_bearer(scene: &Scene, a: usize, b: usize) -> bool {
    let last = |k: usize| scene.form(scene.names[k].end as usize - 1);
    last(a) == last(b)
}

/// The one whom the text calls a rival, where it is only one beside `of`: «ومنافسه X», "his rival X".
fn rival_of(scene: &Scene, of: usize) -> Option<usize> {
    let last = |k: usize| scene.form(scene.names[k].end as usize - 1);
    let called = |h: &Hit| {
        let at = h.end as usize;
        scene.names_in(at, at + 4).find(|&k| {
            scene.names[k].kind == NameType::Person
                && (at..scene.names[k].start as usize)
                    .all(|j| scene.is(j, Concept::Title) || scene.form(j).starts_with("ال") || matches!(scene.form(j), "," | "،"))
        })
    };
    let mut all = scene.tagged.all(Concept::Rival).iter().filter_map(called).filter(|&k| last(k) != last(of));
    let first = all.next()?;
    all.all(|k| last(k) == last(first)).then_some(first)
}

/// What its sentence says of a number keeps it from being one of this kind, whoever it is about.
fn possible_here(scene: &Scene, sentence: &Sentence, list: &[Measure], at: usize, kind: FactKind) -> Result<(), &'static str> {
    let measure = &list[at];
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    // "beat X by 21,187 votes to 10,179": the votes of each.
    let first = scene.form(measure.end) == "to" && scene.tagged.is_digits(measure.end + 1);
    let second = at > 0 && list[at - 1].end + 1 == measure.start && scene.form(list[at - 1].end) == "to";
    if kind == FactKind::Margin && (first || second) {
        return Err("what each got, no margin");
    }
    // "third with 1,332, ahead of the Greens on 1,188": the figure of the one behind.
    let ahead = || scene.hits(start, measure.start, Concept::Lead).rfind(|h| h.value == 2 && scene.form(h.end as usize - 1) == "of");
    let behind = |k: usize| {
        let ne = scene.names[k].end as usize;
        ne + 1 == measure.start && matches!(scene.form(ne), "on" | "at" | "with" | "(")
    };
    if kind == FactKind::Margin && ahead().is_some_and(|h| scene.names_in(h.end as usize, measure.start).any(behind)) {
        return Err("of the one behind, no margin");
    }
    // "60% of the vote among the under-25s", "among women it scored 37%": some of those who vote.
    let among = |j: usize| {
        let part = |j: usize| {
            matches!(
                scene.form(j),
                "women"
                    | "men"
                    | "young"
                    | "younger"
                    | "older"
                    | "under"
                    | "over"
                    | "aged"
                    | "pensioners"
                    | "students"
                    | "workers"
                    | "graduates"
            )
        };
        scene.form(j) == "among" && (j + 1..(j + 4).min(end)).any(part)
    };
    let clause =
        || (start..measure.start).rev().find(|&j| matches!(scene.form(j), ";" | ",")).unwrap_or(start).max(measure.start.saturating_sub(8));
    if kind == FactKind::VoteShare && sentence.lang == Lang::En && (clause()..(measure.end + 6).min(end)).any(among) {
        return Err("of some of the voters");
    }
    // "X was 12,000 votes behind Y", "crossed that line with 660 votes to spare".
    let spare = scene.form(measure.end) == "to" && scene.form(measure.end + 1) == "spare";
    if kind == FactKind::Votes && (spare || matches!(scene.form(measure.end), "behind" | "short")) {
        return Err("what is missing");
    }
    // "The party has 12,000 members".
    if kind == FactKind::Seats && measure.unit == Concept::Member && measure.value.to_f64() > 1000.0 {
        return Err("more members than any body has");
    }
    // "approved with 61% of the vote on a turnout of 43%".
    let of = measure.end + usize::from(scene.form(measure.end + 1) == "the");
    if kind == FactKind::Turnout && scene.form(measure.end) == "of" && matches!(scene.form(of + 1), "vote" | "votes") {
        return Err("of the votes, not of the voters");
    }
    // "5,200 polling stations, 110 of them abroad": which of them, not how many.
    let of_them = || scene.has(measure.start.saturating_sub(4).max(start), (measure.end + 2).min(end), Concept::OfThem);
    if kind == FactKind::PollingStations
        && sentence.lang == Lang::En
        && measure.inherited
        && of_them()
        && place::of(scene, list, at, kind).is_none()
    {
        return Err(PART);
    }
    if kind == FactKind::Candidates && measure.value.digits == 2 && scene.form(measure.start).starts_with("ال") {
        return Err("the two candidates, known already");
    }
    if kind == FactKind::Candidates
        && measure.value.digits == 2
        && !scene
            .hits(start, end, Concept::Contest)
            .any(|h| scene.gap((h.start as usize, h.end as usize), (measure.start, measure.end)) <= 3.0)
    {
        return Err("two candidates without a word of standing");
    }
    // "Fifteen of the 26 parties", "all but 24 of 170,182 polling stations": a part of what is counted next.
    let registered = |next: &Measure| kind == FactKind::RegisteredVoters && scene.has(next.end, next.end + 3, Concept::Registered);
    let part = measure.inherited
        && matches!(scene.form(measure.end), "of" | "out")
        && list.get(at + 1).is_some_and(|next| next.number.0 <= measure.end + 4 && !registered(next));
    if part && kind.unit() != "percent" && !matches!(kind, FactKind::SeatsTotal | FactKind::VotesCast) && !kind.needs_subject() {
        return Err("a part of the next figure");
    }
    // "Three out of four votes": a share told in words.
    let among = |a: &Measure, b: &Measure| a.inherited && b.value.to_f64() <= 10.0 && a.end < b.number.0 && b.number.0 <= a.end + 3;
    let out_of =
        |a: &Measure, b: &Measure| among(a, b) && (matches!(scene.form(a.end), "of" | "out" | "in") || scene.is(a.end, Concept::OutOf));
    let pair = list.get(at + 1).is_some_and(|next| out_of(measure, next)) || at > 0 && out_of(&list[at - 1], measure);
    if pair && matches!(measure.unit, Concept::Vote | Concept::Voter | Concept::Person | Concept::Ballot) {
        return Err("a share told in words");
    }
    // «أربعة من المرشحين الستة».
    let of_the = measure.unit_at > measure.number.1.saturating_sub(1)
        && scene.form(measure.unit_at.wrapping_sub(1)) == "من"
        && scene.tagged.at(measure.unit_at).iter().any(|h| h.concept == measure.unit && h.clitics.has(Clitics::AL));
    if of_the && kind == FactKind::Candidates {
        return Err("a part of them");
    }
    // "With all but one of the 156 constituencies counted".
    if measure.number.0 > 1 && scene.form(measure.number.0 - 1) == "but" && scene.form(measure.number.0 - 2) == "all" {
        return Err("what is left of the whole");
    }
    // "The number of women's seats reached 31": somebody's.
    if kind == FactKind::SeatsTotal
        && scene
            .names_in(measure.unit_at + 1, measure.unit_at + 2)
            .any(|k| scene.names[k].kind != NameType::Place && measure.unit_at < measure.start)
    {
        return Err("seats of somebody");
    }
    // "One of the 40 constituencies rejected it": no seats where no seats are spoken of.
    if kind == FactKind::SeatsTotal
        && scene.form(measure.unit_at).starts_with("constituenc")
        && !scene.hits(start, end, Concept::Seat).any(|h| h.start as usize != measure.unit_at)
    {
        return Err("constituencies, not seats");
    }
    // «21 عضوا منهم 14 بالانتخاب»: a part of the body.
    if sentence.lang == Lang::Ar
        && kind == FactKind::SeatsTotal
        && scene.has(measure.start.saturating_sub(2).max(start), measure.start, Concept::OfThem)
    {
        return Err("a part of the body");
    }
    // «تراجعت تونس بنحو 12 مركزا في المؤشر»: places of a ranking.
    let ranking = || (start..end).any(|j| ["موشر", "ترتيب", "تصنيف"].iter().any(|word| scene.form(j).ends_with(word)));
    if sentence.lang == Lang::Ar && kind == FactKind::PollingStations && measure.weak && ranking() {
        return Err("places of a ranking");
    }
    // «277 من أصوات المجمع الانتخابي»: of electors.
    let electors = (measure.end..(measure.end + 4).min(end)).any(|j| scene.form(j).ends_with("مجمع") || scene.form(j) == "كبار");
    if sentence.lang == Lang::Ar && kind == FactKind::Votes && electors {
        return Err("votes of electors");
    }
    // «38% إن X هو الأنسب»: an opinion.
    if sentence.lang == Lang::Ar && kind == FactKind::VoteShare && (start..end).any(|j| scene.form(j) == "الانسب") {
        return Err("what people think of somebody");
    }
    // «1.4 مليون ناخب، منهم 130 ألف امرأة»: voters.
    let voters = at > 0 && matches!(list[at - 1].unit, Concept::Voter | Concept::Person);
    if sentence.lang == Lang::Ar && kind == FactKind::Candidates && measure.unit == Concept::Group && voters {
        return Err("of the voters");
    }
    // «فوز 40 مرشحا»: those who won.
    let won = const { Concepts::of(&[Concept::Victory, Concept::Won]) };
    if sentence.lang == Lang::Ar && kind == FactKind::Candidates && measure.start > start && scene.tagged.is_any(measure.start - 1, won) {
        return Err("those who won");
    }
    // «المرشحين العشرة الأكثر تقدما»: some of them.
    if kind == FactKind::Candidates && ["الاكثر", "الاوفر", "الاوايل"].contains(&scene.form(measure.end)) {
        return Err("some of the candidates");
    }
    // «قال 15% إنهم يأملون …»: what people say.
    let say = matches!(scene.form(measure.end), "انهم" | "بانهم")
        || scene.form(measure.end) == "منهم" && scene.form(measure.end + 1).ends_with("انهم");
    if kind == FactKind::VoteShare && say {
        return Err("what people say");
    }
    // «16 لجنة للفصل في الطعون»: committees, where nobody votes.
    let committee = kind == FactKind::PollingStations && ["لجنه", "لجان"].iter().any(|word| scene.form(measure.unit_at).ends_with(word));
    let other = ["طعون", "محليه", "تنفيذيه", "فصل", "مخالفات", "استقبال", "قيد", "تحقيق"];
    let near = (measure.unit_at.saturating_sub(7).max(start)..(measure.unit_at + 5).min(end)).map(|j| scene.form(j));
    if committee && near.into_iter().any(|form| other.iter().any(|word| form.ends_with(word))) {
        return Err("committees of another kind");
    }
    // "Three opposition parties" are no candidates.
    if kind == FactKind::Candidates
        && measure.unit == Concept::Group
        && (measure.unit_at..measure.end).any(|j| scene.is(j, Concept::PartyUnit))
    {
        return Err("parties, not people");
    }
    // "52.8 percent, enough to avoid a second round": what was got, not what it takes.
    let enough = scene.form(measure.end) == "," && matches!(scene.form(measure.end + 1), "enough" | "sufficient" | "more" | "well");
    let short = sentence.lang == Lang::En && kind == FactKind::Threshold && scene.is(measure.end, Concept::Previous);
    if kind == FactKind::Threshold && (enough || short || scene.hits(measure.end, measure.end + 4, Concept::OpinionPoll).next().is_some()) {
        return Err("no threshold");
    }
    // «وفاة 554 موظفا», "41 election workers died": what befell them, and not all who work.
    let fate =
        ["وفاه", "وفيات", "توفي", "توفوا", "اصيب", "اصيبوا", "مرض", "مقتل", "died", "dead", "ill", "killed", "sick", "arrested", "injured"];
    let befell = |j: usize| fate.contains(&scene.form(j));
    let near = measure.start.saturating_sub(2).max(start)..(measure.end + 4).min(end);
    if matches!(kind, FactKind::ElectionStaff | FactKind::Observers | FactKind::SecurityPersonnel) && near.into_iter().any(befell) {
        return Err("what befell some of them");
    }
    // «خسر X 39 صوتا»: what was lost.
    let lost = || {
        let last = scene.hits(start, measure.start, Concept::Lost).next_back();
        last.filter(|h| scene.form(h.start as usize).trim_start_matches('و').starts_with("خسر"))
    };
    let straight = |from: usize| {
        scene.cost(from, measure.start) <= 4.0
            && !(from..measure.start).any(|j| scene.is(j, Concept::By) || scene.is(j, Concept::In) || scene.form(j) == "ب")
    };
    if kind == FactKind::Votes && lost().is_some_and(|h| straight(h.end as usize)) {
        return Err("votes that were lost");
    }
    // "83 of them reserved for women", «مخصصة للنساء»: seats that nobody won.
    let kept = ["reserved", "earmarked", "مخصصه", "مخصصا", "محجوزه"];
    // «منها 83 مقعدا مخصصا للنساء وتسعة للأقليات».
    let from = at.checked_sub(1).map_or(measure.end, |p| list[p].end).max(measure.start.saturating_sub(4));
    let seats = kind == FactKind::Seats || kind == FactKind::SeatsTotal && measure.inherited;
    if seats && (from..(measure.end + 4).min(end)).any(|j| kept.contains(&scene.form(j))) {
        return Err("seats set aside");
    }
    // "Lost its majority, taking 194 seats": no lead of so many.
    let comma =
        (measure.start.saturating_sub(4).max(start)..measure.start).any(|j| scene.form(j) == "," && scene.form(j - 1) == "majority");
    if kind == FactKind::Margin && comma {
        return Err("another clause's majority");
    }
    // "6,000 votes fewer than Y": against another.
    let against = matches!(scene.form(measure.end), "fewer" | "more" | "less") && scene.form(measure.end + 1) == "than";
    // "173 of the 299 votes": of all of them.
    let of_all = at.checked_sub(1).map(|p| &list[p]).is_some_and(|p| {
        p.inherited
            && p.unit == measure.unit
            && scene.form(p.end) == "of"
            && scene.cost(p.end, measure.start) <= 1.5
            && measure.start <= p.end + 2
    });
    if kind == FactKind::Votes && sentence.lang == Lang::En && (against || of_all) {
        return Err("votes of others");
    }
    // "61% that he had been right": what they think.
    if kind == FactKind::VoteShare && scene.form(measure.end) == "that" {
        return Err("what people think");
    }
    // "Could influence the result in 50 constituencies": where something is.
    let won = const { Concepts::of(&[Concept::Got, Concept::Won, Concept::Ahead, Concept::Lead, Concept::Elected, Concept::Victory]) };
    let where_ = || {
        matches!(scene.form(measure.unit_at), "constituencies" | "districts")
            && (measure.start.saturating_sub(3).max(start)..measure.start).any(|j| scene.form(j) == "in")
            && !scene.tagged.within(start, measure.end).iter().any(|h| won.holds(h.concept))
    };
    if kind == FactKind::Seats && where_() {
        return Err("where, and nobody's seats");
    }
    // "Asked whether they saw a need for elections, 69 percent said no": answers, and no votes.
    let question = || sentence.lang == Lang::En && scene.form(start) == "asked" && !scene.has(start, measure.start, Concept::Vote);
    if kind == FactKind::VoteShare && question() {
        return Err("answers to a question");
    }
    // "The five losing candidates": not all of them.
    let some = ["losing", "defeated", "remaining", "other", "rival", "unsuccessful", "خاسرين", "الخاسرين"];
    if kind == FactKind::Candidates && (measure.start..measure.end + 1).any(|j| some.contains(&scene.form(j))) {
        return Err("some of the candidates");
    }
    // "The candidate of a nine-party bloc".
    let union = matches!(scene.form(measure.end), "bloc" | "coalition" | "alliance" | "front" | "government" | "cabinet" | "pact");
    if kind == FactKind::PartiesContesting && measure.compound && union {
        return Err("the parties of a union");
    }
    // «أردوغان 53.4% بعد فتح 99.43% من الصناديق», "the count had X at 40.6 percent": somebody's.
    if kind == FactKind::CountedShare
        && scene.names_in(measure.start.saturating_sub(6).max(start), measure.start).any(|k| {
            let name = &scene.names[k];
            let at = usize::from(measure.start > start && scene.form(measure.start - 1) == "at");
            name.end as usize + at == measure.start
                && matches!(name.kind, NameType::Person | NameType::Party | NameType::Choice | NameType::Unknown)
        })
    {
        return Err("somebody's share");
    }
    if kind == FactKind::JournalistCountries && !list[..at].iter().any(|m| m.unit == Concept::Journalist) {
        return Err("no journalists counted before");
    }
    Ok(())
}

/// A value that the kind cannot have is no fact, or the wrong rule.
pub(super) fn plausible(kind: FactKind, measure: &Measure) -> Result<(), &'static str> {
    let value = measure.value.to_f64();
    let wrong = match kind {
        FactKind::Candidates => !(2.0..=2e6).contains(&value),
        FactKind::PartiesContesting => !(3.0..=2000.0).contains(&value),
        FactKind::CandidateLists => value < 2.0,
        FactKind::Threshold => measure.max.is_some(),
        // France elects half a million councillors.
        FactKind::SeatsTotal => !(3.0..=6e5).contains(&value),
        FactKind::Seats => value > 3e5,
        FactKind::TermYears => !(2.0..=12.0).contains(&value),
        FactKind::PollingStations => !(10.0..=2e6).contains(&value),
        FactKind::VoteShare | FactKind::Turnout | FactKind::CountedShare => value > 100.0 && measure.inherited,
        FactKind::Observers | FactKind::Journalists => value < 3.0,
        FactKind::SecurityPersonnel | FactKind::ElectionStaff => value < 50.0,
        FactKind::RegisteredVoters | FactKind::VotesCast => value < 10.0,
        _ => false,
    };
    if wrong { Err("the value cannot be one of this kind") } else { Ok(()) }
}

/// Whom a pronoun means: "He received N votes", "It won N", حصل على N. Nobody is named between it and the figure.
fn pronoun(scene: &Scene, sentence: &Sentence, measure: &Measure, carried: &Carried) -> Option<Attached> {
    let start = sentence.start as usize;
    let votable = |k: &usize| subject::votable(scene.names[*k].kind);
    // "Five years before that he defeated X with 54.8 percent": not who was beaten.
    let named =
        scene.names_in(start, measure.start).rev().find(|k| votable(k) && !subject::beaten(scene, *k)).map(|k| scene.names[k].end as usize);
    let found = |name| Some(Attached { name, score: 3.5, direct: false });
    if sentence.lang == Lang::Ar {
        // «حصل على N», «في ولاية كذا … لم ينل سوى N»: a verb of getting, and nobody named.
        let strong = |h: &Hit| h.value == 1 && measure.unit != Concept::Vote && scene.cost(h.end as usize, measure.start) <= 3.0;
        // A noun behind the verb is who got it, known or not: «سجلت المحافظة 76%».
        let open = |h: &Hit| {
            let next = h.end as usize;
            next >= measure.start
                || scene.tagged.is_digits(next)
                || matches!(scene.form(next), "علي" | "سوي" | "الا" | "ما" | "في" | "ب" | "به" | "فيها" | "فيه")
                || scene.tagged.at(next).iter().any(|h| {
                    h.clitics.has(Clitics::BI)
                        || matches!(h.concept, Concept::About | Concept::Over | Concept::Under | Concept::Share | Concept::Only)
                })
        };
        // «منحه معهد في أحدث استطلاع 47 في المائة»: who the text speaks of.
        let gave = |j: usize| {
            let form = scene.form(j);
            ["منح", "اعط", "يعط"].iter().any(|root| form.contains(root))
                && form.ends_with(['ه', 'ا'])
                && form.chars().count() > 3
                && (form.ends_with("ه") && !form.ends_with("يه") || form.ends_with("ها"))
        };
        let here = scene.tagged.text.sentence_of(start);
        let given = named.is_none()
            && (start..measure.start).any(gave)
            && scene.has(start, measure.start, Concept::OpinionPoll)
            // Behind a list of results nobody is spoken of alone.
            && (carried.subject.is_none() || carried.sentence + 1 < here);
        let opening = given
            || named.is_none()
                && (scene.hits(start, (start + 5).min(measure.start), Concept::Got).any(open)
                    || scene.hits(start, measure.start, Concept::Got).any(|h| strong(h) && open(h)));
        let ended = (start..measure.start).any(|j| scene.form(j) == "المنتهيه" && scene.form(j + 1) == "ولايته");
        // «حصل الرئيس المنتخب على 60 مليون صوت».
        let elect = (start..measure.start).any(|j| scene.form(j) == "المنتخب" && j > start && scene.is(j - 1, Concept::Title));
        return match (opening, ended && named.is_none()) {
            _ if elect && named.is_none() => carried.ahead.and_then(|a| found(a.name)),
            (_, true) => president(scene, start).and_then(found),
            (true, _) => topic(scene, sentence, carried, None).and_then(found),
            _ => None,
        };
    }
    let at = (named.unwrap_or(start).max(start)..measure.start).rev().find(|&j| {
        let possessive = named.is_none() && matches!(scene.form(j), "his" | "her" | "its" | "their");
        possessive
            || matches!(scene.form(j), "he" | "she" | "it" | "they" | "him" | "incumbent")
            || called(scene, j)
            || scene.form(j) == "party" && scene.form(j.wrapping_sub(1)) == "the" && scene.form(j + 1) != "-"
    })?;
    // "His predecessor, X, resigned a year after he was elected with N": X of the same sentence, where only one is named.
    let opens = (start..start + 2).any(|j| j < at && matches!(scene.form(j), "he" | "she"));
    if matches!(scene.form(at), "he" | "she") && !opens {
        let mut persons = scene.names_in(start, at).filter(|&k| scene.names[k].kind == NameType::Person);
        if let (Some(only), None) = (persons.next(), persons.next())
            && !subject::dependent(scene, only)
        {
            return found(only);
        }
    }
    // "P, the party of X, who was elected in 2018 when it won 116 seats": P of the same sentence, where only one is named.
    if scene.form(at) == "it" && !(start..start + 2).any(|j| scene.form(j) == "it") {
        let mut parties = scene.names_in(start, at).filter(|&k| scene.names[k].kind == NameType::Party);
        if let (Some(only), None) = (parties.next(), parties.next()) {
            return found(only);
        }
    }
    match scene.form(at) {
        "incumbent" => president(scene, start).and_then(found),
        "president" if !matches!(scene.form(at.wrapping_sub(1)), "vice" | "deputy") => president(scene, start).and_then(found),
        _ if called(scene, at) => topic(scene, sentence, carried, Some(NameType::Person)).and_then(found),
        "he" | "she" | "him" | "his" | "her" => topic(scene, sentence, carried, Some(NameType::Person)).and_then(found),
        _ => topic(scene, sentence, carried, Some(NameType::Party)).and_then(found),
    }
}

/// "the senator took N", "gave the Morena candidate N": what somebody is, with nobody's name behind it.
fn called(scene: &Scene, j: usize) -> bool {
    let role = |h: &Hit| {
        matches!(h.concept, Concept::Title | Concept::Candidate)
            && scene.tagged.text.tokens.get(h.end as usize).is_some_and(|t| {
                // "The former governor, 70, polled N".
                let aged = scene.form(h.end as usize) == "," && scene.tagged.is_digits(h.end as usize + 1);
                !t.capital && (t.kind != Kind::Punct || aged)
            })
    };
    let the = (j.saturating_sub(3)..j).any(|i| scene.form(i) == "the");
    the && !scene.tagged.text.tokens[j].capital && scene.tagged.at(j).iter().any(role) && !scene.form(j).ends_with('s')
}

/// The president named last before: who "the incumbent" is.
fn president(scene: &Scene, before: usize) -> Option<usize> {
    scene.names_in(0, before).rev().take(60).find(|&k| {
        let s = scene.names[k].start as usize;
        let of_party = || scene.names_in(s.saturating_sub(8), s - 1).any(|j| scene.names[j].end as usize + 1 == s);
        scene.names[k].titled && s > 0 && matches!(scene.form(s - 1), "president" | "الرييس") && !of_party()
    })
}

/// Whom the text speaks of: the subject of the last figure, else the grammatical subject of the sentences just before.
fn topic(scene: &Scene, sentence: &Sentence, carried: &Carried, kind: Option<NameType>) -> Option<usize> {
    let here = scene.tagged.text.sentence_of(sentence.start as usize);
    let fits = |k: usize| {
        kind.is_none_or(|t| {
            scene.names[k].kind == t
                || scene.names[k].kind == NameType::Unknown
                || t == NameType::Party && scene.names[k].kind == NameType::Group
        })
    };
    let last = carried.subject.filter(|&k| here <= carried.sentence + 1 && fits(k));
    last.or_else(|| {
        (here.saturating_sub(3)..here).rev().find_map(|s| {
            let before = scene.tagged.text.sentences[s];
            // A name that nothing tells more of is one where it comes again.
            let told = |k: usize| match scene.names[k].kind {
                NameType::Person | NameType::Party => true,
                NameType::Unknown => {
                    scene
                        .names
                        .iter()
                        .filter(|n| scene.form(n.end as usize - 1) == scene.form(scene.names[k].end as usize - 1))
                        .take(2)
                        .count()
                        > 1
                }
                _ => false,
            };
            let free =
                |k: &usize| told(*k) && fits(*k) && !speaks(scene, *k) && !subject::dependent(scene, *k) && !subject::adjectival(scene, *k);
            scene.names_in(before.start as usize, before.end as usize).find(free)
        })
    })
    .or_else(|| {
        // "The election ended badly for P. It won 116 seats": the only one of its kind in the sentence before.
        let before = scene.tagged.text.sentences[here.checked_sub(1)?];
        let mut all = scene.names_in(before.start as usize, before.end as usize).filter(|&k| Some(scene.names[k].kind) == kind);
        let only = all.next().filter(|_| all.next().is_none() && sentence.lang == Lang::En)?;
        let possessive = scene.form(scene.names[only].end as usize) == "'s";
        (!speaks(scene, only) && !subject::adjectival(scene, only) && !possessive).then_some(only)
    })
}

/// Who only says it: «قال رئيس المفوضية X», "X said".
fn speaks(scene: &Scene, k: usize) -> bool {
    let (ns, ne) = (scene.names[k].start as usize, scene.names[k].end as usize);
    let sentence = scene.sentence(ns);
    // «الأرقام تقول إن الرئيس X يقترب …»: of X it is said.
    let of_him = |h: &Hit| (h.end as usize..ns).any(|j| scene.form(j) == "ان");
    let arabic = sentence.lang == Lang::Ar
        && scene.hits(sentence.start as usize, ns, Concept::Said).any(|h| scene.cost(h.end as usize, ns) <= 8.0 && !of_him(h));
    arabic || scene.is(ne, Concept::Said)
}

/// The group or party whose candidates are counted: "17 Republican candidates", "70 women".
fn group_of(scene: &Scene, sentence: &Sentence, measure: &Measure) -> Option<usize> {
    let from = measure.start.saturating_sub(1).max(sentence.start as usize);
    // "718 candidates, 157 of them women": the women are counted next.
    let to = (measure.end..(measure.end + 4).min(sentence.end as usize)).find(|&j| scene.tagged.is_digits(j));
    scene.names_in(from, to.unwrap_or((measure.end + 4).min(sentence.end as usize))).find(|&k| {
        // "17 Republican candidates", "GTA's 116 candidates", but not "5,121 candidates for the National …".
        let party = scene.names[k].kind == NameType::Party && (scene.names[k].start as usize) < measure.end;
        // «المرشحين الـ17 وبينهم سيدة»: she is one of them.
        if scene.has(measure.end, scene.names[k].start as usize, Concept::OfThem) {
            return false;
        }
        (scene.names[k].kind == NameType::Group || party)
            && scene.gap((scene.names[k].start as usize, scene.names[k].end as usize), (measure.start, measure.end)) <= 2.0
    })
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
