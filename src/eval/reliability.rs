//! Whether confidence means something: of the facts with about the same confidence, how many are right.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

/// Facts by decile of confidence, for each language and for all together; and by the rule that read them.
#[derive(Debug, Default)]
pub(super) struct Reliability {
    groups: BTreeMap<String, [Decile; 10]>,
    rules: BTreeMap<String, Decile>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Decile {
    facts: usize,
    right: usize,
    /// Sum of their confidences.
    confidence: f64,
}

impl Decile {
    fn add(&mut self, confidence: f64, right: bool) {
        self.facts += 1;
        self.right += usize::from(right);
        self.confidence += confidence;
    }

    fn mean(self) -> f64 {
        self.confidence / self.facts as f64
    }

    fn share(self) -> f64 {
        self.right as f64 / self.facts as f64
    }

    fn to_json(self) -> Value {
        json!({"facts": self.facts, "right": self.right, "confidence": if self.facts > 0 { json!(self.mean()) } else { Value::Null }})
    }
}

/// The groups of the table, in its order.
const GROUPS: [&str; 3] = ["all", "ar", "en"];

impl Reliability {
    /// One more predicted fact.
    pub(super) fn add(&mut self, lang: &str, rule: &str, confidence: f64, right: bool) {
        // A hair more, so that 0.7 as the double below it is no 0.6.
        let at = ((confidence * 10.0 + 1e-9) as usize).min(9);
        for group in ["all", lang] {
            self.groups.entry(group.to_owned()).or_default()[at].add(confidence, right);
        }
        self.rules.entry(rule.to_owned()).or_default().add(confidence, right);
    }

    /// Two tables in Markdown, as the documentation has them; deciles without facts are left out.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "| confidence | mean | facts | right | Arabic | right | English | right |")?;
        writeln!(out, "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")?;
        for at in (0..10).rev() {
            let deciles = GROUPS.map(|group| self.groups.get(group).map_or_else(Decile::default, |deciles| deciles[at]));
            if deciles[0].facts == 0 {
                continue;
            }
            let [low, high] = [at, at + 1].map(|tenth| tenth as f64 / 10.0);
            write!(out, "| {low:.1}–{high:.1} | {:.2} |", deciles[0].mean())?;
            for decile in deciles {
                match decile.facts {
                    0 => write!(out, " 0 | |")?,
                    facts => write!(out, " {facts} | {:.2} |", decile.share())?,
                }
            }
            writeln!(out)?;
        }
        writeln!(out, "\n| rule | mean | facts | right |\n| --- | ---: | ---: | ---: |")?;
        for (rule, decile) in &self.rules {
            writeln!(out, "| `{rule}` | {:.2} | {} | {:.2} |", decile.mean(), decile.facts, decile.share())?;
        }
        Ok(())
    }

    /// `deciles` by group from the lowest, and `rules`: each `facts`, `right` and the mean `confidence`.
    pub(super) fn to_json(&self) -> Value {
        let deciles = |list: &[Decile; 10]| list.iter().map(|decile| decile.to_json()).collect::<Value>();
        let groups: Map<String, Value> = self.groups.iter().map(|(group, list)| (group.clone(), deciles(list))).collect();
        let rules: Map<String, Value> = self.rules.iter().map(|(rule, decile)| (rule.clone(), decile.to_json())).collect();
        json!({"deciles": groups, "rules": rules})
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_fall_into_their_decile() {
        let mut reliability = Reliability::default();
        for (lang, confidence, right) in [("ar", 0.93, true), ("en", 1.0, true), ("ar", 0.9, false), ("ar", 0.7, true), ("en", 0.0, false)]
        {
            reliability.add(lang, "a.b", confidence, right);
        }
        let mut table = Vec::new();
        reliability.write(&mut table).unwrap();
        let table = String::from_utf8(table).unwrap();
        let rows: Vec<&str> = table.lines().filter(|line| line.contains("0.")).collect();
        assert_eq!(
            rows,
            [
                "| 0.9–1.0 | 0.94 | 3 | 0.67 | 2 | 0.50 | 1 | 1.00 |",
                "| 0.7–0.8 | 0.70 | 1 | 1.00 | 1 | 1.00 | 0 | |",
                "| 0.0–0.1 | 0.00 | 1 | 0.00 | 0 | | 1 | 0.00 |",
                "| `a.b` | 0.71 | 5 | 0.60 |",
            ]
        );
        assert_eq!(reliability.to_json()["deciles"]["all"][9]["right"], 2);
    }
}
