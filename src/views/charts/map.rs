//! The direction-delivery map: delivery across, direction up, split where both reach the middle.

use super::{circle, line, lines_of, named, open_line, open_placed, path, percent, words};
use crate::radar::Point;
use crate::views::markup::Pen;

/// Distance of two lines of a name.
const LINE: f64 = 16.0;
/// Letters that fit a field of a small map.
const FITS: usize = 16;

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
    pub fn draw(&self, pen: &mut Pen) {
        pen.el("svg.mr-map[width=100%][height=100%]", |pen| {
            named(pen, "mr-map", self.title, self.description);
            self.ground(pen);
            self.way(pen);
            self.cross(pen);
            self.names(pen);
        });
    }

    /// Where the organization stood, and an arrow from there where it is far enough.
    fn way(&self, pen: &mut Pen) {
        let Some((base, _)) = self.base else { return };
        let now = self.now.0;
        let [x, y] = &place(base);
        if (base.delivery - now.delivery).hypot(base.direction - now.direction) > 3.0 {
            arrow_head(pen);
            let [to_x, to_y] = &place(now);
            open_line(pen, "line.mr-arrow[marker-end=url(#mr-map-a)]", [x, y], [to_x, to_y]);
            pen.close();
        }
        circle(pen, "circle.mr-dot-base", x, y, 4.5);
    }

    /// Where it stands, with its noise.
    fn cross(&self, pen: &mut Pen) {
        let now = self.now.0;
        let [across, up] = self.noise_sd;
        for (side, height) in [(across, 0.0), (0.0, up)] {
            let shifted = |sign: f64| {
                let (delivery, direction) = (now.delivery + sign * side, now.direction + sign * height);
                place(Spot { delivery, direction })
            };
            let ([x1, y1], [x2, y2]) = (&shifted(-1.0), &shifted(1.0));
            line(pen, "line.mr-whisker", [x1, y1], [x2, y2]);
        }
        let [x, y] = &place(now);
        circle(pen, "circle.mr-dot-now", x, y, 6.0);
    }

    /// The reached field, the border and the names of all four fields.
    fn ground(&self, pen: &mut Pen) {
        let (now, split) = (self.now.0, self.split);
        let (right, top) = (now.delivery >= split, now.direction >= split);
        let [left_share, top_share] = [split, 100.0 - split];
        let x = if right { left_share } else { 0.0 };
        let y = if top { 0.0 } else { top_share };
        let width = if right { 100.0 - left_share } else { left_share };
        let height = if top { top_share } else { 100.0 - top_share };
        rect(pen, "rect.mr-quad mr-quad-on", [x, y, width, height]);
        let [split_x, split_y] = &[left_share, top_share].map(percent);
        line(pen, "line.mr-equal", ["0%", "100%"], ["100%", "0%"]);
        line(pen, "line.mr-split", [split_x, "0%"], [split_x, "100%"]);
        line(pen, "line.mr-split", ["0%", split_y], ["100%", split_y]);
        rect(pen, "rect.mr-quad", [0.0, 0.0, 100.0, 100.0]);
        let places = [(false, true), (true, true), (false, false), (true, false)];
        for (name, (is_right, is_top)) in self.fields.iter().zip(places) {
            let on = (is_right, is_top) == (right, top);
            let class = if on { "mr-quadname mr-on" } else { "mr-quadname" };
            let lines = lines_of(name, FITS);
            let mut y = if is_top { 22.0 } else { -12.0 - LINE * (lines.len() as f64 - 1.0) };
            open_placed(pen, if is_right { split_x } else { "0%" }, if is_top { "0%" } else { "100%" });
            for line in lines {
                words(pen, class, Point { x: 10.0, y }, "start", &line);
                y += LINE;
            }
            pen.close();
        }
    }

    /// The names of the two places, kept apart and inside the map.
    fn names(&self, pen: &mut Pen) {
        let (now, label) = self.now;
        let lower = self.base.is_some_and(|(base, _)| base.direction > now.direction);
        // A single place has its cross beside it, so its name stands clear of the noise.
        self.name(pen, now, "mr-pointlabel", label, 16.0, lower);
        if let Some((base, label)) = self.base {
            self.name(pen, base, "mr-pointlabel mr-quiet", label, 12.0, !lower);
        }
    }

    fn name(&self, pen: &mut Pen, at: Spot, class: &str, label: &str, away: f64, below: bool) {
        let (x, anchor) = if at.delivery > 75.0 { (-away, "end") } else { (away, "start") };
        let y = if below { 18.0 } else { -8.0 };
        let y = if self.base.is_none() { 5.0 } else { y };
        let [left, top] = &place(at);
        open_placed(pen, left, top);
        words(pen, class, Point { x, y }, anchor, label);
        pen.close();
    }
}

fn place(spot: Spot) -> [String; 2] {
    [spot.delivery, 100.0 - spot.direction].map(percent)
}

fn rect(pen: &mut Pen, start: &'static str, sides: [f64; 4]) {
    pen.open(start);
    for (name, side) in ["x", "y", "width", "height"].into_iter().zip(sides) {
        pen.set(name, &percent(side));
    }
    pen.close();
}

fn arrow_head(pen: &mut Pen) {
    pen.el("defs", |pen| {
        pen.el(
            "marker#mr-map-a[viewBox=0 0 10 10][refX=13][refY=5][markerWidth=9][markerHeight=9]\
             [markerUnits=userSpaceOnUse][orient=auto]",
            |pen| path(pen, "path.mr-arrowhead", "M0 1 9 5 0 9Z"),
        );
    });
}
