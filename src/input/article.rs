//! One article as every later stage sees it.

use serde::{Deserialize, Serialize};

use crate::date::PartialDate;
use crate::text::Lang;

/// A news article. `text` is what evidence offsets refer to; the title, where it is given apart, only helps to read it.
///
/// ```
/// let article = hasila::Article::new("Turnout was 69.44%.");
/// assert_eq!(article.text, "Turnout was 69.44%.");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Article {
    /// Unique in its source: the JSON line's `id`, or the file's stem.
    pub id: String,
    /// URL or path it was read from; none where a record with an id gives no URL.
    pub source: Option<String>,
    /// The title, where the source gives it apart from the text.
    pub title: Option<String>,
    /// The body.
    pub text: String,
    /// Day of publication; what "yesterday" is counted from.
    pub published: Option<PartialDate>,
    /// The main language, where the source names it; else it is told from the script.
    pub lang: Option<Lang>,
}

impl Article {
    /// An article of which only the text is known.
    pub fn new(text: impl Into<String>) -> Self {
        Article { text: text.into(), ..Article::default() }
    }
}
