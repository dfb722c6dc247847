//! What belongs in-house (model 4.3 D).

use super::Rules;

/// A capability as it was entered: each 0 to 2.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sourcing {
    /// Who does it now: 0 suppliers, 1 both, 2 the own house.
    pub current: Option<f64>,
    /// Closeness to own data.
    pub data_close: Option<f64>,
    /// Frequency of need.
    pub frequent: Option<f64>,
    /// Skill at hand.
    pub skill: Option<f64>,
}

/// What that suggests; `None` where something it needs is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sourced {
    /// Closeness and frequency together.
    pub need: Option<f64>,
    /// Where it belongs, as in [`Sourcing::current`].
    pub goal: Option<f64>,
    /// Where to go first.
    pub next_step: Option<f64>,
    /// Steps from now to the goal.
    pub gap: Option<f64>,
    /// Whether the skill has to be built first.
    pub build_skill_first: bool,
}

const SUPPLIER_LED: f64 = 0.0;
const HYBRID: f64 = 1.0;
const IN_HOUSE: f64 = 2.0;

/// Finds where a capability belongs.
pub fn sourcing(rules: &Rules, own: Sourcing) -> Sourced {
    let [current, data, frequent, skill] = [own.current, own.data_close, own.frequent, own.skill]
        .map(|value| value.filter(|value| (SUPPLIER_LED..=IN_HOUSE).contains(value)));
    let need = data.zip(frequent).map(|(data, frequent)| data + frequent);
    let goal = need.map(|need| match need {
        _ if need >= rules.in_house_need => IN_HOUSE,
        _ if need >= rules.hybrid_need => HYBRID,
        _ => SUPPLIER_LED,
    });
    let is_in_house = goal == Some(IN_HOUSE);
    let build_skill_first = is_in_house && skill == Some(0.0);
    let next_step = match goal {
        Some(_) if build_skill_first => Some(HYBRID),
        // Whether the house can do it at once depends on its skill.
        Some(_) if is_in_house && skill.is_none() => None,
        goal => goal,
    };
    let gap = goal.zip(current).map(|(goal, current)| goal - current);
    Sourced { need, goal, next_step, gap, build_skill_first }
}
