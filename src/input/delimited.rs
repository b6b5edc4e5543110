//! CSV and TSV → articles: one a row, under the names of the columns.

use std::cell::RefCell;

use memchr::{memchr, memchr2};

use super::Article;
use super::fields::{Fields, Found, Part};
use super::split::{Piece, Pieces};
use super::window::Window;
use crate::error::Error;

/// Rows, which may hold line breaks within quotes. A quote that is never closed costs only the line that opens it.
pub(super) struct Rows {
    /// Of the line that comes next, from 1.
    pub(super) line: u64,
    pub(super) max: usize,
    pub(super) delimiter: u8,
}

/// The place in a row while it is looked through.
struct Place {
    at: usize,
    quoted: bool,
    /// Whether the last quote closed a field, which one right behind it opens again: two stand for one.
    opens: bool,
}

impl Place {
    /// Looks on through what is in view for the row's end.
    fn look(&mut self, view: &[u8], delimiter: u8) -> Option<usize> {
        while let Some(to) = memchr2(b'"', b'\n', &view[self.at..]) {
            let at = self.at + to;
            if view[at] == b'\n' {
                self.at = at + 1;
                if !self.quoted {
                    return Some(at + 1);
                }
            } else {
                let before = at.checked_sub(1).map(|before| view[before]);
                let begins = before.is_none_or(|before| before == delimiter) || (before == Some(b'"') && self.opens);
                if self.quoted {
                    self.quoted = false;
                    self.opens = true;
                } else {
                    self.quoted = begins;
                    self.opens = false;
                }
                self.at = at + 1;
            }
        }
        self.at = view.len();
        None
    }
}

impl Rows {
    fn pass(&mut self, window: &mut Window, bytes: usize) {
        self.line += memchr::memchr_iter(b'\n', &window.view()[..bytes]).count() as u64;
        window.pass(bytes);
    }

    fn too_long(&self) -> Error {
        Error::new(format!("expected a row of at most {} bytes, found a longer one", self.max))
    }

    /// Passes over the first line of a row that has no end, so that the next may be one.
    fn give_up(&mut self, window: &mut Window, line: u64, offset: u64, quoted: bool) -> Piece {
        let reason = if quoted { Error::new("expected a row, found a quote that is never closed") } else { self.too_long() };
        match memchr(b'\n', window.view()) {
            Some(at) => {
                self.pass(window, at + 1);
                Piece::bad(line, offset, reason)
            }
            None => {
                self.line += 1;
                let more = window.skip_line();
                Piece::bad(line, offset, more.err().map_or(reason, Error::from))
            }
        }
    }
}

impl Pieces for Rows {
    fn next(&mut self, window: &mut Window) -> Option<Piece> {
        loop {
            let (line, offset) = (self.line, window.offset());
            let mut place = Place { at: 0, quoted: false, opens: false };
            let length = loop {
                if let Some(length) = place.look(window.view(), self.delimiter) {
                    break length;
                }
                // A quote that is open may be closed yet, and what is within it is no row.
                let far = if place.quoted { self.max.saturating_mul(4).min(self.max + (64 << 20)) } else { self.max };
                if place.at > far {
                    return Some(self.give_up(window, line, offset, place.quoted));
                }
                match window.more() {
                    Ok(true) => {}
                    Ok(false) if place.quoted => return Some(self.give_up(window, line, offset, true)),
                    Ok(false) => break window.view().len(),
                    Err(error) => {
                        let all = window.view().len();
                        self.pass(window, all);
                        return Some(Piece::bad(line, offset, error.into()));
                    }
                }
            };
            if length == 0 {
                return None;
            }
            if length > self.max {
                self.pass(window, length);
                return Some(Piece::bad(line, offset, self.too_long()));
            }
            if window.view()[..length].trim_ascii().is_empty() {
                self.pass(window, length);
                continue;
            }
            let bytes = window.view()[..length].to_vec();
            self.pass(window, length);
            return Some(Piece { record: line, offset, bytes: Ok(bytes) });
        }
    }

