//! The state machine itself: it numbers requests, takes the target apart, and sends the request to SWR or to IAM.

use std::time::Duration;

use crate::call::{Call, World};
use crate::error::{BODY_TOO_LARGE, Refusal};
use crate::faults::{Faults, Rule};
use crate::http::{Request, Response};
use crate::iam;
use crate::rate::{Limiter, RateLimit};
use crate::seed::Seed;
use crate::seeded_rng::SeededRng;
use crate::sentinels::{self, Retries};
use crate::sessions::{AuthMethod, Scope, Sessions, Token};
use crate::store::Store;
use crate::switches::Switches;
use crate::swr;
use crate::target::Target;
use crate::throttling;
use crate::time::UnixMillis;

/// The longest body that is read: what the gateway of the real service takes. An adapter may stop reading one byte later.
pub const BODY_LIMIT: usize = 12 * 1024 * 1024;

/// An SWR and an IAM, with everything they remember.
#[derive(Debug, Clone)]
pub struct Emulator {
    world: World,
    latency: Duration,
    request_ids: SeededRng,
    faults: Faults,
    limiter: Limiter,
}

impl Emulator {
    /// A fresh one.
    pub fn new(seed: Seed, switches: Switches) -> Self {
        let world = World {
            store: seed.store(),
            sessions: Sessions::default(),
            switches,
            retries: Retries::default(),
        };
        let request_ids = SeededRng::new(0x5157);
        let (faults, limiter) = (Faults::default(), Limiter::default());
        Self { world, latency: Duration::ZERO, request_ids, faults, limiter }
    }

    /// Lets tokens issued from now on live that long, instead of 24 hours.
    #[must_use]
    pub fn with_token_lifetime(mut self, lifetime: Duration) -> Self {
        self.world.sessions.set_lifetime(lifetime);
        self
    }

    /// Delays every answer.
    #[must_use]
    pub fn with_latency(mut self, latency: Duration) -> Self {
        self.latency = latency;
        self
    }

    /// Holds each source address to a rate.
    #[must_use]
    pub fn with_rate_limit(mut self, limit: RateLimit) -> Self {
        self.limiter = Limiter::new(limit);
        self
    }

    /// Answers a request received at `now`. What a write changes is changed when this returns, also if the answer is
    /// to be given later or never.
    pub fn answer(&mut self, request: &Request, now: UnixMillis) -> Response {
        let request_id = self.request_ids.hex32();
        let answered = match self.limiter.admit(request.source, now) {
            Ok(()) => self.admitted(request, now, &request_id),
            Err(wait) => throttling::refused(&request.target, wait, self.world.switches, &request_id),
        };
        let mut response = answered.with_header("X-Request-Id", request_id);
        if request.method == "HEAD" {
            response.body.clear();
        }
        Response { pace: response.pace.delayed_by(self.latency), ..response }
    }

    fn admitted(&mut self, request: &Request, now: UnixMillis, request_id: &str) -> Response {
        match self.faults.take(&request.method, &request.target) {
            None => self.dispatch(request, now, request_id),
            Some(rule) => self.dispatch_spoilt(&rule, request, now, request_id),
        }
    }

    /// An answer that is not ours, which the rules spoil as well: an adapter may serve more than the API.
    pub fn spoilt_by_rule(&mut self, request: &Request, honest: Response) -> Response {
        let Some(rule) = self.faults.take(&request.method, &request.target) else { return honest };
        let shape = self.world.switches.error_shape;
        rule.corrupt(honest, |status| sentinels::refusal(status).into_response(shape, ""))
    }

    /// What is not to be done is done to a copy, for its answer.
    fn dispatch_spoilt(&mut self, rule: &Rule, request: &Request, now: UnixMillis, id: &str) -> Response {
        let shape = self.world.switches.error_shape;
        let honest = if rule.is_done() {
            self.dispatch(request, now, id)
        } else {
            self.clone().dispatch(request, now, id)
        };
        rule.corrupt(honest, |status| sentinels::refusal(status).into_response(shape, id))
    }

    fn dispatch(&mut self, request: &Request, now: UnixMillis, request_id: &str) -> Response {
        let shape = self.world.switches.error_shape;
        let Some(target) = Target::parse(&request.target) else {
            return Refusal::NO_SUCH_API.into_response(shape, request_id);
        };
        if request.body.len() > BODY_LIMIT {
            return Refusal::Swr(BODY_TOO_LARGE).into_response(shape, request_id);
        }
        let call = Call { request, target, now, request_id };
        match call.target.segments().as_slice() {
            ["v3" | "v3.0", ..] => iam::answer(&mut self.world, &call),
            _ => swr::answer(&mut self.world, &call),
        }
    }

    /// Signs a user in without a call, for tests that are about something else. `None` if nobody has that name, or they are
    /// disabled.
    pub fn sign_in(&mut self, user_name: &str, now: UnixMillis) -> Option<Token> {
        let user = self.world.store.user_named(user_name).filter(|user| user.is_enabled)?.id.clone();
        Some(self.world.sessions.issue(AuthMethod::password(user).with_scope(Scope::Project), now))
    }

    /// Makes every token issued so far invalid, as a change of passwords would.
    pub fn end_sessions(&mut self) {
        self.world.sessions.end_all();
    }

    /// What is remembered.
    pub fn store(&self) -> &Store {
        &self.world.store
    }

    /// What is remembered, to change it behind the client's back.
    pub fn store_mut(&mut self) -> &mut Store {
        &mut self.world.store
    }

    /// The rules by which calls fail, to set them while clients are connected.
    pub fn faults_mut(&mut self) -> &mut Faults {
        &mut self.faults
    }

    /// The switches, to turn them while clients are connected.
    pub fn switches_mut(&mut self) -> &mut Switches {
        &mut self.world.switches
    }
}
