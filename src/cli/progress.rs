//! How far a long run has come, on the terminal. Nothing of it is written to a pipe or a file.

use std::fmt::Write;
use std::io::{self, IsTerminal};
use std::time::Duration;

use indicatif::{HumanDuration, ProgressBar, ProgressState, ProgressStyle};

use super::say;
use crate::decimal::grouped;
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
            Some(bytes) => (ProgressBar::new(bytes), "{bar:24} {percent:>3}% · {decimal_bytes_per_sec} · {msg}{left}"),
            None => (ProgressBar::no_length(), "{spinner} {decimal_bytes} · {decimal_bytes_per_sec} · {msg}"),
        };
        // Before anything was read nobody knows how long it will take.
        let left = |state: &ProgressState, out: &mut dyn Write| {
            if state.per_sec() > 0.0 {
                let _ = write!(out, " · {:#} left", HumanDuration(state.eta()));
            }
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style.with_key("left", left));
        }
        bar.set_message("nothing new yet");
        bar.tick();
        Progress { bar }
    }

    /// After every item: how far the run has come, and how many bytes of the input are behind it.
    pub(super) fn reached(&self, at: &Position, bytes: u64) {
        if self.bar.is_hidden() {
            return;
        }
        let first = self.bar.position() == 0;
        self.bar.set_position(bytes);
        if first {
            // A run that was stopped passes over what it had read much faster than it goes on.
            self.bar.tick();
            self.bar.reset_eta();
            // From now on it counts by itself, and would leave out the line above.
            self.bar.enable_steady_tick(Duration::from_millis(200));
        }
        let message = [counted(at.articles, "article"), counted(at.facts, "fact"), counted(at.failed, "error")];
        self.bar.set_message(message.join(", "));
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

/// `1 fact`, `12,345 facts`.
pub(super) fn counted(count: u64, what: &str) -> String {
    format!("{} {what}{}", grouped(&count.to_string()), if count == 1 { "" } else { "s" })
}
