//! How well each structure fits the conditions (model 4.4 C).

use super::Rules;
use crate::lens::lowest_first;

/// How a condition counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// The more, the better.
    Rising,
    /// The less, the better.
    Inverse,
    /// Best at medium.
    Peak,
}

/// What a condition weighs in a structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    /// The condition as the document writes it, with its modifier; reasons go by this name.
    pub name: String,
    /// Key of the condition.
    pub condition: String,
    /// How it counts.
    pub modifier: Modifier,
    /// How much.
    pub weight: f64,
    /// What is said for the structure where it is met, and against it where it is not.
    pub reasons: [String; 2],
}

/// One way to organize.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// Permanent name.
    pub id: String,
    /// Short key.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What it is in one sentence.
    pub gist: String,
    /// When it fits.
    pub when: String,
    /// Where to begin.
    pub first_step: String,
    /// Strength of the source.
    pub evidence: String,
    /// Size of the change, 1 for the smallest.
    pub disruption: f64,
    /// What counts, in the order in which reasons are given.
    pub weights: Vec<Weight>,
    /// Conditions that must reach a value, each with what would have to be true.
    pub gates: Vec<(String, f64, String)>,
    /// `S` source, `J` our judgement, which its weights and gates are.
    pub basis: String,
    /// Which idea of which source it comes from.
    pub sources: Vec<crate::survey::SourceRef>,
}

/// A structure against the conditions that are known.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// Key of the structure.
    pub key: String,
    /// 0 to 100; `None` where none of its conditions is known.
    pub fit: Option<f64>,
    /// Whether every gate holds; one of unknown condition is closed.
    pub gate_open: bool,
    /// Conditions whose gates are closed.
    pub missing: Vec<String>,
    /// Size of the change, 1 for the smallest.
    pub disruption: f64,
    /// What speaks for it, by name of the weight.
    pub pro: Vec<String>,
    /// What speaks against it.
    pub con: Vec<String>,
}

/// Which structure fits.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The one that comes first; `None` where no gate is open.
    pub choice: Option<String>,
    /// Open structures so near that they are treated as equal.
    pub close: Vec<String>,
    /// Another open structure that would carry it.
    pub support: Vec<String>,
    /// Where none is open, the nearest one.
    pub nearest: Option<String>,
    /// Every structure, in the order of the document.
    pub table: Vec<Fitted>,
    /// Whether the strategy comes first; `None` where that is not known yet.
    pub provisional: Option<bool>,
}

/// Fits of structures that differ by no more than this are the same.
const ROUNDING: f64 = 1e-9;

/// Holds the structures against conditions by key, 0 to 4; unknown ones are not there.
pub fn fit(rules: &Rules, conditions: &[(String, f64)], strategy_first: Option<bool>) -> Fit {
    let table: Vec<Fitted> =
        rules.structures.iter().map(|structure| fitted(rules, structure, conditions)).collect();
    let open: Vec<(&Fitted, f64)> =
        table.iter().filter_map(|own| Some((own, own.fit?))).filter(|(own, _)| own.gate_open).collect();
    let best = open.iter().map(|(_, fit)| *fit).reduce(f64::max);
    let mut equal: Vec<(&Fitted, f64)> = open
        .iter()
        .copied()
        .filter(|(_, fit)| best.is_some_and(|best| best - fit < rules.close - ROUNDING))
        .collect();
    lowest_first(&mut equal, |(_, fit)| -fit);
    lowest_first(&mut equal, |(own, _)| own.disruption);
    let keys = |all: &[(&Fitted, f64)]| all.iter().map(|(own, _)| own.key.clone()).collect::<Vec<_>>();
    let choice = equal.first().map(|(own, _)| own.key.clone());
    let go_together = |a: &str, b: &str| {
        rules
            .compatible
            .iter()
            .any(|[first, second]| (first == a && second == b) || (first == b && second == a))
    };
    let support = open
        .iter()
        .filter(|(own, fit)| {
            *fit >= rules.support && choice.as_ref().is_some_and(|choice| go_together(choice, &own.key))
        })
        .map(|(own, _)| own.key.clone())
        .collect();
    let mut nearest: Option<(&Fitted, f64)> = None;
    for own in &table {
        // Of equally near ones the smaller change comes first.
        let is_nearer = |fit: f64| match nearest {
            None => true,
            Some((best, of_best)) => {
                fit > of_best + ROUNDING
                    || ((fit - of_best).abs() <= ROUNDING && own.disruption < best.disruption)
            }
        };
        if let Some(fit) = own.fit.filter(|fit| is_nearer(*fit)) {
            nearest = Some((own, fit));
        }
    }
    let nearest = nearest.filter(|_| choice.is_none()).map(|(own, _)| own.key.clone());
    Fit {
        close: keys(equal.get(1..).unwrap_or_default()),
        support,
        nearest,
        provisional: strategy_first,
        choice,
        table,
    }
}

fn fitted(rules: &Rules, structure: &Structure, conditions: &[(String, f64)]) -> Fitted {
    let value = |key: &str| {
        let known = conditions.iter().find(|(own, _)| own == key).map(|(_, value)| *value);
        known.filter(|value| (0.0..=rules.top).contains(value))
    };
    let (mut sum, mut weights) = (0.0, 0.0);
    let (mut pro, mut con) = (Vec::new(), Vec::new());
    for weight in &structure.weights {
        let Some(known) = value(&weight.condition) else { continue };
        let counts = match weight.modifier {
            Modifier::Rising => known,
            Modifier::Inverse => rules.top - known,
            Modifier::Peak => (rules.top - rules.peak_slope * (known - rules.peak).abs()).max(0.0),
        };
        sum += weight.weight * counts;
        weights += weight.weight;
        if counts >= rules.for_from {
            pro.push(weight.name.clone());
        } else if counts <= rules.against_to {
            con.push(weight.name.clone());
        }
    }
    pro.truncate(rules.most_reasons);
    con.truncate(rules.most_reasons);
    let closed = |gate: &&(String, f64, String)| value(&gate.0).is_none_or(|value| value < gate.1);
    let missing: Vec<String> = structure.gates.iter().filter(closed).map(|gate| gate.0.clone()).collect();
    Fitted {
        key: structure.key.clone(),
        fit: super::super::points::share(sum, rules.top * weights),
        gate_open: missing.is_empty(),
        missing,
        disruption: structure.disruption,
        pro,
        con,
    }
}
