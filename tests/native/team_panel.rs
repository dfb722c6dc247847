//! The waves of several people in one place: the same whatever came first, and however often.

use super::profiles::{any_answers, base, changed, survey};
use maturity_radar::answers::Answers;
use maturity_radar::history::{Comparison, Date, Respondent, Wave, WaveKind};
use maturity_radar::scoring::Weights;
use maturity_radar::survey::CapabilityId;
use maturity_radar::team::{Joined, Panel, team};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Numbers that look like chance and are the same in every run (xorshift, Marsaglia 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }

    fn shuffled<T: Clone>(&mut self, cards: &[T]) -> Vec<T> {
        let mut cards = cards.to_vec();
        for at in (1..cards.len()).rev() {
            cards.swap(at, self.below(at + 1));
        }
        cards
    }
}

fn day(day: usize) -> Date {
    Date::new(2026, 3, day as u8).unwrap()
}

/// A wave of one person on a day of March; nobody's without a name.
fn wave(person: &str, id: &str, on: usize) -> Wave {
    let name = (!person.is_empty()).then(|| person.to_owned());
    Wave {
        id: id.to_owned(),
        date: day(on),
        respondent: Respondent { id: name, ..Respondent::default() },
        ..Wave::default()
    }
}

fn panel(waves: &[Wave]) -> Panel {
    Panel::new(waves.iter().cloned().map(Rc::new))
}

fn ids(waves: &[Wave]) -> Vec<String> {
    panel(waves).people().into_iter().map(|wave| wave.id.clone()).collect()
}

/// Waves with few names and few days, so that everything there is to collide does.
fn pool(numbers: &mut Numbers) -> Vec<Rc<Wave>> {
    let mut runner = TestRunner::deterministic();
    let any = any_answers(&survey());
    let given: Vec<Answers> = (0..6).map(|_| any.new_tree(&mut runner).unwrap().current()).collect();
    let mut made = Vec::new();
    for _ in 0..60 {
        let person = ["", "r1", "r2", "r3", "R1", "r10"][numbers.below(6)];
        let id = ["2026-03", "a", "b", "c"][numbers.below(4)];
        let mut own = wave(person, id, 1 + numbers.below(3));
        own.kind = [WaveKind::Baseline, WaveKind::Reassessment, WaveKind::Pulse][numbers.below(3)];
        own.answers = given[numbers.below(given.len())].clone();
        own.scope = ["", "EMEA"][numbers.below(2)].to_owned();
        own.respondent.group = [None, Some("sales".to_owned())][numbers.below(2)].clone();
        own.respondent.people = [None, Some(3)][numbers.below(2)];
        own.respondent.median_deviation = [None, Some(0.5)][numbers.below(2)];
        own.version = [None, Some("0.9".to_owned())][numbers.below(2)].clone();
        own.beyond = [None, Some("{}".into())][numbers.below(2)].clone();
        if numbers.below(3) == 0 {
            own.weights = [(CapabilityId::new("c"), numbers.below(3) as f64)].into_iter().collect();
        }
        made.push(Rc::new(own));
    }
    made
}

#[test]
fn merging_needs_no_order_and_no_count() {
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    let pool = pool(&mut numbers);
    let mut collisions = 0;
    for run in 0..10_000 {
        let count = 1 + numbers.below(9);
        let some: Vec<Rc<Wave>> = (0..count).map(|_| Rc::clone(&pool[numbers.below(pool.len())])).collect();
        let whole = Panel::new(some.iter().cloned());

        let again: Vec<Rc<Wave>> = some.iter().chain(&some).cloned().collect();
        assert_eq!(Panel::new(numbers.shuffled(&again)), whole, "run {run}: another order, each twice");

        let (left, right) = some.split_at(numbers.below(count + 1));
        let (left, right) = (Panel::new(left.iter().cloned()), Panel::new(right.iter().cloned()));
        let (mut there, mut back) = (left.clone(), right.clone());
        there.merge(&right);
        back.merge(&left);
        assert_eq!(there, whole, "run {run}: in two parts");
        assert_eq!(back, whole, "run {run}: the other part first");
        there.merge(&whole);
        assert_eq!(there, whole, "run {run}: once more");

        let names: BTreeSet<_> = some.iter().map(|own| (own.respondent.id.clone(), own.id.clone())).collect();
        assert_eq!(whole.waves().len(), names.len(), "run {run}: a wave of each name");
        assert!(whole.waves().iter().all(|own| some.contains(own)), "run {run}: none made up");
        let different = some.iter().any(|own| !whole.waves().contains(own));
        collisions += usize::from(different);
    }
    assert!(collisions > 500, "waves of one name with other content were among them: {collisions}");
}

#[test]
fn adding_tells_what_became_of_the_wave() {
    let survey = survey();
    let first = wave("r1", "a", 1);
    let mut other = first.clone();
    other.answers = base(&survey);
    let mut panel = Panel::default();
    assert_eq!(panel.add(Rc::new(first.clone())), Joined::New);
    assert_eq!(panel.add(Rc::new(first.clone())), Joined::Known);
    assert_eq!(panel.add(Rc::new(other)), Joined::Differs);
    assert_eq!(panel.add(Rc::new(first)), Joined::Differs);
    assert_eq!(panel.waves().len(), 1);
    assert_eq!(panel.add(Rc::new(wave("r2", "a", 1))), Joined::New, "another person's wave of the same name");
}

