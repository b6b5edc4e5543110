//! Who leads or won by a margin, and of whom a clause of winning tells.

use super::role::{adjectival, dependent, glosses};
use super::{is_comma, votable};
use crate::facts::measure::Measure;
use crate::facts::scene::Scene;
use crate::lexicon::{Concept, Hit};
use crate::mentions::{NameMention, NameType};
use crate::text::clitic::is_owned;
use crate::text::{Lang, Sentence};

/// Who leads by a margin: the last free name before the verb of winning or leading, not the one that is beaten.
pub(in crate::facts) fn leader(scene: &Scene, sentence: &Sentence, measure: &Measure) -> Option<usize> {
    let start = sentence.start as usize;
    // "X, who lost the seat by 630 votes to Y", خسرت بفارق 630 صوتا أمام: the one behind leads.
    let lost = scene.hits(start, measure.start, Concept::Lost).next_back();
    // «خسر أمام X قبل خمس سنوات بفارق نحو 100 ألف صوت».
    if let Some(lost) = lost.filter(|_| sentence.lang == Lang::Ar)
        && let Some(to) = scene.hits(lost.end as usize, lost.end as usize + 2, Concept::Against).next()
        && let Some(k) = scene.names_in(to.end as usize, measure.start).find(|&k| votable(scene.names[k].kind))
    {
        return Some(k);
    }
    if let Some(lost) = lost.filter(|h| scene.cost(h.end as usize, measure.start) <= 9.0) {
        let to = scene.hits(measure.end, sentence.end as usize, Concept::Against).next();
        if let Some(to) = to.filter(|h| scene.cost(measure.end, h.start as usize) <= 2.0 && lost.end <= h.start) {
            let behind = |k: &usize| votable(scene.names[*k].kind) && !glosses(scene, *k);
            let mut names = scene.names_in(to.end as usize, sentence.end as usize).filter(behind);
            let first = names.next();
            // "the Labour candidate Y": the person, not the party before.
            let person = names.next().filter(|&k| {
                let near = first.is_some_and(|f| scene.cost(scene.names[f].end as usize, scene.names[k].start as usize) <= 2.0);
                near && scene.names[k].kind == NameType::Person
            });
            return person.or(first);
        }
    }
    // "X lost the seat to Y by 495 votes", "X was beaten by Y by 495 votes": the one behind leads.
    if let Some(lost) = lost.filter(|_| sentence.lang == Lang::En) {
        let from = lost.end as usize;
        let to = (from - 1..measure.start).find(|&j| scene.form(j) == "to" || j <= from && scene.form(j) == "by");
        let plain =
            |from: usize, to: usize| (from..to).all(|j| !is_comma(scene, j) && !scene.tagged.is_digits(j) && !scene.is(j, Concept::And));
        if let Some(to) = to.filter(|&to| plain(from, to)) {
            let named = |k: &usize| votable(scene.names[*k].kind) && plain(to, scene.names[*k].start as usize);
            let near = scene.names_in(to, (to + 9).min(measure.start)).filter(named);
            return near.max_by_key(|&k| scene.names[k].kind == NameType::Person);
        }
    }
    // "X's lead over Y was N".
    let lead =
        scene.hits(start, measure.start, Concept::Lead).find(|h| h.value == 3 && h.start > 0 && scene.form(h.start as usize - 1) == "'s");
    if let Some(lead) = lead {
        return scene.names_in(start, lead.start as usize).find(|&k| scene.names[k].end + 1 == lead.start && votable(scene.names[k].kind));
    }
    // "X leads Y by 7 points", "X trails Y by 7 points", «تقدم X على Y بفارق 7 نقاط».
    // Not in "overturned a Conservative majority of 19,634".
    let whose = |k: usize| matches!(scene.form(scene.names[k].end as usize), "majority" | "stronghold");
    let stands = |k: &usize| votable(scene.names[*k].kind) && !glosses(scene, *k) && !adjectival(scene, *k) && !whose(*k);
    let verb = scene.hits(start, measure.start, Concept::Ahead).next_back();
    let verb = verb.filter(|h| scene.cost(h.end as usize, measure.start) <= if sentence.lang == Lang::En { 14.0 } else { 9.0 });
    if let Some(verb) = verb {
        let (at, from) = (verb.start as usize, verb.end as usize);
        let over = (from..measure.start).find(|&j| matches!(scene.form(j), "علي" | "عن" | "by"));
        let object = over.and_then(|over| match sentence.lang {
            Lang::Ar => scene.names_in(over, measure.start).find(stands),
            _ => scene.names_in(from, over).find(stands),
        });
        if let (Some(object), Some(over)) = (object, over) {
            let behind = scene.names_in(from, over).find(stands).filter(|_| sentence.lang == Lang::Ar);
            let subject = behind.or_else(|| scene.names_in(start, at).rev().find(|k| stands(k) && !dependent(scene, *k)));
            return if verb.value == 1 { subject } else { Some(object) };
        }
    }
    // "X was ahead of Y by 243,934 votes".
    let ahead = scene.hits(start, measure.start, Concept::Against).rfind(|h| scene.form(h.start as usize) == "ahead");
    if let Some(ahead) = ahead.filter(|h| scene.cost(h.end as usize, measure.start) <= 12.0)
        && let Some(k) = scene.names_in(start, ahead.start as usize).rev().find(|k| stands(k) && !dependent(scene, *k))
    {
        return Some(k);
    }
    // "X held the seat with a majority of N".
    let held = (start..measure.start)
        .rev()
        .find(|&j| sentence.lang == Lang::En && matches!(scene.form(j), "held" | "holds" | "kept" | "keeps" | "defended"));
    let won = scene.tagged.within(start, measure.start).iter().rev().find(|h| matches!(h.concept, Concept::Won | Concept::Victory));
    if let (None, Some(held)) = (won, held)
        && scene.hits(held, measure.end + 2, Concept::Lead).next().is_some()
    {
        return scene.names_in(start, held).rev().find(|k| stands(k) && !dependent(scene, *k));
    }
    let verb = won?;
    // «فوز X بنسبة … مقابل … لـY، بفارق 370 ألف صوت»: who won stands behind the verb.
    if sentence.lang == Lang::Ar {
        let named = |k: &usize| stands(k) && scene.cost(verb.end as usize, scene.names[*k].start as usize) <= 5.0;
        // «حقق X فوزا كاسحا على Y بنسبة …»: the noun stands between.
        let lost = |k: usize| (verb.end as usize..scene.names[k].start as usize).any(|j| scene.form(j) == "علي");
        let before = || {
            scene
                .names_in(start, verb.start as usize)
                .rev()
                .find(|k| stands(k) && scene.cost(scene.names[*k].end as usize, verb.start as usize) <= 4.0)
        };
        let Some(won) = scene.names_in(verb.end as usize, measure.start).find(named).filter(|k| !lost(*k)) else { return before() };
        let over = (verb.end as usize..scene.names[won].start as usize).any(|j| scene.form(j) == "علي" || scene.is(j, Concept::Rival));
        return (!over).then(|| candidate(scene, won));
    }
    // «تغلب على X بفارق 5 نقاط»: the name right behind the verb, else the one before it, never the one behind «على».
    let over = (verb.end as usize..measure.start).find(|&j| scene.form(j) == "علي").filter(|_| sentence.lang == Lang::Ar);
    if let Some(over) = over.filter(|&over| scene.names_in(over, measure.start).any(|k| stands(&k))) {
        let behind = scene.names_in(verb.end as usize, over).find(stands);
        return behind.or_else(|| scene.names_in(start, verb.start as usize).rev().find(stands));
    }
    let free = |k: &usize| {
        let name = &scene.names[*k];
        votable(name.kind) && name.end <= verb.start && !glosses(scene, *k) && !dependent(scene, *k) && !adjectival(scene, *k) && !whose(*k)
    };
    (sentence.lang == Lang::En).then(|| scene.names_in(start, verb.start as usize).rev().find(free)).flatten()
}

