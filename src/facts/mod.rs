//! Mentions → drafts of facts.
