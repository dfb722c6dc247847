//! Layers between the head of marketing and those who do the work (model 4.1 A).

use super::Rules;

/// Most layers that are counted; no organization has as many.
const DEEPEST: u32 = 1000;
/// Halvings of an interval after which nothing changes any more.
const HALVINGS: u32 = 200;

/// A team that reports to the head of marketing, as it was entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stream {
    /// What it is called.
    pub name: String,
    /// People, more than 0.
    pub headcount: Option<f64>,
    /// Layers between the head and those who do the work, from 0.
    pub layers: Option<f64>,
}

/// A team whose two figures are known.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamRead {
    /// What it is called.
    pub name: String,
    /// Its layers.
    pub layers: f64,
    /// People per manager if every manager leads as many; `None` without layers.
    pub implied_span: Option<f64>,
}

/// The profile of layers.
#[derive(Clone, Debug, PartialEq)]
pub struct Flatness {
    /// People in all teams whose figures are known.
    pub total: f64,
    /// Layers on average, weighted by people.
    pub mean_layers: Option<f64>,
    /// Layers in the deepest team.
    pub max_layers: Option<f64>,
    /// Fewest layers that so many people need at the assumed span: plain geometry, no norm.
    pub least_layers: Option<f64>,
    /// Layers beyond that, from 0.
    pub excess_layers: Option<f64>,
    /// Least depth by present depth, 0 to 1.
    pub flatness: Option<f64>,
    /// The teams whose figures are known.
    pub streams: Vec<StreamRead>,
    /// People per manager that were assumed.
    pub span: f64,
    /// Whether nobody said how many, so that the figure the lens offers was taken.
    pub span_assumed: bool,
}

/// Reads the layers. Teams without two usable figures are left out.
pub fn flatness(rules: &Rules, streams: &[Stream], span: Option<f64>) -> Flatness {
    let said = span.filter(|span| span.is_finite() && *span >= 1.0);
    let span = said.unwrap_or(rules.default_span);
    let mut known = Vec::new();
    for stream in streams {
        let headcount = stream.headcount.filter(|people| people.is_finite() && *people > 0.0);
        let layers = stream.layers.filter(|layers| layers.is_finite() && *layers >= 0.0);
        if let (Some(headcount), Some(layers)) = (headcount, layers) {
            known.push((stream.name.clone(), headcount, layers));
        }
    }
    let total: f64 = known.iter().map(|(_, headcount, _)| headcount).sum();
    let weighted: f64 = known.iter().map(|(_, headcount, layers)| headcount * layers).sum();
    let max_layers = known.iter().map(|(.., layers)| *layers).reduce(f64::max);
    let depth = if known.is_empty() { None } else { least_depth(total, span).map(f64::from) };
    let both = max_layers.zip(depth);
    Flatness {
        total,
        mean_layers: (total > 0.0).then(|| weighted / total),
        max_layers,
        least_layers: depth.map(|depth| depth - 1.0),
        excess_layers: both.map(|(max, depth)| (max + 1.0 - depth).max(0.0)),
        flatness: both.map(|(max, depth)| (depth / (max + 1.0)).min(1.0)),
        streams: known
            .into_iter()
            .map(|(name, headcount, layers)| StreamRead {
                name,
                layers,
                implied_span: implied_span(headcount, layers),
            })
            .collect(),
        span,
        span_assumed: said.is_none(),
    }
}

/// The smallest depth d with span + span^2 + ... + span^d people or more.
fn least_depth(total: f64, span: f64) -> Option<u32> {
    let (mut width, mut sum) = (1.0, 0.0);
    for depth in 1..=DEEPEST {
        width *= span;
        sum += width;
        if sum >= total {
            return Some(depth);
        }
    }
    None
}

/// The s with 1 + s + ... + s^layers = headcount, by bisection.
fn implied_span(headcount: f64, layers: f64) -> Option<f64> {
    if layers < 1.0 || headcount < 1.0 {
        return None;
    }
    let people = |span: f64| {
        let (mut sum, mut width) = (1.0, 1.0);
        for _ in 0..(layers as u32).min(DEEPEST) {
            width *= span;
            sum += width;
        }
        sum
    };
    let (mut low, mut high) = (0.0, headcount);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        if people(middle) < headcount {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(f64::midpoint(low, high))
}
