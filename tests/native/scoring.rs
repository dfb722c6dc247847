//! Properties of scores, levels and readings that hold for any mix of answers.

use super::profiles::{
    all, answers, any_replies, any_reply, base, cases, changed, item, rated, replied, survey,
};
use maturity_radar::answers::{Answers, EffortSplit, Rating, Reply};
use maturity_radar::history::Verdict;
use maturity_radar::scoring::{
    CapabilityStatus, DominanceKind, EffortMix, Figure, Lean, RoleStatus, Scores, Weights, balance,
    confidence, dominance, effort_mix, level_of, near_level, score,
};
use maturity_radar::survey::Survey;
use proptest::prelude::*;

/// Slack for sums of fractions.
const SLACK: f64 = 1e-9;

fn plain(survey: &Survey, answers: &Answers) -> Scores {
    score(survey, answers, &Weights::new())
}

/// Every figure there is, with a name to tell it by.
fn figures(scores: &Scores) -> Vec<(String, Option<&Figure>)> {
    let capabilities =
        scores.capabilities.iter().map(|own| (own.id.as_str().to_owned(), own.figure.as_ref()));
    let roles = scores.roles.iter().map(|own| (own.id.as_str().to_owned(), own.figure.as_ref()));
    capabilities.chain(roles).chain([("overall".to_owned(), scores.overall.as_ref())]).collect()
}

