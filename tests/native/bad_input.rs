//! Bad input: whatever comes as a file is refused with a code and a place, tells nothing of itself, takes about
//! as long as reading JSON does, and changes nothing.

mod cases;

use super::journey::{after, fresh};
use super::profiles::survey;
use super::trees::told;
use cases::{Case, base, each};
use maturity_radar::document::files::{File, read_all};
use maturity_radar::document::{
    Code, Problem, addendum, answers, draft, lens, link, next_steps, survey as surveys,
};
use maturity_radar::session::{Action, LensAction, Session};
use maturity_radar::views::effects::offer_of;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Words of the documents that must not come back in a message: names, notes, anything that was planted.
const OWN_WORDS: [&str; 7] = ["zebra", "stripes", "emea", "papers", "minutes of", "board", "r-1"];

/// What the reader of its kind makes of a case: how many files, and the problems.
fn read(case: &Case) -> (usize, Vec<Problem>) {
    let survey = survey();
    match case.of.as_str() {
        "survey" => surveys::read(&case.text).map_or_else(|problems| (0, problems), |_| (1, Vec::new())),
        "steps" => {
            next_steps::read(&case.text, &survey).map_or_else(|problems| (0, problems), |_| (1, Vec::new()))
        }
        _ => {
            let (files, problems) = read_all(&case.text, &survey);
            (files.len(), problems)
        }
    }
}

/// Problems are told as they should be.
fn are_well_told(name: &str, problems: &[Problem]) {
    for Problem { code, pointer, message } in problems {
        assert!(pointer.is_empty() || pointer.starts_with('/'), "{name}: {pointer}");
        assert!(!code.name().is_empty() && message.len() > 5 && message.len() < 200, "{name}: {message}");
        let lower = message.to_lowercase();
        assert!(!OWN_WORDS.iter().any(|word| lower.contains(word)), "{name}: {message}");
    }
}

#[test]
fn every_case_is_refused_with_a_code_and_a_place_in_about_the_time_that_reading_json_takes() {
    let (mut refused, mut read_on, mut wrong) = (0, 0, Vec::new());
    let (mut own, mut other) = (Duration::ZERO, Duration::ZERO);
    each(|case| {
        let start = Instant::now();
        let (files, problems) = read(case);
        own += start.elapsed();
        are_well_told(&case.name, &problems);
        // Up to a hundred, and one that there are more.
        assert!(problems.len() <= 101, "{}: {}", case.name, problems.len());
        // A history gives the files in it that are sound.
        let holds = |files: usize| files == 0 || case.of == "history";
        let fits =
            if case.legal { problems.is_empty() && files > 0 } else { !problems.is_empty() && holds(files) };
        if !fits {
            wrong.push(format!("{} {files} {:?}", case.name, told(&problems)));
        }
        if case.legal {
            read_on += 1
        } else {
            refused += 1
        }
        assert!(link::unpack(&case.text, &survey()).is_err(), "{}", case.name);
        if case.text.len() <= 5_000_000 {
            let start = Instant::now();
            drop(serde_json::from_str::<serde_json::Value>(&case.text));
            other += start.elapsed();
        }
    });
    assert_eq!(wrong, [""; 0]);
    assert!(refused >= 1000 && read_on >= 200, "{refused} {read_on}");
    assert!(own < 8 * other, "{own:?} against {other:?}");
}

/// What the page does with a text that it was handed (`importData`).
fn imported(session: &Rc<Session>, text: &str) -> Rc<Session> {
    let (mut waves, mut addenda, mut drafts) = (Vec::new(), Vec::new(), Vec::new());
    let mut lenses = Vec::new();
    for file in read_all(text, &session.survey).0 {
        match file {
            File::Wave(wave, own) => {
                addenda.extend(own.map(|own| (wave.id.clone(), own)));
                waves.push(Rc::new(wave));
            }
            File::Draft(own) => drafts.push(own),
            File::Addendum(wave, own) => addenda.push((wave, own)),
            File::Lens(own) => lenses.push(own),
        }
    }
    let session = after(session, Action::WavesTaken(waves));
    let session = after(&after(&session, Action::AddendaTaken(addenda)), Action::DraftsTaken(drafts));
    after(&session, Action::Lens(LensAction::Taken(lenses)))
}

