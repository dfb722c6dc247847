//! Rows in the order of a figure.

/// Puts rows in order by a figure, the lowest first; rows alike stay as they were. For the few rows of a lens, and
/// in few bytes: every sort of the standard library is several hundred of its own in the program.
pub(crate) fn lowest_first<T>(rows: &mut [T], figure: impl Fn(&T) -> f64) {
    for end in 1..rows.len() {
        let mut at = end;
        while let Some([before, own]) = rows.get(at.wrapping_sub(1)..=at)
            && figure(own).total_cmp(&figure(before)).is_lt()
        {
            rows.swap(at - 1, at);
            at -= 1;
        }
    }
}
