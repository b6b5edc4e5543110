//! One article a line. A line that is none is reported and passed over; the memory used is that of the longest line.

use std::io::{BufRead, Read};

use serde::Deserialize;

use super::{Article, MAX_BYTES, decode};
use crate::date::PartialDate;
use crate::error::Error;
use crate::text::Lang;

/// The lines of one file or stream.
pub(super) struct Lines {
    reader: Box<dyn BufRead + Send>,
    /// As the user named it, for messages; and the name that articles without an id get theirs from.
    path: String,
    stem: String,
    /// What an article without a `url` names as its source.
    source: Option<String>,
    line: u64,
    /// Where the next line begins in the file.
    offset: u64,
    bytes: Vec<u8>,
}

/// What a line may hold; other keys are none of our business.
#[derive(Deserialize)]
struct Line {
    id: Option<Id>,
    text: String,
    title: Option<String>,
    published: Option<serde_json::Value>,
    url: Option<String>,
    lang: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

impl Lines {
    /// `offset` is how much of the file was passed over already (a byte order mark).
    pub(super) fn new(reader: Box<dyn BufRead + Send>, path: String, stem: String, source: Option<String>, offset: u64) -> Self {
        Lines { reader, path, stem, source, line: 0, offset, bytes: Vec::new() }
    }

    /// Reads on until a line gives an article or trouble. An article that comes with warnings comes after them.
    pub(super) fn read(&mut self, found: &mut impl FnMut(Result<Article, Error>)) -> bool {
        loop {
            self.bytes.clear();
            self.line += 1;
            let start = self.offset;
            match (&mut self.reader).take(MAX_BYTES).read_until(b'\n', &mut self.bytes) {
                Ok(0) => return false,
                Ok(n) => self.offset += n as u64,
                Err(error) => {
                    found(Err(Error::from(error).at_line(&self.path, self.line)));
                    return false;
                }
            }
            if self.bytes.len() as u64 == MAX_BYTES && !self.bytes.ends_with(b"\n") {
                found(Err(Error::new(format!("expected a line of less than {MAX_BYTES} bytes, found a longer one"))
                    .at_line(&self.path, self.line)));
                return match self.reader.skip_until(b'\n') {
                    Ok(n) => {
                        self.offset += n as u64;
                        true
                    }
                    Err(_) => false,
                };
            }
            if self.bytes.trim_ascii().is_empty() {
                continue;
            }
            // A file laid out over many lines would give as many complaints as it has lines.
            if self.line == 1 && matches!(self.bytes.trim_ascii(), b"{" | b"[") {
                found(Err(Error::new("expected one JSON object a line, found JSON laid out over several lines").at_line(&self.path, 1)));
                return false;
            }
            let (text, repair) = decode(&self.bytes, start);
            let mut warn = |reason: Error| found(Err(reason.at_line(&self.path, self.line)));
            if let Some((_, repair)) = repair {
                warn(repair);
            }
            match self.article(text.trim(), &mut warn) {
                Ok(article) => found(Ok(article)),
                Err(reason) => warn(reason),
            }
            return true;
        }
    }

    fn article(&self, json: &str, warn: &mut impl FnMut(Error)) -> Result<Article, Error> {
        // Serde would read a JSON array as the struct's fields in order.
        if !json.starts_with('{') {
            let beginning: String = json.chars().take(20).collect();
            return Err(Error::new(format!("expected a JSON object with a `text`, found {beginning:?}")));
        }
        let line: Line = serde_json::from_str(json).map_err(|error| {
            let said = error.to_string().replace(" at line 1 column ", ", column ");
            Error::new(format!("expected a JSON object with a `text`: {said}"))
        })?;
        if line.text.trim().is_empty() {
            return Err(Error::new("expected a `text`, found an empty one"));
        }
        let published = line.published.and_then(|value| {
            let date = value.as_str().and_then(|s| s.parse::<PartialDate>().ok());
            if date.is_none() && !value.is_null() {
                warn(Error::new(format!("expected `published` as YYYY-MM-DD, found {value}; read without it")));
            }
            date
        });
        let lang = line.lang.and_then(|name| {
            let lang = match name.split(['-', '_']).next() {
                Some("ar") => Some(Lang::Ar),
                Some("en") => Some(Lang::En),
                _ => None,
            };
            if lang.is_none() {
                warn(Error::new(format!("expected `lang` to be ar or en, found {name:?}; told from the script instead")));
            }
            lang
        });
        let id = match line.id {
            Some(Id::Text(id)) => id,
            Some(Id::Number(id)) => id.to_string(),
            None => format!("{}:{}", self.stem, self.line),
        };
        Ok(Article { id, source: line.url.or_else(|| self.source.clone()), title: line.title, text: line.text, published, lang })
    }
}