/// What a person does with a file: the preview, then 'Add'.
fn added(session: &Rc<Session>, text: &str) -> Rc<Session> {
    let offer = offer_of(session, vec![("file.json".to_owned(), text.to_owned())], Vec::new());
    let [own] = &offer.files[..] else { panic!("one file") };
    assert!(!own.flaws.is_empty() || own.refusal.is_some());
    assert!(own.flaws.iter().all(|own| own.pointer.is_empty() || own.pointer.starts_with('/')));
    after(&after(session, Action::FilesOffered(offer)), Action::OfferTaken { as_colleague: false })
}

#[test]
fn what_is_refused_changes_nothing_that_is_stored() {
    // Everything a widget can hold: waves, what was added to them, an unfinished one.
    let stored = imported(&fresh(), base("history"));
    assert!(stored.history.waves().len() == 2 && stored.addenda.len() == 1 && stored.drafts.len() == 1);
    let is_the_same = |now: &Session, name: &str| {
        assert!(now.history == stored.history && now.others == stored.others, "{name}");
        assert!(now.addenda == stored.addenda && now.drafts == stored.drafts, "{name}");
        assert!(now.colleagues == stored.colleagues && now.damaged == stored.damaged, "{name}");
    };
    let mut tried = 0;
    each(|case| {
        if !case.legal && !matches!(case.of.as_str(), "survey" | "steps") {
            is_the_same(&added(&stored, &case.text), &case.name);
            // Both ways read with the same reader, and the longest texts take it long.
            if case.text.len() < 100_000 {
                is_the_same(&imported(&stored, &case.text), &case.name);
            }
            tried += 1;
        }
    });
    for at in 0..base("answer").trim_end().len() {
        let Some(cut) = base("answer").get(..at) else { continue };
        is_the_same(&imported(&stored, cut), &at.to_string());
        tried += 1;
    }
    assert!(tried > 2000, "{tried}");
}

/// A file as it is written.
fn written(file: &File) -> String {
    let survey = survey();
    match file {
        File::Wave(wave, own) => answers::write_whole(wave, own.as_ref(), &survey),
        File::Draft(own) => draft::write(own, &survey),
        File::Addendum(wave, own) => addendum::write(wave, own, &survey),
        File::Lens(own) => lens::answers::write(own, &survey),
    }
}

#[test]
fn what_is_odd_but_legal_is_kept_to_the_letter() {
    each(|case| {
        if case.legal {
            let files = read_all(&case.text, &survey()).0;
            let once = written(&files[0]);
            let again = read_all(&once, &survey()).0;
            assert_eq!(again, files, "{}", case.name);
            let tree = |text: &str| maturity_radar::document::Tree::parse(text).unwrap();
            assert_eq!(sorted(tree(&once)), sorted(tree(&case.text)), "{}", case.name);
        }
    });
}

/// The tree with its fields by name: what is kept stands behind what is known.
fn sorted(tree: maturity_radar::document::Tree) -> maturity_radar::document::Tree {
    use maturity_radar::document::Tree;
    match tree {
        Tree::Record(fields) => {
            let mut fields: Vec<_> = fields.into_iter().map(|(name, value)| (name, sorted(value))).collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            Tree::Record(fields)
        }
        Tree::List(entries) => Tree::List(entries.into_iter().map(sorted).collect()),
        other => other,
    }
}

#[test]
fn a_file_cut_at_any_byte_is_no_json() {
    for of in ["answer", "draft", "addendum", "history", "survey", "steps"] {
        let whole = base(of).trim_end();
        // The long documents are cut more coarsely: each cut is read from the start.
        let step = whole.len() / 5000 + 1;
        let mut cuts = 0;
        for at in (0..whole.len()).step_by(step).filter(|at| whole.is_char_boundary(*at)) {
            let case = Case {
                name: format!("{of} cut at {at}"),
                of: of.to_owned(),
                text: whole[..at].to_owned(),
                legal: false,
            };
            let (files, problems) = read(&case);
            assert_eq!((files, told(&problems)), (0, vec!["json_syntax ".to_owned()]), "{}", case.name);
            are_well_told(&case.name, &problems);
            cuts += 1;
        }
        assert!(cuts >= 500, "{of}: {cuts}");
    }
}

