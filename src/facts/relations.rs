//! Facts without a figure, sentence by sentence: winners, candidacies, dates of voting. What these share stands here.

use super::draft::{Draft, When};
use super::rule::rule;
use super::scene::Scene;
use super::{candidacy, election_date, place, qualify, winner};
use crate::kind::{Bound, FactKind};
use crate::lexicon::{Concept, Hit};
use crate::mentions::NameType;
use crate::span::Span;
use crate::text::{Lang, Sentence};

/// A figure of the sentence, as relations look at it: its token, kind, value and subject. A won share or seat is no won election.
pub(super) type Figure = (usize, FactKind, f64, Option<usize>);

/// Adds the relations of every sentence to the figures read so far.
pub(super) fn read(scene: &Scene, drafts: &mut Vec<Draft>) {
    let mut all: Vec<Figure> = drafts.iter().map(|d| (d.token, d.kind, d.value.map_or(0.0, |v| v.to_f64()), d.subject)).collect();
    all.sort_by_key(|figure| figure.0);
    for (s, sentence) in scene.tagged.text.sentences.iter().enumerate() {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        if !scene.context.electoral(s) || super::of_another_vote(scene, start, end) {
            continue;
        }
        let figures = &all[all.partition_point(|figure| figure.0 < start)..all.partition_point(|figure| figure.0 < end)];
        let concepts = scene.tagged.concepts_of(s);
        if sentence.lang == Lang::Ar || winner::tells(concepts) {
            winner::read(scene, sentence, figures, drafts);
        }
        candidacy::read(scene, sentence, figures, drafts);
        if concepts.holds(Concept::Seat) {
            candidacy::seated(scene, sentence, drafts);
        }
        if election_date::tells(concepts) && !concepts.holds(Concept::OtherVote) {
            drafts.extend(scene.dates_in(start, end).iter().filter_map(|date| election_date::read(scene, sentence, date)));
        }
    }
}

/// A relation that says nothing yet.
pub(super) fn blank(kind: FactKind, id: &str, token: usize, evidence: Span) -> Draft {
    let rule = rule(id);
    Draft {
        kind,
        value: None,
        value_max: None,
        date: None,
        date_end: None,
        unit: None,
        bound: Bound::Exact,
        status: None,
        subject: None,
        party: None,
        place: None,
        when: When::default(),
        evidence,
        token,
        confidence: rule.trust,
        rule: rule.id,
    }
}

/// The place that a relation covers.
pub(super) fn place_near(scene: &Scene, sentence: &Sentence, hit: &Hit) -> Option<usize> {
    scene.names_in(sentence.start as usize, sentence.end as usize).find(|&k| {
        let name = &scene.names[k];
        name.kind == NameType::Place
            && place::prepositioned(scene, k, sentence.lang)
            && scene.gap((name.start as usize, name.end as usize), (hit.start as usize, hit.end as usize)) <= 8.0
    })
}

/// Year, office, country and round that stand nearest to tokens `from..to`.
pub(super) fn when_near(scene: &Scene, sentence: &Sentence, from: usize, to: usize) -> When {
    let (start, end) = (sentence.start as usize, sentence.end as usize);
    let mut when = When::default();
    let mut best = 10.0;
    for date in scene.dates_in(start, end) {
        if let Some(value) = date.date {
            let gap = scene.gap((date.start as usize, date.end as usize), (from, to));
            let (ds, de) = (date.start as usize, date.end as usize);
            if gap < best && !qualify::of_tenure(scene, ds, de) && !qualify::of_life(scene, ds) {
                best = gap;
                when.year = Some(value.year);
            }
        }
    }
    // An office counts where it stands with an election: "parliamentary elections", not "the president said".
    let (mut nearest, mut country) = (9.0, 9.0);
    for hit in scene.tagged.within(start, end) {
        let gap = scene.gap((hit.start as usize, hit.end as usize), (from, to));
        match hit.concept {
            Concept::Office if gap < nearest && electoral(scene, hit) => {
                nearest = gap;
                when.office = Some(hit.value);
            }
            Concept::Round if gap < 9.0 => when.round = Some(hit.value as u8),
            Concept::Country | Concept::Nationality if gap < country && beside_election(scene, hit) => {
                country = gap;
                when.country = Some(hit.value);
            }
            _ => {}
        }
    }
    when
}

/// The office word is said of an election: it holds the word itself, or stands beside it.
pub(super) fn electoral(scene: &Scene, hit: &Hit) -> bool {
    let (s, e) = (hit.start as usize, hit.end as usize);
    let from = s.saturating_sub(5);
    let near = |h: &Hit| {
        h.concept == Concept::Election
            && (h.start as usize, h.end as usize) != (s, e)
            && scene.gap((h.start as usize, h.end as usize), (s, e)) <= 3.5
    };
    scene.tagged.within(from, e + 5).iter().any(near)
        // «سباق مجلس الشيوخ».
        || s > 0 && scene.form(s - 1) == "سباق"
        || scene.tagged.at(s).iter().any(|h| h.concept == Concept::Election && h.end == hit.end)
}

fn beside_election(scene: &Scene, hit: &Hit) -> bool {
    let (s, e) = (hit.start as usize, hit.end as usize);
    scene.tagged.within(s.saturating_sub(4), e + 4).iter().any(|h| matches!(h.concept, Concept::Election | Concept::Office))
}
