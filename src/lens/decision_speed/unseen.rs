//! Hours when nobody is there (model 4.1 C). They are calendar hours, and so stated apart.

use crate::lens::lowest_first;

/// The expected wait until somebody is there, in hours: sum of squared gaps by twice the week. `None` where a
/// gap is no length of time or all of them are longer than the week.
pub fn unseen(closed: &[f64], week: f64) -> Option<f64> {
    let fits = closed.iter().all(|gap| gap.is_finite() && *gap >= 0.0);
    let sum: f64 = closed.iter().sum();
    (fits && sum <= week).then(|| closed.iter().map(|gap| gap * gap).sum::<f64>() / (2.0 * week))
}

/// The lengths of the gaps between open hours, each a start and an end in hours since the week began; the week
/// goes round, so the gap over its end is one. `None` where hours run backwards, lie outside the week, or where
/// there are none at all.
pub fn closed_hours(open: &[[f64; 2]], week: f64) -> Option<Vec<f64>> {
    let fits = |[from, to]: &[f64; 2]| (0.0..=week).contains(from) && (0.0..=week).contains(to) && from < to;
    if open.is_empty() || !open.iter().all(fits) {
        return None;
    }
    let mut hours = open.to_vec();
    lowest_first(&mut hours, |[from, _]| *from);
    let first = hours.first().map_or(0.0, |[from, _]| *from);
    let mut closed = Vec::new();
    let mut end = first;
    for [from, to] in hours {
        if from > end {
            closed.push(from - end);
        }
        end = end.max(to);
    }
    let around = week - end + first;
    if around > 0.0 {
        closed.push(around);
    }
    Some(closed)
}
