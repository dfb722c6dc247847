//! Which initiatives the core team can serve with the time set aside.

use super::super::Shown;
use super::super::bars::{Bar, row};
use super::super::table::Table;
use crate::lens::Sheet;
use crate::lens::martech::{Capacity, Initiative};
use crate::lens::wording::Martech as Says;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Percent, Short};

/// The section, where time or demand is known.
pub(super) fn capacity(pen: &mut Pen, shown: &Shown, own: &Capacity) {
    let title = match (own.load, shown.lens.part("capacity")) {
        (Some(_), _) => shown.say(Says::Capacity),
        (None, Some(part)) if own.capacity.is_some() || own.demand.is_some() => &part.name,
        _ => return,
    };
    section(pen, title, &note(shown, own), |pen| {
        if own.initiatives.is_empty() {
            return pen.put("p.mr-small mr-quiet", shown.say(Says::NoInitiative));
        }
        let chart = shown.chart("lens-martech-capacity", shown.say(Says::CapacityChart));
        pen.el("ul.mr-rowlist", |pen| {
            chart.mark(pen);
            for initiative in &own.initiatives {
                one(pen, shown, own, initiative);
            }
        });
        chart.save(pen, shown.told);
        table(pen, shown, own);
    });
}

fn table(pen: &mut Pen, shown: &Shown, own: &Capacity) {
    let mut rows = Vec::new();
    for initiative in &own.initiatives {
        let fte = Short(initiative.fte).written(shown.language);
        rows.push(vec![initiative.name.clone(), fte, state_of(shown, own, initiative).to_owned()]);
    }
    let heads = &[
        (shown.say(Says::Initiative), false),
        (shown.say(Says::FullTime), true),
        (shown.say(Says::Served), false),
    ];
    let caption = shown.say(Says::CapacityChart);
    Table { caption, heads, rows, ..Table::default() }.folded(pen, shown.words().as_table);
}

/// Whether an initiative can be served with the time set aside; nothing where that is not known.
fn state_of<'a>(shown: &Shown<'a>, own: &Capacity, initiative: &Initiative) -> &'a str {
    match (own.load, initiative.fits_now) {
        (None, _) => "",
        (_, true) => shown.lens.text("results/fits_now"),
        (_, false) => shown.lens.text("results/deferred"),
    }
}

fn one(pen: &mut Pen, shown: &Shown, own: &Capacity, initiative: &Initiative) {
    let state = state_of(shown, own, initiative);
    let mut figure = shown.fill(shown.say(Says::People), &[("n", Short(initiative.fte))]);
    if !state.is_empty() {
        figure = [&figure, ", ", state].concat();
    }
    let share = own.capacity.filter(|capacity| *capacity > 0.0).map(|own| 100.0 * initiative.fte / own);
    let bar = Bar { share, quiet: !initiative.fits_now, tick: None };
    row(pen, &initiative.name, &figure, &bar, "");
}

/// Where the time comes from, what is asked for, and what that comes to.
fn note(shown: &Shown, own: &Capacity) -> String {
    let mut sentences = Vec::new();
    let once = Sheet::of(shown.lens, &shown.record.answers, "capacity").map(|sheet| sheet.once());
    let core = |field| once.and_then(|once| once.number(field)).unwrap_or_default();
    match own.capacity {
        Some(capacity) => {
            let (team, share) = (Short(core("core_fte")), Percent(core("reserve_pct")));
            let values = [("team", team), ("share", share), ("capacity", Short(capacity))];
            sentences.push(shown.fill(shown.say(Says::Aside), &values));
        }
        None => sentences.push(shown.say(Says::AsideUnknown).to_owned()),
    }
    if let Some(demand) = own.demand {
        sentences.push(shown.fill(shown.say(Says::Asked), &[("demand", Short(demand))]));
    }
    sentences.extend(state(shown, own));
    sentences.join(" ")
}

fn state(shown: &Shown, own: &Capacity) -> Option<String> {
    own.load.map(|load| shown.lens.text_of("capacity_states", load.name()).to_owned())
}

/// What time and demand come to, in a sentence.
pub(super) fn finding(shown: &Shown, own: &Capacity) -> Option<String> {
    let asked =
        || own.demand.map(|demand| shown.fill(shown.say(Says::AskedFor), &[("demand", Short(demand))]));
    let aside = || own.capacity.map(|own| shown.fill(shown.say(Says::SetAside), &[("capacity", Short(own))]));
    state(shown, own).or_else(asked).or_else(aside)
}
