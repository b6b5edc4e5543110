//! The mentions of one text side by side, and how far apart two tokens of a sentence are.

use super::context::Context;
use crate::kind::Status;
use crate::lexicon::{Concept, Hit, Tagged};
use crate::mentions::{DateMention, Duration, NameMention, NameType, Number, Rows};
use crate::text::clitic::Clitics;
use crate::text::{Kind, Sentence};

/// A text with all its mentions.
#[derive(Debug)]
pub struct Scene<'a> {
    /// Tokens and lexicon hits.
    pub tagged: &'a Tagged<'a>,
    /// Numbers in order.
    pub numbers: &'a [Number],
    /// Dates in order.
    pub dates: &'a [DateMention],
    /// Lengths of time in order.
    pub durations: &'a [Duration],
    /// Rows of tables and items of lists.
    pub rows: &'a Rows,
    /// Names in order.
    pub names: &'a [NameMention],
    /// Concepts of the title, for what it sets for the whole article.
    pub title: Option<&'a Tagged<'a>>,
    /// What the text has to do with elections.
    pub(super) context: Context,
    /// For each token, whether it is part of an organization's name: the word "election" there is no election.
    in_organization: Vec<bool>,
    /// What results were announced to be, by token: see `qualify`.
    pub(super) announced: Vec<(usize, Status)>,
    /// For each token, the first name, date and number that starts there or later.
    first_name: Vec<u32>,
    first_date: Vec<u32>,
    first_number: Vec<u32>,
    /// Running cost of the tokens: a word is 1, a comma more, the start of a clause most.
    costs: Vec<f32>,
}

/// The cost of crossing a comma, a bracket or dash, and the start of a clause, in words.
const COMMA: f32 = 2.0;
const BRACKET: f32 = 1.5;
const CLAUSE: f32 = 4.0;

impl<'a> Scene<'a> {
    /// Puts the mentions side by side.
    pub fn new(
        tagged: &'a Tagged<'a>,
        numbers: &'a [Number],
        dates: &'a [DateMention],
        durations: &'a [Duration],
        rows: &'a Rows,
        names: &'a [NameMention],
        title: Option<&'a Tagged<'a>>,
    ) -> Self {
        let text = &tagged.text;
        let mut costs = Vec::with_capacity(text.tokens.len() + 1);
        let mut sum = 0.0f32;
        for i in 0..text.tokens.len() {
            costs.push(sum);
            sum += match text.tokens[i].kind {
                Kind::Punct => match text.form(i) {
                    "،" | "," | ";" | ":" => COMMA,
                    "(" | ")" | "-" => BRACKET,
                    // Inside a sentence it ends an abbreviation.
                    "." if text.sentences[text.sentence_of(i)].end as usize == i + 1 => CLAUSE,
                    _ => 0.3,
                },
                _ if tagged.is(i, Concept::Clause) => CLAUSE,
                _ => 1.0,
            };
        }
        costs.push(sum);
        let mut in_organization = vec![false; text.tokens.len()];
        for name in names.iter().filter(|n| n.kind == NameType::Organization) {
            in_organization[name.start as usize..name.end as usize].fill(true);
        }
        for election in tagged.all(Concept::Election) {
            let (at, end) = (election.start as usize, election.end as usize);
            let body = |j: usize| j < text.tokens.len() && tagged.is(j, Concept::ElectionBody);
            // «مفوضية الانتخابات», "the election authority".
            if at > 0 && text.tokens[at - 1].arabic && body(at - 1) || !text.tokens[at].arabic && body(end) {
                in_organization[at..end].fill(true);
            }
            // «رئيس اللجنة المحلية للانتخابات البلدية»: the election in the name of whom somebody heads.
            let body = (at.saturating_sub(4)..at).rev().find(|&j| body(j)).filter(|_| election.clitics.has(Clitics::LI));
            let plain = |j: usize| text.tokens[j].kind == Kind::Word && text.form(j).starts_with("ال");
            if body.is_some_and(|body| (body + 1..at).all(plain)) {
                in_organization[at..end].fill(true);
            }
        }
        let context = Context::new(tagged, title, rows);
        let announced = super::qualify::announcements(tagged);
        let count = text.tokens.len();
        let first_name = firsts(count, names.iter().map(|n| n.start));
        let first_date = firsts(count, dates.iter().map(|d| d.start));
        let first_number = firsts(count, numbers.iter().map(|n| n.start));
        Scene {
            tagged,
            numbers,
            dates,
            durations,
            rows,
            names,
            title,
            context,
            in_organization,
            announced,
            first_name,
            first_date,
            first_number,
            costs,
        }
    }

