//! How tests that look at many things report.

/// Fails with every line at once: one failure tells less than all of them.
pub(crate) fn assert_none(failures: &[String]) {
    assert!(failures.is_empty(), "{} failures:\n{}\n", failures.len(), failures.join("\n"));
}
