//! The review's world with everybody on every list: a million grants.

use crate::level::Level;
use crate::seed::granted;
use crate::store::Store;

/// Gives each image a list of all users of the account, in an order and with levels of its own.
pub(in crate::seed) fn crowded(store: &mut Store) {
    let users = store.users.clone();
    let levels = [Level::Read, Level::Read, Level::Write, Level::Manage];
    let images = store.organizations.iter_mut().flat_map(|organization| organization.images.values_mut());
    for (place, image) in images.enumerate() {
        let level = |number: usize| levels.iter().copied().cycle().nth((number + place) % levels.len());
        let holders = users.iter().enumerate().filter_map(|(number, user)| Some((user, level(number)?)));
        image.grants = granted(holders);
    }
}
