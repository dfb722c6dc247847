//! Where numbers and names stand on the map, so that none covers another: each in turn takes the first free
//! side of its dot. A narrow map has numbers, a wide one names where they have room.

use super::{Dot, LATE_NAME, LINE, late_name};
use crate::radar::Point;

/// The least side of a narrow and of a wide map, in pixels.
const SIDES: [f64; 2] = [200.0, 420.0];
/// A letter of a label at its widest, and the height of a line.
const LETTER: f64 = 7.6;
const HEIGHT: f64 = 14.0;
/// Half the width of an arrow.
const TIP: f64 = 4.0;

/// On which side of its dot a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Right,
    Left,
    Above,
    Below,
}

/// Left, top, right, bottom.
type Area = [f64; 4];

/// A label for each dot: its side, whether it has the name where it is wide, and whether the number has room
/// where it is narrow. None where nothing has room.
pub(super) fn labels(dots: &[Dot], late: f64) -> Vec<Option<(Side, bool, bool)>> {
    let mut taken = SIDES.map(|side| zones(side, late));
    for (areas, side) in taken.iter_mut().zip(SIDES) {
        for dot in dots {
            let Point { x, y } = place(dot, side);
            areas.push([x - dot.radius, y - dot.radius, x + dot.radius, y + dot.radius]);
            // An arrow is to be seen down to its tip.
            areas.extend(dot.ends.iter().map(|end| [x - TIP, y, x + TIP, end * side / 100.0]));
        }
    }
    let [mut narrow, mut wide] = taken;
    let mut found = Vec::new();
    for dot in dots {
        let number = dot.spot.numbers.chars().count() as f64 * LETTER;
        let longest = dot.lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
        let name = longest as f64 * LETTER;
        let mut best: Option<(u8, Side, [Area; 2])> = None;
        for side in [Side::Right, Side::Left, Side::Above, Side::Below] {
            let small = area(dot, SIDES[0], side, number, 1.0);
            let plain = area(dot, SIDES[1], side, number, 1.0);
            let full = area(dot, SIDES[1], side, name, dot.lines.len() as f64);
            let has_small = is_free(&narrow, small, SIDES[0]);
            let has_full = longest > 0 && is_free(&wide, full, SIDES[1]);
            let has_plain = is_free(&wide, plain, SIDES[1]);
            // A name counts most, then a number at every width.
            let worth = u8::from(has_full) * 4 + u8::from(has_plain) * 2 + u8::from(has_small);
            if worth >= 2 && best.as_ref().is_none_or(|(own, ..)| worth > *own) {
                best = Some((worth, side, [small, if has_full { full } else { plain }]));
            }
        }
        found.push(best.map(|(worth, side, [small, large])| {
            let (has_name, is_narrow) = (worth >= 4, worth % 2 == 1);
            if is_narrow {
                narrow.push(small);
            }
            wide.push(large);
            (side, has_name, is_narrow)
        }));
    }
    found
}

fn place(dot: &Dot, side: f64) -> Point {
    Point { x: dot.at.x * side / 100.0, y: dot.at.y * side / 100.0 }
}

/// Where a label of this width and so many lines stands.
fn area(dot: &Dot, map: f64, side: Side, width: f64, lines: f64) -> Area {
    let Point { x, y } = place(dot, map);
    let (away, height) = (dot.radius + 4.0, HEIGHT + LINE * (lines - 1.0).max(0.0));
    match side {
        Side::Right => [x + away, y - height / 2.0, x + away + width, y + height / 2.0],
        Side::Left => [x - away - width, y - height / 2.0, x - away, y + height / 2.0],
        Side::Above => [x - width / 2.0, y - away - height, x + width / 2.0, y - away],
        Side::Below => [x - width / 2.0, y + away, x + width / 2.0, y + away + height],
    }
}

/// What the names of the fields cover.
fn zones(side: f64, late: f64) -> Vec<Area> {
    let [middle, height] = [late_name(late), LATE_NAME].map(|percent| side * percent / 100.0);
    vec![
        [8.0, 8.0, 96.0, 26.0],
        [middle - 16.0, height - 9.0, middle + 16.0, height + 9.0],
        [side - 64.0, side - 26.0, side - 8.0, side - 8.0],
    ]
}

fn is_free(taken: &[Area], own: Area, side: f64) -> bool {
    let [left, top, right, bottom] = own;
    let is_inside = left >= 0.0 && top >= 0.0 && right <= side && bottom <= side;
    is_inside
        && taken
            .iter()
            .all(|other| right <= other[0] || left >= other[2] || bottom <= other[1] || top >= other[3])
}
