//! The history: its finding, its lines, its tables, and what can be done with the waves.

use super::{SURVEY, Visit, drawn_html, english, place, text_of};
use crate::profiles::{C20, answers, base, changed};
use maturity_radar::addendum::Addendum;
use maturity_radar::document::survey;
use maturity_radar::history::{Date, History, Respondent, Target, Wave, WaveKind};
use maturity_radar::session::{Action, Screen, Session};
use maturity_radar::survey::Survey;
use maturity_radar::views::waves::waves;
use std::rc::Rc;
use std::time::Instant;
use yew::Callback;

/// The waves of the golden year.
const YEAR: [&str; 4] = ["", "S1a=4 S3a=2", "S1a=4 S2a=3 S3a=2 S3b=3 E2a=4", C20];
const DAYS: [&str; 4] = ["2025-11-11", "2026-02-10", "2026-05-12", "2026-11-10"];

fn wave(survey: &Survey, at: usize, day: &str, text: &str) -> Rc<Wave> {
    Rc::new(Wave {
        id: format!("w{at}"),
        kind: if at == 0 { WaveKind::Baseline } else { WaveKind::Reassessment },
        date: Date::parse(day).unwrap(),
        scope: "Industrial, EMEA".into(),
        answers: changed(survey, &base(survey), text),
        ..Wave::default()
    })
}

fn screen_of(build: impl FnOnce(&mut Session) + Send + 'static) -> String {
    drawn_html(move || {
        let survey = Rc::new(survey::read(SURVEY).unwrap());
        let mut session = Session::new(survey, "w1".into());
        build(&mut session);
        waves(&session, &english(), &Callback::noop())
    })
}

/// The screen of these changes to the base profile on these days.
fn screen(days: &[&str], changes: &[&str]) -> String {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let (days, changes) = (owned(days), owned(changes));
    screen_of(move |session| session.history = Rc::new(history(&session.survey, &days, &changes)))
}

fn history<T: AsRef<str>>(survey: &Survey, days: &[T], changes: &[T]) -> History {
    let waves = days.iter().zip(changes).enumerate();
    History::new(waves.map(|(at, (day, text))| wave(survey, at, day.as_ref(), text.as_ref())))
}

