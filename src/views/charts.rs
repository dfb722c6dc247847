//! Charts: geometry painted with classes and presentation attributes alone, so that a strict security
//! policy holds. The same mark means the same thing everywhere: circle, square and triangle are the roles
//! by position, a hollow circle is the baseline, a filled mark the latest wave.

#[cfg(feature = "results")]
mod dots;
mod goal;
mod map;
mod mix;
mod radar;
#[cfg(feature = "results")]
mod speed;
mod strip;
#[cfg(feature = "results")]
mod timeline;

#[cfg(feature = "results")]
pub use dots::{Dots, Pile, dots, piles};
pub use goal::Goal;
use goal::Taken;
pub use map::{Map, Spot as MapSpot};
pub use mix::{mix_bar, swatch};
pub use radar::{RadarChart, describe, hero_radar};
#[cfg(feature = "results")]
pub use speed::{SpeedMap, SpeedSpot};
pub use strip::{Strip, strip};
#[cfg(feature = "results")]
pub use timeline::timeline;

use super::markup::Pen;
use crate::history::Verdict;
use crate::radar::{Arc, Point};

/// The class that carries the hue of a role, by its position; more roles than hues wrap around.
pub fn role_class(position: usize) -> &'static str {
    match position % 3 {
        0 => "mr-s",
        1 => "mr-r",
        _ => "mr-e",
    }
}

/// The mark of a role in the size of text.
pub fn role_icon(pen: &mut Pen, position: usize) {
    let middle = if position % 3 == 2 { 6.4 } else { 6.0 };
    pen.el("svg.mr-roleicon[viewBox=0 0 12 12][aria-hidden=true]", |pen| {
        mark(pen, position, Point { x: 6.0, y: middle }, 4.6, false);
    });
}

/// The sign of a verdict: direction by shape, certainty by filling.
pub fn glyph(pen: &mut Pen, verdict: Verdict) {
    let (class, shape) = match verdict {
        Verdict::ClearGain => ("mr-glyph mr-clear-gain", UP),
        Verdict::PossibleGain => ("mr-glyph mr-possible-gain", UP),
        Verdict::NoClearChange => ("mr-glyph mr-no-clear-change", LEVEL),
        Verdict::PossibleLoss => ("mr-glyph mr-possible-loss", DOWN),
        Verdict::ClearLoss => ("mr-glyph mr-clear-loss", DOWN),
        Verdict::Withheld => ("mr-glyph mr-withheld", LEVEL),
    };
    pen.el("svg[viewBox=0 0 12 12][aria-hidden=true]", |pen| {
        pen.set("class", class);
        path(pen, "path", shape);
    });
}

const UP: &str = "M6 1.8 11 10H1Z";
const DOWN: &str = "M6 10.2 1 2h10Z";
const LEVEL: &str = "M2 6h8";

/// The mark of a role. An open middle says that the score rests on part of its answers.
fn mark(pen: &mut Pen, position: usize, at: Point, size: f64, open: bool) {
    pen.open(match position % 3 {
        0 => "circle",
        1 => "rect",
        _ => "path",
    });
    let open = if open { " mr-open" } else { "" };
    pen.set("class", &["mr-mark ", role_class(position), open].concat());
    match position % 3 {
        0 => {
            set(pen, "cx", at.x);
            set(pen, "cy", at.y);
            set(pen, "r", size);
        }
        1 => {
            set(pen, "x", at.x - size * 0.9);
            set(pen, "y", at.y - size * 0.9);
            set(pen, "width", size * 1.8);
            set(pen, "height", size * 1.8);
        }
        _ => {
            let half = size * 1.22;
            let (bottom, top) = (at.y + half * 0.82, at.y - half);
            let corners = [(at.x, top), (at.x + half, bottom), (at.x - half, bottom)];
            pen.set("d", &polygon(&corners.map(|(x, y)| Point { x, y })));
        }
    }
    pen.close();
}

pub(super) fn circle(pen: &mut Pen, start: &'static str, x: &str, y: &str, radius: f64) {
    pen.open(start);
    pen.set("cx", x);
    pen.set("cy", y);
    set(pen, "r", radius);
    pen.close();
}

pub(super) fn path(pen: &mut Pen, start: &'static str, shape: &str) {
    pen.open(start);
    pen.set("d", shape);
    pen.close();
}

/// A path in the hue of a role.
fn hued_path(pen: &mut Pen, class: &str, position: usize, shape: &str) {
    pen.open("path");
    pen.set("class", &[class, " ", role_class(position)].concat());
    pen.set("d", shape);
    pen.close();
}

pub(super) fn line(pen: &mut Pen, start: &'static str, from: [&str; 2], to: [&str; 2]) {
    open_line(pen, start, from, to);
    pen.close();
}

fn open_line(pen: &mut Pen, start: &'static str, from: [&str; 2], to: [&str; 2]) {
    let ([x1, y1], [x2, y2]) = (from, to);
    pen.open(start);
    for (name, value) in [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)] {
        pen.set(name, value);
    }
}

/// Begins a nested drawing whose origin lies at these percentages, so that what is in it is placed by a
/// share of the width and drawn in fixed sizes.
pub(super) fn open_placed(pen: &mut Pen, x: &str, y: &str) {
    pen.open("svg[overflow=visible]");
    pen.set("x", x);
    pen.set("y", y);
}

/// Words of a chart. `anchor` is `start`, `middle` or `end`.
fn words(pen: &mut Pen, class: &str, at: Point, anchor: &str, text: &str) {
    open_words(pen, class, at, anchor);
    pen.text(text);
    pen.close();
}

fn open_words(pen: &mut Pen, class: &str, at: Point, anchor: &str) {
    pen.open("text");
    pen.set("class", class);
    set(pen, "x", at.x);
    set(pen, "y", at.y);
    pen.set("text-anchor", anchor);
}

/// Name and description of a drawing, and the attributes that point at them.
fn named(pen: &mut Pen, id: &str, title: &str, description: &str) {
    let [name, about] = ["-t", "-d"].map(|end| [id, end].concat());
    pen.set("role", "img");
    pen.set("aria-labelledby", &[&name, " ", &about].concat());
    for (start, id, text) in [("title", name, title), ("desc", about, description)] {
        pen.el(start, |pen| {
            pen.set("id", &id);
            pen.text(text);
        });
    }
}

/// Breaks a name into lines of so many letters, longer words aside.
fn lines_of(name: &str, fits: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= fits => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Sets an attribute to a coordinate.
fn set(pen: &mut Pen, name: &'static str, value: f64) {
    pen.set(name, &number(value));
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

/// A percentage as a coordinate.
pub fn percent(value: f64) -> String {
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
