//! Lists of names, one a line, and lists of pairs.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use super::{Outcome, say};
use crate::error::Error;

/// The lines of a file that hold something, trimmed, with their numbers; `-` is standard input. A line that is no UTF-8 is told of and
/// left out.
pub(super) fn lines(path: &Path, outcome: &mut Outcome) -> Result<Vec<(u64, String)>, Error> {
    let mut bytes = Vec::new();
    let place = if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
    let read = if path.as_os_str() == "-" { io::stdin().read_to_end(&mut bytes).map(drop) } else { fs::read(path).map(|all| bytes = all) };
    read.map_err(|error| Error::from(error).at(&place))?;
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(Error::new("expected UTF-8, found UTF-16").at(&place));
    }
    if bytes.contains(&0) {
        return Err(Error::new("expected a list of names, found a binary file").at(&place));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let mut lines = Vec::new();
    for (line, number) in bytes.split(|&b| b == b'\n').zip(1..) {
        match std::str::from_utf8(line) {
            Ok(line) if line.trim().is_empty() => {}
            Ok(line) => lines.push((number, line.trim().to_owned())),
            Err(error) => {
                say(&Error::new(format!("expected UTF-8, found an invalid byte at {}; left out", error.valid_up_to() + 1))
                    .at_line(&place, number));
                *outcome = Outcome::SomeFailed;
            }
        }
    }
    if lines.is_empty() {
        return Err(Error::new("expected names, found nothing").at(&place));
    }
    Ok(lines)
}

/// The names of a file, one a line.
pub(super) fn names(path: &Path, outcome: &mut Outcome) -> Result<Vec<String>, Error> {
    Ok(lines(path, outcome)?.into_iter().map(|(_, line)| line).collect())
}

/// The pairs of a file: an Arabic and a Latin name a line, with a tab between.
pub(super) fn pairs(path: &Path, outcome: &mut Outcome) -> Result<Vec<(String, String)>, Error> {
    let mut pairs = Vec::new();
    for (number, line) in lines(path, outcome)? {
        match line.split_once('\t').map(|(arabic, latin)| (arabic.trim(), latin.trim())) {
            Some((arabic, latin)) if !arabic.is_empty() && !latin.is_empty() && !latin.contains('\t') => {
                pairs.push((arabic.to_owned(), latin.to_owned()))
            }
            _ => {
                say(&Error::new("expected an Arabic name, a tab and a Latin name; left out").at_line(path.display(), number));
                *outcome = Outcome::SomeFailed;
            }
        }
    }
    Ok(pairs)
}