fn words(html: &str) -> String {
    text_of(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn headline(html: &str) -> String {
    let from = place(html, "<h1");
    words(&html[from..from + place(&html[from..], "</h1>")])
}

#[test]
fn a_year_opens_with_its_finding() {
    let html = screen(&DAYS, &YEAR);
    let text = words(&html);
    assert_eq!(headline(&html), "One year: strategic business driver up in every wave");
    assert!(text.contains("Four waves, 2025-11-11 to 2026-11-10 · Industrial, EMEA"));
    assert!(text.contains("Sustained now: strategic business driver and Offering."), "{text}");
    assert!(text.contains("Strategic business driver 56.3 +15.6 2025-11-11 2026-11-10 clear gain sustained"));
    assert!(text.contains("Relationship builder 34.4 −3.1 2025-11-11 2026-11-10 no clear change"));
    assert!(text.contains("Offering 37.5 +25.0 possible gain sustained"));
    assert!(text.contains("Insight 75.0 +12.5 Alignment"), "small changes are not called");
    assert!(text.contains("Fine lines stand at Reactive, Repeatable, Defined, Proactive and Strategic."));
    assert!(!text.contains("only the answers that both waves share") && !text.contains("Another person"));
    assert_eq!(html.matches("role=\"img\"").count(), 15, "three roles and twelve capabilities");
    let told =
        "Strategic business driver: 40.6 at the baseline, 56.3 now, between 40.6 and 56.3 in all waves.";
    assert!(html.contains(told));
}

#[test]
fn every_headline_says_what_is_known_and_no_more() {
    let of = |days: &[&str], changes: &[&str]| headline(&screen(days, changes));
    let two = ["2025-11-11", "2026-05-12"].as_slice();
    let three = ["2025-11-11", "2026-05-12", "2026-07-01"].as_slice();
    // Four steps are possible for a role, five are clear.
    let (four, five) = ("S1a=4 S2a=3 S3a=2 S3b=3", "S1a=4 S2a=3 S3a=2 S3b=3 S4b=4");
    assert_eq!(of(two, &["", five]), "Six months: strategic business driver clearly up");
    assert_eq!(of(two, &[five, ""]), "Six months: strategic business driver clearly down");
    assert_eq!(of(two, &["", four]), "Six months: strategic business driver possibly up");
    assert_eq!(of(two, &["", "S1a=4"]), "Six months: no clear change yet");
    let sustained = "Eight months: the gain of strategic business driver is sustained";
    assert_eq!(of(three, &["", four, four]), sustained);
    let both = "R1a=3 R1b=3 R2a=3 R2b=3 E1a=2 E1b=2 E2a=2 E2b=3 E3a=2";
    assert_eq!(
        of(three, &["", "R1a=3 R1b=3 R2a=3 R2b=3", both]),
        "Eight months: the gain of relationship builder is sustained, effective executor clearly down",
        "a loss is named beside a gain"
    );
    assert_eq!(
        of(two, &["", "S1a=4 S2a=3 R1a=3 R2a=3 R3a=4 E1a=4 E1b=4 E2a=4"]),
        "No single role shows a clear change. Taken together, there is a clear gain."
    );
    let day = ["2025-11-11", "2025-11-11"].as_slice();
    assert_eq!(of(day, &["", "S1a=4"]), "No clear change yet");
    let weeks = ["2025-11-11", "2025-12-03"].as_slice();
    assert_eq!(of(weeks, &["", ""]), "Three weeks: no clear change yet");
    let years = ["2020-11-11", "2023-02-03"].as_slice();
    assert_eq!(of(years, &["", ""]), "Two years: no clear change yet");
    let few = "E1a=DK E1b=DK E2a=DK E2b=DK E3a=DK E3b=DK E4a=DK E4b=DK R1a=DK";
    assert_eq!(of(two, &["", few]), "Too few answers are in both waves to say what changed.");
}

#[test]
fn the_lead_tells_what_lasts_or_could() {
    let two = words(&screen(&["2025-11-11", "2026-05-12"], &["", C20]));
    assert!(two.contains("The next wave can show whether a gain lasts.") && !two.contains(" sustained now"));
    let none = words(&screen(&["2025-11-11", "2026-05-12", "2026-11-11"], &["", C20, ""]));
    assert!(none.contains("No gain is sustained yet."));
}

#[test]
fn one_wave_has_a_sentence_and_a_way_on_but_no_chart() {
    let html = screen(&["2025-11-11"], &[""]);
    let text = words(&html);
    assert_eq!(headline(&html), "One wave so far: your baseline");
    assert!(text.contains("One wave, 2025-11-11") && text.contains("Assess again"));
    assert!(text.contains("2025-11-11 baseline 40.6 37.5 65.6 47.9"));
    assert!(!html.contains("role=\"img\"") && !html.contains("<select"));
    assert!(text.contains("your next assessment becomes the baseline"), "removing it says what follows");
    let empty = screen_of(|_| {});
    assert_eq!(headline(&empty), "No wave yet");
    assert!(words(&empty).contains("Start the assessment") && !empty.contains("<table"));
}

#[test]
fn the_tables_hold_every_figure_of_every_wave() {
    let html = screen(&DAYS, &YEAR);
    let text = words(&html);
    for row in [
        "2025-11-11 baseline 40.6 37.5 65.6 47.9",
        "2026-02-10 46.9 37.5 65.6 50.0 Remove the wave of 2026-02-10",
        "2026-05-12 53.1 37.5 68.8 53.1 Remove the wave of 2026-05-12",
        "2026-11-10 56.3 34.4 68.8 53.1 Remove the wave of 2026-11-10",
        "2026-11-10 75.0 50.0 37.5 62.5 25.0 25.0 50.0 37.5 50.0 87.5 62.5 75.0",
    ] {
        assert!(text.contains(row), "{row} in {text}");
    }
    assert_eq!(html.matches("<th scope=\"row\"").count(), 8, "four waves in two tables");
    assert!(!html.contains("mr-tallplain"), "a few rows need no room of their own");
    let missing = words(&screen(&["2025-11-11", "2026-05-12"], &["", "S1a=DK S1b=DK"]));
    assert!(missing.contains("Insight no score not compared"), "{missing}");
}

#[test]
fn removing_the_baseline_says_first_what_follows() {
    let html = screen(&DAYS, &YEAR);
    let text = words(&html);
    assert!(!text.contains("Remove the wave of 2025-11-11"), "it has no button in its row");
    assert!(text.contains("Remove the baseline of 2025-11-11"));
    let warning = "the wave of 2026-02-10 becomes the baseline and all changes are worked out anew";
    assert!(text.contains(warning));
    let fold = &html[html.rfind("<details").unwrap()..];
    assert!(place(fold, "becomes the baseline") < place(fold, "<button"), "read before it is pressed");
}

#[test]
fn a_wave_taken_out_can_be_brought_back() {
    let html = screen_of(|session| {
        session.history = Rc::new(history(&session.survey, &DAYS[1..], &YEAR[1..]));
        session.removed = Some(wave(&session.survey, 0, DAYS[0], ""));
    });
    assert!(words(&html).starts_with("Wave of 2025-11-11 removed. Undo Three waves"));
    assert!(
        html.contains("id=\"mr-complaint\" role=\"status\" tabindex=\"-1\""),
        "it says so and takes focus"
    );
    assert!(!screen(&DAYS, &YEAR).contains("mr-complaint"));
    let alone = screen_of(|session| session.removed = Some(wave(&session.survey, 0, DAYS[0], "")));
    assert!(words(&alone).starts_with("Wave of 2025-11-11 removed. Undo No wave yet"));
}

#[test]
fn deleting_and_bringing_back_move_focus_to_where_it_is_said() {
    let mut visit = Visit::new();
    visit.completes();
    visit.completes();
    visit.says(Action::ScreenPicked(Screen::History));
    let (before, id) = (visit.session.screen, visit.session.history.latest().unwrap().id.clone());
    visit.says(Action::WaveDeleted { id: id.clone() });
    assert_eq!(visit.session.history.waves().len(), 1);
    let deleted = visit.session.screen;
    assert!(deleted > before, "a new screen takes focus to the notice");
    visit.says(Action::WaveDeleted { id: "nobody".into() });
    assert_eq!(visit.session.screen, deleted, "what is not there changes nothing");
    visit.says(Action::WaveRestored);
    assert!(visit.session.screen > deleted && visit.session.history.wave(&id).is_some());
    let restored = visit.session.clone();
    visit.says(Action::WaveRestored);
    assert!(Rc::ptr_eq(&restored, &visit.session), "there is nothing more to bring back");
}

#[test]
fn two_waves_can_be_picked_and_the_unit_renamed() {
    let html = screen(&DAYS, &YEAR);
    assert_eq!(html.matches("<select").count(), 2);
    assert_eq!(html.matches("<option").count(), 8);
    let chosen = |id: &str| {
        let field = &html[place(&html, &[" id=\"", id, "\" name="].concat())..];
        let option = field.split("<option").find(|option| option.contains("selected=")).unwrap();
        words(&["<", option].concat()).split(' ').next().unwrap().to_owned()
    };
    assert_eq!((chosen("mr-earlier"), chosen("mr-later")), (DAYS[0].into(), DAYS[3].into()));
    assert!(html.contains("value=\"Industrial, EMEA\""));
    assert!(words(&html).contains("Name of the unit"));
}

#[test]
fn own_targets_are_drawn_where_there_are_any() {
    let bare = screen(&DAYS, &YEAR);
    assert!(!bare.contains("mr-tick-target") && !bare.contains("Own target"));
    let html = screen_of(|session| {
        session.history = Rc::new(history(&session.survey, &DAYS, &YEAR));
        let first = session.survey.capabilities().next().unwrap().id.clone();
        let targets = [(first, Target { score: 87.5, by: None })].into_iter().collect();
        let own = Addendum { targets: Some(targets), ..Addendum::default() };
        Rc::make_mut(&mut session.addenda).insert("w2".into(), own);
    });
    // In the key, on the capability and on its role.
    assert_eq!(html.matches("mr-tick-target").count(), 3);
    assert!(html.contains("Own target: 87.5."));
    // (87.5 + 37.5 + 12.5 + 50) / 4
    assert!(html.contains("Own target: 46.9."));
}

#[test]
fn another_person_and_partly_paired_answers_are_told() {
    let html = screen_of(|session| {
        let by = |id: &str, wave: Rc<Wave>| {
            let respondent = Respondent { id: Some(id.into()), ..Respondent::default() };
            Rc::new(Wave { respondent, ..(*wave).clone() })
        };
        let survey = session.survey.clone();
        let waves = [by("a", wave(&survey, 0, DAYS[0], "E2a=DK")), by("b", wave(&survey, 1, DAYS[3], C20))];
        session.history = Rc::new(History::new(waves));
    });
    let text = words(&html);
    assert!(text.contains("Another person answered this time."));
    assert!(text.contains("A change compares only the answers that both waves share."));
}

#[test]
fn two_hundred_waves_are_drawn() {
    let began = Instant::now();
    let html = screen_of(|session| {
        let all = answers(&session.survey, crate::profiles::BASE);
        let survey = session.survey.clone();
        let waves = (0..200_usize).map(|at| {
            let (year, month) = (2005 + at as u16 / 12, at as u8 % 12 + 1);
            let date = Date::new(year, month, 5).unwrap();
            let answers = changed(&survey, &all, if at % 3 == 0 { "S1a=5" } else { "E1a=4" });
            Rc::new(Wave { id: format!("w{at:03}"), date, answers, ..Wave::default() })
        });
        session.history = Rc::new(History::new(waves.collect::<Vec<_>>()));
    });
    println!("200 waves drawn in {:?}", began.elapsed());
    assert!(words(&html).contains("200 waves, 2005-01-05 to 2021-08-05"));
    assert_eq!(html.matches("<th scope=\"row\"").count(), 400);
    assert_eq!(html.matches("mr-tallplain").count(), 2, "long tables keep their height");
    let dots = html.matches("mr-dot-mid").count();
    assert!(dots < 15 * 25, "{dots} dots, far fewer than scores");
    assert_eq!(html.matches("mr-spark-line").count(), 15, "but every line is whole");
}
