//! The organization `outside`: one image that everyone may pull, and one that other accounts may pull.

use crate::level::Level;
use crate::names::AccountName;
use crate::store::{Deadline, Image, Organization, Share, Shares, User};
use crate::time::UnixMillis;

use super::{granted, image, organization};

const ORGANIZATION_ID: u64 = 3_827_363;

const CREATED: UnixMillis = UnixMillis::new(1_677_664_800_000);
const UPDATED: UnixMillis = UnixMillis::new(1_741_944_600_000);

/// 2024-01-31T23:59:59Z, written as a deadline is.
const ENDED: (&str, UnixMillis) = ("2024-01-31T23:59:59Z", UnixMillis::new(1_706_745_599_000));

pub(super) fn outside(administrator: &User, users: &[User]) -> Organization {
    let mut outside = organization(ORGANIZATION_ID, "outside", administrator);
    let images = [public(administrator, users), shared(administrator, users)];
    outside.images.extend(images.map(|image| (image.name.clone(), image)));
    outside
}

fn public(administrator: &User, users: &[User]) -> Image {
    Image {
        grants: granted([(administrator, Level::Manage)].into_iter().chain(reader(users, "user05"))),
        category: "linux",
        description: "Base image that everyone may pull".to_owned(),
        is_public: true,
        size: 31_204_551,
        tags: vec!["2.1".to_owned(), "2.0".to_owned()],
        downloads: 640,
        created: CREATED,
        updated: UPDATED,
        ..image(3_375_306, "public", administrator)
    }
}

fn shared(administrator: &User, users: &[User]) -> Image {
    Image {
        grants: granted([(administrator, Level::Manage)].into_iter().chain(reader(users, "user06"))),
        shares: shares(administrator),
        category: "app_server",
        description: "Interface for partners".to_owned(),
        size: 58_900_412,
        tags: vec!["1.8.0".to_owned()],
        downloads: 77,
        created: CREATED,
        updated: UPDATED,
        ..image(3_375_311, "shared", administrator)
    }
}

fn reader<'a>(users: &'a [User], name: &str) -> Option<(&'a User, Level)> {
    let user = users.iter().find(|user| user.name.as_str() == name)?;
    Some((user, Level::Read))
}

fn shares(creator: &User) -> Shares {
    const DAY: u64 = 86_400_000;
    let share = |account: &str, deadline, description: &str, days_before: u64| {
        let created = UnixMillis::new(ENDED.1.get() - days_before * DAY);
        Share {
            account: AccountName::new(account),
            deadline,
            description: description.to_owned(),
            creator: creator.clone(),
            created,
            updated: created,
        }
    };
    let ended = Deadline::At { text: ENDED.0.to_owned(), moment: ENDED.1 };
    let mut shares = Shares::default();
    shares.put(share("partner", Deadline::Forever, "Runs it in their own cluster", 200));
    shares.put(share("contractor", ended, "Moved the service to the cloud", 120));
    shares
}
