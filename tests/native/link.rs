//! Links: every wave comes out as it went in, and whatever was damaged on the way is refused.

mod damage;
mod layout;
pub mod waves;

use super::profiles::{base, item, survey};
use maturity_radar::answers::{AimAnswer, Answer, EffortSplit, Evidence, Rating, Reply};
use maturity_radar::document::link::{KEY, LinkProblem, Names, pack, twin, unpack};
use maturity_radar::history::{Date, History, Wave, WaveKind};
use maturity_radar::survey::{ItemId, Survey};
use std::rc::Rc;
use waves::{Dice, any_wave, bytes, link, of_45_questions};

#[test]
fn ten_thousand_waves_come_out_as_they_went_in() {
    let (mut dice, survey) = (Dice(1), survey());
    for round in 0..10_000 {
        let names = if round % 2 == 0 { Names::Left } else { Names::Carried };
        let mut wave = any_wave(&mut dice, &survey, names);
        let text = pack(&wave, &survey, names).expect("all of it has a place");
        assert_eq!(link(&bytes(&text)), text);
        let read = unpack(&text, &survey).expect(&text);
        if names == Names::Left {
            assert!(read.id.starts_with(&["link-", &wave.date.iso(), "-"].concat()), "{}", read.id);
            wave.id = read.id.clone();
        }
        assert_eq!(read, wave, "{text}");
        assert_eq!(unpack(&["#", &text].concat(), &survey), Ok(read));
    }
}

#[test]
fn forty_five_questions_fit_into_64_letters() {
    for (scale_min, scale_max) in [(1, 5), (1, 7), (0, 9)] {
        let survey = of_45_questions(scale_min, scale_max);
        assert_eq!(survey.item_count(), 45);
        let mut wave = any_wave(&mut Dice(7), &survey, Names::Left);
        // Every digit at its highest: no wave is longer.
        let top = EffortSplit::from([100.0; 3]);
        (wave.answers.effort, wave.answers.wish) = (Some(top), Some(top));
        let last = survey.roles.last().map(|role| role.id.clone());
        wave.answers.aim = Some(AimAnswer { primary: last.clone(), secondary: last });
        (wave.date, wave.kind) = (Date::new(2155, 12, 31).unwrap(), WaveKind::Pulse);
        (wave.lang, wave.weights) = ("  ".to_owned(), Default::default());
        let mut length = |evidence| {
            for item in survey.items() {
                let reply = Some(Reply::Rated(Rating::whole(scale_max)));
                let answer = Answer { reply, evidence, meaning_rev: item.meaning_rev, ..Answer::default() };
                wave.answers.items.insert(item.id.clone(), answer);
            }
            let text = pack(&wave, &survey, Names::Left).unwrap();
            let read = unpack(&text, &survey).expect("its own survey opens it");
            assert_eq!(read.answers, wave.answers);
            text.len() - KEY.len()
        };
        let (bare, marked) = (length(None), length(Some(Evidence::AtHand)));
        assert!(bare < marked && bare <= 52, "{scale_max}: {bare}");
        match scale_max {
            // With `#mr=` as well.
            5 => assert_eq!((bare, marked), (46, 60)),
            7 => assert!(marked <= 64, "{marked}"),
            _ => assert!(marked <= 66, "{marked}"),
        }
    }
}

#[test]
fn a_link_opens_where_the_same_is_asked_and_nowhere_else() {
    let own = survey();
    let wave = Wave { answers: base(&own), ..Wave::default() };
    let text = pack(&wave, &own, Names::Left).unwrap();
    let altered = |alter: &dyn Fn(&mut Survey)| {
        let mut other = (*own).clone();
        alter(&mut other);
        unpack(&text, &other).map(|wave| wave.answers)
    };
    let same: [&dyn Fn(&mut Survey); 2] = [&|other| other.lang = "de".to_owned(), &|other| {
        other.roles[0].capabilities[0].items[0].stem = "Otherwise put?".to_owned()
    }];
    for alter in same {
        assert_eq!(altered(alter), Ok(wave.answers.clone()));
    }
    let different: [&dyn Fn(&mut Survey); 6] = [
        &|other| other.id = "another".to_owned(),
        &|other| other.scale_max = 7,
        &|other| other.roles.swap(0, 1),
        &|other| other.roles[1].capabilities.swap(0, 1),
        &|other| drop(other.roles[2].capabilities[0].items.pop()),
        &|other| other.roles[0].capabilities[0].items[0].meaning_rev = 2,
    ];
    for (number, alter) in different.into_iter().enumerate() {
        assert_eq!(altered(alter), Err(LinkProblem::OtherSurvey), "{number}");
    }
}

