//! Time and chance as a session knows them, and the names made out of both.

use crate::answers::AnchorOrder;
use crate::history::{Date, Respondent};

/// When something happened, with a random number drawn for it: the only time and chance a session knows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub ms: f64,
    /// The day where the person is.
    pub day: Date,
    /// A random number.
    pub chance: u32,
}

impl Moment {
    /// A name that no other moment has, out of letters and digits; names sort as their moments do.
    fn name(self) -> String {
        let mut name = String::new();
        for mut number in [u64::from(self.chance), self.ms as u64] {
            while number > 0 {
                if let Some(digit) = char::from_digit((number % 36) as u32, 36) {
                    name.insert(0, digit);
                }
                number /= 36;
            }
        }
        name
    }

    /// The name of a wave begun now.
    pub fn wave_id(self) -> String {
        [&self.day.iso(), "-", &self.name()].concat()
    }

    /// The name of an assessment begun now.
    #[cfg(feature = "results")]
    pub(super) fn assessment(self) -> String {
        ["a-", &self.name()].concat()
    }

    /// A person met for the first time, with the order of anchors drawn once (model 1.2.2).
    pub(super) fn respondent(self) -> Respondent {
        let anchor_order =
            if self.chance.is_multiple_of(2) { AnchorOrder::Rising } else { AnchorOrder::Falling };
        Respondent {
            id: Some(["r-", &self.name()].concat()),
            group: None,
            anchor_order,
            #[cfg(feature = "results")]
            people: None,
            #[cfg(feature = "results")]
            median_deviation: None,
        }
    }
}
