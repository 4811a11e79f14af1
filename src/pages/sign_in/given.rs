//! What a sign-in form begins with.

use domain::model::names::{AccountName, ProjectName, UserId, UserName};

/// What is known before anything is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Nothing but the region.
    Nothing,
    /// Who was signed in, and for which project; both are fixed.
    User {
        /// The account.
        account: AccountName,
        /// The user.
        user: UserName,
        /// The user's id, for a second factor.
        id: UserId,
        /// The project.
        project: ProjectName,
    },
    /// That the session began with a token.
    Token,
}
