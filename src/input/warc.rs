//! Web archives (WARC 1.0 and 1.1, ISO 28500) → pages: the responses, resources and conversions that hold HTML or text.

use std::io::{self, Read};

use encoding_rs::Encoding;
use memchr::memmem;

use super::fields::published;
use super::item::Page;
use super::split::{Piece, Pieces};
use super::window::Window;
use crate::date::PartialDate;
use crate::error::Error;

/// The head of a record or of an HTTP answer is never longer.
const HEAD: usize = 64 << 10;
/// Headers of one HTTP answer; what is sent by servers has some dozens.
const HEADERS: usize = 128;
/// What unpacks to more than so many times its size is no page.
const MAX_RATIO: usize = 200;

/// Records that may hold an article; the others are passed over. Behind a broken one the next that begins is found.
pub(super) struct Records {
    /// Of the record that comes next, from 1; all are counted.
    pub(super) number: u64,
    pub(super) max: usize,
}

impl Records {
    /// Moves on to where a record begins.
    fn resync(&mut self, window: &mut Window) -> io::Result<()> {
        window.pass(1);
        loop {
            match memmem::find(window.view(), b"WARC/1.") {
                Some(at) => {
                    window.pass(at);
                    return Ok(());
                }
                None => {
                    let seen = window.view().len().saturating_sub(6);
                    window.pass(seen);
                }
            }
            if !window.more()? {
                let rest = window.view().len();
                window.pass(rest);
                return Ok(());
            }
        }
    }

    fn broken(&mut self, window: &mut Window, offset: u64, reason: String) -> Piece {
        let number = self.number;
        self.number += 1;
        // A gap in the stream on the way is part of the same damage.
        while self.resync(window).is_err() {}
        Piece::bad(number, offset, Error::new(reason))
    }

    fn cut(&mut self, window: &mut Window, offset: u64, error: io::Error) -> Piece {
        self.broken(window, offset, Error::from(error).reason().to_owned())
    }

    /// The length of the head of a record in view, with the blank line that ends it.
    fn head(window: &mut Window) -> io::Result<Option<usize>> {
        loop {
            let view = window.view();
            if let Some(at) = memmem::find(&view[..view.len().min(HEAD)], b"\r\n\r\n") {
                return Ok(Some(at + 4));
            }
            if view.len() >= HEAD || !window.more()? {
                return Ok(None);
            }
        }
    }
}

impl Pieces for Records {
    fn next(&mut self, window: &mut Window) -> Option<Piece> {
        loop {
            // Records end with two line breaks.
            loop {
                let blank = window.view().iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
                window.pass(blank);
                match window.want(7) {
                    Ok([]) => return None,
                    Ok(view) if !matches!(view[0], b'\r' | b'\n') => break,
                    Ok(_) => {}
                    Err(error) => {
                        let offset = window.offset();
                        return Some(self.cut(window, offset, error));
                    }
                }
            }
            let offset = window.offset();
            if !window.view().starts_with(b"WARC/1.") {
                let beginning = String::from_utf8_lossy(&window.view()[..window.view().len().min(20)]).into_owned();
                return Some(self.broken(window, offset, format!("expected a WARC record, found {beginning:?}")));
            }
            let head = match Self::head(window) {
                Ok(Some(length)) => Head::read(&window.view()[..length]).map(|head| (head, length)),
                Ok(None) => None,
                Err(error) => return Some(self.cut(window, offset, error)),
            };
            let Some((head, head_length)) = head else {
                return Some(self.broken(window, offset, "expected a head with a Content-Length, found none".to_owned()));
            };
            if head.length > self.max as u64 {
                let (number, may_be_page, length) = (self.number, head.may_be_page, head.length);
                window.pass(head_length);
                match window.skip(length) {
                    Err(error) => return Some(self.cut(window, offset, error)),
                    Ok(skipped) if skipped < length => {
                        let reason = "expected a whole record, found the end of the file in it".to_owned();
                        return Some(self.broken(window, offset, reason));
                    }
                    Ok(_) => self.number += 1,
                }
                if may_be_page {
                    let reason = format!("expected a record of at most {} bytes, found one of {length}", self.max);
                    return Some(Piece::bad(number, offset, Error::new(reason)));
                }
                continue;
            }
            let length = head_length + head.length as usize;
            // What follows tells whether the length is right, and a byte more whether the record was packed without damage.
            match window.want_sound(length + 4, length + 5) {
                Err(error) => {
                    let inside = window.view().len();
                    window.pass(inside.min(length).saturating_sub(1));
                    return Some(self.cut(window, offset, error));
                }
                Ok(view) => {
                    let fits = view.len() >= length && matches!(&view[length..view.len().min(length + 4)], b"\r\n\r\n" | b"\r\n" | b"");
                    let within = &view[head_length..view.len().min(length)];
                    if !fits && let Some(at) = memmem::find(within, b"\r\n\r\nWARC/1.") {
                        window.pass(head_length + at);
                        let reason = format!("expected a record of {} bytes, found another one within it", head.length);
                        return Some(self.broken(window, offset, reason));
                    }
                    if view.len() < length {
                        let reason = "expected a whole record, found the end of the file in it".to_owned();
                        return Some(self.broken(window, offset, reason));
                    }
                }
            }
            let number = self.number;
            self.number += 1;
            if !head.may_be_page || !head.is_page(&window.view()[head_length..length]) {
                window.pass(length);
                continue;
            }
            return Some(Piece { record: number, offset, bytes: Ok(window.take(length)) });
        }
    }