    fn go_on(&mut self, record: u64) {
        self.line = record;
    }
}

thread_local! {
    /// The last reader and the sign it is for: making one takes as long as reading some rows.
    static READER: RefCell<(u8, csv_core::Reader)> = RefCell::new((b',', csv_core::Reader::new()));
}

/// The cells of one row.
fn cells(row: &str, delimiter: u8) -> Vec<String> {
    READER.with_borrow_mut(|(known, reader)| {
        if *known != delimiter {
            (*known, *reader) = (delimiter, csv_core::ReaderBuilder::new().delimiter(delimiter).build());
        }
        reader.reset();
        cells_by(row, reader)
    })
}

fn cells_by(row: &str, reader: &mut csv_core::Reader) -> Vec<String> {
    let (mut input, mut cells, mut cell) = (row.as_bytes(), Vec::new(), Vec::new());
    // What quotes escape makes a row shorter, never longer.
    let mut buffer = vec![0; row.len().max(1)];
    loop {
        let (result, read, written) = reader.read_field(input, &mut buffer);
        input = &input[read..];
        cell.extend_from_slice(&buffer[..written]);
        match result {
            csv_core::ReadFieldResult::Field { record_end } => {
                // A part of a text, cut where a sign of ASCII stood.
                cells.push(String::from_utf8_lossy(&std::mem::take(&mut cell)).into_owned());
                if record_end {
                    return cells;
                }
            }
            csv_core::ReadFieldResult::InputEmpty | csv_core::ReadFieldResult::OutputFull => {}
            csv_core::ReadFieldResult::End => return cells,
        }
    }
}

/// What the columns of a file mean.
#[derive(Debug)]
pub(super) struct Columns {
    meanings: Vec<Option<(Part, usize)>>,
    delimiter: u8,
}

impl Columns {
    /// By the names in the first row; one of them must be the text.
    pub(super) fn new(header: &str, delimiter: u8, fields: &Fields) -> Result<Self, Error> {
        let names = cells(header, delimiter);
        let meanings: Vec<_> = names.iter().map(|name| fields.part(name)).collect();
        if !meanings.iter().flatten().any(|(part, _)| *part == Part::Text) {
            let name = fields.text_name();
            let mut found = names.iter().take(12).map(|name| name.chars().take(30).collect()).collect::<Vec<String>>().join(", ");
            if names.len() > 12 {
                found += ", …";
            }
            let reason = format!("expected a column `{name}`, found {found}; --field text=COLUMN says which it is");
            return Err(Error::new(reason));
        }
        Ok(Columns { meanings, delimiter })
    }

    /// One row as an article.
    pub(super) fn article(
        &self,
        row: &str,
        fields: &Fields,
        warnings: &mut Vec<Error>,
        id: impl FnOnce() -> String,
    ) -> Result<Article, Error> {
        let cells = cells(row, self.delimiter);
        if cells.len() != self.meanings.len() {
            let (expected, found) = (self.meanings.len(), cells.len());
            return Err(Error::new(format!("expected {expected} columns as in the first row, found {found}")));
        }
        let mut found = Found::default();
        for (cell, meaning) in cells.into_iter().zip(&self.meanings) {
            if let Some((part, rank)) = meaning {
                found.put(*part, *rank, cell);
            }
        }
        found.article(fields, warnings, id)
    }
}

/// What parts the columns of a table, told from its first row: the sign that gives a column for the text, else the commonest.
pub(super) fn delimiter(header: &str, fields: &Fields) -> Option<u8> {
    let texts = |delimiter: &u8| {
        // Most first lines are no header: what makes a reader is made for those that may be one.
        let names = if header.as_bytes().contains(delimiter) { cells(header, *delimiter) } else { Vec::new() };
        names.len() > 1 && names.iter().any(|name| fields.part(name).is_some_and(|(part, _)| part == Part::Text))
    };
    b",\t;|".iter().copied().find(texts)
}
