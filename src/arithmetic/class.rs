//! Status → what a figure may be held against.

use crate::kind::Status;

/// Figures of different classes are of different counts and are not held against each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Class {
    /// The result, as far as the article tells.
    Result,
    /// A count that goes on.
    Partial,
    /// Exit polls, estimates.
    Projection,
    /// Intentions.
    Poll,
    /// What is yet to be.
    Expected,
}

impl Class {
    /// What can be summed.
    pub(crate) const COUNTS: [Class; 4] = [Class::Result, Class::Partial, Class::Projection, Class::Poll];

    pub(crate) fn of(status: Option<Status>) -> Class {
        match status {
            None | Some(Status::Final | Status::Preliminary) => Class::Result,
            Some(Status::Partial) => Class::Partial,
            Some(Status::Projection) => Class::Projection,
            Some(Status::OpinionPoll) => Class::Poll,
            Some(Status::Expected) => Class::Expected,
        }
    }
}
