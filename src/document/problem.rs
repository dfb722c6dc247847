//! What is wrong with a document, told so that its owner can mend it.

use std::fmt;

/// The kind of problem; stable, so that owners can look it up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The text is no JSON.
    JsonSyntax,
    /// An object names a key twice.
    DuplicateKey,
    /// A needed field is not there.
    Missing,
    /// A field holds another kind of value.
    WrongType,
    /// A text or list that must hold something is empty.
    Empty,
    /// A number or choice lies outside its range.
    OutOfRange,
    /// An identifier has forbidden characters or length.
    BadId,
    /// An identifier stands twice.
    DuplicateId,
    /// A reference points at nothing.
    UnknownReference,
    /// The file is of another kind.
    OtherFormat,
    /// The file was written for a newer major version.
    NewerVersion,
    /// The answers belong to another survey.
    OtherSurvey,
    /// The file is too large to be read, or has more problems than are told.
    #[cfg(feature = "results")]
    TooLarge,
}

impl Code {
    /// Every code, in the order of the reference page.
    #[cfg(feature = "results")]
    pub const ALL: [Self; 13] = [
        Self::JsonSyntax,
        Self::DuplicateKey,
        Self::Missing,
        Self::WrongType,
        Self::Empty,
        Self::OutOfRange,
        Self::BadId,
        Self::DuplicateId,
        Self::UnknownReference,
        Self::OtherFormat,
        Self::NewerVersion,
        Self::OtherSurvey,
        Self::TooLarge,
    ];

    /// The code as it is shown and documented.
    pub fn name(self) -> &'static str {
        match self {
            Self::JsonSyntax => "json_syntax",
            Self::DuplicateKey => "duplicate_key",
            Self::Missing => "missing",
            Self::WrongType => "wrong_type",
            Self::Empty => "empty",
            Self::OutOfRange => "out_of_range",
            Self::BadId => "bad_id",
            Self::DuplicateId => "duplicate_id",
            Self::UnknownReference => "unknown_reference",
            Self::OtherFormat => "other_format",
            Self::NewerVersion => "newer_version",
            Self::OtherSurvey => "other_survey",
            #[cfg(feature = "results")]
            Self::TooLarge => "too_large",
        }
    }
}

/// One problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind it is.
    pub code: Code,
    /// RFC 6901 pointer to the place, empty for the whole document.
    pub pointer: String,
    /// What is needed instead.
    pub message: String,
}

impl Problem {
    /// A problem at a place.
    pub fn new(code: Code, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { code, pointer: pointer.into(), message: message.into() }
    }

    /// The same problem seen from a document that holds this one under `prefix`.
    pub fn under(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = if self.pointer.is_empty() { "/" } else { &self.pointer };
        f.write_str(self.code.name())?;
        f.write_str(" ")?;
        f.write_str(place)?;
        f.write_str(": ")?;
        f.write_str(&self.message)
    }
}
