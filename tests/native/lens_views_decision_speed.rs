//! What the lens on decision speed says: figures of the model, partial answers, none, and many.

mod entered;

use crate::lenses::{Kind, lens};
use crate::screens::{drawn_html, english, text_of};
use entered::{ALL, Fill, conditions, decisions, desk, given, layers, many, metrics};
use maturity_radar::history::Date;
use maturity_radar::lens::decision_speed::Results;
use maturity_radar::lens::{LensAnswers, LensRecord, LensResults, Rules, Value, read};
use maturity_radar::views::lens::{Finding, Shown, decision_speed};
use maturity_radar::views::markup::Pen;
use yew::prelude::*;

fn with<T>(answers: LensAnswers, then: impl FnOnce(&Shown, &Results) -> T) -> T {
    let lens = lens(Kind::DecisionSpeed);
    let LensResults::DecisionSpeed(own) = read(&lens, &answers) else { panic!("another lens") };
    let record = &LensRecord {
        id: "l1".into(),
        lens: lens.id.clone(),
        lang: "en".into(),
        date: Date::new(2026, 11, 21).unwrap(),
        scope: String::new(),
        assessment: String::new(),
        touched_ms: 0.0,
        answers,
        beyond: None,
    };
    then(&Shown { lens: &lens, record, scope: "Unit A", language: &english(), told: None }, &own)
}

fn html(answers: LensAnswers) -> String {
    drawn_html(move || {
        with(answers, |shown, own| {
            let on_action = Callback::noop();
            let mut pen = Pen::new(shown.language, &on_action);
            decision_speed::results(&mut pen, shown, own);
            pen.done()
        })
    })
}

