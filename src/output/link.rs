//! Web addresses that lead to the very words: text fragments, `https://…#:~:text=prefix-,words,-suffix` (WICG Scroll-to-text-fragment).
//!
//! A browser looks for whole words, and only where the prefix stands right before them and the suffix right behind. It looks in the
//! text as it is shown, so that the words are taken as they stand and nothing is folded.

use crate::span::Span;

/// Words taken from each side, so that a figure which the page gives more than once is found where it is meant.
const CONTEXT: usize = 3;
/// Longer words are given by their beginning and end.
const LONGEST: usize = 100;

/// Whether this is an address of the web. No other scheme is ever made a link.
pub(super) fn is_web(address: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// The address that leads to `span` of `text` on the page at `source`; none where that is no address of the web.
pub(super) fn to_words(source: Option<&str>, text: &str, span: Span) -> Option<String> {
    let page = source.filter(|source| is_web(source))?;
    let page = page.split(":~:").next().unwrap_or(page).trim_end_matches('#');
    let (before, words, after) = parts(text, span);
    let mut link = format!("{page}{}:~:text=", if page.contains('#') { "" } else { "#" });
    let mut side = |words: String, open: &str, close: &str| {
        if !words.is_empty() {
            link.push_str(open);
            encode(&words, &mut link);
            link.push_str(close);
        }
    };
    side(last_words(before), "", "-,");
    match ends(words) {
        Some((first, last)) => {
            side(first.to_owned(), "", ",");
            side(last.to_owned(), "", "");
        }
        None => side(words.to_owned(), "", ""),
    }
    side(first_words(after), ",-", "");
    Some(link)
}

/// The words with what stands on either side in their line. A letter or digit that goes on is part of the word.
fn parts(text: &str, span: Span) -> (&str, &str, &str) {
    let goes_on = |c: &char| c.is_alphanumeric();
    let (start, end) = (span.start as usize, span.end as usize);
    let letters = |c: Option<char>| c.is_some_and(|c| goes_on(&c));
    let (mut from, mut to) = (start, end);
    if letters(text[start..].chars().next()) {
        from -= text[..start].chars().rev().take_while(goes_on).map(char::len_utf8).sum::<usize>();
    }
    if letters(text[..end].chars().next_back()) {
        to += text[end..].chars().take_while(goes_on).map(char::len_utf8).sum::<usize>();
    }
    let before = text[..from].rsplit('\n').next().unwrap_or_default();
    let after = text[to..].split('\n').next().unwrap_or_default();
    (before, &text[from..to], after)
}

fn last_words(line: &str) -> String {
    let mut words: Vec<&str> = line.split_whitespace().rev().take(CONTEXT).collect();
    words.reverse();
    words.join(" ")
}

fn first_words(line: &str) -> String {
    line.split_whitespace().take(CONTEXT).collect::<Vec<_>>().join(" ")
}

/// The first and the last words of what is long or stands on several lines, which may be several blocks of the page.
fn ends(words: &str) -> Option<(&str, &str)> {
    let words = words.trim();
    if words.len() <= LONGEST && !words.contains('\n') {
        return None;
    }
    let nth_space =
        |text: &mut dyn Iterator<Item = (usize, char)>| text.filter(|(_, c)| c.is_whitespace()).nth(CONTEXT - 1).map(|(at, _)| at);
    let line = words.lines().next().unwrap_or_default();
    let first = nth_space(&mut line.char_indices()).map_or(line, |at| &line[..at]);
    let line = words.lines().next_back().unwrap_or_default();
    let last = nth_space(&mut line.char_indices().rev()).map_or(line, |at| line[at..].trim_start());
    // Where the two overlap there is no range.
    (first.len() + last.len() < words.len()).then_some((first, last))
}

/// Everything but letters, digits and the marks that mean nothing in an address: so `-`, `,` and `&`, which mean something in a fragment.
fn encode(words: &str, link: &mut String) {
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            link.push(char::from(byte));
        } else {
            link.push_str(&format!("%{byte:02X}"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(source: &str, text: &str, words: &str) -> Option<String> {
        let start = text.find(words).unwrap();
        to_words(Some(source), text, Span::new(start, start + words.len()))
    }

    /// What a browser is asked to look for.
    fn decoded(link: &str) -> String {
        let (mut bytes, mut rest) = (Vec::new(), link.split_once(":~:text=").unwrap().1.bytes());
        while let Some(byte) = rest.next() {
            let hex = |b: Option<u8>| char::from(b.unwrap()).to_digit(16).unwrap() as u8;
            bytes.push(if byte == b'%' { hex(rest.next()) * 16 + hex(rest.next()) } else { byte });
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn words_are_encoded_with_what_stands_beside_them() {
        let text = "Results\nTurnout, it said, was well-nigh 69.44% & more of all voters.";
        assert_eq!(
            link("https://x.org/1", text, "69.44%").unwrap(),
            "https://x.org/1#:~:text=said%2C%20was%20well%2Dnigh-,69.44%25,-%26%20more%20of"
        );
        assert_eq!(link("https://x.org/1#top", "69.44%", "69.44%").unwrap(), "https://x.org/1#top:~:text=69.44%25");
        assert_eq!(link("https://x.org/1#:~:text=old", "69.44%", "69.44%").unwrap(), "https://x.org/1#:~:text=69.44%25");
    }

    #[test]
    fn they_are_whole_words_as_they_stand() {
        let arabic = "فاز توكاييف بـ81.31٪ من الأصوات.";
        assert_eq!(decoded(&link("http://x.org", arabic, "81.31٪").unwrap()), "فاز توكاييف-,بـ81.31٪,-من الأصوات.");
        assert_eq!(decoded(&link("http://x.org", "about39millions voted", "39").unwrap()), "about39millions,-voted");
        let long = format!("A\n{} end of it\nB", "word ".repeat(30));
        assert_eq!(decoded(&link("http://x.org", &long, long[2..long.len() - 2].trim()).unwrap()), "word word word,end of it");
        assert_eq!(decoded(&link("http://x.org", "a b\nc d", "b\nc").unwrap()), "a-,b,c,-d");
    }

    #[test]
    fn only_pages_of_the_web_are_linked() {
        for source in ["news.jsonl", "file:///etc/passwd", "javascript:alert(1)", ""] {
            assert_eq!(link(source, "69.44%", "69.44%"), None, "{source}");
        }
        assert_eq!(to_words(None, "x", Span::new(0, 1)), None);
    }
}
