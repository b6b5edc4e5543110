//! Confidence means something on the corpus: surer facts are right more often. `UPDATE_DOCS=1 cargo test --test confidence`
//! writes the tables of `docs/confidence.md`.

mod common;

use hasila::eval::{Scores, score};
use hasila::output::{Format, Options, Writer};
use hasila::{Article, Extractor};
use serde_json::Value;

const DOCS: &str = "docs/confidence.md";
const BEGIN: &str = "<!-- written by tests/confidence.rs -->\n";
const END: &str = "<!-- end -->";

fn measured() -> Scores {
    let langs = ["ar", "en"];
    let articles: Vec<Article> = langs.iter().flat_map(|lang| common::articles(lang)).collect();
    let gold: Vec<Value> = langs.iter().flat_map(|lang| common::gold(lang)).collect();
    let extractor = Extractor::new();
    let mut writer = Writer::new(Vec::new(), Format::Jsonl, Options::default());
    for article in &articles {
        writer.write(&extractor.extract(article), article).unwrap();
    }
    let lines = String::from_utf8(writer.finish().unwrap()).unwrap();
    let records: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    score(&gold, &records).unwrap()
}

#[test]
fn surer_facts_are_right_more_often() {
    let scores = measured();
    let deciles = &scores.reliability_json()["deciles"]["all"];
    let share = |range: std::ops::Range<usize>| {
        let sum = |key: &str| range.clone().map(|at| deciles[at][key].as_u64().unwrap()).sum::<u64>() as f64;
        sum("right") / sum("facts").max(1.0)
    };
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        let mut tables = Vec::new();
        scores.write_reliability(&mut tables).unwrap();
        let text = common::read(DOCS);
        let (before, rest) = text.split_once(BEGIN).expect("the mark before the tables");
        let (_, after) = rest.split_once(END).expect("the mark behind the tables");
        let tables = String::from_utf8(tables).unwrap();
        std::fs::write(common::path(DOCS), format!("{before}{BEGIN}\n{tables}\n{END}{after}")).unwrap();
    }
    assert!(share(9..10) > share(0..9), "above 0.9 {:.3} are right, below {:.3}", share(9..10), share(0..9));
    assert!(share(8..10) > share(0..8), "above 0.8 {:.3} are right, below {:.3}", share(8..10), share(0..8));
}
