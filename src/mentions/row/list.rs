//! Lists: items one below the other or behind a colon, each a label with figures and their units and nothing else.

use super::table::Mark;
use super::{Block, Cell, LABEL, Label, Reader, Row, Stretch, TOLD, UNITS, VOTING};
use crate::lexicon::{Concept, Concepts};
use crate::mentions::name::NameType;
use crate::mentions::number::Form;
use crate::text::Kind;
use crate::text::clitic::Clitics;

/// Units that no name of a party has.
const FIGURES: Concepts = Concepts::of(&[
    Concept::Percent,
    Concept::Vote,
    Concept::Seat,
    Concept::Voter,
    Concept::Share,
    Concept::Turnout,
    Concept::Registered,
    Concept::Cast,
    Concept::Counted,
    Concept::OutOf,
    Concept::Got,
]);
/// What no label holds: verbs, events, times, what counts something by itself.
pub(super) const BARRED: Concepts = Concepts::of(&[
    Concept::Said,
    Concept::Between,
    Concept::Lost,
    Concept::Clause,
    Concept::Relative,
    Concept::Not,
    Concept::Expected,
    Concept::Held,
    Concept::Polling,
    Concept::Election,
    Concept::Money,
    Concept::Economy,
    Concept::Year,
    Concept::TimeUnit,
    Concept::Month,
    Concept::Weekday,
    Concept::Number,
    Concept::Abstention,
    Concept::Change,
    Concept::Lead,
    Concept::Observer,
    Concept::Journalist,
    Concept::Security,
    Concept::Staff,
    Concept::Age,
    Concept::Result,
    Concept::Previous,
    Concept::Published,
    Concept::Round,
    Concept::Threshold,
]);
/// What may stand beside it.
const SAID_BESIDE: Concepts = Concepts::of(&[
    Concept::CountWord,
    Concept::Column,
    Concept::Voter,
    Concept::Vote,
    Concept::Ballot,
    Concept::Share,
    Concept::From,
    Concept::And,
]);
/// The longest item, in tokens.
const ITEM: usize = 48;

/// An item as it is read, before its list says what its label is.
struct Item {
    start: usize,
    end: usize,
    label: Stretch,
    skip: u32,
    gloss: Option<Stretch>,
    cells: Vec<Cell>,
}

impl Reader<'_, '_> {
    /// The list whose first item is line `k`: the line behind it.
    pub(super) fn list(&mut self, lines: &[Stretch], k: usize) -> Option<usize> {
        let mut items = Vec::new();
        while let Some(item) = lines.get(k + items.len()).and_then(|&line| self.line_item(line)) {
            items.push(item);
        }
        if items.len() < 2 {
            return None;
        }
        let next = k + items.len();
        // The columns of some other table: "Company | Shares | Change".
        let table =
            |line: &Stretch| self.cells(*line).is_some_and(|(mark, _)| mark != Mark::Semicolon) && self.numbers_in(*line).is_empty();
        let above = k.checked_sub(1).map(|k| &lines[k]).filter(|line| self.out.end_of(line.0).is_none());
        if above.is_some_and(table) && self.cells(lines[k]).is_some() {
            return Some(next);
        }
        // What is no list of a vote is not read again from its second line on.
        self.settle(items);
        Some(next)
    }

    /// A line that is an item and nothing else.
    fn line_item(&self, (start, end): Stretch) -> Option<Item> {
        if end - start > ITEM || self.t.text.sentence_of(start) != self.t.text.sentence_of(end - 1) {
            return None;
        }
        let end = if matches!(self.form(end - 1), "." | "،" | "," | ";" | "؛") { end - 1 } else { end };
        let item = self.item(self.bullet(start, end), end, false)?;
        (item.end == end).then_some(Item { start, ..item })
    }

    /// Where the item at token `i` begins behind its bullet or number: "-", "•", "3.", "(3)", "٣-".
    fn bullet(&self, i: usize, end: usize) -> usize {
        let mark = |j: usize| j < end && matches!(self.form(j), "-" | "•" | "*" | "·" | "▪" | "●" | "◦" | "■" | "►" | "✓" | "+");
        let small = |j: usize| j < end && self.t.is_digits(j) && self.form(j).len() <= 3;
        let close = |j: usize| j < end && matches!(self.form(j), "." | ")" | "-" | "/" | ":");
        if mark(i) {
            return i + 1;
        }
        if small(i) && close(i + 1) {
            return i + 2;
        }
        if i < end && self.form(i) == "(" && small(i + 1) && close(i + 2) {
            return i + 3;
        }
        i
    }

