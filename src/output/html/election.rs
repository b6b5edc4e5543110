//! An election in words: `Kazakhstan · presidential election · 2022-11-20 · early`.

use maud::{Markup, html};

use super::data::Data;
use super::labels::Ui;
use crate::kind::snake;
use crate::lexicon::country_name;
use crate::resolve::record::Election;
use crate::text::Lang;

/// What is known of it, from country to date.
pub(super) fn described(election: &Election, ui: Ui) -> Markup {
    let lang = match ui {
        Ui::En => Lang::En,
        Ui::Ar => Lang::Ar,
    };
    html! {
        @if let Some(code) = &election.country { (Data(&country_name(code, lang).unwrap_or_else(|| code.to_owned()))) " · " }
        @match election.office {
            Some(office) => (ui.label("office", &snake(&office))),
            None => (ui.word("unknown")),
        }
        @if let Some(date) = election.date { " · " time { (date) } }
        @if let Some(round) = election.round { " · " (ui.word("round")) " " (round) }
        @if election.early == Some(true) { " · " (ui.word("early")) }
    }
}
