//! Characters that can't be seen but change what a name seems to say.

/// A piece of a text for the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Ordinary text.
    Plain(String),
    /// Something invisible, as its code: `U+202E`, or `U+200B×3` for three of the same in a row.
    Hidden(String),
}

/// So many marks on one letter are still writing; more of them pile up over the lines around.
const MARKS_MOST: usize = 4;

/// Splits a text so that what can't be seen can be shown where identity matters. A name of ordinary characters comes
/// back as one piece.
///
/// Besides invisible characters these are: blanks at the ends and after a blank, of which a page shows nothing, and
/// marks without a letter under them, or so many that they would cover the text around.
pub fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut plain = String::new();
    let mut run: Option<(char, usize)> = None;
    let mut marks = MARKS_MOST;
    let mut after_blank = true;
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        let is_blank = character == ' ';
        let is_mark = is_mark(character);
        let is_unseen = is_hidden(character)
            || (is_blank && (after_blank || rest.as_str().is_empty()))
            || (is_mark && marks >= MARKS_MOST);
        if is_unseen {
            take(&mut pieces, &mut plain);
            match &mut run {
                Some((same, count)) if *same == character => *count += 1,
                _ => {
                    close(&mut pieces, &mut run);
                    run = Some((character, 1));
                }
            }
        } else {
            close(&mut pieces, &mut run);
            plain.push(character);
        }
        // A mark after a code would be drawn on the code.
        marks = match (is_unseen, is_mark) {
            (true, _) => MARKS_MOST,
            (false, true) => marks + 1,
            (false, false) => 0,
        };
        after_blank = is_blank;
    }
    close(&mut pieces, &mut run);
    take(&mut pieces, &mut plain);
    pieces
}

/// The same as one text, for where there is no markup: titles, labels, announcements, sentences. No character of it
/// reorders or hides another.
pub fn visible(text: impl AsRef<str>) -> String {
    let text = text.as_ref();
    if text.bytes().all(|byte| byte.is_ascii_graphic()) {
        return text.to_owned();
    }
    let mut shown = String::with_capacity(text.len());
    for piece in pieces(text) {
        match piece {
            Piece::Plain(text) => shown.push_str(&text),
            Piece::Hidden(code) => shown.extend(["⟨", &code, "⟩"]),
        }
    }
    shown
}

/// A sentence of the service's: its line breaks are blanks, and everything else is shown as in names.
pub fn visible_sentence(text: &str) -> String {
    visible(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
}

/// Ends a piece of ordinary text.
fn take(pieces: &mut Vec<Piece>, plain: &mut String) {
    if !plain.is_empty() {
        pieces.push(Piece::Plain(std::mem::take(plain)));
    }
}

/// Ends a run of the same unseen character.
fn close(pieces: &mut Vec<Piece>, run: &mut Option<(char, usize)>) {
    if let Some((character, count)) = run.take() {
        let code = u32::from(character);
        pieces.push(Piece::Hidden(match count {
            1 => format!("U+{code:04X}"),
            _ => format!("U+{code:04X}×{count}"),
        }));
    }
}

/// Controls, directional marks, zero-width characters, and blanks that look like a space or like nothing.
///
/// Source: Unicode 16, the properties `Default_Ignorable_Code_Point`, `Bidi_Control` and `White_Space`, and the few
/// characters besides whose form is empty.
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{00A0}' | '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{1680}'
            | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}' | '\u{2000}'..='\u{200F}'
            | '\u{2028}'..='\u{202F}' | '\u{205F}'..='\u{206F}' | '\u{2800}' | '\u{3000}' | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFC}'
            | '\u{13430}'..='\u{13455}' | '\u{16FE4}' | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D159}'
            | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Marks that are drawn on the letter before them, whichever it is.
