//! Everybody who answered: the group each speaks for, and the way to take a colleague out.

use super::page::Page;
use super::table::plain;
use crate::history::Wave;
use crate::session::Action;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::Text;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The section.
pub(super) fn people(pen: &mut Pen, page: &Page) {
    let words = page.words;
    section(pen, words.people_title, words.people_note, |pen| {
        pen.el("datalist#mr-groups", |pen| {
            for group in page.panel.groups() {
                pen.el("option", |pen| pen.set("value", &group.name));
            }
        });
        pen.el("div.mr-people", |pen| list(pen, page));
    });
}

fn list(pen: &mut Pen, page: &Page) {
    let words = page.words;
    let heads = |pen: &mut Pen| {
        for head in [words.person, words.group, words.date] {
            pen.put("th[scope=col]", head);
        }
        pen.el("th.mr-noprint[scope=col]", |pen| pen.put("span.mr-hidden", words.remove_column));
    };
    plain(pen, words.people_title, heads, |pen| {
        for place in page.in_order() {
            let Some(wave) = page.people.get(place) else { continue };
            let name = page.person(place);
            pen.el("tr", |pen| {
                pen.key(&[wave.respondent.id.as_deref().unwrap_or_default(), "/", &wave.id].concat());
                pen.put("th[scope=row].mr-nowrap", &name);
                pen.el("td", |pen| group(pen, page, wave, &name));
                pen.put("td.mr-nowrap", &page.language.date(wave.date));
                pen.el("td.mr-noprint", |pen| {
                    if page.own != Some(place) {
                        pen.action("mr-textlink", Action::ColleagueRemoved { index: place }, |pen| {
                            pen.text(words.remove);
                            pen.put("span.mr-hidden", &[" ", &name].concat());
                        });
                    }
                });
            });
        }
    });
}

/// The group somebody speaks for; it counts once the field is left.
fn group(pen: &mut Pen, page: &Page, wave: &Wave, name: &str) {
    let (person, id) = (wave.respondent.id.clone(), wave.id.clone());
    let on_change = pen.on_action.reform(move |event: Event| {
        let field = event.target_dyn_into::<HtmlInputElement>();
        let group = field.map(|field| field.value()).unwrap_or_default();
        let group = group.trim().to_owned();
        Action::GroupNamed { person: person.clone(), wave: id.clone(), group }
    });
    pen.open("input.mr-input[type=text][name=mr-group][maxlength=60][autocomplete=off][list=mr-groups]");
    pen.set("aria-label", &page.fill(page.words.group_of, &[("person", Text(name))]));
    pen.value(wave.respondent.group.as_deref().unwrap_or_default());
    pen.on_change(on_change);
    pen.close();
}
