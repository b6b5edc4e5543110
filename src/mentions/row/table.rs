//! Tables: a line of column names and lines of as many cells, or one cell a line.

use super::{Block, COLUMNS, Cell, LABEL, Label, Reader, Row, Stretch, UNITS, column};
use crate::lexicon::{Concept, Concepts};
use crate::mentions::name::NameType;
use crate::mentions::number::Form;
use crate::text::Kind;

/// The most lines that a table of one cell a line may have for its columns and its first row.
const COLUMN_TABLE: usize = 14;
/// The most rows of a table.
const ROWS: usize = 500;

/// How the cells of a line are parted.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) enum Mark {
    Tab,
    Bar,
    Semicolon,
    Wide,
}

/// What a column of text holds.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Role {
    Subject(Option<NameType>),
    Party,
    Place,
    Year,
    Value,
    Nothing,
}

impl Reader<'_, '_> {
    /// The cells of a line, empty ones included, if it has two at least.
    pub(super) fn cells(&self, (start, end): Stretch) -> Option<(Mark, Vec<Stretch>)> {
        let text = &self.t.text;
        let gap =
            |i: usize| if i > start { &text.raw[text.tokens[i - 1].span.end as usize..text.tokens[i].span.start as usize] } else { "" };
        let mark = if (start + 1..end).any(|i| gap(i).contains('\t')) {
            Mark::Tab
        } else if (start..end).any(|i| self.form(i) == "|") {
            Mark::Bar
        } else if (start + 1..end).any(|i| text.apart(i)) {
            Mark::Wide
        } else if (start..end).filter(|&i| self.form(i) == ";").count() > 0 {
            Mark::Semicolon
        } else {
            return None;
        };
        let mut cells = Vec::new();
        let mut from = start;
        // Tabs before the first word are empty cells.
        if mark == Mark::Tab {
            let head = text.raw[..text.tokens[start].span.start as usize].rsplit('\n').next().unwrap_or("");
            cells.resize(head.matches('\t').count(), (start, start));
        }
        for i in start..end {
            match mark {
                Mark::Bar | Mark::Semicolon if matches!(self.form(i), "|" | ";") => {
                    cells.push((from, i));
                    from = i + 1;
                }
                Mark::Tab if gap(i).contains('\t') => {
                    cells.push((from, i));
                    cells.resize(cells.len() + gap(i).matches('\t').count() - 1, (i, i));
                    from = i;
                }
                Mark::Wide if i > start && text.apart(i) => {
                    cells.push((from, i));
                    from = i;
                }
                _ => {}
            }
        }
        cells.push((from, end));
        if mark == Mark::Bar {
            // "| a | b |".
            if self.form(start) == "|" {
                cells.remove(0);
            }
            if self.form(start) == "|" && self.form(end - 1) == "|" {
                cells.pop();
            }
        }
        (cells.len() > 1).then_some((mark, cells))
    }

    /// A line of nothing but marks: "---|---".
    fn is_rule(&self, (start, end): Stretch) -> bool {
        (start..end).all(|i| self.t.text.tokens[i].kind == Kind::Punct)
    }

    /// The table whose column names stand in line `k`: the line behind it.
    pub(super) fn table(&mut self, lines: &[Stretch], k: usize) -> Option<usize> {
        let (mark, heads) = self.cells(lines[k])?;
        let named = |&head: &Stretch| self.has(head, COLUMNS) || (head.0..head.1).any(|i| self.form(i) == "%");
        let dated = |&head: &Stretch| self.numbers_in(head).any(|n| self.is_year(n));
        let short = heads.iter().all(|&(s, e)| e - s <= LABEL && (s == e || self.form(e - 1) != "."));
        if !short || !self.numbers_in(lines[k]).all(|n| self.is_year(n)) || !heads.iter().any(|h| named(h) || dated(h)) {
            return None;
        }
        let mut next = k + 1;
        let mut found: Vec<(Stretch, Vec<Stretch>)> = Vec::new();
        let mut heads = heads;
        while let Some(&line) = lines.get(next) {
            if self.is_rule(line) {
                next += 1;
                continue;
            }
            let Some((_, mut cells)) = self.cells(line).filter(|(m, _)| *m == mark) else { break };
            // The column of the labels may have no name, and lie behind no tab.
            if found.is_empty() && cells.len() == heads.len() + 1 {
                heads.insert(0, (heads[0].0, heads[0].0));
            }
            let loose = matches!(mark, Mark::Tab | Mark::Bar) && cells.len() < heads.len() && cells.len() > 1;
            let whole = self.t.text.sentence_of(line.0) == self.t.text.sentence_of(line.1 - 1);
            if found.len() == ROWS || cells.len() != heads.len() && !loose || self.numbers_in(line).is_empty() || !whole {
                break;
            }
            cells.resize(heads.len(), (line.1, line.1));
            found.push((line, cells));
            next += 1;
        }
        if found.is_empty() || found.len() == 1 && heads.len() < 3 {
            return None;
        }
        self.rows_of(lines[k], &heads, found).then_some(next)
    }

