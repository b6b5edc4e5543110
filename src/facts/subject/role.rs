//! What a name is to the names and verbs around it: beaten, a gloss, an owner, the complement of a preposition.

use super::{is_comma, votable};
use crate::facts::scene::Scene;
use crate::lexicon::{Concept, Concepts};
use crate::mentions::NameType;
use crate::text::Lang;
use crate::text::clitic::Clitics;

/// The name only says the party of the name before it: "X (P) – 5%", "X – P – 5%", "X, of the P, 5%".
pub(super) fn glosses(scene: &Scene, k: usize) -> bool {
    let name = &scene.names[k];
    // "Democratic Labour Party (PDT)": a short form in brackets glosses with its party.
    let Some(mut other) = k.checked_sub(1).map(|j| &scene.names[j]) else { return false };
    let short = other.kind == NameType::Party
        && k > 1
        && scene.form(name.start as usize - 1) == "("
        && other.end as usize + 1 == name.start as usize;
    if short && glosses(scene, k - 1) {
        return true;
    }
    if other.kind == NameType::Organization && k > 1 {
        other = &scene.names[k - 2];
    }
    let (from, to) = (other.end as usize, name.start as usize);
    if from > to || scene.cost(from, to) > 14.0 || scene.sentence(from).start != scene.sentence(to).start || other.kind != NameType::Person
    {
        return false;
    }
    let open = (from..to).any(|j| scene.form(j) == "(") && !(from..to).any(|j| scene.form(j) == ")");
    // «X «مستقل» بـ33 ألف صوت»: so in quotes.
    let dashed = (from..to).all(|j| matches!(scene.form(j), "-" | "،" | "," | "\""))
        && to > from
        && matches!(name.kind, NameType::Party | NameType::Unknown | NameType::Group);
    let standing =
        scene.tagged.within(from, to).iter().any(|h| matches!(h.concept, Concept::Contest | Concept::Candidate | Concept::Leader));
    // "Garcia, of the centre-left APRA party, 47.3 percent".
    let apposed = scene.form(from) == "," && scene.form(from + 1) == "of";
    let reach = match (standing, apposed) {
        (true, _) => 14.0,
        (_, true) => 9.0,
        _ => 6.0,
    };
    let near = scene.cost(from, to) <= reach;
    // «X (72 عاما)، الزعيم السابق لحزب P، بنسبة 51.7».
    let li = scene.tagged.at(to).iter().any(|h| h.clitics.has(Clitics::LI));
    if standing && near && li && name.kind == NameType::Party && (from..to).any(|j| is_comma(scene, j)) {
        return true;
    }
    let of = near
        && matches!(name.kind, NameType::Party | NameType::Unknown)
        && (from..to).any(|j| {
            matches!(
                scene.form(j),
                "عن" | "من"
                    | "باسم"
                    | "of"
                    | "for"
                    | "from"
                    | "مرشح"
                    | "مرشحا"
                    | "مرشحه"
                    | "ممثلا"
                    | "ممثل"
                    | "ممثله"
                    | "candidate"
                    | "representing"
            )
        });
    let of = of
        || near
            && name.kind == NameType::Party
            && scene
                .tagged
                .within(to.saturating_sub(3), to)
                .iter()
                // «ومرشح «P»».
                .any(|h| {
                    let quote = usize::from(scene.form(to - 1) == "\"");
                    matches!(h.concept, Concept::Candidate | Concept::Leader) && h.end as usize + quote == to
                });
    // "a fellow Republican who …".
    let fellow = near && name.kind == NameType::Party && to > 0 && matches!(scene.form(to - 1), "a" | "fellow" | "an");
    open && scene.cost(from, to) <= 5.0 || dashed || of || fellow
}

