//! How well the corpus is read: floors in `corpus/BASELINE.json` that only rise, and no fact where there is none.
//!
//! `UPDATE_BASELINE=1 cargo test --test corpus` raises the floors to what is measured and writes `corpus/SCORES.md`;
//! it lowers one only with `ALLOW_REGRESSION=1` beside it.

mod common;
mod report;

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write;
use std::fs;

use hasila::eval::score;
use hasila::output::{Format, Options, Writer};
use hasila::{Extractor, FactKind};
use serde_json::{Map, Value, json};

const LANGS: [&str; 2] = ["ar", "en"];
const BASELINE: &str = "corpus/BASELINE.json";
/// Floors are rounded to four places; less than this is no change.
const EPSILON: f64 = 0.0005;

/// A floor's name, and where `eval` has it.
const FLOORS: [(&str, &str, &str); 4] =
    [("figure_f1", "figure", "f1"), ("fact_f1", "fact", "f1"), ("precision", "fact", "p"), ("strict_f1", "strict", "f1")];

/// What is extracted from the articles of a language, as users get it.
fn records(lang: &str) -> Vec<Value> {
    let extractor = Extractor::new();
    let mut writer = Writer::new(Vec::new(), Format::Jsonl, Options::default());
    for article in common::articles(lang) {
        writer.write(&extractor.extract(&article), &article).unwrap();
    }
    let lines = String::from_utf8(writer.finish().unwrap()).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The scores of a language, and of every mistake a line.
fn measure(lang: &str) -> (Value, String) {
    let scores = score(&common::gold(lang), &records(lang)).expect("the gold is well formed");
    let mut report = Vec::new();
    scores.write(&mut report, 0).unwrap();
    (scores.to_json(), String::from_utf8(report).unwrap())
}

fn floors(scores: &Value, lang: &str) -> Map<String, Value> {
    // Rounded down, so that what is measured stands above its own floor.
    let down = |x: f64| (x * 10_000.0 + 1e-9).floor() / 10_000.0;
    let figure = |level: &str, key: &str| scores["scores"][format!("{level}/{lang}")][key].as_f64().expect("a score");
    FLOORS.iter().map(|(name, level, key)| ((*name).to_owned(), down(figure(level, key)).into())).collect()
}

/// A fingerprint of articles and gold: floors hold for the corpus that they were measured on.
fn corpus_hash() -> String {
    // FNV-1a. Line ends are left out, for git may change them.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let mut add = |text: &str| {
        for byte in text.bytes().filter(|b| *b != b'\r').chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    };
    for lang in LANGS {
        add(&common::read(&format!("corpus/gold/{lang}.jsonl")));
        for article in common::articles(lang) {
            add(&article.id);
            add(&article.text);
        }
    }
    format!("{hash:016x}")
}

/// The table of `corpus/SCORES.md`.
fn table(measured: &[(&str, Value)]) -> String {
    let mut out = String::from(
        "# Scores on the corpus\n\nWritten by `UPDATE_BASELINE=1 cargo test --test corpus`. The three levels are explained in [README.md](README.md#floors) and in\n\
         `hasila eval --help`; below them, each kind at the level of facts.\n\n\
         | | | precision | recall | F1 | found | gold | predicted |\n|---|---|---:|---:|---:|---:|---:|---:|\n",
    );
    let mut row = |name: &str, lang: &str, score: &Value| {
        let share = |key: &str| score[key].as_f64().unwrap_or_default();
        let (p, r, f1) = (share("p"), share("r"), share("f1"));
        writeln!(
            out,
            "| {name} | {lang} | {p:.3} | {r:.3} | {f1:.3} | {} | {} | {} |",
            score["matched"], score["gold"], score["predicted"]
        )
        .unwrap();
    };
    for level in ["figure", "fact", "strict"] {
        for (lang, scores) in measured {
            row(&format!("**{level}**"), lang, &scores["scores"][format!("{level}/{lang}")]);
        }
    }
    for (kind, ..) in FactKind::ALL {
        for (lang, scores) in measured {
            let score = &scores["scores"][format!("fact/{}", kind.name())];
            if !score.is_null() {
                row(&format!("`{}`", kind.name()), lang, score);
            }
        }
    }
    out
}

