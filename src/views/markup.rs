//! A pen that draws elements one stroke after the other.
//!
//! Each call site of `html!` is compiled anew and carries every node over the stack. Here nodes go straight
//! into the element that is open, and a single function turns everything into Yew's virtual tree.

mod message;
mod outside;
#[cfg(feature = "results")]
mod room;

use crate::session::Action;
use crate::words::Language;
pub use message::{Value, filled};
pub use outside::begin_headings_at;
#[cfg(feature = "results")]
pub use room::Room;
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::{onchange, onclick, oninput, onkeydown, onsubmit};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Listener, VList, VTag, VText};

/// Draws into the element that was opened last.
pub struct Pen<'a> {
    /// The language of the interface.
    pub language: &'a Language,
    /// Takes what happens.
    pub on_action: &'a Callback<Action>,
    /// The element that takes what is drawn; at first one that only holds what is drawn at the top.
    inner: Element,
    /// The elements around it, from the outermost on.
    outer: Vec<Element>,
    /// Elements that may still be begun before pieces of the page are left out.
    #[cfg(feature = "results")]
    room: usize,
    /// Whether one was left out.
    #[cfg(feature = "results")]
    is_short: bool,
}

/// An element that still takes attributes and children.
struct Element {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    children: Vec<Html>,
}

impl Element {
    fn new(name: &'static str) -> Self {
        Self { tag: VTag::new(name), names: Vec::new(), values: Vec::new(), children: Vec::new() }
    }
}

impl<'a> Pen<'a> {
    /// A pen that has drawn nothing yet.
    pub fn new(language: &'a Language, on_action: &'a Callback<Action>) -> Self {
        Self {
            language,
            on_action,
            inner: Element::new("body"),
            outer: Vec::new(),
            #[cfg(feature = "results")]
            room: usize::MAX,
            #[cfg(feature = "results")]
            is_short: false,
        }
    }

    /// All that was drawn.
    pub fn done(self) -> Html {
        together(self.inner.children)
    }

    /// An element with content. Its start is written like a selector, attributes in the order in which they
    /// are set: `p.mr-note mr-quiet#mr-hint[tabindex=-1]`.
    #[inline(always)]
    pub fn el(&mut self, start: &'static str, content: impl FnOnce(&mut Self)) {
        self.open(start);
        content(self);
        self.close();
    }

    /// An element with a text.
    pub fn put(&mut self, start: &'static str, text: &str) {
        self.open(start);
        self.text(text);
        self.close();
    }

    /// An element with a message whose placeholders are filled.
    pub fn say(&mut self, start: &'static str, message: &str, values: &[(&str, Value)]) {
        self.put(start, &filled(self.language, message, values));
    }

    /// A text.
    pub fn text(&mut self, text: &str) {
        self.html(VText::new(Rc::<str>::from(text)).into());
    }

    /// A node that was made elsewhere.
    pub fn html(&mut self, node: Html) {
        self.inner.children.push(node);
    }

    /// Nothing, where another draw may have a node: what stands beside it keeps its own place.
    pub fn keep_place(&mut self) {
        self.html(VList::new().into());
    }

    /// A node that is there at times. Otherwise its place is kept, so that its neighbours stay what they are.
    #[inline(always)]
    pub fn when(&mut self, shown: bool, node: impl FnOnce(&mut Self)) {
        if shown { node(self) } else { self.keep_place() }
    }

    /// Begins an element; [`Pen::el`] is the way to do so wherever its end is in sight.
    pub fn open(&mut self, start: &'static str) {
        #[cfg(feature = "results")]
        {
            self.room = self.room.saturating_sub(1);
        }
        let (name, mut rest) = cut(start);
        self.outer.push(std::mem::replace(&mut self.inner, Element::new(outside::at_level(name))));
        while !rest.is_empty() {
            let part;
            if let Some(pair) = rest.strip_prefix('[') {
                let (pair, after) = pair.split_once(']').unwrap_or((pair, ""));
                let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
                self.attribute(name, AttrValue::Static(value));
                rest = after;
            } else {
                let name = if rest.starts_with('#') { "id" } else { "class" };
                (part, rest) = cut(rest);
                self.attribute(name, AttrValue::Static(part.get(1..).unwrap_or_default()));
            }
        }
    }

    /// Ends the element that was begun last.
    pub fn close(&mut self) {
        if let Some(outer) = self.outer.pop() {
            let Element { mut tag, names, values, children } = std::mem::replace(&mut self.inner, outer);
            tag.set_attributes(Attributes::Dynamic { keys: shared(names), values: values.into() });
            if let Some(place) = tag.children_mut() {
                *place = together(children);
            }
            self.html(tag.into());
        }
    }

