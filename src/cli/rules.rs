//! `hasila rules`: the rules by which facts are read, with the examples that prove them.

use std::io::Write;

use clap::ValueEnum;
use serde_json::{Map, Value, json};

use super::Outcome;
use crate::error::Error;
use crate::facts::{Cue, Example, Rule, rules};

/// List the rules by which facts are read, with their examples
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila rules | less
  hasila rules percent.turnout
  hasila rules --format json | jq -r '.[].id'

How to read one (`hasila explain` shows which concepts the words of a text have):
  percent.turnout → turnout   id, and the kind of fact; \"no fact\" keeps numbers from others
  unit     what the number must count; a rule without one is a function in the code
  cue      one of these must stand near; where there are none, the unit is enough
  unless   with one of these near, the rule does not read the number
  with     one of these must stand in the sentence, anywhere
  cost     is added to the distance of the cue; of several rules the least sum wins
  trust    how often its facts are right, 0 to 1; their confidence begins with it
  yes, no  sentences that it reads, with what they give, and some it leaves alone

In cue and unless, `turnout<16` is a word of the concept before the number and at most 16 away, \
`turnout>6` one after it, `choice~8` one on either side; `got.1` only its words of value 1. Away is counted in words; \
a comma, a bracket, another figure or a new clause between adds to it.")]
pub(super) struct Args {
    /// Only this rule
    id: Option<String>,

    /// How to write them
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON array
    Json,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let wanted = |rule: &&Rule| args.id.as_ref().is_none_or(|id| rule.id == id);
    let chosen: Vec<&Rule> = rules().iter().filter(wanted).collect();
    if let Some(id) = args.id.as_ref().filter(|_| chosen.is_empty()) {
        return Err(unknown(id));
    }
    match args.format {
        Format::Text => {
            for (i, rule) in chosen.iter().enumerate() {
                if i > 0 {
                    writeln!(out)?;
                }
                write_text(out, rule)?;
            }
        }
        Format::Json => writeln!(out, "{}", Value::from_iter(chosen.into_iter().map(to_json)))?,
    }
    Ok(Outcome::Fine)
}

/// Names the rules of the same family, if there are any.
fn unknown(id: &str) -> Error {
    let family = id.split('.').next().unwrap_or(id);
    let kin: Vec<&str> = rules().iter().map(|rule| rule.id).filter(|known| known.starts_with(family)).collect();
    let hint = if kin.is_empty() { "`hasila rules` lists them".to_owned() } else { format!("there are {}", kin.join(", ")) };
    Error::new(format!("expected the id of a rule, found {id:?}; {hint}"))
}

fn write_text(out: &mut impl Write, rule: &Rule) -> std::io::Result<()> {
    let kind = rule.kind.map_or_else(|| "no fact".to_owned(), |kind| kind.name());
    writeln!(out, "{} → {kind}", rule.id)?;
    writeln!(out, "  {}", rule.doc)?;
    let units = rule.unit.iter().map(|concept| concept.id().to_owned()).collect();
    let with = rule.with.iter().map(|concept| concept.id().to_owned()).collect();
    for (label, words) in [("unit", units), ("cue", cues(&rule.cues)), ("unless", cues(&rule.unless)), ("with", with)] {
        let words: Vec<String> = words;
        if !words.is_empty() {
            writeln!(out, "  {label:7} {}", words.join(", "))?;
        }
    }
    if rule.cost != 0.0 {
        writeln!(out, "  {:7} {}", "cost", rule.cost)?;
    }
    writeln!(out, "  {:7} {}", "trust", rule.trust)?;
    for (label, examples) in [("yes", &rule.yes), ("no", &rule.no)] {
        for example in examples {
            writeln!(out, "  {label:7} {}", example.text.replace('\n', " ⏎ "))?;
            for (key, value) in gives(example) {
                writeln!(out, "          {key}: {}", value.as_str().map_or_else(|| value.to_string(), str::to_owned))?;
            }
        }
    }
    Ok(())
}

fn to_json(rule: &Rule) -> Value {
    let examples = |list: &[Example]| -> Value { list.iter().map(example_json).collect() };
    let ids = |list: &[crate::lexicon::Concept]| -> Vec<&str> { list.iter().map(|concept| concept.id()).collect() };
    json!({
        "id": rule.id,
        "kind": rule.kind,
        "doc": rule.doc,
        "unit": ids(&rule.unit),
        "cue": cues(&rule.cues),
        "unless": cues(&rule.unless),
        "with": ids(&rule.with),
        "cost": f64::from(rule.cost),
        "trust": rule.trust,
        "yes": examples(&rule.yes),
        "no": examples(&rule.no),
    })
}

fn example_json(example: &Example) -> Value {
    let mut fields = Map::from_iter([("text".to_owned(), json!(example.text))]);
    fields.extend(gives(example).into_iter().map(|(key, value)| (key.to_owned(), value)));
    Value::Object(fields)
}

/// What an example says besides its text.
fn gives(example: &Example) -> Vec<(&'static str, Value)> {
    let text = |value: &Option<String>| value.as_ref().map(|value| json!(value));
    let value = example.value.map(|value| if value.fract() == 0.0 { json!(value as i64) } else { json!(value) });
    [
        ("value", value),
        ("date", text(&example.date)),
        ("subject", text(&example.subject)),
        ("party", text(&example.party)),
        ("published", text(&example.published)),
        ("why", text(&example.why)),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((key, value?)))
    .collect()
}

/// Cues as they are written in the file of rules.
fn cues(list: &[Cue]) -> Vec<String> {
    let show = |cue: &Cue| {
        let side = match (cue.before, cue.after) {
            (true, false) => "<",
            (false, true) => ">",
            _ => "~",
        };
        let value = cue.value.map_or_else(String::new, |value| format!(".{value}"));
        format!("{}{value}{side}{}", cue.concept.id(), cue.reach)
    };
    list.iter().map(show).collect()
}
