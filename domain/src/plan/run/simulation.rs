//! Runs against a service that fails, among people who change things meanwhile, with pauses, stops, ends of a session and
//! crashes: each from its own seed.
//!
//! Whatever happens, nothing is sent twice, nothing is sent for what has changed or is so already, each edit has one word
//! that the lists bear out, and a second run of the same plan does the rest.

mod checks;
mod server;

use std::collections::BTreeMap;

use super::*;
use crate::change::write::Edit;
use crate::model::level::Level;
use crate::plan::staging::Staged;
use crate::review::chance::Chance;
use crate::review::sketch::person;

use checks::{Onlooker, check_effects, check_end, check_least};
use server::{Server, USERS};

/// How many. `cargo xtask test --full` sets the variable.
const PLAYED: u64 = if option_env!("SWR_FULL").is_some() { 200_000 } else { 10_000 };

/// A request under way: its answer once it has reached the service.
type UnderWay = BTreeMap<Ticket, (Command, Option<Answer>)>;

/// One simulated run with everything around it.
struct Play {
    seed: u64,
    chance: Chance,
    server: Server,
    /// How the service was when the plan was made.
    before: Server,
    plan: Plan,
    run: Run,
    under_way: UnderWay,
    onlooker: Onlooker,
    /// Whether others change anything.
    meddles: bool,
    /// How many requests were under way at most.
    most: usize,
}

fn me() -> UserId {
    UserId::new("me")
}

/// Edits for some of the users on some of the targets.
fn any_plan(server: &Server, chance: &mut Chance, percent: usize) -> Plan {
    let mut edits = Vec::new();
    for target in server.lists.keys() {
        for user in USERS.into_iter().filter(|_| chance.percent(percent)).collect::<Vec<_>>() {
            let person = person(user);
            let desired = [None, Some(Level::Read), Some(Level::Write), Some(Level::Manage)];
            let edit = Edit {
                expected: server.held(target, &person.id),
                desired: *chance.one_of(&desired),
                id: person.id,
                name: person.name,
            };
            let number = Some(server.number(target));
            edits.push(Staged { target: target.clone(), number, edit, reason: None });
        }
    }
    edits.into_iter().collect()
}

impl Play {
    fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let is_large = chance.percent(3);
        let mut server = Server::new(&mut chance, if is_large { 14 } else { 2 });
        let plan = any_plan(&server, &mut chance, if is_large { 40 } else { 45 });
        let meddles = chance.percent(50);
        if meddles && chance.percent(50) {
            // The plan is an old one.
            (0..3).for_each(|_| server.meddle(&mut chance));
        }
        if is_large {
            server.faults = *chance.one_of(&[0, 0, 0, 3]);
        }
        let (run, before) = (Run::new(&plan, &me()), server.clone());
        let (under_way, onlooker) = (UnderWay::new(), Onlooker::default());
        Self { seed, chance, server, before, plan, run, under_way, onlooker, meddles, most: 0 }
    }

    /// Sends, lets a request arrive or its answer come, or lets a person or the world do something.
    fn step(&mut self) {
        match self.chance.below(80) {
            0 => self.pause(),
            1 if self.chance.percent(5) => self.run.stop(),
            2 if self.server.faults > 0 => self.server.is_signed_in = false,
            3..10 => {
                self.server.is_signed_in |= self.chance.percent(80);
                self.run.resume();
            }
            10..18 if self.meddles => self.server.meddle(&mut self.chance),
            18..40 => self.send(),
            40..50 => self.arrive(),
            50..60 => self.deliver(),
            60..63 => self.run.look_again(),
            _ if self.under_way.is_empty() => self.send(),
            _ if self.under_way.values().any(|(_, answer)| answer.is_none()) => self.arrive(),
            _ => self.deliver(),
        }
    }

    fn pause(&mut self) {
        let why = if self.chance.percent(50) { Pause::Asked } else { Pause::Offline };
        self.run.pause(why);
    }

    fn send(&mut self) {
        let Some((ticket, command)) = self.run.next_command() else { return };
        if let Command::Send(write) = &command {
            self.onlooker.sends(write, self.seed);
        }
        assert!(self.under_way.insert(ticket, (command, None)).is_none());
        self.most = self.most.max(self.under_way.len());
    }

    fn arrive(&mut self) {
        let coming: Vec<_> = self.under_way.values_mut().filter(|(_, answer)| answer.is_none()).collect();
        let place = self.chance.below(coming.len());
        if let Some((command, answer)) = coming.into_iter().nth(place) {
            *answer = Some(self.server.answer(command, &mut self.chance));
        }
    }

    fn deliver(&mut self) {
        let answered = self.under_way.iter().filter(|(_, (_, answer))| answer.is_some());
        let tickets: Vec<Ticket> = answered.map(|(ticket, _)| *ticket).collect();
        if tickets.is_empty() {
            return;
        }
        let ticket = *self.chance.one_of(&tickets);
        let Some((command, Some(answer))) = self.under_way.remove(&ticket) else { return };
        if self.run.lanes.iter().any(|lane| lane.under_way == Some(ticket)) {
            self.onlooker.takes(&command, &answer);
        }
        self.run.take(ticket, answer);
    }

    /// Plays until the run is over, or for so many steps.
    fn play(&mut self, steps: usize) {
        for _ in 0..steps {
            if self.run.is_over() {
                break;
            }
            self.step();
        }
        self.onlooker.check(&self.run, self.seed);
        if !self.meddles {
            check_end(&self.run, &self.server, self.seed);
            check_least(&self.plan, &self.before, &self.server, self.seed);
        }
    }

    /// The tab is closed. What was under way may have arrived or not.
    fn crash(&mut self) {
        while self.under_way.values().any(|(_, answer)| answer.is_none()) && self.chance.percent(70) {
            self.arrive();
        }
        self.under_way.clear();
        self.onlooker = Onlooker::default();
        self.run = Run::new(&self.plan, &me());
    }
}

