//! The results page as HTML: what it says, and what it must not say.

use crate::profiles;
use maturity_radar::addendum::Addenda;
use maturity_radar::answers::{Answers, Evidence};
use maturity_radar::history::{Date, History, Respondent, Wave, WaveKind};
use maturity_radar::plan::NextSteps;
use maturity_radar::survey::Survey;
use maturity_radar::views::charts::hero_radar;
use maturity_radar::views::results::{Kind, Shown, results};
use maturity_radar::words::{Language, PLAIN};
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct Given {
    history: Rc<History>,
    is_example: bool,
}

#[component]
fn Results(given: &Given) -> Html {
    let (survey, language) = (profiles::survey(), Language::of("en", PLAIN));
    let kind = if given.is_example { Kind::Example } else { Kind::Own };
    let (history, addenda) = (&given.history, &Addenda::new());
    let (next_steps, scope, today) = (&NextSteps::within(&survey), "", Date::new(2027, 1, 1).unwrap());
    let shown = Shown { survey: &survey, history, addenda, next_steps, scope, kind, today, told: None };
    results(shown, &language, &Callback::noop())
}

#[component]
fn Hero() -> Html {
    hero_radar(&profiles::survey(), &Language::of("en", PLAIN))
}

fn rendered(history: History, is_example: bool) -> String {
    let given = Given { history: Rc::new(history), is_example };
    let renderer = yew::LocalServerRenderer::<Results>::with_props(given).hydratable(false);
    let html = futures::executor::block_on(renderer.render());
    assert_sound(&html);
    html
}

fn wave(id: &str, year: u16, answers: Answers) -> Wave {
    Wave { id: id.into(), date: Date::new(year, 11, 11).unwrap(), answers, ..Wave::default() }
}

fn one(answers: Answers) -> History {
    History::new([Rc::new(wave("a", 2025, answers))])
}

fn two(base: Answers, now: Answers) -> History {
    let now = Wave { kind: WaveKind::Reassessment, ..wave("b", 2026, now) };
    History::new([Rc::new(wave("a", 2025, base)), Rc::new(now)])
}

