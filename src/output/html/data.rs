//! What an article says, made safe to show: the one door by which its words enter a page.
//!
//! Markup in it is escaped by `maud`. Here goes what would disturb the order of the words around it, or is no character of HTML.

use std::borrow::Cow;

use maud::{Markup, Render, html};

use crate::output::link;
use crate::text::Lang;

/// A name, a quote, a title: words of an article among the page's own. They are to stand in an element that isolates them (`bdi`).
pub(super) struct Data<'a>(pub(super) &'a str);

impl Render for Data<'_> {
    fn render_to(&self, out: &mut String) {
        visible(self.0, |c| if is_formatting(c) { None } else { shown(c) }).render_to(out);
    }
}

/// Words in the running text of their article, where embeddings are kept: the paragraph ends them.
pub(super) struct Running<'a>(pub(super) &'a str);

impl Render for Running<'_> {
    fn render_to(&self, out: &mut String) {
        // An override shows 13.18 where 81.31 stands: it is named instead of obeyed.
        visible(self.0, |c| if is_override(c) { Some('\u{FFFD}') } else { shown(c) }).render_to(out);
    }
}

/// A short name of an article, in a `bdi` of its own, with the language that it is to be read out in.
pub(super) fn name(text: &str) -> Markup {
    html! { bdi lang=(code_and_dir(Lang::of(text)).0) { (Data(text)) } }
}

/// A link, where the address is one of the web; else the words alone. No other scheme than http is ever a link.
pub(super) fn address(text: &str) -> Markup {
    html! {
        @if link::is_web(text) { a href=(Data(text)) rel="noopener noreferrer" { (name(text)) } } @else { (name(text)) }
    }
}

/// The attributes `lang` and `dir` of words in this language.
pub(super) fn code_and_dir(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Ar => ("ar", "rtl"),
        Lang::En => ("en", "ltr"),
    }
}

/// `text` with each character as `show` has it; borrowed where it stays as it is.
fn visible(text: &str, show: impl Fn(char) -> Option<char>) -> Cow<'_, str> {
    if text.chars().all(|c| show(c) == Some(c)) { Cow::Borrowed(text) } else { Cow::Owned(text.chars().filter_map(show).collect()) }
}

/// Control characters, which HTML does not have, and the separators of lines and paragraphs.
fn shown(c: char) -> Option<char> {
    match c {
        '\n' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\r' => None,
        c if c.is_control() || is_noncharacter(c) => Some('\u{FFFD}'),
        c => Some(c),
    }
}

/// Embeddings, overrides and isolates; the marks LRM, RLM and ALM only move what is next to them.
fn is_formatting(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn is_override(c: char) -> bool {
    matches!(c, '\u{202D}' | '\u{202E}')
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || c as u32 & 0xFFFE == 0xFFFE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_it_is_markup() {
        let text = "</script><!--\"'&\u{0}\u{1b}\u{2028}<img onerror=x>";
        let escaped = "&lt;/script&gt;&lt;!--&quot;'&amp;\u{FFFD}\u{FFFD} &lt;img onerror=x&gt;";
        assert_eq!(Data(text).render().into_string(), escaped);
        assert_eq!(Running(text).render().into_string(), escaped);
        assert_eq!(html! { a title=(Data("\" onclick=\"x")) {} }.into_string(), "<a title=\"&quot; onclick=&quot;x\"></a>");
    }

    #[test]
    fn names_cannot_turn_what_follows() {
        assert_eq!(name("\u{202E}13.18\u{2069}\u{200F}").into_string(), "<bdi lang=\"en\">13.18\u{200F}</bdi>");
        assert_eq!(Running("\u{202B}نعم\u{202C} \u{202E}13.18").render().into_string(), "\u{202B}نعم\u{202C} \u{FFFD}13.18");
    }

    #[test]
    fn only_the_web_is_linked() {
        for plain in ["javascript:alert(1)", " https://x.org", "data:text/html,x", "//x.org", "file:///etc/passwd", "é"] {
            assert!(!address(plain).into_string().contains("href"), "{plain}");
        }
        assert!(address("HTTPS://x.org/?a=1&b=\"").into_string().starts_with("<a href=\"HTTPS://x.org/?a=1&amp;b=&quot;\""));
    }
}
