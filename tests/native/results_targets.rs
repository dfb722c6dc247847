//! Own targets on the results page: shares, what is kept, the last column, and the line on the radar.

use crate::profiles;
use maturity_radar::addendum::{Addenda, Addendum};
use maturity_radar::answers::Answers;
use maturity_radar::history::{Date, History, Target, Wave, WaveKind};
use maturity_radar::plan::NextSteps;
use maturity_radar::survey::CapabilityId;
use maturity_radar::views::results::{Kind, Shown, results};
use maturity_radar::words::{Language, PLAIN};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct Given {
    history: Rc<History>,
    addenda: Rc<Addenda>,
}

#[component]
fn Results(given: &Given) -> Html {
    let (survey, language) = (profiles::survey(), Language::of("en", PLAIN));
    let (history, addenda) = (&*given.history, &*given.addenda);
    let (next_steps, today) = (&NextSteps::default(), Date::new(2027, 1, 1).unwrap());
    let shown = Shown {
        survey: &survey,
        history,
        addenda,
        next_steps,
        scope: "",
        kind: Kind::Own,
        today,
        told: None,
    };
    results(shown, &language, &Callback::noop())
}

/// The page of these waves with these targets, set at the latest.
fn page(waves: Vec<Answers>, set: &[(&str, f64)]) -> String {
    let last = waves.len() - 1;
    let waves = waves.into_iter().enumerate().map(|(at, answers)| {
        Rc::new(Wave {
            id: at.to_string(),
            kind: if at == 0 { WaveKind::Baseline } else { WaveKind::Reassessment },
            date: Date::new(2025 + at as u16, 11, 11).unwrap(),
            answers,
            ..Wave::default()
        })
    });
    let target = |(id, score): &(&str, f64)| (CapabilityId::new(id), Target { score: *score, by: None });
    let own = Addendum { targets: Some(set.iter().map(target).collect()), ..Addendum::default() };
    let addenda = [(last.to_string(), own)].into_iter().collect();
    let given = Given { history: Rc::new(History::new(waves)), addenda: Rc::new(addenda) };
    let renderer = yew::LocalServerRenderer::<Results>::with_props(given).hydratable(false);
    futures::executor::block_on(renderer.render())
}

