//! The key of the map, and every figure that was worked out.

use super::page::Page;
use crate::lens::decision_speed::Timing;
use crate::lens::wording::DecisionSpeed as Says;
use crate::views::lens::table::Table;
use crate::views::markup::Pen;

/// The key of the map: number, name, window, time and state.
pub(super) fn decisions(pen: &mut Pen, page: &Page) {
    let (mut rows, mut loud) = (Vec::new(), Vec::new());
    for case in &page.cases {
        let state = case.read.timing.map(|timing| page.shown.lens.text_of("states", timing.name()));
        rows.push(vec![
            case.name.clone(),
            page.known_time(case.entry.number("window")),
            page.known_time(case.read.used),
            state.unwrap_or(page.say(Says::Unknown)).to_owned(),
        ]);
        loud.push(case.read.timing.is_some_and(|timing| timing != Timing::InTime));
    }
    let heads = &[
        (page.say(Says::Decision), false),
        (page.say(Says::Window), true),
        (page.say(Says::Takes), true),
        (page.say(Says::State), false),
    ];
    Table { caption: page.say(Says::Caption), heads, rows, loud, is_card: true, is_numbered: true }.draw(pen);
}

/// All figures in working hours, behind a fold.
pub(super) fn figures(pen: &mut Pen, page: &Page) {
    let text = |name| page.shown.lens.text_of("results", name);
    let heads = &[
        (page.say(Says::Decision), false),
        (page.label("decisions", "window"), true),
        (page.say(Says::Estimate), true),
        (page.label("decisions", "observed"), true),
        (page.say(Says::After), true),
        (page.label("decisions", "per_month"), true),
        (text("late_hours"), true),
        (text("late_hours_saved"), true),
    ];
    let mut rows = Vec::new();
    for case in &page.cases {
        let read = case.read;
        let mut cells = vec![case.name.clone()];
        for number in [
            case.entry.number("window"),
            read.estimate,
            case.entry.number("observed"),
            read.after,
            case.entry.number("per_month"),
            read.late_hours,
            read.late_hours_saved,
        ] {
            cells.push(page.known(number));
        }
        rows.push(cells);
    }
    Table { caption: page.say(Says::FiguresCaption), heads, rows, is_numbered: true, ..Table::default() }
        .folded(pen, page.say(Says::Figures));
}
