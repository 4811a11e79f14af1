//! The dialogs that fill the plan: a user leaves, somebody gets what a user has, images get one list, a level is chosen by
//! hand. Each shows what it would stage and what is in the way, and none of them sends anything.
//!
//! The buttons are on the pages of the review; the dialogs are in the part of the program with the plan.

pub mod alike;
pub mod by_hand;
pub mod clone;
pub mod off_board;
pub mod wizard;

mod opener;
mod successor;
