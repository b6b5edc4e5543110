//! A name behind its figure: "61% for X", «61% لـX», "with 61%, X".

use super::another::led_to;
use super::{is_comma, same_unit_between, votable};
use crate::facts::measure::Measure;
use crate::facts::scene::Scene;
use crate::lexicon::{Concept, Hit};
use crate::mentions::NameType;
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang};

/// "for", "to", "by", لـ lead from the figure to the name.
pub(super) const TO_NAME: f32 = 5.0;

pub(super) fn after(scene: &Scene, list: &[Measure], at: usize, k: usize, lang: Lang) -> f32 {
    let name = &scene.names[k];
    let measure = &list[at];
    let ns = name.start as usize;
    // "2,945,860 people, or 11.17 per cent, voted no": what the commas hold is no distance.
    let comma = |j: usize| matches!(scene.form(j), "," | "،");
    let aside = (comma(measure.end) && matches!(scene.form(measure.end + 1), "or" | "اي" | "او"))
        .then(|| (measure.end + 2..ns.min(measure.end + 10)).find(|&j| comma(j)))
        .flatten();
    let from = aside.map_or(measure.end, |close| close + 1);
    if same_unit_between(list, at, from, ns) > 0 {
        return f32::MIN;
    }
    // «144 مقعدا للمحافظين بزعامة X»: the party's.
    let led = |to: usize| {
        scene
            .tagged
            .within(to.saturating_sub(2).max(from), to)
            .iter()
            .any(|h| h.concept == Concept::Leader && scene.form(h.start as usize).starts_with('ب'))
    };
    if lang == Lang::Ar
        && name.kind == NameType::Person
        && led(ns)
        && scene.names_in(from, ns).any(|k| scene.names[k].kind == NameType::Party)
    {
        return f32::MIN;
    }
    // Skip "of the vote", من الأصوات, "votes".
    let mut j = from;
    while j < ns
        && scene.tagged.at(j).iter().any(|h| {
            matches!(
                h.concept,
                Concept::Vote | Concept::Ballot | Concept::From | Concept::Voter | Concept::Function | Concept::Got | Concept::Seat
            ) || h.concept == Concept::WentTo && lang == Lang::Ar
        })
        && !scene.tagged.at(j).iter().any(|h| h.clitics.has(Clitics::LI) && h.concept == Concept::Rival)
    {
        j = scene.tagged.at(j).iter().map(|h| h.end as usize).max().unwrap_or(j + 1).max(j + 1);
    }
    // «4.171 صوتا (2,56%) لرجل الأعمال X»: the bracket says the same in percent.
    if lang == Lang::Ar {
        let open = j + usize::from(scene.form(j) == ")");
        let close = (open..(open + 7).min(ns)).find(|&x| scene.form(x) == ")").filter(|_| scene.form(open) == "(");
        j = close.map_or(open, |close| close + 1).min(ns);
    }
    // "…, or S percent, for former prime minister Y".
    j = led_to(scene, measure).filter(|&to| (j..ns).contains(&to)).unwrap_or(j);
    let gap = scene.cost(j, ns);
    let arabic_to = lang == Lang::Ar && {
        let raw = scene.tagged.text.tokens[ns.min(scene.tagged.text.tokens.len() - 1)].span.start;
        let clitic = raw < name.span.start && scene.form(ns).starts_with('ل')
            || scene.form(ns).starts_with("لل")
            || scene.tagged.at(ns).iter().any(|h| h.clitics.has(Clitics::LI));
        let word_to = (j..ns).any(|x| {
            scene.form(x).starts_with('ل') && scene.tagged.at(x).iter().any(|h| h.clitics.has(Clitics::LI))
                || matches!(scene.form(x), "ل" | "لصالح" | "لمصلحه" | "لفايده")
        });
        // "Nine seats went to X".
        let gone = || {
            let start = scene.sentence(measure.start).start as usize;
            // «ذهبت نسبة 43.3 في المائة إلى X».
            let verb = |j: usize| matches!(scene.form(j).trim_start_matches('و'), "ذهب" | "ذهبت" | "الت" | "عادت");
            scene.has(start, measure.start, Concept::WentTo) || (measure.start.saturating_sub(4).max(start)..measure.start).any(verb)
        };
        let went = scene.form(j) == "الي"
            && (matches!(measure.unit, Concept::Seat | Concept::Vote | Concept::Member) || measure.unit == Concept::Percent && gone());
        // «10 آلاف صوت آلت إلى منافسه X».
        let went = went || scene.has(measure.end, j, Concept::WentTo);
        clitic || word_to || went
    };
    let english_to = lang == Lang::En
        && (from..ns.min(j.max(from) + 8)).any(|x| {
            matches!(scene.form(x), "for" | "by") && !(from..x).any(|y| scene.is(y, Concept::And))
                || scene.form(x) == "to"
                    && x > 0
                    && (matches!(
                        scene.form(x - 1),
                        "went" | "go" | "goes" | "going" | "awarded" | "allocated" | "given" | "belonged" | "belong"
                    ) || measure.inherited && x == from && matches!(measure.unit, Concept::Seat | Concept::Member))
        });
    if (arabic_to || english_to) && gap <= 9.0 {
        // "For the candidate of P, X": the person that follows the party is meant.
        let next = scene.names.get(k + 1).filter(|n| {
            n.kind == NameType::Person
                && matches!(name.kind, NameType::Party | NameType::Group)
                && (scene.cost(name.end as usize, n.start as usize) <= 2.5 || stands_for(scene, k))
                // "Three seats for P went to X".
                && !scene.has(name.end as usize, n.start as usize, Concept::WentTo)
        });
        let owns = scene.form(name.end as usize) == "'s"
            && scene.names.get(k + 1).is_some_and(|n| votable(n.kind) && scene.cost(name.end as usize, n.start as usize) <= 7.0);
        return TO_NAME - 0.3 * gap - if next.is_some() { 2.0 } else { 0.0 } - if owns { 3.0 } else { 0.0 };
    }
    // "77.8% in favour": right behind its figure.
    let said = |j: usize| {
        scene.is(j, Concept::VoteVerb) || scene.is(j, Concept::Cast) || matches!(scene.form(j), "voted" | "voting" | "had" | "have" | "were" | "was" | "said" | "saying" | "for")
        || lang == Lang::En && scene.form(j) == "\"" && j + 1 == ns
        // «صوت 501 ألف بـ"لا"».
        || scene.form(j) == "ب"
        || scene.form(j) == "\"" && j > from && scene.form(j - 1) == "ب"
    };
    // "5.7% "no"".
    let mark = |j: usize| matches!(scene.form(j), "\"" | "'");
    let quoted = lang == Lang::En && ns == from + 1 && mark(from) && mark(name.end as usize);
    if name.kind == NameType::Choice && ns <= from + 3 && (quoted || (from..ns).all(said)) {
        return 2.0 * TO_NAME;
    }
    // "With 5 percent, the FPD could hope": the clause of the figure comes first.
    let sentence = scene.sentence(measure.start).start as usize;
    // "Despite small losses (from 8.7 percent to 6 percent), the Greens will return".
    let leading = matches!(scene.form(sentence), "despite" | "with" | "after" | "at" | "on")
        && is_comma(scene, if scene.form(from) == ")" { from + 1 } else { from })
        && scene.names_in(sentence, measure.start).all(|k| !votable(scene.names[k].kind));
    let joined = (from..ns).any(|j| scene.is(j, Concept::And));
    let opened = leading
        || !joined
            && measure.start >= 1
            && (scene.form(measure.start - 1) == "with" || scene.form(measure.start.saturating_sub(2)) == "with");
    if opened && lang == Lang::En && gap <= 8.0 {
        // ", with 19 percent, the AfD could …": the comma before it keeps it from what stands there.
        let apart = (measure.start.saturating_sub(3)..measure.start).any(|j| is_comma(scene, j)) && is_comma(scene, from);
        return if apart { 5.5 } else { 3.0 } - 0.3 * gap;
    }
    // "2.8 million people chose Mr X".
    let chosen = |h: &Hit| (h.end as usize..ns).all(|j| scene.is(j, Concept::Title) || matches!(scene.form(j), "the" | "."));
    if scene.hits(from, ns, Concept::Chose).any(chosen) {
        return 3.5;
    }
    let got_after = lang == Lang::Ar && scene.hits(from, ns, Concept::Got).next().is_some();
    if got_after {
        return f32::MIN;
    }
    // "61% voted yes", "went to X".
    if matches!(name.kind, NameType::Choice) && gap <= 6.0 {
        return 3.0 - 0.3 * gap;
    }
    0.9 - 0.3 * gap
}

/// «لمرشح "P" المعارضة من الداخل X»: nothing but words that are told of the party between it and its candidate.
pub(super) fn stands_for(scene: &Scene, k: usize) -> bool {
    let (name, next) = (&scene.names[k], &scene.names[k + 1]);
    let (ns, ne, to) = (name.start as usize, name.end as usize, next.start as usize);
    let candidate = scene.tagged.within(ns.saturating_sub(2), ns).iter().any(|h| h.concept == Concept::Candidate);
    scene.tagged.text.tokens[ns].arabic
        && candidate
        && to <= ne + 5
        && (ne..to).all(|j| scene.tagged.text.tokens[j].kind == Kind::Word && !scene.is(j, Concept::And) || scene.form(j) == "\"")
}
