//! The table of facts as Parquet: typed columns, packed with zstd.
//!
//! Rows are gathered into row groups, which are written as they fill, so that memory stays bounded. Where a group ends depends on the
//! rows alone, and so do the bytes.

use std::fs::File;
use std::io::{self, Write};
use std::mem;
use std::sync::Arc;

use jiff::civil::Date;
use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::columns::{self, COLUMNS, Holds};
use super::view::RecordView;
use crate::date::PartialDate;

/// A row group ends with the row that fills it, by either measure.
const ROWS: usize = 1 << 16;
/// Bytes of text.
const BYTES: usize = 32 << 20;

/// A file on its way. What is finished of it is kept here only until it is handed on.
pub(super) struct Parquet {
    writer: SerializedFileWriter<Vec<u8>>,
    fields: Vec<Field>,
    rows: usize,
    bytes: usize,
}

/// A column of the file with the cells of the row group to come.
struct Field {
    required: bool,
    /// Of each row: 1 where there is a value, else 0.
    levels: Vec<i16>,
    values: Values,
}

enum Values {
    /// One after the other, with the places where they end.
    Text(Vec<u8>, Vec<usize>),
    /// Days since 1970-01-01.
    Day(Vec<i32>),
    Number(Vec<f64>),
    Integer(Vec<i64>),
}

/// The columns of the file that a column of the table makes: beside a date, which may be less exact, the day where it is known.
fn fields(holds: Holds) -> &'static [(&'static str, Physical)] {
    match holds {
        Holds::Text => &[("", Physical::BYTE_ARRAY)],
        Holds::Date => &[("", Physical::BYTE_ARRAY), ("_day", Physical::INT32)],
        Holds::Number => &[("", Physical::DOUBLE)],
        Holds::Integer => &[("", Physical::INT64)],
    }
}

impl Parquet {
    pub(super) fn new() -> io::Result<Self> {
        Self::begin().map_err(io::Error::other)
    }

    fn begin() -> Result<Self> {
        let (mut types, mut empty) = (Vec::new(), Vec::new());
        for column in COLUMNS {
            for &(suffix, physical) in fields(column.holds) {
                let (logical, values) = match physical {
                    Physical::INT32 => (Some(LogicalType::Date), Values::Day(Vec::new())),
                    Physical::INT64 => (None, Values::Integer(Vec::new())),
                    Physical::DOUBLE => (None, Values::Number(Vec::new())),
                    _ => (Some(LogicalType::String), Values::Text(Vec::new(), Vec::new())),
                };
                let repetition = if column.required { Repetition::REQUIRED } else { Repetition::OPTIONAL };
                let name = format!("{}{suffix}", column.name);
                let field = Type::primitive_type_builder(&name, physical).with_repetition(repetition).with_logical_type(logical);
                types.push(Arc::new(field.build()?));
                empty.push(Field { required: column.required, levels: Vec::new(), values });
            }
        }
        let schema = Type::group_type_builder("facts").with_fields(types).build()?;
        let properties = WriterProperties::builder().set_compression(Compression::ZSTD(ZstdLevel::default())).build();
        let writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
        Ok(Parquet { writer, fields: empty, rows: 0, bytes: 0 })
    }

    /// The facts of one article.
    pub(super) fn write(&mut self, out: &mut impl Write, view: &RecordView<'_>) -> io::Result<()> {
        columns::rows(view).try_for_each(|row| self.row(out, row.iter().map(|cell| &**cell)))
    }

