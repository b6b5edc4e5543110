//! Whom "he", "the senator", "it" or a verb with nobody named means.

use super::Carried;
use crate::facts::measure::Measure;
use crate::facts::scene::Scene;
use crate::facts::subject::{self, Attached};
use crate::lexicon::{Concept, Hit};
use crate::mentions::NameType;
use crate::text::clitic::Clitics;
use crate::text::{Kind, Lang, Sentence};

/// Whom a pronoun means: "He received N votes", "It won N", حصل على N. Nobody is named between it and the figure.
pub(super) fn pronoun(scene: &Scene, sentence: &Sentence, measure: &Measure, carried: &Carried) -> Option<Attached> {
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
        // «حصل الرئيس على 60 مليون صوت».
        let office = |j: usize| scene.form(j) == "الرييس" && scene.is(j.wrapping_sub(1), Concept::Got) && scene.form(j + 1) == "علي";
        if named.is_none() && (start + 1..measure.start).any(office) {
            return president(scene, start).and_then(found);
        }
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
        "incumbent" | "head" => president(scene, start).and_then(found),
        "president" if !matches!(scene.form(at.wrapping_sub(1)), "vice" | "deputy") => president(scene, start).and_then(found),
        _ if called(scene, at) => topic(scene, sentence, carried, Some(NameType::Person)).and_then(found),
        "he" | "she" | "him" | "his" | "her" => topic(scene, sentence, carried, Some(NameType::Person)).and_then(found),
        _ => topic(scene, sentence, carried, Some(NameType::Party)).and_then(found),
    }
}

/// "the senator took N", "gave the Morena candidate N": what somebody is, with nobody's name behind it.
pub(super) fn called(scene: &Scene, j: usize) -> bool {
    let role = |h: &Hit| {
        matches!(h.concept, Concept::Title | Concept::Candidate)
            && scene.tagged.text.tokens.get(h.end as usize).is_some_and(|t| {
                // "The former governor, 70, polled N".
                let aged = scene.form(h.end as usize) == "," && scene.tagged.is_digits(h.end as usize + 1);
                !t.capital && (t.kind != Kind::Punct || aged)
            })
    };
    let the = (j.saturating_sub(5)..j).rev().take_while(|&i| !matches!(scene.form(i), "," | "of")).any(|i| scene.form(i) == "the");
    the && !scene.tagged.text.tokens[j].capital && scene.tagged.at(j).iter().any(role) && !scene.form(j).ends_with('s')
}

/// The president named last before: who "the incumbent" is.
pub(super) fn president(scene: &Scene, before: usize) -> Option<usize> {
    scene.names_in(0, before).rev().take(60).find(|&k| {
        let s = scene.names[k].start as usize;
        let of_party = || scene.names_in(s.saturating_sub(8), s - 1).any(|j| scene.names[j].end as usize + 1 == s);
        scene.names[k].titled && s > 0 && matches!(scene.form(s - 1), "president" | "الرييس") && !of_party()
    })
}

/// Whom the text speaks of: the subject of the last figure, else the grammatical subject of the sentences just before.
pub(super) fn topic(scene: &Scene, sentence: &Sentence, carried: &Carried, kind: Option<NameType>) -> Option<usize> {
    let here = scene.tagged.text.sentence_of(sentence.start as usize);
    let fits = |k: usize| {
        kind.is_none_or(|t| {
            scene.names[k].kind == t
                || scene.names[k].kind == NameType::Unknown
                || t == NameType::Party && scene.names[k].kind == NameType::Group
        })
    };
    let last = carried.subject.filter(|&k| here <= carried.sentence + 1 && fits(k));
    let sure = last.filter(|&k| kind.is_none_or(|t| t == scene.names[k].kind || t == NameType::Party));
    sure.or_else(|| {
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
            let all = || scene.names_in(before.start as usize, before.end as usize);
            // "The election ended badly for P. It won 116 seats": the only one of its kind in the sentence just before.
            let only = || {
                let mut kin = all().filter(|&k| Some(scene.names[k].kind) == kind);
                let only = kin.next().filter(|_| s + 1 == here && kin.next().is_none() && sentence.lang == Lang::En)?;
                let possessive = scene.form(scene.names[only].end as usize) == "'s";
                (!speaks(scene, only) && !subject::adjectival(scene, only) && !possessive).then_some(only)
            };
            all().find(free).or_else(only)
        })
    })
    .or(last)
}

/// Who only says it: «قال رئيس المفوضية X», "X said".
pub(super) fn speaks(scene: &Scene, k: usize) -> bool {
    let (ns, ne) = (scene.names[k].start as usize, scene.names[k].end as usize);
    let sentence = scene.sentence(ns);
    // «الأرقام تقول إن الرئيس X يقترب …»: of X it is said.
    let of_him = |h: &Hit| (h.end as usize..ns).any(|j| scene.form(j) == "ان");
    let arabic = sentence.lang == Lang::Ar
        && scene.hits(sentence.start as usize, ns, Concept::Said).any(|h| scene.cost(h.end as usize, ns) <= 8.0 && !of_him(h));
    arabic || scene.is(ne, Concept::Said)
}
