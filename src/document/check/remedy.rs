//! What to do about each kind of problem, in the words of `docs/survey-problems.md`.

use crate::document::Code;

/// What to do about a problem of this kind: one sentence for whoever writes the document.
pub fn remedy(code: Code) -> &'static str {
    match code {
        Code::JsonSyntax => {
            "Look just before this place for a missing comma, quotation mark or bracket, or for one too many."
        }
        Code::DuplicateKey => "Keep one of the two fields of this name and remove the other.",
        Code::Missing => "Add the field here; the guide and the schema say what it holds.",
        Code::WrongType => {
            "Give it the kind of value that is asked for; texts stand in quotation marks, numbers do not."
        }
        Code::Empty => "Fill it in, or remove the field where the schema does not ask for it.",
        Code::OutOfRange => "Change the value so that it fits what is asked for.",
        Code::BadId => "Use lower-case letters, digits, dots, dashes and underscores alone, 64 at most.",
        Code::DuplicateId => "Give one of the two an identifier of its own.",
        Code::UnknownReference => {
            "Write the identifier as it stands where the thing itself is described, or add the thing."
        }
        Code::OtherFormat => {
            "Check that this is the right file; if it is, write the name of the format that is asked for."
        }
        Code::NewerVersion => "Use a newer release of the widget, or the format version that this one knows.",
        Code::OtherSurvey => "Use the file that belongs to this survey, or give both the same model id.",
        Code::TooLarge => {
            "Make the document smaller; a survey of a hundred questions takes less than a tenth of this."
        }
    }
}
