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

/// This instant in UTC as calendars write it: `20261122T101500Z`.
#[cfg(feature = "results")]
pub fn stamp() -> String {
    let text = String::from(js_sys::Date::new_0().to_iso_string());
    let seconds = text.split('.').next().unwrap_or_default();
    [&seconds.replace(['-', ':'], ""), "Z"].concat()
}

/// A random number.
pub fn chance() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}
