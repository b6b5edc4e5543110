//! What a source yields: a record as it stands in its file, where it stands, and what it comes to when it is read.

use std::borrow::Cow;
use std::sync::Arc;

use encoding_rs::{Encoding, UTF_8};
use serde::{Deserialize, Serialize};

use super::delimited::Columns;
use super::encoding::{Known, decode, mojibake};
use super::recognize::Format;
use super::{Article, Options, html, json, warc};
use crate::date::PartialDate;
use crate::error::Error;

/// Where a record stands, and with that where a later run can go on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The number of the path that the user named, from 0.
    pub input: u64,
    /// The file, by that path; `-` is standard input.
    pub path: String,
    /// The number of the line (JSON, CSV) or record (WARC) in its file, from 1; 0 is the file as a whole.
    pub record: u64,
    /// Bytes that stand before it in the file, unpacked where it is compressed.
    pub offset: u64,
}

/// What became of one record.
#[derive(Clone, Debug)]
pub struct Item {
    /// Where it stands.
    pub origin: Origin,
    /// The article, or why there is none.
    pub article: Result<Article, Error>,
    /// What was wrong with it all the same.
    pub warnings: Vec<Error>,
}

/// What the records of one file have in common.
#[derive(Debug)]
pub(super) struct File {
    pub(super) path: String,
    /// What articles without an id get theirs from.
    pub(super) stem: String,
    /// What an article without an address or an id of its own names as its source.
    pub(super) source: Option<String>,
    pub(super) format: Format,
    pub(super) known: Known,
    pub(super) columns: Option<Columns>,
    pub(super) options: Arc<Options>,
}

/// A record that was found and not yet read, which may be done on any thread.
#[derive(Debug)]
pub struct Unread {
    pub(super) origin: Origin,
    /// None for what could not even be opened.
    pub(super) file: Option<Arc<File>>,
    pub(super) bytes: Result<Vec<u8>, Error>,
}

impl Unread {
    /// Where it stands.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// How many bytes it has, as they stand in the file.
    pub fn size(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len)
    }

    /// A hash of it and of where it stands: the same in every run over the same inputs.
    pub fn digest(&self) -> u64 {
        use std::hash::{Hash, Hasher};
        let mut hasher = rustc_hash::FxHasher::default();
        let error = self.bytes.as_ref().err().map(ToString::to_string);
        (&self.origin.path, self.origin.record, self.bytes.as_ref().ok(), error).hash(&mut hasher);
        hasher.finish()
    }

    /// Reads it. This is where the work is: decoding, JSON, pages.
    pub fn read(self) -> Item {
        let Unread { origin, file, bytes } = self;
        let mut warnings = Vec::new();
        let article = match (file, bytes) {
            (Some(file), Ok(bytes)) => file.read(&origin, bytes, &mut warnings),
            (Some(file), Err(error)) => Err(file.place(&origin, error)),
            (None, bytes) => Err(bytes.err().unwrap_or_else(|| Error::new("expected a file")).at(&origin.path)),
        };
        Item { origin, article, warnings }
    }
}

impl File {
    /// The error, said of a record.
    fn place(&self, origin: &Origin, error: Error) -> Error {
        match self.format {
            Format::Warc => error.at_record(&self.path, origin.record),
            _ if origin.record > 0 => error.at_line(&self.path, origin.record),
            _ => error.at(&self.path),
        }
    }

    fn read(&self, origin: &Origin, bytes: Vec<u8>, warnings: &mut Vec<Error>) -> Result<Article, Error> {
        let first = warnings.len();
        let mut read = match self.format {
            Format::Warc => self.read_page(origin, &bytes, warnings),
            Format::Html => html::article(&self.html_text(&bytes, self.known, None, origin, warnings), self.stem.clone(), None, None),
            _ => self.read_text(origin, &bytes, warnings),
        };
        if let Ok(article) = &mut read {
            warnings.extend(mojibake(&article.text));
            // A record with an id of its own is known by it; any other by the file that it stands in.
            if origin.record == 0 || article.id == self.numbered(origin) {
                article.source = article.source.take().or_else(|| self.source.clone());
            }
        }
        for warning in &mut warnings[first..] {
            if warning.place().is_none() {
                *warning = self.place(origin, warning.clone());
            }
        }
        read.map_err(|error| self.place(origin, error))
    }

