//! Interface words, in one place by language; what the survey asks is not among them.
//!
//! A language is a table of words and a way to write numbers and dates. The tables are structs, so that a
//! language with a missing word does not compile.

mod answering;
#[cfg(feature = "results")]
mod carry;
mod en;
#[cfg(feature = "results")]
mod lens;
#[cfg(feature = "results")]
mod plan;
#[cfg(feature = "results")]
mod results;
mod shell;
#[cfg(feature = "results")]
mod targets;
#[cfg(feature = "results")]
mod team;
#[cfg(feature = "results")]
mod waves;

pub use answering::Answering;
#[cfg(feature = "results")]
pub use carry::Carry;
#[cfg(feature = "results")]
pub use lens::{Form, Lens};
#[cfg(feature = "results")]
pub use plan::Plan;
#[cfg(feature = "results")]
pub use results::Results;
pub use shell::Shell;
#[cfg(feature = "results")]
pub use targets::Targets;
#[cfg(feature = "results")]
pub use team::Team;
#[cfg(feature = "results")]
pub use waves::Waves;

use crate::history::Date;

/// Every word of the interface in one language.
#[derive(Debug)]
pub struct Words {
    /// Frame, welcome, data, method, notices.
    pub shell: Shell,
    /// Questions and review.
    pub answering: Answering,
    /// Results and change.
    #[cfg(feature = "results")]
    pub results: Results,
    /// The same where two waves of the person's choice are compared.
    #[cfg(feature = "results")]
    pub pair: Results,
    /// Own targets.
    #[cfg(feature = "results")]
    pub targets: Targets,
    /// The history.
    #[cfg(feature = "results")]
    pub waves: Waves,
    /// The plan.
    #[cfg(feature = "results")]
    pub plan: Plan,
    /// Several people.
    #[cfg(feature = "results")]
    pub team: Team,
    /// Files, link, pictures, report.
    #[cfg(feature = "results")]
    pub carry: Carry,
    /// The lenses.
    #[cfg(feature = "results")]
    pub lens: Lens,
}

/// How a language writes figures. The browser brings these from Intl; tests bring plain ones.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// A number with at most (`false`) or exactly (`true`) this many decimals, with a true minus sign.
    pub number: fn(lang: &str, value: f64, decimals: u8, fixed: bool) -> String,
    /// A share from 0 to 100 as a whole percentage.
    pub percent: fn(lang: &str, percent: f64) -> String,
    /// A day, written out.
    pub date: fn(lang: &str, date: Date) -> String,
    /// The time of day of an instant in milliseconds since 1970.
    pub time: fn(lang: &str, at_ms: f64) -> String,
}

/// A language, ready to use.
#[derive(Clone, Copy, Debug)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// Its words.
    pub words: &'static Words,
    /// How it writes figures.
    pub format: Format,
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Language {
    /// The language that fits a BCP 47 tag best; English where there is none.
    pub fn of(_tag: &str, format: Format) -> Self {
        Self { tag: "en", rtl: false, words: &en::WORDS, format }
    }

    /// A figure with one decimal, as in tables: `62.5`.
    pub fn figure(&self, value: f64) -> String {
        (self.format.number)(self.tag, value, 1, true)
    }

    /// A figure with a decimal only where it has one, as in charts: `62.5`, `50`.
    pub fn short(&self, value: f64) -> String {
        (self.format.number)(self.tag, value, 1, false)
    }

    /// A whole number.
    pub fn whole(&self, value: f64) -> String {
        (self.format.number)(self.tag, value, 0, true)
    }

    /// A change with its sign and one decimal: `+15.6`; `0.0` for none.
    pub fn signed(&self, value: f64) -> String {
        let text = self.figure(value);
        if value >= 0.05 { ["+", &text].concat() } else { text }
    }

    /// A percentage.
    pub fn percent(&self, value: f64) -> String {
        (self.format.percent)(self.tag, value)
    }

    /// A day, written out.
    pub fn date(&self, date: Date) -> String {
        (self.format.date)(self.tag, date)
    }

    /// A time of day.
    pub fn time(&self, at_ms: f64) -> String {
        (self.format.time)(self.tag, at_ms)
    }
}

/// Fills the named placeholders of a message: `{role}` and the like.
pub fn fill(message: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = message;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let named = after
            .split_once('}')
            .and_then(|(name, after)| Some((values.iter().find(|(own, _)| *own == name)?.1, after)));
        let (value, after) = named.unwrap_or(("{", after));
        text.push_str(value);
        rest = after;
    }
    text.push_str(rest);
    text
}

/// The plain way to write figures, without a browser.
pub const PLAIN: Format =
    Format { number: plain_number, percent: plain_percent, date: plain_date, time: plain_time };

fn plain_number(_lang: &str, value: f64, decimals: u8, fixed: bool) -> String {
    let scale = 10_f64.powi(i32::from(decimals));
    let scaled = (value.abs() * scale).round();
    let (whole, rest) = ((scaled / scale).floor(), (scaled % scale) as u32);
    let mut text = (whole as i64).to_string();
    if decimals > 0 && (fixed || rest > 0) {
        let digits = rest.to_string();
        text.push('.');
        text.push_str(&"0".repeat(usize::from(decimals) - digits.len().min(usize::from(decimals))));
        text.push_str(if fixed { &digits } else { digits.trim_end_matches('0') });
    }
    if value < 0.0 && scaled > 0.0 {
        text.insert(0, '\u{2212}');
    }
    text
}

fn plain_percent(lang: &str, percent: f64) -> String {
    [&plain_number(lang, percent, 0, true), "%"].concat()
}

fn plain_date(_lang: &str, date: Date) -> String {
    date.iso()
}

fn plain_time(_lang: &str, at_ms: f64) -> String {
    let minutes = (at_ms / 60_000.0) as u64 % (24 * 60);
    let two = |value: u64| if value < 10 { ["0", &value.to_string()].concat() } else { value.to_string() };
    [two(minutes / 60), two(minutes % 60)].join(":")
}
