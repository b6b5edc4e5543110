//! The one error type: a line for a person, and whether a closed pipe was the reason.

use std::fmt;
use std::io;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// What went wrong, where, and what was expected: one lower-case line.
///
/// It is opaque on purpose: searching text never fails, so errors come from files, options and data, and are for people to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    place: Option<Place>,
    reason: String,
    broken_pipe: bool,
}

/// A file or option, and what of it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Place {
    name: String,
    line: Option<u64>,
    record: Option<u64>,
}

impl Error {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Error { place: None, reason: reason.into(), broken_pipe: false }
    }

    /// The same error, said of a file or option.
    pub(crate) fn at(mut self, place: impl fmt::Display) -> Self {
        self.place = Some(Place { name: place.to_string(), line: None, record: None });
        self
    }

    /// The same error, said of a line of a file.
    pub(crate) fn at_line(mut self, place: impl fmt::Display, line: u64) -> Self {
        self.place = Some(Place { name: place.to_string(), line: Some(line), record: None });
        self
    }

    /// The same error, said of a record of a file that has no lines.
    pub(crate) fn at_record(mut self, place: impl fmt::Display, record: u64) -> Self {
        self.place = Some(Place { name: place.to_string(), line: None, record: Some(record) });
        self
    }

    /// The file or option that it is about, as the user named it.
    pub fn place(&self) -> Option<&str> {
        self.place.as_ref().map(|place| place.name.as_str())
    }

    /// The line of the file, from 1.
    pub fn line(&self) -> Option<u64> {
        self.place.as_ref()?.line
    }

    /// The number of the record in a file that is not made of lines, from 1.
    pub fn record(&self) -> Option<u64> {
        self.place.as_ref()?.record
    }

    /// What was expected and what was found, without the place.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// Whether the reader of the output went away, which is no failure of ours.
    pub fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            // File names may hold line breaks; a message is one line.
            f.write_str(&place.name.replace(char::is_control, "\u{FFFD}"))?;
            match (place.line, place.record) {
                (Some(line), _) => write!(f, ":{line}")?,
                (_, Some(record)) => write!(f, ", record {record}")?,
                _ => {}
            }
            f.write_str(": ")?;
        }
        f.write_str(&self.reason)
    }
}

impl std::error::Error for Error {}

/// As `{"source": …, "line": …, "error": …}`; what is not known is left out.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(place) = self.place() {
            map.serialize_entry("source", place)?;
        }
        for (name, number) in [("line", self.line()), ("record", self.record())] {
            if let Some(number) = number {
                map.serialize_entry(name, &number)?;
            }
        }
        map.serialize_entry("error", &self.reason)?;
        map.end()
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "no such file or folder".to_owned(),
            _ => {
                // "Permission denied (os error 13)": the number helps nobody.
                let said = error.to_string();
                let words = said.split(" (os error").next().unwrap_or(&said);
                let mut letters = words.chars();
                letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
            }
        };
        Error { place: None, reason, broken_pipe: error.kind() == io::ErrorKind::BrokenPipe }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_where_and_why_in_one_line() {
        let missing = Error::from(io::Error::from_raw_os_error(2)).at("a.txt");
        assert_eq!(missing.to_string(), "a.txt: no such file or folder");
        let denied = Error::from(io::Error::from_raw_os_error(13)).at_line("b.jsonl", 3);
        assert_eq!(denied.to_string(), "b.jsonl:3: permission denied");
        assert_eq!((denied.place(), denied.line(), denied.reason()), (Some("b.jsonl"), Some(3), "permission denied"));
        assert_eq!(serde_json::to_string(&denied).unwrap(), r#"{"source":"b.jsonl","line":3,"error":"permission denied"}"#);
        assert_eq!(serde_json::to_string(&Error::new("too \"late\"")).unwrap(), r#"{"error":"too \"late\""}"#);
        assert_eq!(Error::new("cut short").at_record("c.warc", 7).to_string(), "c.warc, record 7: cut short");
        assert!(Error::from(io::Error::from(io::ErrorKind::BrokenPipe)).is_broken_pipe());
    }
}