fn points(scores: &Scores, code: &str, survey: &Survey) -> Option<f64> {
    let capability = survey.capabilities().find(|capability| capability.code == code).unwrap();
    scores.capability(&capability.id).unwrap().figure.as_ref().map(|figure| figure.points)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < SLACK
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_mix_of_replies_gives_scores_within_0_to_100(given in any_replies(&survey())) {
        let survey = survey();
        for (name, figure) in figures(&plain(&survey, &given)) {
            let Some(figure) = figure else { continue };
            prop_assert!((-SLACK..=100.0 + SLACK).contains(&figure.points), "{}: {}", name, figure.points);
            prop_assert!(near(figure.shares.iter().map(|(_, share)| share).sum(), 1.0), "{}: shares", name);
            let by_hand = figure.shares.iter().map(|(item, share)| {
                share * survey.points(given.rating(item).unwrap().value())
            });
            prop_assert!(near(by_hand.sum(), figure.points), "{}: the shares do not give the score", name);
        }
    }

    #[test]
    fn every_reading_takes_any_mix_of_replies(given in any_replies(&survey()), raters in 0..9_usize) {
        let survey = survey();
        let scores = plain(&survey, &given);
        let lead = dominance(&survey, &scores);
        let scored = scores.roles.iter().all(|role| role.figure.is_some());
        prop_assert_eq!(lead.kind == DominanceKind::Unknown, !scored);
        prop_assert_eq!(scores.overall.is_some(), scored);
        prop_assert_eq!(scores.overall_level.is_some(), scored);
        let read = balance(&survey, &given, &Weights::new());
        prop_assert_eq!(read.overall.zone.is_some(), read.overall.tilt.lean().is_some());
        let trust = confidence(&survey, &given, raters, None);
        let tally = trust.tally;
        prop_assert_eq!(
            tally.answered + tally.not_applicable + tally.unknown + tally.unanswered,
            survey.item_count()
        );
        prop_assert!((0.0..=1.0).contains(&trust.completeness) && (0.0..=1.0).contains(&trust.evidence));
    }

    #[test]
    fn a_role_has_a_score_unless_its_status_says_why_not(given in any_replies(&survey())) {
        for role in plain(&survey(), &given).roles {
            prop_assert_eq!(role.figure.is_none(), role.status == RoleStatus::Insufficient);
            prop_assert_eq!(role.level.is_some(), role.figure.is_some());
            prop_assert_eq!(role.scored >= role.needed, role.figure.is_some());
        }
    }

    #[test]
    fn the_order_of_answering_does_not_matter(
        given in any_replies(&survey()),
        order in Just((0..24_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let survey = survey();
        let ids: Vec<_> = survey.items().map(|item| item.id.clone()).collect();
        let mut shuffled = Answers::default();
        for id in order.into_iter().map(|index| &ids[index]) {
            if let Some(answer) = given.items.get(id) {
                shuffled.items.insert(id.clone(), answer.clone());
            }
        }
        prop_assert_eq!(plain(&survey, &shuffled), plain(&survey, &given));
    }

    #[test]
    fn raising_one_rating_never_lowers_a_score(given in any_replies(&survey()), index in 0..24_usize) {
        let survey = survey();
        let id = &survey.items().nth(index).unwrap().id;
        let Some(anchor @ 1..=4) = given.rating(id).and_then(Rating::anchor) else { return Ok(()) };
        let mut raised = given.clone();
        raised.items.insert(id.clone(), replied(rated(anchor + 1)));
        let (before, after) = (plain(&survey, &given), plain(&survey, &raised));
        for ((name, low), (_, high)) in figures(&before).into_iter().zip(figures(&after)) {
            prop_assert_eq!(low.is_some(), high.is_some(), "{}", &name);
            if let (Some(low), Some(high)) = (low, high) {
                prop_assert!(high.points >= low.points - SLACK, "{}", name);
            }
        }
    }

    #[test]
    fn unknown_scores_like_no_reply(given in any_replies(&survey())) {
        let survey = survey();
        let mut silent = given.clone();
        silent.items.retain(|_, answer| answer.reply != Some(Reply::Unknown));
        prop_assert_eq!(plain(&survey, &silent), plain(&survey, &given));
    }

    #[test]
    fn what_does_not_apply_leaves_the_denominator(given in any_replies(&survey()), spared in any_reply()) {
        let survey = survey();
        let mut given = changed(&survey, &given, "S2a=NA S2b=NA");
        match spared {
            Some(reply) => given.items.insert(item(&survey, "S1a"), replied(reply)),
            None => given.items.remove(&item(&survey, "S1a")),
        };
        let scores = plain(&survey, &given);
        let capability = survey.capabilities().find(|capability| capability.code == "S2").unwrap();
        let own = scores.capability(&capability.id).unwrap();
        prop_assert_eq!((own.status, &own.figure), (CapabilityStatus::NotApplicable, &None));
        let role = survey.roles.iter().find(|role| role.capabilities.contains(capability)).unwrap();
        let rest: Vec<f64> =
            role.capabilities.iter().filter_map(|other| points(&scores, &other.code, &survey)).collect();
        if let Some(figure) = &scores.role(&role.id).unwrap().figure {
            prop_assert!(near(figure.points, rest.iter().sum::<f64>() / rest.len() as f64));
        }
    }

    #[test]
    fn the_neighbouring_level_stands_only_within_the_noise(points in 0.0..=100.0, noise in 0.0..30.0) {
        let survey = survey();
        let levels = &survey.levels;
        let read = near_level(levels, points, noise);
        prop_assert_eq!(read.level, level_of(levels, points));
        let cuts = levels.iter().take(levels.len() - 1).map(|level| (level.to_inclusive - points).abs());
        let nearest = cuts.fold(f64::INFINITY, f64::min);
        prop_assume!((nearest - noise).abs() > SLACK);
        prop_assert_eq!(read.near.is_some(), nearest < noise);
        prop_assert!(read.near.is_none_or(|near| near.abs_diff(read.level) == 1));
    }

    #[test]
    fn a_higher_score_never_has_a_lower_level(low in 0.0..=100.0, more in 0.0..=100.0) {
        let survey = survey();
        prop_assert!(level_of(&survey.levels, low) <= level_of(&survey.levels, f64::min(low + more, 100.0)));
    }

    #[test]
    fn working_time_adds_up_to_100_once_it_is_read(
        actual in proptest::array::uniform3(0..=105_u8),
        wish in proptest::array::uniform3(0..=105_u8),
    ) {
        let survey = survey();
        let split = |parts: [u8; 3]| EffortSplit::from(parts.map(f64::from));
        match effort_mix(&survey.parameters, split(actual), Some(split(wish))) {
            EffortMix::Read(read) => {
                prop_assert!(near(read.split.parts().iter().sum(), 100.0));
                prop_assert!(read.distance_to_wish.is_none_or(|share| (0.0..=100.0 + SLACK).contains(&share)));
            }
            EffortMix::DoesNotAddUp(sum) => prop_assert!(!(95.0..=105.0).contains(&sum)),
        }
    }
}

#[test]
fn level_ties_go_down() {
    let survey = survey();
    let cuts: Vec<f64> = survey.levels.iter().map(|level| level.to_inclusive).collect();
    assert_eq!(cuts, [12.5, 37.5, 62.5, 87.5, 100.0]);
    for (level, cut) in (1..).zip(&cuts) {
        assert_eq!(level_of(&survey.levels, *cut), level, "at {cut}");
        assert_eq!(level_of(&survey.levels, cut + 0.01), (level + 1).min(5), "above {cut}");
    }
    assert_eq!(level_of(&survey.levels, 0.0), 1);
}

#[test]
fn with_one_anchor_everywhere_all_scores_are_alike_and_no_role_leads() {
    let survey = survey();
    for anchor in 1..=5 {
        let given = all(&survey, anchor);
        let scores = plain(&survey, &given);
        for (name, figure) in figures(&scores) {
            assert!(near(figure.unwrap().points, f64::from(anchor - 1) * 25.0), "{name}");
        }
        assert_eq!(scores.overall_level.map(|read| read.level), Some(anchor));
        assert_eq!(dominance(&survey, &scores).kind, DominanceKind::Even);
        let read = balance(&survey, &given, &Weights::new());
        assert_eq!(read.overall.tilt.lean(), Some(Lean::Balanced));
    }
}

#[test]
fn nothing_answered_gives_no_score_and_no_zero() {
    let survey = survey();
    let scores = plain(&survey, &Answers::default());
    assert!(figures(&scores).iter().all(|(_, figure)| figure.is_none()));
    assert_eq!(confidence(&survey, &Answers::default(), 1, None).completeness, 0.0);
}

#[test]
fn everything_not_applicable_gives_no_score_and_a_warning() {
    let survey = survey();
    let mut given = Answers::default();
    for item in survey.items() {
        given.items.insert(item.id.clone(), replied(Reply::NotApplicable));
    }
    assert!(figures(&plain(&survey, &given)).iter().all(|(_, figure)| figure.is_none()));
    assert!(confidence(&survey, &given, 1, None).many_na);
}

#[test]
fn a_role_needs_two_thirds_of_what_applies_and_never_fewer_than_two() {
    let survey = survey();
    for (replies, scored, needed, status) in [
        ("", 4, 3, RoleStatus::Complete),
        ("S4a= S4b=DK", 3, 3, RoleStatus::Partial),
        ("S4a=NA S4b=NA", 3, 2, RoleStatus::Reduced),
        ("S3a= S3b= S4a=NA S4b=NA", 2, 2, RoleStatus::Partial),
        ("S3a=NA S3b=NA S4a=NA S4b=NA", 2, 2, RoleStatus::Reduced),
        ("S2a=NA S2b=NA S3a=NA S3b=NA S4a=NA S4b=NA", 1, 2, RoleStatus::Insufficient),
        ("S3a= S3b= S4a= S4b=", 2, 3, RoleStatus::Insufficient),
    ] {
        let scores = plain(&survey, &changed(&survey, &base(&survey), replies));
        let role = &scores.roles[0];
        assert_eq!((role.scored, role.needed, role.status), (scored, needed, status), "{replies}");
    }
}

#[test]
fn a_capability_two_levels_below_its_role_lags() {
    let survey = survey();
    let scores = plain(&survey, &base(&survey));
    let lagging: Vec<&str> = survey
        .capabilities()
        .filter(|capability| scores.lags(&survey, &capability.id))
        .map(|capability| capability.code.as_str())
        .collect();
    assert_eq!(lagging, ["S3"], "at level 1 in a role at level 3");
}

#[test]
fn weights_of_nothing_leave_a_role_without_a_score() {
    let survey = survey();
    let weights: Weights =
        survey.roles[0].capabilities.iter().map(|capability| (capability.id.clone(), 0.0)).collect();
    let scores = score(&survey, &base(&survey), &weights);
    assert_eq!((scores.roles[0].status, &scores.roles[0].figure), (RoleStatus::Insufficient, &None));
    assert_eq!(scores.overall, None);
    assert_eq!(dominance(&survey, &scores).kind, DominanceKind::Unknown);
}

#[test]
fn twenty_answers_at_one_position_ask_for_a_second_look() {
    let survey = survey();
    let run = |length: usize| {
        let mut given = base(&survey);
        for (index, item) in survey.items().enumerate() {
            let anchor = if index < length { 3 } else { 1 + (index % 2) as u8 };
            given.items.insert(item.id.clone(), replied(rated(anchor)));
        }
        given
    };
    assert_eq!(run(20).longest_run(&survey), 20);
    assert!(run(20).asks_for_second_look(&survey, Some(12.0)));
    assert!(!run(19).asks_for_second_look(&survey, Some(3.0)));
    assert!(run(19).asks_for_second_look(&survey, Some(2.9)), "too fast");
    assert!(!run(19).asks_for_second_look(&survey, None), "time unknown");
}

#[test]
fn what_would_raise_the_confidence_does_raise_it() {
    let survey = survey();
    let given = answers(&survey, "S1a=3 S1b=4");
    let short = confidence(&survey, &given, 1, None).shortfall.unwrap();
    assert_eq!((short.items, short.people, short.either), (16, 2, true));
    let mut more = given.clone();
    for item in survey.items().skip(2).take(short.items) {
        more.items.insert(item.id.clone(), replied(rated(3)));
    }
    let raised = confidence(&survey, &more, 1 + short.people, None);
    assert_eq!(raised.level, short.level);
}

#[test]
fn every_verdict_has_a_name_of_its_own() {
    let mut names: Vec<&str> = [
        Verdict::ClearGain,
        Verdict::PossibleGain,
        Verdict::NoClearChange,
        Verdict::PossibleLoss,
        Verdict::ClearLoss,
        Verdict::Withheld,
    ]
    .map(Verdict::name)
    .into();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 6);
}
