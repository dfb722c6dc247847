//! Changes documents by JSON pointer, to see what their readers make of it.

use maturity_radar::document::{Problem, Tree};

/// JSON text as a tree.
pub fn tree(text: &str) -> Tree {
    Tree::parse(text).unwrap_or_else(|problem| panic!("{problem}: {text}"))
}

/// What stands at a pointer.
pub fn at<'a>(tree: &'a mut Tree, pointer: &str) -> &'a mut Tree {
    pointer.split('/').skip(1).fold(tree, |tree, step| match tree {
        Tree::Record(fields) => {
            let field = fields.iter_mut().find(|(name, _)| name == step);
            &mut field.unwrap_or_else(|| panic!("no {step} in {pointer}")).1
        }
        Tree::List(items) => &mut items[step.parse::<usize>().expect("an index")],
        _ => panic!("nothing below {step} in {pointer}"),
    })
}

/// The document with something else at a pointer. A field that is not there yet is added.
pub fn with(document: &Tree, pointer: &str, value: Tree) -> Tree {
    let mut changed = document.clone();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    match at(&mut changed, parent) {
        Tree::Record(fields) => match fields.iter_mut().find(|(own, _)| own == name) {
            Some((_, old)) => *old = value,
            None => fields.push((name.to_owned(), value)),
        },
        parent => *at(parent, &["/", name].concat()) = value,
    }
    changed
}

/// The document without the field or entry at a pointer.
pub fn without(document: &Tree, pointer: &str) -> Tree {
    let mut changed = document.clone();
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    match at(&mut changed, parent) {
        Tree::Record(fields) => fields.retain(|(own, _)| own != name),
        Tree::List(items) => drop(items.remove(name.parse().expect("an index"))),
        _ => panic!("nothing below {parent}"),
    }
    changed
}

/// Pointers to every field, going down into the first entry of each list only.
pub fn fields(tree: &Tree) -> Vec<String> {
    let mut found = Vec::new();
    collect(tree, "", &mut found);
    found
}

fn collect(tree: &Tree, pointer: &str, found: &mut Vec<String>) {
    match tree {
        Tree::Record(fields) => {
            for (name, value) in fields {
                let pointer = [pointer, "/", name].concat();
                found.push(pointer.clone());
                collect(value, &pointer, found);
            }
        }
        Tree::List(items) => {
            if let Some(first) = items.first() {
                collect(first, &[pointer, "/0"].concat(), found);
            }
        }
        _ => {}
    }
}

/// A value of another kind than the one given.
pub fn other_kind(tree: &Tree) -> Tree {
    match tree {
        Tree::Text(_) => Tree::Bool(true),
        Tree::Number(_) => Tree::text("7"),
        _ => Tree::Number(7.0),
    }
}

/// Problems as `code pointer`, in the order in which they were found.
pub fn told(problems: &[Problem]) -> Vec<String> {
    problems.iter().map(|problem| [problem.code.name(), " ", &problem.pointer].concat()).collect()
}

/// The document after a list of additions and replacements (RFC 6902); `-` is the place after the last entry.
pub fn patched(document: &Tree, patch: &Tree) -> Tree {
    let Tree::List(steps) = patch else { panic!("a list of changes") };
    steps.iter().fold(document.clone(), |mut document, step| {
        let text = |name: &str| match step.get(name) {
            Some(Tree::Text(text)) => text.as_str(),
            other => panic!("{name}: {other:?}"),
        };
        let value = step.get("value").expect("a value").clone();
        match text("path").strip_suffix("/-") {
            Some(parent) => match at(&mut document, parent) {
                Tree::List(entries) => entries.push(value),
                other => panic!("not a list: {other:?}"),
            },
            None => {
                if text("op") == "replace" {
                    at(&mut document, text("path"));
                }
                document = with(&document, text("path"), value);
            }
        }
        document
    })
}