fn is_mark(character: char) -> bool {
    matches!(character,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ordinary_names_are_one_piece() {
        for name in
            ["user 小明-01", "a b c", "e\u{301}", "Nguye\u{302}\u{303}n", "👍", "<img onerror=x>", "محمد"]
        {
            assert_eq!(pieces(name), [Piece::Plain(name.into())], "{name}");
            assert_eq!(visible(name), name);
        }
        assert!(pieces("").is_empty());
    }

    #[test]
    fn what_cannot_be_seen_is_named() {
        let expected =
            [Piece::Plain("ad".into()), Piece::Hidden("U+200B".into()), Piece::Plain("min".into())];
        assert_eq!(pieces("ad\u{200B}min"), expected);
        let table = [
            ("\u{202E}nimda", "⟨U+202E⟩nimda"),
            ("a\tb\u{FEFF}", "a⟨U+0009⟩b⟨U+FEFF⟩"),
            ("a\u{200B}\u{200B}\u{200B}b", "a⟨U+200B×3⟩b"),
            ("a\u{200B}\u{200D}", "a⟨U+200B⟩⟨U+200D⟩"),
            ("a\u{A0}b\u{2800}", "a⟨U+00A0⟩b⟨U+2800⟩"),
            ("👨\u{200D}👩", "👨⟨U+200D⟩👩"),
            ("\u{E0041}", "⟨U+E0041⟩"),
        ];
        for (text, expected) in table {
            assert_eq!(visible(text), expected);
        }
    }

    #[test]
    fn blanks_that_a_page_swallows_are_named() {
        let table = [
            (" ", "⟨U+0020⟩"),
            ("   ", "⟨U+0020×3⟩"),
            (" admin", "⟨U+0020⟩admin"),
            ("admin ", "admin⟨U+0020⟩"),
            ("a  b", "a ⟨U+0020⟩b"),
            ("a b", "a b"),
        ];
        for (text, expected) in table {
            assert_eq!(visible(text), expected, "{text:?}");
        }
    }

    #[test]
    fn marks_neither_pile_up_nor_stand_on_what_is_before_the_name() {
        assert_eq!(visible(format!("a{}", "\u{301}".repeat(60))), "a\u{301}\u{301}\u{301}\u{301}⟨U+0301×56⟩");
        assert_eq!(visible("\u{301}a"), "⟨U+0301⟩a");
        assert_eq!(visible("a\u{200B}\u{301}"), "a⟨U+200B⟩⟨U+0301⟩");
    }

    #[test]
    fn a_sentence_has_no_lines() {
        assert_eq!(visible_sentence(" no\r\n\tsuch  \u{202E}thing\n"), "no such ⟨U+202E⟩thing");
    }

    mod properties {
        use super::*;

        /// Texts in which everything that is looked for is frequent.
        fn text() -> impl Strategy<Value = String> {
            prop_oneof![any::<String>(), "[a ⟨⟩U+0-9×\u{200B}\u{202E}\u{301}\u{FEFF}\u{A0}\n名]{0,12}"]
        }

        proptest! {
            #[test]
            fn nothing_that_is_told_can_hide(text in text()) {
                let shown = visible(&text);
                prop_assert!(!shown.chars().any(is_hidden), "{:?}", shown);
                prop_assert!(!shown.starts_with(' ') && !shown.ends_with(' ') && !shown.contains("  "), "{:?}", shown);
            }

            #[test]
            fn nothing_is_left_out(text in text()) {
                let mut back = String::new();
                for piece in pieces(&text) {
                    match piece {
                        Piece::Plain(text) => back.push_str(&text),
                        Piece::Hidden(code) => {
                            let (code, count) = code.split_once('×').unwrap_or((&code, "1"));
                            let code = u32::from_str_radix(code.strip_prefix("U+").unwrap(), 16).unwrap();
                            let character = char::from_u32(code).unwrap();
                            back.extend(std::iter::repeat_n(character, count.parse().unwrap()));
                        }
                    }
                }
                prop_assert_eq!(back, text);
            }

            #[test]
            fn ordinary_text_is_left_alone(text in "[a-zA-Z0-9名é._-]{0,20}") {
                prop_assert_eq!(visible(&text), text);
            }
        }
    }
}
