//! A file → its bytes: gzip and zstd are unpacked as they are read, and cut where they unpack to absurdly much.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use super::Options;
use super::window::{Bytes, Window};

/// What unpacks to less does no harm, however small it was.
const HARMLESS: u64 = 64 << 20;

const GZIP: [u8; 3] = [0x1F, 0x8B, 0x08];

/// The bytes of a file or stream, unpacked. `count` goes on counting what is read of it as it lies on disk.
pub(super) fn unpack(input: Bytes, count: &Arc<AtomicU64>, options: &Options) -> io::Result<Window> {
    let before = count.load(Relaxed);
    let mut packed = Window::new(input, count.clone());
    let head = packed.want(4)?;
    let unpacked: Box<dyn Read + Send> = if head.starts_with(&GZIP) {
        gunzip(packed)?
    } else if head.starts_with(b"\x28\xB5\x2F\xFD") || matches!(head, [0x50..=0x5F, 0x2A, 0x4D, 0x18]) {
        // A frame, or one of those that hold something else and come before it.
        unzstd(packed)?
    } else {
        return Ok(packed);
    };
    let guard = Guard { unpacked, count: count.clone(), before, seen: 0, max_ratio: options.max_ratio, cut: false };
    Ok(Window::new(Bytes::Stream(Box::new(guard)), Arc::default()))
}

#[cfg(feature = "compress")]
fn gunzip(packed: Window) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(gzip::Gunzip::new(packed)))
}

#[cfg(feature = "compress")]
fn unzstd(packed: Window) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(zstd::Decoder::with_buffer(packed)?))
}

#[cfg(not(feature = "compress"))]
fn gunzip(_: Window) -> io::Result<Box<dyn Read + Send>> {
    Err(io::Error::other("expected a file that is not compressed, found gzip, which this build cannot unpack (feature `compress`)"))
}

#[cfg(not(feature = "compress"))]
fn unzstd(_: Window) -> io::Result<Box<dyn Read + Send>> {
    Err(io::Error::other("expected a file that is not compressed, found zstd, which this build cannot unpack (feature `compress`)"))
}

/// Ends a stream that unpacks to more than so many times its size.
struct Guard {
    unpacked: Box<dyn Read + Send>,
    /// Counts what is read of all files, and where it stood when this one began.
    count: Arc<AtomicU64>,
    before: u64,
    seen: u64,
    max_ratio: u64,
    cut: bool,
}

impl Read for Guard {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.cut {
            return Ok(0);
        }
        let read = self.unpacked.read(buffer)?;
        self.seen += read as u64;
        let packed = self.count.load(Relaxed) - self.before;
        if self.seen > HARMLESS && self.seen / self.max_ratio > packed {
            self.cut = true;
            let reason = format!(
                "expected at most {} times as many bytes as the file has, found more after {} bytes unpacked; cut off there",
                self.max_ratio, self.seen
            );
            return Err(io::Error::new(io::ErrorKind::InvalidData, reason));
        }
        Ok(read)
    }
}

#[cfg(feature = "compress")]
mod gzip {
    use flate2::bufread::GzDecoder;

    use super::*;
    use crate::input::window::Gap;

    /// The members of a gzip file one after the other. Where one is damaged, the next that can be found follows.
    ///
    /// Web archives have one member a record, so that this loses the damaged record alone.
    pub(super) struct Gunzip {
        /// None once there is no further one.
        member: Option<GzDecoder<Window>>,
        /// Whether it has given any bytes.
        begun: bool,
    }

    impl Gunzip {
        pub(super) fn new(packed: Window) -> Self {
            Gunzip { member: Some(GzDecoder::new(packed)), begun: false }
        }
    }

    impl Read for Gunzip {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            while let Some(mut member) = self.member.take() {
                match member.read(buffer) {
                    Ok(0) => {
                        self.begun = false;
                        let mut packed = member.into_inner();
                        let head = packed.want(GZIP.len())?;
                        if head.starts_with(&GZIP) {
                            self.member = Some(GzDecoder::new(packed));
                        } else if head.iter().any(|&byte| byte != 0) {
                            // Padding with zeros is usual on tapes and harmless.
                            let at = packed.offset();
                            self.member = next_member(packed)?.map(GzDecoder::new);
                            let reason = format!("expected the next part of the gzip file at byte {at}, found other bytes");
                            return Err(gap(reason, false));
                        }
                    }
                    Ok(read) => {
                        self.begun = true;
                        self.member = Some(member);
                        return Ok(read);
                    }
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                        self.member = Some(member);
                        return Err(error);
                    }
                    Err(error) => {
                        let packed = member.into_inner();
                        let at = packed.offset();
                        self.member = next_member(packed)?.map(GzDecoder::new);
                        let how = if error.kind() == io::ErrorKind::UnexpectedEof { "cut short" } else { "damaged" };
                        let taints = std::mem::replace(&mut self.begun, false);
                        return Err(gap(format!("expected a whole gzip file, found it {how} near byte {at}"), taints));
                    }
                }
            }
            Ok(0)
        }
    }

    fn gap(reason: String, taints: bool) -> io::Error {
        io::Error::new(io::ErrorKind::InvalidData, Gap { reason, taints })
    }

    /// Where the next member seems to begin: its magic, a byte of flags of which five are in use, and a plausible system.
    fn next_member(mut packed: Window) -> io::Result<Option<Window>> {
        loop {
            let view = packed.view();
            let begins = |at: &usize| matches!(view.get(at + 3..at + 10), Some([0..=0x1F, _, _, _, _, 0 | 2 | 4, 0..=13 | 255]));
            match memchr::memmem::find_iter(view, &GZIP).find(begins) {
                Some(at) => {
                    packed.pass(at);
                    return Ok(Some(packed));
                }
                None => packed.pass(view.len().saturating_sub(10)),
            }
            if !packed.more()? {
                return Ok(None);
            }
        }
    }
}
