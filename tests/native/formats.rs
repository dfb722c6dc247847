//! Files as they were released, on people's disks for years: each opens, with everything in it.

use super::profiles::{item, survey};
use super::trees::tree;
use maturity_radar::addendum::Addendum;
use maturity_radar::answers::{AnchorOrder, Rating, Reply};
use maturity_radar::document::files::{File, read_all};
use maturity_radar::draft::{Draft, Step};
use maturity_radar::history::{Date, Wave, WaveKind};
use maturity_radar::lens::{LensRecord, Value};
use maturity_radar::plan::{MoveKind, MoveState, Outcome};
use maturity_radar::survey::{CapabilityId, ItemId};

/// Every released file with the sum over its letters: whoever edits one is told here.
pub const RELEASED: [(&str, &str, u64); 7] = [
    (
        "answer-file-1.0",
        include_str!("../fixtures/formats/answer-file-1.0.as-released.json"),
        0x1669_b3f2_e49f_d24f,
    ),
    ("draft-1.0", include_str!("../fixtures/formats/draft-1.0.as-released.json"), 0x8201_f7ed_5eb5_6fa6),
    (
        "addendum-1.0",
        include_str!("../fixtures/formats/addendum-1.0.as-released.json"),
        0x2fa4_284f_060d_d720,
    ),
    ("list-1.0", include_str!("../fixtures/formats/list-1.0.as-released.json"), 0xb4c8_567a_67c9_21bd),
    ("history-1.0", include_str!("../fixtures/formats/history-1.0.as-released.json"), 0xa162_3225_4d8a_9e3c),
    ("lens-1.0", include_str!("../fixtures/formats/lens-1.0.as-released.json"), 0x273c_257d_e7a2_3d4b),
    (
        "history-1.0-with-lenses",
        include_str!("../fixtures/formats/history-1.0-with-lenses.as-released.json"),
        0x3d1a_8a1d_d0be_81ea,
    ),
];

/// The text of a released file.
pub fn released(name: &str) -> &'static str {
    RELEASED.iter().find(|(own, ..)| *own == name).unwrap_or_else(|| panic!("no file {name}")).1
}

