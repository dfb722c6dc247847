//! The screens before the results, drawn on the host and read as HTML.

mod answering;
mod around;
mod carrying;
mod targets;
pub mod team;
mod team_few;
mod waves;
mod plan;

use maturity_radar::answers::{Rating, Reply};
use maturity_radar::document::survey;
use maturity_radar::draft::Step;
use maturity_radar::history::Date;
use maturity_radar::session::{Action, Event, Moment, Opened, Phase, Session};
use maturity_radar::storage::Keeping;
use maturity_radar::survey::Survey;
use maturity_radar::views::{aim, data, effort, frame, method, question, review, welcome};
use maturity_radar::words::{Language, PLAIN};
use std::rc::Rc;
use yew::prelude::*;
use yew::{Reducible, ServerRenderer};

const SURVEY: &str = include_str!("../../surveys/three-roles.en.json");
/// A link as the desk would make it.
const LINK: &str = "https://example.org/radar/#mr=abc";
/// What the product must not say, as it has nothing to compare with (model 3.3).
const FORBIDDEN: [&str; 6] =
    ["benchmark", "industry average", "best in class", "top quartile", "percentile", "peers score"];

#[derive(PartialEq, Properties)]
struct PageProps {
    body: Html,
}

#[component]
fn Page(props: &PageProps) -> Html {
    props.body.clone()
}

/// Draws a screen of the session that these facts lead to.
fn drawn(facts: impl FnOnce(&mut Visit) + Send + 'static) -> String {
    drawn_html(move || {
        let mut visit = Visit::new();
        facts(&mut visit);
        screen(&visit.session)
    })
}

pub fn drawn_html(body: impl FnOnce() -> Html + Send + 'static) -> String {
    let renderer = ServerRenderer::<Page>::with_props(move || PageProps { body: body() });
    let html = futures::executor::block_on(renderer.hydratable(false).render());
    check_page(&html);
    html
}

pub fn english() -> Language {
    Language::of("en", PLAIN)
}

fn screen(session: &Session) -> Html {
    let (language, on_action, none) = (english(), Callback::noop(), Callback::noop());
    let body = match (session.answering(), &session.phase) {
        (Some(answering), _) => match &answering.draft.at {
            Step::Item(item) => question::question(session, &language, answering, item, &on_action),
            Step::Effort => effort::effort(session, &language, answering, &on_action),
            Step::Aim => aim::aim(session, &language, answering, &on_action),
            Step::Review => review::review(session, &language, answering, &on_action),
        },
        (None, Phase::Method) => method::method(session, &language, &on_action),
        (None, Phase::Data { .. }) => {
            data::data(session, &language, &on_action, Some(LINK), &none, &none, &none)
        }
        _ => welcome::welcome(session, &language, &on_action),
    };
    frame::frame(session, &language, &on_action, body)
}

/// One person in front of the widget.
struct Visit {
    session: Rc<Session>,
    ms: f64,
    chance: u32,
}

impl Visit {
    fn new() -> Self {
        let survey = Rc::new(survey::read(SURVEY).unwrap());
        let mut visit = Self { session: Rc::new(Session::new(survey, "w1".into())), ms: 0.0, chance: 0 };
        visit.says(Action::Opened(Opened { keeping: Keeping::Database, ..Opened::default() }));
        visit
    }

    fn survey(&self) -> Rc<Survey> {
        self.session.survey.clone()
    }

    fn says(&mut self, action: Action) {
        self.ms += 30_000.0;
        let day = Date::new(2026, 11, 21).unwrap();
        let moment = Moment { ms: self.ms, day, chance: self.chance };
        self.session = self.session.clone().reduce(Event { moment, action });
    }

    fn starts(&mut self) {
        self.says(Action::Started { scope: "Unit A".into() });
    }

    fn begins(&mut self, scope: &str) {
        self.chance += 1;
        self.says(Action::AssessmentStarted { scope: scope.into() });
    }

    fn goes_to(&mut self, step: Step) {
        self.says(Action::StepPicked(step));
    }

    fn replies(&mut self, index: usize, reply: Reply) {
        let item = self.survey().items().nth(index).unwrap().id.clone();
        self.says(Action::Replied { item, reply });
    }

    fn rates_all(&mut self) {
        for index in 0..self.survey().item_count() {
            self.replies(index, Reply::Rated(Rating::whole(2 + (index % 3) as u8)));
        }
    }

    fn enters(&mut self, wish: bool, parts: [Option<u8>; 3]) {
        for (part, percent) in parts.into_iter().enumerate() {
            self.says(Action::EffortEntered { part, wish, percent });
        }
    }

    fn completes(&mut self) {
        self.starts();
        self.rates_all();
        self.goes_to(Step::Review);
        self.says(Action::Submitted { lang: "en".into() });
    }
}

/// What holds on every page.
fn check_page(html: &str) {
    let ids: Vec<&str> = html.split(" id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(ids.len(), unique.len(), "ids are unique: {ids:?}");
    for name in [" aria-labelledby=\"", " aria-describedby=\"", " for=\""] {
        for target in html.split(name).skip(1).flat_map(|rest| rest.split('"').next().unwrap().split(' ')) {
            assert!(ids.contains(&target), "{name}{target} points at something");
        }
    }
    assert!(!html.contains(" style="), "no inline style");
    let lower = html.to_lowercase();
    for word in FORBIDDEN {
        assert!(!lower.contains(word), "{word} is not said");
    }
    assert_eq!(html.matches("id=\"mr-heading\"").count(), 1, "one heading takes focus");
    assert!(!text_of(html).contains(['{', '}', '!']), "placeholders are filled, nothing shouts");
}

pub fn text_of(html: &str) -> String {
    let (mut text, mut inside) = (String::new(), false);
    for letter in html.chars() {
        match letter {
            '<' => {
                inside = true;
                text.push(' ');
            }
            '>' => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    text.replace("&#x27;", "'").replace("&amp;", "&")
}

fn place(html: &str, part: &str) -> usize {
    html.find(part).unwrap_or_else(|| panic!("{part} is on the page"))
}
