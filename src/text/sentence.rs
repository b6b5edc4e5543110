//! Tokens → sentences. A line break, `؟ ! ? ؛ …` and a full stop end one; decimals and abbreviations do not.

use super::{Kind, Lang, Text};

/// Tokens `start..end`, written mostly in `lang`.
#[derive(Clone, Copy, Debug)]
pub struct Sentence {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// The language of this passage, by script.
    pub lang: Lang,
    /// It is a whole line of the text.
    pub line: bool,
}

impl Sentence {
    /// Its tokens' indices.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Titles and months whose full stop ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "rep", "gov", "st", "jr", "sr", "col", "lt", "sgt", "hon", "rev", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "vs", "approx", "pct", "mln", "inc", "ltd", "co",
];
/// A run of Latin words this long inside Arabic (or the other way round) is a passage of its own.
const PASSAGE: usize = 5;

pub(super) fn split(text: &Text) -> Vec<Sentence> {
    let mut out = Vec::new();
    let mut start = 0;
    for i in 0..text.tokens.len() {
        if ends_after(text, i) {
            close(text, start, i + 1, &mut out);
            start = i + 1;
        }
    }
    if start < text.tokens.len() {
        close(text, start, text.tokens.len(), &mut out);
    }
    out
}

fn ends_after(text: &Text, i: usize) -> bool {
    let Some(next) = text.tokens.get(i + 1) else { return true };
    let token = &text.tokens[i];
    if next.line != token.line {
        return true;
    }
    if token.kind != Kind::Punct {
        return false;
    }
    match text.form(i) {
        "!" | "?" | "؟" | "؛" | "…" => !matches!(text.form(i + 1), "\"" | ")" | "!" | "?" | "؟" | "."),
        "." => {
            let dots = next.kind == Kind::Punct && text.form(i + 1) == "." && !next.spaced;
            let after_dots = i > 0 && text.form(i - 1) == "." && !token.spaced;
            if dots || after_dots || matches!(text.form(i + 1), "\"" | ")" | "،" | ",") && !next.spaced {
                return false;
            }
            // "RICHMOND, Va. — …".
            if text.form(i + 1) == "-" && next.spaced {
                return false;
            }
            let before = if i > 0 { text.form(i - 1) } else { "" };
            // "1. Name …": the number of a list item.
            let numbered =
                i > 0 && text.tokens[i - 1].kind == Kind::Digits && before.len() <= 3 && (i < 2 || text.tokens[i - 2].line != token.line);
            if numbered {
                return false;
            }
            let letters = before.chars().count();
            let word = i > 0 && text.tokens[i - 1].kind == Kind::Word && text.tokens[i - 1].span.end == token.span.start;
            // "No. 5", but "33.6% voted No. Turnout was …".
            let number = before != "no" || next.kind == Kind::Digits;
            if word && (letters == 1 || ABBREVIATIONS.contains(&before) && number || (!next.spaced && letters <= 3)) {
                return false;
            }
            // "2." and "2022." before a lower-case word are rare; a stop glued to the next word still ends Arabic.
            next.spaced || next.arabic || next.capital
        }
        "\"" | ")" => {
            // A name may end in a mark: «الجمهورية إلى الأمام!»; after such a mark only a capital tells a new sentence.
            let stop =
                i > 0 && (text.form(i - 1) == "." && next.arabic || matches!(text.form(i - 1), "." | "!" | "?" | "؟") && next.capital);
            stop && !token.spaced && next.spaced
        }
        _ => false,
    }
}

/// No sentence of news is longer; a longer one is cut, so that what is quadratic in a sentence stays linear in a text.
const LONGEST: usize = 240;

/// Adds `start..end` in pieces of at most [`LONGEST`] tokens, cut behind a comma where there is one.
fn close(text: &Text, start: usize, end: usize, out: &mut Vec<Sentence>) {
    let mut from = start;
    while end - from > LONGEST {
        let comma = (from + LONGEST / 2..from + LONGEST).rev().find(|&i| matches!(text.form(i), "," | "،"));
        let cut = comma.map_or(from + LONGEST, |i| i + 1);
        passages(text, from, cut, out);
        from = cut;
    }
    passages(text, from, end, out);
}

/// Adds `start..end`, cut where the script changes for a longer run.
fn passages(text: &Text, start: usize, end: usize, out: &mut Vec<Sentence>) {
    let at = |i: usize| text.tokens[i].line;
    let line = (start == 0 || at(start - 1) != at(start)) && (end == text.tokens.len() || at(end) != at(end - 1));
    let mut push = |from: usize, to: usize, lang| out.push(Sentence { start: from as u32, end: to as u32, lang, line });
    let (mut from, mut lang, mut run, mut run_start): (usize, Option<Lang>, usize, usize) = (start, None, 0, start);
    for i in start..end {
        let token = &text.tokens[i];
        if token.kind != Kind::Word || !token.arabic && text.form(i) == "'s" {
            continue;
        }
        let script = if token.arabic { Lang::Ar } else { Lang::En };
        match lang {
            None => (lang, run) = (Some(script), 0),
            Some(l) if l == script => run = 0,
            Some(l) => {
                if run == 0 {
                    run_start = i;
                }
                run += 1;
                if run >= PASSAGE {
                    if run_start > from {
                        push(from, run_start, l);
                    }
                    (from, lang, run) = (run_start, Some(script), 0);
                }
            }
        }
    }
    push(from, end, lang.unwrap_or(Lang::En));
}

#[cfg(test)]
mod tests {
    use super::super::{Lang, Text};

    fn sentences(raw: &str) -> Vec<&str> {
        let text = Text::new(raw);
        text.sentences.iter().map(|s| text.slice(s.start as usize, s.end as usize)).collect()
    }

    #[test]
    fn ends() {
        assert_eq!(sentences("من فاز؟ فاز بـ 75.29% من الأصوات؛ وخسر الآخر. انتهى").len(), 4);
        assert_eq!(sentences("Mr. Smith won on Dec. 12. J. K. Doe lost.").len(), 2);
        assert_eq!(sentences("قال د. محمد إن النسبة 7.593 فقط").len(), 1);
        assert_eq!(sentences("أ – 5٪\nب – 4٪").len(), 2);
        assert_eq!(sentences("يونيو الماضي.وقال إنه فاز").len(), 2);
        assert_eq!(sentences("قالت (إن.تي.في) التركية").len(), 1);
        assert_eq!(sentences("He said: \"We won.\" Then he left.").len(), 2);
    }

    #[test]
    fn passages() {
        let text = Text::new("وقال الرئيس للصحفيين \"we have won this election by two points\" ثم غادر القاعة مع وفده المرافق");
        let langs: Vec<Lang> = text.sentences.iter().map(|s| s.lang).collect();
        assert_eq!(langs, [Lang::Ar, Lang::En, Lang::Ar]);
    }
}
