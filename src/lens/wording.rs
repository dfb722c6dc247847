//! What the pages of results say: each text has a name here, and its words in `ui.page` of the lens document.
//!
//! Placeholders stand in braces. A text has one form, or as many as its name says: mostly one of it and many.

mod abm;
mod decision_speed;
mod martech;
mod operating_model;

pub use abm::Abm;
pub use decision_speed::DecisionSpeed;
pub use martech::Martech;
pub use operating_model::OperatingModel;

/// The name of a text, and how many forms it has.
pub type Named = (&'static str, usize);

/// A text of a page of results.
pub trait Saying {
    /// Its place among the texts of the page.
    fn place(self) -> usize;
}

/// The texts of a page of results, in the order of their names; each has all of its forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording(pub Vec<Vec<String>>);

impl Wording {
    /// A text, in the first of its forms.
    pub fn say(&self, saying: impl Saying) -> &str {
        let [form] = self.forms(saying);
        form
    }

    /// The forms of a text.
    pub fn forms<const N: usize>(&self, saying: impl Saying) -> [&str; N] {
        let own = self.0.get(saying.place()).map(Vec::as_slice).unwrap_or_default();
        std::array::from_fn(|at| own.get(at).map_or("", String::as_str))
    }
}

/// Declares the texts of a page: a name in code, how many forms it has, and its name in the document.
macro_rules! wording {
    ($(#[$said:meta])* $page:ident { $($saying:ident $forms:literal $name:literal,)* }) => {
        $(#[$said])*
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs)]
        pub enum $page { $($saying),* }

        impl $page {
            /// Every text of the page, in order.
            pub const ALL: &[super::Named] = &[$(($name, $forms)),*];
        }

        impl super::Saying for $page {
            fn place(self) -> usize {
                self as usize
            }
        }
    };
}
use wording;
