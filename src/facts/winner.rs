//! Who won: a verb or noun of winning in a sentence about an election, and the name that it is said of.

use super::draft::Draft;
use super::relations::{Figure, blank, place_near, when_near};
use super::scene::Scene;
use super::subject::{adjectival, dependent};
use crate::kind::FactKind;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::NameType;
use crate::text::clitic::Clitics;
use crate::text::{Lang, Sentence};

/// What tells of a winner.
pub(super) const WINNING: Concepts = Concepts::of(&[Concept::Won, Concept::Victory, Concept::Elected, Concept::WinnerNoun]);

/// Adds the winners that a sentence names.
pub(super) fn read(scene: &Scene, sentence: &Sentence, figures: &[Figure], drafts: &mut Vec<Draft>) {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    for hit in scene.tagged.within(start, end) {
        if !WINNING.holds(hit.concept) || unreal(scene, sentence, hit) {
            continue;
        }
        let Some(k) = who_won(scene, sentence, hit) else { continue };
        let name = &scene.names[k];
        // "58 women were elected": a count, no winner.
        if name.kind == NameType::Group
            && name.start > 0
            && scene.numbers_in(name.start as usize - 1, name.end as usize).iter().any(|n| n.end <= name.end)
        {
            continue;
        }
        let (from, to) = (hit.start.min(name.start) as usize, hit.end.max(name.end) as usize);
        // "Won 9 percent", "won 11 seats": a figure, not the election. A share over half is both.
        let object = figures.iter().any(|(token, kind, value, subject)| {
            let near = *token >= hit.end as usize && scene.cost(hit.end as usize, *token) <= 7.0
                || *subject == Some(k) && hit.concept == Concept::Won;
            near && (matches!(kind, FactKind::Seats) || *kind == FactKind::VoteShare && *value < 50.0)
                && !matches!(hit.concept, Concept::Victory | Concept::Elected)
        });
        if object || !about_election(scene, sentence, hit) {
            continue;
        }
        let mut draft = blank(FactKind::Winner, "relation.winner", from, scene.tagged.text.span(from, to));
        draft.subject = Some(k);
        draft.place = place_near(scene, sentence, hit);
        draft.when = when_near(scene, sentence, from, to);
        if name.kind == NameType::Unknown || name.echo {
            draft.confidence -= 0.1;
        }
        drafts.push(draft);
    }
}

/// Denied, hoped for, or somebody's winning of something else.
fn unreal(scene: &Scene, sentence: &Sentence, hit: &Hit) -> bool {
    let (start, at) = (sentence.start as usize, hit.start as usize);
    let form = scene.form(at);
    if matches!(form, "يفوز" | "تفوز" | "ينتخب")
        || form == "win" && hit.concept == Concept::Won
        || hit.clitics.has(Clitics::SA)
        || hit.concept == Concept::Elected && hit.clitics.has(Clitics::LI)
    {
        return true;
    }
    let from = start.max(at.saturating_sub(5));
    scene.tagged.within(from, at).iter().any(|h| {
        matches!(h.concept, Concept::Not | Concept::Projection | Concept::Expected) && scene.cost(h.end as usize, at) <= 3.0
            || matches!(scene.form(h.start as usize), "if" | "اذا" | "حاله" | "would" | "could" | "may" | "might" | "hopes" | "حال" | "لو")
    }) || (from..at).any(|j| {
        matches!(
            scene.form(j),
            "if" | "اذا" | "حاله" | "حال" | "would" | "could" | "might" | "to" | "ان" | "فرص" | "bid" | "chances" | "hope" | "قد"
        ) && scene.cost(j + 1, at) <= 1.0
            && !matches!(scene.form(j), "قد")
    })
}

fn about_election(scene: &Scene, sentence: &Sentence, hit: &Hit) -> bool {
    // "came first", "president-elect", "was elected" say it by themselves.
    if hit.concept == Concept::Won && hit.end - hit.start > 1
        || hit.concept == Concept::Victory && hit.start > 0 && scene.form(hit.start as usize - 1) == "'s"
    {
        return true;
    }
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    scene.tagged.within(start, end).iter().any(|h| {
        matches!(h.concept, Concept::Election | Concept::Office | Concept::Polling | Concept::Round | Concept::Vote | Concept::Seat)
            && scene.gap((h.start as usize, h.end as usize), (hit.start as usize, hit.end as usize)) <= 16.0
    })
}

