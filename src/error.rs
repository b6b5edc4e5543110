//! The one error type: a line for a person, and whether a closed pipe was the reason.

use std::fmt;
use std::io;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// What went wrong, where, and what was expected: one lower-case line.
///
/// It is opaque on purpose: searching text never fails, so errors come from files, options and data, and are for people to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    place: Option<String>,
    line: Option<u64>,
    reason: String,
    broken_pipe: bool,
}

impl Error {
    pub(crate) fn new(reason: impl Into<String>) -> Self {
        Error { place: None, line: None, reason: reason.into(), broken_pipe: false }
    }

    /// The same error, said of a file or option.
    pub(crate) fn at(mut self, place: impl fmt::Display) -> Self {
        // File names may hold line breaks; a message is one line.
        self.place = Some(place.to_string().replace(char::is_control, "\u{FFFD}"));
        self
    }

    /// The same error, said of a line of a file.
    pub(crate) fn at_line(mut self, place: impl fmt::Display, line: u64) -> Self {
        self.line = Some(line);
        self.at(place)
    }

    /// Whether the reader of the output went away, which is no failure of ours.
    pub fn is_broken_pipe(&self) -> bool {
        self.broken_pipe
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.place, self.line) {
            (Some(place), Some(line)) => write!(f, "{place}:{line}: {}", self.reason),
            (Some(place), None) => write!(f, "{place}: {}", self.reason),
            (None, _) => f.write_str(&self.reason),
        }
    }
}

/// As `{"source": …, "line": …, "error": …}`; what is not known is left out.
impl Serialize for Error {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(place) = &self.place {
            map.serialize_entry("source", place)?;
        }
        if let Some(line) = self.line {
            map.serialize_entry("line", &line)?;
        }
        map.serialize_entry("error", &self.reason)?;
        map.end()
    }
}

impl std::error::Error for Error {}

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
        Error { place: None, line: None, reason, broken_pipe: error.kind() == io::ErrorKind::BrokenPipe }
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
        assert_eq!(serde_json::to_string(&denied).unwrap(), r#"{"source":"b.jsonl","line":3,"error":"permission denied"}"#);
        assert_eq!(serde_json::to_string(&Error::new("too \"late\"")).unwrap(), r#"{"error":"too \"late\""}"#);
        assert!(Error::from(io::Error::from(io::ErrorKind::BrokenPipe)).is_broken_pipe());
    }
}
