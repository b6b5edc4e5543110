//! Work on many threads whose results come in the order of what was worked on, in bounded memory.
//!
//! Each thread takes the next batch from the one iterator, works on it and hands the results to the calling thread, which puts the
//! batches in order. Knows nothing of articles.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;

/// What a batch weighs at least, in bytes of text, unless it is to hold one item: taking and handing on should cost nothing beside the
/// work (64 KiB are some 0.3 ms of passing over news).
const BATCH: usize = 64 << 10;
/// What is taken and not yet handed on weighs no more than this and a batch for each thread.
const IN_HAND: usize = 16 << 20;

/// How to go through many items.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan<'a> {
    /// How many threads work; one is the calling thread alone.
    pub(crate) jobs: NonZeroUsize,
    /// Hand on every item as soon as it is there, because the next may be long in coming.
    pub(crate) eager: bool,
    /// Once true, no further item is taken; what is in hand is finished.
    pub(crate) stop: &'a AtomicBool,
}

/// Calls `work` on each item with its number, and `done` on what came of it, in the order of the items and on the calling thread.
///
/// `weight` says what memory an item takes, in bytes. The first error of `done` ends it all.
pub(crate) fn in_order<T, R: Send, E>(
    plan: Plan<'_>,
    items: impl Iterator<Item = T> + Send,
    weight: impl Fn(&T) -> usize + Sync,
    work: impl Fn(u64, T) -> R + Sync,
    mut done: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let mut items = items.take_while(|_| !plan.stop.load(Ordering::Relaxed)).zip(0..).fuse();
    if plan.jobs.get() == 1 {
        return items.try_for_each(|(item, number)| done(work(number, item)));
    }
    let (feed, room) = (Mutex::new((items, 0_u64)), Room::default());
    let (sender, results) = mpsc::channel::<(u64, usize, Vec<R>)>();
    let worker = |sender: mpsc::Sender<_>| {
        let _guard = CloseOnPanic(&room);
        while room.wait() {
            let mut batch = Vec::new();
            let mut weighs = 0;
            let number = {
                let mut feed = lock(&feed);
                for (item, number) in feed.0.by_ref() {
                    weighs += weight(&item);
                    batch.push((item, number));
                    if plan.eager || weighs >= BATCH {
                        break;
                    }
                }
                if batch.is_empty() {
                    return;
                }
                feed.1 += 1;
                feed.1 - 1
            };
            room.take(weighs);
            let results = batch.into_iter().map(|(item, number)| work(number, item)).collect();
            // Nobody listens any more after an error.
            if sender.send((number, weighs, results)).is_err() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..plan.jobs.get() {
            let sender = sender.clone();
            scope.spawn(|| worker(sender));
        }
        drop(sender);
        let mut early = BTreeMap::new();
        let mut next = 0;
        let outcome = results.into_iter().try_for_each(|(number, weighs, batch)| {
            early.insert(number, (weighs, batch));
            while let Some((weighs, batch)) = early.remove(&next) {
                next += 1;
                batch.into_iter().try_for_each(&mut done)?;
                room.give(weighs);
            }
            Ok(())
        });
        room.close();
        outcome
    })
}

/// Bytes in hand, and whether more may be taken.
#[derive(Default)]
struct Room {
    state: Mutex<(usize, bool)>,
    changed: Condvar,
}

impl Room {
    /// Waits until there is some; false when nothing is wanted any more.
    fn wait(&self) -> bool {
        let full = |state: &mut (usize, bool)| state.0 >= IN_HAND && !state.1;
        let state = self.changed.wait_while(lock(&self.state), full).unwrap_or_else(PoisonError::into_inner);
        !state.1
    }

    fn take(&self, weighs: usize) {
        lock(&self.state).0 += weighs;
    }

    fn give(&self, weighs: usize) {
        lock(&self.state).0 -= weighs;
        self.changed.notify_all();
    }

    fn close(&self) {
        lock(&self.state).1 = true;
        self.changed.notify_all();
    }
}

/// Nothing locked here can be left half done, so that a thread that died spoils nothing.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A thread that dies must not leave the others waiting for room that its batch takes up.
struct CloseOnPanic<'a>(&'a Room);

impl Drop for CloseOnPanic<'_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.close();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;
    use std::time::Duration;

    fn plan(jobs: usize, eager: bool, stop: &AtomicBool) -> Plan<'_> {
        Plan { jobs: NonZeroUsize::new(jobs).unwrap(), eager, stop }
    }

    #[test]
    fn results_come_in_order_whoever_is_first() {
        let slow = |number: u64, item: u64| {
            if number.is_multiple_of(7) {
                thread::sleep(Duration::from_millis(1));
            }
            (number, item * item)
        };
        let stop = AtomicBool::new(false);
        for (jobs, eager, weight) in [(1, false, 1), (2, false, 20 << 10), (5, true, 1), (3, false, IN_HAND)] {
            let mut seen = Vec::new();
            in_order(
                plan(jobs, eager, &stop),
                0..300,
                |_| weight,
                slow,
                |result| -> Result<(), ()> {
                    seen.push(result);
                    Ok(())
                },
            )
            .unwrap();
            assert_eq!(seen, (0..300).map(|i| (i, i * i)).collect::<Vec<_>>(), "{jobs} threads");
        }
    }

    #[test]
    fn what_is_in_hand_is_bounded() {
        let (stop, in_hand, most) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
        let items = (0..200).inspect(|_| {
            let now = in_hand.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(now, Ordering::SeqCst);
        });
        in_order(
            plan(4, false, &stop),
            items,
            |_| 1 << 20,
            |_, item| item,
            |_| -> Result<(), ()> {
                thread::sleep(Duration::from_millis(1));
                in_hand.fetch_sub(1, Ordering::SeqCst);
                Ok(())
            },
        )
        .unwrap();
        let most = most.into_inner();
        assert!((2..=(IN_HAND >> 20) + 5).contains(&most), "{most} MB were in hand");
    }

    #[test]
    fn an_error_or_a_wish_to_stop_ends_it() {
        let stop = AtomicBool::new(false);
        for jobs in [1, 3] {
            let mut seen = 0;
            let outcome = in_order(
                plan(jobs, true, &stop),
                0..,
                |_| 1,
                |_, item| item,
                |item| {
                    seen += 1;
                    if item == 99 { Err("full") } else { Ok(()) }
                },
            );
            assert_eq!((outcome, seen), (Err("full"), 100));
        }
        for jobs in [1, 3] {
            let stop = AtomicBool::new(false);
            let mut seen = 0;
            in_order(
                plan(jobs, false, &stop),
                0..,
                |_| 1 << 10,
                |_, item: u64| item,
                |item| -> Result<(), ()> {
                    assert_eq!(item, seen);
                    seen += 1;
                    stop.store(seen >= 50, Ordering::Relaxed);
                    Ok(())
                },
            )
            .unwrap();
            assert!(seen >= 50);
        }
    }

    #[test]
    #[should_panic = "scoped thread panicked"]
    fn a_thread_that_dies_leaves_nobody_waiting() {
        let stop = AtomicBool::new(false);
        let work = |_, item: usize| assert!(item != 20, "a bug");
        let _ = in_order(plan(3, true, &stop), 0..1000, |_| IN_HAND / 2, work, |()| -> Result<(), ()> { Ok(()) });
    }
}