    /// A table of which every cell is a line of its own: so many names of columns, then as many lines for each row.
    pub(super) fn column_table(&mut self, lines: &[Stretch], k: usize) -> Option<usize> {
        let text = |line: &&Stretch| {
            line.1 - line.0 <= LABEL
                && self.numbers_in(**line).all(|n| self.is_year(n))
                && (line.0..line.1).any(|i| self.is_word(i) || self.form(i) == "%")
        };
        let figure = |line: &&Stretch| {
            let plain = (line.0..line.1).all(|i| !self.is_word(i) || self.t.is_any(i, UNITS));
            line.1 - line.0 <= LABEL && !self.numbers_in(**line).is_empty() && plain
        };
        if !text(&&lines[k]) || !lines[k..].iter().take(4).any(|line| text(&line) && self.has(*line, COLUMNS)) {
            return None;
        }
        let texts = lines[k..].iter().take(COLUMN_TABLE).take_while(text).count();
        let figures = lines[k + texts..].iter().take(COLUMN_TABLE).take_while(figure).count();
        // The last of the texts are the first row's.
        let labels = (1..=2).find(|labels| texts > *labels + 1 && texts - labels == labels + figures)?;
        let columns = texts - labels;
        let heads = &lines[k..k + columns];
        if figures == 0
            || heads.iter().filter(|head| self.has(**head, COLUMNS) || (head.0..head.1).any(|i| self.form(i) == "%")).count() < 2
        {
            return None;
        }
        let row = |cells: &&[Stretch]| {
            cells.len() == columns && cells[..labels].iter().all(|c| text(&c)) && cells[labels..].iter().all(|c| figure(&c))
        };
        let found: Vec<(Stretch, Vec<Stretch>)> = lines[k + columns..]
            .chunks(columns)
            .take(ROWS)
            .take_while(row)
            .map(|cells| ((cells[0].0, cells[columns - 1].1), cells.to_vec()))
            .collect();
        let next = k + columns * (1 + found.len());
        let heads = heads.to_vec();
        (found.len() > 1 && self.rows_of((heads[0].0, heads[columns - 1].1), &heads, found)).then_some(next)
    }

    /// Makes rows of the cells of a table whose column names stand in `line`.
    fn rows_of(&mut self, line: Stretch, heads: &[Stretch], found: Vec<(Stretch, Vec<Stretch>)>) -> bool {
        let named = |&head: &Stretch| self.has(head, COLUMNS) || (head.0..head.1).any(|i| self.form(i) == "%");
        let roles = self.roles(heads, &found);
        let labelled = roles.iter().any(|r| matches!(r, Role::Subject(_) | Role::Place | Role::Year));
        if !labelled || !roles.contains(&Role::Value) {
            return false;
        }
        // "Province | Smith | Jones": who got the figures of a column.
        let people = roles.iter().any(|r| matches!(r, Role::Subject(_)));
        let choice = |head: &Stretch| self.t.hit(head.0, Concept::Choice).is_some_and(|h| h.end as usize == head.1);
        let told = |head: &Stretch| named(head) || self.has(*head, Concepts::of(&[Concept::Column, Concept::Change]));
        let plain = |head: &Stretch| head.1 > head.0 && (choice(head) || !told(head));
        let columns = heads.iter().zip(&roles).filter(|(_, role)| **role == Role::Value && !people).map(|(head, _)| *head);
        let columns = columns.filter(|head| plain(head) && (head.0..head.1).any(|i| self.is_word(i)));
        let labels: Vec<Label> = columns.map(|head| self.label(head, None)).collect();
        let block = self.out.blocks.len();
        self.out.blocks.push(Block { headings: self.headings(line.0), table: true, people, place: None });
        self.out.headers.push((line.0 as u32, line.1 as u32));
        self.out.labels.extend(labels);
        for (line, cells) in found {
            self.table_row(line, &cells, heads, &roles, block);
        }
        true
    }

