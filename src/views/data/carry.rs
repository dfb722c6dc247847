//! The ways in and out beside the file with everything: files to add, table, report, link.

use crate::qr::{Matrix, QUIET};
use crate::session::{Action, Screen, Service, Session, Told};
use crate::views::charts::number;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Day;

/// The button that opens the picker.
pub(super) fn bring(pen: &mut Pen) {
    let words = &pen.language.words.carry;
    section(pen, words.bring, words.bring_note, |pen| {
        pen.el("div.mr-actions mr-actions-top", |pen| {
            pen.button("mr-button mr-button-2", words.pick, Action::Asked(Service::Pick));
        });
        pen.put("p.mr-note mr-section-tight", words.bring_how);
    });
}

/// Table, report and link of the assessment on screen. `link` is the address with the answers.
pub(super) fn out(pen: &mut Pen, session: &Session, link: Option<&str>) {
    let words = &pen.language.words.carry;
    section(pen, words.table, words.table_note, |pen| {
        pen.el("div.mr-actions mr-actions-top", |pen| {
            pen.button("mr-button mr-button-2", words.table_get, Action::Asked(Service::Table));
        });
    });
    section(pen, words.report, words.report_note, |pen| {
        pen.el("div.mr-actions mr-actions-top", |pen| {
            pen.button("mr-button mr-button-2", words.to_report, Action::ScreenPicked(Screen::Report));
        });
    });
    let Some(wave) = session.own_wave() else {
        return;
    };
    section(pen, words.link, words.link_note, |pen| {
        let Some(link) = link else {
            return pen.put("p.mr-text", words.link_none);
        };
        pen.el("div.mr-carrylink", |pen| {
            pen.el("div", |pen| {
                pen.el("label.mr-label[for=mr-link]", |pen| {
                    pen.text(&super::filled(pen.language, words.link_label, &[("date", Day(wave.date))]));
                });
                pen.el("input.mr-input#mr-link[type=text][readonly=readonly]", |pen| {
                    pen.value(link);
                    pen.own_enter();
                });
                pen.el("div.mr-actions mr-section-tight", |pen| {
                    pen.button("mr-button mr-button-2", words.link_copy, Action::Asked(Service::CopyLink));
                });
                pen.el("p.mr-note mr-section-tight[role=status]", |pen| match &session.told {
                    Some(Told::Copied(true)) => pen.text(words.link_copied),
                    Some(Told::Copied(false)) => pen.text(words.link_not_copied),
                    _ => {}
                });
            });
            code(pen, link);
        });
    });
}

/// The link as a QR code, dark on light in every theme, as cameras need it.
fn code(pen: &mut Pen, link: &str) {
    let words = &pen.language.words.carry;
    let Some(matrix) = Matrix::of(link) else {
        return pen.put("p.mr-note", words.qr_none);
    };
    let side = number((matrix.size() + 2 * QUIET) as f64);
    pen.el("figure.mr-qr", |pen| {
        pen.el("svg[role=img]", |pen| {
            pen.set("aria-label", words.qr);
            pen.set("viewBox", &["0 0 ", &side, " ", &side].concat());
            pen.el("rect.mr-qr-light", |pen| {
                pen.set("width", &side);
                pen.set("height", &side);
            });
            pen.el("path.mr-qr-dark", |pen| pen.set("d", &modules(&matrix)));
        });
        pen.put("figcaption.mr-note", words.qr_note);
    });
}

/// Every run of dark modules as one rectangle.
fn modules(matrix: &Matrix) -> String {
    let mut shape = String::new();
    for y in 0..matrix.size() {
        let mut x = 0;
        while x < matrix.size() {
            let start = x;
            while matrix.is_dark(x, y) {
                x += 1;
            }
            if x > start {
                let [left, top, length] = [start + QUIET, y + QUIET, x - start].map(|own| own.to_string());
                for part in ["M", &left, " ", &top, "h", &length, "v1h-", &length, "z"] {
                    shape.push_str(part);
                }
            }
            x += 1;
        }
    }
    shape
}
