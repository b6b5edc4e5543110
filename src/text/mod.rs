//! Article text → tokens and sentences. Spans are of the original; folded forms serve matching only.
//!
//! Nothing here knows what a word means: that is `lexicon`.

pub mod clitic;
pub mod fold;
mod sentence;
mod token;

pub use fold::normalize;
pub use sentence::Sentence;
pub use token::{Kind, Token};

use crate::span::Span;

/// The two languages whose words the lexicon holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl Lang {
    /// The language in which most letters of a text are written.
    pub fn of(text: &str) -> Lang {
        if text.is_ascii() {
            return Lang::En;
        }
        // The first bytes of the characters tell their script: D8 to DB and EF (presentation forms) are Arabic; E2 are marks.
        let arabic = count(text, |b| matches!(b, 0xD8..=0xDB | 0xEF));
        let other = count(text, |b| matches!(b, b'a'..=b'z' | b'A'..=b'Z' | 0xC3..=0xD7 | 0xE0..=0xE1 | 0xE3..=0xEE));
        if arabic > other { Lang::Ar } else { Lang::En }
    }
}

/// Blocks short enough to be counted in one byte are counted many bytes at once.
pub(crate) fn count(text: &str, is: impl Fn(u8) -> bool) -> usize {
    text.as_bytes().chunks(255).map(|block| usize::from(block.iter().map(|&b| u8::from(is(b))).sum::<u8>())).sum()
}

/// Cuts many short texts into the folded forms of their tokens, and nothing more.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    forms: String,
    tokens: Vec<Token>,
}

impl Folder {
    /// The folded forms of the tokens of `raw`, in order.
    pub(crate) fn forms(&mut self, raw: &str) -> impl ExactSizeIterator<Item = &str> {
        self.forms.clear();
        self.tokens.clear();
        token::tokenize(raw, &mut self.tokens, &mut self.forms);
        self.tokens.iter().map(|token| token.form_in(&self.forms))
    }
}

/// A text cut into tokens and sentences.
#[derive(Debug)]
pub struct Text<'a> {
    /// The source, untouched.
    pub raw: &'a str,
    forms: String,
    /// All tokens in order.
    pub tokens: Vec<Token>,
    /// Sentences in order; together they hold every token.
    pub sentences: Vec<Sentence>,
    /// For each token, the index of its sentence: this is asked all the time.
    sentence_of: Vec<u32>,
}

impl<'a> Text<'a> {
    /// Cuts `raw`. Linear in its length, never fails.
    pub fn new(raw: &'a str) -> Self {
        let (mut tokens, mut forms) = (Vec::new(), String::with_capacity(raw.len()));
        token::tokenize(raw, &mut tokens, &mut forms);
        let mut text = Text { raw, forms, tokens, sentences: Vec::new(), sentence_of: Vec::new() };
        text.sentences = sentence::split(&text);
        text.sentence_of.reserve_exact(text.tokens.len());
        for (s, sentence) in text.sentences.iter().enumerate() {
            text.sentence_of.resize(sentence.end as usize, s as u32);
        }
        text
    }

    /// The folded form of token `i`; empty beyond the end.
    pub fn form(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |token| token.form_in(&self.forms))
    }

    /// The original words of tokens `start..end`.
    pub fn slice(&self, start: usize, end: usize) -> &'a str {
        self.span(start, end).of(self.raw)
    }

    /// The span of tokens `start..end` (not empty).
    pub fn span(&self, start: usize, end: usize) -> Span {
        Span { start: self.tokens[start].span.start, end: self.tokens[end - 1].span.end }
    }

    /// The index of the sentence that holds token `i`.
    pub fn sentence_of(&self, i: usize) -> usize {
        self.sentence_of.get(i).map_or(self.sentences.len(), |&s| s as usize)
    }

    /// Whether a tab, or two spaces and more, stand before token `i` in its line: the next cell of a table begins.
    pub fn apart(&self, i: usize) -> bool {
        let (Some(before), Some(token)) = (i.checked_sub(1).and_then(|b| self.tokens.get(b)), self.tokens.get(i)) else { return false };
        let gap = &self.raw[before.span.end as usize..token.span.start as usize];
        before.line == token.line && (gap.contains('\t') || gap.chars().filter(|c| c.is_whitespace()).count() > 1)
    }

    /// See [`Lang::of`].
    pub fn lang(&self) -> Lang {
        Lang::of(self.raw)
    }
}
