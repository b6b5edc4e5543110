//! JSON → articles: one object a line, or objects in an array or laid out over several lines.

use std::fmt;

use memchr::{memchr, memchr2};
use serde::Deserialize;
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::Article;
use super::fields::{Fields, Found, Part, of_epoch};
use super::split::{Piece, Pieces};
use super::window::Window;
use crate::error::Error;

/// One object a line. A line that is none costs only itself.
pub(super) struct Lines {
    /// Of the line that comes next, from 1.
    pub(super) line: u64,
    pub(super) max: usize,
}

impl Pieces for Lines {
    fn next(&mut self, window: &mut Window) -> Option<Piece> {
        loop {
            let (line, offset) = (self.line, window.offset());
            let mut seen = 0;
            let length = loop {
                match memchr(b'\n', &window.view()[seen..]) {
                    Some(at) => break seen + at + 1,
                    None => seen = window.view().len(),
                }
                if seen > self.max {
                    window.pass(seen);
                    self.line += 1;
                    let reason = Error::new(format!("expected a line of at most {} bytes, found a longer one", self.max));
                    let more = window.skip_line();
                    return Some(Piece::bad(line, offset, more.err().map_or(reason, Error::from)));
                }
                match window.more() {
                    Ok(true) => {}
                    Ok(false) => break seen,
                    Err(error) => {
                        // What is there of the line is no line.
                        window.pass(seen);
                        self.line += 1;
                        return Some(Piece::bad(line, offset, error.into()));
                    }
                }
            };
            if length == 0 {
                return None;
            }
            self.line += 1;
            if length > self.max {
                window.pass(length);
                let reason = Error::new(format!("expected a line of at most {} bytes, found a longer one", self.max));
                return Some(Piece::bad(line, offset, reason));
            }
            let blank = window.view()[..length].trim_ascii().is_empty();
            if blank {
                window.pass(length);
                continue;
            }
            return Some(Piece { record: line, offset, bytes: Ok(window.take(length)) });
        }
    }

    fn go_on(&mut self, record: u64) {
        self.line = record;
    }
}

/// Objects with anything between them that parts them: an array's brackets and commas, line breaks, nothing.
///
/// Their ends are found by their brackets. Where brackets or quotes are missing, an object ends at the first sign of it: a line break
/// within a string, or a brace where none can stand.
pub(super) struct Values {
    /// Of the line that comes next, from 1.
    pub(super) line: u64,
    pub(super) max: usize,
}

/// No article has more brackets within brackets, and no parser reads many more.
const DEEPEST: usize = 128;

/// How an object's end was found.
enum End {
    Whole,
    /// It is broken; `resync` tells whether what follows is not known to be another one.
    Broken {
        reason: &'static str,
        resync: bool,
    },
}

/// The place in an object while it is looked through.
#[derive(Default)]
struct Place {
    /// For each bracket that is open, whether it is a brace.
    open: Vec<bool>,
    in_string: bool,
    /// The last sign that is no space.
    before: u8,
    at: usize,
}

impl Place {
    /// Looks on through what is in view; none where the end is not there.
    fn look(&mut self, view: &[u8]) -> Option<End> {
        while let Some(&byte) = view.get(self.at) {
            if self.in_string {
                let Some(to) = view[self.at..].iter().position(|byte| matches!(byte, b'"' | b'\\' | b'\n')) else {
                    self.at = view.len();
                    return None;
                };
                match view[self.at + to] {
                    b'"' => (self.in_string, self.at) = (false, self.at + to + 1),
                    b'\n' => {
                        self.at += to;
                        return Some(End::Broken { reason: "a line break in a string", resync: true });
                    }
                    _ => {
                        self.at += to;
                        if self.at + 1 >= view.len() {
                            return None;
                        }
                        self.at += 2;
                    }
                }
                continue;
            }
            match byte {
                b'"' => self.in_string = true,
                b'{' | b'[' => {
                    let inside = self.open.last().copied();
                    let fits = match inside {
                        None => true,
                        Some(true) => self.before == b':',
                        Some(false) => matches!(self.before, b'[' | b','),
                    };
                    if !fits && byte == b'{' {
                        return Some(End::Broken { reason: "another one before its end", resync: false });
                    }
                    self.open.push(byte == b'{');
                    if self.open.len() > DEEPEST {
                        return Some(End::Broken { reason: "too many brackets within brackets", resync: true });
                    }
                }
                b'}' | b']' => {
                    self.open.pop();
                    if self.open.is_empty() {
                        self.at += 1;
                        return Some(End::Whole);
                    }
                }
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                self.before = byte;
            }
            self.at += 1;
        }
        None
    }
}

