//! The small program of a first visit: built without the feature `results`.

use maturity_radar as _;

fn main() {}
