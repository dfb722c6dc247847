//! Time and chance, read here and nowhere else.

use crate::history::Date;

/// Milliseconds since 1970.
pub fn now_ms() -> f64 {
    js_sys::Date::now()
}

/// The day where the person is.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let (month, day) = (now.get_month() as u8 + 1, now.get_date() as u8);
    Date::new(now.get_full_year() as u16, month, day).unwrap_or_default()
}

/// A random number.
pub fn chance() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
