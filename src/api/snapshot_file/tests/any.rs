//! Any snapshot: every way in which a list can be read or not, odd values, odd names.

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;

use domain::change::reason::Reason;
use domain::model::access::AccessList;
use domain::model::catalog::{Completeness, Visibility};
use domain::model::level::{Level, Permission};
use domain::model::names::{AccountName, ImageName, OrganizationName, RegionId, Target, UserId, UserName};
use domain::model::user::{AccountUser, Person, UserGrant};
use domain::review::findings::{Accepted, Fingerprint, Rule};
use domain::review::snapshot::{
    About, Account, Builder, Fault, ListReading, ListedOrganization, Reading, Scope, Share, Shares, Snapshot,
    Totals, Until,
};
use domain::text::time::UnixMillis;

/// Everything of a snapshot but the moments.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    pub(super) account: (Option<String>, String),
    pub(super) scope: Option<Vec<String>>,
    pub(super) lists: [ListReading; 3],
    pub(super) users: Vec<(String, String, bool)>,
    pub(super) organizations: Vec<DrawnOrganization>,
    pub(super) totals: (Option<u64>, Option<u64>),
    pub(super) is_stopped: bool,
}

#[derive(Debug, Clone)]
pub(super) struct DrawnOrganization {
    name: String,
    counted: Option<u64>,
    images: ListReading,
    appeared: u32,
    pub(super) list: DrawnList,
    pub(super) contents: Vec<(String, Visibility, Shares, DrawnList)>,
}

#[derive(Debug, Clone)]
pub(super) struct DrawnList {
    number: Option<String>,
    creator: Option<String>,
    reading: Reading,
    pub(super) grants: Vec<UserGrant>,
}

/// When the lists were read, without a shift.
const AT: i64 = 1_795_000_000_123;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-c]{1,2}",
        1 => any::<String>(),
        1 => "[\u{0}\u{202E}\u{200B}\u{FEFF}\u{2028}\"\\\\\n\r/<>'=名é]{1,6}",
    ]
}

fn id() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "u[0-9]",
        1 => Just("fb3f175c1fd146ab8cdae3272be6107b".to_owned()),
        1 => Just("FB3F175C-1fd1-46ab-8cda-e3272be6107b".to_owned()),
        1 => text().prop_filter("an id is never empty", |text| !text.is_empty()),
    ]
}

fn number() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0u64..9, 1 => Just(u64::MAX)]
}

fn permission() -> impl Strategy<Value = Permission> {
    prop_oneof![
        6 => (0usize..3).prop_map(|level| Permission::Known(Level::ALL[level])),
        1 => Just(Permission::Missing),
        2 => prop_oneof!["[0-9]", text()].prop_map(Permission::Unknown),
    ]
}

/// Every way in which a reading can end.
pub(super) fn reading() -> impl Strategy<Value = Reading> {
    let code = || option::of(text());
    prop_oneof![
        8 => (0u32..3).prop_map(|unreadable| Reading::Read { at: UnixMillis(AT), unreadable }),
        1 => Just(Reading::NotYet),
        1 => Just(Reading::Gone),
        2 => (any::<u16>(), code()).prop_map(|(status, code)| Reading::Denied { status, code }),
        1 => (any::<u16>(), code()).prop_map(|(status, code)| Reading::Failed(Fault::Status { status, code })),
        1 => prop_oneof![
            Just(Fault::NoAnswer),
            Just(Fault::TimeOut),
            Just(Fault::Unreadable),
            Just(Fault::TooLarge),
        ].prop_map(Reading::Failed),
    ]
}

fn listing() -> impl Strategy<Value = ListReading> {
    let completeness = prop_oneof![
        4 => Just(Completeness::Whole),
        1 => number().prop_map(|announced| Completeness::Short { announced }),
        1 => Just(Completeness::Endless),
    ];
    (reading(), completeness).prop_map(|(reading, completeness)| ListReading { reading, completeness })
}

fn shares() -> impl Strategy<Value = Shares> {
    let until = prop_oneof![
        Just(Until::NoEnd),
        (0..AT).prop_map(|end| Until::End(UnixMillis(end))),
        prop_oneof![text(), Just("forever".to_owned()), Just("2026-11-26T14:05:09Z".to_owned())]
            .prop_map(Until::Odd),
    ];
    let share = (option::of(text()), until)
        .prop_map(|(account, until)| Share { account: account.map(AccountName::new), until });
    prop_oneof![
        1 => Just(Shares::NotRead),
        1 => Just(Shares::Listed),
        4 => vec(share, 0..3).prop_map(Shares::Read),
    ]
}

fn list() -> impl Strategy<Value = DrawnList> {
    let grants = btree_map(id(), (option::weighted(0.9, text()), permission()), 0..5);
    let grant = |(id, (name, permission)): (String, (Option<String>, Permission))| UserGrant {
        id: Some(UserId::new(id)),
        name: name.map(UserName::new),
        permission,
    };
    (option::of(text()), option::of(text()), reading(), grants).prop_map(
        move |(number, creator, reading, grants)| DrawnList {
            number,
            creator,
            reading,
            grants: grants.into_iter().map(grant).collect(),
        },
    )
}

fn visibility() -> impl Strategy<Value = Visibility> {
    prop_oneof![Just(Visibility::Private), Just(Visibility::Public), Just(Visibility::Unknown)]
}

