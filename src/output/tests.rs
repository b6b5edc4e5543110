//! Hand-made records: the output is tested apart from what finds the facts.

use std::sync::Arc;

use serde_json::Value;

use super::*;
use crate::decimal::Decimal;
use crate::kind::{Bound, FactKind, Office, Status};
use crate::resolve::record::{Election, Fact, Finding, Mention, MentionKind, Name, NameKind, Severity};
use crate::span::Span;

/// Tatweel, a vowel sign, an emoji outside the basic plane, a comma and quotes in the evidence, a line break in the text.
const TEXT: &str = "فــازَ 🗳️ توكاييف\nبنسبة 81.31٪، وقال: \"830046 صوتًا\".";

fn span_of(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn name(name: &str, kind: Option<NameKind>) -> Option<Arc<Name>> {
    Some(Arc::new(Name { name: name.into(), kind, latin: None, aliases: Vec::new() }))
}

fn fact(id: &str, kind: FactKind, evidence: &[&str]) -> Fact {
    Fact {
        id: id.into(),
        election: Some("kz-president-2022-11-20".into()),
        evidence: evidence.iter().map(|words| span_of(words)).collect(),
        confidence: 0.1 + 0.2,
        rule: "results.list_item",
        ..Fact::blank(kind)
    }
}

fn sample() -> (Record, Article) {
    let article = Article { id: "kz".into(), source: Some("a/kz.txt".into()), ..Article::new(TEXT) };
    let mut record = Record::default();
    record.article.id = "kz".into();
    record.article.source = article.source.clone();
    record.article.published = "2022-11-21".parse().ok();
    record.elections.push(Election {
        id: "kz-president-2022-11-20".into(),
        country: Some("KZ".into()),
        office: Some(Office::President),
        date: "2022-11-20".parse().ok(),
        round: Some(1),
        early: Some(true),
    });
    record.facts = vec![
        Fact {
            value: Some(Decimal { digits: 8131, scale: 2 }),
            status: Some(Status::Preliminary),
            subject: name("توكاييف", Some(NameKind::Person)),
            party: name("الائتلاف \"الشعبي\", وحلفاؤه", None),
            ..fact("f1", FactKind::VoteShare, &["81.31٪", "توكاييف"])
        },
        Fact {
            value: Some(Decimal::whole(830_046)),
            value_max: Some(Decimal::whole(900_000)),
            bound: Bound::Range,
            ..fact("f2", FactKind::Votes, &["\"830046 صوتًا\""])
        },
        Fact { subject: name("توكاييف", None), ..fact("f3", FactKind::Winner, &["توكاييف\nبنسبة"]) },
    ];
    record.mentions = vec![Mention {
        kind: MentionKind::Percent,
        span: span_of("81.31٪"),
        value: Some(Decimal { digits: 8131, scale: 2 }),
        unit: None,
        date: None,
    }];
    record.checks = vec![Finding {
        check: "shares_sum",
        severity: Severity::Error,
        message: "shares make 100.3".into(),
        facts: vec!["f1".into()],
        expected: Some(100.0),
        found: Some(100.1 + 0.2),
    }];
    (record, article)
}

fn written(format: Format, options: Options, times: usize) -> String {
    let (record, article) = sample();
    let mut writer = Writer::new(Vec::new(), format, options);
    for _ in 0..times {
        writer.write(&record, &article).unwrap();
    }
    String::from_utf8(writer.finish().unwrap()).unwrap()
}

#[test]
fn json_lines_are_the_contract() {
    let line = written(Format::Jsonl, Options { mentions: true, ..Options::default() }, 1);
    assert_eq!(line.matches('\n').count(), 1);
    for part in [
        r#"{"article":{"id":"kz","source":"a/kz.txt","published":"2022-11-21"},"#,
        r#""elections":[{"id":"kz-president-2022-11-20","country":"KZ","office":"president","date":"2022-11-20","round":1,"early":true}],"#,
        r#""facts":[{"id":"f1","kind":"vote_share","value":81.31,"unit":"percent","bound":"exact","status":"preliminary","subject":{"name":"توكاييف","type":"person"},"#,
        r#""evidence":[{"start":24,"end":30,"text":"81.31٪"},{"start":10,"end":17,"text":"توكاييف"}],"confidence":0.3,"rule":"results.list_item"}"#,
        r#"{"id":"f2","kind":"votes","value":830046,"value_max":900000,"unit":"votes","bound":"range","election""#,
        r#"{"id":"f3","kind":"winner","subject":{"name":"توكاييف"},"election""#,
        r#""mentions":[{"type":"percent","start":24,"end":30,"text":"81.31٪","value":81.31}]"#,
        r#""checks":[{"check":"shares_sum","severity":"error","message":"shares make 100.3","facts":["f1"],"expected":100,"found":100.3}]}"#,
    ] {
        assert!(line.contains(part), "{part}\nnot in\n{line}");
    }
    assert!(!written(Format::Jsonl, Options::default(), 1).contains("mentions"));
}

#[test]
fn evidence_slices_the_text_in_every_unit() {
    for (unit, slice) in [
        (Unit::Chars, (|start, end| TEXT.chars().skip(start).take(end - start).collect()) as fn(usize, usize) -> String),
        (Unit::Bytes, |start, end| TEXT[start..end].to_owned()),
        (Unit::Utf16, |start, end| String::from_utf16(&TEXT.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap()),
    ] {
        let record: Value = serde_json::from_str(&written(Format::Jsonl, Options { offsets: unit, ..Options::default() }, 1)).unwrap();
        for evidence in record["facts"].as_array().unwrap().iter().flat_map(|fact| fact["evidence"].as_array().unwrap()) {
            let at = |key: &str| evidence[key].as_u64().unwrap() as usize;
            assert_eq!(slice(at("start"), at("end")), evidence["text"].as_str().unwrap(), "{unit:?}");
        }
    }
}

#[test]
fn json_is_one_array_however_many_articles() {
    for times in [0, 1, 3] {
        let array: Vec<Value> = serde_json::from_str(&written(Format::Json, Options::default(), times)).unwrap();
        assert_eq!(array.len(), times);
    }
}

#[test]
fn csv_has_one_fact_a_row_and_quotes_what_needs_it() {
    let bytes = written(Format::Csv, Options::default(), 2);
    let mut reader = ::csv::Reader::from_reader(bytes.as_bytes());
    let header = reader.headers().unwrap().clone();
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 6);
    let cell = |row: usize, column: &str| rows[row][header.iter().position(|name| name == column).unwrap()].to_owned();
    assert_eq!(cell(0, "party"), "الائتلاف \"الشعبي\", وحلفاؤه");
    assert_eq!(cell(0, "value"), "81.31");
    assert_eq!(cell(0, "lang"), "");
    assert_eq!(cell(0, "subject_type"), "person");
    assert_eq!(cell(1, "value_max"), "900000");
    assert_eq!(cell(1, "country"), "KZ");
    assert_eq!(cell(1, "confidence"), "0.3");
    assert_eq!(cell(2, "bound"), "");
    assert_eq!(cell(2, "evidence"), "توكاييف\nبنسبة");
    assert!(bytes.contains("\"الائتلاف \"\"الشعبي\"\", وحلفاؤه\""));
    assert!(written(Format::Csv, Options::default(), 0).starts_with("article_id,source,"));
}

#[test]
fn tables_are_plain_in_a_pipe_and_isolated_on_a_terminal() {
    let plain = written(Format::Table, Options::default(), 1);
    assert_eq!(
        plain,
        "kz · 2022-11-21
  kz-president-2022-11-20 round 1 early
  vote_share  81.31% preliminary     توكاييف (الائتلاف \"الشعبي\", وحلفاؤه)  “81.31٪” ×2
  votes       830,046–900,000 votes                                        “\"830046 صوتًا\"”
  winner                             توكاييف                               “توكاييف بنسبة”
  ! shares_sum: shares make 100.3 (f1)
"
    );
    let seen = written(Format::Table, Options { isolates: true, color: true, ..Options::default() }, 1);
    assert!(seen.contains("\u{2068}“81.31٪” ×2\u{2069}") && seen.contains("\u{1b}["));
    let bare: String = seen.chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    let escapes = regex::Regex::new("\u{1b}\\[[0-9;]*m").unwrap();
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    assert_eq!(lines(&escapes.replace_all(&bare, "")), lines(&plain));
}

/// The schema is generated from the types; this holds that it names every key that is written, and no wrong requirement.
#[test]
fn the_schema_covers_what_is_written() {
    let schema = schema();
    let record: Value = serde_json::from_str(&written(Format::Jsonl, Options { mentions: true, ..Options::default() }, 1)).unwrap();
    fits(&record, &schema, &schema);
}

fn fits(value: &Value, schema: &Value, root: &Value) {
    if let Some(reference) = schema["$ref"].as_str() {
        return fits(value, root.pointer(reference.trim_start_matches('#')).unwrap(), root);
    }
    if let Some(other) = schema["anyOf"].as_array().and_then(|of| of.iter().find(|of| of["type"] != "null")) {
        return fits(value, other, root);
    }
    match value {
        Value::Object(object) => {
            for key in schema["required"].as_array().into_iter().flatten() {
                assert!(object.contains_key(key.as_str().unwrap()), "{key} is required, not in {value}");
            }
            for (key, value) in object {
                let property = &schema["properties"][key];
                assert!(property.is_object(), "{key} is not in {schema}");
                fits(value, property, root);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fits(item, &schema["items"], root)),
        _ => {}
    }
}
