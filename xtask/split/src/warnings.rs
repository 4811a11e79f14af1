//! Warnings of a library that reports them by `tracing`, as errors.

use std::error::Error;
use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex, PoisonError};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Level, Metadata, Subscriber};

/// Runs some work, which must succeed without a warning.
///
/// # Errors
/// Why it failed, or its warnings, one in a line.
pub(crate) fn none_from(work: impl FnOnce() -> Result<(), Box<dyn Error>>) -> Result<(), String> {
    let warnings = Warnings::default();
    tracing::subscriber::with_default(warnings.clone(), work).map_err(|error| error.to_string())?;
    let text = warnings.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
    if text.is_empty() { Ok(()) } else { Err(text) }
}

/// Keeps the warnings, and takes note of nothing else.
#[derive(Clone, Default)]
struct Warnings(Arc<Mutex<String>>);

impl Subscriber for Warnings {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        *metadata.level() <= Level::WARN
    }

    fn event(&self, event: &Event<'_>) {
        let mut text = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        event.record(&mut Message(&mut text));
        text.push('\n');
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Writes what an event says.
struct Message<'a>(&'a mut String);

impl Visit for Message<'_> {
    fn record_debug(&mut self, _: &Field, value: &dyn Debug) {
        // Writing to a String cannot fail.
        _ = write!(self.0, "{value:?} ");
    }
}

#[cfg(test)]
mod tests {
    use super::none_from;

    #[test]
    fn a_warning_fails_what_succeeded() {
        assert_eq!(none_from(|| Ok(())), Ok(()));
        let warned = none_from(|| {
            tracing::info!("nothing");
            tracing::warn!("a {} segment", "strange");
            Ok(())
        });
        assert_eq!(warned, Err("a strange segment \n".to_owned()));
    }

    #[test]
    fn a_failure_says_why() {
        assert_eq!(none_from(|| Err("no program".into())), Err("no program".to_owned()));
    }
}
