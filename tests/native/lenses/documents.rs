//! Lens documents: the shipped ones are whole, and a fault in one is named with its place.

use super::{Kind, lens};
use crate::profiles::{SURVEY, survey};
use crate::tidy::literals_of_rust;
use crate::trees::{at, fields, other_kind, told, tree, with, without};
use maturity_radar::document::lens::read_tree;
use maturity_radar::document::survey::read_tree as read_survey;
use maturity_radar::document::{Code, Tree};
use maturity_radar::lens::{Rows, wording};

fn problems(document: &Tree) -> Vec<String> {
    match read_tree(document, &survey()) {
        Ok(_) => Vec::new(),
        Err(problems) => told(&problems),
    }
}

#[test]
fn the_survey_names_its_lenses_and_older_ones_name_none() {
    let named: Vec<_> = survey().lenses.iter().map(|own| own.id.clone()).collect();
    assert_eq!(named, Kind::ALL.map(|kind| lens(kind).id));
    for link in &survey().lenses {
        assert!(link.document.starts_with("three-roles.lens-") && link.document.ends_with(".en.json"));
    }
    assert_eq!(read_survey(&without(&tree(SURVEY), "/lenses")).unwrap().lenses, []);
    let broken = with(&tree(SURVEY), "/lenses/1/document", Tree::Number(1.0));
    assert_eq!(told(&read_survey(&broken).unwrap_err()), ["wrong_type /lenses/1/document"]);
}

#[test]
fn every_part_and_element_has_its_words_and_its_source() {
    let counts = Kind::ALL.map(|kind| {
        let own = lens(kind);
        for part in &own.parts {
            assert!(!part.name.is_empty(), "{}", part.id);
            let elements = matches!(part.rows, Rows::Elements | Rows::ElementsAndOwn);
            assert_eq!(part.elements.is_empty(), !elements, "{}", part.id);
            assert!(elements || !part.sources.is_empty(), "{}", part.id);
            for element in &part.elements {
                assert!(!element.text.is_empty() && !element.sources.is_empty(), "{:?}", element.id);
                assert!(["S", "J"].contains(&element.basis.as_str()), "{:?}", element.id);
                assert!(element.sources.iter().all(|own_source| own.source(&own_source.source).is_some()));
            }
        }
        assert!(own.basis.iter().all(|own| own.basis == "J"), "thresholds of lenses are judgements");
        (own.parts.len(), own.parts.iter().map(|part| part.elements.len()).sum::<usize>())
    });
    assert_eq!(counts, [(5, 18), (5, 50), (17, 89), (2, 19)]);
}

/// A text nobody says is a mistake as much as one that is missing, which the reader tells.
#[test]
fn every_text_of_a_page_is_said() {
    for (kind, names) in [
        (Kind::DecisionSpeed, wording::DecisionSpeed::ALL),
        (Kind::Martech, wording::Martech::ALL),
        (Kind::OperatingModel, wording::OperatingModel::ALL),
        (Kind::Abm, wording::Abm::ALL),
    ] {
        let document = tree(kind.document());
        let page = document.get("ui").and_then(|ui| ui.get("page"));
        let Some(Tree::Record(texts)) = page else { panic!("{kind:?}: {page:?}") };
        for (name, text) in texts {
            let forms = if let Tree::List(forms) = text { forms.len() } else { 1 };
            assert!(names.contains(&(name.as_str(), forms)), "{kind:?}: {name} of {forms}");
        }
        assert_eq!(texts.len(), names.len(), "{kind:?}");
    }
}

/// What the reader leaves aside: words for makers of surveys, and lists the parts repeat where they are used.
fn is_left_aside(pointer: &str) -> bool {
    const ENDS: [&str; 7] = ["/code", "/text_rev", "/since", "/status", "/points_to", "/value", "/sign"];
    const LISTS: [&str; 4] =
        ["/columns", "/local_difference", "/placements/0/label", "/ui/checklist/options"];
    let of_item =
        !pointer.starts_with("/parts/") && (pointer.ends_with("/type") || pointer.contains("/allow"));
    of_item
        || ENDS.iter().any(|end| pointer.ends_with(end))
        || LISTS.iter().any(|list| pointer.starts_with(list))
}

#[test]
fn any_fault_is_named_with_its_place() {
    let (mut tried, mut taken) = (0, Vec::new());
    for kind in Kind::ALL {
        let document = tree(kind.document());
        for pointer in fields(&document).into_iter().filter(|pointer| !is_left_aside(pointer)) {
            let changed = with(&document, &pointer, other_kind(at(&mut document.clone(), &pointer)));
            if problems(&changed).is_empty() {
                taken.push(pointer);
            }
            tried += 1;
        }
    }
    assert_eq!(taken, [""; 0]);
    assert!(tried > 400, "{tried}");
}

