//! Whose a figure is: the name it is attached to, the one of the figure before, the rival, or nobody.

use super::carried::{Ahead, same_bearer};
use super::pronoun::{called, pronoun};
use super::sequence::{companion, compared, joined};
use super::{Around, Carried, PART, Reading};
use crate::facts::measure::Measure;
use crate::facts::rule::Rule;
use crate::facts::scene::Scene;
use crate::facts::subject::{self, Attached};
use crate::kind::FactKind;
use crate::lexicon::{Concept, Hit};
use crate::mentions::{NameMention, NameType};
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang, Sentence};

/// Whose figure it is, or why nobody's.
pub(super) fn whose(around: Around, rule: &Rule, kind: FactKind) -> Result<Attached, &'static str> {
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
    let again = over_again(scene, earlier, measure);
    let follows = earlier
        .iter()
        .rev()
        .find(change)
        .filter(|_| again.is_none())
        .filter(|p| p.measure.unit == measure.unit || told_twice)
        .filter(|p| !between(p.measure.end))
        // "… 41% and 90 seats, up from 37% in 2018": of the same one, another time.
        .or_else(|| {
            let alike = |p: &&Reading| p.measure.unit == measure.unit && p.drafts.last().is_some_and(|d| d.kind == kind);
            earlier.iter().rev().filter(alike).find(|p| compared(scene, &p.measure, measure))
        })
        .or(again)
        .and_then(|p| p.drafts.last())
        .filter(|d| {
            d.kind == kind || matches!((d.kind, kind), (FactKind::Votes, FactKind::VoteShare) | (FactKind::VoteShare, FactKind::Votes))
        })
        .and_then(|d| d.subject)
        .filter(|_| !subject::of_another(scene, measure))
        // «23 مقعدا ومستقبل مصر 17 مقعدا»: another's, whose name is not known.
        .filter(|_| {
            !earlier.last().is_some_and(|p| {
                // «182 مقعدا، ومعسكر الرئيس الثاني بـ168».
                let party = |h: &Hit| {
                    h.concept == Concept::PartyHead
                        && scene.tagged.text.tokens[h.start as usize].arabic
                        && !h.clitics.has(Clitics::AL)
                        && !scene.form(h.start as usize).starts_with("ال")
                };
                let unread = scene.tagged.within(p.measure.end, measure.start).iter().any(party)
                    || subject::unread(scene, p.measure.end, measure.start)
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
    // "His far-right rival 58.2 million".
    let own = |h: &Hit| {
        let at = h.start as usize;
        h.end as usize == measure.start && (at.saturating_sub(4)..at).any(|j| matches!(scene.form(j), "his" | "her"))
    };
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
    let attached = first_of_ticket(scene, list, at, attached.name).map_or(attached, |name| Attached { name, ..attached });
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

/// "A and running mate B obtained N", «حصل A ونائبه B على N»: of two persons with one figure, the first stands for both.
fn first_of_ticket(scene: &Scene, list: &[Measure], at: usize, second: usize) -> Option<usize> {
    let person = |k: usize| scene.names[k].kind == NameType::Person;
    let first = second.checked_sub(1).filter(|&k| person(k) && person(second))?;
    let (from, to, figure) = (scene.names[first].end as usize, scene.names[second].start as usize, list[at].start);
    let mate = |j: usize| matches!(scene.form(j), "and" | "his" | "her" | "running" | "mate" | "-") || scene.form(j).starts_with("ونايب");
    let joined = if scene.tagged.text.tokens[to].arabic { scene.form(from).starts_with('و') } else { scene.form(from) == "and" };
    // "A and B got 24 and 17 percent".
    let another = list
        .iter()
        .enumerate()
        .any(|(j, m)| j != at && m.unit == list[at].unit && scene.cost(m.end, figure).max(scene.cost(list[at].end, m.start)) <= 4.0);
    let plain = (to..figure).all(|j| !matches!(scene.form(j), "," | "،"));
    (joined && !another && plain && from <= to && to < figure && (from..to).all(mate)).then_some(first)
}

/// Why the figure of somebody who is only called a rival is no fact.
pub(super) const UNNAMED_RIVAL: &str = "a rival's, who is not named";

/// Why the second of "52 percent to 47" is no fact.
pub(super) const UNNAMED_SIDE: &str = "the other side's, who is not named";

/// "71% in A against 29% for Y, 66% in B against …": in another place whose figure the first was, over the one of the other side.
fn over_again<'r>(scene: &Scene, earlier: &'r [Reading], measure: &Measure) -> Option<&'r Reading> {
    let place = |from: usize| scene.names_in(from, from + 5).find(|&k| scene.names[k].kind == NameType::Place);
    let here = place(measure.end).filter(|&k| scene.cost(measure.end, scene.names[k].start as usize) <= 5.0)?;
    let (other, first) = (earlier.last()?, earlier.iter().rev().nth(1)?);
    let against = |m: &Measure| scene.has(m.start.saturating_sub(2), m.start, Concept::Against);
    let there = place(first.measure.end)?;
    let same = [other, first].iter().all(|r| r.measure.unit == measure.unit);
    (same && here != there && against(&other.measure) && !against(measure) && !against(&first.measure)).then_some(first)
}

/// Whose the last figure of this unit before is.
pub(super) fn subject_before(earlier: &[Reading], measure: &Measure) -> Option<usize> {
    earlier.iter().rev().find(|r| r.measure.unit == measure.unit)?.drafts.last()?.subject
}

/// Who stands against `of`: the one called a rival, the other answer of a referendum, or the other of the two who got most.
pub(super) fn other_side(scene: &Scene, carried: &Carried, earlier: &[Reading], of: usize) -> Option<usize> {
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
    rival_of(scene, of).or_else(of_two).or_else(|| beaten_one(scene, of))
}

/// The one whom the text says was beaten, where it is only one beside `of`.
fn beaten_one(scene: &Scene, of: usize) -> Option<usize> {
    let last = |k: usize| scene.form(scene.names[k].end as usize - 1);
    let lost = |k: &usize| scene.names[*k].kind == NameType::Person && last(*k) != last(of) && subject::beaten(scene, *k);
    let mut all = (0..scene.names.len().min(MENTIONS)).filter(lost);
    let first = all.next()?;
    all.all(|k| last(k) == last(first)).then_some(first)
}

/// So many names of a text are looked at for who was beaten, so that time stays linear.
const MENTIONS: usize = 60;

/// The one whom the text calls a rival, where it is only one beside `of`: «ومنافسه X», "his rival X".
pub(super) fn rival_of(scene: &Scene, of: usize) -> Option<usize> {
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

/// The group or party whose candidates are counted: "17 Republican candidates", "70 women".
pub(super) fn group_of(scene: &Scene, sentence: &Sentence, measure: &Measure) -> Option<usize> {
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
