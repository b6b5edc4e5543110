//! Who a figure is about: every name of the sentence is a candidate, scored by a few features; the best wins or nobody.

mod after;
mod another;
mod before;
mod leader;
mod role;
mod several;

use super::measure::Measure;
use super::scene::Scene;
use crate::lexicon::Concept;
use crate::mentions::NameType;
use crate::text::Lang;

use after::after;
pub(super) use another::{another_listed, anothers_bracket, of_another, unread};
use before::before;
pub(super) use leader::{getting, leader};
pub(super) use role::{adjectival, beaten, dependent, inside_relative};
pub(super) use several::{contest, each, respectively};

/// A candidate needs this much to be the subject.
const ENOUGH: f32 = 1.0;

/// The index of the subject's name mention, with the score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Attached {
    /// Index into the scene's names.
    pub name: usize,
    /// How well it fits.
    pub score: f32,
    /// Nothing but marks stands between the name and the figure.
    pub direct: bool,
}

/// Whether names of this type can get votes or seats.
pub(super) fn votable(kind: NameType) -> bool {
    !matches!(kind, NameType::Organization | NameType::Place)
}

/// The best subject of measure `at` of its sentence's `list`.
pub(super) fn attach(scene: &Scene, list: &[Measure], at: usize) -> Option<Attached> {
    let measure = &list[at];
    let sentence = *scene.sentence(measure.start);
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let mut best: Option<Attached> = None;
    for k in scene.names_in(start, end) {
        let name = &scene.names[k];
        if !votable(name.kind) {
            continue;
        }
        let (ns, ne) = (name.start as usize, name.end as usize);
        // "The 120-seat Knesset": a body.
        if list.iter().any(|m| m.compound && m.end == ns) {
            continue;
        }
        // «بينهم 118 امرأة، على 128 مقعدا»: those who are counted themselves.
        let counted = |(j, m): (usize, &Measure)| j != at && m.unit == Concept::Group && m.unit_at == ns && m.number.0 < ns;
        if sentence.lang == Lang::Ar && list.iter().enumerate().any(counted) {
            continue;
        }
        // «وصوت الشعب (3)»: the bracket is that of the words before it, whatever they are.
        if ne <= measure.start && sentence.lang == Lang::Ar && anothers_bracket(scene, list, at, ne) {
            continue;
        }
        let (score, direct) = if ne <= measure.start {
            before(scene, list, at, k, sentence.lang)
        } else if ns >= measure.end {
            (after(scene, list, at, k, sentence.lang), false)
        } else {
            continue;
        };
        // Of equal ones the nearer, that is the later one before the figure.
        if score >= ENOUGH && best.is_none_or(|b| score > b.score + 1e-3 || (score - b.score).abs() <= 1e-3 && ne <= measure.start) {
            best = Some(Attached { name: k, score, direct });
        }
    }
    best
}

fn same_unit_between(list: &[Measure], at: usize, from: usize, to: usize) -> usize {
    list.iter().enumerate().filter(|(j, m)| *j != at && m.unit == list[at].unit && m.start >= from && m.end <= to).count()
}

fn is_comma(scene: &Scene, j: usize) -> bool {
    matches!(scene.form(j), "," | "،")
}
