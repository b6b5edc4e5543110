//! Signs that a figure is that of somebody else, named behind it or not known.

use super::is_comma;
use crate::facts::measure::Measure;
use crate::facts::scene::Scene;
use crate::lexicon::{Concept, Hit};
use crate::text::Kind;

/// The figure stands in a bracket behind words with و that come behind another figure, and the name ends before them.
pub(in crate::facts) fn anothers_bracket(scene: &Scene, list: &[Measure], at: usize, ne: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|k| &list[k]).filter(|m| m.unit == list[at].unit) else { return false };
    let open = list[at].start - 1;
    let from = before.end + usize::from(scene.form(before.end) == ")");
    let from = from + usize::from(is_comma(scene, from));
    scene.form(open) == "("
        && ne <= from
        && from < open
        && open - from <= 3
        && (scene.form(from).starts_with('و') || scene.form(from).starts_with("فال"))
        && scene.form(from).chars().count() > 3
        && (from..open)
            .all(|j| scene.tagged.text.tokens[j].kind == Kind::Word && !scene.is(j, Concept::Previous) && !scene.is(j, Concept::TimeUnit))
}

/// «46 مقعدا، وتقدم 36 مقعدا، ودولة القانون 29»: between two figures stand only a word with و and perhaps one or two more, none of which leads to
/// a figure: who else got it, whatever the words are known for.
pub(in crate::facts) fn another_listed(scene: &Scene, from: usize, to: usize) -> bool {
    let from = (from..to).find(|&j| !is_comma(scene, j) && scene.form(j) != ")").unwrap_or(to);
    let leading = |h: &Hit| {
        matches!(
            h.concept,
            Concept::About
                | Concept::Over
                | Concept::Under
                | Concept::Share
                | Concept::With
                | Concept::Got
                | Concept::Won
                | Concept::Lost
                | Concept::Against
                | Concept::Function
                | Concept::Clause
                | Concept::In
                | Concept::Prep
                | Concept::OfThem
                | Concept::Between
                | Concept::Only
                | Concept::Previous
                | Concept::TimeUnit
                | Concept::OutOf
                | Concept::Seat
                | Concept::Number
                | Concept::Scale
                | Concept::CountWord
                | Concept::Each
        )
    };
    let words = to.saturating_sub(from);
    (1..=3).contains(&words)
        && scene.tagged.text.tokens[from].arabic
        && scene.form(from).starts_with('و')
        && scene.form(from).chars().count() > 3
        && (from..to).all(|j| scene.tagged.text.tokens[j].kind == Kind::Word && !scene.tagged.at(j).iter().any(leading))
}

/// An Arabic word with و among tokens `from..to`, before a figure, of which nothing is known: somebody's name.
pub(in crate::facts) fn unread(scene: &Scene, from: usize, to: usize) -> bool {
    // «17,87 % ثم كان حاميدو بابا 8,71 %».
    let then = |j: usize| scene.form(j) == "ثم" && (j + 1..to).any(|i| scene.tagged.at(i).is_empty() && !scene.tagged.words[i].common);
    (from..to).any(|j| {
        if then(j) {
            return true;
        }
        let word = scene.tagged.words[j];
        scene.tagged.text.tokens[j].arabic
            && scene.form(j).starts_with('و')
            && scene.form(j).chars().count() > 3
            && !word.tagged
            // A common word only where it stands at the figure: «23 مقعدا ومستقبل مصر 17 مقعدا».
            && (!word.common || scene.tagged.at(j).is_empty() && to - j <= 3)
    })
}

/// From "against" to its figure, and from the figure to "for", in tokens: another figure may stand between.
pub(super) const AGAINST: usize = 10;

/// "Against N for Y", مقابل N لـY, "against N votes, or S percent, for Y": whose the figure is stands behind it.
pub(in crate::facts) fn of_another(scene: &Scene, measure: &Measure) -> bool {
    led_to(scene, measure).is_some()
}

/// The word, "for" or one with لـ, that leads from a figure behind "against" to whose it is. Only another figure stands between.
pub(super) fn led_to(scene: &Scene, measure: &Measure) -> Option<usize> {
    let sentence = scene.sentence(measure.start);
    let arabic = |j: usize| scene.tagged.text.tokens.get(j).is_some_and(|t| t.arabic);
    let from = measure.start.saturating_sub(AGAINST).max(sentence.start as usize);
    let against = scene.hits(from, measure.start, Concept::Against).next_back()?;
    let (start, end) = (against.end as usize, (measure.end + AGAINST).min(sentence.end as usize));
    let figures = |from: usize, to: usize| {
        let verb = |h: &Hit| matches!(h.concept, Concept::Got | Concept::Won | Concept::Lost | Concept::Said | Concept::Against);
        scene.names_in(from, to).is_empty() && !scene.tagged.within(from, to).iter().any(verb)
    };
    let near = scene.cost(start, measure.start) <= 1.0 || (start..measure.start).any(|j| scene.tagged.is_digits(j));
    let to = (measure.end..end).find(|&j| scene.form(j) == "for" || scene.form(j).starts_with('ل') && arabic(j))?;
    (start <= measure.start && near && figures(start, measure.start) && figures(measure.end, to)).then_some(to)
}
