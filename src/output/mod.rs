//! Record → bytes.