impl Values {
    fn pass(&mut self, window: &mut Window, bytes: usize) {
        self.line += memchr::memchr_iter(b'\n', &window.view()[..bytes]).count() as u64;
        window.pass(bytes);
    }

    /// Moves on to a line that begins an object.
    fn resync(&mut self, window: &mut Window) -> Result<(), Error> {
        loop {
            let mut seen = 0;
            while let Some(at) = memchr(b'\n', &window.view()[seen..]) {
                seen += at + 1;
                let begins = window.view()[seen..].trim_ascii_start();
                if begins.starts_with(b"{") {
                    self.pass(window, seen);
                    return Ok(());
                }
            }
            // The last line may go on.
            let kept = window.view().len() - seen;
            if seen > 0 && kept < self.max {
                self.pass(window, seen - 1);
            } else {
                self.pass(window, window.view().len());
            }
            if !window.more()? {
                self.pass(window, window.view().len());
                return Ok(());
            }
        }
    }
}

impl Pieces for Values {
    fn next(&mut self, window: &mut Window) -> Option<Piece> {
        // What parts one from the next.
        loop {
            let parts = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b'[' | b']' | 0x1E);
            let between = window.view().iter().take_while(|byte| parts(byte)).count();
            self.pass(window, between);
            if !window.view().is_empty() {
                break;
            }
            match window.more() {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(Piece::bad(self.line, window.offset(), error.into())),
            }
        }
        let (line, offset) = (self.line, window.offset());
        let bad = |reason: Error| Some(Piece::bad(line, offset, reason));
        if window.view()[0] != b'{' {
            // Something else: it ends where something can begin.
            loop {
                if let Some(end) = memchr2(b',', b'\n', window.view()) {
                    let bytes = window.view()[..end.min(self.max)].to_vec();
                    self.pass(window, end);
                    return Some(Piece { record: line, offset, bytes: Ok(bytes) });
                }
                if window.view().len() > self.max {
                    self.pass(window, window.view().len());
                    return bad(Error::new(format!("expected a JSON object, found {} bytes without one", self.max)));
                }
                match window.more() {
                    Ok(true) => {}
                    Ok(false) => {
                        let bytes = window.view().to_vec();
                        self.pass(window, bytes.len());
                        return Some(Piece { record: line, offset, bytes: Ok(bytes) });
                    }
                    Err(error) => {
                        self.pass(window, window.view().len());
                        return bad(error.into());
                    }
                }
            }
        }
        let mut place = Place::default();
        let mut long = false;
        loop {
            match place.look(window.view()) {
                Some(End::Whole) if !long && place.at <= self.max => {
                    let bytes = window.view()[..place.at].to_vec();
                    self.pass(window, place.at);
                    return Some(Piece { record: line, offset, bytes: Ok(bytes) });
                }
                Some(End::Whole) => {
                    self.pass(window, place.at);
                    return bad(Error::new(format!("expected a JSON object of at most {} bytes, found a longer one", self.max)));
                }
                Some(End::Broken { reason, resync }) => {
                    self.pass(window, place.at);
                    let more = if resync { self.resync(window) } else { Ok(()) };
                    return bad(more.err().unwrap_or_else(|| Error::new(format!("expected a JSON object, found {reason}"))));
                }
                None => {}
            }
            if window.view().len() > self.max {
                long = true;
                self.pass(window, place.at);
                place.at = 0;
            }
            match window.more() {
                Ok(true) => {}
                Ok(false) => {
                    self.pass(window, window.view().len());
                    return bad(Error::new("expected a JSON object, found the end of the file in it"));
                }
                Err(error) => {
                    self.pass(window, window.view().len());
                    return bad(error.into());
                }
            }
        }
    }

    fn go_on(&mut self, record: u64) {
        self.line = record;
    }
}

