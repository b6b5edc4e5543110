//! The days of voting: which of a sentence's dates are the day of an election, and not of what is said or done around it.

use super::draft::{Draft, When};
use super::relations::{blank, when_near};
use super::scene::Scene;
use crate::date::PartialDate;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Concepts, Hit};
use crate::mentions::DateMention;
use crate::text::{Lang, Sentence};

/// What tells that a date is the day of the vote.
pub(super) const DAY_OF_VOTE: Concepts =
    Concepts::of(&[Concept::Election, Concept::Round, Concept::Polling, Concept::Elected, Concept::Turnout, Concept::Victory]);
/// What speaks for that or against it.
const EVENTS: Concepts = Concepts::of(&[
    Concept::Election,
    Concept::Round,
    Concept::Polling,
    Concept::Held,
    Concept::AroundVote,
    Concept::Said,
    Concept::Result,
    Concept::Elected,
    Concept::Turnout,
    Concept::Victory,
    Concept::Won,
    Concept::Cast,
    Concept::Voter,
]);

/// The day of voting that `date` is, if it is one.
pub(super) fn read(scene: &Scene, sentence: &Sentence, date: &DateMention) -> Option<Draft> {
    let value = date.date?;
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let (ds, de) = (date.start as usize, date.end as usize);
    let here = (ds, de);
    let away = |h: &Hit| {
        let crossed = scene.dates_in(start, end).iter().filter(|d| {
            let (s, e) = (d.start as usize, d.end as usize);
            (s, e) != here && (s >= h.end as usize && e <= ds || s >= de && e <= h.start as usize)
        });
        scene.gap((h.start as usize, h.end as usize), here) + 4.0 * crossed.count() as f32
    };
    let beside = |h: &&Hit| EVENTS.holds(h.concept) && (h.end as usize <= ds || h.start as usize >= de);
    let events: Vec<(Concept, f32)> = scene.events(start, end).filter(beside).map(|h| (h.concept, away(h))).collect();
    let nearest = |concepts: &[Concept]| events.iter().filter(|(c, _)| concepts.contains(c)).map(|(_, gap)| *gap).min_by(f32::total_cmp);
    let election = nearest(&[Concept::Election, Concept::Round]);
    let polling = nearest(&[Concept::Polling]);
    let held = nearest(&[Concept::Held]);
    let around = nearest(&[Concept::AroundVote, Concept::Said, Concept::Result]);
    let elected = nearest(&[Concept::Elected]).filter(|_| scene.has(start, end, Concept::Office)).map(|g| g + 1.0);
    // "Turnout on Sunday", "after a victory on Sunday".
    let outcome = nearest(&[Concept::Turnout, Concept::Victory]).filter(|g| *g <= 1.0).map(|g| g + 1.0);
    let event = [election, polling, elected, outcome].into_iter().flatten().min_by(f32::total_cmp)?;
    // "A survey published on Tuesday gave X 52% in a run-off": the day of the survey.
    let survey = |h: &&Hit| matches!(h.concept, Concept::OpinionPoll | Concept::Projection);
    let surveyed = scene.tagged.within(start, ds).iter().rfind(survey);
    if surveyed.is_some_and(|h| scene.cost(h.end as usize, ds) <= 4.0 && !scene.has(h.end as usize, ds, Concept::Election)) {
        return None;
    }
    // «قال الرئيس، الأحد، إن …»: the day of the saying.
    let behind = if matches!(scene.form(de), "،" | ",") { de + 1 } else { de };
    if matches!(scene.form(behind), "ان" | "بان") && scene.has(start, ds, Concept::Said) {
        return None;
    }
    let bare = value.month.is_none();
    if bare {
        // A year makes a date only where it says when an election is held.
        let ok = held.is_some_and(|h| h <= 5.0) && election.is_some_and(|e| e <= 6.0) && around.is_none_or(|a| a > 7.0);
        if !ok {
            return None;
        }
    } else {
        let won = nearest(&[Concept::Won, Concept::Victory, Concept::Elected, Concept::Cast, Concept::Voter]);
        let support = [held, won].into_iter().flatten().min_by(f32::total_cmp);
        let direct = election.is_some_and(|e| e <= 3.0);
        let reach = match support {
            Some(s) if s <= 2.0 => 20.0,
            Some(s) if s <= 5.0 => 11.0,
            _ => 6.0,
        };
        // "announced on 9 April that …": the day of the saying.
        let said = scene
            .events(start, ds)
            .rev()
            .any(|h| matches!(h.concept, Concept::Said | Concept::AroundVote) && scene.cost(h.end as usize, ds) <= 1.0);
        if said && event > 1.0 {
            return None;
        }
        let blocked = around.is_some_and(|a| a + 1.0 < event && support.is_none_or(|s| a + 0.5 < s));
        // Between the date and the vote stands another event: "registration for the elections begins on …".
        let (lo, hi) = scene
            .tagged
            .within(start, end)
            .iter()
            .filter(|h| {
                matches!(h.concept, Concept::Election | Concept::Round | Concept::Polling)
                    && (h.end as usize <= ds || h.start as usize >= de)
            })
            .min_by(|a, b| {
                scene.gap((a.start as usize, a.end as usize), here).total_cmp(&scene.gap((b.start as usize, b.end as usize), here))
            })
            .map_or((0, 0), |h| if h.end as usize <= ds { (h.end as usize, ds) } else { (de, h.start as usize) });
        if scene.has(lo, hi, Concept::AroundVote) && !scene.has(lo, hi, Concept::Held) {
            return None;
        }
        // A day of publication is mostly when something was said.
        let verb_before = scene.events(start, ds).rev().find(|h| {
            matches!(
                h.concept,
                Concept::Said | Concept::AroundVote | Concept::Held | Concept::Polling | Concept::Election | Concept::Cast | Concept::Won
            )
        });
        let said_last = verb_before.is_some_and(|h| matches!(h.concept, Concept::Said | Concept::AroundVote));
        let voting_verb = verb_before.is_some_and(|h| {
            !matches!(h.concept, Concept::Said | Concept::AroundVote | Concept::Election) && scene.cost(h.end as usize, ds) <= 9.0
        });
        let near_vote = voting_verb || [held, polling, nearest(&[Concept::Cast])].into_iter().flatten().any(|g| g <= 4.0);
        let weekday = scene.has(ds, de, Concept::Weekday)
            && !(ds..de).any(|j| scene.tagged.is_digits(j))
            && value.day.is_some()
            && sentence.lang == Lang::Ar;
        // "Next month" by itself says when only beside a word of holding.
        let vague = value.day.is_none() && !scene.has(ds, de, Concept::Month) && !scene.has(ds, de, Concept::WeakMonth);
        if vague && held.is_none_or(|h| h > 4.0) {
            return None;
        }
        if (date.relative || weekday)
            && (said_last && !scene.events(start, ds).any(|h| h.concept == Concept::Election)
                || !(near_vote || election.is_some_and(|e| e <= 8.0) && scene.events(start, ds).any(|h| h.concept == Concept::Election)))
        {
            return None;
        }
        if event > reach
            || blocked && !direct
            || date.relative && !direct && support.is_none_or(|s| s > 6.0) && polling.is_none_or(|p| p > 6.0)
        {
            return None;
        }
    }
    // غداة الانتخابات: the day after; عشية: the eve.
    let after = (de..(de + 8).min(end)).map(|j| scene.form(j)).find_map(|w| match w {
        "غداه" => Some(-1),
        "عشيه" => Some(1),
        _ => None,
    });
    let value = after.and_then(|d| value.civil()?.checked_add(jiff::Span::new().days(d)).ok()).map_or(value, PartialDate::from);
    let mut draft = blank(FactKind::ElectionDate, "relation.election_date", ds, date.span);
    draft.date = Some(value);
    draft.date_end = date.date_end;
    draft.when = When { year: Some(value.year), ..when_near(scene, sentence, ds, de) };
    if value.day.is_none() {
        draft.confidence -= 0.1;
    }
    draft.confidence -= f64::from(event.min(10.0)) * 0.01;
    Some(draft)
}