    fn go_on(&mut self, record: u64) {
        self.number = record;
    }
}

/// What the head of a record says.
struct Head {
    length: u64,
    /// By its type, whether a page can be in it.
    may_be_page: bool,
    is_http: bool,
    content_type: String,
    url: Option<String>,
    captured: Option<PartialDate>,
    truncated: bool,
}

impl Head {
    fn read(head: &[u8]) -> Option<Self> {
        let head = std::str::from_utf8(head).ok()?;
        let field = |name: &str| {
            head.lines().skip(1).find_map(|line| {
                let (key, value) = line.split_once(':')?;
                key.trim().eq_ignore_ascii_case(name).then(|| value.trim())
            })
        };
        let kind = field("WARC-Type").unwrap_or_default();
        let content_type = field("Content-Type").unwrap_or_default();
        Some(Head {
            length: field("Content-Length")?.parse().ok()?,
            may_be_page: match kind {
                "response" => content_type.starts_with("application/http") || is_text(content_type),
                "resource" | "conversion" => is_text(content_type),
                _ => false,
            },
            is_http: content_type.starts_with("application/http"),
            content_type: content_type.to_owned(),
            // WARC 1.0 as some tools write it has the address in angle brackets.
            url: field("WARC-Target-URI").map(|url| url.trim_matches(['<', '>']).to_owned()),
            captured: field("WARC-Date").and_then(published),
            truncated: field("WARC-Truncated").is_some(),
        })
    }

    /// Whether a block holds a page that was found.
    fn is_page(&self, block: &[u8]) -> bool {
        if !self.is_http {
            return true;
        }
        let mut headers = [httparse::EMPTY_HEADER; HEADERS];
        match Http::read(block, &mut headers) {
            Some(http) => http.status == 200 && http.value("Content-Type").is_none_or(is_text),
            // It is for the reader to tell why it is none.
            None => true,
        }
    }
}

fn is_text(content_type: &str) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    matches!(kind.as_str(), "text/html" | "application/xhtml+xml" | "text/plain")
}

/// The encoding that a content type names.
fn charset(content_type: &str) -> Option<&'static Encoding> {
    let at = content_type.to_ascii_lowercase().find("charset=")? + "charset=".len();
    let name = content_type[at..].split([';', ' ']).next()?.trim_matches(['"', '\'']);
    Encoding::for_label(name.as_bytes())
}

struct Http<'a, 'h> {
    status: u16,
    headers: &'h [httparse::Header<'a>],
    length: usize,
}

impl<'a, 'h> Http<'a, 'h> {
    fn read(block: &'a [u8], headers: &'h mut [httparse::Header<'a>]) -> Option<Self> {
        let mut config = httparse::ParserConfig::default();
        config.allow_spaces_after_header_name_in_responses(true).allow_obsolete_multiline_headers_in_responses(true);
        config.ignore_invalid_headers_in_responses(true);
        let mut response = httparse::Response::new(headers);
        let length = match config.parse_response(&mut response, block) {
            Ok(httparse::Status::Complete(length)) => length,
            _ => return None,
        };
        Some(Http { status: response.code?, headers: response.headers, length })
    }

    fn value(&self, name: &str) -> Option<&'a str> {
        let header = self.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name))?;
        std::str::from_utf8(header.value).ok().map(str::trim)
    }
}

