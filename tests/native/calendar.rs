//! The calendar of the plan, read back by a parser that is not ours.

use super::next_steps::STEPS;
use super::profiles::{cases, survey};
use icalendar::parser::{Component as Parsed, read_calendar, unfold};
use icalendar::{Component, DatePerhapsTime};
use maturity_radar::document::calendar::write;
use maturity_radar::document::next_steps::read;
use maturity_radar::history::Date;
use maturity_radar::plan::{Appointment, Calendar, Schedule, appointments};
use proptest::prelude::*;
use std::collections::BTreeSet;

const STAMP: &str = "20261122T101500Z";

/// What is hard to write: everything that means something in the format, and letters of two to four octets.
const NASTY: &str =
    "Größe; Maß, \\n ist kein Ende\nneue Zeile: \"so\" \u{1f6a9}\u{1f469}\u{200d}\u{1f4bb} 規模";

fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|| panic!("{text} is a day"))
}

fn appointment(summary: &str) -> Appointment {
    Appointment {
        uid: "a@maturity-radar".to_owned(),
        day: day("2026-11-22"),
        last_day: day("2026-11-22"),
        summary: summary.to_owned(),
        description: String::new(),
        alarm_days_before: None,
    }
}

fn shipped() -> Calendar {
    read(STEPS, &survey()).expect("the shipped steps").calendar.expect("a calendar")
}

const PLAN: Schedule = Schedule {
    plan: "2026-11-20-k3x",
    title: "Plan, 90 days",
    moves: "1. Do this; then that.\n2. And this.",
    start: Date::FIRST,
    latest: Date::FIRST,
};

fn plan(start: &str, latest: &str) -> Schedule<'static> {
    Schedule { start: day(start), latest: day(latest), ..PLAN }
}

/// The value of a property as the parser understands it.
fn value(component: &Parsed, name: &str) -> Option<String> {
    let all: Vec<_> = component.properties.iter().filter(|own| own.name.as_ref() == name).collect();
    assert!(all.len() <= 1, "{name} stands once");
    all.first().map(|own| own.val.as_ref().to_owned())
}

/// What the parser makes of events.
fn parsed(text: &str, see: impl Fn(&[Parsed])) {
    let unfolded = unfold(text);
    let calendar = read_calendar(&unfolded).unwrap_or_else(|problem| panic!("{problem}"));
    assert!(calendar.components.iter().all(|own| own.name.as_ref() == "VEVENT"));
    see(&calendar.components);
}

/// First day, day after the last one, and summary of every event.
fn days(text: &str) -> Vec<[String; 3]> {
    let calendar: icalendar::Calendar = text.parse().unwrap_or_else(|problem| panic!("{problem}"));
    let date = |date: Option<DatePerhapsTime>| match date {
        Some(DatePerhapsTime::Date(date)) => date.to_string(),
        other => panic!("{other:?} is no whole day"),
    };
    let event = |event: &icalendar::Event| {
        [date(event.get_start()), date(event.get_end()), event.get_summary().unwrap().to_owned()]
    };
    calendar.events().map(event).collect()
}

#[test]
fn the_plan_has_its_days() {
    let all = appointments(&shipped(), plan("2026-11-23", "2026-11-20"));
    let expected = [
        ["2026-11-23", "2026-11-24", "Plan, 90 days: Name an owner and the evidence to be produced."],
        ["2026-12-03", "2026-12-04", "Plan, 90 days: Do the work."],
        ["2027-02-06", "2027-02-07", "Plan, 90 days: Collect the evidence."],
        [
            "2027-02-16",
            "2027-02-21",
            "Plan, 90 days: Check each move: met, partly or not. Keep, change or stop.",
        ],
        [
            "2027-05-20",
            "2027-05-21",
            "Plan, 90 days: Assess again: answer all questions and see what changed.",
        ],
    ];
    assert_eq!(days(&write(&all, STAMP)), expected);
}

#[test]
fn an_assessment_that_is_due_already_waits_for_the_end_of_the_plan() {
    let last = |start: &str, latest: &str| appointments(&shipped(), plan(start, latest)).pop().unwrap().day;
    assert_eq!(last("2026-11-23", "2026-08-31"), day("2027-02-28"));
    assert_eq!(last("2026-11-23", "2026-01-10"), day("2027-02-21"));
}

#[test]
fn every_phase_tells_the_moves_and_the_last_event_does_not() {
    let all = appointments(&shipped(), plan("2026-11-23", "2026-11-20"));
    parsed(&write(&all, STAMP), |events| {
        let told: Vec<_> = events.iter().map(|event| value(event, "DESCRIPTION")).collect();
        let moves = Some(PLAN.moves.to_owned());
        assert_eq!(told, [moves.clone(), moves.clone(), moves.clone(), moves, None]);
    });
    let bare = appointments(&shipped(), Schedule { title: "", ..PLAN });
    assert_eq!(bare[1].summary, "Do the work.");
}