fn electable(kind: NameType) -> bool {
    !matches!(kind, NameType::Organization | NameType::Place)
}

fn who_won(scene: &Scene, sentence: &Sentence, hit: &Hit) -> Option<usize> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let (hs, he) = (hit.start as usize, hit.end as usize);
    let after = scene.names_in(he, end).find(|&k| electable(scene.names[k].kind));
    let free = |k: &usize| electable(scene.names[*k].kind) && scene.names[*k].end as usize <= hs;
    let owner = hit.concept == Concept::Victory && sentence.lang == Lang::En;
    let before = scene.names_in(start, hs).rev().find(|k| free(k) && (owner || !dependent(scene, *k) && !adjectival(scene, *k)));
    let gap_after = after.map(|k| scene.cost(he, scene.names[k].start as usize));
    // "X, the candidate of P, won": an apposition is no distance.
    let apposed =
        |ne: usize| matches!(scene.form(ne), "," | "،") && (hs.saturating_sub(5)..hs).any(|j| j > ne && matches!(scene.form(j), "," | "،"));
    let gap_before =
        before.map(|k| scene.names[k].end as usize).map(|ne| if apposed(ne) { scene.cost(ne, hs).min(4.0) } else { scene.cost(ne, hs) });
    match sentence.lang {
        Lang::Ar => {
            // Verb or noun first: فاز X, فوز X, انتخاب X. A name behind على is the loser.
            let loser = |k: usize| {
                let ns = scene.names[k].start as usize;
                (he..ns).any(|j| matches!(scene.form(j), "علي" | "امام" | "مقابل"))
                    || scene.names[k].titled && (he..ns).any(|j| scene.is(j, Concept::Rival))
            };
            let crossed = |k: usize| {
                (he..scene.names[k].start as usize).any(|j| {
                    scene.is(j, Concept::In) || scene.is(j, Concept::Clause) || scene.form(j) == "،" || scene.is(j, Concept::Election)
                })
            };
            if let (Some(k), Some(gap)) = (after, gap_after) {
                if gap <= 7.0 && !loser(k) && !crossed(k) && hit.concept != Concept::WinnerNoun {
                    return Some(k);
                }
                if hit.concept == Concept::WinnerNoun && gap <= 3.0 {
                    return Some(k);
                }
            }
            let verb = matches!(hit.concept, Concept::Won | Concept::Elected | Concept::Victory | Concept::WinnerNoun);
            (verb && gap_before.is_some_and(|g| g <= 7.0)).then_some(before).flatten()
        }
        Lang::En => match hit.concept {
            Concept::Victory => {
                let owned = before.filter(|&k| {
                    let ne = scene.names[k].end as usize;
                    scene.form(ne) == "'s" && gap_before.is_some_and(|g| g <= 3.0)
                });
                let of = after.filter(|&k| {
                    let ns = scene.names[k].start as usize;
                    gap_after.is_some_and(|g| g <= 8.0) && (he..ns).any(|j| matches!(scene.form(j), "for" | "of" | "by"))
                });
                let verb = before.filter(|_| gap_before.is_some_and(|g| g <= 5.0));
                owned.or(of).or(verb)
            }
            Concept::WinnerNoun => {
                let declared = before.filter(|_| gap_before.is_some_and(|g| g <= 14.0));
                declared.or(after.filter(|_| gap_after.is_some_and(|g| g <= 3.0)))
            }
            Concept::Elected => {
                let passive = before.filter(|_| gap_before.is_some_and(|g| g <= 6.0));
                let active = after.filter(|_| gap_after.is_some_and(|g| g <= 2.0));
                passive.or(active)
            }
            _ => before.filter(|&k| gap_before.is_some_and(|g| g <= 8.0) && scene.form(scene.names[k].end as usize) != "s"),
        },
    }
}
