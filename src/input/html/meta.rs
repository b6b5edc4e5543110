//! What a page says of itself: JSON-LD, OpenGraph and other meta tags, marked-up times, its address.

use dom_query::{Document, NodeRef};
use serde_json::Value;

use crate::date::PartialDate;
use crate::input::fields::{lang, published};
use crate::text::Lang;

/// What is known of a page beside its body.
#[derive(Debug, Default)]
pub(super) struct Meta {
    pub(super) title: Option<String>,
    pub(super) published: Option<PartialDate>,
    pub(super) lang: Option<Lang>,
    pub(super) url: Option<String>,
}

/// Names of meta tags that tell when a page was published, the more careful ones first.
const DATES: [&str; 24] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "published_time",
    "datepublished",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "article_date_original",
    "publish-date",
    "publish_date",
    "publishdate",
    "pubdate",
    "pub_date",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "date",
];
const TITLES: [&str; 3] = ["og:title", "twitter:title", "dc.title"];
const LANGS: [&str; 4] = ["og:locale", "content-language", "inlanguage", "language"];
/// Types of schema.org that an article may have; others speak of the site, of pictures, of breadcrumbs.
const ARTICLES: [&str; 13] = [
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "BackgroundNewsArticle",
    "OpinionNewsArticle",
    "ReviewNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "SocialMediaPosting",
    "Report",
    "TechArticle",
    "WebPage",
];
/// Objects within objects are followed no deeper.
const DEPTH: usize = 6;

/// Reads it. A day after `captured`, or one that no press has seen, is refused, and the next source is asked.
pub(super) fn read(document: &Document, url: Option<&str>, captured: Option<PartialDate>) -> Meta {
    let tags = tags(document);
    let tag = |names: &[&str]| names.iter().find_map(|name| tags.iter().find(|(known, _)| known == name)).map(|(_, value)| value.as_str());
    let linked = linked(document);
    let ld = |key: &str| linked.as_ref().and_then(|object| object.get(key)).and_then(string);
    let canonical = || attribute(document, "link[rel=canonical]", "href");
    let address = |value: &Value| value.as_str().or(value.get("@id").and_then(Value::as_str)).map(str::to_owned);
    let url = [
        url.map(str::to_owned),
        canonical(),
        tag(&["og:url"]).map(str::to_owned),
        ld("url").map(str::to_owned),
        linked.as_ref().and_then(|object| object.get("mainEntityOfPage")).and_then(address),
    ]
    .into_iter()
    .flatten()
    .find(|url| url.starts_with("http://") || url.starts_with("https://"));

    let not_later = |date: &PartialDate| captured.is_none_or(|captured| *date <= next_day(captured));
    let day = |value: &str| published(value).filter(not_later);
    let published = ld("datePublished")
        .and_then(day)
        .or_else(|| DATES.iter().flat_map(|name| tags.iter().filter(move |(known, _)| known == name)).find_map(|(_, value)| day(value)))
        .or_else(|| marked_times(document).iter().find_map(|value| day(value)))
        .or_else(|| url.as_deref().and_then(in_address).filter(not_later));

    let lang = [ld("inLanguage").map(str::to_owned), attribute(document, "html[lang]", "lang"), tag(&LANGS).map(str::to_owned)];
    let title = ld("headline").or_else(|| tag(&TITLES)).map(str::to_owned).or_else(|| element(document, "title"));
    Meta {
        title: title.map(|title| without_site(document, &spaced(&title))).filter(|title| !title.is_empty()),
        published,
        lang: lang.into_iter().flatten().find_map(|name| self::lang(&name)),
        url,
    }
}

/// Names (in small letters) and values of all meta tags, by `property`, `name`, `itemprop` and `http-equiv`.
fn tags(document: &Document) -> Vec<(String, String)> {
    let mut tags = Vec::new();
    for node in document.select("meta[content], [itemprop=datePublished][content]").nodes() {
        let Some(content) = node.attr("content").filter(|content| !content.trim().is_empty()) else { continue };
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = node.attr(key) {
                tags.push((name.trim().to_ascii_lowercase(), content.to_string()));
            }
        }
    }
    tags
}

/// The object of JSON-LD that is the article, the surest type first.
fn linked(document: &Document) -> Option<Value> {
    let mut best: Option<(usize, Value)> = None;
    for script in document.select("script[type=\"application/ld+json\"]").nodes() {
        let text = script.text();
        let text = text.trim().trim_start_matches("<![CDATA[").trim_end_matches("]]>").trim();
        // What is no JSON is no JSON-LD; pages without any are as common.
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            look_for_article(value, DEPTH, &mut best);
        }
    }
    best.map(|(_, object)| object)
}

fn look_for_article(value: Value, depth: usize, best: &mut Option<(usize, Value)>) {
    match value {
        Value::Array(values) if depth > 0 => values.into_iter().for_each(|value| look_for_article(value, depth - 1, best)),
        Value::Object(mut object) => {
            for key in ["@graph", "mainEntity", "hasPart"] {
                if let Some(inside) = object.remove(key).filter(|_| depth > 0) {
                    look_for_article(inside, depth - 1, best);
                }
            }
            let kinds = match object.get("@type") {
                Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
                Some(Value::String(kind)) => vec![kind.as_str()],
                _ => Vec::new(),
            };
            let rank = ARTICLES.iter().position(|known| kinds.iter().any(|kind| kind.rsplit('/').next() == Some(known)));
            if let Some(rank) = rank
                && best.as_ref().is_none_or(|(known, _)| rank < *known)
            {
                *best = Some((rank, Value::Object(object)));
            }
        }
        _ => {}
    }
}

