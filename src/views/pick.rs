//! A native field to pick one of several from. What is picked stays in the field until its form is sent.

use super::markup::Pen;
use yew::NodeRef;

/// The field of this name and label, with the choice at a place marked at first. Each choice has a value and the
/// words it is shown as.
pub fn pick(
    pen: &mut Pen,
    [id, label]: [&str; 2],
    field: &NodeRef,
    choices: &[(&str, String)],
    first: usize,
) {
    pen.el("div.mr-field", |pen| {
        pen.el("label", |pen| {
            pen.set("for", id);
            pen.text(label);
        });
        pen.open("select.mr-input");
        pen.set("id", id);
        pen.set("name", id);
        pen.reach(field);
        for (at, (value, words)) in choices.iter().enumerate() {
            pen.el("option", |pen| {
                pen.key(value);
                pen.set("value", value);
                if at == first {
                    pen.set("selected", "selected");
                }
                pen.text(words);
            });
        }
        pen.close();
    });
}
