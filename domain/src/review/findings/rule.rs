//! The rules, and from when on they find something.

/// A rule. Its id is what people call it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// Something was not read.
    NotRead,
    /// Everyone may pull an image.
    Public,
    /// An image is shared with other accounts.
    Shared,
    /// One user alone manages an image, or nobody does.
    FewManagers,
    /// A permission on an image adds nothing.
    AddsNothing,
    /// A user is on a list and not in the account's user list.
    NotInAccount,
    /// A user is on a list and can't sign in.
    Disabled,
    /// Several ids have one name.
    SharedName,
    /// One id has several names.
    SeveralNames,
    /// Many manage an organization or an image.
    ManyManagers,
    /// Nobody in the account is called like the user who made an organization.
    UnknownCreator,
    /// A permission is no level.
    NoLevel,
    /// A user has the same on most images of an organization, one by one.
    Widespread,
    /// Manage was granted since the older snapshot.
    ManageGranted,
    /// Something was deleted and made anew since the older snapshot.
    MadeAnew,
}

impl Rule {
    /// All rules, in their order.
    pub const ALL: [Rule; 15] = [
        Rule::NotRead,
        Rule::Public,
        Rule::Shared,
        Rule::FewManagers,
        Rule::AddsNothing,
        Rule::NotInAccount,
        Rule::Disabled,
        Rule::SharedName,
        Rule::SeveralNames,
        Rule::ManyManagers,
        Rule::UnknownCreator,
        Rule::NoLevel,
        Rule::Widespread,
        Rule::ManageGranted,
        Rule::MadeAnew,
    ];

    /// The id, for files and scripts.
    pub const fn id(self) -> &'static str {
        match self {
            Rule::NotRead => "F0",
            Rule::Public => "F1",
            Rule::Shared => "F2",
            Rule::FewManagers => "F3",
            Rule::AddsNothing => "F4",
            Rule::NotInAccount => "F5",
            Rule::Disabled => "F6",
            Rule::SharedName => "F7",
            Rule::SeveralNames => "F8",
            Rule::ManyManagers => "F9",
            Rule::UnknownCreator => "F10",
            Rule::NoLevel => "F11",
            Rule::Widespread => "F12",
            Rule::ManageGranted => "F13",
            Rule::MadeAnew => "F14",
        }
    }

    /// The rule of an id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    /// Whether it is about what has changed since an older snapshot.
    pub const fn needs_comparison(self) -> bool {
        matches!(self, Rule::ManageGranted | Rule::MadeAnew)
    }
}

/// From when on a rule finds something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// More users than this with Manage on an organization are many.
    pub managers_most: u32,
    /// Of at least so many users of an image, more than half with Manage are many.
    pub users_least: u32,
    /// In an organization of at least so many images, a user may have a level on most of them.
    pub images_least: u32,
    /// So many of a hundred images are most.
    pub most_percent: u32,
    /// If more than so many of a hundred users on lists are not in the account's user list, that list does not fit.
    pub strangers_percent: u32,
    /// Fewer users than this never make it unfit.
    pub strangers_least: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            managers_most: 3,
            users_least: 4,
            images_least: 5,
            most_percent: 80,
            strangers_percent: 20,
            strangers_least: 3,
        }
    }
}
