//! Small pictures: interface icons, the mark of a role, the mark of the product. Shape repeats every hue.

pub use super::charts::{role_class, role_icon};

use super::markup::Pen;

/// An interface icon; drawn in the colour of the text beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Kept here.
    Lock,
    /// Needs attention.
    Warning,
    /// Good to know.
    Info,
    /// Not known.
    Question,
    /// Takes time.
    Clock,
    /// A list.
    List,
    /// Done.
    Check,
    /// A file.
    File,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Lock => "M5.5 9V6.5a4.5 4.5 0 0 1 9 0V9M4 9h12v8H4Z",
            Self::Warning => "M10 7.5v4M10 14.2v.1M10 2.5 18 17H2Z",
            Self::Info => "M10 9v5M10 6.2v.1M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z",
            Self::Question => {
                "M7.5 7.5a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.1.9-1.1 1.7M10 14.2v.1M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z"
            }
            Self::Clock => "M10 5.5V10l3 2M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z",
            Self::List => "M7.5 5H17M7.5 10H17M7.5 15H17M3.5 5h.01M3.5 10h.01M3.5 15h.01",
            Self::Check => "M4 10.5l4 4 8-9",
            Self::File => "M5 2.5h6.5L15 6v11.5H5ZM11 2.5v4h4",
        }
    }
}

/// Draws an icon; hidden from assistive technology, as a word always stands beside it.
pub fn icon(pen: &mut Pen, icon: Icon) {
    pen.el("svg.mr-icon[viewBox=0 0 20 20][aria-hidden=true]", |pen| {
        pen.open("path");
        pen.set("d", icon.path());
        pen.close();
    });
}

/// The mark of the product; without hues while questions are answered.
pub fn brand_mark(pen: &mut Pen, hued: bool) {
    const FANS: [&str; 3] = [
        "M12 9.6L4.97 4.2A10.5 10.5 0 0 1 19.03 4.2Z",
        "M14.08 13.2L22.27 9.82A10.5 10.5 0 0 1 15.24 21.99Z",
        "M9.92 13.2L8.76 21.99A10.5 10.5 0 0 1 1.73 9.82Z",
    ];
    pen.el("svg[viewBox=0 0 24 24][aria-hidden=true]", |pen| {
        for (position, shape) in FANS.into_iter().enumerate() {
            let hue = if hued { role_class(position) } else { "mr-plainmark" };
            pen.open("path");
            pen.set("class", &["mr-mark ", hue].concat());
            pen.set("d", shape);
            pen.close();
        }
    });
}
