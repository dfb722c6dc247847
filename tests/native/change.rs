//! Change between two waves: like for like, and only called where it is more than noise.

use super::profiles::{
    C20, all, any_replies, base, cases, changed, item, rated, replied, survey, year_later,
};
use maturity_radar::answers::{Answers, Evidence, Rating};
use maturity_radar::history::{Change, Comparison, Difference, Verdict, change};
use maturity_radar::scoring::Weights;
use maturity_radar::survey::{ItemId, Survey};
use proptest::prelude::*;

fn compare(survey: &Survey, base: &Answers, now: &Answers) -> Change {
    change(survey, base, now, &Weights::new(), Comparison::default())
}

/// Every difference there is: capabilities, roles, overall.
fn differences(change: &Change) -> Vec<Option<Difference>> {
    let capabilities = change.capabilities.iter().map(|(_, difference)| *difference);
    let roles = change.roles.iter().map(|(_, difference)| *difference);
    capabilities.chain(roles).chain([change.overall]).collect()
}

fn mirrored(verdict: Verdict) -> Verdict {
    match verdict {
        Verdict::ClearGain => Verdict::ClearLoss,
        Verdict::PossibleGain => Verdict::PossibleLoss,
        Verdict::PossibleLoss => Verdict::PossibleGain,
        Verdict::ClearLoss => Verdict::ClearGain,
        same @ (Verdict::NoClearChange | Verdict::Withheld) => same,
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn swapped_waves_give_the_mirror_image(a in any_replies(&survey()), b in any_replies(&survey())) {
        let survey = survey();
        let (there, back) = (compare(&survey, &a, &b), compare(&survey, &b, &a));
        prop_assert_eq!((there.steps_up(), there.steps_down()), (back.steps_down(), back.steps_up()));
        prop_assert_eq!(
            (there.paired_items, there.coverage, there.withheld),
            (back.paired_items, back.coverage, back.withheld)
        );
        for (there, back) in differences(&there).into_iter().zip(differences(&back)) {
            prop_assert_eq!(there.is_some(), back.is_some());
            let (Some(there), Some(back)) = (there, back) else { continue };
            prop_assert!((there.delta() + back.delta()).abs() < 1e-9);
            prop_assert!((there.threshold - back.threshold).abs() < 1e-9);
            prop_assert_eq!(there.verdict, mirrored(back.verdict));
        }
    }

    #[test]
    fn identical_waves_show_no_change(given in any_replies(&survey())) {
        let same = compare(&survey(), &given, &given);
        prop_assert!(same.moves.is_empty());
        for difference in differences(&same).into_iter().flatten() {
            prop_assert_eq!(difference.delta(), 0.0);
            prop_assert!(matches!(difference.verdict, Verdict::NoClearChange | Verdict::Withheld));
        }
    }

    #[test]
    fn no_threshold_lies_below_the_floor(
        a in any_replies(&survey()),
        b in any_replies(&survey()),
        raters in 0..12_usize,
        same_persons in any::<bool>(),
    ) {
        let survey = survey();
        let comparison = Comparison { raters, same_persons };
        let read = change(&survey, &a, &b, &Weights::new(), comparison);
        for difference in differences(&read).into_iter().flatten() {
            prop_assert!(difference.threshold >= survey.parameters.floor_points);
        }
    }

    #[test]
    fn only_items_rated_in_both_waves_are_compared(a in any_replies(&survey()), b in any_replies(&survey())) {
        let survey = survey();
        let read = compare(&survey, &a, &b);
        let pairs = survey.items().filter(|item| a.rating(&item.id).is_some() && b.rating(&item.id).is_some());
        prop_assert_eq!(read.paired_items, pairs.count());
        prop_assert_eq!(read.withheld, read.paired_items < 16);
        for figure in read.base_scores.capabilities.iter().filter_map(|own| own.figure.as_ref()) {
            prop_assert!(figure.shares.iter().all(|(item, _)| b.rating(item).is_some()));
        }
    }
}

/// Defined everywhere, then `steps` single steps up spread over the first `items` items.
fn after_steps(survey: &Survey, items: usize, steps: usize) -> Change {
    let before = all(survey, 3);
    let mut now = before.clone();
    let ids: Vec<ItemId> = survey.items().take(items).map(|item| item.id.clone()).collect();
    for step in 0..steps {
        let id = &ids[step % items];
        let anchor = now.rating(id).and_then(Rating::anchor).unwrap();
        now.items.insert(id.clone(), replied(rated(anchor + 1)));
    }
    compare(survey, &before, &now)
}

#[test]
fn three_steps_in_a_capability_five_in_a_role_and_seven_in_total_are_clear() {
    use Verdict::{ClearGain, NoClearChange, PossibleGain};
    let survey = survey();
    for (steps, verdict) in [(1, NoClearChange), (2, PossibleGain), (3, ClearGain)] {
        let read = after_steps(&survey, 2, steps);
        assert_eq!(read.capabilities[0].1.unwrap().verdict, verdict, "{steps} steps in a capability");
    }
    for (steps, verdict) in [(3, NoClearChange), (4, PossibleGain), (5, ClearGain)] {
        let read = after_steps(&survey, 8, steps);
        assert_eq!(read.roles[0].1.unwrap().verdict, verdict, "{steps} steps in a role");
    }
    for (steps, verdict) in [(4, NoClearChange), (5, PossibleGain), (6, PossibleGain), (7, ClearGain)] {
        let read = after_steps(&survey, 24, steps);
        assert_eq!(read.overall.unwrap().verdict, verdict, "{steps} steps in total");
    }
}

#[test]
fn what_moved_is_listed_in_asking_order() {
    let survey = survey();
    let read = compare(&survey, &base(&survey), &year_later(&survey));
    let codes: Vec<&str> =
        read.moves.iter().map(|step| survey.place(&step.item).unwrap().item.code.as_str()).collect();
    let expected: Vec<&str> = C20.split_whitespace().map(|entry| &entry[..3]).collect();
    assert_eq!(codes, expected);
    assert_eq!((read.steps_up(), read.steps_down()), (6, 1));
}

#[test]
fn only_a_rise_with_evidence_at_hand_is_an_evidenced_step() {
    let survey = survey();
    let mut now = year_later(&survey);
    for (code, mark) in [
        ("S1a", Evidence::AtHand),
        ("S2a", Evidence::Findable),
        ("R3b", Evidence::AtHand),
        ("E1a", Evidence::AtHand),
    ] {
        now.items.get_mut(&item(&survey, code)).unwrap().evidence = Some(mark);
    }
    let read = compare(&survey, &base(&survey), &now);
    let evidenced: Vec<&ItemId> =
        read.moves.iter().filter(|step| step.evidenced).map(|step| &step.item).collect();
    assert_eq!(evidenced, [&item(&survey, "S1a")], "found only, fallen and unmoved items do not count");
}

#[test]
fn an_item_with_another_meaning_leaves_both_waves() {
    let survey = survey();
    let mut now = year_later(&survey);
    now.items.get_mut(&item(&survey, "S1a")).unwrap().meaning_rev = 2;
    let read = compare(&survey, &base(&survey), &now);
    assert_eq!(read.paired_items, 23);
    assert!(read.moves.iter().all(|step| step.item != item(&survey, "S1a")));
}

#[test]
fn fifteen_pairs_withhold_roles_and_overall_but_not_capabilities() {
    let survey = survey();
    let drop_items = |count: usize| {
        let dropped: Vec<ItemId> = survey.items().take(count).map(|item| item.id.clone()).collect();
        let mut partial = base(&survey);
        partial.items.retain(|id, _| !dropped.contains(id));
        compare(&survey, &partial, &year_later(&survey))
    };
    assert!(!drop_items(8).withheld, "16 pairs are enough");
    let read = drop_items(9);
    assert!(read.withheld);
    assert!(read.roles.iter().filter_map(|(_, own)| *own).all(|own| own.verdict == Verdict::Withheld));
    assert!(read.capabilities.iter().filter_map(|(_, own)| *own).all(|own| own.verdict != Verdict::Withheld));
}

#[test]
fn other_people_raise_the_threshold_and_more_people_lower_it() {
    let survey = survey();
    let threshold = |raters: usize, same_persons: bool| {
        let comparison = Comparison { raters, same_persons };
        let read = change(&survey, &base(&survey), &year_later(&survey), &Weights::new(), comparison);
        read.roles[0].1.unwrap().threshold
    };
    assert!(threshold(1, false) > threshold(1, true));
    assert!(threshold(4, true) < threshold(1, true));
    assert!(threshold(4, false) < threshold(1, false));
}

#[test]
fn both_waves_are_scored_with_one_set_of_weights() {
    let survey = survey();
    let double: Weights = [(survey.capabilities().next().unwrap().id.clone(), 2.0)].into_iter().collect();
    let now = changed(&survey, &base(&survey), "S1a=5 S1b=5");
    let read = change(&survey, &base(&survey), &now, &double, Comparison::default());
    let role = read.roles[0].1.unwrap();
    assert!((role.base - (2.0 * 62.5 + 37.5 + 12.5 + 50.0) / 5.0).abs() < 1e-9);
    assert!((role.now - (2.0 * 100.0 + 37.5 + 12.5 + 50.0) / 5.0).abs() < 1e-9);
}
