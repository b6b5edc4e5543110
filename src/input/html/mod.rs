//! A page → an article: the body without what surrounds it, and what the page says of itself.

mod body;
mod meta;

use std::borrow::Cow;

use dom_query::Document;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use memchr::{memchr, memchr_iter};

use super::Article;
use crate::date::PartialDate;
use crate::error::Error;
use crate::text::Lang;

/// How far into a page browsers look for its encoding.
const PRESCAN: usize = 4 << 10;

/// No page of a newspaper has more; tags that are never closed take html5ever time with the square of their number.
const MOST_TAGS: usize = 300_000;

/// The encoding that a page names in its head.
pub(super) fn charset(page: &[u8]) -> Option<&'static Encoding> {
    let head = page[..page.len().min(PRESCAN)].to_ascii_lowercase();
    let mut rest = &head[..];
    // `<meta charset=…>`, `<meta … content="text/html; charset=…">`, `<?xml … encoding="…"?>`
    while let Some(tag) = memchr(b'<', rest) {
        rest = &rest[tag + 1..];
        let key: &[u8] = match () {
            () if rest.starts_with(b"meta") => b"charset",
            () if rest.starts_with(b"?xml") => b"encoding",
            () => continue,
        };
        let tag = &rest[..memchr(b'>', rest).unwrap_or(rest.len())];
        let value = memchr::memmem::find(tag, key).map(|at| &tag[at + key.len()..]);
        let value = value.and_then(|value| value.trim_ascii_start().strip_prefix(b"="));
        let name = |value: &[u8]| {
            let name = value.trim_ascii_start();
            let name = name.strip_prefix(b"\"").or(name.strip_prefix(b"'")).unwrap_or(name);
            let end = name.iter().position(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | b':' | b'.'));
            Encoding::for_label(&name[..end.unwrap_or(name.len())])
        };
        if let Some(encoding) = value.and_then(name) {
            // A name that could be read is not written in UTF-16.
            return Some(if [UTF_16LE, UTF_16BE].contains(&encoding) { UTF_8 } else { encoding });
        }
    }
    None
}

/// A page as an article. `url` is where it was fetched, and `captured` the day: it was not published later.
///
/// The text is the title, a blank line and the body, as a text file would have it.
pub(super) fn article(html: &str, id: String, url: Option<String>, captured: Option<PartialDate>) -> Result<Article, Error> {
    let tags = memchr_iter(b'<', html.as_bytes()).count();
    if tags > MOST_TAGS {
        return Err(Error::new(format!("expected a page of at most {MOST_TAGS} tags, found one of {tags}")));
    }
    let document = Document::from(html);
    let meta = meta::read(&document, url.as_deref(), captured);
    let body = body::read(document, html);
    if body.trim().is_empty() {
        return Err(Error::new("expected an article, found a page without text"));
    }
    let text = match &meta.title {
        Some(title) if !begins_with(&body, title) => Cow::Owned(format!("{title}\n\n{body}")),
        _ => Cow::Borrowed(&body),
    };
    // Templates name one language for all pages of a site; the letters do not lie.
    let lang = meta.lang.filter(|lang| *lang == Lang::of(&text));
    Ok(Article { id, source: url.or(meta.url), title: meta.title, published: meta.published, lang, text: text.into_owned() })
}

/// Whether a body has its title as its first line already.
fn begins_with(body: &str, title: &str) -> bool {
    body.lines().next().is_some_and(|first| first == title)
}
