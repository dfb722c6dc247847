//! The calendar of the plan: its phases as a bar and a list, where today is, and all of it as appointments.

use super::moves::kind_line;
use super::page::{Page, Running};
use crate::plan::{Appointment, Calendar, MoveState, Phase, Schedule, appointments};
use crate::session::Session;
use crate::views::charts::number;
use crate::views::frame::section;
use crate::views::markup::Pen;
use crate::views::markup::Value::{Count, Day, Text, Whole};
use crate::words::Language;
use yew::Callback;

/// How many shades phases are told apart by.
const SHADES: [&str; 4] = ["mr-calseg-0", "mr-calseg-1", "mr-calseg-2", "mr-calseg-3"];

/// The section; nothing where there is no plan or no calendar.
pub(super) fn calendar(pen: &mut Pen, page: &Page, on_calendar: &Callback<()>) {
    let words = page.words;
    let running = page.running();
    let Some(calendar) = &page.steps.calendar else {
        return;
    };
    if running.is_none() && !page.has_proposal() {
        return;
    }
    section(pen, words.calendar, words.calendar_note, |pen| {
        let status = running.map(|own| status(page, own));
        pen.put("p.mr-text mr-calnow", status.as_deref().unwrap_or(words.dates_later));
        let figure = page.chart("calendar", page.language.words.carry.charts.calendar);
        pen.el("div", |pen| {
            figure.mark(pen);
            bar(pen, calendar);
            list(pen, page, running, calendar);
        });
        figure.save(pen, page.session.told.as_ref());
        pen.when(running.is_some(), |pen| {
            // One button of a view is the first: where new days can be begun, that one.
            let class = if page.may_begin_anew() { "mr-button mr-button-2" } else { "mr-button" };
            pen.el("div.mr-actions", |pen| pen.press(class, words.add, on_calendar.reform(|_| ())));
        });
    });
}

/// The phases in words, and the assessment after them.
fn list(pen: &mut Pen, page: &Page, running: Option<Running>, calendar: &Calendar) {
    pen.el("ol.mr-calendar", |pen| {
        for (phase, shade) in calendar.phases.iter().zip(SHADES.into_iter().cycle()) {
            entry(pen, page, running, phase, shade);
        }
        pen.el("li", |pen| {
            pen.put("b", page.words.afterwards);
            pen.el("div", |pen| {
                pen.put("span", &calendar.reassess.action);
                let over = running.map_or(page.wave.date, |own| own.end().next());
                let again = page.wave.date.plus_months(calendar.reassess.months).max(over);
                pen.put("span.mr-note", &page.language.date(again));
            });
        });
    });
}

/// Where today is.
fn status(page: &Page, running: Running) -> String {
    let words = page.words;
    let days = ("days", Count(usize::from(running.days)));
    let [last, one_left, several_left] = words.day;
    let left = i32::from(running.days) - running.day;
    if running.day < 1 {
        return page.fill(words.not_yet, &[("start", Day(running.underway.start))]);
    }
    let template = match left {
        ..0 => return page.fill(words.over, &[days, ("date", Day(running.end()))]),
        0 => last,
        1 => one_left,
        _ => several_left,
    };
    page.fill(template, &[("day", Whole(running.day.into())), days, ("left", Whole(left.into()))])
}

/// The phases side by side, each as wide as it is long.
fn bar(pen: &mut Pen, calendar: &Calendar) {
    let days = f64::from(calendar.days().max(1));
    pen.el("svg.mr-calbar[width=100%][height=12][aria-hidden=true]", |pen| {
        for (phase, shade) in calendar.phases.iter().zip(SHADES.into_iter().cycle()) {
            let before = f64::from(phase.from) - 1.0;
            let length = f64::from(phase.to) - before;
            pen.open("rect[height=10][y=1][rx=2]");
            pen.set("class", shade);
            pen.set("x", &[&number(100.0 * before / days), "%"].concat());
            pen.set("width", &[&number((100.0 * length / days - 0.4).max(0.4)), "%"].concat());
            pen.close();
        }
    });
}

fn entry(pen: &mut Pen, page: &Page, running: Option<Running>, phase: &Phase, shade: &str) {
    let words = page.words;
    let is_now =
        running.is_some_and(|own| i32::from(phase.from) <= own.day && own.day <= i32::from(phase.to));
    pen.open("li");
    if is_now {
        pen.set("aria-current", "step");
    }
    pen.el("b.mr-num", |pen| {
        pen.el("svg.mr-swatch[viewBox=0 0 10 10][aria-hidden=true]", |pen| {
            pen.open("rect[width=10][height=10]");
            pen.set("class", shade);
            pen.close();
        });
        let template = if phase.from == phase.to { words.phase_one } else { words.phase };
        let days = [("from", Count(usize::from(phase.from))), ("to", Count(usize::from(phase.to)))];
        pen.text(&page.fill(template, &days));
        if is_now {
            pen.text(" ");
            pen.put("span.mr-tag", words.here);
        }
    });
    pen.el("div", |pen| {
        pen.put("span", &phase.action);
        if let Some(own) = running {
            let dates = [("from", Day(own.date_of(phase.from))), ("to", Day(own.date_of(phase.to)))];
            pen.say("span.mr-note", words.dates, &dates);
        }
    });
    pen.close();
}

/// The plan underway as appointments; none where there is no plan or no calendar.
pub fn appointments_of(session: &Session, language: &Language) -> Vec<Appointment> {
    let Some(page) = Page::of(session, language) else {
        return Vec::new();
    };
    let (Some(calendar), Some((wave, underway))) = (&page.steps.calendar, &page.cycle.underway) else {
        return Vec::new();
    };
    let words = page.words;
    let role = page.role_within(&underway.focus);
    let mut moves = Vec::new();
    for own in underway.moves.iter().filter(|own| own.state != MoveState::Dropped) {
        let step = [&kind_line(&page, &own.kind), ": ", &page.step(&own.kind)].concat();
        moves.push(match own.owner.trim() {
            "" => step,
            owner => page.fill(words.owned, &[("step", Text(&step)), ("owner", Text(owner))]),
        });
    }
    // Several plans may follow from one wave; each has appointments of its own.
    let schedule = Schedule {
        plan: &[wave, ".", &underway.start.iso()].concat(),
        title: &page.fill(words.appointment, &[("role", Text(&role))]),
        moves: &moves.join("\n"),
        start: underway.start,
        latest: page.wave.date,
    };
    appointments(calendar, schedule)
}
