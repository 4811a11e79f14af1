//! Any account, and any part of it that was not read.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use crate::model::access::AccessList;
use crate::model::catalog::Visibility;
use crate::model::level::{Level, Permission};
use crate::model::names::{AccountName, UserName};
use crate::model::user::UserGrant;
use crate::review::snapshot::{ListReading, Share, Shares, Snapshot, Totals, Until};
use crate::text::time::UnixMillis;

use super::{AT, Sketch, denied, grant, list, organization, target};

/// One subject of any snapshot: which, who, how.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    pub(crate) name: String,
    pub(crate) grants: Vec<UserGrant>,
    pub(crate) unreadable: usize,
    pub(crate) visibility: Visibility,
    pub(crate) shares: Shares,
    pub(crate) number: Option<String>,
}

/// An account in which everything was read; `unread` of [`draw`] says what is not.
#[derive(Debug, Clone)]
pub(crate) struct World {
    pub(crate) users: Vec<(u8, bool)>,
    pub(crate) subjects: Vec<Drawn>,
}

fn any_permission() -> impl Strategy<Value = Permission> {
    prop_oneof![
        9 => (0usize..3).prop_map(|level| Permission::Known(Level::ALL[level])),
        1 => Just(Permission::Unknown("9".into())),
        1 => Just(Permission::Missing),
    ]
}

fn any_drawn(name: String) -> impl Strategy<Value = Drawn> {
    let grants = btree_map(0u8..8, (any_permission(), 0u8..9), 0..7);
    let visibility = prop_oneof![8 => Just(Visibility::Private), 1 => Just(Visibility::Public)];
    let shares = prop_oneof![6 => Just(Vec::new()), 1 => vec(0u8..3, 1..3)];
    (grants, 0usize..12, visibility, shares, 0u8..20).prop_map(
        move |(grants, odd, visibility, shares, number)| {
            let grant = |(id, (permission, name)): (u8, (Permission, u8))| UserGrant {
                // Now and then a user has another name than usual, and it may be someone else's.
                name: Some(UserName::new(format!("name of u{}", if name == 0 { id + 1 } else { id }))),
                ..grant(&format!("u{id}"), permission)
            };
            let share = |account: u8| Share {
                account: Some(AccountName::new(format!("account{account}"))),
                until: Until::NoEnd,
            };
            Drawn {
                name: name.clone(),
                grants: grants.into_iter().map(grant).collect(),
                unreadable: usize::from(odd == 0),
                visibility,
                shares: Shares::Read(shares.into_iter().map(share).collect()),
                number: (number > 0).then(|| if number == 1 { "anew".to_owned() } else { name.clone() }),
            }
        },
    )
}

/// Up to two organizations with up to six images each, in any state.
pub(crate) fn any_world() -> impl Strategy<Value = World> {
    let names = ["a", "b"].into_iter().flat_map(|organization| {
        std::iter::once(organization.to_owned())
            .chain((0..6).map(move |image| format!("{organization}/{image}")))
    });
    let subjects: Vec<_> = names.map(|name| prop::option::weighted(0.8, any_drawn(name))).collect();
    let users = btree_map(0u8..8, any::<bool>(), 0..8);
    (users, subjects).prop_map(|(users, subjects)| World {
        users: users.into_iter().collect(),
        subjects: subjects.into_iter().flatten().collect(),
    })
}

/// What of a world was not read.
#[derive(Debug, Clone)]
pub(crate) struct Unread {
    pub(crate) users: bool,
    pub(crate) shared: bool,
    pub(crate) listings: [bool; 2],
    pub(crate) lists: Vec<bool>,
}

impl Unread {
    pub(crate) fn nothing() -> Self {
        Self { users: false, shared: false, listings: [false; 2], lists: Vec::new() }
    }
}

pub(crate) fn any_unread() -> impl Strategy<Value = Unread> {
    let rarely = || prop::bool::weighted(0.2);
    (rarely(), rarely(), [rarely(), rarely()], vec(rarely(), 14))
        .prop_map(|(users, shared, listings, lists)| Unread { users, shared, listings, lists })
}

/// The snapshot of a world of which something was not read. Where an organization's list of images was not read to its
/// end, its images with even numbers are missing.
pub(crate) fn draw(world: &World, unread: &Unread) -> Snapshot {
    let mut sketch = Sketch::new();
    for name in ["a", "b"] {
        sketch.listed(name, Visibility::Private);
        sketch.0.list(&target(name), AT, &AccessList::default());
    }
    for (place, drawn) in world.subjects.iter().enumerate() {
        let is_b = drawn.name.starts_with('b');
        let is_hidden = unread.listings[usize::from(is_b)] && drawn.name.ends_with(['0', '2', '4']);
        if !is_hidden {
            let is_unread = unread.lists.get(place).copied().unwrap_or_default();
            draw_subject(&mut sketch, drawn, is_unread, unread.shared);
        }
    }
    for (name, is_unread) in ["a", "b"].into_iter().zip(unread.listings) {
        if is_unread {
            let facts = sketch.0.organization_facts(&organization(name)).unwrap();
            facts.images = ListReading::not_read(denied());
        }
    }
    let users: Vec<_> =
        world.users.iter().map(|(id, on)| format!("u{id}{}", if *on { "" } else { "!" })).collect();
    let users: Vec<&str> = users.iter().map(String::as_str).collect();
    let sketch = if unread.users { sketch.without_users() } else { sketch.users(&users) };
    // The service counts what is there, read or not.
    let images = world.subjects.iter().filter(|drawn| drawn.name.contains('/')).count();
    let mut builder = sketch.0;
    builder.count(Totals { organizations: Some(2), images: Some(u64::try_from(images).unwrap()) });
    builder.freeze(UnixMillis(2_000), false)
}

fn draw_subject(sketch: &mut Sketch, drawn: &Drawn, is_unread: bool, is_shared_unread: bool) {
    let target = sketch.listed(&drawn.name, drawn.visibility);
    if is_unread {
        sketch.0.not_read(&target, denied());
    } else {
        let list =
            AccessList { id: drawn.number.clone(), unreadable: drawn.unreadable, ..list(&drawn.grants) };
        sketch.0.list(&target, AT, &list);
    }
    if target.image().is_some() {
        sketch.0.shares(&target, if is_shared_unread { Shares::NotRead } else { drawn.shares.clone() });
    }
}
