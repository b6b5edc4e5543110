//! The description of a CSV file for programs: a Frictionless Data Package (specs.frictionlessdata.io), `datapackage.json` beside it.

use serde_json::{Map, Value, json};

use super::columns::{COLUMNS, Holds};
use crate::kind::{Bound, FactKind, Office, Status, snake};
use crate::resolve::record::NameKind;

/// What a column is for, and the values it can have where they are few.
type Field = (&'static str, Vec<String>);

fn field(column: &str) -> Field {
    let none = Vec::new;
    match column {
        "article_id" => ("Id of the article in its source", none()),
        "source" => ("Path or URL of the article", none()),
        "lang" => ("Language of the article", vec!["ar".to_owned(), "en".to_owned()]),
        "published" => ("Day of publication, ISO 8601", none()),
        "fact_id" => ("Id of the fact in its article", none()),
        "kind" => ("What the fact says", FactKind::ALL.iter().map(|kind| kind.0.name()).collect()),
        "value" => ("The figure, as said; absent for relations and dates", none()),
        "value_max" => ("Upper end of a range", none()),
        "unit" => ("What is counted", none()),
        "bound" => ("How the words hedge the value", snakes(&[Bound::Exact, Bound::About, Bound::Over, Bound::Under, Bound::Range])),
        "status" => {
            use Status::{Expected, Final, OpinionPoll, Partial, Preliminary, Projection};
            ("What the article says the figure is", snakes(&[Final, Preliminary, Partial, Projection, OpinionPoll, Expected]))
        }
        "date" => ("Day of voting, as exact as it is known: YYYY, YYYY-MM or YYYY-MM-DD", none()),
        "date_end" => ("Last day of voting where there are several", none()),
        "subject" => ("Who the fact is about, in the fullest form of the article", none()),
        "subject_type" => {
            use NameKind::{Group, Option, Party, Person, Place};
            ("What the subject is", snakes(&[Person, Party, Option, Group, Place]))
        }
        "subject_latin" => ("An Arabic name in Latin letters", none()),
        "party" => ("The party of the subject", none()),
        "place" => ("The part of the election that the figure covers; absent, it is the whole", none()),
        "election" => ("Id of the election: country, office, date", none()),
        "country" => ("Country of the election, ISO 3166-1 alpha-2", none()),
        "office" => ("What is voted for", snakes(Office::ALL)),
        "confidence" => ("How likely the fact is read rightly, 0 to 1", none()),
        "rule" => ("The rule that read it", none()),
        "start" => ("Offset in the article's text where the first evidence begins", none()),
        "end" => ("Offset where it ends", none()),
        "evidence" => ("Exactly what stands there", none()),
        "link" => ("Address that leads to these words, where the source is a page of the web", none()),
        "duplicate_of" => ("Id of an article before it that this one repeats", none()),
        _ => ("", none()),
    }
}

/// The type that Frictionless has for a column. Its dates are days, ours may be less exact.
fn kind(holds: Holds) -> &'static str {
    match holds {
        Holds::Text | Holds::Date => "string",
        Holds::Number => "number",
        Holds::Integer => "integer",
    }
}

fn snakes<T: serde::Serialize>(values: &[T]) -> Vec<String> {
    values.iter().map(snake).collect()
}

/// The description of a table of facts, `bytes` long, in the file `path` of the same folder.
pub fn data_package(path: &str, bytes: u64, sha256: &str) -> Value {
    let fields: Vec<Value> = COLUMNS
        .iter()
        .map(|column| {
            let (what, values) = field(column.name);
            let mut field = json!({"name": column.name, "type": kind(column.holds), "description": what});
            let mut constraints = Map::new();
            if column.required {
                constraints.insert("required".to_owned(), Value::Bool(true));
            }
            if !values.is_empty() {
                constraints.insert("enum".to_owned(), values.into());
            }
            if column.name == "confidence" {
                constraints.insert("minimum".to_owned(), 0.into());
                constraints.insert("maximum".to_owned(), 1.into());
            }
            if !constraints.is_empty() {
                field["constraints"] = Value::Object(constraints);
            }
            field
        })
        .collect();
    json!({
        "profile": "tabular-data-package",
        "name": "hasila-facts",
        "title": "Election figures stated by news articles",
        "resources": [{
            "profile": "tabular-data-resource",
            "name": "facts",
            "path": path,
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": bytes,
            "hash": format!("sha256:{sha256}"),
            "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true, "header": true},
            "schema": {"fields": fields, "missingValues": [""]},
        }],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_is_described() {
        for column in COLUMNS {
            assert!(!field(column.name).0.is_empty(), "{}", column.name);
        }
    }
}
