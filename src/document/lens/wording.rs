//! The words of a page of results, out of `ui.page`.

use crate::document::Code;
use crate::document::reader::Reader;
use crate::lens::Rules;
use crate::lens::wording::{Abm, DecisionSpeed, Martech, OperatingModel, Wording};

/// Reads what results of this kind say; each text must be there with all of its forms.
pub(super) fn wording(page: Reader, rules: &Rules) -> Wording {
    let names = match rules {
        Rules::DecisionSpeed(_) => DecisionSpeed::ALL,
        Rules::Martech(_) => Martech::ALL,
        Rules::OperatingModel(_) => OperatingModel::ALL,
        Rules::Abm(_) => Abm::ALL,
    };
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