    /// Sets an attribute of the open element.
    pub fn set(&mut self, name: &'static str, value: &str) {
        self.attribute(name, AttrValue::Rc(value.into()));
    }

    fn attribute(&mut self, name: &'static str, value: AttrValue) {
        if let Some(part) = outside::part_of(name, &value) {
            self.attribute("part", AttrValue::Static(part));
        }
        self.inner.names.push(name);
        self.inner.values.push(Some(AttributeOrProperty::Attribute(value)));
    }

    /// Names the open element among its siblings, for as long as it is the same.
    pub fn key(&mut self, key: &str) {
        self.inner.tag.key = Some(key.into());
    }

    /// Lets others reach the open element.
    pub fn reach(&mut self, node: &NodeRef) {
        self.inner.tag.node_ref = node.clone();
    }

    /// What stands in the open field.
    pub fn value(&mut self, value: &str) {
        self.inner.tag.set_value(value.to_owned());
    }

    /// Whether the open radio or box is chosen.
    pub fn checked(&mut self, checked: bool) {
        self.inner.tag.set_checked(checked);
    }

    fn listen(&mut self, listener: Rc<dyn Listener>) {
        self.inner.tag.add_listener(listener);
    }

    /// Hears presses on the open element.
    pub fn on_click(&mut self, then: Callback<MouseEvent>) {
        self.listen(Rc::new(onclick::Wrapper::new(then)));
    }

    /// Hears what is typed into the open element.
    pub fn on_input(&mut self, then: Callback<InputEvent>) {
        self.listen(Rc::new(oninput::Wrapper::new(then)));
    }

    /// Hears that the open field holds something else.
    pub fn on_change(&mut self, then: Callback<Event>) {
        self.listen(Rc::new(onchange::Wrapper::new(then)));
    }

    /// Hears keys on the open element.
    pub fn on_key(&mut self, then: Callback<KeyboardEvent>) {
        self.listen(Rc::new(onkeydown::Wrapper::new(then)));
    }

    /// Hears the open form being sent.
    pub fn on_submit(&mut self, then: Callback<SubmitEvent>) {
        self.listen(Rc::new(onsubmit::Wrapper::new(then)));
    }

    /// Keeps Enter on the open control from reaching the step around it, where it would go on as well.
    pub fn own_enter(&mut self) {
        self.on_key(Callback::from(|event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.stop_propagation();
            }
        }));
    }

    /// A button with any content, which follows. Enter is its own, so that it never also continues the survey.
    fn open_button(&mut self, class: &str, then: Callback<MouseEvent>) {
        self.open("button");
        self.set("class", class);
        self.set("type", "button");
        self.on_click(then);
        self.own_enter();
    }

    /// A button that does something else than an action.
    pub fn press(&mut self, class: &str, text: &str, then: Callback<MouseEvent>) {
        self.open_button(class, then);
        self.text(text);
        self.close();
    }

    /// A button that says one thing.
    pub fn button(&mut self, class: &str, text: &str, action: Action) {
        self.open_action(class, action);
        self.text(text);
        self.close();
    }

    /// A button that says one thing, with any content.
    #[inline(always)]
    pub fn action(&mut self, class: &str, action: Action, content: impl FnOnce(&mut Self)) {
        self.open_action(class, action);
        content(self);
        self.close();
    }

    fn open_action(&mut self, class: &str, action: Action) {
        self.open_button(class, self.on_action.reform(move |_| action.clone()));
    }

    /// A radio that says one thing once it is chosen.
    pub fn radio(&mut self, group: &str, checked: bool, reached: Option<&NodeRef>, action: Action) {
        self.open("input[type=radio]");
        self.set("name", group);
        self.checked(checked);
        reached.into_iter().for_each(|node| self.reach(node));
        self.on_change(self.on_action.reform(move |_| action.clone()));
        self.close();
    }
}

fn together(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// Cuts before the next `.`, `#` or `[` that is not the first letter.
fn cut(start: &'static str) -> (&'static str, &'static str) {
    let sign = |letter: &u8| matches!(letter, b'.' | b'#' | b'[');
    let length = start.bytes().skip(1).take_while(|letter| !sign(letter)).count();
    start.split_at((length + 1).min(start.len()))
}

thread_local! {
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The same names as a list that lasts: Yew compares attributes by place where two drawings share one. There
/// are as many lists as forms of elements, so few that none is given back.
fn shared(names: Vec<&'static str>) -> &'static [&'static str] {
    NAMES.with_borrow_mut(|known| {
        if let Some(found) = known.iter().find(|own| **own == names.as_slice()) {
            return *found;
        }
        let kept: &'static [&'static str] = names.leak();
        known.push(kept);
        kept
    })
}
