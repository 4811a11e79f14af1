//! The whole console with an emulator behind it, opened at an address.

use std::time::Duration;

use domain::model::names::{AccountName, ProjectName, UserId, UserName};
use domain::model::user::Caller;
use swr_console::api::Token;
use swr_console::api::iam::IssuedToken;
use swr_console::api::stored::BeganWith;
use swr_console::app::{App, DataOrigin};
use swr_console::config::{self, Config};
use swr_console::pages::parts::{PartLoader, linked_in};
use swr_console::state::clock::now;
use swr_console::state::session::Session;
use swr_console::view::prelude::*;
use swr_emulator::browser::{self, Installed};
use swr_emulator::{Emulator, Request, Seed, Switches};
use web_sys::HtmlElement;

use super::find::Find;
use super::stage::{Stage, go_to};
use super::wait::{appears, until};

/// How long an answer takes where that matters: long enough to do something before it is there.
pub const SLOWLY: Duration = Duration::from_millis(80);

/// Where the tab keeps its session.
pub const KEY: &str = "swr-console.session";

/// A console. It derefs to its page.
pub struct Console {
    page: Stage,
    /// What lies behind `fetch`.
    pub cloud: Installed,
}

/// One region, whose API is on the console's own origin.
pub fn one_region() -> Config {
    config::parse(r#"{"regions":[{"id":"local","swr":"","iam":"","project":"local","account":"demo"}]}"#)
        .unwrap()
}

/// Two of them.
pub fn two_regions() -> Config {
    let regions = r#"{"regions":[
        {"id":"north","name":"North","swr":"/north","iam":"/north","project":"local","account":"demo"},
        {"id":"south","name":"South","swr":"/south","iam":"/south","project":"local","account":"demo"}]}"#;
    // The emulator serves the API at the root, so only the addresses of the second region lead anywhere.
    config::parse(&regions.replace("/south", "")).unwrap()
}

/// The world that every test begins with.
pub fn small() -> Emulator {
    Emulator::new(Seed::Small, Switches::default())
}

impl Console {
    /// Opens an address, with nobody signed in.
    pub fn open(address: &str) -> Self {
        Self::set_up(small(), one_region(), None, address)
    }

    /// Opens an address with a user of the seed signed in.
    pub fn open_as(user: &str, address: &str) -> Self {
        Self::set_up(small(), one_region(), Some(user), address)
    }

    /// Opens an address with a user of the seed signed in, where every answer takes its time.
    pub fn open_slowly_as(user: &str, address: &str) -> Self {
        Self::set_up(small().with_latency(SLOWLY), one_region(), Some(user), address)
    }

    /// Opens an address with a user of the seed signed in, whose token ends in so many seconds.
    pub fn open_for(user: &str, seconds: i64, address: &str) -> Self {
        let ends = now().0 + seconds * 1000;
        Self::with(small(), one_region(), Some(user), address, linked_in, |text| {
            text.replace("\"expires\":null", &format!("\"expires\":{ends}"))
        })
    }

    /// Opens an address with a user of the seed signed in, where the parts of the program come like this.
    pub fn open_in_parts(loader: PartLoader, user: &str, address: &str) -> Self {
        Self::with(small(), one_region(), Some(user), address, loader, str::to_owned)
    }

    /// Opens an address of a console that is set up in a certain way.
    pub fn set_up(emulator: Emulator, config: Config, user: Option<&str>, address: &str) -> Self {
        Self::with(emulator, config, user, address, linked_in, str::to_owned)
    }

    /// The same, with something else in the tab's storage than what signing in leaves there.
    fn with(
        emulator: Emulator,
        config: Config,
        user: Option<&str>,
        address: &str,
        loader: PartLoader,
        alter: impl Fn(&str) -> String,
    ) -> Self {
        let mut page = Stage::new();
        let mut cloud = browser::install(emulator);
        if let Some(user) = user {
            sign_in(&mut cloud, &config, user);
            let storage = window().session_storage().unwrap().unwrap();
            let kept = storage.get_item(KEY).unwrap().unwrap();
            storage.set_item(KEY, &alter(&kept)).unwrap();
        }
        go_to(address);
        page.show(move || view! { <App config=Ok(config) origin=DataOrigin::Configured loader/> });
        Self { page, cloud }
    }

    /// Waits until the page has a heading.
    pub async fn heading(&self, name: &str) {
        appears(&format!("the heading “{name}”"), || self.page.find_called("h1", name)).await;
    }

    /// Waits for the row of a name.
    pub async fn row(&self, name: &str) -> HtmlElement {
        appears(&format!("the row of {name}"), || self.page.find_row(name)).await
    }

    /// Waits for a dialog.
    pub async fn dialog(&self, name: &str) -> HtmlElement {
        appears(&format!("the dialog “{name}”"), || self.page.find_dialog(name)).await
    }

    /// What the live region says, wherever in the document it is.
    pub fn announced(&self) -> String {
        let region = document().query_selector("[role=status]").unwrap();
        region.map(|region| region.text()).unwrap_or_default()
    }

    /// The requests of a method and path so far.
    pub fn requests(&self, method: &str, path: &str) -> Vec<Request> {
        let fits =
            |request: &Request| request.method == method && request.target.split('?').next() == Some(path);
        self.cloud.requests().into_iter().filter(fits).collect()
    }

    /// Waits until the list was read after the last write. A test that ends before that leaves the read to the world of
    /// the next test, where it is one too many.
    pub async fn looked_again(&self) {
        let is_read = || self.cloud.requests().last().is_some_and(|last| last.method == "GET");
        until("the look after the write", is_read).await;
    }

    /// The id of a user of the seed.
    pub fn id_of(&self, user: &str) -> String {
        self.cloud.read(|emulator| emulator.store().user_named(user).unwrap().id.to_string())
    }

    /// The number of the level that a user holds on `group/test`.
    pub fn stored_level(&self, user: &str) -> Option<u8> {
        let id = swr_emulator::UserId::new(self.id_of(user));
        self.cloud.read(|emulator| {
            let grants = &emulator.store().image("group", "test").unwrap().grants;
            grants.level_of(&id).map(swr_emulator::Level::number)
        })
    }
}

impl std::ops::Deref for Console {
    type Target = Stage;

    fn deref(&self) -> &Stage {
        &self.page
    }
}

/// The browser's path and query.
pub fn address() -> String {
    let location = window().location();
    format!("{}{}", location.pathname().unwrap(), location.search().unwrap())
}

/// Leaves a session in the tab's storage, as signing in and reloading does.
fn sign_in(cloud: &mut Installed, config: &Config, user: &str) {
    let token = cloud.sign_in(user).unwrap().to_string();
    let id = cloud.read(|emulator| emulator.store().user_named(user).unwrap().id.to_string());
    let issued = IssuedToken {
        token: Token::new(&token).unwrap(),
        caller: Caller { id: UserId::new(id), name: UserName::new(user), account: AccountName::new("demo") },
        project: Some(ProjectName::new("local")),
        expires: None,
        issued: None,
    };
    let region = config.regions.last().unwrap();
    let owner = Owner::new();
    owner.with(|| Session::install(config.clone()).begin(issued, region, BeganWith::Password));
}

/// Opens "Request" in a dialog, and waits for its text.
pub async fn request_in(dialog: &HtmlElement) -> HtmlElement {
    dialog.called("summary", "Request").click();
    appears("the request", || dialog.find("pre")).await
}
