//! Charts: geometry painted with classes and presentation attributes alone, so that a strict security
//! policy holds. The same mark means the same thing everywhere: circle, square and triangle are the roles
//! by position, a hollow circle is the baseline, a filled mark the latest wave.

mod map;
mod mix;
mod radar;
mod strip;

pub use map::{Map, Spot as MapSpot};
pub use mix::{mix_bar, swatch};
pub use radar::{RadarChart, describe, hero_radar};
pub use strip::{Strip, strip};

use super::markup::with;
use crate::history::Verdict;
use crate::radar::{Arc, Point};
use yew::Html;
use yew::virtual_dom::AttrValue;

/// The class that carries the hue of a role, by its position; more roles than hues wrap around.
pub fn role_class(position: usize) -> &'static str {
    match position % 3 {
        0 => "mr-s",
        1 => "mr-r",
        _ => "mr-e",
    }
}

/// The mark of a role in the size of text.
pub fn role_icon(position: usize) -> Html {
    let middle = if position % 3 == 2 { 6.4 } else { 6.0 };
    let mark = mark(position, Point { x: 6.0, y: middle }, 4.6, false);
    with("svg", ICON, icon_values("mr-roleicon", "0 0 12 12"), vec![mark])
}

/// The sign of a verdict: direction by shape, certainty by filling.
pub fn glyph(verdict: Verdict) -> Html {
    let (class, shape) = match verdict {
        Verdict::ClearGain => ("mr-glyph mr-clear-gain", UP),
        Verdict::PossibleGain => ("mr-glyph mr-possible-gain", UP),
        Verdict::NoClearChange => ("mr-glyph mr-no-clear-change", LEVEL),
        Verdict::PossibleLoss => ("mr-glyph mr-possible-loss", DOWN),
        Verdict::ClearLoss => ("mr-glyph mr-clear-loss", DOWN),
        Verdict::Withheld => ("mr-glyph mr-withheld", LEVEL),
    };
    with("svg", ICON, icon_values(class, "0 0 12 12"), vec![path("", shape)])
}

const UP: &str = "M6 1.8 11 10H1Z";
const DOWN: &str = "M6 10.2 1 2h10Z";
const LEVEL: &str = "M2 6h8";

/// A line icon out of one path in a field of 20 by 20.
pub fn icon(shape: &'static str) -> Html {
    with("svg", ICON, icon_values("mr-icon", "0 0 20 20"), vec![path("", shape)])
}

const ICON: &[&str] = &["class", "viewBox", "aria-hidden"];

fn icon_values(class: &'static str, field: &'static str) -> Vec<AttrValue> {
    vec![class.into(), field.into(), "true".into()]
}

/// The mark of a role. An open middle says that the score rests on part of its answers.
fn mark(position: usize, at: Point, size: f64, open: bool) -> Html {
    let open = if open { " mr-open" } else { "" };
    let class = ["mr-mark ", role_class(position), open].concat();
    match position % 3 {
        0 => circle(class, number(at.x), number(at.y), size),
        1 => with(
            "rect",
            &["class", "x", "y", "width", "height"],
            vec![
                class.into(),
                number(at.x - size * 0.9).into(),
                number(at.y - size * 0.9).into(),
                number(size * 1.8).into(),
                number(size * 1.8).into(),
            ],
            Vec::new(),
        ),
        _ => {
            let half = size * 1.22;
            let (bottom, top) = (at.y + half * 0.82, at.y - half);
            let corners = [(at.x, top), (at.x + half, bottom), (at.x - half, bottom)];
            path(class, polygon(&corners.map(|(x, y)| Point { x, y })))
        }
    }
}

fn circle(class: impl Into<AttrValue>, x: String, y: String, radius: f64) -> Html {
    let values = vec![class.into(), x.into(), y.into(), number(radius).into()];
    with("circle", &["class", "cx", "cy", "r"], values, Vec::new())
}

fn path(class: impl Into<AttrValue>, shape: impl Into<AttrValue>) -> Html {
    with("path", &["class", "d"], vec![class.into(), shape.into()], Vec::new())
}

fn line(class: &'static str, from: [String; 2], to: [String; 2]) -> Html {
    let [x1, y1] = from;
    let [x2, y2] = to;
    let values = vec![class.into(), x1.into(), y1.into(), x2.into(), y2.into()];
    with("line", &["class", "x1", "y1", "x2", "y2"], values, Vec::new())
}

/// A nested drawing whose origin lies at these percentages, so that what is in it is placed by a share of
/// the width and drawn in fixed sizes.
fn placed(x: String, y: String, children: Vec<Html>) -> Html {
    with("svg", &["x", "y", "overflow"], vec![x.into(), y.into(), "visible".into()], children)
}

/// Words of a chart. `anchor` is `start`, `middle` or `end`.
fn words(class: impl Into<AttrValue>, at: Point, anchor: &'static str, children: Vec<Html>) -> Html {
    let values = vec![class.into(), number(at.x).into(), number(at.y).into(), anchor.into()];
    with("text", &["class", "x", "y", "text-anchor"], values, children)
}

/// A coordinate with at most two decimals. Whole numbers alone: formatting a float costs 20 kB of wasm.
pub fn number(value: f64) -> String {
    let hundredths = (value * 100.0).round() as i32;
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let mut text = String::new();
    if hundredths < 0 {
        text.push('-');
    }
    text.push_str(&whole.to_string());
    if rest > 0 {
        text.push('.');
        if rest < 10 {
            text.push('0');
        }
        text.push_str(&(if rest % 10 == 0 { rest / 10 } else { rest }).to_string());
    }
    text
}

fn percent(value: f64) -> String {
    let mut text = number(value);
    text.push('%');
    text
}

/// Appends `M` or `L` and the point.
fn step_to(shape: &mut String, command: char, to: Point) {
    shape.push(command);
    shape.push_str(&number(to.x));
    shape.push(' ');
    shape.push_str(&number(to.y));
}

/// Appends a line through the points.
fn trace(shape: &mut String, points: &[Point]) {
    let mut command = 'M';
    for point in points {
        step_to(shape, command, *point);
        command = 'L';
    }
}

/// Appends an arc that starts where the shape has come to.
fn bend(shape: &mut String, arc: &Arc) {
    let radius = number(arc.radius);
    let sweep = if arc.clockwise { " 0 0 1 " } else { " 0 0 0 " };
    for part in ["A", &radius, " ", &radius, sweep, &number(arc.to.x), " ", &number(arc.to.y)] {
        shape.push_str(part);
    }
}

fn polygon(points: &[Point]) -> String {
    let mut shape = String::new();
    trace(&mut shape, points);
    shape.push('Z');
    shape
}
