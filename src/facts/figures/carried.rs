//! What an earlier sentence leaves to the next: whom the text speaks of, who is ahead, the region, the units told.

use super::Reading;
use crate::facts::draft::Draft;
use crate::facts::place::Region;
use crate::facts::qualify;
use crate::facts::rule::Rule;
use crate::facts::scene::Scene;
use crate::kind::{FactKind, Status};
use crate::lexicon::{Concept, Hit};
use crate::text::Sentence;

/// What an earlier sentence leaves to the next.
#[derive(Debug, Default)]
pub(in crate::facts) struct Carried {
    /// Whom the sentences before speak of.
    pub(super) subject: Option<usize>,
    pub(super) rule: Option<&'static Rule>,
    pub(super) sentence: usize,
    /// The region they speak of.
    pub(super) region: Region,
    /// The units of the figures told so far, the last first, each with the sentence that told it last.
    pub(super) units: Vec<(Concept, usize)>,
    /// The sentence that last told a turnout, and whether one of an hour before the polls closed.
    pub(super) turnout: Option<usize>,
    pub(super) so_far: bool,
    /// The figures told last are those of a poll or projection, in this sentence.
    pub(super) poll: Option<(Status, usize)>,
    /// Who is ahead in the figures told last.
    pub(super) ahead: Option<Ahead>,
    /// Who got shares or votes in this election so far, each once with the highest share and the sentence that first told one.
    pub(super) sides: Vec<Ahead>,
}

/// How many of those who got shares are kept: enough for the two highest, told in any order.
pub(super) const SIDES: usize = 12;

/// Somebody's share or votes, the highest of those told together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ahead {
    pub(super) name: usize,
    pub(super) value: f64,
    pub(super) unit: Concept,
    pub(super) sentence: usize,
}

impl Carried {
    /// The place that a line above names for all that follows.
    pub(in crate::facts) fn headed(&self) -> Option<usize> {
        self.region.headed()
    }

    /// Takes over what a row or item says.
    pub(in crate::facts) fn tell(&mut self, scene: &Scene, sentence: &Sentence, readings: &[Reading]) {
        let here = scene.tagged.text.sentence_of(sentence.start as usize);
        for (draft, unit) in readings.iter().flat_map(|r| r.drafts.iter().map(|d| (d, r.measure.unit))).filter(|(d, _)| d.kind.is_figure())
        {
            self.compare(scene, draft, unit, here);
            // Who heads a list is ahead through all of it.
            if let Some(ahead) = self.ahead.as_mut().filter(|a| a.unit == unit && here <= a.sentence + 2) {
                ahead.sentence = here;
            }
            if draft.kind == FactKind::Turnout {
                self.turnout = Some(here);
                self.so_far = draft.status == Some(Status::Partial);
            }
        }
        self.region.leave(scene, sentence);
    }

    /// The poll or projection that goes on in this sentence: the one before told it, and nothing says that votes were won.
    pub(super) fn poll(&self, scene: &Scene, sentence: &Sentence) -> Option<Status> {
        let (start, end) = (sentence.start as usize, sentence.end as usize);
        let here = scene.tagged.text.sentence_of(start);
        let real = [Concept::Won, Concept::Victory, Concept::Result, Concept::Elected].iter().any(|c| scene.has(start, end, *c));
        let took = |h: &Hit| matches!(scene.form(h.start as usize), "took" | "received" | "secured" | "gained" | "captured" | "obtained");
        let real = real || scene.hits(start, end, Concept::Got).any(took);
        self.poll.filter(|(_, s)| here <= s + 1 && !real).map(|(status, _)| status)
    }

    /// Keeps who is ahead after one more share or number of votes.
    pub(super) fn compare(&mut self, scene: &Scene, draft: &Draft, unit: Concept, sentence: usize) {
        let (Some(name), Some(value)) = (draft.subject, draft.value) else { return };
        if !matches!(draft.kind, FactKind::VoteShare | FactKind::Votes) || qualify::before(scene, draft.when) {
            return;
        }
        let value = value.to_f64();
        let share = if draft.kind == FactKind::VoteShare { value } else { 0.0 };
        let new = Ahead { name, value: share, unit, sentence };
        if let Some(side) = self.sides.iter_mut().find(|side| same_bearer(scene, side.name, name)) {
            side.value = side.value.max(share);
        } else if self.sides.len() < SIDES {
            self.sides.push(new);
        } else if let Some(low) = self.sides.iter_mut().min_by(|a, b| a.value.total_cmp(&b.value)).filter(|low| low.value < share) {
            // The two highest are asked for; of a long list no more are kept, so that time stays linear.
            *low = new;
        }
        if self.ahead.is_none_or(|a| sentence > a.sentence + 2 || a.unit == unit && a.value < value) {
            self.ahead = Some(Ahead { name, value, unit, sentence });
        }
    }
}

/// Two mentions end in the same word, a surname or the last of a party's.
pub(super) fn same_bearer(scene: &Scene, a: usize, b: usize) -> bool {
    let last = |k: usize| scene.form(scene.names[k].end as usize - 1);
    last(a) == last(b)
}
