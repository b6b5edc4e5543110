//! An election in words: `Kazakhstan · presidential election · 2022-11-20 · early`.

use super::labels::Ui;
use crate::kind::snake;
use crate::lexicon::country_name;
use crate::resolve::record::Election;
use crate::text::Lang;

/// What is known of it, from country to date.
pub(super) fn described(election: &Election, ui: Ui) -> String {
    let lang = match ui {
        Ui::En => Lang::En,
        Ui::Ar => Lang::Ar,
    };
    let country = election.country.as_deref().map(|code| country_name(code, lang).unwrap_or_else(|| code.to_owned()));
    let office = election.office.map_or_else(|| ui.word("unknown").into_owned(), |office| ui.label("office", &snake(&office)).into_owned());
    let date = election.date.map(|date| date.to_string());
    let round = election.round.map(|round| format!("{} {round}", ui.word("round")));
    let early = (election.early == Some(true)).then(|| ui.word("early").into_owned());
    [country, Some(office), date, round, early].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
