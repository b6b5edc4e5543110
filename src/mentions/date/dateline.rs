//! The day an article was written, where its head says so: "LONDON, March 3 2021 (Reuters) -", "نشر في 21/11/2022".
//!
//! A wrong one shifts every relative date of the article, so anything that could be a sentence is left alone.

use std::ops::Range;

use super::draft::{Draft, When};
use super::parse::drafts;
use crate::date::PartialDate;
use crate::lexicon::{Concept, Lexicon, Tagged};
use crate::text::{Kind, Lang, Text};

const LINES: usize = 3;
const TOKENS: usize = 60;
/// Tokens that a date may take, and what is looked at behind it.
const DATE: usize = 24;
/// Words of a place before the date, with a mark between them or without.
const PLACE: usize = 4;
const BARE_PLACE: usize = 2;
/// Tokens of a clock time after the date, of an agency's name in brackets.
const CLOCK: usize = 9;
const AGENCY: usize = 5;

/// The publication day that the head of a text states.
pub fn dateline(text: &Tagged) -> Option<PartialDate> {
    find(text, text.text.lang())
}

/// As [`dateline`], of a text of which no more than its head need be read.
pub fn dateline_of(text: &str) -> Option<PartialDate> {
    let head = dated_head(text)?;
    find(&Lexicon::get().tag(Text::new(head)), Lang::of(text))
}

fn find(text: &Tagged, lang: Lang) -> Option<PartialDate> {
    let tokens = &text.text.tokens;
    let mut lines = tokens.iter().take(TOKENS).map(|t| t.line).collect::<Vec<_>>();
    lines.dedup();
    let last = *lines.get(LINES - 1).or(lines.last())?;
    let inside = |d: &&Draft| d.start < TOKENS && tokens[d.start].line <= last;
    let drafts = drafts(text, &[], lang, TOKENS + DATE);
    let draft = drafts.iter().take_while(inside).find(|d| is_full(d) && is_dateline(text, d))?;
    let When::Day { month, day, .. } = draft.when else { return None };
    PartialDate::day(draft.known_year()?, month, day)
}

/// The lines and words that can hold a dateline and what follows it; none where no year stands among them.
///
/// Words and lines that are not told as such here only make it longer.
fn dated_head(text: &str) -> Option<&str> {
    let (mut lines, mut words, mut digits, mut dated) = (0, 0, 0, false);
    // Words before the line, and what stands before this byte.
    let (mut begun, mut space, mut empty) = (0, true, true);
    let bytes = text.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let digit = match byte {
            b'0'..=b'9' => true,
            0xD9 | 0xDB => bytes.get(at + 1).is_some_and(|next| matches!((byte, next), (0xD9, 0xA0..=0xA9) | (0xDB, 0xB0..=0xB9))),
            // Marks may stand in a number.
            0x80..=0xBF | 0xE2 | 0xEF => continue,
            _ => false,
        };
        digits = if digit { digits + 1 } else { 0 };
        // It begins its line, but for a place or "published on".
        dated |= digits == 4 && words <= begun + DATE;
        if byte.is_ascii_whitespace() {
            lines += usize::from(byte == b'\n' && !empty);
            (space, empty) = (true, empty || byte == b'\n');
            begun = if byte == b'\n' { words } else { begun };
            continue;
        }
        // A word is one token at least.
        let letter = byte.is_ascii_alphanumeric() || byte >= 0xC3;
        words += usize::from(space && letter);
        (space, empty) = (space && !letter, empty && !letter);
        if lines == LINES || words > TOKENS + DATE && (!dated || words > TOKENS + 2 * DATE) {
            return dated.then(|| &text[..at]);
        }
    }
    dated.then_some(text)
}

fn is_full(draft: &Draft) -> bool {
    matches!(draft.when, When::Day { .. }) && draft.known_year().is_some() && draft.until.is_none() && !draft.relative
}

fn is_dateline(text: &Tagged, draft: &Draft) -> bool {
    let tokens = &text.text.tokens;
    let same = |i: usize| tokens.get(i).is_some_and(|t| t.line == tokens[draft.start].line);
    let start = (0..draft.start).rev().take_while(|&i| same(i)).last().unwrap_or(draft.start);
    let rest: Vec<usize> = (draft.end..tokens.len()).take_while(|&i| same(i)).take(CLOCK + 1).collect();
    let closed = rest.is_empty() || rest.len() <= CLOCK && rest.iter().all(|&i| is_clock(text, i));
    if start == draft.start {
        return closed || opens_text(text, draft.end);
    }
    is_published(text, start..draft.start) || is_place(text, start..draft.start, draft.end, rest.is_empty())
}

/// "نشر في", "Published:".
fn is_published(text: &Tagged, before: Range<usize>) -> bool {
    let Some(lead) = text.hit(before.start, Concept::Published) else { return false };
    (lead.end as usize..before.end).all(|i| text.text.tokens[i].kind == Kind::Punct || text.is(i, Concept::DateLead))
}

/// A place before the date, and what stands between a dateline and its text after it.
fn is_place(text: &Tagged, before: Range<usize>, end: usize, alone: bool) -> bool {
    let tokens = &text.text.tokens;
    let last = before.end - 1;
    let marked = matches!(text.text.form(last), "," | "،" | "-" | ":" | "/" | "(");
    let led = text.is(last, Concept::DateLead) && tokens[last].arabic;
    let place = before.start..if marked || led { last } else { before.end };
    let is_name = |i: usize| {
        let told = [Concept::DateLead, Concept::Election, Concept::Polling, Concept::Result].iter().any(|&c| text.is(i, c));
        (tokens[i].arabic || tokens[i].capital) && !told
    };
    let names = place.clone().filter(|&i| tokens[i].kind == Kind::Word).count();
    let all_names = place.clone().all(|i| tokens[i].kind == Kind::Punct || tokens[i].kind == Kind::Word && is_name(i));
    let most = if marked { PLACE } else { BARE_PLACE };
    if names == 0 || names > most || !all_names {
        return false;
    }
    has_agency(text, end) || marked && (alone || opens_text(text, end))
}

/// A dash, a bracket or a colon, after which the text begins.
fn opens_text(text: &Tagged, i: usize) -> bool {
    let at = i + usize::from(matches!(text.text.form(i), "," | "،" | ")"));
    matches!(text.text.form(at), "-" | "(" | ":" | "/") || at > i && text.text.form(i) == ")"
}

/// "(Reuters) -", "/ وام /".
fn has_agency(text: &Tagged, i: usize) -> bool {
    let close = match text.text.form(i) {
        "(" => ")",
        "/" => "/",
        _ => return false,
    };
    let Some(end) = (i + 2..i + 2 + AGENCY).find(|&at| text.text.form(at) == close) else { return false };
    close == "/" || matches!(text.text.form(end + 1), "-" | ":" | "/")
}

/// What a time of day is written with.
fn is_clock(text: &Tagged, i: usize) -> bool {
    let (token, letters) = (&text.text.tokens[i], text.text.form(i).chars().count());
    token.kind != Kind::Word || if token.arabic { letters == 1 } else { letters <= 2 || token.capital && letters <= 4 }
}
