//! Lines that state figures without a sentence: rows of tables pasted as text, and items of lists. Whom or what place each one is
//! about, and where its figures and their headings stand. What the figures mean is decided in `facts`.
//!
//! A table is a line of column names and lines of as many cells, parted by tabs, `|`, `;` or two spaces and more. An item is
//! a label and figures with nothing beside them but their units: `- Name (Party): 1,234 votes (12.3%)`, `Province 75.6%`; two
//! of them at least, one below the other or parted by commas behind a colon, make a list. Every other line is prose.

mod heading;
mod label;
mod list;
mod table;

pub(super) use label::skipped;

use super::date::DateMention;
use super::name::NameType;
use super::number::Number;
use crate::lexicon::{Concept, Concepts, Tagged};
use crate::text::Kind;

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
/// The longest label, in tokens.
const LABEL: usize = 9;

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

    /// The year that a column's name gives: a number that is nothing else.
    fn is_year(&self, number: usize) -> bool {
        let n = &self.numbers[number];
        n.end == n.start + 1 && self.form(n.start as usize).len() == 4 && (1800.0..2200.0).contains(&n.value.to_f64())
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

    fn push(&mut self, row: Row) {
        self.out.labels.extend([row.subject, row.party, row.place].into_iter().flatten());
        self.out.rows.push(row);
    }
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
