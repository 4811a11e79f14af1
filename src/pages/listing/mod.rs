//! Lists as tables: what a table shows is declared by its columns, and the address says how it is searched and sorted.

mod collection;
mod column;
mod empty;
mod rows;
mod search;
mod table;

pub use collection::CollectionTable;
pub use column::{CellStyle, Column};
pub use empty::{NoRows, Unreadable};
pub use rows::Listing;
pub use search::{ClearFilter, SearchField, clear_filters};
pub use table::ListingTable;
