//! The map of decisions with its table, and the four shares beside it.

use super::page::Page;
use super::table;
use crate::lens::decision_speed::Timing;
use crate::lens::wording::DecisionSpeed as Says;
use crate::views::charts::{SpeedMap, SpeedSpot};
use crate::views::frame::wide_section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Percent, Text};

/// About as many elements as a dot of the map has, with its number, or a row of the table.
const SPOT: usize = 4;

/// The picture of all decisions that can be timed; not drawn where there is none.
pub(super) fn section(pen: &mut Pen, page: &Page) {
    let spots = spots(page);
    if spots.is_empty() {
        return;
    }
    let has_after = spots.iter().any(|spot| !spot.after.is_empty());
    let after = if has_after { page.say(Says::MapAfter) } else { "" };
    let delay = page.shown.lens.text("findings/late_hours");
    let note = [page.say(Says::MapNote), after, delay].join(" ");
    wide_section(pen, page.say(Says::MapTitle), &note, |pen| {
        pen.el("div.mr-speedpair", |pen| {
            if pen.has_room_for(spots.len() * SPOT) {
                figure(pen, page, &spots);
            }
            if pen.has_room_for(page.cases.len() * SPOT) {
                pen.el("div", |pen| {
                    table::decisions(pen, page);
                    stats(pen, page);
                });
            }
        });
        let timed = page.cases.iter().filter(|case| case.read.timing.is_some()).count();
        if timed < page.rules.fewest_decisions {
            let number = page.spelled(page.rules.fewest_decisions);
            pen.say("p.mr-note", page.say(Says::Few), &[("Number", Text(&number))]);
        }
        if pen.has_room() {
            table::figures(pen, page);
        }
    });
}

/// Decisions by place: several with one window and one time share a dot.
fn spots(page: &Page) -> Vec<SpeedSpot> {
    let mut spots: Vec<SpeedSpot> = Vec::new();
    for (at, case) in page.cases.iter().enumerate() {
        let (Some([window, used]), Some(timing)) = (case.timed(), case.read.timing) else { continue };
        let is_listed = page.own.decisions.shortlist.iter().any(|own| own.id == case.entry.key);
        let after = case.read.after.filter(|_| is_listed);
        let number = page.shown.language.whole((at + 1) as f64);
        match spots.iter_mut().find(|own| own.window == window && own.used == used) {
            Some(own) => {
                own.numbers.push_str(", ");
                own.numbers.push_str(&number);
                own.cases += case.per_month();
                own.after.extend(after);
                own.name.clear();
            }
            None => spots.push(SpeedSpot {
                window,
                used,
                after: after.into_iter().collect(),
                timing,
                cases: case.per_month(),
                numbers: number,
                name: case.name.clone(),
            }),
        }
    }
    spots
}

fn figure(pen: &mut Pen, page: &Page, spots: &[SpeedSpot]) {
    let rules = page.rules;
    let zone = |timing: Timing| {
        let name = page.shown.lens.text_of("states", timing.name());
        (page.shown.language.words.results.start_sentence)(name)
    };
    let zones = &[Timing::InTime, Timing::Late, Timing::WindowMissed].map(zone);
    let [in_time, late, missed] = zones.each_ref().map(String::as_str);
    let mut ticks = Vec::new();
    for unit in &rules.units {
        if !unit.tick.is_empty() {
            ticks.push((unit.hours, unit.tick.as_str()));
        }
    }
    let description = described(page);
    let chart = page.shown.chart("lens-speed-map", page.say(Says::Chart));
    pen.el("figure.mr-figurebox", |pen| {
        chart.mark(pen);
        pen.put("p.mr-speedaxis", page.say(Says::AxisY));
        pen.el("div.mr-speedbox", |pen| {
            pen.el("div", |pen| {
                SpeedMap {
                    range: range(page, spots),
                    late: rules.late,
                    ticks: &ticks,
                    zones: [in_time, late, missed],
                    spots,
                    title: page.say(Says::Chart),
                    description: &description,
                }
                .draw(pen);
            });
        });
        pen.put("p.mr-speedaxis mr-speedaxis-x", page.say(Says::AxisX));
        chart.save(pen, page.shown.told);
    });
}

/// From a little below the shortest time a decision takes to a little above the longest interval of a meeting,
/// and further where a decision lies outside.
fn range(page: &Page, spots: &[SpeedSpot]) -> [f64; 2] {
    let meetings = page.rules.forum_options.iter().map(|own| own.hours);
    let most = meetings.fold(page.rules.act_floor, f64::max);
    let mut range = [page.rules.act_floor, most];
    for spot in spots {
        for hours in spot.after.iter().chain([&spot.window, &spot.used]) {
            let [least, most] = &mut range;
            if *hours > 0.0 {
                *least = least.min(*hours);
            }
            *most = most.max(*hours);
        }
    }
    let [least, most] = range;
    [least / 1.4, most * 1.1]
}

/// Nobody listens to more decisions than that in a row; the table has all of them.
const TOLD: usize = 16;

fn described(page: &Page) -> String {
    let mut text = String::new();
    for (at, case) in page.cases.iter().enumerate().take(TOLD) {
        let (Some([window, used]), Some(timing)) = (case.timed(), case.read.timing) else { continue };
        let [window, used] = &[window, used].map(|hours| page.time(hours));
        let values = [
            ("n", Count(at + 1)),
            ("decision", Text(&case.name)),
            ("window", Text(window)),
            ("time", Text(used)),
            ("state", Text(page.shown.lens.text_of("states", timing.name()))),
        ];
        text.push_str(&page.fill(page.say(Says::Spot), &values));
        text.push(' ');
        let listed = page.own.decisions.shortlist.iter().any(|own| own.id == case.entry.key);
        if let Some(after) = case.read.after.filter(|_| listed) {
            text.push_str(&page.fill(page.say(Says::SpotAfter), &[("time", Text(&page.time(after)))]));
            text.push(' ');
        }
    }
    text
}

fn stats(pen: &mut Pen, page: &Page) {
    let own = &page.own.decisions;
    let shares = [
        ("in_time_share", own.in_time_share),
        ("realtime_share", own.realtime_share),
        ("near_front_share", own.near_front_share),
    ];
    let mut all: Vec<(&str, String)> = Vec::new();
    for (name, share) in shares {
        if let Some(share) = share {
            all.push((name, Percent(share).written(page.shown.language)));
        }
    }
    if let Some(hours) = own.late_hours {
        all.push(("late_hours", page.whole_hours(hours)));
    }
    if all.is_empty() {
        return;
    }
    pen.el("dl.mr-speedstats", |pen| {
        for (name, figure) in &all {
            page.stat(pen, page.shown.lens.text_of("results", name), figure);
        }
    });
}
