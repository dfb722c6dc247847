//! Tables of the decisions: what the map shows, and every figure that was worked out.

use super::page::Page;
use crate::views::markup::Pen;

/// The key of the map: number, name, window, time and state.
pub(super) fn decisions(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let heads =
        [(words.decision, false), (words.window, true), (words.takes, true), (words.state, false)];
    let mut rows = Vec::new();
    for (at, case) in page.cases.iter().enumerate() {
        let number = page.shown.language.whole((at + 1) as f64);
        let state = case.read.timing.map(|timing| page.shown.lens.text_of("states", timing.name()));
        rows.push(vec![
            [&number, " ", &case.name].concat(),
            page.known_time(case.entry.number("window")),
            page.known_time(case.read.used),
            state.unwrap_or(words.unknown).to_owned(),
        ]);
    }
    page.table(pen, "table.mr-table mr-cardtable mr-speedtable", words.caption, &heads, &rows);
}

/// All figures in working hours, behind a fold.
pub(super) fn figures(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let text = |name| page.shown.lens.text_of("results", name);
    let heads = [
        (words.decision, false),
        (page.label("decisions", "window"), true),
        (words.estimate, true),
        (page.label("decisions", "observed"), true),
        (words.after, true),
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
    pen.el("details.mr-more", |pen| {
        pen.put("summary", words.figures);
        page.table(pen, "table.mr-table", words.figures_caption, &heads, &rows);
    });
}
