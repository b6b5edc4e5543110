//! Records → one page for a browser: a file that needs nothing else, in which nothing but our own script can run.
//!
//! What articles say is data and comes in through `data` alone. The page can be read without its script: links lead from facts to
//! words and back. The script only lights up what belongs together, and filters.

mod article;
mod compare;
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

use crate::compare::{Comparison, Report};
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
    let filters = html! { (choice("kind", ui)) (choice("article", ui)) };
    out.write_all(beginning(&ui.word("title_extract"), &filters, ui).into_string().as_bytes())
}

/// One article, the `number`th of the page.
pub(super) fn write(out: &mut impl Write, record: &Record, article: &Article, number: usize, ui: Ui) -> io::Result<()> {
    out.write_all(article::section(record, article, number, ui).into_string().as_bytes())?;
    out.write_all(b"\n")
}

/// All behind the last of `articles` articles.
pub(super) fn end(out: &mut impl Write, articles: usize, ui: Ui) -> io::Result<()> {
    if articles == 0 {
        out.write_all(html! { p.none { (ui.word("no_articles")) } }.into_string().as_bytes())?;
    }
    out.write_all(ending(&html! {}).into_string().as_bytes())
}

/// The whole page of a comparison. `reports` are what was compared, in the same order.
pub(super) fn write_comparisons(out: &mut impl Write, comparisons: &[Comparison], reports: &[Report], ui: Ui) -> io::Result<()> {
    let filters = html! { (compare::verdicts(comparisons, ui)) (choice("kind", ui)) (choice("source", ui)) };
    let page = html! {
        (beginning(&ui.word("title_compare"), &filters, ui))
        (compare::body(comparisons, reports, ui))
        (ending(&compare::dialog(ui)))
    };
    out.write_all(page.into_string().as_bytes())
}

/// From the first byte to where the articles begin.
fn beginning(title: &str, filters: &Markup, ui: Ui) -> Markup {
    html! {
        (DOCTYPE)
        (PreEscaped(format!("<html lang=\"{}\" dir=\"{}\">\n", ui.code(), ui.dir())))
        (head(title))
        (PreEscaped("<body>\n"))
        a.skip href="#main" { (ui.word("skip")) }
        (top(title, filters, ui))
        (PreEscaped("<main id=\"main\" tabindex=\"-1\">\n"))
    }
}

/// From where the articles end to the last byte, with what stands beside them.
fn ending(aside: &Markup) -> Markup {
    html! {
        (PreEscaped("</main>\n"))
        (aside)
        script { (PreEscaped(SCRIPT)) }
        (PreEscaped("</body>\n</html>\n"))
    }
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
            search.filters.scripted aria-label=(ui.word("filters")) hidden {
                (filters)
                label { span { (ui.word("search")) } input type="search" data-filter="text"; }
                output aria-live="polite" data-shown=(ui.word("shown")) data-of=(ui.word("of")) {}
            }
        }
    }
}

/// A field of which the script knows the choices.
fn choice(of: &str, ui: Ui) -> Markup {
    html! { label { span { (ui.word(of)) } select data-filter=(of) { option value="" { (ui.word("all")) } } } }
}

#[cfg(test)]
mod tests;