/// How many plays have shown something, so that none of them is in vain.
#[derive(Default)]
struct Shown {
    words: [usize; 6],
    crashed: u64,
    stopped: u64,
    lost: u64,
    held_back: usize,
    several_lanes: u64,
}

impl Shown {
    fn note(&mut self, play: &Play) {
        let counts = play.run.counts();
        for kind in Kind::ALL {
            self.words[kind as usize] += counts.of(kind);
        }
        self.crashed += u64::from(!play.run.is_over());
        self.stopped += u64::from(play.run.state() == State::Stopped(Stop::Asked));
        self.lost += u64::from(play.run.state() == State::Stopped(Stop::OwnRightLost));
        self.several_lanes += u64::from(play.most > 1);
        let is_held = |item: &Item<'_>| matches!(item.word, Some(Word::NotSent(NotSent::HeldBack { .. })));
        self.held_back += play.run.items().filter(is_held).count();
    }
}

#[test]
fn whatever_happens_nothing_is_sent_twice_and_each_edit_has_a_word_that_is_true() {
    let mut shown = Shown::default();
    for seed in 0..PLAYED {
        let mut play = Play::new(seed);
        let steps = if play.chance.percent(50) { play.chance.below(200) } else { 20_000 };
        play.play(steps);
        shown.note(&play);
        // The plan is opened again, and the service works by now.
        play.crash();
        let meddled = std::mem::take(&mut play.meddles);
        play.server.faults = 0;
        play.server.is_signed_in = true;
        play.meddles = meddled;
        again(&mut play);
    }
    assert!(shown.words.iter().all(|count| *count > 500), "{:?}", shown.words);
    assert!(
        shown.crashed > PLAYED / 5 && shown.stopped > PLAYED / 100,
        "{} {}",
        shown.crashed,
        shown.stopped
    );
    assert!(shown.several_lanes > 30 && shown.held_back > 500, "{} {}", shown.several_lanes, shown.held_back);
    assert!(shown.lost > PLAYED / 200, "{}", shown.lost);
}

/// A second run of the same plan without faults: what the first one has left over is done.
fn again(play: &mut Play) {
    let is_meddled = play.meddles;
    for _ in 0..20_000 {
        if play.run.is_over() {
            break;
        }
        play.run.resume();
        play.send();
        play.arrive();
        play.deliver();
    }
    assert!(play.run.is_over(), "seed {}: it never ends", play.seed);
    play.onlooker.check(&play.run, play.seed);
    if is_meddled {
        return;
    }
    check_end(&play.run, &play.server, play.seed);
    check_effects(&play.server, play.seed);
    for item in play.run.items() {
        let is_done = item.word.is_some_and(Word::is_as_planned);
        // A list with an entry that can be anybody's proves no absence.
        let may_hide = matches!(
            item.word,
            Some(
                Word::NotSent(NotSent::MayHide | NotSent::HeldBack { .. })
                    | Word::Unknown { why: Unseen::MayHide, .. }
            )
        );
        assert!(is_done || (may_hide && play.server.has_odd()), "seed {}: {item:?} was lost", play.seed);
    }
}
