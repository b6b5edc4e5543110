//! Votes against shares: of the valid votes where these are given, else of what the other candidates' figures make of them.

use super::vote::{Camp, Vote};
use super::{Check, finding};
use crate::arithmetic::class::Class;
use crate::arithmetic::figure::{Figure, Stretch, rounded};
use crate::arithmetic::slip::likeliest;
use crate::kind::FactKind;
use crate::resolve::record::{Fact, Finding, Severity};

pub(super) const CHECK: Check = Check {
    id: "share_arithmetic",
    severity: Severity::Error,
    doc: "The votes of each divided by the valid votes are their share, and all shares are of the same number of votes.",
    run,
};

/// In percentage points: figures that miss each other by more, with no slip that explains it, may not belong together; where the
/// article says what the shares are of, and where it does not.
const KIN: [f64; 2] = [10.0, 3.0];
/// Votes and share that stand farther apart may be of two votes of the same candidate; in bytes. The second is for articles that
/// speak of two rounds.
const NEAR: [u32; 2] = [300, 100];
/// Blank ballots that the article does not tell of are fewer than this, of the valid ones.
const BLANK: f64 = 0.02;
/// Even where many ballots are invalid, the valid ones are more than this of all.
const VALID: f64 = 0.5;

const CAST: &str = "votes cast";

/// Votes and share of one.
#[derive(Clone, Copy)]
struct Pair<'a> {
    name: &'a str,
    votes: Figure<'a>,
    share: Figure<'a>,
    /// The number of votes of which the votes are the share.
    whole: Stretch,
}

/// What the shares may be of, and the fact that says so.
struct Base<'a> {
    stretch: Stretch,
    facts: Vec<&'a Fact>,
    words: &'static str,
    /// The article gives it as the ballots that count.
    given: bool,
}

fn run(votes: &[Vote]) -> Vec<Finding> {
    votes.iter().flat_map(one).collect()
}

fn one(vote: &Vote) -> Vec<Finding> {
    let pairs = pairs(vote);
    let bases = bases(vote);
    let mut findings = Vec::new();
    if let Some(base) = bases.first() {
        // Shares are of the valid votes in one country and of all votes in the next.
        let wrong: Vec<&Pair> = pairs.iter().filter(|pair| !bases.iter().any(|base| base.stretch.meets(pair.whole))).collect();
        for pair in &wrong {
            findings.extend(told(pair, &pairs, base));
        }
    } else if let Some(base) = common(&pairs) {
        for pair in pairs.iter().filter(|pair| !pair.whole.meets(base.stretch)) {
            findings.extend(told(pair, &pairs, &base));
        }
    }
    if findings.is_empty() {
        findings.extend(reversed(&pairs));
    }
    findings
}

fn pairs<'a>(vote: &Vote<'a>) -> Vec<Pair<'a>> {
    let shares = vote.camps(FactKind::VoteShare, Class::Result);
    let votes = vote.camps(FactKind::Votes, Class::Result);
    let find = |camp: &Camp<'a>| votes.iter().find(|other| other.name == camp.name);
    let pair = |camp: &Camp<'a>| {
        let (share, votes) = (*camp.only()?, *find(camp)?.only()?);
        let whole = votes.stretch.over(share.stretch).times(100.0);
        (share.exact() && votes.exact() && share.value > 0.0 && share.apart(&votes) <= NEAR[usize::from(vote.rounds)]).then_some(Pair {
            name: &camp.name.name,
            votes,
            share,
            whole,
        })
    };
    shares.iter().filter_map(pair).collect()
}

/// The valid votes, as given or as what is left of the votes cast; and the votes cast.
fn bases<'a>(vote: &Vote<'a>) -> Vec<Base<'a>> {
    let of = |kind| vote.counts(kind, Class::Result).copied().collect::<Vec<Figure<'a>>>();
    let (valid, cast, invalid) = (of(FactKind::ValidVotes), of(FactKind::VotesCast), of(FactKind::InvalidVotes));
    let blank = of(FactKind::BlankVotes);
    let given = |figures: &[Figure<'a>], words| -> Vec<Base<'a>> {
        figures.iter().map(|figure| Base { stretch: figure.stretch, facts: vec![figure.fact], words, given: words != CAST }).collect()
    };
    let mut bases = given(&valid, "valid votes");
    for cast in &cast {
        for invalid in &invalid {
            let left = cast.stretch.minus(invalid.stretch);
            let (mut stretch, mut facts) = (left, vec![cast.fact, invalid.fact]);
            match blank.first() {
                // Blank ballots are among the invalid ones or beside them.
                Some(blank) => {
                    stretch.low = left.minus(blank.stretch).low;
                    facts.push(blank.fact);
                }
                None => stretch.low *= 1.0 - BLANK,
            }
            bases.push(Base { stretch, facts, words: "votes cast without the invalid ones", given: true });
        }
    }
    if bases.is_empty() {
        // How many were invalid is not said.
        bases.extend(cast.iter().map(|cast| Base {
            stretch: Stretch::new(cast.stretch.low * VALID, cast.stretch.high),
            facts: vec![cast.fact],
            words: CAST,
            given: false,
        }));
    } else {
        bases.extend(given(&cast, CAST));
    }
    bases
}

