//! The whole program: the exported functions of the library, which the loader calls.

use maturity_radar as _;

fn main() {}
