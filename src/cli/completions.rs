//! `hasila completions`: for the shell.

use std::io::Write;

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Outcome};
use crate::error::Error;

/// Print completions for a shell
#[derive(clap::Args)]
#[command(after_help = "Examples:
  hasila completions bash > ~/.local/share/bash-completion/completions/hasila
  hasila completions zsh > ~/.zfunc/_hasila")]
pub(super) struct Args {
    shell: Shell,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    // Into memory first: clap panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "hasila", &mut script);
    out.write_all(&script)?;
    Ok(Outcome::Fine)
}