/// What a record holds. `max` is how many bytes a body may unpack to.
pub(super) fn page(record: &[u8], max: usize) -> Result<Page, Error> {
    let length = memmem::find(record, b"\r\n\r\n").map_or(record.len(), |at| at + 4);
    let (head, block) = record.split_at(length);
    let head = Head::read(head).ok_or_else(|| Error::new("expected a head with a Content-Length, found none"))?;
    let mut page = Page {
        body: Vec::new(),
        is_html: !head.content_type.starts_with("text/plain"),
        encoding: charset(&head.content_type),
        url: head.url,
        captured: head.captured,
        truncated: head.truncated,
    };
    if !head.is_http {
        page.body = block.to_vec();
        return Ok(page);
    }
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let http = Http::read(block, &mut headers).ok_or_else(|| Error::new("expected an HTTP answer, found something else"))?;
    let content_type = http.value("Content-Type").unwrap_or("text/html");
    page.is_html = !content_type.starts_with("text/plain");
    page.encoding = charset(content_type);
    let body = &block[http.length..];
    let chunked = http.value("Transfer-Encoding").is_some_and(|value| value.to_ascii_lowercase().contains("chunked"));
    // Crawlers often keep the header and take the chunks away.
    let joined = if chunked { unchunk(body) } else { None };
    let body = joined.as_deref().unwrap_or(body);
    let encoding = http.value("Content-Encoding").unwrap_or_default().to_ascii_lowercase();
    page.body = uncoded(body, encoding.trim(), max)?;
    Ok(page)
}

/// The chunks of a body as one; none where they are no chunks.
fn unchunk(mut body: &[u8]) -> Option<Vec<u8>> {
    let mut joined = Vec::with_capacity(body.len());
    loop {
        match httparse::parse_chunk_size(body) {
            Ok(httparse::Status::Complete((begins, size))) => {
                let size = usize::try_from(size).ok()?;
                if size == 0 {
                    return Some(joined);
                }
                let chunk = &body[begins..];
                let whole = chunk.len().min(size);
                joined.extend_from_slice(&chunk[..whole]);
                body = chunk.get(size + 2..).unwrap_or_default();
            }
            // What was cut off in the middle is as much as there is.
            _ if !joined.is_empty() => return Some(joined),
            _ => return None,
        }
    }
}

/// A body without its content coding. Where it is not coded after all, it stays as it is: crawlers often decode and keep the header.
fn uncoded(body: &[u8], encoding: &str, max: usize) -> Result<Vec<u8>, Error> {
    let unpacked = |reader: &mut dyn Read| -> Result<Vec<u8>, Error> {
        let limit = max.min(body.len().saturating_mul(MAX_RATIO).max(1 << 20));
        let mut out = Vec::new();
        let read = reader.take(limit as u64 + 1).read_to_end(&mut out);
        if out.len() > limit {
            return Err(Error::new(format!("expected a page of at most {limit} bytes, found one that unpacks to more")));
        }
        match read {
            // Browsers show what arrived.
            Err(error) if out.is_empty() => Err(Error::new(format!("expected a body coded as {encoding}, found it damaged: {error}"))),
            _ => Ok(out),
        }
    };
    match encoding {
        "gzip" | "x-gzip" if body.starts_with(&[0x1F, 0x8B]) => unpacked(&mut flate2::read::MultiGzDecoder::new(body)),
        "deflate" if body.first().is_some_and(|byte| byte & 0x0F == 8) => unpacked(&mut flate2::read::ZlibDecoder::new(body)),
        "zstd" if body.starts_with(b"\x28\xB5\x2F\xFD") => {
            unpacked(&mut zstd::Decoder::new(body).map_err(|error| Error::new(error.to_string()))?)
        }
        "br" if !looks_like_markup(body) => unpacked(&mut brotli_decompressor::Decompressor::new(body, 16 << 10)),
        _ => Ok(body.to_vec()),
    }
}

/// Brotli has no magic bytes, but pages have.
fn looks_like_markup(body: &[u8]) -> bool {
    body.trim_ascii_start().starts_with(b"<") && body.iter().take(64).all(|&byte| byte >= b' ' || byte.is_ascii_whitespace())
}
