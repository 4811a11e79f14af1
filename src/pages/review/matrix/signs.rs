//! The sign of a cell: a letter for the level, its frame for the list that gives it, and a bar under what is staged. None of
//! it needs a colour.

use crate::view::prelude::*;

use crate::words::use_locale;
use domain::effective::Source;
use domain::model::level::Level;
use domain::review::matrix::{Cell, Shown};

/// The class of a sign.
const fn class(shown: Shown) -> &'static str {
    match shown {
        Shown::Level(_, Source::Image) => "sign sign--direct",
        Shown::Level(_, Source::Organization) => "sign sign--organization",
        Shown::Level(_, Source::Both) => "sign sign--both",
        Shown::NoLevel => "sign sign--odd",
        Shown::None => "sign sign--none",
        Shown::NotRead | Shown::NotYet => "sign sign--unread",
    }
}

/// What a cell has in it: its sign, and for screen readers its words. User and image are said by its heads.
pub(super) fn content(cell: &Cell) -> AnyView {
    let words = use_locale().words().matrix();
    let sign = match (words.staged_sign)(cell) {
        Some(staged) => view! { <b class="sign sign--staged" aria-hidden="true">{staged}</b> }.into_any(),
        None => sign(cell.shown()),
    };
    view! { {sign}<span class="visually-hidden">{(words.cell)(cell)}</span> }.into_any()
}

fn sign(shown: Shown) -> AnyView {
    let text = (use_locale().words().matrix().sign)(shown);
    view! { <b class=class(shown) aria-hidden="true">{text}</b> }.into_any()
}

const LEGEND: [Shown; 7] = [
    Shown::Level(Level::Write, Source::Image),
    Shown::Level(Level::Write, Source::Organization),
    Shown::Level(Level::Write, Source::Both),
    Shown::None,
    Shown::NotRead,
    Shown::NotYet,
    Shown::NoLevel,
];

/// What the signs mean.
pub(super) fn legend() -> AnyView {
    let t = use_locale();
    let letters = move || {
        let words = t.words();
        let one = |level: Level| {
            let letter = (words.matrix().sign)(Shown::Level(level, Source::Image));
            view! { <div><dt><b aria-hidden="true">{letter}</b></dt><dd>{words.levels.name(level)}</dd></div> }
        };
        let sign =
            |shown| view! { <div><dt>{sign(shown)}</dt><dd>{(words.matrix().meaning)(shown)}</dd></div> };
        let letter = |level| (words.matrix().sign)(Shown::Level(level, Source::Image));
        let staged = format!("{}→{}", letter(Level::Manage), letter(Level::Read));
        view! {
            {Level::ALL.map(one).into_iter().collect_view()}
            {LEGEND.map(sign).into_iter().collect_view()}
            <div>
                <dt><b class="sign sign--staged" aria-hidden="true">{staged}</b></dt>
                <dd>{words.matrix().staged_means}</dd>
            </div>
        }
    };
    view! { <dl class="legend">{dynamic(letters)}</dl> }.into_any()
}
