//! The data screen: what files would add, and every way to take one's answers along.

use super::{LINK, Visit, drawn, place, text_of};
use maturity_radar::document::answers;
use maturity_radar::document::link::{Names, pack};
use maturity_radar::history::{Respondent, Wave};
use maturity_radar::session::{Action, Screen, Told};
use maturity_radar::views::effects::offer_of;

/// A colleague's wave like one's own.
fn theirs(visit: &Visit) -> Wave {
    let own = visit.session.history.latest().unwrap();
    let respondent =
        Respondent { id: Some("r-other".into()), group: Some("Sales".into()), ..Respondent::default() };
    Wave { id: "w-theirs".into(), scope: "Unit B".into(), respondent, ..(**own).clone() }
}

fn offer(visit: &mut Visit, files: &[(&str, &str)], refused: &[(&str, &str)]) {
    let owned = |all: &[(&str, &str)]| all.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    let offer = offer_of(&visit.session, owned(files), owned(refused));
    visit.says(Action::FilesOffered(offer));
}

fn words(html: &str) -> String {
    text_of(html).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_preview_says_what_files_would_add() {
    let html = drawn(|visit| {
        visit.completes();
        let own = answers::write(visit.session.history.latest().unwrap(), &visit.survey());
        let other = answers::write(&theirs(visit), &visit.survey());
        let files = [("own.json", own.as_str()), ("sales.json", &other), ("notes.txt", "hello")];
        offer(visit, &files, &[("film.mov", "too_large")]);
    });
    let text = words(&html);
    assert!(text.contains("What these files would add Nothing is added yet."), "{text}");
    assert!(place(&html, "id=\"mr-offer\"") < place(&html, "film.mov"));
    let own = text.split_once("own.json").unwrap().1.split_once("sales.json").unwrap().0;
    assert!(own.contains("Unit: Unit A Kind: Baseline Whose: yours already here"), "{own}");
    assert!(text.contains("Unit: Unit B Kind: Baseline Whose: Sales new"), "{text}");
    assert!(text.contains("Code: json_syntax, at the file as a whole."), "{text}");
    assert!(text.contains("film.mov This file is larger than 5 MB"), "{text}");
    assert_eq!(html.matches("name=\"mr-whose\"").count(), 2);
    assert!(text.contains("as a colleague’s answers") && text.contains(" Add Add nothing "), "{text}");
}

#[test]
fn what_was_added_is_said_once() {
    let html = drawn(|visit| {
        visit.completes();
        let other = answers::write(&theirs(visit), &visit.survey());
        offer(visit, &[("sales.json", &other)], &[]);
        visit.says(Action::OfferTaken { as_colleague: true });
    });
    assert!(words(&html).contains("Added: one assessment of a colleague."));
    assert!(html.contains("id=\"mr-offer\"") && !words(&html).contains("Add nothing"));
    let later = drawn(|visit| {
        visit.completes();
        let other = answers::write(&theirs(visit), &visit.survey());
        offer(visit, &[("sales.json", &other)], &[]);
        visit.says(Action::OfferTaken { as_colleague: true });
        visit.says(Action::ScreenPicked(Screen::Method));
        visit.says(Action::ScreenPicked(Screen::Data));
    });
    assert!(!words(&later).contains("Added:"));
}

#[test]
fn a_link_shows_whose_and_when_or_why_it_cannot_be_opened() {
    let html = drawn(|visit| {
        visit.completes();
        let link = pack(&theirs(visit), &visit.survey(), Names::Carried).unwrap();
        offer(visit, &[("link", &link)], &[]);
    });
    let text = words(&html);
    assert!(
        text.contains("Whose Here already 2026-11-21 Unit: Unit B Kind: Baseline Whose: Sales new"),
        "{text}"
    );
    let damaged = drawn(|visit| offer(visit, &[("link", "#mr=abc")], &[]));
    let text = words(&damaged);
    assert!(text.contains("This link is damaged") && text.contains(" Close "), "{text}");
    assert!(!text.contains("Add nothing"), "there is nothing to add");
}

#[test]
fn every_way_to_take_answers_along_is_there() {
    let html = drawn(|visit| {
        visit.completes();
        visit.says(Action::ScreenPicked(Screen::Data));
    });
    let text = words(&html);
    for button in [
        "Choose files",
        "Download everything",
        "Download the table (CSV)",
        "Copy the link",
        "Report to print",
    ] {
        assert!(text.contains(button), "{button}");
    }
    assert!(html.contains(&["value=\"", LINK, "\""].concat()), "the link can be selected by hand");
    assert!(text.contains("Whoever has the link can read the answers"));
    assert!(html.contains("aria-label=\"The same link as a QR code") && html.contains("mr-qr-dark"));
    assert!(!text.contains("The link is copied."));
    let nothing = words(&drawn(|visit| visit.says(Action::ScreenPicked(Screen::Data))));
    assert!(
        nothing.contains("Choose files") && !nothing.contains("Copy the link"),
        "there is nothing to take along"
    );
}

#[test]
fn whether_the_link_was_copied_is_said() {
    let told = |told| {
        words(&drawn(move |visit| {
            visit.completes();
            visit.says(Action::ScreenPicked(Screen::Data));
            visit.says(Action::Served(told));
        }))
    };
    assert!(told(Told::Copied(true)).contains("The link is copied."));
    assert!(told(Told::Copied(false)).contains("copy it by hand"));
    assert!(!told(Told::Pictured { chart: "radar".to_owned(), done: true }).contains("The link is copied."));
}
