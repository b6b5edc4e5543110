//! The vocabulary of facts: kinds, bounds, statuses, offices. Names and meanings are those of the contract (README, "Kinds").

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a fact says. Serialized in snake case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FactKind {
    /// Share of the vote a candidate, party or option got, in percent.
    VoteShare,
    /// Votes it got.
    Votes,
    /// Seats it won or holds after the vote.
    Seats,
    /// Share of the electorate that voted, in percent.
    Turnout,
    /// People who voted, ballots cast.
    VotesCast,
    /// People entitled or registered to vote.
    RegisteredVoters,
    /// Valid ballots, as votes or percent.
    ValidVotes,
    /// Invalid ballots, as votes or percent.
    InvalidVotes,
    /// Blank ballots, as votes or percent.
    BlankVotes,
    /// How much was counted when the figures were given, in percent.
    CountedShare,
    /// Polling stations or centres.
    PollingStations,
    /// Election observers.
    Observers,
    /// Organizations that sent observers.
    ObserverOrganizations,
    /// Countries that observers came from.
    ObserverCountries,
    /// Journalists covering the vote.
    Journalists,
    /// Countries that journalists came from.
    JournalistCountries,
    /// Candidates standing.
    Candidates,
    /// Lists standing.
    CandidateLists,
    /// Parties standing.
    PartiesContesting,
    /// Size of the body, or seats at stake.
    SeatsTotal,
    /// Police and soldiers.
    SecurityPersonnel,
    /// Polling staff.
    ElectionStaff,
    /// Length of the term the vote is for, in years.
    TermYears,
    /// Share needed to win, to avoid a run-off or to enter the body, in percent.
    Threshold,
    /// Lead over the next, in percentage points or votes.
    Margin,
    /// Who won the office, or which party or option won the vote.
    Winner,
    /// Who stood for which party, list or movement.
    Candidacy,
    /// The day or days of voting.
    ElectionDate,
}

impl FactKind {
    /// Every kind with its unit, whether it needs a subject, and what it is, in the contract's order.
    pub const ALL: &[(FactKind, &str, bool, &str)] = &[
        (FactKind::VoteShare, "percent", true, "share of the vote it got"),
        (FactKind::Votes, "votes", true, "votes it got"),
        (FactKind::Seats, "seats", true, "seats it won or holds after the vote"),
        (FactKind::Turnout, "percent", false, "share of the electorate that voted"),
        (FactKind::VotesCast, "votes", false, "people who voted, ballots cast"),
        (FactKind::RegisteredVoters, "voters", false, "people entitled or registered to vote"),
        (FactKind::ValidVotes, "votes", false, "valid ballots (votes or percent)"),
        (FactKind::InvalidVotes, "votes", false, "invalid ballots (votes or percent)"),
        (FactKind::BlankVotes, "votes", false, "blank ballots (votes or percent)"),
        (FactKind::CountedShare, "percent", false, "how much was counted when the figures were given"),
        (FactKind::PollingStations, "stations", false, "polling stations or centres"),
        (FactKind::Observers, "people", false, "election observers, monitors"),
        (FactKind::ObserverOrganizations, "organizations", false, "organizations that sent observers"),
        (FactKind::ObserverCountries, "countries", false, "countries that observers came from"),
        (FactKind::Journalists, "people", false, "journalists covering the vote"),
        (FactKind::JournalistCountries, "countries", false, "countries that journalists came from"),
        (FactKind::Candidates, "people", false, "candidates standing (of a party or group, with it as subject)"),
        (FactKind::CandidateLists, "lists", false, "lists standing"),
        (FactKind::PartiesContesting, "parties", false, "parties standing"),
        (FactKind::SeatsTotal, "seats", false, "size of the body, or seats at stake"),
        (FactKind::SecurityPersonnel, "people", false, "police and soldiers"),
        (FactKind::ElectionStaff, "people", false, "polling staff"),
        (FactKind::TermYears, "years", false, "length of the term the vote is for"),
        (FactKind::Threshold, "percent", false, "share needed to win, to avoid a run-off, or to enter the body"),
        (FactKind::Margin, "percent_points", false, "lead over the next (percentage points or votes); subject: who leads"),
        (FactKind::Winner, "", true, "who won the office, or the party or option that won the vote"),
        (FactKind::Candidacy, "", true, "who stood for which party, list or movement"),
        (FactKind::ElectionDate, "", false, "the day(s) of voting of the election the article is about, or of another it names"),
    ];

    /// The unit of a figure of this kind unless the text says otherwise; empty for relations.
    pub fn unit(self) -> &'static str {
        self.row().1
    }

    /// Whether such a fact is nothing without who it is about.
    pub fn needs_subject(self) -> bool {
        self.row().2
    }

    /// Whether it carries a value.
    pub fn is_figure(self) -> bool {
        !self.unit().is_empty()
    }

    /// Whether it comes out of counting votes, so that it changes while they are counted.
    pub(crate) fn is_result(self) -> bool {
        use FactKind::*;
        matches!(self, VoteShare | Votes | Seats | Turnout | VotesCast | ValidVotes | InvalidVotes | BlankVotes | CountedShare | Margin)
    }

    /// Its name in the output.
    pub fn name(self) -> String {
        snake(&self)
    }

    fn row(self) -> &'static (FactKind, &'static str, bool, &'static str) {
        Self::ALL.iter().find(|row| row.0 == self).expect("every kind has its row: tested")
    }
}

/// How the value bounds the truth, as the text words it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// No hedge.
    #[default]
    Exact,
    /// About, some, nearly, almost.
    About,
    /// More than, at least, exceeded.
    Over,
    /// Less than, at most, up to.
    Under,
    /// Between the value and `value_max`.
    Range,
}

/// What the article says the figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Final, official or definitive results.
    Final,
    /// First official results.
    Preliminary,
    /// The count is not over, or turnout so far.
    Partial,
    /// Exit polls, estimates.
    Projection,
    /// A survey of intentions.
    OpinionPoll,
    /// To be deployed, needed, planned.
    Expected,
}

/// What is voted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Office {
    President,
    Parliament,
    Senate,
    Governor,
    Mayor,
    Municipal,
    Local,
    Regional,
    Referendum,
    Primary,
    JudicialCouncil,
    Chambers,
    Other,
}

impl Office {
    /// All of them.
    pub const ALL: &[Office] = &[
        Office::President,
        Office::Parliament,
        Office::Senate,
        Office::Governor,
        Office::Mayor,
        Office::Municipal,
        Office::Local,
        Office::Regional,
        Office::Referendum,
        Office::Primary,
        Office::JudicialCouncil,
        Office::Chambers,
        Office::Other,
    ];
}

/// The serialized name of a unit variant.
pub fn snake<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(s)) => s,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_row() {
        for (i, row) in FactKind::ALL.iter().enumerate() {
            assert_eq!(row.0 as usize, i);
        }
        assert_eq!(FactKind::ALL.len(), FactKind::ElectionDate as usize + 1);
        assert_eq!(FactKind::JournalistCountries.name(), "journalist_countries");
    }
}
