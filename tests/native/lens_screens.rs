//! Pages of a lens as a session shows them: what stands at fields that do not fit each other, how much can be added,
//! what one market can leave out, earlier answers to read, and the section in the report of a wave.

use super::journey::{NOON, after, does, fresh, moment, wave};
use super::lenses::{Kind, lens};
use super::screens::{drawn_html, english, text_of};
use maturity_radar::history::{Date, WaveKind};
use maturity_radar::lens::{LensAnswers, LensRecord, Value};
use maturity_radar::session::{Action, LensAction, LensPage, Phase, Session};
use maturity_radar::views::lens::{self as views, report};
use maturity_radar::views::markup::Pen;
use maturity_radar::views::markup::Room;
use std::rc::Rc;
use yew::Callback;

fn act(session: &Rc<Session>, action: LensAction) -> Rc<Session> {
    after(session, Action::Lens(action))
}

/// A session with a lens open and read.
fn opened(session: &Rc<Session>, kind: Kind) -> Rc<Session> {
    let own = lens(kind);
    let session = act(session, LensAction::Opened(own.id.clone()));
    act(&session, LensAction::Read(Rc::new(own)))
}

fn turned(session: &Rc<Session>, page: LensPage) -> Rc<Session> {
    act(session, LensAction::Turned(page))
}

fn asked(session: &Rc<Session>, part: &str) -> Rc<Session> {
    turned(session, LensPage::Questions { part: part.to_owned(), row: None })
}

fn enter(session: &Rc<Session>, part: &str, row: Option<&str>, field: &str, value: Value) -> Rc<Session> {
    let (part, row, field) = (part.to_owned(), row.map(str::to_owned), field.to_owned());
    act(session, LensAction::Entered { part, row, field, value: Some(value), typed: None })
}

fn number(session: &Rc<Session>, part: &str, field: &str, value: f64) -> Rc<Session> {
    enter(session, part, None, field, Value::Number(value))
}

/// The page of the lens on screen.
fn drawn(session: impl FnOnce() -> Rc<Session> + Send + 'static) -> String {
    drawn_html(move || {
        let session = session();
        let Phase::Lens { lens, page, typed } = &session.phase else { panic!("{:?}", session.phase) };
        let room = Room::default();
        room.widen(true);
        views::lens(&session, &english(), &Callback::noop(), lens, page, typed.as_ref(), &room)
    })
}

