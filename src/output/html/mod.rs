//! Records → one page for a browser: a file that needs nothing else, in which nothing but our own script can run.
//!
//! What articles say is data and comes in through `data` alone. The page can be read without its script: links lead from facts to
//! words and back. The script only lights up what belongs together, and filters.

mod article;
mod data;
mod election;
mod figure;
mod labels;
mod text;

pub use labels::Ui;

use std::io::{self, Write};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use once_cell::sync::Lazy;
use sha2::{Digest, Sha256};

use crate::input::Article;
use crate::resolve::record::Record;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Nothing is loaded, sent or run but the two texts of these hashes.
static POLICY: Lazy<String> = Lazy::new(|| {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'; \
require-trusted-types-for 'script'; trusted-types 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
});

/// All before the first article.
pub(super) fn begin(out: &mut impl Write, ui: Ui) -> io::Result<()> {
    let title = ui.word("title_extract");
    let head = html! {
        (DOCTYPE)
        (PreEscaped(format!("<html lang=\"{}\" dir=\"{}\">\n", ui.code(), ui.dir())))
        (head(&title))
        (PreEscaped("<body>\n"))
        a.skip href="#main" { (ui.word("skip")) }
        (top(&title, &filters(&["kind", "article"], ui), ui))
        (PreEscaped("<main id=\"main\">\n"))
    };
    out.write_all(head.into_string().as_bytes())
}

/// One article, the `number`th of the page.
pub(super) fn write(out: &mut impl Write, record: &Record, article: &Article, number: usize, ui: Ui) -> io::Result<()> {
    out.write_all(article::section(record, article, number, ui).into_string().as_bytes())?;
    out.write_all(b"\n")
}

/// All behind the last of `articles` articles.
pub(super) fn end(out: &mut impl Write, articles: usize, ui: Ui) -> io::Result<()> {
    let end = html! {
        @if articles == 0 { p.none { (ui.word("no_articles")) } }
        (PreEscaped("</main>\n"))
        script { (PreEscaped(SCRIPT)) }
        (PreEscaped("</body>\n</html>\n"))
    };
    out.write_all(end.into_string().as_bytes())
}

/// The policy comes first: it holds for what follows it.
fn head(title: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(*POLICY);
            meta name="referrer" content="no-referrer";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="generator" content={ "hasila " (env!("CARGO_PKG_VERSION")) };
            title { (title) " · hasila" }
            style { (PreEscaped(STYLE)) }
        }
    }
}

fn top(title: &str, filters: &Markup, ui: Ui) -> Markup {
    html! {
        header.top {
            h1 { (title) }
            button.theme.scripted type="button" hidden { span aria-hidden="true" { "◐" } " " (ui.word("theme")) }
            (filters)
        }
    }
}

/// The fields that the script fills and obeys: one for each of `choices`, and one for text.
fn filters(choices: &[&str], ui: Ui) -> Markup {
    html! {
        search.filters.scripted aria-label=(ui.word("filters")) hidden {
            @for choice in choices {
                label { span { (ui.word(choice)) } select data-filter=(choice) { option value="" { (ui.word("all")) } } }
            }
            label { span { (ui.word("search")) } input type="search" data-filter="text"; }
            output aria-live="polite" data-shown=(ui.word("shown")) data-of=(ui.word("of")) {}
        }
    }
}
