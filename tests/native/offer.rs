//! What files would add is shown first: nothing changes before 'Add', and nothing is added twice.

use super::journey::{after, changes_nothing, fresh, opened, start, started, submit, up_to_review, wave};
use super::profiles::{BASE, SURVEY, survey};
use maturity_radar::addendum::{Addenda, Addendum};
use maturity_radar::document::link::{Names, pack};
use maturity_radar::document::{answers, files, history};
use maturity_radar::draft::Draft;
use maturity_radar::history::{History, Respondent, Wave, WaveKind};
use maturity_radar::session::{Action, Offer, Phase, Refusal, Screen, Session, Taken};
use maturity_radar::views::effects::offer_of;
use std::rc::Rc;

fn by(person: &str, wave: Wave) -> Wave {
    let respondent = Respondent { id: Some(person.to_owned()), ..Respondent::default() };
    Wave { respondent, lang: "en".to_owned(), ..wave }
}

fn mine() -> Wave {
    by("r-me", wave("w-mine", "2026-01-05", WaveKind::Baseline))
}

fn theirs() -> Wave {
    by("r-other", wave("w-theirs", "2026-02-05", WaveKind::Baseline))
}

/// A session that has the own baseline.
fn with_baseline() -> Rc<Session> {
    let session = Rc::new(Session::new(survey(), "w1".to_owned()));
    after(&session, opened(History::new([Rc::new(mine())]), Vec::new()))
}

fn text(wave: &Wave) -> String {
    answers::write(wave, &survey())
}

fn read(session: &Session, texts: &[(&str, &str)]) -> Offer {
    let named = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    offer_of(session, named.collect(), Vec::new())
}

fn offered(session: &Rc<Session>, texts: &[(&str, &str)]) -> Rc<Session> {
    after(session, Action::FilesOffered(read(session, texts)))
}

fn add(session: &Rc<Session>, as_colleague: bool) -> Rc<Session> {
    after(session, Action::OfferTaken { as_colleague })
}

#[test]
fn nothing_changes_before_add() {
    let before = fresh();
    let session = offered(&before, &[("a.json", &text(&mine()))]);
    assert_eq!(session.phase, Phase::Data { confirming: false });
    assert!(session.screen > before.screen, "focus moves to the preview");
    assert!(Rc::ptr_eq(&session.history, &before.history) && Rc::ptr_eq(&session.drafts, &before.drafts));
    assert!(
        Rc::ptr_eq(&session.colleagues, &before.colleagues) && Rc::ptr_eq(&session.addenda, &before.addenda)
    );
    let offer = session.offer.as_ref().unwrap();
    assert_eq!(offer.files.len(), 1);
    assert_eq!(*offer.files[0].waves[0].wave, mine());
    assert!(!session.has_offered(&offer.files[0].waves[0], false));
    let added = add(&session, false);
    assert_eq!(added.history.baseline().map(|own| &**own), Some(&mine()));
    assert_eq!(added.taken, Some(Taken { waves: 1, ..Taken::default() }));
    assert_eq!(added.offer, None);
    assert!(added.screen > session.screen, "focus moves to what was added");
    changes_nothing(&added, Action::OfferTaken { as_colleague: false });
}

#[test]
fn what_is_dismissed_leaves_no_trace() {
    let session = offered(&with_baseline(), &[("a.json", &text(&theirs()))]);
    let left = after(&session, Action::OfferDismissed);
    assert_eq!((left.offer.as_ref(), left.taken), (None, None));
    assert_eq!(left.history, with_baseline().history);
    assert_eq!(left.colleagues.waves().len(), 0);
    changes_nothing(&left, Action::OfferDismissed);
    changes_nothing(&left, Action::FilesOffered(Offer::default()));
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let file = text(&mine());
    let once = add(&offered(&fresh(), &[("a.json", &file)]), false);
    let again = offered(&once, &[("a.json", &file), ("copy of a.json", &file)]);
    let offer = again.offer.clone().unwrap();
    assert!(offer.waves().all(|own| again.has_offered(own, offer.as_colleague)));
    assert!(!offer.as_colleague, "it is one's own");
    for as_colleague in [false, true] {
        let twice = add(&again, as_colleague);
        assert_eq!(twice.history, once.history);
        assert_eq!(twice.colleagues, once.colleagues);
        assert_eq!(twice.taken, Some(Taken::default()), "which is said");
    }
}