#[test]
fn of_one_person_the_latest_whole_wave_counts() {
    let pulse = Wave { kind: WaveKind::Pulse, ..wave("r1", "p", 9) };
    let waves = [wave("r2", "x", 1), wave("r1", "b", 5), wave("r1", "c", 2), pulse];
    assert_eq!(ids(&waves), ["b", "x"]);
    assert_eq!(ids(&[wave("", "b", 1), wave("", "a", 2)]), ["a", "b"], "without a name, each is a person");
    assert_eq!(ids(&[wave("", "a", 1), wave("z", "q", 1)]), ["q", "a"], "people with a name come first");
    let early = panel(&waves).until(day(2));
    let people: Vec<&str> = early.people().into_iter().map(|wave| wave.id.as_str()).collect();
    assert_eq!(people, ["c", "x"]);
}

#[test]
fn the_same_people_are_known_by_name() {
    let before = panel(&[wave("r1", "a", 1), wave("r2", "b", 1), wave("r3", "c", 1)]);
    let after = |people: &[&str]| -> Panel {
        panel(&people.iter().map(|person| wave(person, &["later", person].concat(), 9)).collect::<Vec<_>>())
    };
    let same = Comparison { raters: 3, same_persons: true };
    assert_eq!(before.comparison(&after(&["r3", "r1", "r2"])), same);
    assert_eq!(before.comparison(&after(&["r1", "r2"])), Comparison { raters: 2, same_persons: false });
    assert_eq!(before.comparison(&after(&["r1", "r2", "r4"])), Comparison { same_persons: false, ..same });
    assert_eq!(before.comparison(&after(&["r1", "r2", ""])), Comparison { same_persons: false, ..same });
    let alone = panel(&[wave("", "a", 1)]);
    assert_eq!(
        alone.comparison(&after(&[""])),
        Comparison::default(),
        "one nameless person is taken as the same"
    );
}

#[test]
fn own_weights_hold_if_everybody_has_them() {
    let weights: Weights = [(CapabilityId::new("c"), 2.0)].into_iter().collect();
    let with = |person: &str| Wave { weights: weights.clone(), ..wave(person, person, 1) };
    assert_eq!(panel(&[with("r1"), with("r2")]).weights(), weights);
    assert_eq!(panel(&[with("r1"), wave("r2", "b", 1)]).weights(), Weights::new());
    assert_eq!(Panel::default().weights(), Weights::new());
}

#[test]
fn groups_are_told_apart_by_their_words_alone() {
    let survey = survey();
    let named = |person: &str, group: Option<&str>, rating: &str| {
        let mut own = wave(person, person, 1);
        own.respondent.group = group.map(str::to_owned);
        own.answers = changed(&survey, &own.answers, &["S1a=", rating].concat());
        own
    };
    let panel = panel(&[
        named("r1", Some("sales"), "1"),
        named("r2", Some(" Sales "), "2"),
        named("r3", Some("ÉQUIPE"), "3"),
        named("r4", Some("équipe"), "4"),
        named("r5", Some("SALES"), "5"),
        named("r6", Some("  "), "5"),
        named("r7", None, "5"),
    ]);
    let groups = panel.groups();
    let found: Vec<_> = groups.iter().map(|group| (group.name.as_str(), group.people.clone())).collect();
    assert_eq!(found, [("SALES", vec![0, 1, 4]), ("ÉQUIPE", vec![2, 3])]);
    assert_eq!(
        groups.iter().map(|own| own.needs_consent(&survey.parameters)).collect::<Vec<_>>(),
        [false, true]
    );
    let sales = team(&survey, &groups[0].answers(&panel));
    assert_eq!((sales.people, sales.spreads[0].median.value()), (3, 2.0));
}

#[test]
fn five_hundred_people_are_read_like_five() {
    let survey = survey();
    let mut numbers = Numbers(7);
    let mut waves = Vec::new();
    for person in 0..500 {
        let text: String = survey
            .items()
            .map(|item| [&item.code, "=", ["1", "2", "3", "4", "5", "DK"][numbers.below(6)], " "].concat())
            .collect();
        let name = person.to_string();
        let mut own = wave(&["r", &name].concat(), &name, 1);
        own.answers = changed(&survey, &own.answers, &text);
        waves.push(own);
    }
    let panel = panel(&waves);
    let people = panel.answers();
    assert_eq!(people.len(), 500);
    let read = team(&survey, &people);
    assert_eq!((read.people, read.spreads.len(), read.roles.len()), (500, survey.item_count(), 3));
    for spread in &read.spreads {
        let rated = people.iter().filter(|own| own.rating(&spread.item).is_some()).count();
        assert!(spread.dots.len() == rated && rated > 300);
        let below = spread.dots.iter().filter(|(_, rating)| *rating < spread.median).count();
        let above = spread.dots.iter().filter(|(_, rating)| *rating > spread.median).count();
        assert!(2 * below <= rated && 2 * above <= rated, "no more than half on either side");
        assert!(
            spread.dots.iter().all(|(person, rating)| people[*person].rating(&spread.item) == Some(*rating))
        );
        assert_eq!(read.answers.rating(&spread.item), Some(spread.median));
    }
}
