//! Which sentences of a text may state figures of an election: all of them where the text is about one, else those that name it.
//!
//! An article on the economy that mentions next month's election has many percents and one sentence on that election.

use super::draft::Draft;
use super::scene::Scene;
use crate::kind::FactKind;
use crate::lexicon::{Concept, Concepts, Hit, Tagged, is_voting};
use crate::mentions::Rows;

/// What sentences on elections say, besides the words that name one.
const WEAK: Concepts = Concepts::of(&[
    Concept::Election,
    Concept::Polling,
    Concept::Voter,
    Concept::Vote,
    Concept::Elected,
    Concept::Candidate,
    Concept::Round,
    Concept::Turnout,
    Concept::Seat,
    Concept::Result,
    Concept::Won,
    Concept::Victory,
    Concept::Lost,
    Concept::Registered,
    Concept::Cast,
    Concept::OpinionPoll,
]);

/// A word that names an election weighs as much as so many other words of voting, twice that in the title.
const STRONG: usize = 3;

/// So much in a hundred tokens makes the whole text one about an election. Of 193 articles with gold facts, those about an election have
/// 3.09 or more, those that only mention one mostly less than 3.
const ABOUT: f32 = 2.9;

/// So many other words of voting in one sentence speak of an election, too: "the camp of No won with 60 percent of the votes".
const MANY: usize = 4;

/// A text that names none speaks of one with so many different words of voting, turnout among them.
const UNNAMED: usize = 6;

/// How far from a word that names an election a figure may stand in a text that is about something else, in words.
const NEAR: f32 = 20.0;

/// The value of `public_vote` for what is said of other votes too.
const OF_ANY_VOTE: i64 = 2;

/// What a text has to do with elections.
#[derive(Debug)]
pub(super) struct Context {
    /// The whole text is about one.
    pub about: bool,
    /// For each sentence, whether what it says may be said of one.
    electoral: Vec<bool>,
}

impl Context {
    /// `rows` are counted for nothing: a table has many figures and few words.
    pub(super) fn new(tagged: &Tagged, title: Option<&Tagged>, rows: &Rows) -> Self {
        let text = &tagged.text;
        let strong = |tagged: &Tagged, start: usize, end: usize| tagged.within(start, end).iter().filter(|hit| names_one(hit)).count();
        let sentences: Vec<(usize, usize)> = text
            .sentences
            .iter()
            .enumerate()
            .map(|(s, sentence)| (strong(tagged, sentence.start as usize, sentence.end as usize), tagged.concepts_of(s).shared(WEAK)))
            .collect();
        let titled = title.map_or(0, |title| strong(title, 0, title.text.tokens.len()));
        let weight = 2 * STRONG * titled + sentences.iter().map(|(strong, weak)| STRONG * strong + weak).sum::<usize>();
        let rows: usize = rows.rows.iter().map(|row| (row.end - row.start) as usize).sum();
        // Without a word that names an election: "took 28.2% of the vote and 53 of the 169 seats … Turnout was the highest since 1989".
        let named = titled > 0 || sentences.iter().any(|(strong, _)| *strong > 0);
        let said = |concept: Concept| !tagged.all(concept).is_empty();
        let words = || Concept::ALL.iter().filter(|(_, concept)| WEAK.holds(*concept) && said(*concept)).count();
        let words = if named { 0 } else { words() };
        if !named && !(said(Concept::Turnout) && words >= UNNAMED) {
            return Context { about: false, electoral: vec![false; sentences.len()] };
        }
        // What names no election speaks of one by how many different words of voting it has.
        let weight = weight + words;
        let about = weight as f32 * 100.0 >= ABOUT * (text.tokens.len() - rows) as f32;
        Context { about, electoral: sentences.into_iter().map(|(strong, weak)| about || strong > 0 || weak >= MANY).collect() }
    }

    /// Whether sentence `s` may speak of an election.
    pub(super) fn electoral(&self, s: usize) -> bool {
        self.electoral[s]
    }
}

fn names_one(hit: &Hit) -> bool {
    is_voting(hit.concept, hit.value) && !(hit.concept == Concept::PublicVote && hit.value == OF_ANY_VOTE)
}

/// Whether what a draft says may be said of an election, in a sentence that may speak of one.
pub(super) fn stands(scene: &Scene, draft: &Draft) -> bool {
    if scene.context.about {
        return true;
    }
    // A row says what its heading is about.
    if let Some(row) = scene.rows.at(draft.token) {
        let electoral = |&(start, _): &(u32, u32)| scene.context.electoral(scene.tagged.text.sentence_of(start as usize));
        return scene.rows.blocks[row.block].headings.iter().any(electoral);
    }
    let (start, end) = (scene.sentence(draft.token).start as usize, scene.sentence(draft.token).end as usize);
    let at = (draft.token, draft.token + 1);
    match draft.kind {
        // Members of a party that speak in a debate stand for nothing.
        FactKind::Candidacy => [Concept::Candidate, Concept::Contest].iter().any(|&c| scene.has(start, end, c)),
        _ => {
            let near = |h: &Hit| names_one(h) && scene.gap((h.start as usize, h.end as usize), at) <= NEAR;
            scene.tagged.within(start, end).iter().any(near)
                || scene.tagged.concepts_of(scene.tagged.text.sentence_of(start)).shared(WEAK) >= MANY
        }
    }
}