#[test]
fn a_text_beyond_five_megabytes_is_not_looked_at() {
    let text = |bytes: usize| [base("answer"), &" ".repeat(bytes - base("answer").len())].concat();
    assert_eq!(read_all(&text(5_000_000), &survey()).1, []);
    let (files, problems) = read_all(&text(5_000_001), &survey());
    assert_eq!((files.len(), problems[0].code, problems[0].pointer.as_str()), (0, Code::TooLarge, ""));
}

#[test]
fn what_is_sound_is_taken_however_many_problems_stand_before_it() {
    let other = base("answer").replace("2025-11-21-k3x", "another");
    let lot = ["[", &"null,".repeat(500), base("answer"), ",", &r#"{"format": 7},"#.repeat(500), &other, "]"]
        .concat();
    let (files, problems) = read_all(&lot, &survey());
    assert_eq!((files.len(), problems.len()), (2, 101));
    assert_eq!((problems[100].code, problems[100].pointer.as_str()), (Code::TooLarge, "/100"));
    let (files, problems) = read_all(&["[", &"null,".repeat(50), base("answer"), "]"].concat(), &survey());
    assert_eq!((files.len(), problems.len()), (1, 50));
}

/// The code, pointer and number of the problems of a text.
fn refused(text: &str) -> (Code, String, usize) {
    let (files, problems) = read_all(text, &survey());
    assert!(files.is_empty());
    are_well_told(&text[..40], &problems);
    (problems[0].code, problems[0].pointer.clone(), problems.len())
}

#[test]
fn a_text_that_holds_more_than_any_file_is_refused_before_it_is_read_to_its_end() {
    let list = |entries: usize| ["[", &"7,".repeat(entries - 1), "7]"].concat();
    let object = |entries: usize| {
        ["{", &(1..entries).map(|at| format!("\"k{at}\":7,")).collect::<String>(), "\"k\":7}"].concat()
    };
    // A list of numbers is no list of files: each of them is a problem, up to the last one told.
    assert_eq!(refused(&list(10_000)), (Code::WrongType, "/0".to_owned(), 101));
    for text in [list(10_001), object(10_001), ["[", &list(10_001), "]"].concat()] {
        assert_eq!(refused(&text), (Code::TooLarge, String::new(), 1));
        // What is stored, and a survey, are read whatever they hold.
        assert!(maturity_radar::document::Tree::parse(&text).is_ok());
    }
    assert_eq!(refused(&object(10_000)).0, Code::Missing);
    // 14 lists of 9,999 numbers are 140,001 values with the list around them.
    let lists =
        |last: usize| ["[", &[list(9_999), ",".to_owned()].concat().repeat(14), &list(last), "]"].concat();
    assert_eq!(refused(&lists(9_998)), (Code::WrongType, "/0".to_owned(), 15));
    assert_eq!(refused(&lists(9_999)), (Code::TooLarge, String::new(), 1));
    // Nothing behind it is looked at, not even whether it is JSON.
    assert_eq!(refused(&["[", &"7,".repeat(20_000), "no JSON"].concat()).0, Code::TooLarge);
}

#[test]
fn in_a_large_document_fewer_problems_are_told_as_the_way_to_them_is_long() {
    let large = ["[", &["[", &"0,".repeat(9_000), "0],"].concat().repeat(16), "0]"].concat();
    let told = |before: &str| {
        let wrong = ["\"continues\":[", &"7,".repeat(50)].concat();
        let own = base("draft").replacen("\"continues\":[", &wrong, 1);
        read_all(&own.replacen('{', &["{\"x\":", before, ","].concat(), 1), &survey()).1
    };
    assert_eq!(told("0").len(), 50);
    let few = told(&large);
    assert!((1..10).contains(&few.len()), "{}", few.len());
    assert_eq!(few[..], told("0")[..few.len()]);
}

#[test]
fn a_name_that_stands_twice_among_many_is_found_wherever_it_stands() {
    let fields = |at: usize, name: &str| {
        let names = (0..3_000).map(|own| if own == at { name.to_owned() } else { format!("k{own}") });
        ["{", &names.map(|own| format!("\"{own}\":0")).collect::<Vec<_>>().join(","), "}"].concat()
    };
    assert_eq!(refused(&fields(7, "k2999")).0, Code::DuplicateKey);
    assert_eq!(refused(&fields(2_999, "k2998")).0, Code::DuplicateKey);
    assert_eq!(refused(&fields(40, "\\u006b20")).0, Code::DuplicateKey);
    assert_eq!(refused(&fields(40, "K20")).0, Code::Missing);
}
