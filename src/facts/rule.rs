//! `rules.toml` → rules: which unit with which cue makes which fact, and the examples that prove it.

use once_cell::sync::Lazy;
use serde::Deserialize;

use crate::kind::FactKind;
use crate::lexicon::{Concept, Concepts};

static RULES: Lazy<Vec<Rule>> = Lazy::new(|| load().expect("rules.toml is checked by tests"));

/// A rule and its examples.
#[derive(Debug)]
pub struct Rule {
    /// `family.what_is_matched`; goes out with each fact.
    pub id: &'static str,
    /// What it makes; none for a rule that only keeps a number from becoming something else.
    pub kind: Option<FactKind>,
    /// What it reads, in a sentence.
    pub doc: &'static str,
    /// What the number counts; empty for rules that are functions.
    pub unit: Vec<Concept>,
    /// One of these must stand near the number; none needed where it is empty.
    pub cues: Vec<Cue>,
    /// With one of these near, the rule does not read the number.
    pub unless: Vec<Cue>,
    /// One of these must stand in the sentence.
    pub with: Vec<Concept>,
    /// Added to the distance of the cue, in words: of several rules the least wins.
    pub cost: f32,
    /// How surely a fact of this rule is right, on the corpus.
    pub trust: f64,
    /// Sentences it reads.
    pub yes: Vec<Example>,
    /// Sentences it must not read.
    pub no: Vec<Example>,
}

/// A concept that tells what a number means, on one side of it or both, within some words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cue {
    /// The concept.
    pub concept: Concept,
    /// Only words of this value: `got.1` are the verbs that say nothing but getting.
    pub value: Option<i64>,
    /// Counts when it stands before the number.
    pub before: bool,
    /// Counts when it stands after the number.
    pub after: bool,
    /// The farthest cost at which it counts.
    pub reach: f32,
}

/// An example sentence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The sentence, or a few lines.
    pub text: String,
    /// The value that the rule must give.
    pub value: Option<f64>,
    /// The name the subject must hold.
    pub subject: Option<String>,
    /// The name the party must hold.
    pub party: Option<String>,
    /// The date the rule must give.
    pub date: Option<String>,
    /// Day of publication.
    pub published: Option<String>,
    /// Why it is no fact of this rule.
    pub why: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Block>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Block {
    id: String,
    kind: Option<FactKind>,
    doc: String,
    #[serde(default)]
    unit: Vec<String>,
    #[serde(default)]
    cue: Vec<String>,
    #[serde(default)]
    unless: Vec<String>,
    #[serde(default)]
    with: Vec<String>,
    #[serde(default)]
    cost: f32,
    trust: f64,
    #[serde(default)]
    yes: Vec<Example>,
    #[serde(default)]
    no: Vec<Example>,
}

/// For each concept, the rules that read what is counted in it, with the concepts of their cues.
static BY_UNIT: Lazy<Vec<Vec<(Concepts, &'static Rule)>>> = Lazy::new(|| {
    let cues = |rule: &'static Rule| (Concepts::of(&rule.cues.iter().map(|cue| cue.concept).collect::<Vec<_>>()), rule);
    Concept::ALL.iter().map(|(_, unit)| RULES.iter().filter(|rule| rule.unit.contains(unit)).map(cues).collect()).collect()
});

/// The rules that read what is counted in `unit` and need no cue or have one among `near`, in the order of the file.
pub(super) fn rules_of(unit: Concept, near: Concepts) -> impl Iterator<Item = &'static Rule> {
    BY_UNIT[unit as usize].iter().filter(move |(cues, rule)| rule.cues.is_empty() || cues.meet(near)).map(|(_, rule)| *rule)
}

/// All rules, in the order of the file.
pub fn rules() -> &'static [Rule] {
    &RULES
}

/// The rule of this id, for rules that are functions.
pub(super) fn rule(id: &str) -> &'static Rule {
    RULES.iter().find(|r| r.id == id).expect("function rules stand in rules.toml: tested")
}

fn load() -> Result<Vec<Rule>, String> {
    let file: File = toml::from_str(include_str!("rules.toml")).map_err(|e| e.to_string())?;
    let concept = |id: &String| Concept::named(id).ok_or_else(|| format!("no concept {id:?}"));
    file.rule
        .into_iter()
        .map(|b| {
            let at = |e: String| format!("rule {}: {e}", b.id);
            Ok(Rule {
                kind: b.kind,
                unit: b.unit.iter().map(concept).collect::<Result<_, _>>().map_err(at)?,
                cues: b.cue.iter().map(|c| cue(c)).collect::<Result<_, _>>().map_err(at)?,
                unless: b.unless.iter().map(|c| cue(c)).collect::<Result<_, _>>().map_err(at)?,
                with: b.with.iter().map(concept).collect::<Result<_, _>>().map_err(at)?,
                cost: b.cost,
                trust: b.trust,
                yes: b.yes,
                no: b.no,
                // Ids and docs live as long as the program: rules are loaded once.
                doc: Box::leak(b.doc.into_boxed_str()),
                id: Box::leak(b.id.into_boxed_str()),
            })
        })
        .collect()
}

/// Reads `concept`, `concept<` (before the number only), `concept>` (after it only), with a reach: `concept<4`.
fn cue(source: &str) -> Result<Cue, String> {
    let at = source.find(['<', '>', '~']).unwrap_or(source.len());
    let (id, rest) = source.split_at(at);
    let (id, value) = match id.split_once('.') {
        Some((id, value)) => (id, Some(value.parse().map_err(|_| format!("{source:?}: expected a value after the point"))?)),
        None => (id, None),
    };
    let concept = Concept::named(id).ok_or_else(|| format!("no concept {id:?}"))?;
    let side = rest.chars().next();
    let reach = match rest.get(1..).filter(|r| !r.is_empty()) {
        Some(words) => words.parse().map_err(|_| format!("{source:?}: expected words after {side:?}"))?,
        None => 14.0,
    };
    Ok(Cue { concept, value, before: side != Some('>'), after: side != Some('<'), reach })
}
