//! Several people: the common answer, spread and agreement, and what results say of them.

use super::profiles::{all, answers, base, item, survey};
use maturity_radar::answers::{AimAnswer, Answers, EffortSplit, Evidence, Rating, Reply};
use maturity_radar::document::{Tree, Writer, results};
use maturity_radar::scoring::{ConfidenceLevel, Weights, confidence, score};
use maturity_radar::survey::{RoleId, Survey};
use maturity_radar::team::{Team, needs_consent, team};

fn of(survey: &Survey, people: &[Answers]) -> Team {
    team(survey, &people.iter().collect::<Vec<_>>())
}

/// What several people have in common on the first item, each written as a reply such as `3`, `NA` or nothing.
fn common(replies: &str) -> Option<Reply> {
    let survey = survey();
    let people: Vec<Answers> =
        replies.split(',').map(|reply| answers(&survey, &["S1a=", reply.trim()].concat())).collect();
    of(&survey, &people).answers.reply(&item(&survey, "S1a"))
}

fn median_of(replies: &str) -> Option<f64> {
    match common(replies) {
        Some(Reply::Rated(rating)) => Some(rating.value()),
        _ => None,
    }
}

#[test]
fn the_common_answer_is_the_median() {
    for (replies, median) in
        [("3", 3.0), ("5,1", 3.0), ("2,3", 2.5), ("5,1,1", 1.0), ("4,1,2,5", 3.0), ("2,5,3,1", 2.5)]
    {
        assert_eq!(median_of(replies), Some(median), "{replies}");
    }
    assert_eq!(
        common("2,3").map(|reply| matches!(reply, Reply::Rated(own) if own.anchor().is_none())),
        Some(true)
    );
    let survey = survey();
    let people = [all(&survey, 2), all(&survey, 3)];
    let scores = score(&survey, &of(&survey, &people).answers, &Weights::new());
    assert_eq!(scores.overall.map(|own| own.points), Some(37.5), "halves take the way of any other rating");
}

#[test]
fn a_median_of_halves_goes_down_to_a_half() {
    let half = Rating::median([Rating::whole(2), Rating::whole(3)]).unwrap();
    assert_eq!(half.value(), 2.5);
    assert_eq!(Rating::median([half, Rating::whole(2)]).map(Rating::value), Some(2.0));
    assert_eq!(Rating::median([]), None);
}

#[test]
fn not_applicable_needs_more_than_half_and_a_rating_half_of_the_people() {
    assert_eq!(common("NA,NA,4"), Some(Reply::NotApplicable));
    assert_eq!(median_of("NA,4"), Some(4.0), "half is not more than half, and half rated it");
    assert_eq!(median_of("NA,NA,4,2"), Some(3.0));
    assert_eq!(common("NA,NA,4,DK"), Some(Reply::Unknown), "one of four rated it");
    assert_eq!(common("NA,NA,4,"), None, "nobody said that they do not know");
    assert_eq!(common("NA,NA,NA,,DK"), Some(Reply::NotApplicable), "counted against all people");
    assert_eq!(common("5,4,,,"), None, "two of five");
    assert_eq!(median_of("5,4,,"), Some(4.5), "two of four");
    assert_eq!(common("DK,DK"), Some(Reply::Unknown));
    assert_eq!(common(","), None);
    assert_eq!(of(&survey(), &[]).answers, Answers::default());
}

#[test]
fn two_meanings_of_an_item_are_never_mixed() {
    let survey = survey();
    let id = item(&survey, "S1a");
    let given = |meaning: u32, rating: &str| {
        let mut own = answers(&survey, &["S1a=", rating].concat());
        own.items.get_mut(&id).unwrap().meaning_rev = meaning;
        own
    };
    let read = of(&survey, &[given(1, "1"), given(2, "5"), given(1, "2"), given(1, "3")]);
    assert_eq!(read.answers.rating(&id), Some(Rating::whole(2)));
    assert_eq!(read.answers.items.get(&id).map(|own| own.meaning_rev), Some(1));
    let places: Vec<usize> = read.spread(&id).unwrap().dots.iter().map(|(person, _)| *person).collect();
    assert_eq!(places, [0, 2, 3]);
    let tied = of(&survey, &[given(1, "1"), given(2, "5")]);
    assert_eq!(tied.answers.rating(&id), Some(Rating::whole(5)), "the newer of two, with half of the people");
}

