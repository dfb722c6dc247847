//! What Trunk turns into wasm: nothing but the exported functions of the library.

fn main() {}