fn words(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The cells of the last column, from the first role to overall.
fn column(html: &str) -> Vec<String> {
    let cells = html.split("<td class=\"mr-n mr-goal\"").skip(1);
    let texts = cells.map(|cell| words(&["<", cell.split("</td>").next().unwrap()].concat()));
    texts.map(|text| text.trim_start_matches("target").trim().to_owned()).collect()
}

fn year() -> Vec<Answers> {
    let survey = profiles::survey();
    vec![profiles::base(&survey), profiles::year_later(&survey)]
}

/// Golden test C25: insight and focus to 75 and 62.5, alignment to 50, offering to hold.
fn c25() -> String {
    let survey = profiles::survey();
    let base = profiles::changed(
        &survey,
        &profiles::base(&survey),
        "S1a=3 S1b=3 S2a=2 S2b=2 S3a=3 S3b=3 S4a=2 S4b=3",
    );
    let now = profiles::changed(&survey, &base, "S1b=4 S2a=4 S2b=4 S4b=2");
    let set = [("sbd.insight", 75.0), ("sbd.alignment", 50.0), ("sbd.offering", 50.0), ("sbd.focus", 62.5)];
    page(vec![base, now], &set)
}

#[test]
fn overshoot_is_capped_and_loss_counts() {
    let html = c25();
    let column = column(&html);
    assert_eq!(column.len(), 3 + 12 + 1, "a cell in every row");
    assert_eq!(column[..5], ["33% of goal", "75.0", "50.0", "hold, kept", "62.5"]);
    assert_eq!(
        column[5..],
        ["hold", "hold", "hold", "hold", "hold", "hold", "hold", "hold", "hold", "hold", "33% of goal"]
    );
    let said = words(&html);
    assert!(said.contains("33% of the own goal reached"), "{said}");
    assert!(said.contains("(12.5 + 25 \u{2212} 12.5) / (25 + 25 + 25) = 33%"), "and how: {said}");
    assert_eq!(said.matches("All capabilities on hold").count(), 2, "the roles without a rise");
}

#[test]
fn the_year_of_the_model_is_told_in_shares() {
    let set = [
        ("sbd.insight", 75.0),
        ("sbd.alignment", 62.5),
        ("sbd.offering", 50.0),
        ("sbd.focus", 75.0),
        ("rb.engagement", 50.0),
        ("rb.advocacy", 50.0),
        ("rb.sales", 75.0),
        ("rb.journey", 62.5),
    ];
    let html = page(year(), &set);
    let said = words(&html);
    for phrase in ["63% of the own goal reached", "Moved away from the own goal", "All capabilities on hold"]
    {
        assert_eq!(said.matches(phrase).count(), 1, "'{phrase}' stands once in: {said}");
    }
    let column = column(&html);
    assert_eq!(
        (&*column[0], &*column[5], &*column[10], &*column[15]),
        ("63% of goal", "\u{2212}14% of goal", "hold", "27% of goal")
    );
}

#[test]
fn where_nothing_is_to_rise_no_share_is_shown() {
    let survey = profiles::survey();
    let set = [("rb.engagement", 25.0), ("rb.sales", 62.5)];
    let html = page(year(), &set);
    assert!(!html.contains("% of goal") && !words(&html).contains("own goal reached"));
    assert_eq!(words(&html).matches("All capabilities on hold").count(), 3);
    assert_eq!(column(&html)[6..9], ["hold, kept", "hold", "hold, kept"]);
    assert!(!html.contains("mr-line-target"), "nothing to draw on the radar");
    let lost = profiles::changed(&survey, &profiles::base(&survey), "R3a=2 R3b=2");
    let html = page(vec![profiles::base(&survey), lost], &set);
    assert_eq!(column(&html)[8], "hold, not kept");
}

#[test]
fn without_targets_nothing_speaks_of_them() {
    let html = page(year(), &[]);
    assert_eq!(column(&html).len(), 0);
    for trace in ["mr-goal", "mr-tick-target", "mr-line-target", "own goal", "Own target", "on hold"] {
        assert!(!html.contains(trace), "{trace}");
    }
}

#[test]
fn targets_are_drawn_as_ticks_and_a_thin_line() {
    let html = c25();
    // In both forms of the radar, and in the key.
    assert_eq!(html.matches("class=\"mr-line-target\"").count(), 3);
    let ticks: Vec<&str> = html
        .split("<path class=\"mr-tick-target\" d=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert_eq!(ticks.len(), 2, "one shape in each form");
    for shape in ticks {
        assert_eq!(shape.matches('M').count(), 3, "insight, alignment, focus; what holds has none: {shape}");
    }
    // On the strips every target that was set, also one to hold.
    assert_eq!(html.matches("<line class=\"mr-tick-target\"").count(), 4);
    for x in ["75%", "50%", "62.5%"] {
        assert!(html.contains(&format!("<line class=\"mr-tick-target\" x1=\"{x}\"")), "{x}");
    }
    assert!(words(&html).contains("Own target"));
}

#[test]
fn a_baseline_alone_starts_the_way() {
    let survey = profiles::survey();
    let html = page(vec![profiles::base(&survey)], &[("rb.engagement", 50.0)]);
    assert!(words(&html).contains("0% of the own goal reached"));
    assert_eq!(column(&html)[5..7], ["0% of goal", "50.0"]);
}

#[test]
fn a_gain_in_two_waves_running_is_sustained() {
    let survey = profiles::survey();
    let mut waves = year();
    let told = |waves: &[Answers]| words(&page(waves.to_vec(), &[]));
    assert!(!told(&waves).contains("sustained"), "one wave is no course");
    waves.push(profiles::year_later(&survey));
    let said = told(&waves);
    assert!(said.contains("clear gain , sustained") || said.contains("clear gain, sustained"), "{said}");
    assert!(said.contains("possible gain sustained"), "offering, in its row: {said}");
    waves.push(profiles::base(&survey));
    assert!(!told(&waves).contains("sustained"), "what is lost is not");
}
