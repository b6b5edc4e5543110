//! Drafts → [`record::Record`].

pub mod record;
