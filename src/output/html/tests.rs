//! Pages of hostile articles: nothing in them is markup, every link leads somewhere, every mark is the words of its facts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::prelude::*;
use regex::Regex;

use super::text::Marks;
use super::*;
use crate::compare::{Comparison, Report, Row, Value, Verdict, ids as compare_ids};
use crate::decimal::Decimal;
use crate::kind::FactKind;
use crate::resolve::record::{Election, Fact, Finding, Name, Severity};
use crate::span::Span;
use crate::text::Lang;

/// What an article would say to break out of its place.
const HOSTILE: &str = "</script><script>alert(1)</script>\n<!-- <b onclick='x'> \" ' ]]> &lt; &#60;\u{0}\u{1b}[31m\n\
\u{202E}13.18% 81.31%\u{202C}\u{2069}\u{2028}javascript:alert(2) {{x}} `${x}` <img src=x onerror=alert(3)> نعم";

fn name(words: &str) -> Option<Arc<Name>> {
    Some(Arc::new(Name { name: words.into(), kind: None, latin: None, aliases: Vec::new() }))
}

/// A record of `text` that puts its words wherever a record can have words.
fn sample(text: &str, spans: &[Span]) -> (Record, Article) {
    let article = Article { id: text.into(), source: Some(format!("javascript:{text}")), ..Article::new(text) };
    let mut record = Record::default();
    record.article.id = text.into();
    record.article.title = Some(text.into());
    record.article.source = article.source.clone();
    record.article.lang = Some(Lang::Ar);
    record.facts = spans
        .iter()
        .enumerate()
        .map(|(i, span)| Fact {
            id: format!("f{i}"),
            value: Some(Decimal { digits: 8131, scale: 2 }),
            subject: name(text),
            party: name(text),
            place: name(text),
            election: Some(text.into()),
            evidence: vec![*span],
            ..Fact::blank(FactKind::VoteShare)
        })
        .collect();
    record.checks = vec![Finding {
        check: "shares_sum",
        severity: Severity::Error,
        message: text.into(),
        facts: record.facts.iter().map(|fact| fact.id.clone()).collect(),
        expected: None,
        found: None,
    }];
    (record, article)
}

/// A comparison of two such records, the second one read back without its text.
fn comparison(text: &str, spans: &[Span], ui: Ui) -> String {
    let (record, article) = sample(text, spans);
    let first = Report::new(record.clone(), article);
    let second = Report { record, quotes: first.quotes.clone(), text: None };
    let reports = [first, second];
    let ids = compare_ids(&reports);
    let named = || name(text).map(Arc::unwrap_or_clone);
    let values = |fact: &Fact| {
        let value = |(origin, article): (usize, &String)| Value {
            article: article.clone(),
            origin,
            group: origin,
            value: fact.value,
            value_max: None,
            bound: None,
            status: None,
            date: None,
            date_end: None,
            subject: named(),
            party: named(),
            place: named(),
            confidence: 0.9,
            fact: fact.id.clone(),
            evidence: Vec::new(),
        };
        ids.iter().enumerate().map(value).collect()
    };
    let row = |fact: &Fact| Row {
        kind: fact.kind,
        unit: Some("percent"),
        subject: named(),
        place: named(),
        verdict: Verdict::Conflict,
        note: Some(text.into()),
        values: values(fact),
    };
    let compared = Comparison {
        election: Election { id: text.into(), country: Some(text.into()), office: None, date: None, round: None, early: None },
        articles: ids.clone(),
        rows: reports[0].record.facts.iter().map(row).collect(),
    };
    let mut out = Vec::new();
    write_comparisons(&mut out, &[compared], &reports, ui).unwrap();
    String::from_utf8(out).unwrap()
}

fn page(text: &str, spans: &[Span], ui: Ui) -> String {
    let (record, article) = sample(text, spans);
    let mut out = Vec::new();
    begin(&mut out, ui).unwrap();
    write(&mut out, &record, &article, 1, ui).unwrap();
    end(&mut out, 1, ui).unwrap();
    String::from_utf8(out).unwrap()
}

