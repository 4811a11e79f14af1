//! The SWR permission console.
