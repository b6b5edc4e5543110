//! Numbers written out by rule in both languages read back as themselves, in every spelling of words and digits.

use hasila::lexicon::Lexicon;
use hasila::mentions::{Number, numbers};
use hasila::text::Text;
use proptest::prelude::*;

/// How Arabic number words are declined and spelled.
#[derive(Clone, Copy, Debug)]
struct Arabic {
    /// The counted noun is feminine.
    feminine: bool,
    /// Accusative or genitive, not nominative.
    oblique: bool,
    /// ثلاث مئة, not ثلاثمئة.
    apart: bool,
    /// مائة, not مئة.
    alef: bool,
    /// "و 5", not "و5".
    spaced: bool,
    /// مئة وواحد ألف, not مئة ألف وألف.
    modern: bool,
}

impl Arabic {
    fn all() -> impl Iterator<Item = Arabic> {
        (0..64).map(|bits| {
            let bit = |n: u32| bits >> n & 1 == 1;
            Arabic { feminine: bit(0), oblique: bit(1), apart: bit(2), alef: bit(3), spaced: bit(4), modern: bit(5) }
        })
    }

    fn case(self, nominative: &'static str, oblique: &'static str) -> &'static str {
        if self.oblique { oblique } else { nominative }
    }

    fn units(self, n: u64) -> &'static str {
        let (masculine, feminine) = match n {
            1 => ("واحد", "واحدة"),
            2 => (self.case("اثنان", "اثنين"), self.case("اثنتان", "اثنتين")),
            3 => ("ثلاثة", "ثلاث"),
            4 => ("أربعة", "أربع"),
            5 => ("خمسة", "خمس"),
            6 => ("ستة", "ست"),
            7 => ("سبعة", "سبع"),
            8 => ("ثمانية", "ثماني"),
            9 => ("تسعة", "تسع"),
            _ => ("عشرة", "عشر"),
        };
        if self.feminine { feminine } else { masculine }
    }

    fn teens(self, n: u64) -> String {
        match (n, self.feminine) {
            (11, false) => "أحد عشر".into(),
            (11, true) => "إحدى عشرة".into(),
            (12, false) => format!("{} عشر", self.case("اثنا", "اثني")),
            (12, true) => format!("{} عشرة", self.case("اثنتا", "اثنتي")),
            (_, feminine) => format!("{} {}", self.units(n - 10), if feminine { "عشرة" } else { "عشر" }),
        }
    }

    /// `construct`: a noun follows, as in مئتا ألف.
    fn hundreds(self, n: u64, construct: bool) -> String {
        let hundred = if self.alef { "مائة" } else { "مئة" };
        let stem = hundred.trim_end_matches('ة');
        match (n, construct) {
            (1, _) => hundred.into(),
            (2, true) => format!("{stem}{}", self.case("تا", "تي")),
            (2, false) => format!("{stem}{}", self.case("تان", "تين")),
            _ => {
                let unit = ["ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"][n as usize - 3];
                let unit = if unit == "ثماني" && !self.apart { "ثمان" } else { unit };
                format!("{unit}{}{hundred}", if self.apart { " " } else { "" })
            }
        }
    }

    fn below_thousand(self, n: u64, construct: bool, parts: &mut Vec<String>) {
        let tens = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];
        if n >= 100 {
            parts.push(self.hundreds(n / 100, construct && n.is_multiple_of(100)));
        }
        match n % 100 {
            0 => {}
            rest @ 1..=10 => parts.push(self.units(rest).into()),
            rest @ 11..=19 => parts.push(self.teens(rest)),
            rest => {
                if rest % 10 > 0 {
                    parts.push(self.units(rest % 10).into());
                }
                parts.push(format!("{}{}", tens[rest as usize / 10 - 2], self.case("ون", "ين")));
            }
        }
    }

    /// `count` times a scale word.
    fn scale(self, count: u64, words: [&str; 4], parts: &mut Vec<String>) {
        let [one, two, plural, accusative] = words;
        let rest = count % 100;
        // What the scale word counts is masculine, whatever the number counts in the end.
        let ar = Arabic { feminine: false, ..self };
        match count {
            1 => parts.push(one.into()),
            2 => parts.push(two.into()),
            _ if rest == 1 || rest == 2 => {
                if self.modern {
                    ar.below_thousand(count, true, parts);
                    *parts.last_mut().unwrap() += &format!(" {one}");
                } else {
                    ar.below_thousand(count - rest, true, parts);
                    *parts.last_mut().unwrap() += &format!(" {one}");
                    parts.push(if rest == 1 { one } else { two }.into());
                }
            }
            _ => {
                ar.below_thousand(count, true, parts);
                let word = match rest {
                    0 => one,
                    3..=10 => plural,
                    _ => accusative,
                };
                *parts.last_mut().unwrap() += &format!(" {word}");
            }
        }
    }

    fn words(self, n: u64) -> String {
        if n == 0 {
            return "صفر".into();
        }
        let mut parts = Vec::new();
        if n >= 1_000_000_000 {
            self.scale(n / 1_000_000_000, ["مليار", self.case("ملياران", "مليارين"), "مليارات", "مليارا"], &mut parts);
        }
        if !(n / 1_000_000).is_multiple_of(1000) {
            self.scale(n / 1_000_000 % 1000, ["مليون", self.case("مليونان", "مليونين"), "ملايين", "مليوناً"], &mut parts);
        }
        if !(n / 1000).is_multiple_of(1000) {
            self.scale(n / 1000 % 1000, ["ألف", self.case("ألفان", "ألفين"), "آلاف", "ألفًا"], &mut parts);
        }
        self.below_thousand(n % 1000, false, &mut parts);
        parts.join(if self.spaced { " و " } else { " و" })
    }
}

