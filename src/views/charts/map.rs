//! The direction-delivery map: delivery across, direction up, split where both reach the middle.

use super::{circle, line, percent, placed, words};
use crate::radar::Point;
use crate::views::markup::{el, text, with};
use yew::Html;

/// Distance of two lines of a name.
const LINE: f64 = 16.0;

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Score over delivery items.
    pub delivery: f64,
    /// Score over direction items.
    pub direction: f64,
}

/// What the map shows.
#[derive(Clone, Debug)]
pub struct Map<'a> {
    /// Where both axes are split, in points.
    pub split: f64,
    /// Names of the four fields, top left to bottom right.
    pub fields: [&'a str; 4],
    /// Where the organization stands, and what that place is called.
    pub now: (Spot, &'a str),
    /// Where it stood, and what that place is called.
    pub base: Option<(Spot, &'a str)>,
    /// One standard deviation of noise of delivery and direction.
    pub noise_sd: [f64; 2],
    /// What it is, for those who do not see it.
    pub title: &'a str,
    /// The same figures in words.
    pub description: &'a str,
}

impl Map<'_> {
    /// Draws the map into a square of any size.
    pub fn draw(&self) -> Html {
        let (now, label) = self.now;
        let mut parts = vec![
            with("title", &["id"], vec!["mr-map-t".into()], vec![text(self.title.to_owned())]),
            with("desc", &["id"], vec!["mr-map-d".into()], vec![text(self.description.to_owned())]),
        ];
        self.ground(&mut parts);
        let apart = |base: &Spot| (base.delivery - now.delivery).hypot(base.direction - now.direction) > 3.0;
        if let Some((base, _)) = self.base.filter(|(base, _)| apart(base)) {
            let marker = "url(#mr-map-a)";
            parts.push(arrow_head());
            let [x1, y1] = place(base);
            let [x2, y2] = place(now);
            parts.push(with(
                "line",
                &["class", "x1", "y1", "x2", "y2", "marker-end"],
                vec!["mr-arrow".into(), x1.into(), y1.into(), x2.into(), y2.into(), marker.into()],
                Vec::new(),
            ));
        }
        if let Some((base, _)) = self.base {
            let [x, y] = place(base);
            parts.push(circle("mr-dot-base", x, y, 4.5));
        }
        let [across, up] = self.noise_sd;
        for (side, height) in [(across, 0.0), (0.0, up)] {
            let shifted = |sign: f64| Spot {
                delivery: now.delivery + sign * side,
                direction: now.direction + sign * height,
            };
            parts.push(line("mr-whisker", place(shifted(-1.0)), place(shifted(1.0))));
        }
        let [x, y] = place(now);
        parts.push(circle("mr-dot-now", x, y, 6.0));
        self.names(&mut parts, now, label);
        with(
            "svg",
            &["class", "width", "height", "role", "aria-labelledby"],
            vec!["mr-map".into(), "100%".into(), "100%".into(), "img".into(), "mr-map-t mr-map-d".into()],
            parts,
        )
    }

    /// The reached field, the border and the names of all four fields.
    fn ground(&self, parts: &mut Vec<Html>) {
        let (now, split) = (self.now.0, self.split);
        let (right, top) = (now.delivery >= split, now.direction >= split);
        let [left_share, top_share] = [split, 100.0 - split];
        let x = if right { left_share } else { 0.0 };
        let y = if top { 0.0 } else { top_share };
        let width = if right { 100.0 - left_share } else { left_share };
        let height = if top { top_share } else { 100.0 - top_share };
        parts.push(rect("mr-quad mr-quad-on", [x, y, width, height]));
        let corner = |x: f64, y: f64| [percent(x), percent(y)];
        parts.push(line("mr-equal", corner(0.0, 100.0), corner(100.0, 0.0)));
        parts.push(line("mr-split", corner(left_share, 0.0), corner(left_share, 100.0)));
        parts.push(line("mr-split", corner(0.0, top_share), corner(100.0, top_share)));
        parts.push(rect("mr-quad", [0.0, 0.0, 100.0, 100.0]));
        let places = [(false, true), (true, true), (false, false), (true, false)];
        for (name, (is_right, is_top)) in self.fields.iter().zip(places) {
            let on = (is_right, is_top) == (right, top);
            let class = if on { "mr-quadname mr-on" } else { "mr-quadname" };
            let lines = lines_of(name);
            let first = if is_top { 22.0 } else { -12.0 - LINE * (lines.len() as f64 - 1.0) };
            let texts = lines.into_iter().enumerate().map(|(index, line)| {
                let at = Point { x: 10.0, y: first + LINE * index as f64 };
                words(class, at, "start", vec![text(line)])
            });
            let x = if is_right { left_share } else { 0.0 };
            parts.push(placed(percent(x), percent(if is_top { 0.0 } else { 100.0 }), texts.collect()));
        }
    }

    /// The names of the two places, kept apart and inside the map.
    fn names(&self, parts: &mut Vec<Html>, now: Spot, label: &str) {
        let lower = self.base.is_some_and(|(base, _)| base.direction > now.direction);
        let mut name = |at: Spot, class: &'static str, label: &str, away: f64, below: bool| {
            let (away, anchor) = if at.delivery > 75.0 { (-away, "end") } else { (away, "start") };
            let [x, y] = place(at);
            let height = if below { 18.0 } else { -8.0 };
            let height = if self.base.is_none() { 5.0 } else { height };
            let words = words(class, Point { x: away, y: height }, anchor, vec![text(label.to_owned())]);
            parts.push(placed(x, y, vec![words]));
        };
        // A single place has its cross beside it, so its name stands clear of the noise.
        name(now, "mr-pointlabel", label, 16.0, lower);
        if let Some((base, label)) = self.base {
            name(base, "mr-pointlabel mr-quiet", label, 12.0, !lower);
        }
    }
}

fn place(spot: Spot) -> [String; 2] {
    [percent(spot.delivery), percent(100.0 - spot.direction)]
}

fn rect(class: &'static str, [x, y, width, height]: [f64; 4]) -> Html {
    with(
        "rect",
        &["class", "x", "y", "width", "height"],
        vec![
            class.into(),
            percent(x).into(),
            percent(y).into(),
            percent(width).into(),
            percent(height).into(),
        ],
        Vec::new(),
    )
}

fn arrow_head() -> Html {
    let marker = with(
        "marker",
        &["id", "viewBox", "refX", "refY", "markerWidth", "markerHeight", "markerUnits", "orient"],
        ["mr-map-a", "0 0 10 10", "13", "5", "9", "9", "userSpaceOnUse", "auto"].map(Into::into).into(),
        vec![super::path("mr-arrowhead", "M0 1 9 5 0 9Z")],
    );
    el("defs", "", vec![marker])
}

/// Breaks a name into lines that fit a field of a small map.
fn lines_of(name: &str) -> Vec<String> {
    const FITS: usize = 16;
    let mut lines: Vec<String> = Vec::new();
    for word in name.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= FITS => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
