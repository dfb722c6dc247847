//! A session driven by actions, as a person drives the widget.

use super::profiles::{answers, base, survey};
use maturity_radar::answers::{AimAnswer, Reply};
use maturity_radar::draft::{Draft, Step};
use maturity_radar::history::{Date, History, Wave, WaveKind};
use maturity_radar::session::{Action, Answering, Event, Moment, Opened, Session};
use maturity_radar::storage::Keeping;
use maturity_radar::survey::ItemId;
use std::rc::Rc;
use yew::Reducible;

/// The instant at which everything happens that does not say otherwise.
pub const NOON: f64 = 1.79e12;

pub fn moment(ms: f64, day: &str, chance: u32) -> Moment {
    Moment { ms, day: Date::parse(day).unwrap(), chance }
}

/// The session after an action at a moment.
pub fn does(session: &Rc<Session>, moment: Moment, action: Action) -> Rc<Session> {
    session.clone().reduce(Event { moment, action })
}

/// The session after an action at noon.
pub fn after(session: &Rc<Session>, action: Action) -> Rc<Session> {
    does(session, moment(NOON, "2026-11-21", 7), action)
}

pub fn changes_nothing(session: &Rc<Session>, action: Action) {
    let told = format!("{action:?} in {:?}", session.phase);
    assert!(Rc::ptr_eq(session, &after(session, action)), "{told}");
}

pub fn opened(history: History, drafts: Vec<(String, Draft)>) -> Action {
    Action::Opened(Opened {
        history: Rc::new(history),
        drafts,
        keeping: Keeping::Database,
        ..Opened::default()
    })
}

/// A session whose storage was empty.
pub fn fresh() -> Rc<Session> {
    let session = Rc::new(Session::new(survey(), "w1".to_owned()));
    after(&session, opened(History::default(), Vec::new()))
}

pub fn start() -> Action {
    Action::Started { scope: "EMEA".to_owned() }
}

pub fn submit() -> Action {
    Action::Submitted { lang: "en".to_owned() }
}

pub fn started() -> Rc<Session> {
    after(&fresh(), start())
}

pub fn answering(session: &Session) -> &Answering {
    session.answering().expect("the survey is on screen")
}

/// The code of the item on screen.
pub fn on_screen(session: &Session) -> String {
    match &answering(session).draft.at {
        Step::Item(item) => session.survey.place(item).unwrap().item.code.clone(),
        step => format!("{step:?}"),
    }
}

pub fn item_on_screen(session: &Session) -> ItemId {
    match &answering(session).draft.at {
        Step::Item(item) => item.clone(),
        step => panic!("{step:?} is no question"),
    }
}

pub fn reply(session: &Rc<Session>, reply: Reply) -> Rc<Session> {
    after(session, Action::Replied { item: item_on_screen(session), reply })
}

pub fn enter(session: &Rc<Session>, wish: bool, percents: [u8; 3]) -> Rc<Session> {
    percents.into_iter().enumerate().fold(session.clone(), |session, (part, percent)| {
        after(&session, Action::EffortEntered { part, wish, percent: Some(percent) })
    })
}

pub fn first_role(session: &Session) -> AimAnswer {
    AimAnswer { primary: Some(session.survey.roles[0].id.clone()), secondary: None }
}

/// Answers every question as written, then working time and aim, up to the review.
pub fn up_to_review(session: &Rc<Session>, text: &str) -> Rc<Session> {
    let given = answers(&session.survey, text);
    let mut session = session.clone();
    while let Step::Item(item) = answering(&session).draft.at.clone() {
        session = reply(&session, given.reply(&item).unwrap());
        session = after(&session, Action::WentOn);
    }
    session = after(&enter(&session, false, [45, 40, 15]), Action::WentOn);
    let aim = first_role(&session);
    after(&after(&session, Action::AimChosen { aim }), Action::WentOn)
}

pub fn wave(id: &str, day: &str, kind: WaveKind) -> Wave {
    let answers = base(&survey());
    Wave { id: id.to_owned(), kind, date: Date::parse(day).unwrap(), answers, ..Wave::default() }
}