    /// Whether token `i` stands in a relative clause that ends before token `to`: "X, whose leader left in November, scored 4.3%".
    pub(super) fn in_relative(&self, i: usize, to: usize) -> bool {
        let start = self.sentence(i).start as usize;
        let comma = |j: &usize| matches!(self.form(*j), "," | "،");
        let open = (start..i).rev().find(comma).is_some_and(|j| self.is(j + 1, Concept::Relative));
        open && (i..to).any(|j| comma(&j))
    }

    /// The cost of the tokens `from..to`; 0 if they are none.
    pub fn cost(&self, from: usize, to: usize) -> f32 {
        if from < to { self.costs[to] - self.costs[from] } else { 0.0 }
    }

    /// How far the stretch `a..b` is from the stretch `c..d`, whichever comes first.
    pub fn gap(&self, (a, b): (usize, usize), (c, d): (usize, usize)) -> f32 {
        if b <= c { self.cost(b, c) } else { self.cost(d, a) }
    }

    /// The sentence that holds token `i`.
    pub fn sentence(&self, i: usize) -> &Sentence {
        &self.tagged.text.sentences[self.tagged.text.sentence_of(i)]
    }

    /// The hits of `concept` in tokens `start..end`.
    pub fn hits(&self, start: usize, end: usize, concept: Concept) -> impl DoubleEndedIterator<Item = &Hit> {
        self.tagged.of(concept, start, end).iter()
    }

    /// Whether token `i` is part of the name of an organization or of who holds elections.
    pub fn in_organization(&self, i: usize) -> bool {
        self.in_organization[i]
    }

    /// The hits of tokens `start..end` that are no part of an organization's name.
    pub fn events(&self, start: usize, end: usize) -> impl DoubleEndedIterator<Item = &Hit> {
        self.tagged
            .within(start, end)
            .iter()
            .filter(|h| !self.in_organization[h.start as usize] && !self.in_organization[h.end as usize - 1])
    }

    /// Whether `concept` stands in tokens `start..end`.
    pub fn has(&self, start: usize, end: usize, concept: Concept) -> bool {
        !self.tagged.of(concept, start, end).is_empty()
    }

    /// The indices of the names that start in tokens `start..end`.
    pub fn names_in(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        between(&self.first_name, start, end)
    }

    /// The dates that start in tokens `start..end`.
    pub fn dates_in(&self, start: usize, end: usize) -> &'a [DateMention] {
        &self.dates[between(&self.first_date, start, end)]
    }

    /// The length of time that starts at token `i`.
    pub fn duration_at(&self, i: usize) -> Option<&'a Duration> {
        let at = self.durations.partition_point(|d| (d.start as usize) < i);
        self.durations.get(at).filter(|d| d.start as usize == i)
    }

    /// The numbers that start in tokens `start..end`.
    pub fn numbers_in(&self, start: usize, end: usize) -> &'a [Number] {
        &self.numbers[between(&self.first_number, start, end)]
    }

    /// The folded form of token `i`.
    pub fn form(&self, i: usize) -> &str {
        self.tagged.text.form(i)
    }

    /// Whether token `i` starts a hit of `concept`.
    pub fn is(&self, i: usize, concept: Concept) -> bool {
        self.tagged.is(i, concept)
    }
}

/// For each of `count` tokens and the end, the index of the first of `starts` (in order) that is not before it.
fn firsts(count: usize, starts: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut out = Vec::with_capacity(count + 1);
    let mut before = 0;
    for start in starts {
        out.resize((start as usize + 1).max(out.len()), before);
        before += 1;
    }
    out.resize(count + 1, before);
    out
}

fn between(first: &[u32], start: usize, end: usize) -> std::ops::Range<usize> {
    let at = |token: usize| first[token.min(first.len() - 1)] as usize;
    at(start)..at(end.max(start))
}