/// The one that lost: "when he unseated X with 54%", «هزم X».
pub(in crate::facts) fn beaten(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let sentence = *scene.sentence(ns);
    let led = scene.tagged.within(ns.saturating_sub(7).max(sentence.start as usize), ns).iter();
    let mut verbs = led.filter(|h| h.concept == Concept::Won && h.value != 3);
    match sentence.lang {
        Lang::Ar => {
            // «هزم X الرئيس السابق Y»: of two behind the verb, the second.
            let defeat = |k: usize| {
                let at = scene.names[k].start as usize;
                let verb = scene.tagged.within(at.saturating_sub(1).max(sentence.start as usize), at).iter();
                verb.rev().any(|h| h.concept == Concept::Won && scene.form(h.start as usize).contains("هزم") && h.end as usize == at)
            };
            let pair = |k: usize| {
                scene.names.get(k + 1).is_some_and(|n| {
                    let (from, to) = (scene.names[k].end as usize, n.start as usize);
                    votable(n.kind)
                        && to < sentence.end as usize
                        && to - from <= 4
                        && (from..to).all(|j| scene.is(j, Concept::Title) || scene.is(j, Concept::Previous))
                })
            };
            defeat(k) && !pair(k) || k > 0 && defeat(k - 1) && pair(k - 1) || overcome(scene, k)
        }
        _ => {
            // "defeated far-right incumbent X": nothing but words that describe X.
            let plain = |j: usize| {
                let token = &scene.tagged.text.tokens[j];
                scene.form(j) == "-" && !token.spaced || scene.is(j, Concept::Title) || !scene.tagged.words[j].tagged && !token.capital
            };
            verbs.any(|h| {
                // "was won by X".
                let by = scene.form(h.end as usize - 1) == "by";
                !by && !matches!(scene.form(h.start as usize), "won" | "win" | "wins" | "winning")
                    && (scene.cost(h.end as usize, ns) <= 3.0 || (h.end as usize..ns).all(plain))
            })
        }
    }
}

/// «تغلب على X», «فاز الرئيس على منافسه X»: behind the «على» of a victory, with nobody between.
pub(super) fn overcome(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let sentence = scene.sentence(ns).start as usize;
    let told = const { Concepts::of(&[Concept::Got, Concept::Won, Concept::Said, Concept::Election, Concept::Vote, Concept::Seat]) };
    let plain = |j: usize| !scene.tagged.is_any(j, told) && !scene.tagged.is_digits(j) && !is_comma(scene, j);
    let Some(over) = (ns.saturating_sub(6).max(sentence)..ns).rev().find(|&j| scene.form(j) == "علي") else { return false };
    let verb = scene.tagged.within(over.saturating_sub(10).max(sentence), over).iter().rev();
    let mut verb = verb.filter(|h| h.concept == Concept::Won && matches!(h.value, 1 | 4) || h.concept == Concept::Victory);
    (over + 1..ns).all(plain)
        && scene.names_in(over, ns).next().is_none()
        && verb.next().is_some_and(|h| !(h.end as usize..over).any(|j| scene.tagged.is_digits(j)))
}

/// Beaten, or behind "of": "beating X", "of minister X".
pub(super) fn objected(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let sentence = scene.sentence(ns).start as usize;
    let of = (ns.saturating_sub(4).max(sentence)..ns)
        .rev()
        .find(|&j| !(scene.is(j, Concept::Title) || scene.tagged.text.tokens[j].capital || scene.form(j) == "the"));
    beaten(scene, k) || of.is_some_and(|j| scene.form(j) == "of" && j > 0 && scene.form(j - 1) != "ahead")
}

