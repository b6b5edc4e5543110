//! Characters → tokens: words, digit runs, single punctuation marks.
//!
//! Digits part from letters (`10آلاف`, `ال19`, `1.5m`), an English possessive from its word. Separators inside a
//! digit run stay in it; what they mean is decided in `mentions`.

use super::fold::{Class, Classes, is_arabic, is_arabic_mark, is_combining, is_invisible, push_folded};
use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Letters; an English possessive `'s` is a word of its own.
    Word,
    /// A digit run with the separators between its digits.
    Digits,
    /// One mark.
    Punct,
}

/// A piece of the text, with the place of its folded form.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Bytes of the original, without bidi marks at the ends.
    pub span: Span,
    pub(super) form: u32,
    pub(super) form_len: u32,
    /// Counted from 0; a new line begins a new sentence.
    pub line: u32,
    /// What it is made of.
    pub kind: Kind,
    /// White space stands before it.
    pub spaced: bool,
    /// The first letter is of the Arabic script.
    pub arabic: bool,
    /// One of the first three letters is a capital.
    pub capital: bool,
    /// A digit run holds a bidi mark: it is read as it is seen.
    pub bidi: bool,
}

impl Token {
    /// Its folded form, where those of its text are.
    pub(super) fn form_in<'a>(&self, forms: &'a str) -> &'a str {
        &forms[self.form as usize..self.form as usize + self.form_len as usize]
    }
}

/// Appends the tokens of `raw` to `tokens`, their folded forms to `forms`.
pub(super) fn tokenize(raw: &str, tokens: &mut Vec<Token>, forms: &mut String) {
    tokens.reserve(raw.len() / 5 + 4);
    let classes = Classes::get();
    let (mut start, mut line, mut spaced) = (0, 0u32, true);
    while let Some(c) = raw[start..].chars().next() {
        let mut end = start + c.len_utf8();
        let (class, _) = classes.at(raw.as_bytes(), start);
        let letter = matches!(class, Class::Same | Class::Letter(_));
        if !letter {
            if c == '\n' || c == '\u{2028}' || c == '\u{2029}' {
                line += 1;
                spaced = true;
                start = end;
                continue;
            }
            if c.is_whitespace() {
                spaced = true;
                start = end;
                continue;
            }
            if is_invisible(c) || is_arabic_mark(c) {
                start = end;
                continue;
            }
        }
        let form = forms.len();
        let arabic = is_arabic(c);
        let mut bidi = false;
        // Where the next token may begin: behind the word and what is passed over at its end.
        let mut next = end;
        let kind = if letter || c.is_alphabetic() {
            (end, next) = word(raw, start, !arabic, &classes, forms);
            Kind::Word
        } else if is_digit(c) {
            (end, next, bidi) = digits(raw, start, forms);
            Kind::Digits
        } else if is_apostrophe(c)
            && tokens.last().is_some_and(|t| t.kind == Kind::Word && t.span.end as usize == start)
            && possessive(&raw[end..])
        {
            forms.push_str("'s");
            end += 1;
            next = end;
            Kind::Word
        } else {
            push_folded(c, forms);
            Kind::Punct
        };
        tokens.push(Token {
            span: Span::new(start, end),
            form: form as u32,
            form_len: (forms.len() - form) as u32,
            line,
            kind,
            spaced,
            arabic,
            // "uMkhonto weSizwe": the prefix is written small.
            capital: !arabic && kind == Kind::Word && raw[start..end].chars().take(3).any(char::is_uppercase),
            bidi,
        });
        spaced = false;
        start = next;
    }
}

