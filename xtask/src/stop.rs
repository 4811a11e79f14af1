//! Ctrl-C, SIGTERM and SIGHUP: whatever this program has started ends with it.
//!
//! Two cases. While this program waits for another one (`shell`), it ends that one and exits at once.
//! Anyone who runs several side by side (`run`) asks for a message instead, and ends them in order.

use crate::error::{Error, Result};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;
use std::sync::atomic::{AtomicI32, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Mutex, PoisonError};

/// The process group of the program that is run to its end just now; 0 is none.
static RUNNING: AtomicI32 = AtomicI32::new(0);

/// Who wants a message.
static WAITING: Mutex<Option<Sender<()>>> = Mutex::new(None);

/// From here on the three signals no longer end this program by themselves.
pub(crate) fn listen() -> Result<()> {
    ctrlc::set_handler(stop).map_err(|error| Error::new(format!("cannot listen for Ctrl-C: {error}")))
}

/// From here on the three signals are messages, and it is for the caller to end what is running.
pub(crate) fn messages() -> Receiver<()> {
    let (sender, receiver) = mpsc::channel();
    *WAITING.lock().unwrap_or_else(PoisonError::into_inner) = Some(sender);
    receiver
}

/// Notes that a program runs in a group of its own, until what is returned is dropped.
pub(crate) fn running(group: u32) -> Running {
    RUNNING.store(i32::try_from(group).unwrap_or_default(), Ordering::SeqCst);
    Running
}

/// While it exists, a program is run to its end.
pub(crate) struct Running;

impl Drop for Running {
    fn drop(&mut self) {
        RUNNING.store(0, Ordering::SeqCst);
    }
}

fn stop() {
    if let Some(sender) = &*WAITING.lock().unwrap_or_else(PoisonError::into_inner) {
        // A message that nobody waits for any more has come too late, since everything is ending already.
        _ = sender.send(());
        return;
    }
    let group = RUNNING.load(Ordering::SeqCst);
    if group > 0 {
        // An error means that the program has just ended by itself.
        _ = killpg(Pid::from_raw(group), Signal::SIGTERM);
    }
    println!("\nStopping.");
    // What a shell reports for a program that was ended by Ctrl-C.
    std::process::exit(130);
}