/// A person who only says whose party the one before is: "the Progress alliance of speaker X", "the Y Party of former president X".
pub(super) fn whose_party(scene: &Scene, k: usize) -> bool {
    let Some(party) = k.checked_sub(1).map(|j| &scene.names[j]).filter(|n| n.kind == NameType::Party) else { return false };
    let (from, to) = (party.end as usize, scene.names[k].start as usize);
    let light = const {
        Concepts::of(&[Concept::PartyHead, Concept::PartyUnit, Concept::Title, Concept::Office, Concept::Candidate, Concept::Leader])
    };
    let plain = |j: usize| {
        matches!(scene.form(j), "of" | "the" | "under")
            || scene.tagged.is_any(j, light)
            // "three-time premier".
            || matches!(scene.form(j), "-" | "time" | "times") || scene.is(j, Concept::Number)
            || !scene.tagged.words[j].tagged && !scene.tagged.text.tokens[j].capital
    };
    let of = from < to && scene.names[k].kind == NameType::Person && (from..to).any(|j| matches!(scene.form(j), "of" | "under"));
    of && to - from <= 6 && (from..to).all(plain)
}

/// The short form of the party named right before: "X (P)", "X (P/Q)".
pub(super) fn restates(scene: &Scene, k: usize) -> bool {
    let (Some(before), name) = (k.checked_sub(1).map(|j| &scene.names[j]), &scene.names[k]) else { return false };
    let (from, to) = (before.end as usize, name.start as usize);
    votable(before.kind)
        && votable(name.kind)
        && name.end == name.start + 1
        && (to == from + 1 && (scene.form(from) == "(" || scene.form(from) == "/" && restates(scene, k - 1)))
        && matches!(scene.form(name.end as usize), ")" | "/")
}

/// The name stands as somebody's rival or behind "against", "over".
pub(super) fn aside(scene: &Scene, k: usize) -> bool {
    let ns = scene.names[k].start as usize;
    let sentence = scene.sentence(ns).start as usize;
    (sentence.max(ns.saturating_sub(7))..ns).rev().any(|j| {
        // "moved ahead of far-right incumbent X".
        let reach = if scene.form(j) == "ahead" { 6.0 } else { 3.0 };
        scene.tagged.at(j).iter().any(|h| {
            (h.concept == Concept::Against
                || h.concept == Concept::Rival && (h.clitics.has(Clitics::LI) || scene.form(j.wrapping_sub(1)) == "علي"))
                && scene.cost(h.end as usize, ns) <= reach
        })
    })
}

/// "The party that X led".
pub(in crate::facts) fn inside_relative(scene: &Scene, k: usize) -> bool {
    let (ns, ne) = (scene.names[k].start as usize, scene.names[k].end as usize);
    ns > 0 && matches!(scene.form(ns - 1), "that" | "which") && matches!(scene.form(ne), "led" | "leads" | "founded" | "heads" | "headed")
}

/// The name depends on a preposition before it, or owns what comes next: "the candidate of X", "X's party".
pub(in crate::facts) fn dependent(scene: &Scene, k: usize) -> bool {
    let name = &scene.names[k];
    let (ns, ne) = (name.start as usize, name.end as usize);
    let sentence = scene.sentence(ns).start as usize;
    let preposition = |j: usize| matches!(scene.form(j), "of" | "over" | "against" | "for");
    // "Among the Kurds, …".
    let among = ns > sentence && (ns.saturating_sub(2)..ns).any(|j| scene.form(j) == "among");
    among
        || ns > 0 && (preposition(ns - 1) || matches!(scene.form(ns - 1), "in" | "from"))
        || scene.form(ne) == "'s"
        || (ns.saturating_sub(5).max(sentence)..ns).rev().take_while(|&j| !matches!(scene.form(j), "," | ";" | ".")).any(preposition)
}

/// The name only describes the noun behind it: "Labour candidate", "the Social Democratic member".
pub(in crate::facts) fn adjectival(scene: &Scene, k: usize) -> bool {
    let ne = scene.names[k].end as usize;
    scene.tagged.text.tokens.get(ne).is_some_and(|t| !t.capital && !t.arabic)
        && scene.tagged.at(ne).iter().any(|h| {
            matches!(
                h.concept,
                Concept::Title
                    | Concept::Candidate
                    | Concept::Member
                    | Concept::Leader
                    | Concept::Voter
                    | Concept::Security
                    | Concept::Staff
                    | Concept::Journalist
            )
        })
}
