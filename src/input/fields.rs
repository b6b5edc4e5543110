//! The parts of an article under the names that files give them: the same for the keys of JSON and the columns of CSV.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::Article;
use crate::date::PartialDate;
use crate::error::Error;
use crate::text::Lang;

/// A part of an article that a file may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Id,
    Text,
    Title,
    Published,
    Url,
    Lang,
}

const PARTS: [(Part, &str); 6] = [
    (Part::Id, "id"),
    (Part::Text, "text"),
    (Part::Title, "title"),
    (Part::Published, "published"),
    (Part::Url, "url"),
    (Part::Lang, "lang"),
];

/// Names that mean a part where nobody says otherwise, the likelier first; of several the first counts.
const NAMES: [&[&str]; 6] = [
    &["id", "_id", "article_id", "articleid", "doc_id", "uid", "uuid", "guid"],
    &["text", "content", "body", "article", "article_text", "full_text", "fulltext", "maintext", "articlebody", "article_body", "النص"],
    &["title", "headline", "العنوان"],
    &[
        "published",
        "date",
        "published_at",
        "publishedat",
        "publication_date",
        "publish_date",
        "date_publish",
        "published_date",
        "date_published",
        "datepublished",
        "pub_date",
        "pubdate",
        "timestamp",
        "created_at",
        "التاريخ",
    ],
    &["url", "link", "source_url", "permalink", "uri", "الرابط"],
    &["lang", "language"],
];

/// Which name means what.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields {
    said: [Option<String>; 6],
}

impl Fields {
    pub(super) fn set(&mut self, part: &str, name: &str) -> Result<(), Error> {
        let known = || PARTS.map(|(_, name)| name).join(", ");
        let at = PARTS.iter().position(|(_, known)| *known == part);
        let at = at.ok_or_else(|| Error::new(format!("expected one of {} before the =, found {part:?}", known())))?;
        self.said[at] = Some(name.to_owned());
        Ok(())
    }

    /// What a name means, and how likely another one means it rather: 0 is surest.
    pub(super) fn part(&self, name: &str) -> Option<(Part, usize)> {
        let plain = name.trim();
        for (at, (part, _)) in PARTS.into_iter().enumerate() {
            match &self.said[at] {
                Some(said) if said == name => return Some((part, 0)),
                Some(_) => {}
                None => {
                    if let Some(rank) = NAMES[at].iter().position(|known| known.eq_ignore_ascii_case(plain)) {
                        return Some((part, rank));
                    }
                }
            }
        }
        None
    }

    /// The name that the text should have, for messages.
    pub(super) fn text_name(&self) -> &str {
        self.said[Part::Text as usize].as_deref().unwrap_or("text")
    }
}

/// The parts of one record as the file has them.
#[derive(Debug, Default)]
pub(super) struct Found {
    values: [Option<(usize, String)>; 6],
}

impl Found {
    /// Whether a value of this rank would be kept.
    pub(super) fn wants(&self, part: Part, rank: usize) -> bool {
        self.values[part as usize].as_ref().is_none_or(|(known, value)| rank < *known || is_blank(value))
    }

    pub(super) fn put(&mut self, part: Part, rank: usize, value: String) {
        // A blank is nothing, but of a text it shall be said that it is blank.
        let counts = !is_blank(&value) || (part == Part::Text && !self.has(part));
        if counts && self.wants(part, rank) {
            self.values[part as usize] = Some((rank, value));
        }
    }

    pub(super) fn has(&self, part: Part) -> bool {
        self.values[part as usize].is_some()
    }

    /// The article. What cannot be understood of it is told and left out; without a text there is none.
    pub(super) fn article(mut self, fields: &Fields, warnings: &mut Vec<Error>, id: impl FnOnce() -> String) -> Result<Article, Error> {
        let mut take = |part: Part| self.values[part as usize].take().map(|(_, value)| value);
        let name = fields.text_name();
        let text = take(Part::Text).ok_or_else(|| Error::new(format!("expected a `{name}`, found none")))?;
        if is_blank(&text) {
            return Err(Error::new(format!("expected a `{name}`, found an empty one")));
        }
        let published = take(Part::Published).and_then(|value| {
            let date = published(&value);
            if date.is_none() {
                let reason = format!("expected `published` as YYYY-MM-DD, found {value:?}; read without it");
                warnings.push(Error::new(reason));
            }
            date
        });
        let lang = take(Part::Lang).and_then(|name| {
            let lang = lang(&name);
            if lang.is_none() {
                warnings.push(Error::new(format!("expected `lang` to be ar or en, found {name:?}; told from the script instead")));
            }
            lang
        });
        Ok(Article { id: take(Part::Id).unwrap_or_else(id), source: take(Part::Url), title: take(Part::Title), text, published, lang })
    }
}