    fn table_row(&mut self, line: Stretch, cells: &[Stretch], heads: &[Stretch], roles: &[Role], block: usize) {
        let mut row = Row {
            start: line.0 as u32,
            end: line.1 as u32,
            block,
            subject: None,
            party: None,
            place: None,
            whole: None,
            cells: Vec::new(),
        };
        let dated = cells.iter().zip(roles).find(|(_, role)| **role == Role::Year);
        let year = dated.and_then(|(cell, _)| self.numbers_in(*cell).next()).map(|n| self.numbers[n].value.to_f64() as i16);
        for ((cell, head), role) in cells.iter().zip(heads).zip(roles) {
            if cell.0 == cell.1 {
                continue;
            }
            match role {
                Role::Value => {
                    let column = Some((head.0 as u32, head.1 as u32));
                    let figure = |number| Cell { number, start: cell.0 as u32, end: cell.1 as u32, column, year };
                    row.cells.extend(self.figures(*cell).map(figure));
                }
                Role::Nothing | Role::Year => {}
                _ if self.is_whole(*cell) => row.whole = Some((cell.0 as u32, cell.1 as u32)),
                Role::Place => row.place = Some(self.label(*cell, Some(NameType::Place))),
                Role::Party => row.party = Some(self.label(*cell, Some(NameType::Party))),
                Role::Subject(kind) => {
                    let (name, gloss) = self.glossed(*cell);
                    let (subject, party) = self.named(name, gloss, *kind);
                    (row.subject, row.party) = (Some(subject), row.party.or(party));
                }
            }
        }
        let independent = |label: &Label| label.kind == NameType::Party && self.t.hit(label.start as usize, Concept::Group).is_some();
        row.party = row.party.filter(|label| !independent(label));
        if row.whole.is_some() {
            (row.subject, row.party) = (None, None);
        }
        self.push(row);
    }

    /// The numbers of a cell that stand for themselves: not the change in "107 (+7)".
    fn figures(&self, cell: Stretch) -> impl Iterator<Item = usize> {
        self.numbers_in(cell).filter(move |&n| {
            let number = &self.numbers[n];
            !number.compound && number.form != Form::Ordinal && !self.is_change(number.start as usize, cell.0)
        })
    }

    /// What each column holds.
    fn roles(&self, heads: &[Stretch], rows: &[(Stretch, Vec<Stretch>)]) -> Vec<Role> {
        let textual = |c: usize| {
            let cells = || rows.iter().map(|(_, cells)| cells[c]).filter(|cell| cell.0 < cell.1);
            let text = |cell: &Stretch| (cell.0..cell.1).any(|i| self.is_word(i)) && self.numbers_in(*cell).is_empty();
            cells().filter(text).count() * 2 > cells().count()
        };
        let mut roles: Vec<Role> = (0..heads.len())
            .map(|c| {
                if !textual(c) {
                    let year = |(_, cells): &(Stretch, Vec<Stretch>)| {
                        cells[c].1 == cells[c].0 + 1 && self.numbers_in(cells[c]).any(|n| self.is_year(n))
                    };
                    return if c == 0 && rows.iter().all(year) { Role::Year } else { Role::Value };
                }
                let says = |concepts: &[Concept]| self.has(heads[c], Concepts::of(concepts));
                if says(&[Concept::Candidate]) {
                    Role::Subject(Some(NameType::Person))
                } else if says(&[Concept::PartyUnit, Concept::PartyHead, Concept::List]) {
                    Role::Party
                } else if says(&[Concept::PlaceHead, Concept::CountryUnit]) || self.column(heads[c], column::PLACE) {
                    Role::Place
                } else if self.column(heads[c], column::NAME) {
                    Role::Subject(None)
                } else {
                    Role::Nothing
                }
            })
            .collect();
        // The first column of text is what the rows are about, if no other is said to be.
        if !roles.iter().any(|r| matches!(r, Role::Subject(_) | Role::Place)) {
            if let Some(c) = roles.iter().position(|r| *r == Role::Party) {
                roles[c] = Role::Subject(Some(NameType::Party));
            } else if let Some(c) = (0..heads.len()).find(|&c| textual(c)) {
                let labels: Vec<Stretch> = rows.iter().map(|(_, cells)| cells[c]).collect();
                roles[c] = if self.places(&labels, &[], false) { Role::Place } else { Role::Subject(None) };
            }
        }
        // "Province | Party | Seats": the party is the subject.
        if !roles.iter().any(|r| matches!(r, Role::Subject(_)))
            && let Some(c) = roles.iter().position(|r| *r == Role::Party)
        {
            roles[c] = Role::Subject(Some(NameType::Party));
        }
        roles
    }
}
