//! The geometry of the radar, in exact facts.

use maturity_radar::radar::{Form, Radar, Side, Spot, lay_out};
use maturity_radar::views::charts::number;
use proptest::prelude::*;

const FANS: [usize; 3] = [4, 4, 4];
const NEAR: f64 = 1e-9;

fn wide() -> Radar {
    lay_out(Form::Wide, &FANS, 5, false)
}

fn distance(radar: &Radar, point: maturity_radar::radar::Point) -> f64 {
    (point.x - radar.center.x).hypot(point.y - radar.center.y)
}

fn even(points: f64, noise_sd: f64) -> Vec<Option<Spot>> {
    vec![Some(Spot { points, noise_sd }); 12]
}

#[test]
fn neighbours_stand_24_degrees_apart_and_roles_48() {
    let radar = wide();
    let angles: Vec<f64> = radar.axes().map(|axis| axis.angle).collect();
    assert_eq!(angles.len(), 12);
    for (index, pair) in angles.windows(2).enumerate() {
        let step = if (index + 1) % 4 == 0 { 48.0 } else { 24.0 };
        assert!((pair[1] - pair[0] - step).abs() < NEAR, "{pair:?}");
    }
    assert!((angles[0] - 234.0).abs() < NEAR, "the first role is centred at the top");
    assert!((angles[11] - angles[0] - 312.0).abs() < NEAR, "and 48 degrees are left before it");
}

#[test]
fn other_instruments_spread_evenly_too() {
    for fans in [&[3, 5][..], &[1, 1, 1], &[4, 4, 4, 4], &[2], &[6, 2, 3]] {
        let radar = lay_out(Form::Wide, fans, 5, false);
        let step = 360.0 / fans.iter().map(|axes| axes + 1).sum::<usize>() as f64;
        let angles: Vec<f64> = radar.axes().map(|axis| axis.angle).collect();
        let around = angles.last().unwrap() - angles[0] + 2.0 * step;
        assert!((around - 360.0).abs() < 1e-6, "{fans:?}: {around}");
    }
}

#[test]
fn nothing_at_all_has_no_axis() {
    let radar = lay_out(Form::Narrow, &[], 0, false);
    assert_eq!(radar.axes().count(), 0);
    assert!(radar.runs(&[]).is_empty());
}

#[test]
fn a_score_of_0_lies_on_the_hub_and_100_on_the_rim() {
    let radar = wide();
    assert!((radar.hub() - 33.0).abs() < NEAR);
    for axis in radar.axes() {
        assert_eq!(radar.spot(axis, 0.0), axis.foot);
        assert_eq!(radar.spot(axis, 100.0), axis.rim);
        assert!((distance(&radar, axis.rim) - 200.0).abs() < NEAR);
    }
    assert!((radar.reach(50.0) - 116.5).abs() < NEAR);
}

#[test]
fn rings_stand_at_the_anchors_of_the_levels() {
    let radar = wide();
    for fan in &radar.fans {
        let radii: Vec<f64> = fan.rings.iter().map(|ring| ring.radius).collect();
        let expected = [0.0, 25.0, 50.0, 75.0, 100.0].map(|points| radar.reach(points));
        assert_eq!(radii, expected);
        assert_eq!(fan.edge.radius, 205.0);
    }
    // Their names stand straight below the middle, where no axis is.
    for (name, points) in radar.ring_names.iter().zip([0.0, 25.0, 50.0, 75.0, 100.0]) {
        assert!((name.x - radar.center.x).abs() < 1e-6);
        assert!((name.y - radar.center.y - radar.reach(points)).abs() < 1e-6);
    }
}

#[test]
fn each_role_has_a_line_of_its_own() {
    let radar = wide();
    let runs = radar.runs(&even(50.0, 0.0));
    let shape: Vec<_> = runs.iter().map(|run| (run.fan, run.first, run.line.len())).collect();
    assert_eq!(shape, [(0, 0, 4), (1, 4, 4), (2, 8, 4)]);
}

#[test]
fn a_missing_axis_leaves_a_gap() {
    let radar = wide();
    let mut series = even(50.0, 8.8);
    series[5] = None;
    series[8] = None;
    let runs = radar.runs(&series);
    let shape: Vec<_> = runs.iter().map(|run| (run.fan, run.first, run.line.len())).collect();
    assert_eq!(shape, [(0, 0, 4), (1, 4, 1), (1, 6, 2), (2, 9, 3)]);
    for run in runs {
        for (index, point) in run.line.iter().enumerate() {
            let axis = radar.axes().nth(run.first + index).unwrap();
            assert_eq!(*point, radar.spot(axis, 50.0));
        }
    }
}