#[test]
fn what_would_come_out_altered_is_not_packed() {
    let survey = survey();
    let first = item(&survey, "S1a");
    let whole = Wave { id: "w".to_owned(), answers: base(&survey), ..Wave::default() };
    let packs = |alter: &dyn Fn(&mut Wave)| {
        let mut wave = whole.clone();
        alter(&mut wave);
        pack(&wave, &survey, Names::Carried).is_some()
    };
    let capability = survey.capabilities().next().unwrap().id.clone();
    let refused: [&dyn Fn(&mut Wave); 8] = [
        &|wave| wave.answers.items.get_mut(&first).unwrap().meaning_rev = 2,
        &|wave| wave.answers.items.get_mut(&first).unwrap().reply = Some(Reply::Rated(Rating::whole(6))),
        &|wave| wave.answers.effort = Some(EffortSplit::from([33.3, 33.3, 33.4])),
        &|wave| wave.answers.effort = Some(EffortSplit::from([f64::NAN, 50.0, 50.0])),
        &|wave| wave.weights.insert(capability.clone(), 1.0 / 3.0),
        &|wave| wave.date = Date::new(1899, 12, 31).unwrap(),
        &|wave| wave.scope = "x".repeat(287),
        &|wave| wave.id = String::new(),
    ];
    assert!(packs(&|_| {}) && packs(&|wave| wave.scope = "x".repeat(286)));
    for (number, alter) in refused.into_iter().enumerate() {
        assert!(!packs(alter), "{number}");
    }
}

#[test]
fn without_names_a_link_tells_nobody_who_answered_and_notes_never_travel() {
    let survey = survey();
    let mut wave = any_wave(&mut Dice(5), &survey, Names::Carried);
    (wave.scope, wave.respondent.group) = ("EMEA".to_owned(), Some("Leads".to_owned()));
    let anonymous = pack(&wave, &survey, Names::Left).unwrap();
    let named = pack(&wave, &survey, Names::Carried).unwrap();
    let first = item(&survey, "S1a");
    let note = "Asked twice.".to_owned();
    wave.answers.items.insert(first.clone(), Answer { note, meaning_rev: 1, ..Answer::default() });
    wave.answers.items.insert(ItemId::new("x-own.item"), Answer::default());
    let read = unpack(&named, &survey).unwrap();
    assert_eq!((read.id, read.scope, read.respondent), (wave.id, wave.scope, wave.respondent));
    let read = unpack(&anonymous, &survey).unwrap();
    assert_eq!((read.scope.as_str(), read.respondent.id, read.respondent.group), ("", None, None));
    assert!(read.answers.items.iter().all(|(_, answer)| answer.note.is_empty()));
}

#[test]
fn a_link_to_a_wave_that_is_there_finds_its_twin() {
    let survey = survey();
    let mut own = any_wave(&mut Dice(6), &survey, Names::Carried);
    (own.scope, own.respondent.group) = ("EMEA".to_owned(), Some("Leads".to_owned()));
    own.respondent.id = Some("r-1".to_owned());
    let history = History::new([Rc::new(own.clone())]);
    for names in [Names::Left, Names::Carried] {
        let read = unpack(&pack(&own, &survey, names).unwrap(), &survey).unwrap();
        assert_eq!(twin(&history, &read, &survey).map(|wave| wave.id.as_str()), Some(own.id.as_str()));
    }
    let other: [&dyn Fn(&mut Wave); 4] = [
        &|wave| wave.respondent.id = Some("r-2".to_owned()),
        &|wave| wave.respondent.group = Some("Team".to_owned()),
        &|wave| wave.scope = "APAC".to_owned(),
        &|wave| wave.date = Date::new(2001, 1, 1).unwrap(),
    ];
    for (number, alter) in other.into_iter().enumerate() {
        let mut wave = own.clone();
        alter(&mut wave);
        assert!(twin(&history, &wave, &survey).is_none(), "{number}");
    }
    // Opened twice, it is one wave.
    let read = || unpack(&pack(&own, &survey, Names::Left).unwrap(), &survey).unwrap();
    let mut history = History::default();
    assert!(history.add(Rc::new(read())) && !history.add(Rc::new(read())));
}
