//! The division of working time as a bar that carries its percentages.

use super::{line, percent, placed, words};
use crate::radar::Point;
use crate::views::markup::{text, with};
use crate::words::Language;
use yew::Html;

const GROUNDS: [&str; 3] = ["mr-mix-0", "mr-mix-1", "mr-mix-2"];
const INKS: [&str; 3] = ["mr-mixvalue mr-mix-t0", "mr-mixvalue mr-mix-t1", "mr-mixvalue mr-mix-t2"];
/// Below this share a percentage does not fit into its part; the table beside the bar has it.
const ROOM: f64 = 11.0;

/// Draws a division of working time; the table beside it says the same in words.
pub fn mix_bar(language: &Language, shares: [f64; 3]) -> Html {
    let mut grounds = Vec::new();
    let mut marks = Vec::new();
    let mut start = 0.0;
    for ((share, ground), ink) in shares.into_iter().zip(GROUNDS).zip(INKS) {
        grounds.push(block(ground, percent(start), percent(share), "100%"));
        if start > 0.0 {
            marks.push(line("mr-mixcut", [percent(start), "0".into()], [percent(start), "100%".into()]));
        }
        if share >= ROOM {
            let value = vec![text(language.percent(share))];
            marks.push(placed(
                percent(start),
                "50%".into(),
                vec![words(ink, Point { x: 9.0, y: 5.0 }, "start", value)],
            ));
        }
        start += share;
    }
    grounds.append(&mut marks);
    let values = vec!["mr-mixbar".into(), "100%".into(), "36".into(), "true".into()];
    with("svg", &["class", "width", "height", "aria-hidden"], values, grounds)
}

/// The key to one part of the bar.
pub fn swatch(part: usize) -> Html {
    let ground = GROUNDS.get(part).copied().unwrap_or_default();
    let values = vec!["mr-swatch".into(), "0 0 10 10".into(), "true".into()];
    with("svg", super::ICON, values, vec![block(ground, "0".into(), "10".into(), "10")])
}

fn block(class: &'static str, x: String, width: String, height: &'static str) -> Html {
    let values = vec![class.into(), x.into(), width.into(), height.into()];
    with("rect", &["class", "x", "width", "height"], values, Vec::new())
}
