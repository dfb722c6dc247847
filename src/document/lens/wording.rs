//! The words of a page of results, out of `ui.page`.

use crate::document::Code;
use crate::document::reader::Reader;
use crate::lens::wording::{Named, Wording};

/// Reads the texts of these names; each must be there with all of its forms.
pub(super) fn wording(page: Reader, names: &[Named]) -> Wording {
    let mut all = Vec::new();
    for (name, forms) in names {
        let own = page.field(name);
        let mut read = Vec::new();
        match *forms {
            1 => read.push(own.filled()),
            most => {
                read = own.items().read(Reader::filled);
                if read.len() != most {
                    own.problem(Code::OutOfRange, "needs as many texts as the text has forms");
                }
            }
        }
        all.push(read);
    }
    Wording(all)
}
