//! What a file is, told from its first bytes, and from its name where they leave it open.

use super::Options;
use super::delimited;

/// How much of a file is looked at.
pub(super) const HEAD: usize = 8 << 10;

/// What is read how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// One article.
    Text,
    /// One page.
    Html,
    /// One JSON object a line.
    JsonLines,
    /// JSON objects in an array, or over several lines.
    Json,
    /// Rows with this sign between the columns.
    Delimited(u8),
    /// A web archive.
    Warc,
}

impl Format {
    /// Of a file with these first bytes and this extension.
    pub(super) fn of(head: &[u8], extension: Option<&str>, options: &Options) -> Format {
        let head = head.trim_ascii_start();
        let extension = extension.unwrap_or_default().to_ascii_lowercase();
        let named = |names: &[&str]| names.contains(&&*extension);
        if head.starts_with(b"WARC/1.") {
            return Format::Warc;
        }
        if is_json(head) || (!head.is_empty() && named(&["jsonl", "ndjson", "json"])) {
            return if is_laid_out(head) { Format::Json } else { Format::JsonLines };
        }
        if is_html(head) || (head.starts_with(b"<") && named(&["html", "htm", "xhtml", "shtml", "php", "asp", "aspx"])) {
            return Format::Html;
        }
        let first = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
        let first = String::from_utf8_lossy(first);
        let table = named(&["csv", "tsv", "tab"]);
        let by_columns = || delimited::delimiter(first.trim_end(), &options.fields);
        let fallback = if extension == "csv" { b',' } else { b'\t' };
        match by_columns() {
            Some(delimiter) if table || is_header(&first) => Format::Delimited(delimiter),
            None if table && !head.is_empty() => Format::Delimited(fallback),
            _ => Format::Text,
        }
    }
}

/// The beginning of a JSON object, or of an array of objects: no article begins with it.
fn is_json(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"[").unwrap_or(head).trim_ascii_start();
    head.strip_prefix(b"{").is_some_and(|rest| matches!(rest.trim_ascii_start(), [b'"' | b'}', ..]))
}

/// Whether the first line is no object of its own: an array begins, or an object that goes on in the next line.
fn is_laid_out(head: &[u8]) -> bool {
    if head.starts_with(b"[") {
        let inside = head[1..].trim_ascii_start();
        return inside.starts_with(b"{") || inside.starts_with(b"]") || inside.is_empty();
    }
    let Some(end) = memchr::memchr(b'\n', head) else { return false };
    let line = head[..end].trim_ascii();
    // "{", or a line that ends in the middle of an object.
    head.starts_with(b"{") && matches!(line.last(), Some(b'{' | b',' | b':' | b'['))
}

/// Whether there is a page's first tag, behind comments and declarations that may come before it.
fn is_html(head: &[u8]) -> bool {
    let starts = |with: &[u8]| head.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    if starts(b"<!doctype html") || starts(b"<html") || starts(b"<head") || starts(b"<body") {
        return true;
    }
    let has = |tag: &[u8]| head.windows(tag.len()).any(|window| window.eq_ignore_ascii_case(tag));
    (starts(b"<!--") || starts(b"<?xml") || starts(b"<meta") || starts(b"<title") || starts(b"<script")) && (has(b"<html") || has(b"<body"))
}

/// Whether a line can be the names of columns, and is no sentence that happens to hold one.
fn is_header(line: &str) -> bool {
    let is_name = |name: &str| name.trim().len() <= 40 && name.split_whitespace().count() <= 3;
    line.len() < 1000 && !line.trim_end().ends_with('.') && line.split([',', '\t', ';', '|']).all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_what_is_in_them() {
        use Format::*;
        for (head, extension, format) in [
            (" { \"id\": 1}", None, JsonLines),
            ("{\"id\": 1, \"text\": \"a\"}\n", Some("txt"), JsonLines),
            ("{}\n", None, JsonLines),
            ("not json\n{\"text\": \"a\"}", Some("jsonl"), JsonLines),
            ("{\n  \"text\": \"a\"\n}\n", None, Json),
            ("{\"id\": 1,\n \"text\": \"a\"}\n", None, Json),
            ("[{\"text\": \"a\"},\n", None, Json),
            ("[\n  {\n", Some("json"), Json),
            ("[]", Some("json"), Json),
            ("[1, \"text\"]\n", Some("jsonl"), JsonLines),
            ("{curly words}", None, Text),
            ("Turnout {69.44%}", None, Text),
            ("[Reuters] - Turnout was 69.44%.", None, Text),
            ("\n<!DOCTYPE html>\n<html>", None, Html),
            ("<HTML><HEAD>", Some("txt"), Html),
            ("<!-- saved from url --><html>", None, Html),
            ("<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html xmlns=\"y\">", None, Html),
            ("<div>a page's part</div>", Some("htm"), Html),
            ("<p> is a tag", None, Text),
            ("id,title,text\n1,a,b\n", None, Delimited(b',')),
            ("id\tcontent\n", Some("tsv"), Delimited(b'\t')),
            ("id;content\n", Some("csv"), Delimited(b';')),
            ("one,two\n", Some("csv"), Delimited(b',')),
            ("Text, content and body of the law, said the minister.\n", None, Text),
            ("WARC/1.0\r\nWARC-Type: warcinfo\r\n", Some("txt"), Warc),
            ("", Some("json"), Text),
            ("", None, Text),
        ] {
            assert_eq!(Format::of(head.as_bytes(), extension, &Options::default()), format, "{head:?} {extension:?}");
        }
        let said = Options::default().field("text", "story").unwrap();
        assert_eq!(Format::of(b"id,story\n", None, &said), Delimited(b','));
    }
}