    /// The item that begins at token `i`, as far as it goes.
    fn item(&self, i: usize, end: usize, inline: bool) -> Option<Item> {
        let tokens = &self.t.text.tokens;
        if let Some(item) = self.reversed(i, end).filter(|_| !inline) {
            return Some(item);
        }
        // "In Lagos: 45%", المرشح محمد علي.
        let lead = |concept: Concept| self.t.hit(i, concept).filter(|h| (h.end as usize) < end && h.end as usize == i + 1);
        let i = if lead(Concept::In).is_some() || lead(Concept::Candidate).is_some() && self.label_end(i + 1, end).is_some() {
            i + 1
        } else {
            i
        };
        let mut label_end = self.label_end(i, end).or_else(|| self.told_end(i, end).filter(|_| !inline))?;
        let mut at = label_end;
        let mut gloss = None;
        let mark = |j: usize| j < end && matches!(self.form(j), "-" | ":" | "|" | "," | "،" | "=" | "/");
        if at < end && self.form(at) == "(" {
            let close = (at + 1..(at + 14).min(end)).find(|&j| self.form(j) == ")")?;
            let words = (at + 1..close).any(|j| self.is_word(j));
            if words && self.numbers_in((at + 1, close)).is_empty() && !self.has((at + 1, close), FIGURES) {
                gloss = Some((at + 1, close));
                at = close + 1;
            }
        } else if at < end && matches!(self.form(at), "-" | "," | "،" | "|" | "/") && !inline && at + 1 < end && self.names(at + 1) {
            // "Name – Party – 12.3%", "Name, Party, 1,234".
            let stop = self.label_end(at + 1, end)?;
            // "Marcos, Ferdinand": one name.
            let given = matches!(self.form(at), "," | "،") && self.t.words[at + 1].given_name;
            if mark(stop) || stop < end && self.t.is_digits(stop) {
                if given {
                    label_end = stop;
                } else {
                    gloss = Some((at + 1, stop));
                }
                at = stop;
            }
        }
        // "Jane Doe (58)": an age.
        if gloss.is_none()
            && at < end
            && self.form(at) == "("
            && at + 3 < end
            && self.form(at + 2) == ")"
            && matches!(self.form(at + 3), ":" | "-" | "," | "،")
        {
            at += 3;
        }
        let first = at;
        let mut open: Option<usize> = None;
        let mut dated = None;
        let mut cells: Vec<Cell> = Vec::new();
        let mut from = at;
        let mut close = first;
        let mut changed = false;
        while at < end {
            // "(+4)", "(new)", "(no change)": told of another time.
            if self.form(at) == "("
                && let Some(to) = (at + 1..(at + 7).min(end)).find(|&j| self.form(j) == ")")
                && (self.is_change(at + 2, at + 1)
                    || self.has((at + 1, to), Concepts::of(&[Concept::Change]))
                    || self.numbers_in((at + 1, to)).is_empty())
            {
                at = to + 1;
                close = at;
                continue;
            }
            if let Some(n) = self.numbers_in((at, at + 1)).next() {
                let number = &self.numbers[n];
                if number.compound || number.form == Form::Ordinal {
                    return None;
                }
                // "(28 in 2018)", "(2018: 28)".
                if let Some(year) = self.year_of(n).filter(|_| open.is_some() && !cells.is_empty()) {
                    let to = (at + 1..(at + 6).min(end)).find(|&j| self.form(j) == ")");
                    let from = open.unwrap_or(at) as u32;
                    let holds = |c: &Cell| self.numbers[c.number].start >= from;
                    if let Some(cell) = cells.last_mut().filter(|c| holds(c)) {
                        cell.year = Some(year);
                    } else {
                        dated = Some(year);
                    }
                    at = number.end as usize;
                    close = at;
                    to?;
                    continue;
                }
                let change = self.is_change(at, first);
                changed |= change;
                let after = cells.last().is_some_and(|c| self.numbers[c.number].range_with_next);
                at = number.end as usize;
                close = at;
                if !change && !after {
                    if let Some(last) = cells.last_mut() {
                        last.end = number.start;
                    }
                    cells.push(Cell { number: n, start: from as u32, end: at as u32, column: None, year: dated.take() });
                    from = at;
                }
                continue;
            }
            let form = self.form(at);
            match form {
                "(" => open = Some(at),
                ")" => (open, dated) = (None, None),
                _ => {}
            }
            let unit =
                self.t.is_any(at, UNITS) || self.leads(at, end) || matches!(form, "%" | "of" | "out" | "the" | "و" | "ب" | "in" | "all");
            let allowed = match tokens[at].kind {
                Kind::Punct => matches!(form, "-" | ":" | "(" | ")" | "|" | "," | "،" | "=" | "%" | "\"" | ";" | "/" | "~" | "+"),
                Kind::Word => unit || self.within_unit(at, first),
                Kind::Digits => false,
            };
            // In a sentence the next item begins here.
            if !allowed || inline && !cells.is_empty() && self.label_end(at, end).is_some() && !unit {
                if !inline {
                    return None;
                }
                break;
            }
            at += 1;
            if !matches!(form, "," | "،" | ";" | "و" | "and") {
                close = at;
            }
        }
        match cells.last_mut() {
            Some(last) => last.end = close as u32,
            // "Greens: +194".
            None if changed => {}
            None => return None,
        }
        Some(Item { start: i, end: if inline { close } else { at }, label: (i, label_end), skip: 0, gloss, cells })
    }

