//! JSON text: what is read and refused is what another reader reads and refuses, and what is written reads back.

use super::profiles::cases;
use maturity_radar::document::{Code, Tree, Writer};
use proptest::prelude::*;

/// The same value as another reader has it.
fn twin(value: &serde_json::Value) -> Tree {
    match value {
        serde_json::Value::Null => Tree::Null,
        serde_json::Value::Bool(value) => Tree::Bool(*value),
        serde_json::Value::Number(number) => Tree::Number(number.as_f64().unwrap()),
        serde_json::Value::String(text) => Tree::text(text),
        serde_json::Value::Array(items) => Tree::List(items.iter().map(twin).collect()),
        serde_json::Value::Object(fields) => {
            Tree::Record(fields.iter().map(|(name, value)| (name.clone(), twin(value))).collect())
        }
    }
}

/// The tree with its fields by name and its numbers to the last bit.
fn plain(tree: Tree) -> Tree {
    match tree {
        Tree::Number(value) => Tree::Text(format!("{:016x}", (value + 0.0).to_bits())),
        Tree::List(items) => Tree::List(items.into_iter().map(plain).collect()),
        Tree::Record(mut fields) => {
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            Tree::Record(fields.into_iter().map(|(name, value)| (name, plain(value))).collect())
        }
        other => other,
    }
}

fn any_tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Bool),
        (0..1_000_000_u32).prop_map(|number| Tree::Number(f64::from(number) / 1024.0)),
        any::<i32>().prop_map(|whole| Tree::Number(f64::from(whole))),
        proptest::num::f64::ANY.prop_filter("finite", |value| value.is_finite()).prop_map(Tree::Number),
        ".{0,9}".prop_map(Tree::Text),
        "[\"\\\\\u{0}\n\t\u{1f}/é漢𝄞]{0,9}".prop_map(Tree::Text),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Tree::List),
            proptest::collection::btree_map("[a-z\"é]{0,3}", inner, 0..5)
                .prop_map(|fields| Tree::Record(fields.into_iter().collect())),
        ]
    })
}

fn alike(text: &str) -> Result<(), TestCaseError> {
    match (Tree::parse(text), serde_json::from_str(text)) {
        (Ok(own), Ok(other)) => prop_assert_eq!(plain(own), plain(twin(&other)), "{}", text),
        (Err(problem), other) if problem.code == Code::JsonSyntax => prop_assert!(other.is_err(), "{}", text),
        (Err(problem), _) => prop_assert_eq!(problem.code, Code::DuplicateKey),
        (Ok(_), Err(problem)) => prop_assert!(false, "{}: {}", text, problem),
    }
    Ok(())
}

/// The number that a text is read as here.
fn number(text: &str) -> Option<f64> {
    match Tree::parse(text) {
        Ok(Tree::Number(value)) => Some(value),
        _ => None,
    }
}

