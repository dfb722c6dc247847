//! A survey of somebody else's own: two roles, seven statements for each question, four levels. Nothing in the
//! program may count on three, five or five.

use super::link::waves::{Dice, any_wave};
use super::profiles::{all, answers};
use super::trees::{tree, with, without};
use maturity_radar::document::link::{Names, pack, unpack};
use maturity_radar::document::{Code, Tree, csv, survey};
use maturity_radar::history::{Comparison, Date, History, Verdict, Wave, WaveKind, change};
use maturity_radar::plan::NextSteps;
use maturity_radar::radar::{Form, lay_out};
use maturity_radar::scoring::{DominanceKind, Weights, Zone, balance, dominance, score};
use maturity_radar::survey::Survey;
use maturity_radar::views::question::sheet::place_of;
use std::rc::Rc;

/// The example of the guide.
pub const EXAMPLE: &str = include_str!("../../surveys/examples/customer-support.en.json");

const BASE: &str = "P1a=2 P1b=3 P2a=4 P2b=2 A1a=5 A1b=7 A2a=6 A2b=6";
const NOW: &str = "P1a=5 P1b=6 P2a=6 P2b=5 A1a=5 A1b=7 A2a=6 A2b=6";

fn own() -> Survey {
    survey::read(EXAMPLE).expect("the example reads")
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9, "{a} is not {b}");
}

fn problems(document: &Tree) -> Vec<(Code, String)> {
    let found = survey::read_tree(document).err().unwrap_or_default();
    found.into_iter().map(|own| (own.code, own.pointer)).collect()
}

#[test]
fn seven_statements_are_spread_over_100_points() {
    let survey = own();
    assert_eq!((survey.roles.len(), survey.levels.len(), survey.scale_max), (2, 4, 7));
    near(survey.points_per_step(), 100.0 / 6.0);
    let scores = score(&survey, &answers(&survey, BASE), &Weights::new());
    let points = |ratings: [f64; 4]| ratings.iter().map(|own| (own - 1.0) / 6.0 * 100.0).sum::<f64>() / 4.0;
    let role = |at: usize| scores.roles[at].figure.as_ref().expect("a score").points;
    near(role(0), points([2.0, 3.0, 4.0, 2.0]));
    near(role(1), points([5.0, 7.0, 6.0, 6.0]));
    for (anchor, wanted) in [(1, 0.0), (4, 50.0), (7, 100.0)] {
        let scores = score(&survey, &all(&survey, anchor), &Weights::new());
        near(scores.overall.expect("a score").points, wanted);
    }
}

#[test]
fn of_two_roles_one_leads_or_neither() {
    let survey = own();
    let read = |text: &str| dominance(&survey, &score(&survey, &answers(&survey, text), &Weights::new()));
    let clear = read(BASE);
    assert_eq!((clear.kind, clear.leading.len(), clear.trailing), (DominanceKind::Dominant, 1, None));
    assert_eq!(clear.leading[0].as_str(), "adviser");
    let even = read("P1a=4 P1b=4 P2a=4 P2b=4 A1a=4 A1b=5 A2a=4 A2b=4");
    assert_eq!((even.kind, even.leading.len(), even.order.len()), (DominanceKind::Even, 0, 2));
    // There is no way for two to be graded or a pair, wherever the gap lies.
    for low in 1..=7 {
        for high in 1..=7 {
            let text = format!(
                "P1a={low} P1b={low} P2a={low} P2b={low} A1a={high} A1b={high} A2a={high} A2b={high}"
            );
            assert!(matches!(read(&text).kind, DominanceKind::Dominant | DominanceKind::Even), "{text}");
        }
    }
}

#[test]
fn direction_and_delivery_have_their_zone() {
    let survey = own();
    let text = "P1a=7 P1b=1 P2a=6 P2b=2 A1a=7 A1b=1 A2a=6 A2b=2";
    let read = balance(&survey, &answers(&survey, text), &Weights::new());
    assert_eq!(read.overall.zone, Some(Zone::ClearDirectionThinDelivery));
    assert_eq!(read.roles.len(), 2);
}

fn wave(survey: &Survey, id: &str, year: u16, text: &str) -> Wave {
    let kind = if year == 2025 { WaveKind::Baseline } else { WaveKind::Reassessment };
    let date = Date::new(year, 5, 4).unwrap();
    Wave { id: id.to_owned(), date, kind, answers: answers(survey, text), ..Wave::default() }
}