/// How English number words are joined.
#[derive(Clone, Copy, Debug)]
struct English {
    and: bool,
    hyphen: bool,
    comma: bool,
}

impl English {
    fn all() -> impl Iterator<Item = English> {
        (0..8).map(|bits| English { and: bits & 1 > 0, hyphen: bits & 2 > 0, comma: bits & 4 > 0 })
    }

    fn below_hundred(self, n: u64) -> String {
        let small = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen \
                     eighteen nineteen";
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        let small = |n: u64| small.split_whitespace().nth(n as usize).unwrap();
        match n {
            0..=19 => small(n).into(),
            _ if n.is_multiple_of(10) => tens[n as usize / 10 - 2].into(),
            _ => format!("{}{}{}", tens[n as usize / 10 - 2], if self.hyphen { "-" } else { " " }, small(n % 10)),
        }
    }

    fn below_thousand(self, n: u64) -> String {
        let and = if self.and { "and " } else { "" };
        match (n / 100, n % 100) {
            (0, rest) => self.below_hundred(rest),
            (hundreds, 0) => format!("{} hundred", self.below_hundred(hundreds)),
            (hundreds, rest) => format!("{} hundred {and}{}", self.below_hundred(hundreds), self.below_hundred(rest)),
        }
    }

    fn words(self, n: u64) -> String {
        let mut out = String::new();
        for (scale, word) in [(1_000_000_000, " billion"), (1_000_000, " million"), (1000, " thousand"), (1, "")] {
            let count = n / scale % 1000;
            if count == 0 && (n > 0 || scale > 1) {
                continue;
            }
            if !out.is_empty() {
                out += match (scale, count) {
                    (1, ..100) if self.and => " and ",
                    (1, ..100) => " ",
                    _ if self.comma => ", ",
                    _ => " ",
                };
            }
            out += &self.below_thousand(count);
            out += word;
        }
        out
    }
}

fn read(raw: &str) -> Vec<Number> {
    numbers(&Lexicon::get().tag(Text::new(raw)))
}

/// `raw` is one number, `n`, from its first to its last byte.
fn is_whole(raw: &str, n: u64) {
    let found = read(raw);
    assert_eq!(found.len(), 1, "{raw} ({n}): {found:?}");
    assert_eq!(found[0].value.integer(), Some(n), "{raw}");
    assert_eq!(found[0].span.of(raw), raw);
}

fn check(n: u64) {
    for arabic in Arabic::all() {
        is_whole(&arabic.words(n), n);
    }
    for english in English::all() {
        is_whole(&english.words(n), n);
    }
}

/// Numbers of every length, round ones too.
fn any_number() -> impl Strategy<Value = u64> {
    let digits = (0u64..=1_000_000_000, 0u32..10).prop_map(|(n, length)| n % 10u64.pow(length + 1));
    let round = (1u64..1000, prop::sample::select(vec![1, 1000, 1_000_000])).prop_map(|(n, scale)| n * scale);
    let sparse = (1u64..1000, 0u64..200).prop_map(|(n, rest)| n * 1_000_000 + rest);
    prop_oneof![digits, round, sparse, Just(1_000_000_000)]
}

#[test]
fn all_words_up_to_two_thousand() {
    (0..=2000).for_each(check);
}

proptest! {
    #[test]
    fn words(n in any_number()) {
        check(n);
    }

    #[test]
    fn marks_on_words_change_nothing(n in any_number(), places in prop::collection::vec((0usize..200, 0usize..4), 1..8)) {
        let mut raw = Arabic { feminine: false, oblique: false, apart: true, alef: false, spaced: false, modern: true }.words(n);
        for (place, mark) in places {
            let inner: Vec<usize> = raw.char_indices().filter(|(at, c)| *at > 0 && *c != ' ').map(|(at, _)| at).collect();
            let inner: Vec<usize> = inner.into_iter().filter(|&at| !raw[..at].ends_with(' ')).collect();
            raw.insert(inner[place % inner.len()], ['\u{0640}', '\u{064E}', '\u{0651}', '\u{0652}'][mark]);
        }
        is_whole(&raw, n);
    }

    #[test]
    fn digits_of_every_script(n in any_number(), decimals in 0u32..100, grouped: bool) {
        let script = |zero: char, s: &str| -> String {
            s.chars().map(|c| c.to_digit(10).map_or(c, |d| char::from_u32(zero as u32 + d).unwrap())).collect()
        };
        let mut shown = n.to_string();
        if grouped {
            let mut at = shown.len();
            while at > 3 {
                at -= 3;
                shown.insert(at, ',');
            }
        }
        let exact = format!("{shown}.{decimals:02}");
        for zero in ['0', '٠', '۰'] {
            is_whole(&script(zero, &shown), n);
            let raw = script(zero, &exact);
            let found = read(&raw);
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].value.digits, n * 100 + u64::from(decimals));
            prop_assert_eq!(found[0].value.scale, 2);
            prop_assert_eq!(found[0].span.of(&raw), raw.as_str());
        }
    }

    #[test]
    fn anything_reads_without_panic_and_in_order(raw in "([0-9٠-٩۰-۹.,،٫'/:% -]|\u{200F}|و|ال|مئة|ألف|مليون| نصف|خمسة |عشرون|واحد|million|and| a |half|first|point|m|\n){0,40}") {
        let found = read(&raw);
        for pair in found.windows(2) {
            prop_assert!(pair[0].end <= pair[1].start && pair[0].span.end <= pair[1].span.start);
        }
        for number in &found {
            prop_assert!(number.start < number.end && !number.span.of(&raw).is_empty());
        }
    }
}