#[test]
fn references_and_ranges_are_checked() {
    for (kind, pointer, value, expected) in [
        (Kind::DecisionSpeed, "/format", "\"x\"", "other_format /format"),
        (Kind::DecisionSpeed, "/format_version", "\"2.0\"", "newer_version /format_version"),
        (Kind::DecisionSpeed, "/model/id", "\"another\"", "other_survey /model/id"),
        (Kind::DecisionSpeed, "/feeds/0", "\"x.y\"", "unknown_reference /feeds/0"),
        (Kind::DecisionSpeed, "/kind", "\"horoscope\"", "out_of_range /kind"),
        (Kind::DecisionSpeed, "/parts/1/id", "\"layers\"", "duplicate_id /parts/1/id"),
        (Kind::DecisionSpeed, "/parts/0/rows", "\"many\"", "out_of_range /parts/0/rows"),
        (Kind::DecisionSpeed, "/parts/1/of", "\"nothing\"", "missing /nothing"),
        (Kind::DecisionSpeed, "/decisions/1/id", "\"ds.d.reply\"", "duplicate_id /decisions/1/id"),
        (Kind::DecisionSpeed, "/decisions/0/basis", "\"X\"", "out_of_range /decisions/0/basis"),
        (Kind::DecisionSpeed, "/decisions/0/source/0/source", "\"F9\"", "unknown_reference /sources"),
        (Kind::DecisionSpeed, "/parameters/late", "0", "out_of_range /parameters/late"),
        (Kind::DecisionSpeed, "/units/0/written", "[\"{n} min\"]", "out_of_range /units/0/written"),
        (Kind::DecisionSpeed, "/ui/page/cases", "[\"{n} case\"]", "out_of_range /ui/page/cases"),
        (Kind::Martech, "/platforms/0/floor", "80", "unknown_reference /platforms/0/floor"),
        (Kind::Martech, "/platforms/0/phi", "1.2", "out_of_range /platforms/0/phi"),
        (Kind::OperatingModel, "/local/0/major", "\"X\"", "out_of_range /local/0/major"),
        (Kind::OperatingModel, "/helix/0/expected", "\"both\"", "out_of_range /helix/0/expected"),
        (Kind::OperatingModel, "/gates/0/entry", "\"om.n.x\"", "unknown_reference /gates/0/entry"),
        (Kind::OperatingModel, "/gates/0/gate", "\"go\"", "missing /ui/gates/go"),
        (Kind::Abm, "/structures/0/weights/span", "-1", "out_of_range /structures/0/weights/span"),
        (Kind::Abm, "/structures/0/gates/x", "1", "unknown_reference /structures/0/gates/x"),
        (Kind::Abm, "/compatible_pairs/0/0", "\"x\"", "unknown_reference /compatible_pairs/0/0"),
        (Kind::Abm, "/readiness_rules/index/0", "\"ab.x\"", "unknown_reference /readiness_rules/index/0"),
    ] {
        let found = problems(&with(&tree(kind.document()), pointer, tree(value)));
        assert!(found.iter().any(|own| own == expected), "{kind:?} {pointer}: {found:?}");
    }
    let found = problems(&without(&tree(Kind::DecisionSpeed.document()), "/ui/states/late"));
    assert_eq!(found, ["missing /ui"]);
    let found = problems(&without(&tree(Kind::Abm.document()), "/ui/page/best"));
    assert_eq!(found, ["missing /ui/page/best"]);
    assert_eq!(Code::Missing.name(), "missing");
}

#[test]
fn no_element_of_a_lens_is_named_in_rust() {
    let literals = literals_of_rust();
    let mut tried = 0;
    for kind in Kind::ALL {
        for part in lens(kind).parts {
            for element in part.elements {
                assert!(!literals.iter().any(|own| own.contains(element.id.as_str())), "{:?}", element.id);
                tried += 1;
            }
        }
    }
    let abm = tree(Kind::Abm.document());
    let Some(Tree::List(structures)) = abm.get("structures") else { panic!("a list") };
    for structure in structures {
        let Some(Tree::Text(key)) = structure.get("key") else { panic!("a key") };
        assert!(!literals.iter().any(|own| own == key), "{key}");
        tried += 1;
    }
    assert!(tried > 170 && literals.len() > 1000, "{tried} {}", literals.len());
}