/// The number that Rust itself reads, where it is one.
fn rounded(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|value| value.is_finite())
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_is_written_reads_back_here_and_elsewhere(tree in any_tree()) {
        let text = tree.write();
        let other: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(plain(twin(&other)), plain(tree.clone()));
        prop_assert_eq!(plain(Tree::parse(&text).unwrap()), plain(tree));
    }

    #[test]
    fn any_text_is_read_or_refused_alike(
        scraps in proptest::collection::vec(
            prop_oneof![
                "[\\[\\]{},:\" \n\\\\]", "-?[0-9]{1,25}(\\.[0-9]{0,25})?([eE][+-]?[0-9]{0,3})?", "true|null|nul|0x1|01|\\+1|\\.5",
                "\"[a-zé]{0,2}\"", "\"\\\\[\"\\\\/bfnrtuxU]\"", "\"\\\\u[0-9a-fA-Fx]{4}\"",
                "\"\\\\ud[89a-f][0-9]{2}(\\\\ud[a-f][0-9]{2})?\"",
            ],
            0..6,
        ),
    ) {
        alike(&scraps.concat())?;
        alike(&["[", &scraps.join(","), "]"].concat())?;
        alike(&["{\"a\":", &scraps.concat(), "}"].concat())?;
    }

    #[test]
    fn any_digits_are_rounded_as_elsewhere(text in "[0-9]{1,40}(\\.[0-9]{1,40})?(e-?[0-9]{1,3})?") {
        let text = text.trim_start_matches('0');
        let text = if text.starts_with(|first: char| first.is_ascii_digit()) { text.to_owned() } else { ["0", text].concat() };
        prop_assert_eq!(number(&text).map(f64::to_bits), rounded(&text).map(f64::to_bits), "{}", text);
    }

    #[test]
    fn a_number_is_written_with_as_many_digits_as_it_needs(bits in any::<u64>(), digits in 0..1_000_000_u32, places in 0..9_i32) {
        let short = f64::from(digits) / 10_f64.powi(places);
        let long = f64::from_bits(bits);
        for value in [short, -short, long, 1.0 / short, f64::from_bits(short.to_bits() + 1)] {
            let text = Tree::Number(value).write();
            if value.is_finite() {
                let (size, exact) = (value.abs(), text.parse::<f64>().ok());
                prop_assert_eq!(exact, Some(value), "{}", &text);
                prop_assert!(text.len() <= value.to_string().len().max(5), "{} {}", text, value);
                let digits = |text: &str| text.split('e').next().map_or(0, |own| own.replace('.', "").trim_matches(['-', '0']).len());
                let needed = digits(&format!("{value:e}"));
                prop_assert!(digits(&text) == needed || (1.0..1e19).contains(&size), "{} {}", text, value);
                prop_assert_eq!(number(&text).map(f64::to_bits), Some((value + 0.0).to_bits()), "{}", &text);
            } else {
                prop_assert_eq!(text, "null");
            }
        }
    }
}

#[test]
fn numbers_are_rounded_once_wherever_they_lie() {
    let long = |digits: &str, zeros: usize| [digits, &"0".repeat(zeros), "1"].concat();
    let tiny = format!("{:.1074}", f64::from_bits(1));
    let mut texts: Vec<String> = [
        "9007199254740993",
        "9007199254740993.0",
        "9007199254740992.9999999999999999999",
        "1e23",
        "8.5e22",
        "1e22",
        "1e-22",
        "1e-23",
        "5e-324",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "2e-324",
        "1e-400",
        "0e999999999999",
        "2.2250738585072011e-308",
        "2.2250738585072014e-308",
        "2.225073858507201136e-308",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e308",
        "1e309",
        "123456789012345678901234567890e-30",
        "0.1e1",
        "36028797018963969",
        "36028797018963972",
        "0.30000000000000004",
        "1e-99999999999999999999",
        "17976931348623157e292",
    ]
    .map(str::to_owned)
    .into();
    // Ties, and what is a hair above them.
    texts.extend(
        ["9007199254740993", "9007199254740995", "36028797018963972", "72057594037927944"]
            .map(|tie| long(&[tie, "."].concat(), 900)),
    );
    texts.extend([
        tiny.clone(),
        [&tiny, "e10"].concat(),
        ["0.", &"0".repeat(1000), "7e1000"].concat(),
        ["7", &"0".repeat(1000), "e-1000"].concat(),
    ]);
    for text in texts {
        assert_eq!(number(&text).map(f64::to_bits), rounded(&text).map(f64::to_bits), "{text}");
    }
}

#[test]
fn a_writer_puts_commas_where_they_belong() {
    let mut json = Writer::default();
    json.open("");
    json.text("a", "x{");
    json.open_list("b");
    json.count("", 1);
    json.null("");
    json.open("");
    json.close();
    json.raw("", "[]");
    json.close_list();
    json.number("c", 0.1 + 0.2);
    json.flag("d", true);
    json.close();
    let expected = r#"{"a":"x{","b":[1,null,{},[]],"c":0.30000000000000004,"d":true}"#;
    assert_eq!(json.into_text(), expected);
}
