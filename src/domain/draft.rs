//! A grant that is being typed: its rows, what is wrong with them, and the grants that come of it.

use super::access::AccessList;
use super::level::{Level, Permission};
use super::names::{UserId, UserName};
use super::people::NewGrant;

/// One row of the grant dialog, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftRow {
    /// The name as typed.
    pub name: String,
    /// The id as typed.
    pub id: String,
    /// The level chosen.
    pub level: Level,
}

impl Default for DraftRow {
    /// An empty row with the least level: whoever wants to give more says so.
    fn default() -> Self {
        Self { name: String::new(), id: String::new(), level: Level::Read }
    }
}

impl DraftRow {
    /// Whether nothing has been typed.
    pub fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.id.trim().is_empty()
    }

    fn grant(&self) -> NewGrant {
        NewGrant { id: UserId::new(self.id.trim()), name: UserName::new(self.name.trim()), level: self.level }
    }
}

/// Something about one row that the user should know before sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// No name.
    NameMissing,
    /// The name is longer than IAM allows.
    NameTooLong,
    /// No id.
    IdMissing,
    /// The id is not 32 hexadecimal digits. Only a warning: nothing promises that all are.
    IdUnusual,
    /// An earlier row names the same id; its place, counted from 1.
    RepeatsRow(usize),
    /// The id is the caller's own, and the service lets nobody grant to themself.
    Oneself,
    /// The user holds a permission already.
    AlreadyHas(Permission),
}

/// The field beside which a remark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftField {
    /// The user's name.
    Name,
    /// The user's id.
    Id,
}

impl Remark {
    /// Whether the row can't be sent as it is.
    ///
    /// A user who holds a permission already does not stop the request: the list may be old, and the service
    /// decides. Neither does oneself, since the service may rule otherwise than its manual.
    pub const fn stops(&self) -> bool {
        match self {
            Remark::NameMissing | Remark::NameTooLong | Remark::IdMissing | Remark::RepeatsRow(_) => true,
            Remark::IdUnusual | Remark::Oneself | Remark::AlreadyHas(_) => false,
        }
    }

    /// The field that it speaks of.
    pub const fn field(&self) -> DraftField {
        match self {
            Remark::NameMissing | Remark::NameTooLong => DraftField::Name,
            _ => DraftField::Id,
        }
    }
}

/// The remarks on every row, in the rows' order.
pub fn remarks(rows: &[DraftRow], list: Option<&AccessList>, caller: &UserId) -> Vec<Vec<Remark>> {
    rows.iter().enumerate().map(|(index, row)| remarks_on(row, rows.get(..index), list, caller)).collect()
}

fn remarks_on(
    row: &DraftRow,
    earlier: Option<&[DraftRow]>,
    list: Option<&AccessList>,
    caller: &UserId,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let name = row.name.trim();
    if name.is_empty() {
        remarks.push(Remark::NameMissing);
    } else if name.chars().count() > UserName::LONGEST {
        remarks.push(Remark::NameTooLong);
    }
    let id = UserId::new(row.id.trim());
    if id.as_str().is_empty() {
        remarks.push(Remark::IdMissing);
        return remarks;
    }
    if let Some(index) = earlier.and_then(|rows| rows.iter().position(|other| other.id.trim() == id.as_str()))
    {
        remarks.push(Remark::RepeatsRow(index + 1));
    }
    if id == *caller {
        remarks.push(Remark::Oneself);
    } else if let Some(grant) = list.and_then(|list| list.of(&id)) {
        remarks.push(Remark::AlreadyHas(grant.permission.clone()));
    }
    if !id.looks_usual() {
        remarks.push(Remark::IdUnusual);
    }
    remarks
}

/// The grants of a draft, or `None` while a row has something that stops it. Blank rows below the first are
/// left out: an "Add another user" too many is no mistake worth a message.
pub fn grants(rows: &[DraftRow]) -> Option<Vec<NewGrant>> {
    let rows = without_blank_tail(rows);
    let stopped = remarks(&rows, None, &UserId::default()).iter().flatten().any(Remark::stops);
    (!stopped).then(|| rows.iter().map(DraftRow::grant).collect())
}

