//! What all lenses score alike: anchored items and checklists (model 4).

use super::Entry;

/// The mean of anchored items in points, 0 for the lowest anchor to 100 for the highest, over those that were
/// rated: each is a rating with the lowest and highest anchor. `None` of none.
pub fn anchored_mean(rated: impl IntoIterator<Item = (f64, [f64; 2])>) -> Option<f64> {
    let points = |(rating, [low, high]): (f64, [f64; 2])| {
        (high > low && (low..=high).contains(&rating)).then(|| (rating - low) * 100.0 / (high - low))
    };
    mean(rated.into_iter().filter_map(points))
}

/// The rating of an anchored item with the ends of its scale; `NA` and `DK` are absent.
pub(super) fn rated(entry: &Entry) -> Option<(f64, [f64; 2])> {
    Some((entry.number("value")?, entry.element?.scale()?))
}

/// The mean; `None` of none.
pub(super) fn mean(values: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.into_iter().fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

/// A share in percent; `None` of nothing.
pub(super) fn share(part: f64, whole: f64) -> Option<f64> {
    (whole > 0.0).then(|| 100.0 * part / whole)
}

/// An answer to a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It is so.
    Yes,
    /// It is so in part.
    Partly,
    /// It is not so.
    No,
    /// It does not apply, and is left out.
    NotApplicable,
}

impl Mark {
    /// The answer of this name.
    pub fn of(name: &str) -> Option<Self> {
        match name {
            "yes" => Some(Self::Yes),
            "partly" => Some(Self::Partly),
            "no" => Some(Self::No),
            "na" => Some(Self::NotApplicable),
            _ => None,
        }
    }

    /// What it counts for, 0 to 1; nothing where it does not apply.
    pub fn weight(self) -> Option<f64> {
        match self {
            Self::Yes => Some(1.0),
            Self::Partly => Some(0.5),
            Self::No => Some(0.0),
            Self::NotApplicable => None,
        }
    }
}

/// A checklist as it was answered.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checked {
    /// Score by group, 0 to 100, in the order of the list; `None` where nothing of a group was answered.
    pub groups: Vec<(String, Option<f64>)>,
    /// Score of all entries.
    pub overall: Option<f64>,
    /// Entries that are partly so or not so.
    pub open: Vec<String>,
    /// Those of them that are to be settled first.
    pub must_open: Vec<String>,
}

/// Scores a checklist: yes 1, partly 0.5, no 0, `na` left out, times 100.
pub fn checklist(entries: &[Entry]) -> Checked {
    let mut read = Checked::default();
    let weight = |entry: &Entry| entry.mark("answer").and_then(Mark::weight);
    for entry in entries {
        let Some(element) = entry.element else { continue };
        if !read.groups.iter().any(|(own, _)| *own == element.group) {
            let of_group = |entry: &&Entry| entry.element.is_some_and(|other| other.group == element.group);
            let points = mean(entries.iter().filter(of_group).filter_map(weight)).map(|mean| mean * 100.0);
            read.groups.push((element.group.clone(), points));
        }
        if weight(entry).is_some_and(|weight| weight < 1.0) {
            read.open.push(entry.key.to_owned());
            if element.must {
                read.must_open.push(entry.key.to_owned());
            }
        }
    }
    read.overall = mean(entries.iter().filter_map(weight)).map(|mean| mean * 100.0);
    read
}
