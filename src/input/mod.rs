//! Bytes → [`Article`]s. Says what could not be read, and where; knows nothing of elections.

mod article;

pub use article::Article;