    /// The item that begins with its figure: "33 seats – People's Party", "45.2% Jane Doe".
    fn reversed(&self, i: usize, end: usize) -> Option<Item> {
        let number = self.numbers_in((i, i + 1)).next()?;
        let told = self.numbers[number].end as usize;
        let counted = Concepts::of(&[Concept::Percent, Concept::Vote, Concept::Seat]);
        if told >= end || self.numbers[number].compound || !(self.t.is_any(told, counted) || self.form(told) == "%") {
            return None;
        }
        let mut at = self.t.at(told).iter().filter(|h| counted.holds(h.concept)).map(|h| h.end as usize).max().unwrap_or(told + 1);
        while at < end && matches!(self.form(at), "-" | ":" | "," | "،" | "for" | "|") {
            at += 1;
        }
        if at >= end
            || !self.names(at)
            || end - at > LABEL
            || (at..end).any(|j| self.t.is_any(j, FIGURES) || self.t.is_any(j, BARRED) || self.t.is_digits(j))
        {
            return None;
        }
        let (label, gloss) = self.glossed((at, end));
        let cell = Cell { number, start: i as u32, end: at as u32, column: None, year: None };
        Some(Item { start: i, end, label, skip: 0, gloss, cells: vec![cell] })
    }

    /// The year that a number is, where it stands as a date.
    fn year_of(&self, number: usize) -> Option<i16> {
        let start = self.numbers[number].start;
        let at = self.dates.partition_point(|d| d.end <= start);
        let date = self.dates.get(at).filter(|d| d.start <= start && d.bare_year)?;
        date.date.map(|d| d.year)
    }

    /// Token `i` stands behind the first word of an entry of units.
    fn within_unit(&self, i: usize, from: usize) -> bool {
        (i.saturating_sub(4).max(from)..i).any(|j| self.t.at(j).iter().any(|h| h.end as usize > i && UNITS.holds(h.concept)))
    }

    /// A name may begin at token `i`.
    pub(super) fn names(&self, i: usize) -> bool {
        let token = &self.t.text.tokens[i];
        let known = Concepts::of(&[Concept::Group, Concept::Choice, Concept::Abroad, Concept::Column]);
        token.kind == Kind::Word && (token.arabic || token.capital || self.t.is_any(i, known)) || self.form(i) == "\""
    }

    /// «حزب الشعب بـ16», "Labour on 35%": a small word before the figure.
    fn leads(&self, j: usize, end: usize) -> bool {
        j + 1 < end && self.t.is_digits(j + 1) && matches!(self.form(j), "ب" | "و" | "on" | "at" | "with")
    }

