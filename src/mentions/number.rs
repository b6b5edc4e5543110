//! Every number that stands in the text, in digits, words or both; read exactly, decided late.
//!
//! The words stand in `numbers.toml`; here is the grammar by which they and digit runs join: a number is a sum of
//! terms of falling magnitude, a term is a group below a thousand (or digits) times its scale words.

use crate::decimal::Decimal;
use crate::lexicon::{Concept, Concepts, Hit, Tagged};
use crate::span::Span;
use crate::text::clitic::{Clitics, skip_letters};
use crate::text::{Kind, Lang, Text, fold};

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Digits, perhaps with scale words: `1.2m`, `39 مليون`, `24 مليونا و254 ألفا و152`.
    Digits,
    /// Words only.
    Words,
    /// An Arabic dual noun that says two by itself (مقعدان, صوتين); the token is the noun.
    Dual,
    /// An ordinal: السابعة, الـ23, 23rd, third.
    Ordinal,
}

/// A number and its place.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// Exactly the number, without clitics.
    pub span: Span,
    /// The reading without context: a single separator before three digits is taken for thousands in 1,234 and 11.360
    /// alike; the first number of "3 to 4 million" has the scale of the second.
    pub value: Decimal,
    /// The other reading where a separator can be either: 11.360 as a decimal, 38,250 …
    pub other: Option<Decimal>,
    /// How it is written.
    pub form: Form,
    /// The digits are a piece of something else: a numeric date, a time, a score, a version, a link, a code like G20.
    pub compound: bool,
    /// With the next number it is a range: the 196 of `196-203`.
    pub range_with_next: bool,
    /// Digits after ال: an ordinal (الدورة الـ23) or a known count (المرشحين الـ17); only the noun can tell.
    pub definite_digits: bool,
}

impl Number {
    /// The reading for things that are counted: a whole number where one of the readings is whole.
    pub fn as_count(&self) -> Decimal {
        match self.other {
            Some(other) if self.value.integer().is_none() && other.integer().is_some() => other,
            _ => self.value,
        }
    }

    /// The reading for shares: of two readings the one of at most 100.
    pub fn as_percent(&self) -> Decimal {
        match self.other {
            Some(other) if self.value.to_f64() > 100.0 => other,
            _ => self.value,
        }
    }
}

/// All numbers of a text in order; they do not overlap.
pub fn numbers(tagged: &Tagged) -> Vec<Number> {
    let mut out: Vec<Number> = Vec::new();
    for sentence in &tagged.text.sentences {
        let reader = Reader { tagged, text: &tagged.text, end: sentence.end as usize, lang: sentence.lang };
        let mut i = sentence.start as usize;
        while i < reader.end {
            let Some(number) = reader.read(i) else {
                i += 1;
                continue;
            };
            i = number.end as usize;
            // مقعدان اثنان: the two is said already.
            let said = |last: &Number| {
                last.form == Form::Dual && number.form == Form::Words && last.end == number.start && last.value == number.value
            };
            if !out.last().is_some_and(said) {
                out.push(number);
            }
        }
    }
    mark_compounds(tagged, &mut out);
    share_scales(tagged, &mut out);
    out
}

/// Scale letters after digits. They are no words of the lexicon: alone they are initials and states.
const SCALE_LETTERS: &[(&str, u64)] =
    &[("k", 1_000), ("m", 1_000_000), ("mn", 1_000_000), ("bn", 1_000_000_000), ("tn", 1_000_000_000_000)];
/// What a number in words begins with.
const WORDS: Concepts = Concepts::of(&[Concept::Number, Concept::Scale, Concept::Ordinal, Concept::Fraction, Concept::DualNoun]);
const ORDINAL_SUFFIXES: &[&str] = &["st", "nd", "rd", "th"];
/// The article as a token of its own before digits, and what may be written as one with it.
const ARTICLES: &[&str] = &["ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وبال"];

/// What may be written as one with the first word of a piece.
#[derive(Clone, Copy, PartialEq)]
enum Lead {
    /// Any clitic: the number begins here.
    Start,
    /// An article at most: the piece goes on with what is before it.
    Apart,
    /// و, by which it is joined to what is before it.
    Joined,
}

/// A number below a thousand in words, or digits.
#[derive(Clone, Copy)]
struct Group {
    end: usize,
    reading: Reading,
    digits: bool,
}

/// A group times its scale words.
#[derive(Clone, Copy)]
struct Term {
    end: usize,
    value: Decimal,
    other: Option<Decimal>,
    /// The product of the scale words, 1 without them.
    factor: u64,
    /// What the scale words multiply is whole, so a smaller term can follow.
    whole: bool,
    digits: bool,
    code: bool,
}

struct Reader<'t, 'a> {
    tagged: &'t Tagged<'a>,
    text: &'t Text<'a>,
    /// One past the last token of the sentence.
    end: usize,
    lang: Lang,
}

impl Reader<'_, '_> {
    /// The number that begins at token `i`.
    fn read(&self, i: usize) -> Option<Number> {
        if self.is_digits(i) {
            return self.digits_ordinal(i).or_else(|| self.cardinal(i));
        }
        if !self.tagged.is_any(i, WORDS) && !is_a(self.form(i)) {
            return None;
        }
        self.ordinal(i).or_else(|| self.part_of_scale(i)).or_else(|| self.cardinal(i)).or_else(|| self.dual(i))
    }

    fn form(&self, i: usize) -> &str {
        if i < self.end { self.text.form(i) } else { "" }
    }

    fn raw(&self, i: usize) -> &str {
        self.text.slice(i, i + 1)
    }

    fn is_digits(&self, i: usize) -> bool {
        i < self.end && self.tagged.is_digits(i)
    }

    fn is_arabic(&self, i: usize) -> bool {
        i < self.end && self.text.tokens[i].arabic
    }

    /// Token `i` follows the one before it without a space.
    fn is_glued(&self, i: usize) -> bool {
        i > 0 && i < self.end && !self.text.tokens[i].spaced
    }

    fn hit(&self, i: usize, concept: Concept) -> Option<&Hit> {
        if i < self.end { self.tagged.hit(i, concept).filter(|h| h.end as usize <= self.end) } else { None }
    }

    fn make(&self, start: usize, end: usize, value: Decimal, other: Option<Decimal>, form: Form) -> Number {
        let mut span = self.text.span(start, end);
        if let Some(hit) = self.tagged.at(start).iter().find(|h| !h.clitics.is_empty())
            && self.is_arabic(start)
            && !self.is_own_waw(start, hit)
        {
            span.start += skip_letters(self.raw(start), letters(hit.clitics)) as u32;
        }
        Number {
            start: start as u32,
            end: end as u32,
            span,
            value,
            other,
            form,
            compound: false,
            range_with_next: false,
            definite_digits: false,
        }
    }

    /// واحد وعشرون is tagged as و + أحد وعشرون, the longer entry; only a hamza tells that the و is a clitic.
    fn is_own_waw(&self, i: usize, hit: &Hit) -> bool {
        hit.clitics == Clitics::AND && self.form(i) == "واحد" && !self.raw(i).contains('أ')
    }

