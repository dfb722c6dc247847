//! Words of the frame, the first screen, the method, the data screen and the notices.

/// Words around the survey: everything but its questions and its results.
#[derive(Debug)]
pub struct Shell {
    /// The name of the product.
    pub brand: &'static str,
    /// Said after the brand where it leads to the first screen.
    pub to_start: &'static str,
    /// Answers outlive the tab.
    pub kept: &'static str,
    /// They do not.
    pub not_kept: &'static str,
    /// The line at the foot where answers are kept.
    pub foot_kept: &'static str,
    /// The same where they are not.
    pub foot_not_kept: &'static str,
    /// Leads to the method.
    pub method_link: &'static str,
    /// Leads to the data screen.
    pub data_link: &'static str,
    /// Leads to the first screen.
    pub start: &'static str,
    /// The survey itself cannot be shown.
    pub faults: Faults,
    /// Storage and records that need attention.
    pub notices: Notices,
    /// The first screen.
    pub welcome: Welcome,
    /// How scores are made.
    #[cfg(feature = "results")]
    pub method: Method,
    /// What is kept here.
    #[cfg(feature = "results")]
    pub data: Data,
    /// Numbers up to ten in words.
    pub numbers: [&'static str; 11],
    /// Said while the rest of the program is on its way.
    pub moment: &'static str,
    /// Leads to the screens beside the results.
    #[cfg(feature = "results")]
    pub tabs: Tabs,
}

/// The screens beside the results.
#[cfg(feature = "results")]
#[derive(Debug)]
pub struct Tabs {
    /// The results.
    pub results: &'static str,
    /// Own targets.
    pub targets: &'static str,
    /// Focus, moves and the 90 days.
    pub plan: &'static str,
    /// All waves.
    pub history: &'static str,
    /// What several people said.
    pub team: &'static str,
    /// Closer looks beside the assessment.
    pub lenses: &'static str,
}

/// Notices that stay in view.
#[derive(Debug)]
pub struct Notices {
    /// Begins the notice that answers are not saved.
    pub not_saved: &'static str,
    /// There is no storage.
    pub unavailable: &'static str,
    /// There is no room.
    pub full: &'static str,
    /// The browser refused.
    pub refused: &'static str,
    /// What follows from it.
    pub consequence: &'static str,
    /// Nothing outlives the tab, as the page wants it so.
    pub copy: &'static str,
    /// What to do about it.
    pub copy_why: &'static str,
    /// Leads to the download.
    pub to_download: &'static str,
    /// One record is damaged.
    pub damaged_one: &'static str,
    /// Several are: `{n}`.
    pub damaged: &'static str,
    /// What becomes of them.
    pub damaged_next: &'static str,
    /// One record comes from a newer version.
    pub newer_one: &'static str,
    /// Several do: `{n}`.
    pub newer: &'static str,
    /// What becomes of them.
    pub newer_next: &'static str,
}

/// Why the survey cannot be shown, each with a sentence for the visitor and one for the owner.
#[derive(Debug)]
pub struct Faults {
    /// Heading of all of them.
    pub title: &'static str,
    /// What is safe.
    pub safe: &'static str,
    /// The file is not there.
    pub missing: [&'static str; 2],
    /// The network gave no answer.
    pub unreachable: [&'static str; 2],
    /// Something else came instead of the file.
    pub not_a_page: [&'static str; 2],
    /// The file has mistakes.
    pub broken: [&'static str; 2],
    /// Begins what is meant for the owner.
    pub owner: &'static str,
    /// Names the code: `{code}`.
    pub code: &'static str,
    /// Heads the list of mistakes.
    pub problems: &'static str,
}

/// The first screen.
#[derive(Debug)]
pub struct Welcome {
    /// Time it takes: `{minutes}`.
    pub minutes: &'static str,
    /// What an answer is.
    pub statements: &'static str,
    /// Where answers stay: on this device.
    pub stays: &'static str,
    /// Where they stay: in this tab, as the page wants it.
    pub stays_in_tab: &'static str,
    /// Where they stay: in this tab, as the browser allows nothing else.
    pub cannot_stay: &'static str,
    /// Label of the unit.
    pub scope: &'static str,
    /// What the unit is for.
    pub scope_hint: &'static str,
    /// Begins the survey.
    pub start: &'static str,
    /// Shows the example.
    pub example: &'static str,
    /// Below the picture.
    pub figure: &'static str,
    /// Heads the sources.
    pub sources: &'static str,
    /// What the survey is.
    pub standing: &'static str,
    /// One source: `{title}`, `{author}`.
    pub source: &'static str,
    /// Greets who has been here.
    pub back_again: &'static str,
    /// One unfinished wave: `{where}`.
    pub waiting: &'static str,
    /// Several: `{n}`.
    pub waiting_many: &'static str,
    /// The last result: `{date}`.
    pub last_from: &'static str,
    /// A place in the survey: `{n}`.
    pub at_question: &'static str,
    /// The question on working time.
    pub at_effort: &'static str,
    /// The question on the aim.
    pub at_aim: &'static str,
    /// The check of all answers.
    pub at_review: &'static str,
    /// Names an unfinished first wave: `{n}`, `{all}`.
    pub draft_first: &'static str,
    /// Names an unfinished later wave: `{n}`, `{all}`.
    pub draft_again: &'static str,
    /// When it was taken up: `{date}`.
    pub draft_begun: &'static str,
    /// When it was last touched: `{time}`.
    pub draft_touched: &'static str,
    /// Time left: `{minutes}`.
    pub draft_left: &'static str,
    /// A share of a role: `{n}`, `{all}`.
    pub of: &'static str,
    /// Former answers stay hidden.
    pub hidden: &'static str,
    /// Takes a wave up again: `{where}`.
    pub resume: &'static str,
    /// Begins anew.
    pub start_over: &'static str,
    /// What becomes of the unfinished one.
    pub start_over_hint: &'static str,
    /// The last result: `{date}`.
    pub last_result: &'static str,
    /// What the figures are, alone.
    pub last_note: &'static str,
    /// What the figures are, against the baseline: `{date}`.
    pub last_note_change: &'static str,
    /// A role without a score.
    pub no_score: &'static str,
    /// Names the radar of the example.
    pub figure_title: &'static str,
    /// Labels its first wave.
    pub figure_base: &'static str,
    /// Labels its second wave.
    pub figure_later: &'static str,
    /// Opens the results.
    pub open_results: &'static str,
    /// Begins the next wave.
    pub again: &'static str,
    /// Heads the advice to keep a copy.
    pub copy: &'static str,
    /// Why.
    pub copy_note: &'static str,
    /// Leads to the data screen.
    pub copy_open: &'static str,
    /// One other assessment is all there is.
    #[cfg(feature = "results")]
    pub others_one: &'static str,
    /// Several others are: `{n}`.
    #[cfg(feature = "results")]
    pub others_many: &'static str,
    /// Heads the other assessments.
    #[cfg(feature = "results")]
    pub others: &'static str,
    /// What they are.
    #[cfg(feature = "results")]
    pub others_note: &'static str,
    /// The latest wave of one: `{date}`.
    #[cfg(feature = "results")]
    pub others_latest: &'static str,
    /// An assessment whose unit has no name.
    #[cfg(feature = "results")]
    pub others_unnamed: &'static str,
    /// Opens one.
    #[cfg(feature = "results")]
    pub others_open: &'static str,
    /// Heads the assessment of one more unit.
    #[cfg(feature = "results")]
    pub another: &'static str,
    /// What that means.
    #[cfg(feature = "results")]
    pub another_note: &'static str,
    /// Labels its name.
    #[cfg(feature = "results")]
    pub another_label: &'static str,
    /// Asks for a name.
    #[cfg(feature = "results")]
    pub another_missing: &'static str,
    /// Begins it.
    #[cfg(feature = "results")]
    pub another_start: &'static str,
}

/// How scores are made.
#[derive(Debug)]
#[cfg(feature = "results")]
pub struct Method {
    /// Heading.
    pub title: &'static str,
    /// The gist: `{items}`, `{capabilities}`, `{roles}`.
    pub lead: &'static str,
    /// Heads the scale.
    pub scale: &'static str,
    /// What the levels are.
    pub scale_note: &'static str,
    /// Column heads: level, score, meaning.
    pub scale_columns: [&'static str; 3],
    /// A range that includes its start: `{from}`, `{to}`.
    pub range_first: &'static str,
    /// A range that does not: `{from}`, `{to}`.
    pub range: &'static str,
    /// Heads the rules.
    pub rules: &'static str,
    /// What the rules are for.
    pub rules_note: &'static str,
    /// From an answer to the overall score: `{step}`, `{share}`, `{least}`.
    pub rule_lines: &'static [&'static str],
    /// Heads the noise.
    pub noise: &'static str,
    /// Why there is noise.
    pub noise_note: &'static str,
    /// Noise and thresholds: `{sigma}`, `{floor}`, `{possible}`, `{paired}`, `{overall}`, `{role}`, `{capability}`.
    pub noise_lines: &'static [&'static str],
    /// Heads the table of numbers.
    pub numbers: &'static str,
    /// What the table shows.
    pub numbers_note: &'static str,
    /// Column heads: meaning, value, basis.
    pub numbers_columns: [&'static str; 3],
    /// A number from a source.
    pub basis_source: &'static str,
    /// A number from an established method.
    pub basis_method: &'static str,
    /// A number of our own.
    pub basis_judgement: &'static str,
    /// Heads the sources.
    pub rests_on: &'static str,
    /// Where the instrument stands: `{status}`, `{version}`.
    pub status: &'static str,
    /// Heads what it is not for.
    pub not_for: &'static str,
    /// What it is not for.
    pub not_for_lines: &'static [&'static str],
}

/// What is kept here.
#[derive(Debug)]
#[cfg(feature = "results")]
pub struct Data {
    /// Heading.
    pub title: &'static str,
    /// Heading where there is nothing.
    pub title_empty: &'static str,
    /// In the browser's database.
    pub in_database: &'static str,
    /// In the simple storage.
    pub in_simple: &'static str,
    /// In the tab, as the page wants it.
    pub in_tab: &'static str,
    /// In the tab, as nothing else is to be had.
    pub in_memory: &'static str,
    /// Who could read it.
    pub readers: &'static str,
    /// Heads the list.
    pub list: &'static str,
    /// What the list shows.
    pub list_note: &'static str,
    /// Column heads: date, unit, kind, answered.
    pub columns: [&'static str; 4],
    /// The first wave.
    pub baseline: &'static str,
    /// A later wave.
    pub reassessment: &'static str,
    /// A short check.
    pub pulse: &'static str,
    /// A wave not finished.
    pub unfinished: &'static str,
    /// No unit was named.
    pub no_scope: &'static str,
    /// Heads the download.
    pub copy: &'static str,
    /// What the file is good for.
    pub copy_note: &'static str,
    /// Downloads.
    pub download: &'static str,
    /// Downloads the damaged records.
    pub download_damaged: &'static str,
    /// Heads erasing.
    pub erase_title: &'static str,
    /// What erasing means.
    pub erase_note: &'static str,
    /// Asks to erase.
    pub erase: &'static str,
    /// Asks again.
    pub confirm: &'static str,
    /// What would go: `{waves}`, `{drafts}`, `{damaged}`.
    pub confirm_note: &'static str,
    /// Does it.
    pub confirm_erase: &'static str,
    /// Does not.
    pub confirm_keep: &'static str,
}

/// English.
pub(super) const EN: Shell = Shell {
    brand: "Maturity radar",
    to_start: ", to the start",
    kept: "Kept on this device",
    not_kept: "Not saved on this device",
    foot_kept: "Answers stay in this browser. Nothing is sent anywhere.",
    foot_not_kept: "Answers last until this tab is closed. Nothing is sent anywhere.",
    method_link: "How scores are made",
    data_link: "Your data: download or erase",
    numbers: ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    moment: "One moment …",
    #[cfg(feature = "results")]
    tabs: Tabs {
        results: "Results",
        targets: "Targets",
        plan: "Plan",
        history: "History",
        team: "Team",
        lenses: "Lenses",
    },
    start: "To the start",
    faults: Faults {
        title: "The survey cannot be shown",
        safe: "Your answers from earlier visits are untouched.",
        missing: [
            "The questions were not found where this page expects them.",
            "The survey file is missing. Put it where the page asks for it, or correct the address.",
        ],
        unreachable: [
            "The questions could not be fetched. Check your connection and load the page again.",
            "The request for the survey file got no answer, or the server refused it.",
        ],
        not_a_page: [
            "This page was sent something else in place of the questions.",
            "The address of the survey file answers with something that is not JSON, often a page of the site.",
        ],
        broken: [
            "The questions are there, but there are mistakes in them, so none of them is shown.",
            "The survey file has the mistakes listed below. Correct them and load the page again.",
        ],
        owner: "For the owner of this page.",
        code: "Code: {code}",
        problems: "Mistakes in the survey file",
    },
    notices: Notices {
        not_saved: "Your answers are not being saved.",
        unavailable: "This browser blocks storage here, often in private windows or embedded pages.",
        full: "The storage of this browser is full.",
        refused: "The browser refused to store them.",
        consequence: "You can finish and see your results, but closing this tab erases them. Download a file before you leave.",
        copy: "This page keeps nothing.",
        copy_why: "Your answers last until you close this tab: download a copy before you leave.",
        to_download: "Go to the download",
        damaged_one: "One record could not be read.",
        damaged: "{n} records could not be read.",
        damaged_next: "What is left is kept aside, unchanged, and can be downloaded. Everything else is in place.",
        newer_one: "One record was written by a newer version of this survey.",
        newer: "{n} records were written by a newer version of this survey.",
        newer_next: "This version leaves them as they are. Load the page again to get the newer version, or download them.",
    },
    welcome: Welcome {
        minutes: "About {minutes} minutes. You can stop and resume.",
        statements: "Each answer is a statement an outsider could check.",
        stays: "Answers stay in this browser. No account, nothing sent.",
        stays_in_tab: "Answers last until you close this tab, as this page keeps nothing. No account, nothing sent.",
        cannot_stay: "This browser does not let answers be kept here: they last until you close this tab. Nothing is sent.",
        scope: "Which unit are you answering for?",
        scope_hint: "Optional. Shown on your results so you can tell them apart.",
        start: "Start",
        example: "See an example result",
        figure: "An example. Further out is further ahead.",
        sources: "What the survey rests on",
        standing: "The questions are our own work and draw on the ideas of these documents. Neither their authors nor their publishers are affiliated with this survey. It is a structured self-assessment, not a validated test.",
        source: "‘{title}’, {author}",
        back_again: "Welcome back.",
        waiting: "Your assessment is waiting at {where}.",
        waiting_many: "{n} unfinished assessments are waiting.",
        last_from: "Your last result is from {date}.",
        at_question: "question {n}",
        at_effort: "the question on working time",
        at_aim: "the question on your aim",
        at_review: "the check of your answers",
        draft_first: "First assessment, {n} of {all} answered",
        draft_again: "Re-assessment, {n} of {all} answered",
        draft_begun: "Taken up on {date}.",
        draft_touched: "Last answer at {time}.",
        draft_left: "About {minutes} min left.",
        of: "{n} of {all}",
        hidden: "Your former answers stay hidden until you have given the new ones. Then both stand side by side.",
        resume: "Resume at {where}",
        start_over: "Start over",
        start_over_hint: "Starting over begins a new assessment; this one stays here until you erase it.",
        last_result: "Last result, {date}",
        last_note: "Score of each role, from 0 to 100.",
        last_note_change: "Score now and change since the baseline of {date}.",
        no_score: "no score",
        figure_title: "Example result",
        figure_base: "Baseline",
        figure_later: "A year later",
        open_results: "Open results",
        again: "Assess again",
        copy: "A copy outside this browser",
        copy_note: "Some browsers erase site data after a week without a visit. A file is the safe place for a baseline you will need in six months.",
        copy_open: "Download or erase your data",
        #[cfg(feature = "results")]
        others_one: "One assessment is kept here.",
        #[cfg(feature = "results")]
        others_many: "{n} assessments are kept here.",
        #[cfg(feature = "results")]
        others: "Other assessments on this device",
        #[cfg(feature = "results")]
        others_note: "Each has a baseline of its own. They are never set against one another.",
        #[cfg(feature = "results")]
        others_latest: "Latest result of {date}",
        #[cfg(feature = "results")]
        others_unnamed: "Unit without a name",
        #[cfg(feature = "results")]
        others_open: "Open",
        #[cfg(feature = "results")]
        another: "Assess another unit",
        #[cfg(feature = "results")]
        another_note: "It starts with a baseline of its own, beside what is kept here.",
        #[cfg(feature = "results")]
        another_label: "Which unit?",
        #[cfg(feature = "results")]
        another_missing: "Give the unit a name, so that you can tell your assessments apart.",
        #[cfg(feature = "results")]
        another_start: "Start with this unit",
    },
    #[cfg(feature = "results")]
    method: Method {
        title: "How scores are made",
        lead: "{items} answers make {capabilities} capability scores, these make {roles} role scores, and these one overall score. Every step is a plain average that you can redo by hand.",
        scale: "The scale",
        scale_note: "Each statement stands for one level. A score gets the level of the nearest statement; a tie goes to the lower one.",
        scale_columns: ["Level", "Score", "What it means"],
        range_first: "{from} to {to}",
        range: "over {from} to {to}",
        rules: "From answers to scores",
        rules_note: "Nothing is filled in for you: what is missing leaves a gap.",
        rule_lines: &[
            "The lowest statement is worth 0 points and each one above it {step} more, up to 100.",
            "A capability is the average of its answered questions. With one answer of two, its marker is open.",
            "A role is the average of its scored capabilities. It needs {share} of those that apply, and at least {least}.",
            "The overall score is the average of the roles, and exists if every role has a score. Two organizations with the same overall score may have opposite profiles, so it stands last.",
            "Unless you set weights of your own, all capabilities count alike and all roles count alike.",
            "‘Does not apply’ leaves the count. ‘I do not know’ and open questions stay in it as missing.",
            "Evidence marks never change a score. They count towards confidence.",
        ],
        noise: "Noise and thresholds",
        noise_note: "Answer the same survey twice with nothing changed, and some answers will differ. A difference smaller than that says nothing.",
        noise_lines: &[
            "One answer is taken to vary by {sigma} points (one standard deviation). A score varies by {sigma} times the root of the sum of the squared shares of its answers.",
            "A change is clear from z times {sigma} times the root of twice that sum, and never below {floor} points. z is {overall} for the overall score, {role} for roles and {capability} for capabilities.",
            "From {possible} of that threshold on, a change is called possible. Below, it is no clear change.",
            "Two waves are compared like for like: by the questions rated in both. If fewer than {paired} of all questions are, nothing is said about roles and overall.",
            "A role leads clearly from {role} times {sigma} times the root of the squared shares of both roles, summed, and never below {floor} points. Direction and delivery differ clearly from {overall} in the place of {role}.",
        ],
        numbers: "The numbers behind the rules",
        numbers_note: "Each with what it rests on. Our judgement means a default that data from use should confirm or replace.",
        numbers_columns: ["What it is", "Value", "Rests on"],
        basis_source: "Source",
        basis_method: "Established method",
        basis_judgement: "Our judgement",
        rests_on: "What it rests on",
        status: "Version {version}: {status}.",
        not_for: "What it is not for",
        not_for_lines: &[
            "Setting organizations against one another: scores are held against your own baseline and nothing else.",
            "Judging people: the questions are about how the organization works.",
            "Proving success: a score is what one person says, and counts as much as the evidence behind it.",
            "Ending: no score means that the work is done.",
        ],
    },
    #[cfg(feature = "results")]
    data: Data {
        title: "What is kept here",
        title_empty: "Nothing is kept here yet",
        in_database: "Your answers are kept on this device, in the database of this browser, under the address of this page.",
        in_simple: "Your answers are kept on this device, in the simple storage of this browser, under the address of this page.",
        in_tab: "This page asks for nothing to be kept: your answers last until you close this tab.",
        in_memory: "This browser keeps nothing here: your answers last until you close this tab. Download them before you leave.",
        readers: "Nothing is sent anywhere. As with everything a site stores, other programs of the same site could read it.",
        list: "Your assessments",
        list_note: "The first complete one of a unit is its baseline and is never overwritten.",
        columns: ["Date", "Unit", "Kind", "Answered"],
        baseline: "Baseline",
        reassessment: "Re-assessment",
        pulse: "Short check",
        unfinished: "Unfinished",
        no_scope: "not named",
        copy: "A copy outside this browser",
        copy_note: "One file with every assessment of every unit, its targets, plans and reasons. Keep it where you will find it in six months.",
        download: "Download everything",
        download_damaged: "Download what could not be read",
        erase_title: "Erase",
        erase_note: "Removes everything this survey has stored in this browser, of every unit. Files you have downloaded stay yours.",
        erase: "Erase everything",
        confirm: "Erase everything kept here?",
        confirm_note: "These go for good: completed assessments {waves}, unfinished ones {drafts}, unreadable records {damaged}. With them go all targets, plans and reasons.",
        confirm_erase: "Erase for good",
        confirm_keep: "Keep everything",
    },
};