    /// A row: its cells in the order of `COLUMNS`, as CSV has them.
    fn row<'a>(&mut self, out: &mut impl Write, cells: impl Iterator<Item = &'a str>) -> io::Result<()> {
        let mut ours = self.fields.iter_mut();
        for (cell, column) in cells.zip(COLUMNS) {
            for field in ours.by_ref().take(fields(column.holds).len()) {
                field.push(cell)?;
            }
            self.bytes += cell.len();
        }
        self.rows += 1;
        if self.rows < ROWS && self.bytes < BYTES { Ok(()) } else { self.end_group(out) }
    }

    fn end_group(&mut self, out: &mut impl Write) -> io::Result<()> {
        if self.rows > 0 {
            let mut group = self.writer.next_row_group().map_err(io::Error::other)?;
            self.fields.iter_mut().try_for_each(|field| field.write(&mut group)).map_err(io::Error::other)?;
            group.close().map_err(io::Error::other)?;
            (self.rows, self.bytes) = (0, 0);
        }
        self.hand_on(out)
    }

    fn hand_on(&mut self, out: &mut impl Write) -> io::Result<()> {
        self.writer.flush()?;
        out.write_all(&mem::take(self.writer.inner_mut()))
    }

    /// Writes what is left of the rows, and the end of the file.
    pub(super) fn finish(&mut self, out: &mut impl Write) -> io::Result<()> {
        self.end_group(out)?;
        self.writer.finish().map_err(io::Error::other)?;
        self.hand_on(out)
    }
}

impl std::fmt::Debug for Parquet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Parquet").field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl Field {
    fn push(&mut self, cell: &str) -> io::Result<()> {
        let wrong = || io::Error::other(format!("expected a number, found {cell:?}"));
        let before = self.values.len();
        match &mut self.values {
            _ if cell.is_empty() && !self.required => {}
            Values::Text(bytes, ends) => {
                bytes.extend_from_slice(cell.as_bytes());
                ends.push(bytes.len());
            }
            Values::Day(days) => days.extend(cell.parse().ok().and_then(PartialDate::civil).map(since_1970)),
            Values::Number(numbers) => numbers.push(cell.parse().map_err(|_| wrong())?),
            Values::Integer(numbers) => numbers.push(cell.parse().map_err(|_| wrong())?),
        }
        self.levels.push(i16::from(self.values.len() > before));
        Ok(())
    }

    /// Writes the cells to the next column of a row group, and has none any more.
    fn write(&mut self, group: &mut SerializedRowGroupWriter<'_, Vec<u8>>) -> Result<()> {
        let levels = mem::take(&mut self.levels);
        let levels = (!self.required).then_some(&levels[..]);
        let mut column = group.next_column()?.ok_or_else(|| ParquetError::General("expected as many columns as fields".into()))?;
        match &mut self.values {
            Values::Text(bytes, ends) => {
                let all = ByteArray::from(mem::take(bytes));
                let starts = std::iter::once(0).chain(ends.iter().copied());
                let texts: Vec<_> = starts.zip(&*ends).map(|(start, end)| all.slice(start, end - start)).collect();
                ends.clear();
                column.typed::<ByteArrayType>().write_batch(&texts, levels, None)?;
            }
            Values::Day(days) => drop(column.typed::<Int32Type>().write_batch(&mem::take(days), levels, None)?),
            Values::Number(numbers) => drop(column.typed::<DoubleType>().write_batch(&mem::take(numbers), levels, None)?),
            Values::Integer(numbers) => drop(column.typed::<Int64Type>().write_batch(&mem::take(numbers), levels, None)?),
        }
        column.close()
    }
}

impl Values {
    fn len(&self) -> usize {
        match self {
            Values::Text(_, ends) => ends.len(),
            Values::Day(days) => days.len(),
            Values::Number(numbers) => numbers.len(),
            Values::Integer(numbers) => numbers.len(),
        }
    }
}

/// A year has four digits, so that the days are few.
fn since_1970(day: Date) -> i32 {
    (day.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24) as i32
}

/// Writes the table that stands in a file as CSV.
pub(crate) fn from_csv(table: File, mut out: &mut dyn Write) -> io::Result<()> {
    let mut parquet = Parquet::new()?;
    let mut reader = csv::Reader::from_reader(table);
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).map_err(io::Error::other)? {
        parquet.row(&mut out, row.iter())?;
    }
    parquet.finish(&mut out)
}
