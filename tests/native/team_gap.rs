//! What holds several people against each other: two groups, two times, many answers to one role.

use super::profiles::{BASE, all, answers, base, changed, item, survey};
use maturity_radar::answers::Answers;
use maturity_radar::history::{Comparison, Verdict, change};
use maturity_radar::scoring::Weights;
use maturity_radar::survey::Survey;
use maturity_radar::team::{Team, alpha, perception_gap, role_alphas, team, team_answers};

fn of(survey: &Survey, people: &[Answers]) -> Team {
    team(survey, &people.iter().collect::<Vec<_>>())
}

#[test]
fn a_perception_gap_needs_items_that_both_rated() {
    let survey = survey();
    let one = of(&survey, &[answers(&survey, BASE)]);
    let none = of(&survey, &[Answers::default()]);
    let empty = perception_gap(&survey, &one, &none, &Weights::new());
    assert!(empty.roles.iter().all(|(_, gap)| gap.is_none()) && empty.topics.is_empty());

    let level = perception_gap(&survey, &one, &one, &Weights::new());
    assert!(
        level.roles.iter().all(|(_, gap)| gap.is_some_and(|gap| gap.points() == 0.0 && !gap.is_notable()))
    );
    assert!(level.topics.is_empty());

    let high = of(&survey, &[all(&survey, 5), all(&survey, 5)]);
    let there = perception_gap(&survey, &one, &high, &Weights::new());
    let back = perception_gap(&survey, &high, &one, &Weights::new());
    for ((id, there), (_, back)) in there.roles.iter().zip(&back.roles) {
        let (there, back) = (there.unwrap(), back.unwrap());
        assert_eq!((there.points(), there.threshold), (-back.points(), back.threshold), "{id:?}");
        assert!(there.points() < 0.0 && there.is_notable());
    }
    let codes: Vec<_> = there.topics.iter().map(|topic| topic.anchors()).collect();
    assert_eq!(codes, [4.0, 3.0, 3.0], "three at most, the widest first");
    assert_eq!(there.topics[0].item, item(&survey, "S3a"));
    assert_eq!(there.topics[1].item, item(&survey, "S2a"), "of equals in asking order");

    // Half an anchor short of two is no topic.
    let nearly = of(&survey, &[answers(&survey, "S1a=3"), answers(&survey, "S1a=4")]);
    let fifth = of(&survey, &[answers(&survey, "S1a=5")]);
    assert!(perception_gap(&survey, &nearly, &fifth, &Weights::new()).topics.is_empty());
}

#[test]
fn who_does_not_rate_an_item_takes_none_of_its_noise_away() {
    let survey = survey();
    let leader = of(&survey, &[all(&survey, 4)]);
    let threshold = |people: &[Answers]| {
        let read = perception_gap(&survey, &leader, &of(&survey, people), &Weights::new());
        read.roles[0].1.unwrap().threshold
    };
    let full = base(&survey);
    let silent = changed(&survey, &full, "S1a=DK S1b=DK S2a=DK S2b=DK");
    let pair = threshold(&[full.clone(), full.clone()]);
    let mixed = threshold(&[full.clone(), silent]);
    assert!(pair < mixed && mixed < threshold(&[full]), "{pair} {mixed}");
}

#[test]
fn the_threshold_of_several_people_follows_the_model() {
    let parameters = &survey().parameters;
    let c = parameters.median_eff;
    for (people, variance) in [(0, 1.0), (1, 1.0), (2, 0.5), (3, c * c / 3.0), (4, c * c / 4.0)] {
        assert!((parameters.median_variance(people) - variance).abs() < 1e-12, "{people}");
    }
}

#[test]
fn a_change_of_the_same_team_is_clear_sooner() {
    let survey = survey();
    let before = team_answers(&survey, &[&base(&survey); 4]);
    let now = team_answers(&survey, &[&changed(&survey, &base(&survey), "S1a=4 S2a=3 S3a=2 S3b=3"); 4]);
    let role = |raters: usize, same_persons: bool| {
        let comparison = Comparison { raters, same_persons };
        let read = change(&survey, &before, &now, &Weights::new(), comparison);
        read.role(&survey.roles[0].id).unwrap()
    };
    assert_eq!(role(1, true).verdict, Verdict::PossibleGain);
    assert_eq!(role(4, true).verdict, Verdict::ClearGain);
    assert_eq!(role(4, false).verdict, Verdict::NoClearChange);
}

#[test]
fn alpha_needs_thirty_who_rated_the_whole_role() {
    let survey = survey();
    let rows = vec![vec![1.0, 2.0], vec![3.0, 3.0], vec![4.0, 5.0]];
    assert!(alpha(&rows, 3).is_some() && alpha(&rows, 4).is_none());
    assert_eq!(alpha(&[vec![1.0, 2.0], vec![3.0]], 2), None, "rows of different lengths");
    assert_eq!(alpha(&[vec![1.0], vec![3.0]], 2), None, "one item");
    assert_eq!(alpha(&[vec![1.0, 2.0], vec![1.0, 2.0]], 2), None, "all alike");
    assert_eq!(alpha(&[], 0), None);

    let mut people: Vec<Answers> = (0..30).map(|person| all(&survey, 1 + person % 5)).collect();
    let read = |people: &[Answers]| role_alphas(&survey, &people.iter().collect::<Vec<_>>());
    for own in read(&people) {
        assert_eq!(own.complete, 30);
        assert!((own.alpha.unwrap() - 1.0).abs() < 1e-9, "items that move together");
    }
    people[7] = changed(&survey, &people[7], "S1a=DK");
    let own = read(&people);
    assert_eq!((own[0].complete, own[0].alpha), (29, None));
    assert!(own[1].complete == 30 && own[1].alpha.is_some());
}