#[test]
fn the_band_is_one_standard_deviation_and_stays_within_hub_and_rim() {
    let radar = wide();
    let runs = radar.runs(&even(50.0, 8.8));
    let radii: Vec<f64> = runs[0].band.iter().map(|point| distance(&radar, *point)).collect();
    assert_eq!(radii.len(), 8);
    for (index, radius) in radii.iter().enumerate() {
        let points = if index < 4 { 58.8 } else { 41.2 };
        assert!((radius - radar.reach(points)).abs() < NEAR);
    }
    for (points, limit) in [(98.0, 200.0), (2.0, 33.0)] {
        let runs = radar.runs(&even(points, 8.8));
        let reached: Vec<f64> = runs[0].band.iter().map(|point| distance(&radar, *point)).collect();
        assert!(reached.iter().any(|radius| (radius - limit).abs() < NEAR));
        assert!(reached.iter().all(|radius| *radius < 200.0 + NEAR && *radius > 33.0 - NEAR));
    }
}

#[test]
fn mirrored_is_the_same_drawing_from_behind() {
    let (left, right) = (lay_out(Form::Wide, &FANS, 5, true), wide());
    for (a, b) in left.axes().zip(right.axes()) {
        assert!((a.rim.x + b.rim.x - 640.0).abs() < NEAR && (a.rim.y - b.rim.y).abs() < NEAR);
        assert!((a.label.at.x + b.label.at.x - 640.0).abs() < NEAR);
        let sides = (a.label.side, b.label.side);
        assert!(matches!(
            sides,
            (Side::Left, Side::Right) | (Side::Right, Side::Left) | (Side::Middle, Side::Middle)
        ));
    }
    for (a, b) in left.fans.iter().zip(&right.fans) {
        assert!(!a.edge.clockwise && b.edge.clockwise);
        assert!((a.name.at.x + b.name.at.x - 640.0).abs() < NEAR);
    }
}

#[test]
fn everything_stays_on_the_drawing() {
    for form in [Form::Wide, Form::Narrow, Form::Hero] {
        let radar = lay_out(form, &FANS, 5, false);
        let inside = |point: maturity_radar::radar::Point| {
            (0.0..=radar.width).contains(&point.x) && (0.0..=radar.height).contains(&point.y)
        };
        assert!(radar.axes().all(|axis| inside(axis.rim) && (form == Form::Hero || inside(axis.label.at))));
        assert!(radar.fans.iter().all(|fan| inside(fan.name.at)));
    }
}

#[test]
fn coordinates_have_two_decimals_at_most() {
    let cases = [
        (0.0, "0"),
        (12.0, "12"),
        (12.5, "12.5"),
        (12.345, "12.35"),
        (-0.004, "0"),
        (-7.05, "-7.05"),
        (99.999, "100"),
    ];
    for (value, text) in cases {
        assert_eq!(number(value), text);
    }
}

proptest! {
    #![proptest_config(crate::profiles::cases())]

    #[test]
    fn any_series_stays_between_hub_and_rim(
        fans in proptest::collection::vec(1..7_usize, 1..6),
        series in proptest::collection::vec(proptest::option::of((-20.0..140.0, 0.0..60.0)), 0..40),
    ) {
        let radar = lay_out(Form::Wide, &fans, 5, false);
        let series: Vec<_> = series
            .into_iter()
            .map(|spot| spot.map(|(points, noise_sd)| Spot { points, noise_sd }))
            .collect();
        let drawn: usize = radar.runs(&series).iter().map(|run| run.line.len()).sum();
        let axes = fans.iter().sum();
        prop_assert_eq!(drawn, series.iter().take(axes).flatten().count());
        for run in radar.runs(&series) {
            for point in run.band.iter().chain(&run.line) {
                let reached = distance(&radar, *point);
                prop_assert!(reached > radar.hub() - 1e-6 && reached < 200.0 + 1e-6);
            }
        }
    }

    #[test]
    fn coordinates_read_back(value in -2000.0..2000.0_f64) {
        let back: f64 = number(value).parse().unwrap();
        prop_assert!((back - value).abs() <= 0.005 + NEAR);
    }
}
