//! A score on the line from 0 to 100. Positions are percentages and marks have fixed sizes, so nothing
//! stretches.

use super::{circle, line, mark, percent, placed};
use crate::radar::Point;
use crate::views::markup::{el, with};
use yew::Html;
use yew::virtual_dom::AttrValue;

/// What a strip shows.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Position of the role, for hue and shape.
    pub role: usize,
    /// The latest score.
    pub now: Option<f64>,
    /// The baseline, in a comparison.
    pub base: Option<f64>,
    /// One standard deviation of noise.
    pub noise_sd: f64,
    /// Whether the score rests on part of its answers.
    pub open: bool,
    /// What it says, where no table beside it does.
    pub label: Option<String>,
}

const HEIGHT: f64 = 26.0;

/// Draws a strip.
pub fn strip(of: Strip) -> Html {
    let middle = HEIGHT / 2.0;
    let row = |offset: f64| super::number(middle + offset);
    let across = |class, from: f64, to: f64| line(class, [percent(from), row(0.0)], [percent(to), row(0.0)]);
    let mut parts = vec![across("mr-track", 0.0, 100.0)];
    for tick in [0.0, 25.0, 50.0, 75.0, 100.0] {
        parts.push(line("mr-tick", [percent(tick), row(-4.0)], [percent(tick), row(4.0)]));
    }
    if let Some(now) = of.now {
        let (low, high) = ((now - of.noise_sd).max(0.0), (now + of.noise_sd).min(100.0));
        parts.push(with(
            "rect",
            &["class", "x", "width", "y", "height", "rx"],
            vec![
                "mr-noise".into(),
                percent(low).into(),
                percent(high - low).into(),
                row(-7.0).into(),
                "14".into(),
                "3".into(),
            ],
            Vec::new(),
        ));
    }
    if let Some(base) = of.base.filter(|base| of.now.is_none_or(|now| differ(*base, now))) {
        if let Some(now) = of.now {
            parts.push(across("mr-way", base, now));
        }
        parts.push(circle("mr-dot-base", percent(base), row(0.0), 4.5));
    }
    if let Some(now) = of.now {
        let own = mark(of.role, Point { x: 0.0, y: if of.role % 3 == 2 { 0.6 } else { 0.0 } }, 6.0, of.open);
        parts.push(placed(percent(now), row(0.0), vec![own]));
    }
    el("span", "mr-stripbox", vec![frame(of.label, parts)])
}

fn frame(label: Option<String>, parts: Vec<Html>) -> Html {
    let size: [AttrValue; 3] = ["mr-strip".into(), "100%".into(), super::number(HEIGHT).into()];
    let mut values = Vec::from(size);
    match label {
        Some(label) => {
            values.extend(["img".into(), label.into()]);
            with("svg", &["class", "width", "height", "role", "aria-label"], values, parts)
        }
        None => {
            values.push("true".into());
            with("svg", &["class", "width", "height", "aria-hidden"], values, parts)
        }
    }
}

/// Whether two figures look different at one decimal.
fn differ(a: f64, b: f64) -> bool {
    (a - b).abs() > 0.05
}
