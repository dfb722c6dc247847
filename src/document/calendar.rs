//! Appointments as an iCalendar file (RFC 5545), which any calendar takes in.

use crate::history::Date;
use crate::plan::Appointment;

/// Who wrote the file.
const PRODUCT: &str = "-//Maturity Radar//Maturity Radar//EN";
/// The most octets of a line, its end not counted (RFC 5545, 3.1).
const LINE: usize = 75;

/// Writes a calendar with these appointments. `stamp` is when that happens, in UTC, such as
/// `20261122T101500Z`.
pub fn write(appointments: &[Appointment], stamp: &str) -> String {
    let mut file = File::default();
    file.line("BEGIN", "VCALENDAR");
    file.line("VERSION", "2.0");
    file.line("PRODID", PRODUCT);
    file.line("CALSCALE", "GREGORIAN");
    for own in appointments {
        event(&mut file, own, stamp);
    }
    file.line("END", "VCALENDAR");
    file.text
}

fn event(file: &mut File, own: &Appointment, stamp: &str) {
    file.line("BEGIN", "VEVENT");
    file.escaped("UID", &own.uid);
    file.line("DTSTAMP", stamp);
    file.line("DTSTART;VALUE=DATE", &compact(own.day));
    // The end is the day after. Where no day is left, a whole day without an end says the same.
    let end = own.last_day.max(own.day).plus_days(1);
    if end > own.last_day.max(own.day) {
        file.line("DTEND;VALUE=DATE", &compact(end));
    }
    file.escaped("SUMMARY", &own.summary);
    if !own.description.is_empty() {
        file.escaped("DESCRIPTION", &own.description);
    }
    // A plan keeps nobody from being invited elsewhere.
    file.line("TRANSP", "TRANSPARENT");
    if let Some(days) = own.alarm_days_before {
        file.line("BEGIN", "VALARM");
        file.line("ACTION", "DISPLAY");
        file.line("TRIGGER", &trigger(days));
        file.escaped("DESCRIPTION", &own.summary);
        file.line("END", "VALARM");
    }
    file.line("END", "VEVENT");
}

/// Nine in the morning, this many days before a day that begins at midnight.
fn trigger(days: u8) -> String {
    match days {
        0 => "PT9H".to_owned(),
        1 => "-PT15H".to_owned(),
        days => ["-P", &(days - 1).to_string(), "DT15H"].concat(),
    }
}

/// A day as `20261122`.
fn compact(day: Date) -> String {
    day.iso().replace('-', "")
}

/// A file of lines that end as the format wants it and are folded where they grow too long.
#[derive(Default)]
struct File {
    text: String,
}

impl File {
    /// A line of a value that needs no escaping.
    fn line(&mut self, name: &str, value: &str) {
        let mut octets = 0;
        for letter in name.chars().chain([':']).chain(value.chars()) {
            // A letter of several octets stays whole.
            if octets + letter.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                octets = 1;
            }
            self.text.push(letter);
            octets += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// A line of text, with everything escaped that means something else there.
    fn escaped(&mut self, name: &str, text: &str) {
        let mut value = String::new();
        let mut before = ' ';
        for letter in text.chars() {
            match letter {
                // Of the two characters that end a line on some machines, the first counts.
                '\n' if before == '\r' => {}
                '\n' | '\r' => value.push_str("\\n"),
                '\\' | ';' | ',' => value.extend(['\\', letter]),
                // The format has no place for other characters that are not seen.
                _ if letter.is_control() && letter != '\t' => {}
                _ => value.push(letter),
            }
            before = letter;
        }
        self.line(name, &value);
    }
}