#[test]
fn evidence_of_one_backs_the_common_answer_unless_it_is_for_another_one() {
    let survey = survey();
    let id = item(&survey, "S1a");
    let marked = |rating: &str, mark: Option<Evidence>| {
        let mut own = answers(&survey, &["S1a=", rating].concat());
        let answer = own.items.get_mut(&id).unwrap();
        (answer.evidence, answer.note) = (mark, "mine".to_owned());
        own
    };
    let mark = |people: &[Answers]| of(&survey, people).answers.items.get(&id).unwrap().clone();
    let plain = marked("3", None);
    let near =
        mark(&[plain.clone(), marked("3", Some(Evidence::Findable)), marked("4", Some(Evidence::AtHand))]);
    assert_eq!(
        (near.evidence, near.note.as_str()),
        (Some(Evidence::AtHand), ""),
        "notes stay with their writer"
    );
    let far = mark(&[plain.clone(), plain.clone(), marked("5", Some(Evidence::AtHand))]);
    assert_eq!(far.evidence, None, "paper for a rating two anchors away");
    assert_eq!(mark(&[plain.clone(), plain]).evidence, None);
}

#[test]
fn working_time_is_the_median_of_each_part_made_whole() {
    let survey = survey();
    let split =
        |parts: Option<[f64; 3]>| Answers { effort: parts.map(EffortSplit::from), ..Answers::default() };
    let common = |people: &[Option<[f64; 3]>]| {
        let people: Vec<Answers> = people.iter().map(|parts| split(*parts)).collect();
        of(&survey, &people).answers.effort.map(EffortSplit::parts)
    };
    assert_eq!(common(&[Some([50.0, 30.0, 20.0])]), Some([50.0, 30.0, 20.0]));
    let three = [Some([60.0, 30.0, 10.0]), Some([40.0, 40.0, 20.0]), Some([20.0, 20.0, 60.0])];
    let sum = 40.0 + 30.0 + 20.0;
    assert_eq!(common(&three), Some([40.0, 30.0, 20.0].map(|part| part * 100.0 / sum)));
    assert_eq!(common(&[three[0], None, None]), None, "one of three");
    assert_eq!(common(&[three[0], Some([9.0, 9.0, 9.0]), None]), None, "one that does not add up is none");
    let apart = [Some([100.0, 0.0, 0.0]), Some([0.0, 100.0, 0.0]), Some([0.0, 0.0, 100.0])];
    assert_eq!(common(&apart), None, "no middle");
}

#[test]
fn the_aim_is_what_most_people_named() {
    let survey = survey();
    let ids: Vec<RoleId> = survey.roles.iter().map(|role| role.id.clone()).collect();
    let aims = |named: &[[Option<usize>; 2]]| {
        let people: Vec<Answers> = named
            .iter()
            .map(|own| {
                let [primary, secondary] = own.map(|at| at.map(|at| ids[at].clone()));
                Answers { aim: Some(AimAnswer { primary, secondary }), ..Answers::default() }
            })
            .collect();
        let aim = of(&survey, &people).answers.aim.unwrap();
        [aim.primary, aim.secondary].map(|role| role.and_then(|role| ids.iter().position(|id| *id == role)))
    };
    assert_eq!(aims(&[[Some(1), Some(0)], [Some(1), Some(2)], [Some(0), Some(2)]]), [Some(1), Some(2)]);
    assert_eq!(aims(&[[Some(1), Some(0)], [Some(0), Some(1)]]), [None, None], "a tie names none");
    assert_eq!(
        aims(&[[Some(1), Some(0)], [Some(1), None], [Some(0), Some(1)], [Some(2), Some(1)]]),
        [Some(1), Some(0)],
        "what comes first is not second too"
    );
    assert_eq!(aims(&[[None, None]]), [None, None]);
    assert_eq!(of(&survey, &[Answers::default()]).answers.aim, None);
}