    // Cardinals.

    /// Terms of falling magnitude.
    fn cardinal(&self, start: usize) -> Option<Number> {
        let first = self.term(start, Lead::Start)?;
        let (mut end, mut value, mut other, mut digits) = (first.end, first.value, first.other, first.digits);
        let mut last = first;
        while last.factor >= 1000 && last.whole {
            let Some(total) = value.integer() else { break };
            let Some(next) = self.next_term(end, total, &last) else { break };
            let Some(sum) = next.value.integer().and_then(|n| total.checked_add(n)) else { break };
            (end, value, other) = (next.end, Decimal::whole(sum), None);
            digits |= next.digits;
            last = next;
        }
        if let Some((after, sum)) = self.and_part(end, value, last.factor).filter(|_| last.factor >= 1000 && last.whole) {
            (end, value, other) = (after, sum, None);
        }
        let mut number = self.make(start, end, value, other, if digits { Form::Digits } else { Form::Words });
        number.compound = first.code;
        if first.digits && self.has_article(start) {
            number.definite_digits = true;
            if end == start + 1 && value.integer().is_some() && !self.is_percent(end) {
                number.form = Form::Ordinal;
            }
        }
        Some(number)
    }

    /// The smaller term that is joined at `at` to a sum so far of `total`, which ends with `last`.
    fn next_term(&self, at: usize, total: u64, last: &Term) -> Option<Term> {
        let (next, loose) = match self.form(at) {
            "و" | "and" => (self.term(at + 1, Lead::Apart)?, false),
            "," => {
                let skip = if self.form(at + 1) == "and" { 2 } else { 1 };
                let next = self.term(at + skip, Lead::Apart)?;
                if next.digits || self.is_arabic(at + 1) || next.value.digits < 100 {
                    return None;
                }
                (next, false)
            }
            _ if self.is_arabic(at) => (self.term(at, Lead::Joined)?, false),
            _ => (self.term(at, Lead::Apart)?, true),
        };
        let addend = next.value.integer().filter(|&n| n > 0)?;
        // مئة ألف وألفان: after round hundreds of a scale, one or two of it may follow.
        let same = next.factor == last.factor && !next.digits && (total / last.factor).is_multiple_of(100) && addend <= 2 * last.factor;
        let smaller = addend < last.factor && next.factor < last.factor;
        // "3 million 200 parties", "مليون و30%": no sums. "2 thousand 474 stations", as Russian news has it, is one.
        let thousands = last.factor == 1000 && last.digits && (100..1000).contains(&addend);
        let apart = next.code || loose && next.digits && next.factor == 1 && !thousands || self.is_percent(next.end);
        ((smaller || same) && !apart).then_some(next)
    }

    fn term(&self, i: usize, lead: Lead) -> Option<Term> {
        if let Some(term) = self.big_word(i, lead) {
            return Some(self.scaled(term));
        }
        let group = self.group(i, lead)?;
        let Reading { value, other, scaled, code } = group.reading;
        let mut term = Term { end: group.end, value, other, factor: 1, whole: value.scale == 0, digits: group.digits, code };
        if code {
            return Some(term);
        }
        if let Some((end, sum)) = self.and_part(group.end, value, 1) {
            term = Term { end, value: sum, other: None, whole: false, ..term };
        }
        let plain = term.end == group.end;
        let with_scale = self.scaled(Term { value: if plain { scaled } else { term.value }, other: None, ..term });
        if with_scale.factor == 1 {
            return Some(term);
        }
        let whole = plain && scaled.integer().is_some();
        let other = times(value, with_scale.factor).filter(|_| plain && value != scaled);
        Some(Term { whole, other, ..with_scale })
    }

    /// A thousand or more in one word: ألف, مليونين.
    fn big_word(&self, i: usize, lead: Lead) -> Option<Term> {
        let (end, mut value) = self.word(i, lead).filter(|&(_, v)| v >= 1000)?;
        // ألفا ناخب is the dual 2000, ألفا (the accusative) 1000: it needs a noun right after it, and no tanween.
        let dual = self.tagged.at(i).iter().any(|h| h.concept == Concept::Number && h.value as u64 == 2 * value);
        if dual && !self.raw(i).contains('\u{064B}') && self.is_unit(end) {
            value *= 2;
        }
        let factor = 1000u64.pow(value.ilog10() / 3);
        Some(Term { end, value: Decimal::whole(value), other: None, factor, whole: true, digits: false, code: false })
    }

    /// `term` times the scale words that follow it.
    fn scaled(&self, mut term: Term) -> Term {
        loop {
            let at = self.skip_hyphen(term.end);
            let Some((end, scale)) = self.scale(at, term.digits && term.factor == 1) else { return term };
            if scale <= term.factor {
                return term;
            }
            let (Some(value), Some(factor)) = (times(term.value, scale), term.factor.checked_mul(scale)) else { return term };
            term = Term { end, value, factor, ..term };
        }
    }

    /// The scale word at `i`.
    fn scale(&self, i: usize, after_digits: bool) -> Option<(usize, u64)> {
        if let Some(hit) = self.hit(i, Concept::Scale) {
            // بالمليون, في المليون: per million.
            let ok = hit.clitics.is_empty() || hit.clitics == Clitics::AL;
            return ok.then_some((hit.end as usize, hit.value as u64));
        }
        if !after_digits || i >= self.end {
            return None;
        }
        let letter = SCALE_LETTERS.iter().find(|(letter, _)| *letter == self.form(i))?;
        let free = i + 1 >= self.end || !self.is_glued(i + 1) || self.text.tokens[i + 1].kind == Kind::Punct;
        let ok = self.is_glued(i) || self.lang == Lang::En;
        (free && ok).then_some((i + 1, letter.1))
    }

    /// "and a half" after a number whose last scale is `factor`: one past it, and the sum. ونصف المليون is read whole.
    fn and_part(&self, at: usize, value: Decimal, factor: u64) -> Option<(usize, Decimal)> {
        let at = self.skip_hyphen(at);
        let (at, lead) = match self.form(at) {
            "و" => (at + 1, Clitics::NONE),
            "and" => {
                let next = self.skip_hyphen(at + 1);
                (if is_a(self.form(next)) { self.skip_hyphen(next + 1) } else { next }, Clitics::NONE)
            }
            _ => (at, Clitics::AND),
        };
        let hit = self.hit(at, Concept::Fraction)?;
        let mut end = hit.end as usize;
        let total = value.integer()?;
        // خمس is five before it is a fifth.
        if hit.clitics != lead || self.hit(at, Concept::Number).is_some() {
            return None;
        }
        if factor > 1
            && let Some((after, scale)) = self.scale(end, false)
        {
            if scale != factor {
                return None;
            }
            end = after;
        }
        // مليون ونصف الناخبين: half the voters.
        if self.is_definite(end) || self.form(end) == "of" || self.is_percent(end) && factor > 1 {
            return None;
        }
        let sum = match factor {
            1 => Decimal { digits: total.checked_mul(100)?.checked_add(part(hit, 100)?)?, scale: 2 },
            _ => Decimal::whole(total.checked_add(part(hit, factor)?)?),
        };
        Some((end, sum.normal()))
    }

