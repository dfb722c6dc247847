//! What a survey says about looks and other pages: colours and links, each in one strict form, so that none of
//! them can ever be more than a colour or an address.

use crate::document::Code;
use crate::document::reader::Reader;

/// What a link may begin with.
const BEGINNINGS: [&str; 3] = ["https://", "http://", "mailto:"];
/// Longest address, in bytes.
const LONGEST: usize = 2000;

/// An address of the web or of mail.
pub(super) fn link(reader: Reader) -> String {
    let text = reader.str();
    let rest = BEGINNINGS.iter().find_map(|beginning| text.strip_prefix(beginning));
    // Blanks, quotes and brackets are written with percent signs in every address.
    let fits =
        |byte: u8| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'<' | b'>' | b'\\' | b'^' | b'`');
    let is_address = rest.is_some_and(|rest| !rest.is_empty()) && text.bytes().all(fits);
    if reader.is_text() && !(is_address && text.len() <= LONGEST) {
        reader.problem(Code::OutOfRange, "needs an address that begins with https://, http:// or mailto:");
    }
    text.to_owned()
}

/// Notes colours of a role that are no pair of colours, one for light and one for dark pages.
pub(super) fn check_colours(role: Reader) {
    let Some(pair) = role.optional("colours") else { return };
    let colours = pair.items();
    if pair.is_list() && colours.len() != 2 {
        pair.problem(Code::OutOfRange, "needs two colours: one for light pages, one for dark ones");
    }
    for colour in colours {
        let digits = colour.str().strip_prefix('#').unwrap_or_default();
        let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if colour.is_text() && !fits {
            colour.problem(Code::OutOfRange, "needs a colour: a number sign and six digits from 0 to f");
        }
    }
}
