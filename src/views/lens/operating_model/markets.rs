//! One card for each market against the blueprint of its size.

use super::super::bars::Bar;
use super::page::{Page, Section};
use crate::lens::Entry;
use crate::lens::operating_model::MarketFit;
use crate::lens::wording::OperatingModel as Says;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Percent, Text};

const PART: &str = "local";
/// As many markets are on screen at once.
const FIRST: usize = 6;

/// The markets with what was entered about each, in the order in which they were.
pub(super) fn markets<'a>(page: &Page<'a>) -> Vec<(String, Entry<'a>, &'a MarketFit)> {
    let mut found = Vec::new();
    for (place, (entry, read)) in page.rows(PART).into_iter().zip(&page.own.markets).enumerate() {
        found.push((page.named(PART, &entry, "market_name", place), entry, read));
    }
    found
}

pub(super) fn section<'a>(page: &Page<'a>) -> Option<Section<'a>> {
    let all = markets(page);
    let known = || all.iter().filter_map(|(name, _, own)| Some((name, own.matching?)));
    let state = ("state", Text(page.text("market_states", "match")));
    let alike = known().filter(|(_, share)| *share == 100.0).count();
    let title = match (known().count(), known().next()) {
        (1, Some((name, share))) => {
            page.fill(page.say(Says::MarketTitle), &[("name", Text(name)), ("share", Percent(share)), state])
        }
        (0, _) => page.name(PART).to_owned(),
        (count, _) => page.counted(page.forms(Says::MarketsTitle), alike, &[("all", Count(count)), state]),
    };
    let mut notes = Vec::new();
    notes.extend(
        page.own.mid_share.map(|own| page.fill(page.say(Says::MidShare), &[("share", Percent(own))])),
    );
    if all.iter().any(|(.., own)| !own.heavier.is_empty()) {
        notes.push(page.say(Says::Twice).to_owned());
    }
    let section = || Section { wide: true, ..Section::new(PART, &title, notes.join(" "), draw) };
    (!all.is_empty()).then(section)
}

/// What the capabilities of this name are called, one behind the other.
pub(super) fn works(page: &Page, ids: &[String]) -> String {
    let field =
        page.shown.lens.part(PART).and_then(|part| part.fields.iter().find(|field| !field.each.is_empty()));
    let all = field.map(|field| field.each.as_slice()).unwrap_or_default();
    let named = all.iter().filter(|own| ids.iter().any(|id| id == own.id.as_str()));
    named.map(|own| own.name.as_str()).collect::<Vec<_>>().join(", ")
}

fn draw(pen: &mut Pen, page: &Page, _: &str) {
    let all = markets(page);
    pen.el("dl.mr-om-sizes", |pen| {
        for &size in &["major", "mid", "small"] {
            if all.iter().any(|(.., read)| read.blueprint.is_some_and(|own| own.name() == size)) {
                let path = ["blueprints/", size].concat();
                pen.put("dt", page.text(&path, "name"));
                pen.put("dd", page.text(&path, "gist"));
            }
        }
    });
    pen.el("ul.mr-om-markets", |pen| {
        for (place, (name, entry, read)) in all.iter().enumerate() {
            if place < FIRST || pen.has_room() {
                pen.el("li.mr-card", |pen| card(pen, page, name, entry, read));
            }
        }
    });
}

fn card(pen: &mut Pen, page: &Page, name: &str, entry: &Entry, read: &MarketFit) {
    let language = page.shown.language;
    pen.put("h3.mr-h3", name);
    let mut facts = Vec::new();
    match read.blueprint {
        Some(size) => facts.push(page.text(&["blueprints/", size.name()].concat(), "name").to_owned()),
        None => facts.push(page.say(Says::NoBlueprint).to_owned()),
    }
    facts.extend(
        entry.number("share").map(|own| page.fill(page.say(Says::Revenue), &[("share", Percent(own))])),
    );
    pen.put("p.mr-note", &facts.join(" · "));
    if let Some(matching) = read.matching {
        pen.el("p.mr-om-match", |pen| {
            pen.text(
                [&language.percent(matching), " ", page.text("market_states", "match")].concat().as_str(),
            );
            Bar::of(matching).draw(pen);
        });
    }
    let lists = [
        ("heavier_than_blueprint", &read.heavier),
        ("thinner_than_blueprint", &read.thinner),
        ("nobody", &read.nobody),
    ];
    if lists.iter().any(|(_, own)| !own.is_empty()) {
        pen.el("dl.mr-om-states", |pen| {
            for (state, own) in lists.iter().filter(|(_, own)| !own.is_empty()) {
                pen.put("dt", page.text("market_states", state));
                pen.put("dd", &works(page, own));
            }
        });
    }
}