    /// نصف مليون, "a quarter of a million".
    fn part_of_scale(&self, i: usize) -> Option<Number> {
        let hit = self.hit(i, Concept::Fraction).filter(|_| self.hit(i, Concept::Number).is_none())?;
        let mut at = self.skip_hyphen(hit.end as usize);
        if self.form(at) == "of" {
            at += 1;
        }
        if is_a(self.form(at)) {
            at += 1;
        }
        let (end, scale) = self.scale(at, false)?;
        Some(self.make(i, end, Decimal::whole(part(hit, scale)?), None, Form::Words))
    }

    // Below a thousand.

    fn group(&self, i: usize, lead: Lead) -> Option<Group> {
        let mut group = if self.is_digits(i) {
            self.digit_group(i)?
        } else {
            let (end, value, digits) = if self.is_arabic(i) { self.arabic(i, lead)? } else { self.english(i)? };
            Group { end, reading: Reading::whole(value), digits }
        };
        if let Some((end, value, digits)) = self.decimals(group.end, group.reading.value) {
            let reading = Reading { value, other: None, scaled: value, code: false };
            group = Group { end, reading, digits: group.digits || digits };
        }
        Some(group)
    }

    /// Hundreds and what is below them: one past them, the number, and whether digits are in it.
    fn arabic(&self, i: usize, lead: Lead) -> Option<(usize, u64, bool)> {
        let (mut end, first) = self.word(i, lead)?;
        let hundreds = if let Some(after) = self.hundred(end).filter(|_| (3..10).contains(&first)) {
            end = after;
            first * 100
        } else if first >= 100 {
            (first < 1000).then_some(first)?
        } else {
            let (end, value) = self.below_hundred(i, lead)?;
            return Some((end, value, false));
        };
        if let Some((at, lead)) = self.joint(end) {
            if let Some((after, rest)) = self.below_hundred(at, lead).filter(|&(after, _)| self.hundred(after).is_none()) {
                if rest > 0 {
                    return Some((after, hundreds + rest, false));
                }
            } else if self.is_digits(at) && self.form(at).len() <= 2 && !self.is_percent(at + 1) {
                let rest: u64 = self.form(at).parse().ok()?;
                return Some((at + 1, hundreds + rest, true));
            }
        }
        Some((end, hundreds, false))
    }

    /// Units before tens (ثلاثة وعشرون), or one word.
    fn below_hundred(&self, i: usize, lead: Lead) -> Option<(usize, u64)> {
        let (end, unit) = self.word(i, lead).filter(|&(_, v)| v < 100)?;
        if (1..10).contains(&unit)
            && let Some((after, tens)) = self.joint(end).and_then(|(at, lead)| self.word(at, lead))
            && is_tens(tens)
        {
            return Some((after, unit + tens));
        }
        Some((end, unit))
    }

    /// Where what و joins at `at` begins: the same word, or the one after a و that stands apart.
    fn joint(&self, at: usize) -> Option<(usize, Lead)> {
        match self.form(at) {
            "" => None,
            "و" => Some((at + 1, Lead::Apart)),
            _ => Some((at, Lead::Joined)),
        }
    }

    /// The word "hundred" after a unit: ثلاث مئة.
    fn hundred(&self, i: usize) -> Option<usize> {
        let hit = self.hit(i, Concept::Number)?;
        (hit.value == 100 && hit.clitics.is_empty()).then_some(hit.end as usize)
    }

    fn english(&self, i: usize) -> Option<(usize, u64, bool)> {
        let hundred = |at| self.hit(at, Concept::Scale).filter(|h| h.value <= 100).map(|h| (h.end as usize, h.value as u64));
        let scale = |at| self.hit(at, Concept::Scale).is_some();
        // "about a" may be one hedge: then the number begins after it.
        let taken = |at: usize| self.tagged.words[at].tagged && self.tagged.at(at).is_empty();
        let before = if i > 0 { self.form(i - 1) } else { "" };
        let (mut end, mut value) = if is_a(self.form(i)) && scale(i + 1) && !taken(i) {
            (i + 1, 1)
        } else if scale(i) && (is_a(before) && taken(i - 1) || before == "the" && self.form(i) == "dozen") {
            (i, 1)
        } else {
            self.english_below_hundred(i)?
        };
        if let Some((after, scale)) = hundred(end) {
            (end, value) = (after, value * scale);
            let at = if self.form(end) == "and" { end + 1 } else { end };
            let rest = self.english_below_hundred(at).filter(|&(after, _)| scale == 100 && hundred(after).is_none());
            if let Some((after, rest)) = rest {
                (end, value) = (after, value + rest);
            }
        }
        Some((end, value, false))
    }

    fn english_below_hundred(&self, i: usize) -> Option<(usize, u64)> {
        let (end, tens) = self.word(i, Lead::Apart)?;
        if is_tens(tens) {
            let at = self.skip_hyphen(end);
            if let Some((after, unit)) = self.word(at, Lead::Apart).filter(|(_, unit)| (1..10).contains(unit)) {
                return Some((after, tens + unit));
            }
        }
        Some((end, tens))
    }

    fn skip_hyphen(&self, i: usize) -> usize {
        if self.form(i) == "-" && self.is_glued(i) && self.is_glued(i + 1) { i + 1 } else { i }
    }

    /// The number word at `i`, unless it is there another word or a part of "per cent".
    fn word(&self, i: usize, lead: Lead) -> Option<(usize, u64)> {
        let hit = self.hit(i, Concept::Number)?;
        let (end, value, clitics) = (hit.end as usize, hit.value as u64, hit.clitics);
        let form = self.form(i);
        if clitics.is_empty() {
            if !self.is_arabic(i) {
                return Some((end, value));
            }
            // وأحد الناخبين (and one of) folds to واحد; خمس المقاعد is a fifth of them; ألّف الحكومة formed it.
            let other_word = value == 1 && self.raw(i).contains('أ')
                || (value == 1000 || self.hit(i, Concept::Fraction).is_some()) && self.is_definite(end);
            if lead == Lead::Joined || other_word {
                return None;
            }
        }
        let and = clitics.has(Clitics::AND) && form.starts_with('و');
        let fits = match lead {
            Lead::Start => true,
            Lead::Apart => clitics.is_empty() || clitics == Clitics::AL,
            Lead::Joined => and && !clitics.has(Clitics::BI) && !clitics.has(Clitics::LI),
        };
        // سالف (aforesaid), كالفين (Calvin), لست (I am not).
        let other_word =
            clitics.has(Clitics::SA) || clitics.has(Clitics::KA) || value == 6 && clitics.has(Clitics::LI) && form.ends_with("لست");
        if !fits || other_word {
            return None;
        }
        if clitics.has(Clitics::AL) {
            // الاثنين is Monday unless tens follow; الست is a lady unless it follows what it counts.
            let tens = |(at, _)| self.hit(at, Concept::Number).is_some_and(|h| is_tens(h.value as u64));
            let monday = value == 2 && !self.joint(end).is_some_and(tens);
            let lady = form.ends_with("ست") && !(i > 0 && self.is_definite(i - 1));
            if monday || lady || value >= 100 && self.is_per(i, clitics, form) {
                return None;
            }
        }
        // مية and ميت fold to the same letters as مئة and مئت.
        let hundred = value == 100 || value == 200;
        if hundred && form.contains("مي") && !self.raw(i).contains(['ئ', '\u{0654}', 'ﺋ', 'ﺌ', 'ﺊ', 'ﺉ']) {
            return None;
        }
        Some((end, value))
    }