#[test]
fn agreement_is_said_from_three_and_the_index_from_five() {
    let survey = survey();
    let id = item(&survey, "S1a");
    let people: Vec<Answers> =
        ["1", "4", "2", "2", "5"].map(|rating| answers(&survey, &["S1a=", rating].concat())).to_vec();
    for count in 1..=5 {
        let read = of(&survey, &people[..count]);
        let spread = read.spread(&id).unwrap();
        assert_eq!(spread.dots.len(), count);
        assert_eq!(spread.difference(), (count > 1).then(|| spread.highest.value() - spread.lowest.value()));
        assert_eq!(spread.agreement.is_some(), count >= 3, "{count}");
        assert_eq!(spread.agreement.and_then(|own| own.within).is_some(), count >= 5, "{count}");
        assert_eq!(read.roles.len(), 1, "a role that nobody rated has nothing to say");
        assert_eq!(read.roles[0].deviation.is_some(), count >= 3);
        assert_eq!(read.roles[0].index.is_some(), count >= 5);
        assert_eq!(read.median_deviation.is_some(), count >= 3);
    }
    let three = of(&survey, &people[..3]).spread(&id).unwrap().agreement.unwrap();
    assert!((three.deviation - 1.0).abs() < 1e-9 && !three.acceptable, "1, 4, 2 around 2");
    let spread = of(&survey, &people).spread(&id).unwrap().clone();
    assert_eq!(spread.dots[1], (1, Rating::whole(4)), "the own dot is found by the place of the person");
    assert_eq!((spread.lowest, spread.highest), (Rating::whole(1), Rating::whole(5)));
    let within = spread.agreement.unwrap().within.unwrap();
    assert!((within.variance - 2.7).abs() < 1e-9);
    assert_eq!(within.index, 0.0, "farther apart than answers at random");
}

#[test]
fn an_average_deviation_at_the_limit_counts_as_agreement() {
    let survey = survey();
    let people = vec![all(&survey, 3); 5];
    assert_eq!(of(&survey, &people).roles[0].index, Some(1.0), "all of one mind");
    // Six people: five sixths of an anchor from the median on average.
    let ratings = ["1", "2", "3", "3", "4", "4"];
    let people = ratings.map(|rating| answers(&survey, &["S1a=", rating].concat()));
    let own = of(&survey, &people).spread(&item(&survey, "S1a")).unwrap().agreement.unwrap();
    assert!((own.deviation - 5.0 / 6.0).abs() < 1e-9 && own.acceptable);
    let people = ["1", "2", "3", "3", "4", "5"].map(|rating| answers(&survey, &["S1a=", rating].concat()));
    assert!(!of(&survey, &people).spread(&item(&survey, "S1a")).unwrap().agreement.unwrap().acceptable);
}

#[test]
fn confidence_can_be_high_only_with_three_who_agree_and_have_evidence() {
    let survey = survey();
    let mut own = base(&survey);
    let ids: Vec<_> = survey.items().map(|item| item.id.clone()).collect();
    for id in &ids[..12] {
        own.items.get_mut(id).unwrap().evidence = Some(Evidence::AtHand);
    }
    let level = |people: &[Answers]| of(&survey, people).confidence(&survey).level;
    let twin = base(&survey);
    assert_eq!(level(&[own.clone(), twin.clone(), twin.clone()]), ConfidenceLevel::High);
    assert_eq!(level(&[own.clone(), twin.clone()]), ConfidenceLevel::Medium, "two people");
    assert_eq!(level(&[twin.clone(), twin.clone(), twin.clone()]), ConfidenceLevel::Medium, "no evidence");
    let apart = [all(&survey, 1), all(&survey, 5), own.clone()];
    let read = of(&survey, &apart);
    assert!(read.median_deviation.unwrap() > survey.parameters.team.ad_cut);
    assert_eq!(read.confidence(&survey).level, ConfidenceLevel::Medium, "they do not agree");
    assert_eq!(of(&survey, &[own.clone()]).confidence(&survey), confidence(&survey, &own, 1, None));
}

#[test]
fn groups_under_three_need_consent() {
    let parameters = &survey().parameters;
    assert_eq!(
        [0, 1, 2, 3, 9].map(|people| needs_consent(parameters, people)),
        [true, true, true, false, false]
    );
}

#[test]
fn results_name_what_does_not_apply_and_leave_out_what_is_missing() {
    let survey = survey();
    let people = ["S1a=NA S1b=2 S2a=DK S2b=4", "S1a=NA S1b=3"].map(|text| answers(&survey, text));
    let mut json = Writer::default();
    results::team::team_results(&mut json, "", &of(&survey, &people), &survey);
    let tree = Tree::parse(&json.into_text()).unwrap();
    assert_eq!(tree.get("consensus").unwrap().write(), r#"{"S1a":"NA","S1b":2.5,"S2b":4}"#);
    let agreement = tree.get("agreement").unwrap().write();
    assert_eq!(agreement, r#"{"S1b":{"n":2,"median":2.5,"min":2,"max":3}}"#, "one rating is no agreement");
}
