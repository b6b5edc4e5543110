//! Any bytes as a file: no panic, and the same records every time.
#![no_main]

use std::io::Cursor;

use hasila::input::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = || -> Vec<String> {
        let mut source = Source::from_reader("any", Cursor::new(bytes.to_vec()));
        std::iter::from_fn(|| source.next_unread()).map(|unread| format!("{:?}", unread.read())).collect()
    };
    assert_eq!(read(), read());
});
