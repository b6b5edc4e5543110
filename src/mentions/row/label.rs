//! Labels → names: without quotes and titles, apart from the party beside them.

use super::{Label, Reader, Stretch};
use crate::lexicon::{Concept, Concepts};
use crate::mentions::name::NameType;
use crate::text::clitic::skip_letters;

impl Reader<'_, '_> {
    /// The name of a cell and what its bracket says: "Liberal Party (PL)".
    pub(super) fn glossed(&self, (start, end): Stretch) -> (Stretch, Option<Stretch>) {
        let open = (start + 1..end).find(|&i| self.form(i) == "(");
        let close = open.and_then(|o| (o + 1..end).find(|&i| self.form(i) == ")"));
        match (open, close) {
            (Some(open), Some(close)) if close > open + 1 => ((start, open), Some((open + 1, close))),
            (Some(open), _) => ((start, open), None),
            _ => ((start, end), None),
        }
    }

    /// A subject with the party that a bracket or a second segment names.
    pub(super) fn named(&self, name: Stretch, gloss: Option<Stretch>, kind: Option<NameType>) -> (Label, Option<Label>) {
        let mut subject = self.label(name, kind);
        let Some(gloss) = gloss else { return (subject, None) };
        // "Democratic Green Party of Rwanda, DGPR".
        let to = (gloss.0 + 1..gloss.1).find(|&i| matches!(self.form(i), "," | "،")).unwrap_or(gloss.1);
        let gloss = (gloss.0, to);
        let party = self.label(gloss, Some(NameType::Party));
        let independent = self.t.hit(gloss.0, Concept::Group).is_some_and(|h| h.end as usize == gloss.1);
        // "Republican Left of Catalonia (ERC)", "Together for Catalonia (Junts)": no person is called so.
        let phrase = (name.0..name.1).any(|i| matches!(self.form(i), "of" | "for" | "and" | "the") && !self.t.text.tokens[i].capital);
        if phrase && subject.kind == NameType::Unknown {
            subject.kind = NameType::Party;
        }
        if self.is_short_form(name, gloss) || subject.kind == NameType::Party {
            subject.kind = NameType::Party;
            return (subject, Some(party).filter(|_| gloss.1 - gloss.0 == 1 && !independent));
        }
        if subject.kind == NameType::Unknown {
            subject.kind = NameType::Person;
        }
        (subject, Some(party).filter(|_| !independent && subject.kind == NameType::Person))
    }

    /// "Barisan Nasional (BN)": the initials.
    fn is_short_form(&self, name: Stretch, gloss: Stretch) -> bool {
        let initials: String =
            (name.0..name.1).filter(|&i| self.t.text.tokens[i].capital).filter_map(|i| self.form(i).chars().next()).collect();
        let short: String = (gloss.0..gloss.1).map(|i| self.form(i)).collect();
        gloss.1 - gloss.0 == 1 && short.chars().count() > 1 && (initials == short || initials.len() > 2 && short.starts_with(&initials))
    }

    /// The name that tokens `start..end` are.
    pub(super) fn label(&self, (start, end): Stretch, kind: Option<NameType>) -> Label {
        let (mut s, mut e) = (start, end);
        while e > s + 1 && matches!(self.form(e - 1), "\"" | "'" | "." | "*") {
            e -= 1;
        }
        while s + 1 < e && matches!(self.form(s), "\"" | "'" | "*" | "the") {
            s += 1;
        }
        // A single word in quotes with more behind them keeps its quotes inside.
        let mut titled = false;
        if kind != Some(NameType::Place) {
            // "Justice and Development" has no title.
            let title = |s: usize| {
                let party = const { Concepts::of(&[Concept::PartyHead, Concept::PartyFamily]) };
                let hit = self.t.hit(s, Concept::Title).filter(|h| (h.end as usize) < e && !self.t.is_any(s, party))?;
                let next = hit.end as usize;
                (kind != Some(NameType::Party) && (self.form(next) == "." || self.names(next))).then_some(hit)
            };
            while let Some(hit) = title(s) {
                (s, titled) = (hit.end as usize, true);
                if self.form(s) == "." && s + 1 < e {
                    s += 1;
                }
            }
        }
        let whole = |concept: Concept| self.t.hit(s, concept).filter(|h| h.end as usize == e);
        let value = match kind {
            Some(NameType::Place) => whole(Concept::Country).map(|h| h.value).or(whole(Concept::Abroad).map(|_| -1)).unwrap_or(0),
            _ => whole(Concept::Choice).map_or(0, |h| h.value),
        };
        let found = kind.filter(|k| *k != NameType::Unknown).unwrap_or_else(|| {
            if value != 0 {
                NameType::Choice
            } else if whole(Concept::Group).is_some() {
                NameType::Group
            } else if self.has((s, e), Concepts::of(&[Concept::PartyHead, Concept::PartyFamily])) {
                NameType::Party
            } else if titled || self.t.words[s].given_name && e > s + 1 {
                NameType::Person
            } else {
                NameType::Unknown
            }
        });
        Label { start: s as u32, end: e as u32, skip: 0, kind: found, value, titled }
    }
}

/// Letters of a label's first token that are no part of the name, in bytes.
pub(in crate::mentions) fn skipped(label: &Label, raw: &str) -> u32 {
    if label.skip == 0 { 0 } else { skip_letters(raw, label.skip as usize) as u32 }
}
