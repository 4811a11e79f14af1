//! Each page in the whole console, against the emulator behind `fetch`.

pub mod organizations;
