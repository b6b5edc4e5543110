//! When two names are the same to the scorer. Part of the contract: looser than what the extractor itself thinks of names.

use std::collections::BTreeSet;

use once_cell::sync::Lazy;
use regex::Regex;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Titles and kinds of places and parties: they tell no two names apart.
const GENERIC: &str = "حزب الحزب حركه تحالف ائتلاف قايمه جبهه مرشح مرشحه المرشح الرييس رييس السيد السيده كتله تيار ولايه محافظه مدينه منطقه \
    party the of list candidate president movement coalition alliance front mr mrs ms dr province state region city governorate bloc and";

static GENERIC_WORDS: Lazy<BTreeSet<&str>> = Lazy::new(|| GENERIC.split_whitespace().collect());
static WORD: Lazy<Regex> = Lazy::new(|| Regex::new(r"[\p{L}\p{N}_]+").expect("a valid pattern"));

/// The names that a fact gives for one thing, each as its set of words.
#[derive(Debug, Default)]
pub(super) struct Names(Vec<BTreeSet<String>>);

impl Names {
    /// Of a field that holds a name, an object with `name` and `aliases`, or a list of such.
    pub(super) fn of(field: &Value) -> Self {
        Names(listed(field).into_iter().map(words).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the words of one name are among those of another.
    pub(super) fn meets(&self, other: &Names) -> bool {
        let within = |a: &BTreeSet<String>, b: &BTreeSet<String>| !a.is_empty() && a.is_subset(b);
        self.0.iter().any(|a| other.0.iter().any(|b| within(a, b) || within(b, a)))
    }
}

/// The names in a field, as they stand there.
pub(super) fn listed(field: &Value) -> Vec<&str> {
    match field {
        Value::String(name) => vec![name],
        Value::Array(values) => values.iter().flat_map(listed).collect(),
        Value::Object(object) => {
            let aliases = object.get("aliases").and_then(Value::as_array).into_iter().flatten();
            object.get("name").into_iter().chain(aliases).filter_map(Value::as_str).filter(|name| !name.is_empty()).collect()
        }
        _ => Vec::new(),
    }
}

/// The words by which a name is compared: folded, without articles, titles and punctuation.
fn words(name: &str) -> BTreeSet<String> {
    let text: String = name.nfkd().flat_map(char::to_lowercase).filter(|&c| canonical_combining_class(c) == 0).collect();
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ـ' | '\u{200e}' | '\u{200f}' | '\u{202a}' | '\u{202b}' | '\u{202c}' => {}
            'أ' | 'إ' | 'آ' | 'ٱ' => folded.push('ا'),
            'ى' | 'ئ' | 'ی' => folded.push('ي'),
            'ة' => folded.push('ه'),
            'ؤ' => folded.push('و'),
            'ک' => folded.push('ك'),
            // Full case folding, where it is more than lower case.
            'ß' => folded.push_str("ss"),
            'ς' => folded.push('σ'),
            _ => folded.push(c),
        }
    }
    let tokens: BTreeSet<String> = WORD.find_iter(&folded).map(|word| without_article(word.as_str()).to_owned()).collect();
    let telling: BTreeSet<String> = tokens.iter().filter(|word| !GENERIC_WORDS.contains(word.as_str())).cloned().collect();
    if telling.is_empty() { tokens } else { telling }
}

/// The word without the Arabic article and what is glued to it, where two letters remain.
fn without_article(word: &str) -> &str {
    let stripped = ["وال", "فال", "بال", "كال", "لل", "ال"].iter().filter_map(|prefix| word.strip_prefix(prefix));
    stripped.into_iter().find(|rest| rest.chars().nth(1).is_some()).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn names_meet_in_their_words() {
        let same = |a: Value, b: Value| Names::of(&a).meets(&Names::of(&b));
        assert!(same(json!("توكاييف"), json!({"name": "قاسم جومارت توكاييف"})));
        assert!(same(json!(["حزب النور", "x"]), json!("نور")));
        assert!(same(json!("Straße"), json!("STRASSE")));
        assert!(same(json!("حزب"), json!("الحزب")));
        assert!(same(json!("the Party of X"), json!({"name": "Y", "aliases": ["x"]})));
        assert!(!same(json!("حزب النور"), json!("حزب الشعب")));
        assert!(!same(json!(null), json!("x")));
        assert!(!same(json!("—"), json!("x")));
    }
}