fn words(html: &str) -> String {
    text_of(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sentence at a field that is asked once.
fn at_field(html: &str, field: &str) -> String {
    let id = ["id=\"mr-once-", field, "-mistake\""].concat();
    let (_, rest) = html.split_once(&id).unwrap_or_else(|| panic!("no {field}"));
    let (_, rest) = rest.split_once('>').unwrap();
    rest.split_once("</p>").unwrap().0.to_owned()
}

#[test]
fn a_day_before_the_step_it_follows_gets_a_sentence_at_its_field_alone() {
    let html = |days: [&'static str; 4]| {
        drawn(move || {
            let mut session = asked(&opened(&fresh(), Kind::OperatingModel), "planning");
            for (field, day) in ["input_end", "central_end", "regional_end", "year_start"].iter().zip(days) {
                if !day.is_empty() {
                    session = enter(&session, "planning", None, field, Value::text(day));
                }
            }
            session
        })
    };
    let said = |days, field| at_field(&html(days), field);
    let days = ["2026-09-30", "2026-09-01", "2026-12-10", "2026-12-10"];
    let sentence = said(days, "central_end");
    assert!(sentence.starts_with("This is before ‘Input complete’."), "{sentence}");
    for field in ["input_end", "regional_end", "year_start"] {
        assert_eq!(said(days, field), "", "{field} fits, and a day may be the same");
    }
    let gap = ["2026-09-30", "", "2026-09-01", "soon"];
    assert_eq!(said(gap, "regional_end"), "", "nothing is known of the step before");
    assert!(said(gap, "year_start").starts_with("This is no day of the calendar"));
    let after_none = ["", "soon", "2026-09-01", ""];
    assert_eq!(said(after_none, "regional_end"), "", "what is no day comes before nothing");
}

#[test]
fn limits_that_leave_no_market_in_the_middle_get_a_sentence_where_one_was_entered() {
    let said = |major: Option<f64>, mid: Option<f64>| {
        let html = drawn(move || {
            let mut session = asked(&opened(&fresh(), Kind::OperatingModel), "local");
            for (field, value) in [("major_share", major), ("mid_share", mid)] {
                if let Some(value) = value {
                    session = number(&session, "local", field, value);
                }
            }
            session
        });
        [at_field(&html, "major_share"), at_field(&html, "mid_share")]
    };
    let sentence = |major: &str, mid: &str| {
        let (from, to) = ("Major markets begin at ", "% and mid-sized ones at ");
        [from, major, to, mid, "%, so that no market is mid-sized."].concat()
    };
    assert_eq!(said(None, None), ["", ""]);
    assert_eq!(said(Some(20.0), Some(5.0)), ["", ""]);
    assert_eq!(said(Some(20.0), Some(20.0)), ["", &sentence("20", "20")]);
    assert_eq!(said(Some(10.0), Some(12.5)), ["", &sentence("10", "12.5")]);
    assert_eq!(said(None, Some(15.0)), ["", &sentence("15", "15")], "beside the usual limit");
    assert_eq!(said(Some(2.0), None), [&*sentence("2", "2"), ""], "the usual one is not the mistake");
}

#[test]
fn as_many_metrics_can_be_added_as_are_enough_and_more_that_came_in_stay() {
    let add = || LensAction::RowAdded { part: "metrics".to_owned(), element: None };
    let full = move || {
        let mut session = asked(&opened(&fresh(), Kind::DecisionSpeed), "metrics");
        for _ in 0..8 {
            session = act(&session, add());
        }
        session
    };
    let rows =
        |session: &Session| session.lens_span("ds").0.unwrap().answers.part("metrics").unwrap().rows.len();
    assert_eq!(rows(&full()), 8);
    assert_eq!(rows(&act(&full(), add())), 8, "one more is not added");
    let text = words(&drawn(full));
    assert!(text.contains("Up to 8 key metrics are enough."), "{text}");
    assert!(!text.contains("Add another"), "{text}");
    let more = words(&drawn(move || {
        let session = full();
        let mut record = (**session.lens_span("ds").0.unwrap()).clone();
        record.answers.set("metrics", Some("x-9"), "metric_name", Some(Value::text("The ninth")));
        record.touched_ms += 1.0;
        act(&session, LensAction::Taken(vec![record]))
    }));
    assert!(more.contains("Up to 8 key metrics are enough.") && more.contains("The ninth"), "{more}");
    let text = words(&drawn(move || act(&asked(&opened(&fresh(), Kind::DecisionSpeed), "metrics"), add())));
    assert!(text.contains("Add another") && !text.contains("room for"), "{text}");
}

#[test]
fn what_compares_markets_can_be_left_out_with_one() {
    const SAID: &str = "with one market, this part can be left out";
    let with = |regions: f64| {
        move || number(&opened(&fresh(), Kind::OperatingModel), "complexity", "regions", regions)
    };
    let parts = |regions| words(&drawn(move || turned(&with(regions)(), LensPage::Parts)));
    assert_eq!(parts(0.0).matches(SAID).count(), 3, "forces, local teams and the two leaders");
    assert_eq!(parts(1.0).matches(SAID).count(), 0);
    let results = words(&drawn(move || turned(&with(0.0)(), LensPage::Results)));
    assert_eq!(results.matches(SAID).count(), 3, "also where it says what is missing");
    let on = |part: &'static str| words(&drawn(move || asked(&with(0.0)(), part)));
    assert!(on("helix").contains(SAID) && !on("planning").contains(SAID));
}

/// Answers to the lens on decision speed on three days.
fn thrice(session: &Rc<Session>) -> Rc<Session> {
    let mut session = opened(session, Kind::DecisionSpeed);
    for (at, (day, span)) in
        [("2026-03-02", 8.0), ("2026-06-01", 7.0), ("2026-11-20", 6.0)].iter().enumerate()
    {
        let begun = Action::Lens(LensAction::Begun { from_latest: true });
        session = does(&session, moment(NOON + *span, day, at as u32), begun);
        let (part, field) = ("layers".to_owned(), "span".to_owned());
        let value = Some(Value::Number(*span));
        let entered = LensAction::Entered { part, row: None, field, value, typed: None };
        session = does(&session, moment(NOON + *span, day, at as u32), Action::Lens(entered));
    }
    session
}

#[test]
fn earlier_answers_are_there_to_read() {
    let text = |at: usize| {
        words(&drawn(move || {
            let session = thrice(&fresh());
            let id = session.lens_records("ds")[at].id.clone();
            turned(&session, LensPage::Record(id))
        }))
    };
    let second = text(1);
    assert!(second.contains("Answers of 2026-06-01"), "{second}");
    assert!(
        second.contains("These are earlier answers, to read.") && second.contains("See the latest answers")
    );
    assert!(second.contains("One answer has changed since 2026-03-02"), "{second}");
    assert!(
        !second.contains("2026-11-20") && !second.contains("Answer :"),
        "nothing leads to questions: {second}"
    );
    assert!(second.contains("What is missing") && second.contains("Print or save as PDF"));
    assert!(!text(0).contains("changed since"), "there is nothing before the first");
    let latest = text(2);
    assert!(
        !latest.contains("earlier answers, to read") && latest.contains("Answer : Decisions"),
        "{latest}"
    );
    assert!(latest.contains("One answer has changed since 2026-06-01"), "{latest}");
    let list = words(&drawn(|| turned(&thrice(&fresh()), LensPage::Parts)));
    for day in ["2026-03-02", "2026-06-01", "2026-11-20"] {
        assert!(list.contains(&["Open : the answers of ", day].concat()), "{list}");
    }
}

#[test]
fn a_lens_without_answers_or_with_none_left_is_not_in_the_report() {
    let html = |facts: fn(Rc<Session>) -> Rc<Session>| {
        drawn_html(move || {
            let first = Rc::new(wave("a", "2026-01-01", WaveKind::Baseline));
            let session = facts(after(&fresh(), Action::WavesTaken(vec![first])));
            let (language, none) = (english(), Callback::noop());
            let mut pen = Pen::new(&language, &none);
            pen.put("h1#mr-heading", "");
            report(&mut pen, &session);
            pen.done()
        })
    };
    assert_eq!(words(&html(|session| opened(&session, Kind::DecisionSpeed))), "");
    let one = words(&html(|session| thrice(&session)));
    assert!(one.starts_with("Decision speed and flatness Answers of 2026-11-20"), "{one}");
    let afresh = |session: Rc<Session>| {
        let begun = Action::Lens(LensAction::Begun { from_latest: false });
        does(&thrice(&session), moment(NOON + 9.0, "2026-11-21", 9), begun)
    };
    assert_eq!(words(&html(afresh)), one, "what was begun and left empty says nothing");
    // Before its document is there, and where it cannot be had.
    fn unread(session: &Rc<Session>) -> Rc<Session> {
        let record: LensRecord = (**thrice(session).lens_records("ds")[0]).clone();
        act(session, LensAction::Taken(vec![record]))
    }
    let coming = words(&html(|session| unread(&session)));
    assert!(!coming.contains("could not be loaded") && coming.len() > 10, "{coming}");
    let lost = words(&html(|session| act(&unread(&session), LensAction::Missing("ds".to_owned()))));
    assert!(lost.contains("could not be loaded. Your answers are untouched."), "{lost}");
}

/// As many elements are drawn anew and laid out within 16 ms, which `bench/lenses.mjs` measures.
const DRAWN_ANEW: usize = 300;
/// Among as many a change finds its place within that time.
const CHANGED: usize = 500;

/// 40 decisions, 15 platforms or 30 markets, answered in full.
fn many(kind: Kind) -> Rc<Session> {
    let own = lens(kind);
    let mut answers = LensAnswers::default();
    let (part, rows) = match kind {
        Kind::DecisionSpeed => ("decisions", 40),
        Kind::Martech => ("placement", 15),
        Kind::OperatingModel => ("local", 30),
        Kind::Abm => ("conditions", 13),
    };
    let part = own.part(part).unwrap();
    for place in 0..rows {
        let element = part.elements.get(place);
        let key = element.map_or_else(|| format!("x-{place}"), |own| own.id.as_str().to_owned());
        for field in &part.fields {
            let options =
                element.filter(|_| field.options.is_empty()).map_or(&field.options, |own| &own.options);
            for id in std::iter::once(field.id.as_str()).chain(field.each.iter().map(|own| own.id.as_str())) {
                let value = match options.get(place % options.len().max(1)) {
                    Some(option) => option.value.clone(),
                    None if field.id == "share" => Value::Number(100.0 / rows as f64),
                    None => Value::Number(1.0 + place as f64),
                };
                answers.set(&part.id, Some(&key), id, Some(value));
            }
        }
    }
    let record = LensRecord {
        id: "r".to_owned(),
        lens: own.id.clone(),
        lang: own.lang.clone(),
        date: Date::new(2026, 11, 20).unwrap(),
        scope: String::new(),
        assessment: String::new(),
        touched_ms: 1.0,
        answers,
        beyond: None,
    };
    act(&opened(&fresh(), kind), LensAction::Taken(vec![record]))
}

/// How many elements the page has that comes first.
fn first_elements(kind: Kind, page: fn() -> LensPage) -> usize {
    let html = drawn_html(move || {
        let session = turned(&many(kind), page());
        let Phase::Lens { lens, page, typed } = &session.phase else { panic!("{:?}", session.phase) };
        let room = Room::default();
        room.begin(true);
        views::lens(&session, &english(), &Callback::noop(), lens, page, typed.as_ref(), &room)
    });
    html.matches('<').count() - html.matches("</").count()
}

#[test]
fn however_much_was_answered_a_page_begins_with_no_more_than_a_frame_draws() {
    for kind in Kind::ALL {
        let begun = first_elements(kind, || LensPage::Results);
        assert!((60..=DRAWN_ANEW).contains(&begun), "{kind:?}: {begun}");
    }
    for (kind, page) in [
        (
            Kind::DecisionSpeed,
            (|| LensPage::Questions { part: "decisions".to_owned(), row: None }) as fn() -> LensPage,
        ),
        (Kind::Martech, || LensPage::Questions { part: "placement".to_owned(), row: None }),
        (Kind::OperatingModel, || LensPage::Questions { part: "local".to_owned(), row: None }),
    ] {
        let asked = first_elements(kind, page);
        assert!((60..=CHANGED).contains(&asked), "{kind:?}: {asked}");
    }
}
