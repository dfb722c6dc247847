//! QR codes: an independent reader finds the text in them again.

use maturity_radar::qr::{Matrix, QUIET};
use rqrr::PreparedImage;

/// What a reader sees when each module is drawn `scale` pixels wide, after `spoil` had its way with the modules.
fn seen(matrix: &Matrix, scale: usize, spoil: impl Fn(usize, usize) -> bool) -> Option<String> {
    let side = (matrix.size() + 2 * QUIET) * scale;
    let mut image = PreparedImage::prepare_from_greyscale(side, side, |x, y| {
        let module = |at: usize| (at / scale).wrapping_sub(QUIET);
        let (x, y) = (module(x), module(y));
        if matrix.is_dark(x, y) != spoil(x, y) { 0 } else { 255 }
    });
    image.detect_grids().first()?.decode().ok().map(|(_, text)| text)
}

#[test]
fn a_reader_finds_the_text_again() {
    let link = ["https://example.org/radar/#mr=", &"A_-9".repeat(15)].concat();
    for text in [&link, "x", "https://example.org/", "漢字 é", &link.repeat(10)] {
        let matrix = Matrix::of(text).expect("a text that fits");
        for scale in [3, 8] {
            assert_eq!(seen(&matrix, scale, |_, _| false).as_deref(), Some(text), "scale {scale}");
        }
    }
}

#[test]
fn a_link_of_all_answers_needs_no_large_code() {
    let link = ["https://www.example.com/maturity/#mr=", &"x".repeat(60)].concat();
    assert_eq!(Matrix::of(&link).map(|matrix| matrix.size()), Some(41), "version 6");
}

#[test]
fn a_spot_on_the_code_does_no_harm() {
    let text = ["https://example.org/radar/#mr=", &"A_-9".repeat(15)].concat();
    let matrix = Matrix::of(&text).unwrap();
    let spot =
        |x: usize, y: usize| (18..23).contains(&x) && (18..23).contains(&y) && !(x + y).is_multiple_of(3);
    assert_eq!(seen(&matrix, 4, spot).as_deref(), Some(text.as_str()));
    let blot =
        |x: usize, y: usize| (13..60).contains(&x) && (13..60).contains(&y) && (x * y).is_multiple_of(2);
    assert_ne!(seen(&matrix, 4, blot).as_deref(), Some(text.as_str()), "the spoiling spoils");
}

#[test]
fn the_three_corners_are_where_readers_look_and_outside_all_is_light() {
    let matrix = Matrix::of("x").unwrap();
    let size = matrix.size();
    assert_eq!(size, 21);
    for (x, y) in [(0, 0), (size - 7, 0), (0, size - 7)] {
        let ring = |dx: usize, dy: usize| dx.abs_diff(3).max(dy.abs_diff(3)) != 2;
        assert!((0..49).all(|at| matrix.is_dark(x + at % 7, y + at / 7) == ring(at % 7, at / 7)));
    }
    assert!(!matrix.is_dark(size, 0) && !matrix.is_dark(0, size) && !matrix.is_dark(usize::MAX, usize::MAX));
}

#[test]
fn a_text_that_no_code_holds_gives_none() {
    assert!(Matrix::of(&"x".repeat(2331)).is_some_and(|matrix| matrix.size() == 177));
    assert_eq!(Matrix::of(&"x".repeat(2332)), None);
}
