//! The map of decisions: the window across, the time it takes up, both by their logarithm, so that below the
//! diagonal is in time.

mod labels;

use super::{circle, line, lines_of, named, number, open_line, open_placed, path, percent, words};
use crate::lens::decision_speed::Timing;
use crate::radar::Point;
use crate::views::markup::Pen;
use labels::{Side, labels};

/// The radius of a dot without cases, and what the most cases add; the area grows with the cases.
const LEAST: f64 = 5.0;
const GROWS: f64 = 8.5;
/// So many cases a month are drawn as the largest dot even where no decision comes up as often.
const MANY: f64 = 40.0;
/// Two names at an axis keep this many percent apart on narrow pages.
const APART: f64 = 18.0;
/// How far from the top the name of what is late stands, in percent.
const LATE_NAME: f64 = 7.0;
/// Distance of two lines of a name.
const LINE: f64 = 15.0;
/// Up to so many dots have their names; more are read by their numbers.
const NAMED: usize = 8;
/// Letters in a line of a name, and its most lines.
const FITS: usize = 20;
const LINES: usize = 3;

/// Decisions that share a window and a time.
#[derive(Clone, Debug)]
pub struct SpeedSpot {
    /// The window in hours.
    pub window: f64,
    /// The time it takes in hours.
    pub used: f64,
    /// The time under the assumption that is drawn as an arrow, for each decision that has one.
    pub after: Vec<f64>,
    /// Whether that is in time.
    pub timing: Timing,
    /// Cases a month.
    pub cases: f64,
    /// The numbers by which the table has them.
    pub numbers: String,
    /// The name, where it is one decision.
    pub name: String,
}

/// What the map shows.
#[derive(Clone, Debug)]
pub struct SpeedMap<'a> {
    /// The least and the most hours of both axes.
    pub range: [f64; 2],
    /// Up to so many windows a decision is late.
    pub late: f64,
    /// Hours that are named at the axes, from the least on.
    pub ticks: &'a [(f64, &'a str)],
    /// What lies below the diagonal, just above it and far above it is called.
    pub zones: [&'a str; 3],
    /// The decisions.
    pub spots: &'a [SpeedSpot],
    /// What it is, for those who do not see it.
    pub title: &'a str,
    /// The same figures in words.
    pub description: &'a str,
}

/// A decision with its place, in percent of the width from the left and of the height from the top.
struct Dot<'a> {
    spot: &'a SpeedSpot,
    at: Point,
    /// Where its arrows end, in percent from the top.
    ends: Vec<f64>,
    radius: f64,
    lines: Vec<String>,
}

impl SpeedMap<'_> {
    /// Draws the map into a square of any size.
    pub fn draw(&self, pen: &mut Pen) {
        let most = self.spots.iter().map(|spot| spot.cases).fold(MANY, f64::max);
        let mut dots = Vec::new();
        for spot in self.spots {
            dots.push(Dot {
                spot,
                at: Point { x: self.share(spot.window), y: 100.0 - self.share(spot.used) },
                ends: spot.after.iter().map(|hours| 100.0 - self.share(*hours)).collect(),
                radius: LEAST + GROWS * (spot.cases / most).sqrt(),
                lines: if self.spots.len() > NAMED { Vec::new() } else { short_lines(&spot.name) },
            });
        }
        pen.el("svg.mr-speedmap[width=100%][height=100%]", |pen| {
            named(pen, "mr-speed", self.title, self.description);
            self.ground(pen);
            self.axes(pen);
            arrows(pen, &dots);
            for dot in &dots {
                let start = match dot.spot.timing {
                    Timing::InTime => "circle.mr-speed",
                    Timing::Late => "circle.mr-speed mr-speed-late",
                    Timing::WindowMissed => "circle.mr-speed mr-speed-missed",
                };
                circle(pen, start, &percent(dot.at.x), &percent(dot.at.y), dot.radius);
            }
            for (dot, label) in dots.iter().zip(labels(&dots, self.late_share())) {
                if let Some((side, has_name, is_narrow)) = label {
                    dot.write(pen, side, has_name, is_narrow);
                }
            }
        });
    }

    /// Where a time lies between the ends of an axis, in percent.
    fn share(&self, hours: f64) -> f64 {
        let [least, most] = self.range;
        let share = 100.0 * (hours / least).ln() / (most / least).ln();
        if share.is_finite() { share.clamp(0.0, 100.0) } else { 0.0 }
    }

    /// How far above the diagonal the line lies behind which decisions are far too late, in percent.
    fn late_share(&self) -> f64 {
        let [least, _] = self.range;
        self.share(least * self.late)
    }

    fn ground(&self, pen: &mut Pen) {
        pen.el("svg[viewBox=0 0 100 100][preserveAspectRatio=none][width=100%][height=100%]", |pen| {
            path(pen, "path.mr-zone-in", "M0 100L100 0V100Z");
        });
        for (hours, _) in self.ticks {
            let share = self.share(*hours);
            let [across, up] = &[percent(share), percent(100.0 - share)];
            line(pen, "line.mr-sparkgrid", [across, "0%"], [across, "100%"]);
            line(pen, "line.mr-sparkgrid", ["0%", up], ["100%", up]);
        }
        let late = self.late_share();
        let end = &percent(100.0 - late);
        line(pen, "line.mr-latelimit", ["0%", end], [end, "0%"]);
        line(pen, "line.mr-diagonal", ["0%", "100%"], ["100%", "0%"]);
        pen.put("rect.mr-quad[width=100%][height=100%]", "");
        let [in_time, between, missed] = self.zones;
        let [middle, top] = &[late_name(late), LATE_NAME].map(percent);
        for (x, y, at, anchor, name) in [
            ("100%", "100%", Point { x: -10.0, y: -12.0 }, "end", in_time),
            (middle, top, Point { x: 0.0, y: 4.0 }, "middle", between),
            ("0%", "0%", Point { x: 10.0, y: 22.0 }, "start", missed),
        ] {
            open_placed(pen, x, y);
            words(pen, "mr-zonename", at, anchor, name);
            pen.close();
        }
    }

    fn axes(&self, pen: &mut Pen) {
        let mut kept = f64::INFINITY;
        for (hours, name) in self.ticks.iter().rev() {
            let share = self.share(*hours);
            let is_kept = kept - share >= APART;
            if is_kept {
                kept = share;
            }
            let class = if is_kept { "mr-ticklabel" } else { "mr-ticklabel mr-tick-opt" };
            for (x, y, at, anchor, class) in [
                (percent(share), percent(100.0), Point { x: 0.0, y: 18.0 }, "middle", class),
                (percent(0.0), percent(100.0 - share), Point { x: -8.0, y: 4.0 }, "end", "mr-ticklabel"),
            ] {
                open_placed(pen, &x, &y);
                words(pen, class, at, anchor, name);
                pen.close();
            }
        }
    }
}

