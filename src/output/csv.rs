//! One fact a row, as RFC 4180 wants it, for programs or for spreadsheets.

use std::borrow::Cow;
use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::view::RecordView;
use super::{Options, columns};

/// The facts of one article.
pub(super) fn write(out: &mut impl Write, view: &RecordView<'_>, options: &Options) -> io::Result<()> {
    rows(out, options.excel, columns::rows(view))
}

/// The names of the columns, behind the mark that spreadsheets know UTF-8 by where it is wanted.
pub(super) fn write_header<const N: usize>(out: &mut impl Write, columns: [&str; N], options: &Options) -> io::Result<()> {
    if options.bom || options.excel {
        out.write_all("\u{FEFF}".as_bytes())?;
    }
    rows(out, false, [columns.map(Cow::Borrowed)])
}

/// Rows as RFC 4180 wants them; `excel`: none of their cells is a formula.
pub(super) fn rows<'a, const N: usize>(
    out: &mut impl Write,
    excel: bool,
    rows: impl IntoIterator<Item = [Cow<'a, str>; N]>,
) -> io::Result<()> {
    // Into memory first: the csv writer flushes what it writes to, which would cost a system call an article.
    let mut bytes = Vec::new();
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(&mut bytes);
    for row in rows {
        let row = if excel { row.map(no_formula) } else { row };
        writer.write_record(row.iter().map(|cell| cell.as_bytes()))?;
    }
    writer.flush()?;
    drop(writer);
    out.write_all(&bytes)
}

/// A cell that a spreadsheet shows as it is. What begins with one of these signs, in either width, it would compute
/// (OWASP, "CSV Injection"); an apostrophe before it makes it text.
fn no_formula(cell: Cow<'_, str>) -> Cow<'_, str> {
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let starts = |text: &str| text.starts_with(signs);
    if starts(&cell) || starts(cell.trim_start()) { format!("'{cell}").into() } else { cell }
}
