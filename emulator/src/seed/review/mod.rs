//! The world for access reviews: five organizations with 2,000 images whose lists are some dozens, 500 users, and one planted
//! case for each thing that a review has to find. What is not planted is in order, so that a test can say what is found and
//! what is not. `docs/emulator.md` lists the cases.

mod cases;
mod crowded;
mod earlier;
mod people;
mod plan;
mod teams;

use crate::level::Level;
use crate::names::AccountName;
use crate::seed::{granted, organization, small};
use crate::seeded_rng::SeededRng;
use crate::store::{Organization, Store, User};

use people::{FOUNDER, Holders};
use plan::{PLANS, Plan, guests_of_organization, guests_of_team};
use teams::Team;

pub(super) use crowded::crowded;
pub(super) use earlier::as_it_was;

const FIRST_ORGANIZATION: u64 = 3_950_000;
const FIRST_IMAGE: u64 = 3_960_000;

/// The users and the account are those of the small seed, with more users; the organizations are others.
pub(super) fn store() -> Store {
    let mut store = small::store();
    let users = people::users(store.users.len());
    let free = users.iter().filter(|user| !people::is_of_a_case(user)).cloned().collect::<Vec<_>>();
    let mut builder = Builder {
        administrator: store.users.iter().find(|user| user.is_administrator).cloned(),
        free: free.into_iter(),
        rng: SeededRng::new(2_000),
        images: 0,
    };
    store.organizations =
        (1..).zip(&PLANS).filter_map(|(number, plan)| builder.organization(number, plan)).collect();
    store.users.extend(users);
    store.outsiders.push(AccountName::new("supplier"));
    store
}

/// What is used up while the world is made.
struct Builder {
    administrator: Option<User>,
    /// Who is on no list yet.
    free: std::vec::IntoIter<User>,
    rng: SeededRng,
    images: u64,
}

impl Builder {
    fn organization(&mut self, number: u64, plan: &Plan) -> Option<Organization> {
        let holders = self.holders(plan);
        let first = self.free.next()?;
        let creator = match (plan.name, holders.first()) {
            ("archive", _) => FOUNDER.user(),
            (_, Some((user, Level::Manage))) => user.clone(),
            _ => first.clone(),
        };
        let mut made = organization(FIRST_ORGANIZATION + number, plan.name, &creator);
        made.grants = granted(holders.iter().map(|(user, level)| (user, *level)));
        let teams: Vec<Team> =
            (0..).zip(plan.teams).filter_map(|(number, name)| self.team(plan, number, name)).collect();

        let lists = cases::Lists { team: teams.first()?, organization: &holders, stranger: &first };
        let planted = cases::images(plan.name, &lists, || self.next_id(), &mut SeededRng::new(number));
        let others = plan.images.saturating_sub(planted.len());
        let mut images = planted;
        images.extend((0..others).filter_map(|position| {
            let team = teams.get(position % teams.len())?;
            let id = self.next_id();
            team.image(id, position / teams.len(), &mut self.rng)
        }));
        made.images.extend(images.into_iter().map(|image| (image.name.clone(), image)));
        Some(made)
    }

    /// Who holds what on the organization: first its own people, then those of planted cases.
    fn holders(&mut self, plan: &Plan) -> Holders {
        let administrator = self.administrator.clone().filter(|_| plan.name == "platform");
        let mut holders: Holders = administrator.into_iter().map(|user| (user, Level::Manage)).collect();
        for (count, level) in
            [(plan.managers, Level::Manage), (plan.writers, Level::Write), (plan.readers, Level::Read)]
        {
            holders.extend(self.free.by_ref().take(count).map(|user| (user, level)));
        }
        holders.extend(guests_of_organization(plan.name));
        holders
    }

    /// Teams have from 8 to 16 people.
    fn team(&mut self, plan: &Plan, number: usize, name: &'static str) -> Option<Team> {
        let people = self.free.by_ref().take(8 + number * 5 % 9).collect();
        Some(Team::new(name, people, guests_of_team(plan.name, name), self.free.next()?))
    }

    fn next_id(&mut self) -> u64 {
        self.images += 1;
        FIRST_IMAGE + self.images
    }
}
