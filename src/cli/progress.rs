//! How far a long run has come, on the terminal. Nothing of it is written to a pipe or a file.

use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::say;
use crate::error::Error;
use crate::run::Position;

/// A line that is always the last on the terminal.
pub(super) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Of an input of so many bytes, where that is known. Shown only if `wanted` and somebody sees stderr.
    pub(super) fn new(wanted: bool, bytes: impl FnOnce() -> Option<u64>) -> Self {
        if !wanted || !io::stderr().is_terminal() {
            return Progress { bar: ProgressBar::hidden() };
        }
        let (bar, template) = match bytes() {
            Some(bytes) => (ProgressBar::new(bytes), "{bar:24} {percent:>3}% · {binary_bytes_per_sec} · {msg} · {eta} left"),
            None => (ProgressBar::no_length(), "{spinner} {binary_bytes} · {binary_bytes_per_sec} · {msg}"),
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Progress { bar }
    }

    /// After every item: how far the run has come, and how many bytes of the input are behind it.
    pub(super) fn reached(&self, at: &Position, bytes: u64) {
        if !self.bar.is_hidden() {
            self.bar.set_position(bytes);
            self.bar.set_message(format!("{} articles, {} facts, {} errors", at.articles, at.facts, at.failed));
        }
    }

    /// A line to the user, above the bar.
    pub(super) fn say(&self, error: &Error) {
        self.bar.suspend(|| say(error));
    }

    /// Takes the line away.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
