//! Bytes → [`Article`]s. Says what could not be read, and where; knows nothing of elections.
//!
//! Paths are walked (`walk`), files unpacked (`unpack`), recognized (`recognize`) and split into records (`split`), of which one at a
//! time is in memory; a record is read by itself, on any thread (`item`).

mod article;
mod delimited;
mod encoding;
mod fields;
#[cfg_attr(not(feature = "html"), path = "html_absent.rs")]
mod html;
mod item;
mod json;
mod options;
mod recognize;
mod source;
mod split;
mod unpack;
mod walk;
#[cfg_attr(not(feature = "warc"), path = "warc_absent.rs")]
mod warc;
mod window;

pub use article::Article;
pub use item::{Item, Origin, Unread};
pub use options::Options;
pub use source::Source;
pub use walk::total_bytes;
