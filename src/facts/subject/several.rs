//! Names that get one figure each in order, or share one.

use super::role::{beaten, dependent, glosses, whose_party};
use super::{is_comma, votable};
use crate::facts::measure::Measure;
use crate::facts::scene::Scene;
use crate::lexicon::Concept;
use crate::mentions::NameType;
use crate::text::clitic::Clitics;

/// "X, who has backed Y, beat Z by 51% to 49%": the one that won and the one that lost.
pub(in crate::facts) fn contest(scene: &Scene, list: &[Measure], first: usize) -> Option<Vec<usize>> {
    let sentence = scene.sentence(list[first].start);
    let free = |k: &usize| votable(scene.names[*k].kind) && !glosses(scene, *k);
    // "X was leading Y 56% to 43%": the verb, where nothing but who Y is stands before Y.
    let trails = |k: usize| {
        let ns = scene.names[k].start as usize;
        let plain = |j: usize| {
            scene.is(j, Concept::Title) || scene.names_in(j, j + 1).next().is_some() || matches!(scene.form(j), "the" | "his" | "her")
        };
        let from = ns.saturating_sub(6).max(sentence.start as usize);
        scene.hits(from, ns, Concept::Ahead).find(|h| h.value == 1 && (h.end as usize..ns).all(plain)).map(|h| h.start as usize)
    };
    let before = || scene.names_in(sentence.start as usize, list[first].start).rev();
    let loser = before().find(|k| free(k) && (beaten(scene, *k) || trails(*k).is_some()))?;
    let stood = |k: &usize| free(k) && !dependent(scene, *k);
    let winner = match trails(loser) {
        // "The poll of X had Y leading Z": who stands at the verb.
        Some(verb) => scene.names_in(sentence.start as usize, verb).rev().find(stood)?,
        None => scene.names_in(sentence.start as usize, scene.names[loser].start as usize).find(stood)?,
    };
    // "Democrat X defeated Republican Y": the person behind the party's word.
    let person = winner + 1 < loser
        && scene.names[winner + 1].kind == NameType::Person
        && scene.names[winner].kind != NameType::Person
        && (scene.names[winner].end..scene.names[winner + 1].start)
            .all(|j| scene.is(j as usize, Concept::Title) || scene.is(j as usize, Concept::Candidate) || is_comma(scene, j as usize));
    Some(vec![winner + usize::from(person), loser])
}

/// The subjects of figures that are paired by order: "A and B got 24% and 17% respectively". One name for each of
/// `count` figures, nearest group before the first figure.
pub(in crate::facts) fn respectively(scene: &Scene, list: &[Measure], first: usize, count: usize) -> Option<Vec<usize>> {
    let sentence = scene.sentence(list[first].start);
    // «حزب P بزعامة X وحزب Q بزعامة Y، فحصلا على …»: not the leaders.
    let leads = |k: usize| {
        let ns = scene.names[k].start as usize;
        let led = scene.tagged.within(ns.saturating_sub(2), ns).iter().any(|h| h.concept == Concept::Leader && h.end as usize == ns);
        k > 0 && led && scene.names[k - 1].kind == NameType::Party || whose_party(scene, k)
    };
    let free = |k: &usize| votable(scene.names[*k].kind) && !leads(*k);
    let names: Vec<usize> = scene.names_in(sentence.start as usize, list[first].start).filter(free).collect();
    (names.len() >= count).then(|| names[names.len() - count..].to_vec())
}

/// The names that share one figure: "A and B with 19.5% each". The coordinated names right before it.
pub(in crate::facts) fn each(scene: &Scene, list: &[Measure], at: usize) -> Vec<usize> {
    let measure = &list[at];
    let sentence = scene.sentence(measure.start);
    // "16 each for A and B", «مقعد واحد لكل من A وB».
    if let Some(each) = scene.hits(measure.end, measure.end + 2, Concept::Each).next()
        && (matches!(scene.form(each.end as usize), "for" | "to") || each.clitics.has(Clitics::LI))
    {
        let to = list.get(at + 1).map_or(sentence.end as usize, |next| next.start);
        return scene.names_in(each.end as usize, to).filter(|&k| votable(scene.names[k].kind)).take(3).collect();
    }
    let from = list[..at].iter().map(|m| m.end).max().unwrap_or(0).max(sentence.start as usize);
    let names: Vec<usize> = scene.names_in(from, measure.start).filter(|&k| votable(scene.names[k].kind)).collect();
    names.into_iter().rev().take(3).collect()
}
