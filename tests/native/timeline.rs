//! Where the points of a timeline go.

use maturity_radar::radar::{Point, Spot};
use maturity_radar::timeline::{Band, Given, Tick, Timeline, lay_out};
use proptest::prelude::*;

use super::profiles::cases;

fn drawn(days: &[i32], points: &[Option<f64>], mirrored: bool) -> Timeline {
    let base = points[0].map(|points| Spot { points, noise_sd: 5.0 });
    lay_out(&Given { days, points, base, target: Some(75.0), levels: 5, mirrored })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn time_runs_to_scale_and_points_upwards() {
    let line = drawn(&[100, 192, 284, 468], &[Some(0.0), Some(50.0), Some(75.0), Some(100.0)], false);
    assert_eq!(line.runs.len(), 1);
    let xs: Vec<f64> = line.runs[0].iter().map(|point| point.x).collect();
    assert!(close(xs[0], 2.0) && close(xs[1], 25.0) && close(xs[2], 48.0) && close(xs[3], 94.0), "{xs:?}");
    let ys: Vec<f64> = line.runs[0].iter().map(|point| point.y).collect();
    assert!(close(ys[0], 94.0) && close(ys[1], 50.0) && close(ys[2], 28.0) && close(ys[3], 6.0), "{ys:?}");
    assert_eq!(line.first, Some(Point { x: 2.0, y: 94.0 }));
    assert_eq!(line.latest, Some(Point { x: 94.0, y: 6.0 }));
    assert_eq!(line.dots.len(), 2);
    assert_eq!(line.levels, [94.0, 72.0, 50.0, 28.0, 6.0]);
    assert_eq!(line.target, Some(Tick { y: 28.0, from: 92.0, to: 100.0 }));
}

#[test]
fn the_band_is_one_standard_deviation_either_way_within_the_scale() {
    let line = drawn(&[0, 9], &[Some(50.0), Some(50.0)], false);
    let Some(Band { top, height }) = line.noise else { panic!("a band") };
    assert!(close(top, 94.0 - 0.88 * 55.0) && close(height, 8.8), "{top} {height}");
    assert_eq!(line.base, Some(50.0));
    let line = drawn(&[0, 9], &[Some(98.0), Some(50.0)], false);
    let Some(Band { top, height }) = line.noise else { panic!("a band") };
    assert!(close(top, 6.0) && close(height, 0.88 * 7.0), "never above 100: {top} {height}");
    let line = drawn(&[0, 9], &[None, Some(50.0)], false);
    assert_eq!((line.noise, line.base, line.first), (None, None, None), "no baseline, no band");
    assert!(line.latest.is_some());
}

#[test]
fn a_missing_score_leaves_a_gap_and_a_lone_one_a_dot() {
    let points = [Some(10.0), Some(20.0), None, Some(30.0), None, Some(40.0), Some(50.0)];
    let line = drawn(&[0, 10, 20, 30, 40, 50, 60], &points, false);
    assert_eq!(line.runs.iter().map(Vec::len).collect::<Vec<_>>(), [2, 2]);
    assert_eq!(line.dots.len(), 3, "the lone one and two within runs");
    assert!(line.dots.iter().any(|dot| close(dot.x, 48.0)), "the lone one is drawn");
    let open = drawn(&[0, 10], &[Some(10.0), None], false);
    assert_eq!((open.latest, open.runs.len()), (None, 0), "the latest wave has no score");
    assert!(open.first.is_some());
}

#[test]
fn from_right_to_left_everything_is_mirrored() {
    let (days, points) = ([0, 30, 100], [Some(10.0), Some(20.0), Some(30.0)]);
    let (plain, mirrored) = (drawn(&days, &points, false), drawn(&days, &points, true));
    for (a, b) in plain.runs[0].iter().zip(&mirrored.runs[0]) {
        assert!(close(a.x + b.x, 100.0) && close(a.y, b.y));
    }
    assert_eq!(mirrored.target, Some(Tick { y: 28.0, from: 0.0, to: 8.0 }));
    assert_eq!((plain.noise, &plain.levels), (mirrored.noise, &mirrored.levels));
    assert!(mirrored.first.unwrap().x > mirrored.latest.unwrap().x);
}

#[test]
fn waves_of_one_day_stand_side_by_side_and_one_alone_is_the_latest() {
    let line = drawn(&[7, 7, 7], &[Some(10.0); 3], false);
    let xs: Vec<f64> = line.runs[0].iter().map(|point| point.x).collect();
    assert!(close(xs[0], 2.0) && close(xs[1], 48.0) && close(xs[2], 94.0), "{xs:?}");
    let one = drawn(&[7], &[Some(10.0)], false);
    assert_eq!((one.first, one.runs.len(), one.dots.len()), (None, 0, 0));
    assert!(close(one.latest.unwrap().x, 94.0));
    let nothing =
        lay_out(&Given { days: &[], points: &[], base: None, target: None, levels: 0, mirrored: false });
    assert!(nothing.runs.is_empty() && nothing.latest.is_none() && nothing.levels.is_empty());
}

#[test]
fn two_hundred_waves_keep_their_line_and_thin_their_dots() {
    let days: Vec<i32> = (0..200).map(|wave| wave * 7).collect();
    let points: Vec<_> = (0..200).map(|wave| Some(f64::from(wave % 100))).collect();
    let line = drawn(&days, &points, false);
    assert_eq!(line.runs[0].len(), 200, "every score is on the line");
    assert!((15..=24).contains(&line.dots.len()), "{} dots", line.dots.len());
    let mut xs: Vec<f64> = line.dots.iter().map(|dot| dot.x).collect();
    xs.extend([line.first.unwrap().x, line.latest.unwrap().x]);
    xs.sort_by(f64::total_cmp);
    assert!(xs.windows(2).all(|pair| pair[1] - pair[0] >= 4.0 - 1e-9), "no two marks overlap: {xs:?}");
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn everything_stays_on_the_drawing(
        steps in proptest::collection::vec((0..400_i32, proptest::option::of(0.0..=100.0)), 1..60),
        mirrored: bool,
    ) {
        let days: Vec<i32> =
            steps.iter().scan(0, |day, (step, _)| { *day += step; Some(*day) }).collect();
        let points: Vec<Option<f64>> = steps.iter().map(|(_, points)| *points).collect();
        let line = drawn(&days, &points, mirrored);
        let on_lines = line.runs.iter().flatten().chain(&line.dots);
        for point in on_lines.chain(line.first.as_ref()).chain(line.latest.as_ref()) {
            prop_assert!((2.0..=98.0).contains(&point.x) && (6.0..=94.0).contains(&point.y), "{point:?}");
        }
        // Every score is seen: on a line, as a dot or as the mark of the first or latest wave.
        let on_runs: usize = line.runs.iter().map(Vec::len).sum();
        let lone = points.iter().enumerate().filter(|(at, own)| {
            let gap = |at: Option<usize>| at.and_then(|at| points.get(at)).copied().flatten().is_none();
            own.is_some() && gap(at.checked_sub(1)) && gap(Some(at + 1))
        });
        prop_assert_eq!(on_runs + lone.count(), points.iter().flatten().count());
    }
}