#[test]
fn floors_hold() {
    let mut measured = Vec::new();
    for lang in LANGS {
        let (scores, report) = measure(lang);
        println!("--- {lang} ---\n{report}");
        measured.push((lang, scores));
    }
    let old: Value = fs::read_to_string(common::path(BASELINE)).map_or(Value::Null, |text| text.parse().expect("JSON"));
    let hash = corpus_hash();
    let mut fallen = Vec::new();
    for (lang, scores) in &measured {
        for (name, value) in floors(scores, lang) {
            let (value, floor) = (value.as_f64().unwrap_or_default(), old[*lang][&name].as_f64().unwrap_or_default());
            if value < floor - EPSILON {
                fallen.push(format!("{lang} {name}: expected at least {floor}, found {value}"));
            }
        }
    }
    let set = |name: &str| env::var_os(name).is_some_and(|value| value == "1");
    if set("UPDATE_BASELINE") {
        let allowed = fallen.is_empty() || set("ALLOW_REGRESSION");
        assert!(allowed, "floors would be lowered; ALLOW_REGRESSION=1 allows it:\n{}\n", fallen.join("\n"));
        let mut new = json!({"corpus": hash});
        for (lang, scores) in &measured {
            new[*lang] = floors(scores, lang).into();
        }
        fs::write(common::path(BASELINE), format!("{new:#}\n")).unwrap();
        fs::write(common::path("corpus/SCORES.md"), table(&measured)).unwrap();
        return;
    }
    report::assert_none(&fallen);
    assert_eq!(old["corpus"], *hash, "the corpus is not the one of {BASELINE}; write it anew: UPDATE_BASELINE=1 cargo test --test corpus");
}

#[test]
fn articles_without_facts_stay_without() {
    let mut invented = Vec::new();
    for lang in LANGS {
        for (doc, record) in common::gold(lang).iter().zip(records(lang)) {
            let facts = record["facts"].as_array().unwrap();
            if doc["facts"].as_array().is_some_and(Vec::is_empty) {
                invented
                    .extend(facts.iter().map(|f| format!("{}: {} {} «{}»", doc["doc"], f["kind"], f["value"], f["evidence"][0]["text"])));
            }
        }
    }
    report::assert_none(&invented);
}

#[test]
fn every_article_has_its_gold_and_a_name_of_its_own() {
    let mut named = BTreeMap::new();
    let mut strange = Vec::new();
    for lang in LANGS {
        let docs = common::gold(lang);
        let docs: BTreeSet<&str> = docs.iter().map(|doc| doc["doc"].as_str().unwrap()).collect();
        for entry in fs::read_dir(common::path(&format!("corpus/articles/{lang}"))).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            if !docs.contains(name.as_str()) {
                strange.push(format!("{}: no line in corpus/gold/{lang}.jsonl", path.display()));
            }
            if let Some(other) = named.insert(name.clone(), lang) {
                strange.push(format!("{name}: in {other} and in {lang}"));
            }
        }
    }
    report::assert_none(&strange);
}

#[test]
fn every_quote_of_the_gold_stands_in_its_article() {
    let mut strange = Vec::new();
    for lang in LANGS {
        for (doc, article) in common::gold(lang).iter().zip(common::articles(lang)) {
            for fact in doc["facts"].as_array().into_iter().flatten() {
                if !fact["quote"].as_str().is_some_and(|quote| !quote.is_empty() && article.text.contains(quote)) {
                    strange.push(format!("{}: {} «{}»", article.id, fact["kind"], fact["quote"]));
                }
            }
        }
    }
    report::assert_none(&strange);
}