/// What a browser would be given to build: the page without the style and script that are ours, and without words.
fn tags(page: &str) -> Vec<String> {
    static TAG: Lazy<Regex> = Lazy::new(|| Regex::new("<[^>]*>").unwrap());
    let page = page.replace(STYLE, "").replace(SCRIPT, "");
    TAG.find_iter(&page).map(|tag| tag.as_str().to_owned()).collect()
}

fn attributes(page: &str, wanted: &str) -> Vec<String> {
    static ATTRIBUTE: Lazy<Regex> = Lazy::new(|| Regex::new(" ([a-z-]+)=\"([^\"]*)\"").unwrap());
    let tags = tags(page).join("");
    ATTRIBUTE.captures_iter(&tags).filter(|found| &found[1] == wanted).map(|found| found[2].to_owned()).collect()
}

/// The words of each mark, by the row that it is for.
fn marked(page: &str) -> BTreeMap<String, String> {
    let mut words = BTreeMap::<String, String>::new();
    for found in Regex::new("<mark id=\"[^\"]*\" data-for=\"([^\"]*)\"><a href=\"#[^\"]*\">([^<]*)</a></mark>").unwrap().captures_iter(page)
    {
        for row in found[1].split(' ') {
            words.entry(row.to_owned()).or_default().push_str(&found[2]);
        }
    }
    words
}

#[test]
fn what_an_article_says_is_no_markup() {
    static QUOTED: Lazy<Regex> = Lazy::new(|| Regex::new("\"[^\"]*\"").unwrap());
    for ui in [Ui::En, Ui::Ar] {
        for make in [page, comparison] {
            let page = make(HOSTILE, &[Span::new(0, 9), Span::new(3, HOSTILE.len())], ui);
            assert_eq!(page.matches("<script").count(), 1);
            assert_eq!(page.matches("</script").count(), 1);
            assert_eq!(page.matches("<style").count(), 1);
            for never in ["<img", "<b ", "<!--", "]]>", "\u{0}", "\u{1b}", "\u{202E}", "\u{2028}", "href=\"javascript"] {
                assert!(!page.replace(SCRIPT, "").contains(never), "{never}");
            }
            assert!(attributes(&page, "href").iter().all(|href| href.starts_with('#')));
            assert!(tags(&page).iter().all(|tag| !QUOTED.replace_all(tag, "").contains(" on")));
        }
    }
}

#[test]
fn a_record_without_its_text_shows_its_quotes() {
    let text = "A got 81.31% and B 6.8%.";
    let page = comparison(text, &[Span::new(6, 12), Span::new(19, 23)], Ui::En);
    let marked = marked(&page);
    // Of the text, and of the record read back.
    assert_eq!(marked["e1-r1"], "81.31%81.31%");
    assert_eq!(marked["e1-r2"], "6.8%6.8%");
    assert_eq!(page.matches("The text is not at hand").count(), 1);
    let links: BTreeSet<String> = attributes(&page, "href").into_iter().collect();
    for link in ["#s1-m1", "#s2-m1", "#s1", "#s2", "#e1-r1"] {
        assert!(links.contains(link), "{link} not in {links:?}");
    }
}