fn arrows(pen: &mut Pen, dots: &[Dot]) {
    if dots.iter().all(|dot| dot.ends.is_empty()) {
        return;
    }
    pen.el("defs", |pen| {
        pen.el(
            "marker#mr-speed-a[viewBox=0 0 10 10][refX=9][refY=5][markerWidth=8][markerHeight=8]\
             [markerUnits=userSpaceOnUse][orient=auto]",
            |pen| path(pen, "path.mr-arrowhead mr-quiet", "M0 1 9 5 0 9Z"),
        );
    });
    for dot in dots {
        for end in &dot.ends {
            let [x, from, to] = &[dot.at.x, dot.at.y, *end].map(percent);
            open_line(pen, "line.mr-after[marker-end=url(#mr-speed-a)]", [x, from], [x, to]);
            pen.close();
        }
    }
}

impl Dot<'_> {
    /// Writes what stands at the dot: where it is wide the name, if it has room, else the number.
    fn write(&self, pen: &mut Pen, side: Side, has_name: bool, is_narrow: bool) {
        open_placed(pen, &percent(self.at.x), &percent(self.at.y));
        let away = self.radius + 6.0;
        let (x, anchor) = match side {
            Side::Right => (away, "start"),
            Side::Left => (-away, "end"),
            Side::Above | Side::Below => (0.0, "middle"),
        };
        // The baseline of the first of so many lines.
        let first = |lines: f64| match side {
            Side::Right | Side::Left => 4.5 - (lines - 1.0) * LINE / 2.0,
            Side::Above => -self.radius - 6.0 - (lines - 1.0) * LINE,
            Side::Below => self.radius + 15.0,
        };
        let class = match (has_name, is_narrow) {
            (true, _) => "mr-pointlabel mr-spot-narrow",
            (false, true) => "mr-pointlabel",
            (false, false) => "mr-pointlabel mr-spot-wide",
        };
        if is_narrow || !has_name {
            words(pen, class, Point { x, y: first(1.0) }, anchor, &self.spot.numbers);
        }
        if has_name {
            let mut y = first(self.lines.len() as f64);
            pen.open("text.mr-pointlabel mr-spot-wide");
            pen.set("text-anchor", anchor);
            for line in &self.lines {
                pen.open("tspan");
                pen.set("x", &number(x));
                pen.set("y", &number(y));
                pen.text(line);
                pen.close();
                y += LINE;
            }
            pen.close();
        }
        pen.close();
    }
}

/// Where the name of what is late stands: in the middle between both lines.
fn late_name(late: f64) -> f64 {
    100.0 - LATE_NAME - late / 2.0
}

/// A name in few lines; what is left is cut off, as the table has it in full.
fn short_lines(name: &str) -> Vec<String> {
    if name.is_empty() {
        return Vec::new();
    }
    let mut lines = lines_of(name, FITS);
    if lines.len() > LINES {
        lines.truncate(LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}
