//! Records, comparisons and findings → bytes. Records: JSON lines, JSON, CSV, a table and a page for people; and the JSON Schema of
//! the first two.

mod compared;
mod csv;
mod found;
mod html;
mod offsets;
mod table;
mod view;

pub use compared::{ComparisonFormat, write_comparisons};
pub use found::{FindingFormat, write_findings};
pub use html::Ui;
pub use offsets::Unit;

use std::io::{self, Write};

use clap::ValueEnum;
use schemars::generate::SchemaSettings;

use crate::compare::Comparison;
use crate::input::Article;
use crate::resolve::record::Record;
use view::RecordView;

/// How records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON object a line, one line an article.
    Jsonl,
    /// One JSON array of all articles.
    Json,
    /// One fact a row, names and ids as columns.
    Csv,
    /// Aligned columns for people.
    Table,
    /// One page for a browser, which needs no network: facts beside the text, each linked to its words.
    Html,
}

/// What is written of each record, and for which eyes.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// What evidence offsets count.
    pub offsets: Unit,
    /// Whether mentions are written too.
    pub mentions: bool,
    /// In tables, part right-to-left cells from their neighbours by invisible marks, as terminals with bidirectional text need.
    pub isolates: bool,
    /// In tables, use colour.
    pub color: bool,
    /// The language of the page's own words.
    pub ui: Ui,
}

/// Writes records one by one, in any format, holding none of them back.
///
/// ```
/// use hasila::output::{Format, Options, Writer};
///
/// let article = hasila::Article::new("No figures here.");
/// let record = hasila::Extractor::new().extract(&article);
/// let mut writer = Writer::new(Vec::new(), Format::Jsonl, Options::default());
/// writer.write(&record, &article)?;
/// assert!(writer.finish()?.starts_with(br#"{"article":{"id":"","lang":"en"}"#));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug)]
pub struct Writer<W: Write> {
    out: W,
    format: Format,
    options: Options,
    written: usize,
}

impl<W: Write> Writer<W> {
    /// Writes to `out`.
    pub fn new(out: W, format: Format, options: Options) -> Self {
        Writer { out, format, options, written: 0 }
    }

    /// Writes what was found in one article. Evidence is cut from its text, so it must be the one that the record is of.
    pub fn write(&mut self, record: &Record, article: &Article) -> io::Result<()> {
        let view = || RecordView::new(record, article, &self.options);
        let first = self.written == 0;
        self.written += 1;
        match self.format {
            Format::Jsonl => {
                serde_json::to_writer(&mut self.out, &view())?;
                self.out.write_all(b"\n")
            }
            Format::Json => {
                self.out.write_all(if first { b"[\n" } else { b",\n" })?;
                Ok(serde_json::to_writer(&mut self.out, &view())?)
            }
            Format::Csv => csv::write(&mut self.out, &view(), first),
            Format::Table => {
                if !first {
                    self.out.write_all(b"\n")?;
                }
                table::write(&mut self.out, &view(), &self.options)
            }
            Format::Html => {
                if first {
                    html::begin(&mut self.out, self.options.ui)?;
                }
                html::write(&mut self.out, record, article, self.written, self.options.ui)
            }
        }
    }

    /// Hands on what is still in a buffer.
    pub fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }

    /// Ends the output. Without any record there is still a valid one: an empty array, the names of the columns, an empty page.
    pub fn finish(mut self) -> io::Result<W> {
        match (self.format, self.written) {
            (Format::Json, 0) => self.out.write_all(b"[]\n")?,
            (Format::Json, _) => self.out.write_all(b"\n]\n")?,
            (Format::Csv, 0) => csv::write_header(&mut self.out)?,
            (Format::Html, articles) => {
                if articles == 0 {
                    html::begin(&mut self.out, self.options.ui)?;
                }
                html::end(&mut self.out, articles, self.options.ui)?;
            }
            _ => {}
        }
        self.out.flush()?;
        Ok(self.out)
    }
}

/// The JSON Schema of one comparison, as `compare --format json` writes it.
pub fn comparison_schema() -> serde_json::Value {
    SchemaSettings::default().for_serialize().into_generator().into_root_schema_for::<Comparison>().to_value()
}

/// The JSON Schema of one record, made from the types that are written.
pub fn schema() -> serde_json::Value {
    SchemaSettings::default().for_serialize().into_generator().into_root_schema_for::<RecordView<'static>>().to_value()
}

/// `8300046.5` → `8,300,046.5`.
fn grouped(number: &str) -> String {
    let whole = number.find('.').unwrap_or(number.len());
    let mut out = String::new();
    for (i, digit) in number.char_indices() {
        if i > 0 && i < whole && (whole - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests;