/// «فاز X، مرشح P، … بعد حصوله على N», «تصدر X … بحصوله على N»: the one of whom the sentence tells, where the noun has only a pronoun.
pub(in crate::facts) fn getting(scene: &Scene, sentence: &Sentence, measure: &Measure) -> Option<usize> {
    let start = sentence.start as usize;
    if sentence.lang != Lang::Ar {
        return None;
    }
    let his = |h: &&Hit| {
        let form = scene.form(h.start as usize);
        h.value == 1
            && (form.ends_with("حصوله")
                || form.ends_with("حصولهم")
                || form.ends_with("حصولها")
                || form.ends_with("نيله")
                || form.ends_with("نيلها"))
    };
    if let Some(name) = opening(scene, sentence, measure) {
        return Some(name);
    }
    let noun = scene.hits(start, measure.start, Concept::Got).rfind(his)?;
    let (at, from) = (noun.start as usize, noun.end as usize);
    if scene.cost(from, measure.start) > 3.0 || scene.names_in(from, measure.start).any(|k| votable(scene.names[k].kind)) {
        return None;
    }
    // A clause of its own has its own subject.
    let clause = scene.hits(start, at, Concept::Clause).map(|h| h.end as usize).next_back().unwrap_or(start);
    let verbs = [Concept::Won, Concept::Victory, Concept::Elected, Concept::Got];
    let verb = scene.tagged.within(clause, at).iter().rev().filter(|h| verbs.contains(&h.concept)).find_map(|h| {
        let name = scene.names_in(h.end as usize, at).find(|&k| votable(scene.names[k].kind))?;
        let near = scene.cost(h.end as usize, scene.names[name].start as usize) <= 6.0;
        // «فاز X على Y بحصوله على N».
        let over = (h.end as usize..scene.names[name].start as usize).any(|j| scene.form(j) == "علي" || scene.is(j, Concept::Rival));
        (near && !over).then_some(name)
    })?;
    let one = candidate(scene, verb);
    Some(if (scene.names[one].start as usize) < at { one } else { verb })
}