/// Reads the word that begins at `start`: where it ends, and where to go on.
fn word(raw: &str, start: usize, apostrophes: bool, classes: &Classes, forms: &mut String) -> (usize, usize) {
    let bytes = raw.as_bytes();
    let (mut end, mut at, mut run) = (start, start, start);
    loop {
        let (class, length) = classes.at(bytes, at);
        if class == Class::Same {
            at += length;
            continue;
        }
        if at > run {
            forms.push_str(&raw[run..at]);
            end = at;
        }
        match class {
            Class::Letter(letter) => {
                forms.push(letter);
                at += length;
                end = at;
            }
            Class::Mark => {
                at += length;
                end = at;
            }
            Class::Break => return (end, at),
            Class::Same | Class::Other => {
                let Some(c) = raw[at..].chars().next() else { return (end, at) };
                let after = at + c.len_utf8();
                if c.is_alphabetic() || is_combining(c) || is_arabic_mark(c) {
                    push_folded(c, forms);
                    end = after;
                } else if is_apostrophe(c) && apostrophes && inner_apostrophe(&raw[after..]) {
                    forms.push('\'');
                    end = after;
                } else if !is_invisible(c) {
                    return (end, at);
                }
                // An invisible mark inside a word is skipped; at its end it is not part of it.
                at = after;
            }
        }
        run = at;
    }
}

/// Reads the digit run that begins at `start`: where it ends, where to go on, and whether it holds a bidi mark.
fn digits(raw: &str, start: usize, forms: &mut String) -> (usize, usize, bool) {
    let (mut end, mut at, mut bidi) = (start, start, false);
    while let Some(c) = raw[at..].chars().next() {
        if is_digit(c) {
            push_folded(c, forms);
            at += c.len_utf8();
            end = at;
            continue;
        }
        if !(is_separator(c) || is_invisible(c)) {
            break;
        }
        // A separator belongs to the number only if a digit follows, bidi marks aside.
        let mut ahead = raw[at..].chars().skip_while(|&x| is_invisible(x));
        if ahead.clone().next().is_some_and(is_separator) {
            ahead.next();
        }
        if !ahead.find(|&x| !is_invisible(x)).is_some_and(is_digit) {
            break;
        }
        for x in raw[at..].chars() {
            if is_invisible(x) {
                bidi |= matches!(x, '\u{200F}' | '\u{061C}' | '\u{202B}' | '\u{202E}' | '\u{2067}');
            } else if is_separator(x) {
                push_separator(x, forms);
            } else {
                break;
            }
            at += x.len_utf8();
        }
    }
    (end, at, bidi)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '٠'..='٩' | '۰'..='۹')
}

fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | '٫' | '٬' | '،')
}

/// The Arabic comma, typed for a decimal comma, reads as one.
fn push_separator(c: char, forms: &mut String) {
    push_folded(if c == '،' { ',' } else { c }, forms);
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// After a word's apostrophe: the word goes on (O'Brien, don't), and it is not a possessive.
fn inner_apostrophe(after: &str) -> bool {
    after.chars().next().is_some_and(char::is_alphabetic) && !possessive(after)
}

fn possessive(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::super::Text;

    fn forms(raw: &str) -> Vec<String> {
        let text = Text::new(raw);
        (0..text.tokens.len()).map(|i| text.form(i).to_owned()).collect()
    }

    #[test]
    fn digits_part_from_letters() {
        assert_eq!(forms("10آلاف"), ["10", "الاف"]);
        assert_eq!(forms("ال19 و1.5m"), ["ال", "19", "و", "1.5", "m"]);
        assert_eq!(forms("٢٣٬٤٥٦٫٧٪"), ["23,456.7", "%"]);
        assert_eq!(forms("في 2007، 35,65%"), ["في", "2007", "،", "35,65", "%"]);
    }

    #[test]
    fn marks_do_not_split_words_nor_numbers() {
        assert_eq!(forms("الإنْتِخـا\u{200F}بات\u{200F}"), ["الانتخابات"]);
        let text = Text::new("44.\u{200F}73 في");
        assert_eq!(text.form(0), "44.73");
        assert!(text.tokens[0].bidi);
        assert_eq!(text.slice(0, 1), "44.\u{200F}73");
    }

    #[test]
    fn possessives_stand_alone() {
        assert_eq!(forms("Labour's O’Brien don't"), ["labour", "'s", "o'brien", "don't"]);
        assert_eq!(forms("run-off"), ["run", "-", "off"]);
    }
}
