//! Asking colleagues, and adding what they send: a text to copy, the picker for files, a field for links.

use super::page::Page;
use crate::session::{Action, Service, Told};
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Text};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Both sections. `address` is where colleagues answer.
pub(super) fn asking(pen: &mut Pen, page: &Page, address: &str) {
    let words = page.words;
    pen.el("div.mr-noprint", |pen| {
        section(pen, words.invite_title, words.invite_note, |pen| invite(pen, page, address));
        section(pen, words.add_title, words.add_note, |pen| {
            pen.el("div.mr-actions mr-actions-top", |pen| {
                pen.button("mr-button", words.add, Action::Asked(Service::Pick));
            });
            paste(pen, page);
        });
    });
}

fn invite(pen: &mut Pen, page: &Page, address: &str) {
    let words = page.words;
    let text = invitation(page, address);
    pen.el("label.mr-hidden[for=mr-invitation]", |pen| pen.text(words.invitation_label));
    pen.el("textarea.mr-input mr-invitation#mr-invitation[readonly=readonly]", |pen| {
        pen.value(&text);
        pen.own_enter();
    });
    pen.el("div.mr-actions mr-section-tight", |pen| {
        pen.button("mr-button mr-button-2", words.invite, Action::Asked(Service::Copy(text)));
    });
    pen.el("p.mr-note mr-section-tight[role=status]", |pen| match page.session.told {
        Some(Told::Copied(true)) => pen.text(words.invited),
        Some(Told::Copied(false)) => pen.text(words.not_invited),
        _ => {}
    });
}

/// What to send to a colleague: where, what to do, how long it takes, how to send it back.
fn invitation(page: &Page, address: &str) -> String {
    let all = &page.language.words;
    let intro = &page.survey.intro;
    let unit = page.session.scope();
    let about = if unit.is_empty() {
        String::new()
    } else {
        page.fill(page.words.invitation_unit, &[("unit", Text(unit))])
    };
    let values = [
        ("title", Text(&intro.title)),
        ("lead", Text(&intro.lead)),
        ("minutes", Count(intro.minutes as usize)),
        ("about", Text(&about)),
        ("address", Text(address)),
        ("start", Text(all.shell.welcome.start)),
        ("unknown", Text(all.answering.unknown)),
        ("data", Text(all.shell.data_link)),
        ("download", Text(all.shell.data.download)),
        ("link", Text(all.carry.link_copy)),
    ];
    page.fill(page.words.invitation, &values)
}

/// The field for links; what was pasted is shown before anything of it is added.
fn paste(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let field = NodeRef::default();
    let (reached, nothing, on_action) = (field.clone(), words.paste_nothing, pen.on_action.clone());
    let on_submit = Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        let Some(field) = reached.cast::<HtmlInputElement>() else { return };
        let text = field.value();
        let is_empty = text.trim().is_empty();
        field.set_custom_validity(if is_empty { nothing } else { "" });
        if is_empty {
            field.report_validity();
        } else {
            on_action.emit(Action::Asked(Service::Read(text)));
        }
    });
    pen.el("form.mr-paste mr-block[novalidate]", |pen| {
        pen.key("paste");
        pen.on_submit(on_submit);
        pen.el("div.mr-field", |pen| {
            pen.put("label[for=mr-paste]", words.paste);
            pen.open("input.mr-input#mr-paste[type=text][name=mr-paste][autocomplete=off][spellcheck=false]");
            pen.reach(&field);
            pen.close();
        });
        pen.put("button.mr-button mr-button-2[type=submit]", words.paste_look);
    });
}
