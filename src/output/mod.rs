//! Records, comparisons and findings → bytes. Records: JSON lines, JSON, CSV, Parquet, a database, a table and a page for people; and
//! the JSON Schema of the first two.

pub mod aside;
mod clea;
mod columns;
mod compared;
mod csv;
mod found;
mod html;
mod link;
mod offsets;
mod package;
#[cfg(feature = "parquet")]
mod parquet;
#[cfg(feature = "sqlite")]
mod sqlite;
mod table;
mod view;

#[cfg(feature = "parquet")]
pub(crate) use self::parquet::from_csv;
pub use aside::replace;
pub use clea::LeftOut;
pub use compared::{ComparisonFormat, write_comparisons};
pub use found::{FindingFormat, write_findings};
pub use html::Ui;
pub use offsets::Unit;
pub use package::data_package;
#[cfg(feature = "sqlite")]
pub use sqlite::Database;

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use schemars::generate::SchemaSettings;

#[cfg(feature = "parquet")]
use self::parquet::Parquet;
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
    /// Results as a wide table with the columns of the Constituency-Level Elections Archive, one candidate or party a row.
    Clea,
    /// The columns of CSV, typed and packed with zstd; dates as days, too, where the day is known.
    #[cfg(feature = "parquet")]
    Parquet,
    /// A database of articles, elections, entities, facts, evidence and findings; written to a file only.
    #[cfg(feature = "sqlite")]
    Sqlite,
    /// Aligned columns for people.
    Table,
    /// One page for a browser, which needs no network: facts beside the text, each linked to its words.
    Html,
}

impl Format {
    /// The format that a file's name asks for. The extension in the error of what this build cannot write.
    pub fn of(path: &Path) -> Result<Option<Format>, &'static str> {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default().to_ascii_lowercase();
        Ok(Some(match extension.as_str() {
            "jsonl" | "ndjson" => Format::Jsonl,
            "json" => Format::Json,
            "csv" => Format::Csv,
            "html" | "htm" => Format::Html,
            #[cfg(feature = "parquet")]
            "parquet" => Format::Parquet,
            #[cfg(not(feature = "parquet"))]
            "parquet" => return Err("parquet"),
            #[cfg(feature = "sqlite")]
            "db" | "sqlite" | "sqlite3" => Format::Sqlite,
            #[cfg(not(feature = "sqlite"))]
            "db" | "sqlite" | "sqlite3" => return Err("sqlite"),
            _ => return Ok(None),
        }))
    }
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
    /// In CSV, begin with a byte order mark, by which spreadsheets know UTF-8.
    pub bom: bool,
    /// In CSV, the mark and no cell that a spreadsheet would take for a formula.
    pub excel: bool,
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
    left_out: LeftOut,
    #[cfg(feature = "parquet")]
    parquet: Option<Box<Parquet>>,
}

impl<W: Write> Writer<W> {
    /// Writes to `out`.
    pub fn new(out: W, format: Format, options: Options) -> Self {
        Self::resume(out, format, options, 0)
    }

    /// Goes on with an output to which so many records were written before. Not Parquet: what it ends with speaks of all before.
    pub fn resume(out: W, format: Format, options: Options, written: usize) -> Self {
        Writer {
            out,
            format,
            options,
            written,
            left_out: LeftOut::default(),
            #[cfg(feature = "parquet")]
            parquet: None,
        }
    }

    /// What is written to.
    pub fn get_mut(&mut self) -> &mut W {
        &mut self.out
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
            Format::Csv => {
                if first {
                    csv::write_header(&mut self.out, columns::COLUMNS.map(|column| column.name), &self.options)?;
                }
                // Most articles of an archive state nothing.
                if record.facts.is_empty() { Ok(()) } else { csv::write(&mut self.out, &view(), &self.options) }
            }
            Format::Clea => {
                if first {
                    csv::write_header(&mut self.out, clea::COLUMNS, &self.options)?;
                }
                if !record.facts.is_empty() {
                    self.left_out += clea::write(&mut self.out, &view(), &self.options)?;
                }
                Ok(())
            }
            #[cfg(feature = "parquet")]
            Format::Parquet => {
                let view = RecordView::new(record, article, &self.options);
                begun(&mut self.parquet, first)?.write(&mut self.out, &view)
            }
            #[cfg(feature = "sqlite")]
            Format::Sqlite => Err(io::Error::other("a database is written by `Database`")),
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

    /// What this writer was given and could not write: facts without a column in CLEA. All other formats have a place for all.
    pub fn left_out(&self) -> LeftOut {
        self.left_out
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
            (Format::Csv, 0) => csv::write_header(&mut self.out, columns::COLUMNS.map(|column| column.name), &self.options)?,
            (Format::Clea, 0) => csv::write_header(&mut self.out, clea::COLUMNS, &self.options)?,
            #[cfg(feature = "parquet")]
            (Format::Parquet, articles) => begun(&mut self.parquet, articles == 0)?.finish(&mut self.out)?,
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

/// The Parquet file that is being written, or, at first, a new one.
#[cfg(feature = "parquet")]
fn begun(parquet: &mut Option<Box<Parquet>>, first: bool) -> io::Result<&mut Parquet> {
    match parquet {
        Some(parquet) => Ok(parquet),
        none if first => Ok(none.insert(Box::new(Parquet::new()?))),
        None => Err(io::Error::other("expected a Parquet file from its beginning, found records before it")),
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

#[cfg(test)]
mod tests;
