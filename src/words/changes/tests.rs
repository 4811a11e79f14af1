//! What is said of a loss.

use super::*;
use crate::words::Language;
use domain::change::loss::{Around, OnOrganization, loss};
use domain::model::catalog::Visibility;

fn said(before: Level, organization: OnOrganization, visibility: Visibility) -> String {
    let loss = loss(before, None, &Around { organization, visibility }).unwrap();
    let words = Language::English.words();
    (words.changes().loses)(&loss, Kind::Image, "group", &words.levels)
}

#[test]
fn what_stays_is_said_and_not_called_lost() {
    // Of a revocation on a public image the dialog said "can no longer pull", and of someone who holds Write by the
    // organization "unless the organization allows it".
    assert_eq!(
        said(Level::Read, OnOrganization::Nothing, Visibility::Public),
        "can still pull: the image is public"
    );
    assert_eq!(
        said(Level::Write, OnOrganization::Nothing, Visibility::Public),
        "can no longer push; can still pull: the image is public"
    );
    assert_eq!(
        said(Level::Read, OnOrganization::Level(Level::Write), Visibility::Private),
        "keeps Write through organization group"
    );
    assert_eq!(said(Level::Read, OnOrganization::Nothing, Visibility::Private), "can no longer pull");
    assert_eq!(
        said(Level::Read, OnOrganization::NotRead, Visibility::Unknown),
        "can no longer pull, unless the image is public or the organization allows it"
    );
}

#[test]
fn every_loss_is_told_in_every_language() {
    let levels = [None, Some(Level::Read), Some(Level::Write)];
    for language in Language::ALL {
        let words = language.words();
        for (before, desired) in
            Level::ALL.into_iter().flat_map(|before| levels.map(|desired| (before, desired)))
        {
            for kind in [Kind::Image, Kind::Organization] {
                let around =
                    Around { organization: OnOrganization::NotRead, visibility: Visibility::Private };
                let line = loss(before, desired, &around)
                    .map(|loss| (words.changes().loses)(&loss, kind, "group", &words.levels));
                assert_eq!(line.is_some_and(|line| !line.is_empty()), desired < Some(before));
            }
        }
    }
}