    /// One past the label that begins at token `i`: words up to a mark, a figure or a unit.
    fn label_end(&self, i: usize, end: usize) -> Option<usize> {
        let tokens = &self.t.text.tokens;
        if i >= end || !self.names(i) {
            return None;
        }
        let mut j = i;
        while j < end && j < i + LABEL + 1 {
            let form = self.form(j);
            let stop = match tokens[j].kind {
                // "D66".
                Kind::Digits => tokens[j].spaced || j == i || !tokens[j - 1].capital,
                Kind::Punct => match form {
                    "\"" | "'" | "." | "&" => false,
                    "-" | "/" => tokens[j].spaced || j + 1 < end && tokens[j + 1].spaced,
                    _ => true,
                },
                // A name may hold such a word behind its first: "Yes for Votes", لا غير.
                Kind::Word => self.t.is_any(j, UNITS) && !self.in_name(j, i) || j > i && self.leads(j, end),
            };
            if stop {
                break;
            }
            j += 1;
        }
        let words = (i..j).filter(|&x| self.is_word(x)).count();
        let named = (i..j).any(|x| {
            let known = Concepts::of(&[
                Concept::Place,
                Concept::Country,
                Concept::PlaceHead,
                Concept::Abroad,
                Concept::PartyHead,
                Concept::PartyFamily,
                Concept::Group,
                Concept::Choice,
                Concept::Nationality,
                Concept::PartyCause,
                Concept::Column,
                Concept::Victory,
                Concept::OrgHead,
                Concept::Organization,
                Concept::Person,
                Concept::Title,
            ]);
            self.is_word(x) && (!self.t.words[x].tagged || self.t.words[x].given_name || self.t.is_any(x, known))
        });
        let free = !(i..j).any(|x| self.t.is_any(x, BARRED) && !self.in_name(x, i) && !self.t.is(x, Concept::Choice));
        (words > 0 && words < LABEL && named && free && j < end).then_some(j)
    }

    /// One past a label that says itself what its figure is, and nothing more: "Registered voters:", عدد من أدلوا بأصواتهم.
    fn told_end(&self, i: usize, end: usize) -> Option<usize> {
        let stop = (i..end.min(i + LABEL + 1)).find(|&j| matches!(self.form(j), ":" | "-" | "|" | "=") || self.t.is_digits(j))?;
        let plain = |j: usize| {
            self.t.is_any(j, TOLD) || self.t.is_any(j, SAID_BESIDE) || matches!(self.form(j), "the" | "of" | "من") || self.within_told(j, i)
        };
        (stop > i && self.is_told((i, stop)) && (i..stop).all(plain)).then_some(stop)
    }

    /// Token `j` stands within an entry that begins before it.
    fn within_told(&self, j: usize, from: usize) -> bool {
        (j.saturating_sub(4).max(from)..j)
            .any(|x| self.t.at(x).iter().any(|h| h.end as usize > j && (TOLD.holds(h.concept) || SAID_BESIDE.holds(h.concept))))
    }

    pub(super) fn is_told(&self, stretch: Stretch) -> bool {
        self.has(stretch, TOLD)
    }

    /// A word of units or events within a name: "Voice of the Voters", علي, which folds as على.
    fn in_name(&self, j: usize, from: usize) -> bool {
        // A preposition or article inside, with more of the name behind it.
        let small = Concepts::of(&[Concept::From, Concept::With, Concept::And, Concept::For]);
        let token = &self.t.text.tokens[j];
        let more = self
            .t
            .text
            .tokens
            .get(j + 1)
            .is_some_and(|t| t.kind == Kind::Word && t.line == token.line && (t.capital || t.arabic || self.form(j + 1) == "the"));
        let loud = self.t.at(j).iter().any(|h| UNITS.holds(h.concept) && !small.holds(h.concept) && h.concept != Concept::OutOf);
        if j > from && more && !loud && self.t.is_any(j, small) {
            return true;
        }
        // "Serbia Must Not Stop", حركة التغيير.
        let inner = Concepts::of(&[
            Concept::Not,
            Concept::Clause,
            Concept::Relative,
            Concept::Change,
            Concept::Number,
            Concept::Expected,
            Concept::Lead,
            Concept::Economy,
        ]);
        if j > from && (token.capital || token.arabic) && self.t.is_any(j, inner) && !loud {
            return true;
        }
        // The و of a second name is no unit: "طوباس والأغوار".
        j > from && token.arabic && self.t.at(j).iter().all(|h| h.concept == Concept::And)
    }

