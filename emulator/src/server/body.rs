//! The body of an answer on its way to the socket, step by step as the core wants it.

use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use hyper::body::{Bytes, Frame, SizeHint};
use tokio::time::Sleep;

use crate::body_stream::{BodyStream, Part, Step};
use crate::http::Delivery;

/// A body, with what is left of it.
pub(super) struct Body {
    flow: BodyStream,
    /// What comes after a wait that has begun.
    awaited: Option<(Pin<Box<Sleep>>, Part)>,
}

impl Body {
    pub(super) fn new(bytes: Vec<u8>, delivery: Delivery) -> Self {
        Self { flow: BodyStream::new(bytes, delivery), awaited: None }
    }

    fn poll_part(&mut self, context: &mut Context<'_>) -> Poll<Part> {
        if self.awaited.is_none() {
            let Step { after, part } = self.flow.next();
            if after.is_zero() {
                return Poll::Ready(part);
            }
            self.awaited = Some((Box::pin(tokio::time::sleep(after)), part));
        }
        if let Some((sleep, _)) = &mut self.awaited {
            ready!(sleep.as_mut().poll(context));
        }
        Poll::Ready(self.awaited.take().map_or(Part::End, |(_, part)| part))
    }
}

impl hyper::body::Body for Body {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        match ready!(self.poll_part(context)) {
            Part::Bytes(bytes) => Poll::Ready(Some(Ok(Frame::data(bytes.into())))),
            Part::End => Poll::Ready(None),
            Part::Break => Poll::Ready(Some(Err(io::ErrorKind::UnexpectedEof.into()))),
            Part::Silence => Poll::Pending,
        }
    }

    /// The length that is announced.
    fn size_hint(&self) -> SizeHint {
        self.flow.length().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
