//! An article's text with the words marked on which facts stand. Marks and facts link to each other.

use maud::{Markup, html};

use super::data::{Running, code_and_dir};
use crate::span::Span;
use crate::text::Lang;

/// The marked stretches of one text.
pub(super) struct Marks<'a> {
    text: &'a str,
    /// The ids of marks are this and a number.
    prefix: String,
    /// In the order of the text; they do not overlap, and each is in one line.
    stretches: Vec<Stretch<'a>>,
}

struct Stretch<'a> {
    span: Span,
    /// The ids of what stands on these words: table rows of the page.
    owners: Vec<&'a str>,
}

impl<'a> Marks<'a> {
    /// The marks for `quotes`: a stretch of `text` each, and the id of the row that stands on it. A stretch that is none of `text`
    /// is passed over.
    pub(super) fn new(text: &'a str, prefix: impl Into<String>, quotes: impl IntoIterator<Item = (Span, &'a str)>) -> Self {
        let sound = |span: Span| span.start < span.end && text.get(span.start as usize..span.end as usize).is_some();
        let mut quotes: Vec<_> = quotes.into_iter().filter(|(span, _)| sound(*span)).collect();
        quotes.sort_by_key(|(span, _)| span.start);
        // Wherever a quote begins or ends, and at its line breaks, a stretch ends and the next begins.
        let mut cuts: Vec<u32> = quotes.iter().flat_map(|(span, _)| [span.start, span.end]).collect();
        for (span, _) in &quotes {
            let breaks = span.of(text).match_indices('\n').map(|(at, _)| span.start + at as u32);
            cuts.extend(breaks.flat_map(|at| [at, at + 1]));
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut waiting = quotes.into_iter().peekable();
        let mut open: Vec<(Span, &str)> = Vec::new();
        let mut stretches = Vec::new();
        for pair in cuts.windows(2) {
            let span = Span { start: pair[0], end: pair[1] };
            open.retain(|(quote, _)| quote.end > span.start);
            while let Some(quote) = waiting.next_if(|(quote, _)| quote.start <= span.start) {
                open.push(quote);
            }
            if !open.is_empty() && !span.of(text).trim().is_empty() {
                // The shortest quote says most: its row comes first, and is linked to.
                open.sort_by_key(|(quote, _)| quote.end - quote.start);
                let mut owners: Vec<&str> = Vec::new();
                for (_, owner) in &open {
                    if !owners.contains(owner) {
                        owners.push(owner);
                    }
                }
                stretches.push(Stretch { span, owners });
            }
        }
        Marks { text, prefix: prefix.into(), stretches }
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// What the ids of its marks begin with.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The id of the first mark of the quote at `span`.
    pub(super) fn id(&self, span: Span) -> Option<String> {
        let first = self.stretches.partition_point(|stretch| stretch.span.start < span.start);
        self.stretches.get(first).filter(|stretch| stretch.span.start < span.end).map(|_| self.id_of(first))
    }

    fn id_of(&self, index: usize) -> String {
        format!("{}-m{}", self.prefix, index + 1)
    }

    /// The first line of `text` that is not blank, where it is `title`.
    pub(super) fn title_line(&self, title: Option<&str>) -> Option<Span> {
        let words = self.text.len() - self.text.trim_start().len();
        let start = self.text[..words].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[words..].find('\n').map_or(self.text.len(), |at| words + at);
        let span = Span::new(start, end);
        (title.map(str::trim) == Some(span.of(self.text).trim())).then_some(span)
    }

    /// The text from byte `start` on, a paragraph for each line of it.
    pub(super) fn paragraphs(&self, start: usize, lang: Lang) -> Markup {
        let mut at = start;
        html! {
            @for line in self.text[start..].split_inclusive('\n') {
                @let span = Span::new(at, at + line.len());
                @let () = at += line.len();
                @if !line.trim().is_empty() {
                    // A line of digits is of the language around it.
                    @let own = if line.contains(char::is_alphabetic) { Lang::of(line) } else { lang };
                    @if own == lang { p { (self.line(span)) } }
                    @else { @let (code, dir) = code_and_dir(own); p lang=(code) dir=(dir) { (self.line(span)) } }
                }
            }
        }
    }

    /// The words at `span` with what is marked in them. No stretch may lie across its ends.
    pub(super) fn line(&self, span: Span) -> Markup {
        let first = self.stretches.partition_point(|stretch| stretch.span.start < span.start);
        let inside = self.stretches[first..].iter().take_while(|stretch| stretch.span.end <= span.end);
        let mut at = span.start;
        html! {
            @for (stretch, index) in inside.zip(first..) {
                (Running(Span { start: at, end: stretch.span.start }.of(self.text)))
                mark id=(self.id_of(index)) data-for=(stretch.owners.join(" ")) {
                    a href={ "#" (stretch.owners[0]) } { (Running(stretch.span.of(self.text))) }
                }
                @let () = at = stretch.span.end;
            }
            (Running(Span { start: at, end: span.end }.of(self.text)))
        }
    }
}