/// The rows that count: the first, and all others in which something was typed.
pub fn without_blank_tail(rows: &[DraftRow]) -> Vec<DraftRow> {
    let typed: Vec<DraftRow> = rows.iter().filter(|row| !row.is_blank()).cloned().collect();
    if typed.is_empty() { rows.first().cloned().into_iter().collect() } else { typed }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::people::UserGrant;

    const ID: &str = "fb3f175c1fd146ab8cdae3272be6107b";

    fn row(name: &str, id: &str) -> DraftRow {
        DraftRow { name: name.into(), id: id.into(), level: Level::Read }
    }

    fn remarks_of(row: DraftRow) -> Vec<Remark> {
        remarks(&[row], None, &UserId::new("me")).remove(0)
    }

    #[test]
    fn a_new_row_offers_the_least_level() {
        assert_eq!(DraftRow::default().level, Level::Read);
    }

    #[test]
    fn a_complete_row_has_no_remarks() {
        assert_eq!(remarks_of(row("user01", ID)), []);
    }

    #[test]
    fn what_is_missing_stops_the_row() {
        assert_eq!(remarks_of(row(" ", "")), [Remark::NameMissing, Remark::IdMissing]);
        assert_eq!(remarks_of(row(&"名".repeat(65), ID)), [Remark::NameTooLong]);
        assert_eq!(remarks_of(row(&"名".repeat(64), ID)), []);
        assert_eq!(grants(&[row("user01", "")]), None);
    }

    #[test]
    fn an_unusual_id_is_a_warning() {
        assert_eq!(remarks_of(row("user01", "abc")), [Remark::IdUnusual]);
        assert!(grants(&[row("user01", "abc")]).is_some());
    }

    #[test]
    fn a_repeated_id_names_the_earlier_row() {
        let rows = [row("a", ID), row("b", "0aa9c1be1d6f4a57b6a54be0aab01f11"), row("c", ID)];
        let remarks = remarks(&rows, None, &UserId::new("me"));
        assert_eq!(remarks[2], [Remark::RepeatsRow(1)]);
        assert_eq!(grants(&rows), None);
    }

    #[test]
    fn oneself_and_people_who_have_a_permission_are_pointed_out_but_may_be_sent() {
        let held = UserGrant {
            id: Some(UserId::new(ID)),
            name: Some(UserName::new("user01")),
            permission: Level::Write.into(),
        };
        let list = AccessList { others: vec![held], ..AccessList::default() };
        let of = |caller| remarks(&[row("user01", ID)], Some(&list), &UserId::new(caller)).remove(0);
        assert_eq!(of("me"), [Remark::AlreadyHas(Level::Write.into())]);
        assert_eq!(of(ID), [Remark::Oneself]);
        assert!(!of("me").iter().chain(&of(ID)).any(Remark::stops));
    }

    #[test]
    fn spaces_around_what_was_typed_are_not_sent() {
        let sent = grants(&[row(" user01 ", &format!(" {ID} "))]).unwrap();
        assert_eq!(sent[0].name.as_str(), "user01");
        assert_eq!(sent[0].id.as_str(), ID);
    }

    #[test]
    fn a_remark_stands_beside_its_field() {
        for remark in [Remark::NameMissing, Remark::NameTooLong] {
            assert_eq!(remark.field(), DraftField::Name, "{remark:?}");
        }
        for remark in [Remark::IdMissing, Remark::IdUnusual, Remark::RepeatsRow(1), Remark::Oneself] {
            assert_eq!(remark.field(), DraftField::Id, "{remark:?}");
        }
    }

    #[test]
    fn half_a_row_is_not_blank() {
        assert!(row(" ", "").is_blank());
        assert!(!row("a", "").is_blank() && !row("", "1").is_blank());
    }

    #[test]
    fn blank_rows_are_left_out_unless_all_are_blank() {
        assert_eq!(grants(&[row("user01", ID), DraftRow::default()]).unwrap().len(), 1);
        assert_eq!(grants(&[DraftRow::default(), DraftRow::default()]), None);
    }
}
