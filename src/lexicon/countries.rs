//! Countries and their adjectives in both languages, from CLDR (the crate `icu_experimental`).
//!
//! CLDR has no adjectives. English ones come from language names (Polish → pl → PL) and from regular
//! endings; Arabic ones are the nisba, made by rule. The irregular rest stands in `names.toml`.

use icu_experimental::displaynames::multi::{LanguageDisplayNames, RegionDisplayNames};
use icu_locale_core::{locale, subtags::Language, subtags::Region};

use crate::text::Lang;

/// An ISO 3166-1 alpha-2 code packed in a lexicon value.
pub type Iso = i64;

/// Packs a code of two capitals.
pub fn iso(code: &str) -> Iso {
    code.bytes().take(2).fold(0, |n, b| n * 256 + Iso::from(b))
}

/// The code of a packed value.
pub fn iso_code(value: Iso) -> String {
    [(value / 256) as u8, (value % 256) as u8].iter().map(|&b| char::from(b)).collect()
}

/// Codes that CLDR names and that are no countries, or whose names are ordinary words in news.
const LEFT_OUT: &[&str] = &["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];
/// Their Arabic name is another word too: مالي is also "financial", عمان is also Amman.
const NO_ARABIC: &[&str] = &["ML", "OM"];
/// Names whose غ is never written ج, or is another word then: المجرب.
const OWN_LETTER: &[&str] = &["المغرب", "غانا", "غينيا"];
/// Names whose adjective is another word too: مجري is also "course".
const NO_NISBA: &[&str] = &["المجر"];
/// Languages named like the people of one country.
const LANGUAGES: &[(&str, &str)] = &[
    ("sq", "AL"),
    ("hy", "AM"),
    ("az", "AZ"),
    ("be", "BY"),
    ("bs", "BA"),
    ("bg", "BG"),
    ("zh", "CN"),
    ("hr", "HR"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("et", "EE"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("ka", "GE"),
    ("de", "DE"),
    ("el", "GR"),
    ("hu", "HU"),
    ("is", "IS"),
    ("ga", "IE"),
    ("it", "IT"),
    ("ja", "JP"),
    ("kk", "KZ"),
    ("ky", "KG"),
    ("lv", "LV"),
    ("lt", "LT"),
    ("mk", "MK"),
    ("mt", "MT"),
    ("mn", "MN"),
    ("ne", "NP"),
    ("no", "NO"),
    ("pl", "PL"),
    ("pt", "PT"),
    ("ro", "RO"),
    ("ru", "RU"),
    ("sr", "RS"),
    ("sk", "SK"),
    ("sl", "SI"),
    ("es", "ES"),
    ("sv", "SE"),
    ("tg", "TJ"),
    ("th", "TH"),
    ("tr", "TR"),
    ("tk", "TM"),
    ("uk", "UA"),
    ("uz", "UZ"),
    ("vi", "VN"),
    ("so", "SO"),
    ("lo", "LA"),
    ("my", "MM"),
    ("nl", "NL"),
];

/// Calls `add(form, code, is_adjective)` for every name and adjective of every country.
pub(super) fn all(mut add: impl FnMut(&str, Iso, bool)) {
    let (Ok(english), Ok(arabic), Ok(languages)) = (
        RegionDisplayNames::try_new(locale!("en").into(), Default::default()),
        RegionDisplayNames::try_new(locale!("ar").into(), Default::default()),
        LanguageDisplayNames::try_new(locale!("en").into(), Default::default()),
    ) else {
        unreachable!("compiled data holds English and Arabic")
    };
    for (language, country) in LANGUAGES {
        if let Some(name) = Language::try_from_str(language).ok().and_then(|l| languages.of(l)) {
            add(name, iso(country), true);
            add(&format!("{name}s"), iso(country), true);
        }
    }
    for (a, b) in ('A'..='Z').flat_map(|a| ('A'..='Z').map(move |b| (a, b))) {
        let code: String = [a, b].iter().collect();
        let Ok(region) = Region::try_from_str(&code) else { continue };
        if LEFT_OUT.contains(&code.as_str()) {
            continue;
        }
        if let Some(name) = english.of(region) {
            add(name, iso(&code), false);
            for adjective in english_adjectives(name) {
                add(&adjective, iso(&code), true);
                add(&format!("{adjective}s"), iso(&code), true);
            }
        }
        if let Some(name) = arabic.of(region).filter(|_| !NO_ARABIC.contains(&code.as_str())) {
            for name in spellings(name) {
                add(&name, iso(&code), false);
                for adjective in nisba(&name) {
                    add(&adjective, iso(&code), true);
                }
            }
        }
    }
}

/// What CLDR calls a country of this code, in full; none where there is no such code.
pub fn country_name(code: &str, lang: Lang) -> Option<String> {
    let locale = match lang {
        Lang::Ar => locale!("ar"),
        Lang::En => locale!("en"),
    };
    let names = RegionDisplayNames::try_new(locale.into(), Default::default()).ok()?;
    Some(names.of(Region::try_from_str(code).ok()?)?.to_owned())
}

fn english_adjectives(name: &str) -> Vec<String> {
    let endings: &[&str] = match name.chars().last() {
        Some('a') => &["n", "ian"],
        Some('o') => return vec![format!("{}an", &name[..name.len() - 1])],
        Some('e' | 'i') => &["an", "n"],
        Some('n' | 'l' | 'm') => &["ian", "ese", "i"],
        Some('q' | 't' | 'r') => &["i", "ian"],
        _ => &[],
    };
    endings.iter().map(|e| format!("{name}{e}")).collect()
}

/// A foreign g is written غ in the Levant and the Gulf, ج in Egypt: أنغولا, أنجولا.
pub(super) fn spellings(name: &str) -> impl Iterator<Item = String> {
    let foreign = name.contains('غ') && !OWN_LETTER.contains(&name);
    std::iter::once(name.to_owned()).chain(foreign.then(|| name.replace('غ', "ج")))
}

/// The Arabic adjective in the forms that news uses: فرنسا → فرنسي, فرنسية, فرنسيين, فرنسيون, فرنسيات.
pub(super) fn nisba(name: &str) -> Vec<String> {
    if name.contains(' ') || NO_NISBA.contains(&name) {
        return Vec::new();
    }
    let stem = name.strip_prefix("ال").unwrap_or(name);
    let stem = stem.trim_end_matches(['ا', 'ة']).trim_end_matches('ي');
    ["ي", "يا", "ية", "يين", "يون", "يات"].iter().map(|e| format!("{stem}{e}")).collect()
}