/// «فوز مرشح الحركة X»: the person behind the party.
fn candidate(scene: &Scene, party: usize) -> usize {
    let name = &scene.names[party];
    let behind = |n: &NameMention| n.kind == NameType::Person && scene.cost(name.end as usize, n.start as usize) <= 3.5;
    let one = name.kind == NameType::Party && scene.names.get(party + 1).is_some_and(behind) && dependent_on_candidate(scene, party);
    if one { party + 1 } else { party }
}

/// «بعد فوزه في الانتخابات بنسبة N، تعهد X …»: the one whom the clause behind the comma tells of, nobody being named before.
fn opening(scene: &Scene, sentence: &Sentence, measure: &Measure) -> Option<usize> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let after = |j: usize| matches!(scene.form(j).trim_start_matches('و'), "بعد" | "عقب" | "اثر");
    let his = |h: &Hit| matches!(h.concept, Concept::Victory | Concept::Got) && is_owned(scene.form(h.start as usize));
    let opens = after(start) && scene.tagged.within(start + 1, start + 3).iter().any(his);
    if !opens || scene.names_in(start, measure.start).any(|k| votable(scene.names[k].kind)) {
        return None;
    }
    let main = (measure.end..(measure.end + 4).min(end)).find(|&j| is_comma(scene, j))? + 1;
    scene.names_in(main, end).find(|&k| votable(scene.names[k].kind)).filter(|&k| scene.cost(main, scene.names[k].start as usize) <= 6.0)
}

/// A word for a candidate right before the name.
pub(super) fn dependent_on_candidate(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    scene.tagged.within(ns.saturating_sub(2), ns).iter().any(|h| h.concept == Concept::Candidate)
}
