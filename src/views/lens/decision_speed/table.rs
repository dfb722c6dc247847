//! Tables: the key of the map, every figure that was worked out, and the form all of them share.

use super::page::Page;
use crate::lens::decision_speed::Timing;
use crate::views::markup::Pen;

/// From this many rows on a table keeps its height and is scrolled.
const MANY: usize = 16;

/// A table: what it shows, its heads with whether a column holds numbers, and its rows.
#[derive(Default)]
pub(super) struct Table<'a> {
    pub caption: &'a str,
    pub heads: &'a [(&'a str, bool)],
    pub rows: Vec<Vec<String>>,
    /// Rows whose last cell stands out.
    pub loud: Vec<bool>,
    /// Whether each row is a card on narrow pages, and then says what its cells are.
    pub is_card: bool,
    /// Whether rows have numbers.
    pub is_numbered: bool,
}

impl Table<'_> {
    /// Draws the table.
    pub fn draw(&self, pen: &mut Pen) {
        pen.open(if self.rows.len() >= MANY { "div.mr-plain mr-tallplain" } else { "div.mr-plain" });
        for (name, value) in [("tabindex", "0"), ("role", "region"), ("aria-label", self.caption)] {
            pen.set(name, value);
        }
        pen.open(if self.is_card { "table.mr-table mr-cardtable mr-speedtable" } else { "table.mr-table" });
        pen.put("caption.mr-hidden", self.caption);
        pen.el("thead", |pen| {
            pen.el("tr", |pen| {
                for (head, is_number) in self.heads {
                    pen.put(if *is_number { "th.mr-n[scope=col]" } else { "th[scope=col]" }, head);
                }
            });
        });
        pen.el("tbody", |pen| {
            for (place, row) in self.rows.iter().enumerate() {
                pen.el("tr", |pen| self.row(pen, place, row));
            }
        });
        pen.close();
        pen.close();
    }

    fn row(&self, pen: &mut Pen, place: usize, row: &[String]) {
        for (at, (cell, (head, is_number))) in row.iter().zip(self.heads).enumerate() {
            pen.open(match (at, is_number) {
                (0, _) => "th[scope=row]",
                (_, true) => "td.mr-n",
                (_, false) => "td",
            });
            if at == 0 && self.is_numbered {
                pen.put("span.mr-code", &pen.language.whole((place + 1) as f64));
            }
            if at > 0 && self.is_card {
                pen.put("span.mr-celllabel[aria-hidden=true]", head);
                pen.text(" ");
            }
            let is_loud = at + 1 == row.len() && self.loud.get(place) == Some(&true);
            if is_loud {
                pen.put("b", cell)
            } else {
                pen.text(cell)
            }
            pen.close();
        }
    }
}

/// The key of the map: number, name, window, time and state.
pub(super) fn decisions(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let (mut rows, mut loud) = (Vec::new(), Vec::new());
    for case in &page.cases {
        let state = case.read.timing.map(|timing| page.shown.lens.text_of("states", timing.name()));
        rows.push(vec![
            case.name.clone(),
            page.known_time(case.entry.number("window")),
            page.known_time(case.read.used),
            state.unwrap_or(words.unknown).to_owned(),
        ]);
        loud.push(case.read.timing.is_some_and(|timing| timing != Timing::InTime));
    }
    let heads = &[(words.decision, false), (words.window, true), (words.takes, true), (words.state, false)];
    Table { caption: words.caption, heads, rows, loud, is_card: true, is_numbered: true }.draw(pen);
}

/// All figures in working hours, behind a fold.
pub(super) fn figures(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let text = |name| page.shown.lens.text_of("results", name);
    let heads = &[
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
        Table { caption: words.figures_caption, heads, rows, is_numbered: true, ..Table::default() }
            .draw(pen);
    });
}
