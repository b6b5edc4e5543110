//! Figures → the values that they leave open, and the slips of a typist that make one figure of another.
//!
//! What `check` says of one article and `compare` of several rests on the same two questions: can both figures be right, and if
//! not, what may have gone wrong.

pub(crate) mod class;
pub(crate) mod figure;
pub(crate) mod slip;
