//! What stands above tables and lists: sentences that say what they show, lines that name the place, and what the labels are.

use super::list::BARRED;
use super::{Reader, Stretch, VOTING, column};
use crate::lexicon::{Concept, Concepts};
use crate::mentions::name::NameType;
use crate::text::Kind;

/// Sentences above a block that may be its heading.
const HEADINGS: usize = 3;
/// How many are looked at for them: some may only name the places of other lists.
const ABOVE: usize = 12;

impl Reader<'_, '_> {
    /// "Total", المجموع.
    pub(super) fn is_whole(&self, (start, end): Stretch) -> bool {
        self.t.at(start).iter().any(|h| h.concept == Concept::Column && h.value == column::TOTAL) && end - start <= 4
            || self.is_told((start, end)) && !self.t.words[start].given_name
    }

    /// The sentences above token `start` that are no rows themselves; of a list within a sentence the words before it.
    pub(super) fn headings(&self, start: usize) -> Vec<(u32, u32)> {
        let text = &self.t.text;
        let here = text.sentence_of(start);
        let mut out = Vec::new();
        let sentence = text.sentences[here];
        if (sentence.start as usize) < start && !self.out.end_of(sentence.start as usize).is_some() {
            out.push((sentence.start, start as u32));
        }
        for (k, s) in text.sentences[..here].iter().enumerate().rev().take(60) {
            if out.len() == ABOVE {
                break;
            }
            // A line of figures below a row is one that could not be read.
            let below = k > 0 && self.out.end_of(text.sentences[k - 1].start as usize).is_some();
            if below
                && s.line
                && !self.numbers_in((s.start as usize, s.end as usize)).is_empty()
                && !self.has((s.start as usize, s.end as usize), VOTING)
            {
                continue;
            }
            if self.out.end_of(s.start as usize).is_none() {
                out.push((s.start, s.end));
            }
        }
        out
    }

    /// Lines that are nothing but a name, above two lists at least of people with their parties: the places where these stand.
    pub(super) fn places_above(&mut self) {
        let tokens = &self.t.text.tokens;
        let name = |(start, end): (u32, u32)| {
            let (s, e) = (start as usize, end as usize);
            let e = if self.form(e - 1) == ":" { e - 1 } else { e };
            // "KOOYONG (Victoria)".
            let e = (s..e).find(|&i| self.form(i) == "(").filter(|_| self.form(e - 1) == ")").unwrap_or(e);
            let word = |i: usize| {
                tokens[i].kind == Kind::Word && (tokens[i].arabic || tokens[i].capital)
                    || matches!(self.form(i), "-" | "'" | "," | "of" | "and" | "the")
            };
            let plain = e > s && e - s <= 5 && s > 0 && (s..e).all(word) && !self.has((s, e), VOTING) && !self.has((s, e), BARRED);
            (plain && self.t.text.sentences[self.t.text.sentence_of(s)].line).then_some((s, e))
        };
        let glossed = |b: usize| {
            let from = self.out.rows.partition_point(|row| row.block < b);
            self.out.rows[from..].iter().take_while(|row| row.block == b).any(|row| row.party.is_some())
        };
        let found: Vec<Option<Stretch>> = self
            .out
            .blocks
            .iter()
            .enumerate()
            .map(|(b, block)| block.headings.first().and_then(|&h| name(h)).filter(|_| block.people && glossed(b)))
            .collect();
        if found.iter().flatten().count() >= 2 {
            let lines: Vec<u32> = found.iter().flatten().map(|stretch| stretch.0 as u32).collect();
            for (b, stretch) in found.into_iter().enumerate() {
                let place = stretch.map(|stretch| self.label(stretch, Some(NameType::Place)));
                self.out.labels.extend(place);
                self.out.headers.extend(place.map(|label| (label.start, label.end)));
                self.out.blocks[b].place = place;
                self.out.blocks[b].headings.retain(|h| lines.binary_search(&h.0).is_err());
            }
            self.out.headers.sort_unstable();
        }
        for block in &mut self.out.blocks {
            block.headings.truncate(HEADINGS);
        }
    }

    /// Whether the labels of a list are places: by what they are and by what its heading says.
    pub(super) fn places(&self, labels: &[Stretch], headings: &[(u32, u32)], glossed: bool) -> bool {
        let whole =
            |&(s, e): &Stretch, concepts: &[Concept]| self.t.at(s).iter().any(|h| concepts.contains(&h.concept) && h.end as usize == e);
        let place = |label: &&Stretch| {
            whole(label, &[Concept::Place, Concept::Country, Concept::Capital, Concept::Abroad])
                || self.t.is(label.0, Concept::PlaceHead) && label.1 - label.0 > 1
                || self.t.is(label.1 - 1, Concept::PlaceHead)
        };
        let subject = |label: &&Stretch| {
            !place(label)
                && (self.t.words[label.0].given_name && label.1 - label.0 > 1
                    || self.has(**label, Concepts::of(&[Concept::PartyHead, Concept::PartyFamily, Concept::Group, Concept::Choice])))
        };
        let told = |&(s, e): &(u32, u32)| self.has((s as usize, e as usize), VOTING);
        let heading = headings.iter().find(|h| told(h)).or(headings.first());
        // "By province" as well as "in the provinces".
        let each = |j: usize| matches!(self.form(j), "by" | "per" | "each" | "every" | "حسب" | "بحسب" | "وفق" | "كل" | "لكل");
        let headed = |s: usize, e: usize| (s + 1..e).any(|j| self.t.is(j, Concept::PlaceHead) && each(j - 1));
        let by_place = heading.is_some_and(|&(s, e)| {
            let (s, e) = (s as usize, e as usize);
            self.column((s, e), column::PLACE) || headed(s, e)
        });
        let (places, subjects) = (labels.iter().filter(place).count(), labels.iter().filter(subject).count());
        // Many a party is called by the name of some town: "Unity".
        let by_party =
            heading.is_some_and(|&(s, e)| self.has((s as usize, e as usize), Concepts::of(&[Concept::PartyUnit, Concept::Candidate])));
        !glossed && (by_place && places >= subjects || !by_party && places > subjects && places * 2 >= labels.len())
    }
}