/// What the shares of most are of, where three or more agree and the others are fewer.
fn common<'a>(pairs: &[Pair<'a>]) -> Option<Base<'a>> {
    let meet = |pair: &Pair| -> Vec<usize> { (0..pairs.len()).filter(|&k| pairs[k].whole.meets(pair.whole)).collect() };
    let best = pairs.iter().map(meet).max_by_key(Vec::len)?;
    let stretch = best.iter().fold(Stretch::new(0.0, f64::INFINITY), |all, &k| all.and(pairs[k].whole));
    let most = best.len() >= 3 && best.len() * 2 > pairs.len() && stretch.low <= stretch.high;
    most.then(|| Base { stretch, facts: Vec::new(), words: "votes that the other shares are of", given: false })
}

fn told(pair: &Pair, pairs: &[Pair], base: &Base) -> Option<Finding> {
    let Pair { name, votes, share, .. } = pair;
    let right = votes.stretch.over(base.stretch).times(100.0);
    let expected = (right.low + right.high.min(100.0)) / 2.0;
    let off = (right.low - share.stretch.high).max(share.stretch.low - right.high);
    let taken = pairs
        .iter()
        .filter(|other| other.name != *name)
        .find(|other| other.share.stretch.meets(right) && other.votes.stretch.over(base.stretch).times(100.0).meets(share.stretch));
    let cause = taken
        .map(|other| format!("the shares of {name} and {} seem to be exchanged", other.name))
        .or_else(|| likeliest([(votes.decimal, share.stretch.of(base.stretch)), (share.decimal, right)]));
    // With shares of another vote among them there is more than all: this may be one of those.
    let crowded = pairs.iter().map(|pair| pair.share.stretch.low).sum::<f64>() > 100.0;
    if crowded && cause.is_none() {
        return None;
    }
    let kin = if base.given { KIN[0] } else { KIN[1] };
    let severity = if off < kin || cause.is_some() { Severity::Error } else { Severity::Warning };
    let cause = cause.map_or_else(String::new, |cause| format!("; {cause}"));
    // How many ballots were invalid may not be said.
    let (of, make) = match base.words {
        CAST if !base.given && share.stretch.high < right.low => (rounded(base.stretch.high), format!("at least {}", rounded(right.low))),
        CAST if !base.given => (rounded(base.stretch.high), format!("at most {}", rounded(right.high))),
        _ if base.facts.len() == 1 => (rounded(base.stretch.low), rounded(expected)),
        _ => (approximate(base.stretch), rounded(expected)),
    };
    let message = format!("{name}: {} votes of {of} {} are {make}%, not {}{cause}", votes.show(), base.words, share.show());
    let facts = [votes.fact, share.fact].into_iter().chain(base.facts.iter().copied());
    Some(finding((CHECK.id, severity), facts, message, expected, share.value))
}

fn approximate(stretch: Stretch) -> String {
    if stretch.low == stretch.high { rounded(stretch.low) } else { format!("{}–{}", rounded(stretch.low), rounded(stretch.high)) }
}

/// Who has more votes has the larger share.
fn reversed(pairs: &[Pair]) -> Option<Finding> {
    let apart = |a: &Figure, b: &Figure| a.stretch.low > b.stretch.high;
    let (a, b) = pairs
        .iter()
        .enumerate()
        .flat_map(|(i, a)| pairs[i + 1..].iter().flat_map(move |b| [(a, b), (b, a)]))
        .find(|(a, b)| apart(&a.votes, &b.votes) && apart(&b.share, &a.share))?;
    let message = format!(
        "{} has more votes than {} ({} and {}), but the smaller share ({} and {})",
        a.name,
        b.name,
        a.votes.show(),
        b.votes.show(),
        a.share.show(),
        b.share.show()
    );
    let facts = [a.votes.fact, b.votes.fact, a.share.fact, b.share.fact];
    Some(finding((CHECK.id, CHECK.severity), facts, message, b.share.value, a.share.value))
}