    /// The definite hundred (or thousand) at `i` belongs to "per cent" (or "per thousand").
    fn is_per(&self, i: usize, clitics: Clitics, form: &str) -> bool {
        clitics.has(Clitics::BI)
            || form.starts_with('ف')
            || i > 0 && (self.is_digits(i - 1) || matches!(self.form(i - 1), "في" | "ب"))
            || i > 1 && self.form(i - 1) == "من" && self.is_digits(i - 2)
    }

    fn is_percent(&self, i: usize) -> bool {
        let per = |at: usize| self.hit(at, Concept::Number).is_some_and(|h| h.value == 100 && self.is_per(at, h.clitics, self.form(at)));
        i < self.end && (self.form(i) == "%" || self.hit(i, Concept::Percent).is_some() || per(i) || self.form(i) == "في" && per(i + 1))
    }

    /// The word at `i` names what is counted.
    fn is_unit(&self, i: usize) -> bool {
        i < self.end && self.tagged.at(i).iter().any(|h| (Concept::Voter..=Concept::OtherUnit).contains(&h.concept) && h.clitics.is_empty())
    }

    /// A noun with its article, as far as the eye can tell; الى and الاف are none.
    fn is_definite(&self, i: usize) -> bool {
        self.is_arabic(i) && self.raw(i).starts_with("ال") && self.form(i).len() >= 10 && self.hit(i, Concept::Scale).is_none()
    }

    // Ordinals and duals.

    fn ordinal(&self, i: usize) -> Option<Number> {
        let make = |end, value| Some(self.make(i, end, Decimal::whole(value), None, Form::Ordinal));
        if let Some(hit) = self.hit(i, Concept::Ordinal).filter(|h| !h.clitics.has(Clitics::SA)) {
            let (end, value) = (hit.end as usize, hit.value as u64);
            // الثالث والعشرون
            if hit.clitics.has(Clitics::AL) && value < 10 {
                let tens = self.joint(end).and_then(|(at, lead)| {
                    self.hit(at, Concept::Number).filter(|h| h.clitics.has(Clitics::AL)).and_then(|_| self.word(at, lead))
                });
                if let Some((end, tens)) = tens.filter(|&(_, v)| is_tens(v)) {
                    return make(end, value + tens);
                }
            }
            return make(end, value);
        }
        // twenty-first
        let (end, tens) = self.word(i, Lead::Start).filter(|&(_, v)| is_tens(v) && !self.is_arabic(i))?;
        let unit = self.hit(self.skip_hyphen(end), Concept::Ordinal).filter(|h| h.value < 10)?;
        make(unit.end as usize, tens + unit.value as u64)
    }

    /// 23rd
    fn digits_ordinal(&self, i: usize) -> Option<Number> {
        if !self.is_glued(i + 1) || !ORDINAL_SUFFIXES.contains(&self.form(i + 1)) {
            return None;
        }
        let value = self.form(i).parse().ok()?;
        Some(self.make(i, i + 2, Decimal::whole(value), None, Form::Ordinal))
    }

    fn dual(&self, i: usize) -> Option<Number> {
        let hit = self.hit(i, Concept::DualNoun)?;
        Some(self.make(i, hit.end as usize, Decimal::whole(2), None, Form::Dual))
    }

    // Digits.

    fn digit_group(&self, i: usize) -> Option<Group> {
        if let Some((end, value)) = self.spaced_groups(i) {
            return Some(Group { end, reading: Reading { value, other: None, scaled: value, code: false }, digits: true });
        }
        if let Some(reading) = self.letter_point(i) {
            return Some(Group { end: i + 3, reading, digits: true });
        }
        let seen = self.text.tokens[i].bidi && self.lang == Lang::Ar;
        let reading = seen
            .then(|| as_seen(self.raw(i)))
            .and_then(|form| Reading::of(&form).filter(|r| !r.code))
            .or_else(|| Reading::of(self.form(i)))?;
        Some(Group { end: i + 1, reading, digits: true })
    }

    /// «7ر56» is 56.7: Arab agencies write the point as a ر, which shows the two sides of it the other way round.
    fn letter_point(&self, i: usize) -> Option<Reading> {
        let point = self.form(i + 1) == "ر" && self.is_glued(i + 1) && self.is_glued(i + 2) && self.is_digits(i + 2);
        let value = append(whole(self.form(i + 2)).filter(|_| point && is_plain(self.form(i)))?, self.form(i).bytes())?;
        Some(Reading { value, other: None, scaled: value, code: false })
    }

    /// `1 234 567`, `1'234'567`: groups of three apart by one space or apostrophe.
    fn spaced_groups(&self, start: usize) -> Option<(usize, Decimal)> {
        let first = self.form(start);
        let after_month = start > 0 && self.hit(start - 1, Concept::Month).is_some();
        let in_list = start > 0 && self.tagged.is_digits(start - 1) && self.text.tokens[start].spaced && !self.text.apart(start);
        if first.len() > 3 || first.starts_with('0') || !is_plain(first) || after_month || in_list {
            return None;
        }
        let mut value: u64 = first.parse().ok()?;
        let (mut scale, mut at, mut mark) = (0, start, None);
        loop {
            let quote = self.form(at + 1) == "'" && self.is_glued(at + 1) && self.is_glued(at + 2);
            let next = if quote { at + 2 } else { at + 1 };
            if !self.is_digits(next) || self.text.apart(next) {
                break;
            }
            let (left, right) = (self.text.tokens[at].span.end as usize, self.text.tokens[next].span.start as usize);
            // Marks of direction are no spaces.
            let mut chars = self.text.raw[left..right].chars().filter(|c| !fold::is_invisible(*c));
            let gap = chars.next();
            let one = gap.is_some_and(|c| quote || c.is_whitespace() && c != '\t') && chars.next().is_none();
            let (whole, part) = self.form(next).split_once(['.', ',']).unwrap_or((self.form(next), ""));
            if scale > 0 || !one || mark.is_some() && mark != gap || whole.len() != 3 || part.len() > 2 || !is_plain(part) {
                return None;
            }
            for digit in whole.bytes().chain(part.bytes()) {
                value = value.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
            }
            (scale, at, mark) = (part.len() as u8, next, gap);
        }
        let tied = self.is_glued(at + 1) && matches!(self.form(at + 1), "-" | "/" | ":") && self.is_digits(at + 2);
        (at > start && !tied).then_some((at + 1, Decimal { digits: value, scale }))
    }

