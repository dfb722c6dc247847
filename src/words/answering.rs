//! Words of the questions and of the check of all answers.

/// Words while answering; none of them names a level, a figure or a good answer.
#[derive(Debug)]
pub struct Answering {
    /// Names the progress for assistive technology.
    pub progress: &'static str,
    /// A count: `{n}`, `{all}`.
    pub of: &'static str,
    /// Where one is: `{n}`, `{all}`.
    pub question: &'static str,
    /// Folded above the statements.
    pub how_to: &'static str,
    /// The reply that leaves the count.
    pub not_applicable: &'static str,
    /// The reply that stays as missing.
    pub unknown: &'static str,
    /// Which keys there are: `{last}`.
    pub keys: &'static str,
    /// One more key: `{key}`, `{reply}`.
    pub key: &'static str,
    /// The last key.
    pub key_enter: &'static str,
    /// Asks for evidence.
    pub evidence: &'static str,
    /// What would show it: `{hint}`.
    pub evidence_hint: &'static str,
    /// The evidence marks in rising order.
    pub evidence_marks: [&'static str; 3],
    /// The same, short, beside an answer.
    pub evidence_tags: [&'static str; 3],
    /// Label of the note.
    pub note: &'static str,
    /// What the note is for.
    pub note_hint: &'static str,
    /// Room left in the note: `{n}`.
    pub note_left: &'static str,
    /// To the step before.
    pub back: &'static str,
    /// To the next step.
    pub go_on: &'static str,
    /// To the check, where one came from there.
    pub to_review: &'static str,
    /// Leaves the step without an answer.
    pub leave_open: &'static str,
    /// A write was confirmed: `{time}`.
    pub saved: &'static str,
    /// A write is on its way.
    pub saving: &'static str,
    /// Heads the complaint.
    pub problem: &'static str,
    /// Nothing was chosen at a question.
    pub choose: &'static str,
    /// Nothing was typed at the working time.
    pub enter_split: &'static str,
    /// A number is missing.
    pub part_missing: &'static str,
    /// The sum is off: `{sum}`.
    pub does_not_add_up: &'static str,
    /// The sum of the split wished for is off: `{sum}`.
    pub wish_does_not_add_up: &'static str,
    /// A number of the split wished for is missing.
    pub wish_part_missing: &'static str,
    /// Nothing was chosen at the aim.
    pub choose_aim: &'static str,
    /// Heads the two questions after the items.
    pub outside: &'static str,
    /// The working time.
    pub effort: Effort,
    /// The aim.
    pub aim: Aim,
    /// The check of all answers.
    pub review: Review,
}

/// The question on working time.
#[derive(Debug)]
pub struct Effort {
    /// Names the row of actual shares.
    pub actual: &'static str,
    /// Said for each number.
    pub unit: &'static str,
    /// What is left: `{n}`.
    pub left: &'static str,
    /// What is too much: `{n}`.
    pub too_many: &'static str,
    /// All is shared out, but a number is missing.
    pub fill_zero: &'static str,
    /// It fits.
    pub adds_up: &'static str,
    /// It fits well enough: `{sum}`.
    pub rescaled: &'static str,
}

/// The question on the aim.
#[derive(Debug)]
pub struct Aim {
    /// No role can be named.
    pub cannot_say: &'static str,
    /// Asks for a second role.
    pub second: &'static str,
    /// No second role.
    pub no_second: &'static str,
}

/// The check of all answers.
#[derive(Debug)]
pub struct Review {
    /// How far one has come: `{n}`, `{all}`.
    pub seen: &'static str,
    /// Heading.
    pub title: &'static str,
    /// Counts: `{n}`.
    pub answered: &'static str,
    /// Counts what does not apply: `{n}`.
    pub not_applicable: &'static str,
    /// Counts what is not known: `{n}`.
    pub unknown: &'static str,
    /// Counts what is open: `{n}`.
    pub open: &'static str,
    /// Said after the counts: `{counts}`.
    pub lead: &'static str,
    /// Heads what is open: `{n}`.
    pub open_title: &'static str,
    /// What that means.
    pub open_note: &'static str,
    /// Heads what is not known: `{n}`.
    pub unknown_title: &'static str,
    /// What to do about it.
    pub unknown_note: &'static str,
    /// Heads the request for a second look.
    pub look_title: &'static str,
    /// Why it is asked.
    pub look_note: &'static str,
    /// An item without an answer.
    pub no_answer: &'static str,
    /// A note beside an answer: `{note}`.
    pub note: &'static str,
    /// Leads to an answer.
    pub change: &'static str,
    /// Said after it, for those who do not see the row: `{stem}`.
    pub change_of: &'static str,
    /// A share: `{part}`, `{percent}`.
    pub share: &'static str,
    /// The shares wished for: `{shares}`.
    pub wish: &'static str,
    /// The aims: `{first}`, `{second}`.
    pub aims: &'static str,
    /// Ends the survey.
    pub submit: &'static str,
}

/// English.
pub(super) const EN: Answering = Answering {
    progress: "Progress by role",
    of: "{n} of {all}",
    question: "Question {n} of {all}",
    how_to: "How to choose a statement",
    not_applicable: "Does not apply here",
    unknown: "I do not know",
    keys: "Keys: 1 to {last} choose a statement",
    key: "{key} ‘{reply}’",
    key_enter: "Enter continues.",
    evidence: "Could you show it? (optional)",
    evidence_hint: "An auditor would ask for this: {hint}",
    evidence_marks: ["It is my judgement", "I could find it", "I have it at hand"],
    evidence_tags: ["Judgement", "Could find it", "At hand"],
    note: "Note (optional)",
    note_hint: "For you and for whoever answers next time.",
    note_left: "Characters left: {n}",
    back: "Back",
    go_on: "Continue",
    to_review: "Back to the check",
    leave_open: "Leave it open for now",
    saved: "Saved {time}",
    saving: "Saving …",
    problem: "There is a problem",
    choose: "Choose a statement, or say that it does not apply or that you do not know",
    enter_split: "Enter three whole numbers that add up to 100",
    part_missing: "One of the three numbers is missing; enter 0 where there was none",
    does_not_add_up: "The three numbers add up to {sum}, not to 100",
    wish_does_not_add_up: "The split you would like adds up to {sum}, not to 100",
    wish_part_missing: "The split you would like lacks a number; enter 0 where there should be none",
    choose_aim: "Choose a role, or say that you cannot say",
    outside: "Outside the score",
    effort: Effort {
        actual: "The split as it was",
        unit: "percent",
        left: "{n} left to share out",
        too_many: "{n} too many",
        fill_zero: "Adds up to 100; enter 0 where there was none",
        adds_up: "Adds up to 100",
        rescaled: "Adds up to {sum}: near enough, and counted as shares of 100",
    },
    aim: Aim {
        cannot_say: "I cannot say",
        second: "And which one next? (optional)",
        no_second: "No second one",
    },
    review: Review {
        seen: "{n} of {all} with an answer",
        title: "Check your answers",
        answered: "{n} answered",
        not_applicable: "{n} not applicable",
        unknown: "{n} not known",
        open: "{n} still open",
        lead: "{counts}. Nothing is scored before you press the button at the end.",
        open_title: "Still open: {n}",
        open_note: "You can leave them open. They then count as missing, and with too many of them a role gets no score.",
        unknown_title: "‘I do not know’: {n}",
        unknown_note: "Who would know? Ask, or leave a note with a name for next time. Until then they count as missing.",
        look_title: "Please look again at two answers.",
        look_note: "Many answers stand at the same place, or they came very fast. That may be right; if so, leave them.",
        no_answer: "No answer yet",
        note: "Note: {note}",
        change: "Change",
        change_of: " the answer to: {stem}",
        share: "{part}: {percent}",
        wish: "You would like {shares}.",
        aims: "{first} first, {second} second",
        submit: "Show my results",
    },
};
