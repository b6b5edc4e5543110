//! Mentions → drafts of facts. Rules stand in `rules.toml`; what patterns cannot say is a function with its examples there too.

mod candidacy;
mod context;
mod draft;
mod election_date;
mod figures;
mod measure;
mod place;
mod qualify;
mod relations;
mod row;
mod rule;
mod scene;
mod subject;
mod winner;

use crate::lexicon::{Concept, Concepts};
use crate::mentions::NameType;
use crate::text::Sentence;

pub(crate) use candidacy::AFFILIATION;
pub use draft::{Draft, When};
pub use figures::Reading;
pub(crate) use measure::{Measure, sign_before};
pub use rule::{Cue, Example, Rule, rules};
pub use scene::Scene;

/// All drafts of a text, in its order.
pub fn drafts(scene: &Scene) -> Vec<Draft> {
    let mut out = Vec::new();
    read(scene, |_, readings| out.extend(readings.into_iter().flat_map(|r| r.drafts)));
    relations::read(scene, &mut out);
    out.retain(|draft| draft.kind.is_figure() || context::stands(scene, draft));
    out
}

/// The numbers of a text that count something which stands beside them, in order: no percents, no lengths of time.
pub(crate) fn counts(scene: &Scene) -> impl Iterator<Item = Measure> {
    let all = scene.tagged.text.sentences.iter().flat_map(|sentence| measure::measures(scene, sentence, &[]));
    all.filter(|m| !m.inherited && m.max.is_none() && !matches!(m.unit, Concept::Percent | Concept::Year | Concept::TimeUnit))
}

/// The value of `other_vote` for votes of lawmakers on laws.
const LAWS: i64 = 3;

/// A vote of a club or board, unless the sentence names what only public elections have: "X, a former football star who ran for P".
fn of_another_vote(scene: &Scene, start: usize, end: usize) -> bool {
    let public = const {
        Concepts::of(&[
            Concept::Candidate,
            Concept::Contest,
            Concept::Voter,
            Concept::Polling,
            Concept::Office,
            Concept::Turnout,
            Concept::Counted,
            Concept::Round,
            Concept::Seat,
        ])
    };
    if !scene.has(start, end, Concept::OtherVote) {
        return false;
    }
    // Lawmakers have an office, and vote on laws all the same.
    let people = const { Concepts::of(&[Concept::Voter, Concept::Polling, Concept::Turnout, Concept::Counted]) };
    let told = scene.tagged.concepts_of(scene.tagged.text.sentence_of(start));
    let laws = scene.hits(start, end, Concept::OtherVote).any(|h| h.value == LAWS);
    if told.meet(if laws { people } else { public }) {
        return false;
    }
    // "National Federation Party – 41,830 votes": what a party is called.
    let party = |at: usize| {
        let holds = |k: usize| scene.names[k].kind == NameType::Party && (scene.names[k].end as usize) > at;
        scene.names_in(at.saturating_sub(6).max(start), at + 1).any(holds)
    };
    scene.hits(start, end, Concept::OtherVote).any(|h| !party(h.start as usize))
}

/// The readings of a sentence that is a row or holds the items of a list.
fn rows(scene: &Scene, sentence: &Sentence, carried: &mut figures::Carried) -> Option<Vec<Reading>> {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    // A row of one cell a line is read with its first line.
    let begun = scene.rows.at(start).is_some_and(|row| (row.start as usize) < start);
    if begun || scene.rows.is_header(start) {
        return Some(Vec::new());
    }
    let rows = scene.rows.within(start, end);
    let mut readings: Vec<Reading> = rows.iter().flat_map(|row| row::read(scene, row, carried.headed())).collect();
    let found = readings.iter().any(|reading| !reading.drafts.is_empty());
    match rows {
        [] => return None,
        [row] if row.start == sentence.start => carried.tell(scene, sentence, &readings),
        _ if !found => return None,
        _ => {
            let within = |at: usize| rows.iter().any(|row| (row.start as usize..row.end as usize).contains(&at));
            let others = figures::read(scene, sentence, carried);
            readings.extend(others.into_iter().filter(|reading| !within(reading.measure.number.0)));
            readings.sort_by_key(|reading| reading.measure.number.0);
        }
    }
    Some(readings)
}

/// Calls `each` with every sentence's number and the readings of its figures.
pub fn read(scene: &Scene, mut each: impl FnMut(usize, Vec<Reading>)) {
    let mut carried = figures::Carried::default();
    for (s, sentence) in scene.tagged.text.sentences.iter().enumerate() {
        let range = sentence.range();
        // Of a row its heading says what it is about, and its first line may be nothing but a name.
        let row = scene.rows.at(range.start).is_some();
        let silent = scene.numbers_in(range.start, range.end).is_empty() || !scene.context.electoral(s);
        if silent && !row || of_another_vote(scene, range.start, range.end) {
            figures::pass(scene, sentence, &mut carried);
            continue;
        }
        let mut readings = rows(scene, sentence, &mut carried).unwrap_or_else(|| figures::read(scene, sentence, &mut carried));
        for reading in readings.iter_mut().filter(|r| !r.drafts.is_empty()) {
            reading.drafts.retain(|draft| context::stands(scene, draft));
            if reading.drafts.is_empty() {
                reading.why = "no election is named near it";
            }
        }
        each(s, readings);
    }
}
