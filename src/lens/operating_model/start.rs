//! The starting gate (model 4.3 K).

use super::Rules;
use crate::lens::{Entry, Mark};

/// Whether to start, and what is open.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartGate {
    /// The gate that is shut, or that all are open; `None` where an answer it needs is missing.
    pub gate: Option<String>,
    /// Points that are partly so or not so.
    pub open: Vec<String>,
}

/// Reads the gate: what is not there at all comes first, in the order of the gates.
pub fn start_gate(rules: &Rules, entries: &[Entry]) -> StartGate {
    let mark = |id: &str| entries.iter().find(|entry| entry.key == id).and_then(|entry| entry.mark("answer"));
    let mut gate = Some(rules.open_gate.clone());
    for (own, entry) in &rules.gates {
        match mark(entry.as_str()) {
            Some(Mark::No) => {
                gate = Some(own.clone());
                break;
            }
            Some(_) => {}
            // A later gate says nothing while this one is not known.
            None => {
                gate = None;
                break;
            }
        }
    }
    let is_open = |entry: &&Entry| matches!(entry.mark("answer"), Some(Mark::Partly | Mark::No));
    let open = entries.iter().filter(is_open).map(|entry| entry.key.to_owned()).collect();
    StartGate { gate, open }
}
