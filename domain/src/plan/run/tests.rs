//! The table of what can happen, case by case.
