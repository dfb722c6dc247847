//! Elements without the `html!` macro.
//!
//! Each call site of the macro is compiled anew, and the results page has hundreds of elements; these few
//! functions draw the same elements with a fraction of the code.

use yew::Html;
use yew::virtual_dom::{AttrValue, AttributeOrProperty, Attributes, VList, VTag, VText};

/// An element with a class (none if empty) and children.
pub fn el(tag: &'static str, class: impl Into<AttrValue>, children: Vec<Html>) -> Html {
    let class = class.into();
    if class.is_empty() {
        return with(tag, &[], Vec::new(), children);
    }
    with(tag, &["class"], vec![class], children)
}

/// An element with attributes, their names and values in the same order, and children.
pub fn with(
    tag: &'static str,
    names: &'static [&'static str],
    values: Vec<AttrValue>,
    children: Vec<Html>,
) -> Html {
    let mut element = VTag::new(tag);
    let values = values.into_iter().map(|value| Some(AttributeOrProperty::Attribute(value))).collect();
    element.set_attributes(Attributes::Dynamic { keys: names, values });
    element.add_children(children);
    element.into()
}

/// A text.
pub fn text(value: impl Into<AttrValue>) -> Html {
    VText::new(value).into()
}

/// Several nodes side by side.
pub fn all(children: Vec<Html>) -> Html {
    VList::with_children(children, None).into()
}
