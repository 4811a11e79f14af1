//! The small world. Scripts, screenshots and the manual rely on it, so it is a promise: what is in it stays as it is.

use crate::level::Level;
use crate::names::{AccountId, AccountName, ProjectId, ProjectName, UserId, UserName};
use crate::store::{AccessKey, Account, Image, Organization, Partner, Project, Store, User};
use crate::time::UnixMillis;

use super::outside::outside;
use super::{granted, image, organization};

const ADMINISTRATOR: (&str, &str) = ("admin", "3059e6b5562241fda3fa441cca6f228b");

/// The other users, `user01` and so on.
const USER_IDS: [&str; 12] = [
    "fb3f175c1fd146ab8cdae3272be6107b",
    "9c1f0e4a7b2d4f6d8a35c2e1b7409d58",
    "27ad5e9b31c84c0f9e6b70d4f8a21c63",
    "e05b8c7f6a914d23b8f1947c3d2ea096",
    "5a6d3f81c0e94b7793d2a8b41f7c60ee",
    "b8e2c94d7f1a4035a6c9e3d07b5f8124",
    "04f7a1d9e6b3482c8d50b9c17e2f6a3d",
    "d3908b6ce2f74a51907fc4a85b1d2e6c",
    "6e1c7fb05d284e9ab34f82d06a9c5b17",
    "af52d8073be64c198f6ad1e9c2047b3e",
    "18b4e6f2907d4ca5bd83f05e6c7a91d2",
    "c7290ad4f85e4b36a1d7e98b3c60f54e",
];

/// The ids that the images and organizations of the real service have are about that large.
const GROUP: u64 = 3_827_347;
const EMPTY: u64 = 3_827_351;

pub(super) fn store() -> Store {
    let administrator = user(ADMINISTRATOR.0, ADMINISTRATOR.1, true);
    let numbered =
        (1..).zip(USER_IDS).map(|(number, id): (usize, _)| user(&format!("user{number:02}"), id, false));
    let users: Vec<User> = std::iter::once(administrator.clone()).chain(numbered).collect();
    // Tests count on the order of the first two.
    let organizations = vec![
        group(&administrator, &users),
        organization(EMPTY, "empty", &administrator),
        outside(&administrator, &users),
    ];
    let access_keys = access_keys(&users);
    Store {
        account: Account {
            id: AccountId::new("d78cbac186b744899480f25bd022f468"),
            name: AccountName::new("demo"),
        },
        project: Project {
            id: ProjectId::new("8c5f1b7e2d3a4960a4be6d0c97f1e832"),
            name: ProjectName::new("local"),
        },
        users,
        organizations,
        partner: Partner {
            account: Account {
                id: AccountId::new("9f1c62d5a8b34e07b6d2c4f1e8a07b35"),
                name: AccountName::new("partner"),
            },
            agency: "swr-admins",
            user: user("partner/swr-admins", "71d0c3b9f4a8462e95e7d8b06c1f3a24", true),
        },
        outsiders: ["partner", "contractor"].map(AccountName::new).into(),
        access_keys,
        created: 0,
    }
}

/// The administrator and the first user have one.
fn access_keys(users: &[User]) -> Vec<AccessKey> {
    let key = |user: &User| AccessKey {
        access: format!("{}ACCESSKEY", user.name.as_str().to_uppercase()),
        secret: format!("demo-secret-of-{}", user.name),
        user: user.id.clone(),
    };
    users.iter().take(2).map(key).collect()
}

fn user(name: &str, id: &str, is_administrator: bool) -> User {
    User { id: UserId::new(id), name: UserName::new(name), is_administrator, is_enabled: true }
}

fn group(administrator: &User, users: &[User]) -> Organization {
    let grants = |wanted: &[(&str, Level)]| {
        let named = |name: &str| users.iter().find(|user| user.name.as_str() == name);
        let wanted = wanted.iter().filter_map(|(name, level)| Some((named(name)?, *level)));
        granted(std::iter::once((administrator, Level::Manage)).chain(wanted))
    };
    let shared = grants(&[("user01", Level::Manage), ("user02", Level::Write), ("user03", Level::Read)]);
    let images = [
        Image { grants: shared, ..test_image(administrator) },
        busybox_image(administrator),
        app_image(administrator),
    ];
    let mut group = organization(GROUP, "group", administrator);
    group.grants = grants(&[("user04", Level::Write)]);
    group.images.extend(images.map(|image| (image.name.clone(), image)));
    group
}

fn test_image(creator: &User) -> Image {
    Image {
        description: "Integration test runner".to_owned(),
        size: 187_340_212,
        tags: tags(&["1.4.0", "1.3.2", "1.3.1"]),
        downloads: 412,
        created: UnixMillis::new(1_709_546_400_000),
        updated: UnixMillis::new(1_757_403_845_123),
        ..image(3_374_887, "test", creator)
    }
}

fn busybox_image(creator: &User) -> Image {
    Image {
        category: "linux",
        description: "BusyBox, the Swiss army knife".to_owned(),
        is_public: true,
        size: 2_219_431,
        tags: tags(&["1.37.0", "latest"]),
        downloads: 10_873,
        created: UnixMillis::new(1_710_151_262_000),
        updated: UnixMillis::new(1_745_829_031_480),
        ..image(3_374_902, "busybox", creator)
    }
}

fn app_image(creator: &User) -> Image {
    Image {
        category: "app_server",
        description: "Front end of the team's web application".to_owned(),
        size: 96_127_004,
        tags: tags(&["2025.9.1", "2025.9.0", "2025.8.4", "2025.8.3"]),
        downloads: 2_316,
        created: UnixMillis::new(1_718_006_400_000),
        updated: UnixMillis::new(1_758_212_399_907),
        ..image(3_375_140, "team/web/app", creator)
    }
}

fn tags(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
