//! `hasila compare`: several articles → what they agree and differ in.

use std::io::Write;

use super::Outcome;
use super::input::Input;
use crate::compare::{Report, compare};
use crate::error::Error;
use crate::extractor::Extractor;

/// Compare what several articles say of one election
#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    input: Input,

    /// How to print
    #[arg(long, short)]
    format: Option<String>,
}

pub(super) fn run(args: Args, out: &mut impl Write) -> Result<Outcome, Error> {
    let extractor = Extractor::new().mentions(false);
    let mut reports = Vec::new();
    let outcome = args.input.each(|article| {
        reports.push(Report::new(extractor.extract(&article), article));
        Ok(())
    })?;
    for comparison in compare(&reports) {
        serde_json::to_writer(&mut *out, &comparison).map_err(std::io::Error::from)?;
        out.write_all(b"\n")?;
    }
    Ok(outcome)
}
