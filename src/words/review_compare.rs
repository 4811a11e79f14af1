//! Words of two snapshots compared, and of snapshots as files.

#[derive(Debug)]
pub struct Words {
    pub compare: &'static str,
}

pub(super) static ENGLISH: Words = Words { compare: "Compare" };

pub(super) static CHINESE: Words = Words { compare: "比较" };