#[test]
fn somebody_elses_answers_stand_beside_ones_own() {
    let file = text(&theirs());
    let first = offered(&fresh(), &[("a.json", &file)]);
    assert!(
        !first.offer.as_ref().unwrap().as_colleague,
        "without own answers there is nothing to stand beside"
    );
    let session = offered(&with_baseline(), &[("a.json", &file)]);
    let offer = session.offer.clone().unwrap();
    assert!(offer.as_colleague && session.may_be_others(&offer.files[0].waves[0]));
    let beside = add(&session, true);
    assert_eq!(beside.history, session.history);
    assert_eq!(beside.colleagues.waves()[0].id, "w-theirs");
    assert_eq!(beside.taken, Some(Taken { colleagues: 1, ..Taken::default() }));
    let again = offered(&beside, &[("a.json", &file)]);
    assert!(again.has_offered(&offer.files[0].waves[0], true));
    assert_eq!(add(&again, true).taken, Some(Taken::default()));
    let own = after(&session, Action::OfferAddressed { as_colleague: false });
    changes_nothing(&own, Action::OfferAddressed { as_colleague: false });
    assert!(!own.offer.as_ref().unwrap().as_colleague);
    let own = add(&own, false);
    assert_eq!((own.history.waves().len(), own.colleagues.waves().len()), (2, 0));
}

#[test]
fn own_waves_stay_own_beside_a_colleagues() {
    let later = by("r-me", wave("w-later", "2026-07-05", WaveKind::Reassessment));
    let session =
        offered(&with_baseline(), &[("mine.json", &text(&later)), ("theirs.json", &text(&theirs()))]);
    assert!(session.offer.as_ref().unwrap().as_colleague);
    let added = add(&session, true);
    assert_eq!(added.taken, Some(Taken { waves: 1, colleagues: 1, ..Taken::default() }));
    assert_eq!(added.history.latest().unwrap().id, "w-later");
}

#[test]
fn a_history_brings_drafts_and_what_was_added() {
    let mut addenda = Addenda::new();
    let own = Addendum { scope: Some("Renamed".to_owned()), touched_ms: 5.0, ..Addendum::default() };
    addenda.insert("w-mine".to_owned(), own.clone());
    let draft = Draft { id: "2026-03-01-x".to_owned(), writer: "w9".to_owned(), ..answering_draft() };
    let drafts = [(draft.key(), draft.clone())];
    let waves = [Rc::new(mine())];
    let file = history::write(SURVEY, waves.iter(), &addenda, &drafts, &[], &survey());
    let session = offered(&fresh(), &[("all.json", &file)]);
    let offer = session.offer.clone().unwrap();
    assert_eq!((offer.files[0].drafts.len(), offer.files[0].addenda.len()), (1, 1));
    assert!(!session.has_offered_draft(&offer.files[0].drafts[0]));
    assert!(session.drafts.is_empty() && session.addenda.is_empty());
    let added = add(&session, false);
    assert_eq!(added.taken, Some(Taken { waves: 1, drafts: 1, addenda: 1, ..Taken::default() }));
    assert_eq!(added.scope(), "Renamed");
    assert!(added.has_offered_draft(&draft));
    let again =
        history::write(SURVEY, added.history.waves().iter(), &added.addenda, &added.drafts, &[], &survey());
    assert_eq!(again, file, "what was taken in is written to the letter the same");
}

fn answering_draft() -> Draft {
    started().answering().unwrap().draft.clone()
}

