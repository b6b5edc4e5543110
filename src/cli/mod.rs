//! The command line: one file for each subcommand. stdout is data, stderr is words.

mod check;
mod compare;
mod completions;
mod eval;
mod explain;
mod extract;
mod input;
mod lists;
mod match_names;
mod normalize;
mod progress;
mod romanize;
mod rules;
mod schema;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::Error;

/// Election figures out of Arabic and English news, each on the exact words that state it.
#[derive(Parser)]
#[command(name = "hasila", version, about, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Exit status: 0 all was read; 1 some input could not be read, or not wholly (stderr names it, the rest was read); \
2 the command could not run: wrong usage, or a file that it cannot do without. `check` and `compare` also exit with 1 where they find \
contradictions, as diff does; for other commands findings change nothing.

Examples:
  hasila extract article.txt                     a table on the terminal
  hasila extract news/ -o facts.csv              a folder, one fact a row
  hasila check article.txt                       what contradicts itself
  hasila compare a.txt b.txt c.txt               what several articles agree and differ in
  curl -s … | hasila extract --format jsonl -    from a pipe, JSON lines")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Extract(extract::Args),
    Check(check::Args),
    Compare(compare::Args),
    Match(match_names::Args),
    Romanize(romanize::Args),
    Normalize(normalize::Args),
    Explain(explain::Args),
    Rules(rules::Args),
    Schema(schema::Args),
    Eval(eval::Args),
    Completions(completions::Args),
}

/// How a command that ran to its end came out.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Fine,
    /// Something was wrong with some of the inputs; stderr says what.
    SomeFailed,
    /// The command looks for contradictions, and there are some.
    Found,
    /// The user did not let it come to its end.
    Stopped,
}

/// The exit status of what Ctrl-C ended, as shells have it.
const STOPPED: u8 = 130;

/// Runs the program.
pub fn run() -> ExitCode {
    let mut out = io::BufWriter::with_capacity(64 << 10, io::stdout().lock());
    let result = match Cli::parse().command {
        Command::Extract(args) => extract::run(args, &mut out),
        Command::Check(args) => check::run(args, &mut out),
        Command::Compare(args) => compare::run(args, &mut out),
        Command::Match(args) => match_names::run(args, &mut out),
        Command::Romanize(args) => romanize::run(args, &mut out),
        Command::Normalize(args) => normalize::run(args, &mut out),
        Command::Explain(args) => explain::run(args, &mut out),
        Command::Rules(args) => rules::run(args, &mut out),
        Command::Schema(args) => schema::run(args, &mut out),
        Command::Eval(args) => eval::run(args, &mut out),
        Command::Completions(args) => completions::run(args, &mut out),
    };
    match result.and_then(|outcome| out.flush().map(|()| outcome).map_err(Error::from)) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed | Outcome::Found) => ExitCode::from(1),
        Ok(Outcome::Stopped) => ExitCode::from(STOPPED),
        // `| head` has what it wanted.
        Err(error) if error.is_broken_pipe() => ExitCode::SUCCESS,
        Err(error) => {
            say(&error);
            ExitCode::from(2)
        }
    }
}

/// One line to the user. Where even stderr is closed there is nobody to tell.
fn say(error: &Error) {
    let _ = writeln!(io::stderr(), "hasila: {error}");
}
