//! Names across spellings and scripts.