    /// The decimals that "point" joins to a whole number: one past them, the number, and whether digits are in it.
    fn decimals(&self, at: usize, value: Decimal) -> Option<(usize, Decimal, bool)> {
        let point = self.hit(at, Concept::DecimalWord).filter(|h| h.clitics.is_empty())?;
        let whole = value.integer()?;
        let mut end = point.end as usize;
        let mut sum = Decimal::whole(whole);
        if self.is_digits(end) {
            let form = self.form(end);
            return is_plain(form).then(|| append(sum, form.bytes())).flatten().map(|sum| (end + 1, sum, true));
        }
        loop {
            let arabic = self.is_arabic(end);
            let group = if arabic { self.arabic(end, Lead::Apart) } else { self.english_below_hundred(end).map(|(e, v)| (e, v, false)) };
            let Some((after, digits, _)) = group.filter(|g| g.1 < 1000) else { break };
            let mut shown = [0u8; 3];
            let count = if digits == 0 { 1 } else { digits.ilog10() as usize + 1 };
            for (k, byte) in shown[..count].iter_mut().enumerate() {
                *byte = b'0' + (digits / 10u64.pow((count - 1 - k) as u32) % 10) as u8;
            }
            let Some(next) = append(sum, shown[..count].iter().copied()) else { break };
            (end, sum) = (after, next);
            // "four point two five", خمسة فاصلة صفر ثلاثة; in Arabic a second number is another one.
            if digits > 9 || arabic && digits > 0 {
                break;
            }
        }
        (sum.scale > 0).then_some((end, sum, false))
    }

    /// ال stands before the digits at `i`, apart from them for the eye only: الـ23, ال 19.
    fn has_article(&self, i: usize) -> bool {
        let before = |k: usize| i >= k && self.text.tokens[i - k].line == self.text.tokens[i].line && is_article(self.text.form(i - k));
        before(1) || self.is_glued(i) && self.text.form(i - 1) == "-" && before(2)
    }
}

fn is_article(form: &str) -> bool {
    ARTICLES.contains(&form)
}

fn is_a(form: &str) -> bool {
    matches!(form, "a" | "an")
}

fn is_tens(value: u64) -> bool {
    value.is_multiple_of(10) && (20..100).contains(&value)
}

/// How many letters of a word its clitics are; ل and ال make لل.
fn letters(clitics: Clitics) -> usize {
    let one = [Clitics::AND, Clitics::BI, Clitics::LI, Clitics::KA, Clitics::SA].iter().filter(|c| clitics.has(**c)).count();
    let article = match (clitics.has(Clitics::AL), clitics.has(Clitics::LI)) {
        (true, true) => 1,
        (true, false) => 2,
        _ => 0,
    };
    one + article
}

/// The part of `whole` that a fraction word says, if it is a whole number.
fn part(fraction: &Hit, whole: u64) -> Option<u64> {
    let (part, of) = (fraction.value as u64 / 100, fraction.value as u64 % 100);
    let parts = whole.checked_mul(part)?;
    (parts.checked_rem(of)? == 0).then(|| parts / of)
}

fn times(value: Decimal, factor: u64) -> Option<Decimal> {
    Some(Decimal { digits: value.digits.checked_mul(factor)?, scale: value.scale }.normal())
}

/// `value` with more decimals, while they can be exact.
fn append(mut value: Decimal, digits: impl Iterator<Item = u8>) -> Option<Decimal> {
    for digit in digits {
        if value.scale == 18 {
            return None;
        }
        value.digits = value.digits.checked_mul(10)?.checked_add(u64::from(digit - b'0'))?;
        value.scale += 1;
    }
    Some(value)
}

/// What the digits of one token may mean.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reading {
    value: Decimal,
    other: Option<Decimal>,
    /// The reading before a scale word, where a separator is a decimal point: 1.234 million.
    scaled: Decimal,
    /// No number: 1.2.3, 12.15.2019.
    code: bool,
}

impl Reading {
    fn whole(value: u64) -> Reading {
        let value = Decimal::whole(value);
        Reading { value, other: None, scaled: value, code: false }
    }

    /// Reads a folded digit run; none if it is too long for a number.
    fn of(form: &str) -> Option<Reading> {
        let Some(last) = form.rfind(['.', ',']) else { return Some(Reading::whole(form.parse().ok()?)) };
        let mark = char::from(form.as_bytes()[last]);
        let (before, after) = (&form[..last], &form[last + 1..]);
        let decimal = || append(whole(before)?, after.bytes());
        let thousands = |other| Some(Reading { value: whole(form)?, other, scaled: other.unwrap_or(whole(form)?), code: false });
        let is_decimal = |other| decimal().map(|value| Reading { value, other, scaled: value, code: false });
        let code = || {
            let first = form.split(['.', ',']).next().unwrap_or("");
            Some(Reading { code: true, ..Reading::whole(first.parse().ok()?) })
        };
        let years = |s: &str| s.len() == 4 && matches!(&s[..2], "18" | "19" | "20");
        if is_plain(before) {
            return if after.len() == 3 && before.len() <= 3 && !before.starts_with('0') {
                thousands(decimal())
            } else if mark == ',' && years(before) && years(after) {
                code()
            } else {
                is_decimal(None)
            };
        }
        if before.contains(mark) {
            return if is_grouped(form, mark) { thousands(None) } else { code() };
        }
        // 1.234,56 and 1,234.56; where three digits are last it may be thousands throughout.
        let inner = if mark == ',' { '.' } else { ',' };
        if is_grouped(before, inner) { is_decimal(if after.len() == 3 { whole(form) } else { None }) } else { code() }
    }
}

/// All digits of a run as one number.
fn whole(form: &str) -> Option<Decimal> {
    let digits = form.bytes().filter(u8::is_ascii_digit);
    digits.map(|d| u64::from(d - b'0')).try_fold(0u64, |n, d| n.checked_mul(10)?.checked_add(d)).map(Decimal::whole)
}

fn is_plain(form: &str) -> bool {
    form.bytes().all(|b| b.is_ascii_digit())
}

/// Groups of three, after a first of one to three digits; with commas also the Indian 12,34,567.
fn is_grouped(form: &str, mark: char) -> bool {
    let mut groups = form.split(mark);
    let first = groups.next().unwrap_or("");
    let last = groups.next_back().unwrap_or("");
    let mut western = last.len() == 3;
    let mut indian = western && mark == ',' && first.len() <= 2;
    for group in groups {
        western &= group.len() == 3;
        indian &= group.len() == 2;
    }
    (1..=3).contains(&first.len()) && !first.starts_with('0') && is_plain(first) && (western || indian)
}

