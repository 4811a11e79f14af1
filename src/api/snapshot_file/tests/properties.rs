//! Laws of the file.

use proptest::prelude::*;

use super::any::{accepted, draw, drawn};
use super::*;
use domain::model::level::{Level, Permission};

proptest! {
    #[test]
    fn what_is_saved_is_opened_again(drawn in drawn(), accepted in accepted(), piece in 1usize..400) {
        let snapshot = draw(&drawn, 0);
        let (text, written) = saved(&snapshot, &accepted, None);
        let opened = opened_by(text.as_bytes(), expected(&snapshot), piece).unwrap();
        // By the letter: ids are equal in other forms too.
        prop_assert_eq!(format!("{:?}", opened.snapshot), format!("{snapshot:?}"));
        prop_assert_eq!(&opened.snapshot, &snapshot);
        let mut sorted = accepted;
        sorted.sort_by(|one, other| one.finding.cmp(&other.finding));
        prop_assert_eq!(format!("{:?}", opened.accepted), format!("{sorted:?}"));
        prop_assert_eq!((opened.content, opened.file), (written.content, written.file));
        prop_assert_eq!((opened.made_by.as_str(), opened.previous), (MADE_BY, None));
        prop_assert_eq!(content(&snapshot), written.content);
        // And so on, each file naming the one before.
        let (text, _) = saved(&opened.snapshot, &opened.accepted, Some(opened.file));
        let again = opened_by(text.as_bytes(), expected(&snapshot), text.len()).unwrap();
        prop_assert_eq!((again.previous, again.content), (Some(opened.file), opened.content));
        prop_assert_eq!(again.snapshot, snapshot);
    }

    #[test]
    fn equal_states_have_equal_contents_whenever_they_were_read(drawn in drawn(), shift in 1i64..1_000_000_000) {
        prop_assert_eq!(content(&draw(&drawn, shift)), content(&draw(&drawn, 0)));
    }

    #[test]
    fn another_state_has_another_content(drawn in drawn(), place in 0usize..20) {
        let mut changed = drawn.clone();
        let lists = changed.organizations.iter_mut().flat_map(|one| {
            let images = one.contents.iter_mut().map(|(.., list)| list);
            std::iter::once(&mut one.list).chain(images)
        });
        if let Some(list) = lists.filter(|list| !list.grants.is_empty()).nth(place) {
            let permission = &mut list.grants[0].permission;
            *permission = match permission {
                Permission::Known(Level::Read) => Level::Write.into(),
                _ => Level::Read.into(),
            };
        }
        let (one, other) = (draw(&drawn, 0), draw(&changed, 0));
        // A list that was not read has nobody on it.
        prop_assert_eq!(content(&one) == content(&other), one == other);
    }

    #[test]
    fn a_file_that_was_cut_off_is_not_opened(drawn in drawn(), accepted in accepted(), cut: prop::sample::Index) {
        let snapshot = draw(&drawn, 0);
        let (text, _) = saved(&snapshot, &accepted, None);
        let cut = cut.index(text.len());
        let error = opened_by(&text.as_bytes()[..cut], expected(&snapshot), 97).unwrap_err();
        let lines = whole_lines(&text.as_bytes()[..cut]);
        let expected = if cut == 0 { OpenError::NotThisFormat } else { OpenError::CutOff { lines } };
        prop_assert_eq!(error, expected);
    }

    #[test]
    fn a_file_without_one_of_its_lines_or_with_one_twice_is_not_opened(
        drawn in drawn(), accepted in accepted(), place: prop::sample::Index, is_twice: bool,
    ) {
        let snapshot = draw(&drawn, 0);
        let (text, _) = saved(&snapshot, &accepted, None);
        let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
        let place = place.index(lines.len());
        if is_twice {
            lines.insert(place, lines[place]);
        } else {
            lines.remove(place);
        }
        prop_assert!(opened_by(lines.concat().as_bytes(), expected(&snapshot), 97).is_err());
    }

    #[test]
    fn a_damaged_file_has_the_same_content_or_is_not_opened(
        drawn in drawn(), accepted in accepted(), place: prop::sample::Index, byte: u8,
    ) {
        let snapshot = draw(&drawn, 0);
        let (text, written) = saved(&snapshot, &accepted, None);
        let mut bytes = text.into_bytes();
        let place = place.index(bytes.len());
        let is_changed = std::mem::replace(&mut bytes[place], byte) != byte;
        if let Ok(opened) = opened_by(&bytes, expected(&snapshot), 97) {
            prop_assert_eq!(opened.content, written.content);
            prop_assert_eq!(opened.file == written.file, !is_changed);
            let (text, again) = saved(&opened.snapshot, &opened.accepted, None);
            prop_assert_eq!(again.content, written.content);
            prop_assert_eq!(opened_by(text.as_bytes(), expected(&snapshot), 97).unwrap().snapshot, opened.snapshot);
        }
    }
}