    /// A list within a line: "… by region: North 45%, South 52% and East 61%".
    pub(super) fn inline(&mut self, (start, end): Stretch) {
        let mut from = start;
        while let Some(colon) = (from..end).find(|&i| self.form(i) == ":") {
            from = colon + 1;
            let sentence = self.t.text.sentences[self.t.text.sentence_of(colon)];
            let to = sentence.end as usize;
            // A short line is a label itself.
            if colon < start + 3 {
                continue;
            }
            let mut items: Vec<Item> = Vec::new();
            let mut at = from;
            while at < to {
                let (begin, skip) = self.apart(at, items.len() > 1 && matches!(self.form(at - 1), "," | "،"));
                let Some(item) = self.item(begin, to, true) else { break };
                let next = item.end;
                items.push(Item { skip, ..item });
                // What parts it from the next.
                let mut j = next;
                while j < to && matches!(self.form(j), "," | "،" | ";" | "و" | "and" | "-") {
                    j += 1;
                }
                at = j;
                if j == next && !(j < to && self.apart(j, false).1 > 0) {
                    break;
                }
            }
            // A long list may end in words: «…، اليسار 64، ومقعد واحد لرابطة الناخبين».
            let closed = at >= to || at + 1 == to && matches!(self.form(at), "." | ")") || items.len() >= 4;
            if items.len() >= 2 && closed && self.settle(items) {
                from = to;
            }
        }
    }

    /// A name behind a و that is written as one with it: "وطرابلس 35%". Its token, and how many letters are no part of it.
    /// `last`: a comma and other names stand before it.
    fn apart(&self, i: usize, last: bool) -> (usize, u32) {
        let token = &self.t.text.tokens[i];
        let known = Concepts::of(&[Concept::Place, Concept::Country, Concept::PartyFamily, Concept::PartyHead, Concept::PlaceHead]);
        let and = token.arabic
            && self.form(i).starts_with('و')
            && (self.t.at(i).iter().any(|h| known.holds(h.concept) && h.clitics.has(Clitics::AND))
                || self.t.words[i].clitic_name && !self.t.words[i].given_name
                || self.form(i).starts_with("وال")
                || last && self.form(i).chars().count() > 3 && !self.t.words[i].given_name);
        (i, u32::from(and))
    }

    /// Makes rows of the items of one list, if it may be one of a vote.
    fn settle(&mut self, items: Vec<Item>) -> bool {
        let start = items[0].start;
        let own = items.iter().any(|item| {
            self.is_whole(item.label)
                || self.has((item.label.1, item.end), Concepts::of(&[Concept::Vote, Concept::Seat, Concept::Turnout, Concept::Voter]))
        });
        let headings = self.headings(start);
        if !own && !headings.iter().any(|&(s, e)| self.has((s as usize, e as usize), VOTING)) {
            return false;
        }
        let block = self.out.blocks.len();
        let labels: Vec<Stretch> = items.iter().map(|item| item.label).collect();
        // "Baghdad/ Karkh": a place within another.
        let part = |gloss: &Stretch| self.t.at(gloss.0).iter().any(|h| h.concept == Concept::Place && h.end as usize == gloss.1);
        let glossed = items.iter().filter_map(|item| item.gloss.as_ref()).any(|gloss| !part(gloss));
        let places = self.places(&labels, &headings, glossed);
        self.out.blocks.push(Block { headings, table: false, people: !places, place: None });
        for item in items {
            let mut row = Row {
                start: item.start as u32,
                end: item.end as u32,
                block,
                subject: None,
                party: None,
                place: None,
                whole: None,
                cells: item.cells,
            };
            if self.is_whole(item.label) {
                row.whole = Some((item.label.0 as u32, item.label.1 as u32));
            } else if places {
                let whole = item.gloss.filter(|gloss| self.form(gloss.0 - 1) == "/").map_or(item.label, |gloss| (item.label.0, gloss.1));
                row.place = Some(Label { skip: item.skip, ..self.label(whole, Some(NameType::Place)) });
            } else {
                let (subject, party) = self.named(item.label, item.gloss, None);
                (row.subject, row.party) = (Some(Label { skip: item.skip, ..subject }), party);
            }
            self.push(row);
        }
        true
    }
}
