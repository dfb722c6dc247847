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

/// The tree with its fields by name and its numbers to six digits.
fn plain(tree: Tree) -> Tree {
    match tree {
        // Readers differ in the last digit of seventeen.
        Tree::Number(value) => Tree::Text(format!("{:.5e}", value + 0.0)),
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
    fn a_number_is_written_with_as_many_digits_as_it_needs(bits in any::<u64>(), digits in 0..1_000_000_u32, places in 0..9_i32) {
        let short = f64::from(digits) / 10_f64.powi(places);
        let long = f64::from_bits(bits);
        for value in [short, -short, long, 1.0 / short, f64::from_bits(short.to_bits() + 1)] {
            let text = Tree::Number(value).write();
            let (size, exact) = (value.abs(), text.parse::<f64>().ok());
            if !value.is_finite() {
                prop_assert_eq!(text, "null");
            } else if !(1e-20..=1e19).contains(&size) {
                // No figure is as small or as large; what is written is near.
                prop_assert!((exact.unwrap() - value).abs() <= 1e-20_f64.max(size * 1e-12), "{} {}", text, value);
            } else {
                prop_assert_eq!(exact, Some(value), "{}", &text);
                prop_assert!(text.len() <= value.to_string().len() || size < 1e-5, "{} {}", text, value);
            }
        }
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
