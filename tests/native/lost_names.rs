//! What another version of the survey names is kept, said and not counted; what says less than it might is kept too.

use super::answer_file::FILE;
use super::profiles::survey;
use super::trees::{told, tree, with};
use maturity_radar::document::Tree;
use maturity_radar::document::answers::{read, write};
use maturity_radar::scoring::{Weights, score};

/// An answer file of another version, which names what this one does not have.
fn of_another_version() -> Tree {
    let file = with(&tree(FILE), "/model/version", Tree::text("0.9.0"));
    let file = with(&file, "/aim", tree(r#"{"primary": "boss", "secondary": "sbd"}"#));
    with(&file, "/weights", tree(r#"{"boss.desk": 3, "rb.sales": 2}"#))
}

#[test]
fn what_another_version_names_is_kept_and_does_not_count() {
    let survey = survey();
    let wave = read(&of_another_version(), &survey).unwrap();
    assert_eq!(wave.lost_names(&survey), 2);
    let aim = wave.answers.known_aim(&survey).unwrap();
    assert_eq!((aim.primary, aim.secondary.unwrap().as_str()), (None, "sbd"));
    let own = wave.weights.iter().filter(|(id, _)| survey.capability(id).is_some());
    let own: Weights = own.map(|(id, weight)| (id.clone(), *weight)).collect();
    assert_eq!(score(&survey, &wave.answers, &wave.weights), score(&survey, &wave.answers, &own));
    let again = tree(&write(&wave, &survey));
    for name in ["aim", "weights", "model"] {
        let (left, right) = (again.get(name).unwrap(), of_another_version());
        let right = right.get(name).unwrap();
        let Tree::Record(fields) = right else { panic!("fields") };
        assert!(fields.iter().all(|(name, value)| left.get(name) == Some(value)), "{left:?}");
    }
    let all_lost = with(&of_another_version(), "/aim", tree(r#"{"primary": "boss", "secondary": null}"#));
    assert_eq!(read(&all_lost, &survey).unwrap().answers.known_aim(&survey), None, "as if not asked");
    // In a file of this very version it is a mistake, and no name is a name anywhere.
    let same = with(&of_another_version(), "/model/version", Tree::text(&survey.version));
    let expected = ["unknown_reference /aim/primary", "unknown_reference /weights/boss.desk"];
    assert_eq!(told(&read(&same, &survey).unwrap_err()), expected);
    let unnamed = with(&of_another_version(), "/weights", tree(r#"{"__proto__": 1, "Boss": 1}"#));
    assert_eq!(told(&read(&unnamed, &survey).unwrap_err()), ["bad_id /weights/Boss"]);
}

#[test]
fn a_wish_may_stand_alone() {
    let survey = survey();
    let wish = r#"{"wish": {"unplanned": 20, "near": 50, "far": 30}}"#;
    let file = with(&tree(FILE), "/effort_mix", tree(wish));
    let wave = read(&file, &survey).unwrap();
    assert_eq!((wave.answers.effort, wave.answers.wish.unwrap().parts()), (None, [20.0, 50.0, 30.0]));
    assert_eq!(tree(&write(&wave, &survey)).get("effort_mix"), Some(&tree(wish)));
    let half = with(&file, "/effort_mix/near", Tree::Number(5.0));
    let expected = ["missing /effort_mix/unplanned", "missing /effort_mix/far"];
    assert_eq!(told(&read(&half, &survey).unwrap_err()), expected);
}