#[test]
fn a_change_is_told_and_a_table_has_it() {
    let survey = own();
    let (base, now) = (wave(&survey, "a", 2025, BASE), wave(&survey, "b", 2026, NOW));
    let read = change(&survey, &base.answers, &now.answers, &Weights::new(), Comparison::default());
    let verdicts: Vec<_> = read.roles.iter().map(|(_, own)| own.expect("paired").verdict).collect();
    assert_eq!(verdicts, [Verdict::ClearGain, Verdict::NoClearChange]);
    let table = csv::write(&History::new([Rc::new(base), Rc::new(now)]), &survey);
    let rows = |kind: &str| table.lines().filter(|line| line.contains(&format!(",{kind},"))).count();
    assert_eq!((rows("item"), rows("capability"), rows("role"), rows("overall")), (16, 8, 4, 2), "{table}");
    assert!(
        table.contains("Support can show which causes are gone for good")
            || table.contains("All of it is decided on")
    );
}

#[test]
fn every_wave_goes_through_a_link() {
    let survey = own();
    let mut dice = Dice(11);
    for _ in 0..500 {
        let wave = any_wave(&mut dice, &survey, Names::Carried);
        let text = pack(&wave, &survey, Names::Carried).expect("all of it has a place");
        assert_eq!(unpack(&text, &survey).expect(&text), wave);
    }
}

#[test]
fn its_own_steps_are_those_of_the_plan() {
    let survey = own();
    let steps = NextSteps::within(&survey);
    for capability in survey.capabilities() {
        let own = steps.capabilities.get(&capability.id).unwrap_or(&capability.next_steps);
        assert_eq!(own.len(), survey.levels.len(), "{}", capability.code);
    }
}

#[test]
fn digits_up_to_nine_reach_seven_statements_and_two_more_answers() {
    for digit in 1..=9_usize {
        assert_eq!(place_of(&digit.to_string(), ""), Some(digit - 1));
    }
}

#[test]
fn two_roles_stand_left_and_right_and_the_levels_below() {
    for form in [Form::Wide, Form::Narrow, Form::Hero] {
        let radar = lay_out(form, &[2, 2], 4, false);
        let (left, right) = (&radar.fans[0], &radar.fans[1]);
        assert!(left.axes.iter().all(|axis| axis.rim.x < radar.center.x), "{form:?}");
        assert!(right.axes.iter().all(|axis| axis.rim.x > radar.center.x), "{form:?}");
        assert_eq!(radar.ring_names.len(), 4);
        for pair in radar.ring_names.windows(2) {
            assert!((pair[1].x - radar.center.x).abs() < 1e-6 && pair[1].y > pair[0].y, "{form:?}");
        }
        let mirrored = lay_out(form, &[2, 2], 4, true);
        assert!(mirrored.fans[0].axes.iter().all(|axis| axis.rim.x > mirrored.center.x), "{form:?}");
    }
    let three = lay_out(Form::Wide, &[4, 4, 4], 5, false);
    assert!((three.fans[0].axes[0].angle - 234.0).abs() < 1e-9, "three stay as they are");
}

#[test]
fn colours_are_colours_and_links_are_addresses() {
    let document = tree(EXAMPLE);
    let colour = "/roles/0/colours/0";
    for wrong in [
        "red",
        "#fff",
        "#12345g",
        "#1234567",
        " #123456",
        "#123456;",
        "url(x)",
        "var(--x)",
        "#123456}a{b:c",
        "",
    ] {
        let broken = with(&document, colour, Tree::text(wrong));
        assert_eq!(problems(&broken), [(Code::OutOfRange, colour.to_owned())], "{wrong}");
    }
    assert_eq!(problems(&with(&document, colour, Tree::text("#ABCdef"))), []);
    assert_eq!(problems(&with(&document, colour, Tree::Number(1.0))), [(Code::WrongType, colour.to_owned())]);
    let one = with(&document, "/roles/0/colours", tree(r##"["#123456"]"##));
    assert_eq!(problems(&one), [(Code::OutOfRange, "/roles/0/colours".to_owned())]);
    let text = with(&document, "/roles/0/colours", Tree::text("#123456,#123456"));
    assert_eq!(problems(&text), [(Code::WrongType, "/roles/0/colours".to_owned())]);
    assert_eq!(problems(&without(&document, "/roles/0/colours")), []);

    let link = "/sources/0/link";
    for wrong in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "\u{1}javascript:alert(1)",
        " https://example.org",
        "https://",
        "//example.org",
        "example.org",
        "data:text/html,<script>alert(1)</script>",
        "https://example.org/a b",
        "https://example.org/\"onclick=\"x",
        "https://example.org/\u{202e}gro",
        "vbscript:x",
        "blob:https://example.org/x",
        "",
    ] {
        let broken = with(&document, link, Tree::text(wrong));
        assert_eq!(problems(&broken), [(Code::OutOfRange, link.to_owned())], "{wrong}");
    }
    let long = ["https://example.org/", &"a".repeat(2000)].concat();
    assert_eq!(problems(&with(&document, link, Tree::text(&long))), [(Code::OutOfRange, link.to_owned())]);
    for right in
        ["https://example.org/?a=b&c=%20#d", "http://example.org", "mailto:team@example.org?subject=Cases"]
    {
        assert_eq!(problems(&with(&document, link, Tree::text(right))), [], "{right}");
    }
}
