//! What a snapshot proves of a user who has left, in words: what the page shows and the file says is the same.

use crate::words::Words;
use domain::model::names::{UserId, UserName};
use domain::plan::proof::{Proof, beyond, proof};
use domain::plan::proposal::Obstacle;
use domain::review::coverage::Coverage;
use domain::review::package::{Block, Document};
use domain::review::snapshot::Snapshot;
use domain::text::export::plain_name;
use domain::text::reveal::visible;
use domain::text::time::UnixMillis;

/// Of whom something is said, and by what.
pub(super) struct About<'a> {
    pub(super) id: &'a UserId,
    /// Their names, as far as they are known.
    pub(super) names: &'a [UserName],
    pub(super) snapshot: &'a Snapshot,
    /// When a plan was last run in this session.
    pub(super) ran_at: Option<UnixMillis>,
}

/// See the module.
pub(super) struct Statement {
    /// "user01 is on none of 1987 lists; 13 could not be read."
    pub(super) sentence: String,
    /// Whether that is all.
    pub(super) whole: &'static str,
    /// What was not read, and other reasons for which it is not all.
    pub(super) not_proven: Vec<String>,
    /// What no plan takes away.
    pub(super) beyond: Vec<String>,
    facts: Vec<(String, String)>,
    title: String,
}

impl About<'_> {
    /// The name, or else the id.
    pub(super) fn called(&self) -> String {
        visible(self.names.first().map_or(self.id.as_str(), UserName::as_str))
    }

    /// Whether the snapshot was read before the last run: then a new scan has to show what that has done.
    pub(super) fn older_than_run(&self) -> Option<UnixMillis> {
        self.ran_at.filter(|ran_at| self.snapshot.about.started < *ran_at)
    }

    /// The statement; `None` while some list names the user, or none was found.
    pub(super) fn statement(&self, words: &'static Words) -> Option<Statement> {
        let proof = proof(std::slice::from_ref(self.id), self.snapshot);
        if !proof.on.is_empty() || proof.lists() == 0 {
            return None;
        }
        let own = words.proof();
        let unread = proof.not_read.len() + proof.may_hide.len();
        let is_whole = proof.is_whole() && self.older_than_run().is_none();
        Some(Statement {
            sentence: (own.on_none)(&self.called(), proof.on_none_of, unread),
            whole: (own.whole)(is_whole),
            not_proven: not_proven(&proof, words),
            beyond: self.beyond(words),
            facts: self.facts(&proof, words),
            title: (own.proof_of)(&self.called()),
        })
    }

    fn beyond(&self, words: &'static Words) -> Vec<String> {
        let beyond = beyond(self.id, self.names, self.snapshot);
        let said = |obstacle: Obstacle| (words.off_board().obstacle)(&obstacle);
        let namesake = |one: &domain::model::user::Person| {
            (words.proof().namesake)(&visible(one.name.as_str()), &visible(one.id.as_str()))
        };
        let no_names = self.names.is_empty().then(|| words.proof().names_unknown.to_owned());
        beyond
            .namesakes
            .iter()
            .map(namesake)
            .chain(said(Obstacle::AccountRoles))
            .chain(no_names)
            .chain(beyond.created.into_iter().filter_map(|target| said(Obstacle::Creator(target))))
            .chain(beyond.public.into_iter().filter_map(|target| said(Obstacle::Public(target))))
            .collect()
    }

    fn facts(&self, proof: &Proof, words: &'static Words) -> Vec<(String, String)> {
        let (own, about) = (words.proof(), &self.snapshot.about);
        let caller = about.caller.name.as_str();
        let coverage = Coverage::of(self.snapshot).verdict;
        let names: Vec<&str> = self.names.iter().map(UserName::as_str).collect();
        let mut facts = vec![
            (own.user, names.join(", ")),
            (own.user_id, self.id.to_string()),
            (own.region, about.region.to_string()),
            (own.account, about.account.name.to_string()),
            (own.read_by, format!("{caller} ({})", about.caller.id)),
            (own.from, about.started.to_rfc3339()),
            (own.to, self.snapshot.ended.to_rfc3339()),
            (own.lists, proof.lists().to_string()),
            (own.on_none_of, proof.on_none_of.to_string()),
            (own.lists_not_read, proof.not_read.len().to_string()),
            (own.with_unreadable, proof.may_hide.len().to_string()),
            (own.coverage, (words.review().verdict)(coverage, &visible(caller))),
        ];
        facts.extend(self.ran_at.map(|at| (own.run, at.to_rfc3339())));
        facts.push((own.made, concat!("swr-console ", env!("CARGO_PKG_VERSION")).to_owned()));
        facts.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// The statement as a page that is kept.
    pub(super) fn document(&self, words: &'static Words, language: &'static str) -> Option<Document> {
        let statement = self.statement(words)?;
        let older = self.older_than_run().map(|at| (words.proof().older_than_run)(&at.to_rfc3339()));
        let mut blocks = vec![Block::Text(statement.sentence), Block::Text(statement.whole.to_owned())];
        blocks.extend(older.map(Block::Text));
        blocks.push(Block::Facts(statement.facts));
        let sections =
            [(words.proof().not_read, statement.not_proven), (words.proof().beyond, statement.beyond)];
        for (heading, lines) in sections {
            if !lines.is_empty() {
                blocks.extend([Block::Heading(heading.to_owned()), Block::Lines(lines)]);
            }
        }
        Some(Document { language, title: statement.title, blocks })
    }

    /// `swr-proof_<account>_<region>_<user>_<when>.html`, with the minute in UTC in which the last was read.
    pub(super) fn file_name(&self) -> String {
        let about = &self.snapshot.about;
        let minute: String =
            self.snapshot.ended.to_rfc3339().chars().take(16).filter(|c| *c != ':').collect();
        let user = self.names.first().map_or(self.id.as_str(), UserName::as_str);
        plain_name(&format!("swr-proof_{}_{}_{user}_{minute}.html", about.account.name, about.region))
    }
}

fn not_proven(proof: &Proof, words: &'static Words) -> Vec<String> {
    let only = proof.only.as_ref().map(|only| (words.proof().only)(only));
    let obstacles = proof.not_listed.iter().cloned().map(Obstacle::NotListed);
    let obstacles = obstacles.chain(proof.may_hide.iter().cloned().map(Obstacle::MayHide));
    let unread = proof.not_read.iter().map(|(target, reading)| (words.review().unread)(target, reading));
    let said = obstacles.filter_map(|obstacle| (words.off_board().obstacle)(&obstacle));
    only.into_iter().chain(said).chain(unread).collect()
}

#[cfg(test)]
mod tests;
