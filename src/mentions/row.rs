//! Lines that state figures without a sentence: rows of tables pasted as text, and items of lists. Whom or what place each one is
//! about, and where its figures and their headings stand. What the figures mean is decided in `facts`.
//!
//! A table is a line of column names and lines of as many cells, parted by tabs, `|`, `;` or two spaces and more. An item is
//! a label and figures with nothing beside them but their units: `- Name (Party): 1,234 votes (12.3%)`, `Province 75.6%`; two
//! of them at least, one below the other or parted by commas behind a colon, make a list. Every other line is prose.

use super::date::DateMention;
use super::name::NameType;
use super::number::{Form, Number};
use crate::lexicon::{Concept, Concepts, Tagged};
use crate::text::Kind;
use crate::text::clitic::{Clitics, skip_letters};

/// All rows and items of a text.
#[derive(Debug, Default)]
pub struct Rows {
    /// In the order of the text; they do not overlap.
    pub rows: Vec<Row>,
    /// The tables and lists that they belong to.
    pub blocks: Vec<Block>,
    /// Every name in a row, a header or an item, in the order of the text.
    pub labels: Vec<Label>,
    /// Tokens of the lines of column names, in order.
    headers: Vec<(u32, u32)>,
}

/// A table or list.
#[derive(Debug)]
pub struct Block {
    /// Tokens of the sentences above that may say what it shows, the nearest first.
    pub headings: Vec<(u32, u32)>,
    /// Its columns have names.
    pub table: bool,
    /// Its rows are about candidates, parties or options.
    pub people: bool,
    /// The place that a line above names for all of it: "KOOYONG".
    pub place: Option<Label>,
}

/// A row of a table or an item of a list.
#[derive(Debug)]
pub struct Row {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Index into the blocks.
    pub block: usize,
    /// Who got the figures.
    pub subject: Option<Label>,
    /// The party of the subject.
    pub party: Option<Label>,
    /// Where.
    pub place: Option<Label>,
    /// Tokens of a label that names nobody: "Total", "Invalid votes".
    pub whole: Option<(u32, u32)>,
    /// Its figures, in order.
    pub cells: Vec<Cell>,
}

/// A figure of a row.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// Index into the numbers.
    pub number: usize,
    /// The words that may belong to it: its cell, or all between the figures on either side.
    pub start: u32,
    /// One past the last of them.
    pub end: u32,
    /// Tokens of the column's name.
    pub column: Option<(u32, u32)>,
    /// The year that its row or bracket names: "(28 in 2018)".
    pub year: Option<i16>,
}

/// A name in a row.
#[derive(Clone, Copy, Debug)]
pub struct Label {
    /// First token, quotes and titles left out.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Letters of the first token that do not belong to the name: the و of "وطرابلس".
    pub skip: u32,
    /// What it is the name of.
    pub kind: NameType,
    /// As of [`NameMention`](super::NameMention).
    pub value: i64,
    /// A title stands before it.
    pub titled: bool,
}

impl Rows {
    /// The rows that begin in tokens `start..end`.
    pub fn within(&self, start: usize, end: usize) -> &[Row] {
        let from = self.rows.partition_point(|row| (row.start as usize) < start);
        let to = self.rows.partition_point(|row| (row.start as usize) < end);
        &self.rows[from..to.max(from)]
    }

    /// The row that holds token `i`.
    pub fn at(&self, i: usize) -> Option<&Row> {
        let row = self.rows.partition_point(|row| row.start as usize <= i).checked_sub(1).map(|k| &self.rows[k]);
        row.filter(|row| i < row.end as usize)
    }

    /// Whether token `i` stands in the column names of a table.
    pub fn is_header(&self, i: usize) -> bool {
        let header = self.headers.partition_point(|h| h.0 as usize <= i).checked_sub(1).map(|k| self.headers[k]);
        header.is_some_and(|(_, end)| i < end as usize)
    }

    /// Whether a label begins at token `i`.
    pub fn is_label(&self, i: usize) -> bool {
        self.labels.binary_search_by_key(&i, |label| label.start as usize).is_ok()
    }