fn string(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text),
        Value::Array(values) => values.first().and_then(Value::as_str),
        _ => None,
    }
}

/// The times that stand with the article, those that are marked as its publication first.
fn marked_times(document: &Document) -> Vec<String> {
    let aside = |node: &NodeRef| {
        let within = |name: &str| matches!(name, "nav" | "aside" | "footer");
        node.ancestors_it(None).any(|ancestor| ancestor.node_name().is_some_and(|name| within(&name)))
    };
    let mut times: Vec<String> = Vec::new();
    for selector in ["time[itemprop=datePublished], time[pubdate]", "time[datetime]"] {
        let found = document.select(selector);
        times.extend(
            found.nodes().iter().take(20).filter(|node| !aside(node)).filter_map(|node| node.attr("datetime")).map(|it| it.to_string()),
        );
    }
    times
}

/// The day in an address such as `/2021/04/13/` or `/2021-04-13-`: never a bare number, which is an article's id.
fn in_address(url: &str) -> Option<PartialDate> {
    let path = url.split(['?', '#']).next()?.splitn(4, '/').nth(3)?;
    let parts: Vec<&str> = path.split(['/', '-', '_']).collect();
    let number = |part: &str, digits: &[usize]| -> Option<i16> {
        (digits.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())).then(|| part.parse().ok()).flatten()
    };
    parts.windows(3).find_map(|window| {
        let year = number(window[0], &[4]).filter(|year| (1990..2100).contains(year))?;
        let (month, day) = (number(window[1], &[1, 2])?, number(window[2], &[1, 2])?);
        PartialDate::day(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
    })
}

/// Zones differ: what was fetched on one day was published on the next somewhere.
fn next_day(day: PartialDate) -> PartialDate {
    day.civil().and_then(|date| date.tomorrow().ok()).map_or(day, PartialDate::from)
}

/// A title without the name of its site, which comes with it behind a mark: as the heading of the page has it, or what is before.
fn without_site(document: &Document, title: &str) -> String {
    let headings = document.select("h1, h2");
    let heading = headings.nodes().iter().take(20).map(|node| spaced(&node.text())).find(|heading| {
        // Headings that are the title, whatever marks and names are around them there.
        heading.chars().count() >= 8 && title.contains(heading.as_str())
    });
    if let Some(heading) = heading {
        return heading;
    }
    let parts = [" | ", " - ", " – ", " — ", " :: ", " » "].iter().find_map(|mark| title.rsplit_once(mark));
    match parts {
        // A site's name is shorter than what it reports.
        Some((before, site)) if before.split_whitespace().count() >= 3 && site.split_whitespace().count() <= 4 => before.trim().to_owned(),
        _ => title.to_owned(),
    }
}

fn element(document: &Document, selector: &str) -> Option<String> {
    document.select(selector).nodes().first().map(|node| node.text().to_string())
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    document.select(selector).nodes().first()?.attr(name).map(|value| value.to_string())
}

/// With one space for any.
fn spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_tells_a_day_and_an_id_does_not() {
        for (url, day) in [
            ("https://a.example/world/2021/04/13/title-12345", Some("2021-04-13")),
            ("https://a.example/2021-04-13-title.html", Some("2021-04-13")),
            ("https://a.example/2021/4/3/x", Some("2021-04-03")),
            ("https://a.example/2021/04/92713", None),
            ("https://a.example/20210413", None),
            ("https://a.example/news/2882015", None),
            ("https://a.example/2021/13/45/x", None),
            ("https://a.example/9021/04/13/x", None),
            ("https://2021/04/13", None),
        ] {
            assert_eq!(in_address(url).map(|date| date.to_string()).as_deref(), day, "{url}");
        }
    }

    #[test]
    fn impossible_dates_are_refused() {
        let read = |html: &str, captured: Option<&str>| {
            let captured = captured.map(|day| day.parse().unwrap());
            super::read(&Document::from(html), None, captured).published.map(|date| date.to_string())
        };
        let page = "<meta property='article:published_time' content='2921-04-14'><time datetime='2021-04-14T10:00'>";
        assert_eq!(read(page, None).as_deref(), Some("2021-04-14"));
        let page = "<meta name=date content='2023-01-02'><meta name=pubdate content='2021-01-02'>";
        assert_eq!(read(page, None).as_deref(), Some("2021-01-02"));
        assert_eq!(read("<meta name=date content='2023-01-02'>", Some("2022-05-01")), None);
        assert_eq!(read("<meta name=date content='2022-05-02'>", Some("2022-05-01")).as_deref(), Some("2022-05-02"));
        assert_eq!(read("<nav><time datetime='2021-04-14'></time></nav>", None), None);
    }
}
