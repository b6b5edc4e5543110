//! Record → findings.