#[test]
fn names_are_unique_and_stay_when_the_plan_moves() {
    let names = |plan: Schedule| -> Vec<String> {
        let mut names = Vec::new();
        let text = write(&appointments(&shipped(), plan), STAMP);
        let unfolded = unfold(&text);
        for event in read_calendar(&unfolded).expect("a calendar").components {
            names.push(value(&event, "UID").expect("a name"));
        }
        names
    };
    let own = names(plan("2026-11-23", "2026-11-20"));
    assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), 5, "{own:?}");
    assert_eq!(own, names(plan("2027-01-11", "2026-12-01")));
    let other = names(Schedule { plan: "another, wave", ..plan("2026-11-23", "2026-11-20") });
    assert!(other.iter().all(|name| name.contains("another, wave") && !own.contains(name)), "{other:?}");
}

#[test]
fn a_file_has_what_the_format_needs() {
    let mut own = appointment("Do the work.");
    own.alarm_days_before = Some(3);
    let text = write(&[own], STAMP);
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(
        lines,
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Maturity Radar//Maturity Radar//EN",
            "CALSCALE:GREGORIAN",
            "BEGIN:VEVENT",
            "UID:a@maturity-radar",
            "DTSTAMP:20261122T101500Z",
            "DTSTART;VALUE=DATE:20261122",
            "DTEND;VALUE=DATE:20261123",
            "SUMMARY:Do the work.",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            "TRIGGER:-P2DT15H",
            "DESCRIPTION:Do the work.",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn an_alarm_rings_at_nine_on_its_day() {
    for (before, hours) in [(0, 9), (1, -15), (2, -39), (14, -327), (255, 9 - 255 * 24)] {
        let mut own = appointment(NASTY);
        own.alarm_days_before = Some(before);
        parsed(&write(&[own], STAMP), |events| {
            let [alarm] = &events[0].components[..] else { panic!("one alarm") };
            assert_eq!(alarm.name.as_ref(), "VALARM");
            assert_eq!(value(alarm, "ACTION").as_deref(), Some("DISPLAY"));
            assert_eq!(value(alarm, "DESCRIPTION").as_deref(), Some(NASTY));
            let trigger = value(alarm, "TRIGGER").expect("a trigger");
            assert_eq!(hours_of(&trigger), hours, "{trigger}");
        });
    }
    parsed(&write(&[appointment("x")], STAMP), |events| assert_eq!(events[0].components.len(), 0));
}

/// Hours of a duration such as `-P2DT15H`.
fn hours_of(duration: &str) -> i32 {
    let (sign, rest) = duration.strip_prefix('-').map_or((1, duration), |rest| (-1, rest));
    let (days, hours) = rest.strip_prefix('P').and_then(|rest| rest.split_once('T')).expect("days and hours");
    let days = if days.is_empty() { "0" } else { days.strip_suffix('D').expect("days") };
    let number = |text: &str| text.parse::<i32>().expect("a number");
    sign * (24 * number(days) + number(hours.strip_suffix('H').expect("hours")))
}

#[test]
fn the_last_day_of_all_has_no_day_after() {
    let last = Date::new(9999, 12, 31).unwrap();
    let text = write(&[Appointment { day: last, last_day: last, ..appointment("x") }], STAMP);
    assert!(text.contains("DTSTART;VALUE=DATE:99991231\r\n") && !text.contains("DTEND"), "{text}");
    let turned = Appointment { last_day: day("2026-11-01"), ..appointment("x") };
    assert_eq!(days(&write(&[turned], STAMP)), [["2026-11-22", "2026-11-23", "x"]]);
}

/// What holds for every line of every file.
fn folded_well(text: &str) {
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!((1..=75).contains(&line.len()), "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn texts_come_back_wherever_lines_are_folded() {
    let mut folds = 0;
    for shift in 0..80 {
        let summary = ["x".repeat(shift).as_str(), NASTY, NASTY].concat();
        let text = write(&[Appointment { description: summary.clone(), ..appointment(&summary) }], STAMP);
        folded_well(&text);
        folds += text.matches("\r\n ").count();
        parsed(&text, |events| {
            assert_eq!(value(&events[0], "SUMMARY").as_ref(), Some(&summary));
            assert_eq!(value(&events[0], "DESCRIPTION").as_ref(), Some(&summary));
        });
    }
    assert!(folds > 300, "{folds}");
    let fits = write(&[appointment(&"x".repeat(67))], STAMP);
    assert!(!fits.contains("\r\n "), "75 octets fit");
    assert!(write(&[appointment(&"x".repeat(68))], STAMP).contains("x\r\n x\r\n"), "76 do not");
}

#[test]
fn ends_of_lines_are_one_kind_and_unseen_characters_go() {
    parsed(&write(&[appointment("a\r\nb\rc\nd\u{7}\u{0}\te\n\nf")], STAMP), |events| {
        assert_eq!(value(&events[0], "SUMMARY").as_deref(), Some("a\nb\nc\nd\te\n\nf"));
    });
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_text_comes_back(summary in "[\\PC\n\\\\,;:\"]{0,200}", uid in "[ -~]{1,128}") {
        let text = write(&[Appointment { uid: uid.clone(), ..appointment(&summary) }], STAMP);
        folded_well(&text);
        parsed(&text, |events| {
            assert_eq!(value(&events[0], "SUMMARY").as_ref(), Some(&summary));
            assert_eq!(value(&events[0], "UID").as_ref(), Some(&uid));
        });
    }
}
