//! Tables: the form that those of all lenses share.

use crate::views::markup::Pen;

/// From this many rows on a table keeps its height and is scrolled.
const MANY: usize = 16;

/// A table: what it shows, its heads with whether a column holds numbers, and its rows.
#[derive(Default)]
pub(in crate::views::lens) struct Table<'a> {
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
    /// Draws the table behind a fold that says what it is.
    pub fn folded(&self, pen: &mut Pen, summary: &str) {
        if !pen.has_room() {
            return;
        }
        pen.el("details.mr-more", |pen| {
            pen.put("summary", summary);
            self.draw(pen);
        });
    }

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
                // What has to be scrolled to may come later.
                if place < MANY || pen.has_room() {
                    pen.el("tr", |pen| self.row(pen, place, row));
                }
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
