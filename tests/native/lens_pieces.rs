//! What a lens says is drawn piece by piece: what is on screen first, the rest behind it, nothing twice or elsewhere.

use crate::lens_drawn::{html_of, page, with};
use crate::lens_views_martech::whole;
use crate::lenses::Kind;
use maturity_radar::lens::LensResults;
use maturity_radar::views::lens::martech;
use maturity_radar::views::markup::{Pen, Room};
use yew::prelude::*;

/// The page as far as there is room.
fn drawn(room: &Room) -> String {
    html_of(with(Kind::Martech, whole(), |shown, results| {
        let LensResults::Martech(own) = results else { panic!("{results:?}") };
        let none = Callback::noop();
        let mut pen = Pen::new(shown.language, &none);
        pen.begin_within(room);
        martech::results(&mut pen, shown, own);
        pen.end_within(room);
        pen.done()
    }))
}

fn headings(html: &str) -> Vec<&str> {
    html.split("<h2").skip(1).filter_map(|rest| rest.split("</h2>").next()).collect()
}

#[test]
fn a_long_page_begins_with_what_is_on_screen_and_grows_at_its_end_until_it_is_whole() {
    let all = page(Kind::Martech, whole());
    let room = Room::default();
    room.begin(true);
    let mut before = drawn(&room);
    assert!(room.is_short(), "the first draw leaves something out");
    assert!(before.contains("id=\"mr-heading\""));
    assert_eq!(headings(&before).len(), 1, "the headline and the first section");
    let mut draws = 1;
    while room.is_short() {
        room.widen(false);
        room.begin(false);
        let now = drawn(&room);
        assert!(headings(&all).starts_with(&headings(&now)), "sections come in their order");
        assert!(headings(&now).starts_with(&headings(&before)), "what is there stays");
        assert!(now.len() > before.len(), "every draw brings something");
        before = now;
        draws += 1;
    }
    assert!(before == all, "in the end it is the page that is drawn at once");
    assert!((2..=5).contains(&draws), "{draws} draws");
}

#[test]
fn a_page_about_to_be_printed_is_whole_at_once() {
    let room = Room::default();
    room.begin(true);
    room.widen(true);
    room.begin(false);
    assert!(drawn(&room) == page(Kind::Martech, whole()));
    assert!(!room.is_short());
    room.begin(true);
    drawn(&room);
    assert!(room.is_short(), "another page begins anew");
}