    /// The text of a record, with a warning for what had to be repaired.
    fn text<'a>(&self, bytes: &'a [u8], known: Known, origin: &Origin, warnings: &mut Vec<Error>) -> Cow<'a, str> {
        let (text, repair) = decode(bytes, known, origin.offset);
        warnings.extend(repair.map(|(line, repair)| match origin.record {
            0 => repair.at_line(&self.path, line + 1),
            _ => repair,
        }));
        text
    }

    /// The text of a page: what was said over the wire counts before what the page says of itself.
    fn html_text<'a>(
        &self,
        mut bytes: &'a [u8],
        known: Known,
        said: Option<&'static Encoding>,
        origin: &Origin,
        warnings: &mut Vec<Error>,
    ) -> Cow<'a, str> {
        let known = match (Encoding::for_bom(bytes), known) {
            (Some((encoding, mark)), _) => {
                bytes = &bytes[mark..];
                Known::Surely(encoding)
            }
            (None, Known::Surely(encoding)) => Known::Surely(encoding),
            (None, known) => match said.or_else(|| html::charset(bytes)) {
                // A page that names UTF-8 and is none was mostly copied from one that is.
                Some(encoding) if encoding != UTF_8 => Known::Said(encoding),
                _ => known,
            },
        };
        self.text(bytes, known, origin, warnings)
    }

    /// The id of a record that has none.
    fn numbered(&self, origin: &Origin) -> String {
        format!("{}:{}", self.stem, origin.record)
    }

    fn read_text(&self, origin: &Origin, bytes: &[u8], warnings: &mut Vec<Error>) -> Result<Article, Error> {
        let text = self.text(bytes, self.known, origin, warnings);
        let id = || self.numbered(origin);
        let fields = &self.options.fields;
        match (self.format, &self.columns) {
            (Format::JsonLines | Format::Json, _) => json::article(text.trim(), fields, warnings, id),
            (Format::Delimited(_), Some(columns)) => columns.article(&text, fields, warnings, id),
            _ => plain(text.into_owned(), self.stem.clone()),
        }
    }

    fn read_page(&self, origin: &Origin, record: &[u8], warnings: &mut Vec<Error>) -> Result<Article, Error> {
        let page = warc::page(record, self.options.max_record as usize)?;
        if page.truncated {
            warnings.push(Error::new("expected a whole page, found one that its crawler cut off; read as far as it goes"));
        }
        let id = self.numbered(origin);
        if page.is_html {
            let text = self.html_text(&page.body, Known::No, page.encoding, origin, warnings);
            return html::article(&text, id, page.url, page.captured);
        }
        let known = page.encoding.map_or(Known::No, Known::Said);
        let text = self.text(&page.body, known, origin, warnings).into_owned();
        Ok(Article { source: page.url, ..plain(text, id)? })
    }
}

/// A page out of a web archive.
pub(super) struct Page {
    pub(super) body: Vec<u8>,
    pub(super) is_html: bool,
    pub(super) encoding: Option<&'static Encoding>,
    pub(super) url: Option<String>,
    /// The day it was fetched: it cannot have been published later.
    pub(super) captured: Option<PartialDate>,
    /// Whether the crawler cut it off.
    pub(super) truncated: bool,
}

/// A text that is one article.
fn plain(text: String, id: String) -> Result<Article, Error> {
    if text.trim().is_empty() {
        return Err(Error::new("expected an article, found nothing in it"));
    }
    Ok(Article { id, title: title(&text), text, ..Article::default() })
}

/// The first line, where a blank one parts it from the text.
fn title(text: &str) -> Option<String> {
    let (first, rest) = text.trim_start().split_once('\n')?;
    let (second, body) = rest.split_once('\n')?;
    (second.trim().is_empty() && !body.trim().is_empty()).then(|| first.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_alone() {
        assert_eq!(title("Tokayev wins\n\nHe got 81.31%.\n").as_deref(), Some("Tokayev wins"));
        assert_eq!(title("\nTokayev wins\r\n\r\nHe got 81.31%.").as_deref(), Some("Tokayev wins"));
        for none in ["", "one line", "one line\n\n", "two\nlines\n\nand a third"] {
            assert_eq!(title(none), None, "{none:?}");
        }
    }
}