pub(super) fn drawn() -> impl Strategy<Value = Drawn> {
    let is_name = |text: &str| OrganizationName::new(text).is_ok() && ImageName::new(text).is_ok();
    let name = move || text().prop_filter("a name in a path", move |text| is_name(text));
    let contents = btree_map(name(), (visibility(), shares(), list()), 0..4);
    let organizations = btree_map(name(), (option::of(number()), listing(), 0u32..3, list(), contents), 0..3);
    let organizations = organizations.prop_map(|all| {
        let one = |(name, (counted, images, appeared, list, contents)): (
            String,
            (_, _, _, _, std::collections::BTreeMap<_, _>),
        )| {
            let image = |(name, (visibility, shares, list))| (name, visibility, shares, list);
            let contents = contents.into_iter().map(image).collect();
            DrawnOrganization { name, counted, images, appeared, list, contents }
        };
        all.into_iter().map(one).collect()
    });
    let users = vec((id(), text(), any::<bool>()), 0..4);
    let scope = option::of(vec(name(), 0..3));
    let totals = (option::of(number()), option::of(number()));
    let lists = [listing(), listing(), listing()];
    let account = (option::of(text()), text());
    (account, scope, lists, users, organizations, totals, any::<bool>()).prop_map(
        |(account, scope, lists, users, organizations, totals, is_stopped)| Drawn {
            account,
            scope,
            lists,
            users,
            organizations,
            totals,
            is_stopped,
        },
    )
}

/// The snapshot, read so many milliseconds later.
pub(super) fn draw(drawn: &Drawn, shift: i64) -> Snapshot {
    let organization = |name: &String| OrganizationName::new(name.clone()).unwrap();
    let mut builder = Builder::new(About {
        caller: Person { id: UserId::new("me"), name: UserName::new("\u{202E}me") },
        region: RegionId::new("local"),
        account: Account { id: drawn.account.0.clone(), name: AccountName::new(drawn.account.1.clone()) },
        scope: drawn
            .scope
            .as_ref()
            .map_or(Scope::All, |names| Scope::Some(names.iter().map(organization).collect())),
        started: UnixMillis(AT + shift),
    });
    let [organizations, users, shared] = drawn.lists.clone().map(|listing| shifted_listing(listing, shift));
    let account_user = |(id, name, is_enabled): &(String, String, bool)| AccountUser {
        person: Person { id: UserId::new(id.clone()), name: UserName::new(name.clone()) },
        is_enabled: *is_enabled,
    };
    builder.users(users, &drawn.users.iter().map(account_user).collect::<Vec<_>>());
    builder.lists_mut().organizations = organizations;
    builder.lists_mut().shared = shared;
    builder.count(Totals { organizations: drawn.totals.0, images: drawn.totals.1 });
    for one in &drawn.organizations {
        let name = organization(&one.name);
        builder.organization(&ListedOrganization {
            name: name.clone(),
            number: None,
            creator: None,
            counted: one.counted,
        });
        let facts = builder.organization_facts(&name).unwrap();
        facts.images = shifted_listing(one.images.clone(), shift);
        facts.appeared = one.appeared + u32::from(shift != 0);
        draw_list(&mut builder, &Target::Organization(name.clone()), &one.list, shift);
        for (image, visibility, shares, list) in &one.contents {
            let image = Target::Image(name.clone(), ImageName::new(image.clone()).unwrap());
            builder.image(&image, *visibility);
            builder.shares(&image, shares.clone());
            draw_list(&mut builder, &image, list, shift);
        }
    }
    builder.freeze(UnixMillis(AT + 2 * shift), drawn.is_stopped)
}

fn draw_list(builder: &mut Builder, target: &Target, drawn: &DrawnList, shift: i64) {
    let list = AccessList {
        id: drawn.number.clone(),
        creator: drawn.creator.clone().map(UserName::new),
        unreadable: usize::try_from(drawn.reading.unreadable()).unwrap(),
        others: drawn.grants.clone(),
        ..AccessList::default()
    };
    builder.list(target, UnixMillis(AT + shift), &list);
    if !drawn.reading.is_read() {
        builder.not_read(target, drawn.reading.clone());
    }
}

fn shifted_listing(listing: ListReading, shift: i64) -> ListReading {
    let reading = match listing.reading {
        Reading::Read { at, unreadable } => Reading::Read { at: UnixMillis(at.0 + shift), unreadable },
        other => other,
    };
    ListReading { reading, ..listing }
}

pub(super) fn accepted() -> impl Strategy<Value = Vec<Accepted>> {
    let target = option::of(("[a-c]", option::of("[a-c]"))).prop_map(|target| {
        target.map(|(organization, image)| {
            let organization = OrganizationName::new(organization).unwrap();
            match image {
                Some(image) => Target::Image(organization, ImageName::new(image).unwrap()),
                None => Target::Organization(organization),
            }
        })
    });
    let reason = text().prop_filter_map("a reason", |text| Reason::new(&text));
    let by =
        (text(), text()).prop_map(|(id, name)| Person { id: UserId::new(id), name: UserName::new(name) });
    let one = (0usize..15, target, vec(text(), 0..3), vec(text(), 0..3), reason, by, 0..AT).prop_map(
        |(rule, target, users, accounts, reason, by, until)| Accepted {
            finding: Fingerprint {
                rule: Rule::ALL[rule],
                target,
                users: users.into_iter().map(UserId::new).collect(),
                accounts,
            },
            reason,
            by,
            until: UnixMillis(until),
        },
    );
    vec(one, 0..4)
}