/// The words on the page, without markup.
pub fn words(html: &str) -> String {
    let mut text = String::new();
    let mut within = false;
    for letter in html.chars() {
        match letter {
            '<' => within = true,
            '>' => {
                within = false;
                text.push(' ');
            }
            letter if !within => text.push(letter),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn attributes<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let start = [" ", name, "=\""].concat();
    html.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What holds for every page: policy, ids, language.
pub fn assert_sound(html: &str) {
    assert!(!html.contains(" style="), "a strict policy blocks style attributes");
    let ids = attributes(html, "id");
    assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "ids are unique: {ids:?}");
    for names in ["aria-labelledby", "aria-describedby"] {
        for name in attributes(html, names).iter().flat_map(|names| names.split(' ')) {
            assert!(ids.contains(&name), "{name} names something");
        }
    }
    let said = words(html).to_lowercase();
    let forbidden =
        ["benchmark", "industry average", "best in class", "top quartile", "percentile", "peers score", "!"];
    for word in forbidden {
        assert!(!said.contains(word), "'{word}' must not be said");
    }
    assert!(!said.split(' ').any(|word| word == "nan"), "every figure is a number");
    for trace in ["{", "}", "f0", "f2", ".pdf", "sbd.", "mix.effort"] {
        assert!(!said.contains(trace), "'{trace}' is not for readers: {said}");
    }
}

pub fn assert_says(html: &str, phrases: &[&str]) {
    let said = words(html);
    for phrase in phrases {
        assert!(said.contains(phrase), "'{phrase}' is missing in: {said}");
    }
}

fn base(survey: &Survey) -> Answers {
    let example = History::of_example(survey).unwrap();
    example.baseline().unwrap().answers.clone()
}

#[test]
fn the_baseline_opens_with_its_finding_and_shows_every_figure() {
    let survey = profiles::survey();
    let html = rendered(one(base(&survey)), false);
    assert_says(
        &html,
        &[
            "Baseline, 2025-11-11",
            "Your strongest role is effective executor, clearly ahead of the others.",
            "You named relationship builder as what your company needs most, so strength and aim differ.",
            "40.6 Defined, near Repeatable",
            "37.5 Repeatable, near Defined",
            "65.6 Proactive, near Defined",
            "Reactive lags its role",
            "Effective executor leads clearly, 25.0 points ahead of strategic business driver.",
            "Use the strength to build towards the aim.",
            "Delivery runs ahead of direction by 17 points",
            "Strong delivery, borrowed direction",
            "45% of working time goes on unplanned requests",
            "You would like 25%. 20% of working time would have to move.",
            "Confidence: low",
            "Assess again",
            "47.9, Defined",
        ],
    );
    assert_eq!(words(&html).matches("lags its role").count(), 1);
    assert_eq!(html.matches("tabindex=\"-1\"").count(), 1, "one heading takes the focus");
    assert!(!words(&html).contains("Verdict"));
}

#[test]
fn a_reader_can_redo_every_figure_by_hand() {
    let survey = profiles::survey();
    let html = rendered(one(base(&survey)), false);
    assert_says(
        &html,
        &[
            "S1a At what point does customer insight enter major business decisions? 50",
            "count 0, 25, 50, 75 and 100 points",
            "(62.5 + 37.5 + 12.5 + 50) / 4 = 40.6",
            "12.5 × √(8 × (1/8)²) = 4.4",
            "Reactive 12.5, Repeatable 37.5, Defined 62.5, Proactive 87.5",
            "Effective executor against strategic business driver: 65.6 − 40.6 = 25.0; clear from 15.0 points on.",
            "2.394 × 12.5 × √(8 × (1/8)² + 8 × (1/8)²) = 15.0",
            "(31.3 + 31.3 + 56.3) / 3 = 39.6",
            "1.96 × 12.5 × √(12 × (1/12)² + 12 × (1/12)²) = 10.0",
            "(|45 − 25| + |40 − 45| + |15 − 30|) / 2 = 20",
            "15 / (40 + 15) = 27%",
            "24 / (24 − 0) = 100%",
            "(40.6 + 37.5 + 65.6) / 3 = 47.9",
            "Three Roles of a Transformed B2B Marketing Organization (ITSMA)",
            "What is our own judgement",
        ],
    );
    // Beside the three roles, the table, dominance, map, mix, confidence and overall.
    assert_eq!(html.matches("<details").count(), 9);
}

#[test]
fn progress_names_what_clearly_changed_and_nothing_else() {
    let survey = profiles::survey();
    let mut now = profiles::changed(&survey, &base(&survey), profiles::C20);
    for code in ["S2a", "S3a", "S3b"] {
        let id = profiles::item(&survey, code);
        now.items.get_mut(&id).unwrap().evidence = Some(Evidence::AtHand);
    }
    let html = rendered(two(base(&survey), now), false);
    assert_says(
        &html,
        &[
            "2026-11-11 against the baseline of 2025-11-11 · 52 weeks",
            "Strategic business driver has clearly moved up. The other two roles show no clear change.",
            "Six of 24 answers rose, one fell.",
            "40.6 56.3 +15.6 clear gain",
            "37.5 34.4 −3.1 no clear change",
            "12.5 37.5 +25.0 possible gain evidenced",
            "47.9 53.1 +5.2 possible gain",
            "three steps in a capability, five in a role, seven in total",
            "Offering one step up evidenced was When the offering is finished and needs to be announced. \
             is now Late in development, at the point when the launch is planned.",
            "Sales one step down was",
            "Effective executor and strategic business driver lead together",
            "At the baseline: Effective executor leads.",
            "2.8653 × 12.5 × √(2 × 2 × (1/2)²) = 35.8",
            "2.394 × 12.5 × √(2 × 8 × (1/8)²) = 15.0",
        ],
    );
    // One role and nothing else: in its figure and in its row.
    assert_eq!(words(&html).matches("clear gain").count(), 2);
    assert!(!words(&html).contains("like for like"));
    assert!(!words(&html).contains("Another person"));
}

#[test]
fn what_is_missing_says_why_and_is_never_zero() {
    let survey = profiles::survey();
    let answers = profiles::changed(
        &survey,
        &base(&survey),
        "S1b= S2a= S2b= S3a= S3b= S4a=DK S4b=DK R2a=NA R2b=NA E3a=DK",
    );
    let html = rendered(one(answers), false);
    assert_says(
        &html,
        &[
            "Too few answers to say which role leads.",
            "Strategic business driver no score Capabilities with a score: 1. Needed: 3.",
            "R2 Advocacy does not apply",
            "S3 Offering not answered",
            "Proactive part of its answers",
            "Which role leads is open",
            "Direction and delivery cannot be compared yet",
            "Who would know? S4a How are target segments",
            "There is no overall score",
        ],
    );
    assert!(html.contains("mr-open"), "one answer alone has an open marker");
    assert!(html.contains("<tspan class=\"mr-missing\">does not apply</tspan>"));
}

#[test]
fn a_comparison_is_like_for_like_and_says_so() {
    let survey = profiles::survey();
    let before = profiles::changed(&survey, &base(&survey), "R2a= R2b= E1a=");
    let html = rendered(two(before, profiles::year_later(&survey)), false);
    assert_says(
        &html,
        &[
            "Both lines use the 21 answers that the two waves share.",
            "Over all its answers, the wave of 2026-11-11 gives relationship builder 34.4.",
            "R2 Advocacy not compared",
        ],
    );
}

#[test]
fn too_few_pairs_withhold_the_verdict() {
    let survey = profiles::survey();
    let before =
        profiles::changed(&survey, &base(&survey), "S1a= S1b= S2a= S2b= S3a= R1a= R1b= R2a= R2b= E1a= E1b=");
    let html = rendered(two(before, profiles::year_later(&survey)), false);
    assert_says(
        &html,
        &["Too few answers are in both waves to say what changed.", "Only 13 of 24", "not called"],
    );
}

#[test]
fn another_person_is_mentioned() {
    let survey = profiles::survey();
    let person = |id: &str| Respondent { id: Some(id.into()), ..Respondent::default() };
    let before = Wave { respondent: person("x"), ..wave("a", 2025, base(&survey)) };
    let now = Wave {
        respondent: person("y"),
        kind: WaveKind::Reassessment,
        ..wave("b", 2026, profiles::year_later(&survey))
    };
    let html = rendered(History::new([Rc::new(before), Rc::new(now)]), false);
    assert_says(
        &html,
        &[
            "Another person answered this time.",
            "No clear change since the baseline.",
            "2.394 × √(2 × (12.5² × 8 × (1/8)² + 10²)) = 37.0",
        ],
    );
}

#[test]
fn a_survey_that_does_not_fit_says_so() {
    let survey = profiles::survey();
    let answers = profiles::changed(
        &survey,
        &base(&survey),
        "S1a=NA S1b=NA S2a=NA S2b=NA R1a=NA R1b=NA R2a=NA R2b=NA E1a=NA",
    );
    let html = rendered(one(answers), false);
    assert_says(
        &html,
        &["9 of 24 questions do not apply to you, so this survey may not fit your organization."],
    );
}

#[test]
fn the_example_is_labelled_and_leads_back() {
    let history = History::of_example(&profiles::survey()).unwrap();
    let html = rendered(history, true);
    assert_says(&html, &["Example. These answers are made up", "Close the example", "Back to the start"]);
    assert!(!words(&html).contains("Assess again"));
}

#[test]
fn without_a_wave_there_is_no_page() {
    assert_eq!(rendered(History::default(), false), "");
}

#[test]
fn the_first_screen_has_a_radar_of_the_example() {
    let html = futures::executor::block_on(yew::ServerRenderer::<Hero>::new().hydratable(false).render());
    assert_sound(&html);
    assert_says(&html, &["Example result", "A year later", "Baseline", "Effective executor"]);
}