/// The 64-bit sum of Fowler, Noll and Vo.
fn sum(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[test]
fn nobody_edits_what_was_released() {
    for (name, text, expected) in RELEASED {
        assert_eq!(sum(text), expected, "{name} was changed; add a file of another name instead");
    }
}

fn open(name: &str) -> Vec<File> {
    let (files, problems) = read_all(released(name), &survey());
    assert_eq!(problems, [], "{name}");
    files
}

fn check_wave(wave: &Wave) {
    let survey = survey();
    assert_eq!((wave.id.as_str(), wave.kind), ("2025-11-21-k3x", WaveKind::Baseline));
    assert_eq!((wave.date, wave.scope.as_str()), (Date::new(2025, 11, 21).unwrap(), "EMEA marketing"));
    assert_eq!((wave.lang.as_str(), wave.assessment.as_str()), ("en", ""));
    assert_eq!(wave.respondent.id.as_deref(), Some("r-1"));
    assert_eq!(wave.respondent.anchor_order, AnchorOrder::Falling);
    let tally = wave.answers.tally(&survey);
    assert_eq!((tally.answered, tally.not_applicable, tally.unknown, tally.unanswered), (22, 1, 1, 0));
    let answer = wave.answers.items.get(&item(&survey, "S1a")).unwrap();
    assert_eq!(answer.reply, Some(Reply::Rated(Rating::whole(3))));
    assert_eq!(answer.note, "Papers of March, and \"April\".");
    assert_eq!(answer.evidence.unwrap().weight(), 1.0);
    assert_eq!(wave.answers.effort.unwrap().parts(), [45.0, 40.0, 15.0]);
    assert_eq!(wave.answers.wish.unwrap().parts(), [25.0, 45.0, 30.0]);
    let aim = wave.answers.aim.as_ref().unwrap();
    assert_eq!(aim.primary.as_ref().unwrap().as_str(), "rb");
    assert_eq!(wave.weights.get(&CapabilityId::new("rb.sales")), Some(&2.0));
}

fn check_added(own: &Addendum) {
    assert_eq!(own.scope.as_deref(), Some("EMEA and Africa"));
    assert_eq!(own.touched_ms, 1_764_000_000_000.0);
    let restated = own.restated.get(&ItemId::new("sbd.insight.dir")).unwrap();
    assert_eq!(
        (restated.rating, restated.reason.as_str()),
        (Rating::whole(2), "We had seen less than we thought.")
    );
    let target = *own.targets.as_ref().unwrap().get(&CapabilityId::new("rb.sales")).unwrap();
    assert_eq!((target.score, target.by), (75.0, Date::new(2026, 6, 30)));
    assert_eq!(own.targets.as_ref().unwrap().len(), 2);
    assert_eq!(own.choice.as_ref().unwrap().role.as_str(), "rb");
    let [plan] = &own.begun[..] else { panic!("one plan") };
    assert_eq!((plan.start, plan.focus.as_str()), (Date::new(2025, 12, 1).unwrap(), "rb"));
    let [first, second] = &plan.moves[..] else { panic!("two moves") };
    assert_eq!((first.owner.as_str(), first.state), ("Ada", MoveState::Done));
    assert_eq!(first.check.outcome, Some(Outcome::Partly));
    assert_eq!(second.kind, MoveKind::MakeRoom);
}

fn check_draft(own: &Draft) {
    let survey = survey();
    assert_eq!((own.id.as_str(), own.writer.as_str()), ("2026-05-20-m9", "17-4"));
    assert_eq!(own.at, Step::Item(item(&survey, "S2a")));
    assert_eq!((own.scope.as_str(), own.spent_ms), ("EMEA marketing", 61_000.0));
    assert_eq!((own.effort, own.wish), ([Some(45), None, None], [None; 3]));
    assert_eq!(own.answers.replied(&survey), 2);
    assert_eq!(own.continues[0].key, "draft/2026-05-19-a/9-9");
}

#[test]
fn answer_file_1_0_opens() {
    let files = open("answer-file-1.0");
    let [File::Wave(wave, None)] = &files[..] else { panic!("{files:?}") };
    check_wave(wave);
}

#[test]
fn draft_1_0_opens() {
    let files = open("draft-1.0");
    let [File::Draft(own)] = &files[..] else { panic!("{files:?}") };
    check_draft(own);
}

#[test]
fn addendum_1_0_opens() {
    let files = open("addendum-1.0");
    let [File::Addendum(wave, own)] = &files[..] else { panic!("{files:?}") };
    assert_eq!(wave, "2025-11-21-k3x");
    check_added(own);
}

#[test]
fn the_list_of_documents_that_was_the_download_opens() {
    let files = open("list-1.0");
    let [File::Wave(wave, None), File::Addendum(_, own), File::Draft(draft)] = &files[..] else {
        panic!("{files:?}")
    };
    check_wave(wave);
    check_added(own);
    check_draft(draft);
}

fn check_lens(own: &LensRecord) {
    assert_eq!((own.lens.as_str(), own.id.as_str()), ("ds", "l-2026-11-21-k3x"));
    assert_eq!((own.date, own.scope.as_str()), (Date::new(2026, 11, 21).unwrap(), "EMEA marketing"));
    let get = |part, row, field| own.answers.get(part, row, field);
    assert_eq!(get("layers", None, "span"), Some(&Value::Number(8.0)));
    assert_eq!(get("decisions", Some("ds.d.reply"), "reversible"), Some(&Value::Flag(true)));
    assert_eq!(get("decisions", Some("ds.d.reply"), "observed"), Some(&Value::text("about a day")));
    assert_eq!(get("decisions", Some("x-1"), "window"), Some(&Value::Number(-3.0)));
    let levers = vec![Value::text("ds.d.reply"), Value::text("x-1")];
    assert_eq!(get("metrics", Some("x-1"), "levers"), Some(&Value::Many(levers)));
    assert_eq!(get("conditions", Some("ds.limits"), "value"), Some(&Value::text("DK")));
    assert_eq!(tree(own.beyond.as_deref().unwrap()), tree(r#"{"hash": "sha256:00"}"#));
}

#[test]
fn lens_1_0_opens() {
    let files = open("lens-1.0");
    let [File::Lens(own)] = &files[..] else { panic!("{files:?}") };
    check_lens(own);
}

#[test]
fn history_1_0_with_lenses_opens() {
    let files = open("history-1.0-with-lenses");
    let [File::Wave(wave, Some(own)), File::Wave(..), File::Draft(draft), File::Lens(lens)] = &files[..]
    else {
        panic!("{files:?}")
    };
    check_wave(wave);
    check_added(own);
    check_draft(draft);
    check_lens(lens);
}

#[test]
fn history_1_0_opens() {
    let files = open("history-1.0");
    let [File::Wave(wave, Some(own)), File::Wave(team, None), File::Draft(draft)] = &files[..] else {
        panic!("{files:?}")
    };
    check_wave(wave);
    check_added(own);
    check_draft(draft);
    assert_eq!((team.id.as_str(), team.respondent.people), ("team-1", Some(4)));
    assert_eq!(team.answers.rating(&ItemId::new("sbd.insight.dir")), Some(Rating::halves(7)));
    let beyond = tree(team.beyond.as_deref().unwrap());
    assert_eq!(
        beyond,
        tree(
            r#"{"model": {"hash": "sha256:00"}, "answers": {"x-own.item": {"value": "green", "asked_by": "finance"}}, "com.example": {"ticket": 7}}"#
        )
    );
}