#[test]
fn problems_are_told_with_their_place_and_the_rest_is_offered() {
    let session = fresh();
    let list =
        ["[", &text(&mine()), ",", &text(&theirs()).replace("\"answers\"", "\"answer\""), "]"].concat();
    let offer = read(&session, &[("list.json", &list), ("none.json", "[1,"), ("empty.json", "[]")]);
    assert_eq!(offer.files[0].waves.len(), 1);
    let flaws = &offer.files[0].flaws;
    assert!(flaws.iter().any(|own| own.code == "missing" && own.pointer == "/1/answers"), "{flaws:?}");
    assert!(flaws.iter().all(|own| !own.message.is_empty()));
    assert_eq!(offer.files[1].flaws[0].code, "json_syntax");
    assert!(offer.files[2].flaws.is_empty() && offer.files[2].waves.is_empty());
    assert!(offer.holds_anything());
}

#[test]
fn refused_files_are_named_with_their_reason() {
    let reasons = ["too_large", "unreadable", "too_many"];
    let refused = reasons.map(|reason| ([reason, ".bin"].concat(), reason.to_owned())).to_vec();
    let offer = offer_of(&fresh(), Vec::new(), refused);
    let told: Vec<_> = offer.files.iter().map(|own| (own.name.as_str(), own.refusal)).collect();
    let expected = [
        ("too_large.bin", Some(Refusal::TooLarge)),
        ("unreadable.bin", Some(Refusal::Unreadable)),
        ("too_many.bin", Some(Refusal::TooMany)),
    ];
    assert_eq!(told, expected);
    assert!(!offer.holds_anything());
}

#[test]
fn a_link_says_whose_answers_it_holds_and_when() {
    let mut wave = theirs();
    wave.respondent.group = Some("Sales".to_owned());
    let link = pack(&wave, &survey(), Names::Carried).unwrap();
    let address = ["https://example.org/radar/?a=b#", &link].concat();
    for text in [link.clone(), ["#", &link].concat(), address] {
        let offer = read(&with_baseline(), &[("link", &text)]);
        assert!(offer.files[0].is_link, "{text}");
        assert_eq!(*offer.files[0].waves[0].wave, wave);
    }
    let own = pack(&mine(), &survey(), Names::Left).unwrap();
    let session = offered(&with_baseline(), &[("link", &own)]);
    let offer = session.offer.clone().unwrap();
    assert!(offer.files[0].waves[0].has_twin && session.has_offered(&offer.files[0].waves[0], false));
    assert_eq!(add(&session, false).history, with_baseline().history);
}

#[test]
fn a_link_that_cannot_be_opened_says_why() {
    let link = pack(&mine(), &survey(), Names::Left).unwrap();
    let cut = &link[..link.len() - 2];
    let refusal = |session: &Session, text: &str| read(session, &[("link", text)]).files[0].refusal;
    assert_eq!(refusal(&fresh(), cut), Some(Refusal::DamagedLink));
    assert_eq!(refusal(&fresh(), "#mr=!"), Some(Refusal::DamagedLink));
    let mut other = (*survey()).clone();
    other.id = "another".to_owned();
    let other = Session::new(Rc::new(other), "w1".to_owned());
    assert_eq!(refusal(&other, &link), Some(Refusal::OtherSurvey));
}

#[test]
fn answers_that_are_being_given_are_kept_while_files_are_looked_at() {
    let session = up_to_review(&started(), BASE);
    let draft = session.answering().unwrap().draft.clone();
    let seen = offered(&session, &[("a.json", &text(&theirs()))]);
    assert!(matches!(seen.phase, Phase::Data { .. }));
    assert_eq!(seen.drafts[0].1, draft);
    assert_eq!(files::read_all("[]", &survey()).0, []);
    let results = after(&session, submit());
    let on_data = after(&results, Action::ScreenPicked(Screen::Data));
    let seen = offered(&on_data, &[("a.json", &text(&theirs()))]);
    assert!(seen.offer.is_some() && seen.history == results.history);
    assert!(after(&seen, start()).answering().is_some(), "an offer blocks nothing");
}

#[test]
fn a_second_lot_stands_below_the_first() {
    let session = offered(&with_baseline(), &[("a.json", &text(&theirs()))]);
    let session = offered(&session, &[("b.json", "{")]);
    let names: Vec<_> = session.offer.as_ref().unwrap().files.iter().map(|own| own.name.as_str()).collect();
    assert_eq!(names, ["a.json", "b.json"]);
}
