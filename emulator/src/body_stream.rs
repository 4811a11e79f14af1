//! A body on its way, step by step, as its delivery wants it: what comes next, and how long after the step before. The
//! adapters only do what this says.

use std::time::Duration;

use crate::http::Delivery;

/// Between two bytes of an answer that drips.
const DROP: Duration = Duration::from_secs(1);

/// Before a connection is cut, so that what was sent before is on its way.
const FLUSH: Duration = Duration::from_millis(30);

/// The most that an endless answer sends: enough for every client to notice.
const ENOUGH: usize = 24 * 1024 * 1024;

/// One chunk of it.
const CHUNK: usize = 64 * 1024;

/// A body, with what is left of it.
#[derive(Debug)]
pub(crate) struct BodyStream {
    rest: Vec<u8>,
    delivery: Delivery,
    sent: usize,
}

/// What comes next, after a wait.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) after: Duration,
    pub(crate) part: Part,
}

/// What can come.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// These bytes, and then another step.
    Bytes(Vec<u8>),
    /// The body is complete.
    End,
    /// The connection ends before the body does.
    Break,
    /// Nothing any more, and the connection stays.
    Silence,
}

impl BodyStream {
    pub(crate) fn new(body: Vec<u8>, delivery: Delivery) -> Self {
        Self { rest: body, delivery, sent: 0 }
    }

    /// The length that is announced; `None` if none is.
    pub(crate) fn length(&self) -> Option<u64> {
        (self.delivery != Delivery::Endless).then_some(self.rest.len() as u64)
    }

    pub(crate) fn next(&mut self) -> Step {
        let at_once = |part| Step { after: Duration::ZERO, part };
        match self.delivery {
            Delivery::Whole | Delivery::Drip if self.rest.is_empty() => at_once(Part::End),
            Delivery::Whole => at_once(self.bytes(usize::MAX)),
            Delivery::Drip => {
                let after = if self.sent == 0 { Duration::ZERO } else { DROP };
                Step { after, part: self.bytes(1) }
            }
            Delivery::Endless => {
                if self.rest.is_empty() && self.sent >= ENOUGH {
                    return at_once(Part::End);
                }
                if self.rest.is_empty() {
                    self.rest.resize(CHUNK, b' ');
                }
                at_once(self.bytes(usize::MAX))
            }
            Delivery::Cut if self.sent == 0 && self.rest.len() > 1 => {
                at_once(self.bytes(self.rest.len() / 2))
            }
            Delivery::Cut | Delivery::Reset => Step { after: FLUSH, part: Part::Break },
            Delivery::Stall => at_once(Part::Silence),
        }
    }

    fn bytes(&mut self, count: usize) -> Part {
        let rest = self.rest.split_off(count.min(self.rest.len()));
        let bytes = std::mem::replace(&mut self.rest, rest);
        self.sent += bytes.len();
        Part::Bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that comes, and what comes last.
    fn drained(mut flow: BodyStream) -> (Vec<u8>, Step, Duration) {
        let (mut all, mut waited) = (Vec::new(), Duration::ZERO);
        loop {
            let step = flow.next();
            waited += step.after;
            match step.part {
                Part::Bytes(bytes) => all.extend(bytes),
                Part::End | Part::Break | Part::Silence => return (all, step, waited),
            }
        }
    }

    fn of(delivery: Delivery) -> (Vec<u8>, Part, Duration) {
        let (all, last, waited) = drained(BodyStream::new(b"abcdef".to_vec(), delivery));
        (all, last.part, waited)
    }

    #[test]
    fn what_arrives_whole_is_whole() {
        assert_eq!(of(Delivery::Whole), (b"abcdef".to_vec(), Part::End, Duration::ZERO));
        assert_eq!(of(Delivery::Drip), (b"abcdef".to_vec(), Part::End, DROP * 5));
    }

    #[test]
    fn a_cut_comes_in_the_middle_and_silence_at_once() {
        assert_eq!(of(Delivery::Cut), (b"abc".to_vec(), Part::Break, FLUSH));
        assert_eq!(of(Delivery::Stall), (Vec::new(), Part::Silence, Duration::ZERO));
        assert_eq!(drained(BodyStream::new(b"a".to_vec(), Delivery::Cut)).1.part, Part::Break);
    }

    #[test]
    fn the_endless_tells_no_length_and_is_far_too_long() {
        assert_eq!(BodyStream::new(Vec::new(), Delivery::Endless).length(), None);
        assert_eq!(BodyStream::new(b"abc".to_vec(), Delivery::Cut).length(), Some(3));
        let (all, last, _) = of(Delivery::Endless);
        assert!(all.starts_with(b"abcdef  ") && all.len() > 20_000_000);
        assert_eq!(last, Part::End);
    }
}
