//! The day an article was written, where its head says so: "LONDON, March 3 2021 (Reuters) -", "نشر في 21/11/2022".
//!
//! A wrong one shifts every relative date of the article, so anything that could be a sentence is left alone.

use super::draft::{Draft, When};
use super::parse::drafts;
use crate::date::PartialDate;
use crate::lexicon::{Concept, Tagged};
use crate::text::Kind;

const LINES: usize = 3;
const TOKENS: usize = 60;
/// Words of a place before the date.
const PLACE: usize = 4;

/// The publication day that the head of a text states.
pub fn dateline(text: &Tagged) -> Option<PartialDate> {
    let tokens = &text.text.tokens;
    let head = &tokens[..tokens.len().min(TOKENS)];
    let last_line = head
        .iter()
        .map(|t| t.line)
        .fold((0, u32::MAX), |(n, seen), line| if n < LINES && line != seen { (n + 1, line) } else { (n, seen) })
        .1;
    let drafts = drafts(text, &[]);
    let inside = |d: &&Draft| d.start < head.len() && tokens[d.start].line <= last_line;
    let draft = drafts.iter().take_while(inside).find(|d| is_full(d) && is_dateline(text, d))?;
    let When::Day { month, day, .. } = draft.when else { return None };
    PartialDate::day(draft.known_year()?, month, day)
}

fn is_full(draft: &Draft) -> bool {
    matches!(draft.when, When::Day { .. }) && draft.known_year().is_some() && draft.until.is_none() && !draft.relative
}

fn is_dateline(text: &Tagged, draft: &Draft) -> bool {
    let tokens = &text.text.tokens;
    let line = tokens[draft.start].line;
    let same = |i: &usize| tokens.get(*i).is_some_and(|t| t.line == line);
    let start = (0..draft.start).rev().take_while(same).last().unwrap_or(draft.start);
    let ends = !same(&draft.end);
    let form = |i: usize| text.text.form(i);
    // Nothing before it but "published on".
    let mut at = start;
    while at < draft.start {
        at = match text.hit(at, Concept::Published) {
            Some(hit) => hit.end as usize,
            None if at > start && tokens[at].kind == Kind::Punct || text.is(at, Concept::DateLead) => at + 1,
            None => break,
        };
    }
    let published = at == draft.start && start < draft.start && text.is(start, Concept::Published);
    let clock = (draft.end..tokens.len()).take_while(same).take(9).all(|i| tokens[i].kind != Kind::Word || form(i).chars().count() <= 3);
    if published || (start == draft.start && (ends || clock)) {
        return true;
    }
    let place = start..draft.start.saturating_sub(1);
    let names = place.clone().filter(|&i| tokens[i].kind == Kind::Word);
    let marked = draft.start > start && matches!(form(draft.start - 1), "," | "،" | "-" | ":" | "/" | "(");
    let after = matches!(form(draft.end), "-" | "(" | ":" | "/" | ")")
        || (form(draft.end) == "," || form(draft.end) == "،") && form(draft.end + 1) == "(";
    let is_name = |i: usize| (tokens[i].arabic || tokens[i].capital) && !text.is(i, Concept::DateLead) && !text.is(i, Concept::Election);
    let placed = marked
        && names.clone().count() <= PLACE
        && names.clone().next().is_some()
        && names.clone().all(is_name)
        && !place.clone().any(|i| text.is_digits(i));
    (placed || start == draft.start) && (after || ends)
}
