//! What the page calls things: the words of `labels.toml` in the language of its reader.

use std::borrow::Cow;
use std::collections::HashMap;

use clap::ValueEnum;
use once_cell::sync::Lazy;
use serde::Deserialize;

/// The language of a page's own words. What articles say stays as they say it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Ui {
    /// English, left to right.
    #[default]
    En,
    /// Arabic, right to left.
    Ar,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Label {
    en: String,
    ar: String,
}

/// Vocabulary → name in the JSON → label.
static LABELS: Lazy<HashMap<String, HashMap<String, Label>>> =
    Lazy::new(|| toml::from_str(include_str!("labels.toml")).expect("labels.toml is well-formed: tested"));

impl Ui {
    /// What `key` of a vocabulary is called; a key that has no label is its own.
    pub(super) fn label<'a>(self, vocabulary: &str, key: &'a str) -> Cow<'a, str> {
        match LABELS.get(vocabulary).and_then(|labels| labels.get(key)) {
            Some(label) => Cow::Borrowed(match self {
                Ui::En => &label.en,
                Ui::Ar => &label.ar,
            }),
            None => Cow::Owned(key.replace('_', " ")),
        }
    }

    /// One of the page's own words.
    pub(super) fn word(self, key: &str) -> Cow<'_, str> {
        self.label("page", key)
    }

    /// As the attribute `lang` has it.
    pub(super) fn code(self) -> &'static str {
        match self {
            Ui::En => "en",
            Ui::Ar => "ar",
        }
    }

    /// As the attribute `dir` has it.
    pub(super) fn dir(self) -> &'static str {
        match self {
            Ui::En => "ltr",
            Ui::Ar => "rtl",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::Verdict;
    use crate::kind::{Bound, FactKind, Office, Status, snake};
    use crate::resolve::record::Severity;

    #[test]
    fn every_name_in_the_output_has_a_label() {
        let kinds = FactKind::ALL.iter().map(|row| ("kind", row.0.name()));
        let units = FactKind::ALL.iter().filter(|row| !row.1.is_empty()).map(|row| ("unit", row.1.to_owned()));
        let offices = Office::ALL.iter().map(|office| ("office", snake(office)));
        let bounds = [Bound::About, Bound::Over, Bound::Under].iter().map(|bound| ("bound", snake(bound)));
        let statuses = [Status::Final, Status::Preliminary, Status::Partial, Status::Projection, Status::OpinionPoll, Status::Expected]
            .map(|status| ("status", snake(&status)));
        let verdicts = [Verdict::Conflict, Verdict::Progress, Verdict::Compatible, Verdict::Agree, Verdict::Single]
            .iter()
            .map(|verdict| ("verdict", snake(verdict)));
        let severities = [Severity::Warning, Severity::Error].map(|severity| ("severity", snake(&severity)));
        for (vocabulary, key) in kinds.chain(units).chain(offices).chain(bounds).chain(statuses).chain(verdicts).chain(severities) {
            let label = LABELS.get(vocabulary).and_then(|labels| labels.get(&key)).unwrap_or_else(|| panic!("{vocabulary}.{key}"));
            assert!(!label.en.is_empty() && label.ar.chars().any(crate::text::fold::is_arabic) || key == "percent", "{vocabulary}.{key}");
        }
    }
}
