//! An honest SWR and IAM in memory.