/// A digit run with right-to-left marks in it, as it is shown in an Arabic line, from left to right.
///
/// A separator beside such a mark stands between a number and a right-to-left letter, so it takes the direction of
/// the line (rules W4 and N1 of the bidirectional algorithm) and the digits around it become two runs that are laid
/// from right to left: `44.<RLM>73` is shown as 73.44.
fn as_seen(raw: &str) -> String {
    let is_separator = |c: char| matches!(c, '.' | ',' | '٫' | '٬' | '،');
    let mut out = String::with_capacity(raw.len());
    let mut push = |piece: &str| piece.chars().for_each(|c| fold::push_folded(if c == '،' { ',' } else { c }, &mut out));
    for piece in raw.rsplit(['\u{200F}', '\u{061C}', '\u{202B}', '\u{202E}', '\u{2067}']) {
        let left = piece.trim_start_matches(is_separator);
        let core = left.trim_end_matches(is_separator);
        push(&left[core.len()..]);
        push(core);
        push(&piece[..piece.len() - left.len()]);
    }
    out
}

// What is around digits.

/// Marks the numbers that are pieces of something else, and ranges.
fn mark_compounds(tagged: &Tagged, numbers: &mut [Number]) {
    let text = &tagged.text;
    let mut link = (0, false);
    for k in 0..numbers.len() {
        let number = numbers[k];
        let (start, end) = (number.start as usize, number.end as usize);
        if !tagged.is_digits(start) {
            continue;
        }
        if start >= link.0 {
            link = chunk(text, start);
        }
        let code = link.1 || touches_code(tagged, start, end);
        numbers[k].compound |= code;
        let Some(mark) = k.checked_sub(1).and_then(|before| tie(tagged, &numbers[before], &number)) else { continue };
        let in_chain = k >= 2 && tie(tagged, &numbers[k - 2], &numbers[k - 1]).is_some()
            || numbers.get(k + 1).is_some_and(|next| tie(tagged, &number, next).is_some());
        let [.., first, second] = &mut numbers[..=k] else { continue };
        let percent = tagged.is(end, Concept::Percent) || text.form(end) == "%";
        if mark == "-" && !in_chain && is_range(text, first, second, percent) {
            first.range_with_next = true;
        } else if mark != "-" || in_chain || !percent {
            (first.compound, second.compound) = (true, true);
        }
    }
}

/// Gives the scale word of "3 to 4 million", `500-600 ألف`, "بين 3 و4 ملايين" to the first number too.
fn share_scales(tagged: &Tagged, numbers: &mut [Number]) {
    let text = &tagged.text;
    for k in 1..numbers.len() {
        let [first, second] = [numbers[k - 1], numbers[k]];
        let (end, start, last) = (first.end as usize, second.start as usize, second.end as usize - 1);
        if first.compound || !matches!(first.form, Form::Digits | Form::Words) || start - end > 1 {
            continue;
        }
        let letter = || SCALE_LETTERS.iter().find(|l| l.0 == text.form(last)).map(|l| l.1);
        let Some(scale) = tagged.hit(last, Concept::Scale).map(|h| h.value as u64).or_else(letter).filter(|_| last > start) else {
            continue;
        };
        let between = || tagged.within(end.saturating_sub(4), end).iter().any(|h| h.concept == Concept::Between && h.end == first.start);
        let linked = match if end == start { "و" } else { text.form(end) } {
            "و" | "and" => between(),
            "-" => first.range_with_next,
            link => matches!(link, "to" | "or" | "الي" | "او"),
        };
        // Of "4 million and 200 thousand" the last scale is not that of the 4.
        let one_term = second.value.to_f64() < 1000.0 * scale as f64;
        let smaller = |v: &Decimal| v.to_f64() < second.value.to_f64();
        let scaled = times(first.value, scale).filter(|v| linked && one_term && smaller(v));
        if let Some(value) = scaled {
            (numbers[k - 1].value, numbers[k - 1].other) = (value, None);
        }
    }
}

/// The mark that ties two numbers in digits into one thing: `/`, `:` or `-` without spaces.
fn tie<'t>(tagged: &'t Tagged, a: &Number, b: &Number) -> Option<&'t str> {
    let at = a.end as usize;
    let mark = tagged.text.form(at);
    let glued = at + 1 == b.start as usize && !tagged.text.tokens[at].spaced && !tagged.text.tokens[at + 1].spaced;
    (glued && matches!(mark, "/" | ":" | "-") && tagged.is_digits(b.start as usize)).then_some(mark)
}

/// `196-203`, but not the years 2010-2014, the month 6-2019, the score 3-0 or 60-40.
fn is_range(text: &Text, a: &Number, b: &Number, percent: bool) -> bool {
    let is_year = |n: &Number| {
        let form = text.form(n.start as usize);
        n.end == n.start + 1 && form.len() == 4 && is_plain(form) && matches!(&form[..2], "18" | "19" | "20" | "21")
    };
    let rising = a.value.to_f64() < b.value.to_f64();
    let date = is_year(b) && (is_year(a) || a.value.to_f64() <= 31.0);
    rising && !a.compound && !b.compound && !date && (percent || a.value.digits > 0)
}

/// The digits are glued to Latin letters (A320, 4G, COVID-19, 8pm) or an underscore.
fn touches_code(tagged: &Tagged, start: usize, end: usize) -> bool {
    let text = &tagged.text;
    let glued = |i: usize| i > 0 && i < text.tokens.len() && !text.tokens[i].spaced;
    let latin = |i: usize| text.tokens[i].kind == Kind::Word && !text.tokens[i].arabic;
    let counts = |i: usize| {
        text.form(i) == "%"
            || tagged.at(i).iter().any(|h| matches!(h.concept, Concept::Percent | Concept::Seat | Concept::Vote | Concept::Member))
    };
    if glued(start) {
        let before = start - 1;
        let hyphen = matches!(text.slice(before, start), "-" | "\u{2010}" | "\u{2011}")
            && glued(before)
            && text.tokens[before - 1].kind == Kind::Word;
        // ب-75 is a preposition, B-52 a code.
        let clitic = |form: &str| is_article(form) || form.chars().count() == 1 && !latin(before - 1);
        let word = hyphen && !clitic(text.form(before - 1));
        if latin(before) || text.form(before) == "_" || word && !counts(end) {
            return true;
        }
    }
    if !glued(end) || end != start + 1 {
        return false;
    }
    text.form(end) == "_"
        || latin(end)
            && (matches!(text.form(end), "am" | "pm" | "s") || tagged.at(end).is_empty() && !matches!(text.form(end), "pc" | "pct"))
}

