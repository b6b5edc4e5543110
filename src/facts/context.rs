//! Which sentences of a text may state figures of an election: all of them where the text is about one, else those that name it.
//!
//! An article on the economy that mentions next month's election has many percents and one sentence on that election.

use crate::lexicon::{Concept, Concepts, Tagged, is_voting};

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

/// So much in a hundred tokens makes the whole text one about an election. Of the 163 articles with gold facts that we have, those about
/// an election have 3.3 or more, those that mention one less than 3.2.
const ABOUT: f32 = 3.2;

/// For each sentence of the text, whether what it says may be said of an election.
pub(super) fn electoral(tagged: &Tagged, title: Option<&Tagged>) -> Vec<bool> {
    let text = &tagged.text;
    let strong = |tagged: &Tagged, start: usize, end: usize| {
        tagged.within(start, end).iter().filter(|hit| is_voting(hit.concept, hit.value)).count()
    };
    let sentences: Vec<(usize, usize)> = text
        .sentences
        .iter()
        .enumerate()
        .map(|(s, sentence)| (strong(tagged, sentence.start as usize, sentence.end as usize), tagged.concepts_of(s).shared(WEAK)))
        .collect();
    let titled = title.map_or(0, |title| strong(title, 0, title.text.tokens.len()));
    let weight = 2 * STRONG * titled + sentences.iter().map(|(strong, weak)| STRONG * strong + weak).sum::<usize>();
    let about = weight as f32 * 100.0 >= ABOUT * text.tokens.len() as f32;
    sentences.into_iter().map(|(strong, _)| about || strong > 0).collect()
}
