//! From pieces of a file, cut anywhere, to its lines.

use super::LINE_MOST;
use super::error::OpenError;

/// The line that has begun and whose end has not come.
#[derive(Debug, Default)]
pub(super) struct Lines {
    begun: Vec<u8>,
}

impl Lines {
    /// Takes the next piece, and hands on every line that ends in it, without its line break.
    pub(super) fn feed(
        &mut self,
        piece: &[u8],
        mut line: impl FnMut(&[u8]) -> Result<(), OpenError>,
    ) -> Result<(), OpenError> {
        let mut parts = piece.split(|byte| *byte == b'\n').peekable();
        while let Some(part) = parts.next() {
            if self.begun.len() + part.len() > LINE_MOST {
                return Err(OpenError::TooLarge);
            }
            let is_ended = parts.peek().is_some();
            if !is_ended {
                self.begun.extend_from_slice(part);
            } else if self.begun.is_empty() {
                line(part)?;
            } else {
                self.begun.extend_from_slice(part);
                line(&self.begun)?;
                self.begun.clear();
            }
        }
        Ok(())
    }

    /// What has come of a line that has no end.
    pub(super) fn begun(&self) -> &[u8] {
        &self.begun
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(pieces: &[&[u8]]) -> Result<(Vec<String>, String), OpenError> {
        let (mut lines, mut all) = (Lines::default(), Vec::new());
        for piece in pieces {
            lines.feed(piece, |line| {
                all.push(String::from_utf8_lossy(line).into_owned());
                Ok(())
            })?;
        }
        Ok((all, String::from_utf8_lossy(lines.begun()).into_owned()))
    }

    #[test]
    fn a_line_is_whole_wherever_the_pieces_are_cut() {
        let text = "one\n\nthree é\nrest".as_bytes();
        let whole = Ok((vec!["one".into(), String::new(), "three é".into()], "rest".into()));
        for cut in 0..=text.len() {
            let (before, after) = text.split_at(cut);
            assert_eq!(lines(&[before, after]), whole, "{cut}");
        }
        let single: Vec<&[u8]> = text.chunks(1).collect();
        assert_eq!(lines(&single), whole);
    }

    #[test]
    fn a_line_without_end_is_refused_before_it_fills_the_memory() {
        let piece = vec![b'x'; LINE_MOST / 2 + 1];
        assert_eq!(lines(&[&piece, &piece]), Err(OpenError::TooLarge));
        assert!(lines(&[&piece, b"\n", &piece]).is_ok());
    }
}
