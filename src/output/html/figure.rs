//! Figures for people: the amount in words, the bar of a share.

use maud::{Markup, html};

use super::labels::Ui;
use crate::decimal::grouped;
use crate::kind::{Bound, snake};

/// `about 24,254,152 voters`, `10–15 seats`, `81.31%`. `value` and `max` are plain decimals; `unit` is empty where nothing is counted.
pub(super) fn amount(value: &str, max: Option<&str>, unit: &str, bound: Bound, ui: Ui) -> String {
    let mut amount = match bound {
        Bound::About | Bound::Over | Bound::Under => ui.label("bound", &snake(&bound)).into_owned() + " ",
        Bound::Exact | Bound::Range => String::new(),
    };
    amount += &grouped(value);
    if let Some(max) = max {
        amount += "–";
        amount += &grouped(max);
    }
    match unit {
        "" => amount,
        "percent" => amount + &ui.label("unit", unit),
        _ => amount + " " + &ui.label("unit", unit),
    }
}

/// A bar as long as `percent` of its place; nothing for what is no share. A drawing, not a style: it needs no leave of the page's
/// policy, and is printed.
pub(super) fn bar(percent: f64) -> Markup {
    html! {
        @if (0.0..=100.0).contains(&percent) {
            svg.bar aria-hidden="true" { rect width={ (percent) "%" } height="100%" {} }
        }
    }
}