/// One past the run of tokens without spaces around `i`, and whether it is a link or an address.
fn chunk(text: &Text, i: usize) -> (usize, bool) {
    let mut start = i;
    while start > 0 && !text.tokens[start].spaced {
        start -= 1;
    }
    let mut end = i + 1;
    while end < text.tokens.len() && !text.tokens[end].spaced {
        end += 1;
    }
    let raw = text.slice(start, end);
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let domain = || raw.match_indices('.').any(|(at, _)| latin(raw[..at].chars().next_back()) && latin(raw[at + 1..].chars().next()));
    (end, raw.contains("://") || raw.contains("www.") || raw.contains('@') || raw.contains('/') && domain())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// The numbers as `value|other`, ordinals with `.`, duals `d`, compounds `c`, ranges `-`, definite digits `ال`.
    fn read(raw: &str) -> String {
        let tagged = Lexicon::get().tag(Text::new(raw));
        let shown = |n: &Number| {
            let other = n.other.map(|o| format!("|{o}")).unwrap_or_default();
            let form = match n.form {
                Form::Ordinal => ".",
                Form::Dual => "d",
                _ => "",
            };
            let marks = [(n.compound, "c"), (n.range_with_next, "-"), (n.definite_digits, "ال")];
            let marks: String = marks.iter().filter(|m| m.0).map(|m| m.1).collect();
            format!("{}{other}{form}{marks}", n.value)
        };
        numbers(&tagged).iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    fn spans(raw: &str) -> Vec<&str> {
        let tagged = Lexicon::get().tag(Text::new(raw));
        numbers(&tagged).iter().map(|n| n.span.of(raw)).collect()
    }

    fn check(table: &[(&str, &str)]) {
        let wrong: Vec<String> =
            table.iter().filter(|(raw, want)| read(raw) != *want).map(|(raw, want)| format!("{raw}: {} ≠ {want}", read(raw))).collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn digits() {
        check(&[
            ("10101", "10101"),
            ("830046", "830046"),
            ("8,300,046", "8300046"),
            ("1.234.567", "1234567"),
            ("11.360", "11360|11.36"),
            ("38,250", "38250|38.25"),
            ("38,25", "38.25"),
            ("69,444", "69444|69.444"),
            ("0.775", "0.775"),
            ("0.123", "0.123"),
            ("7.593", "7593|7.593"),
            ("٢٣٫٥", "23.5"),
            ("١٬٢٣٤٬٥٦٧", "1234567"),
            ("35،65", "35.65"),
            ("1.234,56", "1234.56"),
            ("1,234.56", "1234.56"),
            ("1.234,567", "1234.567|1234567"),
            ("12,34,567", "1234567"),
            ("1 234 567", "1234567"),
            ("1\u{a0}234\u{a0}567", "1234567"),
            ("1'234'567", "1234567"),
            ("12 345,6", "12345.6"),
            ("في 2007 350 مركز", "2007 350"),
            ("1 234\t567", "1234 567"),
            ("1 234 567  30.33", "1234567 30.33"),
            ("1 \u{200f}234 \u{200f}567", "1234567"),
            ("45 120 33", "45 120 33"),
            ("12\n345", "12 345"),
            ("24 و17", "24 17"),
            ("007", "7"),
            ("99999999999999999999999", ""),
            ("*195*", "195"),
            ("(1.2)", "1.2"),
            (&format!("0.{}", "0".repeat(400)), ""),
            (&"9.999.".repeat(9), "9c"),
            ("12,345.678", "12345.678|12345678"),
        ]);
    }

    #[test]
    fn a_letter_is_a_point() {
        check(&[("بلغت 7ر56 بالمئة", "56.7"), ("نحو 5ر3 مليون ناخب", "3500000"), ("ر 56", "56")]);
        assert_eq!(spans("بلغت 7ر56 بالمئة"), ["7ر56"]);
    }

    #[test]
    fn a_right_to_left_mark_shows_a_decimal_the_other_way_round() {
        let rlm = "\u{200F}";
        check(&[
            (&format!("حصل على 44.{rlm}73 في المئة"), "73.44"),
            (&format!("بنسبة 75.{rlm}29%"), "29.75"),
            (&format!("بنسبة ٤٤{rlm}٫٧٣"), "73.44"),
            (&format!("نال 8,{rlm}300,046 صوتا"), "8300046"),
            (&format!("He won 44.{rlm}73 percent"), "44.73"),
            (&format!("بنسبة {rlm}44.73{rlm}%"), "44.73"),
        ]);
        assert_eq!(spans("نسبة 44.\u{200F}73%"), ["44.\u{200F}73"]);
    }

    #[test]
    fn scales() {
        check(&[
            ("1.2m voters", "1200000"),
            ("1.2 mln", "1200000"),
            ("3bn", "3000000000"),
            ("39مليون", "39000000"),
            ("10 آلاف", "10000"),
            ("67 ألفاً", "67000"),
            ("500 آلف", "500000"),
            ("24 مليونا و254 ألفا و152", "24254152"),
            ("مليون و986 ألفًا و352", "1986352"),
            ("3,8 مليون", "3800000"),
            ("28 الفا و 116", "28116"),
            ("1.03 mln", "1030000"),
            ("268 thousand", "268000"),
            ("11.7 thousand", "11700"),
            ("1.234 مليون", "1234000|1234000000"),
            ("5 lakh", "500000"),
            ("1 crore 20 lakh", "12000000"),
            ("الـ10 آلاف", "10000ال"),
            ("نحو 100 ألف ناخب و20 حزبا", "100000 20"),
            ("$1.2-million", "1200000"),
            ("12k", "12000"),
            ("في حدود 5 m ناخب", "5"),
            ("2 million and 300 thousand", "2300000"),
            ("3 million 200 thousand", "3200000"),
            ("3 million, 200 seats", "3000000 200"),
            ("2.5 million", "2500000"),
            ("1.5 مليون و200 ألف", "1500000 200000"),
            ("ألف مليون", "1000000000"),
            ("5 ملايين و30 في المئة", "5000000 30"),
            ("مليون ناخب و200 ألف مراقب", "1000000 200000"),
            ("نصف مليون ناخب", "500000"),
            ("half a million", "500000"),
            ("a quarter of a million", "250000"),
            ("ثلاثة أرباع المليون", "750000"),
            ("مليون ونصف المليون", "1500000"),
            ("3 ملايين ونصف مليون", "3500000"),
            ("مليونين ونصف", "2500000"),
            ("مليون ونصف الناخبين", "1000000"),
            ("two and a half million", "2500000"),
            ("a million and a half", "1500000"),
            ("one-and-a-half million", "1500000"),
            ("between 1.2 and 1.5 million", "1200000 1500000"),
            ("3 to 4 million", "3000000 4000000"),
            ("1.2-1.5m", "1200000- 1500000"),
            ("بين 3 و4 ملايين و200 ألف", "3 4200000"),
            ("5 and 6 million", "5 6000000"),
            ("بين 3 و4 ملايين", "3000000 4000000"),
            ("من ثلاثة إلى أربعة ملايين", "3000000 4000000"),
            ("350 to 1.2 million", "350 1200000"),
            ("ثلاثة ونصف في المئة", "3.5"),
            ("18446744073709551615 مليون", "18446744073709551615 1000000"),
        ]);
    }

    #[test]
    fn arabic_words() {
        check(&[
            ("سبعة ملايين ومئتان وثلاثة وعشرون ألفا وأربعمئة", "7223400"),
            ("مائة وخمسين ألفا", "150000"),
            ("خمسة وستة", "5 6"),
            ("خمسة وستون", "65"),
            ("خمسة و ستون", "65"),
            ("سبع سنوات", "7"),
            ("المرشحون الستة", "6"),
            ("الدول الست", "6"),
            ("قالت الست", ""),
            ("لست مرشحا ولست", ""),
            ("أكثر من المليون ناخب", "1000000"),
            ("30 من الألف", "30"),
            ("أحد عشر", "11"),
            ("إحدى عشرة", "11"),
            ("اثنا عشر", "12"),
            ("اثنتي عشرة", "12"),
            ("ثلاث عشرة", "13"),
            ("تسعة عشر", "19"),
            ("واحد وعشرون", "21"),
            ("إحدى وعشرين", "21"),
            ("ثلاثمئة", "300"),
            ("ثلاث مئة", "300"),
            ("ثلاث مائة وخمسة", "305"),
            ("مئتا ألف", "200000"),
            ("ألفان", "2000"),
            ("ألفي ناخب", "2000"),
            ("ألفا شخص وألفا", "2000 1000"),
            ("مليونين", "2000000"),
            ("مليار", "1000000000"),
            ("مئة ألف وألفان", "102000"),
            ("مئة وثلاثة آلاف", "103000"),
            ("مئة و20 صحفيا", "120"),
            ("أحد الصحفيين", ""),
            ("وأحد الصحفيين", ""),
            ("يوم الأحد", ""),
            ("يوم الاثنين المقبل", ""),
            ("50 في المائة", "50"),
            ("50 بالمئة", "50"),
            ("خمسون في المئة", "50"),
            ("مائة بالمائة", "100"),
            ("تجاوز المليون", "1000000"),
            ("آلاف الناخبين وملايين", ""),
            ("مئات الآلاف", ""),
            ("ألّف الحكومة", ""),
            ("ألفت ومليونية والانتخابات", ""),
            ("سالف الذكر", ""),
            ("خمس المقاعد", ""),
            ("خمس آلاف", "5000"),
            ("صفر", "0"),
            ("حزب واحد", "1"),
            ("المية الميتة", ""),
            ("46 فاصل 5", "46.5"),
            ("46 فاصلة 5", "46.5"),
            ("خمسة فاصلة ثلاثة", "5.3"),
            ("خمسة فاصلة صفر ثلاثة", "5.03"),
            ("خمسة فاصلة خمسة وعشرون في المئة", "5.25"),
            ("خمسة فاصلة ثلاثة ملايين", "5300000"),
        ]);
        assert_eq!(spans("المرشحون الستة وبخمسة وعشرين"), ["ستة", "خمسة وعشرين"]);
        assert_eq!(spans("واحد وعشرون"), ["واحد وعشرون"]);
        assert_eq!(spans("وأحد عشر"), ["أحد عشر"]);
        assert_eq!(spans("والـ 254 ألفاً، وَثَلاثَة"), ["254 ألفاً", "ثَلاثَة"]);
    }

    #[test]
    fn english_words() {
        check(&[
            ("two million, three hundred thousand", "2300000"),
            ("twenty-two", "22"),
            ("a hundred and five", "105"),
            ("one hundred twenty", "120"),
            ("a million", "1000000"),
            ("fifteen hundred", "1500"),
            ("a dozen", "12"),
            ("the dozen winners", "12"),
            ("several dozen", ""),
            ("half-million", "500000"),
            ("two dozen", "24"),
            ("dozens", ""),
            ("several hundred thousand", ""),
            ("thousands of millions", ""),
            ("hundreds of thousands", ""),
            ("one of them", "1"),
            ("fifty per cent", "50"),
            ("one million, two parties", "1000000 2"),
            ("five or six", "5 6"),
            ("five and six", "5 6"),
            ("four point five", "4.5"),
            ("four point two five percent", "4.25"),
            ("forty-six point zero five", "46.05"),
            ("four point five million", "4500000"),
            ("two thousand and nineteen", "2019"),
            ("500-member assembly", "500"),
            ("a three-year term", "3"),
            ("two thirds of", ""),
        ]);
        assert_eq!(spans("He got a million votes"), ["a million"]);
        assert_eq!(read("about a million voters"), "1000000");
    }

    #[test]
    fn ordinals_and_duals() {
        check(&[
            ("المرتبة الثانية", "2."),
            ("الأول والأولى", "1. 1."),
            ("الثالث والعشرون", "23."),
            ("الثالثة و العشرين", "23."),
            ("الحادية عشرة", "11."),
            ("الحادي والعشرون", "21."),
            ("السابعة", "7."),
            ("الـ23", "23.ال"),
            ("ال19", "19.ال"),
            ("الـ 17", "17.ال"),
            ("للـ17", "17.ال"),
            ("الـ50%", "50ال"),
            ("الـ44.5", "44.5ال"),
            ("first second third", "1. 2. 3."),
            ("1st 2nd 23rd 100th", "1. 2. 23. 100."),
            ("twenty-first twentieth", "21. 20."),
            ("مقعدان ومقعدين وصوتين", "2d 2d 2d"),
            ("المقعدين", "2d"),
            ("مقعدان اثنان", "2d"),
            ("مرشحان ومرشحين وناخبين", "2d"),
        ]);
        assert_eq!(spans("في الـ23 والثالثة وبالمقعدين 23rd"), ["23", "ثالثة", "مقعدين", "23rd"]);
    }

    #[test]
    fn pieces_of_other_things() {
        check(&[
            ("14:30", "14c 30c"),
            ("1.2.3", "1c"),
            ("12.15.2019", "12c"),
            ("12/15/2019", "12c 15c 2019c"),
            ("2019-06-09", "2019c 6c 9c"),
            ("110-0", "110c 0c"),
            ("60-40", "60c 40c"),
            ("196-203", "196- 203"),
            ("11-12%", "11- 12"),
            ("11–12%", "11- 12"),
            ("52-48%", "52 48"),
            ("2010-2014", "2010c 2014c"),
            ("6-2019", "6c 2019c"),
            ("500-600 thousand", "500000- 600000"),
            ("A320 G20 F1 B-52 COVID-19 4G 1990s 8pm", "320c 20c 1c 52c 19c 4c 1990c 8c"),
            ("ب-75 وال-19", "75 19.ال"),
            ("كوفيد-19", "19c"),
            ("Likud-35%", "35"),
            ("Likud–35, Labor—18", "35 18"),
            ("https://www.example.com/2019/06/story-12.html 5", "2019c 6c 12c 5"),
            ("a23@mail.com", "23c"),
            ("bbc.com/news/123", "123c"),
            ("#انتخابات_2019", "2019c"),
            ("ب75 وفي2007", "75 2007"),
        ]);
    }

    #[test]
    fn long_runs_are_linear() {
        let mut raw = "الاثنين والاثنين و".repeat(5_000);
        raw.push_str(&"1-2/3:".repeat(5_000));
        raw.push_str(&"1 234 ".repeat(5_000));
        raw.push_str(&"مليون وألف ومئة وثلاثة ".repeat(5_000));
        raw.push_str(&"five point zero ".repeat(5_000));
        let tagged = Lexicon::get().tag(Text::new(&raw));
        let start = std::time::Instant::now();
        assert!(!numbers(&tagged).is_empty());
        assert!(start.elapsed().as_secs() < 5);
    }
}