/// One object as an article. `id` is for those without one of their own.
pub(super) fn article(json: &str, fields: &Fields, warnings: &mut Vec<Error>, id: impl FnOnce() -> String) -> Result<Article, Error> {
    let name = fields.text_name();
    if !json.starts_with('{') {
        let beginning: String = json.chars().take(20).collect();
        return Err(Error::new(format!("expected a JSON object with a `{name}`, found {beginning:?}")));
    }
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let found = Object { fields }.deserialize(&mut deserializer).and_then(|found| deserializer.end().map(|()| found));
    let found = found.map_err(|error| {
        let said = error.to_string();
        // The object's own lines are not those of the file.
        let said = said.split(" at line ").next().unwrap_or(&said);
        let column = if error.line() == 1 { format!(", column {}", error.column()) } else { String::new() };
        Error::new(format!("expected a JSON object with a `{name}`: {said}{column}"))
    })?;
    found.article(fields, warnings, id)
}

/// The parts of an article among the keys of an object; the others are none of our business.
struct Object<'a> {
    fields: &'a Fields,
}

impl<'de> DeserializeSeed<'de> for Object<'_> {
    type Value = Found;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = Found;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Found, A::Error> {
        let mut found = Found::default();
        while let Some(key) = map.next_key_seed(Key(self.fields))? {
            match key {
                Some((part, rank)) if found.wants(part, rank) => {
                    if let Value(Some(value)) = map.next_value_seed(OfPart(part))? {
                        found.put(part, rank, value);
                    }
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        if found.has(Part::Text) { Ok(found) } else { Err(A::Error::custom(format_args!("missing field `{}`", self.fields.text_name()))) }
    }
}

/// What a key means, without keeping it.
struct Key<'a>(&'a Fields);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<(Part, usize)>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<(Part, usize)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        Ok(self.0.part(name))
    }
}

/// A value as the words of some part; none where it is something else.
struct Value(Option<String>);

struct OfPart(Part);

impl OfPart {
    fn of_number(&self, value: i64) -> Option<String> {
        match self.0 {
            // Seconds since 1970, or a year.
            Part::Published => Some(of_epoch(value).map_or_else(|| value.to_string(), |date| date.to_string())),
            Part::Id => Some(value.to_string()),
            _ => None,
        }
    }
}

impl<'de> DeserializeSeed<'de> for OfPart {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for OfPart {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value(Some(value.to_owned())))
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value(Some(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value(self.of_number(value)))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value(match i64::try_from(value) {
            Ok(value) => self.of_number(value),
            Err(_) => (self.0 == Part::Id).then(|| value.to_string()),
        }))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Value(match self.0 {
            Part::Published => self.of_number(value as i64),
            part => (part == Part::Id).then(|| value.to_string()),
        }))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value(None))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value(None))
    }

    /// A text in paragraphs.
    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Value, A::Error> {
        let mut lines = Vec::new();
        while let Some(Paragraph(line)) = values.next_element()? {
            lines.extend(line);
        }
        Ok(Value((self.0 == Part::Text && !lines.is_empty()).then(|| lines.join("\n"))))
    }

    /// An identifier as databases export it: `{"$oid": "…"}`; a date likewise.
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut value = None;
        while let Some(key) = map.next_key::<String>()? {
            if matches!(&*key, "$oid" | "$date") && self.0 != Part::Text {
                value = map.next_value_seed(OfPart(self.0))?.0;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Value(value))
    }
}

struct Paragraph(Option<String>);

impl<'de> Deserialize<'de> for Paragraph {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        OfPart(Part::Title).deserialize(deserializer).map(|value| Paragraph(value.0))
    }
}
