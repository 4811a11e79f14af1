//! Another tab of the console, as far as this one can hear it.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use domain::model::names::{AccountName, ProjectName, RegionId, UserId, UserName};
use domain::model::user::Caller;
use domain::text::time::UnixMillis;
use swr_console::api::Token;
use swr_console::api::between_tabs::{self, Message};
use swr_console::api::stored::{BeganWith, StoredSession};
use swr_emulator::browser::Installed;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, Event, MessageEvent};

use super::wait::appears;

/// The other tab. It is closed when it is dropped.
pub struct OtherTab {
    channel: BroadcastChannel,
    heard: Rc<RefCell<Vec<Message>>>,
    _listener: Closure<dyn FnMut(Event)>,
}

impl OtherTab {
    /// Opens it.
    pub fn open() -> Self {
        let channel = BroadcastChannel::new("swr-console").unwrap();
        let heard: Rc<RefCell<Vec<Message>>> = Rc::default();
        let noted = Rc::clone(&heard);
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let text = event.unchecked_ref::<MessageEvent>().data().as_string().unwrap();
            noted.borrow_mut().push(between_tabs::read(&text).unwrap());
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Self { channel, heard, _listener: listener }
    }

    /// Says something.
    pub fn say(&self, message: &Message) {
        self.say_text(&between_tabs::write(message));
    }

    /// Says whatever it likes.
    pub fn say_text(&self, text: &str) {
        self.channel.post_message(&text.into()).unwrap();
    }

    /// What it has heard so far.
    pub fn heard(&self) -> Vec<Message> {
        self.heard.borrow().clone()
    }

    /// Waits for a message of a kind.
    pub async fn hears<T>(&self, what: &str, pick: impl Fn(&Message) -> Option<T>) -> T {
        appears(what, || self.heard.borrow().iter().find_map(&pick)).await
    }

    /// Waits until a tab asks for a session, and returns its name.
    pub async fn is_asked(&self) -> String {
        self.hears("the question for a session", |message| match message {
            Message::Ask { tab } => Some(tab.clone()),
            _ => None,
        })
        .await
    }
}

impl Drop for OtherTab {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}

/// What another tab keeps of a session of a user of the seed.
pub fn session_of(cloud: &mut Installed, user: &str, id: &str) -> Arc<StoredSession> {
    let token = cloud.sign_in(user).unwrap().to_string();
    let user_id = cloud.read(|emulator| emulator.store().user_named(user).unwrap().id.to_string());
    Arc::new(StoredSession {
        id: id.to_owned(),
        token: Token::new(&token).unwrap(),
        expires: None,
        began: now(),
        used: now(),
        addresses: " ".to_owned(),
        region: RegionId::new("local"),
        project: Some(ProjectName::new("local")),
        caller: Caller {
            id: UserId::new(user_id),
            name: UserName::new(user),
            account: AccountName::new("demo"),
        },
        began_with: BeganWith::Password,
        home: None,
    })
}

fn now() -> UnixMillis {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds")]
    UnixMillis(js_sys::Date::now() as i64)
}