    /// One past the row or header that holds token `i`.
    pub fn end_of(&self, i: usize) -> Option<usize> {
        let holds = |start: u32, end: u32| (start as usize..end as usize).contains(&i).then_some(end as usize);
        let header = self.headers.partition_point(|h| h.0 as usize <= i).checked_sub(1).map(|k| self.headers[k]);
        self.at(i).map(|row| row.end as usize).or_else(|| header.and_then(|(start, end)| holds(start, end)))
    }

    /// The labels that begin in tokens `start..end`.
    pub(super) fn labels_in(&self, start: usize, end: usize) -> &[Label] {
        let from = self.labels.partition_point(|label| (label.start as usize) < start);
        let to = self.labels.partition_point(|label| (label.start as usize) < end);
        &self.labels[from..to.max(from)]
    }
}

/// What a figure of an item may have beside it.
const UNITS: Concepts = Concepts::of(&[
    Concept::Percent,
    Concept::Vote,
    Concept::Ballot,
    Concept::Seat,
    Concept::Member,
    Concept::Voter,
    Concept::Station,
    Concept::Candidate,
    Concept::Share,
    Concept::Turnout,
    Concept::Registered,
    Concept::Cast,
    Concept::Valid,
    Concept::Invalid,
    Concept::Blank,
    Concept::Counted,
    Concept::OutOf,
    Concept::From,
    Concept::With,
    Concept::About,
    Concept::Over,
    Concept::Under,
    Concept::And,
    Concept::Got,
    Concept::Won,
    Concept::CountWord,
    Concept::Scale,
]);
/// Those of them that no name of a party has.
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
const BARRED: Concepts = Concepts::of(&[
    Concept::Said,
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
/// What tells that figures may be those of a vote.
const VOTING: Concepts = Concepts::of(&[
    Concept::Vote,
    Concept::Ballot,
    Concept::Seat,
    Concept::Member,
    Concept::Voter,
    Concept::Share,
    Concept::Turnout,
    Concept::Registered,
    Concept::Cast,
    Concept::Result,
    Concept::Election,
    Concept::Candidate,
    Concept::PartyUnit,
    Concept::Projection,
    Concept::OpinionPoll,
    Concept::Station,
    Concept::Polling,
]);
/// What a label says its figure is.
const TOLD: Concepts =
    Concepts::of(&[Concept::Valid, Concept::Invalid, Concept::Blank, Concept::Turnout, Concept::Registered, Concept::Cast]);
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
/// What a column's name may say of its figures.
const COLUMNS: Concepts = Concepts::of(&[
    Concept::Vote,
    Concept::Ballot,
    Concept::Percent,
    Concept::Share,
    Concept::Seat,
    Concept::Member,
    Concept::Voter,
    Concept::Station,
    Concept::Turnout,
    Concept::Registered,
    Concept::Cast,
    Concept::Valid,
    Concept::Invalid,
    Concept::Blank,
    Concept::Counted,
]);
/// The longest label and item, in tokens.
const LABEL: usize = 9;
const ITEM: usize = 48;
/// The most lines that a table of one cell a line may have for its columns and its first row.
const COLUMN_TABLE: usize = 14;
/// The most rows of a table.
const ROWS: usize = 500;
/// Sentences above a block that may be its heading.
const HEADINGS: usize = 3;
/// How many are looked at for them: some may only name the places of other lists.
const ABOVE: usize = 12;

/// The values of [`Concept::Column`].
mod column {
    pub(super) const NAME: i64 = 1;
    pub(super) const PLACE: i64 = 2;
    pub(super) const TOTAL: i64 = 5;
}

/// Finds all rows. Linear in the length of the text.
pub fn rows(tagged: &Tagged, numbers: &[Number], dates: &[DateMention]) -> Rows {
    let mut reader = Reader { t: tagged, numbers, dates, out: Rows::default() };
    let lines = reader.lines();
    let mut k = 0;
    while k < lines.len() {
        if let Some(next) = reader.table(&lines, k).or_else(|| reader.column_table(&lines, k)).or_else(|| reader.list(&lines, k)) {
            k = next;
            continue;
        }
        reader.inline(lines[k]);
        k += 1;
    }
    reader.places_above();
    reader.out.labels.sort_by_key(|label| label.start);
    reader.out
}

/// Tokens `0.0..0.1`.
type Stretch = (usize, usize);

/// How the cells of a line are parted.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Mark {
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

/// An item as it is read, before its list says what its label is.
struct Item {
    start: usize,
    end: usize,
    label: Stretch,
    skip: u32,
    gloss: Option<Stretch>,
    cells: Vec<Cell>,
}

struct Reader<'t, 'a> {
    t: &'t Tagged<'a>,
    numbers: &'t [Number],
    dates: &'t [DateMention],
    out: Rows,
}

impl Reader<'_, '_> {
    fn form(&self, i: usize) -> &str {
        self.t.text.form(i)
    }

    fn is_word(&self, i: usize) -> bool {
        self.t.text.tokens[i].kind == Kind::Word
    }

    /// The lines of the text, those without tokens left out.
    fn lines(&self) -> Vec<Stretch> {
        let tokens = &self.t.text.tokens;
        let mut out: Vec<Stretch> = Vec::new();
        for i in 0..tokens.len() {
            match out.last_mut() {
                Some(line) if tokens[line.0].line == tokens[i].line => line.1 = i + 1,
                _ => out.push((i, i + 1)),
            }
        }
        out
    }

    /// The numbers that begin in tokens `start..end`, by index.
    fn numbers_in(&self, (start, end): Stretch) -> std::ops::Range<usize> {
        let at = |token: usize| self.numbers.partition_point(|n| (n.start as usize) < token);
        at(start)..at(end)
    }

    fn has(&self, (start, end): Stretch, concepts: Concepts) -> bool {
        (start..end).any(|i| self.t.is_any(i, concepts))
    }

    /// A word of [`Concept::Column`] with this value in the stretch.
    fn column(&self, (start, end): Stretch, value: i64) -> bool {
        self.t.within(start, end).iter().any(|h| h.concept == Concept::Column && h.value == value)
    }

    // Tables.

    /// The cells of a line, empty ones included, if it has two at least.
    fn cells(&self, (start, end): Stretch) -> Option<(Mark, Vec<Stretch>)> {
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

    /// The year that a column's name gives: a number that is nothing else.
    fn is_year(&self, number: usize) -> bool {
        let n = &self.numbers[number];
        n.end == n.start + 1 && self.form(n.start as usize).len() == 4 && (1800.0..2200.0).contains(&n.value.to_f64())
    }

    /// The table whose column names stand in line `k`: the line behind it.
    fn table(&mut self, lines: &[Stretch], k: usize) -> Option<usize> {
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
    fn column_table(&mut self, lines: &[Stretch], k: usize) -> Option<usize> {
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

    /// A sign right before the number at token `i` makes it a change.
    fn is_change(&self, i: usize, from: usize) -> bool {
        let tokens = &self.t.text.tokens;
        if i <= from || tokens[i].spaced {
            return false;
        }
        match self.form(i - 1) {
            "+" | "±" => true,
            "-" => i == from + 1 || tokens[i - 1].spaced || self.form(i - 2) == "(",
            _ => false,
        }
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

    // Lists.

    /// The list whose first item is line `k`: the line behind it.
    fn list(&mut self, lines: &[Stretch], k: usize) -> Option<usize> {
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
            let unit = self.t.is_any(at, UNITS) || matches!(form, "%" | "of" | "out" | "the" | "و" | "ب" | "in" | "all");
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
    fn names(&self, i: usize) -> bool {
        let token = &self.t.text.tokens[i];
        let known = Concepts::of(&[Concept::Group, Concept::Choice, Concept::Abroad, Concept::Column]);
        token.kind == Kind::Word && (token.arabic || token.capital || self.t.is_any(i, known)) || self.form(i) == "\""
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
                Kind::Digits => true,
                Kind::Punct => match form {
                    "\"" | "'" | "." | "&" => false,
                    "-" | "/" => tokens[j].spaced || j + 1 < end && tokens[j + 1].spaced,
                    _ => true,
                },
                // A name may hold such a word behind its first: "Yes for Votes", لا غير.
                Kind::Word => {
                    self.t.is_any(j, UNITS) && !self.in_name(j, i) || j + 1 < end && self.t.is_digits(j + 1) && matches!(form, "ب" | "و")
                }
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

    fn is_told(&self, stretch: Stretch) -> bool {
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
        ]);
        if j > from && (token.capital || token.arabic) && self.t.is_any(j, inner) && !loud {
            return true;
        }
        // The و of a second name is no unit: "طوباس والأغوار".
        j > from && token.arabic && self.t.at(j).iter().all(|h| h.concept == Concept::And)
    }

    /// A list within a line: "… by region: North 45%, South 52% and East 61%".
    fn inline(&mut self, (start, end): Stretch) {
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
            let closed = at >= to || at + 1 == to && matches!(self.form(at), "." | ")");
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

    fn push(&mut self, row: Row) {
        self.out.labels.extend([row.subject, row.party, row.place].into_iter().flatten());
        self.out.rows.push(row);
    }

    /// "Total", المجموع.
    fn is_whole(&self, (start, end): Stretch) -> bool {
        self.t.at(start).iter().any(|h| h.concept == Concept::Column && h.value == column::TOTAL) && end - start <= 4
            || self.is_told((start, end)) && !self.t.words[start].given_name
    }

    // Headings.

    /// The sentences above token `start` that are no rows themselves; of a list within a sentence the words before it.
    fn headings(&self, start: usize) -> Vec<(u32, u32)> {
        let text = &self.t.text;
        let here = text.sentence_of(start);
        let mut out = Vec::new();
        let sentence = text.sentences[here];
        if (sentence.start as usize) < start && !self.out.end_of(sentence.start as usize).is_some() {
            out.push((sentence.start, start as u32));
        }
        for s in text.sentences[..here].iter().rev().take(60) {
            if out.len() == ABOVE {
                break;
            }
            if self.out.end_of(s.start as usize).is_none() {
                out.push((s.start, s.end));
            }
        }
        out
    }

    /// Lines that are nothing but a name, above two lists at least of people with their parties: the places where these stand.
    fn places_above(&mut self) {
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

    // Names.

    /// The name of a cell and what its bracket says: "Liberal Party (PL)".
    fn glossed(&self, (start, end): Stretch) -> (Stretch, Option<Stretch>) {
        let open = (start + 1..end).find(|&i| self.form(i) == "(");
        let close = open.and_then(|o| (o + 1..end).find(|&i| self.form(i) == ")"));
        match (open, close) {
            (Some(open), Some(close)) if close > open + 1 => ((start, open), Some((open + 1, close))),
            (Some(open), _) => ((start, open), None),
            _ => ((start, end), None),
        }
    }

    /// A subject with the party that a bracket or a second segment names.
    fn named(&self, name: Stretch, gloss: Option<Stretch>, kind: Option<NameType>) -> (Label, Option<Label>) {
        let mut subject = self.label(name, kind);
        let Some(gloss) = gloss else { return (subject, None) };
        // "Democratic Green Party of Rwanda, DGPR".
        let to = (gloss.0 + 1..gloss.1).find(|&i| matches!(self.form(i), "," | "،")).unwrap_or(gloss.1);
        let gloss = (gloss.0, to);
        let party = self.label(gloss, Some(NameType::Party));
        let independent = self.t.hit(gloss.0, Concept::Group).is_some_and(|h| h.end as usize == gloss.1);
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
    fn label(&self, (start, end): Stretch, kind: Option<NameType>) -> Label {
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
                let hit = self.t.hit(s, Concept::Title).filter(|h| (h.end as usize) < e && !self.t.is(s, Concept::PartyHead))?;
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

    /// Whether the labels of a list are places: by what they are and by what its heading says.
    fn places(&self, labels: &[Stretch], headings: &[(u32, u32)], glossed: bool) -> bool {
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

/// Letters of a label's first token that are no part of the name, in bytes.
pub(super) fn skipped(label: &Label, raw: &str) -> u32 {
    if label.skip == 0 { 0 } else { skip_letters(raw, label.skip as usize) as u32 }
}

#[cfg(test)]
mod tests {
    use super::super::{dates, numbers};
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::text::Text;

    /// Each row as `subject (party) @place: figures`.
    fn read(raw: &str) -> Vec<String> {
        let tagged = Lexicon::get().tag(Text::new(raw));
        let numbers = numbers(&tagged);
        let rows = rows(&tagged, &numbers, &dates(&tagged, &numbers, None));
        let name = |label: &Option<Label>| label.as_ref().map(|label| tagged.text.slice(label.start as usize, label.end as usize));
        let show = |row: &Row| {
            let mut out = name(&row.subject).unwrap_or_default().to_owned();
            out += &name(&row.party).map(|party| format!(" ({party})")).unwrap_or_default();
            out += &name(&row.place).map(|place| format!("@{place}")).unwrap_or_default();
            out += &row.whole.map(|(s, e)| format!("={}", tagged.text.slice(s as usize, e as usize))).unwrap_or_default();
            let cells = row.cells.iter().map(|cell| {
                let year = cell.year.map(|year| format!("'{year}")).unwrap_or_default();
                format!("{}{year}", numbers[cell.number].value)
            });
            out + ": " + &cells.collect::<Vec<_>>().join(" ")
        };
        rows.rows.iter().map(show).collect()
    }

    #[test]
    fn tables_by_their_marks() {
        let wanted = ["Jane Doe (Unity): 1234 51.2", "John Roe (Labour): 1111 48.8", "=Total: 2345 100"];
        for mark in ["\t", " | ", "   ", "; "] {
            let table = "Candidate|Party|Votes|%\nJane Doe|Unity|1,234|51.2\nJohn Roe|Labour|1,111|48.8\nTotal|-|2,345|100";
            assert_eq!(read(&table.replace('|', mark)), wanted, "{mark:?}");
        }
        let lines = "Candidate\nParty\nVotes\n%\nJane Doe\nUnity\n1,234\n51.2\nJohn Roe\nLabour\n1,111\n48.8";
        assert_eq!(read(lines), wanted[..2]);
        assert_eq!(
            read("الحزب\tالأصوات\tمقاعد 2018\nالعمال\t1 964 474\t107\nالوسط\t434 945\t24"),
            ["العمال: 1964474 107", "الوسط: 434945 24"]
        );
        assert_eq!(read("| Province | Voted |\n|---|---:|\n| Kivu | 4,100 |\n| Kasai | 2,200 |"), ["@Kivu: 4100", "@Kasai: 2200"]);
        assert_eq!(read("Year | Turnout\n2014 | 61%\n2018 | 58%"), [": 61'2014", ": 58'2018"]);
    }

    #[test]
    fn items_of_lists() {
        let wanted = ["Jane Doe (Unity): 1234 51.2", "John Roe: 1111 48.8"];
        assert_eq!(
            read("Results of the vote:\n- Jane Doe (Unity): 1,234 votes (51.2%)\n- John Roe (independent): 1,111 votes (48.8%)"),
            wanted
        );
        assert_eq!(read("Results of the vote:\n1. Jane Doe – Unity – 1,234 – 51.2%\n2) John Roe – 1,111 – 48.8%"), wanted);
        assert_eq!(read("Seats by party:\nUnity 61 (+4)\nLabour 48 (58 in 2019)"), ["Unity: 61", "Labour: 48 58'2019"]);
        assert_eq!(read("Seats:\n33 seats – Unity\n20 seats – Labour Party"), ["Unity: 33", "Labour Party: 20"]);
        assert_eq!(read("نسب المشاركة بحسب المحافظات:\n- سلفيت: 75.6%\n- في نابلس: 67.2%"), ["@سلفيت: 75.6", "@نابلس: 67.2"]);
        assert_eq!(read("وتوزعت نسب الاقتراع كما يلي: بيروت 40% وطرابلس 35%."), ["@بيروت: 40", "@وطرابلس: 35"]);
        assert_eq!(read("Registered voters: 5,100\nVotes cast: 4,200"), ["=Registered voters: 5100", "=Votes cast: 4200"]);
    }

    #[test]
    fn prose_is_no_table() {
        for raw in [
            "The party won 24 seats.  It had 12 before.\nThe others won 12.  They had 24.",
            "Turnout was 61%, he said: it was 58% in 2018, and 55% before that.",
            "Photo: 3\nVideo: 2",
            "Votes in the election:\nBoth sides claimed to have won 120 seats in the vote.",
            "Name | Price\nCopper | 1,200\nGold | 1,900",
        ] {
            assert_eq!(read(raw), [""; 0], "{raw}");
        }
    }
}