/// The words of the page, with single spaces.
fn words(html: &str) -> String {
    text_of(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn findings(answers: LensAnswers) -> Vec<Finding> {
    with(answers, decision_speed::findings)
}

fn says(text: &str, all: &[&str]) {
    for own in all {
        assert!(text.contains(own), "“{own}” is not in: {text}");
    }
}

/// What the model gives for its worked examples is what the page says (model 4.1, D01 to D07).
#[test]
fn the_page_says_the_figures_of_the_model() {
    let text = words(&html(given(&ALL)));
    says(
        &text,
        &[
            "Two decisions add up to 400 hours of delay a month. Both could be taken closer to the work.",
            "Of 51 cases a month, 12% are decided while",
            "1 Answer a public comment, review or question about us Window 4 h Takes 8 h State late",
            "2 Respond to a post that could damage our reputation Window 1 h Takes 12 h State far too late",
            "3 Move budget between running programmes Window 1 week Takes 3 weeks State late",
            "5 Approve a major new campaign Window 3 months Takes 1.6 months State in time",
            "of cases decided in time 12%",
            "of cases needed within a working day 82%",
            "one step up 10%",
            "hours of delay a month 422",
            "our reputation 1 12 not known 8 2 22 8 3 Move budget between running programmes 40 100 120 9.6 3 240 240",
            "Approve a major new campaign 504 276 not known 24 1 0 0",
            "100 h by its steps, 120 h measured: the steps do not explain 20 h.",
            "With a span of 8, 60 people need 1 layer; the deepest team has 3 layers.",
            "Content 24 people, 2 layers, about 4.3 per lead",
            "Content 24 2 4.32 Digital 16 1 15 Field 20 3 2.26",
            "Average number of layers 2.07",
            "Layers beyond that 2 Flatness 0.5",
            "Average wait until somebody is there 15.2 h",
            "of metrics have an owner with the authority to act 33%",
            "All together 20.8 of 100",
        ],
    );
    let at = |name: &str| text.find(name).unwrap_or_else(|| panic!("{name}: {text}"));
    assert!(
        at("running programmes 240 h avoided From 3 weeks to 9.6 h.")
            < at("about us 160 h avoided From 8 h to 15 min.")
    );
    assert!(at("160 h avoided") < at("reputation 8 h avoided From 12 h to 8 h. Hard to undo and exposed"));
    says(&text, &["Right today: Wait for an instruction. Can be undone: No. Exposure: Seriously."]);
    assert!(!text.contains("assumption"), "the span was said: {text}");
}

#[test]
fn findings_stand_in_the_order_to_work_on() {
    let found = findings(given(&ALL));
    let ids: Vec<&str> = found.iter().map(|own| own.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "push_down/ds.d.shift",
            "push_down/ds.d.reply",
            "standing_delegate/ds.d.harm",
            "paper_right",
            "hidden_wait",
            "owner_below_decision",
            "no_single_owner",
            "lowest_conditions",
        ]
    );
    assert!(
        found[0].act.starts_with("Move budget between running programmes: decide this where"),
        "{found:?}"
    );
    assert!(
        found[2].text.ends_with("Even then it would be late: shorten the waits themselves."),
        "{found:?}"
    );
    says(
        &found[3].lead,
        &["Answer a public comment, review or question about us; Start a small test in the market."],
    );
    says(&found[3].text, &["1 to 2 sign-offs"]);
    says(&found[5].text, &["Decided above the owner: Answer a public comment"]);
    says(
        &found[7].text,
        &[
            "After a mistake: ‘An approval step is added, whatever the cause was.’",
            "Expert careers: ‘They cannot;",
        ],
    );
    assert_eq!(found[7].act, "");
}

#[test]
fn without_answers_there_is_a_sentence_and_no_chart() {
    let page = html(LensAnswers::default());
    let text = words(&page);
    assert!(text.starts_with("No decision can be timed yet. Pick decisions that come up often"), "{text}");
    for absent in ["<svg", "<table", "<section", "<figure"] {
        assert!(!page.contains(absent), "{absent}: {page}");
    }
    assert_eq!(findings(LensAnswers::default()), []);
}

/// Each part stands alone, and only what it says is on the page.
#[test]
fn each_part_alone_gives_its_own_section() {
    let parts: [(Fill, &str, &str); 5] = [
        (
            layers,
            "The deepest team has 3 layers between the head of marketing and the work; at a span of 8, 1 layer would do.",
            "Layers between the head",
        ),
        (decisions, "Two decisions add up to 400 hours", "How long it takes"),
        (desk, "On average, it takes 15.2 hours until somebody is there.", "Hours when nobody is there"),
        (
            metrics,
            "Metrics whose owner has the authority to act: 0 of 1 that can be judged.",
            "Metrics and authority",
        ),
        (conditions, "No decision can be timed yet.", "What stands in the way"),
    ];
    for (fill, sentence, title) in parts {
        let page = html(given(&[fill]));
        let text = words(&page);
        assert!(text.starts_with(sentence), "{text}");
        says(&text, &[title]);
        let titles = [
            "Layers between the head",
            "How long it takes, against",
            "Hours when nobody",
            "Metrics and authority",
        ];
        for other in titles.iter().filter(|other| !title.starts_with(**other) && !other.starts_with(title)) {
            assert!(!text.contains(other), "{title} alone says {other}: {text}");
        }
        assert_eq!(page.contains("lens-speed-map"), title == "How long it takes", "{title}");
    }
}

fn set(answers: &mut LensAnswers, key: &str, fields: &[(&str, f64)]) {
    for (field, number) in fields {
        answers.set("decisions", Some(key), field, Some(Value::Number(*number)));
    }
}

#[test]
fn the_headline_fits_what_is_known() {
    let slow = [("stops", 2.0), ("wait", 8.0), ("forum", 0.0), ("window", 4.0)];
    let quick = [("stops", 0.0), ("forum", 0.0), ("window", 4.0)];
    let begins = |rows: &[(&str, &[(&str, f64)])], flags: &[(&str, Value)], sentence: &str| {
        let mut answers = LensAnswers::default();
        for (key, fields) in rows {
            set(&mut answers, key, fields);
            for (field, value) in flags {
                answers.set("decisions", Some(key), field, Some(value.clone()));
            }
        }
        let text = words(&html(answers));
        assert!(text.starts_with(sentence), "“{sentence}” does not begin: {text}");
        text
    };
    let cases =
        |number: f64| [&slow[..], &[("per_month", number), ("height", 2.0), ("knowledge", 0.0)]].concat();
    let risky = [("reversible", Value::Flag(false)), ("exposure", Value::text("high"))];
    begins(&[("ds.d.reply", &slow)], &[], "The decision you described comes too late. How often each");
    begins(&[("ds.d.reply", &quick)], &[], "The decision you described is taken in time.");
    begins(&[("ds.d.reply", &slow), ("x-1", &quick)], &[], "One of two decisions comes too late.");
    begins(
        &[("ds.d.reply", &quick), ("x-1", &quick)],
        &[],
        "Both decisions you described are taken in time.",
    );
    begins(
        &[("ds.d.reply", &cases(1.0))],
        &risky,
        "One decision adds up to 12 hours of delay a month. A named person could take it",
    );
    let text = begins(
        &[("ds.d.reply", &cases(1.0))],
        &[],
        "One decision adds up to 12 hours of delay a month. What to do depends on whether",
    );
    says(&text, &["Who could decide is said here once", "Of 1 case a month, 0% are decided"]);
    // Who knows enough sits where the decision is taken, and there is no meeting: nowhere else is faster.
    let stuck = [&slow[..], &[("per_month", 1.0), ("height", 2.0), ("knowledge", 2.0)]].concat();
    begins(
        &[("ds.d.reply", &stuck)],
        &risky,
        "One decision adds up to 12 hours of delay a month. Taking it elsewhere would not help",
    );
    let unknown = [&slow[..], &[("per_month", 1.0)]].concat();
    let text =
        begins(&[("ds.d.reply", &unknown)], &[], "One decision adds up to 12 hours of delay a month. Of 1");
    says(&text, &["Five or more decisions make a useful picture."]);
    begins(
        &[("ds.d.reply", &[("stops", 2.0)])],
        &[],
        "No decision can be timed yet. A decision shows here once",
    );
}

#[test]
fn many_decisions_share_the_map_and_none_is_lost() {
    let page = html(many(40));
    let text = words(&page);
    for number in 1..=40 {
        assert!(text.contains(&[" ", &number.to_string(), " "].concat()), "{number}");
    }
    assert!(page.matches("<circle").count() > 30, "{page}");
    assert!(!text.contains("x-"), "no key is shown: {text}");
    assert!(!page.contains("NaN") && !page.contains("inf%"), "{page}");
    // Two with one window and one time are one dot with both numbers.
    let mut answers = LensAnswers::default();
    for key in ["ds.d.reply", "ds.d.harm"] {
        set(&mut answers, key, &[("observed", 3.0), ("window", 8.0), ("per_month", 2.0)]);
    }
    let page = html(answers);
    assert_eq!(page.matches("<circle").count(), 1, "{page}");
    says(&words(&page), &["1 h 1, 2 Window"]);
}

#[test]
fn extreme_times_stay_within_the_map() {
    let mut answers = LensAnswers::default();
    set(&mut answers, "ds.d.reply", &[("observed", 0.0), ("window", 0.01), ("per_month", 0.0)]);
    set(&mut answers, "ds.d.harm", &[("observed", 8760.0), ("window", 8760.0), ("per_month", 1_000_000.0)]);
    let page = html(answers);
    for attribute in ["cx=\"", "cy=\"", "x1=\"", "y2=\""] {
        for value in page.split(attribute).skip(1) {
            let value = value.split('"').next().unwrap().trim_end_matches('%');
            let value: f64 = value.parse().unwrap_or_else(|_| panic!("{attribute}{value}"));
            assert!((0.0..=100.0).contains(&value), "{attribute}{value}");
        }
    }
}

/// Units in which times are written are those the lens asks with.
#[test]
fn units_of_time_are_those_of_the_lens() {
    let own = lens(Kind::DecisionSpeed);
    let Rules::DecisionSpeed(rules) = &own.rules else { panic!("another lens") };
    let offered: Vec<f64> =
        rules.time_options.iter().chain(&rules.forum_options).map(|own| own.hours).collect();
    for unit in rules.units.iter().filter(|unit| unit.hours >= 1.0) {
        assert!(offered.contains(&unit.hours), "{unit:?} is not among {offered:?}");
    }
}
