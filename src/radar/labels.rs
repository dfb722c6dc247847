//! Where words go around the radar.

use super::{Form, Point, Radar, sin_cos};

/// A place for words.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// On the base line.
    pub at: Point,
    /// Which side of the words stands there.
    pub side: Side,
}

/// The side of the words that stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Words run to the right from there.
    Left,
    /// Words are centred there.
    Middle,
    /// Words end there.
    Right,
}

impl Side {
    fn away_from(across: f64) -> Self {
        if across > 0.0 { Self::Left } else { Self::Right }
    }
}

/// The name of an axis: just outside the rim. In the wide form a second line fits below it.
pub(super) fn axis(radar: &Radar, angle: f64) -> Label {
    let (down, _) = sin_cos(angle);
    if radar.form != Form::Wide {
        let at = radar.at(angle, radar.radius + 17.0);
        return Label { at: Point { x: at.x, y: at.y + 4.5 }, side: Side::Middle };
    }
    let at = radar.at(angle, radar.radius + 18.0);
    let across = at.x - radar.center.x;
    let upright = across.abs() < 0.3 * radar.radius;
    let lift = match down {
        down if down < -0.7 => -18.0,
        down if down > 0.6 => 10.0,
        _ => -3.0,
    };
    let aside = if upright { 8.0 * across.signum() } else { 0.0 };
    let side = if upright { Side::Middle } else { Side::away_from(across) };
    Label { at: Point { x: at.x + aside, y: at.y + lift }, side }
}

/// The name of a fan: in the corner it points to, or in the middle above or below.
pub(super) fn fan(radar: &Radar, angle: f64) -> Label {
    let (down, across) = sin_cos(angle);
    let across = if radar.mirrored { -across } else { across };
    let (above, below) = if radar.form == Form::Wide { (22.0, 22.0) } else { (16.0, 6.0) };
    let y = if down < 0.0 { above } else { radar.height - below };
    if across.abs() < 0.1 {
        return Label { at: Point { x: radar.center.x, y }, side: Side::Middle };
    }
    // In a corner the words run towards the middle of the drawing.
    let edge = 4.0;
    if across > 0.0 {
        Label { at: Point { x: radar.width - edge, y }, side: Side::Right }
    } else {
        Label { at: Point { x: edge, y }, side: Side::Left }
    }
}