#[test]
fn our_own_parts_cannot_end_early() {
    assert!(!SCRIPT.contains("</") && !SCRIPT.contains("<!--") && !STYLE.contains("</"));
    // Nothing makes markup of words, nothing asks the network.
    for never in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(", "fetch(", "import("] {
        assert!(!SCRIPT.contains(never), "{never}");
    }
    assert!(!STYLE.contains("url(") && !STYLE.contains("@import"));
}

#[test]
fn marks_are_the_words_of_their_facts() {
    let text = "Title\n\nA got 81.31% of the\nvotes, B 6.8%.";
    let at = |words: &str| Span::new(text.find(words).unwrap(), text.find(words).unwrap() + words.len());
    // One inside another, two that overlap, one over a line's end, one that is not of the text.
    let spans = [at("81.31%"), at("got 81.31% of"), at("% of the\nvotes"), at("6.8%"), Span::new(400, 410)];
    let page = page(text, &spans, Ui::En);
    let marked = marked(&page);
    let words: Vec<&str> = marked.values().map(String::as_str).collect();
    assert_eq!(words, ["81.31%", "got 81.31% of", "% of thevotes", "6.8%"]);
    assert_eq!(marked.keys().collect::<Vec<_>>(), ["a1-f1", "a1-f2", "a1-f3", "a1-f4"]);
    // The innermost fact is what a click on the words leads to.
    assert!(page.contains("data-for=\"a1-f1 a1-f2\"><a href=\"#a1-f1\">81.31</a>"), "{page}");
}

#[test]
fn a_title_that_is_a_line_of_the_text_is_shown_once() {
    let title = "Turnout was 69.44%";
    let (mut record, article) = sample("Turnout was 69.44%\n\nMore.", &[Span::new(12, 18)]);
    record.article.title = Some(title.into());
    record.article.source = None;
    let marks = Marks::new(&article.text, "a1", [(Span::new(12, 18), "a1-f1")]);
    let shown = article::heading(&marks, "x", &record.article, Ui::En).into_string()
        + &article::text(&marks, &record.article, Ui::En).into_string();
    assert_eq!(shown.matches("Turnout").count(), 1, "{shown}");
    assert!(shown.contains("Turnout was <mark"), "{shown}");
}

#[test]
fn paragraphs_have_their_direction() {
    let text = "AFP: قال الفائز.\n2022\nWinners: A, 5%.";
    let marks = Marks::new(text, "a1", []);
    let paragraphs = marks.paragraphs(0, Lang::Ar).into_string();
    assert_eq!(paragraphs, "<p>AFP: قال الفائز.\n</p><p>2022\n</p><p lang=\"en\" dir=\"ltr\">Winners: A, 5%.</p>".replace("\n", " "));
}

#[test]
fn a_page_without_articles_is_one() {
    let mut out = Vec::new();
    begin(&mut out, Ui::Ar).unwrap();
    end(&mut out, 0, Ui::Ar).unwrap();
    let page = String::from_utf8(out).unwrap();
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"ar\" dir=\"rtl\">") && page.ends_with("</html>\n"));
    assert!(page.contains("لم تقرأ أي مقالات"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// The same page, but for the words, whether an article holds markup or letters in its place.
    #[test]
    fn any_text_makes_the_same_page(
        text in "([a-z ]|[<>&\"'=/!;-]|</?script>|<!--|-->|on[a-z]=|\u{202E}|\u{2069}|\r|\n|نعم|[0-9]%){0,60}",
        cuts in prop::collection::vec((0usize..80, 0usize..40), 0..5),
    ) {
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let spans: Vec<Span> = cuts.iter().map(|&(start, len)| Span::new(floor(start), floor(start + len))).collect();
        let harmless: String = text.chars().map(|c| if c.is_ascii_punctuation() { '1' } else { c }).collect();
        static WORDS: Lazy<Regex> = Lazy::new(|| Regex::new(" (title|aria-label)=\"[^\"]*\"").unwrap());
        let without_words = |page: &str| tags(page).iter().map(|tag| WORDS.replace_all(tag, "").into_owned()).collect::<Vec<_>>();
        for make in [page, comparison] {
            let shown = make(&text, &spans, Ui::En);
            prop_assert_eq!(without_words(&shown), without_words(&make(&harmless, &spans, Ui::En)));
            // Every link leads somewhere, and no id is given twice.
            let ids = attributes(&shown, "id");
            let unique: BTreeSet<&String> = ids.iter().collect();
            prop_assert_eq!(ids.len(), unique.len());
            for href in attributes(&shown, "href") {
                prop_assert!(unique.contains(&href[1..].to_owned()), "{}", href);
            }
        }
    }
}