/// Looks no farther than the first sign that is no space.
fn is_blank(value: &str) -> bool {
    value.chars().all(char::is_whitespace)
}

/// The day that a date of some file means: ISO 8601 with or without a time, its slashes, eight digits, or the date of a mail or feed.
pub(super) fn published(value: &str) -> Option<PartialDate> {
    let value = value.trim();
    let iso = || value.parse::<PartialDate>().ok();
    let slashes = || value.get(..10).filter(|day| day.as_bytes()[4] == b'/').and_then(|day| day.replace('/', "-").parse().ok());
    let digits = || {
        let all = value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit());
        all.then(|| format!("{}-{}-{}", &value[..4], &value[4..6], &value[6..]).parse().ok()).flatten()
    };
    let mail = || {
        let parsed = jiff::fmt::rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_zoned(value).ok()?;
        Some(PartialDate::from(parsed.date()))
    };
    iso().or_else(slashes).or_else(digits).or_else(mail).filter(|date| plausible(*date))
}

/// The day of so many seconds, or milliseconds, since 1970.
pub(super) fn of_epoch(number: i64) -> Option<PartialDate> {
    let seconds = if number.unsigned_abs() >= 100_000_000_000 { number / 1000 } else { number };
    // Smaller numbers are years, or count something else.
    let time = Timestamp::from_second(seconds).ok().filter(|_| seconds >= 100_000_000)?;
    Some(PartialDate::from(time.to_zoned(TimeZone::UTC).date())).filter(|date| plausible(*date))
}

/// Whether there was a press to publish anything, and the century has come. There is no clock here that could tell more.
pub(super) fn plausible(date: PartialDate) -> bool {
    (1700..2100).contains(&date.year)
}

/// A language by its code or name.
pub(super) fn lang(name: &str) -> Option<Lang> {
    let name = name.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    match name.as_str() {
        "ar" | "ara" | "arabic" => Some(Lang::Ar),
        "en" | "eng" | "english" => Some(Lang::En),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_files() {
        for (value, day) in [
            ("2021-04-13", Some("2021-04-13")),
            (" 2021-04-13T22:41:00+02:00", Some("2021-04-13")),
            ("2021-04-13 22:41:00", Some("2021-04-13")),
            ("2021/04/13 22:41", Some("2021-04-13")),
            ("20210413", Some("2021-04-13")),
            ("Tue, 13 Apr 2021 22:41:00 +0200", Some("2021-04-13")),
            ("Tue, 13 Apr 2021 22:41:00 GMT", Some("2021-04-13")),
            ("2021", Some("2021")),
            ("2921-04-13", None),
            ("0001-01-01T00:00:00Z", None),
            ("13/04/2021", None),
            ("99999999", None),
            ("92713", None),
            ("", None),
        ] {
            assert_eq!(published(value).map(|date| date.to_string()).as_deref(), day, "{value:?}");
        }
        assert_eq!(of_epoch(1_618_353_660).map(|date| date.to_string()).as_deref(), Some("2021-04-13"));
        assert_eq!(of_epoch(1_618_353_660_000).map(|date| date.to_string()).as_deref(), Some("2021-04-13"));
        assert_eq!((of_epoch(2021), of_epoch(i64::MIN), of_epoch(i64::MAX)), (None, None, None));
    }

    #[test]
    fn names_are_guessed_or_said() {
        let mut fields = Fields::default();
        assert_eq!(fields.part("Content"), Some((Part::Text, 1)));
        assert_eq!(fields.part("pubDate").map(|(part, _)| part), Some(Part::Published));
        assert_eq!(fields.part("weather"), None);
        fields.set("text", "weather").unwrap();
        assert_eq!((fields.part("weather"), fields.part("content")), (Some((Part::Text, 0)), None));
        assert!(fields.set("txt", "weather").is_err_and(|error| error.to_string().contains("expected one of id, text")));
    }
}
