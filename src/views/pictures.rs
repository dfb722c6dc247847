//! Charts as files: a name on the figure, two small buttons below it, and what became of them. A picture is
//! read off the screen, so whatever the figure holds is in it: drawings, words and tables.

use super::markup::Pen;
use super::markup::Value::Text;
use crate::history::Date;
use crate::session::{Action, Service, Told};

/// A figure that can be saved as a picture.
#[derive(Clone, Copy, Debug)]
pub struct Chart<'a> {
    /// Its name on the page and in that of the file, out of lower-case letters, digits and dashes.
    pub name: &'a str,
    /// The part of the survey it is about, where a screen has several of the same name; empty otherwise.
    pub part: &'a str,
    /// What it is, in words.
    pub what: &'a str,
    /// The day of the latest answers in it.
    pub day: Date,
}

impl Chart<'_> {
    fn id(&self) -> String {
        if self.part.is_empty() { self.name.to_owned() } else { [self.name, "-", self.part].concat() }
    }

    /// Marks the open element as the figure.
    pub fn mark(&self, pen: &mut Pen) {
        pen.set("data-mr-chart", &self.id());
        pen.set("data-mr-title", self.what);
    }

    /// The buttons, and how the last picture of this figure ended.
    pub fn save(&self, pen: &mut Pen, told: Option<&Told>) {
        let words = &pen.language.words.carry;
        let id = self.id();
        pen.el("div.mr-pictures mr-noprint", |pen| {
            pen.put("span.mr-note[aria-hidden=true]", words.picture);
            for &(kind, label) in &[("svg", "SVG"), ("png", "PNG")] {
                let asked = Action::Asked(Service::Picture { chart: id.clone(), day: self.day, kind });
                pen.action("mr-textlink", asked, |pen| {
                    pen.text(label);
                    pen.say("span.mr-hidden", words.picture_of, &[("what", Text(self.what))]);
                });
            }
            pen.el("p.mr-note[role=status]", |pen| match told {
                Some(Told::Pictured { chart, done }) if *chart == id => {
                    pen.text(if *done { words.pictured } else { words.not_pictured });
                }
                _ => {}
            });
        });
    }
}
